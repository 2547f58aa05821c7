//! The same table in other words that mean the same: nothing new may be said about it.

use target_table::model::Table;

/// One way of wording: its name, and what it makes of a cell where it has another way to say it.
struct Wording {
    name: &'static str,
    cell: fn(&str) -> Option<String>,
}

const WORDINGS: [Wording; 6] = [
    Wording {
        name: "bounds in words",
        cell: |cell| replaced_sign(cell, "不低于", "不超过"),
    },
    Wording {
        name: "bounds in other words",
        cell: |cell| replaced_sign(cell, "不少于", "不高于"),
    },
    Wording {
        name: "bounds behind the number",
        cell: |cell| {
            let behind = |sign, word: &str| {
                let rest = cell.strip_prefix(sign)?;
                Some([rest, word].concat())
            };
            behind('≥', "及以上").or_else(|| behind('≤', "及以内"))
        },
    },
    Wording {
        name: "bounds spelled out",
        cell: |cell| replaced_sign(cell, "大于等于", "小于等于"),
    },
    Wording {
        name: "a space before the unit",
        cell: |cell| {
            cell.strip_suffix("万元")
                .map(|number| [number, " 万元"].concat())
        },
    },
    Wording {
        name: "thousands commas",
        cell: with_commas,
    },
];

pub(super) fn all(table: &Table) -> Vec<(&'static str, Table)> {
    let reworded = WORDINGS.iter().filter_map(|wording| {
        let mut other = table.clone();
        for cell in other
            .indicators
            .iter_mut()
            .flat_map(|row| row.targets.values_mut())
        {
            if let Some(words) = (wording.cell)(cell) {
                *cell = words;
            }
        }
        (other != *table).then_some((wording.name, other))
    });
    reworded.collect()
}

fn replaced_sign(cell: &str, at_least: &str, at_most: &str) -> Option<String> {
    let put = |sign, word: &str| {
        let rest = cell.strip_prefix(sign)?;
        Some([word, rest].concat())
    };
    put('≥', at_least).or_else(|| put('≤', at_most))
}

/// A number of four or five digits with its comma; a year is none.
fn with_commas(cell: &str) -> Option<String> {
    let start = cell.find(|c: char| c.is_ascii_digit())?;
    let rest = &cell[start..];
    let length = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let is_year = rest[length..].starts_with('年') && length == 4;
    if !(4..=5).contains(&length) || is_year {
        return None;
    }
    let comma = start + length - 3;
    Some([&cell[..comma], ",", &cell[comma..]].concat())
}
