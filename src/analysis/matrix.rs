//! All pairs of members over a set of roll calls: a metric for each, counted over bit planes packed for it.

use std::ops::Range;

use crate::record::{Index, MemberId, Record, RollCallSet, State};

use super::agreement::Pair;
use super::metric::{Crosstab, Figure, Metric};
use super::position::position;

/// A metric for every pair of some members over a set of roll calls. Each metric is the same both ways round.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    members: Vec<MemberId>,
    metric: Metric,
    /// By the seats of the record, square; nothing on the diagonal and for those that are not among the members.
    figures: Vec<Figure>,
    seats: usize,
}

/// Where a pair is among all others with enough votes: counts of pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Pairs with a lower value.
    pub lower: u32,
    /// Others with the same value.
    pub equal: u32,
    /// All others.
    pub others: u32,
}

impl Standing {
    /// The share of the others with a lower value, from 0 to 1; of equals the half. None where there are no others.
    pub fn percentile(self) -> Option<f64> {
        let below = f64::from(self.lower) + f64::from(self.equal) / 2.0;
        (self.others > 0).then(|| below / f64::from(self.others))
    }
}

impl Matrix {
    /// All pairs of the members that have a row on a roll call of `set`.
    pub fn new(record: &Record, metric: Metric, set: &RollCallSet) -> Self {
        let seats = record.members().iter().map(|(id, _)| id);
        Self::among(record, metric, seats.filter(|&id| position(record, id, set).is_any()).collect(), set)
    }

    /// All pairs of `members`, each named once, on the roll calls of `set`.
    pub fn among(record: &Record, metric: Metric, members: Vec<MemberId>, set: &RollCallSet) -> Self {
        let seats = record.members().len();
        let packed = Packed::all(record, &members, set);
        let absences = record.origin().has_absences();
        let mut figures = vec![Figure::default(); seats * seats];
        for (at, (a, left)) in members.iter().zip(&packed).enumerate() {
            for (b, right) in members.iter().zip(&packed).skip(at + 1) {
                let figure = match metric {
                    Metric::Agreement | Metric::Exact | Metric::S => left.pair(right).figure(metric),
                    Metric::YesNo | Metric::State | Metric::Kappa | Metric::Pi => {
                        left.crosstab(right, absences).figure(metric)
                    }
                };
                figures[a.index() * seats + b.index()] = figure;
                figures[b.index() * seats + a.index()] = figure;
            }
        }
        Self { members, metric, figures, seats }
    }

    /// The members.
    pub fn members(&self) -> &[MemberId] {
        &self.members
    }

    /// The metric.
    pub fn metric(&self) -> Metric {
        self.metric
    }

    /// The figure of two members; over no roll call for one beside itself, or that is not among the members.
    pub fn figure(&self, a: MemberId, b: MemberId) -> Figure {
        self.figures[a.index() * self.seats + b.index()]
    }

    /// Every pair once, in the order of the members.
    pub fn pairs(&self) -> impl Iterator<Item = (MemberId, MemberId, Figure)> {
        let firsts = self.members.iter().enumerate();
        firsts.flat_map(move |(at, &a)| self.members[at + 1..].iter().map(move |&b| (a, b, self.figure(a, b))))
    }

    /// The value of two members where they share enough votes to be ranked.
    pub fn enough(&self, a: MemberId, b: MemberId) -> Option<f64> {
        self.figure(a, b).enough()
    }

    /// Where `a` and `b` stand among all other pairs with at least [`ENOUGH`](super::ENOUGH) votes. None where they have fewer.
    pub fn standing(&self, a: MemberId, b: MemberId) -> Option<Standing> {
        let own = self.enough(a, b)?;
        let mut standing = Standing { lower: 0, equal: 0, others: 0 };
        let others = self.pairs().filter(|&(x, y, _)| (x, y) != (a, b) && (y, x) != (a, b));
        for value in others.filter_map(|(x, y, _)| self.enough(x, y)) {
            standing.others += 1;
            // Equal counts give equal figures, to the last bit.
            match value.total_cmp(&own) {
                std::cmp::Ordering::Less => standing.lower += 1,
                std::cmp::Ordering::Equal => standing.equal += 1,
                std::cmp::Ordering::Greater => {}
            }
        }
        Some(standing)
    }

    /// 1 − value for every pair, square, in the order of the members. A pair with fewer than [`ENOUGH`](super::ENOUGH) votes,
    /// or without a value, takes the mean of what is the mean distance of each of the two to all others; who has no distance at all
    /// counts with the mean of those that have. None where no pair has enough votes.
    pub(super) fn distances(&self) -> Option<Vec<f64>> {
        let mean = |values: &[f64]| (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
        let known = |&a: &MemberId| {
            let others = self.members.iter().filter_map(|&b| Some(1.0 - self.enough(a, b)?));
            mean(&others.collect::<Vec<_>>())
        };
        let means: Vec<_> = self.members.iter().map(known).collect();
        let overall = mean(&means.iter().copied().flatten().collect::<Vec<_>>())?;
        let means: Vec<_> = means.into_iter().map(|mean| mean.unwrap_or(overall)).collect();
        let mut distances = Vec::with_capacity(means.len() * means.len());
        for (&a, own) in self.members.iter().zip(&means) {
            distances.extend(self.members.iter().zip(&means).map(|(&b, other)| match self.enough(a, b) {
                _ if a == b => 0.0,
                Some(value) => 1.0 - value,
                None => f64::midpoint(*own, *other),
            }));
        }
        Some(distances)
    }
}

/// The votes of a member on the roll calls of a set, without the words in which the set has none.
pub(super) struct Packed {
    yes: Vec<u64>,
    abstain: Vec<u64>,
    no: Vec<u64>,
    cast: Vec<u64>,
    absent: Vec<u64>,
    /// From the first word in which it is a member to after the last.
    there: Range<usize>,
}

impl Packed {
    /// The votes of each of `members`.
    pub(super) fn all(record: &Record, members: &[MemberId], set: &RollCallSet) -> Vec<Self> {
        let words: Vec<_> = set.words().iter().enumerate().filter(|&(_, &word)| word != 0).map(|(at, _)| at).collect();
        members.iter().map(|&member| Self::new(record, member, set, &words)).collect()
    }

    fn new(record: &Record, member: MemberId, set: &RollCallSet, words: &[usize]) -> Self {
        let votes = record.votes().of_member(member);
        let plane = |state| -> Vec<u64> {
            let plane = votes.of(state).map_or(&[][..], RollCallSet::words);
            words.iter().map(|&at| plane[at] & set.words()[at]).collect()
        };
        let [yes, abstain, no, absent] = [State::Yes, State::Abstain, State::No, State::Absent].map(plane);
        let cast: Vec<_> = yes.iter().zip(&abstain).zip(&no).map(|((yes, abstain), no)| yes | abstain | no).collect();
        let held = |(cast, absent): (&u64, &u64)| cast | absent != 0;
        let first = cast.iter().zip(&absent).position(held).unwrap_or(cast.len());
        let end = cast.iter().zip(&absent).rposition(held).map_or(first, |last| last + 1);
        Self { yes, abstain, no, cast, absent, there: first..end }
    }

    /// The words in which both are members.
    fn both(&self, other: &Self) -> Range<usize> {
        let start = self.there.start.max(other.there.start);
        start..self.there.end.min(other.there.end).max(start)
    }

    /// How two voted, counted over the same set.
    pub(super) fn pair<'v>(&'v self, other: &'v Self) -> Pair {
        let span = self.both(other);
        let within = |votes: &'v Self| [&votes.yes, &votes.abstain, &votes.no, &votes.cast].map(|p| &p[span.clone()]);
        let ([yes, abstain, no, cast], [with, without, against, theirs]) = (within(self), within(other));
        let (mut same, mut opposite, mut both) = (0, 0, 0);
        // Slices of one length, so that the loop needs no checks and the compiler takes several words at a time.
        let words = yes.iter().zip(abstain).zip(no).zip(cast).zip(with.iter().zip(without).zip(against).zip(theirs));
        for ((((yes, abstain), no), cast), (((with, without), against), theirs)) in words {
            same += (yes & with | abstain & without | no & against).count_ones();
            opposite += (yes & against | no & with).count_ones();
            both += (cast & theirs).count_ones();
        }
        Pair { same, partial: both - same - opposite, opposite }
    }

    fn crosstab(&self, other: &Self, absences: bool) -> Crosstab {
        let span = self.both(other);
        let count = |a: &[u64], b: &[u64]| -> u32 {
            a[span.clone()].iter().zip(&b[span.clone()]).map(|(a, b)| (a & b).count_ones()).sum()
        };
        let rows = [&self.yes, &self.abstain, &self.no];
        let cells = rows.map(|row| [&other.yes, &other.abstain, &other.no].map(|vote| count(row, vote)));
        let absent = absences.then(|| {
            let away = count(&self.absent, &other.absent) + count(&self.absent, &other.cast);
            away + count(&self.cast, &other.absent)
        });
        Crosstab { cells, absent }
    }
}
