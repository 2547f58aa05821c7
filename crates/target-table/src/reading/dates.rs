//! Days, months, quarters and years, as the days that their words denote.

use super::lists::{any_of, starts_any};
use super::numerals::{chinese_at, chinese_digit};
use super::numeric::{arabic, numeric_at, year_digits};
use super::text::{from, is_digit, one_of, starts};
use super::types::{Day, Moment};

/// The last day of a month; 29 February only where the year is known to have one.
pub(super) fn last_day(month: u8, year: Option<u16>) -> u8 {
    match month {
        2 => match year {
            Some(year)
                if year.is_multiple_of(4)
                    && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
            {
                29
            }
            _ => 28,
        },
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A moment at the start of a text, and its length.
pub(super) fn moment_at(text: &str, plain: bool) -> Option<(Moment, usize)> {
    let (mut moment, mut length) = numeric_at(text, plain).or_else(|| worded_at(text))?;
    let rest = from(text, length);
    let tail = starts_any(
        rest,
        &const { any_of(&["前", "之前", "以前", "内", "之内", "以内", "止", "为止"]) },
    );
    if let Some(tail) =
        tail.filter(|tail| !starts_with_word(from(rest, *tail)) && starts(rest, "前后").is_none())
    {
        moment.limit = true;
        length += tail;
    }
    Some((moment, length))
}

/// 前期, 前三季度 and 内部 are words of their own.
fn starts_with_word(text: &str) -> bool {
    text.starts_with(one_of("期后部容沿景列述外控涝"))
}

/// A year with its 年: `2024年`, `二〇二四年度`.
pub(super) fn year_at(text: &str) -> Option<(u16, usize)> {
    let (year, length) = year_digits(text).or_else(|| {
        let mut year: u16 = 0;
        let mut length = 0;
        for c in text.chars().take(4) {
            year = year * 10 + u16::try_from(chinese_digit(c)?).ok()?;
            length += c.len_utf8();
        }
        (1990..2100).contains(&year).then_some((year, length))
    })?;
    let word = starts_any(from(text, length), &const { any_of(&["年", "年度"]) })?;
    Some((year, length + word))
}

/// Moments in words, with or without a year.
fn worded_at(text: &str) -> Option<(Moment, usize)> {
    let (year, yearly, skipped) = if let Some((year, length)) = year_at(text) {
        (Some(year), false, length)
    } else if let Some(length) = starts_any(text, &const { any_of(&["每年度", "每年"]) }) {
        (None, true, length)
    } else if let Some(length) = starts_any(
        text,
        &const { any_of(&["当年", "本年", "今年", "本年度", "当年度"]) },
    ) {
        (None, false, length)
    } else {
        (None, false, 0)
    };
    let gap = super::text::spaces(from(text, skipped));
    let rest = from(text, skipped + gap);
    let part = part_at(rest, year, skipped > 0);
    let (mut moment, length) = match part {
        Some((moment, length)) => (moment, skipped + gap + length),
        // 每年 and 当年 alone say nothing of a day.
        None if year.is_some() => (whole_year(year), skipped),
        None => return None,
    };
    moment.yearly = yearly;
    Some((moment, length))
}

/// A part of the year. `after_year` allows the parts that would be too short without a year before them.
fn part_at(text: &str, year: Option<u16>, after_year: bool) -> Option<(Moment, usize)> {
    for &(word, first, last) in &[
        ("上半年", 1, 6),
        ("下半年", 7, 12),
        ("前三季度", 1, 9),
        ("前3季度", 1, 9),
        ("前三个季度", 1, 9),
    ] {
        if let Some(length) = starts(text, word) {
            let moment = months(year, first, last);
            return Some(end_of(text, length, moment, year));
        }
    }
    if let Some(length) = starts_any(text, &const { any_of(&["年底", "年末", "年终"]) }) {
        return Some((
            Moment {
                limit: true,
                ..one_day(year, 12, 31)?
            },
            length,
        ));
    }
    if let Some(length) = starts_any(text, &const { any_of(&["年内", "年度内"]) }) {
        return Some((
            Moment {
                limit: true,
                ..whole_year(year)
            },
            length,
        ));
    }
    if after_year {
        if let Some(length) = starts_any(text, &const { any_of(&["底", "末", "终"]) }) {
            return Some((
                Moment {
                    limit: true,
                    ..one_day(year, 12, 31)?
                },
                length,
            ));
        }
        if let Some(length) = starts_any(text, &const { any_of(&["初", "年初"]) }) {
            return Some((months(year, 1, 1), length));
        }
        if starts(text, "内").is_some() || starts(text, "全年").is_some() {
            return Some((whole_year(year), 0));
        }
    }
    quarter_at(text, year).or_else(|| month_at(text, year))
}

/// 底 or 末 behind a stretch of months means its last day.
fn end_of(text: &str, length: usize, moment: Moment, year: Option<u16>) -> (Moment, usize) {
    match starts_any(from(text, length), &const { any_of(&["底", "末"]) }) {
        Some(more) => {
            let last = one_day(year, moment.last.month, moment.last.day).unwrap_or(moment);
            (
                Moment {
                    limit: true,
                    ..last
                },
                length + more,
            )
        }
        None => (moment, length),
    }
}

fn quarter_at(text: &str, year: Option<u16>) -> Option<(Moment, usize)> {
    let ordinal = starts(text, "第").unwrap_or(0);
    let (number, length) = match starts_any(text, &const { any_of(&["Q", "q"]) }) {
        Some(letter) => {
            let (number, digits) = arabic(from(text, letter), 1)?;
            (number, letter + digits)
        }
        None => {
            let (number, digits) = small(from(text, ordinal))?;
            let unit = starts(from(text, ordinal + digits), "季度").or_else(|| {
                starts(from(text, ordinal + digits), "个季度").filter(|_| ordinal > 0)
            })?;
            (number, ordinal + digits + unit)
        }
    };
    Some(end_of(text, length, whole_quarter(year, number)?, year))
}

fn month_at(text: &str, year: Option<u16>) -> Option<(Moment, usize)> {
    let january = starts(text, "元").map(|length| (1, length));
    let (number, digits) = january.or_else(|| small(text))?;
    let month_word = starts_any(from(text, digits), &const { any_of(&["月", "月份"]) })?;
    let whole = whole_month(year, number)?;
    let month = whole.first.month;
    let length = digits + month_word;
    let rest = from(text, length);
    if rest.starts_with(one_of("龄均度")) {
        return None;
    }
    let stretch = |low: u8, high: u8| Moment {
        first: Day { month, day: low },
        last: Day { month, day: high },
        ..whole
    };
    for &(word, low, high) in &[
        ("上旬", 1, 10),
        ("中旬", 11, 20),
        ("初", 1, 10),
        ("中下旬", 11, 31),
        ("下旬", 21, 31),
        ("上中旬", 1, 20),
    ] {
        if let Some(more) = starts(rest, word) {
            return Some((stretch(low, high.min(whole.last.day)), length + more));
        }
    }
    if let Some(more) = starts_any(rest, &const { any_of(&["底", "末"]) }) {
        let day = whole.last.day;
        return Some((
            Moment {
                limit: true,
                ..stretch(day, day)
            },
            length + more,
        ));
    }
    if let Some((day, digits)) = small(rest)
        && let Some(more) = starts_any(from(rest, digits), &const { any_of(&["日", "号"]) })
        && let Some(moment) = one_day(year, month, u8::try_from(day).ok()?)
    {
        return Some((moment, length + digits + more));
    }
    Some((whole, length))
}

/// A number of at most two digits, or a Chinese numeral below a hundred.
pub(super) fn small(text: &str) -> Option<(u32, usize)> {
    if text.starts_with(is_digit) {
        return arabic(text, 2);
    }
    let (value, length, about) = chinese_at(text)?;
    let value = u32::try_from(value.mantissa())
        .ok()
        .filter(|_| value.scale() == 0 && !about)?;
    (value < 100).then_some((value, length))
}

fn months(year: Option<u16>, low: u8, high: u8) -> Moment {
    Moment {
        year,
        first: Day { month: low, day: 1 },
        last: Day {
            month: high,
            day: last_day(high, year),
        },
        limit: false,
        yearly: false,
    }
}

pub(super) fn whole_year(year: Option<u16>) -> Moment {
    months(year, 1, 12)
}

pub(super) fn whole_month(year: Option<u16>, month: u32) -> Option<Moment> {
    let month = u8::try_from(month)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    Some(months(year, month, month))
}

pub(super) fn whole_quarter(year: Option<u16>, quarter: u32) -> Option<Moment> {
    let quarter = u8::try_from(quarter)
        .ok()
        .filter(|quarter| (1..=4).contains(quarter))?;
    Some(months(year, quarter * 3 - 2, quarter * 3))
}

pub(super) fn one_day(year: Option<u16>, month: u8, day: u8) -> Option<Moment> {
    // 29 February may be meant where no year is written.
    let most = if month == 2 && year.is_none() {
        29
    } else {
        last_day(month, year)
    };
    ((1..=12).contains(&month) && (1..=most).contains(&day)).then_some(Moment {
        year,
        first: Day { month, day },
        last: Day { month, day },
        limit: false,
        yearly: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::periods::{When, when_at};

    fn days(moment: &Moment) -> String {
        let year = moment.year.map_or(String::new(), |year| format!("{year}-"));
        let (a, b) = (moment.first, moment.last);
        format!(
            "{year}{:02}{:02}..{:02}{:02}",
            a.month, a.day, b.month, b.day
        )
    }

    fn said(text: &str) -> Option<String> {
        let (when, length) = when_at(text, true)?;
        (length == text.len()).then(|| match when {
            When::Moment(moment) => days(&moment),
            When::Period(from, to) => [days(&from), days(&to)].join("/"),
        })
    }

    #[test]
    fn moments_denote_days() {
        for (text, expected) in [
            ("10月", "1001..1031"),
            ("6月以前", "0601..0630"),
            ("9月底前", "0930..0930"),
            ("上半年", "0101..0630"),
            ("第一季度", "0101..0331"),
            ("四季度末", "1231..1231"),
            ("年底前", "1231..1231"),
            ("2026年", "2026-0101..1231"),
            ("2023年底", "2023-1231..1231"),
            ("2024年6月30日前", "2024-0630..0630"),
            ("2024年2月底", "2024-0229..0229"),
            ("5月上旬", "0501..0510"),
            ("十二月中旬", "1211..1220"),
            ("2024-06-30", "2024-0630..0630"),
            ("2024/6/30", "2024-0630..0630"),
            ("20240630", "2024-0630..0630"),
            ("2024.06", "2024-0601..0630"),
            ("每年12月底前", "1231..1231"),
            ("2024年内", "2024-0101..1231"),
            ("二〇二四年", "2024-0101..1231"),
            ("2024年度", "2024-0101..1231"),
            ("10-12月", "1001..1031/1201..1231"),
            ("2024年1-6月", "2024-0101..0131/2024-0601..0630"),
            ("2023.07-2024.01", "2023-0701..0731/2024-0101..0131"),
            ("202001-202012", "2020-0101..0131/2020-1201..1231"),
            ("2022年3月-2023年11月", "2022-0301..0331/2023-1101..1130"),
            ("2024-2026年", "2024-0101..1231/2026-0101..1231"),
            ("6月1日至15日", "0601..0601/0615..0615"),
        ] {
            assert_eq!(said(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_left_alone() {
        for text in [
            "3个月",
            "13月",
            "6-8个月",
            "3年",
            "2024",
            "30日",
            "2024份",
            "2024.5万元",
            "1-2",
            "每年",
            "月底",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
