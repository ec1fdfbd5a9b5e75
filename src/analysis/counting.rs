//! How all pairs of members voted, counted over bit planes packed for it, with what the processor has to count bits.

use std::ops::Range;

use multiversion::multiversion;

use crate::record::{MemberId, Record, RollCallSet, State};

use super::agreement::Pair;
use super::metric::{Crosstab, Figure, Metric};
use super::position::position;

/// The members that have a row on a roll call of `set`.
pub(super) fn present(record: &Record, set: &RollCallSet) -> Vec<MemberId> {
    let seats = record.members().iter().map(|(id, _)| id);
    seats.filter(|&id| position(record, id, set).is_any()).collect()
}

/// Hands the figure of every pair of `members` on the roll calls of `set` to `take`, each pair once, in their order.
pub(super) fn each_pair(
    record: &Record,
    metric: Metric,
    members: &[MemberId],
    set: &RollCallSet,
    mut take: impl FnMut(MemberId, MemberId, Figure),
) {
    let states = if metric == Metric::State { &State::OF_MEMBERS[..] } else { &State::OF_MEMBERS[..3] };
    let absences = metric == Metric::State && record.origin().has_absences();
    let packed = Packed::all(record, members, set, states);
    for (at, (&a, left)) in members.iter().zip(&packed).enumerate() {
        for (&b, right) in members.iter().zip(&packed).skip(at + 1) {
            let figure = match metric {
                Metric::Agreement | Metric::Exact | Metric::S => left.pair(right).figure(metric),
                Metric::YesNo | Metric::State | Metric::Kappa | Metric::Pi => {
                    left.crosstab(right, absences).figure(metric)
                }
            };
            take(a, b, figure);
        }
    }
}

/// The votes of a member on the roll calls of a set, without the words in which the set has none.
pub(super) struct Packed {
    yes: Vec<u64>,
    abstain: Vec<u64>,
    cast: Vec<u64>,
    /// Nothing where nobody asks for it.
    absent: Vec<u64>,
    /// From the first word in which it is a member to after the last.
    there: Range<usize>,
}

/// The votes of a member in words that another has too.
#[derive(Clone, Copy)]
struct WordsInBoth<'v> {
    yes: &'v [u64],
    abstain: &'v [u64],
    cast: &'v [u64],
}

impl Packed {
    /// The votes of each of `members`, and its absences where they are among `states`.
    pub(super) fn all(record: &Record, members: &[MemberId], set: &RollCallSet, states: &[State]) -> Vec<Self> {
        let words: Vec<_> = set.words().iter().enumerate().filter(|&(_, &word)| word != 0).map(|(at, _)| at).collect();
        members.iter().map(|&member| Self::new(record, member, set, &words, states)).collect()
    }

    fn new(record: &Record, member: MemberId, set: &RollCallSet, words: &[usize], states: &[State]) -> Self {
        let votes = record.votes().of_member(member);
        let plane = |state| -> Vec<u64> {
            let plane = votes.of(state).filter(|_| states.contains(&state)).map_or(&[][..], RollCallSet::words);
            words.iter().filter_map(|&at| Some(plane.get(at)? & set.words()[at])).collect()
        };
        let [yes, abstain, no, absent] = [State::Yes, State::Abstain, State::No, State::Absent].map(plane);
        let cast: Vec<_> = yes.iter().zip(&abstain).zip(&no).map(|((yes, abstain), no)| yes | abstain | no).collect();
        let held = |at: &usize| cast[*at] | absent.get(*at).copied().unwrap_or_default() != 0;
        let first = (0..cast.len()).find(held).unwrap_or(cast.len());
        let end = (first..cast.len()).rfind(held).map_or(first, |last| last + 1);
        Self { yes, abstain, cast, absent, there: first..end }
    }

    /// The words in which both are members.
    fn both(&self, other: &Self) -> Range<usize> {
        let start = self.there.start.max(other.there.start);
        start..self.there.end.min(other.there.end).max(start)
    }

    fn within(&self, span: Range<usize>) -> WordsInBoth<'_> {
        WordsInBoth { yes: &self.yes[span.clone()], abstain: &self.abstain[span.clone()], cast: &self.cast[span] }
    }

    /// How two voted, counted over the same set.
    pub(super) fn pair(&self, other: &Self) -> Pair {
        let span = self.both(other);
        count_pair(self.within(span.clone()), other.within(span))
    }

    fn crosstab(&self, other: &Self, absences: bool) -> Crosstab {
        let span = self.both(other);
        let count = |a: &[u64], b: &[u64]| count_both(&a[span.clone()], &b[span.clone()]);
        let rows = [&self.yes, &self.abstain, &self.cast];
        let [yes, abstain, cast] =
            rows.map(|row| [&other.yes, &other.abstain, &other.cast].map(|vote| count(row, vote)));
        // Who cast a vote that is neither yes nor an abstention voted no.
        let no = std::array::from_fn(|vote| cast[vote] - yes[vote] - abstain[vote]);
        let cells = [yes, abstain, no].map(|[yes, abstain, cast]| [yes, abstain, cast - yes - abstain]);
        let absent = absences.then(|| {
            let away = count(&self.absent, &other.absent) + count(&self.absent, &other.cast);
            away + count(&self.cast, &other.absent)
        });
        Crosstab { cells, absent }
    }
}

/// Slices of one length, so that the loop needs no checks and the compiler takes several words at a time.
#[multiversion(targets("x86_64+avx512f+avx512vl+avx512vpopcntdq+popcnt", "x86_64+avx2+popcnt", "x86_64+popcnt"))]
fn count_pair(own: WordsInBoth<'_>, others: WordsInBoth<'_>) -> Pair {
    let (mut partial, mut opposite, mut both) = (0_u64, 0_u64, 0_u64);
    let theirs = others.yes.iter().zip(others.abstain).zip(others.cast);
    for (((yes, abstain), cast), ((with, without), theirs)) in own.yes.iter().zip(own.abstain).zip(own.cast).zip(theirs)
    {
        let shared = cast & theirs;
        let one_abstained = abstain ^ without;
        both += u64::from(shared.count_ones());
        partial += u64::from((shared & one_abstained).count_ones());
        opposite += u64::from((shared & !one_abstained & (yes ^ with)).count_ones());
    }
    Pair { same: (both - partial - opposite) as u32, partial: partial as u32, opposite: opposite as u32 }
}

/// How many bits two slices of one length share.
#[multiversion(targets("x86_64+avx512f+avx512vl+avx512vpopcntdq+popcnt", "x86_64+avx2+popcnt", "x86_64+popcnt"))]
fn count_both(a: &[u64], b: &[u64]) -> u32 {
    a.iter().zip(b).map(|(a, b)| u64::from((a & b).count_ones())).sum::<u64>() as u32
}
