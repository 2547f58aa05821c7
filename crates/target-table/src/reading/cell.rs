//! A cell as a whole: its items, what of it was not understood, and the one kind that it is.

use rust_decimal::Decimal;

use super::bind::bind_to_name;
use super::comparators::comparator_at;
use super::kinds::kind;
use super::known::Known;
use super::labels;
use super::lists::{Words, any_of};
use super::numbers::number_at;
use super::plain;
use super::scan::{Found, Scan};
use super::text::{
    behind_mark, between, ends_clause, ends_sentence, find_mark, first, fold, from, is_digit, last,
    one_of, run_of, trim, trim_start, upto,
};
use super::types::{
    Comparator, Context, Item, Kind, Problem, Quantity, Reading, UnitSource, Value,
};
use super::units;
use super::words;
use crate::SMALL;
use crate::span::Span;

/// Reads a cell.
pub fn read(text: &str, context: &Context<'_>) -> Reading {
    read_known(text, &Known::of(context))
}

/// Reads a cell of an indicator whose own words have been read already; a row's cells share them.
pub fn read_known(text: &str, known: &Known<'_>) -> Reading {
    // The small module has the long way only, which it needs anyway.
    let short = if SMALL {
        None
    } else {
        plain::number_and_unit(text, known)
    };
    match short {
        Some(found) => one_thing(text, found),
        None => read_any(text, known),
    }
}

/// Reads a cell of whatever kind.
pub(super) fn read_any(text: &str, known: &Known<'_>) -> Reading {
    let whole = trimmed(text);
    let words = whole.of(text);
    if words.is_empty() || matches!(words, "（空）" | "(空)" | "空白") {
        return Reading {
            kind: Kind::Blank,
            items: Vec::new(),
            unread: Vec::new(),
            suggestion: None,
        };
    }
    // Many cells begin with a digit, and then are nothing of what follows.
    let is_number = words.starts_with(is_digit);
    if !is_number && is_not_applicable(words) {
        return single(whole, Value::NotApplicable);
    }
    if !is_number && let Some(value) = without_number(words) {
        return single(whole, value);
    }
    if !is_number && run_of(words, &|c| matches!(fold(c), '.' | '…' | '·')) == words.len() {
        return single(
            whole,
            Value::Placeholder {
                comparator: None,
                unit: None,
            },
        );
    }
    let mut scan = Scan::new(text, known, true, false).run();
    if scan.found.is_empty() && scan.unread.is_empty() && find_mark(words, &one_of("（(")).is_some()
    {
        scan = Scan::new(text, known, true, true).run();
    }
    let Scan { found, unread, .. } = scan;
    assemble(text, whole, known, found, unread)
}

/// A unit, alone or behind a comparison in words or signs, whose number somebody has left out: `万元`, `不低于%`.
fn without_number(words: &str) -> Option<Value> {
    // No unit has a digit behind a Chinese character or the sign of a direction, so that most numbers are seen at once.
    let is_number = |utf8: &[u8]| {
        matches!(
            utf8,
            [0xE4..=0xE9, _, _, b'0'..=b'9'] | [0xE2, 0x89, _, b'0'..=b'9']
        )
    };
    if words.as_bytes().windows(4).any(is_number) {
        return None;
    }
    // —% is a cell that waits for its number.
    let behind = trim_start(from(words, run_of(words, &|c| fold(c) == '-')));
    if behind.len() < words.len()
        && behind.starts_with(one_of("%％"))
        && behind.chars().count() == 1
    {
        let unit = units::find(behind);
        return Some(Value::Placeholder {
            comparator: None,
            unit,
        });
    }
    // 达成 and the like are words.
    let said = comparator_at(words).filter(|(comparator, _)| *comparator != Comparator::Eq);
    let rest = trim_start(from(words, said.map_or(0, |(_, length)| length)));
    let unit = units::find(rest).filter(|_| number_at(rest).is_none())?;
    let problem = match said {
        // 逾千人 has its number.
        Some(_) if unit.magnitude().is_some() => return None,
        Some(_) => Problem::NumberMissing,
        None => Problem::OnlyUnit,
    };
    Some(Value::Malformed {
        problem,
        comparator: said.map(|(comparator, _)| comparator),
        unit: Some(unit),
    })
}

fn single(span: Span, value: Value) -> Reading {
    within(span, span, value)
}

/// A reading of one thing that is said in a clause.
fn within(clause: Span, span: Span, value: Value) -> Reading {
    let items = vec![Item {
        span,
        clause,
        name: None,
        value,
    }];
    Reading {
        kind: kind(&items),
        items,
        unread: Vec::new(),
        suggestion: None,
    }
}

/// The text without the white space around it.
fn trimmed(text: &str) -> Span {
    let start = text.len() - trim_start(text).len();
    Span {
        start,
        end: start + trim(text).len(),
    }
}

fn is_not_applicable(words: &str) -> bool {
    let words = words.trim_end_matches(one_of("。"));
    let is_dash = |c: char| {
        matches!(fold(c), '-' | '/' | '\\') || c == '一' && words.len() == '一'.len_utf8() * 2
    };
    if !words.is_empty() && run_of(words, &is_dash) == words.len() {
        return true;
    }
    // Nothing but a short text can be one of these words.
    words.len() <= "不作要求".len() && NOT_APPLICABLE.are(words)
}

/// Words that say that no target is due.
#[rustfmt::skip]
static NOT_APPLICABLE: Words = any_of(&[
    "无", "不适用", "不涉及", "不作要求", "无要求", "N/A", "n/a", "NA", "暂无", "*", "＊", "无此项", "无需",
]);

fn assemble(
    text: &str,
    whole: Span,
    known: &Known<'_>,
    mut found: Vec<Found>,
    mut unread: Vec<Span>,
) -> Reading {
    let is_one = matches!(found.as_slice(), [one] if !one.describes) && unread.is_empty();
    if is_one
        && find_mark(text, &ends_sentence).is_none()
        && let Some(found) = found.pop()
    {
        return one_thing(text, found);
    }
    let mut found = drop_descriptions(found, &mut unread);
    share_units(text, &mut found, &mut unread);
    let suggestion = found.iter().find_map(|found| look_alike(&found.value));
    let mut items = items(text, found);
    let is_all = |span: &Span| trim(span.of(text)) == whole.of(text).trim_end_matches(ends_clause);
    let lost = unread.iter().any(is_all);
    let unread = in_order(unread);
    if items.is_empty() || (lost && items.len() == 1) {
        let value = Value::Malformed {
            problem: Problem::NotUnderstood,
            comparator: None,
            unit: None,
        };
        return Reading {
            suggestion,
            unread,
            ..single(whole, value)
        };
    }
    bind_to_name(text, known.name, &mut items);
    let unread = beside(unread, &items);
    let kind = kind(&items);
    Reading {
        kind,
        items,
        unread,
        suggestion,
    }
}

/// The reading of most cells, which are one sentence of which all is understood and says one thing.
fn one_thing(text: &str, found: Found) -> Reading {
    let whole = Span {
        start: 0,
        end: text.len(),
    };
    Reading {
        suggestion: look_alike(&found.value),
        ..within(whole, found.span, found.value)
    }
}

/// What was not understood in the order of the text. What stands within something that was not understood either is
/// named once.
fn in_order(unread: Vec<Span>) -> Vec<Span> {
    let mut sorted: Vec<Span> = Vec::with_capacity(unread.len());
    for span in unread {
        // Nearly all come in order, so that the last place is the first to look at.
        let before = sorted.iter().rposition(|other| *other <= span);
        sorted.insert(before.map_or(0, |at| at + 1), span);
    }
    let mut joined: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match joined.last_mut().filter(|last| span.start < last.end) {
            Some(last) => last.end = last.end.max(span.end),
            None => joined.push(span),
        }
    }
    joined
}

/// What was not understood without the items that stand in it; a stretch that stands within an item is kept.
fn beside(unread: Vec<Span>, items: &[Item]) -> Vec<Span> {
    let mut parts = Vec::with_capacity(unread.len());
    let mut items = items.iter().map(|item| item.span).peekable();
    for mut span in unread {
        while let Some(item) = items.peek().copied() {
            if item.start >= span.end {
                break;
            }
            if item.start > span.start {
                parts.push(Span {
                    end: item.start,
                    ..span
                });
                span.start = item.end.min(span.end);
            } else if item.end > span.start && item.end < span.end {
                span.start = item.end;
            }
            if item.end > span.end {
                break;
            }
            items.next();
        }
        if span.start < span.end {
            parts.push(span);
        }
    }
    parts
}

/// Leaves out what only describes: sizes of what another number counts, and the year in which a number holds.
fn drop_descriptions(found: Vec<Found>, unread: &mut Vec<Span>) -> Vec<Found> {
    // Most cells hold nothing of the kind, and need no new list.
    if !found.iter().any(|found| found.describes || found.bare_year) {
        return found;
    }
    let numbers = found
        .iter()
        .any(|found| !found.describes && !found.bare_year);
    let mut kept = Vec::with_capacity(found.len());
    for found in found {
        if found.bare_year && numbers {
            continue;
        }
        if found.describes {
            if !numbers {
                unread.push(found.span);
            }
            continue;
        }
        kept.push(found);
    }
    kept
}

/// Gives a number that ends in 、 or 和 the unit of the number behind: `80、90%`. One that finds none is not understood.
fn share_units(text: &str, found: &mut Vec<Found>, unread: &mut Vec<Span>) {
    // A number that has the cell to itself needs no unit.
    if found.is_empty() || found.len() == 1 && unread.is_empty() {
        return;
    }
    let mut next: Option<(usize, units::Unit)> = None;
    for found in found.iter_mut().rev() {
        let span = found.span;
        if let Value::Quantity(quantity) = &mut found.value {
            if quantity.unit.is_none()
                && let Some((start, unit)) = &next
                && matches!(
                    trim(between(text, span.end, *start)),
                    "、" | "和" | "与" | "及" | "，"
                )
                && !may_be_first(text, span, quantity.number)
            {
                quantity.unit = Some(unit.clone());
                quantity.unit_source = UnitSource::Neighbour;
            }
            next = quantity.unit.clone().map(|unit| (span.start, unit));
        } else {
            next = None;
        }
    }
    found.retain(|found| {
        let lost = matches!(
            &found.value,
            Value::Quantity(Quantity {
                unit: None,
                stated: false,
                approximate: false,
                ..
            })
        ) && trim_start(from(text, found.span.end)).starts_with(one_of("、和与及"));
        if lost {
            unread.push(found.span);
        }
        !lost
    });
}

/// `1、10个` may be the first item of a list as well as two numbers.
fn may_be_first(text: &str, span: Span, number: Decimal) -> bool {
    let before = upto(text, span.start).trim_end_matches(one_of(" 　"));
    let begins = last(before).map_or(number == Decimal::ONE, ends_sentence);
    begins && from(text, span.end).starts_with('、')
}

/// The items with their clauses, and a wording for every sentence in which nothing was found.
fn items(text: &str, found: Vec<Found>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(found.len().max(1));
    let mut found = found.into_iter().peekable();
    let mut start = 0;
    // Where the words begin that belong to no item yet.
    let mut pending = 0;
    while start < text.len() {
        let mut end = start;
        loop {
            end = behind_mark(text, end, &ends_sentence).unwrap_or(text.len());
            // A stop inside something found, such as the colon of a ratio, ends no sentence.
            let within = |found: &Found| found.span.start < end && end < found.span.end;
            if end == text.len() || !found.peek().is_some_and(within) {
                break;
            }
        }
        let sentence = Span { start, end };
        let before = items.len();
        while let Some(next) = found.next_if(|found| found.span.start < end) {
            let open = match items.get(before..).and_then(<[Item]>::last) {
                Some(last) => boundary(text, last.span.end, next.span.start),
                None => pending,
            };
            if items.len() > before
                && let Some(last) = items.last_mut()
            {
                last.clause.end = open;
            }
            // What was found may reach over the end of its sentence where the text is odd.
            let clause = Span {
                start: open.min(next.span.start),
                end: end.max(next.span.end),
            };
            items.push(Item {
                span: next.span,
                clause,
                name: None,
                value: next.value,
            });
        }
        if items.len() == before {
            let bare = without_marker(sentence.of(text));
            if run_of(bare, &|c| c.is_whitespace() || ends_clause(c)) < bare.len() {
                let clause = Span {
                    start: pending,
                    end,
                };
                items.push(Item {
                    span: sentence,
                    clause,
                    name: None,
                    value: words::wording(bare),
                });
            } else if let Some(last) = items.last_mut() {
                // A list marker alone says nothing; it goes with what stands before it.
                last.clause.end = end;
            }
        }
        // The next sentence begins behind what was found, also where that reached over the end of this one.
        start = items.last().map_or(end, |last| end.max(last.span.end));
        if !items.is_empty() {
            pending = start;
        }
    }
    items
}

fn without_marker(sentence: &str) -> &str {
    labels::list_marker_at(sentence).map_or(sentence, |(_, length)| from(sentence, length))
}

/// Where the words between two items part: behind the first comma, or right behind the first item.
fn boundary(text: &str, end: usize, start: usize) -> usize {
    behind_mark(upto(text, start), end, &ends_clause).unwrap_or(end)
}

/// Scans read ≥ as 2: `292%` may be `≥92%`. Only where the number would otherwise be an odd percentage.
fn look_alike(value: &Value) -> Option<String> {
    let Value::Quantity(quantity) = value else {
        return None;
    };
    let unit = quantity
        .unit
        .as_ref()
        .filter(|unit| unit.dimension == "ratio" && unit.factor.denominator == 100)?;
    if quantity.stated || quantity.number <= Decimal::from(200) {
        return None;
    }
    let digits = quantity.number.to_string();
    let rest = digits.strip_prefix('2')?;
    let plausible = first(rest).is_some_and(|c| c != '0')
        && (rest.len() == 2 || rest == "100" || rest.get(2..3) == Some("."));
    plausible.then(|| ["≥", rest, unit.text.as_str()].concat())
}
