//! Roll calls as rows: what each is and how it went.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{Body, Outcome, Record, RecordNumber, RollCallId, Session, State, Tally, TextKind};

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
            votes_of: BTreeMap::new(),
        }
    }
}
