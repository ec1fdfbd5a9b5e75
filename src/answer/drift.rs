//! Pairs in two windows: those that changed most, with n on both sides and a test against chance.

use serde::Serialize;

use crate::analysis::{Drift, Figure, Metric, Pair, Windows, drift, drift_by_topic};
use crate::query::Lexicon;
use crate::record::{MemberId, Record};

use super::window::{Credit, Window};

/// Of how many pairs the topics are told, where one member was asked for.
pub(crate) const PAIRS: usize = 5;
/// From which corrected p on a change may well be chance.
const CHANCE: f64 = 0.05;

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

/// A pair with enough votes in both windows.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Moved<'r> {
    pub(crate) a: &'r str,
    pub(crate) b: &'r str,
    pub(crate) before: Figure,
    pub(crate) after: Figure,
    pub(crate) change: f64,
    pub(crate) p: f64,
    /// `p` corrected for having looked at all the pairs (Holm 1979).
    #[serde(skip)]
    pub(crate) corrected: f64,
    #[serde(skip)]
    pub(crate) members: [MemberId; 2],
}

/// What the answer tells people beside its JSON.
#[derive(Clone, Debug)]
pub(crate) struct DriftContext<'r> {
    pub(crate) record: &'r Record,
    pub(crate) member: Option<MemberId>,
    pub(crate) few: usize,
    pub(crate) apart: usize,
    /// What the first pairs moved on.
    pub(crate) topics: Vec<(MemberId, Vec<MovedTopic>)>,
}

/// A topic on which a pair has enough votes in both windows.
#[derive(Clone, Debug)]
pub(crate) struct MovedTopic {
    pub(crate) topic: String,
    pub(crate) before: Figure,
    pub(crate) after: Figure,
    pub(crate) change: f64,
}

impl<'r> DriftReport<'r> {
    /// All pairs, or those of `member`, in two windows, which `before` and `after` say.
    pub fn new(
        record: &'r Record,
        member: Option<MemberId>,
        [before, after]: [Window; 2],
        windows: Windows<'_>,
    ) -> Self {
        let found = drift(record, windows, member);
        let code = |id| record.code(id);
        let moved = |drift: Drift| Moved {
            a: code(drift.a),
            b: code(drift.b),
            before: agreement(drift.before),
            after: agreement(drift.after),
            change: drift.change,
            p: drift.p,
            corrected: drift.corrected,
            members: [drift.a, drift.b],
        };
        Self {
            before,
            after,
            more: DriftContext { record, member, few: found.few, apart: found.apart, topics: Vec::new() },
            pairs: found.moved.into_iter().map(moved).collect(),
            source: Credit::over(record, &(windows.before | windows.after)),
        }
    }

    /// The same, with what the first pairs moved on where one member was asked for.
    #[must_use]
    pub fn with_topics(mut self, lexicon: &Lexicon<'_>, windows: Windows<'_>) -> Self {
        let first = self.pairs.iter().filter(|_| self.more.member.is_some()).take(PAIRS);
        self.more.topics = first.map(|pair| (pair.members[1], pair.topics(lexicon, windows))).collect();
        self
    }

    /// How many of the pairs changed more than chance would have them.
    pub(crate) fn beyond_chance(&self) -> usize {
        self.pairs.iter().filter(|pair| !pair.may_be_chance()).count()
    }
}

impl Moved<'_> {
    /// Whether as large a change may well be chance, for who looked at all the pairs.
    pub(crate) fn may_be_chance(&self) -> bool {
        self.corrected >= CHANCE
    }

    /// On which topics it moved, the largest change first.
    pub(crate) fn topics(&self, lexicon: &Lexicon<'_>, windows: Windows<'_>) -> Vec<MovedTopic> {
        let [a, b] = self.members;
        let topics = drift_by_topic(lexicon, a, b, windows).into_iter();
        let moved = topics.map(|topic| MovedTopic {
            topic: topic.topic,
            before: agreement(topic.before),
            after: agreement(topic.after),
            change: topic.change,
        });
        moved.collect()
    }
}

fn agreement(pair: Pair) -> Figure {
    pair.figure(Metric::Agreement)
}
