use super::{Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Head;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "credit-code-check-digit",
    aspect: Aspect::Completeness,
    severity: Severity::Error,
    message: Words {
        zh: "统一社会信用代码“{code}”的校验位不符，其中至少有一位写错了。请对照证书改正。",
        en: "The unified social credit code “{code}” fails its check digit: at least one character is wrong. Compare it with the certificate.",
    },
    fix: Words::NONE,
    docs: include_str!("credit_code_check_digit.md"),
    head: Some(check),
    ..Rule::BASE
};

fn check(head: &Head<'_>, sink: &mut Sink<'_>) {
    let Some(code) = &head.applicant.credit_code else {
        return;
    };
    if check_digit_holds(code) {
        sink.held(|lang| {
            let words = lang.either("校验位相符", "the check digit holds");
            (
                "/applicant/creditCode".to_owned(),
                format!("{code}：{words}"),
            )
        });
    } else {
        sink.report(Remark::at("/applicant/creditCode".to_owned()).with("code", code));
    }
}

/// GB 32100: the values of the first 17 characters, weighted by the powers of 3 modulo 31, and the value of the last
/// one add up to a multiple of 31.
fn check_digit_holds(code: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut weight = 1;
    let mut sum = 0;
    for (index, c) in code.chars().enumerate() {
        let Some(value) = ALPHABET.find(c) else {
            return false;
        };
        sum += value * if index == 17 { 1 } else { weight };
        weight = weight * 3 % 31;
    }
    sum % 31 == 0
}
