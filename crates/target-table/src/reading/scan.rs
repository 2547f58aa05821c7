//! Going through a text from left to right and finding whatever measures: numbers, ranges, dates, frequencies.

use super::comparators::{self, is_sign};
use super::every::{Every, every_at};
use super::joins::{merge_frequencies, spread_directions};
use super::known::Known;
use super::labels;
use super::lists::{Edges, any_of, starts_any};
use super::numbers::{Lexed, What, number_at};
use super::numerals;
use super::periods::{self, When, dotted_date, when_at};
use super::quantity::{self, Taken};
use super::rates;
use super::text::{
    NEAR, between, ends_clause, ends_sentence, find_mark, fold, from, is_digit, last, near, one_of,
    run_of, trim, trim_end, trim_start, upto,
};
use super::types::{Quantity, Value};
use super::units;
use crate::span::Span;

/// Something that measures, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) span: Span,
    /// Where its clause begins: behind the last comma or stop.
    pub(super) clause: usize,
    pub(super) value: Value,
    /// A bare year, which may only say when the number beside it holds.
    pub(super) bare_year: bool,
    /// A number with 以上 or the like and a noun behind it, which may only describe what another number counts.
    pub(super) describes: bool,
}

/// The Chinese characters that `step` knows to begin something.
static BEGINNINGS: Edges = Edges::NONE.and_chars(
    "第上下年元前本今当每按逐半数几待零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾",
);

fn begins_nothing(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}') && !BEGINNINGS.hold(c)
}

/// A pass over one text.
pub(super) struct Scan<'t> {
    pub(super) text: &'t str,
    pub(super) known: &'t Known<'t>,
    /// Whether the text is a cell, so that a number may stand alone; a goal is prose.
    pub(super) is_cell: bool,
    /// Whether what stands in round brackets is read too.
    pub(super) brackets: bool,
    pub(super) found: Vec<Found>,
    pub(super) unread: Vec<Span>,
    /// Where the text is read next.
    pub(super) at: usize,
    /// Where the last thing found ended; words before it belong to it.
    floor: usize,
    pub(super) clause: usize,
    pub(super) sentence: usize,
    /// 每年 or the like that still looks for its number.
    pub(super) pending: Option<(Every, Span)>,
    /// The text without the spaces around it and the stop at its end.
    whole: &'t str,
    /// Closing marks that do not come any more, so that the search for them stays linear.
    unclosed: Vec<char>,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str, known: &'t Known<'t>, is_cell: bool, brackets: bool) -> Self {
        Scan {
            text,
            known,
            is_cell,
            brackets,
            found: Vec::new(),
            unread: Vec::new(),
            at: 0,
            floor: 0,
            clause: 0,
            sentence: 0,
            pending: None,
            whole: trim_end(trim(text).trim_end_matches(one_of("。；;.，"))),
            unclosed: Vec::new(),
        }
    }

    /// Reads the text to its end.
    pub(super) fn run(mut self) -> Self {
        while let Some(c) = from(self.text, self.at).chars().next() {
            let before = self.at;
            self.step(c);
            // Every step moves on, whatever it found.
            if self.at <= before {
                self.at = before + c.len_utf8();
            }
        }
        self.settle_pending();
        self.settle_descriptions();
        self
    }

    pub(super) fn rest(&self) -> &'t str {
        from(self.text, self.at)
    }

    fn step(&mut self, c: char) {
        // Most characters begin nothing.
        if begins_nothing(c) {
            self.at = BEGINNINGS.skip(self.text, self.at);
            return;
        }
        let folded = fold(c);
        if self.at == self.sentence && self.skip_list_marker() {
            return;
        }
        if let Some(close) = labels::closing(c) {
            return self.skip_quoted(c, close);
        }
        match folded {
            '(' if !self.brackets => self.skip_quoted(c, ')'),
            '0'..='9' => self.month_or(Scan::arabic),
            '第' | '上' | '下' | '年' | '元' | '前' | '本' | '今' | '当' | '每' | '按' | '逐' => {
                self.time()
            }
            '半' | '数' | '几' | '百' | '千' | '万' | '亿' => self.numeral(),
            '*' | '_' | '□' | '○' | '×' | '…' | '待' => self.placeholder(),
            '≥' | '≤' | '>' | '<' | '=' | '≮' | '≯' => self.sign(),
            _ if folded.is_ascii_alphabetic() => self.latin(),
            _ if ends_clause(c) => self.end_clause(c),
            _ if numerals::chinese_digit(c).is_some() || matches!(c, '十' | '拾') => {
                self.month_or(Scan::numeral)
            }
            _ => {}
        }
    }

    fn end_clause(&mut self, c: char) {
        let is_break = matches!(c, '\n' | '\r');
        // A line that breaks between a direction and its number parts nothing.
        if is_break && comparators::before(self.head(self.at)).comparator.is_some() {
            self.at += c.len_utf8();
            return;
        }
        self.settle_pending();
        self.at += c.len_utf8();
        self.clause = self.at;
        if ends_sentence(c) {
            self.sentence = self.at;
        }
    }

    fn skip_list_marker(&mut self) -> bool {
        match labels::list_marker_at(self.rest()) {
            Some((_, length)) => {
                self.at += length;
                self.clause = self.at;
                true
            }
            None => false,
        }
    }

    /// Steps over a title or a quotation; its numbers are part of a name.
    fn skip_quoted(&mut self, open: char, close: char) {
        let inside = self.at + open.len_utf8();
        // [80%,100%) is no quotation, and its ends cannot all be said.
        if self.is_cell
            && open == '['
            && let Some(end) = near(from(self.text, inside)).find(one_of("])）"))
            && upto(from(self.text, inside), end).contains(one_of(",，"))
        {
            return self.not_understood(open.len_utf8() + end + ')'.len_utf8());
        }
        let end = if self.unclosed.contains(&close) {
            None
        } else {
            find_mark(from(self.text, inside), &|c| c == close || fold(c) == close)
        };
        match end {
            Some(end) => {
                let end = inside + end;
                let whole = Span {
                    start: self.at,
                    end: end + close.len_utf8(),
                };
                if self.is_cell && self.is_whole(whole) {
                    // A cell that is quoted as a whole is no name.
                    self.at = inside;
                    self.clause = inside;
                    return;
                }
                self.at = end
                    + from(self.text, end)
                        .chars()
                        .next()
                        .map_or(0, char::len_utf8);
            }
            None => {
                self.unclosed.push(close);
                self.at = inside;
            }
        }
    }

    /// What begins with a number: months or another time, or else what `other` makes of it.
    fn month_or(&mut self, other: fn(&mut Self)) {
        if !periods::may_begin(self.rest()) {
            return other(self);
        }
        if self.month_list() {
            return;
        }
        match self.when() {
            Some((when, length)) => self.found_when(when, length),
            None => other(self),
        }
    }

    fn when(&self) -> Option<(When, usize)> {
        let plain = self.is_cell && self.known.unit.is_none();
        when_at(self.rest(), plain).or_else(|| {
            let is_whole = self.at == 0 && plain && self.known.is_time();
            dotted_date(self.text).filter(|_| is_whole)
        })
    }

    /// A date, a frequency or a rank, if one begins here.
    fn time(&mut self) {
        let rest = self.rest();
        // 每隔一年 may be every year or every second.
        if rest.starts_with("每隔") {
            return self.not_understood("每隔".len());
        }
        if let Some((when, length)) = self.when() {
            return self.found_when(when, length);
        }
        if let Some(length) = starts_any(rest, &const { any_of(&["上、下半年", "上下半年"]) })
        {
            return self.not_understood(length);
        }
        if let Some((every, length)) = every_at(rest) {
            self.settle_pending();
            self.pending = Some((
                every,
                Span {
                    start: self.at,
                    end: self.at + length,
                },
            ));
            self.at += length;
            return;
        }
        if let Some(length) = labels::ordinal_at(rest) {
            // A rank is a target, but none of the known ones.
            if rest.starts_with('前')
                || (self.is_cell && labels::is_rank(upto(rest, length), from(rest, length)))
            {
                return self.not_understood(length);
            }
            self.at += length;
            if self.rest().starts_with('、') {
                self.unread.push(Span {
                    start: self.at - length,
                    end: self.at,
                });
            }
        }
    }

    /// Notes that what stands here was not understood, and steps over it.
    pub(super) fn not_understood(&mut self, length: usize) {
        self.unread.push(Span {
            start: self.at,
            end: self.at + length,
        });
        self.at += length;
    }

    /// A number in Chinese numerals.
    fn numeral(&mut self) {
        let rest = self.rest();
        let head = self.head(self.at);
        if let Some(lexed) = labels::half_at(rest).or_else(|| labels::round_number_at(head, rest)) {
            return self.number(lexed);
        }
        let Some(lexed) = number_at(rest) else {
            // 五六家 is about that many, and no number of its own.
            if let Some((length, is_about)) = numerals::run_at(rest) {
                match units::unit_at(from(rest, length)) {
                    Some((_, unit)) if is_about => self.not_understood(length + unit),
                    _ => self.at += length,
                }
            }
            return;
        };
        let behind = from(rest, lexed.length);
        if labels::chinese_counts(head, behind) {
            return self.number(lexed);
        }
        // 二100百分比: a look-alike, not a numeral.
        if behind.starts_with(is_digit) {
            return self.not_understood(lexed.length);
        }
        self.at += lexed.length;
    }

    /// A number in digits.
    fn arabic(&mut self) {
        let rest = self.rest();
        if labels::named_before(self.head(self.at)) {
            self.at += run_of(rest, &labels::is_of_number);
        } else if let Some(lexed) = number_at(rest) {
            self.number(lexed);
        }
    }

    /// A number with what stands around it.
    fn number(&mut self, lexed: Lexed) {
        let rest = self.rest();
        if let Some(length) = labels::label_at(rest, lexed.length) {
            // 9O% is a misprinted number, and 50G alone is meant as one.
            let label = Span {
                start: self.at,
                end: self.at + length,
            };
            let is_lost = from(rest, length).starts_with(one_of("%％"))
                || self.is_whole(label)
                || trim_end(self.head(self.at)).ends_with(is_sign)
                || (self.is_cell
                    && lexed.length > 1
                    && last(label.of(self.text)).is_some_and(|c| c.is_ascii_alphabetic())
                    && ends_clause_at(from(rest, length)));
            if is_lost && !label.of(self.text).ends_with('号') {
                return self.not_understood(length);
            }
            self.at += length;
            return;
        }
        match lexed.what {
            What::Broken(problem) => self.broken(lexed.length, problem),
            _ => match quantity::take(self, self.at, lexed) {
                Taken::Value {
                    span,
                    value,
                    describes,
                } => {
                    self.push(span, value);
                    if let Some(found) = self.found.last_mut() {
                        found.describes = describes;
                    }
                }
                Taken::Unread(span) => {
                    self.unread.push(span);
                    self.at = span.end;
                }
                Taken::Name(end) => self.at = end,
            },
        }
    }

    /// Keeps what was found and moves behind it.
    pub(super) fn push(&mut self, span: Span, value: Value) {
        let value = self.with_pending(value, span);
        // 每年 within the words of something else is said with it.
        self.pending = self.pending.filter(|(_, words)| words.start < span.start);
        // Most cells say one thing.
        if self.found.is_empty() {
            self.found.reserve_exact(1);
        }
        self.found.push(Found {
            span,
            clause: self.clause,
            value,
            bare_year: false,
            describes: false,
        });
        self.at = span.end;
        self.floor = span.end;
    }

    /// The words before a number that belong to nothing else.
    pub(super) fn head(&self, at: usize) -> &'t str {
        let start = self.floor.max(self.clause);
        if at <= start + NEAR {
            return between(self.text, start, at);
        }
        between(self.text, self.text.ceil_char_boundary(at - NEAR), at)
    }

    /// Whether a span is the whole text but for spaces and a full stop.
    pub(super) fn is_whole(&self, span: Span) -> bool {
        span.end - span.start >= self.whole.len() && trim(span.of(self.text)) == self.whole
    }

    /// Binds 每年 to the number that it was waiting for: a frequency for what happens, a yearly amount for the rest.
    fn with_pending(&mut self, value: Value, span: Span) -> Value {
        let mut quantity = match value {
            Value::Quantity(quantity) => quantity,
            Value::Range(mut range) => {
                let rate = self
                    .pending
                    .and_then(|(every, _)| rates::rate(range.unit.as_ref()?, every.single()?));
                if let Some(unit) = rate {
                    range.unit = Some(unit);
                    self.pending = None;
                }
                return Value::Range(range);
            }
            // 每天8小时 is a length of time by the day; 每季度结束后15日内 is not.
            Value::Duration(mut time) => {
                if let Some((every, words)) = self.pending
                    && let Some(period) = every.single()
                    && !near(between(self.text, words.end, span.end)).contains(one_of("后前内"))
                {
                    time.per = Some(period);
                    self.pending = None;
                }
                return Value::Duration(time);
            }
            other => return other,
        };
        let Some((every, words)) = self.pending.take() else {
            // 季度1次, 隔周一次: the stretch of time alone stands before what happens in it.
            let head = trim(between(self.text, self.floor.max(self.clause), span.start));
            return match Every::alone(head).filter(|_| rates::is_event(&quantity)) {
                Some(every) => every.frequency(Some(quantity)),
                None => Value::Quantity(quantity),
            };
        };
        if rates::is_event(&quantity) {
            return every.frequency(Some(quantity));
        }
        match every.single() {
            Some(period) => quantity.per = Some(period),
            None => self.pending = Some((every, words)),
        }
        Value::Quantity(quantity)
    }

    fn settle_pending(&mut self) {
        if let Some((every, span)) = self.pending.take() {
            let place = self
                .found
                .iter()
                .rposition(|found| found.span.start < span.start)
                .map_or(0, |last| last + 1);
            let found = Found {
                span,
                clause: self.clause,
                value: every.frequency(None),
                bare_year: false,
                describes: false,
            };
            self.found.insert(place, found);
            self.floor = self.floor.max(span.end);
        }
    }

    /// A description only describes where another number follows in its clause.
    fn settle_descriptions(&mut self) {
        let mut next_clause = None;
        for found in self.found.iter_mut().rev() {
            let counted = next_clause == Some(found.clause);
            let is_amount = matches!(
                found.value.quantity().and_then(Quantity::dimension),
                Some("money" | "time" | "mass" | "area" | "length" | "unknown")
            );
            found.describes &= counted || (is_amount && self.is_cell);
            if found.value.quantity().is_some() && !found.describes {
                next_clause = Some(found.clause);
            }
        }
        merge_frequencies(&mut self.found, self.text);
        spread_directions(&mut self.found, self.text);
    }
}

/// Whether nothing of the clause is left.
pub(super) fn ends_clause_at(rest: &str) -> bool {
    trim_start(rest)
        .chars()
        .next()
        .is_none_or(|c| ends_clause(c) || matches!(fold(c), ')'))
}

/// The last character before a place, folded.
pub(super) fn previous(text: &str, at: usize) -> Option<char> {
    last(upto(text, at))
}
