//! One term from what is written.

use crate::record::State;

use super::super::expr::{Within, bloc_members};
use super::super::lex::{Sign, WrittenTerm};
use super::super::lexicon::Lexicon;
use super::super::symbol;
use super::super::term::{Count, NamedSymbol, Term};
use super::fields::{NO_ABSENCES, QueryField, words};
use super::{field, signs, votes};

/// The term that a piece of a query is.
pub(super) fn parse(piece: &WrittenTerm, lexicon: &Lexicon<'_>) -> Result<Term, String> {
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
                Err(known.map_or_else(|error| error.what, |(name, _)| votes::bloc_form(&name)))
            }
            _ if !piece.quoted && bare_range(value).is_some() => Err(bare_range(value).unwrap_or_default()),
            _ if !piece.quoted && symbol::looks_like(value) => match named(value, lexicon) {
                Some(named) => Ok(Term::Named(named)),
                // Of an address, the symbol is what may be found.
                None => words(&symbol::plain(value), None),
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
    if let Some(field) = QueryField::named(&field) {
        return match sign {
            Sign::Colon => field::value(field, value, lexicon),
            _ => Err(field::with_colon(field, *sign, value, lexicon)),
        };
    }
    votes::of_members(head, *sign, value, lexicon)
}

/// What to say of a range that no field comes before: `1995..`, `70..79`. As a word it would be its first number.
fn bare_range(value: &str) -> Option<String> {
    let (first, last) = value.split_once("..")?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(first) || !digits(last) || first.is_empty() && last.is_empty() {
        return None;
    }
    let years = [first, last].iter().all(|end| end.is_empty() || end.len() == 4);
    let field = if years { "year" } else { "session" };
    Some(format!("a range needs its field: write {field}:{value}, or in quotes for the words"))
}

/// The roll calls that a symbol names.
pub(super) fn named(text: &str, lexicon: &Lexicon<'_>) -> Option<NamedSymbol> {
    let ids = symbol::matching(lexicon.record(), text);
    let symbol = match ids.as_slice() {
        [] => return None,
        &[id] => lexicon.symbol(id),
        _ => symbol::plain(text).to_ascii_uppercase(),
    };
    Some(NamedSymbol { symbol, ids })
}
