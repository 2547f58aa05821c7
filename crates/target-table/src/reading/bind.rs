//! 分别不低于80%和50%: which of several quantities belongs to which part of the indicator's name.

use super::text::{between, ends_clause, from, holds, one_of};
use super::types::Item;
use crate::span::Span;

/// Binds the quantities of 分别…和… to the parts of the name, in order, where there are as many.
pub(super) fn bind_to_name(text: &str, name: &str, items: &mut [Item]) {
    if items.len() < 2 || !(holds(text, "分别") || holds(text, "依次")) {
        return;
    }
    let count = items
        .iter()
        .filter(|item| item.value.quantity().is_some())
        .count();
    if count < 2 {
        return;
    }
    // 及以下 parts nothing where 和 does.
    for separators in &["；;", "，,", "、", "和", "与", "和与及"] {
        let separators = one_of(separators);
        let name_end = name.trim_end_matches(ends_clause).len();
        let body = between(name, 0, name_end);
        if body.chars().filter(|c| separators(*c)).count() + 1 == count {
            let mut start = 0;
            let quantities = items
                .iter_mut()
                .filter(|item| item.value.quantity().is_some());
            for (part, item) in body.split(separators).zip(quantities) {
                item.name = Some(Span {
                    start,
                    end: start + part.len(),
                });
                let separator = from(body, start + part.len())
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
                start += part.len() + separator;
            }
            return;
        }
    }
}
