//! The roll call of a record in whose place one of a file comes.

use super::Record;
use super::layers::key;
use super::rollcall::RollCall;
use super::sets::RollCallId;

impl Record {
    /// The roll call that this one would replace: the one with its number or, where one of the two has none of the
    /// library's, the only one of its symbol and date.
    pub fn counterpart(&self, rollcall: &RollCall) -> Option<RollCallId> {
        let of_symbol = || {
            let there = self.those_of_day(rollcall.date);
            let mut same = there.filter(|(_, other)| !rollcall.symbol.is_empty() && key(other) == key(rollcall));
            let (id, other) = same.next()?;
            (same.next().is_none() && other.number.is_own() != rollcall.number.is_own()).then_some(id)
        };
        self.by_number(rollcall.number).or_else(of_symbol)
    }
}
