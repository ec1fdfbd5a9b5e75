//! One member beside two others: how far it agrees with each, part by part of the window.

use serde::Serialize;

use crate::analysis::{By, Figure, Metric, crosstab, shared, slices};
use crate::query::Lexicon;
use crate::record::{Member, MemberId, Record, RollCallSet};

use super::pair::Comparison;
use super::window::{Credit, Window};

/// One member beside two others over a set of roll calls.
#[derive(Clone, Debug, Serialize)]
pub struct Between<'r> {
    pub(crate) metric: Metric,
    pub(crate) a: &'r str,
    pub(crate) others: Vec<Other<'r>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) member: &'r Member,
    #[serde(skip)]
    pub(crate) by: By,
    /// The keys of the parts, in their order.
    #[serde(skip)]
    pub(crate) keys: Vec<String>,
}

/// One of the two others.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Other<'r> {
    pub(crate) b: &'r str,
    #[serde(flatten)]
    pub(crate) figure: Figure,
    pub(crate) series: Vec<BetweenPoint>,
    #[serde(skip)]
    pub(crate) member: &'r Member,
}

/// The figure of a part: a year, a session or a topic.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BetweenPoint {
    pub(crate) key: String,
    #[serde(flatten)]
    pub(crate) figure: Figure,
}

impl<'r> Between<'r> {
    /// The member `a` beside each of `others` over a window and over the parts of it.
    pub fn new(lexicon: &Lexicon<'r>, a: MemberId, others: [MemberId; 2], over: Comparison<'_>, by: By) -> Self {
        let Comparison { metric, set, window } = over;
        let record = lexicon.record();
        let parts = slices(lexicon, set, by);
        let other = |id: MemberId| {
            let points = parts.iter().map(|part| BetweenPoint {
                key: part.key.clone(),
                figure: crosstab(record, a, id, &part.rollcalls).figure(metric),
            });
            let member = record.members().get(id);
            let figure = crosstab(record, a, id, set).figure(metric);
            Other { b: &member.code, figure, series: points.filter(|point| point.figure.n > 0).collect(), member }
        };
        let others: Vec<_> = others.map(other).into();
        let has = |key: &String| others.iter().any(|other| other.series.iter().any(|point| point.key == *key));
        let keys = parts.iter().map(|part| part.key.clone()).filter(has).collect();
        let member = record.members().get(a);
        Self { metric, a: &member.code, others, source: window.credit.clone(), window, member, by, keys }
    }
}

/// The roll calls on which all three cast a vote, by whom the one voted with.
#[derive(Clone, Debug)]
pub(crate) struct Sides {
    /// All three cast a vote.
    pub(crate) all: RollCallSet,
    /// Those on which the two others voted differently.
    pub(crate) parted: RollCallSet,
    /// Those of them on which the one voted as the first other did, and as the second.
    pub(crate) with: [RollCallSet; 2],
}

impl Sides {
    /// The roll calls of `set` on which `a` and both others cast a vote.
    pub(crate) fn new(record: &Record, a: MemberId, [b, c]: [MemberId; 2], set: &RollCallSet) -> Self {
        let [first, second, others] = [(a, b), (a, c), (b, c)].map(|(one, other)| shared(record, one, other, set));
        let all = &first.cast() & &second.cast();
        let parted = &(&others.partial | &others.opposite) & &all;
        let with = [first, second].map(|one| &one.same() & &parted);
        Self { all, parted, with }
    }
}
