use super::{Rule, Words};
use crate::report::{Aspect, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "target-without-period",
    aspect: Aspect::Structure,
    severity: Severity::Error,
    message: Words {
        zh: "指标值“{target}”属于“{id}”，但表中没有这一期。请改正期的标识（现有：{ids}），或删去这个值。",
        en: "The target “{target}” belongs to “{id}”, but the table has no such period. Correct the period's id (there are: {ids}), or remove the target.",
    },
    fix: Words::NONE,
    docs: include_str!("target_without_period.md"),
    check,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let ids: Vec<&str> = sheet
        .table
        .periods
        .iter()
        .map(|period| period.id.as_str())
        .collect();
    for row in &sheet.rows {
        for (id, target) in &row.indicator.targets {
            let at = || format!("{}/{id}", row.at("targets"));
            if ids.contains(&id.as_str()) {
                sink.held(|_| (at(), id.clone()));
            } else {
                sink.report(Remark {
                    at: at(),
                    params: vec![
                        ("target", target.clone()),
                        ("id", id.clone()),
                        ("ids", ids.join(sink.either("、", ", "))),
                    ],
                    ..Remark::default()
                });
            }
        }
    }
}
