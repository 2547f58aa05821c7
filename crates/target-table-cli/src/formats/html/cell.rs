//! A cell's text with the words in question underlined, and the numbers of the findings behind them.

use target_table::report::{Finding, Severity};

use super::super::markup::escaped;
use super::severity_class;

/// A finding at this cell, and the mark that leads to it.
pub struct Mark<'f> {
    pub finding: &'f Finding,
    pub link: String,
}

/// The text as HTML. A finding without a span has its number at the end.
pub fn marked(text: &str, marks: &[Mark<'_>]) -> String {
    let units = text.encode_utf16().count();
    let span = |mark: &Mark<'_>| {
        mark.finding.span.map_or((units, units), |span| {
            let end = span.end.min(units);
            (span.start.min(end), end)
        })
    };
    let mut cuts: Vec<usize> = marks
        .iter()
        .flat_map(|mark| [span(mark).0, span(mark).1])
        .collect();
    cuts.extend([0, units]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut html = String::new();
    for (index, start) in cuts.iter().enumerate() {
        for mark in marks.iter().filter(|mark| span(mark).1 == *start) {
            html.push_str(&mark.link);
        }
        let Some(end) = cuts.get(index + 1) else {
            break;
        };
        let part = escaped(&between(text, *start, *end));
        let severity = marks
            .iter()
            .filter(|mark| span(mark).0 <= *start && *end <= span(mark).1)
            .map(|mark| mark.finding.severity)
            .min();
        html.push_str(&underlined(&part, severity));
    }
    html
}

fn underlined(part: &str, severity: Option<Severity>) -> String {
    match severity {
        Some(severity) => format!(
            r#"<mark class="{}">{part}</mark>"#,
            severity_class(severity)
        ),
        None => part.to_owned(),
    }
}

/// The characters that begin between two positions in UTF-16 units.
fn between(text: &str, start: usize, end: usize) -> String {
    let mut at = 0;
    text.chars()
        .filter(|c| {
            let begins = at;
            at += c.len_utf16();
            start <= begins && begins < end
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn finding(severity: &str, span: Option<[usize; 2]>) -> Finding {
        let mut finding = json!({
            "rule": "r", "severity": severity, "aspect": "structure", "at": "", "message": "", "params": {}
        });
        if let Some([start, end]) = span {
            finding["span"] = json!({ "start": start, "end": end });
        }
        serde_json::from_value(finding).unwrap()
    }

    #[test]
    fn words_are_underlined_once_and_each_number_stands_behind_its_words() {
        let findings = [
            finding("warning", Some([2, 6])),
            finding("error", Some([4, 8])),
            finding("info", None),
        ];
        let marks: Vec<Mark<'_>> = findings
            .iter()
            .enumerate()
            .map(|(index, finding)| Mark {
                finding,
                link: format!("[{}]", index + 1),
            })
            .collect();
        assert_eq!(
            marked("𠮷<23>67尾", &marks),
            "𠮷<mark class=\"warning\">&lt;2</mark><mark class=\"error\">3&gt;</mark>[1]\
             <mark class=\"error\">67</mark>[2]尾[3]"
        );
    }

    #[test]
    fn spans_may_lie() {
        let findings = [
            finding("info", Some([7, 99])),
            finding("info", Some([3, 1])),
        ];
        let marks = findings.iter().map(|finding| Mark {
            finding,
            link: "*".to_owned(),
        });
        let html = marked("甲乙", &marks.collect::<Vec<_>>());
        assert_eq!(html.replace('*', ""), "甲乙");
        assert_eq!(html.matches('*').count(), 2);
    }
}
