//! The official table: the head with the goals, then the grid, with the notes below each row.
//!
//! No cell spans rows: a merged cell is drawn by leaving out the lines between its parts, for Chromium breaks pages badly
//! around cells that span rows, and so the notes can stand below the row that they are about.

use std::io::{self, Write};

use serde_json::Value;
use target_table::Lang;

use super::super::markup::escaped;
use super::super::text;
use super::layout::{Level, entries, has_group, same_cell};
use super::notes::Notes;
use super::theirs;
use crate::place;

/// The most characters of a unit that does not break.
const SHORT_UNIT: usize = 6;

/// Writes the table with its notes.
pub fn write(table: &Value, notes: &Notes<'_>, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    basics(table, notes, lang, out)?;
    let indicators = entries(table, "indicators");
    if indicators.is_empty() {
        return Ok(());
    }
    let grid = Grid {
        periods: entries(table, "periods"),
        has_groups: indicators.iter().any(has_group),
        indicators,
        notes,
        lang,
    };
    grid.write(out)
}

fn basics(table: &Value, notes: &Notes<'_>, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let label = lang.either("基本情况与目标", "Applicant and goals");
    writeln!(out, r#"<table class="basics" aria-label="{label}"><tbody>"#)?;
    let applicant = notes.text(text(table, "/applicant/name"), "/applicant/name");
    let code = notes.text(
        text(table, "/applicant/creditCode"),
        "/applicant/creditCode",
    );
    let applicant = match code.is_empty() {
        true => applicant,
        false => format!(r#"{applicant}<span class="aside">{code}</span>"#),
    };
    let support = notes.text(text(table, "/support/amount"), "/support/amount")
        + &notes.text(text(table, "/support/unit"), "/support/unit");
    for (label, html, at) in [
        (
            lang.either("申报单位", "Applicant"),
            applicant,
            "/applicant",
        ),
        (lang.either("支持金额", "Support"), support, "/support"),
    ] {
        write!(out, r#"<tr><th scope="row">{label}</th><td>{html}"#)?;
        notes.list(&notes.below(at), "inside", out)?;
        writeln!(out, "</td></tr>")?;
    }
    // The goals stand latest first, as in the official form, whose columns stand earliest first.
    let theirs = theirs(lang);
    for (index, period) in entries(table, "periods").iter().enumerate().rev() {
        let at = format!("/periods/{index}");
        let label = notes.text(text(period, "/label"), &format!("{at}/label"));
        let goal = notes.text(text(period, "/goal"), &format!("{at}/goal"));
        write!(
            out,
            r#"<tr><th scope="row"{theirs}>{label}</th><td><span class="long"{theirs}>{goal}</span>"#
        )?;
        notes.list(&notes.below(&at), "inside", out)?;
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</tbody></table>")
}

struct Grid<'t> {
    periods: &'t [Value],
    indicators: &'t [Value],
    has_groups: bool,
    notes: &'t Notes<'t>,
    lang: Lang,
}

impl Grid<'_> {
    fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let lang = self.lang;
        let label = lang.either("绩效指标", "Performance indicators");
        let groups = if self.has_groups { " groups" } else { "" };
        let periods = self.periods.len();
        writeln!(
            out,
            r#"<table class="grid periods-{periods}{groups}" aria-label="{label}"><colgroup><col class="category"/><col class="dimension"/>{}<col class="name"/>{}</colgroup>"#,
            if self.has_groups {
                r#"<col class="group"/>"#
            } else {
                ""
            },
            r#"<col class="target"/>"#.repeat(periods),
        )?;
        write!(
            out,
            r#"<thead><tr><th scope="col" colspan="2">{}</th><th scope="col" colspan="{}">{}</th>"#,
            lang.either("目标", "Target"),
            if self.has_groups { 2 } else { 1 },
            lang.either("指标内容及口径", "Indicator and definition"),
        )?;
        for period in self.periods {
            write!(
                out,
                r#"<th scope="col"{}>{}</th>"#,
                theirs(lang),
                escaped(text(period, "/label"))
            )?;
        }
        writeln!(out, "</tr></thead><tbody>")?;
        for index in 0..self.indicators.len() {
            self.row(index, out)?;
        }
        writeln!(out, "</tbody></table>")
    }

    /// How many columns a row's name has: one without a group takes the group's column as well.
    fn name_columns(&self, indicator: &Value) -> usize {
        if self.has_groups && !has_group(indicator) {
            2
        } else {
            1
        }
    }

    fn row(&self, index: usize, out: &mut impl Write) -> io::Result<()> {
        let Some(indicator) = self.indicators.get(index) else {
            return Ok(());
        };
        let at = format!("/indicators/{index}");
        let found = self.notes.below(&at);
        let noted = if found.is_empty() {
            ""
        } else {
            r#" class="noted""#
        };
        write!(out, "<tr{noted}>")?;
        for level in levels(indicator) {
            self.level(index, *level, &found, out)?;
        }
        let columns = self.name_columns(indicator);
        let theirs = theirs(self.lang);
        write!(
            out,
            r#"<th scope="row" class="name" colspan="{columns}"{theirs}>{}</th>"#,
            self.name(indicator, &at)
        )?;
        for period in self.periods {
            let id = text(period, "/id");
            let target = text(indicator, &format!("/targets/{}", place::step(id)));
            let at = format!("{at}/targets/{}", place::step(id));
            let html = self.notes.text(target, &at);
            let reading = match self.notes.reading(&at) {
                Some(words) => format!(r#"<span class="reading">{}</span>"#, escaped(&words)),
                None => String::new(),
            };
            write!(
                out,
                r#"<td class="target"{theirs}><span class="label">{}</span><span class="long">{html}</span>{reading}</td>"#,
                escaped(text(period, "/label"))
            )?;
        }
        writeln!(out, "</tr>")?;
        self.notes_of(index, indicator, &found, out)
    }

    /// The name with its unit and its definition in brackets.
    fn name(&self, indicator: &Value, at: &str) -> String {
        let part = |field: &str| {
            self.notes.text(
                text(indicator, &format!("/{field}")),
                &format!("{at}/{field}"),
            )
        };
        let bracket = |html: String| match html.is_empty() {
            true => html,
            false => format!("（{html}）"),
        };
        let mut unit = bracket(part("unit"));
        // A number behind a short unit stays beside it.
        if (1..=SHORT_UNIT).contains(&text(indicator, "/unit").chars().count()) {
            unit = format!(r#"<span class="unit">{unit}</span>"#);
        }
        let weight = match part("weight") {
            html if html.is_empty() => html,
            html => {
                let label = self.lang.either("权重 ", "Weight ");
                format!(r#"<span class="aside">{label}{html}</span>"#)
            }
        };
        part("name") + &unit + &bracket(part("definition")) + &weight
    }

    /// The notes of a row, below it, beside the merged cells that go on.
    fn notes_of(
        &self,
        index: usize,
        indicator: &Value,
        found: &[usize],
        out: &mut impl Write,
    ) -> io::Result<()> {
        if found.is_empty() {
            return Ok(());
        }
        write!(out, r#"<tr class="below">"#)?;
        for level in levels(indicator) {
            let open = if self.goes_on(index, *level) {
                " open"
            } else {
                ""
            };
            write!(out, r#"<td class="{}{open}"></td>"#, level.class())?;
        }
        let columns = self.name_columns(indicator) + self.periods.len();
        write!(out, r#"<td class="found" colspan="{columns}">"#)?;
        self.notes.list(found, "inside", out)?;
        writeln!(out, "</td></tr>")
    }

    /// The cell of a level. Where it goes on from above its words are there for those who cannot see the lines.
    fn level(
        &self,
        index: usize,
        level: Level,
        found: &[usize],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let Some(indicator) = self.indicators.get(index) else {
            return Ok(());
        };
        let (field, words) = self.words(indicator, level);
        let html = self
            .notes
            .text(&words, &format!("/indicators/{index}/{field}"));
        let above = index
            .checked_sub(1)
            .and_then(|above| self.indicators.get(above));
        let open = match !found.is_empty() || self.goes_on(index, level) {
            true => " open",
            false => "",
        };
        let class = level.class();
        // A number that leads to a note is always seen.
        if same_cell(above, Some(indicator), level) && html == escaped(&words) {
            return write!(
                out,
                r#"<td class="{class} again{open}"><span class="unseen">{html}</span></td>"#
            );
        }
        write!(out, r#"<th scope="row" class="{class}{open}">{html}</th>"#)
    }

    /// The field of a level, and what is printed there.
    fn words(&self, indicator: &Value, level: Level) -> (&'static str, String) {
        let printed = text(indicator, "/dimensionLabel");
        match level {
            Level::Category => (
                "category",
                place::level("category", text(indicator, "/category"), self.lang),
            ),
            Level::Dimension => match text(indicator, "/dimension") {
                "other" if !printed.is_empty() => ("dimensionLabel", printed.to_owned()),
                id => ("dimension", place::level("dimension", id, self.lang)),
            },
            Level::Group => ("group", text(indicator, "/group").to_owned()),
        }
    }

    /// Whether the merged cell goes on in the next row.
    fn goes_on(&self, index: usize, level: Level) -> bool {
        same_cell(
            self.indicators.get(index),
            self.indicators.get(index + 1),
            level,
        )
    }
}

/// The levels that a row has a cell for.
fn levels(indicator: &Value) -> &'static [Level] {
    match has_group(indicator) {
        true => &[Level::Category, Level::Dimension, Level::Group],
        false => &[Level::Category, Level::Dimension],
    }
}
