//! The rules: one file each with its page beside it, one sorted list.
//!
//! A rule is data and a function. Its page gives its titles, its reasons and the examples that test it; the rule with
//! its page is complete, and nothing else need be opened to understand it. See `README.md` in this folder.

use serde::Serialize;

use crate::report::{Aspect, Lang, Severity};
use crate::sheet::Sheet;
use crate::sink::Sink;

mod comparison_without_number;
mod cost_target_lower_bound;
mod credit_code_check_digit;
mod date_after_period;
mod date_impossible;
mod dimension_missing;
mod dimension_outside_category;
mod earlier_above_later;
mod goal_missing;
mod goal_money_above_support;
mod head_field_missing;
mod indicator_duplicate;
mod indicator_without_name;
mod indicators_missing;
mod number_missing;
mod number_without_unit;
mod period_id_duplicate;
mod periods_out_of_order;
mod placeholder_left;
mod range_reversed;
mod ratio_above_hundred;
mod several_quantities_in_cell;
mod support_below_planned_cost;
mod target_malformed;
mod target_missing;
mod target_without_period;
mod timeliness_without_date;
mod unit_dimension_differs;
mod unit_does_not_fit_name;
mod unit_scale_differs;

mod structure;

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
    /// Looks at a table. The rules of the structure look at nothing: the schema validator speaks through them.
    pub(crate) check: fn(&Sheet<'_>, &mut Sink<'_>),
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
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Every rule, sorted by id.
pub const RULES: [Rule; 41] = [
    comparison_without_number::RULE,
    structure::CONTROL_CHARACTER,
    cost_target_lower_bound::RULE,
    credit_code_check_digit::RULE,
    date_after_period::RULE,
    date_impossible::RULE,
    dimension_missing::RULE,
    dimension_outside_category::RULE,
    earlier_above_later::RULE,
    structure::FIELD_MISSING,
    structure::FIELD_UNKNOWN,
    goal_missing::RULE,
    goal_money_above_support::RULE,
    head_field_missing::RULE,
    indicator_duplicate::RULE,
    indicator_without_name::RULE,
    indicators_missing::RULE,
    structure::JSON_DUPLICATE_KEY,
    structure::JSON_TOO_LARGE,
    structure::JSON_UNREADABLE,
    structure::LIST_LENGTH,
    number_missing::RULE,
    number_without_unit::RULE,
    period_id_duplicate::RULE,
    periods_out_of_order::RULE,
    placeholder_left::RULE,
    range_reversed::RULE,
    ratio_above_hundred::RULE,
    several_quantities_in_cell::RULE,
    support_below_planned_cost::RULE,
    target_malformed::RULE,
    target_missing::RULE,
    target_without_period::RULE,
    structure::TEXT_TOO_LONG,
    timeliness_without_date::RULE,
    unit_dimension_differs::RULE,
    unit_does_not_fit_name::RULE,
    unit_scale_differs::RULE,
    structure::VALUE_MALFORMED,
    structure::VALUE_NOT_ALLOWED,
    structure::VALUE_WRONG_TYPE,
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
        index += 1;
    }
    rules
}

/// The rule with this id.
pub fn find(id: &str) -> Option<Rule> {
    RULES.into_iter().find(|rule| rule.id == id)
}
