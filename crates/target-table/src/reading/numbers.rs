//! Numbers as they are written: digits of any width with thousands commas, and Chinese numerals. Exact, or refused.

use rust_decimal::Decimal;

use super::numerals::{Numeral, chinese_at, chinese_place};
use super::text::{first, fold, from, is_digit, one_of, run_of, starts, trim_start};
use super::types::Problem;
use crate::SMALL;

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
    if text.starts_with(is_digit) {
        let lexed = arabic_at(text);
        return Some(mixed_at(text, lexed.length).unwrap_or(lexed));
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

/// `3万5千`, `1亿2千万`: digits with the places of Chinese numerals between them, behind the digits that begin it.
fn mixed_at(text: &str, digits: usize) -> Option<Lexed> {
    let behind = from(text, digits).strip_prefix(one_of("百千万亿"))?;
    if !behind.starts_with(is_digit) {
        return None;
    }
    // 5亿10个 are two numbers.
    let numeral = Numeral::read(text, true).filter(|numeral| numeral.last_is_place)?;
    Some(Lexed {
        length: numeral.length,
        what: What::Number {
            value: Decimal::from(numeral.value),
            about: false,
        },
        chinese: false,
    })
}

/// The bytes that a run of digits covers.
pub(super) fn digits(text: &str) -> usize {
    run_of(text, &is_digit)
}

fn count(text: &str) -> usize {
    text.chars().count()
}

fn arabic_at(text: &str) -> Lexed {
    let plain = if SMALL { None } else { plain_at(text) };
    plain.unwrap_or_else(|| any_arabic_at(text))
}

/// Nearly every number is a few digits with nothing behind them that could belong to it: `25`, `330万元`, `90%`. What
/// [`any_arabic_at`] makes of them is made here at once.
pub(super) fn plain_at(text: &str) -> Option<Lexed> {
    let bytes = text.as_bytes();
    let (mut number, mut length) = (0_u64, 0);
    while let Some(digit @ b'0'..=b'9') = bytes.get(length) {
        if length == INTEGER_DIGITS {
            return None;
        }
        number = number * 10 + u64::from(digit - b'0');
        length += 1;
    }
    // The bytes that begin Chinese characters.
    let ends = matches!(bytes.get(length), None | Some(b'%' | 0xE4..=0xE9));
    (ends && length > 0).then_some(Lexed {
        length,
        what: What::Number {
            value: Decimal::from(number),
            about: false,
        },
        chinese: false,
    })
}

fn any_arabic_at(text: &str) -> Lexed {
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
        // 9/10万 is a rate of so many in a hundred thousand; its lower half is the unit.
        Some(value) => match denominator(from(text, length))
            .filter(|(_, more)| !from(text, length + more).starts_with('万'))
        {
            // 10/20 is more often two numbers than a half.
            Some((of, more)) if point == 0 && is_lowest(value, of) => Lexed {
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
        if first(rest) != Some(',') {
            break;
        }
        let comma = rest.chars().next().map_or(0, char::len_utf8);
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
    if let Some(length) = wrong_point(rest) {
        return Some((length, Problem::BrokenNumber));
    }
    let behind = from(rest, mark.len_utf8());
    let digit_follows = first(behind).is_some_and(|c| c.is_ascii_digit());
    let problem = match fold(mark) {
        // 1 000: a gap instead of a comma would leave half a number.
        ' ' if digit_follows => Problem::BrokenNumber,
        // 95 .5% and 95. 5% have a gap at the point.
        ' ' | '.' if is_fraction_apart(rest) => Problem::BrokenNumber,
        'e' | 'E' if digit_follows => Problem::Exponent,
        'e' | 'E' if behind.starts_with(one_of("+-")) && digits(from(behind, 1)) > 0 => {
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
    let mark_of_run = if behind.starts_with(' ') {
        ' '
    } else {
        fold(mark)
    };
    let run = run_of(rest, &|c| is_of_a_run(c, mark_of_run));
    Some((run.max(mark.len_utf8()), problem))
}

/// `98。5%` and `98，5%`: a stop or comma of prose where a point was meant; its length with the digits.
fn wrong_point(rest: &str) -> Option<usize> {
    let fraction = rest.strip_prefix(one_of("。，"))?;
    let length = digits(fraction);
    let is_percent = starts(from(fraction, length), "%").is_some();
    (count(fraction.get(..length)?) == 1 && is_percent)
        .then_some(rest.len() - fraction.len() + length)
}

/// Whether a point with a gap before or behind it and the digits of a percentage follow.
pub(super) fn is_fraction_apart(rest: &str) -> bool {
    let behind = trim_start(rest).strip_prefix('.').map(trim_start);
    behind.is_some_and(|fraction| {
        let length = digits(fraction);
        length > 0 && starts(from(fraction, length), "%").is_some()
    })
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

/// Whether so many of so many parts make a proper fraction in lowest terms.
fn is_lowest(above: Decimal, below: u64) -> bool {
    below <= 12
        && above < Decimal::from(below)
        && super::units::gcd(above.mantissa(), i128::from(below)) == 1
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
    (length > 0).then_some((of, stroke + length))
}

/// The exact decimal of digits, commas among them, before and behind the point.
fn decimal(integer: &str, fraction: &str) -> Option<Decimal> {
    let whole = whole_number(integer, INTEGER_DIGITS)?;
    if fraction.is_empty() {
        return Some(Decimal::from(whole));
    }
    let scale = u32::try_from(count(fraction)).ok()?;
    // Leading zeros count here.
    let part =
        whole_number(fraction, FRACTION_DIGITS).filter(|_| scale <= FRACTION_DIGITS as u32)?;
    let mantissa = i128::from(whole) * i128::from(10_u64.checked_pow(scale)?) + i128::from(part);
    crate::exact::whole(mantissa, scale)
}

/// The number that digits make, signs among them left out; none where it has more digits than `most`.
fn whole_number(text: &str, most: usize) -> Option<u64> {
    let mut number: u64 = 0;
    let mut digits = 0;
    for digit in text.chars().filter_map(|c| fold(c).to_digit(10)) {
        number = number * 10 + u64::from(digit);
        digits += usize::from(number > 0);
        if digits > most {
            return None;
        }
    }
    Some(number)
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
            let numeral = Numeral::read(text, false)?;
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
            ("3万5千", "35000"),
            ("1亿2千万", "120000000"),
            ("１２万５千", "125000"),
            ("两千五", "2500"),
            ("两千零五", "2005"),
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
    fn the_short_way_to_a_number_leads_where_the_long_way_does() {
        let heads = [
            "",
            "0",
            "7",
            "250",
            "007",
            "123456789012345",
            "1234567890123456",
            "５",
        ];
        let tails = [
            "", "%", "％", "家", "万元", "㐀", "个100", ".5", "．5", ",000", "，000", " 1", "e5",
            "/2", "/2万", "。5%", "-3", "×2", "²", "…", "５",
        ];
        for head in heads {
            for tail in tails {
                let text = [head, tail].concat();
                if let Some(lexed) = plain_at(&text) {
                    assert_eq!(lexed, any_arabic_at(&text), "{text}");
                }
            }
        }
        assert!(plain_at("250家").is_some() && plain_at("25.5").is_none());
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
