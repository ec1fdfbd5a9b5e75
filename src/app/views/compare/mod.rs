//! Roll calls side by side: members as rows, a column for each roll call. The filter does not choose here; the roll
//! calls do not change with it, and it goes along to whatever is opened from here.

mod flows;
mod page;

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::analysis::transition::{Movement, Pattern, movements, patterns};
use crate::query::COMPARED;
use crate::record::{MemberId, MemberSet, Record, RollCallId, State};
use crate::report::counted;
use crate::report::text::width;

use crate::app::bar::mark;
use crate::app::columns::{Column, MARKS, Placed, Sort, place};
use crate::app::list::Row;
use crate::app::page::{Line, Piece, Role};
use crate::app::session::{Grouping, Session};

pub(in crate::app) use self::page::{aside, page};

/// How many roll calls can stand side by side.
pub(in crate::app) const MOST: usize = *COMPARED.end();
/// The columns of the screen that a name keeps before the columns of roll calls become narrow.
const NAME: u16 = 20;
/// The columns that a name has beside narrow ones, and those of the pane's borders with a blank.
const SHORT_NAME: u16 = 15;
const BORDERS: u16 = 3;
/// The width of a narrow column: a number of up to [`MOST`] stands above it.
const NARROW: u16 = 2;
/// What stands for a vote where a member had none to cast.
const NO_VOTE: &str = "–";

/// Roll calls side by side, and which members are shown in which order.
#[derive(Clone, Debug)]
pub(in crate::app) struct CompareView {
    /// The roll calls as they were marked or named.
    given: Vec<RollCallId>,
    /// Whether they stand in the order of their days, and not as given.
    by_date: bool,
    /// Whether only members that moved are shown.
    moved: bool,
    hidden: MemberSet,
    pinned: MemberSet,
    /// The only row of votes of which members are shown.
    only: Option<Vec<State>>,
    /// The roll calls in their order.
    ids: Vec<RollCallId>,
    patterns: Vec<Pattern>,
    /// The number of each member's pattern.
    pattern_of: HashMap<MemberId, usize>,
    movements: HashMap<MemberId, Movement>,
}

impl CompareView {
    pub(in crate::app) fn new(record: &Record, given: Vec<RollCallId>, by_date: bool) -> Self {
        let mut compared = Self {
            given,
            by_date,
            moved: false,
            hidden: MemberSet::EMPTY,
            pinned: MemberSet::EMPTY,
            only: None,
            ids: Vec::new(),
            patterns: Vec::new(),
            pattern_of: HashMap::new(),
            movements: HashMap::new(),
        };
        compared.arrange(record);
        compared
    }

    /// Puts the roll calls into their order, and the members of one row of votes together.
    fn arrange(&mut self, record: &Record) {
        let before = std::mem::replace(&mut self.ids, self.given.clone());
        if self.by_date {
            self.ids.sort_unstable();
        }
        if let Some(only) = &mut self.only {
            let state = |id| before.iter().position(|other| other == id).and_then(|at| only.get(at).copied());
            *only = self.ids.iter().filter_map(state).collect();
        }
        self.patterns = if self.ids.is_empty() { Vec::new() } else { patterns(record, &self.ids) };
        let numbered = self.patterns.iter().enumerate();
        self.pattern_of = numbered.flat_map(|(at, pattern)| pattern.members.iter().map(move |id| (id, at))).collect();
        self.movements = movements(record, &self.ids).into_iter().map(|one| (one.member, one)).collect();
    }

    /// The same with the members of one row of votes only.
    pub(in crate::app) fn only(&self, states: &[State]) -> Self {
        Self { only: Some(states.to_vec()), moved: false, hidden: MemberSet::EMPTY, ..self.clone() }
    }

    /// Turns the order of the roll calls; says which it is.
    pub(in crate::app) fn turn_order(&mut self, record: &Record) -> &'static str {
        self.by_date = !self.by_date;
        self.arrange(record);
        if self.by_date { "roll calls by date" } else { "roll calls as they were marked or named" }
    }

    /// Shows only those that moved, or all again; says which.
    pub(in crate::app) fn turn_moved(&mut self) -> &'static str {
        self.moved = !self.moved;
        if self.moved { "only members that moved" } else { "all members" }
    }

    pub(in crate::app) fn hide(&mut self, id: MemberId) {
        self.hidden.insert(id);
    }

    /// Shows all that were hidden; says whether any were.
    pub(in crate::app) fn show_hidden(&mut self) -> bool {
        !std::mem::replace(&mut self.hidden, MemberSet::EMPTY).is_empty()
    }

    /// Keeps a member above all others, or no longer.
    pub(in crate::app) fn pin(&mut self, id: MemberId) {
        if self.pinned.contains(id) { self.pinned.remove(id) } else { self.pinned.insert(id) }
    }

    pub(in crate::app) fn is_pinned(&self, id: MemberId) -> bool {
        self.pinned.contains(id)
    }

    /// The roll calls in their order.
    pub(in crate::app) fn ids(&self) -> &[RollCallId] {
        &self.ids
    }

    pub(in crate::app) fn is_of_moved(&self) -> bool {
        self.moved
    }

    /// The rows of votes that are shown, those of the most members first.
    pub(in crate::app) fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let shown = |pattern: &&Pattern| {
            (!self.moved || pattern.moved()) && self.only.as_ref().is_none_or(|only| *only == pattern.states)
        };
        self.patterns.iter().filter(shown)
    }

    /// "48 members that moved", "yes → no: 7 members", "193 members, 2 hidden".
    pub(in crate::app) fn count(&self, record: &Record, rows: usize) -> String {
        let hidden = self.hidden.len();
        let hidden = if hidden > 0 { format!(", {hidden} hidden") } else { String::new() };
        let members = counted(rows, "member");
        match &self.only {
            Some(only) => {
                let words: Vec<_> = only.iter().map(|&state| record.origin().word(state)).collect();
                format!("{}: {members}{hidden}", words.join(" → "))
            }
            None if self.moved => format!("{members} that moved{hidden}"),
            None => format!("{members}{hidden}"),
        }
    }

    /// "ES-11/6, ES-11/7".
    pub(in crate::app) fn symbols(&self, record: &Record, between: &str) -> String {
        let symbols: Vec<_> = self.ids.iter().map(|&id| record.rollcall(id).short_symbol().to_string()).collect();
        symbols.join(between)
    }

    /// How the list is sorted by a grouping: members of a group together, or without groups those of one row of votes.
    pub(in crate::app) fn sorted_by(&self, grouping: &Grouping) -> Sort {
        let groups = usize::from(*grouping != Grouping::Vote);
        Sort { column: self.same() + groups, reverse: false }
    }

    /// The position of the column by which members of one row of votes stand together.
    pub(in crate::app) fn same(&self) -> usize {
        self.ids.len() + 2
    }

    pub(in crate::app) fn columns(&self, shared: &Session<'_>) -> Vec<Column> {
        let record = shared.record();
        let mut columns = vec![Column::text("country", "name", 0, 0)];
        columns.extend(self.ids.iter().map(|&id| {
            let symbol = record.rollcall(id).short_symbol().to_string();
            let long = format!("vote on {symbol}, {}", record.rollcall(id).date);
            let width = (width(&symbol) + 1).clamp(4, 11) as u16;
            Column { name: symbol.into(), long: long.into(), width, ..Column::text("", "", 0, 0) }
        }));
        let votes: u16 = columns[1..].iter().map(|column| column.width + 1).sum();
        let from = MARKS + NAME + votes;
        let changes = Column::number("moves", "changes of vote", 5, from + 14);
        columns.push(if self.ids.len() > 2 { changes } else { changes.unsorted().hidden() });
        columns.push(Column::number("same", "members with the same row of votes", 5, from + 7));
        let (name, long) = match &shared.grouping {
            Grouping::Bloc(_) => (shared.grouping.name(), shared.grouping.in_words()),
            Grouping::Subregion => ("subregion".to_owned(), "subregion of today".to_owned()),
            Grouping::Vote | Grouping::Group => ("regional group".to_owned(), "regional group of today".to_owned()),
        };
        let group = Column { name: name.into(), long: long.into(), ..Column::text("", "", 28, from + 46) };
        columns.push(group);
        columns
    }

    /// The columns that fit: where whole symbols leave no room for names, the roll calls have numbers.
    pub(in crate::app) fn placed(&self, shared: &Session<'_>, room: u16) -> Vec<Placed> {
        let mut columns = self.columns(shared);
        let needed: u16 = columns[1..=self.ids.len()].iter().map(|column| column.width + 1).sum();
        if MARKS + NAME + needed > room {
            for column in &mut columns[1..=self.ids.len()] {
                column.width = NARROW;
            }
        }
        place(&columns, room)
    }

    /// The least share of a screen of so many columns that leaves room for names beside narrow columns, in percent.
    pub(in crate::app) fn share(&self, screen: u16) -> u16 {
        let needed = MARKS + SHORT_NAME + self.ids.len() as u16 * (NARROW + 1) + BORDERS;
        (u32::from(needed) * 100).div_ceil(u32::from(screen.max(1))).min(100) as u16
    }

    /// What stands above a column, where there is no room for what does otherwise.
    pub(in crate::app) fn heading(&self, at: Placed) -> Option<String> {
        let is_narrow = (1..=self.ids.len()).contains(&at.column) && at.width == NARROW;
        is_narrow.then(|| at.column.to_string())
    }

    /// The members, sorted: first those that are pinned; by default those of the most frequent row of votes first.
    pub(in crate::app) fn rows(&self, shared: &Session<'_>, sort: Sort) -> Vec<Row> {
        let record = shared.record();
        let together = self.patterns().flat_map(|pattern| shared.named(pattern.members));
        let mut ids: Vec<_> = together.filter(|&id| !self.hidden.contains(id)).collect();
        let votes = 1..=self.ids.len();
        match sort.column {
            0 => {
                let place: HashMap<_, _> = shared.by_name.iter().enumerate().map(|(at, &id)| (id, at)).collect();
                sorted(&mut ids, sort.reverse, |id| place.get(&id).copied());
            }
            at if votes.contains(&at) => {
                sorted(&mut ids, sort.reverse, |id| record.votes().state(self.ids[at - 1], id));
            }
            at if at + 1 == self.same() => sorted(&mut ids, sort.reverse, |id| {
                // Who can't have moved comes last.
                Reverse(self.movements.get(&id).map(|one| (one.way(), one.changes())))
            }),
            at if at == self.same() => sorted(&mut ids, sort.reverse, |id| self.pattern_of.get(&id).copied()),
            _ => {
                // In the order of the groups; who was in none of them, because it was no member that day, comes last.
                let groups = self.groups(shared);
                sorted(&mut ids, sort.reverse, |id| {
                    groups.iter().position(|(_, members)| members.contains(id)).unwrap_or(groups.len())
                });
            }
        }
        ids.sort_by_key(|&id| !self.pinned.contains(id));
        ids.into_iter().map(Row::Member).collect()
    }

    /// The cell of a member in a column.
    pub(in crate::app) fn cell(&self, shared: &Session<'_>, id: MemberId, column: usize) -> Line {
        let record = shared.record();
        let member = record.members().get(id);
        let count = |count: Option<u64>| {
            vec![count.map_or_else(|| Piece::quiet(NO_VOTE), |count| Piece::quiet(count.to_string()))]
        };
        match column {
            0 => vec![Piece::plain(member.name.to_string())],
            at if at <= self.ids.len() => {
                let state = record.votes().state(self.ids[at - 1], id);
                vec![Piece::new(letter(state), Role::Strong(state))]
            }
            at if at + 1 == self.same() => count(self.movements.get(&id).map(|one| one.changes().into())),
            at if at == self.same() => {
                count(self.pattern_of.get(&id).map(|&at| self.patterns[at].members.len() as u64))
            }
            _ => {
                let group = match &shared.grouping {
                    Grouping::Bloc(name) => {
                        let inside = self.ids.last().map(|&last| shared.inside(name, record.rollcall(last).date));
                        inside.filter(|inside| inside.inside.contains(id)).map(|_| name.as_str())
                    }
                    _ => shared.group_of(member),
                };
                vec![Piece::quiet(group.unwrap_or(NO_VOTE).to_owned())]
            }
        }
    }

    /// The members of all rows of votes in the groups of the grouping: those of a bloc on the day of the last roll call.
    pub(in crate::app) fn groups(&self, shared: &Session<'_>) -> Vec<(String, MemberSet)> {
        let Some(&last) = self.ids.last() else { return Vec::new() };
        let all = self.patterns.iter().fold(MemberSet::EMPTY, |all, pattern| &all | &pattern.members);
        shared.grouped(&all, shared.record().rollcall(last).date)
    }

    /// How a member voted on each.
    pub(in crate::app) fn states(&self, record: &Record, id: MemberId) -> Vec<State> {
        self.ids.iter().map(|&rollcall| record.votes().state(rollcall, id)).collect()
    }
}

/// The letter of a state side by side with others, where no vote has a sign too.
pub(in crate::app) fn letter(state: State) -> &'static str {
    if state == State::NotMember { NO_VOTE } else { mark(state) }
}

/// Sorts by a key; what has the same stays in the order in which it was, also where the order is turned round.
fn sorted<K: Ord>(ids: &mut [MemberId], reverse: bool, key: impl Fn(MemberId) -> K) {
    ids.sort_by(|&a, &b| if reverse { key(b).cmp(&key(a)) } else { key(a).cmp(&key(b)) });
}
