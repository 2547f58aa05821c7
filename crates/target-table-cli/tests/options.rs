//! What a check can be asked for on the command line beside the verdict.
#![allow(missing_docs, reason = "tests are not documented API")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod program;

use std::fs;

use serde_json::Value;

use program::{Outcome, run};

fn check(options: &[&str]) -> Outcome {
    run(&[&["check", "table-1.json"], options].concat(), "")
}

fn report(options: &[&str]) -> Value {
    let outcome = check(&[options, &["--format", "jsonl"]].concat());
    serde_json::from_str(&outcome.out).unwrap_or_else(|_| panic!("{}", outcome.complaint))
}

#[test]
fn more_is_in_the_report_on_request() {
    let plain = report(&[]);
    let all = report(&["--ledger", "--steps", "--readings", "--as-of", "2027-01-01"]);
    for part in ["ledger", "steps", "readings"] {
        assert!(plain.get(part).is_none(), "{part}");
        assert!(!all[part].as_array().unwrap().is_empty(), "{part}");
    }
    assert_eq!(all["asOf"], "2027-01-01");
    assert_eq!(all["findings"], plain["findings"]);
    let page = check(&["--ledger", "--steps", "--readings", "--format", "html"]).out;
    for words in [
        "核对记录：",
        "理解为：10 项",
        "先改第 5 行“活动服务人次”的单位",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let letter = check(&["--steps"]).out;
    assert!(
        letter.contains("先改第 5 行“活动服务人次”的单位"),
        "{letter}"
    );
}

#[test]
fn an_offices_own_profile_is_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("office.json");
    let path = file.to_str().unwrap();
    let built_in = include_str!("../../../schema/profiles/guangdong-2024.json");
    let mut profile: Value = serde_json::from_str(built_in).unwrap();
    profile["id"] = "office".into();
    profile["rules"] = serde_json::json!([{ "rule": "unit-scale-differs", "severity": "error" }]);
    fs::write(&file, profile.to_string()).unwrap();
    let report = report(&["--profile", path]);
    assert_eq!(report["profile"], "office");
    assert_eq!(report["summary"]["errors"], 1);

    profile["rules"][0]["rule"] = "unit-scale-difers".into();
    fs::write(&file, profile.to_string()).unwrap();
    let Outcome {
        code, complaint, ..
    } = check(&["--profile", path]);
    assert_eq!(code, 2);
    assert!(
        complaint.contains("没有“unit-scale-difers”这条规则，是否应为“unit-scale-differs”"),
        "{complaint}"
    );
}

#[test]
fn a_profile_or_day_that_cannot_be_is_one_sentence() {
    for (options, sentence) in [
        (
            ["--profile", "nope"],
            "可以是 guangdong-2024、mof-2021，或方案文件",
        ),
        (["--profile", "nope.json"], "没有这个文件"),
        (["--as-of", "2026-10-31"], "2026-11-01 或以后的日期"),
        (["--as-of", "2027-02-29"], "2026-11-01 或以后的日期"),
    ] {
        let outcome = check(&options);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{options:?}");
        assert!(
            outcome.complaint.contains(sentence),
            "{}",
            outcome.complaint
        );
    }
}
