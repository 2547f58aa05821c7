//! The JSON of the usual report, that on a table without another day, steps, ledger and readings: without serde_json, in
//! a third of its time. The small wasm module knows no other report, and none with fixes and coming severities.

use super::{AnswerState, Aspect, Finding, Fix, Operation, Report, Severity, Verdict};
use crate::digest::{list, name, object, optional, quoted, text};

/// The report on a table, as serde_json would write it.
pub(super) fn json(report: &Report) -> String {
    let mut out = String::with_capacity(1024 * (1 + report.findings.len()));
    out.push('{');
    text(&mut out, "engine", &report.engine);
    text(&mut out, "ruleset", &report.ruleset);
    text(&mut out, "profile", &report.profile);
    text(&mut out, "lang", report.lang.either("zh", "en"));
    // Only what is no table has no digest.
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
    text(out, "severity", severity(finding.severity));
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
    if cfg!(feature = "full") {
        finding.fix.iter().for_each(|fix| self::fix(out, fix));
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
    if let Some(becomes) = finding.becomes.as_ref().filter(|_| cfg!(feature = "full")) {
        object(out, "becomes", |out| {
            text(out, "severity", severity(becomes.severity));
            text(out, "since", &becomes.since);
        });
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn fix(out: &mut String, fix: &Fix) {
    object(out, "fix", |out| {
        text(out, "title", &fix.title);
        list(out, "patch", &fix.patch, |out, operation| {
            let (op, path, value) = match operation {
                Operation::Add { path, value } => ("add", path, Some(value.as_str())),
                Operation::Replace { path, value } => ("replace", path, Some(value.as_str())),
                Operation::Remove { path } => ("remove", path, None),
            };
            text(out, "op", op);
            text(out, "path", path);
            optional(out, "value", value);
        });
        if fix.choice {
            name(out, "choice");
            out.push_str("true");
        }
    });
}

fn number(out: &mut String, field: &str, number: usize) {
    name(out, field);
    out.push_str(&number.to_string());
}

#[cfg(test)]
mod tests {
    use crate::report::{
        AnswerState, Answered, Aspect, Becomes, Finding, Fix, Lang, Operation, Report, Severity,
        Summary, Verdict,
    };
    use crate::span::Span;

    #[test]
    fn a_report_is_written_as_serde_json_writes_it() {
        let words = || "“一”\"行\"\n又\\一行".to_owned();
        let operations = || {
            let (path, value) = ("/a/0".to_owned(), words());
            vec![
                Operation::Add {
                    path: path.clone(),
                    value: value.clone(),
                },
                Operation::Replace {
                    path: path.clone(),
                    value,
                },
                Operation::Remove { path },
            ]
        };
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
            fix: Some(Fix {
                title: words(),
                patch: operations(),
                choice: aspect == Aspect::Feasibility,
            }),
            fingerprint: Some("0-1".to_owned()),
            becomes: Some(Becomes {
                severity: Severity::Warning,
                since: "2027-01-01".to_owned(),
            }),
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
