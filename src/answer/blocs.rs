//! One bloc, or two: cohesion, loyalty, who is near outside, what splits them, and series.

mod side;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::analysis::{BlocVotes, By, Mean, Split, TwoBlocs, cohesion, slices};
use crate::query::{Expression, Lexicon};
use crate::record::{MemberSet, Record, RecordNumber, RollCallId, RollCallSet, State};

use super::window::{Credit, Window};

pub(crate) use self::side::{BlocSeat, BlocSide};

/// One bloc over a set of roll calls, or two.
#[derive(Clone, Debug, Serialize)]
pub struct BlocReport<'r> {
    pub(crate) window: Window,
    pub(crate) a: BlocSide<'r>,
    #[serde(flatten)]
    pub(crate) two: Option<Two<'r>>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "first")]
    pub(crate) series: Vec<BlocSeries>,
    pub(crate) source: Credit,
}

/// What there is to say where there are two.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Two<'r> {
    pub(crate) b: BlocSide<'r>,
    pub(crate) lines: Mean,
    pub(crate) pairs: Mean,
    pub(crate) split: Vec<Parted<'r>>,
    /// Who is in both on the day of the last roll call.
    #[serde(skip)]
    pub(crate) both: MemberSet,
    /// Who was a member of the Assembly that day and is in neither; none where the source does not say who was.
    #[serde(skip)]
    pub(crate) neither: Option<MemberSet>,
}

/// A roll call on which the lines were yes and no.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Parted<'r> {
    pub(crate) id: RecordNumber,
    pub(crate) symbol: &'r str,
    pub(crate) date: Date,
    pub(crate) title: &'r str,
    pub(crate) a: State,
    pub(crate) b: State,
    #[serde(skip)]
    pub(crate) rollcall: RollCallId,
}

/// The figures over each part of the window.
#[derive(Clone, Debug)]
pub(crate) struct BlocSeries {
    pub(crate) by: By,
    /// Of every part, also where no bloc has a figure.
    pub(crate) all: Vec<BlocPoint>,
}

/// The figures of a year, a session or a topic.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocPoint {
    pub(crate) key: String,
    pub(crate) a: Mean,
    #[serde(flatten)]
    pub(crate) two: Option<PointOfTwo>,
}

/// The same where there are two.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PointOfTwo {
    pub(crate) b: Mean,
    pub(crate) lines: Mean,
    pub(crate) pairs: Mean,
}

impl<'r> BlocReport<'r> {
    /// The bloc `a`, alone or against `b`, over `set`, which `window` says; with a series for each of `by`, of which JSON
    /// has the first.
    pub fn new(
        lexicon: &Lexicon<'r>,
        (a, b): (&Expression, Option<&Expression>),
        window: Window,
        set: &RollCallSet,
        by: &[By],
    ) -> Self {
        let record = lexicon.record();
        let votes = |expression: &Expression| BlocVotes::new(record, expression.members());
        let (of_a, of_b) = (votes(a), b.map(votes));
        let facing = of_b.as_ref().map(|of_b| (of_b, TwoBlocs::new(record, &of_a, of_b)));
        let point = |key: String, set: &RollCallSet| {
            let two = facing.as_ref().map(|(of_b, facing)| PointOfTwo {
                b: of_b.cohesion(set),
                lines: facing.lines(set).into(),
                pairs: facing.pairs(set),
            });
            BlocPoint { key, a: of_a.cohesion(set), two }
        };
        let parts = |by| slices(lexicon, set, by).into_iter().map(|part| point(part.key, &part.rollcalls)).collect();
        let series = by.iter().map(|&by| BlocSeries { by, all: parts(by) }).collect();
        let figures = facing
            .map(|(_, facing)| (Mean::from(facing.lines(set)), facing.pairs(set), parted(record, facing.splits(set))));
        let of_b = b.zip(of_b).map(|(b, of_b)| BlocSide::new(lexicon, b, of_b, Some(&of_a), set));
        let a = BlocSide::new(lexicon, a, of_a, of_b.as_ref().map(|b| &b.votes), set);
        let two = of_b.zip(figures).map(|(b, (lines, pairs, split))| Two {
            both: &a.at_end & &b.at_end,
            neither: neither(record, [&a.at_end, &b.at_end], set),
            b,
            lines,
            pairs,
            split,
        });
        Self { source: window.credit.clone(), window, a, two, series }
    }

    /// The blocs that there are, in the order in which they were asked for.
    pub(crate) fn sides(&self) -> impl Iterator<Item = &BlocSide<'r>> {
        [&self.a].into_iter().chain(self.two.iter().map(|two| &two.b))
    }

    /// The series by years, sessions or topics, without the parts on which no bloc has a figure.
    pub(crate) fn points(&self, by: By) -> impl Iterator<Item = &BlocPoint> {
        self.series.iter().filter(move |series| series.by == by).flat_map(BlocSeries::known)
    }

    /// The product of the cohesions of the two on a roll call, from 0 to 1: how one-sided it was.
    pub(crate) fn unity(&self, id: RollCallId) -> Option<f64> {
        let two = self.two.as_ref()?;
        Some(cohesion(self.a.votes.tally(id))? * cohesion(two.b.votes.tally(id))?)
    }
}

impl BlocSeries {
    /// The parts on which a bloc has a figure.
    pub(crate) fn known(&self) -> impl Iterator<Item = &BlocPoint> {
        self.all.iter().filter(|point| point.has_figures())
    }
}

impl BlocPoint {
    fn has_figures(&self) -> bool {
        let two = self.two.as_ref().map(|two| two.b.n + two.lines.n + two.pairs.n);
        self.a.n + two.unwrap_or_default() > 0
    }
}

/// The first series, as JSON has it.
fn first<S: Serializer>(series: &[BlocSeries], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(series.iter().take(1).flat_map(BlocSeries::known))
}

/// The members of the Assembly that belong to neither, on the day of the last roll call.
fn neither(record: &Record, [a, b]: [&MemberSet; 2], set: &RollCallSet) -> Option<MemberSet> {
    let last = set.iter().next_back().filter(|_| record.origin().has_absences())?;
    Some(&(&record.votes().of_rollcall(last).members() - a) - b)
}

fn parted(record: &Record, splits: Vec<Split>) -> Vec<Parted<'_>> {
    let parted = |split: Split| {
        let rollcall = record.rollcall(split.rollcall);
        let (symbol, title, date) = (&rollcall.symbol, &rollcall.title, rollcall.date);
        Parted { id: rollcall.number, symbol, date, title, a: split.a, b: split.b, rollcall: split.rollcall }
    };
    splits.into_iter().map(parted).collect()
}
