//! The page of one rule.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd, html};
use target_table::catalogue::Entry;
use target_table::profile::{self, RuleSeverity};
use target_table::report::{Lang, Severity};
use target_table::rules::InSchema;

use super::{example, framed};
use crate::formats::escaped;
use crate::words;

/// The whole page.
pub fn html(rule: &Entry, lang: Lang) -> String {
    let title = rule.title.get(lang);
    let mut main = format!(
        "<article>\n<p class=\"above\">{} {}</p>\n<h1>{}</h1>\n",
        severity(rule.severity, lang),
        words::aspect(rule.aspect, lang),
        escaped(title)
    );
    html::push_html(&mut main, body(rule.page.get(lang), lang).into_iter());
    main.push_str(&facts(rule, lang));
    main.push_str("</article>\n");
    framed(title, rule.id, &main, lang)
}

/// A severity as a mark and a word.
pub fn severity(severity: Severity, lang: Lang) -> String {
    let class = match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    let word = words::severity(severity, lang);
    format!("<span class=\"severity severity-{class}\">{word}</span>")
}

/// The Markdown without the headings that the page has already, and with its examples drawn as tables.
fn body(markdown: &str, lang: Lang) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    let mut parser = Parser::new(markdown);
    while let Some(event) = parser.next() {
        match event {
            // The id, the title, and the heading above the examples, which say themselves what they are.
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1 | HeadingLevel::H2,
                ..
            }) => {
                text_until(&mut parser, |end| matches!(end, TagEnd::Heading(_)));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let text = text_until(&mut parser, |end| matches!(end, TagEnd::CodeBlock));
                events.push(Event::Html(example::html(&info, &text, lang).into()));
            }
            // A rule's page is text; markup in it would be a mistake, and is shown as what it is.
            Event::Html(text) | Event::InlineHtml(text) => events.push(Event::Text(text)),
            event => events.push(event),
        }
    }
    events
}

fn text_until(parser: &mut Parser<'_>, is_end: impl Fn(TagEnd) -> bool) -> String {
    let mut text = String::new();
    for event in parser.by_ref() {
        match event {
            Event::End(end) if is_end(end) => break,
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            _ => {}
        }
    }
    text
}

fn facts(rule: &Entry, lang: Lang) -> String {
    let profiles: Vec<String> = rule
        .profiles
        .iter()
        .map(|(id, severity)| {
            let title = profile::find(id).map_or(*id, |profile| {
                lang.either(&profile.title.zh, &profile.title.en)
            });
            format!(
                "{title}{}{}",
                lang.either("：", ": "),
                in_profile(*severity, lang)
            )
        })
        .collect();
    let applies = match (rule.until, lang) {
        (None, Lang::Zh) => format!("自 {} 起", rule.since),
        (None, Lang::En) => format!("from {} on", rule.since),
        (Some(until), Lang::Zh) => format!("{} 至 {until}", rule.since),
        (Some(until), Lang::En) => format!("{} to {until}", rule.since),
    };
    let basis = rule.basis.as_ref().map_or(String::new(), |basis| {
        let title = basis.title.get(lang);
        match lang {
            Lang::Zh => format!("《{title}》（{}）", basis.number),
            Lang::En => format!("{title} ({})", basis.number),
        }
    });
    let in_schema = match rule.in_schema {
        InSchema::Fully => lang.either("能全部查出", "catches all of it"),
        InSchema::Partly => lang.either("能查出一部分", "catches some of it"),
        InSchema::No => lang.either("查不出", "catches none of it"),
    };
    let mut html = "<dl class=\"facts\">\n".to_owned();
    for (label, fact) in [
        (
            lang.either("标识", "Id"),
            format!("<code>{}</code>", rule.id),
        ),
        (
            lang.either("各方案", "Profiles"),
            escaped(&profiles.join("\n")),
        ),
        (lang.either("适用时间", "Applies"), escaped(&applies)),
        (lang.either("依据", "Basis"), escaped(&basis)),
        (
            lang.either("仅凭 JSON Schema", "Plain JSON Schema"),
            in_schema.to_owned(),
        ),
    ] {
        if !fact.is_empty() {
            html.push_str(&format!("<div><dt>{label}</dt><dd>{fact}</dd></div>\n"));
        }
    }
    html + "</dl>\n"
}

fn in_profile(severity: RuleSeverity, lang: Lang) -> &'static str {
    match severity {
        RuleSeverity::Error => words::severity(Severity::Error, lang),
        RuleSeverity::Warning => words::severity(Severity::Warning, lang),
        RuleSeverity::Info => words::severity(Severity::Info, lang),
        RuleSeverity::Off => lang.either("停用", "switched off"),
    }
}
