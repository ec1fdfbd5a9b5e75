//! Terms of a field: `year:2022`, `topic:palestine`, `yes>100`.

use jiff::civil::Date;

use crate::record::{Session, State, without_resolution};

use super::super::lex::Sign;
use super::super::lexicon::Lexicon;
use super::super::near_topic::no_topic;
use super::super::range::{Span, number, reversed};
use super::super::relative::is_relative;
use super::super::symbol;
use super::super::term::{Count, Term};
use super::super::time::Day;
use super::super::words::Field;
use super::fields::{QueryField, example, words};
use super::voted::voted;

/// What to say of `year>=2015`: how that is written.
pub(super) fn with_colon(field: QueryField, sign: Sign, text: &str, lexicon: &Lexicon<'_>) -> String {
    use QueryField::{Date, Session, Since, Until, Year};
    let next = |by: i32| number(text).map(|n: i32| (n + by).to_string());
    let quoted = if text.contains(' ') { format!("\"{text}\"") } else { text.to_owned() };
    let meant = match (sign, field) {
        (Sign::Equal | Sign::NotEqual, _) | (Sign::MoreOrEqual, Since) | (Sign::LessOrEqual, Until) => Some(quoted),
        (Sign::More, Date) => day(text).and_then(|day| day.last().tomorrow().ok()).map(|day| format!("{day}..")),
        (Sign::Less, Date) => day(text).and_then(|day| day.first().yesterday().ok()).map(|day| format!("..{day}")),
        (Sign::More, Since) => next(1),
        (Sign::Less, Until) => next(-1),
        (Sign::MoreOrEqual, Year | Session | Date) => Some(format!("{text}..")),
        (Sign::LessOrEqual, Year | Session | Date) => Some(format!("..{text}")),
        (Sign::More, Year | Session) => next(1).map(|n| format!("{n}..")),
        (Sign::Less, Year | Session) => next(-1).map(|n| format!("..{n}")),
        _ => None,
    };
    let not = if sign == Sign::NotEqual { "not:" } else { "" };
    let name = field.name();
    let reads = |value_text: &str| is_relative(name, value_text) || value(field, value_text, lexicon).is_ok();
    match meant.filter(|meant| reads(meant.trim_matches('"'))) {
        Some(meant) => format!("{name} takes a colon: write {not}{name}:{meant}"),
        None => format!("{name} takes a colon, as in {}", example(name)),
    }
}

/// A term of a field and what is behind its colon.
pub(super) fn value(field: QueryField, text: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let name = field.name();
    let year = |text: &str| number(text).filter(|_: &i16| text.len() == 4);
    match field {
        QueryField::Year => span(name, text, year)?.map(Term::Year).ok_or_else(|| {
            let digits = number::<i16>(text).is_some() && text.len() != 4;
            let four = if digits { "a year has four digits" } else { "that is not a year or a range of years" };
            format!("\"{text}\": {four}; write year:2022 or year:2015..2024")
        }),
        QueryField::Since => day(text).map(Term::Since).ok_or_else(|| {
            format!("\"{text}\" is not a year, a month or a day; write since:2014, since:2014-06 or since:2014-06-30, or since:-10y to count back")
        }),
        QueryField::Until => day(text).map(Term::Until).ok_or_else(|| {
            format!("\"{text}\" is not a year, a month or a day; write until:2020, until:2020-06 or until:2020-06-30, or until:-10y to count back")
        }),
        QueryField::Date => dates(text)?.map(Term::Date).ok_or_else(|| {
            format!("\"{text}\" is not a day or a range of days; write date:2025-02-24 or date:2022-02-24..2025-02-24")
        }),
        QueryField::Session => {
            let found = span(name, text, |text| text.parse().ok())?.filter(is_session_span);
            found.map(Term::Session).ok_or_else(|| {
                format!(
                    "\"{text}\" is not a session or a range of regular ones; write session:79, session:70..79 or \
                     session:ES-11"
                )
            })
        }
        // A link has a meaning of its own for it.
        QueryField::Symbol if text.contains('?') || text.trim().is_empty() => {
            Err(format!("\"{text}\" is not the beginning of a symbol; write symbol:ES-11"))
        }
        QueryField::Symbol => Ok(Term::Symbol(without_resolution(&symbol::plain(text)).to_ascii_uppercase())),
        QueryField::Topic => match lexicon.topic(text) {
            Some(topic) => {
                topic.rollcalls(lexicon).map(|_| Term::Topic(topic.name.clone())).map_err(ToString::to_string)
            }
            None => Err(no_topic(text, lexicon.topics())),
        },
        QueryField::Title => words(text, Some(Field::Title)),
        QueryField::Agenda => words(text, Some(Field::Agenda)),
        QueryField::Subjects => words(text, Some(Field::Subjects)),
        QueryField::Count(count) => tally(count, Sign::Colon, text, lexicon),
        QueryField::Voted(field) => voted(field, text, lexicon).map(Term::Voted),
    }
}

/// A year, a month or a day.
fn day(text: &str) -> Option<Day> {
    Day::parse(text)
}

/// A range that is read by `read`; none where it can't be.
fn span<T: Copy + PartialOrd>(
    field: &str,
    text: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<Option<Span<T>>, String> {
    match reversed(text, &read) {
        Some((first, last)) => Err(turned(field, first, last)),
        None => Ok(Span::parse(text, read)),
    }
}

/// What to say of a range that ends before it begins.
fn turned(field: &str, first: &str, last: &str) -> String {
    format!("the range ends before it begins: write {field}:{last}..{first}")
}

/// A range of days, each end a day, a month or a year, all of it within.
fn dates(text: &str) -> Result<Option<Span<Date>>, String> {
    let Some((first, last)) = text.split_once("..") else {
        return Ok(day(text).map(|day| Span { first: Some(day.first()), last: Some(day.last()) }));
    };
    let end = |text: &str| if text.is_empty() { Some(None) } else { day(text).map(Some) };
    let (Some(from), Some(to)) = (end(first), end(last)) else { return Ok(None) };
    match (from.map(Day::first), to.map(Day::last)) {
        (None, None) => Ok(None),
        (Some(from), Some(to)) if from > to => Err(turned("date", first, last)),
        (first, last) => Ok(Some(Span { first, last })),
    }
}

/// A range of sessions is one of regular ones: special and emergency sessions have no place among them.
fn is_session_span(span: &Span<Session>) -> bool {
    let regular = |session| matches!(session, Session::Regular(_));
    span.first == span.last || [span.first, span.last].into_iter().flatten().all(regular)
}

/// The count that a field is, if it is one.
pub(super) fn count(field: &str) -> Option<Count> {
    let state = State::OF_MEMBERS.into_iter().find(|state| state.word() == field);
    state.map(Count::State).or((field == "margin").then_some(Count::Margin))
}

/// A condition on a count: `yes>100`, `no:..5`.
pub(super) fn tally(count: Count, sign: Sign, text: &str, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let whole = |text: &str| text.strip_prefix('-').map_or_else(|| number(text), |text| number(text).map(|n: i32| -n));
    let one = || whole(text);
    let range = |first, last| Span { first, last };
    let name = count.name();
    let found = match sign {
        Sign::Colon => span(name, text, whole)?,
        Sign::Equal => one().map(|n| range(Some(n), Some(n))),
        Sign::Less => one().map(|n| range(None, Some(n - 1))),
        Sign::LessOrEqual => one().map(|n| range(None, Some(n))),
        Sign::More => one().map(|n| range(Some(n + 1), None)),
        Sign::MoreOrEqual => one().map(|n| range(Some(n), None)),
        Sign::NotEqual => None,
    };
    // A count has four digits at most: more would not be one of members.
    let small = |span: &Span<i32>| [span.first, span.last].into_iter().flatten().all(|n| n.abs() <= 10_000);
    if sign == Sign::NotEqual && one().is_some() {
        return Err(format!("{name}!= is not known; write not:{name}:{text}"));
    }
    let turned = matches!(sign, Sign::Colon | Sign::Equal).then_some(text.to_ascii_uppercase());
    let code = turned.filter(|code| lexicon.record().members().by_code(code).is_some());
    let vote = code.filter(|_| matches!(count, Count::State(_)));
    found.filter(small).map(|span| Term::Count(count, span)).ok_or_else(|| {
        let how = vote.map_or_else(
            || format!("write {name}>100, {name}<=5 or {name}:101.."),
            |code| format!("for how a member voted write {code}:{name}; for a count {name}>100"),
        );
        format!("\"{text}\" is not a count of votes; {how}")
    })
}
