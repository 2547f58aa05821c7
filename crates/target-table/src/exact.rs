//! Arithmetic without rounding, on whole digits: the decimal library's own weighs 15 KB in wasm, and rounds what is too
//! long without a word.

use rust_decimal::Decimal;

/// Two numbers together; none where that is too long for one.
pub(crate) fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    let digits = |number: Decimal| {
        let zeros = 10_i128.checked_pow(scale.checked_sub(number.scale())?)?;
        number.mantissa().checked_mul(zeros)
    };
    whole(digits(a)?.checked_add(digits(b)?)?, scale)
}

/// A number times another; none where that is too long for one.
pub(crate) fn product(a: Decimal, b: Decimal) -> Option<Decimal> {
    let mantissa = a.mantissa().checked_mul(b.mantissa())?;
    let scale = if mantissa == 0 {
        0
    } else {
        a.scale() + b.scale()
    };
    whole(mantissa, scale)
}

/// A number over a whole one, as short as it can be written; none where that is no finite decimal or too long for one.
pub(crate) fn quotient(number: Decimal, divisor: i128) -> Option<Decimal> {
    let (mut mantissa, mut scale) = (number.mantissa(), number.scale());
    while mantissa.checked_rem(divisor)? != 0 {
        mantissa = mantissa.checked_mul(10)?;
        scale += 1;
    }
    Some(whole(mantissa.checked_div(divisor)?, scale)?.normalize())
}

/// A number of so many decimal places, of its digits.
#[inline(never)]
pub(crate) fn whole(digits: i128, scale: u32) -> Option<Decimal> {
    Decimal::try_from_i128_with_scale(digits, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_exact_or_there_is_none() {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        assert_eq!(sum(number("1.5"), number("0.25")), Some(number("1.75")));
        assert_eq!(sum(number("1.5"), number("-2")), Some(number("-0.5")));
        assert_eq!(sum(Decimal::MAX, Decimal::ONE), None);
        assert_eq!(product(number("0.2"), number("30")), Some(number("6.0")));
        assert_eq!(product(Decimal::MAX, number("2")), None);
        assert_eq!(quotient(number("1"), 8), Some(number("0.125")));
        assert_eq!(quotient(number("20.0"), 10), Some(number("2")));
        assert_eq!(quotient(number("1"), 3), None);
        assert_eq!(quotient(number("1"), 0), None);
    }
}
