//! One bloc, or two: cohesion, loyalty, who is near outside, what splits them, and series.

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::{BlocVotes, By, Loyalty, Mean, Neighbour, Neighbours, Ranked, Split, TwoBlocs, slices};
use crate::query::{Expression, Lexicon};
use crate::record::{Member, MemberId, Record, RecordNumber, RollCallSet, State, fold};

use super::window::{Credit, Window};

/// One bloc over a set of roll calls, or two.
#[derive(Clone, Debug, Serialize)]
pub struct BlocReport<'r> {
    pub(crate) window: Window,
    pub(crate) a: BlocSide<'r>,
    #[serde(flatten)]
    pub(crate) two: Option<Two<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) series: Option<Vec<BlocPoint>>,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) by: Option<By>,
}

/// What there is to say where there are two.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Two<'r> {
    pub(crate) b: BlocSide<'r>,
    pub(crate) lines: Mean,
    pub(crate) pairs: Mean,
    pub(crate) split: Vec<Parted<'r>>,
}

/// A bloc.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocSide<'r> {
    pub(crate) expr: String,
    pub(crate) members: Vec<&'r str>,
    /// Of which day the members are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) notes: Vec<String>,
    pub(crate) cohesion: Mean,
    pub(crate) rice: Mean,
    pub(crate) loyalty: Vec<Loyal<'r>>,
    pub(crate) outside: Vec<Outside<'r>>,
    #[serde(skip)]
    pub(crate) names: Vec<&'r str>,
}

/// A member of a bloc beside the line of the others. The least loyal first; those with too few votes to rank last.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Loyal<'r> {
    #[serde(flatten)]
    pub(crate) seat: BlocSeat<'r>,
    pub(crate) value: Option<f64>,
}

/// Somebody of no bloc beside the line of one. The nearest first; those with too few votes to rank last.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Outside<'r> {
    #[serde(flatten)]
    pub(crate) seat: BlocSeat<'r>,
    pub(crate) agreement: Option<f64>,
}

/// A member and how many votes its figure is over.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocSeat<'r> {
    pub(crate) code: &'r str,
    #[serde(skip)]
    pub(crate) name: &'r str,
    pub(crate) n: u32,
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
}

/// The figures of a year, a session or a topic.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocPoint {
    pub(crate) key: String,
    pub(crate) a: Mean,
    #[serde(flatten)]
    pub(crate) two: Option<PointOfTwo>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PointOfTwo {
    pub(crate) b: Mean,
    pub(crate) lines: Mean,
    pub(crate) pairs: Mean,
}

impl<'r> BlocReport<'r> {
    /// The bloc `a`, alone or against `b`, over `set`, which `window` says; with a series over the parts of the set.
    pub fn new(
        lexicon: &Lexicon<'r>,
        (a, b): (&Expression, Option<&Expression>),
        window: Window,
        set: &RollCallSet,
        by: Option<By>,
    ) -> Self {
        let record = lexicon.record();
        let votes = |expression: &Expression| BlocVotes::new(record, expression.members());
        let of_a = votes(a);
        let of_b = b.map(votes);
        let facing = of_b.as_ref().map(|of_b| (of_b, TwoBlocs::new(record, &of_a, of_b)));
        let point = |key: String, set: &RollCallSet| {
            let two = facing.as_ref().map(|(of_b, facing)| PointOfTwo {
                b: of_b.cohesion(set),
                lines: facing.lines(set).into(),
                pairs: facing.pairs(set),
            });
            BlocPoint { key, a: of_a.cohesion(set), two }
        };
        let series = by.map(|by| {
            let parts = slices(lexicon, set, by).into_iter();
            parts.map(|part| point(part.key, &part.rollcalls)).filter(BlocPoint::has_figures).collect()
        });
        let two = b.zip(facing.as_ref()).map(|(b, (of_b, facing))| Two {
            b: BlocSide::new(lexicon, b, of_b, Some(&of_a), set),
            lines: facing.lines(set).into(),
            pairs: facing.pairs(set),
            split: parted(record, facing, set),
        });
        let a = BlocSide::new(lexicon, a, &of_a, of_b.as_ref(), set);
        Self { window, a, two, series, source: Credit::of(record), by }
    }
}

impl BlocPoint {
    fn has_figures(&self) -> bool {
        let two = self.two.as_ref().map(|two| two.b.n + two.lines.n + two.pairs.n);
        self.a.n + two.unwrap_or_default() > 0
    }
}

impl<'r> BlocSide<'r> {
    fn new(
        lexicon: &Lexicon<'r>,
        expression: &Expression,
        votes: &BlocVotes<'r>,
        other: Option<&BlocVotes<'r>>,
        set: &RollCallSet,
    ) -> Self {
        let record = lexicon.record();
        let members = votes.at_end(set);
        let seats = || members.iter().map(|id| record.members().get(id));
        let mut names: Vec<_> = seats().map(|member| member.name.as_ref()).collect();
        names.sort_by_cached_key(|name| fold(name));
        Self {
            expr: expression.to_string(),
            members: seats().map(|member| member.code.as_ref()).collect(),
            notes: expression.remarks(lexicon, set),
            cohesion: votes.cohesion(set),
            rice: votes.rice(set),
            loyalty: loyalty(record, votes.loyalty(set)),
            outside: outside(record, votes.outside(other, set)),
            names,
        }
    }
}

fn seat(record: &Record, member: MemberId, n: u32) -> BlocSeat<'_> {
    let Member { code, name, .. } = record.members().get(member);
    BlocSeat { code, name, n }
}

fn loyalty(record: &Record, members: Ranked<Loyalty>) -> Vec<Loyal<'_>> {
    let loyal = |member: Loyalty| Loyal { seat: seat(record, member.member, member.n), value: member.value() };
    members.ranked.into_iter().chain(members.few).map(loyal).collect()
}

fn outside(record: &Record, others: Neighbours) -> Vec<Outside<'_>> {
    let outside = |other: Neighbour| Outside {
        seat: seat(record, other.member, other.pair.n()),
        agreement: other.pair.agreement(),
    };
    others.ranked.into_iter().chain(others.few).map(outside).collect()
}

fn parted<'r>(record: &'r Record, two: &TwoBlocs<'_, 'r>, set: &RollCallSet) -> Vec<Parted<'r>> {
    let parted = |split: Split| {
        let rollcall = record.rollcall(split.rollcall);
        let (symbol, title) = (&rollcall.symbol, &rollcall.title);
        Parted { id: rollcall.number, symbol, date: rollcall.date, title, a: split.a, b: split.b }
    };
    two.splits(set).into_iter().map(parted).collect()
}
