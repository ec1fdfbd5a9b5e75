//! Bare words beside a term of a vote: part of a name that lost its quotes, or a member whose sign was left out. Looked
//! for in texts, they would make another question of it.

use super::super::bloc_name::written;
use crate::record::fold;

use super::super::error::QueryError;
use super::super::lex::{self, Token, WrittenTerm};
use super::super::lexicon::Lexicon;
use super::super::names::is_part;
use super::super::strays::{is_joiner, is_stray};
use super::field::count;
use super::fields::{FIELDS, QueryField};

/// How many words may be one name.
const LONGEST: usize = 6;

/// A term of how a member or a bloc voted, as it is written.
struct VoteTerm<'t> {
    written: &'t WrittenTerm,
    head: &'t str,
    /// The sign, and all that is behind it.
    behind: &'t str,
    /// Whether it is in its plainest form, a code in capitals or a bloc: beside it a word in small letters is one.
    plain: bool,
}

impl<'t> VoteTerm<'t> {
    fn of(text: &'t str, token: &'t Token, lexicon: &Lexicon<'_>) -> Option<Self> {
        let (first, last) = (token.terms.first()?, token.terms.last()?);
        let (head, _) = first.head.as_ref()?;
        let field = head.to_ascii_lowercase();
        if FIELDS.contains(&field.as_str()) || count(&field).is_some() {
            return None;
        }
        let (sign, _) = lex::sign(text, first.span.clone())?;
        let plain = head.starts_with('@') || is_code(head, lexicon);
        Some(Self { written: first, head, behind: &text[sign.start..last.span.end], plain })
    }

    /// Whether words beside it are surely words.
    fn spares(&self, words: &str) -> bool {
        self.plain && !words.chars().any(char::is_uppercase)
    }
}

fn is_code(word: &str, lexicon: &Lexicon<'_>) -> bool {
    word.len() == 3
        && word.chars().all(|c| c.is_ascii_uppercase())
        && lexicon.record().members().by_code(word).is_some()
}

/// Refuses a bare word beside the term `at` that may be part of its name, `the Netherlands:no` or `Red China:no`, or a
/// name without a sign of its own, `USA RUS:no`.
pub(in crate::query) fn no_names_beside(
    text: &str,
    tokens: &[Token],
    at: usize,
    lexicon: &Lexicon<'_>,
) -> Result<(), QueryError> {
    no_names_behind(tokens, at, lexicon)?;
    let Some(term) = VoteTerm::of(text, &tokens[at], lexicon) else { return Ok(()) };
    let (before, behind) = (lex::words_before(tokens, at, LONGEST), lex::words_after(tokens, at, LONGEST));
    // A head that is nobody's is told of first.
    let nobody =
        !term.head.starts_with('@') && lexicon.names().resolve(term.head).is_err_and(|error| !error.is_ambiguous());
    if nobody {
        one_name(&term, &before, lexicon)?;
        return part_of_name(text, &term, &before, lexicon);
    }
    if !term.head.starts_with('@') {
        one_name(&term, &before, lexicon)?;
    }
    let joiners = |words: &[&WrittenTerm]| words.iter().take_while(|word| is_joiner(&word.value)).count();
    let (skipped, passed) = (joiners(&before), joiners(&behind));
    let mut left: Vec<_> = before[skipped..].to_vec();
    left.reverse();
    let left = (0..left.len()).map(|from| &left[from..]);
    let right = &behind[passed..];
    let right = (1..=right.len()).rev().map(|to| &right[..to]);
    for (words, joined) in left.map(|words| (words, skipped > 0)).chain(right.map(|words| (words, passed > 0))) {
        no_name(&term, words, joined, lexicon)?;
    }
    // A code in capitals is no word wherever it is.
    for word in tokens.iter().filter_map(Token::bare).filter(|word| is_code(&word.value, lexicon)) {
        no_name(&term, &[word], false, lexicon)?;
    }
    let the = before.first().is_some_and(|word| fold(&word.value) == "the");
    if term.head.starts_with('@') && !the { Ok(()) } else { part_of_name(text, &term, &before, lexicon) }
}

/// Refuses a name behind a field that takes a member, `veto:RUS CHN` or `sponsor:Cuba and Viet Nam`: it has no sign. In
/// small letters it is a word, and the answer says so.
fn no_names_behind(tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    let last = tokens[at].terms.last().and_then(|term| Some((term.head.as_ref()?, term)));
    let field = last.and_then(|((head, _), _)| QueryField::named(head)).filter(|field| field.takes_a_member());
    let Some((field, (_, term))) = field.zip(last) else { return Ok(()) };
    let behind = lex::words_after(tokens, at, LONGEST);
    let passed = behind.iter().take_while(|word| is_joiner(&word.value)).count();
    for many in (1..=behind.len() - passed).rev() {
        let words = &behind[passed..passed + many];
        let name = words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ");
        let named = name.chars().any(char::is_uppercase)
            && (many > 1 && lexicon.names().is_name(&name) || many == 1 && is_stray(&name, lexicon));
        let Some(id) = lexicon.names().exactly(&name).filter(|_| named) else { continue };
        let (field, value, code) = (field.name(), &term.value, lexicon.record().code(id));
        let value = if value.contains(' ') { format!("\"{value}\"") } else { value.clone() };
        let what = format!(
            "\"{name}\" has no sign: write {field}:{value} {field}:{code} if both are meant, {field}:{value}|{code} if \
             either is, \"{name}\" in quotes for the word"
        );
        return Err(QueryError::new(words[0].span.start..words[many - 1].span.end, what));
    }
    Ok(())
}

/// Refuses words that are a member's or a bloc's name.
fn no_name(term: &VoteTerm<'_>, words: &[&WrittenTerm], joined: bool, lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return Ok(()) };
    let name = words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(" ");
    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
    let one = words.len() == 1;
    let is_name = one && is_stray(name, lexicon) || !one && lexicon.names().is_name(name);
    // In small letters beside a name in capitals, `ukraine France:no`, it is a word, and the answer says so.
    let small = !name.chars().any(char::is_uppercase);
    let beside_capitals = small && (term.plain || term.head.chars().any(char::is_uppercase));
    if is_joiner(name) || !is_name && lexicon.bloc_called(name).is_none() || !joined && beside_capitals {
        return Ok(());
    }
    let whole = match (lexicon.names().exactly(name), lexicon.bloc_called(name)) {
        (Some(id), _) => lexicon.record().code(id).to_owned(),
        (None, Some(bloc)) => format!("@{}", written(&bloc)),
        (None, None) => "a code".to_owned(),
    };
    let (head, behind) = (term.head, term.behind);
    let head = if head.contains(' ') { format!("\"{head}\"") } else { head.to_owned() };
    let what = format!(
        "\"{name}\" has no sign: write {whole}{behind} {head}{behind} for both votes, \"{name}\" in quotes for the word"
    );
    Err(QueryError::new(first.span.start..last.span.end, what))
}

/// Refuses words before a name that with it are one, or nearly one.
fn one_name(term: &VoteTerm<'_>, before: &[&WrittenTerm], lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    let (head, behind) = (term.head, term.behind);
    let names = lexicon.names();
    let before = if before.first().is_some_and(|word| is_joiner(&word.value)) { &[] } else { before };
    for many in (1..=before.len().min(3)).rev() {
        let words = before[..many].iter().rev().map(|word| word.value.as_str()).chain([head]);
        let name = words.collect::<Vec<_>>().join(" ");
        if term.spares(&before[many - 1].value) {
            continue;
        }
        let span = before[many - 1].span.start..term.written.span.end;
        if let Some(bloc) = lexicon.bloc_called(&name) {
            let bloc = written(&bloc);
            return Err(QueryError::new(span, format!("\"{name}\" is a bloc: write @{bloc}{behind}")));
        }
        // `the Netherlands` is told below.
        if is_part(&before[many - 1].value) && names.exactly(head).is_some() {
            continue;
        }
        let what = match names.resolve(&name) {
            Ok(id) => format!(
                "put quotes around a name with a space: write \"{name}\"{behind}, or {}{behind}",
                lexicon.record().code(id)
            ),
            Err(error) if error.is_ambiguous() || names.spells(&name) => {
                error.message(&name, lexicon.record().members())
            }
            Err(_) => continue,
        };
        return Err(QueryError::new(span, what));
    }
    Ok(())
}

/// Refuses the word before a name that may be part of it.
fn part_of_name(
    text: &str,
    term: &VoteTerm<'_>,
    before: &[&WrittenTerm],
    lexicon: &Lexicon<'_>,
) -> Result<(), QueryError> {
    let (head, behind, names) = (term.head, term.behind, lexicon.names());
    let Some(word) = before.first().filter(|word| !is_joiner(&word.value) || is_part(&word.value)) else {
        return Ok(());
    };
    let (first, value) = (word.value.chars().next(), &word.value);
    let capital = first.is_some_and(char::is_uppercase) && !term.plain && !is_stray(value, lexicon);
    if !capital && !is_part(value) {
        return Ok(());
    }
    let bloc = head.strip_prefix('@').unwrap_or(head);
    if fold(value) == "the"
        && names.exactly(head).is_none()
        && let Some(bloc) = lexicon.bloc_called(bloc)
    {
        let what = format!("\"the\" is no part of the name: write @{}{behind}", written(&bloc));
        return Err(QueryError::new(word.span.start..term.written.span.end, what));
    }
    let alone = &text[term.written.span.clone()];
    let name = format!("{value} {head}");
    let whole =
        if lexicon.member(&name).is_ok() { format!("\"{name}\"{behind} for the name, ") } else { String::new() };
    let without = if names.resolve(head).is_ok() { format!("{head}{behind} without it, ") } else { String::new() };
    let what = format!(
        "\"{value}\" may be part of a name: write {whole}{without}or \"{value}\" {alone} to look for the word in texts"
    );
    Err(QueryError::new(word.span.start..term.written.span.end, what))
}
