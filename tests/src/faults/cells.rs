//! Faults of what a cell says where a number, a date or a standard should stand.

use target_table::model::{Dimension, PeriodKind};
use target_table::reading::{Context, Value, read};

use super::{Fault, fault, place};

pub(super) const FAULTS: &[Fault] = &[
    fault("a target is empty", &["target-missing"], |table, random| {
        let last = place::last(table)?;
        let row = place::row(table, random, |row| row.targets.contains_key(&last))?;
        row.targets.remove(&last).map(drop)
    }),
    fault(
        "a target is only spaces",
        &["target-missing"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| row.targets.contains_key(&last))?;
            place::write(row, &last, "  ");
            Some(())
        },
    ),
    fault(
        "a placeholder is left",
        &["placeholder-left"],
        |table, random| {
            let last = place::last(table)?;
            let text = place::one_of(
                &[
                    "待定",
                    "≥**%",
                    "XX",
                    "≥XX%",
                    "××",
                    "待填",
                    "≥__万元",
                    "xx万元",
                ],
                random,
            );
            place::write(place::row(table, random, |_| true)?, &last, text);
            Some(())
        },
    ),
    fault(
        "a number is deleted between sign and unit",
        &["number-missing"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::is_share(row, &last) || place::is_money(row, &last)
            })?;
            let cell = row.targets.get_mut(&last)?;
            *cell = cell.replace(|c: char| c.is_ascii_digit() || c == '.' || c == ',', "");
            Some(())
        },
    ),
    fault(
        "a target repeats its name",
        &["target-repeats-name"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |_| true)?;
            let text = row.name.clone();
            place::write(row, &last, text);
            Some(())
        },
    ),
    fault(
        "a target is only vague words",
        &["vague-target"],
        |table, random| {
            let text = place::one_of(
                &[
                    "有效提升",
                    "明显改善",
                    "显著提高",
                    "效果明显",
                    "不断增强",
                    "持续改善",
                    "进一步提升",
                ],
                random,
            );
            let row = place::row(table, random, |row| {
                !matches!(
                    row.dimension,
                    Dimension::Satisfaction | Dimension::Timeliness
                )
            })?;
            place::write_all(row, &text);
            Some(())
        },
    ),
    fault(
        "satisfaction is only words",
        &["satisfaction-without-number"],
        |table, random| {
            let text = place::one_of(&["满意", "较高", "基本满意", "良好"], random);
            place::write_all(
                place::row(table, random, |row| {
                    row.dimension == Dimension::Satisfaction
                })?,
                &text,
            );
            Some(())
        },
    ),
    fault(
        "a comparison without a number",
        &["comparison-without-number"],
        |table, random| {
            let last = place::last(table)?;
            let text = place::one_of(
                &["高于上年", "高于全省平均水平", "较上年有所增长", "高于同期"],
                random,
            );
            let row = place::row(table, random, |row| {
                place::is_share(row, &last) && row.dimension != Dimension::Satisfaction
            })?;
            place::write(row, &last, text);
            Some(())
        },
    ),
    fault(
        "a year stands where a number should",
        &["year-as-target"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                matches!(
                    row.dimension,
                    Dimension::Quantity | Dimension::Quality | Dimension::Social
                ) && place::quantity(row, &last).is_some()
            })?;
            place::write(row, &last, place::one_of(&["2025年", "2026年"], random));
            Some(())
        },
    ),
    fault(
        "a number that is none",
        &["target-malformed", "number-missing"],
        |table, random| {
            let last = place::last(table)?;
            let text = place::one_of(
                &["1.2.3", "5e3", "100+20", "3×12", "≥不超过30", "1,23,4"],
                random,
            );
            place::write(
                place::row(table, random, |row| place::counts(row, &last))?,
                &last,
                text,
            );
            Some(())
        },
    ),
    fault(
        "half of a unit is missing",
        &["target-malformed"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| place::is_money(row, &last))?;
            row.unit = None;
            place::write(row, &last, place::one_of(&["28.40/株", "300/亩"], random));
            Some(())
        },
    ),
    fault(
        "a range runs downwards",
        &["range-reversed"],
        |table, random| {
            let last = place::last(table)?;
            let text = place::one_of(&["20-10", "95%-90%", "30～20"], random);
            place::write(
                place::row(table, random, |row| place::quantity(row, &last).is_some())?,
                &last,
                text,
            );
            Some(())
        },
    ),
    fault(
        "two quantities in one cell",
        &["several-quantities-in-cell"],
        |table, random| {
            let last = place::last(table)?;
            let row = place::row(table, random, |row| {
                place::counts(row, &last) && row.dimension != Dimension::Timeliness
            })?;
            let unit = row.unit.clone()?;
            let cell = row.targets.get_mut(&last)?;
            if !cell.ends_with(&unit) {
                cell.push_str(&unit);
            }
            cell.push_str(&place::one_of(
                &["，覆盖群众1200人次", "、印发资料300册", "，合格率95%"],
                random,
            ));
            Some(())
        },
    ),
    fault(
        "a time is missing from a timeliness target",
        &["timeliness-without-date"],
        |table, random| {
            let text = place::one_of(&["按时完成", "及时完成", "及时", "按计划推进"], random);
            place::write_all(
                place::row(table, random, |row| row.dimension == Dimension::Timeliness)?,
                &text,
            );
            Some(())
        },
    ),
    fault(
        "a date lies behind its period",
        &["date-after-period"],
        |table, random| {
            let stage = table.periods.iter().find(|period| {
                period.kind == PeriodKind::Stage && period.label.contains("6月底前")
            })?;
            let id = stage.id.clone();
            let text = place::one_of(
                &["9月底前完成", "12月底前完成", "10月前完成", "第四季度完成"],
                random,
            );
            place::write(
                place::row(table, random, |row| row.dimension == Dimension::Timeliness)?,
                &id,
                text,
            );
            Some(())
        },
    ),
    fault(
        "a date's year is too late",
        &["date-after-period"],
        |table, random| {
            let id = year_of_2025(table)?;
            place::write(
                place::row(table, random, |row| row.dimension == Dimension::Timeliness)?,
                &id,
                "2027年3月底前完成",
            );
            Some(())
        },
    ),
    fault(
        "a date's year is that of the form before",
        &["date-before-period"],
        |table, random| {
            let id = year_of_2025(table)?;
            let row = place::row(table, random, |row| {
                row.dimension == Dimension::Timeliness && is_date(row, &id)
            })?;
            let cell = row.targets.get_mut(&id)?;
            *cell = match cell.contains("2025年") {
                true => cell.replace("2025年", "2024年"),
                false => format!("2024年{cell}"),
            };
            Some(())
        },
    ),
    fault(
        "a target is as long as a paragraph",
        &["text-too-long-for-platform"],
        |table, random| {
            let row = place::row(table, random, |row| row.dimension == Dimension::Timeliness)?;
            let long = "，并按照有关规定做好项目立项、招标采购、合同签订、组织实施、检查验收、资料归档、绩效自评和信息公开等各环节的工作，确保各项任务按照时间节点全面落实到位";
            row.targets.values_mut().last()?.push_str(long);
            Some(())
        },
    ),
];

/// The id of a stage or year that its label puts into 2025.
fn year_of_2025(table: &target_table::model::Table) -> Option<String> {
    let is_of_2025 = |period: &&target_table::model::Period| {
        matches!(period.kind, PeriodKind::Stage | PeriodKind::Annual)
            && period.label.contains("2025年")
    };
    Some(table.periods.iter().find(is_of_2025)?.id.clone())
}

fn is_date(row: &target_table::model::Indicator, period: &str) -> bool {
    let text = row.targets.get(period).map_or("", String::as_str);
    let items = read(text, &Context::default()).items;
    items
        .iter()
        .any(|item| matches!(&item.value, Value::Deadline(moment) if moment.limit))
}
