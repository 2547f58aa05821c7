//! `report`: a report that was kept, in any format.

use serde_json::Value;

use crate::FORMATS;
use crate::markup::elements;
use crate::program::run;

#[test]
fn a_stored_report_is_rendered_as_the_check_would_have() {
    let folder = tempfile::tempdir().unwrap();
    let stored = folder.path().join("报告.json");
    let stored = stored.to_str().unwrap();
    for lang in ["zh", "en"] {
        for kept in ["json", "jsonl"] {
            let reports = run(
                &["check", "--lang", lang, "--format", kept, "annex3.txt"],
                "",
            )
            .out;
            std::fs::write(stored, reports).unwrap();
            for format in FORMATS {
                let check = run(
                    &["check", "--lang", lang, "--format", format, "annex3.txt"],
                    "",
                );
                let report = run(
                    &[
                        "report",
                        stored,
                        "--table",
                        "annex3.txt",
                        "--format",
                        format,
                    ],
                    "",
                );
                assert_eq!((report.code, report.complaint.as_str()), (0, ""));
                if format != "text" {
                    assert!(report.out == check.out, "{format}");
                }
                let bare = run(&["report", stored, "--format", format], "");
                assert_eq!((bare.code, bare.complaint.as_str()), (0, ""), "{format}");
                assert!(bare.out.contains("unit-scale-differs"), "{format}");
            }
            assert_eq!(run(&["report", stored, "--fail-on", "warning"], "").code, 1);
        }
    }
}

#[test]
fn answers_steps_and_changes_to_come_are_shown() {
    let reports = run(&["check", "--format", "json", "table-1.json"], "").out;
    let mut document: Value = serde_json::from_str(&reports).unwrap();
    let report = &mut document["reports"][0];
    report["summary"]["answered"] = 1.into();
    report["steps"] =
        serde_json::json!([{ "at": "", "rules": [], "findings": [0], "words": "先改<单位>" }]);
    report["ledger"] = serde_json::json!([
        { "rule": "range-reversed", "state": "passed", "held": 3, "evidence": [{ "at": "", "words": "8 < 10 <万字>" }] },
        { "rule": "goal-missing", "state": "off" }
    ]);
    for finding in report["findings"].as_array_mut().unwrap() {
        finding["severity"] = "warning".into();
        finding["fingerprint"] = "0123456789abcdef-0123456789abcdef".into();
        finding["becomes"] = serde_json::json!({ "severity": "error", "since": "2027-01-01" });
        finding["answer"] = serde_json::json!({ "state": "current", "reason": "上级文件另有规定" });
    }
    report["findings"][0]["answer"]["state"] = "stale".into();
    let stored = document.to_string();
    for format in FORMATS {
        let shown = run(&["report", "-", "--format", format], &stored).out;
        assert!(shown.contains("上级文件另有规定"), "{format}");
        if !matches!(format, "junit" | "sarif" | "github" | "json" | "jsonl") {
            assert!(
                shown.contains("已说明1处") && shown.contains("先改"),
                "{format}: {shown}"
            );
        }
        if !matches!(format, "json" | "jsonl") {
            assert!(
                shown.contains("自 2027-01-01 起按“错误”处理"),
                "{format}: {shown}"
            );
        }
    }
    let sarif: Value =
        serde_json::from_str(&run(&["report", "-", "--format", "sarif"], &stored).out).unwrap();
    let results = &sarif["runs"][0]["results"];
    assert_eq!(results[0]["suppressions"][0]["status"], "rejected");
    assert_eq!(results[1]["suppressions"][0]["status"], "underReview");
    assert!(results[0]["partialFingerprints"]["targetTable/v1"].is_string());
    let html = run(&["report", "-", "--format", "html"], &stored).out;
    let page = elements(html.strip_prefix("<!doctype html>").unwrap());
    for words in ["相符 1 条，停用 1 条", "8 < 10 <万字>\n另有 2 处相符"] {
        assert!(page[0].text.contains(words), "{words}");
    }
    // The ledger knows which rules looked at the table.
    let junit = run(&["report", "-", "--format", "junit"], &stored).out;
    let case = |rule: &str| junit.lines().find(|line| line.contains(rule)).unwrap();
    assert!(case("name=\"range-reversed ").ends_with("/>"));
    assert!(case("name=\"goal-missing ").contains("<skipped/>"));
    let github = run(&["report", "-", "--format", "github"], &stored).out;
    assert_eq!(github.matches("::warning ").count(), 1, "{github}");
    // What is answered does not fail; the one whose answer is stale does.
    let strict = ["report", "-", "--format", "junit", "--fail-on", "warning"];
    let junit = run(&strict, &stored);
    assert_eq!((junit.code, junit.out.matches("<failure ").count()), (1, 1));
}

#[test]
fn what_is_no_report_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let stored = folder.path().join("r.json");
    std::fs::write(
        &stored,
        run(&["check", "--format", "json", "table-1.json"], "").out,
    )
    .unwrap();
    let stored = stored.to_str().unwrap();
    for (arguments, words) in [
        (&["report", "table-1.json"][..], "这不是检查报告"),
        (&["report", "nowhere.json"], "没有这个文件"),
        (&["report"], "缺少报告文件"),
        (&["report", stored, "--table", "table-2.json"], "校验码不符"),
        (&["report", stored, "--table", "annex3.txt"], "数目应当相同"),
    ] {
        let outcome = run(arguments, "");
        assert_eq!(outcome.code, 2, "{arguments:?}");
        assert_eq!(
            outcome.complaint.lines().count(),
            1,
            "{}",
            outcome.complaint
        );
        assert!(outcome.complaint.contains(words), "{}", outcome.complaint);
    }
}
