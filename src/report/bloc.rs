//! One bloc, or two against each other: cohesion, loyalty, who stands near outside, what splits them, and series.

mod blocks;

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::{BlocVotes, By, Loyalty, Mean, Neighbour, Neighbours, Ranked, Split, TwoBlocs, slices};
use crate::query::{Expression, Lexicon};
use crate::record::{Member, MemberId, Record, RecordNumber, RollCallSet, State, fold};

use crate::answer::{Credit, Window};

/// One bloc over a set of roll calls, or two.
#[derive(Clone, Debug, Serialize)]
pub struct BlocReport<'r> {
    window: Window,
    a: Side<'r>,
    #[serde(flatten)]
    two: Option<Two<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<Vec<Point>>,
    source: Credit,
    #[serde(skip)]
    by: Option<By>,
}

/// What there is to say where there are two.
#[derive(Clone, Debug, Serialize)]
struct Two<'r> {
    b: Side<'r>,
    lines: Mean,
    pairs: Mean,
    split: Vec<Parted<'r>>,
}

/// A bloc.
#[derive(Clone, Debug, Serialize)]
struct Side<'r> {
    expr: String,
    members: Vec<&'r str>,
    /// Of which day the members are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    cohesion: Mean,
    rice: Mean,
    loyalty: Vec<Loyal<'r>>,
    outside: Vec<Outside<'r>>,
    #[serde(skip)]
    names: Vec<&'r str>,
}

/// A member of a bloc beside the line of the others. The least loyal first; those with too few votes to rank last.
#[derive(Clone, Debug, Serialize)]
struct Loyal<'r> {
    #[serde(flatten)]
    seat: Seat<'r>,
    value: Option<f64>,
}

/// Somebody of no bloc beside the line of one. The nearest first; those with too few votes to rank last.
#[derive(Clone, Debug, Serialize)]
struct Outside<'r> {
    #[serde(flatten)]
    seat: Seat<'r>,
    agreement: Option<f64>,
}

/// A member and how many votes its figure is over.
#[derive(Clone, Debug, Serialize)]
struct Seat<'r> {
    code: &'r str,
    #[serde(skip)]
    name: &'r str,
    n: u32,
}

/// A roll call on which the lines were yes and no.
#[derive(Clone, Debug, Serialize)]
struct Parted<'r> {
    id: RecordNumber,
    symbol: &'r str,
    date: Date,
    title: &'r str,
    a: State,
    b: State,
}

/// The figures of a year, a session or a topic.
#[derive(Clone, Debug, Serialize)]
struct Point {
    key: String,
    a: Mean,
    #[serde(flatten)]
    two: Option<PointOfTwo>,
}

#[derive(Clone, Debug, Serialize)]
struct PointOfTwo {
    b: Mean,
    lines: Mean,
    pairs: Mean,
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
            Point { key, a: of_a.cohesion(set), two }
        };
        let series = by.map(|by| {
            let parts = slices(lexicon, set, by).into_iter();
            parts.map(|part| point(part.key, &part.rollcalls)).filter(Point::has_figures).collect()
        });
        let two = b.zip(facing.as_ref()).map(|(b, (of_b, facing))| Two {
            b: Side::new(lexicon, b, of_b, Some(&of_a), set),
            lines: facing.lines(set).into(),
            pairs: facing.pairs(set),
            split: parted(record, facing, set),
        });
        let a = Side::new(lexicon, a, &of_a, of_b.as_ref(), set);
        Self { window, a, two, series, source: Credit::of(record), by }
    }
}

impl Point {
    fn has_figures(&self) -> bool {
        let two = self.two.as_ref().map(|two| two.b.n + two.lines.n + two.pairs.n);
        self.a.n + two.unwrap_or_default() > 0
    }
}

impl<'r> Side<'r> {
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

fn seat(record: &Record, member: MemberId, n: u32) -> Seat<'_> {
    let Member { code, name, .. } = record.members().get(member);
    Seat { code, name, n }
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
