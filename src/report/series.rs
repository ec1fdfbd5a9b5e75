//! A resolution through the years: its tallies, who left and who joined the yes votes, who moved most.

mod facts;

use jiff::civil::Date;

use crate::answer::series::{Gap, Return, Series};
use crate::answer::{RollCallList, Window};
use crate::record::{MemberSet, RollCallId};

use super::movement::ranking;
use super::{Answer, Block, Cell, Column, Table};

use self::facts::facts;

impl Gap {
    /// Why a year has no roll call, in a cell.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::NotAsked => "not asked for",
            Self::NotToldApart => "not told apart",
            Self::NoVote => "no recorded vote",
        }
    }

    /// The same where there is room to say it whole.
    pub fn explained(self) -> &'static str {
        match self {
            Self::NotAsked => "a recorded vote of this text that the query leaves out",
            Self::NotToldApart => "several under its title, not told apart",
            Self::NoVote => {
                "no recorded vote: no text was put, or it passed without a vote; the record can't tell which"
            }
        }
    }
}

impl Series<'_> {
    fn symbols(&self, ids: &[RollCallId]) -> Vec<String> {
        ids.iter().map(|&id| self.record.rollcall(id).short_symbol().into_owned()).collect()
    }

    /// Why the list has roll calls follow others: those with the same reason in a row together.
    fn reasons_in_words(&self) -> Vec<(String, String)> {
        self.reasons.iter().map(|reason| (self.symbols(&reason.ids).join(", "), reason.why.clone())).collect()
    }

    /// The titles as they drift; none where there is but one.
    fn titles_in_words(&self) -> Vec<(String, String)> {
        let titles = self.titles.iter().filter(|_| self.titles.len() > 1);
        titles.map(|&(date, title)| (date.to_string(), title.to_owned())).collect()
    }

    /// The tallies by year, a row for each text adopted without a vote and for each year without either between the first
    /// and the last.
    fn by_year(&self) -> Table {
        let mut rows: Vec<(Date, Vec<Cell>)> = self.returns.iter().map(|one| (one.row.date, self.cells(one))).collect();
        let blank = || std::iter::repeat_n(Cell::Undefined, 7);
        rows.extend(self.gaps.iter().map(|&(year, gap)| {
            let cells = [Cell::Text(year.to_string()), gap.in_words().into()].into_iter();
            (Date::constant(year, 1, 1), cells.chain(blank()).collect())
        }));
        rows.extend(self.without_vote.iter().map(|&id| {
            let text = self.record.text(id);
            let symbol = format!("{} {}", text.short_symbol(), text.adopted.words());
            (text.date, [text.date.to_string(), symbol].map(Cell::Text).into_iter().chain(blank()).collect())
        }));
        rows.sort_by_key(|&(date, _)| date);
        let columns = ["date", "symbol", "yes", "no", "abstain", "absent", "support", "left", "joined"];
        Table { columns: columns.map(Column::new).into(), rows: rows.into_iter().map(|(_, cells)| cells).collect() }
    }

    fn cells(&self, one: &Return<'_>) -> Vec<Cell> {
        let Return { id, row, support, turnover } = one;
        let count =
            |members: Option<&MemberSet>| members.map_or(Cell::Undefined, |members| Cell::Count(members.len() as u64));
        vec![
            Cell::Text(row.date.to_string()),
            self.record.rollcall(*id).short_symbol().as_ref().into(),
            row.yes.into(),
            row.no.into(),
            row.abstain.into(),
            row.absent.into(),
            support.map_or(Cell::Undefined, |support| Cell::Share(support.share)),
            count(turnover.as_ref().map(|turnover| &turnover.left)),
            count(turnover.as_ref().map(|turnover| &turnover.joined)),
        ]
    }

    /// Who left and who joined at each roll call, with the state that each went to or came from.
    fn changes(&self) -> Vec<(String, String)> {
        let by_name = self.record.members().by_name();
        let named = |members: &MemberSet, at: RollCallId| {
            let named = by_name.iter().filter(|&&id| members.contains(id)).map(|&id| {
                let state = self.record.state_word(at, self.record.votes().state(at, id));
                format!("{} ({state})", self.record.name(id))
            });
            named.collect::<Vec<_>>().join(", ")
        };
        let mut changes = Vec::new();
        for one in &self.returns {
            let Some(turnover) = &one.turnover else { continue };
            if !turnover.left.is_empty() {
                changes.push((format!("{} left", one.row.date), named(&turnover.left, one.id)));
            }
            if !turnover.joined.is_empty() {
                changes.push((format!("{} joined", one.row.date), named(&turnover.joined, turnover.since)));
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

impl Answer for Series<'_> {
    fn blocks(&self) -> Vec<Block> {
        let Some(last) = self.returns.last() else { return vec![Block::Table(self.by_year())] };
        let mut blocks = vec![Block::Title(last.row.title.to_owned()), Block::Facts(facts(self))];
        section(&mut blocks, "By the list", self.reasons_in_words());
        section(&mut blocks, "Titles", self.titles_in_words());
        blocks.push(Block::Heading("By year: support is yes among votes cast, n = yes + no + abstain".to_owned()));
        blocks.push(Block::Table(self.by_year()));
        if self.gaps.iter().any(|&(_, gap)| gap == Gap::NoVote) {
            blocks.push(Block::Names(vec![Gap::NoVote.explained().to_owned()]));
        }
        let heading = "Left and joined the yes votes: what they did then, what they had done before";
        section(&mut blocks, heading, self.changes());
        blocks.extend(ranking(self.record, &self.ranking, true));
        blocks
    }

    fn rows(&self) -> Table {
        let ids: Vec<_> = self.ids().collect();
        let mut table = RollCallList::new(self.record, &ids, self.window.clone()).rows();
        table.columns.extend(["left", "joined"].map(Column::new));
        for (row, one) in table.rows.iter_mut().zip(&self.returns) {
            let [left, joined] = one.turnover.map_or([MemberSet::EMPTY; 2], |turned| [turned.left, turned.joined]);
            row.extend([left, joined].map(|members| Cell::Text(self.codes(&members).join(" "))));
        }
        table
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
