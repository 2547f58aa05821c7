//! Whole tables as offices write them, of many departments and in both layouts. Of the sound ones nothing above a remark
//! may be said; everything that is said of any of them is committed and was judged line by line.

use target_table::{Lang, Severity, check_json};
use target_table_tests::suite;

#[test]
fn sound_tables_are_left_alone() {
    let tables = suite::sound();
    assert!(tables.len() >= 12);
    for file in tables {
        for finding in check_json(&file.text, &suite::options(&file, Lang::Zh)).findings {
            assert_eq!(
                finding.severity,
                Severity::Info,
                "{}: {}",
                file.name,
                finding.message
            );
        }
    }
}

#[test]
fn what_is_said_of_whole_tables() {
    suite::assert_fresh("sound/findings.tsv", &suite::findings(&suite::sound()));
    suite::assert_fresh(
        "reviewed/findings.tsv",
        &suite::findings(&suite::reviewed()),
    );
}
