//! How a roll call follows another, and when it was.

use jiff::civil::Date;

use crate::record::{Record, RollCallId, Session};

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

/// Session and day of a roll call.
pub(super) fn when(record: &Record, id: RollCallId) -> (Session, Date) {
    let rollcall = record.rollcall(id);
    (rollcall.session, rollcall.date)
}
