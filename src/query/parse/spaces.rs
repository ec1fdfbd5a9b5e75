//! Terms with spaces around their sign: `CHN = no`, `yes > 100`.

use super::super::Query;
use super::super::error::QueryError;
use super::super::lexicon::Lexicon;
use super::super::shell::shell_quoted;

/// The signs that join the two sides of a term.
const SIGNS: [char; 5] = [':', '=', '<', '>', '!'];

/// The error of a query that could not be cut into words, with the term that may be meant where one has spaces in it.
pub(in crate::query) fn with_spaces(text: &str, error: QueryError, lexicon: &Lexicon<'_>) -> QueryError {
    let (from, to) = (error.span.start, error.span.end);
    let Some(word) = text.get(error.span.clone()).filter(|word| word.contains(SIGNS)) else { return error };
    let before = text[..from].split_whitespace().next_back().unwrap_or_default();
    let behind = text[to..].split_whitespace().next().unwrap_or_default();
    let whole = match (word.starts_with(SIGNS), word.ends_with(SIGNS)) {
        (true, true) => format!("{before}{word}{behind}"),
        (true, false) => format!("{before}{word}"),
        (false, true) => format!("{word}{behind}"),
        (false, false) => return error,
    };
    // Without a space it is what could not be read already.
    if whole.len() >= text.len() {
        return error;
    }
    match Query::parse(&whole, lexicon) {
        Ok(query) => {
            let term = shell_quoted(&query.to_string());
            QueryError::new(from..to, format!("a term has no spaces: write {term}"))
        }
        Err(_) => error,
    }
}
