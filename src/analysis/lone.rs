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

/// The roll calls of `set` on which `member` cast a vote that at most `others` other members cast too, newest first.
pub fn lone(record: &Record, member: MemberId, set: &RollCallSet, others: u16) -> Vec<Lone> {
    let votes = record.votes().of_member(member);
    let mut found = Vec::new();
    for (vote, plane) in [(State::Yes, &votes.yes), (State::No, &votes.no), (State::Abstain, &votes.abstain)] {
        found.extend((plane & set).iter().filter_map(|rollcall| {
            let with = record.tally(rollcall).of(vote) - 1;
            (with <= others).then_some(Lone { rollcall, vote, others: with })
        }));
    }
    found.sort_by_key(|lone| Reverse(lone.rollcall));
    found
}
