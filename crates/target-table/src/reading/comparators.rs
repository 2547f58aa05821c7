//! Directions in words and signs, before a number and behind it.

use super::lists::{Edges, Words, any_of, ends_any, starts_any};
use super::text::{ends, first, fold, from, last, one_of, starts, trim_end, upto};
use super::types::Comparator::{self, Eq, Ge, Gt, Le, Lt};

/// Words that hold as they stand. `大于等于` before `大于`: the longest match wins here as well.
#[rustfmt::skip]
static FIXED: [(Words, Comparator); 4] = [
    (any_of(&["大于等于", "大于或等于", "大于或者等于", "高于或等于", "高于等于", "多于或等于", "超过或等于", "达到或超过",
        "达到或高于", "等于或大于", "等于或高于", "不低于或等于", "至少", "最少", "最低", "起码", "不下", "下限", "不亚于",
        "不下于"]), Ge),
    (any_of(&["小于等于", "小于或等于", "小于或者等于", "低于或等于", "低于等于", "少于或等于", "少于等于", "至多", "最多", "最高",
        "上限"]), Le),
    (any_of(&["等于", "达到", "达"]), Eq),
    (any_of(&["不足", "不满", "未满", "不到", "未达", "未达到"]), Lt),
];

/// Words that a 不 before them turns round.
#[rustfmt::skip]
static DENIABLE: [(Words, Comparator); 2] = [
    (any_of(&["大于", "高于", "超过", "多于", "超出", "突破", "逾", "超", "高出"]), Gt),
    (any_of(&["小于", "低于", "少于"]), Lt),
];

/// What may stand between 不 and the word that it denies.
#[rustfmt::skip]
static MODALS: Words = any_of(&[
    "得", "能", "应", "应当", "宜", "可", "可以", "会", "准", "许", "允许", "要", "再", "得再", "能再", "应该", "需",
]);
static DENIALS: Words = any_of(&[
    "不",
    "未",
    "勿",
    "莫",
    "没有",
    "没",
    "严禁",
    "禁止",
    "不得以",
]);

/// Words that set a limit only if nothing behind the number says otherwise.
static KEEPS_WITHIN: Words = any_of(&[
    "控制在",
    "控制到",
    "控制于",
    "限制在",
    "压降到",
    "压降至",
    "限于",
    "控制为",
]);

/// Words that say about how much. 近三年 is no number, but 近 before a number is about it.
#[rustfmt::skip]
static SOFT: Words = any_of(&[
    "约", "大约", "约为", "大概", "近", "将近", "接近", "预计", "预期", "力争", "争取", "约计", "估计", "力争达", "大致", "≈",
]);

/// Words that only end like directions.
static NOT_DIRECTIONS: Words = any_of(&["彩超", "B超", "赶超", "商超", "英超", "中超"]);

/// Words that only end like soft ones.
#[rustfmt::skip]
static NOT_SOFT: Words = any_of(&[
    "节约", "合约", "签约", "预约", "契约", "违约", "集约", "制约", "公约", "履约", "解约", "缔约", "附近", "最近", "邻近", "临近",
    "亲近",
]);

/// Words that say that the number counts from the beginning.
pub(super) static CUMULATIVE: Words = any_of(&["累计", "累积", "总计", "合计", "共计"]);

/// Words that neither direct nor soften; a direction may stand before them.
#[rustfmt::skip]
static NEUTRAL: Words = any_of(&[
    "占", "占比", "占到", "为", "是", "有", "到", "在", "至", "共", "完成", "实现", "了", "的", "各", "均", "分别", "保持在",
    "保持", "维持在", "稳定在", "提高到", "提升到", "提升至", "提高至", "增加到", "增长到", "增至", "降至", "降到", "控制", "达到",
    "达", "于", "新增", "每年", "年均", "平均", "每个", "每月",
]);

/// What the words before a number say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// The direction, if one is said.
    pub(super) comparator: Option<Comparator>,
    /// Whether it is only 控制在, which what follows may narrow.
    pub(super) keeps_within: bool,
    /// Whether it is only about that much.
    pub(super) about: bool,
    /// How many bytes before the number these words begin.
    pub(super) length: usize,
    /// Whether two directions were found that exclude one another.
    pub(super) contradicts: bool,
}

/// The last characters of all words that may stand right before a number.
static BEFORE: Edges = table_tails(table_tails(Edges::NONE.and_chars(SIGNS), &FIXED), &DENIABLE)
    .and_tails(KEEPS_WITHIN)
    .and_tails(SOFT)
    .and_tails(CUMULATIVE)
    .and_tails(NEUTRAL)
    .and_tails(any_of(&[":"]));

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn table_tails(mut tails: Edges, table: &[(Words, Comparator)]) -> Edges {
    let mut at = 0;
    while at < table.len() {
        tails = tails.and_tails(table[at].0);
        at += 1;
    }
    tails
}

/// Reads the words that end a text, right before a number.
pub(super) fn before(text: &str) -> Before {
    let mut said = Before::default();
    let mut end = text.len();
    // Few words stack up before a number (累计不少于约…); the bound keeps hostile text linear.
    for _ in 0..8 {
        let head = upto(text, end);
        let head = trim_end(head);
        if !last(head).is_some_and(|c| BEFORE.hold(c)) {
            break;
        }
        if let Some((comparator, length)) = comparator_at_end(head) {
            // 达到 says the least; any other direction beside it counts.
            match said.comparator {
                Some(inner) if inner != Eq && comparator != Eq && inner != comparator => {
                    said.contradicts = true
                }
                Some(inner) if inner != Eq => {}
                _ => said.comparator = Some(comparator),
            }
            end = head.len() - length;
            said.length = text.len() - end;
        } else if let Some(length) = ends_any(head, &KEEPS_WITHIN) {
            said.keeps_within = true;
            end = head.len() - length;
            said.length = text.len() - end;
        } else if let Some(length) = ends_any(head, &SOFT).filter(|_| !NOT_SOFT.end(head)) {
            said.about = true;
            end = head.len() - length;
            said.length = text.len() - end;
        } else if let Some(length) = ends_any(head, &CUMULATIVE) {
            end = head.len() - length;
            said.length = text.len() - end;
        } else if let Some(length) = ends_any(head, &NEUTRAL).or_else(|| ends(head, ":")) {
            end = head.len() - length;
        } else {
            break;
        }
    }
    said
}

/// The direction that ends a text and its length.
pub(super) fn comparator_at_end(text: &str) -> Option<(Comparator, usize)> {
    if last(text).is_some_and(is_sign) {
        return sign_at_end(text);
    }
    // 彩超6台 counts machines.
    if NOT_DIRECTIONS.end(text) {
        return None;
    }
    let fixed = at_end(&FIXED, text);
    let deniable = at_end(&DENIABLE, text);
    match (fixed, deniable) {
        (Some(fixed), Some(deniable)) if fixed.1 >= deniable.1 => Some(fixed),
        (fixed, None) => fixed,
        (_, Some((comparator, length))) => {
            let head = upto(text, text.len() - length);
            Some(match denial_at_end(head) {
                Some(more) => (comparator.denied(), length + more),
                None => (comparator, length),
            })
        }
    }
}

/// The first characters of all directions.
static DIRECTIONS: Edges =
    table_heads(table_heads(Edges::NONE, &FIXED), &DENIABLE).and_heads(DENIALS);

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn table_heads(mut heads: Edges, table: &[(Words, Comparator)]) -> Edges {
    let mut at = 0;
    while at < table.len() {
        heads = heads.and_heads(table[at].0);
        at += 1;
    }
    heads
}

/// The direction that a text begins with and its length; used where no number follows: `高于平均增速`, `≥ %`.
pub(super) fn comparator_at(text: &str) -> Option<(Comparator, usize)> {
    let head = first(text)?;
    if is_sign(head) {
        return sign_at(text);
    }
    if !DIRECTIONS.hold(head) {
        return None;
    }
    let denied = starts_any(text, &DENIALS).unwrap_or(0);
    let modal = if denied > 0 {
        starts_any(from(text, denied), &MODALS).unwrap_or(0)
    } else {
        0
    };
    let skipped = denied + modal;
    if let Some((comparator, length)) = at_start(&DENIABLE, from(text, skipped)) {
        let fixed = at_start(&FIXED, text);
        if let Some(fixed) = fixed.filter(|fixed| fixed.1 > skipped + length) {
            return Some(fixed);
        }
        return Some((
            if denied > 0 {
                comparator.denied()
            } else {
                comparator
            },
            skipped + length,
        ));
    }
    at_start(&FIXED, text)
}

/// The characters of the signs of directions.
const SIGNS: &str = "≥≤><=≮≯";

/// Whether a character is the sign of a direction.
pub(super) fn is_sign(c: char) -> bool {
    matches!(fold(c), '≥' | '≤' | '>' | '<' | '=' | '≮' | '≯')
}

/// The sign of a direction at the start of a text: `≥`, `<=`, `＝`.
pub(super) fn sign_at(text: &str) -> Option<(Comparator, usize)> {
    let sign = text.chars().next()?;
    let length = sign.len_utf8();
    let rest = from(text, length);
    let longer = |comparator, more: &[&str]| {
        let more = more.iter().find_map(|more| starts(rest, more));
        Some((comparator, length + more?))
    };
    let (longer, alone) = match fold(sign) {
        '≥' | '≮' => (None, Ge),
        '≤' | '≯' => (None, Le),
        '>' => (longer(Ge, &["=", " =", "/="]), Gt),
        '<' => (longer(Le, &["=", " ="]), Lt),
        '=' => {
            let ge = longer(Ge, &[">"]);
            (ge.or_else(|| longer(Le, &["<"])), Eq)
        }
        _ => return None,
    };
    longer.or(Some((alone, length)))
}

/// The sign of a direction at the end of a text.
fn sign_at_end(text: &str) -> Option<(Comparator, usize)> {
    let sign = text.chars().next_back()?;
    let length = sign.len_utf8();
    let head = upto(text, text.len() - length);
    let longer = |comparator, more: &[&str]| {
        let more = more.iter().find_map(|more| ends(head, more));
        Some((comparator, length + more?))
    };
    let (longer, alone) = match fold(sign) {
        '≥' | '≮' => (None, Ge),
        '≤' | '≯' => (None, Le),
        '>' => (longer(Ge, &["="]), Gt),
        '<' => (longer(Le, &["="]), Lt),
        '=' => {
            let ge = longer(Ge, &[">", "> ", ">/"]);
            (ge.or_else(|| longer(Le, &["<", "< "])), Eq)
        }
        _ => return None,
    };
    longer.or(Some((alone, length)))
}

fn denial_at_end(text: &str) -> Option<usize> {
    let modal = ends_any(text, &MODALS).unwrap_or(0);
    let with_modal =
        ends_any(upto(text, text.len() - modal), &DENIALS).map(|denial| denial + modal);
    with_modal.or_else(|| ends_any(text, &DENIALS))
}

/// The longest word of a table at the start of a text.
pub(super) fn at_start(table: &[(Words, Comparator)], text: &str) -> Option<(Comparator, usize)> {
    let words = table.iter();
    words
        .filter_map(|(words, comparator)| Some((*comparator, starts_any(text, words)?)))
        .max_by_key(|(_, length)| *length)
}

/// The longest word of a table at the end of a text.
fn at_end(table: &[(Words, Comparator)], text: &str) -> Option<(Comparator, usize)> {
    let words = table.iter();
    words
        .filter_map(|(words, comparator)| Some((*comparator, ends_any(text, words)?)))
        .max_by_key(|(_, length)| *length)
}

/// A direction farther off, with the thing measured between it and the number: `不高于业务发生额0.4%`. Words that only
/// deny (不低于, 至少) bind over any words; 高于 and its like only to a ratio, since 高于平均水平的企业10家 counts firms.
pub(super) fn far_before(text: &str, is_ratio: bool) -> Option<(Comparator, usize)> {
    let mut at = text.len();
    let mut quoted = false;
    for c in text.chars().rev().take(24) {
        at -= c.len_utf8();
        let rest = from(text, at);
        // “最多跑一次”率100%: what is quoted is a name.
        quoted = matches!(c, '”' | '》' | '」') || (quoted && !matches!(c, '“' | '《' | '「'));
        if quoted {
            continue;
        }
        if !matches!(
            c,
            '不' | '至'
                | '最'
                | '高'
                | '低'
                | '大'
                | '小'
                | '多'
                | '少'
                | '超'
                | '≥'
                | '≤'
                | '>'
                | '<'
                | '未'
                | '勿'
                | '逾'
        ) {
            continue;
        }
        // 超 and 达 alone are parts of too many words.
        let found = comparator_at(rest)
            .filter(|(_, length)| *length > '超'.len_utf8() || !rest.starts_with(one_of("超逾达")));
        let Some((comparator, length)) = found else {
            continue;
        };
        let (comparator, at) = match denial_at_end(upto(text, at)) {
            Some(more) if !rest.starts_with(one_of("不未至最勿")) => {
                (comparator.denied(), at - more)
            }
            _ => (comparator, at),
        };
        let binds_anything = matches!(comparator, Ge | Le);
        let gap = from(text, at + length);
        if (binds_anything || is_ratio) && !gap.is_empty() {
            return Some((comparator, text.len() - at));
        }
        return None;
    }
    None
}

/// Words that soften the number that follows in their clause, however far off.
pub(super) static HOPES: Words = any_of(&["力争", "争取", "预计", "预期"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_read_by_their_longest_match() {
        for (text, comparator) in [
            ("累计不少于", Ge),
            ("不得低于", Ge),
            ("应不低于", Ge),
            ("不应低于", Ge),
            ("大于或等于", Ge),
            ("大于等于", Ge),
            ("至少", Ge),
            ("＞＝", Ge),
            ("≧ ", Ge),
            (">=", Ge),
            ("不低于约", Ge),
            ("达到", Eq),
            ("超过", Gt),
            ("超", Gt),
            ("不超过", Le),
            ("不得超过", Le),
            ("不超", Le),
            ("未超过", Le),
            ("低于", Lt),
            ("＜", Lt),
            ("≦", Le),
            ("严禁超过", Le),
            ("不高于", Le),
            ("不能再低于", Ge),
            ("小于", Lt),
            ("不大于", Le),
            ("不足", Lt),
            ("达到不低于", Ge),
        ] {
            assert_eq!(before(text).comparator, Some(comparator), "{text}");
        }
        assert_eq!(before("提高").comparator, None);
        assert_eq!(before("购置彩超").comparator, None);
        assert!(before("控制在").keeps_within);
    }

    #[test]
    fn signs_are_read_by_their_longest_match() {
        for (sign, comparator) in [
            ("≥", Ge),
            (">=", Ge),
            ("> =", Ge),
            ("=>", Ge),
            (">/=", Ge),
            ("≮", Ge),
            ("＞＝", Ge),
            ("≤", Le),
            ("<=", Le),
            ("< =", Le),
            ("=<", Le),
            ("≯", Le),
            ("≦", Le),
            ("=", Eq),
            ("＝", Eq),
            (">", Gt),
            ("<", Lt),
        ] {
            let whole = Some((comparator, sign.len()));
            assert_eq!(sign_at(&[sign, "90%"].concat()), whole, "{sign}");
            assert_eq!(sign_at_end(&["占比", sign].concat()), whole, "{sign}");
        }
        assert_eq!(sign_at("不少于"), None);
        assert_eq!(sign_at_end("不少于"), None);
    }

    #[test]
    fn a_direction_binds_over_the_thing_measured() {
        assert_eq!(far_before("不高于业务发生额", true).map(|f| f.0), Some(Le));
        assert_eq!(
            far_before("提供不少于受支持企业", false).map(|f| f.0),
            Some(Ge)
        );
        assert_eq!(far_before("对低于平均水平的企业培训", false), None);
    }
}
