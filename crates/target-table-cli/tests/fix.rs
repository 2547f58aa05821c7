//! `fix`: what can simply be changed is changed in the file as it is laid out, and nothing else.
#![allow(missing_docs, reason = "tests are not documented API")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod program;

use std::fs;

use program::{run, suite};

fn table() -> String {
    fs::read_to_string(suite("annex/table-1.json")).unwrap()
}

fn mended() -> String {
    table().replace("6000万元", "0.6亿元")
}

#[test]
fn the_file_is_changed_where_it_must_be_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("表.json");
    fs::write(&file, table()).unwrap();
    let path = file.to_str().unwrap();

    let shown = run(&["fix", path, "--dry-run"], "");
    assert_eq!(shown.code, 0, "{}", shown.complaint);
    assert_eq!(fs::read_to_string(&file).unwrap(), table());
    for words in [
        "贷款发放规模（亿元） › 年度目标 [unit-scale-differs]",
        "- 6000万元",
        "+ 0.6亿元",
        "没有写入文件",
    ] {
        assert!(shown.out.contains(words), "{words} in {}", shown.out);
    }
    assert!(!shown.out.contains('\u{1b}'), "colours are for terminals");

    let written = run(&["fix", path], "");
    assert_eq!(written.code, 0);
    assert!(written.out.contains("改了 1 处"), "{}", written.out);
    assert_eq!(fs::read_to_string(&file).unwrap(), mended());
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no draft is left"
    );

    let again = run(&["fix", path, "--lang", "en", "--fail-on", "warning"], "");
    assert_eq!(again.code, 1, "other warnings are left");
    assert!(
        again.out.contains("nothing that could simply be changed"),
        "{}",
        again.out
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), mended());
}

#[test]
fn levels_are_shown_in_the_words_of_the_form() {
    let misplaced = table().replace(
        "\"category\": \"benefit\",\n      \"dimension\": \"social\"",
        "\"category\": \"output\",\n      \"dimension\": \"social\"",
    );
    assert_ne!(misplaced, table());
    let shown = run(&["fix", "-", "--dry-run"], &misplaced).out;
    assert!(shown.contains("- 产出指标\n     + 效益指标"), "{shown}");
}

#[test]
fn standard_input_becomes_standard_output() {
    let outcome = run(&["fix", "-"], table());
    assert_eq!((outcome.code, outcome.out), (0, mended()));
    assert!(
        outcome.complaint.contains("+ 0.6亿元"),
        "{}",
        outcome.complaint
    );
    let shown = run(&["fix", "-", "--dry-run"], table());
    assert!(shown.out.contains("+ 0.6亿元") && shown.complaint.is_empty());
}

#[test]
fn a_table_a_line_stays_one() {
    let line = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        value.to_string()
    };
    let (old, new) = (line(&table()), line(&mended()));
    let sound = line(&mended().replace("0.6亿元", "0.5"));
    let lines = |table: &str| format!("{sound}\r\n\n{table}\n  {table}  \n{{}}");
    let outcome = run(&["fix", "-"], lines(&old));
    assert_eq!(outcome.code, 1, "the last line is no table");
    assert_eq!(outcome.out, lines(&new));
    assert!(
        outcome.complaint.contains("第 2 张表\n"),
        "{}",
        outcome.complaint
    );
}

#[test]
fn what_cannot_be_mended_is_one_sentence_and_stays() {
    for (arguments, input, words) in [
        (&["fix", "-"][..], "只有文字", "只能改 JSON 表格"),
        (&["fix", "/nowhere/x.json"], "", "没有这个文件"),
        (&["fix"], "", "缺少文件"),
    ] {
        let outcome = run(arguments, input);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
        assert_eq!(
            outcome.complaint.lines().count(),
            1,
            "{}",
            outcome.complaint
        );
        assert!(outcome.complaint.contains(words), "{}", outcome.complaint);
    }
    let broken = "{\"schemaVersion\":";
    let outcome = run(&["fix", "-"], broken);
    assert_eq!((outcome.code, outcome.out.as_str()), (1, broken));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("a.json"), folder.path().join("b.json"));
    fs::write(&file, table()).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(run(&["fix", link.to_str().unwrap()], "").code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&file).unwrap(), mended());
    assert_eq!(
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

/// What is no table at all has nothing but fields that the format does not know.
#[test]
fn nothing_that_somebody_wrote_is_taken_out_unasked() {
    let other = r#"{"name":"package","version":"1.0.0"}"#;
    let noted = table().replacen('{', r#"{"remark":"口径见附件","#, 1);
    for input in [other, &noted] {
        let outcome = run(&["fix", "-"], input);
        assert!(outcome.out.contains("package") || outcome.out.contains("口径见附件"));
        assert!(
            outcome.complaint.contains("请您选定是否这样改"),
            "{}",
            outcome.complaint
        );
    }
}
