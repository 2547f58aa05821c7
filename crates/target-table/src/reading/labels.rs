//! Numbers that measure nothing: in titles, names, ordinals, list markers; and what stands where a number is still due.

use super::dates::small;
use super::lists::{Words, any_of, ends_any, starts_any};
use super::numbers::{Lexed, What, number_at};
use super::numerals::{chinese_at, is_numeral};
use super::periods::when_at;
use super::scan::ends_clause_at;
use super::text::{first, fold, from, is_digit, last, one_of, run_of, starts, trim_end, upto};
use rust_decimal::Decimal;

/// The mark that closes a title or quotation which this one opens.
pub(super) fn closing(c: char) -> Option<char> {
    Some(match c {
        '《' => '》',
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '〈' => '〉',
        '〔' => '〕',
        '【' => '】',
        '"' => '"',
        '[' => ']',
        _ => return None,
    })
}

/// The number of a list item and the length of its marker: `1.`, `2、`, `一是`, `（3）`, `①`.
pub(super) fn list_marker_at(text: &str) -> Option<(u16, usize)> {
    // No marker stands behind more spaces than a line begins with; a text of line breaks stays linear.
    let gap = super::text::spaces(upto(text, text.floor_char_boundary(48)));
    let rest = from(text, gap);
    let start = rest.chars().next()?;
    if let '①'..='⑳' = start {
        let number = u16::try_from(start as u32 - '①' as u32 + 1).ok()?;
        return Some((number, gap + start.len_utf8()));
    }
    // Most sentences begin with a word.
    if !(is_digit(start) || matches!(start, '(' | '（') || is_numeral(start)) {
        return None;
    }
    let open = starts(rest, "(").unwrap_or(0);
    let (number, length) = small(from(rest, open))?;
    let number = u16::try_from(number).ok().filter(|number| *number > 0)?;
    let behind = from(rest, open + length);
    let close = if open > 0 {
        starts(behind, ")")?
    } else if fold(start).is_ascii_digit() {
        let mark = starts_any(behind, &const { any_of(&[".", "、", ")"]) })?;
        // 1.5 is a number, and 3、5 two of them.
        // 1.6月底前 is the first item, and begins with a date; 3、5月 are two months.
        let next = from(behind, mark);
        // 95. 5% is a number with a gap in it; only 1. 5% begins a list.
        let digits = from(rest, length);
        if number > 1 && (number > 20 || super::numbers::is_fraction_apart(digits)) {
            return None;
        }
        let begins_with_date = when_at(next, false).is_some()
            && (starts(behind, "、").is_none() || super::numeric::year_digits(next).is_some());
        if first(next).is_none_or(|c| c.is_ascii_digit()) && !begins_with_date {
            return None;
        }
        mark
    } else {
        let mark = starts_any(behind, &const { any_of(&["是", "、"]) })?;
        // 一、二季度 are two quarters.
        if number_at(from(behind, mark)).is_some() {
            return None;
        }
        mark
    };
    Some((number, gap + open + length + close))
}

/// 第 and the number that it makes an ordinal, with the classifier that follows: `第一批`, `第3期`.
pub(super) fn ordinal_at(text: &str) -> Option<usize> {
    let lead = starts_any(text, &const { any_of(&["第", "前"]) })?;
    let lexed = number_at(from(text, lead))?;
    let length = lead + lexed.length;
    let rest = from(text, length);
    if text.starts_with('前')
        && starts_any(
            rest,
            &const { any_of(&["名", "位", "列", "强", "%", "个名次"]) },
        )
        .is_none()
        && !matches!(lexed.what, What::Parts { .. })
    {
        return None;
    }
    let classifier = rest
        .chars()
        .next()
        .filter(|c| !matches!(c, '，' | '。' | '；' | '、'));
    Some(length + classifier.map_or(0, char::len_utf8))
}

/// Whether an ordinal is a place in an order, 第3名 or 第3 at the end of a clause, and so a target.
pub(super) fn is_rank(ordinal: &str, behind: &str) -> bool {
    ordinal.ends_with(one_of("名位"))
        || (ordinal.ends_with(super::text::is_digit)
            && behind.chars().next().is_none_or(super::text::ends_clause))
}

/// 半 before a length of time.
pub(super) fn half_at(text: &str) -> Option<Lexed> {
    let rest = text.strip_prefix('半')?;
    starts_any(
        rest,
        &const { any_of(&["年", "个月", "天", "小时", "个小时", "日"]) },
    )?;
    let what = What::Number {
        value: Decimal::new(5, 1),
        about: false,
    };
    Some(Lexed {
        length: text.len() - rest.len(),
        what,
        chinese: true,
    })
}

/// Words before 年初 or a year that make it a point of comparison instead of a time by which something is done.
pub(super) fn baseline_before(head: &str) -> bool {
    matches!(last(trim_end(head)), Some('较' | '比' | '超' | '与' | '同'))
        || ends_any(
            head,
            &const {
                any_of(&[
                    "相比",
                    "相较于",
                    "对比",
                    "高于",
                    "低于",
                    "不少于",
                    "优于",
                    "超过",
                ])
            },
        )
        .is_some()
}

/// Words that put a date into a year that is not named: 次年3月底, 上年12月.
pub(super) fn other_year_before(head: &str) -> bool {
    ends_any(head, &OTHER_YEARS).is_some()
}

/// Whether a text begins with a year that is not named.
pub(super) fn begins_other_year(text: &str) -> bool {
    starts_any(text, &OTHER_YEARS).is_some()
}

#[rustfmt::skip]
static OTHER_YEARS: Words = any_of(&[
    "次年", "明年", "翌年", "来年", "下年", "隔年", "上年", "去年", "后年", "次", "第二年", "下一年", "下一年度", "次年度", "下年度",
]);

/// What behind a year makes it part of a name: 2024年版, 2024年计划.
pub(super) fn names_year(behind: &str) -> bool {
    starts_any(
        behind,
        &const {
            any_of(&[
                "版",
                "任务",
                "工作任务",
                "目标",
                "计划",
                "预算",
                "水平",
                "同期",
                "基数",
                "平均",
                "的平均",
                "底的",
                "实际",
                "决算",
                "修订",
                "修正",
                "印发",
            ])
        },
    )
    .is_some()
}

/// A season behind a year is part of it, but of no known days.
pub(super) fn season_at(behind: &str) -> bool {
    behind.starts_with(one_of("春夏秋冬学"))
}

/// Before these characters a Chinese numeral is part of a word: 统一, 第一, 进一步.
const BEFORE_NUMERAL: &str =
    "统第进唯同专另单某任之逐不划归合始初其十前去下这该本那此上往首仅万惟老星负丁非二一";

/// What behind a numeral and its unit makes another word of it: 一方面, 三年行动, 八项规定, 一次性.
#[rustfmt::skip]
static BEHIND_NUMERAL: Words = any_of(&[
    "方面", "方", "部分", "批", "系列", "次性", "次验收", "次办", "次报检", "次抽检", "次达标", "次投运", "次就", "次合格",
    "次通过", "次交验", "次成活", "年级", "年行动", "年规划", "年计划", "年期", "年来", "年一度", "级", "类", "线", "位一体", "体",
    "定", "般", "些", "点", "样", "旦", "直", "切", "项规定", "个意识", "个自信", "个维护", "个全面", "个全覆盖", "个一批", "个零",
    "个确立", "个代表", "个必须", "个服务", "个中心", "道", "日游", "站", "站式", "网", "窗", "带", "路", "起", "条龙", "手", "档",
    "季度末", "本通", "口", "头", "度", "面", "把手", "季", "期工程", "期项目", "期建设", "户一", "村一", "镇一", "县一", "企一",
    "人一", "项目一", "名列", "步", "个体系", "重", "例",
]);

/// Whether a Chinese numeral counts something here: `一次`, `三个基地`, but not 统一 or 一方面.
pub(super) fn chinese_counts(head: &str, behind: &str) -> bool {
    let follows_word = head.ends_with(one_of(BEFORE_NUMERAL));
    // 近百家 and 上百家 are numbers; what stops 近三年 is its own rule.
    let follows_word = follows_word && !behind.is_empty();
    !follows_word && starts_any(behind, &BEHIND_NUMERAL).is_none() && chinese_at(behind).is_none()
}

/// 百, 千, 万 or 亿 without a digit before it, where the word before says that it is a number: `近百家`, `上千人`, `百余家`.
pub(super) fn round_number_at(head: &str, text: &str) -> Option<Lexed> {
    let place = text.chars().next()?;
    let value = match place {
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    };
    let length = place.len_utf8();
    let rest = from(text, length);
    let more = rest.starts_with(one_of("余多"));
    let about = more || head.ends_with(one_of("近上约"));
    let is_number = about || head.ends_with(one_of("超逾过达"));
    let counted = || super::units::unit_at(from(rest, if more { '余'.len_utf8() } else { 0 }));
    (is_number && counted().is_some()).then_some(Lexed {
        length,
        what: What::Number {
            value: Decimal::from(value),
            about,
        },
        chinese: true,
    })
}

/// The number behind the letters of a standard: ` 19001-2016` behind `GB/T`.
pub(super) fn standard_number(letters: &str, rest: &str) -> usize {
    if !letters.contains('/')
        && !["GB", "ISO", "DB", "JTG", "JGJ", "CJJ"]
            .iter()
            .any(|name| letters.starts_with(name))
    {
        return 0;
    }
    let gap = super::text::spaces(rest);
    let number = from(rest, gap);
    let length = run_of(number, &is_of_number);
    if length > 0 { gap + length } else { 0 }
}

/// What numbers of documents, standards and telephones are made of.
pub(super) fn is_of_number(c: char) -> bool {
    matches!(fold(c), '0'..='9' | '.' | '-')
}

/// What is written together in Latin names: A4, PM2.5, 1+N.
pub(super) fn is_of_name(c: char) -> bool {
    is_of_number(c) || matches!(fold(c), 'a'..='z' | 'A'..='Z' | '+' | '/')
}

/// Words that make a name of the number behind them: 工业4.0, 版本2.0, 电话0755-1234.
pub(super) fn named_before(head: &str) -> bool {
    if head.is_empty() {
        return false;
    }
    let head = head.trim_end_matches(one_of(":："));
    ends_any(
        head,
        &const {
            any_of(&[
                "工业", "版本", "编号", "电话", "国道", "省道", "县道", "证号", "型号", "文号",
                "桩号",
            ])
        },
    )
    .is_some()
}

/// What behind digits makes a name of them: 12号, 5G, 2024版, 1+N. The length covers digits and name.
pub(super) fn label_at(text: &str, length: usize) -> Option<usize> {
    let rest = from(text, length);
    let next = first(rest)?;
    if let Some(word) = starts_any(
        rest,
        &const {
            any_of(&[
                "号",
                "强",
                "#",
                "版",
                "后",
                "热线",
                "届三中",
                "零",
                "代",
                "型",
            ])
        },
    ) {
        // 80后 and 90后 are people.
        return Some(length + word);
    }
    let is_sum = starts(rest, "+").is_some_and(|plus| !ends_clause_at(from(rest, plus)));
    let name_follows =
        is_sum || (next.is_ascii_alphabetic() && super::units::unit_at(rest).is_none());
    if !name_follows || placeholder_at(rest).is_some() {
        return None;
    }
    let run = run_of(rest, &is_of_name);
    Some(length + run.max(1))
}

/// A run that was to be replaced: `**`, `XX`, `××`, `____`, `待定`; also a single X or N before a unit.
pub(super) fn placeholder_at(text: &str) -> Option<usize> {
    if let Some(length) = starts_any(
        text,
        &const { any_of(&["待定", "待填", "待补充", "待确定", "待核定", "待明确"]) },
    ) {
        return Some(length);
    }
    let mark = first(text)?;
    if !one_of("*_Xx×□○Nn…")(mark) {
        return None;
    }
    let run = run_of(text, &|c| fold(c) == mark);
    let count = text.get(..run)?.chars().count();
    let rest = from(text, run);
    if first(rest).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let before_unit = super::units::unit_at(rest).is_some();
    let enough = match mark {
        'X' | 'x' | 'N' | 'n' | '×' => before_unit || (count > 1 && !matches!(mark, 'N' | 'n')),
        '…' => before_unit,
        _ => count > 1 || before_unit,
    };
    enough.then_some(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_markers() {
        for (text, number, marker) in [
            ("1.调研", 1, "1."),
            ("2. 依托", 2, "2."),
            ("1．开展", 1, "1．"),
            ("3、完成", 3, "3、"),
            ("一是引导", 1, "一是"),
            ("（1）培训", 1, "（1）"),
            ("②建设", 2, "②"),
            ("十、其他", 10, "十、"),
            ("1.6月底前完成", 1, "1."),
            ("2、2024年底前", 2, "2、"),
        ] {
            assert_eq!(list_marker_at(text), Some((number, marker.len())), "{text}");
        }
        for text in ["1.5亿", "3、5月", "10家", "一次", "2024、"] {
            assert_eq!(list_marker_at(text), None, "{text}");
        }
    }

    #[test]
    fn placeholders() {
        for text in ["**", "XX", "××", "____", "待定", "＊＊"] {
            assert_eq!(placeholder_at(text), Some(text.len()), "{text}");
        }
        assert_eq!(placeholder_at("X项"), Some(1));
        for text in ["X光", "N", "NBA", "x轴", "…", "*"] {
            assert_eq!(placeholder_at(text), None, "{text}");
        }
    }
}
