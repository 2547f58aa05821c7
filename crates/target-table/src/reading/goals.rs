//! What a period's goal says: every number, amount and date in a long text, where it stands and in which list item.

use super::known::Known;
use super::labels::list_marker_at;
use super::scan::{Found, Scan};
use super::text::{
    behind_mark, between, ends_clause, ends_sentence, find_mark, from, trim_end, upto,
};
use super::types::Value;
use crate::span::Span;

/// A number or a time inside a goal's text. All spans are in bytes of that text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The words that state it: `不少于25次`.
    pub span: Span,
    /// The clause that it stands in, from one comma or stop to the next.
    pub clause: Span,
    /// The words of its clause before it, up to the mention before.
    pub before: Span,
    /// The words of its clause behind it, up to the next mention.
    pub after: Span,
    /// The numbered item that it stands in, if the text is a list.
    pub list_item: Option<ListItem>,
    /// Whether it only describes what another number of its clause counts: `单户500万元及以下的占比不低于50%`.
    pub describes: bool,
    /// What it says.
    pub value: Value,
}

/// An item of a numbered list: `1.`, `1．`, `1、`, `一是`, `（1）`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListItem {
    /// Its number.
    pub number: u16,
    /// Its text without the number.
    pub span: Span,
}

/// Reads a goal.
pub fn read_goal(text: &str) -> Vec<Mention> {
    let known = Known::default();
    let found = Scan::new(text, &known, false, true).run().found;
    let list = list_items(text);
    let mut mentions: Vec<Mention> = Vec::with_capacity(found.len());
    let mut found = found.into_iter().peekable();
    let mut floor = 0;
    let mut clause_end = 0;
    while let Some(Found {
        span,
        clause,
        value,
        describes,
        ..
    }) = found.next()
    {
        if clause_end < span.end {
            let rest = from(text, span.end);
            clause_end = span.end + find_mark(rest, &ends_clause).unwrap_or(rest.len());
        }
        let next = found.peek().map_or(text.len(), |next| next.span.start);
        mentions.push(Mention {
            span,
            clause: Span {
                start: clause,
                end: clause_end,
            },
            before: Span {
                start: floor.max(clause).min(span.start),
                end: span.start,
            },
            after: Span {
                start: span.end,
                end: clause_end.min(next).max(span.end),
            },
            list_item: item_at(&list, span.start),
            describes,
            value,
        });
        floor = span.end;
    }
    mentions
}

fn item_at(list: &[ListItem], at: usize) -> Option<ListItem> {
    let after = list.partition_point(|item| item.span.start <= at);
    let item = list.get(after.checked_sub(1)?)?;
    (at < item.span.end).then_some(*item)
}

/// The numbered items of a text. Markers stand at the start, after a line break, or after a full stop or semicolon.
fn list_items(text: &str) -> Vec<ListItem> {
    let mut items: Vec<ListItem> = Vec::new();
    let ends = |c: char| ends_sentence(c) || matches!(c, '：' | ':');
    // The spaces before a marker belong to it: where none is found, none follows them.
    let mut next = Some(0);
    while let Some(mut at) = next {
        if let Some((number, length)) = list_marker_at(from(text, at)) {
            if let Some(last) = items.last_mut() {
                last.span.end = at;
            }
            at += length;
            items.push(ListItem {
                number,
                span: Span {
                    start: at,
                    end: text.len(),
                },
            });
        }
        next = behind_mark(text, at, &ends);
    }
    if let Some(last) = items.last_mut() {
        last.span.end = upto(text, last.span.end).len();
    }
    for item in &mut items {
        item.span.end =
            item.span.start + trim_end(between(text, item.span.start, item.span.end)).len();
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, &str, bool, Option<u16>)> {
        read_goal(text)
            .iter()
            .map(|mention| {
                let number = mention.list_item.map(|item| item.number);
                (
                    mention.span.of(text),
                    mention.before.of(text),
                    mention.describes,
                    number,
                )
            })
            .collect()
    }

    #[test]
    fn mentions_stand_in_their_list_items() {
        let text = "1.调研并制定潮州市“百千万工程”信贷风险补偿资金管理办法。\n2. 依托风险补偿资金，开展“政银担”合作，2024年底前纳入风险补偿资金的担保贷款发放金额不少于5000万元，扶持小微企业或三农的户次不少于25次。";
        assert_eq!(
            words(text),
            [
                ("2024年底前", "", false, Some(2)),
                (
                    "不少于5000万元",
                    "纳入风险补偿资金的担保贷款发放金额",
                    false,
                    Some(2)
                ),
                ("不少于25次", "扶持小微企业或三农的户次", false, Some(2)),
            ]
        );
    }

    #[test]
    fn sizes_describe_and_titles_are_names() {
        let text = "单户担保金额500万元及以下的占比不得低于50%。开展6场金融服务“百千万工程”能力提升行动；召开论坛两次；完成《2024年报告》";
        assert_eq!(
            words(text),
            [
                ("500万元及以下", "单户担保金额", true, None),
                ("不得低于50%", "的占比", false, None),
                ("6场", "开展", false, None),
                ("两次", "召开论坛", false, None),
            ]
        );
    }

    #[test]
    fn kinds_of_list_markers() {
        let text = "主要包括：一是新增托管企业200家；二是融资200亿元。（1）培训3期（2）论坛1次";
        let numbers: Vec<_> = words(text)
            .iter()
            .map(|(span, _, _, number)| (*span, *number))
            .collect();
        assert_eq!(
            numbers,
            [
                ("200家", Some(1)),
                ("200亿元", Some(2)),
                ("3期", Some(1)),
                ("1次", Some(1))
            ]
        );
    }
}
