use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::place_of;
use crate::report::{Aspect, Severity};
use crate::sheet::{Head, Row};
use crate::sink::{Remark, Sink, period_field};
use crate::span::Span;

pub(crate) const RULE: Rule = Rule {
    id: "placeholder-left",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "“{written}”是待填的占位符。请换成实际内容。",
        en: "“{written}” is a placeholder. Put the actual content in its place.",
    },
    fix: Words::NONE,
    docs: include_str!("placeholder_left.md"),
    spoils: &[Part::Target],
    head: Some(check_goals),
    row: Some(check_row),
    ..Rule::BASE
};

/// What is left to be filled in; in a cell, the reading finds more of them.
static BLANKS: WordList = WordList::new(&["**", "＊＊", "××", "XX", "ＸＸ", "待定"]);

fn check_goals(head: &Head<'_>, sink: &mut Sink<'_>) {
    for (index, period) in head.periods.iter().enumerate() {
        look(&period.goal, &|| period_field(index, "goal"), sink);
    }
}

fn check_row(row: &Row<'_>, sink: &mut Sink<'_>) {
    look(&row.indicator.name, &|| row.at("name"), sink);
    row.each_item(&mut |cell, item| {
        if matches!(item.value, Value::Placeholder { .. }) {
            let written = item.span.of(cell.text);
            sink.report(row.remark(cell, item).with("written", written));
        } else {
            sink.held(|_| cell.evidence());
        }
    });
}

/// Looks for blanks in a text that is no cell.
fn look(text: &str, at: &dyn Fn() -> String, sink: &mut Sink<'_>) {
    if !BLANKS.are_in(text) {
        return;
    }
    let mut blanks = BLANKS.words.iter();
    let found = blanks.find_map(|blank| Some((place_of(text, blank)?, *blank)));
    if let Some((start, blank)) = found {
        let end = start + blank.len();
        let mut remark = Remark::at(at()).with("written", blank);
        remark.span = Some(Span { start, end }.to_utf16(text));
        remark.severity = Some(Severity::Warning);
        sink.report(remark);
    }
}
