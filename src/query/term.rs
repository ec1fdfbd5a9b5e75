//! The terms of a query: what each is written like, and which roll calls it means.

use std::fmt;

use jiff::civil::Date;

use crate::record::{Record, RollCallSet, Session, fold, parse_day, without_resolution};

use super::error::QueryError;
use super::lex::Piece;
use super::range::{Span, number};
use super::words::Words;

/// The fields that a term can name.
const FIELDS: [&str; 6] = ["year", "since", "until", "date", "session", "symbol"];

/// One condition on a roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A word or a phrase in title, agenda or subjects.
    Words(String),
    /// A calendar year, or a span of them.
    Year(Span<i16>),
    /// From a day on, as it was written.
    Since(Day),
    /// Until a day, included.
    Until(Day),
    /// A day, or a span of days.
    Date(Span<Date>),
    /// A session, or a span of regular ones.
    Session(Span<Session>),
    /// The beginning of the symbol.
    Symbol(String),
}

/// A year, a month or a day, as a limit in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    year: i16,
    month: Option<i8>,
    date: Option<i8>,
}

impl Day {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4).and_then(number)?;
        let mut two = || match parts.next() {
            None => Some(None),
            Some(part) if part.len() == 2 => number(part).map(Some),
            Some(_) => None,
        };
        let day = Self { year, month: two()?, date: two()? };
        let exists = Date::new(year, day.month.unwrap_or(1), day.date.unwrap_or(1)).is_ok();
        (parts.next().is_none() && exists).then_some(day)
    }

    /// The first day of it.
    fn first(self) -> Date {
        Date::constant(self.year, self.month.unwrap_or(1), self.date.unwrap_or(1))
    }

    /// The last day of it.
    fn last(self) -> Date {
        let month = Date::constant(self.year, self.month.unwrap_or(12), 1);
        match self.date {
            Some(_) => self.first(),
            None => month.last_of_month(),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.date.map_or(Ok(()), |date| write!(f, "-{date:02}"))
    }
}

impl Term {
    pub(super) fn parse(piece: &Piece) -> Result<Self, QueryError> {
        let bad = |what: String| QueryError::new(piece.span.clone(), what);
        let value = piece.value.as_str();
        let expected = |kind: &str| bad(format!("\"{value}\" is no {kind}"));
        let year = |text: &str| number(text).filter(|year| (1..=9999).contains(year));
        let Some(field) = &piece.field else {
            let words = fold(value);
            return if words.is_empty() {
                Err(bad(format!("\"{value}\" has no letter or digit to look for")))
            } else {
                Ok(Self::Words(words))
            };
        };
        match field.to_ascii_lowercase().as_str() {
            "year" => Span::parse(value, year)
                .map(Self::Year)
                .ok_or_else(|| expected("year or span of years; write year:2022 or year:2015..2024")),
            "since" => Day::parse(value)
                .map(Self::Since)
                .ok_or_else(|| expected("year or day; write since:2014 or since:2014-06-30")),
            "until" => Day::parse(value)
                .map(Self::Until)
                .ok_or_else(|| expected("year or day; write until:2020 or until:2020-06-30")),
            "date" => Span::parse(value, parse_day)
                .map(Self::Date)
                .ok_or_else(|| expected("day or span of days; write date:2025-02-24")),
            "session" => {
                Span::parse(value, |text| text.parse().ok()).filter(is_session_span).map(Self::Session).ok_or_else(
                    || expected("session or span of regular ones; write session:79, session:70..79 or session:ES-11"),
                )
            }
            "symbol" => Ok(Self::Symbol(without_resolution(value).to_ascii_uppercase())),
            _ => Err(bad(format!("\"{field}\" is no field; those are {}", FIELDS.join(", ")))),
        }
    }

    pub(super) fn run(&self, record: &Record, words: &Words) -> RollCallSet {
        let matching = |holds: &dyn Fn(&crate::record::RollCall) -> bool| {
            let mut set = RollCallSet::empty(record.len());
            set.extend(record.rollcalls().filter(|(_, rollcall)| holds(rollcall)).map(|(id, _)| id));
            set
        };
        match self {
            Self::Words(text) => words.find(text),
            Self::Year(span) => {
                let year = |year: i16, month| Day { year, month, date: None };
                let first = span.first.map(|first| year(first, None).first());
                record.between(first, span.last.map(|last| year(last, None).last()))
            }
            Self::Since(day) => record.between(Some(day.first()), None),
            Self::Until(day) => record.between(None, Some(day.last())),
            Self::Date(span) => record.between(span.first, span.last),
            Self::Session(span) => matching(&|rollcall| in_sessions(span, rollcall.session)),
            Self::Symbol(start) => matching(&|rollcall| {
                let symbol = without_resolution(&rollcall.symbol);
                symbol.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
            }),
        }
    }
}

/// A span of sessions is one of regular ones: special and emergency sessions have no place among them.
fn is_session_span(span: &Span<Session>) -> bool {
    let regular = |session| matches!(session, Session::Regular(_));
    span.first == span.last || [span.first, span.last].into_iter().flatten().all(regular)
}

fn in_sessions(span: &Span<Session>, session: Session) -> bool {
    span.contains(session) && (span.first == span.last || matches!(session, Session::Regular(_)))
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(text) if text.contains(' ') => write!(f, "\"{text}\""),
            Self::Words(text) => f.write_str(text),
            Self::Year(span) => write!(f, "year:{span}"),
            Self::Since(day) => write!(f, "since:{day}"),
            Self::Until(day) => write!(f, "until:{day}"),
            Self::Date(span) => write!(f, "date:{span}"),
            Self::Session(span) => write!(f, "session:{span}"),
            Self::Symbol(start) if start.contains([' ', '|', ':']) => write!(f, "symbol:\"{start}\""),
            Self::Symbol(start) => write!(f, "symbol:{start}"),
        }
    }
}
