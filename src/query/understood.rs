//! What was understood of a query, in words: for who typed it, and for who reads the answer.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::record::{MemberId, Outcome, Record, Session, State, TextKind, without_resolution};

use super::bloc_name::written;
use super::lexicon::Lexicon;
use super::parts::{Part, Query};
use super::query_remark::QueryRemark;
use super::range::Span;
use super::seat::Seat;
use super::term::{Count, Mood, Term};
use super::voted::VotedTerm;
use super::words::Field;

impl Query {
    /// What it asks, a sentence a term: "United States voted no", "title, agenda or subjects with “budget”".
    pub fn sentences(&self, lexicon: &Lexicon<'_>) -> Vec<String> {
        self.parts.iter().map(|part| part.sentence(lexicon)).collect()
    }

    /// What a reader must be told, since the query may have been meant in another way: where a name was neither a code
    /// nor a whole name, or a word is searched for in texts. (Blocs have remarks of their own.)
    pub fn remarks(&self, lexicon: &Lexicon<'_>) -> Vec<QueryRemark> {
        let unsure = self.parts.iter().filter(|part| part.either.iter().any(Term::is_unsure));
        let known: BTreeSet<_> = self.parts.iter().flat_map(|part| &part.either).filter_map(known_in_part).collect();
        let known =
            known.into_iter().map(|what| QueryRemark::KnownInPart { what, sessions: known_sessions(lexicon.record()) });
        let unsure = unsure.map(|part| QueryRemark::ReadAs {
            sentence: part.sentence(lexicon),
            bloc: part.either.iter().find_map(|term| term.bloc_of_its_code(lexicon)),
        });
        let by_session =
            self.parts.iter().any(|part| !part.without && part.either.iter().all(|it| matches!(it, Term::Session(_))));
        let council = self.universe(lexicon.record()).has_council();
        let no_sessions = (by_session && council).then_some(QueryRemark::NoSessions);
        unsure.chain(known).chain(no_sessions).collect()
    }
}

/// What a term asks for that the record knows of some sessions only.
fn known_in_part(term: &Term) -> Option<&'static str> {
    match term {
        Term::Voted(term) => term.known_in_part(),
        _ => None,
    }
}

impl Part {
    fn sentence(&self, lexicon: &Lexicon<'_>) -> String {
        let sentences: Vec<_> = self.either.iter().map(|term| term.sentence(lexicon)).collect();
        let sentence = sentences.join(" or ");
        match (self.without, sentences.len()) {
            (false, _) => sentence,
            (true, 1) => format!("not: {sentence}"),
            (true, _) => format!("none of: {sentence}"),
        }
    }
}

impl Term {
    /// Whether a reader of the answer must be told how it was understood.
    fn is_unsure(&self) -> bool {
        match self {
            Self::Vote(seat, _) => !seat.surely,
            Self::Alike(a, b) | Self::Otherwise(a, b) | Self::AlikeIn(a, _, b) => !a.surely || !b.surely,
            Self::Voted(term) => term.seat().is_some_and(|seat| !seat.surely),
            Self::WithoutVote(_) => true,
            term => term.is_word(),
        }
    }

    /// The bloc that shares its name with the code of the member that is named: `NAM` is Namibia's code, and the
    /// Non-Aligned Movement.
    fn bloc_of_its_code(&self, lexicon: &Lexicon<'_>) -> Option<String> {
        let seats: &[&Seat] = match self {
            Self::Vote(seat, _) => &[seat],
            Self::Alike(a, b) | Self::Otherwise(a, b) | Self::AlikeIn(a, _, b) => &[a, b],
            Self::Voted(term) => &term.seat().map_or_else(Vec::new, |seat| vec![seat]),
            _ => &[],
        };
        seats.iter().filter(|seat| !seat.surely).find_map(|seat| lexicon.bloc_called(&seat.code))
    }

    fn sentence(&self, lexicon: &Lexicon<'_>) -> String {
        let record = lexicon.record();
        let name = |seat: &Seat| name(record, seat.id);
        match self {
            Self::Words { text, field, .. } => {
                let place = match field {
                    None => "title, agenda or subjects",
                    Some(Field::Title) => "title",
                    Some(Field::Agenda) => "agenda",
                    Some(Field::Subjects | Field::Description) => "subjects",
                };
                format!("{place} with “{text}”")
            }
            Self::Year(span) => range(span, "in"),
            Self::Since(day) => format!("since {day}"),
            Self::Until(day) => format!("until {day}"),
            Self::Date(span) => range(span, "on"),
            Self::Session(span) => match span.first {
                Some(session) if span.first == span.last => session_name(session),
                _ => range(span, "session").replace("from", "sessions"),
            },
            Self::Symbol(start) => format!("symbols that begin with {start}"),
            Self::WithoutVote(symbol) => format!("{}, which was adopted without a vote", without_resolution(symbol)),
            Self::Named(named) if named.ids.len() == 1 => format!("roll call {}", named.symbol),
            Self::Named(named) => format!("the {} roll calls {}", named.ids.len(), named.symbol),
            Self::Topic(topic) => match lexicon.topic(topic) {
                Some(topic) => format!("topic {} ({})", topic.name, topic.title),
                None => format!("topic {topic}"),
            },
            Self::Count(count, span) => format!("{} {}", counted(*count), limits(span)),
            Self::Vote(seat, state) => format!("{} {}", name(seat), past(*state)),
            Self::Alike(a, b) => format!("{} and {} cast the same vote", name(a), name(b)),
            Self::Otherwise(a, b) => format!("{} and {} cast different votes", name(a), name(b)),
            Self::AlikeIn(a, state, b) => format!("{} and {} both {}", name(a), name(b), past(*state)),
            Self::Bloc { name, mood, members } => {
                let dated = if members.is_constant() { "" } else { " (members of the day)" };
                let name = written(name);
                match mood {
                    Mood::Split => format!("@{name} was split{dated}"),
                    Mood::Unanimous => format!("@{name} was of one mind{dated}"),
                    Mood::Line(state) => format!("most of @{name} {}{dated}", past(*state)),
                }
            }
            Self::Voted(term) => voted(record, term),
            Self::Unanimous => "no two different votes were cast".to_owned(),
            Self::Contested => "at least two different votes were cast".to_owned(),
        }
    }
}

/// The sessions whose adopted texts the record knows, in words.
fn known_sessions(record: &Record) -> String {
    match record.sessions_of_texts() {
        Some((first, last)) => format!("for sessions {first} to {last} only"),
        None => "for no session".to_owned(),
    }
}

/// "vetoed by Russia", "in the Security Council", "United States alone in its vote".
fn voted(record: &Record, term: &VotedTerm) -> String {
    let who = |seat: &Seat| name(record, seat.id);
    match term {
        VotedTerm::Body(Some(body)) => format!("in the {}", body.name()),
        VotedTerm::Body(None) => "in the General Assembly or the Security Council".to_owned(),
        VotedTerm::Kind(Some(TextKind::Unknown)) => "of a kind that the source does not give".to_owned(),
        VotedTerm::Kind(Some(kind)) => format!("votes on {}s", kind.word()),
        VotedTerm::Kind(None) => "votes of any kind".to_owned(),
        VotedTerm::Outcome(Some(Outcome::Unknown)) => "with an outcome that the source does not give".to_owned(),
        VotedTerm::Outcome(Some(outcome)) => outcome.word().to_owned(),
        VotedTerm::Outcome(None) => "adopted or not".to_owned(),
        VotedTerm::Veto(Some(seat)) => format!("vetoed by {}", who(seat)),
        VotedTerm::Veto(None) => "vetoed".to_owned(),
        VotedTerm::Alone(by, most) => {
            let by = by.as_ref().map_or("somebody", who);
            if *most == 0 { format!("{by} alone in its vote") } else { format!("{by} with at most {most} others") }
        }
        VotedTerm::Draft(end) => format!("draft {end}"),
        VotedTerm::Sponsor(Ok(seat)) => format!("submitted by {}", who(seat)),
        VotedTerm::Sponsor(Err(name)) => format!("submitted by “{name}”"),
        VotedTerm::Committee(committee) => format!("from {}", committee.name()),
    }
}

fn name(record: &Record, id: MemberId) -> &str {
    record.name(id)
}

fn past(state: State) -> &'static str {
    match state {
        State::Yes => "voted yes",
        State::No => "voted no",
        State::Abstain => "abstained",
        State::Absent => "was absent",
        State::NotMember => "was not a member",
    }
}

fn session_name(session: Session) -> String {
    match session {
        Session::Regular(_) => format!("session {session}"),
        _ => format!("special session {session}"),
    }
}

fn counted(count: Count) -> &'static str {
    match count {
        Count::State(State::Yes) => "yes votes:",
        Count::State(State::No) => "no votes:",
        Count::State(State::Abstain) => "abstentions:",
        Count::State(_) => "absent members:",
        Count::Margin => "margin (yes minus no):",
    }
}

/// "in 2022", "from 2015 to 2024", "from 2015 on", "up to 2024".
fn range<T: Display + PartialEq>(span: &Span<T>, of_one: &str) -> String {
    match (&span.first, &span.last) {
        (Some(first), Some(last)) if first == last => format!("{of_one} {first}"),
        (Some(first), Some(last)) => format!("from {first} to {last}"),
        (Some(first), None) => format!("from {first} on"),
        (None, Some(last)) => format!("up to {last}"),
        (None, None) => String::new(),
    }
}

/// "101 or more", "at most 5", "1 to 3", "93".
fn limits(span: &Span<i32>) -> String {
    match (span.first, span.last) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("{first} to {last}"),
        (Some(first), None) => format!("{first} or more"),
        (None, Some(last)) => format!("at most {last}"),
        (None, None) => String::new(),
    }
}
