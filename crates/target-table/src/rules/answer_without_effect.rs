use super::{Rule, Words};
use crate::report::{Aspect, Severity};

/// It looks at no table: `crate::answers` reports through it once all other rules have spoken.
pub(crate) const RULE: Rule = Rule {
    id: "answer-without-effect",
    aspect: Aspect::Relevance,
    severity: Severity::Info,
    message: Words {
        zh: "第 {number} 条说明“{reason}”{why}。请删去这条说明。",
        en: "Answer {number}, “{reason}”, {why}. Remove it.",
    },
    fix: Words {
        zh: "删去这条说明",
        en: "Remove this answer",
    },
    docs: include_str!("answer_without_effect.md"),
    ..Rule::BASE
};
