//! How a series was found to be one.

use crate::analysis::series::{LinkedBy, SeriesIndex};
use crate::record::RollCallId;

/// How the roll calls of a series were found to be on one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HowFound {
    /// How many roll calls the series has.
    pub rollcalls: usize,
    /// In how many ways they follow each other, and how many follow in each.
    pub ways: Vec<(LinkedBy, usize)>,
}

impl HowFound {
    pub(super) fn of(index: &SeriesIndex, whole: &[RollCallId]) -> Self {
        let ways = [LinkedBy::Words, LinkedBy::Reference, LinkedBy::Votes, LinkedBy::List];
        let count = |way| whole.iter().filter(|&&id| index.link_of(id) == Some(way)).count();
        let ways = ways.into_iter().map(|way| (way, count(way))).filter(|&(_, count)| count > 0);
        Self { rollcalls: whole.len(), ways: ways.collect() }
    }
}

/// Why the list of series has some roll calls follow others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The roll calls that follow, in a row.
    pub ids: Vec<RollCallId>,
    /// The reason as the list gives it.
    pub why: String,
}

impl Reason {
    pub(super) fn all(index: &SeriesIndex, whole: &[RollCallId]) -> Vec<Self> {
        let listed: Vec<_> = whole.iter().filter_map(|&id| Some((id, index.reason(id)?))).collect();
        let same = listed.chunk_by(|a, b| a.1 == b.1);
        same.map(|same| Self { ids: same.iter().map(|&(id, _)| id).collect(), why: same[0].1.to_owned() }).collect()
    }
}
