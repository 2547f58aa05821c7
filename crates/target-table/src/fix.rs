//! Applying fixes: one patch to a table, or all that can simply be applied.

use serde::Serialize;
use serde_json::Value;

use crate::amount::Amount;
use crate::check::{check_json, without_mark};
use crate::json;
use crate::limits::{CELL, CODE, GOAL, LABEL, NAME, UNIT};
use crate::model::{Indicator, Period, Table};
use crate::options::Options;
use crate::reading::text::replaced;
use crate::report::{Finding, Operation};

/// The most fixes that [`all`] applies to one table.
const MOST: usize = 1000;

/// A table's text after fixes were applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fixed {
    /// The JSON text; as it was given where nothing was applied.
    pub text: String,
    /// What was mended, in the order in which it was; each with the fix that was applied.
    pub applied: Vec<Finding>,
}

/// Applies all fixes that need no human to choose, one after the other, and checks again after each of them. Each removes
/// its finding and adds none (see `crate::fixes`), so this ends.
pub fn all(text: &str, options: &Options) -> Fixed {
    let mut fixed = Fixed {
        text: text.to_owned(),
        applied: Vec::new(),
    };
    while fixed.applied.len() < MOST {
        let findings = check_json(&fixed.text, options).findings;
        let is_safe = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| !fix.choice);
        let Some(finding) = findings.into_iter().find(is_safe) else {
            break;
        };
        let patch = finding.fix.as_ref().map(|fix| fix.patch.as_slice());
        let Some(text) = patched(&fixed.text, patch.unwrap_or_default()) else {
            break;
        };
        fixed.text = text;
        fixed.applied.push(finding);
    }
    fixed
}

/// A table's text with a patch applied. The fields of a table stand in the order of the format afterwards; a text with
/// line breaks keeps having them.
pub fn patched(text: &str, patch: &[Operation]) -> Option<String> {
    let text = without_mark(text);
    let patched = match Table::from_json(text) {
        Ok(mut table) => {
            apply(&mut table, patch)?;
            written(&table, text)
        }
        // What is no table yet may become one.
        Err(_) => {
            let mut document: Value = serde_json::from_str(text).ok()?;
            for operation in patch {
                step_in_json(&mut document, operation)?;
            }
            match Table::from_json(&document.to_string()) {
                Ok(table) => written(&table, text),
                Err(_) => written(&document, text),
            }
        }
    };
    patched.ok()
}

fn written<T: Serialize>(value: &T, like: &str) -> serde_json::Result<String> {
    match like.trim_end().contains('\n') {
        true => serde_json::to_string_pretty(value).map(|text| text + "\n"),
        false => serde_json::to_string(value),
    }
}

fn step_in_json(document: &mut Value, operation: &Operation) -> Option<()> {
    let (path, value) = parts(operation);
    let (parent, name) = path.rsplit_once('/')?;
    match document.pointer_mut(parent)? {
        Value::Object(fields) => {
            let name = replaced(&replaced(name, "~1", "/"), "~0", "~");
            match value {
                Some(value) => drop(fields.insert(name, Value::from(value))),
                None => drop(fields.remove(&name)?),
            }
        }
        Value::Array(items) => remove(items, name.parse().ok().filter(|_| value.is_none())?)?,
        _ => return None,
    }
    Some(())
}

/// The place of an operation and the value that it puts there, if it does not remove it.
pub(crate) fn parts(operation: &Operation) -> (&str, Option<&str>) {
    match operation {
        Operation::Add { path, value } | Operation::Replace { path, value } => (path, Some(value)),
        Operation::Remove { path } => (path, None),
    }
}

/// Applies a fix's patch to a table; `None` where it does not fit the table, which is then left half mended.
pub fn apply(table: &mut Table, patch: &[Operation]) -> Option<()> {
    patch
        .iter()
        .try_for_each(|operation| step(table, operation))
}

/// The rows that a patch changes, as they are then; `None` where it changes anything else or does not fit the table.
pub(crate) fn changed_rows(table: &Table, patch: &[Operation]) -> Option<Vec<(usize, Indicator)>> {
    let mut changed: Vec<(usize, Indicator)> = Vec::new();
    for operation in patch {
        let (path, value) = parts(operation);
        let mut tokens = path.strip_prefix("/indicators/")?.split('/');
        let (index, field) = (tokens.next()?.parse().ok()?, tokens.next()?);
        let known = changed.iter().position(|(row, _)| *row == index);
        let place = known.unwrap_or(changed.len());
        if known.is_none() {
            changed.push((index, table.indicators.get(index)?.clone()));
        }
        let (_, row) = changed.get_mut(place)?;
        indicator(row, field, tokens.next(), value)?;
    }
    Some(changed)
}

fn step(table: &mut Table, operation: &Operation) -> Option<()> {
    let (path, value) = parts(operation);
    let mut tokens = path.split('/').skip(1);
    let (section, second, third) = (tokens.next()?, tokens.next()?, tokens.next());
    let index = second.parse::<usize>().ok();
    match (section, index, third, value) {
        ("answers", Some(index), None, None) => remove(table.answers.as_mut()?, index),
        ("indicators", Some(index), None, None) => remove(&mut table.indicators, index),
        ("indicators", Some(index), Some(field), value) => indicator(
            table.indicators.get_mut(index)?,
            field,
            tokens.next(),
            value,
        ),
        ("periods", Some(index), Some(field), value) => {
            period(table.periods.get_mut(index)?, field, value)
        }
        (_, None, None, value) => head(table, section, second, value),
        _ => None,
    }
}

fn remove<T>(items: &mut Vec<T>, index: usize) -> Option<()> {
    (index < items.len()).then(|| drop(items.remove(index)))
}

fn indicator(
    row: &mut Indicator,
    field: &str,
    id: Option<&str>,
    value: Option<&str>,
) -> Option<()> {
    match (field, id) {
        ("category", None) => row.category = json::word(&json::CATEGORIES, value?)?,
        ("dimension", None) => row.dimension = json::word(&json::DIMENSIONS, value?)?,
        ("dimensionLabel", None) => row.dimension_label = optional(value, LABEL)?,
        ("group", None) => row.group = optional(value, NAME)?,
        ("name", None) => row.name = text(value?, NAME)?,
        ("unit", None) => row.unit = optional(value, UNIT)?,
        ("definition", None) => row.definition = optional(value, CELL)?,
        ("weight", None) => row.weight = amount(value)?,
        ("targets", Some(id)) => match value {
            Some(value) => drop(row.targets.insert(id.to_owned(), text(value, CELL)?)),
            None => drop(row.targets.remove(id)?),
        },
        _ => return None,
    }
    Some(())
}

fn period(period: &mut Period, field: &str, value: Option<&str>) -> Option<()> {
    match field {
        "label" => period.label = text(value?, LABEL)?,
        "end" => period.end = optional(value, LABEL)?,
        "goal" => period.goal = text(value?, GOAL)?,
        _ => return None,
    }
    Some(())
}

fn head(table: &mut Table, section: &str, field: &str, value: Option<&str>) -> Option<()> {
    match (section, field) {
        ("project", "name") => table.project.name = text(value?, NAME)?,
        ("project", "code") => table.project.code = optional(value, CODE)?,
        ("applicant", "name") => table.applicant.name = text(value?, NAME)?,
        ("applicant", "creditCode") => table.applicant.credit_code = optional(value, CODE)?,
        ("support", "amount") => table.support.amount = amount(value)?,
        ("support", "unit") => table.support.unit = json::word(&json::MONEY_UNITS, value?)?,
        _ => return None,
    }
    Some(())
}

/// A text that the format has room for.
fn text(value: &str, most: usize) -> Option<String> {
    (value.chars().count() <= most).then(|| value.to_owned())
}

/// A text that is put or taken away.
fn optional(value: Option<&str>, most: usize) -> Option<Option<String>> {
    match value {
        Some(value) => text(value, most).map(Some),
        None => Some(None),
    }
}

/// An amount that is put or taken away.
fn amount(value: Option<&str>) -> Option<Option<Amount>> {
    match value {
        Some(value) => Amount::parse(value).map(Some),
        None => Some(None),
    }
}
