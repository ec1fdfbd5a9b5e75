//! What is counted again, and what is odd about it.

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{OtherTotals, Record, RecordNumber, RollCallId, RollCallRemark, Tally};

/// One thing that is counted again.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Recount {
    pub(crate) name: CheckedPart,
    /// How many were looked at.
    pub(crate) checked: usize,
    /// How many are odd, and a remark of the record says so.
    pub(crate) remarked: usize,
    /// These, each with the remark.
    pub(crate) remarks: Vec<Finding>,
    /// What is odd, and nothing says so.
    pub(crate) found: Vec<Finding>,
}

/// What is counted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckedPart {
    Keys,
    Order,
    Tallies,
    Totals,
    Recorded,
    Turnout,
    Memberships,
    File,
}

/// What is odd.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Finding {
    /// The record number of the roll call; none for the record as a whole.
    pub(crate) rollcall: Option<u32>,
    pub(crate) symbol: String,
    pub(crate) what: Oddity,
    /// What the record itself says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) remark: Option<OddityRemark>,
}

/// In which way something is odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// Its record number is of another roll call too.
    SameNumber(RecordNumber),
    /// Its symbol is of another roll call too.
    SameSymbol(String),
    /// It comes after a later roll call.
    OutOfOrder(Date),
    /// A member is in two states, by its code.
    VotesTwice(String),
    /// Its members sum up to another tally.
    OtherTally { stored: Tally, counted: Tally },
    /// Its rows do not give the totals that the source states.
    Totals(OtherTotals),
    /// Its votes by member were not recorded.
    NotRecorded,
    /// Fewer than half of the members cast a vote.
    FewCast(Tally),
    /// A member has a row before its seat was admitted.
    BeforeAdmission { code: String, admitted: Date },
    /// A member has a row after its seat ended.
    AfterEnd { code: String, ended: Date },
    /// Written and read again the record has another checksum.
    OtherChecksum,
    /// Written it can't be read again, and why.
    Unreadable(String),
}

/// What the record itself says of what is odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OddityRemark {
    /// Remarks on the roll call.
    Said(Vec<RollCallRemark>),
    /// What holds of all days on which a seat begins or ends.
    ByDay(&'static str),
    /// The roll call is marked as one without votes by member, and counts in no figure.
    Marked,
}

impl Recount {
    pub(super) fn new(name: CheckedPart, checked: usize) -> Self {
        Self { name, checked, remarked: 0, remarks: Vec::new(), found: Vec::new() }
    }

    pub(super) fn odd(&mut self, record: &Record, id: RollCallId, what: Oddity) {
        self.doubt(record, id, what, None);
    }

    /// What is odd, unless `remark` says so.
    pub(super) fn doubt(&mut self, record: &Record, id: RollCallId, what: Oddity, remark: Option<OddityRemark>) {
        let rollcall = record.rollcall(id);
        let (number, symbol) = (Some(rollcall.number.0), rollcall.symbol.to_string());
        let list = if remark.is_some() { &mut self.remarks } else { &mut self.found };
        list.push(Finding { rollcall: number, symbol, what, remark });
        self.remarked = self.remarks.len();
    }
}
