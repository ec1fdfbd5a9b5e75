//! Roll calls side by side: how every member voted on each, and who moved from what to what.

use serde::{Serialize, Serializer};

use crate::record::{Index, MemberId, Record, RollCallId, RollCallSet, State};

use super::list::RollCallRow;
use super::moves::{Move, Moves, Pattern};
use super::series::{SeriesIndex, SpanInSeries};
use super::window::{Credit, Window};

/// Two to ten roll calls, in the order in which they were asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Compare<'r> {
    pub(crate) rollcalls: Vec<RollCallRow<'r>>,
    pub(crate) members: Vec<SeatVotes<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) transitions: Option<Vec<Transition<'r>>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) record: &'r Record,
    #[serde(skip)]
    pub(crate) moves: Moves,
    /// What is between them, where they are of one series.
    #[serde(skip)]
    pub(crate) series: Option<SpanInSeries>,
    /// Whether only members that moved are asked for.
    #[serde(skip)]
    pub(crate) moved: bool,
}

/// A member with its vote on each roll call; none where it was no member, or nothing is known.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeatVotes<'r> {
    pub(crate) code: &'r str,
    pub(crate) name: &'r str,
    pub(crate) votes: Vec<Option<State>>,
}

/// Members that went from one state to another.
#[derive(Clone, Debug)]
pub(crate) struct Transition<'r> {
    record: &'r Record,
    one: Move,
}

impl Serialize for Transition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct TransitionEntry<'r> {
            from: State,
            to: State,
            members: Vec<&'r str>,
        }
        let Move { from, to, members } = self.one;
        TransitionEntry { from, to, members: members.iter().map(|id| self.record.code(id)).collect() }
            .serialize(serializer)
    }
}

impl<'r> Compare<'r> {
    /// The roll calls `ids`, asked for as `asked`; with `moved` only the members that did.
    pub fn new(record: &'r Record, series: &SeriesIndex, ids: &[RollCallId], asked: &str, moved: bool) -> Self {
        let mut set = RollCallSet::empty(record.len());
        set.extend(ids.iter().copied());
        let votes = Moves::new(record, ids.to_vec());
        let transitions = if let [step] = votes.steps.as_slice() {
            let asked_for = step.moves.iter().filter(|one| one.at_both() && !(moved && one.stayed()));
            Some(asked_for.map(|&one| Transition { record, one }).collect())
        } else {
            None
        };
        Self {
            rollcalls: ids.iter().map(|&id| RollCallRow::new(record, id)).collect(),
            members: members(record, votes.patterns.iter().filter(|pattern| !moved || pattern.moved())),
            transitions,
            source: Credit::over(record, &set),
            window: Window::new(record, asked, &set),
            record,
            moves: votes,
            series: SpanInSeries::of(series, ids),
            moved,
        }
    }

    /// The rows of votes that are asked for.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        self.moves.patterns.iter().filter(|pattern| !self.moved || pattern.moved())
    }
}

/// Members with their votes, in the order of their seats.
fn members<'r, 'm>(record: &'r Record, patterns: impl Iterator<Item = &'m Pattern>) -> Vec<SeatVotes<'r>> {
    let mut members: Vec<(MemberId, &[State])> = patterns
        .flat_map(|pattern| pattern.members.iter().map(|id| (id, pattern.states.as_slice())).collect::<Vec<_>>())
        .collect();
    members.sort_by_key(|(id, _)| id.index());
    let member = |(id, states): (MemberId, &[State])| {
        let votes = states.iter().map(|&state| Some(state).filter(|&state| state != State::NotMember));
        SeatVotes { code: record.code(id), name: record.name(id), votes: votes.collect() }
    };
    members.into_iter().map(member).collect()
}
