//! A member as a term of a query names it.

use crate::record::{MemberId, Text};

/// A member as a term names it.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    pub id: MemberId,
    pub code: Text,
    /// Whether it was given by a code or a whole name, so that nobody need be told who was understood.
    pub surely: bool,
}

impl PartialEq for Seat {
    /// The same member, however it was named.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Seat {}
