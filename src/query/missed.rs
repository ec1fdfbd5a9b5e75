//! What a query may have been meant as: words that are written as years, symbols or fields are, and windows outside the
//! record.

use jiff::civil::Date;

use crate::record::{Record, RollCall, Session, State, thousands};

use super::conflict::{conflict, is_about_time};
use super::lex::{self, Token};
use super::lexicon::Lexicon;
use super::parse::{FIELDS, example};
use super::term::Term;
use super::time::Day;
use super::{Query, SymbolError, range, symbol};

/// That no roll call matches the query, in one line, with what may help.
pub fn nothing_matched(text: &str, lexicon: &Lexicon<'_>) -> String {
    let help = why_nothing(text, lexicon).unwrap_or_else(|| "try fewer words, or a longer span of time".to_owned());
    format!("no roll call matches \"{}\"; {help}", text.escape_debug())
}

/// Why no roll call matches the query, where that can be told: what may have been meant, or what the record has instead.
pub fn why_nothing(text: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let meant = meant(text, lexicon).map(|meant| meant.sentence());
    let query = Query::parse(text, lexicon).ok();
    let conflict = || query.as_ref().and_then(|query| conflict(query, lexicon));
    let when = || query.as_ref().filter(|query| is_about_time(query)).and_then(|_| conflict());
    meant.or_else(when).or_else(|| beyond(text, lexicon)).or_else(|| no_such_symbol(text, lexicon)).or_else(conflict)
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
    let words = words.filter_map(|(at, token)| Some((at, token.terms.first()?.value.as_str(), tokens.get(at + 1))));
    // What has its time is not told how a time is written.
    let timed = tokens.iter().flat_map(|token| &token.terms).any(|term| {
        let times = ["year", "since", "until", "date", "session"];
        term.head.as_ref().is_some_and(|(head, _)| times.contains(&head.to_ascii_lowercase().as_str()))
    });
    let meant = words.filter_map(|(at, word, next)| {
        if timed && years(word, lexicon).is_some() {
            return None;
        }
        if let Some(meant) = of_words(&tokens[at..], lexicon).or_else(|| vote_of(&tokens, at, lexicon)) {
            return Some(meant);
        }
        let mut meant = of_word(word, lexicon)?;
        // `since 2022`: what follows is its value.
        let value = next.and_then(Token::bare).map(|next| format!("{}:{}", word.to_lowercase(), next.value));
        if let Some(term) = value.filter(|term| !meant.torn && Query::parse(term, lexicon).is_ok()) {
            meant.term = term;
        }
        // `-2000` leaves out.
        if tokens[at].without {
            meant.term = format!("not:{}", meant.term);
        }
        Some(meant)
    });
    let meant = meant.chain(tokens.iter().filter_map(|token| quoted_term(token, lexicon)));
    // What is the value of a field is told once.
    let mut told: Vec<Meant> = Vec::new();
    for meant in meant {
        let is_in = |last: &Meant| {
            last.term.ends_with(&format!(":{}", meant.word)) || last.word.split(' ').any(|word| word == meant.word)
        };
        if !told.last().is_some_and(is_in) {
            told.push(meant);
        }
    }
    told
}

/// A term that stands whole in quotes, `"Sri Lanka:no"`, which make words of it.
fn quoted_term(token: &Token, lexicon: &Lexicon<'_>) -> Option<Meant> {
    let [word] = token.terms.as_slice() else { return None };
    let (start, sign) = lex::sign(&word.value, 0..word.value.len()).filter(|_| word.quoted && word.head.is_none())?;
    let (head, value) = (&word.value[..start.start], &word.value[start.end..]);
    let quoted = |text: &str| if text.contains(' ') { format!("\"{text}\"") } else { text.to_owned() };
    let term = format!("{}{}{}", quoted(head), sign.text(), quoted(value));
    Query::parse(&term, lexicon).ok()?;
    Some(Meant { word: word.value.clone(), term, torn: true })
}

/// Words that give a time in English: `before 1990`, `after 1990`, `from 1990 to 1999`.
fn of_words(tokens: &[Token], lexicon: &Lexicon<'_>) -> Option<Meant> {
    let words: Vec<_> = tokens.iter().map_while(Token::bare).map(|word| word.value.as_str()).collect();
    let year = |text: &str| range::number::<i16>(text).filter(|_| years(text, lexicon).is_some());
    let meant = |word: String, term: String| Some(Meant { word, term, torn: false });
    let (first, rest) = words.split_first()?;
    let ordinal = ["st", "nd", "rd", "th"].into_iter().find_map(|end| first.strip_suffix(end));
    if let Some(session) = ordinal.and_then(range::number::<u16>) {
        let named = rest.first().is_some_and(|next| next.eq_ignore_ascii_case("session"));
        // Alone it may be an anniversary: told where the record has such a session.
        let term = format!("session:{session}");
        return if named || rest.is_empty() && finds(&term, lexicon) {
            meant(words[..=usize::from(named)].join(" "), term)
        } else {
            None
        };
    }
    match (first.to_lowercase().as_str(), rest) {
        ("from" | "between", [from, "to" | "and" | "until" | "till", to, ..]) => {
            let (from, to) = (year(from)?, year(to)?);
            let term = format!("year:{}..{}", from.min(to), from.max(to));
            meant(words[..4].join(" "), term)
        }
        ("before", [at, ..]) => meant(words[..2].join(" "), format!("until:{}", year(at)? - 1)),
        ("after", [at, ..]) => meant(words[..2].join(" "), format!("since:{}", year(at)? + 1)),
        ("from" | "since", [at, ..]) => meant(words[..2].join(" "), format!("since:{}", year(at)?)),
        ("until" | "till", [at, ..]) => meant(words[..2].join(" "), format!("until:{}", year(at)?)),
        _ => None,
    }
}

/// The vote of a member that is named before it: `USA no`, `usa voted no`.
fn vote_of(tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Option<Meant> {
    let word = &tokens[at].bare()?.value;
    let state = State::OF_MEMBERS.into_iter().find(|state| word.eq_ignore_ascii_case(state.word()))?;
    let mut before = tokens[..at].iter().rev().map_while(Token::bare);
    let named = before.find(|word| !["vote", "votes", "voted", "voting"].contains(&&*word.value))?;
    let id = lexicon.names().exactly(&named.value)?;
    let term = format!("{}:{}", lexicon.record().code(id), state.word());
    Some(Meant { word: format!("{} {word}", named.value), term, torn: false })
}

fn of_word(word: &str, lexicon: &Lexicon<'_>) -> Option<Meant> {
    let meant = |term: String| Some(Meant { word: word.to_owned(), term, torn: false });
    if let Some(term) = years(word, lexicon).or_else(|| day_or_decade(word)) {
        return meant(term);
    }
    if word.eq_ignore_ascii_case("subject") {
        return meant(example("subjects"));
    }
    if FIELDS.contains(&word.to_ascii_lowercase().as_str()) {
        let torn = ["yes", "no", "abstain", "absent", "margin"].contains(&word.to_ascii_lowercase().as_str());
        return Some(Meant { word: word.to_owned(), term: example(&word.to_ascii_lowercase()), torn });
    }
    if ["rejected", "defeated", "vetoed"].contains(&word.to_lowercase().as_str()) {
        return meant(if word.eq_ignore_ascii_case("vetoed") { "veto:any" } else { "outcome:rejected" }.to_owned());
    }
    if let Some(term) = draft(word, lexicon) {
        return meant(term);
    }
    // One that the record has is read as a symbol.
    if symbol::matching(lexicon.record(), word).is_empty() {
        return beginning(word).filter(|term| finds(term, lexicon)).and_then(meant);
    }
    None
}

/// The end of a draft's symbol, `L.10` or `C.3/79/L.5`, as a term.
fn draft(word: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let (_, number) = word.rsplit_once(['l', 'L'])?;
    let number = number.trim_start_matches('.');
    if number.is_empty() || !number.starts_with(|c: char| c.is_ascii_digit()) || !word.contains('.') {
        return None;
    }
    Some(format!("draft:{word}")).filter(|term| finds(term, lexicon))
}

fn finds(term: &str, lexicon: &Lexicon<'_>) -> bool {
    Query::parse(term, lexicon).is_ok_and(|query| !query.run(lexicon).is_empty())
}

/// `1970`, `1970s`, `1970-1979` or `1970..1979` as a term.
fn years(word: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let record = lexicon.record();
    let last = record.span(&record.all()).map_or(2100, |(_, last)| last.year());
    // A year to come, as in the 2030 Agenda, is a word.
    let year = |text: &str| range::number::<i16>(text).filter(|year| text.len() == 4 && (1900..=last).contains(year));
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

/// `1990-12-04`, `1990-12` or `80s` as a term.
fn day_or_decade(word: &str) -> Option<String> {
    if word.contains('-') && word.len() > 4 && Day::parse(word).is_some() {
        return Some(format!("date:{word}"));
    }
    let plain = word.trim_start_matches(['\'', '\u{2019}']);
    if let Some(decade) = plain.strip_suffix('s').filter(|decade| decade.len() == 2 && decade.ends_with('0')) {
        let first = range::number::<i16>(decade)?;
        let first = if first < 40 { 2000 + first } else { 1900 + first };
        return Some(format!("year:{first}..{}", first + 9));
    }
    None
}

/// The beginning of a symbol, as a term.
fn beginning(word: &str) -> Option<String> {
    let start = symbol::plain(word);
    let start = crate::record::without_resolution(&start);
    let looks_like = start.contains(['/', '-', '(']) && start.contains(|c: char| c.is_ascii_digit());
    looks_like.then(|| Term::Symbol(start.to_ascii_uppercase()).to_string())
}

/// That a window of time lies outside of what else is asked for, as far as the record has it.
fn beyond(text: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let record = lexicon.record();
    let query = Query::parse(text, lexicon).ok()?;
    let rest = query.without_time().without_sessions();
    if rest == query {
        return None;
    }
    let universe = query.universe(record).rollcalls(record);
    let base = &rest.run(lexicon) & &universe;
    let (first, last) = record.span(&base)?;
    let session = query.terms().find_map(|term| if let Term::Session(span) = term { Some(span) } else { None });
    if let Some(session) = session
        && base.iter().all(|id| record.rollcall(id).session.is_none())
    {
        let held = |_, rollcall: &RollCall| rollcall.session.is_some_and(|held| session.contains(held));
        let held = record.those(held);
        let days = record
            .span(&held)
            .map_or_else(|| format!("since:{}", first.year()), |(first, last)| format!("date:{first}..{last}"));
        return Some(format!("the Security Council has no sessions: write {days}"));
    }
    let whole = rest.is_empty();
    let beyond = query.terms().find_map(|term| match term.days()? {
        (Some(from), _) if from > last => Some(if whole {
            format!("the record ends {last}")
        } else {
            format!("the last such roll call is of {last}")
        }),
        (_, Some(to)) if to < first => Some(if whole {
            format!("the record begins {first}")
        } else {
            format!("the first such roll call is of {first}")
        }),
        _ => None,
    });
    let after_the_last = || query.terms().find_map(|term| of_sessions(term, record)).filter(|_| whole);
    beyond.or_else(after_the_last).or_else(|| match base.iter().count() {
        _ if whole => Some(format!("the record runs from {first} to {last}, with no roll call then")),
        1 => Some(format!("without the time 1 roll call matches, of {first}")),
        many => Some(format!("without the time {} roll calls match, {first} to {last}", thousands(many))),
    })
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
