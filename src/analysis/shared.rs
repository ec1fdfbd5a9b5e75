//! The roll calls on which two members cast a vote: alike, half apart or opposite, and the last of each.

use crate::record::{MemberId, Record, RollCallId, RollCallSet, State};

/// The roll calls of a set on which two members cast a vote. They share none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Both yes.
    pub yes: RollCallSet,
    /// Both no.
    pub no: RollCallSet,
    /// Both abstained.
    pub abstain: RollCallSet,
    /// Exactly one abstained.
    pub partial: RollCallSet,
    /// Yes against no.
    pub opposite: RollCallSet,
}

/// Where `a` and `b` voted how beside each other, of the roll calls of `set`.
pub fn shared(record: &Record, a: MemberId, b: MemberId, set: &RollCallSet) -> Shared {
    let [a, b] = [a, b].map(|member| record.votes().of_member(member));
    let both = |x: &RollCallSet, y: &RollCallSet| &(x & y) & set;
    let either = |x: RollCallSet, y: RollCallSet| &x | &y;
    Shared {
        yes: both(&a.yes, &b.yes),
        no: both(&a.no, &b.no),
        abstain: both(&a.abstain, &b.abstain),
        partial: either(both(&a.abstain, &(&b.yes | &b.no)), both(&(&a.yes | &a.no), &b.abstain)),
        opposite: either(both(&a.yes, &b.no), both(&a.no, &b.yes)),
    }
}

impl Shared {
    /// Both cast a vote, whichever.
    pub fn cast(&self) -> RollCallSet {
        &(&self.same() | &self.partial) | &self.opposite
    }

    /// The same vote, whichever.
    pub fn same(&self) -> RollCallSet {
        &(&self.yes | &self.no) | &self.abstain
    }

    /// The last time both cast the same vote.
    pub fn last_alike(&self) -> Option<RollCallId> {
        last(&self.same())
    }

    /// The last time one voted yes and the other no.
    pub fn last_opposed(&self) -> Option<RollCallId> {
        last(&self.opposite)
    }

    /// The last time both cast this vote; none for a state that is no vote.
    pub fn last_both(&self, vote: State) -> Option<RollCallId> {
        match vote {
            State::Yes => last(&self.yes),
            State::No => last(&self.no),
            State::Abstain => last(&self.abstain),
            State::Absent | State::NotMember => None,
        }
    }
}

fn last(set: &RollCallSet) -> Option<RollCallId> {
    set.iter().next_back()
}
