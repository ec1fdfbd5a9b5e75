//! A query cut into words, each with its place in the text.

use std::ops::Range;

use super::error::QueryError;

/// A word of the query: terms of which any may hold, or none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub without: bool,
    pub terms: Vec<Piece>,
}

/// A term as it is written: `field:value`, or a value alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub span: Range<usize>,
    /// What stands before the first `:` outside quotes.
    pub field: Option<String>,
    /// What stands behind it, without quotes.
    pub value: String,
    /// Whether the value was in quotes, so that it is a phrase whatever it holds.
    pub quoted: bool,
}

/// The words of `text`.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, QueryError> {
    let mut tokens = Vec::new();
    for span in spans(text)? {
        let mut start = span.start;
        let word = &text[span.clone()];
        let marks = [word.starts_with('-').then_some(1), word.to_ascii_lowercase().starts_with("not:").then_some(4)];
        let mark = marks.into_iter().flatten().next();
        start += mark.unwrap_or(0);
        let mut terms: Vec<Piece> = Vec::new();
        for part in alternatives(text, start..span.end) {
            let mut piece = piece(text, part)?;
            if piece.field.is_none()
                && let Some(first) = terms.first()
            {
                // `year:2022|2024`: the field holds for what follows.
                piece.field.clone_from(&first.field);
            }
            terms.push(piece);
        }
        tokens.push(Token { without: mark.is_some(), terms });
    }
    Ok(tokens)
}

/// Where the words are: white space ends one, but not between quotes.
fn spans(text: &str) -> Result<Vec<Range<usize>>, QueryError> {
    let mut spans = Vec::new();
    let mut start = None;
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quote = if quote.is_some() { None } else { Some(at) },
            _ if quote.is_some() => {}
            _ if letter.is_whitespace() => {
                spans.extend(start.take().map(|start| start..at));
                continue;
            }
            _ => {}
        }
        start.get_or_insert(at);
    }
    if let Some(at) = quote {
        return Err(QueryError::new(at..text.len(), "a quote is left open; end it with \""));
    }
    spans.extend(start.map(|start| start..text.len()));
    Ok(spans)
}

/// The parts of a word between `|` outside quotes.
fn alternatives(text: &str, span: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = span.start;
    for at in unquoted(text, span.clone(), '|') {
        parts.push(start..at);
        start = at + 1;
    }
    parts.push(start..span.end);
    parts
}

fn piece(text: &str, span: Range<usize>) -> Result<Piece, QueryError> {
    let colon = unquoted(text, span.clone(), ':').next();
    let (field, value) = match colon {
        Some(at) => (Some(plain(&text[span.start..at])), at + 1..span.end),
        None => (None, span.clone()),
    };
    let value = &text[value];
    if value.is_empty() {
        let what = match &field {
            Some(field) => format!("nothing stands behind \"{field}:\""),
            None => "a word is missing here".to_owned(),
        };
        return Err(QueryError::new(span, what));
    }
    Ok(Piece { span, field, value: plain(value), quoted: value.contains('"') })
}

fn unquoted(text: &str, span: Range<usize>, wanted: char) -> impl Iterator<Item = usize> {
    let mut quoted = false;
    let letters = text[span.clone()].char_indices();
    letters.filter_map(move |(at, letter)| {
        quoted ^= letter == '"';
        (letter == wanted && !quoted).then_some(span.start + at)
    })
}

fn plain(text: &str) -> String {
    text.replace('"', "")
}
