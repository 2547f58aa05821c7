//! Reading an office's own profile: every mistake is named in one sentence, in both languages.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde_json::{Map, Value};

use super::{Division, Profile, Requirement, RuleChoice, Share, Title, Weights};
use crate::amount::Amount;
use crate::date;
use crate::report::Lang;

/// What is wrong in one place of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a JSON Pointer.
    pub at: String,
    /// What is wrong and what to do, in Chinese.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

impl Problem {
    /// The sentence in one language.
    pub fn message(&self, lang: Lang) -> &str {
        lang.either(&self.zh, &self.en)
    }
}

impl Profile {
    /// Reads a profile, and accepts no mistake in it: with one, tables would be judged by what nobody meant.
    pub fn from_json(text: &str) -> Result<Profile, Vec<Problem>> {
        let mut reader = Reader::default();
        let value: Value = match serde_json::from_str(crate::check::without_mark(text)) {
            Ok(value) => value,
            Err(error) => {
                let (line, column) = (error.line(), error.column());
                reader.say(
                    "",
                    format!("这份方案不是合法的 JSON（第 {line} 行第 {column} 列）。请改正后再试。"),
                    format!("The profile is not well-formed JSON (line {line}, column {column}). Mend it and try again."),
                );
                return Err(reader.problems);
            }
        };
        let profile = reader.profile(&value);
        if let Some(profile) = &profile {
            reader.agree(profile);
        }
        match profile {
            Some(profile) if reader.problems.is_empty() => Ok(profile),
            _ => Err(reader.problems),
        }
    }
}

/// Collects what is wrong on the way.
#[derive(Default)]
pub(super) struct Reader {
    problems: Vec<Problem>,
}

type Fields = Map<String, Value>;

impl Reader {
    pub(super) fn say(&mut self, at: &str, zh: String, en: String) {
        let at = at.to_owned();
        self.problems.push(Problem { at, zh, en });
    }

    fn profile(&mut self, value: &Value) -> Option<Profile> {
        let known = [
            "id",
            "title",
            "categories",
            "required",
            "rules",
            "periods",
            "weights",
        ];
        let fields = self.object(
            value,
            "",
            &known,
            &["id", "title", "categories", "required"],
        )?;
        let id = self.text(fields, "", "id");
        let title = fields.get("title").and_then(|value| self.title(value));
        let categories = self.list(fields, "", "categories", Reader::division);
        let required = self.list(fields, "", "required", Reader::requirement);
        let rules = self.list(fields, "", "rules", Reader::choice);
        let periods = self.list(fields, "", "periods", Reader::word);
        let weights = fields.get("weights").map(|value| self.weights(value));
        Some(Profile {
            id: Cow::Owned(id?),
            title: title?,
            categories: Cow::Owned(categories?),
            required: Cow::Owned(required?),
            rules: Cow::Owned(rules?),
            periods: Cow::Owned(periods?),
            weights: match weights {
                Some(weights) => Some(weights?),
                None => None,
            },
        })
    }

    fn title(&mut self, value: &Value) -> Option<Title> {
        let fields = self.object(value, "/title", &["zh", "en"], &["zh", "en"])?;
        let (zh, en) = (
            self.text(fields, "/title", "zh"),
            self.text(fields, "/title", "en"),
        );
        Some(Title {
            zh: Cow::Owned(zh?),
            en: Cow::Owned(en?),
        })
    }

    fn division(&mut self, value: &Value, at: &str) -> Option<Division> {
        let names = ["category", "dimensions"];
        let fields = self.object(value, at, &names, &names)?;
        let category = self.word_in(fields, at, "category");
        let dimensions = self.list(fields, at, "dimensions", Reader::word);
        Some(Division {
            category: category?,
            dimensions: Cow::Owned(dimensions?),
        })
    }

    fn requirement(&mut self, value: &Value, at: &str) -> Option<Requirement> {
        let names = ["dimensions", "severity"];
        let fields = self.object(value, at, &names, &names)?;
        let dimensions = self.list(fields, at, "dimensions", Reader::word);
        let severity = self.word_in(fields, at, "severity");
        Some(Requirement {
            dimensions: Cow::Owned(dimensions?),
            severity: severity?,
        })
    }

    fn choice(&mut self, value: &Value, at: &str) -> Option<RuleChoice> {
        let known = ["rule", "severity", "since", "until"];
        let fields = self.object(value, at, &known, &["rule", "severity"])?;
        let rule = self.text(fields, at, "rule");
        let severity = self.word_in(fields, at, "severity");
        let since = self.day(fields, at, "since");
        let until = self.day(fields, at, "until");
        Some(RuleChoice {
            rule: Cow::Owned(rule?),
            severity: severity?,
            since: since?,
            until: until?,
        })
    }

    fn weights(&mut self, value: &Value) -> Option<Weights> {
        let names = ["total", "alternatives"];
        let fields = self.object(value, "/weights", &names, &names)?;
        let total = self.amount(fields, "/weights", "total");
        let alternatives = self.list(fields, "/weights", "alternatives", |reader, value, at| {
            reader.items(value, at, Reader::share).map(Cow::Owned)
        });
        Some(Weights {
            total: total?,
            alternatives: Cow::Owned(alternatives?),
        })
    }

    fn share(&mut self, value: &Value, at: &str) -> Option<Share> {
        let names = ["category", "weight"];
        let fields = self.object(value, at, &names, &names)?;
        let category = self.word_in(fields, at, "category");
        let weight = self.amount(fields, at, "weight");
        Some(Share {
            category: category?,
            weight: weight?,
        })
    }
}

/// The building blocks: objects, lists, texts and words.
impl Reader {
    fn object<'v>(
        &mut self,
        value: &'v Value,
        at: &str,
        known: &[&str],
        required: &[&str],
    ) -> Option<&'v Fields> {
        let Value::Object(fields) = value else {
            let shown = shown(at);
            self.say(
                at,
                format!("{shown}应为对象 {{ }}。请按方案的格式改写。"),
                format!(
                    "{shown} should be an object {{ }}. Write it as the format of profiles says."
                ),
            );
            return None;
        };
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            let (zh, en) = perhaps(name, known);
            self.say(
                &format!("{at}/{name}"),
                format!("{}中有未知的字段“{name}”{zh}。请改正或删去。", shown(at)),
                format!(
                    "{} has the unknown field “{name}”{en}. Correct or remove it.",
                    shown(at)
                ),
            );
        }
        for name in required.iter().filter(|name| !fields.contains_key(**name)) {
            self.say(
                at,
                format!("{}缺少字段“{name}”。请补上。", shown(at)),
                format!("{} lacks the field “{name}”. Add it.", shown(at)),
            );
        }
        Some(fields)
    }

    fn list<T>(
        &mut self,
        fields: &Fields,
        at: &str,
        name: &str,
        read: fn(&mut Reader, &Value, &str) -> Option<T>,
    ) -> Option<Vec<T>> {
        match fields.get(name) {
            Some(value) => self.items(value, &format!("{at}/{name}"), read),
            None => Some(Vec::new()),
        }
    }

    fn items<T>(
        &mut self,
        value: &Value,
        at: &str,
        read: fn(&mut Reader, &Value, &str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::Array(items) = value else {
            self.say(
                at,
                format!("{}应为列表 [ ]。请按方案的格式改写。", shown(at)),
                format!(
                    "{} should be a list [ ]. Write it as the format of profiles says.",
                    shown(at)
                ),
            );
            return None;
        };
        let items = items.iter().enumerate();
        let read: Vec<Option<T>> = items
            .map(|(index, item)| read(self, item, &format!("{at}/{index}")))
            .collect();
        read.into_iter().collect()
    }

    /// A text that is not blank. A field that is missing has been reported already.
    fn text(&mut self, fields: &Fields, at: &str, name: &str) -> Option<String> {
        let value = fields.get(name)?;
        match value.as_str().filter(|text| !text.trim().is_empty()) {
            Some(text) => Some(text.to_owned()),
            None => {
                let at = format!("{at}/{name}");
                self.say(
                    &at,
                    format!("{}应为一段文字，不能空着。请填写。", shown(&at)),
                    format!("{} should be a text and not blank. Fill it in.", shown(&at)),
                );
                None
            }
        }
    }

    fn word_in<T: for<'w> Deserialize<'w>>(
        &mut self,
        fields: &Fields,
        at: &str,
        name: &str,
    ) -> Option<T> {
        self.word(fields.get(name)?, &format!("{at}/{name}"))
    }

    /// One of the format's words, such as a dimension.
    fn word<T: for<'w> Deserialize<'w>>(&mut self, value: &Value, at: &str) -> Option<T> {
        let written = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let error = match T::deserialize(StrDeserializer::<serde_json::Error>::new(&written)) {
            Ok(word) if value.is_string() => return Some(word),
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        };
        // serde lists the words, each between backticks, behind the one that it refuses.
        let listed = error
            .split_once("expected")
            .map_or("", |(_, listed)| listed);
        let words: Vec<&str> = listed.split('`').skip(1).step_by(2).collect();
        let (zh, en) = perhaps(&written, &words);
        self.say(
            at,
            format!("{}的值“{written}”不在可选范围内{zh}。可以是：{}。", shown(at), words.join("、")),
            format!("{} has the value “{written}”, which is not one of those allowed{en}. It can be: {}.", shown(at), words.join(", ")),
        );
        None
    }

    fn amount(&mut self, fields: &Fields, at: &str, name: &str) -> Option<Amount> {
        let value = fields.get(name)?;
        let amount = value.as_str().and_then(Amount::parse);
        if amount.is_none() {
            let at = format!("{at}/{name}");
            self.say(
                &at,
                format!("{}应写成带引号的数字，如 \"20\"。", shown(&at)),
                format!(
                    "{} should be a number in quotes, such as \"20\".",
                    shown(&at)
                ),
            );
        }
        amount
    }

    fn day(&mut self, fields: &Fields, at: &str, name: &str) -> Option<Option<Cow<'static, str>>> {
        let Some(value) = fields.get(name) else {
            return Some(None);
        };
        if let Some(day) = value.as_str().filter(|day| date::is_day(day)) {
            return Some(Some(Cow::Owned(day.to_owned())));
        }
        let at = format!("{at}/{name}");
        let written = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        self.say(
            &at,
            format!(
                "{}的“{written}”不是日期。请写成如 2027-01-01 的形式。",
                shown(&at)
            ),
            format!(
                "{} is “{written}”, which is no date. Write it like 2027-01-01.",
                shown(&at)
            ),
        );
        None
    }
}

/// What a person calls a place of a profile.
pub(super) fn shown(at: &str) -> String {
    match at {
        "" => "方案（profile）".to_owned(),
        _ => at.trim_start_matches('/').to_owned(),
    }
}

/// The word that was probably meant, in both languages; nothing where none is near.
pub(super) fn perhaps(written: &str, known: &[&str]) -> (String, String) {
    let distances = known
        .iter()
        .map(|known| (strsim::osa_distance(written, known), *known));
    match distances.min() {
        Some((distance, known)) if distance > 0 && distance * 3 <= known.len() => (
            format!("，是否应为“{known}”"),
            format!(", perhaps meant as “{known}”"),
        ),
        _ => (String::new(), String::new()),
    }
}
