//! What a goal's number and an indicator are about, and whether that is the same thing.

use std::borrow::Cow;

use super::vocabulary::{WordList, bare, is_rate};
use crate::reading::text::holds;
use crate::reading::{Comparator, Item, Mention, Quantity, Relation, Value, compare};
use crate::sheet::{Cell, Goal, Row, Sheet};

/// What an indicator is about.
pub(crate) struct Subject {
    /// Its name, or where the name says nothing of its own its group, without the words that tell nothing apart.
    core: Core,
    extent: Extent,
}

/// How much of a thing a text is about.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Extent {
    /// Which of the partial words it holds, a bit each.
    partial: u32,
    is_all: bool,
    is_new: bool,
}

/// An indicator that a goal's number speaks of, with its cell for the goal's period.
pub(super) struct Counterpart<'s, 't> {
    pub row: &'s Row<'t>,
    pub cell: &'s Cell<'t>,
    pub item: &'s Item,
    pub quantity: &'s Quantity,
}

/// The quantities that a goal states, each with what it says.
pub(super) fn statements<'g>(goal: Goal<'g>) -> impl Iterator<Item = (&'g Mention, &'g Quantity)> {
    goal.mentions.iter().filter_map(|mention| {
        let quantity = measure(&mention.value)?;
        let is_whole = !mention.describes && quantity.per.is_none() && quantity.unit.is_some();
        is_whole.then_some((mention, quantity))
    })
}

fn measure(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Quantity(quantity) | Value::Duration(quantity) => Some(quantity),
        _ => None,
    }
}

/// Whether a number is only about a part, an average or another time.
pub(super) fn is_partial(goal: Goal<'_>, mention: &Mention) -> bool {
    let clause = mention.clause.of(&goal.period.goal);
    holds(clause, "其中") || PARTIAL.are_in(clause)
}

/// Words of a number that is not a period's whole: a part, an average, another time's.
static PARTIAL: WordList = WordList::new(&[
    "每",
    "平均",
    "人均",
    "户均",
    "单户",
    "单笔",
    "上年",
    "去年",
    "截至",
    "已",
    "上半年",
    "下半年",
    "季度",
    "同比",
    "较",
    "现有",
    "原有",
    "分别",
    "预留",
]);

static ALL: WordList = WordList::new(&["累计"]);
static NEW: WordList = WordList::new(&["新增"]);

/// The one indicator that a goal's number speaks of; none where it is doubtful which.
pub(super) fn counterpart<'s, 't>(
    sheet: &'s Sheet<'t>,
    goal: Goal<'_>,
    mention: &Mention,
) -> Option<Counterpart<'s, 't>> {
    let quantity = measure(&mention.value)?;
    // Words are compared last: few rows have a number that can be held against this one.
    let rows = sheet.rows.iter().filter_map(|row| measured(row, goal));
    let mut rows = rows
        .filter(|other| are_comparable(quantity, other.quantity))
        .peekable();
    rows.peek()?;
    let said = Said::of(goal, mention);
    let mut found = rows.filter(|other| said.is_about(quantity, other.row));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether an indicator about the same thing has a goal's number in another unit. It may not be the only one about it.
pub(super) fn is_in_other_unit(
    sheet: &Sheet<'_>,
    goal: Goal<'_>,
    mention: &Mention,
    quantity: &Quantity,
) -> bool {
    let rows = sheet.rows.iter().filter_map(|row| measured(row, goal));
    let mut rows = rows
        .filter(|other| {
            other.quantity.number == quantity.number
                && are_comparable(quantity, other.quantity)
                && compare::order(quantity, other.quantity).is_none()
        })
        .peekable();
    rows.peek().is_some() && {
        let said = Said::of(goal, mention);
        rows.any(|other| said.is_about(quantity, other.row))
    }
}

/// What a goal's number is about, in the words around it, and how much of that.
struct Said {
    subject: [Core; 2],
    extent: Extent,
}

impl Said {
    fn of(goal: Goal<'_>, mention: &Mention) -> Said {
        Said {
            subject: subject_of(goal, mention),
            extent: extent_of(mention.clause.of(&goal.period.goal)),
        }
    }

    /// Whether a row measures the same thing, and as much of it.
    fn is_about(&self, quantity: &Quantity, row: &Row<'_>) -> bool {
        // A rate is not the sum that grows by it.
        is_rate(&row.indicator.name) == (quantity.dimension() == Some("ratio"))
            && is_same_extent(self.extent, subject(row).extent)
            && fits(&self.subject, row)
    }
}

/// Whether any indicator is about the same thing as a goal's number, whatever its target says.
pub(super) fn has_indicator(sheet: &Sheet<'_>, goal: Goal<'_>, mention: &Mention) -> bool {
    let said = subject_of(goal, mention);
    sheet.rows.iter().any(|row| fits(&said, row))
}

/// A row with the number that it has for a goal's period.
fn measured<'s, 't>(row: &'s Row<'t>, goal: Goal<'_>) -> Option<Counterpart<'s, 't>> {
    let cell = row.cells.get(goal.index)?;
    let item = cell.reading.measured()?;
    let quantity = measure(&item.value)?;
    Some(Counterpart {
        row,
        cell,
        item,
        quantity,
    })
}

fn extent_of(text: &str) -> Extent {
    let (is_all, is_new) = (ALL.are_in(text), NEW.are_in(text));
    let held = |partial: u32, word: &&str| partial << 1 | u32::from(holds(text, word));
    Extent {
        // Most texts hold none of them.
        partial: match PARTIAL.are_in(text) {
            true => PARTIAL.words.iter().fold(0, held),
            false => 0,
        },
        is_all: is_all && !is_new,
        is_new: is_new && !is_all,
    }
}

/// Whether a clause and a name are about the same extent of a thing: both about a part or an average, neither of them
/// about what is new while the other is about all there is.
fn is_same_extent(clause: Extent, name: Extent) -> bool {
    let is_other = (clause.is_all && name.is_new) || (clause.is_new && name.is_all);
    !is_other && clause.partial == name.partial
}

/// Whether both count, or both measure the same.
fn are_comparable(a: &Quantity, b: &Quantity) -> bool {
    let (Some(a), Some(b)) = (&a.unit, &b.unit) else {
        return false;
    };
    let is_count = |dimension: &str| dimension.starts_with("count:");
    a.converts_to(b) || (is_count(a.dimension) && is_count(b.dimension))
}

/// Whether any row says the number, in whatever it counts: for this period, or where none is given for any.
pub(super) fn is_in_the_table(
    sheet: &Sheet<'_>,
    period: Option<usize>,
    quantity: &Quantity,
) -> bool {
    let digits = quantity.number.to_string();
    // Most names hold no number, and looking for one digit costs next to nothing.
    let first = digits.chars().next().unwrap_or_default();
    let is_written = |text: &str| text.contains(first) && holds(text, &digits);
    sheet.rows.iter().any(|row| {
        let cells = row.cells.iter().enumerate();
        let mut cells = cells.filter(|(index, _)| period.is_none_or(|period| period == *index));
        let is_said = cells.any(|(_, cell)| {
            let items = &cell.reading.items;
            // Of what was not read as a number, the digits are all that is known.
            let is_read = items.iter().any(|item| item.value.is_measured());
            items.iter().any(|item| says(&item.value, quantity))
                || (!is_read && is_written(cell.text))
        });
        is_said || is_written(&row.indicator.name)
    })
}

/// Whether a target says a number, or a range that holds it.
fn says(target: &Value, quantity: &Quantity) -> bool {
    match target {
        Value::Range(_) => {
            let exact = Quantity {
                comparator: Comparator::Eq,
                ..quantity.clone()
            };
            let relation = compare::relate(&Value::Quantity(exact), target);
            matches!(relation, Relation::Equal | Relation::Tighter)
        }
        value => value.quantity().is_some_and(|other| {
            are_equal(quantity, other) && (other.unit.is_none() || are_comparable(quantity, other))
        }),
    }
}

/// Whether two quantities have the same number, their units converted where they convert.
pub(super) fn are_equal(a: &Quantity, b: &Quantity) -> bool {
    let factor = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| unit.factor);
    // Numbers of one scale need no conversion.
    if factor(a) == factor(b) {
        return a.number == b.number;
    }
    compare::order(a, b).map_or(a.number == b.number, |order| order.is_eq())
}

/// What a mention is about: the words of its clause without those that stand everywhere.
fn subject_of(goal: Goal<'_>, mention: &Mention) -> [Core; 2] {
    let text = &goal.period.goal;
    [core(mention.before.of(text)), core(mention.after.of(text))]
}

/// What a row is about.
fn subject<'r>(row: &'r Row<'_>) -> &'r Subject {
    row.subject.get_or_init(|| {
        let name = core(&row.indicator.name);
        Subject {
            core: if name.is_empty() {
                core(row.indicator.group.as_deref().unwrap_or_default())
            } else {
                name
            },
            extent: extent_of(&row.indicator.name),
        }
    })
}

/// Whether one side of a mention and a row have the same subject.
fn fits(said: &[Core; 2], row: &Row<'_>) -> bool {
    let subject = subject(row);
    said.iter().any(|words| are_alike(words, &subject.core))
}

/// Whether two subjects are the same: one ends with the other, or of each eight pairs of neighbouring characters that they
/// have between them, three are shared.
fn are_alike(one: &[char], other: &[char]) -> bool {
    let shorter = one.len().min(other.len());
    if shorter < 2 {
        return false;
    }
    let shared = one
        .windows(2)
        .filter(|pair| other.windows(2).any(|other| other == *pair))
        .count();
    let all = one.len() + other.len() - 2;
    let is_end = shorter >= 3 && (one.ends_with(other) || other.ends_with(one));
    is_end || shared * 8 >= all * 3
}

/// The characters of a text without the words that stand in most goals and names and tell nothing apart.
type Core = Vec<char>;

fn core(text: &str) -> Core {
    // Few texts hold what has to be left out.
    let bare = match bare(text).count() < text.chars().count() {
        true => Cow::Owned(bare(text).collect::<String>()),
        false => Cow::Borrowed(text),
    };
    let mut core = Core::with_capacity(bare.len() / 3);
    let mut rest = &*bare;
    while let Some(c) = rest.chars().next() {
        let length = EMPTY.at_start(rest).map(str::len);
        if length.is_none() {
            core.push(c);
        }
        rest = rest
            .get(length.unwrap_or(c.len_utf8())..)
            .unwrap_or_default();
    }
    core
}

/// Of those that begin alike the longer ones first.
static EMPTY: WordList = WordList::new(&[
    "不低于",
    "不少于",
    "不超过",
    "不高于",
    "个数",
    "举办",
    "人数",
    "人次",
    "以上",
    "保持在",
    "全年",
    "其中",
    "力争",
    "占比",
    "召开",
    "各类",
    "场次",
    "增长率",
    "增幅",
    "增速",
    "增长",
    "完成",
    "实现",
    "家数",
    "家次",
    "工作",
    "年度",
    "建成",
    "建设",
    "开展",
    "总数",
    "总量",
    "总额",
    "户数",
    "户次",
    "指标",
    "控制在",
    "推动",
    "提高到",
    "提供",
    "数量",
    "新增",
    "期数",
    "次数",
    "比例",
    "活动",
    "的",
    "相关",
    "等",
    "累计",
    "组织",
    "规模",
    "贷款发放",
    "超过",
    "达到",
    "进一步",
    "通过",
    "金额",
    "项目",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_hides_a_longer_one() {
        for (place, word) in EMPTY.words.iter().enumerate() {
            let mut before = EMPTY.words.iter().take(place);
            assert!(!before.any(|shorter| word.starts_with(shorter)), "{word}");
        }
    }

    #[test]
    fn the_same_thing_in_a_goal_and_in_a_name() {
        let same = |a: &str, b: &str| are_alike(&core(a), &core(b));
        assert!(same("扶持小微企业或三农的户次", "扶持小微企业或三农的户次"));
        assert!(same("全年举办培训", "举办培训"));
        assert!(same("新增托管企业", "新增托管企业数量"));
        assert!(same("企业培训", "企业培训"));
        assert!(!same("企业培训", "农民培训"));
        assert!(!same(
            "累计支出普惠金融融资再担保保费补助",
            "实现融资金额总量"
        ));
        assert!(!same("全年", "数量"));
    }
}
