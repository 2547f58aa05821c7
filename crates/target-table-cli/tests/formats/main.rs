//! The formats of a report: each is whole, quotes everything that was found, and lets nothing of a table out of its place.
#![allow(missing_docs, reason = "tests are not documented API")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

const FORMATS: [&str; 8] = [
    "text", "json", "jsonl", "sarif", "junit", "github", "html", "md",
];

/// A table that would like to be markup.
const HOSTILE: &str = r#"{
  "schemaVersion": "1",
  "project": { "name": "<script>alert(1)</script> & “甲” ]]> |*_`" },
  "applicant": { "name": "某\"单位'<b>" },
  "support": { "amount": "330", "unit": "万元" },
  "periods": [
    { "id": "stage", "kind": "stage", "label": "阶段目标（6月底前）", "goal": "</style>::error::" },
    { "id": "annual", "kind": "annual", "label": "年度目标", "goal": "" }
  ],
  "indicators": [
    { "category": "output", "dimension": "quantity", "group": "组", "name": "</td><img src=x>", "unit": "|", "targets": { "stage": "12", "annual": "XX%\u0007" } },
    { "category": "benefit", "dimension": "other", "dimensionLabel": "::warning::", "name": "a|b\n::error::c", "targets": { "annual": "10-8%" } }
  ]
}"#;

struct Outcome {
    code: i32,
    out: String,
    complaint: String,
}

fn suite(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/suite")
        .join(name)
}

fn run(arguments: &[&str], input: &str) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_target-table"))
        .current_dir(suite("annex"))
        .env_remove("CLICOLOR_FORCE")
        .args(arguments)
        .write_stdin(input)
        .output()
        .unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        complaint: String::from_utf8(output.stderr).unwrap(),
    }
}

/// What a check prints of the annex, of everything broken in the suite, of a hostile table and of texts that are none.
fn printed(format: &str, lang: &str) -> Vec<(Outcome, Vec<Value>)> {
    let broken: Vec<String> = std::fs::read_dir(suite("structure"))
        .unwrap()
        .map(|file| file.unwrap().path().to_str().unwrap().to_owned())
        .filter(|file| file.ends_with(".json"))
        .collect();
    let broken: Vec<&str> = broken.iter().map(String::as_str).collect();
    [
        (&["annex3.txt"][..], ""),
        (&broken, ""),
        (&["-"], HOSTILE),
        (&["-"], "{\n\"a\": 1}"),
        (&["-"], "[[{"),
    ]
    .into_iter()
    .map(|(files, input)| {
        let check = |format| {
            let arguments = ["check", "--lang", lang, "--format", format];
            run(&[&arguments[..], files].concat(), input)
        };
        let reports = check("jsonl").out;
        let reports = reports
            .lines()
            .map(|line| serde_json::from_str(line).unwrap());
        (check(format), reports.collect())
    })
    .collect()
}

fn findings(reports: &[Value]) -> impl Iterator<Item = &Value> {
    reports
        .iter()
        .flat_map(|report| report["findings"].as_array().unwrap())
}

/// An element's name, its attributes, and the text within it; children stand behind their parents.
struct Element {
    name: String,
    depth: usize,
    attributes: BTreeMap<String, String>,
    text: String,
}

/// Parses XML with a parser that is not ours; anything ill-formed fails.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        let event = reader.read_event().unwrap();
        let (start, is_empty) = match &event {
            Event::Start(start) => (start, false),
            Event::Empty(start) => (start, true),
            Event::End(_) => {
                open.pop().unwrap();
                continue;
            }
            Event::Text(text) => {
                let text: &str = text;
                let bad = |c: char| c.is_control() && c != '\n' && c != '\t';
                assert!(!text.contains(bad), "{text:?}");
                for index in &open {
                    elements[*index].text.push_str(text);
                }
                continue;
            }
            Event::GeneralRef(name) => {
                let name: &str = name;
                let known = ["amp", "lt", "gt", "quot", "#39"];
                assert!(known.contains(&name), "&{name};");
                for index in &open {
                    elements[*index]
                        .text
                        .push_str(&unescaped(&format!("&{name};")));
                }
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.unwrap();
            (
                attribute.key.as_ref().to_owned(),
                unescaped(&attribute.value),
            )
        });
        elements.push(Element {
            name: start.name().as_ref().to_owned(),
            depth: open.len(),
            attributes: attributes.collect(),
            text: String::new(),
        });
        if !is_empty {
            open.push(elements.len() - 1);
        }
    }
    assert!(open.is_empty(), "something was not closed");
    elements
}

fn unescaped(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

#[test]
fn junit_is_well_formed_and_its_counts_are_true() {
    for (outcome, reports) in printed("junit", "zh") {
        let elements = elements(&outcome.out);
        assert_eq!(
            (elements[0].name.as_str(), elements[0].depth),
            ("testsuites", 0)
        );
        let of = |name: &str| {
            elements
                .iter()
                .filter(|element| element.name == name)
                .count()
        };
        let sum = |attribute: &str| -> usize {
            let suites = elements
                .iter()
                .filter(|element| element.name == "testsuite");
            suites
                .map(|suite| suite.attributes[attribute].parse::<usize>().unwrap())
                .sum()
        };
        assert_eq!(of("testsuite"), reports.len());
        assert_eq!(of("testcase"), sum("tests"));
        assert_eq!(of("failure"), sum("failures"));
        assert_eq!(of("skipped"), sum("skipped"));
        assert_eq!(sum("errors"), 0);
        let failing: BTreeSet<(usize, &str)> = reports
            .iter()
            .enumerate()
            .flat_map(|(index, report)| {
                findings(std::slice::from_ref(report))
                    .filter(|finding| finding["severity"] == "error")
                    .map(move |finding| (index, finding["rule"].as_str().unwrap()))
            })
            .collect();
        assert_eq!(of("failure"), failing.len());
        for element in &elements {
            let (depth, needed): (usize, &[&str]) = match element.name.as_str() {
                "testsuites" => (0, &["name", "tests", "failures", "errors"]),
                "testsuite" => (1, &["name", "tests", "failures", "errors", "skipped"]),
                "properties" => (2, &[]),
                "property" => (3, &["name", "value"]),
                "testcase" => (2, &["name", "classname"]),
                "failure" => (3, &["message", "type"]),
                "skipped" | "system-out" => (3, &[]),
                other => panic!("JUnit knows no {other}"),
            };
            assert_eq!(element.depth, depth, "{}", element.name);
            for name in needed {
                assert!(
                    element.attributes.contains_key(*name),
                    "{}: no {name}",
                    element.name
                );
            }
        }
        let text: String = elements[0].text.replace('\u{fffd}', "");
        for finding in findings(&reports) {
            let message = finding["message"].as_str().unwrap().replace('\u{7}', "");
            assert!(text.contains(&message), "{message}");
        }
    }
    let strict = [
        "check",
        "--format",
        "junit",
        "--fail-on",
        "warning",
        "annex3.txt",
    ];
    assert!(run(&strict, "").out.contains("<failure "));
}

#[test]
fn html_is_well_formed_whole_and_without_scripts() {
    for lang in ["zh", "en"] {
        for (outcome, reports) in printed("html", lang) {
            let html = outcome.out.strip_prefix("<!doctype html>").unwrap();
            let elements = elements(html);
            let names: BTreeSet<&str> = elements
                .iter()
                .map(|element| element.name.as_str())
                .collect();
            for name in ["script", "img", "link", "iframe", "b"] {
                assert!(!names.contains(name), "{name}");
            }
            assert_eq!(
                elements
                    .iter()
                    .filter(|element| element.name == "style")
                    .count(),
                1
            );
            let mut ids = BTreeSet::new();
            for element in &elements {
                for (name, value) in &element.attributes {
                    assert!(!name.starts_with("on") && name != "style", "{name}={value}");
                    assert!(
                        name != "id" || ids.insert(value.as_str()),
                        "{value} is there twice"
                    );
                }
            }
            for element in elements.iter().filter(|element| element.name == "a") {
                let target = element.attributes["href"].strip_prefix('#').unwrap();
                assert!(ids.contains(target), "{target}");
            }
            let notes = elements.iter().filter(|element| {
                element.name == "li"
                    && element
                        .attributes
                        .get("id")
                        .is_some_and(|id| id.starts_with('t'))
            });
            assert_eq!(notes.count(), findings(&reports).count());
            let text = elements[0].text.replace('\u{fffd}', "");
            for finding in findings(&reports) {
                let message = finding["message"].as_str().unwrap().replace('\u{7}', "");
                assert!(text.contains(&message), "{message}");
            }
        }
    }
}

#[test]
fn what_a_filer_wrote_is_shown_in_the_html() {
    let page = run(&["check", "--format", "html", "-"], HOSTILE).out;
    let text = &elements(page.strip_prefix("<!doctype html>").unwrap())[0].text;
    for words in [
        "<script>alert(1)</script> & “甲” ]]> |*_`",
        "</td><img src=x>",
        "</style>::error::",
        "某\"单位'<b>",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn markdown_keeps_its_tables() {
    for (outcome, reports) in printed("md", "zh") {
        let mut columns = 0;
        let mut rows = 0;
        for line in outcome.out.lines() {
            let bars = line.replace("\\|", "").matches('|').count();
            if !line.starts_with('|') {
                columns = 0;
                continue;
            }
            assert!(columns == 0 || columns == bars, "{line}");
            columns = bars;
            rows += 1;
        }
        assert!(rows >= findings(&reports).count(), "{}", outcome.out);
        assert!(!outcome.out.contains("<script>") && !outcome.out.contains('\u{7}'));
    }
}

#[test]
fn each_finding_is_one_command_for_github() {
    for (outcome, reports) in printed("github", "zh") {
        assert_eq!(outcome.out.lines().count(), findings(&reports).count());
        for (line, finding) in outcome.out.lines().zip(findings(&reports)) {
            let command = match finding["severity"].as_str().unwrap() {
                "info" => "::notice ",
                "warning" => "::warning ",
                _ => "::error ",
            };
            assert!(line.starts_with(command), "{line}");
            let title = format!("title={}::", finding["rule"].as_str().unwrap());
            assert!(line.contains(&title), "{line}");
        }
    }
}

#[test]
fn lines_of_a_file_are_those_of_the_place() {
    let text = std::fs::read_to_string(suite("annex/table-1.json")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let printed = run(&["check", "--format", "github", "table-1.json"], "").out;
    let scale = printed
        .lines()
        .find(|line| line.contains("unit-scale-differs"))
        .unwrap();
    let number = |name: &str| -> usize {
        let rest = scale.split(&format!("{name}=")).nth(1).unwrap();
        rest.split([',', ':']).next().unwrap().parse().unwrap()
    };
    let line: Vec<char> = lines[number("line") - 1].chars().collect();
    let words: String = line[number("col") - 1..number("endColumn") - 1]
        .iter()
        .collect();
    assert_eq!(words, "\"6000万元\"");
    assert!(
        scale.starts_with("::warning file=table-1.json,line="),
        "{scale}"
    );
    // A table a line: the line is the table's, and no line is counted twice.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("表 1.jsonl");
    let table: Value = serde_json::from_str(&text).unwrap();
    std::fs::write(&file, format!("\n{{}}\n{table}\n")).unwrap();
    let arguments = ["check", "--format", "sarif", file.to_str().unwrap()];
    let sarif: Value = serde_json::from_str(&run(&arguments, "").out).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let physical = &results.last().unwrap()["locations"][0]["physicalLocation"];
    assert_eq!(physical["region"]["startLine"], 3);
    assert_eq!(physical["region"]["endLine"], 3);
    let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
    assert!(
        uri.starts_with("file:///") && uri.ends_with("%E8%A1%A8%201.jsonl"),
        "{uri}"
    );
}

#[test]
fn sarif_says_where_in_the_file_and_in_the_table() {
    let sarif: Value =
        serde_json::from_str(&run(&["check", "--format", "sarif", "table-1.json"], "").out)
            .unwrap();
    let run = &sarif["runs"][0];
    let results = run["results"].as_array().unwrap();
    let scale = results
        .iter()
        .find(|result| result["ruleId"] == "unit-scale-differs")
        .unwrap();
    let index = usize::try_from(scale["ruleIndex"].as_u64().unwrap()).unwrap();
    let rule = &run["tool"]["driver"]["rules"][index];
    assert_eq!(rule["id"], "unit-scale-differs");
    assert!(
        rule["help"]["markdown"]
            .as_str()
            .unwrap()
            .contains("```json")
    );
    let location = &scale["locations"][0];
    assert_eq!(
        location["physicalLocation"]["artifactLocation"]["uri"],
        "table-1.json"
    );
    let logical = &location["logicalLocations"][0];
    assert!(
        logical["fullyQualifiedName"]
            .as_str()
            .unwrap()
            .ends_with("/targets/annual")
    );
    assert!(
        logical["name"]
            .as_str()
            .unwrap()
            .contains("贷款发放规模（亿元）")
    );
    let change = &scale["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], "\"0.6亿元\"");
    assert_eq!(
        change["deletedRegion"],
        location["physicalLocation"]["region"]
    );
}

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
