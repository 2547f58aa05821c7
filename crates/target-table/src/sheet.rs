//! A table with every cell read once, as the rules see it.

use std::cell::OnceCell;
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::model::{Category, Dimension, Indicator, Period, Table};
use crate::profile::Profile;
use crate::reading::text::holds;
use crate::reading::units::{self, Unit};
use crate::reading::{
    Context, Item, Kind, Known, Mention, Moment, Reading, Value, read, read_goal, read_known,
};
use crate::rules::Subject;
use crate::sink::{Remark, period_field};

/// A table, its readings, and the profile it is checked by.
pub(crate) struct Sheet<'t> {
    pub table: &'t Table,
    pub profile: &'t Profile,
    pub rows: Vec<Row<'t>>,
    goals: OnceCell<Vec<Goal<'t>>>,
}

/// A period's goal with every number and time that it says.
pub(crate) struct Goal<'t> {
    /// Which of the periods it belongs to.
    pub index: usize,
    pub period: &'t Period,
    pub mentions: Vec<Mention>,
}

/// The support applied for.
pub(crate) struct Support {
    pub yuan: Decimal,
    /// As the table has it: `330万元`.
    pub words: String,
}

/// An indicator with its cells.
pub(crate) struct Row<'t> {
    pub index: usize,
    pub indicator: &'t Indicator,
    /// The unit from the name's bracket, where it is a known one.
    pub unit: Option<Unit>,
    /// One for each period, in the order of the periods.
    pub cells: Vec<Cell<'t>>,
    /// What the row is about, worked out when a goal's number is first held against it; shared by the sheets of a table
    /// and of its copies.
    pub subject: Rc<OnceCell<Subject>>,
}

/// One cell with its reading.
pub(crate) struct Cell<'t> {
    pub row: usize,
    pub period: &'t Period,
    pub text: &'t str,
    /// Shared by the cells that say the same, and by the sheets of a table and of its copies.
    pub reading: Rc<Reading>,
    /// Whether this cell repeats the text of the period before: a cell merged over several periods comes like this.
    pub repeats: bool,
}

impl<'t> Sheet<'t> {
    pub fn new(table: &'t Table, profile: &'t Profile) -> Self {
        let rows = table
            .indicators
            .iter()
            .enumerate()
            .map(|(index, indicator)| row(table, index, indicator))
            .collect();
        Sheet {
            table,
            profile,
            rows,
            goals: OnceCell::new(),
        }
    }

    /// The goals of the periods, read when a rule first asks for them.
    pub fn goals(&self) -> &[Goal<'t>] {
        self.goals.get_or_init(|| {
            let periods = self.table.periods.iter().enumerate();
            let read = |(index, period): (usize, &'t Period)| Goal {
                index,
                period,
                mentions: read_goal(&period.goal),
            };
            periods.map(read).collect()
        })
    }

    /// The sheet of a table that differs from this one's in a few places: what did not change is not read again.
    pub fn changed<'n>(&self, table: &'n Table) -> Sheet<'n>
    where
        't: 'n,
    {
        let same_periods = self.table.periods == table.periods;
        let known = |index: usize, indicator: &Indicator| {
            let row = self.rows.get(index).filter(|_| same_periods)?;
            let (one, other) = (row.indicator, indicator);
            let same = one.name == other.name
                && one.group == other.group
                && one.unit == other.unit
                && one.targets == other.targets;
            same.then_some(row)
        };
        let rows = table.indicators.iter().enumerate();
        let rows = rows.map(|(index, indicator)| match known(index, indicator) {
            Some(known) => known.again(table, indicator),
            None => row(table, index, indicator),
        });
        let goals = self.goals.get().filter(|_| same_periods).map(|goals| {
            let goals = goals.iter().zip(&table.periods);
            let again = |(goal, period): (&Goal<'t>, &'n Period)| Goal {
                index: goal.index,
                period,
                mentions: goal.mentions.clone(),
            };
            goals.map(again).collect::<Vec<Goal<'n>>>()
        });
        Sheet {
            table,
            profile: self.profile,
            rows: rows.collect(),
            goals: goals.map_or(OnceCell::new(), OnceCell::from),
        }
    }

    /// Whether no row has a name yet.
    pub fn has_no_indicators(&self) -> bool {
        let is_blank = |row: &Row<'_>| row.indicator.name.trim().is_empty();
        self.rows.iter().all(is_blank)
    }

    /// The support applied for, if the table says how much.
    pub fn support(&self) -> Option<Support> {
        let support = &self.table.support;
        let amount = support.amount.filter(|amount| !amount.0.is_zero())?;
        Some(Support {
            yuan: crate::exact::product(amount.0, support.unit.yuan())?,
            words: [&amount.0.to_string(), support.unit.name()].concat(),
        })
    }

    /// Whether a goal says that the money does not come from the support alone.
    pub fn names_other_funds(&self) -> bool {
        const OTHER_FUNDS: [&str; 6] = [
            "自筹",
            "配套",
            "其他资金",
            "其它资金",
            "社会资本",
            "自有资金",
        ];
        let goals = || self.table.periods.iter().map(|period| &period.goal);
        goals().any(|goal| OTHER_FUNDS.iter().any(|word| holds(goal, word)))
    }

    /// Visits whatever the cells say, row by row. A text that stands in several periods is visited once; its remark
    /// names the other cells as related (see [`Row::remark`]).
    pub fn each_item(&self, visit: &mut dyn FnMut(&Row<'t>, &Cell<'t>, &Item)) {
        for row in &self.rows {
            for cell in row.cells.iter().filter(|cell| !cell.repeats) {
                for item in &cell.reading.items {
                    visit(row, cell, item);
                }
            }
        }
    }
}

/// The end of a period: its date, or else what the bracket of its label says (`6月底前`, `2024年`).
pub(crate) fn end_of(period: &Period) -> Option<Moment> {
    let written = match &period.end {
        Some(date) => date.as_str(),
        None => period
            .label
            .rsplit_once(['（', '('])?
            .1
            .trim_end_matches(['）', ')']),
    };
    let reading = read(written, &Context::default());
    match reading.items.as_slice() {
        [item] => match &item.value {
            Value::Deadline(moment) => Some(*moment),
            Value::Period { to, .. } => Some(*to),
            _ => None,
        },
        _ => None,
    }
}

fn row<'t>(table: &'t Table, index: usize, indicator: &'t Indicator) -> Row<'t> {
    let unit = indicator.unit.as_deref();
    let known = Known::of(&Context {
        name: &indicator.name,
        unit,
    });
    let mut cells: Vec<Cell<'t>> = Vec::with_capacity(table.periods.len());
    for period in &table.periods {
        let text = indicator.targets.get(&period.id).map_or("", String::as_str);
        // The same words mean the same in every period.
        let before = cells.last().filter(|before| before.text == text);
        cells.push(Cell {
            row: index,
            period,
            text,
            repeats: before.is_some(),
            reading: match before {
                Some(before) => Rc::clone(&before.reading),
                None => Rc::new(read_known(text, &known)),
            },
        });
    }
    Row {
        index,
        indicator,
        unit: unit.and_then(units::find),
        cells,
        subject: Rc::default(),
    }
}

impl Goal<'_> {
    /// The JSON Pointer of the goal.
    pub fn at(&self) -> String {
        period_field(self.index, "goal")
    }

    /// What the goal says as evidence: its place and the words.
    pub fn evidence(&self, mention: &Mention) -> (String, String) {
        let words = mention.span.of(&self.period.goal);
        (self.at(), ["“", words, "”"].concat())
    }

    /// The beginning of a remark about something that the goal says, which it quotes as `written`.
    pub fn remark(&self, mention: &Mention) -> Remark {
        Remark {
            span: Some(mention.span.to_utf16(&self.period.goal)),
            ..Remark::at(self.at())
        }
        .with("written", mention.span.of(&self.period.goal))
    }
}

impl Row<'_> {
    /// The same row of another table, with the readings that it has.
    fn again<'n>(&self, table: &'n Table, indicator: &'n Indicator) -> Row<'n> {
        let cells = self.cells.iter().zip(&table.periods);
        let cells = cells.map(|(cell, period)| Cell {
            row: cell.row,
            period,
            text: indicator.targets.get(&period.id).map_or("", String::as_str),
            repeats: cell.repeats,
            reading: Rc::clone(&cell.reading),
        });
        Row {
            index: self.index,
            indicator,
            unit: self.unit.clone(),
            cells: cells.collect(),
            subject: Rc::clone(&self.subject),
        }
    }

    /// What the row's cells are read by.
    pub fn context(&self) -> Context<'_> {
        Context {
            name: &self.indicator.name,
            unit: self.indicator.unit.as_deref(),
        }
    }

    /// The row as evidence: its place and its name.
    pub fn evidence(&self) -> (String, String) {
        let name = self.indicator.name.replace('\n', " ");
        (self.at("name"), ["“", &name, "”"].concat())
    }

    /// The JSON Pointer of one of the row's fields.
    #[inline(never)]
    pub fn at(&self, field: &str) -> String {
        ["/indicators/", &self.index.to_string(), "/", field].concat()
    }

    /// The beginning of a remark about something that one of the row's cells says. The same text in the periods after
    /// it is one cause, so those cells are named as related.
    pub fn remark(&self, cell: &Cell<'_>, item: &Item) -> Remark {
        let echoes = self
            .cells
            .iter()
            .skip_while(|other| other.period.id != cell.period.id)
            .skip(1)
            .take_while(|other| other.repeats);
        let mut remark = Remark::at(cell.at());
        remark.span = Some(item.span.to_utf16(cell.text));
        remark.relate(&mut echoes.map(Cell::at));
        remark
    }

    /// The beginning of a remark about those of the row's cells that are `meant`: on the first of them, with the others as
    /// related. It names the row as `name` and quotes the cell as `written`.
    pub fn remark_on(&self, meant: &dyn Fn(&Cell<'_>) -> bool) -> Option<Remark> {
        let mut cells = self.cells.iter().filter(|cell| meant(cell));
        let first = cells.next()?;
        let mut remark = Remark::at(first.at()).with("name", &self.indicator.name);
        remark = remark.with("written", first.text.trim());
        remark.relate(&mut cells.map(Cell::at));
        Some(remark)
    }

    /// Whether the period after a cell's has the same text, or the period before it.
    pub fn is_echoed(&self, cell: &Cell<'_>) -> bool {
        let same = |other: &&Cell<'_>| other.text == cell.text;
        self.cells.iter().filter(same).count() > 1
    }

    /// Whether the indicator is about cost, in whichever place a profile puts it.
    pub fn is_cost(&self) -> bool {
        self.indicator.category == Category::Cost
            || matches!(
                self.indicator.dimension,
                Dimension::Cost
                    | Dimension::EconomicCost
                    | Dimension::SocialCost
                    | Dimension::EcologicalCost
            )
    }
}

impl Cell<'_> {
    /// Whether a target stands in the cell, rather than nothing or a dash.
    pub fn has_target(&self) -> bool {
        !matches!(self.reading.kind, Kind::Blank | Kind::NotApplicable)
    }

    /// Whether the cell has a mistake of its own, so that nothing more can be concluded from it.
    pub fn is_broken(&self) -> bool {
        self.reading.items.iter().any(|item| {
            matches!(
                item.value,
                Value::Placeholder { .. } | Value::Malformed { .. }
            )
        })
    }

    /// The cell as evidence: its place, and what it says for which period.
    pub fn evidence(&self) -> (String, String) {
        let text = self.text.replace('\n', " ");
        (self.at(), format!("{}“{text}”", self.period.label))
    }

    /// The JSON Pointer of the cell.
    #[inline(never)]
    pub fn at(&self) -> String {
        let row = self.row.to_string();
        ["/indicators/", &row, "/targets/", &self.period.id].concat()
    }
}
