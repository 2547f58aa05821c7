//! The list of units that the engine was asked to know, held against what it knows.

use rust_decimal::Decimal;

use crate::reading::units::{Factor, Unit, find};

const UNITS: &str = include_str!("units.tsv");

/// Exact ratios where the list writes a rounded decimal, or a base that no other area converts to.
fn exact(name: &str, factor: &str) -> Factor {
    let (numerator, denominator) = match name {
        "元/亩" => (15, 10_000),
        "亩" => (10_000, 15),
        "万亩" => (100_000_000, 15),
        _ => {
            let number: Decimal = factor.parse().unwrap();
            let scale = 10_u64.pow(number.scale());
            (u64::try_from(number.mantissa()).unwrap(), scale)
        }
    };
    Factor {
        numerator,
        denominator,
    }
}

fn same(a: Factor, b: Factor) -> bool {
    u128::from(a.numerator) * u128::from(b.denominator)
        == u128::from(b.numerator) * u128::from(a.denominator)
}

#[test]
fn every_unit_of_the_list_is_known_with_its_dimension_and_exact_factor() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in UNITS.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, aliases, dimension, factor, base, ..] = columns.as_slice() else {
            panic!("{line}");
        };
        let base = if *name == "元/亩" {
            "元/平方米"
        } else {
            base
        };
        let words = aliases
            .split(';')
            .map(|alias| alias.split('（').next().unwrap_or_default())
            .filter(|alias| !alias.is_empty() && *alias != "百分之N");
        // 台（套） is one name.
        let words = words.map(|alias| {
            if alias == "台" {
                "台（套）"
            } else {
                alias
            }
        });
        for word in std::iter::once(*name).chain(words) {
            count += 1;
            match find(word) {
                Some(unit) if agrees(&unit, dimension, exact(name, factor), base) => {}
                found => wrong.push(format!("{word}: {found:?}")),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(count > 150, "{count}");
}

fn agrees(unit: &Unit, dimension: &str, factor: Factor, base: &str) -> bool {
    let whole = if unit.per.is_empty() {
        unit.base.to_owned()
    } else {
        [unit.base, "/", unit.per].concat()
    };
    unit.dimension == dimension && same(unit.factor, factor) && whole == base
}
