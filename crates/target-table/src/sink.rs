//! Where rules put what they find.

use std::collections::BTreeMap;

use crate::place::SECTIONS;
use crate::profile::Profile;
use crate::report::{Finding, Fix, Lang, Operation, Severity};
use crate::rules::{Rule, WITHOUT_PAGES};
use crate::span::Span;

/// Collects findings and gives them their words.
pub(crate) struct Sink<'p> {
    pub lang: Lang,
    profile: &'p Profile,
    rule: Option<&'static Rule>,
    findings: Vec<Finding>,
}

/// What a rule says of one place; what it leaves out is empty.
#[derive(Default)]
pub(crate) struct Remark {
    /// JSON Pointer of the place.
    pub at: String,
    /// The span of the text there, in UTF-16 code units.
    pub span: Option<Span>,
    /// The words for the message.
    pub params: Vec<(&'static str, String)>,
    /// Other places that have to do with it.
    pub related: Vec<String>,
    /// The patch that mends it.
    pub fix: Vec<Operation>,
    /// Whether the fix is one of several ways to mend it, so that a human has to choose.
    pub choice: bool,
    /// Where it is not the rule's own.
    pub severity: Option<Severity>,
}

impl Remark {
    /// A remark about a place that is no cell.
    pub fn at(at: impl Into<String>) -> Self {
        Remark {
            at: at.into(),
            ..Remark::default()
        }
    }

    /// The same remark with one more word for its message.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.params.push((name, value.to_owned()));
        self
    }

    /// The patch that gives its place and those related to it another text: a merged cell is written once for each of
    /// its periods, and is mended in all of them.
    pub fn rewrite(&self, text: &str) -> Vec<Operation> {
        let paths = std::iter::once(&self.at).chain(&self.related);
        let replace = |path: &String| Operation::Replace {
            path: path.clone(),
            value: text.to_owned(),
        };
        paths.map(replace).collect()
    }

    /// The same remark with one more place that has to do with it.
    pub fn related(mut self, at: String) -> Self {
        self.related.push(at);
        self
    }
}

impl<'p> Sink<'p> {
    pub fn new(lang: Lang, profile: &'p Profile) -> Self {
        Sink {
            lang,
            profile,
            rule: None,
            findings: Vec::new(),
        }
    }

    /// Whose remarks come next; `false` where the profile has switched the rule off.
    pub fn turn_to(&mut self, rule: &'static Rule) -> bool {
        self.rule = Some(rule);
        !self.profile.is_off(rule.id)
    }

    /// Whose remarks come next, by id; the structure speaks through rules that are in the list like all others.
    pub fn turn_to_id(&mut self, id: &str) {
        self.rule = WITHOUT_PAGES.iter().find(|rule| rule.id == id);
    }

    /// The one of two wordings that is in the report's language.
    pub fn either<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        self.lang.either(zh, en)
    }

    /// Takes a remark of the rule whose turn it is, if there is one.
    pub fn reports(&mut self, remark: Option<Remark>) {
        if let Some(remark) = remark {
            self.report(remark);
        }
    }

    /// Takes one remark of the rule whose turn it is.
    pub fn report(&mut self, remark: Remark) {
        let Some(rule) = self.rule else { return };
        let severity = self
            .profile
            .severity(rule.id)
            .or(remark.severity)
            .unwrap_or(rule.severity);
        let message = fill(rule.message.get(self.lang), &remark.params);
        let fix = (!remark.fix.is_empty()).then(|| Fix {
            title: fill(rule.fix.get(self.lang), &remark.params),
            patch: remark.fix,
            choice: remark.choice,
        });
        let mut params = BTreeMap::new();
        for (name, value) in remark.params {
            params.insert(name.to_owned(), value);
        }
        // Periods that share an id, which is a finding of its own, share their cells.
        let mut related = remark.related;
        related.retain(|other| *other != remark.at);
        self.findings.push(Finding {
            rule: rule.id.to_owned(),
            severity,
            aspect: rule.aspect,
            at: remark.at,
            span: remark.span,
            message,
            params,
            related,
            fix,
            fingerprint: None,
            answer: None,
            becomes: None,
        });
    }

    /// Notes that the rule has looked at something and found it in order: the place, and the evidence in words. A rule
    /// that neither reports nor notes anything did not apply. The words are made only where they are asked for.
    pub fn held(&mut self, _evidence: impl FnOnce(Lang) -> (String, String)) {}

    /// What was found, in the order of the table.
    pub fn into_findings(self) -> Vec<Finding> {
        in_order(self.findings)
    }
}

/// Findings in the order of the table; what is said twice of one place, as by two keywords of the schema, is kept once.
pub(crate) fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_cached_key(|finding| {
        (
            place(&finding.at),
            finding.span,
            finding.severity,
            finding.rule.clone(),
        )
    });
    findings.dedup();
    findings
}

/// Puts the parameters into a message.
fn fill(template: &str, params: &[(&'static str, String)]) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, tail)| {
        tail.split_once('}')
            .map(|(name, after)| (before, name, after))
    }) {
        text.push_str(before);
        if let Some((_, value)) = params.iter().find(|(param, _)| *param == name) {
            // A name or a goal may hold line feeds, a message may not.
            text.extend(value.chars().map(|c| if c.is_control() { ' ' } else { c }));
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A key that sorts pointers as the printed table runs: head, goals, rows, and numbers as numbers.
fn place(pointer: &str) -> Vec<(usize, String)> {
    pointer
        .split('/')
        .skip(1)
        .map(|token| {
            let rank = SECTIONS.iter().position(|section| *section == token);
            match rank.or_else(|| token.parse().ok()) {
                Some(number) => (number, String::new()),
                None => (usize::MAX, token.to_owned()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_sort_as_the_table_runs() {
        let mut pointers = [
            "/indicators/10/name",
            "",
            "/indicators/9/targets/annual",
            "/support",
            "/indicators",
            "/periods/0",
        ];
        pointers.sort_by_cached_key(|pointer| place(pointer));
        assert_eq!(
            pointers,
            [
                "",
                "/support",
                "/periods/0",
                "/indicators",
                "/indicators/9/targets/annual",
                "/indicators/10/name"
            ]
        );
    }

    #[test]
    fn messages_are_filled_by_name() {
        let params = [
            ("unit", "亿元".to_owned()),
            ("written", "{unit}".to_owned()),
        ];
        assert_eq!(fill("“{written}”与{unit}：{", &params), "“{unit}”与亿元：{");
    }
}
