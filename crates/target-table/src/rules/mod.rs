//! The rules: one file each with its page beside it, one sorted list.
//!
//! A rule is data and a function. Its page gives its titles, its reasons and the examples that test it; the rule with
//! its page is complete, and nothing else need be opened to understand it. See `README.md` in this folder.

use schemars::JsonSchema;
use serde::Serialize;

use crate::report::{Aspect, Lang, Severity};
use crate::sheet::{Head, Row, Sheet};
use crate::sink::Sink;

mod answer_without_effect;
mod approximate_target;
mod comparison_without_number;
mod cost_target_lower_bound;
mod credit_code_check_digit;
mod date_after_period;
mod date_before_period;
mod date_impossible;
mod definition_repeated;
mod dimension_missing;
mod dimension_outside_category;
mod direction_contradicts_name;
mod earlier_above_later;
mod full_rate_lower_bound;
mod goal_date_after_period;
mod goal_funds_do_not_add_up;
mod goal_missing;
mod goal_money_above_support;
mod goal_number_differs;
mod goal_number_without_indicator;
mod goal_unit_differs;
mod goal_without_number;
mod goals_identical;
mod head_field_missing;
mod indicator_duplicate;
mod indicator_without_name;
mod indicators_generic;
mod indicators_missing;
mod input_as_result;
mod measure_in_other_dimension;
mod name_contains_value;
mod name_joins_measures;
mod name_only_level;
mod number_form;
mod number_in_most_cells;
mod number_missing;
mod number_without_unit;
mod percent_sign_missing;
mod period_id_duplicate;
mod period_kind_not_in_form;
mod periods_out_of_order;
mod placeholder_left;
mod range_reversed;
mod ratio_above_hundred;
mod satisfaction_out_of_band;
mod satisfaction_without_number;
mod several_quantities_in_cell;
mod support_below_planned_cost;
mod support_unit_doubtful;
mod target_malformed;
mod target_missing;
mod target_repeats_name;
mod target_without_period;
mod targets_same_in_all_periods;
mod text_too_long_for_platform;
mod timeliness_without_date;
mod title_differs;
mod unit_dimension_differs;
mod unit_does_not_fit_name;
mod unit_not_standard;
mod unit_scale_differs;
mod vague_target;
mod weight_missing;
mod weights_do_not_add_up;
mod year_as_target;

mod structure;

mod subject;
mod vocabulary;

pub(crate) use subject::Subject;
pub(crate) use vocabulary::{WordList, name_mark};

/// A rule as the catalogue lists it.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The id: kebab-case, names the defect, never reused.
    pub id: &'static str,
    /// The aspect of review.
    pub aspect: Aspect,
    /// How severe a finding is, unless the rule or the profile says otherwise.
    pub severity: Severity,
    /// What a finding says; `{name}` stands for a parameter.
    pub message: Words,
    /// What the rule's fix is called; empty where it has none.
    pub fix: Words,
    /// The rule's page: Markdown with its titles, its reasons and its examples.
    pub docs: &'static str,
    /// What it draws its conclusions from and takes to be sound. Where another rule has spoken that `spoils` one of
    /// these parts in the same place, this rule's finding is blocked: one cause is one finding.
    pub reads: &'static [Part],
    /// What cannot be relied on where this rule has spoken. No rule may spoil, over any number of others, what it reads
    /// itself; a test holds the list to that.
    pub spoils: &'static [Part],
    /// Which parts of the places that a finding names can be changed to mend it; none means its own place.
    pub mends: &'static [Part],
    /// The day from which the rule applies, as `2026-11-01`.
    pub since: &'static str,
    /// The last day on which the rule applies, where it has one.
    pub until: Option<&'static str>,
    /// The document that the rule comes from; without one, the aspect of review stands for it.
    pub basis: Option<Basis>,
    /// How much of the rule plain JSON Schema can catch.
    pub in_schema: InSchema,
    /// Looks at the head of the table, at nothing below it.
    pub(crate) head: Option<fn(&Head<'_>, &mut Sink<'_>)>,
    /// Looks at one row after the other. What it says of one depends on no other row, and when a fix is tried it is
    /// asked again only about the rows that the fix changes.
    pub(crate) row: Option<fn(&Row<'_>, &mut Sink<'_>)>,
    /// Looks at the whole table; then it needs neither of the others. The rules of the structure look at nothing: the
    /// schema validator speaks through them.
    pub(crate) table: Option<fn(&Sheet<'_>, &mut Sink<'_>)>,
    /// Whether what it says of the whole table may depend on the levels under which the rows stand. Where it does not, it
    /// is not asked again when a fix is tried that only moves rows to another level.
    pub(crate) looks_at_levels: bool,
}

impl Rule {
    /// What most rules have in common; a rule writes only what is its own.
    pub(crate) const BASE: Rule = Rule {
        id: "",
        aspect: Aspect::Structure,
        severity: Severity::Warning,
        message: Words::NONE,
        fix: Words::NONE,
        docs: "",
        reads: &[],
        spoils: &[],
        mends: &[],
        since: "2026-11-01",
        until: None,
        basis: None,
        in_schema: InSchema::No,
        head: None,
        row: None,
        table: None,
        looks_at_levels: true,
    };
}

/// A part of a table, as far as rules depend on each other through it. The first group belongs to the table, the second
/// to a period, the third to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The project's name and code, and the applicant's.
    Head,
    /// The amount of support with its unit.
    Support,
    /// Which indicators there are at all.
    Rows,
    /// A whole row, period or field of the head. Only the structure spoils it, and every other rule reads it.
    Whole,

    /// A period's id, kind and label.
    Period,
    /// A period's end: its date, or what its label says.
    End,
    /// A period's goal.
    Goal,

    /// An indicator's first and second level.
    Level,
    /// An indicator's name and the item that it belongs to.
    Name,
    /// An indicator's unit.
    Unit,
    /// An indicator's weight.
    Weight,
    /// The text of a single cell.
    Target,
}

/// How much of a rule plain JSON Schema can catch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum InSchema {
    /// 全部。 All of it.
    Fully,
    /// 部分。 Some of it.
    Partly,
    /// 无。 Nothing.
    No,
}

/// The document that a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// Its title.
    pub title: Words,
    /// Its number, as it is quoted: `财预〔2015〕88号`.
    pub number: &'static str,
}

/// The same words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    /// No words, for a rule without a fix.
    pub const NONE: Words = Words { zh: "", en: "" };

    /// The words in one language.
    pub fn get(self, lang: Lang) -> &'static str {
        lang.either(self.zh, self.en)
    }
}

/// Every rule, sorted by id.
pub static RULES: [Rule; 76] = [
    answer_without_effect::RULE,
    approximate_target::RULE,
    comparison_without_number::RULE,
    structure::CONTROL_CHARACTER,
    cost_target_lower_bound::RULE,
    credit_code_check_digit::RULE,
    date_after_period::RULE,
    date_before_period::RULE,
    date_impossible::RULE,
    definition_repeated::RULE,
    dimension_missing::RULE,
    dimension_outside_category::RULE,
    direction_contradicts_name::RULE,
    earlier_above_later::RULE,
    structure::FIELD_MISSING,
    structure::FIELD_UNKNOWN,
    full_rate_lower_bound::RULE,
    goal_date_after_period::RULE,
    goal_funds_do_not_add_up::RULE,
    goal_missing::RULE,
    goal_money_above_support::RULE,
    goal_number_differs::RULE,
    goal_number_without_indicator::RULE,
    goal_unit_differs::RULE,
    goal_without_number::RULE,
    goals_identical::RULE,
    head_field_missing::RULE,
    indicator_duplicate::RULE,
    indicator_without_name::RULE,
    indicators_generic::RULE,
    indicators_missing::RULE,
    input_as_result::RULE,
    structure::JSON_DUPLICATE_KEY,
    structure::JSON_TOO_LARGE,
    structure::JSON_UNREADABLE,
    structure::LIST_LENGTH,
    measure_in_other_dimension::RULE,
    name_contains_value::RULE,
    name_joins_measures::RULE,
    name_only_level::RULE,
    number_form::RULE,
    number_in_most_cells::RULE,
    number_missing::RULE,
    number_without_unit::RULE,
    percent_sign_missing::RULE,
    period_id_duplicate::RULE,
    period_kind_not_in_form::RULE,
    periods_out_of_order::RULE,
    placeholder_left::RULE,
    range_reversed::RULE,
    ratio_above_hundred::RULE,
    satisfaction_out_of_band::RULE,
    satisfaction_without_number::RULE,
    several_quantities_in_cell::RULE,
    support_below_planned_cost::RULE,
    support_unit_doubtful::RULE,
    target_malformed::RULE,
    target_missing::RULE,
    target_repeats_name::RULE,
    target_without_period::RULE,
    targets_same_in_all_periods::RULE,
    structure::TEXT_TOO_LONG,
    text_too_long_for_platform::RULE,
    timeliness_without_date::RULE,
    title_differs::RULE,
    unit_dimension_differs::RULE,
    unit_does_not_fit_name::RULE,
    unit_not_standard::RULE,
    unit_scale_differs::RULE,
    vague_target::RULE,
    structure::VALUE_MALFORMED,
    structure::VALUE_NOT_ALLOWED,
    structure::VALUE_WRONG_TYPE,
    weight_missing::RULE,
    weights_do_not_add_up::RULE,
    year_as_target::RULE,
];

/// The rules as the check uses them. Their pages would weigh 30 KB in wasm, where nobody reads them from the engine;
/// what no static refers to, the linker leaves out.
pub(crate) static WITHOUT_PAGES: [Rule; RULES.len()] = without_pages();

#[expect(
    clippy::indexing_slicing,
    reason = "runs at compile time only, where iterators do not"
)]
const fn without_pages() -> [Rule; RULES.len()] {
    let mut rules = RULES;
    let mut index = 0;
    while index < rules.len() {
        rules[index].docs = "";
        if !cfg!(feature = "full") {
            rules[index].message.en = "";
            rules[index].fix = Words::NONE;
            // The first module decides; what only remarks comes with the complete one.
            if matches!(rules[index].severity, Severity::Info) {
                rules[index].message = Words::NONE;
                rules[index].head = None;
                rules[index].row = None;
                rules[index].table = None;
            }
            rules[index].mends = &[];
        }
        index += 1;
    }
    rules
}

/// The rule with this id.
pub fn find(id: &str) -> Option<Rule> {
    RULES.into_iter().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_spoils_what_it_reads_itself() {
        let reads =
            |rule: &Rule, parts: &[Part]| rule.reads.iter().any(|part| parts.contains(part));
        for rule in &RULES {
            // Every rule that can be reached from what this one spoils.
            let mut reached: Vec<&Rule> = RULES
                .iter()
                .filter(|other| reads(other, rule.spoils))
                .collect();
            let mut next = 0;
            while let Some(one) = reached.get(next).copied() {
                assert_ne!(one.id, rule.id, "it blocks itself over others");
                let more = RULES.iter().filter(|other| reads(other, one.spoils));
                let more: Vec<&Rule> = more
                    .filter(|other| reached.iter().all(|known| known.id != other.id))
                    .collect();
                reached.extend(more);
                next += 1;
            }
        }
    }

    #[test]
    fn a_rule_that_looks_at_the_whole_table_looks_at_it_once() {
        for rule in &RULES {
            let looks_at_parts = rule.head.is_some() || rule.row.is_some();
            assert!(rule.table.is_none() || !looks_at_parts, "{}", rule.id);
        }
    }

    #[test]
    fn what_looks_at_no_levels_says_the_same_under_any() {
        use crate::model::{Category, Dimension, Table};
        let sound: serde_json::Value = serde_json::from_str(include_str!("sound.json")).unwrap();
        let pages = RULES.iter().flat_map(|rule| rule.examples());
        let texts = pages.map(|example| example.table());
        let texts = texts.chain([sound.to_string()]);
        let mut said = 0;
        for table in texts.filter_map(|text| Table::from_json(&text).ok()) {
            let before = findings_without_levels(&table);
            said += before.len();
            for row in 0..table.indicators.len() {
                for (category, dimension) in [
                    (Category::Cost, Dimension::EcologicalCost),
                    (Category::Output, Dimension::Quantity),
                    (Category::Satisfaction, Dimension::Satisfaction),
                ] {
                    let mut moved = table.clone();
                    moved.indicators[row].category = category;
                    moved.indicators[row].dimension = dimension;
                    assert_eq!(findings_without_levels(&moved), before);
                }
            }
        }
        assert!(said > 10, "only {said} findings were compared");
    }

    /// What the rules say of a whole table that look at no levels: each rule's id with the places and the words.
    fn findings_without_levels(table: &crate::Table) -> Vec<(&'static str, String, String)> {
        let options = crate::Options::default();
        let sheet = Sheet::new(table, &options.profile);
        let mut sink = Sink::new(&options);
        sink.run_rules(&sheet);
        let found = sink.found().into_iter();
        let found = found.filter(|found| found.rule.table.is_some() && !found.rule.looks_at_levels);
        let words = |found: crate::sink::Found| {
            let finding = found.finding;
            (found.rule.id, finding.at, finding.message)
        };
        found.map(words).collect()
    }

    #[test]
    fn only_the_structure_spoils_whole_entries() {
        for rule in &RULES {
            let spoils_whole = rule.spoils.contains(&Part::Whole);
            assert!(
                !spoils_whole || rule.aspect == Aspect::Structure,
                "{}",
                rule.id
            );
            assert!(
                !rule.reads.contains(&Part::Whole),
                "{}: every rule reads it",
                rule.id
            );
        }
    }
}
