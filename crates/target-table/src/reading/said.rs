//! A reading said back in one short phrase, so that the writer sees what was understood. The Chinese phrase reads again
//! as the same reading.

use std::fmt::Write;

use rust_decimal::Decimal;

use super::types::{
    Comparator, Day, Frequency, Grade, Kind, Moment, Problem, Quantity, Range, Reading, Value,
};
use super::units::Unit;
use crate::report::Lang;

/// The phrase without its lead-in: `累计 ≥ 125 户次`. Empty for a blank cell.
pub fn said(reading: &Reading, lang: Lang) -> String {
    let mut out = String::new();
    if reading.kind == Kind::Blank {
        return out;
    }
    for item in &reading.items {
        if !out.is_empty() {
            out.push_str(if lang == Lang::Zh { "；" } else { "; " });
        }
        match lang {
            Lang::Zh => chinese(&mut out, &item.value),
            Lang::En => english(&mut out, &item.value),
        }
    }
    out
}

/// One value in words.
pub(super) fn value(value: &Value, lang: Lang) -> String {
    let mut out = String::new();
    match lang {
        Lang::Zh => chinese(&mut out, value),
        Lang::En => english(&mut out, value),
    }
    out
}

/// Writing to a string cannot fail; the result of `write!` is only there because other writers can.
fn put(out: &mut String, parts: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(parts);
}

fn chinese(out: &mut String, value: &Value) {
    match value {
        Value::Quantity(quantity) | Value::Duration(quantity) => quantity_zh(out, quantity),
        Value::Range(range) => range_zh(out, range),
        Value::Deadline(moment) => moment_zh(out, moment),
        Value::Period { from, to } => {
            moment_zh(out, from);
            out.push('至');
            moment_zh(out, to);
        }
        Value::Frequency(frequency) => frequency_zh(out, frequency),
        Value::Milestone => out.push_str("完成该事项"),
        Value::Comparative { comparator } => out.push_str(match comparator {
            Comparator::Ge => "不低于某一水平",
            Comparator::Gt => "高于某一水平",
            Comparator::Eq => "与某一水平相同",
            Comparator::Lt => "低于某一水平",
            Comparator::Le => "不高于某一水平",
        }),
        Value::Qualitative(grade) => out.push_str(grade_zh(*grade)),
        Value::Placeholder { comparator, unit } => {
            sign(out, *comparator);
            out.push_str("**");
            unit_after(out, unit.as_ref());
        }
        Value::NotApplicable => out.push_str("不适用"),
        Value::Malformed { problem, .. } => out.push_str(problem.message(Lang::Zh)),
    }
}

fn sign(out: &mut String, comparator: Option<Comparator>) {
    if let Some(comparator) = comparator {
        out.push_str(comparator.sign());
        out.push(' ');
    }
}

fn unit_after(out: &mut String, unit: Option<&Unit>) {
    if let Some(unit) = unit {
        // 2/3 is one number, and 9/10万 nearly; ％ and its like stand close.
        if !unit.text.starts_with('/') && !matches!(unit.text.as_str(), "%" | "％" | "‰") {
            out.push(' ');
        }
        out.push_str(&unit.text);
    }
}

fn quantity_zh(out: &mut String, quantity: &Quantity) {
    if let Some(per) = quantity.per {
        put(out, format_args!("每{per} "));
    }
    if quantity.cumulative {
        out.push_str("累计 ");
    }
    if quantity.approximate {
        out.push_str("约 ");
    }
    if quantity.comparator != Comparator::Eq || quantity.stated {
        sign(out, Some(quantity.comparator));
    }
    number(out, quantity.number);
    unit_after(out, quantity.unit.as_ref());
}

fn number(out: &mut String, number: Decimal) {
    put(out, format_args!("{number}"));
}

fn range_zh(out: &mut String, range: &Range) {
    if range.cumulative {
        out.push_str("累计 ");
    }
    if range.approximate {
        out.push_str("约 ");
    }
    number(out, range.low);
    if let Some(unit) = &range.low_unit {
        unit_after(out, Some(unit));
    }
    out.push_str(" 至 ");
    number(out, range.high);
    unit_after(out, range.unit.as_ref());
}

fn frequency_zh(out: &mut String, frequency: &Frequency) {
    let one = frequency.interval == Decimal::ONE;
    let half = frequency.interval == Decimal::new(5, 1);
    if one {
        put(out, format_args!("每{}", frequency.period));
    } else if half {
        put(out, format_args!("每半{}", frequency.period));
    } else {
        let counter = if matches!(frequency.period, "月" | "季度" | "学期" | "学年") {
            "个"
        } else {
            ""
        };
        put(
            out,
            format_args!("每{}{counter}{}", frequency.interval, frequency.period),
        );
    }
    if let Some(day) = frequency.day {
        put(out, format_args!("{day}日前"));
    }
    if let Some(count) = &frequency.count {
        out.push(' ');
        quantity_zh(out, count);
    }
}

fn grade_zh(grade: Option<Grade>) -> &'static str {
    match grade {
        None => "定性描述",
        Some(Grade::All) => "全部符合",
        Some(Grade::Met) => "符合要求",
        Some(Grade::Excellent) => "优秀",
        Some(Grade::Good) => "良好",
        Some(Grade::Fair) => "一般",
        Some(Grade::Poor) => "较差",
        Some(Grade::Improving) => "改善",
        Some(Grade::Effective) => "明显",
        Some(Grade::Lasting) => "长期",
    }
}

/// The words for a stretch of days, so that they denote the same days again.
fn days_zh(out: &mut String, first: Day, last: Day, has_year: bool) {
    let end = super::dates::last_day(last.month, None);
    let whole = first.day == 1 && last.day >= end;
    match (first.month, last.month) {
        (1, 12) if whole => out.push_str(if has_year { "" } else { "年内" }),
        (1, 6) if whole => out.push_str("上半年"),
        (7, 12) if whole => out.push_str("下半年"),
        (1, 9) if whole => out.push_str("前三季度"),
        (1, 3) | (4, 6) | (7, 9) | (10, 12) if whole => {
            put(out, format_args!("第{}季度", last.month.div_ceil(3)))
        }
        (month, _) if whole => put(out, format_args!("{month}月")),
        (month, _) => match (first.day, last.day) {
            (1, 10) => put(out, format_args!("{month}月上旬")),
            (11, 20) => put(out, format_args!("{month}月中旬")),
            (1, 20) => put(out, format_args!("{month}月上中旬")),
            (11, day) if day >= end => put(out, format_args!("{month}月中下旬")),
            (21, day) if day >= end => put(out, format_args!("{month}月下旬")),
            (_, day) => put(out, format_args!("{month}月{day}日")),
        },
    }
}

fn moment_zh(out: &mut String, moment: &Moment) {
    if let Some(year) = moment.year {
        put(out, format_args!("{year}年"));
    } else if moment.yearly {
        out.push_str("每年");
    }
    days_zh(out, moment.first, moment.last, moment.year.is_some());
    if moment.limit && !out.ends_with("年内") {
        out.push('前');
    }
}

fn english(out: &mut String, value: &Value) {
    match value {
        Value::Quantity(quantity) | Value::Duration(quantity) => quantity_en(out, quantity),
        Value::Range(range) => {
            if range.cumulative {
                out.push_str("in total ");
            }
            if range.approximate {
                out.push_str("about ");
            }
            put(out, format_args!("between {}", range.low));
            if let Some(unit) = &range.low_unit {
                unit_after(out, Some(unit));
            }
            put(out, format_args!(" and {}", range.high));
            unit_after(out, range.unit.as_ref());
        }
        Value::Deadline(moment) => {
            if moment.yearly {
                out.push_str("every year ");
            }
            out.push_str("by ");
            day_en(out, moment.year, moment.last);
        }
        Value::Period { from, to } => {
            out.push_str("from ");
            day_en(out, from.year, from.first);
            out.push_str(" to ");
            day_en(out, to.year, to.last);
        }
        Value::Frequency(frequency) => {
            if let Some(count) = &frequency.count {
                quantity_en(out, count);
                out.push(' ');
            }
            let period = period_en(frequency.period);
            if frequency.interval == Decimal::ONE {
                put(out, format_args!("every {period}"));
            } else {
                put(out, format_args!("every {} {period}s", frequency.interval));
            }
            if let Some(day) = frequency.day {
                put(out, format_args!(", by day {day}"));
            }
        }
        Value::Milestone => out.push_str("an act to be completed"),
        Value::Comparative { comparator } => out.push_str(match comparator {
            Comparator::Ge => "not below a level that is no number",
            Comparator::Gt => "above a level that is no number",
            Comparator::Eq => "equal to a level that is no number",
            Comparator::Lt => "below a level that is no number",
            Comparator::Le => "not above a level that is no number",
        }),
        Value::Qualitative(grade) => out.push_str(match grade {
            None => "a description in words",
            Some(Grade::All) => "all of it meets a standard",
            Some(Grade::Met) => "meets a standard",
            Some(Grade::Excellent) => "excellent",
            Some(Grade::Good) => "good",
            Some(Grade::Fair) => "fair",
            Some(Grade::Poor) => "poor",
            Some(Grade::Improving) => "better than before",
            Some(Grade::Effective) => "with clear effect",
            Some(Grade::Lasting) => "lasting",
        }),
        Value::Placeholder { comparator, unit } => {
            out.push_str("still to be filled in: ");
            sign(out, *comparator);
            out.push_str("**");
            unit_after(out, unit.as_ref());
        }
        Value::NotApplicable => out.push_str("not applicable"),
        Value::Malformed { problem, .. } => out.push_str(problem.message(Lang::En)),
    }
}

fn quantity_en(out: &mut String, quantity: &Quantity) {
    if quantity.cumulative {
        out.push_str("in total ");
    }
    if quantity.approximate {
        out.push_str("about ");
    }
    out.push_str(match quantity.comparator {
        Comparator::Ge => "at least ",
        Comparator::Gt => "more than ",
        Comparator::Eq => "",
        Comparator::Lt => "less than ",
        Comparator::Le => "at most ",
    });
    number(out, quantity.number);
    unit_after(out, quantity.unit.as_ref());
    if let Some(per) = quantity.per {
        put(out, format_args!(" per {}", period_en(per)));
    }
}

fn period_en(period: &str) -> &'static str {
    match period {
        "年" => "year",
        "季度" => "quarter",
        "月" => "month",
        "旬" => "ten days",
        "周" => "week",
        "小时" => "hour",
        "学期" => "term",
        "学年" => "school year",
        _ => "day",
    }
}

fn day_en(out: &mut String, year: Option<u16>, day: Day) {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::from(day.month)
        .checked_sub(1)
        .and_then(|month| MONTHS.get(month));
    put(out, format_args!("{} {}", day.day, month.unwrap_or(&"")));
    if let Some(year) = year {
        put(out, format_args!(" {year}"));
    }
}

impl Problem {
    /// What is wrong, as a phrase.
    pub fn message(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Problem::NumberMissing => ("有比较符号而无数值", "a comparison sign without a number"),
            Problem::OnlyUnit => ("只有单位而无数值", "a unit without a number"),
            Problem::NumberTooLong => ("数字过长", "a number with too many digits"),
            Problem::BrokenNumber => ("数字写法有误", "a broken number"),
            Problem::Exponent => ("不接受科学计数或乘方", "exponents are not accepted"),
            Problem::Arithmetic => (
                "是算式或比例，不是一个数值",
                "a calculation or proportion instead of a number",
            ),
            Problem::RangeReversed => ("区间下限大于上限", "a range from more to less"),
            Problem::ComparatorsContradict => {
                ("比较方向自相矛盾", "directions that contradict each other")
            }
            Problem::UnitHalfMissing => ("单位不完整", "half of the unit is missing"),
            Problem::NotUnderstood => ("未能读懂", "not understood"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
