//! The members on a map, each with its value: its vote on a roll call, its agreement with one of them, or in which of
//! two blocs it is.

use std::collections::HashMap;

use crate::analysis::{Figure, Metric, Neighbour, Neighbours, neighbours};
use crate::query::Expression;
use crate::record::{MemberId, MemberSet, Record, RollCallId, RollCallSet, State};

use super::window::Window;

/// The members on a map.
#[derive(Clone, Debug)]
pub struct WorldReport {
    pub(crate) window: Window,
    /// The value of each that has one.
    pub(crate) values: HashMap<MemberId, MapValue>,
    /// Those with too few shared votes for a value, each with its figure, in the order of the seats.
    pub(crate) few: Vec<MemberFigure>,
    pub(crate) remark: Option<MapRemark>,
}

/// The value of a member on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum MapValue {
    /// Its vote on the roll call.
    Vote(State),
    /// Its agreement with the member that the map is of, over `n` roll calls.
    Agreement { value: f64, n: u32 },
    /// In which of the blocs it is.
    InBloc(InBloc),
    /// It is the member that the map is of.
    Itself,
}

/// In which of two blocs a member is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InBloc {
    A,
    B,
    Both,
}

/// What must be said of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MapRemark {
    /// The votes by member of the roll call, or of all of the window, were not recorded.
    NotRecorded,
}

/// A member and its figure with another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberFigure {
    pub(crate) member: MemberId,
    pub(crate) figure: Figure,
}

/// A member and all others: how far each agrees with it.
#[derive(Clone, Debug)]
pub(crate) struct WithOthers {
    /// Those with enough shared votes, the closest first.
    pub(crate) closest: Vec<MemberFigure>,
    /// The same, the farthest first.
    pub(crate) farthest: Vec<MemberFigure>,
    /// The others that share a vote, in the order of the seats.
    pub(crate) few: Vec<MemberFigure>,
}

impl WorldReport {
    /// The votes on a roll call.
    pub fn of_rollcall(record: &Record, id: RollCallId, window: Window) -> Self {
        let votes = record.votes().of_rollcall(id);
        let values = votes.members().iter().map(|member| (member, MapValue::Vote(votes.state(member)))).collect();
        let remark = (!record.is_recorded(id)).then_some(MapRemark::NotRecorded);
        Self { window, values, few: Vec::new(), remark }
    }

    /// Agreement with a member over `set`, which `window` says.
    pub fn of_member(record: &Record, member: MemberId, window: Window, set: &RollCallSet) -> Self {
        let WithOthers { closest, few, .. } = WithOthers::new(record, member, set);
        let value = |other: MemberFigure| {
            let Figure { n, value, .. } = other.figure;
            Some((other.member, MapValue::Agreement { value: value?, n }))
        };
        let values = closest.into_iter().filter_map(value).chain([(member, MapValue::Itself)]).collect();
        let remark = window.is_unrecorded().then_some(MapRemark::NotRecorded);
        Self { window, values, few, remark }
    }

    /// The members of up to two blocs, on the day of the last roll call of `set`, which `window` says.
    pub fn of_blocs(record: &Record, blocs: [Option<&Expression>; 2], window: Window, set: &RollCallSet) -> Self {
        let [a, b] = members(record, blocs, set);
        let value = |id| match (a.contains(id), b.contains(id)) {
            (true, true) => InBloc::Both,
            (true, false) => InBloc::A,
            (false, _) => InBloc::B,
        };
        let values = (&a | &b).iter().map(|id| (id, MapValue::InBloc(value(id)))).collect();
        Self { window, values, few: Vec::new(), remark: None }
    }

    /// The members that are in a bloc, or in both.
    pub(crate) fn in_bloc(&self, which: InBloc) -> MemberSet {
        self.values.iter().filter(|(_, value)| **value == MapValue::InBloc(which)).map(|(&id, _)| id).collect()
    }
}

/// Who belongs to each of two blocs on the day of the last roll call of `set`.
fn members(record: &Record, blocs: [Option<&Expression>; 2], set: &RollCallSet) -> [MemberSet; 2] {
    let last = set.iter().next_back();
    blocs.map(|bloc| bloc.zip(last).map_or(MemberSet::EMPTY, |(bloc, last)| bloc.members().seated(record, last)))
}

impl WithOthers {
    /// Over the roll calls of `set`.
    pub(crate) fn new(record: &Record, member: MemberId, set: &RollCallSet) -> Self {
        let Neighbours { ranked, few } = neighbours(record, member, set);
        let figure =
            |other: &Neighbour| MemberFigure { member: other.member, figure: other.pair.figure(Metric::Agreement) };
        let (few, closest) = (few.iter().map(figure).collect(), ranked.iter().map(figure).collect());
        let farthest = Neighbours { ranked, few: Vec::new() }.farthest().into_iter().map(figure).collect();
        Self { closest, farthest, few }
    }

    /// The same without seats that have ended, whose votes are not those of the members that followed them.
    pub(crate) fn without_ended(mut self, record: &Record) -> Self {
        for members in [&mut self.closest, &mut self.farthest, &mut self.few] {
            members.retain(|other| record.members().get(other.member).ended.is_none());
        }
        self
    }
}
