//! Totals that a source states of a roll call.

use serde::{Deserialize, Serialize};

use super::packed::{Packable, Packer, Unpacker};
use super::votes::Tally;

/// The totals that a source states of a roll call: yes, no, abstaining, not voting, members; none where it states none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stated(pub [Option<u16>; 5]);

impl Stated {
    /// How a remark of the importer of earlier versions began and ended, which kept the totals there.
    const NOTED: (&str, &str) = ("the source states ", " (yes, no, abstaining, not voting, members), its rows count ");

    /// Whether rows that give this tally do not give these totals.
    pub fn contradict(&self, tally: Tally) -> bool {
        self.0.iter().zip(counts(tally)).any(|(stated, counted)| stated.is_some_and(|stated| stated != counted))
    }

    /// How many members there were: as stated, or as the other totals sum up to.
    pub fn members(&self) -> Option<u32> {
        let [yes, no, abstain, absent, members] = self.0.map(|total| total.map(u32::from));
        members.or_else(|| Some(yes? + no? + abstain? + absent?))
    }

    /// Whether anything is stated.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// What is stated beside what the rows count, in words.
    pub fn against(&self, tally: Tally) -> String {
        let list = |counts: [Option<u16>; 5]| {
            counts.map(|count| count.map_or_else(|| "–".to_owned(), |count| count.to_string())).join("-")
        };
        let (begin, middle) = Self::NOTED;
        format!("{begin}{}{middle}{}", list(self.0), list(counts(tally).map(Some)))
    }

    /// The totals that a remark of an earlier version's importer holds, and what else the remark says.
    pub(super) fn noted(note: &str) -> Option<(Self, &str)> {
        let (begin, middle) = Self::NOTED;
        let (before, rest) = note.rsplit_once(begin)?;
        let (totals, _) = rest.split_once(middle)?;
        let mut stated = [None; 5];
        let mut parts = totals.split('-');
        for total in &mut stated {
            *total = match parts.next()? {
                "–" => None,
                count => Some(count.parse().ok()?),
            };
        }
        parts.next().is_none().then(|| (Self(stated), before.trim_end_matches("; ")))
    }
}

/// What a source's totals count, of a tally.
fn counts(tally: Tally) -> [u16; 5] {
    [tally.yes, tally.no, tally.abstain, tally.absent, tally.members()]
}

impl Packable for Stated {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(Packable::unpack(from))
    }
}
