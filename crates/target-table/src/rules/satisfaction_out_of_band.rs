use rust_decimal::Decimal;

use super::vocabulary::{WordList, is_in, stated};
use super::{Part, Rule, Words};
use crate::model::Dimension;
use crate::reading::text::holds;
use crate::reading::{Comparator, Quantity};
use crate::report::{Aspect, Severity};
use crate::sheet::{Cell, Row};
use crate::sink::Sink;

pub(crate) const RULE: Rule = Rule {
    id: "satisfaction-out-of-band",
    aspect: Aspect::Feasibility,
    severity: Severity::Info,
    message: Words {
        zh: "满意度目标“{written}”{why}。请核对，或说明取值依据。",
        en: "The satisfaction target “{written}” {why}. Check it, or say what it is based on.",
    },
    fix: Words::NONE,
    docs: include_str!("satisfaction_out_of_band.md"),
    reads: &[Part::Level, Part::Name, Part::Target],
    row: Some(check),
    ..Rule::BASE
};

static SATISFACTION: WordList = WordList::new(&["满意度", "满意率"]);

fn check(row: &Row<'_>, sink: &mut Sink<'_>) {
    let Some(cell) = row.cells.last() else {
        return;
    };
    let is_satisfaction = row.indicator.dimension == Dimension::Satisfaction
        && SATISFACTION.are_in(&row.indicator.name)
        && !holds(&row.indicator.name, "不满意");
    let Some(item) = cell
        .reading
        .measured()
        .filter(|item| is_in(&item.value, "ratio"))
    else {
        return;
    };
    let is_upper = stated(&item.value).is_some_and(Comparator::is_upper);
    let Some(ratio) = item.value.quantity().and_then(Quantity::in_base) else {
        return;
    };
    let why = if ratio <= Decimal::new(1, 2) {
        (
            "不到1%，像是把百分数写成了小数",
            "is not even 1 %, as if a share had been written as a decimal",
        )
    } else if ratio < Decimal::new(8, 1) {
        ("偏低，通常不低于80%", "is low; it is usually at least 80 %")
    } else if ratio == Decimal::ONE {
        (
            "难以达到，通常在80%与100%之间",
            "is hard to reach; it usually lies between 80 % and 100 %",
        )
    } else {
        if is_satisfaction {
            sink.held(|_| cell.evidence());
        }
        return;
    };
    if is_satisfaction && !is_upper {
        let mut remark = row
            .remark(cell, item)
            .with("written", item.span.of(cell.text));
        remark = remark.with("why", sink.either(why.0, why.1));
        // The cells before it that say the same are one target with it.
        let same = row.cells.iter().filter(|other| other.text == cell.text);
        remark.relate(&mut same.map(Cell::at));
        sink.report(remark);
    }
}
