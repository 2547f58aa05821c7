//! The table of units as the module keeps it, put together at compile time: the names one behind the other and four
//! bytes a unit, where a line as written takes ten times as many.

use std::ops::Range;

use super::lists::Edges;
use super::text::first_of;
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
    NAMES.get(start(at)..start(at + 1)).unwrap_or_default()
}

/// Where the name of the unit at a place begins among the names, which is where the one before it ends.
pub(super) fn start(at: usize) -> usize {
    ROWS.get(at)
        .map_or(NAMES.len(), |row| usize::from(row.start))
}

/// The names as UTF-8, one behind the other.
pub(super) fn bytes(place: Range<usize>) -> &'static [u8] {
    NAME_BYTES.get(place).unwrap_or_default()
}

/// Where the units stand whose names may begin with a character: those with the same low bits.
pub(super) fn with_head(head: char) -> Range<usize> {
    let bits = (head as u32 & 63) as usize;
    let bounds = BUCKETS.get(bits).zip(BUCKETS.get(bits + 1));
    bounds
        .filter(|_| HEADS.hold(head))
        .map_or(0..0, |(start, end)| usize::from(*start)..usize::from(*end))
}

/// Where a unit's name begins among the names, and which kind and which factor are its own.
#[derive(Clone, Copy)]
struct Row {
    start: u16,
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
/// The first characters of the names.
static HEADS: Edges = PACKED.heads;
/// Where the names begin whose first characters have the same low bits.
static BUCKETS: [u16; 65] = PACKED.buckets;

/// What the lines of the table have in common: kinds and factors, each with how many there are.
struct Packed {
    rows: [Row; ENTRIES.len()],
    names: usize,
    kinds: ([Kind; 256], usize),
    factors: ([Factor; 256], usize),
    heads: Edges,
    buckets: [u16; 65],
    /// The lines in the order of the rows: by the low bits of their first characters, then by their names.
    order: [usize; ENTRIES.len()],
}

const PACKED: Packed = packed();

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn packed() -> Packed {
    let row = Row {
        start: 0,
        kind: 0,
        factor: 0,
    };
    let mut packed = Packed {
        rows: [row; ENTRIES.len()],
        names: 0,
        kinds: ([("", ""); 256], 0),
        factors: ([(1, 1); 256], 0),
        heads: Edges::NONE,
        buckets: [0; 65],
        order: order(),
    };
    let mut at = 0;
    while at < ENTRIES.len() {
        let entry = &ENTRIES[packed.order[at]];
        packed.buckets[bits(entry) + 1] = at as u16 + 1;
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
        packed.heads = packed.heads.and(entry.name.as_bytes(), 0);
        packed.rows[at] = Row {
            start: packed.names as u16,
            kind: kind as u8,
            factor: factor as u8,
        };
        packed.names += entry.name.len();
        at += 1;
    }
    // A set of bits that no name has begins and ends where the one before it ends.
    let mut bucket = 1;
    while bucket < packed.buckets.len() {
        if packed.buckets[bucket] == 0 {
            packed.buckets[bucket] = packed.buckets[bucket - 1];
        }
        bucket += 1;
    }
    packed
}

const fn bits(entry: &Entry) -> usize {
    (first_of(entry.name.as_bytes()) as u32 & 63) as usize
}

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn order() -> [usize; ENTRIES.len()] {
    let mut order = [0; ENTRIES.len()];
    let (mut length, mut bucket) = (0, 0);
    while bucket < 64 {
        let mut at = 0;
        while at < ENTRIES.len() {
            if bits(&ENTRIES[at]) == bucket {
                order[length] = at;
                length += 1;
            }
            at += 1;
        }
        bucket += 1;
    }
    order
}

#[expect(
    clippy::indexing_slicing,
    reason = "it runs at compile time, where a place outside is an error of the compiler"
)]
const fn names() -> [u8; PACKED.names] {
    let mut names = [0; PACKED.names];
    let (mut length, mut at) = (0, 0);
    while at < ENTRIES.len() {
        let name = ENTRIES[PACKED.order[at]].name.as_bytes();
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
        let mut found = 0;
        for written in ENTRIES {
            let head = written.name.chars().next().unwrap();
            for at in with_head(head).filter(|at| name(*at) == written.name) {
                let entry = entry(at).unwrap();
                assert_eq!(entry.name, written.name);
                assert_eq!(entry.dimension, written.dimension, "{}", written.name);
                assert_eq!(entry.base, written.base, "{}", written.name);
                assert_eq!(entry.numerator, written.numerator, "{}", written.name);
                assert_eq!(entry.denominator, written.denominator, "{}", written.name);
                found += 1;
            }
            let same = with_head(head).filter(|at| name(*at).starts_with(head));
            let names: Vec<&str> = same.map(name).collect();
            assert!(names.is_sorted(), "{names:?}");
        }
        assert_eq!(found, ENTRIES.len());
        assert_eq!(name(ENTRIES.len()), "");
        for head in ['象', '𠮷', '\0'] {
            assert_eq!(with_head(head), 0..0);
        }
    }
}
