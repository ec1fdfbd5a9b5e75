//! The fields that there are, and words looked for in them.

use crate::record::{Body, State, fold};

use super::super::term::{Count, Term};
use super::super::words::Field;

/// A field that a term can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QueryField {
    Year,
    Since,
    Until,
    Date,
    Session,
    Symbol,
    Topic,
    Title,
    Agenda,
    Subjects,
    Count(Count),
    Voted(VotedField),
}

/// A field about what was voted on and how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VotedField {
    Body,
    Kind,
    Outcome,
    Veto,
    Alone,
    Draft,
    Sponsor,
    Committee,
}

impl QueryField {
    const ALL: [Self; 23] = [
        Self::Year,
        Self::Since,
        Self::Until,
        Self::Date,
        Self::Session,
        Self::Symbol,
        Self::Topic,
        Self::Title,
        Self::Agenda,
        Self::Subjects,
        Self::Count(Count::State(State::Yes)),
        Self::Count(Count::State(State::No)),
        Self::Count(Count::State(State::Abstain)),
        Self::Count(Count::State(State::Absent)),
        Self::Count(Count::Margin),
        Self::Voted(VotedField::Body),
        Self::Voted(VotedField::Kind),
        Self::Voted(VotedField::Outcome),
        Self::Voted(VotedField::Veto),
        Self::Voted(VotedField::Alone),
        Self::Voted(VotedField::Draft),
        Self::Voted(VotedField::Sponsor),
        Self::Voted(VotedField::Committee),
    ];

    /// The field that is written like this, in small or capital letters.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name().eq_ignore_ascii_case(word))
    }

    /// How it is written.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Since => "since",
            Self::Until => "until",
            Self::Date => "date",
            Self::Session => "session",
            Self::Symbol => "symbol",
            Self::Topic => "topic",
            Self::Title => "title",
            Self::Agenda => "agenda",
            Self::Subjects => "subjects",
            Self::Count(count) => count.name(),
            Self::Voted(field) => field.name(),
        }
    }
}

impl QueryField {
    /// Whether a member's name goes behind its colon.
    pub(super) fn takes_a_member(self) -> bool {
        matches!(self, Self::Voted(VotedField::Veto | VotedField::Alone | VotedField::Sponsor))
    }
}

impl VotedField {
    /// How it is written.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Kind => "kind",
            Self::Outcome => "outcome",
            Self::Veto => "veto",
            Self::Alone => "alone",
            Self::Draft => "draft",
            Self::Sponsor => "sponsor",
            Self::Committee => "committee",
        }
    }
}

/// How the fields are written: completion and proposals are made from this.
pub(in crate::query) const FIELDS: [&str; 23] = {
    let mut names = [""; 23];
    let mut at = 0;
    while at < names.len() {
        names[at] = QueryField::ALL[at].name();
        at += 1;
    }
    names
};

/// How a field is written.
pub(in crate::query) fn example(field: &str) -> String {
    let value = match field {
        "year" => "year:2022",
        "since" => "since:2014",
        "until" => "until:2020",
        "date" => "date:2025-02-24",
        "session" => "session:79",
        "symbol" => "symbol:ES-11",
        "topic" => "topic:palestine",
        "title" => "title:cuba",
        "agenda" => "agenda:cuba",
        "subjects" => "subjects:cuba",
        "margin" => "margin<20",
        "body" => "body:council",
        "kind" => "kind:amendment",
        "outcome" => "outcome:rejected",
        "veto" => "veto:RUS",
        "alone" => "alone:USA",
        "draft" => "draft:L.10",
        "sponsor" => "sponsor:CUB",
        "committee" => "committee:first",
        count => return format!("{count}>10"),
    };
    value.to_owned()
}

/// What to say of a query about absences where they are not known.
pub(super) const NO_ABSENCES: &str = "this record does not know who was absent";

/// A word or a phrase; a full stop behind it says that its last word is whole.
pub(super) fn words(value: &str, field: Option<Field>) -> Result<Term, String> {
    let text = fold(value);
    if text.is_empty() {
        return Err(format!("\"{value}\" has no letter or digit to look for"));
    }
    Ok(Term::Words { text, whole: value.ends_with('.'), field })
}

/// The body that another word is used for.
pub(super) fn body_word(text: &str) -> Option<Body> {
    match fold(text).as_str() {
        "ga" | "unga" | "general" | "general assembly" => Some(Body::Assembly),
        "sc" | "unsc" | "security" | "security council" => Some(Body::Council),
        _ => None,
    }
}
