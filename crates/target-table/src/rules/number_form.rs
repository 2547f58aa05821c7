use super::{Part, Rule, Words};
use crate::reading::Value;
use crate::reading::text::{holds, one_of, replaced};
use crate::report::{Aspect, Operation, Severity};
use crate::sheet::{Cell, Sheet};
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "number-form",
    aspect: Aspect::Completeness,
    severity: Severity::Info,
    message: Words {
        zh: "“{written}”的写法不规范（{flaw}），录入平台时可能无法识别。请写作“{converted}”。",
        en: "“{written}” is not written in the usual form ({flaw}), and a platform may not accept it. Write “{converted}”.",
    },
    fix: Words {
        zh: "改为规范写法",
        en: "Use the usual form",
    },
    docs: include_str!("number_form.md"),
    reads: &[Part::Target],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let cells = || sheet.rows.iter().flat_map(|row| row.cells.iter());
    let mut found = cells().filter_map(|cell| Some((cell, flaw(cell)?)));
    // One habit is one remark, and one fix for all of the table.
    let Some((first, (converted, zh, en))) = found.next() else {
        if let Some(cell) = cells().find(|cell| cell.reading.measured().is_some()) {
            sink.held(|_| cell.evidence());
        }
        return;
    };
    let mut remark = Remark::at(first.at()).with("written", first.text.trim());
    remark = remark
        .with("converted", &converted)
        .with("flaw", sink.either(zh, en));
    let replace = |cell: &Cell<'_>, value| Operation::Replace {
        path: cell.at(),
        value,
    };
    remark.fix.push(replace(first, converted));
    for (cell, (converted, ..)) in found {
        remark.related.push(cell.at());
        remark.fix.push(replace(cell, converted));
    }
    sink.report(remark);
}

/// The cell in the usual form and what is unusual about it, where it is nothing but a number.
fn flaw(cell: &Cell<'_>) -> Option<(String, &'static str, &'static str)> {
    let text = cell.text.trim();
    let number = text.trim_end_matches(one_of("。；;，,"));
    let [item] = cell.reading.items.as_slice() else {
        return None;
    };
    if !matches!(item.value, Value::Quantity(_))
        || item.span.of(cell.text).trim().len() < number.len()
    {
        return None;
    }
    if number.len() == text.len() && !text.contains(is_unusual) {
        return None;
    }
    let mut converted: String = number
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .collect();
    let is_wide = converted.chars().count() == number.chars().count() && converted != number;
    let is_spaced = converted.chars().count() < number.chars().count();
    for (pair, sign) in PAIRS {
        if holds(&converted, pair) {
            converted = replaced(&converted, pair, sign);
        }
    }
    let (zh, en) = if number.len() < text.len() {
        ("末尾有标点", "a stop at its end")
    } else if is_spaced {
        ("中间有空格", "a space inside")
    } else if is_wide {
        ("用了全角数字", "full-width digits")
    } else {
        ("比较符号不规范", "an unusual sign of comparison")
    };
    (converted != text).then_some((converted, zh, en))
}

const PAIRS: [(&str, &str); 10] = [
    ("≧", "≥"),
    ("≦", "≤"),
    (">=", "≥"),
    ("<=", "≤"),
    ("＞=", "≥"),
    ("＜=", "≤"),
    ("＞＝", "≥"),
    ("＜＝", "≤"),
    (">＝", "≥"),
    ("<＝", "≤"),
];

/// Whether a character is one that [`flaw`] would write otherwise, or may belong to a comparison that it would.
fn is_unusual(c: char) -> bool {
    c.is_whitespace() || half_width(c) != c || matches!(c, '≧' | '≦' | '=' | '＝')
}

/// A full-width digit or point in its usual width.
fn half_width(c: char) -> char {
    match c {
        '０'..='９' | '．' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}
