//! The table of units as the module keeps it, put together at compile time: the names one behind the other and four
//! bytes a unit, where a line as written takes ten times as many.

use super::text::Edges;
use super::unit_table::{ENTRIES, Entry};

/// The unit at a place of the table.
pub(super) fn entry(at: usize) -> Option<Entry> {
    let row = ROWS.get(at)?;
    let (dimension, base) = *KINDS.get(usize::from(row.kind))?;
    let (numerator, denominator) = *FACTORS.get(usize::from(row.factor))?;
    Some(Entry {
        name: name(at),
        dimension,
        numerator,
        denominator,
        base,
    })
}

/// The name of the unit at a place of the table, empty behind its end.
pub(super) fn name(at: usize) -> &'static str {
    let start = at.checked_sub(1).and_then(|before| ROWS.get(before));
    let start = start.map_or(0, |row| row.end);
    let end = ROWS.get(at).map_or(start, |row| row.end);
    NAMES
        .get(usize::from(start)..usize::from(end))
        .unwrap_or_default()
}

/// Where the units begin whose names begin with a character; behind the end where there are none.
pub(super) fn first_with(head: char) -> usize {
    let (mut low, mut high) = (0, ROWS.len());
    if !HEADS.hold(head) {
        return high;
    }
    let mut bytes = [0; 4];
    let head: &str = head.encode_utf8(&mut bytes);
    while low < high {
        let middle = (low + high) / 2;
        if name(middle) < head {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Where a unit's name ends among the names, and which kind and which factor are its own.
#[derive(Clone, Copy)]
struct Row {
    end: u16,
    kind: u8,
    factor: u8,
}

type Kind = (&'static str, &'static str);
type Factor = (u64, u64);

static ROWS: [Row; ENTRIES.len()] = PACKED.rows;
static NAME_BYTES: [u8; PACKED.names] = names();
/// As text, so that nothing is decoded when a unit is looked for.
static NAMES: &str = match str::from_utf8(&NAME_BYTES) {
    Ok(names) => names,
    Err(_) => "",
};
static KINDS: [Kind; PACKED.kinds.1] = beginning(&PACKED.kinds.0);
static FACTORS: [Factor; PACKED.factors.1] = beginning(&PACKED.factors.0);
static HEADS: Edges = PACKED.heads;

/// What the lines of the table have in common: kinds and factors, each with how many there are.
struct Packed {
    rows: [Row; ENTRIES.len()],
    names: usize,
    kinds: ([Kind; 256], usize),
    factors: ([Factor; 256], usize),
    heads: Edges,
}

const PACKED: Packed = packed();

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn packed() -> Packed {
    let row = Row {
        end: 0,
        kind: 0,
        factor: 0,
    };
    let mut packed = Packed {
        rows: [row; ENTRIES.len()],
        names: 0,
        kinds: ([("", ""); 256], 0),
        factors: ([(1, 1); 256], 0),
        heads: Edges::NONE,
    };
    let mut at = 0;
    while at < ENTRIES.len() {
        let entry = &ENTRIES[at];
        let mut kind = 0;
        let (kinds, count) = &mut packed.kinds;
        while kind < *count
            && !(same(kinds[kind].0, entry.dimension) && same(kinds[kind].1, entry.base))
        {
            kind += 1;
        }
        if kind == *count {
            kinds[kind] = (entry.dimension, entry.base);
            *count += 1;
        }
        let mut factor = 0;
        let (factors, count) = &mut packed.factors;
        while factor < *count
            && !(factors[factor].0 == entry.numerator && factors[factor].1 == entry.denominator)
        {
            factor += 1;
        }
        if factor == *count {
            factors[factor] = (entry.numerator, entry.denominator);
            *count += 1;
        }
        packed.names += entry.name.len();
        packed.heads = packed.heads.and_heads(&[entry.name]);
        packed.rows[at] = Row {
            end: packed.names as u16,
            kind: kind as u8,
            factor: factor as u8,
        };
        at += 1;
    }
    packed
}

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn names() -> [u8; PACKED.names] {
    let mut names = [0; PACKED.names];
    let (mut length, mut at) = (0, 0);
    while at < ENTRIES.len() {
        let name = ENTRIES[at].name.as_bytes();
        let mut of_name = 0;
        while of_name < name.len() {
            names[length] = name[of_name];
            (length, of_name) = (length + 1, of_name + 1);
        }
        at += 1;
    }
    names
}

/// As many of the first as the array takes.
#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn beginning<T: Copy, const LENGTH: usize>(all: &[T]) -> [T; LENGTH] {
    let mut some = [all[0]; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        some[at] = all[at];
        at += 1;
    }
    some
}

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_what_is_written() {
        for (at, written) in ENTRIES.iter().enumerate() {
            let found = entry(at).unwrap();
            assert_eq!(found.name, written.name);
            assert_eq!(found.dimension, written.dimension, "{}", written.name);
            assert_eq!(found.base, written.base, "{}", written.name);
            assert_eq!(found.numerator, written.numerator, "{}", written.name);
            assert_eq!(found.denominator, written.denominator, "{}", written.name);
            let first = first_with(written.name.chars().next().unwrap());
            assert!(
                first <= at && name(first) <= written.name,
                "{}",
                written.name
            );
        }
        assert_eq!(name(ENTRIES.len()), "");
        assert_eq!(first_with('象'), ENTRIES.len());
    }
}
