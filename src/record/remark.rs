//! What a reader should know of a roll call beside its votes, as data.

use super::stated::Stated;
use super::{Record, RollCallId, State, Tally};

/// What a reader should know of a roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RollCallRemark {
    /// A vote is shown and counted as its member meant it.
    Corrected {
        /// The member's name.
        member: String,
        /// What it had meant to vote.
        intended: State,
        /// What the record has.
        recorded: State,
    },
    /// The source's own remark.
    OfSource(String),
    /// The source states totals that its rows do not give.
    Totals(OtherTotals),
    /// A remark of the notes.
    Noted {
        /// What it says.
        remark: String,
        /// Where it is from.
        source: String,
    },
}

/// Totals that a source states and its rows do not give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherTotals {
    /// There are no rows: yes, no and abstaining as stated.
    WithoutRows([u16; 3]),
    /// The rows give another tally.
    OtherRows {
        /// The totals.
        stated: Stated,
        /// What the rows give.
        counted: Tally,
    },
}

impl RollCallRemark {
    /// Whether the source or the notes name `what` in it.
    pub fn names(&self, what: &str) -> bool {
        match self {
            Self::OfSource(remark) | Self::Noted { remark, .. } => remark.contains(what),
            Self::Corrected { .. } | Self::Totals(_) => false,
        }
    }
}

impl Record {
    /// What a reader should know of a roll call: what is corrected, the source's own remark, its totals where its rows do not
    /// give them, and the remarks of the notes.
    pub fn remarks(&self, id: RollCallId) -> Vec<RollCallRemark> {
        let rollcall = self.rollcall(id);
        let own = rollcall.details().note.iter().map(|note| RollCallRemark::OfSource(note.to_string()));
        let noted = self.notes_of(rollcall.number).filter_map(|note| {
            let remark = note.remark.as_ref()?.to_string();
            Some(RollCallRemark::Noted { remark, source: note.source.to_string() })
        });
        let totals = self.other_totals(id).map(RollCallRemark::Totals);
        self.corrections_of(rollcall.number).chain(own).chain(totals).chain(noted).collect()
    }

    /// The totals that the source states of a roll call, where its rows do not give them.
    pub fn other_totals(&self, id: RollCallId) -> Option<OtherTotals> {
        let (stated, counted) = (*self.rollcall(id).stated()?, self.tally(id));
        if counted.is_recorded() {
            return stated.contradict(counted).then_some(OtherTotals::OtherRows { stated, counted });
        }
        let [yes, no, abstain, ..] = stated.0.map(Option::unwrap_or_default);
        let totals = [yes, no, abstain];
        totals.iter().any(|&total| total > 0).then_some(OtherTotals::WithoutRows(totals))
    }
}
