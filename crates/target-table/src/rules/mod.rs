//! The rules: one file each, one sorted list.

use crate::report::{Aspect, Lang, Severity};

/// A rule as the catalogue lists it.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The id: kebab-case, names the defect, never reused.
    pub id: &'static str,
    /// The aspect of review.
    pub aspect: Aspect,
    /// How severe a finding is, unless the profile says otherwise.
    pub severity: Severity,
    /// The rule's page: Markdown with its titles, its reasons and its examples.
    pub docs: &'static str,
}

impl Rule {
    /// The rule's title.
    pub fn title(&self, _lang: Lang) -> &'static str {
        ""
    }

    /// The rule's page in one language, examples included, as Markdown.
    pub fn page(&self, _lang: Lang) -> String {
        self.docs.to_owned()
    }
}

/// Every rule, sorted by id.
pub const RULES: &[Rule] = &[];
