//! Who wavers on a text that returns: how often a member changed from one vote cast to the next over its last texts.

use crate::record::{MemberId, Record, RollCallId, State};

/// Over how many of the last texts.
pub const LAST_TEXTS: usize = 6;
/// The fewest votes cast among them.
const LEAST_CAST: usize = 4;

/// The changes of a member, and how many there could have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wavering {
    /// From one vote cast to the next.
    pub changes: u8,
    /// One fewer than the votes cast.
    pub n: u8,
}

/// The changes of a member over the last of `texts`, oldest first, votes on which were recorded; none where it cast too
/// few. An absence is no vote: the votes before and after it are next to each other.
pub fn wavering(record: &Record, member: MemberId, texts: &[RollCallId]) -> Option<Wavering> {
    let recorded: Vec<_> = texts.iter().rev().filter(|&&id| record.is_recorded(id)).take(LAST_TEXTS).collect();
    let cast: Vec<State> =
        recorded.into_iter().map(|&id| record.votes().state(id, member)).filter(|state| state.is_cast()).collect();
    if cast.len() < LEAST_CAST {
        return None;
    }
    let changes = cast.windows(2).filter(|pair| pair[0] != pair[1]).count();
    Some(Wavering { changes: changes as u8, n: (cast.len() - 1) as u8 })
}

/// The last two votes cast of a member where they are on the last two recorded of `texts` and differ.
pub fn moved_last(record: &Record, member: MemberId, texts: &[RollCallId]) -> Option<(State, State)> {
    let mut recorded = texts.iter().rev().filter(|&&id| record.is_recorded(id));
    let (&last, &before) = (recorded.next()?, recorded.next()?);
    let [from, to] = [before, last].map(|id| record.votes().state(id, member));
    (from.is_cast() && to.is_cast() && from != to).then_some((from, to))
}
