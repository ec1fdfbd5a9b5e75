//! Pairs in two windows: those that changed most, with n on both sides and a test against chance.

use serde::Serialize;

use crate::analysis::{Drift, Figure, Metric, TopicDrift, Windows, drift, drift_by_topic};
use crate::query::Lexicon;
use crate::record::{MemberId, Record};

use super::window::{Credit, Window};

/// Of how many pairs the topics are told, where one member was asked for.
pub(crate) const PAIRS: usize = 5;

/// Pairs in two windows.
#[derive(Clone, Debug, Serialize)]
pub struct DriftReport<'r> {
    pub(crate) before: Window,
    pub(crate) after: Window,
    pub(crate) pairs: Vec<Moved<'r>>,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) more: DriftContext<'r>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Moved<'r> {
    pub(crate) a: &'r str,
    pub(crate) b: &'r str,
    pub(crate) before: Figure,
    pub(crate) after: Figure,
    pub(crate) change: f64,
    pub(crate) p: f64,
    #[serde(skip)]
    pub(crate) drift: Drift,
}

#[derive(Clone, Debug)]
pub(crate) struct DriftContext<'r> {
    pub(crate) record: &'r Record,
    pub(crate) member: Option<MemberId>,
    pub(crate) few: usize,
    /// What the first pairs moved on.
    pub(crate) topics: Vec<(MemberId, Vec<TopicDrift>)>,
}

impl<'r> DriftReport<'r> {
    /// All pairs, or those of `member`, in two windows, which `before` and `after` say.
    pub fn new(
        lexicon: &Lexicon<'r>,
        member: Option<MemberId>,
        [before, after]: [Window; 2],
        windows: Windows<'_>,
    ) -> Self {
        let record = lexicon.record();
        let code = |id| record.members().get(id).code.as_ref();
        let found = drift(record, windows, member);
        let moved = |drift: Drift| Moved {
            a: code(drift.a),
            b: code(drift.b),
            before: drift.before.figure(Metric::Agreement),
            after: drift.after.figure(Metric::Agreement),
            change: drift.change,
            p: drift.p,
            drift,
        };
        let first = found.moved.iter().filter(|_| member.is_some()).take(PAIRS);
        let topics = first.map(|drift| (drift.b, drift_by_topic(lexicon, drift.a, drift.b, windows))).collect();
        Self {
            before,
            after,
            more: DriftContext { record, member, few: found.few, topics },
            pairs: found.moved.into_iter().map(moved).collect(),
            source: Credit::of(record),
        }
    }
}
