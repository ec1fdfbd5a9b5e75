//! Roll calls side by side: how every member voted on each, who moved from what to what.

use serde::{Serialize, Serializer};

use crate::analysis::series::SeriesIndex;
use crate::analysis::transition::{Move, Pattern, Transitions, patterns};
use crate::record::{Index, MemberId, MemberSet, Record, RollCallId, RollCallSet, State, Text, without_resolution};

use super::list::RollCallRow;
use super::movement::ranking;
use super::text::day;
use super::{Answer, Block, Cell, Column, Table, counted};
use crate::answer::{Credit, Window};

/// How many roll calls between others are named; more are counted.
const NAMED: usize = 10;

/// Two to ten roll calls, in the order in which they were asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Compare<'r> {
    rollcalls: Vec<RollCallRow<'r>>,
    members: Vec<MemberVotes<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transitions: Option<Vec<Transition<'r>>>,
    window: Window,
    source: Credit,
    #[serde(skip)]
    record: &'r Record,
    #[serde(skip)]
    ids: Vec<RollCallId>,
    #[serde(skip)]
    series: Option<String>,
    #[serde(skip)]
    moved: bool,
}

/// A member with its vote on each roll call; none where it was no member, or nothing is known.
#[derive(Clone, Debug, Serialize)]
struct MemberVotes<'r> {
    code: &'r str,
    name: &'r str,
    votes: Vec<Option<State>>,
}

/// Members that went from one state to another.
#[derive(Clone, Debug)]
struct Transition<'r> {
    record: &'r Record,
    one: Move,
}

impl Serialize for Transition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct PlainFlow<'r> {
            from: State,
            to: State,
            members: Vec<&'r Text>,
        }
        let Move { from, to, members } = self.one;
        let members = members.iter().map(|id| &self.record.members().get(id).code).collect();
        PlainFlow { from, to, members }.serialize(serializer)
    }
}

impl<'r> Compare<'r> {
    /// The roll calls `ids`, asked for as `asked`; with `moved` only the members that did.
    pub fn new(record: &'r Record, series: &SeriesIndex, ids: &[RollCallId], asked: &str, moved: bool) -> Self {
        let mut set = RollCallSet::empty(record.len());
        set.extend(ids.iter().copied());
        let mut members: Vec<_> = patterns(record, ids)
            .into_iter()
            .filter(|pattern| !moved || pattern.moved())
            .flat_map(|pattern| pattern.members.iter().map(move |id| (id, pattern.states.clone())).collect::<Vec<_>>())
            .collect();
        members.sort_by_key(|(id, _)| id.index());
        let member = |(id, states): (MemberId, Vec<State>)| {
            let votes = states.into_iter().map(|state| Some(state).filter(|&state| state != State::NotMember));
            let member = record.members().get(id);
            MemberVotes { code: &member.code, name: &member.name, votes: votes.collect() }
        };
        let transitions = if let &[first, second] = ids {
            let all = Transitions::new(record, first, second).moves();
            let asked_for = all.into_iter().filter(|one| one.at_both() && !(moved && one.stayed()));
            Some(asked_for.map(|one| Transition { record, one }).collect())
        } else {
            None
        };
        Self {
            rollcalls: ids.iter().map(|&id| RollCallRow::new(record, id)).collect(),
            members: members.into_iter().map(member).collect(),
            transitions,
            window: Window::new(record, asked, &set),
            source: Credit::of(record),
            record,
            ids: ids.to_vec(),
            series: of_one_series(record, series, ids),
            moved,
        }
    }

    fn names(&self, members: &MemberSet) -> Vec<String> {
        let all = self.record.members();
        all.by_name().into_iter().filter(|&id| members.contains(id)).map(|id| all.get(id).name.to_string()).collect()
    }

    /// What a roll call is called among these, without `A/RES/`.
    fn short_name(&self, row: &RollCallRow<'_>) -> String {
        without_resolution(&row.name(&self.rollcalls)).to_owned()
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
    fn crossed(&self, transitions: &Transitions) -> Table {
        let count = |from, to| transitions.of(from, to).len() as u64;
        let states = State::ALL.into_iter().filter(|&state| {
            let used = |other| count(state, other) + count(other, state) > 0;
            State::ALL.into_iter().any(|other| (state, other) != (State::NotMember, State::NotMember) && used(other))
        });
        let states: Vec<_> = states.collect();
        let cell = |from, to| match (from, to) {
            (State::NotMember, State::NotMember) => Cell::Undefined,
            _ => Cell::Count(count(from, to)),
        };
        let sum = |pairs: &mut dyn Iterator<Item = (State, State)>| {
            let pairs = pairs.filter(|&pair| pair != (State::NotMember, State::NotMember));
            Cell::Count(pairs.map(|(from, to)| count(from, to)).sum())
        };
        let mut columns = vec![Column::new("from / to")];
        columns.extend(states.iter().map(|&state| Column::named(self.record.origin().word(state))));
        columns.push(Column::new("all"));
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for &from in &states {
            let mut row = vec![self.record.origin().word(from).into()];
            row.extend(states.iter().map(|&to| cell(from, to)));
            row.push(sum(&mut states.iter().map(|&to| (from, to))));
            rows.push(row);
        }
        let mut last = vec!["all".into()];
        last.extend(states.iter().map(|&to| sum(&mut states.iter().map(|&from| (from, to)))));
        last.push(sum(&mut states.iter().flat_map(|&from| states.iter().map(move |&to| (from, to)))));
        rows.push(last);
        Table { columns, rows }
    }

    /// Two roll calls: the table, then the members by move.
    fn two(&self, first: RollCallId, second: RollCallId) -> Vec<Block> {
        let transitions = Transitions::new(self.record, first, second);
        let [from, to] = [0, 1].map(|at| self.short_name(&self.rollcalls[at]));
        let moves = transitions.moves();
        let (said, how) = moved_in_words(&moves, self.source_knows_absences());
        let mut blocks = vec![
            Block::Heading(format!(
                "From {from} (rows) to {to} (columns): {said}{}",
                how.map_or_else(String::new, |how| format!(", {how}"))
            )),
            Block::Table(self.crossed(&transitions)),
        ];
        let kinds: [&dyn Fn(&Move) -> bool; 3] =
            [&|one| one.at_both() && !one.stayed(), &|one| !one.at_both(), &|one| one.at_both() && one.stayed()];
        let shown = if self.moved { 1 } else { kinds.len() };
        for one in kinds[..shown].iter().flat_map(|kind| moves.iter().filter(move |one| kind(one))) {
            let how = if one.stayed() {
                format!("stayed {}", self.record.origin().word(one.to))
            } else {
                format!("{} → {}", self.record.origin().word(one.from), self.record.origin().word(one.to))
            };
            blocks.push(Block::Heading(format!("{how} ({})", one.members.len())));
            blocks.push(Block::Names(self.names(&one.members)));
        }
        blocks
    }

    /// Three and more: the patterns, then who moved most.
    fn many(&self) -> Vec<Block> {
        let patterns: Vec<_> =
            patterns(self.record, &self.ids).into_iter().filter(|pattern| !self.moved || pattern.moved()).collect();
        let nobody = if self.source_knows_absences() { "X absent, . not a member" } else { ". not known" };
        let entry = |Pattern { states, members }: &Pattern| {
            let letters: Vec<_> = states.iter().map(|state| state.letter().to_string()).collect();
            let key = format!("{}: {}", letters.join(" "), counted(members.len(), "member"));
            (key, self.names(members).join(", "))
        };
        let mut blocks = vec![
            Block::Heading(format!("Patterns, in the order above: Y yes, N no, A abstain, {nobody}")),
            Block::Entries(patterns.iter().map(entry).collect()),
        ];
        blocks.extend(ranking(self.record, &self.ids, !self.moved));
        blocks
    }
}

/// What to say where all of `ids` are of one series: what lies between.
pub fn of_one_series(record: &Record, series: &SeriesIndex, ids: &[RollCallId]) -> Option<String> {
    let all = series.of(*ids.first()?);
    let places: Option<Vec<_>> = ids.iter().map(|id| all.iter().position(|one| one == id)).collect();
    let places = places?;
    let between = &all[*places.iter().min()?..=*places.iter().max()?];
    let between = between.iter().filter(|id| !ids.contains(id));
    let symbols: Vec<_> = between.map(|&id| record.rollcall(id).short_symbol()).collect();
    let series = format!("of one series of {}", counted(all.len(), "roll call"));
    Some(match symbols.len() {
        0 => format!("{series}, none between them"),
        1..=NAMED => format!("{series}; between them {}", symbols.join(", ")),
        more => format!("{series}, {more} between them"),
    })
}

impl Answer for Compare<'_> {
    fn blocks(&self) -> Vec<Block> {
        let names: Vec<_> = self.rollcalls.iter().map(|row| self.short_name(row)).collect();
        let mut blocks = vec![Block::Title(format!("Who moved: {}", names.join(", "))), self.heads()];
        blocks.extend(self.series.clone().map(|series| Block::Facts(vec![("Series", series)])));
        match *self.ids.as_slice() {
            [first, second] => blocks.extend(self.two(first, second)),
            _ => blocks.extend(self.many()),
        }
        blocks
    }

    fn rows(&self) -> Table {
        let mut columns = vec![Column::new("code"), Column::new("name")];
        columns.extend(self.rollcalls.iter().map(|row| Column::named(&row.name(&self.rollcalls))));
        let row = |member: &MemberVotes<'_>| {
            let votes = member.votes.iter().map(|vote| vote.map_or(Cell::Undefined, |state| state.word().into()));
            [member.code.into(), member.name.into()].into_iter().chain(votes).collect()
        };
        Table { columns, rows: self.members.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}

/// How many moved from one roll call to another: "60 of 193 members at both moved" and, where some were absent once, "44
/// between votes, 16 to or from absent".
pub fn moved_in_words(moves: &[Move], absences: bool) -> (String, Option<String>) {
    let count = |kind: &dyn Fn(&Move) -> bool| -> usize {
        moves.iter().filter(|one| one.at_both() && kind(one)).map(|one| one.members.len()).sum()
    };
    let (all, switched) = (count(&|_| true), count(&|one| !one.stayed()));
    let away = count(&|one| !one.stayed() && [one.from, one.to].contains(&State::Absent));
    let who = if absences { "members at both" } else { "that voted on both" };
    let how = (away > 0).then(|| format!("{} between votes, {away} to or from absent", switched - away));
    (format!("{switched} of {all} {who} moved"), how)
}
