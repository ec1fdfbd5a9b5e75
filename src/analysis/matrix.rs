//! All pairs of members over a set of roll calls: a metric for each.

use crate::record::{Index, MemberId, Record, RollCallSet};

use super::counting::{each_pair, present};
use super::metric::{Figure, Metric};

/// A metric for every pair of some members over a set of roll calls. Each metric is the same both ways round.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    members: Vec<MemberId>,
    metric: Metric,
    /// By the seats of the record, square; nothing on the diagonal and for those that are not among the members.
    figures: Vec<Figure>,
    seats: usize,
}

impl Matrix {
    /// All pairs of the members that have a row on a roll call of `set`.
    pub fn new(record: &Record, metric: Metric, set: &RollCallSet) -> Self {
        Self::among(record, metric, present(record, set), set)
    }

    /// All pairs of `members`, each named once, on the roll calls of `set`.
    pub fn among(record: &Record, metric: Metric, members: Vec<MemberId>, set: &RollCallSet) -> Self {
        let seats = record.members().len();
        let mut figures = vec![Figure::default(); seats * seats];
        each_pair(record, metric, &members, set, |a, b, figure| {
            figures[a.index() * seats + b.index()] = figure;
            figures[b.index() * seats + a.index()] = figure;
        });
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
