//! Where a pair is among all others.

use crate::record::{MemberId, Record, RollCallSet};

use super::counting::{each_pair, present};
use super::metric::Metric;

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

/// Where `a` and `b` stand among all other pairs with at least [`ENOUGH`](super::ENOUGH) votes by a metric on the roll
/// calls of `set`. None where they have fewer.
pub fn standing(record: &Record, metric: Metric, (a, b): (MemberId, MemberId), set: &RollCallSet) -> Option<Standing> {
    let (mut own, mut others) = (None, Vec::new());
    each_pair(record, metric, &present(record, set), set, |x, y, figure| {
        let value = figure.enough();
        if (x, y) == (a, b) || (y, x) == (a, b) { own = value } else { others.extend(value) }
    });
    let own = own?;
    let mut standing = Standing { lower: 0, equal: 0, others: others.len() as u32 };
    for value in others {
        // Equal counts give equal figures, to the last bit.
        match value.total_cmp(&own) {
            std::cmp::Ordering::Less => standing.lower += 1,
            std::cmp::Ordering::Equal => standing.equal += 1,
            std::cmp::Ordering::Greater => {}
        }
    }
    Some(standing)
}
