//! Who belongs to a set of members, day by day.

use jiff::civil::Date;

use crate::record::{MemberSet, Record, RollCallId, RollCallSet};

/// A set of members that may change with time: from each day on, who is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// By day, the first one before any vote.
    steps: Vec<(Date, MemberSet)>,
}

impl Membership {
    /// The same members at all times.
    pub fn always(members: MemberSet) -> Self {
        Self { steps: vec![(Date::MIN, members)] }
    }

    /// Members with the day on which each joins, which is in, and the day on which it leaves, which is out; no day is
    /// always.
    pub(super) fn dated(terms: &[(crate::record::MemberId, Option<Date>, Option<Date>)]) -> Self {
        let mut days: Vec<_> = terms.iter().flat_map(|&(_, from, to)| [from, to]).flatten().collect();
        days.push(Date::MIN);
        days.sort_unstable();
        days.dedup();
        let on = |day| {
            let inside = terms
                .iter()
                .filter(|(_, from, to)| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day < to));
            inside.map(|&(member, ..)| member).collect()
        };
        Self { steps: days.into_iter().map(|day| (day, on(day))).collect() }
    }

    /// Who is in it on `day`.
    pub fn on(&self, day: Date) -> MemberSet {
        let at = self.steps.partition_point(|&(from, _)| from <= day);
        self.steps[..at].last().map_or(MemberSet::EMPTY, |&(_, members)| members)
    }

    /// Whether it is the same at all times.
    pub fn is_constant(&self) -> bool {
        self.steps.windows(2).all(|pair| pair[0].1 == pair[1].1)
    }

    /// Both, joined day by day.
    pub(super) fn with(&self, other: &Self, join: impl Fn(&MemberSet, &MemberSet) -> MemberSet) -> Self {
        let mut days: Vec<_> = self.steps.iter().chain(&other.steps).map(|&(day, _)| day).collect();
        days.sort_unstable();
        days.dedup();
        Self { steps: days.into_iter().map(|day| (day, join(&self.on(day), &other.on(day)))).collect() }
    }

    /// Who is in it on the roll calls of a record: spans of roll calls, oldest first, each with its members. Every roll
    /// call is in one of them.
    pub fn spans<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = (RollCallSet, &'a MemberSet)> {
        let ends = self.steps.iter().skip(1).map(|&(from, _)| Some(from)).chain([None]);
        let spans = self.steps.iter().zip(ends).map(|((from, members), end)| {
            let since = record.between(Some(*from), None);
            let span = end.map_or_else(|| since.clone(), |end| &since - &record.between(Some(end), None));
            (span, members)
        });
        spans.filter(|(span, _)| !span.is_empty())
    }

    /// The roll calls on which `holds` of the members of that day.
    pub(super) fn rollcalls(&self, record: &Record, holds: impl Fn(RollCallId, &MemberSet) -> bool) -> RollCallSet {
        let mut set = RollCallSet::empty(record.len());
        for (span, members) in self.spans(record) {
            set.extend(span.iter().filter(|&id| holds(id, members)));
        }
        set
    }
}
