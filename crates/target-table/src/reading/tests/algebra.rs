//! The comparison of readings against a second implementation that is as naive as can be: it asks of sample points
//! whether each reading allows them.

use rust_decimal::Decimal;

use crate::reading::compare::{Relation, compare, relate};
use crate::reading::{Comparator, Context, Quantity, Range, UnitSource, Value, read, units};

/// A small generator of numbers, the same in every run.
struct Lcg(u64);

impl Lcg {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// What the naive side keeps: whole numbers of a sixtieth of a hundredth of a base unit, so that every end is whole.
struct Naive {
    group: u64,
    low: Option<(i128, bool)>,
    high: Option<(i128, bool)>,
}

impl Naive {
    fn allows(&self, point: i128) -> bool {
        let above = self
            .low
            .is_none_or(|(low, closed)| point > low || (closed && point == low));
        let below = self
            .high
            .is_none_or(|(high, closed)| point < high || (closed && point == high));
        above && below
    }

    fn stands_to(&self, other: &Naive) -> Relation {
        if self.group != other.group {
            return Relation::Incomparable;
        }
        let ends = [self.low, self.high, other.low, other.high];
        // Every end, a little beside it, and far out on both sides.
        let points = ends
            .iter()
            .flatten()
            .flat_map(|(end, _)| [end - 1, *end, end + 1])
            .chain([-1_000_000_000_000_000_000, 1_000_000_000_000_000_000]);
        let (mut only_self, mut only_other, mut both) = (false, false, false);
        for point in points {
            match (self.allows(point), other.allows(point)) {
                (true, true) => both = true,
                (true, false) => only_self = true,
                (false, true) => only_other = true,
                (false, false) => {}
            }
        }
        match (only_self, only_other, both) {
            (_, _, false) => Relation::Contradictory,
            (false, false, true) => Relation::Equal,
            (false, true, true) => Relation::Tighter,
            (true, false, true) => Relation::Looser,
            (true, true, true) => Relation::Incomparable,
        }
    }
}

/// Units with how many sixtieths of their base they are, and a group that converts.
const UNITS: &[(&str, i128, u64)] = &[
    ("元", 60, 0),
    ("万元", 600_000, 0),
    ("亿元", 6_000_000_000, 0),
    ("亩", 40_000, 1),
    ("公顷", 600_000, 1),
    ("平方米", 60, 1),
    ("年", 720, 2),
    ("月", 60, 2),
    ("个", 60, 3),
];

fn sample(random: &mut Lcg) -> (Value, Naive) {
    let (text, sixtieths, group) = UNITS[random.below(UNITS.len() as u64) as usize];
    let scale = random.below(2) as u32;
    let number = random.below(30) as i64;
    let number = if random.below(3) == 0 {
        number * 100
    } else {
        number
    };
    let approximate = random.below(4) == 0;
    let unit = Some(units::find(text).unwrap());
    let digits = |number: i64| Decimal::new(number, scale);
    // In thousandths, so that half of a tenth is whole too.
    let whole = |number: i64| i128::from(number) * 1000 / 10_i128.pow(scale) * sixtieths;
    // Half of the last place that is not zero, found by hand on the digits as they are written.
    let margin = |number: i64| {
        if !approximate {
            return 0;
        }
        let mut place = 1000 / 10_i128.pow(scale);
        let mut rest = number;
        while rest != 0 && rest % 10 == 0 {
            rest /= 10;
            place *= 10;
        }
        if rest == 0 {
            place = 1000;
        }
        place * sixtieths / 2
    };
    if random.below(5) == 0 {
        let high = number + random.below(20) as i64;
        let value = Value::Range(Range {
            low: digits(number),
            low_unit: None,
            high: digits(high),
            unit,
            unit_source: UnitSource::Cell,
            approximate,
            cumulative: false,
        });
        let low = whole(number) - margin(number);
        let naive = Naive {
            group,
            low: Some((low, true)),
            high: Some((whole(high) + margin(high), true)),
        };
        return (value, naive);
    }
    let comparator = [
        Comparator::Ge,
        Comparator::Gt,
        Comparator::Eq,
        Comparator::Lt,
        Comparator::Le,
    ][random.below(5) as usize];
    let (low, high) = (
        whole(number) - margin(number),
        whole(number) + margin(number),
    );
    let (low, high) = match comparator {
        Comparator::Ge => (Some((low, true)), None),
        Comparator::Gt => (Some((low, false)), None),
        Comparator::Eq => (Some((low, true)), Some((high, true))),
        Comparator::Lt => (None, Some((high, false))),
        Comparator::Le => (None, Some((high, true))),
    };
    let value = Value::Quantity(Quantity {
        comparator,
        stated: true,
        number: digits(number),
        unit,
        unit_source: UnitSource::Cell,
        approximate,
        cumulative: false,
        per: None,
    });
    (value, Naive { group, low, high })
}

#[test]
fn a_naive_second_implementation_agrees_on_a_million_pairs() {
    let mut random = Lcg(20_261_124);
    let samples: Vec<_> = (0..1000).map(|_| sample(&mut random)).collect();
    for (a, naive_a) in &samples {
        for (b, naive_b) in &samples {
            assert_eq!(relate(a, b), naive_a.stands_to(naive_b), "{a:?}\n{b:?}");
        }
    }
}

fn value(text: &str) -> Value {
    read(text, &Context::default()).items.remove(0).value
}

#[test]
fn comparisons_say_their_arithmetic() {
    for (a, b, relation, conversion) in [
        (
            "6000万元",
            "0.6亿元",
            Relation::Equal,
            Some("6000万元 = 0.6亿元"),
        ),
        (
            "不少于5000万元",
            "不少于1亿元",
            Relation::Looser,
            Some("5000万元 = 0.5亿元"),
        ),
        ("≥90%", "≥80%", Relation::Tighter, None),
        ("≥90%", "≤80%", Relation::Contradictory, None),
        ("≥90%", "＞90%", Relation::Looser, None),
        ("约200人", "200人", Relation::Looser, None),
        ("约200人", "240人", Relation::Looser, None),
        ("约200人", "260人", Relation::Contradictory, None),
        ("8-10万字", "15万字以上", Relation::Contradictory, None),
        ("8-10万字", "8万字以上", Relation::Tighter, None),
        ("5-15家", "10-20家", Relation::Incomparable, None),
        ("25户次", "25次", Relation::Incomparable, None),
        ("25户", "25个", Relation::Equal, None),
        ("1个百分点", "1%", Relation::Incomparable, None),
        ("1公顷", "15亩", Relation::Equal, Some("1公顷 = 15亩")),
        (
            "1亩",
            "1公顷",
            Relation::Contradictory,
            Some("1亩 ≈ 0.0667公顷"),
        ),
        ("1年", "12个月", Relation::Equal, Some("1年 = 12个月")),
        ("1次/月", "1次/年", Relation::Incomparable, None),
        ("6月底前", "12月底前", Relation::Tighter, None),
        ("2024年底", "12月底前", Relation::Incomparable, None),
        ("通过验收", "通过验收", Relation::Incomparable, None),
    ] {
        let found = compare(&value(a), &value(b));
        assert_eq!(found.relation, relation, "{a} against {b}");
        assert_eq!(found.conversion.as_deref(), conversion, "{a} against {b}");
    }
}
