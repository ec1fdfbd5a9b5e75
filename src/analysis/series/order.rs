//! How a roll call follows another, and when it was.

use jiff::civil::Date;

use crate::record::{Record, RollCallId, Session, packed_by_place};

/// How a roll call was found to follow an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkedBy {
    /// By the words of their titles.
    Words,
    /// Its title names the earlier resolution.
    Reference,
    /// By title, and among several of that title by how members voted.
    Votes,
    /// By the list in `assets/series.json`.
    List,
}

packed_by_place!(LinkedBy);

impl LinkedBy {
    const ALL: [Self; 4] = [Self::Words, Self::Reference, Self::Votes, Self::List];
}

/// Session and day of a roll call.
pub(super) fn when(record: &Record, id: RollCallId) -> (Option<Session>, Date) {
    let rollcall = record.rollcall(id);
    (rollcall.session, rollcall.date)
}
