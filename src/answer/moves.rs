//! Who moved: from each roll call to the next, and how much through all of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::analysis::transition::{Transitions, movements, patterns, row};
use crate::record::{MemberSet, Record, RollCallId, State};

pub use crate::analysis::transition::{Move, Movement, Pattern};

/// How many members are ranked at either end.
const RANKED: usize = 10;

/// How members voted on some roll calls, and who moved.
#[derive(Clone, Debug)]
pub struct Moves {
    /// The roll calls, in the order that was asked for.
    pub ids: Vec<RollCallId>,
    /// Members with the same row of votes, those of the most members first.
    pub patterns: Vec<Pattern>,
    /// From each roll call to the next.
    pub steps: Vec<MoveTable>,
    /// Who moved most, and who did not.
    pub ranking: Ranking,
}

impl Moves {
    /// Of the roll calls `ids`, in this order.
    pub fn new(record: &Record, ids: Vec<RollCallId>) -> Self {
        let steps = ids.windows(2).map(|pair| MoveTable::new(record, pair[0], pair[1]));
        let steps = steps.collect();
        let patterns = if ids.is_empty() { Vec::new() } else { patterns(record, &ids) };
        Self { patterns, steps, ranking: Ranking::new(record, &ids), ids }
    }

    /// How many of those that were members at every roll call moved, and how many these are.
    pub fn moved_of_all(&self) -> (usize, usize) {
        let members = |rows: &[&Pattern]| rows.iter().map(|row| row.members.len()).sum();
        let all: Vec<_> = self.patterns.iter().filter(|row| !row.states.contains(&State::NotMember)).collect();
        let moved: Vec<_> = all.iter().copied().filter(|row| row.moved()).collect();
        (members(&moved), members(&all))
    }
}

/// Members by their votes on a roll call and on the next one. Seats that were members at neither are in no count.
#[derive(Clone, Debug)]
pub struct MoveTable {
    transitions: Transitions,
    /// What members did, those of the most members first; those that stayed are among them.
    pub moves: Vec<Move>,
}

/// How many moved in a step, of those that were members at both of its roll calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveCount {
    /// All that moved.
    pub moved: usize,
    /// Those of them that were absent once.
    pub away: usize,
    /// How many were members at both.
    pub of: usize,
}

impl MoveTable {
    /// From `first` to `second`.
    pub fn new(record: &Record, first: RollCallId, second: RollCallId) -> Self {
        let transitions = Transitions::new(record, first, second);
        Self { moves: transitions.moves(), transitions }
    }

    /// The members that went from a state to another.
    pub fn members(&self, from: State, to: State) -> MemberSet {
        if is_neither(from, to) { MemberSet::EMPTY } else { *self.transitions.of(from, to) }
    }

    /// How many these are.
    pub fn count(&self, from: State, to: State) -> usize {
        self.members(from, to).len()
    }

    /// How many were in a state on the first roll call.
    pub fn sum_from(&self, from: State) -> usize {
        State::ALL.map(|to| self.count(from, to)).iter().sum()
    }

    /// How many were in a state on the second roll call.
    pub fn sum_to(&self, to: State) -> usize {
        State::ALL.map(|from| self.count(from, to)).iter().sum()
    }

    /// How many were members at either roll call.
    pub fn all(&self) -> usize {
        State::ALL.map(|from| self.sum_from(from)).iter().sum()
    }

    /// The states that anybody was in.
    pub fn states(&self) -> impl Iterator<Item = State> {
        State::ALL.into_iter().filter(|&state| self.sum_from(state) + self.sum_to(state) > 0)
    }

    /// How many moved.
    pub fn moved(&self) -> MoveCount {
        let count = |kind: &dyn Fn(&Move) -> bool| -> usize {
            self.moves.iter().filter(|one| one.at_both() && kind(one)).map(|one| one.members.len()).sum()
        };
        let is_away = |one: &Move| !one.stayed() && [one.from, one.to].contains(&State::Absent);
        MoveCount { moved: count(&|one| !one.stayed()), away: count(&is_away), of: count(&|_| true) }
    }
}

/// Whether both states are of no member.
pub fn is_neither(from: State, to: State) -> bool {
    from == State::NotMember && to == State::NotMember
}

/// Members that cast at least two votes, by how far they went.
#[derive(Clone, Debug)]
pub struct Ranking {
    /// Those that changed a vote, those that went furthest first.
    pub moved: Vec<Movement>,
    /// Those that never did, those that cast the fewest votes first.
    pub still: Vec<Movement>,
    still_by_vote: Vec<Still>,
}

/// Members that always cast the same vote.
#[derive(Clone, Debug)]
pub struct Still {
    /// The vote.
    pub state: State,
    /// The members, those that could have changed most often first.
    pub members: Vec<Movement>,
}

/// The members that moved least.
#[derive(Clone, Debug)]
pub enum Least<'a> {
    /// Some never moved; those that cast the most votes come first.
    Never(Vec<&'a Movement>),
    /// All moved; those that moved least come first.
    Less(Vec<&'a Movement>),
    /// All are among those that moved most.
    NoOthers,
}

impl Ranking {
    pub(super) fn new(record: &Record, ids: &[RollCallId]) -> Self {
        let mut moved = movements(record, ids);
        let still = moved.split_off(moved.partition_point(|movement| movement.changes() > 0));
        Self { still_by_vote: still_by_vote(record, ids, &still), moved, still }
    }

    /// Everybody that is ranked.
    pub fn all(&self) -> impl Iterator<Item = &Movement> {
        self.moved.iter().chain(&self.still)
    }

    /// Those that moved most.
    pub fn most(&self) -> &[Movement] {
        &self.moved[..self.moved.len().min(RANKED)]
    }

    /// Those that moved least: the other end.
    pub fn least(&self) -> Least<'_> {
        if !self.still.is_empty() {
            Least::Never(self.still.iter().rev().take(RANKED).collect())
        } else if self.moved.len() > RANKED {
            Least::Less(self.moved.iter().rev().take(RANKED).collect())
        } else {
            Least::NoOthers
        }
    }

    /// Those that never changed their vote, by that vote.
    pub fn still_by_vote(&self) -> &[Still] {
        &self.still_by_vote
    }
}

fn still_by_vote(record: &Record, ids: &[RollCallId], still: &[Movement]) -> Vec<Still> {
    let mut by_vote: BTreeMap<State, Vec<Movement>> = BTreeMap::new();
    let mut still = still.to_vec();
    still.sort_by_key(|movement| Reverse(movement.n));
    for movement in still {
        let mut states = row(record, ids, movement.member).into_iter();
        let cast = states.find(|state| !matches!(state, State::Absent | State::NotMember));
        by_vote.entry(cast.unwrap_or(State::NotMember)).or_default().push(movement);
    }
    by_vote.into_iter().map(|(state, members)| Still { state, members }).collect()
}
