//! Small made records, in which members join and leave blocs and the Assembly, and a plain reading of them: a loop over
//! rows of letters, to hold the fast figures against.

use std::fmt::Write as _;

use plenary::query::{Expression, Lexicon, SavedBlocs};
use plenary::record::{Index, Record, RollCallId, RollCallSet};
use proptest::prelude::*;
use serde_json::json;

use crate::query::BLOCS;

pub(crate) const SEATS: [&str; 12] =
    ["AUT", "SWE", "GBR", "HUN", "HRV", "DEU", "USA", "RUS", "CHN", "ISR", "UZB", "IND"];
/// Around the days on which some of them joined or left @EU, @G8, @BRICS and @CSTO.
const DAYS: [&str; 14] = [
    "1994-12-31",
    "1995-01-01",
    "1999-04-01",
    "1999-04-02",
    "2004-04-30",
    "2004-05-01",
    "2009-06-16",
    "2012-12-19",
    "2013-06-30",
    "2013-07-01",
    "2014-03-24",
    "2020-01-30",
    "2020-01-31",
    "2024-05-05",
];
const SESSIONS: [&str; 4] = ["49", "58", "74", "ES-10"];
const TITLES: [&str; 3] = ["Nuclear disarmament", "Situation in the Middle East", "Report of the Secretary-General"];

/// A roll call as a line of letters.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub date: String,
    session: &'static str,
    title: &'static str,
    votes: Vec<char>,
}

impl Row {
    /// The letter of a member, `.` where it is none.
    pub(crate) fn vote(&self, code: &str) -> char {
        SEATS.iter().position(|&seat| seat == code).map_or('.', |at| self.votes[at])
    }

    /// Whether it cast a vote.
    pub(crate) fn cast(&self, code: &str) -> bool {
        "YNA".contains(self.vote(code))
    }

    /// The votes that some members cast, counted as yes, no, abstentions.
    pub(crate) fn count(&self, members: &[&str]) -> [u32; 3] {
        ['Y', 'N', 'A'].map(|letter| members.iter().filter(|code| self.vote(code) == letter).count() as u32)
    }
}

/// Some members, as an expression is written and as a plain rule understands it.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    first: &'static str,
    joined: Vec<(char, &'static str)>,
}

impl Written {
    pub(crate) fn text(&self) -> String {
        self.joined.iter().fold(self.first.to_owned(), |text, (sign, part)| format!("{text}{sign}{part}"))
    }

    /// Who is in it on a day.
    pub(crate) fn on(&self, day: &str) -> Vec<&'static str> {
        let within = |part: &str, code: &str| match part.strip_prefix('@') {
            Some(bloc) => BLOCS.iter().any(|(name, member, from, to)| {
                let here = (from.is_empty() || from.as_str() <= day) && (to.is_empty() || day < to.as_str());
                name == bloc && member == code && here
            }),
            None => part == "all" || part == code,
        };
        let holds = |code: &&str| {
            self.joined.iter().fold(within(self.first, code), |held, (sign, part)| match sign {
                '+' => held || within(part, code),
                _ => held && !within(part, code),
            })
        };
        SEATS.into_iter().filter(holds).collect()
    }
}

/// A made record with two blocs and a window.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub rows: Vec<Row>,
    pub a: Written,
    pub b: Written,
    /// Whether each row is in the window.
    pub window: Vec<bool>,
    /// Whether the record knows who was absent.
    pub absences: bool,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let pick = |from: &[&'static str]| prop::sample::select(from.to_vec());
    // Mostly votes cast, so that members come to share enough of them.
    let letters = prop::collection::vec(prop::sample::select("YYYYNNNAAX.".chars().collect::<Vec<_>>()), SEATS.len());
    let row = (pick(&DAYS), pick(&SESSIONS), pick(&TITLES), letters);
    let row = row.prop_map(|(day, session, title, votes)| Row { date: day.to_owned(), session, title, votes });
    prop::collection::vec(row, 1..48).prop_map(|mut rows| {
        rows.sort_by(|a, b| a.date.cmp(&b.date));
        rows
    })
}

fn written() -> impl Strategy<Value = Written> {
    let part = || {
        let parts = ["@EU", "@G8", "@BRICS", "@CSTO", "@P5", "@NAM", "all"].into_iter().chain(SEATS);
        prop::sample::select(parts.collect::<Vec<_>>())
    };
    let joined = prop::collection::vec((prop::sample::select(vec!['+', '-']), part()), 0..4);
    (part(), joined).prop_map(|(first, joined)| Written { first, joined })
}

pub(crate) fn cases() -> impl Strategy<Value = Case> {
    (rows(), written(), written(), prop::collection::vec(prop::bool::weighted(0.9), 48), any::<bool>()).prop_map(
        |(mut rows, a, b, mut window, absences)| {
            window.truncate(rows.len());
            if !absences {
                let unknown = |vote: &mut char| *vote = if *vote == 'X' { '.' } else { *vote };
                rows.iter_mut().flat_map(|row| &mut row.votes).for_each(unknown);
            }
            Case { rows, a, b, window, absences }
        },
    )
}

impl Case {
    /// The rows of the window.
    pub(crate) fn chosen(&self) -> Vec<&Row> {
        self.rows.iter().zip(&self.window).filter(|(_, inside)| **inside).map(|(row, _)| row).collect()
    }

    /// The record.
    pub(crate) fn record(&self) -> Record {
        let origin = if self.absences { "un-library" } else { "unvotes" };
        let header = json!({
            "format": "plenary-rollcalls", "version": 1, "kind": "whole", "origin": origin, "sources": [],
            "seats": SEATS,
        });
        let mut text = header.to_string();
        for (at, row) in self.rows.iter().enumerate() {
            let votes: String = row.votes.iter().collect();
            let line = json!({
                "id": at + 1, "symbol": format!("A/RES/{at}"), "date": row.date, "session": row.session,
                "title": row.title, "votes": votes,
            });
            write!(text, "\n{line}").unwrap();
        }
        Record::from_text(&text, "made.jsonl").unwrap().0
    }

    /// The window as a set of the record.
    pub(crate) fn set(&self) -> RollCallSet {
        let mut set = RollCallSet::empty(self.rows.len());
        set.extend(self.window.iter().enumerate().filter(|(_, inside)| **inside).map(|(at, _)| id(at)));
        set
    }
}

/// The roll call of the row at this place.
pub(crate) fn id(at: usize) -> RollCallId {
    RollCallId::from_index(at)
}

pub(crate) fn lexicon(record: &Record) -> Lexicon<'_> {
    Lexicon::new(record, Ok(SavedBlocs::default())).unwrap()
}

pub(crate) fn expression(text: &Written, lexicon: &Lexicon<'_>) -> Expression {
    Expression::parse(&text.text(), lexicon).unwrap()
}

/// The letter that most cast; none of a tie, or where nobody did.
pub(crate) fn line([yes, no, abstain]: [u32; 3]) -> Option<char> {
    match (yes, no, abstain) {
        _ if yes > no && yes > abstain => Some('Y'),
        _ if no > yes && no > abstain => Some('N'),
        _ if abstain > yes && abstain > no => Some('A'),
        _ => None,
    }
}

/// Two for the same vote, one where exactly one abstained.
pub(crate) fn half_credits(a: char, b: char) -> u32 {
    match (a, b) {
        _ if a == b => 2,
        ('A', _) | (_, 'A') => 1,
        _ => 0,
    }
}

/// Half credit where exactly one abstained.
pub(crate) fn credit(a: char, b: char) -> f64 {
    f64::from(half_credits(a, b)) / 2.0
}

/// The mean of some figures and how many they are.
pub(crate) fn mean(figures: impl Iterator<Item = f64>) -> (u64, Option<f64>) {
    let figures: Vec<_> = figures.collect();
    let n = figures.len();
    (n as u64, (n > 0).then(|| figures.iter().sum::<f64>() / n as f64))
}
