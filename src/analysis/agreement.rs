//! Two members over a set of roll calls, and one member against all others.

use std::ops::{Neg, Range};

use crate::record::{MemberId, Planes, Record, RollCallSet};

use super::ranked::Ranked;

/// How two cast their votes over a set of roll calls: counts of those on which both did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// Equal votes; both abstaining is equal.
    pub same: u32,
    /// Exactly one abstained.
    pub partial: u32,
    /// Yes against no.
    pub opposite: u32,
}

impl Pair {
    /// Roll calls on which both cast a vote.
    pub fn n(self) -> u32 {
        self.same + self.partial + self.opposite
    }

    /// (same + partial / 2) / n, from 0 to 1 (Lijphart 1963). None where they share no vote.
    pub fn agreement(self) -> Option<f64> {
        let credit = f64::from(self.same) + f64::from(self.partial) / 2.0;
        (self.n() > 0).then(|| credit / f64::from(self.n()))
    }
}

/// How `a` and `b` voted on the roll calls of `set`.
pub fn pair(record: &Record, a: MemberId, b: MemberId, set: &RollCallSet) -> Pair {
    counted(&within(record.votes().of_member(a), set), record.votes().of_member(b))
}

/// Another member, and how it voted beside one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The other.
    pub member: MemberId,
    /// How both voted.
    pub pair: Pair,
}

/// Others that share a vote with a member or a line, the closest first.
pub type Neighbours = Ranked<Neighbour>;

impl Neighbours {
    /// Ranks those of `others` that share a vote, given in the order of the seats.
    pub(super) fn closest(others: impl Iterator<Item = Neighbour>) -> Self {
        let sharing = others.filter(|other| other.pair.n() > 0);
        Ranked::lowest_first(sharing, |other| (other.pair.n(), other.pair.agreement().map(f64::neg)))
    }

    /// Those that are ranked, the farthest first; among equals more votes go first here too.
    pub fn farthest(&self) -> Vec<&Neighbour> {
        let mut farthest: Vec<_> = self.ranked.iter().collect();
        let key = |other: &Neighbour| (other.pair.agreement().unwrap_or_default(), other.pair.n());
        farthest.sort_by(|a, b| {
            let ((low, less), (high, more)) = (key(a), key(b));
            low.total_cmp(&high).then(more.cmp(&less))
        });
        farthest
    }
}

/// How every other member voted beside `member` on the roll calls of `set`.
pub fn neighbours(record: &Record, member: MemberId, set: &RollCallSet) -> Neighbours {
    let own = within(record.votes().of_member(member), set);
    // Before it was a member, and outside of the window, there is nothing to count.
    let span = span(&own);
    let others = record.members().iter().map(|(other, _)| other).filter(|&other| other != member);
    Neighbours::closest(others.map(|other| {
        let pair = counted_in(span.clone(), &own, record.votes().of_member(other));
        Neighbour { member: other, pair }
    }))
}

/// The votes of `votes` on the roll calls of `set`.
pub(super) fn within(votes: &Planes<RollCallSet>, set: &RollCallSet) -> Planes<RollCallSet> {
    let Planes { yes, no, abstain, absent } = votes;
    Planes { yes: yes & set, no: no & set, abstain: abstain & set, absent: absent & set }
}

/// How two voted.
pub(super) fn counted(a: &Planes<RollCallSet>, b: &Planes<RollCallSet>) -> Pair {
    counted_in(0..a.yes.words().len(), a, b)
}

/// How two voted, by a span of words of their bits. The states share no roll call, so that three counts of bits a word
/// say all.
fn counted_in(span: Range<usize>, a: &Planes<RollCallSet>, b: &Planes<RollCallSet>) -> Pair {
    let (mut same, mut opposite, mut both) = (0, 0, 0);
    for ([yes, no, abstain], [with, against, without]) in words(a, span.clone()).zip(words(b, span)) {
        same += (yes & with | no & against | abstain & without).count_ones();
        opposite += (yes & against | no & with).count_ones();
        both += ((yes | no | abstain) & (with | against | without)).count_ones();
    }
    Pair { same, partial: both - same - opposite, opposite }
}

/// The words from the first to the last in which a vote was cast.
fn span(votes: &Planes<RollCallSet>) -> Range<usize> {
    let spans = [&votes.yes, &votes.no, &votes.abstain].map(RollCallSet::span).into_iter();
    let both = |a: Range<usize>, b: Range<usize>| a.start.min(b.start)..a.end.max(b.end);
    spans.filter(|span| !span.is_empty()).reduce(both).unwrap_or_default()
}

/// The bits of the votes cast, a word of each at a time.
fn words(votes: &Planes<RollCallSet>, span: Range<usize>) -> impl Iterator<Item = [u64; 3]> {
    let [yes, no, abstain] = [&votes.yes, &votes.no, &votes.abstain].map(|plane| &plane.words()[span.clone()]);
    yes.iter().zip(no).zip(abstain).map(|((&yes, &no), &abstain)| [yes, no, abstain])
}
