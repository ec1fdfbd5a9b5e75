//! Members as rows: how often each voted how over a window.

use serde::Serialize;

use crate::analysis::{Position, position};
use crate::record::{MemberId, Record, RollCallSet};

use super::window::{Credit, Window};

/// The votes of members over a window.
#[derive(Clone, Debug, Serialize)]
pub struct Countries<'r> {
    pub(crate) members: Vec<CountryRow<'r>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
}

/// A member in a list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CountryRow<'r> {
    pub(crate) code: &'r str,
    pub(crate) name: &'r str,
    pub(crate) group: Option<&'r str>,
    /// Votes cast.
    pub(crate) n: u32,
    pub(crate) yes: u32,
    pub(crate) no: u32,
    pub(crate) abstain: u32,
    pub(crate) absent: Option<u32>,
    #[serde(skip)]
    pub(crate) votes: Position,
}

impl<'r> Countries<'r> {
    /// The members `ids`, in this order, over the roll calls of `set`, which `window` says.
    pub fn new(record: &'r Record, ids: &[MemberId], set: &RollCallSet, window: Window) -> Self {
        let row = |&id: &MemberId| {
            let member = record.members().get(id);
            let votes = position(record, id, set);
            CountryRow {
                code: &member.code,
                name: &member.name,
                group: member.group.as_deref(),
                n: votes.cast(),
                yes: votes.yes,
                no: votes.no,
                abstain: votes.abstain,
                absent: votes.absent,
                votes,
            }
        };
        Self { members: ids.iter().map(row).collect(), source: window.credit.clone(), window }
    }
}
