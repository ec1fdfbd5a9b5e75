//! Every vote of the roll calls of a query, oldest first: one a row, or a roll call a row with a column for each member.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::query::{Expression, Lexicon};
use crate::record::{Body, MemberSet, Record, RecordNumber, RollCallId, RollCallSet, Session, State};

use super::window::Window;

/// One vote.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct VoteRow<'r> {
    /// The roll call that it was cast on.
    #[serde(flatten)]
    pub rollcall: RollCallFacts<'r>,
    /// The member's code.
    pub code: &'r str,
    /// How it voted, or that it did not.
    pub vote: State,
}

/// What a row says of its roll call.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct RollCallFacts<'r> {
    /// The library's record number.
    pub id: RecordNumber,
    /// The symbol.
    pub symbol: &'r str,
    /// The day of the vote.
    pub date: Date,
    /// The session of the Assembly; the Council has none.
    pub session: Option<Session>,
    /// The body whose members voted.
    pub body: Body,
}

/// The votes of all members, or of those of an expression on the day of each roll call. A roll call whose votes by member
/// were not recorded has none.
#[derive(Debug)]
pub struct VoteList<'r> {
    record: &'r Record,
    members: Option<&'r Expression>,
    ids: Vec<RollCallId>,
    window: Window,
}

impl<'r> VoteList<'r> {
    /// Those on the roll calls of `set`, of the members of an expression or of all.
    pub fn new(lexicon: &'r Lexicon<'_>, members: Option<&'r Expression>, window: Window, set: &RollCallSet) -> Self {
        let remarks = members.map(|members| members.remarks(lexicon, set)).unwrap_or_default();
        let blocs = window.blocs.iter().cloned().chain(remarks).collect();
        Self { record: lexicon.record(), members, ids: set.iter().collect(), window: Window { blocs, ..window } }
    }

    /// The roll calls that it is over, oldest first.
    pub fn rollcalls(&self) -> &[RollCallId] {
        &self.ids
    }

    /// What a row says of one of them.
    pub fn facts(&self, id: RollCallId) -> RollCallFacts<'r> {
        let rollcall = self.record.rollcall(id);
        RollCallFacts {
            id: rollcall.number,
            symbol: &rollcall.symbol,
            date: rollcall.date,
            session: rollcall.session,
            body: rollcall.body,
        }
    }

    /// Who is asked about on a roll call, of those that have a vote or an absence on it.
    fn asked(&self, id: RollCallId) -> MemberSet {
        if !self.record.is_recorded(id) {
            return MemberSet::EMPTY;
        }
        let there = self.record.votes().of_rollcall(id).members();
        self.members.map_or(there, |members| &members.members().on(self.record.rollcall(id).date) & &there)
    }

    /// The votes on a roll call, by code.
    pub fn votes(&self, id: RollCallId) -> impl Iterator<Item = (&'r str, State)> {
        let (record, asked) = (self.record, self.asked(id));
        let votes = record.votes().of_rollcall(id);
        let by_code = record.members().by_codes().filter(move |&member| asked.contains(member));
        by_code.map(move |member| (record.code(member), votes.state(member)))
    }

    /// How many rows there are with a vote a row.
    pub fn len(&self) -> usize {
        self.ids.iter().map(|&id| self.asked(id).len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The codes of all that have a vote or an absence in it, in their order: the columns with a roll call a row.
    pub fn codes(&self) -> Vec<&'r str> {
        let all = self.ids.iter().fold(MemberSet::EMPTY, |all, &id| &all | &self.asked(id));
        let by_code = self.record.members().by_codes().filter(|&member| all.contains(member));
        by_code.map(|member| self.record.code(member)).collect()
    }

    /// The window that it is over.
    pub fn window(&self) -> &Window {
        &self.window
    }
}

impl Serialize for VoteList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rows = self.ids.iter().flat_map(|&id| {
            let rollcall = self.facts(id);
            self.votes(id).map(move |(code, vote)| VoteRow { rollcall, code, vote })
        });
        serializer.collect_seq(rows)
    }
}
