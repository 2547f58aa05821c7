use super::{Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "periods-out-of-order",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{label}”截止于 {end}，不晚于排在它前面的“{before}”（{earlier}）。请核对两期的截止日期。",
        en: "“{label}” ends on {end}, which is not after “{before}” that stands before it ({earlier}). Check both dates.",
    },
    fix: Words::NONE,
    docs: include_str!("periods_out_of_order.md"),
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut before: Option<(usize, &str, &str)> = None;
    for (index, period) in sheet.table.periods.iter().enumerate() {
        let Some(end) = period.end.as_deref() else {
            continue;
        };
        // Dates of this form sort as texts.
        if let Some((place, label, earlier)) = before
            && end <= earlier
        {
            sink.report(Remark {
                at: format!("/periods/{index}/end"),
                params: vec![
                    ("label", period.label.clone()),
                    ("end", end.to_owned()),
                    ("before", label.to_owned()),
                    ("earlier", earlier.to_owned()),
                ],
                related: vec![format!("/periods/{place}/end")],
                ..Remark::default()
            });
        }
        before = Some((index, &period.label, end));
    }
}
