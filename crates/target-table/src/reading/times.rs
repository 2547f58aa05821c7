//! Times found in a text: what of them is a target, and what only says when something else holds.

use super::labels;
use super::lists::{any_of, starts_any};
use super::numerals;
use super::periods::{Listed, When, dash_at, month_list_at};
use super::scan::Scan;
use super::text::{between, fold, from, holds, is_digit, near, one_of, run_of, trim_end, upto};
use super::types::Value;
use crate::span::Span;

impl Scan<'_> {
    /// Takes `3、6、9、12月` if it stands here: a deadline for each month.
    pub(super) fn month_list(&mut self) -> bool {
        let rest = self.rest();
        let numeral = |c: char| is_digit(c) || c == '十' || numerals::chinese_digit(c).is_some();
        let run = near(rest);
        let behind = run_of(run, &numeral);
        if from(rest, behind).starts_with(one_of("、年"))
            && let Some(months) = month_list_at(rest).filter(|months| !self.may_be_marked(months))
        {
            let at = self.at;
            let yearly = self.takes_yearly();
            for (mut moment, start, end) in months {
                moment.yearly = yearly;
                let span = Span {
                    start: at + start,
                    end: at + end,
                };
                self.push(span, Value::Deadline(moment));
            }
            return true;
        }
        false
    }

    /// Whether 每年 stands right before; it is then said with what follows.
    fn takes_yearly(&mut self) -> bool {
        let yearly = self
            .pending
            .is_some_and(|(every, words)| every.single() == Some("年") && words.end == self.at);
        if yearly {
            self.pending = None;
        }
        yearly
    }

    /// 1、6月底前 may be the first item of a list as well as two months.
    fn may_be_marked(&self, months: &[Listed]) -> bool {
        let begins = self.at == self.sentence && months.len() == 2;
        // The first item stands not too far before; looking no farther keeps hostile text linear.
        let before = upto(self.text, self.at);
        let before = from(
            before,
            before.ceil_char_boundary(self.at.saturating_sub(2000)),
        );
        begins && (self.rest().starts_with('1') || holds(before, "1、"))
    }

    pub(super) fn found_when(&mut self, when: When, length: usize) {
        let end = self.at + length;
        let head = between(self.text, self.clause, self.at);
        let is_period = matches!(when, When::Period(..));
        let behind = from(self.text, end);
        // 3月—次年2月 is a period, and no March.
        let to = dash_at(behind).filter(|dash| labels::begins_other_year(from(behind, *dash)));
        if let Some(dash) = to {
            return self.not_understood(length + dash);
        }
        // 2025年以后 begins where this ends.
        let is_start = starts_any(behind, &const { any_of(&["后", "以后", "之后", "及以后"]) })
            .is_some()
            && !behind.starts_with("后续");
        if is_start || labels::other_year_before(head) || (!is_period && labels::season_at(behind))
        {
            return self.not_understood(length);
        }
        // 较年初 and 2024年版 measure nothing; 自2024年1月起 says when it begins, which no item can hold.
        if labels::baseline_before(head) || labels::names_year(from(self.text, end)) {
            self.at = end;
            return;
        }
        if !is_period && (head.ends_with(one_of("自从")) || from(self.text, end).starts_with('起'))
        {
            let bare = from(self.text, end).starts_with("年起")
                || matches!(when, When::Moment(moment) if moment.year.is_some() && length <= "2024年度".len());
            if bare {
                self.at = end
            } else {
                self.not_understood(length)
            }
            return;
        }
        // A time by which something is done has no lower limit.
        let bare_year = is_bare_year(&when);
        if let Some(sign) = trim_end(head)
            .chars()
            .next_back()
            .filter(|c| matches!(fold(*c), '≥' | '>'))
        {
            let sign_end = self.clause.max(self.at - head.len()) + trim_end(head).len();
            let start = sign_end - sign.len_utf8();
            self.unread.push(Span {
                start,
                end: sign_end,
            });
        }
        let value = match when {
            When::Moment(moment) => Value::Deadline(moment),
            When::Period(from, to) => Value::Period { from, to },
        };
        self.push(
            Span {
                start: self.at,
                end,
            },
            value,
        );
        if let Some(found) = self.found.last_mut() {
            found.bare_year = bare_year;
        }
    }
}

/// Whether a time is a year and nothing else.
fn is_bare_year(when: &When) -> bool {
    match when {
        When::Moment(moment) => {
            !moment.limit
                && moment.year.is_some()
                && moment.first.month == 1
                && moment.last.month == 12
        }
        When::Period(..) => false,
    }
}
