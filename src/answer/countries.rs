//! Members as rows: how often each voted how over a window.

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::{Figure, Metric, Neighbours, Pair, Position, neighbours, position};
use crate::record::{Index, MemberId, Record, RollCallSet};

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
    /// The day of its last vote in the window.
    pub(crate) last: Option<Date>,
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
                last: last_vote(record, id, set),
                votes,
            }
        };
        Self { members: ids.iter().map(row).collect(), source: window.credit.clone(), window }
    }
}

/// The day of a member's last vote on a roll call of `set`.
fn last_vote(record: &Record, member: MemberId, set: &RollCallSet) -> Option<Date> {
    let own = record.votes().of_member(member);
    let last = [&own.yes, &own.no, &own.abstain].into_iter().filter_map(|plane| (plane & set).iter().next_back()).max();
    last.map(|id| record.rollcall(id).date)
}

/// How far each seat agrees with `member` over the roll calls of `set`, in the order of the seats; with itself it does not
/// say.
pub(crate) fn agreement_with(record: &Record, member: MemberId, set: &RollCallSet) -> Vec<Figure> {
    let Neighbours { ranked, few } = neighbours(record, member, set);
    let mut figures = vec![Pair::default().figure(Metric::Agreement); record.members().len()];
    for other in ranked.iter().chain(&few) {
        figures[other.member.index()] = other.pair.figure(Metric::Agreement);
    }
    figures
}
