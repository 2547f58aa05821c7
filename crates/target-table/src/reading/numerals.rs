//! Chinese numerals.

use rust_decimal::Decimal;

use super::text::{fold, from};

/// The value of a Chinese digit.
pub(super) fn chinese_digit(c: char) -> Option<i64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

pub(super) fn chinese_place(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// Whether a character may begin a Chinese numeral, 数十 and 几百 among them.
pub(super) fn is_numeral(c: char) -> bool {
    chinese_digit(c).is_some() || chinese_place(c).is_some() || matches!(c, '数' | '几')
}

/// A Chinese numeral: its value, its length, whether it only says about how much. A last 万 or 亿 is left to the unit, so
/// that `五万元` is 5 万元 just as `5万元` is.
pub(super) fn chinese_at(text: &str) -> Option<(Decimal, usize, bool)> {
    if let Some(rest) = text.strip_prefix(super::text::one_of("数几")) {
        let place = rest.chars().next()?;
        let value = chinese_place(place).or(match place {
            '万' => Some(10_000),
            _ => None,
        })?;
        let head = text.len() - rest.len();
        return Some((Decimal::from(value), head + place.len_utf8(), true));
    }
    let numeral = Numeral::read(text, false)?;
    let about = numeral.last_is_place && from(text, numeral.length).starts_with('几');
    let length = numeral.length + if about { '几'.len_utf8() } else { 0 };
    let (value, more) = with_point(numeral.value, from(text, length))?;
    Some((value, length + more, about))
}

/// A run of Chinese numerals in which two digits stand side by side, and whether they are neighbours: 五六, 三五 and 十五六
/// are about that many, 五一 and 三八 are days.
pub(super) fn run_at(text: &str) -> Option<(usize, bool)> {
    let is_part =
        |c: char| chinese_digit(c).is_some() || chinese_place(c).is_some() || matches!(c, '万');
    let run = text.chars().take(LONGEST).take_while(|c| is_part(*c));
    let length = run.map(char::len_utf8).sum();
    let digits = text.get(..length)?.chars().map(chinese_digit);
    let mut pairs = digits
        .clone()
        .zip(digits.skip(1))
        .filter_map(|(a, b)| Some((a?, b?)))
        .peekable();
    pairs.peek()?;
    Some((length, pairs.any(|(a, b)| a + 1 == b || (a, b) == (3, 5))))
}

/// The most characters of a numeral; no number that anyone means has more, and the bound keeps long runs of 零 linear.
const LONGEST: usize = 32;

pub(super) struct Numeral {
    pub(super) value: i64,
    pub(super) length: usize,
    pub(super) last_is_place: bool,
}

impl Numeral {
    /// Reads what begins with a numeral; `mixed` has digits between the places, as in `3万5千`.
    pub(super) fn read(text: &str, mixed: bool) -> Option<Numeral> {
        // 亿 closes what stands before it for good, 万 may still be multiplied by it.
        let (mut closed, mut done, mut section) = (0_i64, 0_i64, 0_i64);
        let mut digit: Option<i64> = None;
        let mut place_below = i64::MAX;
        let mut length = 0;
        let mut bigs = 0;
        // What the value and the length were before the last 万 or 亿.
        let mut before_big = (0, 0);
        let mut ends_in_big = false;
        // What a last digit counts: 两千五 is 2500, 两千零五 is not.
        let mut last_counts = 1;
        for c in text.chars().take(LONGEST) {
            if let Some(value) = chinese_digit(c) {
                if digit.is_some_and(|before| before != 0) {
                    return None;
                }
                if value == 0 {
                    last_counts = 1;
                }
                digit = Some(value);
                ends_in_big = false;
            } else if let Some(value) = fold(c).to_digit(10).filter(|_| mixed) {
                let before = digit.unwrap_or(0).checked_mul(10)?;
                digit = Some(before.checked_add(i64::from(value))?);
                ends_in_big = false;
            } else if let Some(place) = chinese_place(c) {
                // 百家争鸣 and 千家万户 are no numbers, 十家 is one.
                let times = digit.take().or((place == 10).then_some(1))?;
                if place >= place_below {
                    return None;
                }
                place_below = place;
                last_counts = place / 10;
                section = section.checked_add(times.checked_mul(place)?)?;
                ends_in_big = false;
            } else if matches!(c, '万' | '亿') && length > 0 {
                if ends_in_big {
                    break;
                }
                section = section.checked_add(digit.take().unwrap_or(0))?;
                before_big = (closed.checked_add(done)?.checked_add(section)?, length);
                if c == '万' {
                    // 三万五万 are two numbers.
                    if done > 0 {
                        return None;
                    }
                    last_counts = 1000;
                    done = done.checked_add(section.checked_mul(10_000)?)?;
                } else {
                    last_counts = 10_000_000;
                    let part = done.checked_add(section)?.checked_mul(100_000_000)?;
                    (closed, done) = (closed.checked_add(part)?, 0);
                }
                (section, place_below, ends_in_big) = (0, i64::MAX, true);
                bigs += 1;
            } else {
                break;
            }
            length += c.len_utf8();
        }
        if length == 0 {
            return None;
        }
        let last_is_place = digit.is_none();
        let value = closed
            .checked_add(done)?
            .checked_add(section)?
            .checked_add(digit.unwrap_or(0).checked_mul(last_counts)?)?;
        let (value, length) = if bigs == 1 && ends_in_big {
            before_big
        } else {
            (value, length)
        };
        Some(Numeral {
            value,
            length,
            last_is_place,
        })
    }
}

/// A whole number with 点 and the digits behind it, if there are any (`一点五`), and how long those are.
fn with_point(whole: i64, text: &str) -> Option<(Decimal, usize)> {
    let mut mantissa = i128::from(whole);
    let (mut scale, mut length) = (0, 0);
    for c in text
        .strip_prefix('点')
        .unwrap_or_default()
        .chars()
        .take(LONGEST)
    {
        let Some(digit) = chinese_digit(c) else { break };
        mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
        scale += 1;
        length += c.len_utf8();
    }
    if scale > 0 {
        length += '点'.len_utf8();
    }
    let number = crate::exact::whole(mantissa, scale)?;
    (scale <= 8).then_some((number, length))
}
