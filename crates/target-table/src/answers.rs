//! Answers: a finding that the applicant has answered, or whose answer has become stale.

use crate::blocking;
use crate::fingerprint::{self, HASH};
use crate::model::{Answer, Table};
use crate::report::{AnswerState, Answered, Operation, Severity};
use crate::sink::{Found, Remark, Sink};

/// Gives every finding its answer, and says in the sink which answers answer nothing.
pub(crate) fn attach(table: &Table, found: &mut [Found], sink: &mut Sink<'_>) {
    let answers = table.answers.as_deref().unwrap_or_default();
    if answers.is_empty() {
        return;
    }
    for found in found.iter_mut() {
        found.finding.fingerprint = Some(fingerprint::of(table, found));
    }
    let mut used = vec![false; answers.len()];
    let mut to_errors = Vec::new();
    for found in found.iter_mut() {
        for (index, answer) in answers.iter().enumerate() {
            if !fits(answer, found, 2 * HASH + 1) {
                continue;
            }
            if let Some(used) = used.get_mut(index) {
                *used = true;
            }
            if found.finding.severity == Severity::Error {
                to_errors.push(index);
            } else {
                found.finding.answer = answered(answer, AnswerState::Current);
            }
        }
    }
    // An answer that fits a finding as it is cannot be a stale one of another.
    for found in found.iter_mut() {
        let may_be_answered =
            found.finding.answer.is_none() && found.finding.severity != Severity::Error;
        let mut stale = answers
            .iter()
            .zip(&mut used)
            .filter(|(answer, used)| may_be_answered && !**used && fits(answer, found, HASH + 1));
        if let Some((answer, used)) = stale.next() {
            *used = true;
            found.finding.answer = answered(answer, AnswerState::Stale);
        }
    }
    // What the structure refuses may be what an answer is about.
    if found.iter().any(blocking::is_refusal) {
        return;
    }
    for (index, answer) in answers.iter().enumerate() {
        let (zh, en) = if to_errors.contains(&index) {
            ("所答的是一处错误（", "answers an error (")
        } else if used.get(index) == Some(&false) {
            ("所答的问题（", "answers a finding (")
        } else {
            continue;
        };
        let (zh_end, en_end) = if to_errors.contains(&index) {
            (
                "），错误只能改正，不能用说明代替",
                "), which can only be mended",
            )
        } else {
            ("）已经不存在", ") that the table no longer has")
        };
        let why = [
            sink.either(zh, en),
            &answer.rule,
            sink.either(zh_end, en_end),
        ]
        .concat();
        report(index, answer, &why, sink);
    }
}

/// Whether an answer has the beginning of the finding's fingerprint: all of it, or its identity alone.
fn fits(answer: &Answer, found: &Found, length: usize) -> bool {
    let fingerprint = found.finding.fingerprint.as_deref().unwrap_or_default();
    answer.rule == found.rule.id && answer.fingerprint.get(..length) == fingerprint.get(..length)
}

fn answered(answer: &Answer, state: AnswerState) -> Option<Answered> {
    let reason = answer.reason.clone();
    Some(Answered { state, reason })
}

fn report(index: usize, answer: &Answer, why: &str, sink: &mut Sink<'_>) {
    // A rule that this profile or this day leaves out may well find the same again under another one.
    if !sink.turn_to("answer-without-effect") || sink.is_off(&answer.rule) {
        return;
    }
    let mut reason: String = answer.reason.chars().take(30).collect();
    if reason.len() < answer.reason.len() {
        reason.push('…');
    }
    let at = format!("/answers/{index}");
    let mut remark = Remark::at(at.clone());
    remark = remark.with("number", &(index + 1).to_string());
    remark = remark.with("reason", &reason).with("why", why);
    remark.key = answer.fingerprint.clone();
    remark.mend(|_| vec![Operation::Remove { path: at }]);
    sink.report(remark);
}
