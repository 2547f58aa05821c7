//! Reads arbitrary text as a cell and as a goal. It builds with the stable compiler:
//!
//! cargo install cargo-fuzz
//! cd fuzz && RUSTC_BOOTSTRAP=1 cargo fuzz run read -- -max_len=3000 -timeout=10 -dict=words.dict -fork=1 -max_total_time=1230
#![no_main]

#[allow(dead_code, unused_imports, reason = "the target uses only some of the module")]
#[path = "../../crates/target-table/src/reading/mod.rs"]
mod reading;
#[path = "../../crates/target-table/src/exact.rs"]
mod exact;
#[allow(dead_code, reason = "the target uses only some of the module")]
#[path = "../../crates/target-table/src/span.rs"]
mod span;
/// The only part of the report that the readings know.
mod report {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Lang {
        Zh,
        En,
    }
}

use libfuzzer_sys::fuzz_target;
use reading::{Context, Kind, Reading, read, read_goal, record};
use span::Span;

fuzz_target!(|input: (&str, &str, &str)| {
    let (text, name, unit) = input;
    for unit in [None, Some(unit)] {
        let context = Context { name, unit };
        let reading = read(text, &context);
        cell(text, name, &reading);
        assert_eq!(record(text, &context).text, text);
    }
    goal(text);
});

fn cell(text: &str, name: &str, reading: &Reading) {
    let mut end = 0;
    for item in &reading.items {
        assert!(fits(item.span, text));
        assert!(item.clause.start <= item.span.start && item.span.end <= item.clause.end);
        assert!(fits(item.clause, text));
        assert!(item.span.start >= end, "items overlap");
        end = item.span.end;
        if let Some(bound) = item.name {
            assert!(fits(bound, name));
        }
    }
    let mut end = 0;
    for span in &reading.unread {
        assert!(fits(*span, text));
        assert!(span.start >= end, "what is unread overlaps");
        end = span.end;
        for item in &reading.items {
            let within = item.span.start <= span.start && span.end <= item.span.end;
            let apart = span.end <= item.span.start || item.span.end <= span.start;
            // A cell of which nothing was understood is one item, and its words are named as well.
            let nothing = reading.kind == Kind::Malformed && reading.items.len() == 1;
            assert!(within || apart || nothing, "what is unread overlaps an item");
        }
    }
    // Every character belongs to an item's clause or is named as not understood.
    for (at, c) in text.char_indices() {
        let within = |span: &Span| (span.start..span.end).contains(&at);
        let known = reading.items.iter().any(|item| within(&item.clause))
            || reading.unread.iter().any(within);
        assert!(known || reading.kind == Kind::Blank || !c.is_alphanumeric(), "{c} is lost");
    }
}

fn goal(text: &str) {
    let mut end = 0;
    for mention in read_goal(text) {
        for span in [mention.span, mention.clause, mention.before, mention.after] {
            assert!(fits(span, text));
        }
        assert!(mention.span.start >= end, "mentions overlap");
        end = mention.span.end;
        assert!(mention.before.end <= mention.span.start && mention.span.end <= mention.after.start);
        assert!(mention.clause.start <= mention.span.start || mention.span.start == 0);
        if let Some(item) = mention.list_item {
            assert!(item.span.start <= mention.span.start && fits(item.span, text));
        }
    }
}

/// Whether a span is a stretch of whole characters of the text.
fn fits(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}
