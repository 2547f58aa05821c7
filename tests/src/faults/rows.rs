//! Faults of rows: their names, their levels, and which of them there are.

use target_table::model::{Category, Dimension, Indicator};

use super::{Fault, fault, place};
use crate::mutants::pick;

pub(super) const FAULTS: &[Fault] = &[
    fault(
        "a row has no name",
        &["indicator-without-name"],
        |table, random| {
            let name = place::one_of(&["", " "], random);
            place::row(table, random, |_| true)?.name = name;
            Some(())
        },
    ),
    fault(
        "a row stands there twice",
        &["indicator-duplicate"],
        |table, random| {
            let at = place::row_index(table, random, |_| true)?;
            let row = table.indicators[at].clone();
            table.indicators.insert(at + 1, row);
            Some(())
        },
    ),
    fault(
        "a row stands there twice, its number changed",
        &["indicator-duplicate"],
        |table, random| {
            let last = place::last(table)?;
            let at = place::row_index(table, random, |row| place::counts(row, &last))?;
            let mut row = table.indicators[at].clone();
            place::renumber(&mut row, &last, |number| {
                number + rust_decimal::Decimal::ONE
            })?;
            table.indicators.insert(at + 1, row);
            Some(())
        },
    ),
    fault(
        "a row stands there again under another second level",
        &["indicator-duplicate"],
        |table, random| {
            let at = place::row_index(table, random, |row| row.dimension == Dimension::Quantity)?;
            let mut row = table.indicators[at].clone();
            (row.category, row.dimension) = (Category::Benefit, Dimension::Social);
            table.indicators.push(row);
            Some(())
        },
    ),
    fault(
        "a row is moved under another first level",
        &["dimension-outside-category"],
        |table, random| {
            let row = place::row(table, random, |_| true)?;
            row.category = match row.category {
                Category::Output | Category::Cost => Category::Benefit,
                Category::Benefit | Category::Satisfaction => Category::Output,
            };
            Some(())
        },
    ),
    fault(
        "a benefit stands under satisfaction",
        &["dimension-outside-category"],
        |table, random| {
            place::row(table, random, |row| row.category == Category::Benefit)?.category =
                Category::Satisfaction;
            Some(())
        },
    ),
    fault(
        "a second level of somebody's own",
        &["dimension-outside-category"],
        |table, random| {
            let label = place::one_of(&["创新性指标", "管理指标", "过程指标"], random);
            let row = place::row(table, random, |row| row.dimension == Dimension::Quantity)?;
            row.dimension = Dimension::Other;
            row.dimension_label = Some(label);
            Some(())
        },
    ),
    fault(
        "the rows of a second level are gone",
        &["dimension-missing"],
        |table, random| {
            let gone = pick(
                &[
                    Dimension::Quantity,
                    Dimension::Quality,
                    Dimension::Satisfaction,
                ],
                random,
            );
            table.indicators.retain(|row| row.dimension != gone);
            Some(())
        },
    ),
    fault(
        "all benefits are gone",
        &["dimension-missing"],
        |table, _| {
            table
                .indicators
                .retain(|row| row.category != Category::Benefit);
            Some(())
        },
    ),
    fault("no row is left", &["indicators-missing"], |table, _| {
        table.indicators.clear();
        Some(())
    }),
    fault(
        "all rows are empty",
        &["indicators-missing", "indicator-without-name"],
        |table, _| {
            for row in &mut table.indicators {
                row.name.clear();
                row.targets.clear();
            }
            Some(())
        },
    ),
    fault(
        "a row is named after its second level",
        &["name-only-level"],
        |table, random| {
            let row = place::row(table, random, |row| {
                LEVELS.iter().any(|(level, _)| *level == row.dimension)
            })?;
            let (_, name) = LEVELS.iter().find(|(level, _)| *level == row.dimension)?;
            row.name = (*name).to_owned();
            Some(())
        },
    ),
    fault(
        "a name holds its target",
        &["name-contains-value"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| place::is_share(row, &last))?;
            row.name.push_str(row.targets.get(&last)?);
            Some(())
        },
    ),
    fault(
        "a name holds another target",
        &["name-contains-value"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| place::is_share(row, &last))?;
            row.name.push_str("≥72%");
            Some(())
        },
    ),
    fault(
        "a name holds its count",
        &["name-contains-value"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::counts(row, &last) && row.unit.is_some()
            })?;
            let unit = row.unit.as_deref()?;
            let target = place::without_bound(row.targets.get(&last)?);
            let number = target.strip_suffix(unit).unwrap_or(target);
            row.name = [&row.name, number, unit].concat();
            Some(())
        },
    ),
    fault(
        "a name joins two rates",
        &["name-joins-measures"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.name.ends_with('率') && place::is_share(row, &last)
            })?;
            row.name.push_str(&place::one_of(
                &["和资料归档率", "及整改完成率", "、群众知晓率"],
                random,
            ));
            Some(())
        },
    ),
    fault(
        "money that is spent stands as an output",
        &["input-as-result"],
        |table, random| {
            let last = place::last(table)?;
            let like = table
                .indicators
                .iter()
                .find(|row| row.dimension == Dimension::Quantity)?;
            let name = place::one_of(
                &["项目经费投入", "财政资金支出金额", "安排专项经费"],
                random,
            );
            let mut row = place::new_row(like, &name, Some("万元"));
            row.targets.clear();
            place::write(&mut row, &last, "≥120万元");
            table.indicators.insert(0, row);
            Some(())
        },
    ),
    fault(
        "a cost is moved to the outputs",
        &["input-as-result", "dimension-outside-category"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_cost(row) && row.name.ends_with("支出") && place::is_money(row, &last)
            })?;
            (row.category, row.dimension) = (Category::Output, Dimension::Quantity);
            Some(())
        },
    ),
    fault(
        "a rate stands under quantity",
        &["measure-in-other-dimension"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Quality
                    && place::is_share(row, &last)
                    && ends_like_a_rate(row)
            })?;
            row.dimension = Dimension::Quantity;
            Some(())
        },
    ),
    fault(
        "a count stands under quality",
        &["measure-in-other-dimension"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Quantity && place::counts(row, &last)
            })?;
            row.dimension = Dimension::Quality;
            Some(())
        },
    ),
    fault(
        "an activity is counted as a social benefit",
        &["measure-in-other-dimension"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Quantity
                    && ["培训", "讲座", "宣讲"]
                        .iter()
                        .any(|word| row.name.contains(word))
                    && place::counts(row, &last)
                    && row
                        .unit
                        .as_deref()
                        .is_some_and(|unit| ["场", "期", "次"].contains(&unit))
            })?;
            (row.category, row.dimension) = (Category::Benefit, Dimension::Social);
            Some(())
        },
    ),
    fault(
        "satisfaction stands as a social benefit",
        &["measure-in-other-dimension"],
        |table, random| {
            let row = place::row(table, random, |row| row.name.ends_with("满意度"))?;
            (row.category, row.dimension) = (Category::Benefit, Dimension::Social);
            Some(())
        },
    ),
    fault(
        "a name is as long as a paragraph",
        &["text-too-long-for-platform"],
        |table, random| {
            let row = place::row(table, random, |_| true)?;
            row.name = format!(
                "按照上级部门关于进一步做好本项目组织实施工作的有关要求并结合本单位年度重点任务安排和实际工作进展情况所确定并经集体研究同意的{}",
                row.name
            );
            Some(())
        },
    ),
    fault(
        "a target is kept under a period that is none",
        &["target-without-period"],
        |table, random| {
            let id = place::one_of(&["annual2024", "y", "half-year"], random);
            let target = place::one_of(&["10", "≥90%", "已完成"], random);
            place::write(place::row(table, random, |_| true)?, &id, target);
            Some(())
        },
    ),
    fault(
        "a period's id is misspelled in a row",
        &["target-without-period", "target-missing"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| row.targets.contains_key(&last))?;
            let target = row.targets.remove(&last)?;
            place::write(row, &format!("{last}s"), target);
            Some(())
        },
    ),
];

const LEVELS: [(Dimension, &str); 7] = [
    (Dimension::Quantity, "数量指标"),
    (Dimension::Quality, "质量指标"),
    (Dimension::Timeliness, "时效指标"),
    (Dimension::Cost, "成本指标"),
    (Dimension::Economic, "经济效益"),
    (Dimension::Social, "社会效益指标"),
    (Dimension::Sustainable, "可持续影响"),
];

/// Whether a row has a rate that says nothing of how much was done.
fn ends_like_a_rate(row: &Indicator) -> bool {
    let is_of_quantity = ["完成率", "覆盖率"]
        .iter()
        .any(|end| row.name.ends_with(end));
    let ends = ["率", "占比", "比例"];
    !is_of_quantity && ends.iter().any(|word| row.name.ends_with(word))
}
