//! Where rules put what they find.

use std::collections::BTreeMap;

use crate::ledger::Notes;
use crate::options::Options;
use crate::place::SECTIONS;
use crate::report::{Evidence, Finding, Fix, Lang, Operation, Severity};
use crate::rules::{Rule, WITHOUT_PAGES, Words};
use crate::sheet::{Head, Row, Sheet};
use crate::span::Span;

/// Collects findings and gives them their words.
pub(crate) struct Sink<'o> {
    pub lang: Lang,
    options: &'o Options,
    /// Whose turn it is, by its place in the list of rules.
    turn: usize,
    found: Vec<Found>,
    /// Whether findings get their words; they need none where only their places are asked for.
    has_words: bool,
    /// What the rules found in order, one entry a rule; empty where no ledger is asked for.
    notes: Notes,
}

/// A finding, and what only the engine knows of it.
pub(crate) struct Found {
    pub rule: &'static Rule,
    /// See [`Remark::key`].
    pub key: String,
    pub finding: Finding,
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
    /// What the remark is about where its place does not say so: what is missing in a list, or what several rows have in
    /// common. A finding is known again by it after the table was changed, so it must not depend on the language.
    pub key: String,
}

impl Remark {
    /// A remark about a place that is no cell.
    #[inline(never)]
    pub fn at(at: String) -> Self {
        Remark {
            at,
            ..Remark::default()
        }
    }

    /// A remark about a field of a period.
    #[inline(never)]
    pub fn at_period(index: usize, field: &str) -> Self {
        Remark::at(period_field(index, field))
    }

    /// The same remark with one more word for its message.
    #[inline(never)]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.params.push((name, value.to_owned()));
        self
    }

    /// Gives it the patch that mends it. The first module offers no fixes, so it need not have what makes them.
    #[inline]
    pub fn mend(&mut self, patch: impl FnOnce(&Self) -> Vec<Operation>) {
        if cfg!(feature = "full") {
            self.fix = patch(self);
        }
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

    /// Sets the other places that have to do with it: one loop for all rules, where each `collect` would be one of its
    /// own.
    #[inline(never)]
    pub fn relate(&mut self, places: &mut dyn Iterator<Item = String>) {
        self.related.clear();
        for at in places {
            self.related.push(at);
        }
    }
}

/// The JSON Pointer of a period's field.
#[inline(never)]
pub(crate) fn period_field(index: usize, field: &str) -> String {
    ["/periods/", &index.to_string(), "/", field].concat()
}

impl<'o> Sink<'o> {
    pub fn new(options: &'o Options) -> Self {
        Sink {
            lang: options.lang,
            options,
            turn: 0,
            found: Vec::new(),
            has_words: true,
            notes: Notes::new(options),
        }
    }

    /// Lets every rule that applies look at a table.
    pub fn run_rules(&mut self, sheet: &Sheet<'_>) {
        let rows: Vec<&Row<'_>> = sheet.rows.iter().collect();
        let every = |_: &Rule| true;
        self.run(Some(&sheet.head), &rows, (sheet, &every));
    }

    /// Lets every rule that applies look at a table of which only some rows have changed: what a rule says of the head or
    /// of another row is what it said before.
    /// The findings have no words then.
    pub fn run_rules_on(
        &mut self,
        sheet: &Sheet<'_>,
        changed: &[&Row<'_>],
        looks_again: &dyn Fn(&Rule) -> bool,
    ) {
        self.has_words = false;
        self.run(None, changed, (sheet, looks_again));
    }

    fn run(
        &mut self,
        head: Option<&Head<'_>>,
        rows: &[&Row<'_>],
        (sheet, looks_at_it): (&Sheet<'_>, &dyn Fn(&Rule) -> bool),
    ) {
        for (turn, rule) in WITHOUT_PAGES.iter().enumerate() {
            self.turn = turn;
            if !self.options.applies(rule) {
                continue;
            }
            if let Some((check, head)) = rule.head.zip(head) {
                check(head, self);
            }
            if let Some(check) = rule.row {
                rows.iter().for_each(|row| check(row, self));
            }
            if let Some(check) = rule.table.filter(|_| looks_at_it(rule)) {
                check(sheet, self);
            }
        }
    }

    /// Whose remarks come next, by id: the structure and the answers speak through rules that are in the list like all
    /// others. `false` where the rule does not apply.
    pub fn turn_to(&mut self, id: &str) -> bool {
        let turn = WITHOUT_PAGES.iter().position(|rule| rule.id == id);
        self.turn = turn.unwrap_or_default();
        self.rule().is_some_and(|rule| self.options.applies(rule))
    }

    /// Whether a rule is one that does not apply, by the profile or on the day.
    pub fn is_off(&self, id: &str) -> bool {
        let mut rules = WITHOUT_PAGES.iter();
        rules.any(|rule| rule.id == id && !self.options.applies(rule))
    }

    fn rule(&self) -> Option<&'static Rule> {
        WITHOUT_PAGES.get(self.turn)
    }

    /// The one of two wordings that is in the report's language.
    pub fn either<'w>(&self, zh: &'w str, en: &'w str) -> &'w str {
        self.lang.either(zh, en)
    }

    /// Takes a remark about a row, or notes that the row is in order.
    pub fn settle(&mut self, row: &Row<'_>, remark: Option<Remark>) {
        match remark {
            Some(remark) => self.report(remark),
            None => self.held(|_| row.evidence()),
        }
    }

    /// Takes one remark of the rule whose turn it is.
    pub fn report(&mut self, remark: Remark) {
        let Some(rule) = self.rule() else { return };
        let own = remark.severity.unwrap_or(rule.severity);
        let severity = self.options.severity(rule, own);
        let words = |words: Words| match self.has_words {
            true => fill(words.get(self.lang), &remark.params),
            false => String::new(),
        };
        let message = words(rule.message);
        let fix = (cfg!(feature = "full") && !remark.fix.is_empty()).then(|| Fix {
            title: words(rule.fix),
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
        let finding = Finding {
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
            becomes: self.options.becomes(rule, own, severity),
        };
        self.found.push(Found {
            rule,
            key: remark.key,
            finding,
        });
    }

    /// Whether a ledger is asked for, so that it matters what the rules find in order.
    pub fn keeps_notes(&self) -> bool {
        self.notes.are_kept()
    }

    /// Notes that the rule has looked at something and found it in order: the place, and the evidence in words. A rule
    /// that neither reports nor notes anything did not apply. The words are made only where they are asked for.
    pub fn held(&mut self, evidence: impl FnOnce(Lang) -> (String, String)) {
        let lang = self.lang;
        self.notes.take(self.turn, || {
            let (at, words) = evidence(lang);
            Evidence { at, words }
        });
    }

    /// What was found, in the order of the table.
    pub fn found(&mut self) -> Vec<Found> {
        in_order(std::mem::take(&mut self.found))
    }

    /// What the rules found in order.
    pub fn into_notes(self) -> Notes {
        self.notes
    }
}

/// Findings in the order of the table; what is said twice of one place, as by two keywords of the schema, is kept once.
pub(crate) fn in_order(found: Vec<Found>) -> Vec<Found> {
    let key = |found: &Found| {
        let finding = &found.finding;
        (
            place(&finding.at),
            finding.span,
            finding.severity,
            found.rule.id,
        )
    };
    let keys: Vec<_> = found.iter().map(key).collect();
    // Only indices are moved while they are put in order, and the library's sorting would be 10 KB of the small module.
    let mut order: Vec<usize> = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        let at = order.partition_point(|other| keys.get(*other) <= Some(key));
        order.insert(at, index);
    }
    let mut found: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    let mut sorted: Vec<Found> = Vec::with_capacity(found.len());
    for index in order {
        let next = found.get_mut(index).and_then(Option::take);
        let is_new = |next: &Found| {
            sorted
                .last()
                .is_none_or(|last| last.finding != next.finding)
        };
        if let Some(next) = next.filter(is_new) {
            sorted.push(next);
        }
    }
    sorted
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
            match !cfg!(feature = "full") || value.contains(char::is_control) {
                true => text.extend(value.chars().map(|c| if c.is_control() { ' ' } else { c })),
                false => text.push_str(value),
            }
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A key that sorts pointers as the printed table runs: head, goals, rows, and numbers as numbers.
fn place(pointer: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(32);
    for token in pointer.split('/').skip(1) {
        let rank = SECTIONS.iter().position(|section| *section == token);
        match rank.or_else(|| token.parse().ok()) {
            Some(number) => {
                key.push(0);
                key.extend_from_slice(&number.to_be_bytes());
            }
            // A number stands before any text, and a text before a longer one.
            None => {
                key.push(1);
                key.extend_from_slice(token.as_bytes());
                key.push(0);
            }
        }
    }
    key
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
