//! A member over a set of roll calls: how often it voted how, and how often it was there.

use crate::record::{MemberId, Record, RollCallSet, State};

/// How often a member was in which state: counts of roll calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// Votes in favour.
    pub yes: u32,
    /// Votes against.
    pub no: u32,
    /// Abstentions.
    pub abstain: u32,
    /// Roll calls on which it was a member and did not vote; none where the record does not know.
    pub absent: Option<u32>,
}

impl Position {
    /// Votes cast: yes, no and abstentions.
    pub fn cast(self) -> u32 {
        self.yes + self.no + self.abstain
    }

    /// Roll calls on which it was a member; none where the record does not know.
    pub fn member(self) -> Option<u32> {
        self.absent.map(|absent| self.cast() + absent)
    }

    /// Whether it has a row on any roll call: where the record does not know absences, whether it cast a vote.
    pub fn is_any(self) -> bool {
        self.member().unwrap_or(self.cast()) > 0
    }

    /// The share of the roll calls on which it was a member that it cast a vote on, from 0 to 1. None where it was
    /// never one, or the record does not know.
    pub fn attendance(self) -> Option<f64> {
        let member = self.member().filter(|&member| member > 0)?;
        Some(f64::from(self.cast()) / f64::from(member))
    }

    /// The share of the votes cast that were yes, no or abstentions, from 0 to 1. None where no vote was cast, and of what
    /// is no vote.
    pub fn share(self, vote: State) -> Option<f64> {
        let count = match vote {
            State::Yes => self.yes,
            State::No => self.no,
            State::Abstain => self.abstain,
            State::Absent | State::NotMember => return None,
        };
        (self.cast() > 0).then(|| f64::from(count) / f64::from(self.cast()))
    }
}

/// The votes of `member` on the roll calls of `set`.
pub fn position(record: &Record, member: MemberId, set: &RollCallSet) -> Position {
    let votes = record.votes().of_member(member);
    let span = set.span();
    let count = |plane: &RollCallSet| -> u32 {
        let words = plane.words()[span.clone()].iter().zip(&set.words()[span.clone()]);
        words.map(|(plane, set)| (plane & set).count_ones()).sum()
    };
    Position {
        yes: count(&votes.yes),
        no: count(&votes.no),
        abstain: count(&votes.abstain),
        absent: record.origin().has_absences().then(|| count(&votes.absent)),
    }
}
