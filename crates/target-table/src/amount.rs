//! Money: exact, never a float.

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserializer, Error};
use serde::{Deserialize, Serialize, Serializer};

/// The most digits that an amount has before and behind its point.
const INTEGER_DIGITS: usize = 15;
const FRACTION_DIGITS: usize = 6;

/// An amount of money without its unit: not negative, exact, as written (`330.00` stays `330.00`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(pub Decimal);

impl Amount {
    /// Reads `330` or `725.4`, and nothing that only looks like it: no sign, exponent, thousands comma, leading zero,
    /// or point without digits on both sides.
    pub fn parse(text: &str) -> Option<Self> {
        let (integer, fraction) = match text.split_once('.') {
            Some((integer, fraction)) => (integer, Some(fraction)),
            None => (text, None),
        };
        let integer_is_sound = are_digits(integer, INTEGER_DIGITS)
            && (integer.len() == 1 || !integer.starts_with('0'));
        let fraction_is_sound = fraction.is_none_or(|digits| are_digits(digits, FRACTION_DIGITS));
        if !(integer_is_sound && fraction_is_sound) {
            return None;
        }
        // rust_decimal's own parser would also read `1_000`, `+5`, `.5` and `5.`, and weighs 2 KB in wasm.
        let mut mantissa: i128 = 0;
        for digit in text.chars().filter_map(|c| c.to_digit(10)) {
            mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(digit))?;
        }
        let scale = u32::try_from(fraction.map_or(0, str::len)).ok()?;
        let amount = crate::exact::whole(mantissa, scale)?;
        Some(Amount(amount))
    }
}

fn are_digits(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The pattern of the schema; the `not` beside it refuses a final line feed, which `$` lets pass in some languages.
pub(crate) const PATTERN: &str = r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$";
/// Whatever is neither a digit nor a point.
pub(crate) const FOREIGN: &str = "[^0-9.]";

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Amount::parse(&text).ok_or_else(|| D::Error::custom("not an amount"))
    }
}

/// schemars' own schema for decimals also allows JSON numbers, which lose digits on the way.
impl JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "title": "金额 Amount",
            "pattern": PATTERN,
            "not": { "pattern": FOREIGN },
            "examples": ["330", "725.4"],
        })
    }
}

/// 金额单位。 The unit of an amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum MoneyUnit {
    /// 元。 Yuan.
    #[serde(rename = "元")]
    Yuan,
    /// 万元。 Ten thousand yuan.
    #[serde(rename = "万元")]
    TenThousand,
    /// 亿元。 A hundred million yuan.
    #[serde(rename = "亿元")]
    HundredMillion,
}

impl MoneyUnit {
    /// The unit as written.
    pub fn name(self) -> &'static str {
        match self {
            MoneyUnit::Yuan => "元",
            MoneyUnit::TenThousand => "万元",
            MoneyUnit::HundredMillion => "亿元",
        }
    }

    /// How many yuan one of it is.
    pub fn yuan(self) -> Decimal {
        match self {
            MoneyUnit::Yuan => Decimal::ONE,
            MoneyUnit::TenThousand => Decimal::from(10_000),
            MoneyUnit::HundredMillion => Decimal::from(100_000_000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_strictly() {
        for text in ["0", "330", "725.4", "330.00", "999999999999999.999999"] {
            assert_eq!(Amount::parse(text).unwrap().0.to_string(), text);
        }
        for text in [
            "",
            "1_000",
            "+5",
            "-5",
            ".5",
            "5.",
            "05",
            "1e3",
            "1,620",
            "１",
            "330\n",
            " 330",
            "1.2.3",
            "1000000000000000",
            "0.1234567",
        ] {
            assert_eq!(Amount::parse(text), None, "{text:?}");
        }
    }
}
