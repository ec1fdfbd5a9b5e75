//! What the filter lets through in each year of the record, and the years that are being chosen.

use crate::record::{Record, RollCallSet};

/// The columns before the charts: what each is of, and its figure.
pub(super) const LABEL: usize = 23;
/// The fewest columns that charts are worth.
const LEAST: usize = 20;
/// The most columns of a year.
const MOST: usize = 3;
/// What there was in a year: counts of roll calls.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Year {
    pub rollcalls: u32,
    /// Those with over 90 % yes of the votes cast.
    pub broad: u32,
    /// Those on which at least two different votes were cast, as `contested` in a query.
    pub contested: u32,
}

/// All years of a record, from that of its first roll call to that of its last.
#[derive(Clone, Debug)]
pub(super) struct Years {
    pub first: i16,
    years: Vec<Year>,
}

impl Years {
    /// Of the roll calls of `set`, in all years of the record.
    pub(super) fn new(record: &Record, set: &RollCallSet) -> Self {
        // Roll calls stand in the order of their days.
        let ends = record.span(&record.all()).map(|(first, last)| (first.year(), last.year()));
        let (first, last) = ends.unwrap_or_default();
        let mut years = vec![Year::default(); usize::from(last.abs_diff(first)) + 1];
        for id in set.iter() {
            let tally = record.tally(id);
            let year = &mut years[usize::from(record.rollcall(id).date.year().abs_diff(first))];
            year.rollcalls += 1;
            year.broad += u32::from(10 * u32::from(tally.yes) > 9 * u32::from(tally.cast()));
            year.contested += u32::from(tally.kinds() > 1);
        }
        Self { first, years }
    }

    pub(super) fn last(&self) -> i16 {
        self.first.saturating_add_unsigned(self.years.len().saturating_sub(1) as u16)
    }

    /// All of a span of years, the last of them too.
    pub(super) fn sum(&self, from: i16, to: i16) -> Year {
        let at = |year: i16| usize::try_from(year - self.first).unwrap_or_default();
        let mut sum = Year::default();
        for year in self.years.iter().take(at(to + 1)).skip(at(from)) {
            sum.rollcalls += year.rollcalls;
            sum.broad += year.broad;
            sum.contested += year.contested;
        }
        sum
    }

    /// The years of each column of the charts, in the given room; none where they need more.
    pub(super) fn columns(&self, room: usize) -> Option<Vec<(i16, i16)>> {
        let room = room.checked_sub(LABEL + 1).filter(|&room| room >= LEAST)?;
        let together = self.years.len().div_ceil(room).max(1);
        let wide = (room / self.years.len().max(1)).clamp(1, MOST);
        let starts = (self.first..=self.last()).step_by(together);
        let spans = starts.map(|from| (from, from.saturating_add_unsigned(together as u16 - 1).min(self.last())));
        if together > 1 {
            // All of the room is used: some have a column more than others.
            let spans: Vec<_> = spans.collect();
            let used = room.min(spans.len() * MOST);
            return Some((0..used).map(|column| spans[column * spans.len() / used]).collect());
        }
        let mut columns = Vec::with_capacity(room);
        columns.extend(spans.flat_map(|span| std::iter::repeat_n(span, wide)));
        Some(columns)
    }
}

/// A span that is being chosen.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChosenYears {
    pub at: i16,
    /// Where it began, if it is longer than a year.
    pub anchor: Option<i16>,
    /// Whether the mouse chooses it.
    pub dragged: bool,
}

impl ChosenYears {
    pub(super) fn ends(self) -> (i16, i16) {
        let other = self.anchor.unwrap_or(self.at);
        (self.at.min(other), self.at.max(other))
    }
}
