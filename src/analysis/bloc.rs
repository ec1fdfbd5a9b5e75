//! A bloc over a record: its tally and line on each roll call, its members' loyalty, and who is near it outside.
//!
//! It is made once for the whole record; every figure then takes the set of roll calls that it is over. Who belongs is
//! a matter of the day of each roll call.

use serde::Serialize;

use crate::query::{Belonging, Membership};
use crate::record::{Index, MemberId, MemberSet, Planes, Record, RollCallId, RollCallSet, State, Tally};

use super::agreement::{Neighbour, Neighbours, Pair, counted, within};
use super::metric::Figure;
use super::position::position;
use super::ranked::Ranked;
use super::unity::{cohesion, rice};

/// The three votes.
const CAST: [State; 3] = [State::Yes, State::No, State::Abstain];

/// A mean and how many it is over.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mean {
    /// What it is over: roll calls, or comparisons.
    pub n: u64,
    /// None where n is 0.
    pub value: Option<f64>,
}

impl Mean {
    pub(super) fn new(sum: f64, n: u64) -> Self {
        Self { n, value: (n > 0).then(|| sum / n as f64) }
    }
}

impl From<Figure> for Mean {
    fn from(figure: Figure) -> Self {
        Self { n: figure.n.into(), value: figure.value }
    }
}

impl From<Pair> for Mean {
    fn from(pair: Pair) -> Self {
        Self { n: pair.n().into(), value: pair.agreement() }
    }
}

/// A member of a bloc beside the line of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loyalty {
    /// The member.
    pub member: MemberId,
    /// Its votes cast where the others have a line.
    pub n: u32,
    /// Those that equal that line.
    pub loyal: u32,
}

impl Loyalty {
    /// loyal / n, from 0 to 1. None where n is 0.
    pub fn value(self) -> Option<f64> {
        (self.n > 0).then(|| f64::from(self.loyal) / f64::from(self.n))
    }
}

/// How a bloc voted on every roll call of a record.
#[derive(Clone, Debug)]
pub struct BlocVotes<'r> {
    record: &'r Record,
    /// Who belongs: spans of roll calls that share none and hold all.
    pub(super) spans: Vec<(RollCallSet, Belonging)>,
    tallies: Vec<Tally>,
    /// The roll calls by line; none is absent.
    pub(super) lines: Planes<RollCallSet>,
    /// For a member that voted this way: the roll calls on which the others have a line,
    others: Planes<RollCallSet>,
    /// and those on which the line of the others is the same vote.
    alike: Planes<RollCallSet>,
}

impl<'r> BlocVotes<'r> {
    /// The votes of the bloc with these members.
    pub fn new(record: &'r Record, members: &Membership) -> Self {
        let spans: Vec<_> = members.spans(record).map(|(span, members)| (span, *members)).collect();
        let none = || RollCallSet::empty(record.len());
        let empty = || Planes { yes: none(), no: none(), abstain: none(), absent: none() };
        let mut bloc =
            Self { record, spans: Vec::new(), tallies: Vec::new(), lines: empty(), others: empty(), alike: empty() };
        bloc.tallies.reserve(record.len());
        for (span, members) in &spans {
            for id in span.iter() {
                bloc.add(id, record.votes().of_rollcall(id).tally_among(&members.inside));
            }
        }
        bloc.spans = spans;
        bloc
    }

    fn add(&mut self, id: RollCallId, tally: Tally) {
        self.tallies.push(tally);
        if let Some(line) = tally.line().and_then(|line| self.lines.of_mut(line)) {
            line.insert(id);
        }
        for vote in CAST.into_iter().filter(|&vote| tally.of(vote) > 0) {
            let line = less(tally, vote).line();
            let [others, alike] = [&mut self.others, &mut self.alike].map(|planes| planes.of_mut(vote));
            if let Some(others) = others.filter(|_| line.is_some()) {
                others.insert(id);
            }
            if let Some(alike) = alike.filter(|_| line == Some(vote)) {
                alike.insert(id);
            }
        }
    }

    /// Who belongs on the day of a roll call.
    pub fn members(&self, rollcall: RollCallId) -> MemberSet {
        self.on(rollcall).map_or(MemberSet::EMPTY, |members| members.inside)
    }

    fn on(&self, rollcall: RollCallId) -> Option<&Belonging> {
        self.spans.iter().find(|(span, _)| span.contains(rollcall)).map(|(_, members)| members)
    }

    /// The roll calls on the days of which `member` belongs.
    pub fn belonging(&self, member: MemberId) -> RollCallSet {
        self.rollcalls(|members| members.inside.contains(member))
    }

    /// The roll calls on the days of which `member` is known to belong: those on which it may be ranked.
    fn known(&self, member: MemberId) -> RollCallSet {
        self.rollcalls(|members| members.known().contains(member))
    }

    /// The roll calls on the days of which `holds` of those that belong.
    fn rollcalls(&self, holds: impl Fn(&Belonging) -> bool) -> RollCallSet {
        let spans = self.spans.iter().filter(|(_, members)| holds(members));
        spans.fold(RollCallSet::empty(self.record.len()), |all, (span, _)| &all | span)
    }

    /// How its members voted on a roll call.
    pub fn tally(&self, rollcall: RollCallId) -> Tally {
        self.tallies[rollcall.index()]
    }

    /// Its cohesion over `set`: the mean of [`cohesion`] over the roll calls on which at least two members cast a vote.
    pub fn cohesion(&self, set: &RollCallSet) -> Mean {
        self.mean(set, |tally| cohesion(tally).filter(|_| tally.cast() >= 2))
    }

    /// The mean of [`rice`] over the roll calls of `set` on which at least two members voted yes or no.
    pub fn rice(&self, set: &RollCallSet) -> Mean {
        self.mean(set, |tally| rice(tally).filter(|_| tally.yes + tally.no >= 2))
    }

    fn mean(&self, set: &RollCallSet, figure: impl Fn(Tally) -> Option<f64>) -> Mean {
        let figures = set.iter().filter_map(|id| figure(self.tally(id)));
        let (sum, n) = figures.fold((0.0, 0), |(sum, n), figure| (sum + figure, n + 1));
        Mean::new(sum, n)
    }

    /// The loyalty of each that is known to have been a member of the bloc, and was one of the Assembly, on a roll call of
    /// `set`, over the roll calls on which it was; the least loyal first.
    pub fn loyalty(&self, set: &RollCallSet) -> Ranked<Loyalty> {
        let ever = self.spans.iter().fold(MemberSet::EMPTY, |all, (_, members)| &all | &members.known());
        let loyalty = |member| {
            let inside = &self.known(member) & set;
            if !position(self.record, member, &inside).is_any() {
                return None;
            }
            let votes = within(self.record.votes().of_member(member), &inside);
            let count = |planes: &Planes<RollCallSet>| {
                let Planes { yes, no, abstain, .. } = planes;
                yes.count_both(&votes.yes) + no.count_both(&votes.no) + abstain.count_both(&votes.abstain)
            };
            Some(Loyalty { member, n: count(&self.others) as u32, loyal: count(&self.alike) as u32 })
        };
        Ranked::lowest_first(ever.iter().filter_map(loyalty), |member| (member.n, member.value()))
    }

    /// The roll calls of `set` on which `member` is known to have belonged and cast a vote other than the bloc's line: where it is among
    /// the [`defectors`](super::defectors).
    pub fn defections(&self, member: MemberId, set: &RollCallSet) -> RollCallSet {
        let votes = within(self.record.votes().of_member(member), &(&self.known(member) & set));
        let Planes { yes, no, abstain, .. } = &self.lines;
        let off = |vote: &RollCallSet, a, b| vote & &(a | b);
        &(&off(&votes.yes, no, abstain) | &off(&votes.no, yes, abstain)) | &off(&votes.abstain, yes, no)
    }

    /// Who belongs on the day of the last roll call of `set`, of those that were members of the Assembly then.
    pub fn at_end(&self, set: &RollCallSet) -> MemberSet {
        set.iter().next_back().map_or(MemberSet::EMPTY, |last| &self.members(last) & &self.record.seated(last))
    }

    /// Members of the Assembly that belong to none of two blocs, or to this one alone if there is no other, on the day
    /// of the last roll call of `set`: how each voted beside the line of this bloc on the roll calls of `set` on whose
    /// day it is known to have belonged to none of them.
    pub fn outside(&self, other: Option<&Self>, set: &RollCallSet) -> Neighbours {
        let Some(last) = set.iter().next_back() else { return Neighbours::default() };
        let blocs = || [Some(self), other].into_iter().flatten();
        let possible = |bloc: &Self| bloc.on(last).map_or(MemberSet::EMPTY, Belonging::possible);
        let candidates = blocs().fold(self.record.seated(last), |left, bloc| &left - &possible(bloc));
        let lines = within(&self.lines, set);
        let neighbour = |member| {
            let may_belong = |members: &Belonging| members.possible().contains(member);
            let inside = blocs().filter(|bloc| bloc.spans.iter().any(|(_, members)| may_belong(members)));
            let apart = inside.fold(lines.clone(), |lines, bloc| within(&lines, &(set - &bloc.rollcalls(may_belong))));
            Neighbour { member, pair: counted(&apart, self.record.votes().of_member(member)) }
        };
        Neighbours::closest(candidates.iter().map(neighbour))
    }
}

/// `tally` without one vote of those that it has.
fn less(mut tally: Tally, vote: State) -> Tally {
    match vote {
        State::Yes => tally.yes -= 1,
        State::No => tally.no -= 1,
        State::Abstain => tally.abstain -= 1,
        State::Absent | State::NotMember => {}
    }
    tally
}
