//! Every rule's page is its test: what it calls bad trips exactly this rule, what it calls fixed or good is silent.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests fail by panicking"
)]

use std::collections::BTreeSet;

use serde_json::Value;
use target_table::report::Operation;
use target_table::rules::{RULES, Rule};
use target_table::{Lang, Options, Report, check_json};

fn rules_found(report: &Report) -> BTreeSet<&str> {
    report
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect()
}

#[test]
fn examples_do_what_their_page_says() {
    let mut wrong = Vec::new();
    for rule in RULES {
        for example in rule.examples() {
            let report = check_json(&example.table(), &Options::default());
            let expected: BTreeSet<&str> = match example.kind {
                "bad" | "bad raw" => [rule.id].into(),
                "fixed" | "good" | "boundary" => BTreeSet::new(),
                other => panic!("{}: unknown kind of example: {other}", rule.id),
            };
            if rules_found(&report) != expected {
                wrong.push(format!(
                    "{}, {} {}: {:#?}",
                    rule.id, example.kind, example.body, report.findings
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file of more than 1 MiB is no example that a person would read; `tests/bad_input.rs` has it. What only an office's own
/// profile asks for, no table trips by the default one; `tests/judgement/profiles.rs` has it.
const WITHOUT_EXAMPLE: [&str; 2] = ["json-too-large", "period-kind-not-in-form"];

#[test]
fn pages_are_complete() {
    for rule in RULES {
        assert!(
            rule.docs.starts_with(&format!("# {}\n", rule.id)),
            "{}: the page's title is not the id",
            rule.id
        );
        for lang in [Lang::Zh, Lang::En] {
            assert!(!rule.title(lang).is_empty(), "{}: no title", rule.id);
            assert!(
                rule.page(lang).contains("```json"),
                "{}: no examples",
                rule.id
            );
        }
        let kinds: Vec<&str> = rule.examples().map(|example| example.kind).collect();
        assert!(kinds.contains(&"good"), "{}: no good example", rule.id);
        assert!(
            kinds.iter().any(|kind| kind.starts_with("bad")) || WITHOUT_EXAMPLE.contains(&rule.id),
            "{}: no bad example",
            rule.id
        );
        assert!(
            kinds.contains(&"boundary") || WITHOUT_EXAMPLE.contains(&rule.id),
            "{}: no example of its boundary",
            rule.id
        );
    }
}

#[test]
fn messages_have_the_same_parameters_in_both_languages() {
    fn params(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect()
    }
    for rule in RULES {
        for words in [rule.message, rule.fix] {
            assert_eq!(params(words.zh), params(words.en), "{}", rule.id);
            assert_eq!(words.zh.is_empty(), words.en.is_empty(), "{}", rule.id);
        }
        for example in rule.examples() {
            for lang in [Lang::Zh, Lang::En] {
                let options = Options {
                    lang,
                    ..Options::default()
                };
                for finding in check_json(&example.table(), &options).findings {
                    assert!(
                        !finding.message.contains("{}") && !finding.message.contains("“”"),
                        "{}: {}",
                        rule.id,
                        finding.message
                    );
                    let used = params(if lang == Lang::Zh {
                        rule.message.zh
                    } else {
                        rule.message.en
                    });
                    if finding.rule == rule.id {
                        for name in used {
                            assert!(finding.params.contains_key(name), "{}: no {name}", rule.id);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn rules_are_sorted_and_their_ids_are_kebab_case() {
    let ids: Vec<&str> = RULES.iter().map(|rule: &Rule| rule.id).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
    for id in ids {
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{id}"
        );
    }
}

#[test]
fn every_fix_removes_its_finding_and_adds_none() {
    let mut fixes = 0;
    for rule in RULES {
        for example in rule.examples() {
            let text = example.table();
            let before = check_json(&text, &Options::default());
            for finding in &before.findings {
                let Some(fix) = &finding.fix else { continue };
                fixes += 1;
                let mut table: Value = serde_json::from_str(&text).unwrap();
                for operation in &fix.patch {
                    apply(&mut table, operation);
                }
                let after = check_json(&table.to_string(), &Options::default());
                assert!(
                    after.findings.len() < before.findings.len(),
                    "{}: {:#?}",
                    rule.id,
                    after.findings
                );
            }
        }
    }
    assert!(fixes >= 4, "only {fixes} fixes were tried");
}

fn apply(table: &mut Value, operation: &Operation) {
    let (Operation::Add { path, .. }
    | Operation::Replace { path, .. }
    | Operation::Remove { path }) = operation;
    let (parent, field) = path.rsplit_once('/').unwrap();
    let parent = table.pointer_mut(parent).unwrap();
    if let (Value::Array(items), Operation::Remove { .. }) = (&mut *parent, operation) {
        items.remove(field.parse().unwrap());
        return;
    }
    let fields = parent.as_object_mut().unwrap();
    match operation {
        Operation::Remove { .. } => fields.remove(field).map(drop).unwrap(),
        Operation::Replace { value, .. } => {
            *fields.get_mut(field).unwrap() = Value::from(value.as_str());
        }
        Operation::Add { value, .. } => {
            fields.insert(field.to_owned(), Value::from(value.as_str()));
        }
    }
}
