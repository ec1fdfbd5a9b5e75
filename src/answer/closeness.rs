//! How close a roll call was: its margin, and how many would have had to turn from yes to no for it to fail.

use serde::Serialize;

use crate::record::{Body, Record, RollCallId, Tally};

/// How close a roll call of the Assembly was. The source does not say which majority applied: both are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Closeness {
    /// Yes minus no.
    pub margin: i32,
    /// How many from yes to no until it has no simple majority; none where it has none.
    pub simple: Option<u16>,
    /// The same of two thirds of those that voted yes or no.
    pub two_thirds: Option<u16>,
}

impl Closeness {
    /// Of a tally.
    pub fn new(tally: Tally) -> Self {
        let Tally { yes, no, .. } = tally;
        let simple = (yes > no).then(|| (yes - no).div_ceil(2));
        let two_thirds = (yes > 0 && yes >= 2 * no).then(|| (yes - 2 * no) / 3 + 1);
        Self { margin: tally.margin(), simple, two_thirds }
    }

    /// Of a roll call; none of the Council, which has other majorities, and where votes by member were not recorded.
    pub fn of(record: &Record, id: RollCallId) -> Option<Self> {
        let tally = record.tally(id);
        (record.rollcall(id).body == Body::Assembly && tally.is_recorded()).then(|| Self::new(tally))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Turned one by one until it fails.
    fn slowly(yes: u16, no: u16, passes: impl Fn(u16, u16) -> bool) -> Option<u16> {
        (yes > 0 && passes(yes, no)).then(|| (1..=yes).find(|&turned| !passes(yes - turned, no + turned)).unwrap())
    }

    #[test]
    fn as_many_must_turn_as_when_they_are_turned_one_by_one() {
        for yes in 0..60 {
            for no in 0..60 {
                let close = Closeness::new(Tally { yes, no, abstain: 3, absent: 2 });
                assert_eq!(close.simple, slowly(yes, no, |yes, no| yes > no), "{yes} {no}");
                assert_eq!(close.two_thirds, slowly(yes, no, |yes, no| yes >= 2 * no), "{yes} {no}");
                assert_eq!(close.margin, i32::from(yes) - i32::from(no));
            }
        }
    }
}
