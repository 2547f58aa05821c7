//! A reading as the published record: what `target-table read` prints, one line a text.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kinds::kind_of;
use super::known::Known;
use super::said;
use super::types::{
    Comparator, Context, Day, Frequency, Grade, Item, Kind, Problem, Quantity, UnitSource, Value,
};
use super::units::Unit;
use crate::report::Lang;
use crate::span::Span;

/// 读数：一格文字的含义。 A reading: what a cell's text means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "读数 Reading")]
pub struct Record {
    /// 所读文字。 The text that was read.
    pub text: String,
    /// 在整格文字中的位置（UTF-16），仅各部分有。 Where a part stands in the whole text, in UTF-16 code units.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// 种类。 The kind.
    pub kind: Kind,
    /// 比较方向。 The direction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
    /// 数值，按原单位；时限为最后一日，年份未写时以 -- 开头（--06-30）。
    /// The number in the unit as written; for a deadline its last day, beginning with -- where no year is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// 下限；起止时间为第一日。 The lower number; for a period its first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<String>,
    /// 上限；起止时间为最后一日。 The upper number; for a period its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<String>,
    /// 单位，照所写。 The unit as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// 量纲。 The unit's dimension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dimension: Option<String>,
    /// 是否约数。 Whether the text only says about how much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approximate: Option<bool>,
    /// 是否累计。 Whether it counts from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cumulative: Option<bool>,
    /// 一格多项时的各项。 The things said where there is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Record>,
    /// 读回。 The reading said back.
    pub said: Said,
    /// 问题，含未读懂的文字；供申报人阅读，只有中文，程序请用 reason 与 unread。
    /// What is wrong or was not understood, in Chinese for the writer of the cell; programs use `reason` and `unread`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// 疑为误识时的建议。 What the writer may have meant where a scan looks misread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// 单位的来处；无单位时不写。 Where the unit was found; absent where there is none.
    #[serde(rename = "unitSource", skip_serializing_if = "Option::is_none")]
    pub unit_source: Option<UnitSource>,
    /// 单位所含的数量级：万、亿、千、百等。 The magnitude that the unit begins with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub magnitude: Option<String>,
    /// 比较方向未写明，按“等于”或名称中的提示理解。 The direction is not written in the cell but understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implied: Option<bool>,
    /// 定性描述的程度。 The grade that words give.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// 频次所限的日（每月10日前）。 The day of the month by which, of a frequency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// 格中写“分别”时，该部分所对应的指标名称中的文字。
    /// The words of the indicator's name that a part is bound to where the cell says 分别.
    #[serde(rename = "boundTo", skip_serializing_if = "Option::is_none")]
    pub bound_to: Option<String>,
    /// 问题的种类。 What kind of problem it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Problem>,
    /// 未读懂的文字在整格中的位置（UTF-16）；其余文字都属于已读懂的内容。
    /// Where the text was not understood, in UTF-16 code units; every other character belongs to what was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Span>,
}

/// 读回，中英文各一句。 The reading said back in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// 中文。 Chinese.
    pub zh: String,
    /// 英文。 English.
    pub en: String,
}

/// The record of a cell's reading.
pub fn record(text: &str, context: &Context<'_>) -> Record {
    let reading = super::read(text, context);
    let said = Said {
        zh: said::said(&reading, Lang::Zh),
        en: said::said(&reading, Lang::En),
    };
    let mut record = empty(text, reading.kind, said);
    let whole = match reading.items.as_slice() {
        [only] => Some(only),
        _ if reading.kind == Kind::Several => None,
        items => reading.measured().or_else(|| {
            items
                .iter()
                .find(|item| kind_of(&item.value) == reading.kind)
        }),
    };
    if let Some(item) = whole {
        fill(&mut record, &item.value);
    }
    if reading.items.len() > 1 {
        record.parts = reading
            .items
            .iter()
            .map(|item| part(text, context.name, item))
            .collect();
    }
    // A name such as 金融产品（项） holds no number, but it says what its numbers will count.
    if matches!(record.kind, Kind::Qualitative | Kind::Milestone) && record.parts.is_empty() {
        fill_unit(
            &mut record,
            Known::of(&Context {
                name: text,
                unit: None,
            })
            .unit
            .as_ref(),
            UnitSource::Cell,
        );
    }
    let not_understood = Problem::NotUnderstood.message(Lang::Zh);
    let mut problems: Vec<String> = record.problem.take().into_iter().collect();
    if !reading.unread.is_empty() {
        problems.retain(|problem| problem != not_understood);
    }
    for span in &reading.unread {
        problems.push([not_understood, "：“", span.of(text).trim(), "”"].concat());
    }
    if !reading.unread.is_empty() {
        record.reason = record.reason.or(Some(Problem::NotUnderstood));
    }
    record.unread = reading
        .unread
        .iter()
        .map(|span| span.to_utf16(text))
        .collect();
    record.problem = (!problems.is_empty()).then(|| problems.join("；"));
    record.suggestion = reading.suggestion;
    record
}

fn empty(text: &str, kind: Kind, said: Said) -> Record {
    Record {
        text: text.to_owned(),
        span: None,
        kind,
        comparator: None,
        value: None,
        low: None,
        high: None,
        unit: None,
        dimension: None,
        approximate: None,
        cumulative: None,
        parts: Vec::new(),
        said,
        problem: None,
        suggestion: None,
        unit_source: None,
        magnitude: None,
        implied: None,
        grade: None,
        day: None,
        bound_to: None,
        reason: None,
        unread: Vec::new(),
    }
}

fn part(text: &str, name: &str, item: &Item) -> Record {
    let said = Said {
        zh: said::value(&item.value, Lang::Zh),
        en: said::value(&item.value, Lang::En),
    };
    let mut record = empty(item.span.of(text), kind_of(&item.value), said);
    record.span = Some(item.span.to_utf16(text));
    record.bound_to = item.name.map(|span| span.of(name).trim().to_owned());
    fill(&mut record, &item.value);
    record
}

fn fill(record: &mut Record, value: &Value) {
    match value {
        Value::Quantity(quantity) | Value::Duration(quantity) => fill_quantity(record, quantity),
        Value::Range(range) => {
            record.low = Some(match range.low_in_unit() {
                Some(low) => low.to_string(),
                None => range.low.to_string(),
            });
            record.high = Some(range.high.to_string());
            fill_unit(record, range.unit.as_ref(), range.unit_source);
            fill_flags(record, range.approximate, range.cumulative);
        }
        Value::Deadline(moment) => {
            record.value = Some(day(moment.year, moment.last));
        }
        Value::Period { from, to } => {
            record.low = Some(day(from.year, from.first));
            record.high = Some(day(to.year, to.last));
        }
        Value::Frequency(frequency) => fill_frequency(record, frequency),
        Value::Comparative { comparator } => record.comparator = Some(*comparator),
        Value::Placeholder { comparator, unit } => {
            record.comparator = *comparator;
            fill_unit(record, unit.as_ref(), UnitSource::Cell);
        }
        Value::Malformed {
            problem,
            comparator,
            unit,
        } => {
            record.comparator = *comparator;
            fill_unit(record, unit.as_ref(), UnitSource::Cell);
            fill_problem(record, *problem);
        }
        Value::Qualitative(grade) => {
            record.grade = *grade;
            if *grade == Some(Grade::All) {
                record.comparator = Some(Comparator::Eq);
                record.implied = Some(true);
            }
        }
        Value::Milestone | Value::NotApplicable => {}
    }
}

fn fill_problem(record: &mut Record, problem: Problem) {
    record.problem = Some(problem.message(Lang::Zh).to_owned());
    record.reason = Some(problem);
}

fn fill_quantity(record: &mut Record, quantity: &Quantity) {
    record.comparator = Some(quantity.comparator);
    record.implied = (!quantity.stated).then_some(true);
    let number = quantity.number.to_string();
    match &quantity.unit {
        // 2/3 has no unit; its lower half is part of the number.
        Some(unit) if unit.is_denominator() => {
            record.value = Some([number.as_str(), unit.text.as_str()].concat());
            record.dimension = Some(unit.dimension.to_owned());
        }
        unit => {
            record.value = Some(number);
            fill_unit(record, unit.as_ref(), quantity.unit_source);
        }
    }
    if quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.dimension == "incomplete")
    {
        fill_problem(record, Problem::UnitHalfMissing);
    }
    fill_flags(record, quantity.approximate, quantity.cumulative);
}

/// `按月` is once a month, its value 1 and its unit 月; `每年不少于2次` is 2 次/年.
fn fill_frequency(record: &mut Record, frequency: &Frequency) {
    match &frequency.count {
        Some(count) => {
            fill_quantity(record, count);
            let interval = match frequency.interval {
                one if one == Decimal::ONE => String::new(),
                half if half == Decimal::new(5, 1) => "半".to_owned(),
                other => other.to_string(),
            };
            let unit = count.unit.as_ref().map_or("", |unit| unit.text.as_str());
            record.unit = Some([unit, "/", &interval, frequency.period].concat());
        }
        None => {
            record.value = Some(frequency.interval.to_string());
            record.unit = Some(frequency.period.to_owned());
        }
    }
    record.dimension = Some("frequency".to_owned());
    record.unit_source = record.unit_source.or(Some(UnitSource::Cell));
    record.day = frequency.day;
}

fn fill_unit(record: &mut Record, unit: Option<&Unit>, source: UnitSource) {
    if let Some(unit) = unit {
        record.unit_source = Some(source);
        record.magnitude = unit.magnitude().map(str::to_owned);
        record.unit = Some(unit.text.clone());
        record.dimension = Some(unit.dimension.to_owned());
    }
}

fn fill_flags(record: &mut Record, approximate: bool, cumulative: bool) {
    record.approximate = approximate.then_some(true);
    record.cumulative = cumulative.then_some(true);
}

/// A day as ISO 8601 writes it, with -- for a year that is not said.
fn day(year: Option<u16>, day: Day) -> String {
    let mut out = match year {
        Some(year) => year.to_string(),
        None => "-".to_owned(),
    };
    for part in [day.month, day.day] {
        out.push('-');
        if part < 10 {
            out.push('0');
        }
        out.push_str(&part.to_string());
    }
    out
}
