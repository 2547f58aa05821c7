//! The command line: exit codes, the shape of what is printed, and input that is bad in every way.
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

use program::run;

/// Checks input, and gives the rules that have findings.
fn rules_of(input: &[u8], code: i32) -> Vec<String> {
    let outcome = run(&["check", "--format", "json", "-"], input);
    assert_eq!(outcome.code, code, "{}{}", outcome.out, outcome.complaint);
    let document: Value = serde_json::from_str(&outcome.out).unwrap();
    let findings = document["reports"][0]["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn broken_json_is_a_finding() {
    let deep = "[".repeat(10_000);
    let large = format!("{{\"schemaVersion\":\"{}\"}}", "1".repeat(2 << 20));
    for (input, rule) in [
        (
            &br#"{"schemaVersion":"1","schemaVersion":"1"}"#[..],
            "json-duplicate-key",
        ),
        (br#"{"project":{"name":"\ud800"}}"#, "json-unreadable"),
        (b"{\"project\":", "json-unreadable"),
        (b"{\"project\":1e999}", "value-wrong-type"),
        (deep.as_bytes(), "json-unreadable"),
        (large.as_bytes(), "json-too-large"),
        (b"null", "value-wrong-type"),
        (b"[]", "value-wrong-type"),
        (b"\xef\xbb\xbf{}", "field-missing"),
        (br#"{"projct":{}}"#, "field-unknown"),
    ] {
        let rules = rules_of(input, 1);
        let shown = String::from_utf8_lossy(input)
            .chars()
            .take(40)
            .collect::<String>();
        assert!(
            rules.iter().any(|found| found == rule),
            "{shown}: {rules:?}"
        );
        // The letter survives whatever the JSON does not.
        assert_eq!(run(&["check", "-"], input).code, 1, "{shown}");
    }
}

#[test]
fn what_is_no_table_is_one_sentence() {
    for (input, words) in [
        (&b""[..], "文件是空的"),
        (b"\xef\xbb\xbf \n", "文件是空的"),
        ("只有文字".as_bytes(), "没有找到绩效目标表"),
        (b"\xbc\xa8\xd0\xa7", "另存为 UTF-8"),
        (b"\xff\xfe\x68\x88", "UTF-16"),
        (b"PK\x03\x04", "Word 或 Excel"),
        (&[b'a'; (2 << 20) + 1], "超过 2 MB 的上限"),
    ] {
        let outcome = run(&["check", "-"], input);
        assert_eq!((outcome.code, outcome.out.as_str()), (2, ""), "{words}");
        assert!(
            outcome.complaint.starts_with("target-table: 标准输入："),
            "{}",
            outcome.complaint
        );
        assert!(outcome.complaint.contains(words), "{}", outcome.complaint);
        assert_eq!(outcome.complaint.lines().count(), 1);
    }
}

#[test]
fn control_characters_of_a_text_are_findings() {
    let text = "\t申报单位\n\t甲\u{0}乙\n\n\t目标\n\t指标内容及口径\n\t年度目标\n\n\t产出\n\t数量指标\n\t培训（期）\n\t3\n";
    assert!(rules_of(text.as_bytes(), 1).contains(&"control-character".to_owned()));
    let letter = run(&["check", "-"], text.as_bytes()).out;
    assert!(!letter.contains('\u{0}'), "{letter}");
}

#[test]
fn a_bad_file_does_not_keep_the_others_from_being_checked() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("table.json");
    fs::write(&good, "{}").unwrap();
    let (folder, good) = (folder.path().to_str().unwrap(), good.to_str().unwrap());
    let missing = format!("{folder}/没有.txt");
    let outcome = run(&["check", "--format", "jsonl", &missing, folder, good], "");
    assert_eq!(outcome.code, 2);
    assert_eq!(outcome.out.lines().count(), 1);
    let complaints: Vec<&str> = outcome.complaint.lines().collect();
    assert_eq!(complaints.len(), 2);
    assert!(complaints[0].contains("没有这个文件"), "{complaints:?}");
    assert!(complaints[1].contains("这是文件夹"), "{complaints:?}");
}

#[test]
fn lines_of_json_are_tables() {
    let outcome = run(&["check", "--format", "json", "-"], b"{}\n\n[]\n{\n");
    let document: Value = serde_json::from_str(&outcome.out).unwrap();
    assert_eq!(document["reports"].as_array().unwrap().len(), 3);
    assert_eq!(outcome.code, 1);
    assert_eq!(run(&["import", "-"], b"{}").code, 2);
}

#[test]
fn the_threshold_decides_the_exit_code() {
    let text = "\t目标\n\t指标内容及口径\n\t年度目标\n\n\t产出\n\t数量指标\n\t培训（期）\n\t3\n";
    let outcome = run(&["check", "--fail-on", "info", "-"], text.as_bytes());
    assert_eq!(outcome.code, 1, "{}", outcome.out);
    assert!(outcome.out.contains("共 1 张表"), "{}", outcome.out);
}

#[test]
fn wrong_arguments_are_one_sentence() {
    for (arguments, words) in [
        (&["check"][..], "缺少文件"),
        (&["frobnicate"], "没有“frobnicate”这个命令"),
        (&["chek"], "是否应为 check，"),
        (&["check", "--frob", "x"], "没有“--frob”这个选项"),
        (
            &["check", "--format", "pdf", "x"],
            "--format 不能是“pdf”，可以是 text、json、jsonl、sarif、junit、github、html、md。",
        ),
        (&["check", "--format"], "--format 后面要写值，可以是 text"),
        (&["check", "--formt", "x"], "是否应为 --format"),
        (&["explain", "a", "b"], "“b”是多余的"),
        (&["schema", "x"], "Schema 的名称 不能是“x”"),
        (&["serve", "--port", "99999"], "0 到 65535 的整数"),
        (&["serve", "--host", "x"], "IP 地址"),
        (
            &["check", "--profile", "x", "x"],
            "guangdong-2024、mof-2021",
        ),
        (&["explain", "unit-scale"], "unit-scale-differs"),
        (
            &["check", "--lang=en", "--frob"],
            "There is no option “--frob”",
        ),
        (&["serve", "--site", "/nowhere"], "没有 index.html"),
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

#[test]
fn rules_schemas_and_readings_are_printed() {
    let rules: Value = serde_json::from_str(&run(&["rules", "--json"], "").out).unwrap();
    assert_eq!(
        rules.as_array().unwrap().len(),
        target_table::rules::RULES.len()
    );
    let list = run(&["rules"], "").out;
    let lines = list.lines().filter(|line| line.starts_with("  "));
    assert_eq!(lines.count(), target_table::rules::RULES.len());
    assert!(list.starts_with("完整性\n") && list.contains("unit-scale-differs"));
    let page = run(&["explain", "unit-scale-differs", "--lang", "en"], "").out;
    assert!(page.starts_with("# unit-scale-differs"), "{page}");
    for which in ["table", "report", "profile", "reading", "rules"] {
        let schema: Value = serde_json::from_str(&run(&["schema", which], "").out).unwrap();
        assert!(schema["$schema"].is_string(), "{which}");
    }
    let records = run(&["read", "不少于50", "-", "--unit", "家"], "").out;
    let texts: Vec<String> = records
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["text"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    assert_eq!(texts, ["不少于50", "-"]);
}

#[test]
fn the_pages_of_the_rules_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("rules");
    assert_eq!(
        run(&["rules", "--html", site.to_str().unwrap()], "").code,
        0
    );
    for (file, words) in [
        ("index.html", "检查规则"),
        ("en/index.html", "The rules of the check"),
        ("unit-scale-differs.html", "<td>6000万元</td>"),
        ("en/unit-scale-differs.html", "With the defect"),
        // What is about the JSON itself stays JSON.
        ("json-unreadable.html", "<pre tabindex"),
    ] {
        let page = fs::read_to_string(site.join(file)).unwrap();
        assert!(page.contains(words), "{words} in {page}");
        assert!(
            !page.contains("<script") && !page.contains(" style="),
            "{file}"
        );
    }
    // A page for each rule and an index, in each language.
    let pages = |folder: &std::path::Path| {
        let files = fs::read_dir(folder).unwrap();
        files
            .filter(|file| {
                file.as_ref()
                    .unwrap()
                    .path()
                    .extension()
                    .is_some_and(|end| end == "html")
            })
            .count()
    };
    let expected = target_table::rules::RULES.len() + 1;
    assert_eq!(
        (pages(&site), pages(&site.join("en"))),
        (expected, expected)
    );
}
