//! What is no number where one might be: signs alone, placeholders, broken digits, Latin names.

use super::comparators::{self, is_sign, sign_at};
use super::labels;
use super::numbers::number_at;
use super::periods::when_at;
use super::scan::Scan;
use super::text::{ends_clause, first, fold, from, has_digit, run_of, spaces, trim_end, upto};
use super::types::{Problem, Value};
use super::units::unit_at;
use crate::span::Span;

impl Scan<'_> {
    /// Digits that are no number: malformed where a number was meant, otherwise only not understood.
    pub(super) fn broken(&mut self, length: usize, problem: Problem) {
        let head = self.head(self.at);
        let before = comparators::before(head);
        let start = self.at - before.length;
        let mut end = self.at + length;
        let unit = unit_at(from(self.text, end)).map(|(unit, length)| {
            end += length;
            unit
        });
        let span = Span { start, end };
        let meant = before.comparator.is_some() || self.is_whole(span);
        if meant || matches!(problem, Problem::NumberTooLong | Problem::Exponent) {
            self.push(
                span,
                Value::Malformed {
                    problem,
                    comparator: before.comparator,
                    unit,
                },
            );
        } else {
            self.unread.push(span);
            self.at = end;
        }
    }

    /// A sign of a direction with no number behind it.
    pub(super) fn sign(&mut self) {
        let rest = self.rest();
        let Some((comparator, length)) = sign_at(rest) else {
            return;
        };
        let behind = from(rest, length);
        let gap = spaces(behind);
        let next = from(behind, gap);
        // 50≤人数 has no unit there.
        let unit = unit_at(next).filter(|(_, length)| {
            from(next, *length)
                .chars()
                .next()
                .is_none_or(|c| ends_clause(c) || c.is_whitespace() || fold(c) == ')')
        });
        let at_end = next.is_empty() || next.starts_with(ends_clause);
        let counted = number_at(next).is_some()
            || matches!(first(next), Some('≥' | '≤' | '>' | '<' | '=' | '-' | '.'));
        if !counted && (unit.is_some() || at_end) && labels::placeholder_at(next).is_none() {
            // 80%≤ has its number in front.
            let end = self.at + length + unit.as_ref().map_or(0, |(_, length)| gap + length);
            let unit = unit.map(|(unit, _)| unit);
            let problem = Problem::NumberMissing;
            let span = Span {
                start: self.at,
                end,
            };
            return self.push(
                span,
                Value::Malformed {
                    problem,
                    comparator: Some(comparator),
                    unit,
                },
            );
        }
        self.at += length;
    }

    pub(super) fn placeholder(&mut self) {
        let rest = self.rest();
        let Some(length) = labels::placeholder_at(rest) else {
            // The rest of a run of marks is no placeholder either.
            let mark = first(rest);
            self.at += run_of(rest, &|c| Some(fold(c)) == mark);
            return;
        };
        let head = self.head(self.at);
        let before = comparators::before(head);
        let mut end = self.at + length;
        let gap = spaces(from(self.text, end));
        let unit = unit_at(from(self.text, end + gap)).map(|(unit, length)| {
            end += gap + length;
            unit
        });
        let span = Span {
            start: self.at - before.length,
            end,
        };
        self.push(
            span,
            Value::Placeholder {
                comparator: before.comparator,
                unit,
            },
        );
    }

    /// Latin words and what is written together with them (A4, PM2.5, 1+N) are names.
    pub(super) fn latin(&mut self) {
        let rest = self.rest();
        if labels::placeholder_at(rest).is_some() {
            return self.placeholder();
        }
        if matches!(first(rest), Some('Q' | 'q'))
            && let Some((when, length)) = when_at(rest, false)
        {
            return self.found_when(when, length);
        }
        let run = run_of(rest, &|c| labels::is_of_name(c) || fold(c) == '&');
        let letters = upto(rest, run);
        let run = run + labels::standard_number(letters, from(rest, run));
        // ≥I00%: a letter that a scan made of a digit.
        if trim_end(self.head(self.at)).ends_with(is_sign) && has_digit(letters) {
            return self.not_understood(run);
        }
        // CT1台 counts machines.
        if let Some(name) = letters_before_a_count(letters, from(rest, run)) {
            self.at += name;
            return;
        }
        // LPR+50BP measures something, but nothing known.
        if letters.contains('+') && has_digit(letters) {
            return self.not_understood(run);
        }
        self.at += run;
    }
}

/// The length of a name in Latin letters behind which digits count something: CT1台, but not A4纸, PM2.5 and GB/T19001.
fn letters_before_a_count(run: &str, behind: &str) -> Option<usize> {
    let name = run_of(run, &|c| c.is_ascii_alphabetic());
    let digits = from(run, name);
    let (unit, _) = unit_at(behind)?;
    (name >= 2
        && !digits.is_empty()
        && run_of(digits, &|c| c.is_ascii_digit()) == digits.len()
        && unit.dimension.starts_with("count:"))
    .then_some(name)
}
