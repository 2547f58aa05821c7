use rust_decimal::Decimal;

use super::{Part, Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "support-unit-doubtful",
    aspect: Aspect::Appropriateness,
    severity: Severity::Warning,
    message: Words {
        zh: "支持金额“{written}”{how}，金额单位可能选错。请核对金额和单位。",
        en: "The support of “{written}” is {how}; its unit may be wrong. Check the amount and the unit.",
    },
    fix: Words::NONE,
    docs: include_str!("support_unit_doubtful.md"),
    reads: &[Part::Support],
    mends: &[Part::Support],
    head: Some(check),
    ..Rule::BASE
};

/// Less than this in yuan is no project, and more is no single support.
const USUAL: [i64; 2] = [5_000, 10_000_000_000];

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let Some(support) = head.support() else {
        return;
    };
    let [low, high] = USUAL.map(Decimal::from);
    let (zh, en) = if support.yuan < low {
        ("过小", "very small")
    } else if support.yuan > high {
        ("过大", "very large")
    } else {
        sink.held(|_| ("/support/amount".to_owned(), support.words.clone()));
        return;
    };
    let remark = Remark::at("/support/amount".to_owned()).with("written", &support.words);
    sink.report(
        remark
            .with("how", sink.either(zh, en))
            .related("/support/unit".to_owned()),
    );
}
