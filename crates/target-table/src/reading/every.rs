//! How often: 按月, 每季度, 每两年.

use rust_decimal::Decimal;

use super::lists::{Words, any_of, starts_any};
use super::numbers::{What, number_at};
use super::text::{from, starts};
use super::types::{Frequency, Quantity};

/// A stretch of time that comes again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Every {
    interval: Decimal,
    period: &'static str,
    day: Option<u8>,
}

impl Every {
    /// A stretch of time that no 每 need stand before, and its length.
    pub(super) fn stretch(text: &str) -> Option<(Every, usize)> {
        let (interval, period, length) = stretch_at(text)?;
        let every = Every {
            interval,
            period,
            day: None,
        };
        Some((every, length))
    }

    /// A stretch of time that is all of a text; 隔周 is every second week.
    pub(super) fn alone(text: &str) -> Option<Every> {
        let bare = text.strip_prefix('隔').unwrap_or(text);
        let (mut every, length) = Every::stretch(bare)?;
        if bare.len() < text.len() {
            every.single()?;
            every.interval = Decimal::TWO;
        }
        (length == bare.len()).then_some(every)
    }

    pub(super) fn frequency(self, count: Option<Quantity>) -> super::types::Value {
        super::types::Value::Frequency(Frequency {
            count,
            interval: self.interval,
            period: self.period,
            day: self.day,
        })
    }

    /// The period, if one stretch is one of it.
    pub(super) fn single(self) -> Option<&'static str> {
        (self.interval == Decimal::ONE).then_some(self.period)
    }
}

/// Words for periods and their plain names; the longest match wins.
#[rustfmt::skip]
pub(super) const PERIODS: &[(&str, &str)] = &[
    ("年度", "年"),
    ("年", "年"),
    ("季度", "季度"),
    ("季", "季度"),
    ("月度", "月"),
    ("月份", "月"),
    ("月", "月"),
    ("旬", "旬"),
    ("星期", "周"),
    ("周", "周"),
    ("工作日", "日"),
    ("日", "日"),
    ("天", "日"),
    ("小时", "小时"),
    ("学期", "学期"),
    ("学年", "学年"),
];

/// What makes another word of a period: 按年度计划, 每日常, 按期.
#[rustfmt::skip]
static OTHER_WORDS: Words = any_of(&[
    "计划", "程", "常", "初", "底", "末", "均", "限", "期", "轮", "级", "报", "进度", "预算", "需", "标", "实际", "工作",
]);

/// How many of which period, and the length of the words: `半年`, `2个月`, `季度`.
fn stretch_at(text: &str) -> Option<(Decimal, &'static str, usize)> {
    const HALVES: [(Words, &str); 2] = [
        (any_of(&["半年"]), "年"),
        (any_of(&["半个月", "半月"]), "月"),
    ];
    for (words, period) in &HALVES {
        if let Some(length) = starts_any(text, words) {
            return Some((Decimal::new(5, 1), period, length));
        }
    }
    let mut at = 0;
    let mut interval = Decimal::ONE;
    if let Some(lexed) = number_at(text)
        && let What::Number {
            value,
            about: false,
        } = lexed.what
    {
        interval = value;
        at = lexed.length;
    }
    at += starts(from(text, at), "个").unwrap_or(0);
    let (period, length) = period_at(from(text, at))?;
    Some((interval, period, at + length))
}

fn period_at(text: &str) -> Option<(&'static str, usize)> {
    PERIODS
        .iter()
        .filter_map(|(word, name)| text.strip_prefix(word).map(|_| (*name, word.len())))
        .max_by_key(|(_, length)| *length)
}

/// A frequency at the start of a text, and its length.
pub(super) fn every_at(text: &str) -> Option<(Every, usize)> {
    let lead = starts_any(text, &const { any_of(&["按照", "按", "逐", "每", "每隔"]) })?;
    let each = text.starts_with('每');
    let (interval, period, length) = if each {
        stretch_at(from(text, lead))?
    } else {
        let (period, length) = period_at(from(text, lead))?;
        (Decimal::ONE, period, length)
    };
    let length = lead + length;
    let behind = from(text, length);
    if let Some((day, more)) = day_at(behind, each && period == "月") {
        return Some((
            Every {
                interval,
                period,
                day,
            },
            length + more,
        ));
    }
    if starts_any(behind, &OTHER_WORDS).is_some() && !behind.starts_with("期初") {
        return None;
    }
    // 逐年提高 says how it grows, not how often it is done.
    if text.starts_with("逐年") {
        return None;
    }
    Some((
        Every {
            interval,
            period,
            day: None,
        },
        length,
    ))
}

/// The day of a month or the end of a period by which: `每月10日前`, `每季度末`.
fn day_at(text: &str, is_month: bool) -> Option<(Option<u8>, usize)> {
    let (day, length) = if let Some(length) = starts_any(text, &const { any_of(&["底", "末"]) }) {
        (None, length)
    } else {
        let lexed = number_at(text).filter(|_| is_month)?;
        let What::Number {
            value,
            about: false,
        } = lexed.what
        else {
            return None;
        };
        let word = starts_any(from(text, lexed.length), &const { any_of(&["日", "号"]) })?;
        let day = u8::try_from(value.mantissa())
            .ok()
            .filter(|day| value.scale() == 0 && (1..=31).contains(day))?;
        (Some(day), lexed.length + word)
    };
    let tail = starts_any(
        from(text, length),
        &const { any_of(&["前", "之前", "以前"]) },
    )
    .unwrap_or(0);
    Some((day, length + tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_in_words() {
        for (text, interval, period) in [
            ("按月", "1", "月"),
            ("每季度", "1", "季度"),
            ("每个月", "1", "月"),
            ("每两年", "2", "年"),
            ("每半年", "0.5", "年"),
            ("每3个月", "3", "月"),
            ("逐月", "1", "月"),
            ("每周", "1", "周"),
            ("每月10日前", "1", "月"),
            ("每季度末", "1", "季度"),
        ] {
            let (every, length) = every_at(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(length, text.len(), "{text}");
            assert_eq!(
                (every.interval.to_string().as_str(), every.period),
                (interval, period),
                "{text}"
            );
        }
        for text in ["按年度计划", "每日常", "按进度", "每家", "逐年提高", "按期"]
        {
            assert_eq!(every_at(text), None, "{text}");
        }
    }
}
