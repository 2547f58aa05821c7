//! A report's JSON as the small wasm module writes it: without serde_json, and without what only the complete module
//! puts into a report (fixes, another day, steps, ledger, readings, a coming severity).

use super::{AnswerState, Aspect, Finding, Report, Severity, Verdict};
use crate::digest::{list, name, object, optional, quoted, text};

/// The report on a table, as serde_json would write it.
pub(super) fn json(report: &Report) -> String {
    let mut out = String::with_capacity(4096);
    out.push('{');
    text(&mut out, "engine", &report.engine);
    text(&mut out, "ruleset", &report.ruleset);
    text(&mut out, "profile", &report.profile);
    text(&mut out, "lang", report.lang.either("zh", "en"));
    // The small module looks at tables only, and they have a digest.
    optional(&mut out, "digest", report.digest.as_deref());
    object(&mut out, "summary", |out| {
        let summary = &report.summary;
        let verdict = match summary.verdict {
            Verdict::Ready => "ready",
            Verdict::Explain => "explain",
            Verdict::Mend => "mend",
        };
        text(out, "verdict", verdict);
        number(out, "errors", summary.errors);
        number(out, "warnings", summary.warnings);
        number(out, "infos", summary.infos);
        number(out, "answered", summary.answered);
    });
    list(&mut out, "findings", &report.findings, finding);
    out.push('}');
    out
}

fn finding(out: &mut String, finding: &Finding) {
    text(out, "rule", &finding.rule);
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    text(out, "severity", severity);
    let aspect = match finding.aspect {
        Aspect::Structure => "structure",
        Aspect::Completeness => "completeness",
        Aspect::Relevance => "relevance",
        Aspect::Appropriateness => "appropriateness",
        Aspect::Feasibility => "feasibility",
    };
    text(out, "aspect", aspect);
    text(out, "at", &finding.at);
    if let Some(span) = finding.span {
        object(out, "span", |out| {
            number(out, "start", span.start);
            number(out, "end", span.end);
        });
    }
    text(out, "message", &finding.message);
    object(out, "params", |out| {
        for (name, value) in &finding.params {
            text(out, name, value);
        }
    });
    if !finding.related.is_empty() {
        name(out, "related");
        let mut before = '[';
        for at in &finding.related {
            out.push(before);
            quoted(out, at);
            before = ',';
        }
        out.push(']');
    }
    optional(out, "fingerprint", finding.fingerprint.as_deref());
    if let Some(answer) = &finding.answer {
        object(out, "answer", |out| {
            let state = match answer.state {
                AnswerState::Current => "current",
                AnswerState::Stale => "stale",
            };
            text(out, "state", state);
            text(out, "reason", &answer.reason);
        });
    }
}

fn number(out: &mut String, field: &str, number: usize) {
    name(out, field);
    out.push_str(&number.to_string());
}

#[cfg(test)]
mod tests {
    use crate::report::{
        AnswerState, Answered, Aspect, Finding, Lang, Report, Severity, Summary, Verdict,
    };
    use crate::span::Span;

    #[test]
    fn a_report_is_written_as_serde_json_writes_it() {
        let words = || "“一”\"行\"\n又\\一行".to_owned();
        let bare = Finding {
            rule: "goal-missing".to_owned(),
            severity: Severity::Error,
            aspect: Aspect::Completeness,
            at: "/periods/0/goal".to_owned(),
            span: None,
            message: String::new(),
            params: std::collections::BTreeMap::new(),
            related: Vec::new(),
            fix: None,
            fingerprint: None,
            answer: None,
            becomes: None,
        };
        let aspects = [
            Aspect::Structure,
            Aspect::Completeness,
            Aspect::Relevance,
            Aspect::Appropriateness,
            Aspect::Feasibility,
        ];
        let full = aspects.map(|aspect| Finding {
            severity: Severity::Info,
            aspect,
            span: Some(Span { start: 0, end: 120 }),
            message: words(),
            params: [("a".to_owned(), words()), ("b".to_owned(), String::new())].into(),
            related: vec!["/a".to_owned(), "/b".to_owned()],
            fingerprint: Some("0-1".to_owned()),
            answer: Some(Answered {
                state: match aspect {
                    Aspect::Structure => AnswerState::Stale,
                    _ => AnswerState::Current,
                },
                reason: words(),
            }),
            ..bare.clone()
        });
        let doubt = Finding {
            severity: Severity::Warning,
            ..bare.clone()
        };
        for verdict in [Verdict::Ready, Verdict::Explain, Verdict::Mend] {
            let report = Report {
                engine: "0.1.0".to_owned(),
                ruleset: "2026.11".to_owned(),
                profile: "guangdong-2024".to_owned(),
                as_of: None,
                lang: Lang::Zh,
                digest: Some("00ff".to_owned()),
                summary: Summary {
                    verdict,
                    errors: 1,
                    warnings: 20,
                    infos: 0,
                    answered: 3,
                },
                findings: match verdict {
                    Verdict::Ready => Vec::new(),
                    _ => [&full[..], &[bare.clone(), doubt.clone()]].concat(),
                },
                steps: None,
                ledger: None,
                readings: None,
            };
            assert_eq!(
                super::json(&report),
                serde_json::to_string(&report).unwrap()
            );
        }
    }
}
