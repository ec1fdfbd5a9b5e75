//! A resolution through the years: its tallies, who left and who joined the yes votes, who moved most.

mod facts;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::analysis::series::{Gap, SeriesIndex, Turnover, support, turnovers};
use crate::record::{MemberSet, Record, RollCallId, RollCallSet, fold};

use super::list::{self, RollCallRow};
use super::movement::ranking;
use super::{Answer, Block, Cell, Column, Table};
use crate::answer::Window;

use self::facts::{facts, reasons};

/// What stands in a year without a roll call.
const NO_VOTE: &str = "no recorded vote";

/// The roll calls of a series, oldest first.
#[derive(Clone, Debug)]
pub struct Series<'r> {
    record: &'r Record,
    rows: Vec<Return<'r>>,
    window: Window,
    whole: Vec<RollCallId>,
    undecided: Vec<RollCallId>,
    facts: Vec<(&'static str, String)>,
    reasons: Vec<(String, String)>,
}

/// A roll call of the series.
#[derive(Clone, Debug)]
struct Return<'r> {
    row: RollCallRow<'r>,
    turnover: Turnover,
    before: Option<RollCallId>,
}

impl<'r> Series<'r> {
    /// The series of `id`, those of its roll calls that `set` holds: the window, chosen by `asked`.
    pub fn new(record: &'r Record, index: &SeriesIndex, id: RollCallId, set: &RollCallSet, asked: &str) -> Self {
        let whole = index.of(id);
        let shown: Vec<_> = whole.iter().copied().filter(|&id| set.contains(id)).collect();
        let mut window = RollCallSet::empty(record.len());
        window.extend(shown.iter().copied());
        let mut last = None;
        let rows = turnovers(record, &shown).into_iter().map(|turnover| {
            let id = turnover.rollcall;
            let before = if record.is_recorded(id) { last.replace(id) } else { None };
            Return { row: RollCallRow::new(record, id), turnover, before }
        });
        Self {
            record,
            rows: rows.collect(),
            window: Window::new(record, asked, &window),
            facts: facts(record, index, &whole, &shown),
            undecided: index.undecided(&whole),
            reasons: reasons(record, index, &whole),
            whole,
        }
    }

    /// Whether no roll call of it is in the window.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn codes(&self, members: &MemberSet) -> Vec<&'r str> {
        members.iter().map(|id| self.record.members().get(id).code.as_ref()).collect()
    }

    /// The titles as they drift, each from its first day on; none where there is but one.
    fn titles(&self) -> Vec<(String, String)> {
        let mut titles: Vec<(String, String)> = Vec::new();
        let mut last = String::new();
        for one in &self.rows {
            let folded = fold(one.row.title);
            if folded != last {
                titles.push((one.row.date.to_string(), one.row.title.to_owned()));
                last = folded;
            }
        }
        if titles.len() == 1 {
            titles.clear();
        }
        titles
    }

    /// The tallies by year, a row for each year without one between the first and the last.
    fn by_year(&self) -> Table {
        let mut years: BTreeMap<i16, Vec<Vec<Cell>>> = BTreeMap::new();
        for Return { row, turnover, before } in &self.rows {
            let id = turnover.rollcall;
            let count = |members: &MemberSet| before.map_or(Cell::Undefined, |_| Cell::Count(members.len() as u64));
            let cells = vec![
                Cell::Text(row.date.to_string()),
                self.record.rollcall(id).short_symbol().as_ref().into(),
                row.yes.into(),
                row.no.into(),
                row.abstain.into(),
                row.absent.into(),
                support(self.record.tally(id)).map_or(Cell::Undefined, Cell::Share),
                count(&turnover.left),
                count(&turnover.joined),
            ];
            years.entry(row.date.year()).or_default().push(cells);
        }
        if let (Some((&first, _)), Some((&last, _))) = (years.first_key_value(), years.last_key_value()) {
            for year in first..=last {
                years.entry(year).or_insert_with(|| {
                    let cells = [Cell::Text(year.to_string()), self.without(year).into()];
                    vec![cells.into_iter().chain(std::iter::repeat_n(Cell::Undefined, 7)).collect()]
                });
            }
        }
        let columns = ["date", "symbol", "yes", "no", "abstain", "absent", "support", "left", "joined"];
        Table { columns: columns.map(Column::new).into(), rows: years.into_values().flatten().collect() }
    }

    /// What is known of a year without a row.
    fn without(&self, year: i16) -> &'static str {
        match Gap::of(self.record, year, &self.whole, &self.undecided) {
            Gap::NotAsked => "not asked for",
            Gap::NotToldApart => "not told apart",
            Gap::NoVote => NO_VOTE,
        }
    }

    /// Who left and who joined at each roll call, with the state that each went to or came from.
    fn changes(&self) -> Vec<(String, String)> {
        let by_name = self.record.members().by_name();
        let named = |members: &MemberSet, at: RollCallId| {
            let named = by_name.iter().filter(|&&id| members.contains(id)).map(|&id| {
                let state = self.record.origin().word(self.record.votes().state(at, id));
                format!("{} ({state})", self.record.members().get(id).name)
            });
            named.collect::<Vec<_>>().join(", ")
        };
        let mut changes = Vec::new();
        for Return { row, turnover, before } in &self.rows {
            let Some(before) = *before else { continue };
            if !turnover.left.is_empty() {
                changes.push((format!("{} left", row.date), named(&turnover.left, turnover.rollcall)));
            }
            if !turnover.joined.is_empty() {
                changes.push((format!("{} joined", row.date), named(&turnover.joined, before)));
            }
        }
        changes
    }
}

/// Adds entries under a heading, if there are any.
fn section(blocks: &mut Vec<Block>, heading: &str, entries: Vec<(String, String)>) {
    if !entries.is_empty() {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.push(Block::Entries(entries));
    }
}

impl Serialize for Series<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct PlainSeries<'a> {
            #[serde(flatten)]
            row: &'a RollCallRow<'a>,
            left: Vec<&'a str>,
            joined: Vec<&'a str>,
        }
        serializer.collect_seq(self.rows.iter().map(|one| PlainSeries {
            row: &one.row,
            left: self.codes(&one.turnover.left),
            joined: self.codes(&one.turnover.joined),
        }))
    }
}

impl Answer for Series<'_> {
    fn blocks(&self) -> Vec<Block> {
        let Some(last) = self.rows.last() else { return vec![Block::Table(self.by_year())] };
        let mut blocks = vec![Block::Title(last.row.title.to_owned()), Block::Facts(self.facts.clone())];
        section(&mut blocks, "By the list", self.reasons.clone());
        section(&mut blocks, "Titles", self.titles());
        blocks.push(Block::Heading("By year: support is yes among votes cast, n = yes + no + abstain".to_owned()));
        let table = self.by_year();
        let gaps = table.rows.iter().any(|row| row[1] == NO_VOTE.into());
        blocks.push(Block::Table(table));
        if gaps {
            let text = format!("{NO_VOTE}: no text was put, or it passed without a vote; the record can't tell which");
            blocks.push(Block::Names(vec![text]));
        }
        let heading = "Left and joined the yes votes: what they did then, what they had done before";
        section(&mut blocks, heading, self.changes());
        let ids: Vec<_> = self.rows.iter().map(|one| one.turnover.rollcall).collect();
        blocks.extend(ranking(self.record, &ids, true));
        blocks
    }

    fn rows(&self) -> Table {
        let ids: Vec<_> = self.rows.iter().map(|one| one.turnover.rollcall).collect();
        let mut table = list::RollCallList::new(self.record, &ids, self.window.clone()).rows();
        table.columns.extend(["left", "joined"].map(Column::new));
        for (row, one) in table.rows.iter_mut().zip(&self.rows) {
            let Turnover { left, joined, .. } = &one.turnover;
            row.extend([left, joined].map(|members| Cell::Text(self.codes(members).join(" "))));
        }
        table
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
