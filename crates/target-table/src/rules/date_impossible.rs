use super::{Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "date-impossible",
    aspect: Aspect::Feasibility,
    severity: Severity::Error,
    message: Words {
        zh: "“{label}”的截止日期 {end} 不存在：这个月只有 {days} 天。请改正日期。",
        en: "The end of “{label}”, {end}, does not exist: the month has {days} days. Correct the date.",
    },
    fix: Words::NONE,
    docs: include_str!("date_impossible.md"),
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for (index, period) in sheet.table.periods.iter().enumerate() {
        let Some(end) = period.end.as_deref() else {
            continue;
        };
        let mut numbers = end.split('-').filter_map(|part| part.parse::<u16>().ok());
        let (Some(year), Some(month), Some(day)) = (numbers.next(), numbers.next(), numbers.next())
        else {
            continue;
        };
        let days = days_of(year, month);
        if day > days {
            sink.report(Remark {
                at: format!("/periods/{index}/end"),
                params: vec![
                    ("label", period.label.clone()),
                    ("end", end.to_owned()),
                    ("days", days.to_string()),
                ],
                ..Remark::default()
            });
        }
    }
}

fn days_of(year: u16, month: u16) -> u16 {
    let is_leap_year =
        (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400);
    match month {
        2 if is_leap_year => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
