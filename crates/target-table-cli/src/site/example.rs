//! An example of a rule's page. Applicants know tables, not JSON: what the form shows is drawn as a piece of the form,
//! and only an example about the JSON itself stays as it is.

use std::collections::BTreeSet;

use serde_json::Value;
use target_table::Lang;

use crate::formats::escaped;
use crate::place;

/// What the form shows.
const SHOWN: [&str; 6] = [
    "project",
    "applicant",
    "support",
    "periods",
    "indicators",
    "without",
];

/// The example with its caption.
pub fn html(info: &str, body: &str, lang: Lang) -> String {
    let has = |word: &str| info.split_whitespace().any(|found| found == word);
    let (class, caption) = match (has("bad"), has("fixed")) {
        (true, _) => ("bad", lang.either("有问题的写法", "With the defect")),
        (_, true) => ("fixed", lang.either("改后", "Mended")),
        _ => ("good", lang.either("合适的写法", "Sound")),
    };
    let piece = match has("raw") {
        true => None,
        false => drawn(body, lang),
    };
    let is_sound = body.trim() == "{}" && !has("raw");
    let whole = || {
        format!(
            "<p>{}</p>",
            lang.either("（一张完整的表）", "(a complete table)")
        )
    };
    let piece = piece.or_else(|| is_sound.then(whole)).unwrap_or_else(|| {
        // What scrolls must be reachable by keyboard and have a name.
        format!(
            "<pre tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><code>{}</code></pre>",
            escaped(body.trim_end())
        )
    });
    format!(
        "<figure class=\"example {class}\"><figcaption>{caption}</figcaption>{piece}</figure>\n"
    )
}

/// The piece of the form; none where the example has anything that the form does not show.
fn drawn(body: &str, lang: Lang) -> Option<String> {
    let value: Value = serde_json::from_str(body).ok()?;
    let fields = value.as_object()?;
    let is_shown = fields.keys().all(|name| SHOWN.contains(&name.as_str()));
    let rows = list(&value, "indicators");
    let is_table = rows
        .iter()
        .all(|row| row["targets"].is_object() && row["name"].is_string());
    if !is_shown || !is_table || fields.is_empty() {
        return None;
    }
    let mut html = String::new();
    let head = head(&value, lang);
    if !head.is_empty() {
        html.push_str("<dl>");
        for (label, text) in head {
            html.push_str(&format!(
                "<div><dt>{}</dt><dd>{}</dd></div>",
                escaped(&label),
                escaped(&text)
            ));
        }
        html.push_str("</dl>");
    }
    if !rows.is_empty() {
        html.push_str(&grid(&value, rows, lang));
    }
    Some(html).filter(|html| !html.is_empty())
}

fn list<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    value
        .get(field)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// The fields above the grid.
fn head(value: &Value, lang: Lang) -> Vec<(String, String)> {
    let text = |at: &str| {
        value
            .pointer(at)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let named = |at: &str| (place::of(value, at, lang).name, text(at));
    let mut head = vec![
        named("/project/name"),
        named("/applicant/name"),
        named("/applicant/creditCode"),
        (
            lang.either("支持金额", "Support").to_owned(),
            text("/support/amount") + &text("/support/unit"),
        ),
    ];
    for (index, period) in list(value, "periods").iter().enumerate() {
        let goal = match period["goal"].as_str() {
            None | Some("") => lang.either("（空白）", "(blank)").to_owned(),
            Some(goal) => goal.to_owned(),
        };
        head.push((
            place::of(value, &format!("/periods/{index}/goal"), lang).name,
            goal,
        ));
    }
    let without: Vec<String> = list(value, "without")
        .iter()
        .filter_map(Value::as_str)
        .map(|id| place::level("dimension", id, lang))
        .collect();
    head.push((
        lang.either("没有的指标", "Rows left out").to_owned(),
        without.join(lang.either("、", ", ")),
    ));
    head.retain(|(_, text)| !text.is_empty());
    head
}

fn grid(value: &Value, rows: &[Value], lang: Lang) -> String {
    let ids: BTreeSet<&str> = rows
        .iter()
        .filter_map(|row| row["targets"].as_object())
        .flat_map(|targets| targets.keys().map(String::as_str))
        .collect();
    // Earliest first, as in the form; what the example invents comes behind.
    let known = ["stage", "annual", "overall", "cycle"];
    let mut columns: Vec<&str> = known.into_iter().filter(|id| ids.contains(id)).collect();
    columns.extend(ids.into_iter().filter(|id| !known.contains(id)));
    let mut html = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table><thead><tr><th scope=\"col\">{1}</th><th scope=\"col\">{0}</th>",
        lang.either("指标", "Indicator"),
        lang.either("一级、二级指标", "Levels"),
    );
    for id in &columns {
        let at = format!("/indicators/0/targets/{}", place::step(id));
        html.push_str(&format!(
            "<th scope=\"col\">{}</th>",
            escaped(&place::in_row(value, &at, lang))
        ));
    }
    html.push_str("</tr></thead><tbody>");
    for (index, row) in rows.iter().enumerate() {
        let text = |field: &str| row[field].as_str().unwrap_or_default();
        let printed = text("dimensionLabel");
        let dimension = match text("dimension") {
            "other" if !printed.is_empty() => printed.to_owned(),
            id => place::level("dimension", id, lang),
        };
        let levels = format!(
            "{} › {dimension}",
            place::level("category", text("category"), lang)
        );
        html.push_str(&format!(
            "<tr><td>{}</td><th scope=\"row\">{}</th>",
            escaped(&levels),
            escaped(&name(value, row, index, lang))
        ));
        for id in &columns {
            let target = row["targets"].get(id).and_then(Value::as_str);
            let target = target.unwrap_or_default();
            html.push_str(&format!("<td>{}</td>", escaped(target)));
        }
        html.push_str("</tr>");
    }
    html + "</tbody></table></div>"
}

/// The item, the name with its unit, and the definition.
fn name(value: &Value, row: &Value, index: usize, lang: Lang) -> String {
    let text = |field: &str| row[field].as_str().unwrap_or_default();
    let group = match text("group") {
        "" => String::new(),
        group => format!("{group} › "),
    };
    let definition = match text("definition") {
        "" => String::new(),
        definition => format!("（{definition}）"),
    };
    group + &place::row_name(value, &index.to_string(), "", lang) + &definition
}
