//! Votes that a member cast alone, or nearly.

use std::cmp::Reverse;

use crate::record::{MemberId, Record, RollCallId, RollCallSet, State};

/// With at most how many others a vote counts as nearly alone.
pub const NEARLY: u16 = 3;

/// A vote that few others cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lone {
    /// Where.
    pub rollcall: RollCallId,
    /// The vote: yes, no or abstain.
    pub vote: State,
    /// How many other members cast it too; 0 is a lone vote.
    pub others: u16,
}

/// Where few members cast a vote: counted once over a window, since it is the same whoever cast it.
#[derive(Clone, Debug)]
pub struct Scarce {
    votes: [(State, RollCallSet); 3],
}

impl Scarce {
    /// The roll calls of `set` on which somebody cast a vote that at most `others` other members cast too.
    pub fn new(record: &Record, set: &RollCallSet, others: u16) -> Self {
        let none = || RollCallSet::empty(record.len());
        let mut votes = [(State::Yes, none()), (State::No, none()), (State::Abstain, none())];
        for rollcall in set.iter() {
            let tally = record.tally(rollcall);
            for (vote, scarce) in &mut votes {
                if tally.of(*vote).checked_sub(1).is_some_and(|with| with <= others) {
                    scarce.insert(rollcall);
                }
            }
        }
        Self { votes }
    }
}

/// How many of the votes that few others cast nobody else cast, and how many at most [`NEARLY`] others did, the lone ones
/// among them: what few others cast, nobody else may have cast either.
pub fn lone_counts(found: &[Lone]) -> (usize, usize) {
    let with = |others| found.iter().filter(|lone| lone.others <= others).count();
    (with(0), with(NEARLY))
}

/// The roll calls on which `member` cast one of the `scarce` votes, newest first.
pub fn lone(record: &Record, member: MemberId, scarce: &Scarce) -> Vec<Lone> {
    let own = record.votes().of_member(member);
    let mut found = Vec::new();
    for &(vote, ref scarce) in &scarce.votes {
        let Some(own) = own.of(vote) else { continue };
        for rollcall in (own & scarce).iter() {
            found.push(Lone { rollcall, vote, others: record.tally(rollcall).of(vote) - 1 });
        }
    }
    found.sort_by_key(|lone| Reverse(lone.rollcall));
    found
}
