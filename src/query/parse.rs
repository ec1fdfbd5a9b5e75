//! A term from what is written, with the nearest that would work where nothing does.

use crate::record::{Session, State, fold, parse_day, without_resolution};

use super::error::QueryError;
use super::expr::{Within, bloc_members};
use super::lex::{Piece, Sign, Token};
use super::lexicon::{Lexicon, did_you_mean};
use super::range::{Span, number};
use super::term::{Count, Mood, Seat, Term};
use super::time::Day;
use super::words::Field;

/// The fields that a term can name: completion and proposals are made from this.
pub(super) const FIELDS: [&str; 15] = [
    "year", "since", "until", "date", "session", "symbol", "topic", "title", "agenda", "subjects", "yes", "no",
    "abstain", "absent", "margin",
];

const VOTES: [State; 3] = [State::Yes, State::No, State::Abstain];
const NO_ABSENCES: &str = "this record does not know who was absent";

/// The term that `piece` is.
fn term(piece: &Piece, lexicon: &Lexicon<'_>) -> Result<Term, QueryError> {
    parse(piece, lexicon).map_err(|what| QueryError::new(piece.span.clone(), what))
}

/// The terms of one word, of which any may hold.
pub(super) fn terms(text: &str, token: &Token, lexicon: &Lexicon<'_>) -> Result<Vec<Term>, QueryError> {
    let one = |piece: &Piece| {
        term(piece, lexicon).map_err(|error| {
            let first = token.terms.iter().find(|first| first.head.is_some() && !first.inherits).unwrap_or(piece);
            let (written, first) = (&text[piece.span.clone()], &text[first.span.clone()]);
            let alone = Piece { head: None, ..piece.clone() };
            // `year:2022|cuba`: the word was meant by itself.
            if !piece.inherits || error.what.contains("did you mean") || parse(&alone, lexicon).is_err() {
                return error;
            }
            let what = format!("{error}; the sign holds for both: to ask for either, write {written}|{first}");
            QueryError::new(error.span, what)
        })
    };
    token.terms.iter().map(one).collect()
}

fn parse(piece: &Piece, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let value = piece.value.as_str();
    let Some((head, sign)) = &piece.head else {
        return match value.to_ascii_lowercase().as_str() {
            "unanimous" if !piece.quoted => Ok(Term::Unanimous),
            "contested" if !piece.quoted => Ok(Term::Contested),
            _ if value.starts_with('@') && !piece.quoted => {
                let known = bloc_members(&value[1..], lexicon, &Within::default());
                Err(known.map_or_else(|error| error, |(name, _)| bloc_form(&name)))
            }
            _ => words(value, None),
        };
    };
    if let Some(name) = head.strip_prefix('@') {
        return bloc(name, *sign, value, lexicon);
    }
    let field = head.to_ascii_lowercase();
    if let Some(count) = count(&field) {
        if count == Count::State(State::Absent) && !lexicon.record().origin().has_absences() {
            return Err(NO_ABSENCES.to_owned());
        }
        return tally(count, *sign, value);
    }
    if FIELDS.contains(&field.as_str()) {
        return match sign {
            Sign::Colon => in_field(&field, value, lexicon),
            _ => Err(with_colon(&field, *sign, value, lexicon)),
        };
    }
    votes(head, *sign, value, lexicon)
}

/// What to say of `year>=2015`: how that is written.
fn with_colon(field: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> String {
    let next = |by: i32| number(value).map(|n: i32| (n + by).to_string());
    let quoted = if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() };
    let meant = match (sign, field) {
        (Sign::Equal | Sign::NotEqual, _) | (Sign::MoreOrEqual, "since") | (Sign::LessOrEqual, "until") => Some(quoted),
        (Sign::More, "since") => next(1),
        (Sign::Less, "until") => next(-1),
        (Sign::MoreOrEqual, "year" | "session" | "date") => Some(format!("{value}..")),
        (Sign::LessOrEqual, "year" | "session" | "date") => Some(format!("..{value}")),
        (Sign::More, "year" | "session") => next(1).map(|n| format!("{n}..")),
        (Sign::Less, "year" | "session") => next(-1).map(|n| format!("..{n}")),
        _ => None,
    };
    let not = if sign == Sign::NotEqual { "not:" } else { "" };
    match meant.filter(|value| in_field(field, value.trim_matches('"'), lexicon).is_ok()) {
        Some(value) => format!("{field} takes a colon: write {not}{field}:{value}"),
        None => format!("{field} takes a colon; see `plenary list --help`"),
    }
}

/// A term of a field that is no count.
fn in_field(field: &str, value: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let expected = |kind: &str| format!("\"{value}\" is no {kind}");
    let year = |text: &str| number(text).filter(|year| (1..=9999).contains(year));
    match field {
        "year" => Span::parse(value, year)
            .map(Term::Year)
            .ok_or_else(|| expected("year or span of years; write year:2022 or year:2015..2024")),
        "since" => Day::parse(value)
            .map(Term::Since)
            .ok_or_else(|| expected("year or day; write since:2014 or since:2014-06-30")),
        "until" => Day::parse(value)
            .map(Term::Until)
            .ok_or_else(|| expected("year or day; write until:2020 or until:2020-06-30")),
        "date" => Span::parse(value, parse_day)
            .map(Term::Date)
            .ok_or_else(|| expected("day or span of days; write date:2025-02-24 or date:2022-02-24..2025-02-24")),
        "session" => {
            Span::parse(value, |text| text.parse().ok()).filter(is_session_span).map(Term::Session).ok_or_else(|| {
                expected("session or span of regular ones; write session:79, session:70..79 or session:ES-11")
            })
        }
        // A link has a meaning of its own for it.
        "symbol" if value.contains('?') || value.trim().is_empty() => {
            Err(expected("symbol, nor the beginning of one; write symbol:ES-11"))
        }
        "symbol" => Ok(Term::Symbol(without_resolution(value).to_ascii_uppercase())),
        "topic" => match lexicon.topic(value) {
            Some(topic) => {
                topic.rollcalls(lexicon).map(|_| Term::Topic(topic.name.clone())).map_err(ToString::to_string)
            }
            None => {
                let near = did_you_mean(value, lexicon.topics().iter().map(|topic| topic.name.as_str()));
                Err(format!("\"{value}\" is no topic; `plenary topics` lists them{near}"))
            }
        },
        "title" => words(value, Some(Field::Title)),
        "agenda" => words(value, Some(Field::Agenda)),
        _ => words(value, Some(Field::Subjects)),
    }
}

/// How many words without quotes may be parts of one name.
const LONGEST_NAME: usize = 10;

/// Refuses a name of several words without quotes around the term `at`, `Soviet Union:no` or `USA=United Kingdom`: some
/// of its words would be looked for in texts, and the others may name somebody else.
pub(super) fn name_in_quotes(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    let (Some(first), Some(last)) = (tokens[at].terms.first(), tokens[at].terms.last()) else { return Ok(()) };
    let Some((head, sign)) = &first.head else { return Ok(()) };
    if let Some(behind) = text[first.span.clone()].strip_prefix(head.as_str())
        && !FIELDS.contains(&head.to_ascii_lowercase().as_str())
    {
        let before: Vec<_> = tokens[..at].iter().rev().map_while(Token::bare).take(LONGEST_NAME).collect();
        for many in (1..=before.len()).rev() {
            let words: Vec<_> = before[..many].iter().rev().map(|word| word.value.as_str()).chain([&**head]).collect();
            let what = name_of(&words, "", behind, lexicon);
            if let Some(what) = what {
                return Err(QueryError::new(before[many - 1].span.start..first.span.end, what));
            }
        }
    }
    if matches!(sign, Sign::Equal | Sign::NotEqual) && !last.quoted {
        let value = last.value.rsplit('=').next().unwrap_or_default();
        let asked = &text[last.span.start..last.span.end - value.len()];
        let behind: Vec<_> = tokens[at + 1..].iter().map_while(Token::bare).take(LONGEST_NAME).collect();
        for many in (1..=behind.len()).rev() {
            let words: Vec<_> = [value].into_iter().chain(behind[..many].iter().map(|word| &*word.value)).collect();
            if let Some(what) = name_of(&words, asked, "", lexicon) {
                return Err(QueryError::new(last.span.start..behind[many - 1].span.end, what));
            }
        }
    }
    Ok(())
}

/// What to say if `words` are a member's name: how the term is written with it.
fn name_of(words: &[&str], before: &str, behind: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let name = words.join(" ");
    let members = lexicon.record().members();
    // `viet NAM:no` is the word and Namibia's code, as a query in its plainest form has it.
    let coded = words.iter().any(|word| members.by_code(word).is_some()) && name.chars().any(char::is_lowercase);
    if coded || !lexicon.names().is_name(&name) {
        return None;
    }
    let code = lexicon.names().resolve(&name).map(|id| format!(", or {before}{}{behind}", members.get(id).code));
    let code = code.unwrap_or_default();
    Some(format!("a name with a space stands in quotes: write {before}\"{name}\"{behind}{code}"))
}

/// A word or a phrase; a full stop behind it says that its last word is whole.
fn words(value: &str, field: Option<Field>) -> Result<Term, String> {
    let text = fold(value);
    if text.is_empty() {
        return Err(format!("\"{value}\" has no letter or digit to look for"));
    }
    Ok(Term::Words { text, whole: value.ends_with('.'), field })
}

/// A span of sessions is one of regular ones: special and emergency sessions have no place among them.
fn is_session_span(span: &Span<Session>) -> bool {
    let regular = |session| matches!(session, Session::Regular(_));
    span.first == span.last || [span.first, span.last].into_iter().flatten().all(regular)
}

fn count(field: &str) -> Option<Count> {
    let state = State::OF_MEMBERS.into_iter().find(|state| state.word() == field);
    state.map(Count::State).or((field == "margin").then_some(Count::Margin))
}

/// A condition on a count: `yes>100`, `no:..5`.
fn tally(count: Count, sign: Sign, value: &str) -> Result<Term, String> {
    let whole = |text: &str| text.strip_prefix('-').map_or_else(|| number(text), |text| number(text).map(|n: i32| -n));
    let one = || whole(value);
    let span = |first, last| Span { first, last };
    let span = match sign {
        Sign::Colon => Span::parse(value, whole),
        Sign::Equal => one().map(|n| span(Some(n), Some(n))),
        Sign::Less => one().map(|n| span(None, Some(n - 1))),
        Sign::LessOrEqual => one().map(|n| span(None, Some(n))),
        Sign::More => one().map(|n| span(Some(n + 1), None)),
        Sign::MoreOrEqual => one().map(|n| span(Some(n), None)),
        Sign::NotEqual => None,
    };
    // A count has four digits at most: more would not be one of members.
    let small = |span: &Span<i32>| [span.first, span.last].into_iter().flatten().all(|n| n.abs() <= 10_000);
    let name = count.name();
    if sign == Sign::NotEqual && one().is_some() {
        return Err(format!("{name}!= is not known; write not:{name}:{value}"));
    }
    span.filter(small)
        .map(|span| Term::Count(count, span))
        .ok_or_else(|| format!("\"{value}\" is no count of votes; write {name}>100, {name}<=5 or {name}:101.."))
}

fn bloc_form(name: &str) -> String {
    format!("a bloc is asked for its line or its unity: write @{name}:yes, :no, :abstain, :split or :unanimous")
}

fn bloc(name: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let (name, members) = bloc_members(name, lexicon, &Within::default())?;
    let line = VOTES.map(Mood::Line);
    let moods = [Mood::Split, Mood::Unanimous].into_iter().chain(line);
    let mood = moods.into_iter().find(|mood| sign == Sign::Colon && value.eq_ignore_ascii_case(mood.word()));
    let mood = mood.ok_or_else(|| bloc_form(&name))?;
    Ok(Term::Bloc { name, members, mood })
}

/// A condition on the votes of one member or of two.
fn votes(head: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let a = seat(head, sign == Sign::Colon, lexicon)?;
    let vote = |text: &str| State::OF_MEMBERS.into_iter().find(|state| text.eq_ignore_ascii_case(state.word()));
    match sign {
        Sign::Colon => match vote(value) {
            Some(State::Absent) if !lexicon.record().origin().has_absences() => Err(NO_ABSENCES.to_owned()),
            Some(state) => Ok(Term::Vote(a, state)),
            None => {
                let near = did_you_mean(value, State::OF_MEMBERS.map(State::word));
                Err(format!("\"{value}\" is no vote; write yes, no, abstain or absent{near}"))
            }
        },
        Sign::Equal => match value.split_once('=') {
            None => Ok(Term::Alike(a, seat(value, false, lexicon)?)),
            Some((word, b)) => match vote(word).filter(|state| VOTES.contains(state)) {
                Some(state) => Ok(Term::AlikeIn(a, state, seat(b, false, lexicon)?)),
                None if lexicon.member(word).is_ok() => {
                    Err(format!("only two are held against each other; write {head}={word} {word}={b}"))
                }
                None => Err(format!("\"{word}\" is no vote cast; write USA=no=RUS, or yes or abstain")),
            },
        },
        Sign::NotEqual if value.contains('=') => {
            let member = value.rsplit('=').next().unwrap_or_default();
            Err(format!("behind != stands a member alone; write {head}!={member}"))
        }
        Sign::NotEqual => Ok(Term::Otherwise(a, seat(value, false, lexicon)?)),
        _ => Err(format!("votes have no order; write {head}:yes, {head}=RUS or {head}!=RUS")),
    }
}

fn seat(name: &str, or_field: bool, lexicon: &Lexicon<'_>) -> Result<Seat, String> {
    let id = lexicon.member(name).map_err(|what| {
        let near = if or_field { did_you_mean(name, FIELDS) } else { String::new() };
        if near.is_empty() { what } else { format!("\"{name}\" is neither a field nor a member{near}") }
    })?;
    Ok(Seat { id, code: lexicon.record().members().get(id).code.clone() })
}
