//! Roll calls side by side: who moved from which vote to which, who voted in which pattern, who moved most and least.
//!
//! Everything here takes the roll calls in the order that it is given, which need not be that of their days.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::record::{MemberId, MemberSet, Record, RollCallId, State};

/// Every member's state on a first roll call against its state on a second: five by five sets of seats that share
/// nothing and together are all seats of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transitions {
    cells: [[MemberSet; State::ALL.len()]; State::ALL.len()],
}

/// Members that went from one state to another, or stayed in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// The state on the first roll call.
    pub from: State,
    /// The state on the second.
    pub to: State,
    /// The members, at least one.
    pub members: MemberSet,
}

impl Move {
    /// Whether both states are the same.
    pub fn stayed(&self) -> bool {
        self.from == self.to
    }

    /// Whether its members were members at both roll calls, as those that switch or stay are.
    pub fn at_both(&self) -> bool {
        self.from != State::NotMember && self.to != State::NotMember
    }
}

impl Transitions {
    /// From `first` to `second`.
    pub fn new(record: &Record, first: RollCallId, second: RollCallId) -> Self {
        let seats = record.members().iter().map(|(id, _)| id).collect();
        let [first, second] = [first, second].map(|id| {
            let votes = record.votes().of_rollcall(id);
            let absent_then = &seats - &votes.members();
            State::ALL.map(|state| votes.of(state).copied().unwrap_or(absent_then))
        });
        Self { cells: first.map(|from| second.map(|to| &from & &to)) }
    }

    /// The seats that were `from` on the first and `to` on the second.
    pub fn of(&self, from: State, to: State) -> &MemberSet {
        &self.cells[from as usize][to as usize]
    }

    /// All moves that somebody made, the diagonal and those of a member of only one day included: those of the most
    /// members first, then in the order in which states are shown. Seats that were members at neither are left out.
    pub fn moves(&self) -> Vec<Move> {
        let pairs = State::ALL.into_iter().flat_map(|from| State::ALL.map(|to| (from, to)));
        let moves = pairs.map(|(from, to)| Move { from, to, members: *self.of(from, to) });
        let neither = |one: &Move| one.from == State::NotMember && one.to == State::NotMember;
        let mut moves: Vec<_> = moves.filter(|one| !one.members.is_empty() && !neither(one)).collect();
        moves.sort_by_key(|one| Reverse(one.members.len()));
        moves
    }
}

/// Members with the same row of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The state on each roll call, in their order.
    pub states: Vec<State>,
    /// The members, at least one.
    pub members: MemberSet,
}

impl Pattern {
    /// Whether two of its states as a member differ.
    pub fn moved(&self) -> bool {
        let mut states = self.states.iter().filter(|&&state| state != State::NotMember);
        let first = states.next();
        states.any(|state| Some(state) != first)
    }
}

/// The states of `member` on each of `rollcalls`.
pub fn row(record: &Record, rollcalls: &[RollCallId], member: MemberId) -> Vec<State> {
    rollcalls.iter().map(|&id| record.votes().state(id, member)).collect()
}

/// Members grouped by their rows of states over `rollcalls`: those of the most members first, then in the order in
/// which states are shown. Seats that were members at none of them are left out.
pub fn patterns(record: &Record, rollcalls: &[RollCallId]) -> Vec<Pattern> {
    let mut rows: BTreeMap<Vec<State>, MemberSet> = BTreeMap::new();
    for (member, _) in record.members().iter() {
        rows.entry(row(record, rollcalls, member)).or_insert(MemberSet::EMPTY).insert(member);
    }
    let rows = rows.into_iter().map(|(states, members)| Pattern { states, members });
    let mut patterns: Vec<_> =
        rows.filter(|pattern| pattern.states.iter().any(|&state| state != State::NotMember)).collect();
    patterns.sort_by_key(|pattern| Reverse(pattern.members.len()));
    patterns
}

/// How much a member moved through a list of roll calls.
///
/// Its votes cast are taken in order; where it was absent or no member nothing is counted and nothing ends. Two votes
/// in a row that differ are a change: a turn between yes and no, or a step between abstaining and either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The member.
    pub member: MemberId,
    /// Votes in a row that could have differed: votes cast less one. The count that the others are of, at least 1.
    pub n: u32,
    /// Changes between yes and no.
    pub turns: u32,
    /// Changes between abstaining and yes or no.
    pub steps: u32,
}

impl Movement {
    /// All changes, of at most `n`.
    pub fn changes(&self) -> u32 {
        self.turns + self.steps
    }

    /// How far it went on the line yes, abstain, no: a turn is two steps.
    pub fn way(&self) -> u32 {
        2 * self.turns + self.steps
    }
}

/// How much each member that cast at least two votes on `rollcalls` moved: those that went furthest first, of equals
/// those with the fewest votes first, then in the order of their names. Read from its end it ranks those that moved
/// least, of equals those that cast the most votes.
pub fn movements(record: &Record, rollcalls: &[RollCallId]) -> Vec<Movement> {
    let movement = |member| {
        let states = row(record, rollcalls, member);
        let cast: Vec<_> =
            states.into_iter().filter(|state| !matches!(state, State::Absent | State::NotMember)).collect();
        let n = cast.len().checked_sub(1).filter(|&n| n > 0)? as u32;
        let (mut turns, mut steps) = (0, 0);
        for pair in cast.windows(2).filter(|pair| pair[0] != pair[1]) {
            *if pair.contains(&State::Abstain) { &mut steps } else { &mut turns } += 1;
        }
        Some(Movement { member, n, turns, steps })
    };
    let mut movements: Vec<_> = record.members().by_name().into_iter().filter_map(movement).collect();
    movements.sort_by_key(|movement| (Reverse(movement.way()), movement.n));
    movements
}
