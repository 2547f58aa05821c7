//! SARIF 2.1.0, which code hosts and editors read: places both in the file and in the table.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value, json};
use target_table::report::{AnswerState, Answered, Finding, Lang, Operation, Severity};
use target_table::rules;

use super::{Checked, Manner, title, write_json};
use crate::position::{Region, nearest, regions};
use crate::{place, remark};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes all reports as one run.
pub fn write(all: &[Checked], manner: Manner, out: &mut impl Write) -> io::Result<()> {
    let lang = manner.lang;
    let found = all.iter().flat_map(|checked| &checked.report.findings);
    let ids: BTreeSet<&str> = found.map(|finding| finding.rule.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let files: BTreeSet<String> = all
        .iter()
        .filter_map(|checked| uri(&checked.file))
        .collect();
    let artifacts: Vec<Value> = files
        .iter()
        .map(|uri| json!({ "location": { "uri": uri } }))
        .collect();
    let results: Vec<Value> = all
        .iter()
        .flat_map(|checked| results(checked, &ids, lang))
        .collect();
    let rules: Vec<Value> = ids.iter().map(|id| descriptor(id, lang)).collect();
    let first = all.first().map(|checked| &checked.report);
    let version = first.map_or(env!("CARGO_PKG_VERSION"), |report| &report.engine);
    write_json(
        &json!({
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "target-table",
                    "semanticVersion": version,
                    "language": lang.either("zh-CN", "en-US"),
                    "rules": rules,
                } },
                "language": lang.either("zh-CN", "en-US"),
                "columnKind": "utf16CodeUnits",
                "artifacts": artifacts,
                "results": results,
            }]
        }),
        out,
    )
}

/// What a rule is, with its page as help.
fn descriptor(id: &str, lang: Lang) -> Value {
    let Some(rule) = rules::find(id) else {
        return json!({ "id": id });
    };
    let page = rule.page(lang);
    json!({
        "id": id,
        "shortDescription": { "text": rule.title(lang) },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.aspect] },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn results<'c>(
    checked: &'c Checked,
    ids: &'c [&'c str],
    lang: Lang,
) -> impl Iterator<Item = Value> + 'c {
    let table = checked.table();
    let regions = match &checked.source {
        Some(source) if source.line.is_some() => regions(&source.json),
        _ => Default::default(),
    };
    let findings = checked.report.findings.iter();
    findings.map(move |finding| {
        let locate = |at: &str| location(checked, at, &table, nearest(at, &regions), lang);
        let mut text = vec![finding.message.clone()];
        text.extend(remark::all(finding, &table, lang));
        let mut result = json!({
            "ruleId": finding.rule,
            "level": level(finding.severity),
            "message": { "text": text.join("\n") },
            "locations": [locate(&finding.at)],
            "properties": {
                "aspect": finding.aspect,
                "profile": checked.report.profile,
                "ruleset": checked.report.ruleset,
                "table": title(checked, &table, lang),
            },
        });
        let mut add = |name: &str, value: Value| {
            if let Value::Object(result) = &mut result {
                result.insert(name.to_owned(), value);
            }
        };
        if let Some(fingerprint) = &finding.fingerprint {
            add(
                "partialFingerprints",
                json!({ "targetTable/v1": fingerprint }),
            );
        }
        if let Some(answer) = &finding.answer {
            add("suppressions", json!([suppression(answer)]));
        }
        if let Some(index) = ids.iter().position(|id| *id == finding.rule) {
            add("ruleIndex", json!(index));
        }
        if !finding.related.is_empty() {
            let related: Vec<Value> = finding.related.iter().map(|at| locate(at)).collect();
            add("relatedLocations", json!(related));
        }
        if let Some(fix) = replacements(checked, finding, &regions) {
            add("fixes", json!([fix]));
        }
        result
    })
}

/// An answer asks for the finding to be set aside. It stands in the table itself; whether it is accepted is for the
/// office to say, and one that was given for other words is not.
fn suppression(answer: &Answered) -> Value {
    let status = match answer.state {
        AnswerState::Current => "underReview",
        AnswerState::Stale => "rejected",
    };
    json!({ "kind": "inSource", "status": status, "justification": answer.reason })
}

/// A place, in the table by its JSON Pointer, and in the file by lines where that is JSON.
fn location(
    checked: &Checked,
    at: &str,
    table: &Value,
    region: Option<&Region>,
    lang: Lang,
) -> Value {
    let name = match place::of(table, at, lang).name {
        name if name.is_empty() => lang.either("整张表", "The whole table").to_owned(),
        name => name,
    };
    let last = at.rsplit('/').next().unwrap_or_default();
    let is_whole = last.is_empty() || last.parse::<usize>().is_ok();
    let mut location = Map::new();
    if let Some(uri) = uri(&checked.file) {
        let mut physical = json!({ "artifactLocation": { "uri": uri } });
        if let (Some(region), Value::Object(fields)) = (region, &mut physical) {
            fields.insert("region".into(), region_json(checked, region));
        }
        location.insert("physicalLocation".into(), physical);
    }
    let logical = json!({
        "fullyQualifiedName": at,
        "name": name,
        "kind": if is_whole { "object" } else { "property" },
    });
    location.insert("logicalLocations".into(), json!([logical]));
    // The document's own address: table, row and cell of the text that was imported.
    let places = checked.source.as_ref().map(|source| &source.places);
    if let Some(address) = places.and_then(|places| nearest(at, places)) {
        let text = address.text(lang);
        location.insert("message".into(), json!({ "text": text }));
    }
    Value::Object(location)
}

fn region_json(checked: &Checked, region: &Region) -> Value {
    let first = checked.source.as_ref().and_then(|source| source.line);
    let before = first.unwrap_or(1) - 1;
    json!({
        "startLine": region.line + before,
        "startColumn": region.column,
        "endLine": region.end_line + before,
        "endColumn": region.end_column,
    })
}

/// A fix as replacements of text, where it only puts new texts in the place of old ones.
fn replacements(
    checked: &Checked,
    finding: &Finding,
    regions: &std::collections::BTreeMap<String, Region>,
) -> Option<Value> {
    let fix = finding.fix.as_ref()?;
    let uri = uri(&checked.file)?;
    let replacements: Option<Vec<Value>> = fix
        .patch
        .iter()
        .map(|operation| match operation {
            Operation::Replace { path, value } => Some(json!({
                "deletedRegion": region_json(checked, regions.get(path)?),
                "insertedContent": { "text": json!(value).to_string() },
            })),
            Operation::Add { .. } | Operation::Remove { .. } => None,
        })
        .collect();
    Some(json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri },
            "replacements": replacements?,
        }],
    }))
}

/// A file's path as a URI; none for standard input.
fn uri(file: &Path) -> Option<String> {
    if file == Path::new("-") {
        return None;
    }
    let path = file.to_string_lossy().replace('\\', "/");
    let start = match path.starts_with('/') {
        true => "file://",
        // C:/tables is no scheme called C.
        false if path.chars().nth(1) == Some(':') => "file:///",
        false => "",
    };
    let encoded: String = path.bytes().map(encoded).collect();
    Some(start.to_owned() + &encoded)
}

fn encoded(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_uris() {
        for (path, expected) in [
            ("a b/表.json", Some("a%20b/%E8%A1%A8.json")),
            ("/tmp/a.json", Some("file:///tmp/a.json")),
            ("C:\\a.json", Some("file:///C%3A/a.json")),
            ("-", None),
        ] {
            assert_eq!(uri(Path::new(path)).as_deref(), expected);
        }
    }
}
