//! Two blocs over a record: how far their lines and their members agree, and what splits them.

use crate::record::{Index, MemberSet, Planes, Record, RollCallId, RollCallSet, State};

use super::agreement::{Pair, counted, within};
use super::bloc::{BlocVotes, Mean};
use super::unity::cohesion;

/// A roll call on which the line of one bloc was yes and that of the other no.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Where.
    pub rollcall: RollCallId,
    /// The line of the first bloc.
    pub a: State,
    /// The line of the second.
    pub b: State,
    /// The product of the cohesions of the two there, from 0 to 1: how one-sided it was.
    pub unity: f64,
}

/// Two blocs beside each other on every roll call of a record.
#[derive(Clone, Debug)]
pub struct TwoBlocs<'b, 'r> {
    a: &'b BlocVotes<'r>,
    b: &'b BlocVotes<'r>,
    comparisons: Vec<Comparisons>,
}

/// The votes of every member of one bloc against those of every other member of the other, on one roll call.
#[derive(Clone, Copy, Debug, Default)]
struct Comparisons {
    n: u64,
    /// Two for the same vote, one where exactly one abstained.
    half_credits: u64,
}

impl<'b, 'r> TwoBlocs<'b, 'r> {
    /// Compares two blocs of one record.
    pub fn new(record: &Record, a: &'b BlocVotes<'r>, b: &'b BlocVotes<'r>) -> Self {
        let mut comparisons: Vec<_> = record.rollcalls().map(|(id, _)| compared(a, b, id)).collect();
        // A member of both is not compared with itself.
        for (span, members) in shared(a, b) {
            for id in span.iter() {
                let own = u64::from(record.votes().of_rollcall(id).tally_among(&members).cast());
                let Comparisons { n, half_credits } = &mut comparisons[id.index()];
                (*n, *half_credits) = (*n - own, *half_credits - 2 * own);
            }
        }
        Self { a, b, comparisons }
    }

    /// The two lines over the roll calls of `set` on which both blocs have one.
    pub fn lines(&self, set: &RollCallSet) -> Pair {
        counted(&within(&self.a.lines, set), &self.b.lines)
    }

    /// The mean credit over every pair of a member of the one and another member of the other, and every roll call of
    /// `set` on which both cast a vote: 1 for the same vote, ½ where exactly one abstained.
    pub fn pairs(&self, set: &RollCallSet) -> Mean {
        let sum = set.iter().map(|id| self.comparisons[id.index()]).fold(Comparisons::default(), |sum, here| {
            Comparisons { n: sum.n + here.n, half_credits: sum.half_credits + here.half_credits }
        });
        Mean::new(sum.half_credits as f64 / 2.0, sum.n)
    }

    /// The roll calls of `set` on which one line is yes and the other no, the most one-sided first, then the newest.
    pub fn splits(&self, set: &RollCallSet) -> Vec<Split> {
        let Planes { yes, no, .. } = &self.a.lines;
        let Planes { yes: with, no: against, .. } = &self.b.lines;
        let parted = &(&(yes & against) | &(no & with)) & set;
        let split = |rollcall| {
            let [x, y] = [self.a, self.b].map(|bloc| bloc.tally(rollcall));
            Some(Split { rollcall, a: x.line()?, b: y.line()?, unity: cohesion(x)? * cohesion(y)? })
        };
        let mut splits: Vec<_> = parted.iter().rev().filter_map(split).collect();
        splits.sort_by(|a, b| b.unity.total_cmp(&a.unity));
        splits
    }
}

fn compared(a: &BlocVotes<'_>, b: &BlocVotes<'_>, id: RollCallId) -> Comparisons {
    let [x, y] = [a, b].map(|bloc| {
        let tally = bloc.tally(id);
        [tally.yes, tally.no, tally.abstain].map(u64::from)
    });
    let [a_decided, b_decided] = [x, y].map(|[yes, no, _]| yes + no);
    let same: u64 = x.iter().zip(y).map(|(x, y)| x * y).sum();
    let partial = x[2] * b_decided + a_decided * y[2];
    Comparisons { n: x.iter().sum::<u64>() * y.iter().sum::<u64>(), half_credits: 2 * same + partial }
}

/// The spans of roll calls on which somebody belongs to both, with those that do.
fn shared(a: &BlocVotes<'_>, b: &BlocVotes<'_>) -> impl Iterator<Item = (RollCallSet, MemberSet)> {
    let pairs = a.spans.iter().flat_map(|x| b.spans.iter().map(move |y| (x, y)));
    let shared = pairs
        .map(|((x, of_x), (y, of_y))| (x, y, &of_x.inside & &of_y.inside))
        .filter(|(.., members)| !members.is_empty());
    shared.map(|(x, y, members)| (x & y, members))
}
