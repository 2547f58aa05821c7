//! Numbers as they are written: digits of any width with thousands commas, and Chinese numerals. Exact, or refused.

use rust_decimal::Decimal;

use super::text::{first, fold, from, starts};
use super::types::Problem;

/// More digits than these are no number that anyone means, and leave no room for exact arithmetic.
const INTEGER_DIGITS: usize = 15;
const FRACTION_DIGITS: usize = 8;

/// What stands where a number begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lexed {
    /// Its length in bytes.
    pub(super) length: usize,
    pub(super) what: What,
    /// Whether it is written in Chinese numerals, which also stand in words that are no numbers.
    pub(super) chinese: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A number; about that much where the text says 数十, 几百 or the like.
    Number { value: Decimal, about: bool },
    /// Parts of a whole: `三分之二`, `百分之八十`, `2/3`.
    Parts { value: Decimal, of: u64 },
    /// Digits that are no number.
    Broken(Problem),
}

/// Lexes what begins with a digit or a Chinese numeral.
pub(super) fn number_at(text: &str) -> Option<Lexed> {
    let start = first(text)?;
    if start.is_ascii_digit() {
        return Some(arabic_at(text));
    }
    if let Some(parts) = parts_at(text) {
        return Some(parts);
    }
    let (value, length, about) = chinese_at(text)?;
    Some(Lexed {
        length,
        what: What::Number { value, about },
        chinese: true,
    })
}

/// The bytes that a run of digits covers.
fn digits(text: &str) -> usize {
    text.find(|c| !fold(c).is_ascii_digit())
        .unwrap_or(text.len())
}

fn count(text: &str) -> usize {
    text.chars().count()
}

fn arabic_at(text: &str) -> Lexed {
    let broken = |length, problem| Lexed {
        length,
        what: What::Broken(problem),
        chinese: false,
    };
    let mut length = digits(text);
    if (1..=3).contains(&count(text.get(..length).unwrap_or_default())) {
        length += groups(from(text, length));
    }
    let integer = length;
    let mut point = 0;
    let rest = from(text, length);
    if matches!(rest.chars().next(), Some('.' | '．')) {
        let dot = rest.chars().next().map_or(1, char::len_utf8);
        let fraction = digits(from(rest, dot));
        if fraction > 0 {
            point = dot;
            length += dot + fraction;
        }
    }
    if let Some((more, problem)) = trouble(from(text, length)) {
        return broken(length + more, problem);
    }
    let whole = text.get(..integer).unwrap_or_default();
    let fraction = text.get(integer + point..length).unwrap_or_default();
    match decimal(whole, if point > 0 { fraction } else { "" }) {
        Some(value) => match denominator(from(text, length)) {
            Some((of, more)) if point == 0 && value < Decimal::from(of) => Lexed {
                length: length + more,
                what: What::Parts { value, of },
                chinese: false,
            },
            Some((_, more)) => broken(length + more, Problem::Arithmetic),
            None => Lexed {
                length,
                what: What::Number {
                    value,
                    about: false,
                },
                chinese: false,
            },
        },
        None => broken(length, Problem::NumberTooLong),
    }
}

/// The bytes of thousands groups: a comma and exactly three digits, as often as it goes.
fn groups(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = from(text, length);
        let Some(comma) = starts(rest, ",") else {
            break;
        };
        let group = digits(from(rest, comma));
        if count(rest.get(comma..comma + group).unwrap_or_default()) != 3 {
            break;
        }
        length += comma + group;
    }
    length
}

/// What behind digits keeps them from being a number: how many bytes of it, and why.
fn trouble(rest: &str) -> Option<(usize, Problem)> {
    let mark = rest.chars().next()?;
    let behind = from(rest, mark.len_utf8());
    let digit_follows = first(behind).is_some_and(|c| c.is_ascii_digit());
    let problem = match fold(mark) {
        // 1 000: a gap instead of a comma would leave half a number.
        ' ' if digit_follows => Problem::BrokenNumber,
        'e' | 'E' if digit_follows => Problem::Exponent,
        'e' | 'E' if behind.starts_with(['+', '-']) && digits(from(behind, 1)) > 0 => {
            Problem::Exponent
        }
        '^' | '⁰'..='⁹' | '²' | '³' => Problem::Exponent,
        '.' | ',' if digit_follows && mark != '，' => Problem::BrokenNumber,
        '×' | 'x' | 'X' | '*' | '+' | ':' | '∶' | '±' | '_' | '=' | '·' if digit_follows => {
            Problem::Arithmetic
        }
        _ => return None,
    };
    // The whole run is one broken thing; its pieces are no numbers either.
    let run = rest
        .find(|c| !is_of_a_run(c, fold(mark)))
        .unwrap_or(rest.len());
    Some((run.max(mark.len_utf8()), problem))
}

fn is_of_a_run(c: char, mark: char) -> bool {
    let folded = fold(c);
    let sign = matches!(
        folded,
        '.' | ','
            | 'e'
            | 'E'
            | '^'
            | '×'
            | 'x'
            | 'X'
            | '*'
            | '+'
            | ':'
            | '∶'
            | '±'
            | '_'
            | '='
            | '·'
    );
    folded.is_ascii_digit()
        || (sign && c != '，')
        || matches!(folded, '⁰'..='⁹' | '²' | '³')
        || (folded == ' ' && mark == ' ')
}

/// A stroke and digits behind a number: the denominator and the bytes it takes.
fn denominator(rest: &str) -> Option<(u64, usize)> {
    let stroke = starts(rest, "/")?;
    let length = digits(from(rest, stroke));
    let text = rest.get(stroke..stroke + length).unwrap_or_default();
    let mut of: u64 = 0;
    for c in text.chars() {
        of = of
            .checked_mul(10)?
            .checked_add(u64::from(fold(c).to_digit(10)?))?;
    }
    (length > 0 && of <= 1000).then_some((of, stroke + length))
}

/// The exact decimal of digits, commas among them, before and behind the point.
fn decimal(integer: &str, fraction: &str) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    let mut significant = 0;
    for c in integer.chars().map(fold).filter(char::is_ascii_digit) {
        mantissa = push(mantissa, c)?;
        significant += usize::from(mantissa > 0);
    }
    let scale = count(fraction);
    if significant > INTEGER_DIGITS || scale > FRACTION_DIGITS {
        return None;
    }
    for c in fraction.chars().map(fold) {
        mantissa = push(mantissa, c)?;
    }
    Decimal::try_from_i128_with_scale(mantissa, u32::try_from(scale).ok()?).ok()
}

fn push(mantissa: i128, digit: char) -> Option<i128> {
    mantissa
        .checked_mul(10)?
        .checked_add(i128::from(digit.to_digit(10)?))
}

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

fn chinese_place(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// A Chinese numeral: its value, its length, whether it only says about how much. A last 万 or 亿 is left to the unit, so
/// that `五万元` is 5 万元 just as `5万元` is.
pub(super) fn chinese_at(text: &str) -> Option<(Decimal, usize, bool)> {
    if let Some(rest) = text.strip_prefix(['数', '几']) {
        let place = rest.chars().next()?;
        let value = chinese_place(place).or(match place {
            '万' => Some(10_000),
            _ => None,
        })?;
        let head = text.len() - rest.len();
        return Some((Decimal::from(value), head + place.len_utf8(), true));
    }
    let numeral = Numeral::read(text)?;
    let about = numeral.last_is_place && from(text, numeral.length).starts_with('几');
    let length = numeral.length + if about { '几'.len_utf8() } else { 0 };
    let (fraction, more) = point_at(from(text, length))?;
    let value = Decimal::from(numeral.value).checked_add(fraction)?;
    Some((value, length + more, about))
}

struct Numeral {
    value: i64,
    length: usize,
    last_is_place: bool,
}

impl Numeral {
    fn read(text: &str) -> Option<Numeral> {
        // 亿 closes what stands before it for good, 万 may still be multiplied by it.
        let (mut closed, mut done, mut section) = (0_i64, 0_i64, 0_i64);
        let mut digit: Option<i64> = None;
        let mut place_below = i64::MAX;
        let mut length = 0;
        let mut bigs = 0;
        // What the value and the length were before the last 万 or 亿.
        let mut before_big = (0, 0);
        let mut ends_in_big = false;
        for c in text.chars() {
            if let Some(value) = chinese_digit(c) {
                if digit.is_some_and(|before| before != 0) {
                    return None;
                }
                digit = Some(value);
                ends_in_big = false;
            } else if let Some(place) = chinese_place(c) {
                // 百家争鸣 and 千家万户 are no numbers, 十家 is one.
                let times = digit.take().or((place == 10).then_some(1))?;
                if place >= place_below {
                    return None;
                }
                place_below = place;
                section = section.checked_add(times.checked_mul(place)?)?;
                ends_in_big = false;
            } else if matches!(c, '万' | '亿') && length > 0 {
                if ends_in_big {
                    break;
                }
                section = section.checked_add(digit.take().unwrap_or(0))?;
                before_big = (closed.checked_add(done)?.checked_add(section)?, length);
                if c == '万' {
                    done = done.checked_add(section.checked_mul(10_000)?)?;
                } else {
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
            .checked_add(digit.unwrap_or(0))?;
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

/// 点 and digits behind a numeral: `一点五`.
fn point_at(text: &str) -> Option<(Decimal, usize)> {
    let Some(rest) = text.strip_prefix('点') else {
        return Some((Decimal::ZERO, 0));
    };
    let mut mantissa: i64 = 0;
    let mut scale = 0;
    let mut length = '点'.len_utf8();
    for c in rest.chars() {
        let Some(value) = chinese_digit(c) else { break };
        mantissa = mantissa.checked_mul(10)?.checked_add(value)?;
        scale += 1;
        length += c.len_utf8();
    }
    if scale == 0 {
        return Some((Decimal::ZERO, 0));
    }
    (scale <= 8).then(|| (Decimal::new(mantissa, scale), length))
}

/// `百分之八十`, `三分之二`, `千分之3`.
fn parts_at(text: &str) -> Option<Lexed> {
    let (of, skipped) = match text.chars().next()? {
        c @ ('百' | '千' | '万') => {
            let of = if c == '万' {
                10_000
            } else {
                u64::try_from(chinese_place(c)?).ok()?
            };
            (of, c.len_utf8())
        }
        _ => {
            let numeral = Numeral::read(text)?;
            (u64::try_from(numeral.value).ok()?, numeral.length)
        }
    };
    let above = from(text, skipped).strip_prefix("分之")?;
    let head = text.len() - above.len();
    let (value, length) = if first(above)?.is_ascii_digit() {
        let lexed = arabic_at(above);
        match lexed.what {
            What::Number { value, .. } => (value, lexed.length),
            _ => return None,
        }
    } else if above.starts_with('百') {
        (Decimal::ONE_HUNDRED, '百'.len_utf8())
    } else {
        let (value, length, _) = chinese_at(above)?;
        (value, length)
    };
    (of > 0).then_some(Lexed {
        length: head + length,
        what: What::Parts { value, of },
        chinese: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<String> {
        let lexed = number_at(text)?;
        match lexed.what {
            What::Number { value, .. } if lexed.length == text.len() => Some(value.to_string()),
            What::Parts { value, of } if lexed.length == text.len() => {
                Some([value.to_string(), of.to_string()].join("/"))
            }
            _ => None,
        }
    }

    #[test]
    fn numbers_are_exact() {
        for (text, number) in [
            ("6,500", "6500"),
            ("１３，０００", "13000"),
            ("0.8", "0.8"),
            ("28.40", "28.40"),
            ("10606.7522", "10606.7522"),
            ("１２．５", "12.5"),
            ("两", "2"),
            ("十五", "15"),
            ("三百二十", "320"),
            ("三万五千", "35000"),
            ("一亿二千万", "120000000"),
            ("一千零五", "1005"),
            ("一点五", "1.5"),
            ("二十", "20"),
            ("三分之二", "2/3"),
            ("2/3", "2/3"),
            ("百分之八十五", "85/100"),
            ("百分之百", "100/100"),
            ("999999999999999.99999999", "999999999999999.99999999"),
        ] {
            assert_eq!(value(text).as_deref(), Some(number), "{text}");
        }
        let (number, length, _) = chinese_at("一百零五万").unwrap();
        assert_eq!((number, length), (Decimal::from(105), "一百零五".len()));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "1e5",
            "10^4",
            "2×3",
            "1:2",
            "1.2.3",
            "1,23",
            "9999999999999999",
            "0.123456789",
            "5/3",
            "100±5",
        ] {
            assert!(
                matches!(number_at(text).unwrap().what, What::Broken(_)),
                "{text}"
            );
            assert_eq!(number_at(text).unwrap().length, text.len(), "{text}");
        }
        for text in ["百", "千家", "三五", "一二三", "万", "几家", "数据"] {
            assert_eq!(number_at(text), None, "{text}");
        }
    }
}
