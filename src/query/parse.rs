//! A term from what is written, with the nearest that would work where nothing does.

mod beside;
mod either;
mod field;
mod quotes;
mod signs;
mod unknown;
mod votes;

use crate::record::{State, fold};

use super::error::QueryError;
use super::expr::{Within, bloc_members};
use super::lex::{self, Sign, Token, WrittenTerm};
use super::lexicon::Lexicon;
use super::symbol;
use super::term::{Count, NamedSymbol, Term};
use super::words::Field;

pub(super) use self::beside::no_names_beside;
pub(super) use self::either::is_word;
pub(super) use self::field::FIELDS;
pub(super) use self::quotes::name_in_quotes;
pub(super) use self::signs::without_signs;
pub(super) use self::unknown::near_topics;

const VOTES: [State; 3] = [State::Yes, State::No, State::Abstain];
const NO_ABSENCES: &str = "this record does not know who was absent";

/// The terms of one word, of which any may hold.
pub(super) fn terms(text: &str, token: &Token, lexicon: &Lexicon<'_>) -> Result<Vec<Term>, QueryError> {
    either::each_by_itself(text, token, lexicon)?;
    let one = |piece: &WrittenTerm| {
        parse(piece, lexicon).map_err(|what| {
            let meant = either::meant(text, token, piece, &what, lexicon);
            QueryError::new(piece.span.clone(), meant.unwrap_or(what))
        })
    };
    let terms = token.terms.iter().map(one).collect::<Result<Vec<_>, _>>()?;
    either::one_kind(text, token, &terms)?;
    Ok(terms)
}

fn parse(piece: &WrittenTerm, lexicon: &Lexicon<'_>) -> Result<Term, String> {
    let value = piece.value.as_str();
    let field = piece.head.as_ref().map(|(head, _)| head.to_ascii_lowercase());
    if !piece.quoted
        && let Some(what) = signs::negated(field.as_deref(), value)
    {
        return Err(what);
    }
    let Some((head, sign)) = &piece.head else {
        return match value.to_ascii_lowercase().as_str() {
            "unanimous" if !piece.quoted => Ok(Term::Unanimous),
            "contested" if !piece.quoted => Ok(Term::Contested),
            _ if value.starts_with('@') && !piece.quoted => {
                let known = bloc_members(&value[1..], lexicon, &Within::default());
                Err(known.map_or_else(|error| error, |(name, _)| votes::bloc_form(&name)))
            }
            _ if !piece.quoted && symbol::looks_like(value) => match named(value, lexicon) {
                Some(named) => Ok(Term::Named(named)),
                None => words(value, None),
            },
            _ => words(value, None),
        };
    };
    if let Some(what) = signs::misplaced(head, *sign, value, lexicon) {
        return Err(what);
    }
    if let Some(name) = head.strip_prefix('@') {
        return votes::of_bloc(name, *sign, value, lexicon);
    }
    let field = head.to_ascii_lowercase();
    if let Some(count) = field::count(&field) {
        if count == Count::State(State::Absent) && !lexicon.record().origin().has_absences() {
            return Err(NO_ABSENCES.to_owned());
        }
        return field::tally(count, *sign, value, lexicon);
    }
    if FIELDS.contains(&field.as_str()) {
        return match sign {
            Sign::Colon => field::value(&field, value, lexicon),
            _ => Err(field::with_colon(&field, *sign, value, lexicon)),
        };
    }
    votes::of_members(head, *sign, value, lexicon)
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
    if !number && !symbol::looks_like(text) || text.contains(['"', '|']) {
        return Ok(None);
    }
    if number && text.len() == 4 && ("1900".."2100").contains(&text) {
        return Err(format!("a year is written year:{text}; for symbols that begin with it write symbol:{text}"));
    }
    Ok(named(text, lexicon).map(Term::Named))
}

/// The roll calls that a symbol names.
fn named(text: &str, lexicon: &Lexicon<'_>) -> Option<NamedSymbol> {
    let ids = symbol::matching(lexicon.record(), text);
    let symbol = match ids.as_slice() {
        [] => return None,
        &[id] => lexicon.symbol(id),
        _ => symbol::plain(text).to_ascii_uppercase(),
    };
    Some(NamedSymbol { symbol, ids })
}

/// A word or a phrase; a full stop behind it says that its last word is whole.
fn words(value: &str, field: Option<Field>) -> Result<Term, String> {
    let text = fold(value);
    if text.is_empty() {
        return Err(format!("\"{value}\" has no letter or digit to look for"));
    }
    Ok(Term::Words { text, whole: value.ends_with('.'), field })
}
