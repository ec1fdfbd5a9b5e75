//! Roll calls as rows: what each is and how it went.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::record::{Body, MemberId, Outcome, Record, RecordNumber, RollCallId, Session, State, Tally, TextKind};

use super::window::Window;

/// A roll call in a list.
#[derive(Clone, Debug, Serialize)]
pub struct RollCallRow<'r> {
    /// The library's record number.
    pub id: RecordNumber,
    /// The symbol.
    pub symbol: &'r str,
    /// The day of the vote.
    pub date: Date,
    /// The session of the Assembly; the Council has none.
    pub session: Option<Session>,
    /// The title.
    pub title: &'r str,
    /// Votes in favour; this and the other counts are none where votes by member were not recorded.
    pub yes: Option<u16>,
    /// Votes against.
    pub no: Option<u16>,
    /// Abstentions.
    pub abstain: Option<u16>,
    /// Members that did not vote; none where the record does not know.
    pub absent: Option<u16>,
    /// Members then; none where the record does not know.
    pub members: Option<u16>,
    /// The body whose members voted.
    pub body: Body,
    /// What the vote was on.
    pub kind: TextKind,
    /// How it ended.
    pub outcome: Outcome,
    /// Where the library has it, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The votes of members that stand beside it, by their codes; not of those that were no members then.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub votes_of: BTreeMap<&'r str, State>,
}

impl<'r> RollCallRow<'r> {
    /// The row of one roll call.
    pub fn new(record: &'r Record, id: RollCallId) -> Self {
        let rollcall = record.rollcall(id);
        let tally = Some(record.tally(id)).filter(|tally| tally.is_recorded());
        let whole = tally.filter(|_| record.origin().has_absences());
        Self {
            id: rollcall.number,
            symbol: &rollcall.symbol,
            date: rollcall.date,
            session: rollcall.session,
            title: &rollcall.title,
            yes: tally.map(|tally| tally.yes),
            no: tally.map(|tally| tally.no),
            abstain: tally.map(|tally| tally.abstain),
            absent: whole.map(|tally| tally.absent),
            members: whole.map(Tally::members),
            body: rollcall.body,
            kind: rollcall.kind,
            outcome: rollcall.outcome,
            link: None,
            votes_of: BTreeMap::new(),
        }
    }

    /// The tally; none where votes by member were not recorded.
    pub(crate) fn tally(&self) -> Option<Tally> {
        let (yes, no, abstain) = (self.yes?, self.no?, self.abstain?);
        Some(Tally { yes, no, abstain, absent: self.absent.unwrap_or_default() })
    }
}

/// A list of roll calls.
#[derive(Clone, Debug)]
pub struct RollCallList<'r> {
    pub(crate) rows: Vec<RollCallRow<'r>>,
    /// The codes of members whose votes stand beside each.
    pub(crate) beside: Vec<&'r str>,
    pub(crate) window: Window,
}

impl<'r> RollCallList<'r> {
    /// The roll calls `ids`, of those that the window holds.
    pub fn new(record: &'r Record, ids: &[RollCallId], window: Window) -> Self {
        Self { rows: ids.iter().map(|&id| RollCallRow::new(record, id)).collect(), beside: Vec::new(), window }
    }

    /// The same with where the library has each.
    #[must_use]
    pub fn with_links(mut self, record: &Record, ids: &[RollCallId]) -> Self {
        self.rows.iter_mut().zip(ids).for_each(|(row, &id)| row.link = record.link(id));
        self
    }

    /// The same with the votes of members beside each.
    #[must_use]
    pub fn beside(mut self, record: &'r Record, ids: &[RollCallId], members: &[MemberId]) -> Self {
        let code = |&member: &MemberId| record.code(member);
        for (row, &id) in self.rows.iter_mut().zip(ids) {
            let states = members.iter().map(|member| (code(member), record.votes().state(id, *member)));
            row.votes_of = states.filter(|&(_, state)| state != State::NotMember).collect();
        }
        self.beside = members.iter().map(code).collect();
        self
    }
}

impl Serialize for RollCallList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}
