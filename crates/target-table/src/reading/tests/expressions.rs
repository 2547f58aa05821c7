//! Real expressions with what they mean, judged by hand: the comparator, values and unit columns are the truth.

use crate::reading::{Context, Kind, Record, record};

const EXPRESSIONS: &str = include_str!("expressions.tsv");

struct Row<'t> {
    text: &'t str,
    kind: &'t str,
    comparators: &'t str,
    values: &'t str,
    unit: &'t str,
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    EXPRESSIONS.lines().skip(1).map(|line| {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        Row {
            text: next(),
            kind: next(),
            comparators: next(),
            values: next(),
            unit: next(),
        }
    })
}

/// The unit column without its remarks: `项(from name)`, `万(元)`, `% of 户数`, `万元 vs %`.
fn plain_unit(unit: &str) -> &str {
    let unit = unit.split(" of ").next().unwrap_or_default();
    let unit = unit.split(" vs ").next().unwrap_or_default();
    match unit {
        "(元)/株" => "/株",
        _ => unit.split('(').next().unwrap_or_default(),
    }
}

fn read(row: &Row<'_>) -> Record {
    let (text, column) = match row.text.split_once(" | ") {
        Some((text, unit)) => (text, Some(unit)),
        None => (row.text, None),
    };
    let from_name = row
        .unit
        .contains("(from name)")
        .then(|| plain_unit(row.unit));
    let hint = row
        .kind
        .split("name: ")
        .nth(1)
        .filter(|_| row.comparators.contains("from name"));
    let name = hint
        .map(|hint| hint.trim_end_matches(')'))
        .unwrap_or_default();
    let unit = if name.is_empty() {
        column.or(from_name)
    } else {
        None
    };
    record(
        text,
        &Context {
            name: &[name, ")"].concat(),
            unit,
        },
    )
}

/// The kinds that a note by hand allows.
fn allows(note: &str, kind: Kind) -> bool {
    let first = note.split([' ', ',', '-', '+']).next().unwrap_or_default();
    match first {
        "compound" => {
            kind == Kind::Several || note.starts_with("compound standard") && kind == Kind::Quantity
        }
        "deadline" if note.starts_with("deadline range") => kind == Kind::Period,
        "deadline" if note.starts_with("deadline+") => kind == Kind::Several,
        "deadline" => kind == Kind::Deadline,
        "milestone" => kind == Kind::Milestone,
        "quantity" | "money" | "multiple" | "rate" | "approximate" | "unit" | "value" | "OCR"
            if note.starts_with("unit only") || note.contains("number missing") =>
        {
            kind == Kind::Malformed
        }
        "value" if note.starts_with("value repeats") => kind == Kind::Qualitative,
        "quantity" | "money" | "multiple" | "rate" | "approximate" | "unit" | "value" | "OCR" => {
            matches!(kind, Kind::Quantity | Kind::Duration)
        }
        "duration" => kind == Kind::Duration,
        "range" => kind == Kind::Range,
        "period" => kind == Kind::Period,
        "frequency" => kind == Kind::Frequency,
        "blank" => kind == Kind::Blank,
        "not" => kind == Kind::NotApplicable,
        "placeholder" => kind == Kind::Placeholder,
        "operator" => kind == Kind::Malformed,
        "comparative" => kind == Kind::Comparative,
        "standard" => kind == Kind::Qualitative,
        "qualitative" => matches!(kind, Kind::Qualitative | Kind::Comparative),
        // A name holds a unit and no value; a hint in it is a placeholder.
        "name" => matches!(
            kind,
            Kind::Qualitative | Kind::Milestone | Kind::Placeholder
        ),
        _ => false,
    }
}

/// What a record says in the columns' own terms.
fn columns(record: &Record) -> (Vec<String>, Vec<String>, Vec<String>) {
    let mut said = (Vec::new(), Vec::new(), Vec::new());
    let parts = match record.kind {
        Kind::Several => record.parts.iter().collect(),
        _ => vec![record],
    };
    for part in parts {
        let sign = match part.kind {
            Kind::Deadline => Some("by".to_owned()),
            Kind::Period | Kind::Range => Some("between".to_owned()),
            Kind::Frequency => Some("per".to_owned()),
            _ if part.approximate == Some(true)
                && part.comparator == Some(crate::reading::Comparator::Eq) =>
            {
                Some("~".to_owned())
            }
            _ => part.comparator.map(|comparator| {
                serde_json::to_value(comparator)
                    .unwrap()
                    .as_str()
                    .unwrap()
                    .to_owned()
            }),
        };
        said.0.extend(sign);
        match (&part.low, &part.high) {
            (Some(low), Some(high)) => said.1.push([low.as_str(), "..", high.as_str()].concat()),
            _ => said.1.extend(part.value.clone()),
        }
        said.2.extend(part.unit.clone());
    }
    said
}

/// Days in place of the words of the values column.
fn day(words: &str) -> &str {
    match words {
        "上半年" | "6月" => "--06-30",
        "10月" => "--10-31",
        "第一季度" => "--03-31",
        "9月底" => "--09-30",
        "12月" | "12月底" => "--12-31",
        "10月..12月" => "--10-01..--12-31",
        "2023-07..2024-01" => "2023-07-01..2024-01-31",
        other => other,
    }
}

fn differences(row: &Row<'_>) -> Vec<String> {
    let record = read(row);
    let (signs, values, units) = columns(&record);
    let mut found = Vec::new();
    if !allows(row.kind, record.kind) {
        found.push(format!("kind {:?} for {}", record.kind, row.kind));
    }
    let mut wanted: Vec<&str> = row
        .values
        .split("; ")
        .flat_map(|v| v.split(';'))
        .map(day)
        .collect();
    // Words in place of a number: the baseline of a comparison, a placeholder, 全部.
    wanted.retain(|value| !matches!(*value, "" | "**" | "平均贷款增速" | "预算" | "全部"));
    if wanted != values {
        found.push(format!("values {values:?} for {}", row.values));
    }
    let mut wanted: Vec<&str> = row
        .comparators
        .split(';')
        .map(|sign| sign.split([' ', ',']).next().unwrap_or_default())
        .collect();
    wanted.retain(|sign| !sign.is_empty());
    // A deadline in a list is told by its value; the column gives each kind of sign once.
    let mut signs: Vec<&str> = signs.iter().map(String::as_str).collect();
    if row.kind.starts_with("compound deadline") {
        signs.sort_unstable();
        signs.dedup();
        wanted.sort_unstable();
    }
    // A name holds no value; a direction in it is a hint.
    if wanted != signs && row.kind != "name-with-unit" {
        found.push(format!("comparators {signs:?} for {}", row.comparators));
    }
    let mut wanted: Vec<&str> = row.unit.split("; ").map(plain_unit).collect();
    wanted.retain(|unit| !unit.is_empty());
    let mut units: Vec<&str> = units.iter().map(String::as_str).collect();
    units.dedup();
    let recurring = row.kind == "deadline recurring" && units.is_empty();
    if wanted != units && !recurring && row.kind != "qualitative with a % unit" {
        found.push(format!("units {units:?} for {}", row.unit));
    }
    found
}

#[test]
fn real_expressions_are_read_exactly() {
    let mut left = Vec::new();
    let mut count = 0;
    for row in rows() {
        count += 1;
        let differences = differences(&row);
        if !differences.is_empty() {
            left.push(format!("{}: {}", row.text, differences.join("; ")));
        }
    }
    assert_eq!(count, 199);
    assert_eq!(
        left,
        Vec::<String>::new(),
        "{} of {count} are not read exactly",
        left.len()
    );
}
