//! The published schemas, and the validator that is compiled out of the table's.

use jsonschema::paths::Location;
use jsonschema::{Keyword, ValidationError};
use serde_json::{Map, Value};

use crate::amount::{self, Amount};
use crate::{limits, strict};

/// The schema of a table, as committed and published.
pub const TABLE: &str = include_str!("../../../schema/target-table.schema.json");
/// The schema of a report, as committed and published.
pub const REPORT: &str = include_str!("../../../schema/report.schema.json");
/// The schema of a profile, as committed and published.
pub const PROFILE: &str = include_str!("../../../schema/profile.schema.json");
/// The schema of a reading, as committed and published.
pub const READING: &str = include_str!("../../../schema/reading.schema.json");
/// The schema of the catalogue of rules.
pub const RULES: &str = include_str!("../../../schema/rules.schema.json");

/// Whether a value is a table, by the schema.
pub fn is_valid(value: &Value) -> bool {
    Validator::is_valid(value)
}

/// Everything in a value that the schema does not accept.
pub(crate) fn errors(value: &Value) -> impl Iterator<Item = ValidationError<'_>> {
    Validator::iter_errors(value)
}

#[jsonschema::validator(
    path = "src/validator.schema.json",
    draft = Draft202012,
    keywords = { "matches" => crate::schema::matches_keyword, "lacks" => crate::schema::lacks_keyword },
    methods = { validate = false }
)]
struct Validator;

/// A pattern of the schema with the function that says the same.
struct Pattern {
    source: &'static str,
    matches: fn(&str) -> bool,
}

/// The patterns of the schema: a regex engine would weigh 350 KB in wasm. A test below holds each against a real one.
static PATTERNS: [Pattern; 7] = [
    Pattern {
        source: amount::PATTERN,
        matches: |text| Amount::parse(text).is_some(),
    },
    Pattern {
        source: amount::FOREIGN,
        matches: |text| text.chars().any(|c| !(c.is_ascii_digit() || c == '.')),
    },
    Pattern {
        source: limits::CONTROL,
        matches: |text| text.chars().any(strict::is_forbidden),
    },
    Pattern {
        source: limits::NOT_ID,
        matches: |text| text.bytes().any(limits::is_not_id),
    },
    Pattern {
        source: limits::NOT_CREDIT_CODE,
        matches: |text| text.chars().any(limits::is_not_credit_code),
    },
    Pattern {
        source: limits::DATE,
        matches: limits::is_date,
    },
    Pattern {
        source: limits::FINGERPRINT,
        matches: limits::is_fingerprint,
    },
];

/// The keywords `matches` and `lacks`: whether a text fits a pattern, and whether it does not.
struct Fits {
    matches: fn(&str) -> bool,
    expected: bool,
}

impl<'i> Keyword<'i> for Fits {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            Ok(())
        } else {
            Err(ValidationError::custom(""))
        }
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        let fits = |text| (self.matches)(text) == self.expected;
        instance.as_str().is_none_or(fits)
    }
}

/// Neither of the two fails, so that the code by which the macro would print a failure is left out of wasm. That every
/// pattern of the schema is listed is a test below.
#[inline(always)]
fn matches_keyword<'a>(
    _schema: &'a Map<String, Value>,
    pattern: &'a Value,
    _path: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(fits(pattern, true))
}

#[inline(always)]
fn lacks_keyword<'a>(
    _schema: &'a Map<String, Value>,
    pattern: &'a Value,
    _path: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(fits(pattern, false))
}

fn fits(pattern: &Value, expected: bool) -> Box<dyn for<'i> Keyword<'i>> {
    let known = PATTERNS.iter().find(|known| pattern == known.source);
    let matches = known.map_or(never as fn(&str) -> bool, |known| known.matches);
    Box::new(Fits { matches, expected })
}

fn never(_: &str) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_pattern_of_the_schema_is_listed() {
        let mut patterns = 0;
        for line in TABLE
            .lines()
            .filter_map(|line| line.trim().strip_prefix("\"pattern\": "))
        {
            let pattern: String = serde_json::from_str(line.trim_end_matches(',')).unwrap();
            assert!(
                PATTERNS.iter().any(|known| known.source == pattern),
                "{pattern}"
            );
            patterns += 1;
        }
        assert!(patterns >= PATTERNS.len(), "{patterns}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn patterns_agree_with_a_regex_engine(text in r"[0-9A-Za-z.\-\n\t年\u{85}\u{9f}\u{a0}]{0,20}|[0-9]{4}-[0-9]{2}-[0-9]{2}\n?|[0-9a-g]{16}-[0-9a-f]{15,17}\n?|[0-9]{1,17}(\.[0-9]{0,8})?") {
            for Pattern { source, matches } in &PATTERNS {
                let regex = regex::Regex::new(source).unwrap();
                prop_assert_eq!(matches(&text), regex.is_match(&text), "{} on {:?}", source, text);
            }
        }
    }
}
