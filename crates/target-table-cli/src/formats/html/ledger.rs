//! The ledger: what became of every rule, and what it found in order. Closed until somebody opens it.

use std::io::{self, Write};

use serde_json::Value;
use target_table::report::{Lang, LedgerEntry, RuleState};
use target_table::rules;

use super::super::markup::escaped;
use crate::{place, words};

/// The states in the order in which they are counted.
const STATES: [RuleState; 5] = [
    RuleState::Failed,
    RuleState::Blocked,
    RuleState::Passed,
    RuleState::NotApplicable,
    RuleState::Off,
];

/// Writes the counts, and a row for each rule that looked at something.
pub fn write(
    ledger: &[LedgerEntry],
    table: &Value,
    lang: Lang,
    out: &mut impl Write,
) -> io::Result<()> {
    let counts: Vec<String> = STATES
        .into_iter()
        .filter_map(|state| {
            let count = ledger.iter().filter(|entry| entry.state == state).count();
            let words = words::rule_state(state, lang);
            match (count, lang) {
                (0, _) => None,
                (_, Lang::Zh) => Some(format!("{words} {count} 条")),
                (_, Lang::En) => Some(format!("{count} {words}")),
            }
        })
        .collect();
    let heading = lang.either("核对记录：", "The rules one by one: ");
    let heads = match lang {
        Lang::Zh => ["规则", "结果", "依据"],
        Lang::En => ["Rule", "Result", "Evidence"],
    };
    write!(
        out,
        r#"<details class="ledger"><summary>{heading}{}</summary><table><thead><tr>"#,
        counts.join(lang.either("，", ", "))
    )?;
    for head in heads {
        write!(out, r#"<th scope="col">{head}</th>"#)?;
    }
    writeln!(out, "</tr></thead><tbody>")?;
    let looked =
        |entry: &&LedgerEntry| !matches!(entry.state, RuleState::NotApplicable | RuleState::Off);
    for entry in ledger.iter().filter(looked) {
        let title = rules::find(&entry.rule).map_or(entry.rule.as_str(), |rule| rule.title(lang));
        writeln!(
            out,
            r#"<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>"#,
            escaped(title),
            words::rule_state(entry.state, lang),
            evidence(entry, table, lang)
        )?;
    }
    writeln!(out, "</tbody></table></details>")
}

/// What the rule found in order, each with its place; of more than the report has, how many there are.
fn evidence(entry: &LedgerEntry, table: &Value, lang: Lang) -> String {
    let colon = lang.either("：", ": ");
    let mut lines: Vec<String> = entry
        .evidence
        .iter()
        .map(|evidence| match place::of(table, &evidence.at, lang).name {
            name if name.is_empty() => evidence.words.clone(),
            name => format!("{name}{colon}{}", evidence.words),
        })
        .collect();
    match (entry.held.saturating_sub(lines.len()), lang) {
        (0, _) => {}
        (more, Lang::Zh) => lines.push(format!("另有 {more} 处相符")),
        (more, Lang::En) => lines.push(format!("and {more} more in order")),
    }
    escaped(&lines.join("\n"))
}
