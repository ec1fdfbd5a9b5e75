//! Where roll calls are in a series.

use crate::analysis::series::SeriesIndex;
use crate::record::RollCallId;

/// A roll call in its series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceInSeries {
    /// The series, oldest first: the roll call alone where it never returned.
    pub whole: Vec<RollCallId>,
    /// Its place in it, from 0.
    pub at: usize,
}

impl PlaceInSeries {
    /// The place of `id`.
    pub fn of(index: &SeriesIndex, id: RollCallId) -> Self {
        let whole = index.of(id);
        let at = whole.iter().position(|&other| other == id).unwrap_or_default();
        Self { whole, at }
    }

    /// The roll calls around it, at most `count` earlier and as many later ones.
    pub fn around(&self, count: usize) -> &[RollCallId] {
        &self.whole[self.at.saturating_sub(count)..(self.at + count + 1).min(self.whole.len())]
    }

    /// The one before it.
    pub fn earlier(&self) -> Option<RollCallId> {
        self.at.checked_sub(1).map(|at| self.whole[at])
    }

    /// The one after it.
    pub fn later(&self) -> Option<RollCallId> {
        self.whole.get(self.at + 1).copied()
    }
}

/// Roll calls that are all of one series, and what is between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanInSeries {
    /// How many roll calls the series has.
    pub rollcalls: usize,
    /// Those between the first and the last of them that are none of them.
    pub between: Vec<RollCallId>,
}

impl SpanInSeries {
    /// The span of `ids`; none where they are of several series.
    pub fn of(index: &SeriesIndex, ids: &[RollCallId]) -> Option<Self> {
        let whole = index.of(*ids.first()?);
        let places: Option<Vec<_>> = ids.iter().map(|id| whole.iter().position(|one| one == id)).collect();
        let places = places?;
        let span = &whole[*places.iter().min()?..=*places.iter().max()?];
        let between = span.iter().copied().filter(|id| !ids.contains(id)).collect();
        Some(Self { rollcalls: whole.len(), between })
    }
}
