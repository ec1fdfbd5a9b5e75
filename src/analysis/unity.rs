//! How far the members of a set voted as one on one roll call. Their line is [`Tally::line`].

use crate::record::{MemberSet, Planes, Tally};

/// The Agreement Index of Hix, Noury and Roland (2005), from 0 (split in thirds) to 1 (unanimous):
/// (max − (total − max) / 2) / total over the votes cast. None where nobody cast a vote.
pub fn cohesion(tally: Tally) -> Option<f64> {
    let total = f64::from(tally.cast());
    let most = f64::from(tally.yes.max(tally.no).max(tally.abstain));
    (total > 0.0).then(|| (most - (total - most) / 2.0) / total)
}

/// Rice's index, from 0 (as many yes as no) to 1: |yes − no| / (yes + no). None where nobody voted yes or no.
pub fn rice(tally: Tally) -> Option<f64> {
    let decided = tally.yes + tally.no;
    (decided > 0).then(|| f64::from(tally.yes.abs_diff(tally.no)) / f64::from(decided))
}

/// Those of `members` that cast a vote other than the line of `members` on a roll call; nobody where it has none.
pub fn defectors(votes: &Planes<MemberSet>, members: &MemberSet) -> MemberSet {
    let line = votes.tally_among(members).line().and_then(|line| votes.of(line));
    line.map_or(MemberSet::EMPTY, |line| &(&votes.cast() & members) - line)
}
