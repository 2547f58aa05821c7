//! The amount of the head: `725.4万元`.

use target_table::amount::{Amount, MoneyUnit};

/// Reads a number and the unit behind it. Full-width digits, spaces and the commas of thousands are only ways to print
/// a number; anything else in it is not read.
pub(crate) fn read(text: &str) -> Option<(Amount, Option<MoneyUnit>)> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '０'..='９' => {
                char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c)
            }
            '．' => '.',
            '，' => ',',
            _ => c,
        })
        .collect();
    let plain = plain.strip_prefix("人民币").unwrap_or(&plain);
    let (number, unit) = split_unit(plain);
    let number = without_thousands(number)?;
    Some((Amount::parse(&number)?, unit))
}

/// The unit of a label's bracket: `支持金额（万元）`.
pub(crate) fn unit_of_label(label: &str) -> Option<MoneyUnit> {
    let inside = label.trim_end_matches(['）', ')']);
    let (_, unit) = split_unit(inside.trim_end());
    (inside.len() < label.len()).then_some(unit).flatten()
}

fn split_unit(text: &str) -> (&str, Option<MoneyUnit>) {
    // In a field of money 万 alone means 万元.
    [
        ("亿元", MoneyUnit::HundredMillion),
        ("亿", MoneyUnit::HundredMillion),
        ("万元", MoneyUnit::TenThousand),
        ("万", MoneyUnit::TenThousand),
        ("元", MoneyUnit::Yuan),
    ]
    .into_iter()
    .find_map(|(word, unit)| Some((text.strip_suffix(word)?, Some(unit))))
    .unwrap_or((text, None))
}

/// `1,620` as `1620`; commas anywhere else than before three digits are no thousands.
fn without_thousands(number: &str) -> Option<String> {
    let (integer, fraction) = match number.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (number, None),
    };
    let mut groups = integer.split(',');
    let first_is_sound = groups.next().is_some_and(|first| first.len() <= 3);
    let rest_is_sound = groups.all(|group| group.len() == 3);
    if integer.contains(',') && !(first_is_sound && rest_is_sound) {
        return None;
    }
    let mut plain = integer.replace(',', "");
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly() {
        for (text, number, unit) in [
            ("330万元", "330", Some(MoneyUnit::TenThousand)),
            ("725.4 万元", "725.4", Some(MoneyUnit::TenThousand)),
            ("1,620万元", "1620", Some(MoneyUnit::TenThousand)),
            ("人民币２．５亿元", "2.5", Some(MoneyUnit::HundredMillion)),
            ("500000元", "500000", Some(MoneyUnit::Yuan)),
            ("330万", "330", Some(MoneyUnit::TenThousand)),
            ("330", "330", None),
        ] {
            let (amount, read_unit) = read(text).unwrap();
            assert_eq!(
                (amount.0.to_string().as_str(), read_unit),
                (number, unit),
                "{text}"
            );
        }
        for text in [
            "",
            "约330万元",
            "330-400万元",
            "16,20万元",
            "-5万元",
            "330万套",
            "万元",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(
            unit_of_label("支持金额（万元）"),
            Some(MoneyUnit::TenThousand)
        );
        assert_eq!(unit_of_label("支持金额"), None);
    }
}
