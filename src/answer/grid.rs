//! A series as a grid: every member's vote on each of its texts, and who wavers.

use std::cmp::Reverse;

use serde::{Serialize, Serializer};

use crate::analysis::{Wavering, moved_last, wavering};
use crate::record::{MemberId, Record, RollCallId, State};

use super::list::RollCallRow;
use super::series::Series;
use super::window::{Credit, Window};

/// Members as rows and the texts of a series as columns, oldest first; who changed most over the last texts is first.
#[derive(Clone, Debug, Serialize)]
pub struct SeriesGrid<'r> {
    pub(crate) rollcalls: Vec<RollCallRow<'r>>,
    pub(crate) members: Vec<GridRow<'r>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) record: &'r Record,
    #[serde(skip)]
    pub(crate) ids: Vec<RollCallId>,
}

/// A member and its votes.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GridRow<'r> {
    pub(crate) code: &'r str,
    pub(crate) name: &'r str,
    pub(crate) group: Option<&'r str>,
    /// Its changes over the last six texts, and how many there could have been; none with fewer than four votes cast.
    pub(crate) changes: Option<u8>,
    pub(crate) n: Option<u8>,
    /// How often it ever voted no, and how often it abstained.
    pub(crate) no: u32,
    pub(crate) abstain: u32,
    /// Its votes on the last text and the one before, where it cast two different ones.
    #[serde(rename = "moved")]
    pub(crate) moved_last: Option<(State, State)>,
    pub(crate) votes: Vec<GridVote>,
    #[serde(skip)]
    pub(crate) member: MemberId,
}

/// What is known of a member on a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GridVote {
    Known(State),
    /// Votes by member were not recorded.
    NotRecorded,
}

impl Serialize for GridVote {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(State::NotMember) => serializer.serialize_none(),
            Self::Known(state) => state.serialize(serializer),
            Self::NotRecorded => serializer.serialize_str("not recorded"),
        }
    }
}

impl<'r> SeriesGrid<'r> {
    /// All members that ever were one on a text of `series`.
    pub fn new(series: &Series<'r>) -> Self {
        let (record, ids) = (series.record, series.ids().collect::<Vec<_>>());
        let by_name = record.members().by_name().into_iter();
        let mut members: Vec<_> = by_name.filter_map(|member| GridRow::new(record, member, &ids)).collect();
        // As many changes among fewer go first, then who moved last time.
        members.sort_by_key(|row| Reverse((row.changes, row.n.map(Reverse), row.moved_last.is_some())));
        Self {
            rollcalls: series.returns.iter().map(|one| one.row.clone()).collect(),
            members,
            source: series.window.credit.clone(),
            window: series.window.clone(),
            record,
            ids,
        }
    }

    pub(crate) fn of(&self, member: MemberId) -> Option<&GridRow<'r>> {
        self.members.iter().find(|row| row.member == member)
    }
}

impl<'r> GridRow<'r> {
    fn new(record: &'r Record, id: MemberId, ids: &[RollCallId]) -> Option<Self> {
        let vote = |&text: &RollCallId| {
            if record.is_recorded(text) {
                GridVote::Known(record.votes().state(text, id))
            } else {
                GridVote::NotRecorded
            }
        };
        let votes: Vec<_> = ids.iter().map(vote).collect();
        let count = |state| votes.iter().filter(|&&vote| vote == GridVote::Known(state)).count() as u32;
        let there = |vote: &GridVote| !matches!(vote, GridVote::NotRecorded | GridVote::Known(State::NotMember));
        if !votes.iter().any(there) {
            return None;
        }
        let (member, wavers) = (record.members().get(id), wavering(record, id, ids));
        Some(Self {
            code: &member.code,
            name: &member.name,
            group: member.group.as_deref(),
            changes: wavers.map(|Wavering { changes, .. }| changes),
            n: wavers.map(|Wavering { n, .. }| n),
            no: count(State::No),
            abstain: count(State::Abstain),
            moved_last: moved_last(record, id, ids),
            votes,
            member: id,
        })
    }
}
