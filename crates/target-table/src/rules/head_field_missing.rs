use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
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
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let fields = [
        (
            head.project.name.trim().is_empty(),
            "/project/name",
            ("项目名称", "The project's name"),
        ),
        (
            head.applicant.name.trim().is_empty(),
            "/applicant/name",
            ("申报单位", "The applicant"),
        ),
        (
            head.amount().is_none(),
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
