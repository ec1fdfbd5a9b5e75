//! Two members: their figure by a metric, their votes against each other, the last time of each, their place among all pairs.

use serde::Serialize;

use crate::analysis::{By, Crosstab, Figure, Metric, Shared, Standing, crosstab, shared, slices, standing};
use crate::query::Lexicon;
use crate::record::{Member, MemberId, Record, RollCallSet};

use super::window::{Credit, Window};

/// Two members over a set of roll calls.
#[derive(Clone, Debug, Serialize)]
pub struct Agree<'r> {
    pub(crate) metric: Metric,
    pub(crate) a: &'r str,
    pub(crate) b: &'r str,
    pub(crate) window: Window,
    #[serde(flatten)]
    pub(crate) figure: Figure,
    pub(crate) same: u32,
    pub(crate) partial: u32,
    pub(crate) opposite: u32,
    pub(crate) absent: Option<u32>,
    /// Yes, abstain, no of the first member against those of the second.
    pub(crate) matrix: [[u32; 3]; 3],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) series: Option<Vec<PairPoint>>,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) more: PairContext<'r>,
}

/// By what members are compared, and over which roll calls.
#[derive(Clone, Debug)]
pub struct Comparison<'s> {
    /// The metric.
    pub metric: Metric,
    /// The roll calls.
    pub set: &'s RollCallSet,
    /// What says which they are.
    pub window: Window,
}

/// The figure of a year, a session or a topic.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PairPoint {
    pub(crate) key: String,
    #[serde(flatten)]
    pub(crate) figure: Figure,
}

/// What the answer tells people beside its JSON.
#[derive(Clone, Debug)]
pub(crate) struct PairContext<'r> {
    pub(crate) record: &'r Record,
    pub(crate) members: [&'r Member; 2],
    pub(crate) votes: Crosstab,
    pub(crate) shared: Shared,
    pub(crate) standing: Option<Standing>,
    pub(crate) by: Option<By>,
}

impl<'r> Agree<'r> {
    /// The members `a` and `b`, with a series over the parts of the window.
    pub fn new(lexicon: &Lexicon<'r>, (a, b): (MemberId, MemberId), over: Comparison<'_>, by: Option<By>) -> Self {
        let Comparison { metric, set, window } = over;
        let record = lexicon.record();
        let votes = crosstab(record, a, b, set);
        let members = [a, b].map(|id| record.members().get(id));
        let pair = votes.pair();
        Self {
            metric,
            a: &members[0].code,
            b: &members[1].code,
            source: window.credit.clone(),
            window,
            figure: votes.figure(metric),
            same: pair.same,
            partial: pair.partial,
            opposite: pair.opposite,
            absent: votes.absent,
            matrix: votes.cells,
            series: by.map(|by| PairPoint::counted(lexicon, (a, b), metric, set, by)),
            more: PairContext {
                record,
                members,
                votes,
                shared: shared(record, a, b, set),
                standing: standing(record, metric, (a, b), set),
                by,
            },
        }
    }

    /// The 95 % interval of the share of equal votes, where that is the metric.
    pub(crate) fn interval(&self) -> Option<(f64, f64)> {
        self.more.votes.pair().interval().filter(|_| self.metric == Metric::Exact)
    }
}

impl PairPoint {
    /// The members `a` and `b` by `metric` over each part of `set`.
    pub(crate) fn all(
        lexicon: &Lexicon<'_>,
        (a, b): (MemberId, MemberId),
        metric: Metric,
        set: &RollCallSet,
        by: By,
    ) -> Vec<Self> {
        let parts = slices(lexicon, set, by).into_iter();
        let figure = |set: &RollCallSet| crosstab(lexicon.record(), a, b, set).figure(metric);
        parts.map(|part| Self { figure: figure(&part.rollcalls), key: part.key }).collect()
    }

    /// The same, without the parts on which the metric counts no roll call.
    pub(crate) fn counted(
        lexicon: &Lexicon<'_>,
        members: (MemberId, MemberId),
        metric: Metric,
        set: &RollCallSet,
        by: By,
    ) -> Vec<Self> {
        let mut points = Self::all(lexicon, members, metric, set, by);
        points.retain(|point| point.figure.n > 0);
        points
    }
}
