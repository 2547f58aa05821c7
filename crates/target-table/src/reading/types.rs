//! What a reading consists of: closed types, plain data.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::units::Unit;
use crate::span::Span;

/// What is known around a cell when it is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'c> {
    /// The indicator's name; it may still hold its unit bracket, and a hint such as `≥**%`.
    pub name: &'c str,
    /// The indicator's unit, for a number that stands alone.
    pub unit: Option<&'c str>,
}

/// The meaning of a cell: one kind for the whole, one item for each thing said.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The kind of the whole; [`Kind::Several`] where more than one measured thing is said.
    pub kind: Kind,
    /// What is said, in the order of the text; empty only for a blank cell.
    pub items: Vec<Item>,
    /// What was not understood, in bytes of the text; whatever is not listed here belongs to an item's clause.
    pub unread: Vec<Span>,
    /// What the writer may have meant where a scan looks misread (`≥92%` for `292%`); the reading itself keeps the text.
    pub suggestion: Option<String>,
}

impl Reading {
    /// The quantities said, durations and counted frequencies included.
    pub fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.items.iter().filter_map(|item| item.value.quantity())
    }

    /// The one measured item, where there is exactly one.
    pub fn measured(&self) -> Option<&Item> {
        let mut measured = self.items.iter().filter(|item| item.value.is_measured());
        let first = measured.next();
        if measured.next().is_none() {
            first
        } else {
            None
        }
    }
}

/// What kind of thing a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 空白。 Nothing is written.
    Blank,
    /// 不适用：一字线或“无”“不适用”。 A dash or a word that says that no target is due.
    NotApplicable,
    /// 一个数量。 One number with its unit.
    Quantity,
    /// 数值区间。 From one number to another.
    Range,
    /// 一格多项。 More than one of the measured kinds.
    Several,
    /// 完成时限。 A day, month or year by which something is to be done.
    Deadline,
    /// 起止时间。 From one day or month to another.
    Period,
    /// 时长。 A length of time.
    Duration,
    /// 频次。 How often.
    Frequency,
    /// 须完成的事项。 An act to be completed.
    Milestone,
    /// 与无数值的基准相比。 More or less than something that is not a number.
    Comparative,
    /// 定性描述。 Words that only judge.
    Qualitative,
    /// 未替换的占位符。 Something that was to be replaced: `**`, `XX`, `待定`.
    Placeholder,
    /// 无法成立的写法。 Meant as one of the others, but broken.
    Malformed,
}

/// One thing that a cell says, and where it says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The words that state it, in bytes of the cell's text: `不少于5%`.
    pub span: Span,
    /// Those words with what stands around them and belongs to nothing else: `提供不少于5%受支持企业户数的满意度回访表`.
    pub clause: Span,
    /// The part of the indicator's name that it is bound to where the cell says 分别, in bytes of the name.
    pub name: Option<Span>,
    /// What it is.
    pub value: Value,
}

/// One thing that a cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number with a unit that is no length of time.
    Quantity(Quantity),
    /// From one number to another, both included.
    Range(Range),
    /// A day, month, quarter or year in or by which something is to be done.
    Deadline(Moment),
    /// From the first day of one moment to the last day of another.
    Period {
        /// Its beginning.
        from: Moment,
        /// Its end.
        to: Moment,
    },
    /// A number with a unit of time.
    Duration(Quantity),
    /// How often.
    Frequency(Frequency),
    /// An act to be completed: `通过验收`.
    Milestone,
    /// More or less than something that is not a number: `高于平均贷款增速`.
    Comparative {
        /// The direction.
        comparator: Comparator,
    },
    /// Words that only judge, with their grade where they name one.
    Qualitative(Option<Grade>),
    /// Something that was to be replaced.
    Placeholder {
        /// The direction, if one is written.
        comparator: Option<Comparator>,
        /// The unit, if one is written.
        unit: Option<Unit>,
    },
    /// No target is due.
    NotApplicable,
    /// Meant as one of the others, but broken.
    Malformed {
        /// What is wrong with it.
        problem: Problem,
        /// The direction, if one is written.
        comparator: Option<Comparator>,
        /// The unit, if one is written.
        unit: Option<Unit>,
    },
}

impl Value {
    /// Whether it is a number or a time, so that it can be held against another.
    pub fn is_measured(&self) -> bool {
        matches!(
            self,
            Value::Quantity(_)
                | Value::Range(_)
                | Value::Deadline(_)
                | Value::Period { .. }
                | Value::Duration(_)
                | Value::Frequency(_)
        )
    }

    /// Its number, for a quantity, a duration or a counted frequency.
    pub fn quantity(&self) -> Option<&Quantity> {
        match self {
            Value::Quantity(quantity) | Value::Duration(quantity) => Some(quantity),
            Value::Frequency(frequency) => frequency.count.as_ref(),
            _ => None,
        }
    }
}

/// A direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Comparator {
    /// 不少于。 At least.
    #[serde(rename = ">=")]
    Ge,
    /// 超过。 More than.
    #[serde(rename = ">")]
    Gt,
    /// 等于。 Exactly.
    #[serde(rename = "=")]
    Eq,
    /// 低于。 Less than.
    #[serde(rename = "<")]
    Lt,
    /// 不超过。 At most.
    #[serde(rename = "<=")]
    Le,
}

impl Comparator {
    /// The sign as it is printed.
    pub fn sign(self) -> &'static str {
        match self {
            Comparator::Ge => "≥",
            Comparator::Gt => ">",
            Comparator::Eq => "=",
            Comparator::Lt => "<",
            Comparator::Le => "≤",
        }
    }

    /// The direction seen from the other side: `80% ≤ x` asks for `x ≥ 80%`.
    pub fn flipped(self) -> Self {
        match self {
            Comparator::Ge => Comparator::Le,
            Comparator::Gt => Comparator::Lt,
            Comparator::Eq => Comparator::Eq,
            Comparator::Lt => Comparator::Gt,
            Comparator::Le => Comparator::Ge,
        }
    }

    /// The direction denied: not less than is at least.
    pub fn denied(self) -> Self {
        match self {
            Comparator::Ge => Comparator::Lt,
            Comparator::Gt => Comparator::Le,
            Comparator::Eq => Comparator::Eq,
            Comparator::Lt => Comparator::Ge,
            Comparator::Le => Comparator::Gt,
        }
    }

    /// Whether it sets a lower bound.
    pub fn is_lower(self) -> bool {
        matches!(self, Comparator::Ge | Comparator::Gt)
    }

    /// Whether it sets an upper bound.
    pub fn is_upper(self) -> bool {
        matches!(self, Comparator::Le | Comparator::Lt)
    }
}

/// 单位的来处。 Where a number's unit was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UnitSource {
    /// 写在数值旁。 Beside the number.
    Cell,
    /// 取自指标的单位或名称括号。 In the indicator's unit or in the brackets of its name.
    Name,
    /// 取自同格的下一个数值（80和90%）。 Beside the next number of the same cell: `80和90%`.
    Neighbour,
    /// 无处可取。 Nowhere; never printed.
    #[serde(skip)]
    Nowhere,
}

/// A number with its direction and its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The direction; [`Comparator::Eq`] where none is written.
    pub comparator: Comparator,
    /// Whether the cell itself writes a direction.
    pub stated: bool,
    /// The number in the unit as written: `6000` for `6000万元`.
    pub number: Decimal,
    /// The unit, if there is one.
    pub unit: Option<Unit>,
    /// Where the unit was found.
    pub unit_source: UnitSource,
    /// Whether the text only says about how much: 约, 左右, 力争.
    pub approximate: bool,
    /// Whether it counts from the beginning: 累计.
    pub cumulative: bool,
    /// The stretch of time that it holds for, where the text says `每年` or the like: 年, 季度, 月, 旬, 周 or 日.
    pub per: Option<&'static str>,
}

impl Quantity {
    /// The number counted in its base unit (yuan, square metres, …); none where it is not a finite decimal or too
    /// long for one. To compare two quantities use [`super::compare::order`], which is exact in every case.
    pub fn in_base(&self) -> Option<Decimal> {
        match &self.unit {
            Some(unit) => unit.factor.apply(self.number),
            None => Some(self.number),
        }
    }

    /// The dimension of its unit.
    pub fn dimension(&self) -> Option<&'static str> {
        self.unit.as_ref().map(|unit| unit.dimension)
    }
}

/// From one number to another, both included.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The lower number, as written.
    pub low: Decimal,
    /// The lower number's unit where it differs from the upper one's: `5000万元-1亿元`.
    pub low_unit: Option<Unit>,
    /// The upper number, as written.
    pub high: Decimal,
    /// The unit, if there is one.
    pub unit: Option<Unit>,
    /// Where the unit was found.
    pub unit_source: UnitSource,
    /// Whether the text only says about how much.
    pub approximate: bool,
    /// Whether it counts from the beginning.
    pub cumulative: bool,
}

impl Range {
    /// The lower number counted in the upper one's unit: 0.5 for `5000万元-1亿元`; none where that is no finite decimal.
    pub fn low_in_unit(&self) -> Option<Decimal> {
        match (&self.low_unit, &self.unit) {
            (Some(from), Some(to)) => to.factor.inverse().apply(from.factor.apply(self.low)?),
            _ => Some(self.low),
        }
    }
}

/// How often something is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Frequency {
    /// How many times in each stretch; none for `按月`, which only says when.
    pub count: Option<Quantity>,
    /// How many of the period one stretch is: 2 for `每两个月`.
    pub interval: Decimal,
    /// The period: 年, 季度, 月, 旬, 周 or 日.
    pub period: &'static str,
    /// The day of the month by which, for `每月10日前`.
    pub day: Option<u8>,
}

/// A day of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// A day, month, quarter, half or whole year, as the days that its words denote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The year, if one is written.
    pub year: Option<u16>,
    /// The first day that the words denote: 1 October for `10月`, 30 September for `9月底`.
    pub first: Day,
    /// The last day: that by which the thing is to be done.
    pub last: Day,
    /// Whether the words say 前, 内 or 底, so that the last day is meant as a limit.
    pub limit: bool,
    /// Whether it comes again every year.
    pub yearly: bool,
}

/// 程度。 A grade that words give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// 全部符合，即比例为 100%。 All of it, so that a share of 100 % is meant.
    All,
    /// 达标、合格、应保尽保。 A standard that is either met or not.
    Met,
    /// 优、优秀。 Excellent.
    Excellent,
    /// 良好、较好、满意。 Good.
    Good,
    /// 一般、中。 Fair.
    Fair,
    /// 差、不满意。 Poor.
    Poor,
    /// 提高、改善、增加。 Better than before, without saying how much.
    Improving,
    /// 明显、显著、有效。 With clear effect.
    Effective,
    /// 长期、长远、持续。 Lasting.
    Lasting,
}

/// 问题的种类。 What is wrong with a malformed cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Problem {
    /// 有比较符号而无数值（≥%）。 A comparison sign without a number.
    NumberMissing,
    /// 只有单位而无数值（万亩）。 A unit without a number.
    OnlyUnit,
    /// 数字过长。 More digits than an exact decimal holds.
    NumberTooLong,
    /// 数字写法有误（1.2.3）。 A broken number.
    BrokenNumber,
    /// 科学计数或乘方（1e5）。 An exponent.
    Exponent,
    /// 算式或比例（2×3，1:2）。 A calculation or proportion.
    Arithmetic,
    /// 区间下限大于上限（10-8万字）。 A range from more to less.
    RangeReversed,
    /// 比较方向自相矛盾（≤90%以上）。 Directions that contradict each other.
    ComparatorsContradict,
    /// 单位不完整（28.40/株）。 Half of the unit is missing.
    UnitHalfMissing,
    /// 未能读懂。 Something that belongs to nothing that is known.
    NotUnderstood,
}
