//! Years in which a series has nothing to show, and why.

use crate::record::{Record, RollCallId};

/// Why a year has no roll call of a series. That no vote was recorded does not say that nothing was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// It has one, which was not asked for.
    NotAsked,
    /// It has several under the title of the series, which can't be told apart.
    NotToldApart,
    /// No vote was recorded.
    NoVote,
}

impl Gap {
    /// Why `year` has nothing of what was asked for of the series `whole`; `undecided` are those that can't be told apart.
    pub fn of(record: &Record, year: i16, whole: &[RollCallId], undecided: &[RollCallId]) -> Self {
        let in_year = |ids: &[RollCallId]| ids.iter().any(|&id| record.rollcall(id).date.year() == year);
        match () {
            () if in_year(whole) => Self::NotAsked,
            () if in_year(undecided) => Self::NotToldApart,
            () => Self::NoVote,
        }
    }
}
