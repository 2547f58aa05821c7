//! The rules of the structure. They have no function of their own: `crate::structure` reports through them what the
//! JSON reader and the schema validator refuse.

use super::{InSchema, Part, Rule, Words};
use crate::report::{Aspect, Severity};

pub(crate) const JSON_DUPLICATE_KEY: Rule = rule(
    "json-duplicate-key",
    Words {
        zh: "第 {line} 行：字段“{field}”在同一处出现了两次，无法确定以哪一个为准。请删去其中一个。",
        en: "Line {line}: the field “{field}” stands twice in one place, so it is unclear which one counts. Remove one of them.",
    },
    Words::NONE,
    include_str!("json_duplicate_key.md"),
);

pub(crate) const JSON_TOO_LARGE: Rule = rule(
    "json-too-large",
    Words {
        zh: "文件有 {size} 字节，一张表最多 {limit} 字节。请确认打开的是一张绩效目标表，并删去多余内容。",
        en: "The file has {size} bytes; one table may have {limit}. Make sure that it is a performance target table, and remove what does not belong.",
    },
    Words::NONE,
    include_str!("json_too_large.md"),
);

pub(crate) const JSON_UNREADABLE: Rule = rule(
    "json-unreadable",
    Words {
        zh: "{place}{reason}。请用本工具重新保存，或改正后再试。",
        en: "{place}{reason}. Save the file again with this tool, or mend it and try again.",
    },
    Words::NONE,
    include_str!("json_unreadable.md"),
);

pub(crate) const FIELD_MISSING: Rule = rule(
    "field-missing",
    Words {
        zh: "{place}缺少字段“{field}”。请补上{advice}。",
        en: "{place} lacks the field “{field}”. Add it{advice}.",
    },
    Words::NONE,
    include_str!("field_missing.md"),
);

pub(crate) const FIELD_UNKNOWN: Rule = rule(
    "field-unknown",
    Words {
        zh: "{place}有未知字段“{field}”{nearest}。请改正字段名，或删去它。",
        en: "{place} has the unknown field “{field}”{nearest}. Correct the field's name, or remove it.",
    },
    Words {
        zh: "删去“{field}”",
        en: "Remove “{field}”",
    },
    include_str!("field_unknown.md"),
);

pub(crate) const VALUE_WRONG_TYPE: Rule = rule(
    "value-wrong-type",
    Words {
        zh: "{place}应为{expected}，现在是{actual}。请按格式改写。",
        en: "{place} should be {expected}, but it is {actual}. Write it as the format says.",
    },
    Words::NONE,
    include_str!("value_wrong_type.md"),
);

pub(crate) const VALUE_NOT_ALLOWED: Rule = rule(
    "value-not-allowed",
    Words {
        zh: "{place}的值“{value}”不在可选范围内。请从以下各项中选一项：{allowed}。",
        en: "{place} has the value “{value}”, which is not one of those allowed. Choose one of: {allowed}.",
    },
    Words::NONE,
    include_str!("value_not_allowed.md"),
);

pub(crate) const VALUE_MALFORMED: Rule = rule(
    "value-malformed",
    Words {
        zh: "{place}的值“{value}”写法不对。应写成{expected}。",
        en: "{place} has the value “{value}”, which is not well formed. Write {expected}.",
    },
    Words::NONE,
    include_str!("value_malformed.md"),
);

pub(crate) const TEXT_TOO_LONG: Rule = rule(
    "text-too-long",
    Words {
        zh: "{place}有 {length} 个字，最多 {limit} 个。请精简文字。",
        en: "{place} has {length} characters; {limit} are allowed. Shorten the text.",
    },
    Words::NONE,
    include_str!("text_too_long.md"),
);

pub(crate) const CONTROL_CHARACTER: Rule = rule(
    "control-character",
    Words {
        zh: "{place}含有看不见的控制字符（{code}）。请删去它，或重新输入这段文字。",
        en: "{place} holds an invisible control character ({code}). Remove it, or type the text again.",
    },
    Words {
        zh: "删去看不见的控制字符",
        en: "Remove the invisible control characters",
    },
    include_str!("control_character.md"),
);

pub(crate) const LIST_LENGTH: Rule = rule(
    "list-length",
    Words {
        zh: "{place}有 {length} 项，规定{limit}。请增减后再试。",
        en: "{place} has {length} entries; {limit} are allowed. Add or remove some and try again.",
    },
    Words::NONE,
    include_str!("list_length.md"),
);

const fn rule(id: &'static str, message: Words, fix: Words, docs: &'static str) -> Rule {
    Rule {
        id,
        aspect: Aspect::Structure,
        severity: Severity::Error,
        message,
        fix,
        docs,
        spoils: &[Part::Whole],
        in_schema: InSchema::Fully,
        ..Rule::BASE
    }
}
