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
    table: Some(check),
    looks_at_levels: false,
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let periods = sheet.head.periods.iter();
    let ids: Vec<&str> = periods.map(|period| period.id.as_str()).collect();
    // Where two periods share an id, what is left over belongs to the one that has lost its own.
    let is_shared = |(index, id): (usize, &&str)| ids.iter().take(index).any(|other| other == id);
    let is_explained = ids.iter().enumerate().any(is_shared);
    let mut found: Vec<(&str, Remark)> = Vec::new();
    for row in &sheet.rows {
        for (id, target) in &row.indicator.targets {
            let at = || format!("{}/{id}", row.at("targets"));
            if ids.contains(&id.as_str()) {
                sink.held(|_| (at(), id.clone()));
                continue;
            }
            // One wrong id is one mistake, in however many rows.
            match found.iter_mut().find(|(other, _)| other == id) {
                Some((_, remark)) => remark.related.push(at()),
                None => {
                    let remark = Remark::at(at()).with("target", target).with("id", id);
                    let ids = ids.join(sink.either("、", ", "));
                    found.push((id, remark.with("ids", &ids)));
                }
            }
        }
    }
    for (_, remark) in found {
        if !is_explained {
            sink.report(remark);
        }
    }
}
