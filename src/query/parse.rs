//! A term from what is written, with the nearest that would work where nothing does.

mod beside;
mod either;
mod field;
mod fields;
mod quotes;
mod signs;
mod single;
mod spaces;
mod unknown;
mod voted;
mod votes;

use super::error::QueryError;
use super::lex::{self, Sign, Token, WrittenTerm};
use super::lexicon::Lexicon;
use super::symbol;
use super::term::Term;

use self::single::{named, parse};

pub(super) use self::beside::no_names_beside;
pub(super) use self::fields::{FIELDS, example};
pub(super) use self::quotes::name_in_quotes;
pub(super) use self::spaces::with_spaces;

/// The terms of one word, of which any may hold; `whole` says that it is all of the query.
pub(super) fn terms(text: &str, token: &Token, whole: bool, lexicon: &Lexicon<'_>) -> Result<Vec<Term>, QueryError> {
    either::each_by_itself(text, token, lexicon)?;
    // As the whole of a query it is looked for where it is asked.
    let alone = whole && token.terms.len() == 1 && !token.without;
    let one = |piece: &WrittenTerm| {
        if let Some(text) = text_without_vote(piece, lexicon).filter(|_| !alone) {
            return Ok(text);
        }
        parse(piece, lexicon).map_err(|what| {
            let what = token.without.then(|| left_out_pair(piece)).flatten().unwrap_or(what);
            let meant = either::meant(text, token, piece, &what, lexicon);
            QueryError::new(piece.span.clone(), meant.unwrap_or(what))
        })
    };
    let terms = token.terms.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    either::one_kind(text, token, &terms)?;
    Ok(terms)
}

/// What to say of several members compared at once that are left out, `not:USA=RUS=CHN`: a term for each pair, as where
/// they are asked for, would ask for what was to be left out.
fn left_out_pair(piece: &WrittenTerm) -> Option<String> {
    let (head, sign) = piece.head.as_ref()?;
    let (second, _) = piece.value.split_once(['!', '=']).filter(|_| matches!(sign, Sign::Equal | Sign::NotEqual))?;
    let sign = sign.text();
    Some(format!("only two members are compared at once; leave out a pair, such as not:{head}{sign}{second}"))
}

/// The text adopted without a vote that a word without a sign names: looked for as words, its symbol would be another
/// question.
fn text_without_vote(word: &WrittenTerm, lexicon: &Lexicon<'_>) -> Option<Term> {
    let value = word.value.as_str();
    if word.head.is_some() || word.quoted || !symbol::looks_like(value) || named(value, lexicon).is_some() {
        return None;
    }
    let record = lexicon.record();
    let text = record.text(symbol::find_text(record, value)?);
    (!text.symbol.is_empty()).then(|| Term::WithoutVote(text.symbol.clone()))
}

/// Whether the first word of a query that is begun so asks what it says, and no word of it is without a sign that it needs.
pub(super) fn has_its_signs(text: &str, lexicon: &Lexicon<'_>) -> bool {
    let tokens = lex::tokens(text).unwrap_or_default();
    tokens.iter().all(|token| either::each_by_itself(text, token, lexicon).is_ok())
}

/// The query that is nothing but a symbol, with spaces in it or not, the address of a record, or a bare number that is a
/// symbol's and no year's.
pub(super) fn only_a_symbol(text: &str, lexicon: &Lexicon<'_>) -> Result<Option<Term>, String> {
    let text = text.trim();
    let number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !number && !symbol::looks_like(text) || text.contains(|c| c == '|' || lex::is_quote(c)) {
        return Ok(None);
    }
    if number && text.len() == 4 && ("1900".."2100").contains(&text) {
        return Err(format!("a year is written year:{text}; for symbols that begin with it write symbol:{text}"));
    }
    if let Some(named) = named(text, lexicon) {
        return Ok(Some(Term::Named(named)));
    }
    // A text without a roll call is found by its symbol as by words, which spaces or an address would hide.
    let is_text = symbol::plain(text) != text && symbol::find_text(lexicon.record(), text).is_some();
    is_text.then(|| fields::words(&symbol::plain(text), None)).transpose()
}
