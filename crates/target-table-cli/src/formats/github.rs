//! Annotations for GitHub's workflows: one command a finding, which the page of a pull request shows beside its line.

use std::io::{self, Write};
use std::path::Path;

use serde_json::Value;
use target_table::report::{Finding, Severity};

use super::{Checked, Manner, text};
use crate::position::{nearest, regions};
use crate::{cell, remark};

/// Writes the findings of one table.
pub fn write(checked: &Checked, manner: Manner, out: &mut impl Write) -> io::Result<()> {
    let table = checked.table();
    let regions = match &checked.source {
        Some(source) if source.line.is_some() => regions(&source.json),
        _ => Default::default(),
    };
    for finding in &checked.report.findings {
        let mut properties = Vec::new();
        if checked.file != Path::new("-") {
            properties.push(format!(
                "file={}",
                property(&checked.file.display().to_string())
            ));
        }
        let first = checked.source.as_ref().and_then(|source| source.line);
        if let (Some(region), Some(first)) = (nearest(&finding.at, &regions), first) {
            let last = region.end_line + first - 1;
            properties.push(format!("line={}", region.line + first - 1));
            properties.push(format!("endLine={last}"));
            // Columns hold only where there is one line.
            if region.line == region.end_line {
                properties.push(format!("col={}", region.column));
                properties.push(format!("endColumn={}", region.end_column));
            }
        }
        properties.push(format!("title={}", property(&finding.rule)));
        let command = match finding.severity {
            _ if remark::is_answered(finding) => "notice",
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let properties = properties.join(",");
        let message = data(&message(checked, finding, &table, manner));
        writeln!(out, "::{command} {properties}::{message}")?;
    }
    Ok(())
}

/// Table, place and address, then what is wrong and what to do.
fn message(checked: &Checked, finding: &Finding, table: &Value, manner: Manner) -> String {
    let lang = manner.lang;
    let places = checked.source.as_ref().map(|source| &source.places);
    let address = places.and_then(|places| nearest(&finding.at, places));
    let lead: Vec<String> = [
        text(table, "/project/name").to_owned(),
        address.map_or(String::new(), |address| address.text(lang)),
        remark::place(finding, table, lang),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    let mut lines = vec![lead.join(lang.either("，", ", ")), finding.message.clone()];
    lines.extend(remark::all(finding, table, lang));
    let lines: Vec<String> = lines.iter().map(|line| cell::printable(line)).collect();
    lines.join("\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("100%\r\n::error::x"), "100%25%0D%0A::error::x");
        assert_eq!(property("a:b,c%"), "a%3Ab%2Cc%25");
    }
}
