//! Which pairs of members moved most between two windows, and whether chance would do as much.

use crate::query::Lexicon;
use crate::record::{MemberId, Record, RollCallSet, State};

use super::agreement::Pair;
use super::chance::{Chance, holm};
use super::counting::Packed;
use super::ranked::ENOUGH;
use super::slices::{By, slices};

/// Two sets of roll calls that share none: before and after.
#[derive(Clone, Copy, Debug)]
pub struct Windows<'s> {
    /// The earlier one, as a rule.
    pub before: &'s RollCallSet,
    /// The later one.
    pub after: &'s RollCallSet,
}

/// A pair in two windows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// A member.
    pub a: MemberId,
    /// Another.
    pub b: MemberId,
    /// How both voted before.
    pub before: Pair,
    /// How both voted after.
    pub after: Pair,
    /// Agreement after less agreement before, from −1 to 1.
    pub change: f64,
    /// The share of all ways to deal the roll calls on which both cast a vote to two windows of their sizes in which the
    /// agreement changes at least as much, up or down: the exact permutation test. It takes roll calls as independent
    /// of each other, which texts that come back every year are not.
    pub p: f64,
    /// `p` corrected for having looked at all the pairs tested here (Holm 1979).
    pub corrected: f64,
}

/// Pairs in two windows.
#[derive(Clone, Debug, PartialEq)]
pub struct Drifts {
    /// Those with at least [`ENOUGH`] shared votes in both, the largest change first, of equals those with more votes.
    pub moved: Vec<Drift>,
    /// How many others share a vote in one of them.
    pub few: usize,
    /// How many share none in either, though both members vote in one of them.
    pub apart: usize,
}

/// How all pairs, or those of `member`, changed their agreement from one window to the other.
pub fn drift(record: &Record, windows: Windows<'_>, member: Option<MemberId>) -> Drifts {
    let seats: Vec<_> = record.members().iter().map(|(id, _)| id).collect();
    let [before, after] =
        [windows.before, windows.after].map(|set| Packed::all(record, &seats, set, &State::OF_MEMBERS[..3]));
    let votes: Vec<_> =
        (0..seats.len()).map(|at| [&before, &after].iter().any(|of| of[at].pair(&of[at]).n() > 0)).collect();
    let mut drifts = Drifts { moved: Vec::new(), few: 0, apart: 0 };
    let mut deals = Chance::default();
    for (at, &a) in seats.iter().enumerate() {
        for (&b, other) in seats.iter().zip(0..).skip(at + 1) {
            if member.is_some_and(|member| member != a && member != b) {
                continue;
            }
            let [then, now] = [&before, &after].map(|packed| packed[at].pair(&packed[other]));
            match change(then, now) {
                Some(change) => {
                    // The member that was asked for is first.
                    let (a, b) = if member == Some(b) { (b, a) } else { (a, b) };
                    let p = deals.of(then, now);
                    drifts.moved.push(Drift { a, b, before: then, after: now, change, p, corrected: p });
                }
                None if then.n() + now.n() > 0 => drifts.few += 1,
                None => drifts.apart += usize::from(votes[at] && votes[other]),
            }
        }
    }
    let tests: Vec<_> = drifts.moved.iter().map(|drift| drift.p).collect();
    for (drift, corrected) in drifts.moved.iter_mut().zip(holm(&tests)) {
        drift.corrected = corrected;
    }
    let seats = |drift: &Drift| (drift.a, drift.b);
    let votes = |drift: &Drift| drift.before.n() + drift.after.n();
    let by_change = |a: &Drift, b: &Drift| b.change.abs().total_cmp(&a.change.abs());
    drifts.moved.sort_by(|a, b| by_change(a, b).then_with(|| votes(b).cmp(&votes(a))).then(seats(a).cmp(&seats(b))));
    drifts
}

/// A topic on which a pair voted in both windows.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicDrift {
    /// The short name of the topic.
    pub topic: String,
    /// How both voted on it before.
    pub before: Pair,
    /// How both voted on it after.
    pub after: Pair,
    /// Agreement after less agreement before.
    pub change: f64,
}

/// On which topics two members moved: those on which they share at least [`ENOUGH`] votes in both windows, the largest
/// change first.
pub fn drift_by_topic(lexicon: &Lexicon<'_>, a: MemberId, b: MemberId, windows: Windows<'_>) -> Vec<TopicDrift> {
    let record = lexicon.record();
    let topics = slices(lexicon, &record.all(), By::Topic).into_iter();
    let moved = topics.filter_map(|topic| {
        let on = |set: &RollCallSet| super::pair(record, a, b, &(set & &topic.rollcalls));
        let (before, after) = (on(windows.before), on(windows.after));
        Some(TopicDrift { topic: topic.key, before, after, change: change(before, after)? })
    });
    let mut moved: Vec<_> = moved.collect();
    moved.sort_by(|a, b| b.change.abs().total_cmp(&a.change.abs()).then_with(|| a.topic.cmp(&b.topic)));
    moved
}

/// The change of agreement where both windows have enough votes.
fn change(before: Pair, after: Pair) -> Option<f64> {
    let agreement = |pair: Pair| pair.agreement().filter(|_| pair.n() >= ENOUGH);
    Some(agreement(after)? - agreement(before)?)
}
