//! Roll calls side by side: members as rows, a column for each roll call. The filter does not choose here; the roll
//! calls do not change with it, and it goes along to whatever is opened from here.

mod acts;
mod copied;
mod flows;
mod page;
mod rows;
mod view;

use std::collections::HashMap;

use crate::answer::moves::{Movement, Moves, Pattern};
use crate::link::{COMPARED, LinkedView};
use crate::record::{MemberId, MemberSet, Record, RollCallId, RollCallSet, State};

use crate::actions::Context;
use crate::app::App;
use crate::app::bar::mark;
use crate::app::session::Workspace;
use crate::app::views::ViewKind;

/// Roll calls side by side.
pub(super) use self::acts::act;

pub(super) static KIND: ViewKind = ViewKind {
    name: "Compare",
    keys: Some(Context::Compare),
    first: |session| Box::new(CompareView::new(session.record(), Vec::new(), CompareOrder::Given)),
};

/// Opens roll calls side by side if a link names them; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Compare(ids) = link else { return false };
    let mut set = RollCallSet::empty(app.record().len());
    set.extend(ids.iter().copied());
    let query = if query.is_empty() { app.universe_of(&set) } else { query };
    app.open_under(Box::new(CompareView::new(app.record(), ids.clone(), CompareOrder::Given)), query)
}

/// How many roll calls fit side by side.
pub(in crate::app) const MOST: usize = *COMPARED.end();
/// The columns of the screen that a name keeps before the columns of roll calls become narrow.
const NAME: u16 = 20;
/// The columns that a name has beside narrow ones, and those of the pane's borders with a blank.
const SHORT_NAME: u16 = 15;
const BORDERS: u16 = 3;
/// The width of a narrow column: a number of up to [`MOST`] is above it.
const NARROW: u16 = 2;
/// The mark where a member had no vote to cast.
const NO_VOTE: &str = "–";

/// The order of the compared roll calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CompareOrder {
    /// As they were marked or named.
    Given,
    /// By date.
    Date,
}

/// Roll calls side by side, and which members are shown in which order.
#[derive(Clone, Debug)]
pub(super) struct CompareView {
    /// The roll calls as they were marked or named.
    given: Vec<RollCallId>,
    order: CompareOrder,
    /// Whether only members that moved are shown.
    moved: bool,
    hidden: MemberSet,
    pinned: MemberSet,
    /// The only vote pattern whose members are shown.
    only: Option<Vec<State>>,
    /// The roll calls in their order, and who moved.
    moves: Moves,
    /// The number of each member's pattern.
    pattern_of: HashMap<MemberId, usize>,
    movements: HashMap<MemberId, Movement>,
}

impl CompareView {
    pub(super) fn new(record: &Record, given: Vec<RollCallId>, order: CompareOrder) -> Self {
        let mut compared = Self {
            given,
            order,
            moved: false,
            hidden: MemberSet::EMPTY,
            pinned: MemberSet::EMPTY,
            only: None,
            moves: Moves::new(record, Vec::new()),
            pattern_of: HashMap::new(),
            movements: HashMap::new(),
        };
        compared.arrange(record);
        compared
    }

    /// Orders the roll calls, and puts members with the same vote pattern together.
    fn arrange(&mut self, record: &Record) {
        let mut ids = self.given.clone();
        if self.order == CompareOrder::Date {
            ids.sort_unstable();
        }
        if let Some(only) = &mut self.only {
            let before = self.moves.ids.iter();
            let state = |id| before.clone().position(|other| other == id).and_then(|at| only.get(at).copied());
            *only = ids.iter().filter_map(state).collect();
        }
        self.moves = Moves::new(record, ids);
        let numbered = self.moves.patterns.iter().enumerate();
        self.pattern_of = numbered.flat_map(|(at, pattern)| pattern.members.iter().map(move |id| (id, at))).collect();
        self.movements = self.moves.ranking.all().map(|&one| (one.member, one)).collect();
    }

    /// Switches the order of the roll calls; says which it is now.
    fn cycle_order(&mut self, record: &Record) -> &'static str {
        let (order, said) = match self.order {
            CompareOrder::Given => (CompareOrder::Date, "roll calls by date"),
            CompareOrder::Date => (CompareOrder::Given, "roll calls as they were marked or named"),
        };
        self.order = order;
        self.arrange(record);
        said
    }

    /// Switches between members that moved and all; says which.
    fn toggle_moved(&mut self) -> &'static str {
        self.moved = !self.moved;
        if self.moved { "only members that moved" } else { "all members" }
    }

    /// Shows all that were hidden; says whether any were.
    fn show_hidden(&mut self) -> bool {
        !std::mem::replace(&mut self.hidden, MemberSet::EMPTY).is_empty()
    }

    /// Pins a member on top, or unpins it.
    fn pin(&mut self, id: MemberId) {
        if self.pinned.contains(id) { self.pinned.remove(id) } else { self.pinned.insert(id) }
    }

    /// The roll calls in their order.
    fn ids(&self) -> &[RollCallId] {
        &self.moves.ids
    }

    /// The vote patterns that are shown, the most common first.
    fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let shown = |pattern: &&Pattern| {
            (!self.moved || pattern.moved()) && self.only.as_ref().is_none_or(|only| *only == pattern.states)
        };
        self.moves.patterns.iter().filter(shown)
    }

    /// "ES-11/6, ES-11/7".
    fn symbols(&self, record: &Record, between: &str) -> String {
        let symbols: Vec<_> = self.ids().iter().map(|&id| record.rollcall(id).short_symbol().to_string()).collect();
        symbols.join(between)
    }

    /// The members of all vote patterns by the current grouping; blocs as of the last roll call.
    fn groups(&self, shared: &Workspace<'_>) -> Vec<(String, MemberSet)> {
        let Some(&last) = self.ids().last() else { return Vec::new() };
        let all = self.moves.patterns.iter().fold(MemberSet::EMPTY, |all, pattern| &all | &pattern.members);
        shared.grouped(&all, shared.record().rollcall(last).date)
    }

    /// How a member voted on each.
    fn states(&self, record: &Record, id: MemberId) -> Vec<State> {
        self.ids().iter().map(|&rollcall| record.votes().state(rollcall, id)).collect()
    }
}

/// The letter of a state in a pattern, where an absent vote has a sign too.
fn letter(state: State) -> &'static str {
    if state == State::NotMember { NO_VOTE } else { mark(state) }
}

/// Sorts by a key, stably, also when the order is reversed.
fn sorted<K: Ord>(ids: &mut [MemberId], reverse: bool, key: impl Fn(MemberId) -> K) {
    ids.sort_by(|&a, &b| if reverse { key(b).cmp(&key(a)) } else { key(a).cmp(&key(b)) });
}
