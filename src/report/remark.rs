//! What a reader should know of a roll call, in words.

use serde::{Serialize, Serializer};

use crate::answer::show::Remarks;
use crate::record::{OtherTotals, RollCallRemark};

impl RollCallRemark {
    /// The remark in a sentence.
    pub fn in_words(&self) -> String {
        match self {
            Self::Corrected { member, intended, recorded } => {
                format!("Shown and counted as corrected: {member} {}, recorded {}.", intended.word(), recorded.word())
            }
            Self::OfSource(remark) => remark.clone(),
            Self::Totals(totals) => totals.in_words(),
            Self::Noted { remark, source } => format!("{remark} ({source})"),
        }
    }
}

impl OtherTotals {
    /// The totals that are stated, beside what the rows give.
    pub(super) fn in_words(&self) -> String {
        match self {
            Self::WithoutRows([yes, no, abstain]) => format!("The source states {yes}–{no}–{abstain}."),
            Self::OtherRows { stated, counted } => stated.against(*counted),
        }
    }
}

impl Remarks {
    /// Each in a sentence.
    pub(crate) fn in_words(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(RollCallRemark::in_words)
    }

    /// All in one text; none where there are none.
    pub(super) fn joined(&self) -> Option<String> {
        (!self.0.is_empty()).then(|| self.in_words().collect::<Vec<_>>().join(" "))
    }
}

impl Serialize for Remarks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.joined().serialize(serializer)
    }
}
