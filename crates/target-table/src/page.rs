//! Rule pages: Markdown with the titles, the reasons and the examples of a rule.

use serde_json::Value;

use crate::report::Lang;
use crate::rules::Rule;

impl Rule {
    /// The rule's title.
    pub fn title(&self, lang: Lang) -> &'static str {
        headings(self.docs)
            .nth(section(lang))
            .map_or("", |heading| heading.1)
    }

    /// What the rule is about: the first paragraph of its page.
    pub fn summary(&self, lang: Lang) -> String {
        let start = headings(self.docs)
            .nth(section(lang))
            .map_or(0, |heading| heading.0);
        let text = self.docs.get(start..).unwrap_or_default();
        let mut lines = text.lines().skip(1).skip_while(|line| line.is_empty());
        let lines: Vec<&str> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
        lines.join("\n")
    }

    /// The rule's page in one language, with the examples, as Markdown.
    pub fn page(&self, lang: Lang) -> String {
        let mut page = format!("# {}\n", self.id);
        let examples = section(Lang::En) + 1;
        for (index, (start, _)) in headings(self.docs).enumerate() {
            if index == section(lang) || index == examples {
                let end = headings(self.docs)
                    .nth(index + 1)
                    .map_or(self.docs.len(), |next| next.0);
                page.push('\n');
                page.push_str(self.docs.get(start..end).unwrap_or_default().trim_end());
                page.push('\n');
            }
        }
        page
    }

    /// The rule's examples, in the order of the page.
    pub fn examples(&self) -> impl Iterator<Item = Example> {
        let mut blocks = self.docs.split("\n```");
        std::iter::from_fn(move || {
            loop {
                let block = blocks.next()?;
                if let Some((kind, body)) = block
                    .strip_prefix("json ")
                    .and_then(|block| block.split_once('\n'))
                {
                    return Some(Example { kind, body });
                }
            }
        })
    }
}

/// One example of a rule's page.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// `bad`, `fixed`, `good`, `boundary`, or `bad raw`.
    pub kind: &'static str,
    /// The JSON as the page has it.
    pub body: &'static str,
}

impl Example {
    /// The text that is checked: the example laid over the sound table, see `rules/README.md`.
    pub fn table(&self) -> String {
        if self.kind.ends_with(" raw") {
            return self.body.to_owned();
        }
        let (Ok(mut table), Ok(Value::Object(mut example))) = (
            serde_json::from_str::<Value>(include_str!("rules/sound.json")),
            serde_json::from_str::<Value>(self.body),
        ) else {
            return self.body.to_owned();
        };
        let rows = list(example.remove("indicators"));
        let without = list(example.remove("without"));
        if let Some(Value::Array(sound)) = table.get_mut("indicators") {
            let keeps = |row: &Value| {
                let dimension = &row["dimension"];
                !without.contains(dimension)
                    && rows.iter().all(|new| new["dimension"] != *dimension)
            };
            sound.retain(keeps);
            sound.extend(rows.iter().cloned());
        }
        merge(&mut table, Value::Object(example));
        table.to_string()
    }
}

fn list(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

/// Lays objects over objects; anything else takes the place of what was there.
fn merge(target: &mut Value, patch: Value) {
    match (target, patch) {
        (Value::Object(target), Value::Object(patch)) => {
            for (name, value) in patch {
                merge(target.entry(name).or_insert(Value::Null), value);
            }
        }
        (target, patch) => *target = patch,
    }
}

/// Which of the page's sections is in this language; the examples are the third.
fn section(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 0,
        Lang::En => 1,
    }
}

/// Where each section begins, and its heading.
fn headings(docs: &'static str) -> impl Iterator<Item = (usize, &'static str)> {
    docs.match_indices("\n## ").map(|(at, mark)| {
        let start = at + mark.len();
        let heading = docs.get(start..).and_then(|rest| rest.lines().next());
        (at + 1, heading.unwrap_or_default())
    })
}
