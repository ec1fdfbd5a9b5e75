//! Roll calls side by side: how every member voted on each, who moved from what to what.

use crate::answer::Window;
use crate::answer::compare::{Compare, SeatVotes};
use crate::answer::list::RollCallRow;
use crate::answer::moves::{Move, MoveCount, MoveTable, Pattern, is_neither};
use crate::answer::series::SpanInSeries;
use crate::record::{MemberSet, Record, State, StateWords, without_resolution};

use super::movement::ranking;
use super::text::day;
use super::{Answer, Block, Cell, Column, Table, counted};

/// How many roll calls between others are named; more are counted.
const NAMED: usize = 10;

impl Compare<'_> {
    fn names(&self, members: &MemberSet) -> Vec<String> {
        let by_name = self.record.members().by_name().into_iter();
        by_name.filter(|&id| members.contains(id)).map(|id| self.record.name(id).to_owned()).collect()
    }

    /// What a roll call is called among these, without `A/RES/`.
    fn short_name(&self, row: &RollCallRow<'_>) -> String {
        without_resolution(&row.name(&self.rollcalls)).to_owned()
    }

    fn words(&self) -> StateWords {
        self.record.state_words(self.moves.ids.iter().copied())
    }

    fn source_knows_absences(&self) -> bool {
        self.record.origin().has_absences()
    }

    /// What the roll calls are.
    fn heads(&self) -> Block {
        let entry = |row: &RollCallRow<'_>| {
            let tally = row.tally_in_words();
            (row.name(&self.rollcalls), format!("{} · {} · {tally}", row.title, day(row.date)))
        };
        Block::Entries(self.rollcalls.iter().map(entry).collect())
    }

    /// The table of two: rows the first, columns the second, with the sums of both.
    fn crossed(&self, step: &MoveTable) -> Table {
        let count = |count: usize| Cell::Count(count as u64);
        let states: Vec<_> = step.states().collect();
        let cell = |from, to| if is_neither(from, to) { Cell::Undefined } else { count(step.count(from, to)) };
        let words = self.words();
        let word = |state| words.word(state);
        let mut columns = vec![Column::new("from / to")];
        columns.extend(states.iter().map(|&state| Column::named(word(state))));
        columns.push(Column::new("all"));
        let row = |&from: &State| {
            let cells = states.iter().map(|&to| cell(from, to));
            std::iter::once(word(from).into()).chain(cells).chain([count(step.sum_from(from))]).collect()
        };
        let mut rows: Vec<Vec<Cell>> = states.iter().map(row).collect();
        let sums = states.iter().map(|&to| count(step.sum_to(to)));
        rows.push(std::iter::once("all".into()).chain(sums).chain([count(step.all())]).collect());
        Table { columns, rows }
    }

    /// Two roll calls: the table, then the members by move.
    fn two(&self, step: &MoveTable) -> Vec<Block> {
        let [from, to] = [0, 1].map(|at| self.short_name(&self.rollcalls[at]));
        let moved = step.moved();
        let how = moved.how_in_words().map_or_else(String::new, |how| format!(", {how}"));
        let said = moved.in_words(self.source_knows_absences());
        let mut blocks = vec![
            Block::Heading(format!("From {from} (rows) to {to} (columns): {said}{how}")),
            Block::Table(self.crossed(step)),
        ];
        let kinds: [&dyn Fn(&Move) -> bool; 3] =
            [&|one| one.at_both() && !one.stayed(), &|one| !one.at_both(), &|one| one.at_both() && one.stayed()];
        let shown = if self.moved { 1 } else { kinds.len() };
        for one in kinds[..shown].iter().flat_map(|kind| step.moves.iter().filter(move |one| kind(one))) {
            let how = move_in_words(self.words(), one);
            blocks.push(Block::Heading(format!("{how} ({})", one.members.len())));
            blocks.push(Block::Names(self.names(&one.members)));
        }
        blocks
    }

    /// Three and more: the patterns, then who moved most.
    fn many(&self) -> Vec<Block> {
        let absent = if self.source_knows_absences() { "X absent, " } else { "" };
        let nobody = format!("{absent}. {}", self.words().word(State::NotMember));
        let entry = |Pattern { states, members }: &Pattern| {
            let letters: Vec<_> = states.iter().map(|state| state.letter().to_string()).collect();
            let key = format!("{}: {}", letters.join(" "), counted(members.len(), "member"));
            (key, self.names(members).join(", "))
        };
        let mut blocks = vec![
            Block::Heading(format!("Patterns, in the order above: Y yes, N no, A abstain, {nobody}")),
            Block::Entries(self.patterns().map(entry).collect()),
        ];
        blocks.extend(ranking(self.record, &self.moves.ranking, !self.moved));
        blocks
    }
}

/// "no → abstain", "stayed yes".
fn move_in_words(words: StateWords, one: &Move) -> String {
    let [from, to] = [one.from, one.to].map(|state| words.word(state));
    if one.stayed() { format!("stayed {to}") } else { format!("{from} → {to}") }
}

impl SpanInSeries {
    /// What is between roll calls of one series: "Of one series of 3 roll calls, none between them".
    pub fn in_words(&self, record: &Record) -> String {
        let symbols: Vec<_> = self.between.iter().map(|&id| record.rollcall(id).short_symbol()).collect();
        let series = format!("of one series of {}", counted(self.rollcalls, "roll call"));
        match symbols.len() {
            0 => format!("{series}, none between them"),
            1..=NAMED => format!("{series}; between them {}", symbols.join(", ")),
            more => format!("{series}, {more} between them"),
        }
    }
}

impl MoveCount {
    /// How many moved: "60 of 193 members at both moved".
    pub fn in_words(&self, absences: bool) -> String {
        let who = if absences { "members at both" } else { "that voted on both" };
        format!("{} of {} {who} moved", self.moved, self.of)
    }

    /// How those moved where some of them were absent once: "44 between votes, 16 to or from absent".
    pub fn how_in_words(&self) -> Option<String> {
        let Self { moved, away, .. } = self;
        (*away > 0).then(|| format!("{} between votes, {away} to or from absent", moved - away))
    }
}

impl Answer for Compare<'_> {
    fn blocks(&self) -> Vec<Block> {
        let names: Vec<_> = self.rollcalls.iter().map(|row| self.short_name(row)).collect();
        let mut blocks = vec![Block::Title(format!("Who moved: {}", names.join(", "))), self.heads()];
        let series = self.series.as_ref().map(|span| span.in_words(self.record));
        blocks.extend(series.map(|series| Block::Facts(vec![("Series", series)])));
        match self.moves.steps.as_slice() {
            [step] => blocks.extend(self.two(step)),
            _ => blocks.extend(self.many()),
        }
        blocks
    }

    fn rows(&self) -> Table {
        let mut columns = vec![Column::new("code"), Column::new("name")];
        columns.extend(self.rollcalls.iter().map(|row| Column::named(&row.name(&self.rollcalls))));
        let row = |member: &SeatVotes<'_>| {
            let votes = member.votes.iter().map(|vote| vote.map_or(Cell::Undefined, |state| state.word().into()));
            [member.code.into(), member.name.into()].into_iter().chain(votes).collect()
        };
        Table { columns, rows: self.members.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
