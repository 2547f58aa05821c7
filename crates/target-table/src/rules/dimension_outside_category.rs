use super::{Rule, Words};
use crate::labels;
use crate::model::{Category, Dimension};
use crate::report::{Aspect, Operation, Severity};
use crate::sheet::{Row, Sheet};
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
    table: Some(check),
    ..Rule::BASE
};

fn check(sheet: &Sheet<'_>, sink: &mut Sink<'_>) {
    let mut rest = sheet.rows.as_slice();
    while let Some(row) = rest.first() {
        // Rows below each other share one printed cell, so they are one mistake.
        let same = |other: &&Row<'_>| level(other) == level(row);
        let length = rest.iter().take_while(same).count();
        let (run, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        rest = after;
        let (category, dimension, printed) = level(row);
        if sheet.head.profile.allows(category, dimension) {
            sink.held(|lang| {
                let (category, dimension) = (
                    labels::category(category, lang),
                    labels::dimension(dimension, lang),
                );
                (row.at("dimension"), format!("{category} › {dimension}"))
            });
            continue;
        }
        let field = match dimension {
            Dimension::Other => "dimensionLabel",
            _ => "dimension",
        };
        let shown = printed.unwrap_or(labels::dimension(dimension, sink.lang));
        let mut remark = Remark::at(row.at(field)).with("dimension", shown);
        remark = remark.with("category", labels::category(category, sink.lang));
        remark.relate(&mut run.iter().skip(1).map(|row| row.at(field)));
        if let Some(home) = sheet.head.profile.home_of(dimension) {
            let target = labels::category(home, sink.lang);
            let words = sink.either("，它应当列在“", "; it belongs under “");
            let end = sink.either("”之下", "”");
            remark = remark
                .with("home", &[words, target, end].concat())
                .with("target", target);
            remark.mend(|_| run.iter().map(|row| moved(row, home)).collect());
        } else {
            let words = sink.either(
                "，它不在规定的二级指标之内",
                ", and is none of the second levels that the form has",
            );
            remark = remark.with("home", words);
        }
        // Rows of other levels may be moved between these ones, and the mistake is still the same.
        remark.key = [
            category.word(),
            " ",
            dimension.word(),
            " ",
            printed.unwrap_or_default(),
        ]
        .concat();
        sink.report(remark);
    }
}

fn level<'t>(row: &Row<'t>) -> (Category, Dimension, Option<&'t str>) {
    let indicator = row.indicator;
    let printed = indicator.dimension_label.as_deref();
    (indicator.category, indicator.dimension, printed)
}

fn moved(row: &Row<'_>, home: Category) -> Operation {
    Operation::Replace {
        path: row.at("category"),
        value: home.word().to_owned(),
    }
}
