//! Which adopted texts without a roll call a query asks for: by its words, its days, its sessions, its symbols, its
//! drafts, sponsors and committees. A term about votes holds of none of them.

use crate::record::{Resolution, fold, without_resolution};

use super::lexicon::Lexicon;
use super::parts::Query;
use super::symbol;
use super::term::Term;
use super::words::Field;

impl Query {
    /// Whether an adopted text that has no roll call here meets it.
    pub fn holds_of(&self, text: &Resolution, lexicon: &Lexicon<'_>) -> bool {
        self.parts.iter().all(|part| {
            let holds: Vec<_> = part.either.iter().map(|term| term.holds_of(text, lexicon)).collect();
            let any = holds.contains(&Some(true));
            if part.without { !any && !holds.contains(&None) } else { any }
        })
    }
}

impl Term {
    /// Whether a text meets it; none where it asks for votes.
    fn holds_of(&self, text: &Resolution, lexicon: &Lexicon<'_>) -> Option<bool> {
        let date = text.date;
        Some(match self {
            Self::Words { text: words, whole, field } => {
                let cells = |field: Option<Field>| -> Vec<String> {
                    let titles = [&text.title].into_iter().filter(|_| matches!(field, None | Some(Field::Title)));
                    let agenda = text.agenda.iter().filter(|_| matches!(field, None | Some(Field::Agenda)));
                    let subjects = text.subjects.iter().filter(|_| matches!(field, None | Some(Field::Subjects)));
                    titles.chain(agenda).chain(subjects).map(|cell| fold(cell)).collect()
                };
                let is_symbol = field.is_none() && is_written(words, text);
                is_symbol || cells(*field).iter().any(|cell| has_words(cell, words, *whole))
            }
            Self::Year(span) => span.contains(date.year()),
            Self::Since(day) => date >= day.first(),
            Self::Until(day) => date <= day.last(),
            Self::Date(span) => span.contains(date),
            Self::Session(span) => text.session.is_some_and(|session| span.has(session)),
            Self::Symbol(start) => symbol::begins_with(start, without_resolution(&text.symbol)),
            Self::Topic(name) => {
                let topic = lexicon.topic(name)?;
                let any = |rules: &[String]| {
                    rules.iter().any(|rule| Query::parse(rule, lexicon).is_ok_and(|rule| rule.holds_of(text, lexicon)))
                };
                any(&topic.any) && !any(&topic.none)
            }
            Self::Voted(term) => term.holds_of(text)?,
            // What it names are roll calls.
            Self::Named(_) => false,
            _ => return None,
        })
    }
}

/// Whether folded words are the whole symbol of a text, with or without `A/RES/` and year, or that of its draft.
fn is_written(words: &str, text: &Resolution) -> bool {
    let symbols = [&*text.symbol, without_resolution(&text.symbol)];
    symbols.into_iter().chain(text.drafts.iter().map(AsRef::as_ref)).any(|symbol| fold(symbol) == words)
}

/// Whether words in a row begin a word of `cell`, or stand there whole; both folded.
fn has_words(cell: &str, words: &str, whole: bool) -> bool {
    let plain: String = cell.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
    plain.contains(&if whole { format!(" {words} ") } else { format!(" {words}") })
}
