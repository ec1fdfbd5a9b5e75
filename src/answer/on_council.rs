//! When a member sat on the Security Council, and how often it vetoed there.

use crate::record::{Body, MemberId, PERMANENT, Record, RollCallSet, State};

/// A member's time on the Council, by the roll calls on which it had a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnCouncil {
    /// Whether its seat is permanent.
    pub(crate) permanent: bool,
    /// The first and the last year of each time that it sat there, oldest first.
    pub(crate) years: Vec<(i16, i16)>,
    /// On how many roll calls it had a seat.
    pub(crate) rollcalls: usize,
    /// How many drafts failed for its no.
    pub(crate) vetoes: usize,
}

impl OnCouncil {
    /// The time of a member there; none if it never had a seat.
    pub fn new(record: &Record, id: MemberId) -> Option<Self> {
        let seated = Self::seated(record, id);
        let mut years: Vec<(i16, i16)> = Vec::new();
        for at in seated.iter() {
            let year = record.rollcall(at).date.year();
            match years.last_mut() {
                Some((_, last)) if year - *last <= 1 => *last = year,
                _ => years.push((year, year)),
            }
        }
        (!years.is_empty()).then(|| Self {
            permanent: PERMANENT.contains(&record.code(id)),
            years,
            rollcalls: seated.len(),
            vetoes: seated.iter().filter(|&at| record.rollcall(at).veto().contains(id)).count(),
        })
    }

    /// The roll calls of the Council on which a member had a seat.
    fn seated(record: &Record, id: MemberId) -> RollCallSet {
        let votes = record.votes();
        record.those(|at, rollcall| rollcall.body == Body::Council && votes.state(at, id) != State::NotMember)
    }
}
