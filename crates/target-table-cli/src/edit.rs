//! A fix applied to a text of JSON: only the words in question change, the rest stays as somebody has laid it out.

use target_table::report::Operation;

use crate::place;
use crate::position::{Region, regions};

/// The text with a patch applied; none where the patch does not fit it.
pub fn apply(text: &str, patch: &[Operation]) -> Option<String> {
    let mut text = text.to_owned();
    for operation in patch {
        text = match operation {
            Operation::Replace { path, value } => replaced(&text, path, value)?,
            Operation::Add { path, value } => {
                replaced(&text, path, value).or_else(|| added(&text, path, value))?
            }
            Operation::Remove { path } => removed(&text, path)?,
        };
    }
    Some(text)
}

fn replaced(text: &str, path: &str, value: &str) -> Option<String> {
    let region = *regions(text).get(path)?;
    spliced(text, region.start, region.end, &json(value))
}

/// A new member behind the object's last one, laid out as that is.
fn added(text: &str, path: &str, value: &str) -> Option<String> {
    let (parent, name) = path.rsplit_once('/')?;
    let found = regions(text);
    let object = found.get(parent)?;
    if !text.get(object.start..)?.starts_with('{') {
        return None;
    }
    let name = json(&place::unescape(name));
    let members = found
        .iter()
        .filter(|(at, _)| at.rsplit_once('/').is_some_and(|(of, _)| of == parent));
    let Some((_, last)) = members.max_by_key(|(_, region)| region.start) else {
        return spliced(
            text,
            object.start + 1,
            object.start + 1,
            &format!("{name}: {}", json(value)),
        );
    };
    let before = text.get(..last.entry)?;
    let space = before.get(before.trim_end().len()..)?;
    let key = text.get(last.entry..last.start)?;
    let colon = key.get(key.rfind(':')?..)?;
    spliced(
        text,
        last.end,
        last.end,
        &format!(",{space}{name}{colon}{}", json(value)),
    )
}

/// The text without a member or an item, and without the comma that parted it from its neighbour.
fn removed(text: &str, path: &str) -> Option<String> {
    let Region { entry, end, .. } = *regions(text).get(path)?;
    let behind = text.get(end..)?;
    if let Some(rest) = behind.trim_start().strip_prefix(',') {
        let next = text.len() - rest.trim_start().len();
        return spliced(text, entry, next, "");
    }
    let before = text.get(..entry)?.trim_end();
    let start = before.strip_suffix(',').map_or(entry, str::len);
    spliced(text, start, end, "")
}

fn spliced(text: &str, start: usize, end: usize, new: &str) -> Option<String> {
    Some([text.get(..start)?, new, text.get(end..)?].concat())
}

fn json(value: &str) -> String {
    serde_json::Value::from(value).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operations(patch: &str) -> Vec<Operation> {
        serde_json::from_str(patch).unwrap()
    }

    #[test]
    fn the_layout_stays() {
        let text = "{\n  \"a\": \"1\",\n  \"b\": {\"甲/乙\":\"2\"},\n  \"c\": [\n    1,\n    2\n  ],\n  \"d\": {}\n}\n";
        for (patch, expected) in [
            (
                r#"[{"op":"replace","path":"/a","value":"新\"的"}]"#,
                text.replace("\"1\"", r#""新\"的""#),
            ),
            (
                r#"[{"op":"replace","path":"/b/甲~1乙","value":"3"}]"#,
                text.replace("\"2\"", "\"3\""),
            ),
            (
                r#"[{"op":"add","path":"/b/x","value":"3"}]"#,
                text.replace("\"2\"}", "\"2\",\"x\":\"3\"}"),
            ),
            (
                r#"[{"op":"add","path":"/a","value":"3"}]"#,
                text.replace("\"1\"", "\"3\""),
            ),
            (
                r#"[{"op":"add","path":"/e","value":"3"}]"#,
                text.replace("{}\n}", "{},\n  \"e\": \"3\"\n}"),
            ),
            (
                r#"[{"op":"add","path":"/d/x~0y","value":"3"}]"#,
                text.replace("{}", "{\"x~y\": \"3\"}"),
            ),
            (
                r#"[{"op":"remove","path":"/a"}]"#,
                text.replace("\"a\": \"1\",\n  ", ""),
            ),
            (
                r#"[{"op":"remove","path":"/d"}]"#,
                text.replace(",\n  \"d\": {}", ""),
            ),
            (
                r#"[{"op":"remove","path":"/c/1"},{"op":"remove","path":"/c/0"}]"#,
                text.replace("\n    1,\n    2\n  ", "\n    \n  "),
            ),
        ] {
            assert_eq!(
                apply(text, &operations(patch)).as_deref(),
                Some(expected.as_str()),
                "{patch}"
            );
            assert!(
                serde_json::from_str::<serde_json::Value>(&expected).is_ok(),
                "{expected}"
            );
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        for patch in [
            r#"[{"op":"replace","path":"/x","value":"1"}]"#,
            r#"[{"op":"remove","path":"/x"}]"#,
            r#"[{"op":"add","path":"/a/x","value":"1"}]"#,
            r#"[{"op":"add","path":"/x/y","value":"1"}]"#,
        ] {
            assert_eq!(apply("{\"a\": \"1\"}", &operations(patch)), None, "{patch}");
        }
    }
}
