//! Which adopted texts without a roll call a query asks for: by its words, its days, its sessions, its symbols, its
//! drafts, sponsors and committees. A term about votes holds of none of them.

use std::cell::OnceCell;

use crate::record::{Resolution, fold, without_resolution};

use super::lexicon::Lexicon;
use super::parts::Query;
use super::symbol;
use super::term::Term;
use super::words::Field;

/// A text, and its words, folded where a term asks for them.
struct TextAsked<'a> {
    text: &'a Resolution,
    words: OnceCell<TextWords>,
}

/// The folded words of a text, each cell between two spaces.
struct TextWords {
    title: String,
    agenda: Vec<String>,
    subjects: Vec<String>,
}

impl TextWords {
    fn of(text: &Resolution) -> Self {
        let padded = |cell: &str| format!(" {} ", fold(cell));
        Self {
            title: padded(&text.title),
            agenda: text.agenda.iter().map(|cell| padded(cell)).collect(),
            subjects: text.subjects.iter().map(|cell| padded(cell)).collect(),
        }
    }

    fn has(&self, words: &str, whole: bool, field: Option<Field>) -> bool {
        let words = if whole { format!(" {words} ") } else { format!(" {words}") };
        let is_asked = |of| field.is_none_or(|field| field == of);
        is_asked(Field::Title) && self.title.contains(&words)
            || is_asked(Field::Agenda) && self.agenda.iter().any(|cell| cell.contains(&words))
            || is_asked(Field::Subjects) && self.subjects.iter().any(|cell| cell.contains(&words))
    }
}

/// The rules of a topic as queries: those of which one must hold, and those of which none may.
struct TopicRules {
    any: Vec<Query>,
    none: Vec<Query>,
}

/// A query of adopted texts that have no roll call. It reads the rules of the topics in the query once for all texts.
pub struct TextFilter<'q> {
    query: &'q Query,
    topics: Vec<(&'q str, TopicRules)>,
}

impl<'q> TextFilter<'q> {
    /// One for a query. No rule of a topic names a topic.
    pub fn new(query: &'q Query, lexicon: &Lexicon<'_>) -> Self {
        let read = |rules: &[String]| rules.iter().filter_map(|rule| Query::parse(rule, lexicon).ok()).collect();
        let terms = query.parts.iter().flat_map(|part| &part.either);
        let topics = terms.filter_map(|term| {
            let Term::Topic(name) = term else { return None };
            let topic = lexicon.topic(name)?;
            Some((name.as_str(), TopicRules { any: read(&topic.any), none: read(&topic.none) }))
        });
        Self { query, topics: topics.collect() }
    }

    /// Whether a text meets it. A term about votes holds of none.
    pub fn holds(&self, text: &Resolution) -> bool {
        self.query.is_met_by(&TextAsked { text, words: OnceCell::new() }, &self.topics)
    }
}

impl Query {
    fn is_met_by(&self, asked: &TextAsked<'_>, topics: &[(&str, TopicRules)]) -> bool {
        self.parts.iter().all(|part| {
            let holds: Vec<_> = part.either.iter().map(|term| term.is_met_by(asked, topics)).collect();
            let any = holds.contains(&Some(true));
            if part.without { !any && !holds.contains(&None) } else { any }
        })
    }
}

impl Term {
    /// Whether a text meets it; none where it asks for votes.
    fn is_met_by(&self, asked: &TextAsked<'_>, topics: &[(&str, TopicRules)]) -> Option<bool> {
        let text = asked.text;
        let date = text.date;
        Some(match self {
            Self::Words { text: words, whole, field } => {
                let is_symbol = field.is_none() && is_written(words, text);
                is_symbol || asked.words.get_or_init(|| TextWords::of(text)).has(words, *whole, *field)
            }
            Self::Year(span) => span.contains(date.year()),
            Self::Since(day) => date >= day.first(),
            Self::Until(day) => date <= day.last(),
            Self::Date(span) => span.contains(date),
            Self::Session(span) => text.session.is_some_and(|session| span.has(session)),
            Self::Symbol(start) => symbol::begins_with(start, without_resolution(&text.symbol)),
            Self::Topic(name) => {
                let (_, rules) = topics.iter().find(|(known, _)| known == name)?;
                let any = |rules: &[Query]| rules.iter().any(|rule| rule.is_met_by(asked, &[]));
                any(&rules.any) && !any(&rules.none)
            }
            Self::Voted(term) => term.holds_of(text)?,
            // What it names are roll calls.
            Self::Named(_) => false,
            Self::WithoutVote(symbol) => *symbol == text.symbol,
            _ => return None,
        })
    }
}

/// Whether folded words are the whole symbol of a text, with or without `A/RES/` and year, or that of its draft.
fn is_written(words: &str, text: &Resolution) -> bool {
    let symbols = [&*text.symbol, without_resolution(&text.symbol)];
    symbols.into_iter().chain(text.drafts.iter().map(AsRef::as_ref)).any(|symbol| fold(symbol) == words)
}
