use super::vocabulary::WordList;
use super::{Part, Rule, Words};
use crate::reading::text::{has_digit, holds, place_of, replaced};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink, period_field};
use crate::span::Span;

pub(crate) const RULE: Rule = Rule {
    id: "title-differs",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "这里写“{written}”，“{label}”的目标里写“{other}”，像是同一件成果用了两个名称。请统一。",
        en: "This says “{written}”, the goal of “{label}” says “{other}”; they look like two names of one thing. Use one of them.",
    },
    fix: Words::NONE,
    docs: include_str!("title_differs.md"),
    reads: &[Part::Goal, Part::Name],
    mends: &[Part::Goal, Part::Name],
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

/// Kinds of documents that are easily taken for each other.
const KINDS: [(&str, &str); 3] = [
    ("研究报告", "调研报告"),
    ("调查报告", "调研报告"),
    ("工作方案", "实施方案"),
];

static KIND_WORDS: WordList =
    WordList::new(&["研究报告", "调研报告", "调查报告", "工作方案", "实施方案"]);

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut said: Vec<&str> = Vec::new();
    for row in &sheet.rows {
        let name = row.indicator.name.as_str();
        // Most names hold nothing of the kind.
        if !name.contains('《') && !KIND_WORDS.are_in(name) {
            continue;
        }
        let found = other_title(sheet, name).or_else(|| other_kind(sheet, name));
        let Some((span, index, other)) = found else {
            if titles(name).next().is_some() {
                sink.held(|_| row.evidence());
            }
            continue;
        };
        // Further rows with the same words are the same cause.
        if said.contains(&span.of(name)) {
            continue;
        }
        said.push(span.of(name));
        let mut remark = Remark::at(row.at("name")).with("written", span.of(name));
        remark.span = Some(span.to_utf16(name));
        let period = sheet.head.periods.get(index);
        let label = period.map_or("", |period| period.label.as_str());
        remark = remark.with("label", label).with("other", other);
        sink.report(remark.related(period_field(index, "goal")));
    }
}

/// A title in a name that a goal has otherwise: where it stands, which goal, and how that has it.
fn other_title<'t>(sheet: &Sheet<'t>, name: &str) -> Option<(Span, usize, &'t str)> {
    titles(name).find_map(|(span, title)| {
        let goals = || goals(sheet);
        // Where a goal has the very title, another like it is another thing.
        if goals().flat_map(titles).any(|(_, other)| other == title) {
            return None;
        }
        goals().enumerate().find_map(|(index, goal)| {
            let (place, _) = titles(goal).find(|(_, other)| are_one(title, other))?;
            Some((span, index, place.of(goal)))
        })
    })
}

/// A kind of document in a name where a goal has another and nobody has both.
fn other_kind<'t>(sheet: &Sheet<'t>, name: &str) -> Option<(Span, usize, &'t str)> {
    let in_names = |word: &str| {
        sheet
            .rows
            .iter()
            .any(|row| holds(&row.indicator.name, word))
    };
    let pairs = KINDS.iter().flat_map(|(a, b)| [(*a, *b), (*b, *a)]);
    pairs.into_iter().find_map(|(here, there)| {
        let start = place_of(name, here)?;
        let index = goals(sheet).position(|goal| holds(goal, there))?;
        let are_two = in_names(there) || goals(sheet).any(|goal| holds(goal, here));
        let end = start + here.len();
        (!are_two).then_some((Span { start, end }, index, there))
    })
}

fn goals<'t>(sheet: &Sheet<'t>) -> impl Iterator<Item = &'t str> + use<'t> {
    let periods = sheet.head.periods.iter();
    periods.map(|period| period.goal.as_str())
}

/// The titles in a text, 《…》, and where they stand.
fn titles(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.match_indices('《').filter_map(|(start, mark)| {
        let rest = text.get(start + mark.len()..)?;
        let title = rest.get(..rest.find('》')?)?;
        let span = Span {
            start,
            end: start + mark.len() + title.len() + mark.len(),
        };
        Some((span, title))
    })
}

/// Whether two different titles mean one thing: the kind of document aside, one is the other with a few words left out
/// or in another order.
fn are_one(a: &str, b: &str) -> bool {
    let known = |title: &str| {
        KINDS.iter().fold(title.to_owned(), |title, (from, to)| {
            replaced(&title, from, to)
        })
    };
    let (one, other) = (known(a), known(b));
    let (long, short) = if one.len() >= other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    let mut rest = long.chars();
    let is_within = short.chars().all(|c| rest.any(|other| other == c));
    let lengths = (long.chars().count(), short.chars().count());
    let is_as_often = |c: char| long.matches(c).count() == short.matches(c).count();
    let is_reordered = lengths.0 == lengths.1 && short.chars().all(is_as_often);
    let is_near = lengths.1 >= 6 && lengths.0 <= lengths.1 + 4;
    // Editions of a title are different things.
    let is_edition = has_digit(long);
    a != b && (is_within || is_reordered) && is_near && !is_edition
}
