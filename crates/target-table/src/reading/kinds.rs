//! The kind of what is said, and the one kind of a whole cell.

use super::types::{Item, Kind, Value};

/// The one kind that a cell's items make.
pub(super) fn kind(items: &[Item]) -> Kind {
    let measured = items.iter().filter(|item| item.value.is_measured()).count();
    let broken = items.iter().any(|item| {
        matches!(
            item.value,
            Value::Malformed { .. } | Value::Placeholder { .. }
        )
    });
    if measured > 1 || (measured == 1 && broken) {
        return Kind::Several;
    }
    let rank = |kind: Kind| match kind {
        Kind::Malformed => 1,
        Kind::Placeholder => 2,
        Kind::Milestone => 3,
        Kind::Comparative => 4,
        Kind::Qualitative => 5,
        Kind::NotApplicable => 6,
        _ => 0,
    };
    items
        .iter()
        .map(|item| kind_of(&item.value))
        .min_by_key(|kind| rank(*kind))
        .unwrap_or(Kind::Blank)
}

/// The kind of one thing said.
pub(super) fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Quantity(_) => Kind::Quantity,
        Value::Range(_) => Kind::Range,
        Value::Deadline(_) => Kind::Deadline,
        Value::Period { .. } => Kind::Period,
        Value::Duration(_) => Kind::Duration,
        Value::Frequency(_) => Kind::Frequency,
        Value::Milestone => Kind::Milestone,
        Value::Comparative { .. } => Kind::Comparative,
        Value::Qualitative(_) => Kind::Qualitative,
        Value::Placeholder { .. } => Kind::Placeholder,
        Value::NotApplicable => Kind::NotApplicable,
        Value::Malformed { .. } => Kind::Malformed,
    }
}
