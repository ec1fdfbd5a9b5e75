//! The terms of a query: what each asks, and which roll calls it means.

use std::fmt;

use jiff::civil::Date;

use crate::record::{Body, RollCallId, Session, State, Tally, Text, without_resolution};

use super::bloc_name::written;
use super::membership::Membership;
use super::range::Span;
use super::seat::Seat;
use super::time::Day;
use super::voted::VotedTerm;
use super::words::Field;

/// One condition on a roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A word or a phrase, folded, in a field or in any; its last word whole or as a beginning.
    Words {
        text: String,
        whole: bool,
        field: Option<Field>,
    },
    /// A calendar year, or a span of them.
    Year(Span<i16>),
    Since(Day),
    /// Until a day, included.
    Until(Day),
    Date(Span<Date>),
    /// A session, or a span of regular ones.
    Session(Span<Session>),
    /// The beginning of the symbol, without `A/RES/`; it cuts no number in two.
    Symbol(String),
    /// The roll calls that a symbol names.
    Named(NamedSymbol),
    /// A text that was adopted without a vote, by its symbol: no roll call is of it.
    WithoutVote(Text),
    /// The short name of a topic.
    Topic(String),
    Count(Count, Span<i32>),
    Vote(Seat, State),
    /// Both cast a vote: the same one.
    Alike(Seat, Seat),
    /// Both cast a vote: two different ones.
    Otherwise(Seat, Seat),
    /// Both cast this vote.
    AlikeIn(Seat, State, Seat),
    Bloc {
        name: String,
        members: Membership,
        mood: Mood,
    },
    /// What was voted on, or how it ended.
    Voted(VotedTerm),
    /// No two different votes were cast.
    Unanimous,
    /// At least two different votes were cast.
    Contested,
}

/// Roll calls by the symbol that they bear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedSymbol {
    /// In capitals, as the record has it where it names one.
    pub symbol: String,
    /// At least one, oldest first.
    pub ids: Vec<RollCallId>,
}

/// A count of a tally.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    State(State),
    /// Yes less no.
    Margin,
}

impl Count {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::State(state) => state.word(),
            Self::Margin => "margin",
        }
    }

    pub(super) fn of(self, tally: Tally) -> i32 {
        match self {
            Self::State(state) => tally.of(state).into(),
            Self::Margin => tally.margin(),
        }
    }
}

/// How a bloc voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// At least two different votes.
    Split,
    /// At least two votes, and all the same.
    Unanimous,
    /// Its line: the plurality among yes, no and abstentions; a tie is no line.
    Line(State),
}

impl Mood {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Unanimous => "unanimous",
            Self::Line(state) => state.word(),
        }
    }

    pub(super) fn holds(self, tally: Tally) -> bool {
        match self {
            Self::Split => tally.kinds() >= 2,
            Self::Unanimous => tally.kinds() == 1 && tally.cast() >= 2,
            Self::Line(state) => tally.line() == Some(state),
        }
    }
}

impl Term {
    /// Whether it begins with a member's code.
    pub(super) fn names_a_member(&self) -> bool {
        matches!(self, Self::Vote(..) | Self::Alike(..) | Self::Otherwise(..) | Self::AlikeIn(..))
    }

    /// Whether it asks how members voted in a body, which is not known of every roll call.
    pub(super) fn is_of_votes(&self, body: Body) -> bool {
        match self {
            Self::Count(..)
            | Self::Vote(..)
            | Self::Alike(..)
            | Self::Otherwise(..)
            | Self::AlikeIn(..)
            | Self::Bloc { .. }
            | Self::Unanimous
            | Self::Contested
            | Self::Voted(VotedTerm::Alone(..)) => true,
            // Nobody has a veto in the Assembly.
            Self::Voted(VotedTerm::Veto(_)) => body == Body::Council,
            _ => false,
        }
    }

    /// Whether it looks for words in any text.
    pub(super) fn is_word(&self) -> bool {
        matches!(self, Self::Words { field: None, .. })
    }

    /// Whether it asks for days and nothing else.
    pub(super) fn is_time(&self) -> bool {
        matches!(self, Self::Year(_) | Self::Since(_) | Self::Until(_) | Self::Date(_))
    }
}

/// Words that mean something else without quotes, or are refused.
const OF_THE_LANGUAGE: [&str; 10] =
    ["unanimous", "contested", "or", "and", "not", "without", "except", "minus", "neither", "nor"];

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words { text, whole, field } => {
                let field = match field {
                    None => "",
                    Some(Field::Title) => "title:",
                    Some(Field::Agenda) => "agenda:",
                    Some(Field::Subjects | Field::Description) => "subjects:",
                };
                let whole = if *whole { "." } else { "" };
                // A word that is also a word of the language is in quotes.
                let plain = !text.contains(' ') && (!field.is_empty() || !OF_THE_LANGUAGE.contains(&text.as_str()));
                if plain { write!(f, "{field}{text}{whole}") } else { write!(f, "{field}\"{text}{whole}\"") }
            }
            Self::Year(span) => write!(f, "year:{span}"),
            Self::Since(day) => write!(f, "since:{day}"),
            Self::Until(day) => write!(f, "until:{day}"),
            Self::Date(span) => write!(f, "date:{span}"),
            Self::Session(span) => write!(f, "session:{span}"),
            // What would be nothing without it, or begins with another one.
            Self::Symbol(start) if start.trim().is_empty() || without_resolution(start) != start => {
                write!(f, "symbol:\"A/RES/{start}\"")
            }
            Self::Symbol(start) if start.chars().all(|c| c.is_alphanumeric() || "/()[].-".contains(c)) => {
                write!(f, "symbol:{start}")
            }
            Self::Symbol(start) => write!(f, "symbol:\"{start}\""),
            Self::Named(named) => f.write_str(without_resolution(&named.symbol)),
            Self::WithoutVote(symbol) => f.write_str(without_resolution(symbol)),
            Self::Topic(name) => write!(f, "topic:{name}"),
            Self::Count(count, span) => write!(f, "{}:{span}", count.name()),
            Self::Vote(seat, state) => write!(f, "{}:{}", seat.code, state.word()),
            Self::Alike(a, b) => write!(f, "{}={}", a.code, b.code),
            Self::Otherwise(a, b) => write!(f, "{}!={}", a.code, b.code),
            Self::AlikeIn(a, state, b) => write!(f, "{}={}={}", a.code, state.word(), b.code),
            Self::Bloc { name, mood, .. } => write!(f, "@{}:{}", written(name), mood.word()),
            Self::Voted(term) => term.fmt(f),
            Self::Unanimous => f.write_str("unanimous"),
            Self::Contested => f.write_str("contested"),
        }
    }
}
