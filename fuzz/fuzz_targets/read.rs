//! Reads arbitrary text as a cell and as a goal. Run: `cargo +nightly fuzz run read -- -max_len=3000 -timeout=2`.
#![no_main]

#[allow(dead_code, unused_imports, reason = "the target uses only some of the module")]
#[path = "../../crates/target-table/src/reading/mod.rs"]
mod reading;
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
use reading::{Context, read, read_goal, record};

fuzz_target!(|input: (&str, &str, &str)| {
    let (text, name, unit) = input;
    for unit in [None, Some(unit)] {
        let context = Context { name, unit };
        let reading = read(text, &context);
        let mut end = 0;
        for item in &reading.items {
            assert!(text.get(item.span.start..item.span.end).is_some());
            assert!(item.clause.start <= item.span.start && item.span.end <= item.clause.end);
            assert!(item.span.start >= end);
            end = item.span.end;
            if let Some(bound) = item.name {
                assert!(name.get(bound.start..bound.end).is_some());
            }
        }
        for span in &reading.unread {
            assert!(text.get(span.start..span.end).is_some());
        }
        assert_eq!(record(text, &context).text, text);
    }
    for mention in read_goal(text) {
        for span in [mention.span, mention.clause, mention.before, mention.after] {
            assert!(text.get(span.start..span.end).is_some());
        }
    }
});
