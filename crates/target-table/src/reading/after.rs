//! Directions behind a number: 以上, 以内, 左右, （含）以上.

use super::comparators::{at_start, sign_at};
use super::lists::{Words, any_of, starts_any};
use super::scan::ends_clause_at;
use super::text::{behind_mark, ends_clause, first, fold, from, has_digit, spaces, starts, upto};
use super::types::Comparator::{self, Eq, Ge, Gt, Le, Lt};

/// What the words behind a number and its unit say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct After {
    /// The direction, if one is said.
    pub(super) comparator: Option<Comparator>,
    /// Whether it is only about that much.
    pub(super) about: bool,
    /// How many bytes these words take.
    pub(super) length: usize,
    /// Whether the direction is a sign that looks back from the other side: `80%≤x`.
    pub(super) sign: bool,
}

#[rustfmt::skip]
pub(super) static BEHIND: [(Words, Comparator); 3] = [
    (any_of(&["以上", "及以上", "或以上", "及其以上", "(含)以上", "(含)及以上", "之上", "起步", "(下限)", "(最低)", "(以上)",
        "(及以上)"]), Ge),
    (any_of(&["以下", "及以下", "或以下", "及其以下", "以内", "及以内", "之内", "(含)以下", "(含)以内", "之下", "封顶", "为限",
        "(上限)", "(最高)", "(以内)", "(以下)"]), Le),
    (any_of(&["以外"]), Gt),
];

pub(super) static AROUND: Words = any_of(&["左右", "上下", "前后", "出头"]);

/// Reads the words that begin a text, right behind a number and its unit.
pub(super) fn after(text: &str, is_time: bool) -> After {
    if text.is_empty() {
        return After::default();
    }
    let gap = spaces(text);
    let mut rest = from(text, gap);
    let mut skipped = gap;
    // （含10家）以上: the bracket only repeats that the limit is included; （不含） takes it out.
    let mut excluded = false;
    // 90%（优秀）以上: so may any other bracket without a number.
    if let Some((bracket, without)) = inclusion_at(rest).or_else(|| plain_bracket(rest))
        && (at_start(&BEHIND, from(rest, bracket)).is_some()
            || from(rest, bracket).starts_with('内'))
    {
        excluded = without;
        skipped += bracket;
        rest = from(rest, bracket);
    }
    if let Some(length) = starts_any(rest, &AROUND) {
        return After {
            about: true,
            length: skipped + length,
            ..After::default()
        };
    }
    if let Some((comparator, mut length)) = at_start(&BEHIND, rest) {
        if let Some((bracket, true)) = inclusion_at(from(rest, length)) {
            excluded = true;
            length += bracket;
        }
        return After {
            comparator: Some(match comparator {
                Ge if excluded => Gt,
                Le if excluded => Lt,
                other => other,
            }),
            length: skipped + length,
            ..After::default()
        };
    }
    let inside = rest.strip_prefix('内').filter(|_| gap == 0);
    if inside.is_some_and(|behind| is_time || behind.chars().next().is_none_or(ends_clause)) {
        return After {
            comparator: Some(Le),
            length: skipped + '内'.len_utf8(),
            ..After::default()
        };
    }
    // 10万+
    if let Some(plus) = starts(rest, "+").filter(|plus| ends_clause_at(from(rest, *plus))) {
        return After {
            comparator: Some(Ge),
            length: skipped + plus,
            ..After::default()
        };
    }
    if let Some((comparator, length)) = sign_at(rest).filter(|(comparator, _)| *comparator != Eq) {
        return After {
            comparator: Some(comparator.flipped()),
            length: skipped + length,
            sign: true,
            ..After::default()
        };
    }
    After::default()
}

/// A bracket that says whether the limit itself is included, `（含10家）` or `（不含）`: its length, and whether it is not.
pub(super) fn inclusion_at(text: &str) -> Option<(usize, bool)> {
    // （不含税） says nothing of the limit.
    let without = starts_any(text, &const { any_of(&["(不含", "(不包含"]) })
        .and_then(|length| first(from(text, length)))
        .is_some_and(|c| c.is_ascii_digit() || matches!(c, ')' | '本'));
    if !without && starts_any(text, &const { any_of(&["(含", "(包含"]) }).is_none() {
        return None;
    }
    Some((bracket_at(text)?, without))
}

/// A bracket that holds no number, as [`inclusion_at`] gives it.
fn plain_bracket(text: &str) -> Option<(usize, bool)> {
    starts(text, "(")?;
    let length = bracket_at(text)?;
    (!has_digit(upto(text, length))).then_some((length, false))
}

/// The length of a bracket that begins a text. It is short; looking no farther keeps hostile text linear.
fn bracket_at(text: &str) -> Option<usize> {
    let ahead = upto(text, text.floor_char_boundary(42));
    behind_mark(ahead, 0, &|c| fold(c) == ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_behind_a_number() {
        for (text, comparator) in [
            ("以上", Some(Ge)),
            ("及以下的占比", Some(Le)),
            ("（含10家）以上", Some(Ge)),
            ("（优秀）以上", Some(Ge)),
            ("（含）内", Some(Le)),
            ("+", Some(Ge)),
            ("+X", None),
            ("内", Some(Le)),
            ("内容", None),
            ("≤满意度", Some(Ge)),
        ] {
            assert_eq!(after(text, false).comparator, comparator, "{text}");
        }
        assert_eq!(after("内", true).comparator, Some(Le));
        assert!(after("左右", false).about);
    }
}
