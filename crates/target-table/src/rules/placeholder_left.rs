use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::place_of;
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
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
    check,
    ..Rule::BASE
};

/// What is left to be filled in; in a cell, the reading finds more of them.
const BLANKS: [&str; 6] = ["**", "＊＊", "××", "XX", "ＸＸ", "待定"];

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let periods = sheet.table.periods.iter().enumerate();
    let goals = periods.map(|(index, period)| (period_field(index, "goal"), &period.goal));
    let names = sheet
        .rows
        .iter()
        .map(|row| (row.at("name"), &row.indicator.name));
    for (at, text) in goals.chain(names) {
        let found = BLANKS
            .iter()
            .find_map(|blank| Some((place_of(text, blank)?, *blank)));
        if let Some((start, blank)) = found {
            let end = start + blank.len();
            let mut remark = Remark::at(at).with("written", blank);
            remark.span = Some(Span { start, end }.to_utf16(text));
            remark.severity = Some(Severity::Warning);
            sink.report(remark);
        }
    }
    sheet.each_item(&mut |row, cell, item| {
        if matches!(item.value, Value::Placeholder { .. }) {
            let written = item.span.of(cell.text);
            sink.report(row.remark(cell, item).with("written", written));
        } else {
            sink.held(|_| cell.evidence());
        }
    });
}
