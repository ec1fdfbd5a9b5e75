//! The overlay of corrections: votes as their members said later that they had meant them, for reading only.

use super::Record;
use super::notes::{Corrected, Correction};
use super::remark::RollCallRemark;
use super::rollcall::RecordNumber;
use super::table::VoteTable;
use super::text::counted;

impl Record {
    /// This record with votes as they were meant, where the notes know of any. Its universe says so, and nothing made of
    /// it is to be saved.
    #[must_use]
    pub fn corrected(mut self) -> Self {
        let mut all: Vec<_> = self.entries().map(|(_, votes)| votes.clone()).collect();
        for (rollcall, votes) in self.rollcalls.iter().zip(&mut all) {
            let number = rollcall.number;
            let corrections = self.notes.of(number).iter().filter_map(|note| note.correction.as_ref());
            for &Correction { ref member, recorded, intended } in corrections {
                let member = self.members.by_code(member).filter(|&member| votes.state(member) == recorded);
                if let Some(member) = member {
                    votes.turn(member, intended);
                    self.corrected.push(Corrected { number, member, recorded, intended });
                }
            }
        }
        self.votes = VoteTable::new(&all, self.members.len());
        self
    }

    /// Whether votes stand as they were meant.
    pub fn is_corrected(&self) -> bool {
        !self.corrected.is_empty()
    }

    /// How many of its votes are counted as they were meant, in words; none if all are counted as they were cast.
    pub fn corrected_votes(&self) -> Option<String> {
        let many = self.corrected.len();
        (many > 0).then(|| format!("{} as corrected later", counted(many, "vote")))
    }

    /// The corrected votes of a roll call.
    pub(super) fn corrections_of(&self, number: RecordNumber) -> impl Iterator<Item = RollCallRemark> {
        let of = self.corrected.iter().filter(move |one| one.number == number);
        of.map(|one| RollCallRemark::Corrected {
            member: self.name(one.member).to_owned(),
            intended: one.intended,
            recorded: one.recorded,
        })
    }
}
