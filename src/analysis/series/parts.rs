//! The roll calls of one title in a row: which follows which, also where a session has several.

use crate::record::{MemberSet, Planes, Record, RollCallId, State};

use super::order::{LinkedBy, when};

/// By how many more members the nearest of several must have voted alike than the next one.
const MARGIN: usize = 3;
/// At most one in this many of the members that voted on both may have voted differently on consecutive parts.
const APART: usize = 6;

/// Which of `rollcalls`, all of one title and oldest first, follows which.
pub(super) fn links(record: &Record, rollcalls: &[RollCallId]) -> Vec<(RollCallId, RollCallId, LinkedBy)> {
    let mut links = Vec::new();
    for pair in occasions(record, rollcalls).windows(2) {
        match (pair[0], pair[1]) {
            (&[first], &[second]) => links.push((first, second, LinkedBy::Words)),
            (earlier, later) => {
                let follows = |&second: &RollCallId| {
                    let first = nearest(record, second, earlier)?;
                    (nearest(record, first, later)? == second).then_some((first, second, LinkedBy::Votes))
                };
                links.extend(later.iter().filter_map(follows));
            }
        }
    }
    links
}

/// The roll calls of each session; or of each day of it, where no day has several: then the text was voted on again.
fn occasions<'a>(record: &Record, rollcalls: &'a [RollCallId]) -> Vec<&'a [RollCallId]> {
    let same_session = |a: &RollCallId, b: &RollCallId| when(record, *a).0 == when(record, *b).0;
    let again = |session: &[RollCallId]| session.windows(2).all(|pair| when(record, pair[0]) != when(record, pair[1]));
    let sessions = rollcalls.chunk_by(same_session);
    sessions.flat_map(|session| session.chunks(if again(session) { 1 } else { session.len() })).collect()
}

/// The one of `others` on which clearly most members voted as on `id`.
fn nearest(record: &Record, id: RollCallId, others: &[RollCallId]) -> Option<RollCallId> {
    let votes = record.votes().of_rollcall(id);
    let mut apart: Vec<_> =
        others.iter().map(|&other| (differences(votes, record.votes().of_rollcall(other)), other)).collect();
    apart.sort_unstable();
    let &((different, of), nearest) = apart.first()?;
    let clear = apart.get(1).is_none_or(|&((next, _), _)| next > different + MARGIN);
    (clear && different * APART <= of).then_some(nearest)
}

/// How many members voted otherwise, of how many that cast a vote on both.
fn differences(a: &Planes<MemberSet>, b: &Planes<MemberSet>) -> (usize, usize) {
    let both = a.cast().count_both(&b.cast());
    let cast = State::OF_MEMBERS.into_iter().filter(|&state| state != State::Absent);
    let alike: usize = cast.filter_map(|state| Some(a.of(state)?.count_both(b.of(state)?))).sum();
    (both - alike, both)
}
