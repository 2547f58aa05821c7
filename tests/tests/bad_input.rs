//! Bad input gives one clear finding, never a panic, and never a follow-up about what the first finding already explains.

use serde_json::Value;
use target_table::report::{Aspect, Finding, Verdict};
use target_table::{Lang, Options, Report, check_json};
use target_table_tests::suite;

fn check(text: &str, lang: Lang) -> Report {
    let options = Options {
        lang,
        ..Options::default()
    };
    check_json(text, &options)
}

/// The only finding of a text, in both languages.
fn only_finding(text: &str) -> [Finding; 2] {
    [Lang::Zh, Lang::En].map(|lang| {
        let report = check(text, lang);
        assert_eq!(report.findings.len(), 1, "{}", report.to_json());
        assert_eq!(report.summary.verdict, Verdict::Mend);
        assert_eq!(report.digest, None);
        report.findings[0].clone()
    })
}

#[test]
fn each_broken_document_is_refused_by_the_rule_it_is_named_after() {
    for file in suite::structure() {
        let rule = file
            .name
            .trim_start_matches("structure/")
            .split('.')
            .next()
            .unwrap();
        let report = check(&file.text, Lang::Zh);
        if rule == "json-byte-order-mark" {
            assert_eq!(
                report.findings,
                [],
                "a byte order mark says nothing about the table"
            );
            continue;
        }
        assert_eq!(report.digest, None, "{}", file.name);
        assert_eq!(report.summary.verdict, Verdict::Mend, "{}", file.name);
        assert!(
            !report.findings.is_empty(),
            "{} is refused without a word",
            file.name
        );
        for finding in &report.findings {
            assert_eq!(finding.rule, rule, "{}: {}", file.name, finding.message);
            assert_eq!(finding.aspect, Aspect::Structure, "{}", file.name);
        }
        let one_cause =
            !file.name.ends_with(".several.json") && !file.name.ends_with(".everything.json");
        assert!(
            !one_cause || report.findings.len() == 1,
            "{}: {}",
            file.name,
            report.to_json()
        );
    }
}

#[test]
fn what_is_said_of_each_broken_document() {
    let mut said = String::from("file\tat\tzh\ten\n");
    for file in suite::structure() {
        let [zh, en] = [Lang::Zh, Lang::En].map(|lang| check(&file.text, lang).findings);
        assert_eq!(zh.len(), en.len(), "{}", file.name);
        for (zh, en) in zh.iter().zip(&en) {
            assert_eq!((&zh.rule, &zh.at), (&en.rule, &en.at), "{}", file.name);
            let messages = format!("{}\t{}", zh.message, en.message);
            assert!(
                !messages.chars().any(|c| c.is_control() && c != '\t'),
                "{}: {messages:?}",
                file.name
            );
            said.push_str(&format!("{}\t{}\t{messages}\n", file.name, zh.at));
        }
    }
    suite::assert_fresh("structure/findings.tsv", &said);
}

#[test]
fn two_megabytes_are_too_many() {
    let text = format!("{{\"remark\":\"{}\"}}", "a".repeat(2 << 20));
    let [zh, en] = only_finding(&text);
    assert_eq!(zh.rule, "json-too-large");
    assert_eq!(
        zh.message,
        "文件有 2097165 字节，一张表最多 1048576 字节。请确认打开的是一张绩效目标表，并删去多余内容。"
    );
    assert_eq!(
        en.message,
        "The file has 2097165 bytes; one table may have 1048576. Make sure that it is a performance target table, and \
         remove what does not belong."
    );
}

#[test]
fn the_limit_of_size_counts_bytes_and_is_exact() {
    let sound = &suite::annex()[0].text;
    let padded = |length: usize| sound.clone() + &" ".repeat(length - sound.len());
    assert!(check(&padded(1 << 20), Lang::Zh).digest.is_some());
    assert_eq!(
        only_finding(&padded((1 << 20) + 1))[0].rule,
        "json-too-large"
    );
}

#[test]
fn ten_thousand_levels_are_too_deep() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = open.repeat(10_000) + "1" + &close.repeat(10_000);
        let [zh, en] = only_finding(&text);
        assert_eq!(zh.rule, "json-unreadable");
        assert!(
            zh.message.contains("括号嵌套太深，不是绩效目标表"),
            "{}",
            zh.message
        );
        assert!(
            en.message
                .contains("brackets are nested too deeply for a table"),
            "{}",
            en.message
        );
    }
}

#[test]
fn deep_nesting_in_a_field_is_refused_as_well() {
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let text = suite::annex()[0]
        .text
        .replacen('{', &format!("{{\"remark\":{deep},"), 1);
    assert_eq!(only_finding(&text)[0].rule, "json-unreadable");
}

#[test]
fn five_hundred_and_one_indicators_are_too_many() {
    let mut table: Value = serde_json::from_str(&suite::annex()[0].text).unwrap();
    let row = table["indicators"][0].clone();
    table["indicators"] = vec![row.clone(); 500].into();
    assert!(check(&table.to_string(), Lang::Zh).digest.is_some());
    table["indicators"] = vec![row; 501].into();
    let report = check(&table.to_string(), Lang::Zh);
    let about_length: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| finding.rule == "list-length")
        .collect();
    assert_eq!(about_length.len(), 1, "{}", report.to_json());
    assert_eq!(
        about_length[0].message,
        "指标列表（indicators）有 501 项，规定最多 500 项。请增减后再试。"
    );
}

#[test]
fn no_field_may_stand_twice() {
    let document: Value = serde_json::from_str(&suite::annex()[0].text).unwrap();
    let mut fields = 0;
    loop {
        let mut left = fields;
        let text = written_with_one_field_twice(&document, &mut left);
        if left >= 0 {
            break;
        }
        let findings = check(&text, Lang::Zh).findings;
        let is_found = findings
            .iter()
            .any(|finding| finding.rule == "json-duplicate-key");
        assert!(is_found, "{text}");
        fields += 1;
    }
    assert!(fields > 20, "only {fields} fields were tried");
}

/// Writes a value as JSON, the field twice before which so many others are `left`. The count ends below zero if there is one.
fn written_with_one_field_twice(value: &Value, left: &mut isize) -> String {
    match value {
        Value::Object(fields) => {
            let mut parts = Vec::new();
            for (name, field) in fields {
                let is_it = *left == 0;
                *left -= 1;
                let part = format!(
                    "{}:{}",
                    Value::from(name.as_str()),
                    written_with_one_field_twice(field, left)
                );
                parts.extend(std::iter::repeat_n(part, if is_it { 2 } else { 1 }));
            }
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(items) => {
            let parts: Vec<String> = items
                .iter()
                .map(|item| written_with_one_field_twice(item, left))
                .collect();
            format!("[{}]", parts.join(","))
        }
        _ => value.to_string(),
    }
}

#[test]
fn text_that_is_not_a_table_is_not_mistaken_for_one() {
    let annex = std::fs::read_to_string(suite::root().join("annex/annex3.txt")).unwrap();
    assert_eq!(only_finding(&annex)[0].rule, "json-unreadable");
}
