//! The formats that are markup: well-formed for a parser that is not ours.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::program::run;
use crate::{HOSTILE, findings, printed};

/// An element's name, its attributes, and the text within it; children stand behind their parents.
pub struct Element {
    name: String,
    depth: usize,
    attributes: BTreeMap<String, String>,
    pub text: String,
}

/// Parses XML with a parser that is not ours; anything ill-formed fails.
pub fn elements(xml: &str) -> Vec<Element> {
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
