//! What a query may have been meant as: words that are written as years, symbols or fields are, and windows outside the
//! record.

use jiff::civil::Date;

use crate::record::{Record, Session};

use super::lex::{self, Token};
use super::lexicon::Lexicon;
use super::parse::FIELDS;
use super::term::Term;
use super::{Query, SymbolError, range, symbol};

/// That no roll call matches the query, in one line, with what may help.
pub fn nothing_matched(text: &str, lexicon: &Lexicon<'_>) -> String {
    let help = meant(text, lexicon).map(|meant| meant.sentence());
    let help = help.or_else(|| beyond(text, lexicon)).or_else(|| no_such_symbol(text, lexicon));
    let help = help.unwrap_or_else(|| "try fewer words, or a longer span of time".to_owned());
    format!("no roll call matches \"{}\"; {help}", text.escape_debug())
}

/// That a word which is written as a symbol names no roll call of the record.
fn no_such_symbol(text: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let tokens = lex::tokens(text).ok()?;
    let mut words = tokens.iter().filter(|token| !token.without).filter_map(Token::bare);
    let record = lexicon.record();
    let unknown =
        words.find(|word| symbol::looks_like(&word.value) && symbol::matching(record, &word.value).is_empty())?;
    Some(SymbolError::Unknown.message(record, &unknown.value))
}

/// A plain word that is looked for in texts, and the term that may be meant by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    word: String,
    term: String,
    /// Whether a shell may have taken a sign from it.
    torn: bool,
}

impl Meant {
    /// What to tell of it: "2024" is looked for as a word; write year:2024 for the year.
    pub fn sentence(&self) -> String {
        let (word, term) = (self.word.escape_debug(), &self.term);
        let torn = if self.torn { ", in quotes in a shell" } else { "" };
        format!("\"{word}\" is looked for as a word: write {term}{torn}")
    }
}

/// The words of a query that look like years, symbols or fields, each with the term that may be meant, a sentence each.
pub fn hints(text: &str, lexicon: &Lexicon<'_>) -> Vec<String> {
    all(text, lexicon).iter().map(Meant::sentence).collect()
}

/// The first of them.
pub fn meant(text: &str, lexicon: &Lexicon<'_>) -> Option<Meant> {
    all(text, lexicon).into_iter().next()
}

fn all(text: &str, lexicon: &Lexicon<'_>) -> Vec<Meant> {
    if Query::parse(text, lexicon).is_ok_and(|query| query.is_a_symbol()) {
        return Vec::new();
    }
    let tokens = lex::tokens(text).unwrap_or_default();
    let bare = |token: &Token| token.terms.iter().all(|term| term.head.is_none() && !term.quoted);
    let words = tokens.iter().enumerate().filter(|(_, token)| bare(token));
    let words = words.filter_map(|(at, token)| Some((token.terms.first()?.value.as_str(), tokens.get(at + 1))));
    let meant = words.filter_map(|(word, next)| {
        let mut meant = of_word(word, lexicon)?;
        // `since 2022`: what follows is its value.
        let value = next.and_then(Token::bare).map(|next| format!("{}:{}", word.to_lowercase(), next.value));
        if let Some(term) = value.filter(|term| !meant.torn && Query::parse(term, lexicon).is_ok()) {
            meant.term = term;
        }
        Some(meant)
    });
    // What is the value of a field is told once.
    let mut told: Vec<Meant> = Vec::new();
    for meant in meant {
        if !told.last().is_some_and(|last: &Meant| last.term.ends_with(&format!(":{}", meant.word))) {
            told.push(meant);
        }
    }
    told
}

fn of_word(word: &str, lexicon: &Lexicon<'_>) -> Option<Meant> {
    let meant = |term: String| Some(Meant { word: word.to_owned(), term, torn: false });
    if let Some(term) = years(word) {
        return meant(term);
    }
    if FIELDS.contains(&word.to_ascii_lowercase().as_str()) {
        let torn = ["yes", "no", "abstain", "absent", "margin"].contains(&word.to_ascii_lowercase().as_str());
        return Some(Meant { word: word.to_owned(), term: example(&word.to_ascii_lowercase()), torn });
    }
    // One that the record has is read as a symbol.
    if symbol::matching(lexicon.record(), word).is_empty() {
        return beginning(word).filter(|term| finds(term, lexicon)).and_then(meant);
    }
    None
}

fn finds(term: &str, lexicon: &Lexicon<'_>) -> bool {
    Query::parse(term, lexicon).is_ok_and(|query| !query.run(lexicon).is_empty())
}

/// How a field is written.
fn example(field: &str) -> String {
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
        count => return format!("{count}>10"),
    };
    value.to_owned()
}

/// `1970`, `1970s`, `1970-1979` or `1970..1979` as a term.
fn years(word: &str) -> Option<String> {
    let year = |text: &str| range::number::<i16>(text).filter(|year| text.len() == 4 && (1900..2100).contains(year));
    if let Some(first) = word.strip_suffix('s').and_then(|decade| year(decade.trim_end_matches(['\'', '\u{2019}']))) {
        return (first % 10 == 0).then(|| format!("year:{first}..{}", first + 9));
    }
    let ends = ["..", "-", "\u{2013}"].into_iter().find_map(|sign| word.split_once(sign));
    match ends {
        Some((first, "")) if word.contains("..") => Some(format!("year:{}..", year(first)?)),
        Some(("", last)) if word.contains("..") => Some(format!("year:..{}", year(last)?)),
        Some((first, last)) => Some(format!("year:{}..{}", year(first)?, year(last)?)),
        None => year(word).map(|year| format!("year:{year}")),
    }
}

/// The beginning of a symbol, as a term.
fn beginning(word: &str) -> Option<String> {
    let start = symbol::plain(word);
    let start = crate::record::without_resolution(&start);
    let looks_like = start.contains(['/', '-', '(']) && start.contains(|c: char| c.is_ascii_digit());
    looks_like.then(|| Term::Symbol(start.to_ascii_uppercase()).to_string())
}

/// That a window of time lies outside of the record.
fn beyond(text: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let record = lexicon.record();
    let (first, last) = record.days()?;
    let query = Query::parse(text, lexicon).ok()?;
    query
        .terms()
        .find_map(|term| {
            let (from, to) = term.days()?;
            if from.is_some_and(|from| from > last) {
                return Some(format!("the record ends {last}"));
            }
            to.filter(|to| *to < first).map(|_| format!("the record begins {first}"))
        })
        .or_else(|| query.terms().find_map(|term| of_sessions(term, record)))
}

fn of_sessions(term: &Term, record: &Record) -> Option<String> {
    let Term::Session(span) = term else { return None };
    let Session::Regular(asked) = span.first? else { return None };
    let regular = |session| match session {
        Session::Regular(number) => Some(number),
        _ => None,
    };
    let last = record.rollcalls().filter_map(|(_, rollcall)| regular(rollcall.session?)).max()?;
    (asked > last).then(|| format!("the record's last session is {last}"))
}

impl Query {
    /// Its terms that must hold.
    fn terms(&self) -> impl Iterator<Item = &Term> {
        let wanted = self.parts.iter().filter(|part| !part.without && part.either.len() == 1);
        wanted.flat_map(|part| &part.either)
    }
}

impl Term {
    /// The first and the last day that it lets through, if it is about days.
    fn days(&self) -> Option<(Option<Date>, Option<Date>)> {
        let year = |year: i16, month, day| Date::new(year, month, day).ok();
        match self {
            Self::Year(span) => {
                Some((span.first.and_then(|first| year(first, 1, 1)), span.last.and_then(|last| year(last, 12, 31))))
            }
            Self::Since(day) => Some((Some(day.first()), None)),
            Self::Until(day) => Some((None, Some(day.last()))),
            Self::Date(span) => Some((span.first, span.last)),
            _ => None,
        }
    }
}
