//! The words for a member's states on some roll calls: who was no member of the Council then was still a member of the UN.

use super::Record;
use super::sets::RollCallId;
use super::source::Origin;
use super::voted::Body;
use super::votes::State;

/// The words for the states of members on some roll calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateWords(Without);

/// What it means that a member has no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Without {
    /// The source does not tell who was absent, so it may have been either.
    NotKnown,
    NotMember,
    NotOnCouncil,
    /// On a roll call of the Assembly the one, on one of the Council the other.
    Either,
}

impl StateWords {
    /// The word for a state.
    pub fn word(self, state: State) -> &'static str {
        match (state, self.0) {
            (State::NotMember, Without::NotKnown) => "not known",
            (State::NotMember, Without::NotOnCouncil) => "not on the Council",
            (State::NotMember, Without::Either) => "not a member, or not on the Council",
            _ => state.word(),
        }
    }

    /// The word as a heading.
    pub fn heading(self, state: State) -> &'static str {
        match (state, self.0) {
            (State::NotMember, Without::NotKnown) => "Not known",
            (State::NotMember, Without::NotOnCouncil) => "Not on the Council",
            (State::NotMember, Without::Either) => "Not a member, or not on the Council",
            _ => state.heading(),
        }
    }
}

impl Record {
    /// The words for the states of members on these roll calls.
    pub fn state_words(&self, rollcalls: impl IntoIterator<Item = RollCallId>) -> StateWords {
        if self.origin() == Origin::Unvotes {
            return StateWords(Without::NotKnown);
        }
        StateWords(match self.voted_in(rollcalls) {
            (_, false) => Without::NotMember,
            (false, true) => Without::NotOnCouncil,
            (true, true) => Without::Either,
        })
    }

    /// Whose votes these roll calls are: "UN General Assembly", "UN Security Council", or both.
    pub fn bodies(&self, rollcalls: impl IntoIterator<Item = RollCallId>) -> &'static str {
        match self.voted_in(rollcalls) {
            (_, false) => "UN General Assembly",
            (false, true) => "UN Security Council",
            (true, true) => "UN General Assembly and Security Council",
        }
    }

    /// The word for a state on a roll call.
    pub fn state_word(&self, id: RollCallId, state: State) -> &'static str {
        self.state_words([id]).word(state)
    }

    /// Whether any of these roll calls is the Assembly's, and whether any is the Council's.
    fn voted_in(&self, rollcalls: impl IntoIterator<Item = RollCallId>) -> (bool, bool) {
        let (mut assembly, mut council) = (false, false);
        for id in rollcalls {
            match self.rollcall(id).body {
                Body::Assembly => assembly = true,
                Body::Council => council = true,
            }
        }
        (assembly, council)
    }
}
