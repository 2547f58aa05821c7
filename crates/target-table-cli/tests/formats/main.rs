//! The formats of a report: each is whole, quotes everything that was found, and lets nothing of a table out of its place.
#![allow(missing_docs, reason = "tests are not documented API")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

mod markup;
#[path = "../program/mod.rs"]
mod program;
mod stored;

use serde_json::Value;

use program::{Outcome, run, suite};

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
