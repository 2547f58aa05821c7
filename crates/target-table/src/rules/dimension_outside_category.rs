use super::{Rule, Words};
use crate::labels;
use crate::model::Dimension;
use crate::report::{Aspect, Operation, Severity};
use crate::sheet::Sheet;
use crate::sink::{Remark, Sink};

pub(crate) const RULE: Rule = Rule {
    id: "dimension-outside-category",
    aspect: Aspect::Relevance,
    severity: Severity::Warning,
    message: Words {
        zh: "“{dimension}”列在了“{category}”之下{home}。请调整一级指标或二级指标。",
        en: "“{dimension}” stands under “{category}”{home}. Change the first or the second level.",
    },
    fix: Words {
        zh: "移到“{target}”之下",
        en: "Move it under “{target}”",
    },
    docs: include_str!("dimension_outside_category.md"),
    check,
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    for row in &sheet.rows {
        let (category, dimension) = (row.indicator.category, row.indicator.dimension);
        if sheet.profile.allows(category, dimension) {
            continue;
        }
        let home = sheet.profile.home_of(dimension);
        let printed = row.indicator.dimension_label.as_deref();
        let mut params = vec![
            (
                "dimension",
                printed
                    .unwrap_or(labels::dimension(dimension, sink.lang))
                    .to_owned(),
            ),
            ("category", labels::category(category, sink.lang).to_owned()),
        ];
        let mut fix = Vec::new();
        match home {
            Some(home) => {
                let target = labels::category(home, sink.lang);
                let words = sink.either("，它应当列在“{}”之下", "; it belongs under “{}”");
                params.push(("home", words.replace("{}", target)));
                params.push(("target", target.to_owned()));
                fix.push(Operation::Replace {
                    path: row.at("category"),
                    value: home.word().to_owned(),
                });
            }
            None => {
                let words = sink.either(
                    "，它不在规定的二级指标之内",
                    ", and is none of the second levels that the form has",
                );
                params.push(("home", words.to_owned()));
            }
        }
        sink.report(Remark {
            at: match dimension {
                Dimension::Other => row.at("dimensionLabel"),
                _ => row.at("dimension"),
            },
            params,
            fix,
            ..Remark::default()
        });
    }
}
