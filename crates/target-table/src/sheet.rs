//! A table with every cell read once, as the rules see it.

use std::cell::OnceCell;
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::model::{self, Applicant, Category, Dimension, Indicator, Period, Project, Table};
use crate::profile::Profile;
use crate::reading::text::one_of;
use crate::reading::units::{self, Unit};
use crate::reading::{
    Context, Item, Kind, Known, Mention, Moment, Reading, Value, read, read_goal, read_known,
};
use crate::rules::{Subject, WordList, name_mark};
use crate::sink::{Remark, period_field};

/// A table, its readings, and the profile it is checked by.
pub(crate) struct Sheet<'t> {
    pub head: Rc<Head<'t>>,
    pub rows: Vec<Row<'t>>,
}

/// All of a table but its rows.
pub(crate) struct Head<'t> {
    pub project: &'t Project,
    pub applicant: &'t Applicant,
    pub periods: &'t [Period],
    pub profile: &'t Profile,
    support: &'t model::Support,
    /// What the goals say, and when the periods end: read when a rule first asks for them.
    mentions: OnceCell<Vec<Vec<Mention>>>,
    ends: OnceCell<Vec<Option<Moment>>>,
    names_other_funds: OnceCell<bool>,
}

/// A period's goal with every number and time that it says.
#[derive(Clone, Copy)]
pub(crate) struct Goal<'h> {
    /// Which of the periods it belongs to.
    pub index: usize,
    pub period: &'h Period,
    pub mentions: &'h [Mention],
}

/// The support applied for.
pub(crate) struct Support {
    pub yuan: Decimal,
    /// As the table has it: `330万元`.
    pub words: String,
}

/// An indicator with its cells. What is costly to work out is shared by the copies of a row.
#[derive(Clone)]
pub(crate) struct Row<'t> {
    pub head: Rc<Head<'t>>,
    pub index: usize,
    pub indicator: &'t Indicator,
    /// The unit from the name's bracket, where it is a known one.
    pub unit: Option<Rc<Unit>>,
    /// One for each period, in the order of the periods.
    pub cells: Rc<[Cell<'t>]>,
    /// Tells most names apart without a look at them; see [`name_mark`].
    pub name_mark: u32,
    /// What the row is about, worked out when a goal's number is first held against it.
    pub subject: Rc<OnceCell<Subject>>,
}

/// One cell with its reading.
pub(crate) struct Cell<'t> {
    pub row: usize,
    /// Which of the periods it belongs to.
    pub column: usize,
    pub period: &'t Period,
    pub text: &'t str,
    /// Shared by the cells that say the same.
    pub reading: Rc<Reading>,
    /// Whether this cell repeats the text of the period before: a cell merged over several periods comes like this.
    pub repeats: bool,
}

impl<'t> Sheet<'t> {
    pub fn new(table: &'t Table, profile: &'t Profile) -> Self {
        let head = Rc::new(Head {
            project: &table.project,
            applicant: &table.applicant,
            periods: &table.periods,
            profile,
            support: &table.support,
            mentions: OnceCell::new(),
            ends: OnceCell::new(),
            names_other_funds: OnceCell::new(),
        });
        let rows = table.indicators.iter().enumerate();
        let rows = rows.map(|(index, indicator)| Row::new(&head, index, indicator));
        Sheet {
            rows: rows.collect(),
            head,
        }
    }

    /// The sheet with other indicators in some of its rows. All other rows are shared with this one.
    pub fn with<'n>(&self, indicators: &'n [(usize, Indicator)]) -> Sheet<'n>
    where
        't: 'n,
    {
        let head: Rc<Head<'n>> = Rc::clone(&self.head);
        let mut rows: Vec<Row<'n>> = self.rows.clone();
        for (index, indicator) in indicators {
            if let Some(row) = rows.get_mut(*index) {
                *row = row.with(indicator);
            }
        }
        Sheet { head, rows }
    }

    /// Whether no row has a name yet.
    pub fn has_no_indicators(&self) -> bool {
        let is_blank = |row: &Row<'_>| row.indicator.name.trim().is_empty();
        self.rows.iter().all(is_blank)
    }
}

impl<'t> Head<'t> {
    /// The goals of the periods.
    #[inline(never)]
    pub fn goals(&self) -> Vec<Goal<'_>> {
        let read = |period: &Period| read_goal(&period.goal);
        let mentions = self
            .mentions
            .get_or_init(|| self.periods.iter().map(read).collect());
        let goals = self.periods.iter().zip(mentions).enumerate();
        goals
            .map(|(index, (period, mentions))| Goal {
                index,
                period,
                mentions,
            })
            .collect()
    }

    /// The end of a period: its date, or else what the bracket of its label says (`6月底前`, `2024年`).
    pub fn end_of(&self, period: usize) -> Option<Moment> {
        let ends = || self.periods.iter().map(end_of).collect();
        *self.ends.get_or_init(ends).get(period)?
    }

    /// The support applied for, if the table says how much.
    pub fn support(&self) -> Option<Support> {
        let amount = self.amount()?;
        Some(Support {
            yuan: crate::exact::product(amount, self.support.unit.yuan())?,
            words: [&amount.to_string(), self.support.unit.name()].concat(),
        })
    }

    /// The amount of the support in its own unit, unless that is nothing.
    pub fn amount(&self) -> Option<Decimal> {
        let amount = self.support.amount.map(|amount| amount.0);
        amount.filter(|amount| !amount.is_zero())
    }

    /// Whether a goal says that the money does not come from the support alone.
    pub fn names_other_funds(&self) -> bool {
        let names = |period: &Period| OTHER_FUNDS.are_in(&period.goal);
        let any = || self.periods.iter().any(names);
        *self.names_other_funds.get_or_init(any)
    }
}

static OTHER_FUNDS: WordList = WordList::new(&[
    "自筹",
    "配套",
    "其他资金",
    "其它资金",
    "社会资本",
    "自有资金",
]);

fn end_of(period: &Period) -> Option<Moment> {
    let written = match &period.end {
        Some(date) => date.as_str(),
        None => period
            .label
            .rsplit_once(['（', '('])?
            .1
            .trim_end_matches(one_of("）)")),
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

impl<'h> Goal<'h> {
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

impl<'t> Row<'t> {
    fn new(head: &Rc<Head<'t>>, index: usize, indicator: &'t Indicator) -> Self {
        let unit = indicator.unit.as_deref();
        let known = Known::of(&Context {
            name: &indicator.name,
            unit,
        });
        let mut cells: Vec<Cell<'t>> = Vec::with_capacity(head.periods.len());
        for (column, period) in head.periods.iter().enumerate() {
            let text = indicator.targets.get(&period.id).map_or("", String::as_str);
            // The same words mean the same in every period.
            let before = cells.last().filter(|before| before.text == text);
            cells.push(Cell {
                row: index,
                column,
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
            head: Rc::clone(head),
            index,
            indicator,
            unit: unit.and_then(units::find).map(Rc::new),
            cells: cells.into(),
            name_mark: name_mark(&indicator.name),
            subject: Rc::default(),
        }
    }

    /// The row with another indicator, which is read again only where its words are others.
    fn with<'n>(&self, indicator: &'n Indicator) -> Row<'n>
    where
        't: 'n,
    {
        let (one, other) = (self.indicator, indicator);
        let same_words = one.name == other.name
            && one.group == other.group
            && one.unit == other.unit
            && one.targets == other.targets;
        if same_words {
            let row: Row<'n> = self.clone();
            Row { indicator, ..row }
        } else {
            let head: Rc<Head<'n>> = Rc::clone(&self.head);
            Row::new(&head, self.index, indicator)
        }
    }

    /// Visits whatever the cells say. A text that stands in several periods is visited once; its remark names the other
    /// cells as related (see [`Row::remark`]).
    pub fn each_item(&self, visit: &mut dyn FnMut(&Cell<'t>, &Item)) {
        for cell in self.cells.iter().filter(|cell| !cell.repeats) {
            for item in &cell.reading.items {
                visit(cell, item);
            }
        }
    }

    /// Whether a unit stands behind the name, known or not.
    #[inline(never)]
    pub fn has_unit(&self) -> bool {
        let unit = self.indicator.unit.as_deref();
        unit.is_some_and(|unit| !unit.trim().is_empty())
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

    /// Whether a period after a cell's has the same text.
    pub fn is_echoed(&self, cell: &Cell<'_>) -> bool {
        let mut later = self.cells.iter().skip(cell.column + 1);
        later.any(|later| later.text == cell.text)
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

    /// Whether an item is all that the cell says.
    #[inline(never)]
    pub fn is_only(&self, item: &Item) -> bool {
        item.span.of(self.text).trim().len() == self.text.trim().len()
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
