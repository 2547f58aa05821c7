use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "head-field-missing",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "{field}还没有填写。请填写后再提交。",
        en: "{field} is not filled in yet. Fill it in before handing the table in.",
    },
    fix: Words::NONE,
    docs: include_str!("head_field_missing.md"),
    spoils: &[Part::Head, Part::Support],
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let table = sheet.table;
    let is_zero = |amount: crate::amount::Amount| amount.0.is_zero();
    let fields = [
        (
            table.project.name.trim().is_empty(),
            "/project/name",
            ("项目名称", "The project's name"),
        ),
        (
            table.applicant.name.trim().is_empty(),
            "/applicant/name",
            ("申报单位", "The applicant"),
        ),
        (
            table.support.amount.is_none_or(is_zero),
            "/support/amount",
            ("支持金额", "The amount of support"),
        ),
    ];
    for (is_missing, at, (zh, en)) in fields {
        if !is_missing {
            sink.held(|lang| (at.to_owned(), lang.either(zh, en).to_owned()));
        } else {
            sink.report(Remark::at(at.to_owned()).with("field", sink.either(zh, en)));
        }
    }
}
