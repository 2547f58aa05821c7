//! What is said about parts of a document that have no place in a table.

use target_table::{Lang, limits};

use crate::grid::Address;

/// Something in the document that was not taken over as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where it stands.
    pub at: Address,
    /// Why it is reported.
    pub problem: Problem,
    /// Its words.
    pub text: String,
}

/// Why something is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Text that stands in no table.
    OutsideText,
    /// A table of another kind.
    OtherTable,
    /// A title without a table below it.
    TitleWithoutTable,
    /// What a title says beside the project's name.
    BesideTitle,
    /// A cell of the head whose label is not known.
    HeadCell,
    /// A field of the head that was given before.
    HeadRepeated,
    /// An amount that is no number with a unit of money.
    Amount,
    /// An amount without a unit, taken as 万元.
    AmountUnit,
    /// A column whose heading is not known.
    Column,
    /// A column of targets that names no period.
    Period,
    /// A period more than a table can have.
    PeriodBeyond,
    /// A row that fits neither the head nor the indicators.
    Row,
    /// A row in which some cells are merged, and it cannot be told which.
    Merge,
    /// A first level that is not known; the row was placed by its second level.
    Category,
}

impl Note {
    /// The note as one sentence.
    pub fn message(&self, lang: Lang) -> String {
        let words = shortened(&self.text);
        match lang {
            Lang::Zh => format!("{}：{}", self.at.text(lang), self.problem.zh(&words)),
            Lang::En => format!("{}: {}", self.at.text(lang), self.problem.en(&words)),
        }
    }
}

impl Problem {
    fn zh(self, words: &str) -> String {
        match self {
            Problem::OutsideText => format!("“{words}”不属于任何一张表，未导入。"),
            Problem::OtherTable => format!("这张表不是绩效目标表，未导入；首行是“{words}”。"),
            Problem::TitleWithoutTable => format!("标题“{words}”下面没有绩效目标表。"),
            Problem::BesideTitle => format!("标题里的“{words}”没有对应的栏目，未导入。"),
            Problem::HeadCell => format!("“{words}”不是认得的栏目，未导入。"),
            Problem::HeadRepeated => format!("这一栏前面已经填过，第二次的“{words}”未导入。"),
            Problem::Amount => {
                format!("金额“{words}”读不出数字和单位，未导入，请补填，如 330万元。")
            }
            Problem::AmountUnit => format!("金额“{words}”没有单位，已按万元导入，请核对。"),
            Problem::Column => format!("表头“{words}”不是认得的栏目，这一列未导入。"),
            Problem::Period => {
                format!("表头“{words}”没有写明是哪一期的目标值，请核对所归入的期别。")
            }
            Problem::PeriodBeyond => {
                format!(
                    "一张表最多有{}期，这一期未导入：“{words}”。",
                    limits::PERIODS
                )
            }
            Problem::Row => format!("这一行放不进表里，未导入：“{words}”。"),
            Problem::Merge => {
                format!(
                    "这一行有合并的格子，看不出合并了哪几列，已从左到右放入，请核对：“{words}”。"
                )
            }
            Problem::Category => {
                format!("没有认得的一级指标，已按二级指标归类，请核对：“{words}”。")
            }
        }
    }

    fn en(self, words: &str) -> String {
        match self {
            Problem::OutsideText => format!("“{words}” belongs to no table and was not imported."),
            Problem::OtherTable => {
                format!("this is no target table and was not imported; its first row is “{words}”.")
            }
            Problem::TitleWithoutTable => format!("no target table follows the title “{words}”."),
            Problem::BesideTitle => {
                format!("“{words}” in the title has no field of its own and was not imported.")
            }
            Problem::HeadCell => format!("“{words}” is not a known field and was not imported."),
            Problem::HeadRepeated => {
                format!("this field was given before; the second one, “{words}”, was not imported.")
            }
            Problem::Amount => format!(
                "the amount “{words}” is no number with a unit and was not imported; write it like 330万元."
            ),
            Problem::AmountUnit => {
                format!(
                    "the amount “{words}” has no unit and was taken as 万元; make sure that it is."
                )
            }
            Problem::Column => {
                format!("the heading “{words}” is not known; its column was not imported.")
            }
            Problem::Period => format!(
                "the heading “{words}” does not say which period its targets are for; check where they were put."
            ),
            Problem::PeriodBeyond => {
                format!(
                    "a table has at most {} periods; this one was not imported: “{words}”.",
                    limits::PERIODS
                )
            }
            Problem::Row => {
                format!("this row has no place in the table and was not imported: “{words}”.")
            }
            Problem::Merge => format!(
                "some cells of this row are merged and it cannot be told which; they were placed from the left, check them: “{words}”."
            ),
            Problem::Category => format!(
                "there is no known first level; the row was placed by its second level, check it: “{words}”."
            ),
        }
    }
}

/// The beginning of a long text, on one line.
fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.replace('\n', " ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => line.get(..end).unwrap_or_default().to_owned() + "…",
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_one_sentence() {
        let note = Note {
            at: Address::line(1),
            problem: Problem::OutsideText,
            text: "附件3".to_owned(),
        };
        assert_eq!(
            note.message(Lang::Zh),
            "文本第1行：“附件3”不属于任何一张表，未导入。"
        );
        assert_eq!(
            note.message(Lang::En),
            "line 1: “附件3” belongs to no table and was not imported."
        );
        assert_eq!(shortened(&"长".repeat(61)).chars().count(), 61);
    }
}
