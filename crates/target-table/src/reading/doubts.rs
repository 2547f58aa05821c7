//! What around a number leaves in doubt what it says. Such a number is not read: a wrong reading is worse than none.

use super::behind::Behind;
use super::lists::{any_of, ends_any};
use super::scan::Scan;
use super::text::{fold, from, one_of, trim_end, trim_start};
use super::units::{Unit, unit_at};

/// How many bytes before a number make its direction or its size doubtful.
pub(super) fn before(head: &str) -> Option<usize> {
    let bare = trim_end(head);
    let mark = bare.chars().next_back()?;
    // A resolution better than 0.5 m is smaller, a rate better than 80 % is greater.
    if let Some(better) = ends_any(bare, &const { any_of(&["优于", "好于"]) }) {
        return Some(head.len() - bare.len() + better);
    }
    let is_doubtful = match fold(mark) {
        // 》90% is meant as > or ≥, unless the mark closes a title.
        '》' | '〉' => !bare.contains('《'),
        '《' => true,
        // .5% may lack its first digit, and ~5% the number that it reaches from.
        '.' => bare.len() == head.len(),
        '~' => true,
        _ => false,
    };
    is_doubtful.then(|| head.len() - bare.len() + mark.len_utf8())
}

/// Whether a number without a unit is written in 万 while its indicator counts in 万元 or the like: 3万5千 under 万元.
pub(super) fn is_scaled_twice(scan: &Scan<'_>, behind: &Behind, digits: &str) -> bool {
    let own = scan.known.unit.as_ref().and_then(Unit::magnitude);
    own.is_some() && behind.unit.is_none() && digits.contains(one_of("万亿"))
}

/// Where the doubt ends that the words behind a number and its unit leave; they end at `end`.
pub(super) fn behind_words(text: &str, behind: &Behind, end: usize) -> Option<usize> {
    let rest = from(text, end);
    // 3个以上工作日, 5 个 工作日
    let unit_text = trim_start(rest);
    if behind.is("个")
        && let Some((unit, length)) = unit_at(unit_text)
        && unit.is_time()
    {
        return Some(text.len() - unit_text.len() + length);
    }
    None
}
