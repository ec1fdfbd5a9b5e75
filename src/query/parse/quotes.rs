//! Names of several words that lost their quotes.

use super::super::error::QueryError;
use super::super::lex::{Sign, Token};
use super::super::lexicon::Lexicon;
use super::fields::FIELDS;

/// How many words without quotes may be parts of one name.
const LONGEST_NAME: usize = 10;

/// Refuses a name of several words without quotes around the term `at`, `Soviet Union:no` or `USA=United Kingdom`: some
/// of its words would be looked for in texts, and the others may name somebody else.
pub(in crate::query) fn name_in_quotes(
    text: &str,
    tokens: &[Token],
    at: usize,
    lexicon: &Lexicon<'_>,
) -> Result<(), QueryError> {
    let (Some(first), Some(last)) = (tokens[at].terms.first(), tokens[at].terms.last()) else { return Ok(()) };
    let Some((head, sign)) = &first.head else { return Ok(()) };
    if let Some(behind) = text[first.span.clone()].strip_prefix(head.as_str())
        && !FIELDS.contains(&head.to_ascii_lowercase().as_str())
    {
        let before: Vec<_> = tokens[..at].iter().rev().map_while(Token::bare).take(LONGEST_NAME).collect();
        for many in (1..=before.len()).rev() {
            let words: Vec<_> = before[..many].iter().rev().map(|word| word.value.as_str()).chain([&**head]).collect();
            let what = name_of(&words, "", behind, lexicon);
            if let Some(what) = what {
                return Err(QueryError::new(before[many - 1].span.start..first.span.end, what));
            }
        }
    }
    if matches!(sign, Sign::Equal | Sign::NotEqual) && !last.quoted {
        let value = last.value.rsplit('=').next().unwrap_or_default();
        let asked = &text[last.span.start..last.span.end - value.len()];
        let behind: Vec<_> = tokens[at + 1..].iter().map_while(Token::bare).take(LONGEST_NAME).collect();
        for many in (1..=behind.len()).rev() {
            let words: Vec<_> = [value].into_iter().chain(behind[..many].iter().map(|word| &*word.value)).collect();
            if let Some(what) = name_of(&words, asked, "", lexicon) {
                return Err(QueryError::new(last.span.start..behind[many - 1].span.end, what));
            }
        }
    }
    Ok(())
}

/// What to say if `words` are a member's name: how the term is written with it.
fn name_of(words: &[&str], before: &str, behind: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let name = words.join(" ");
    let members = lexicon.record().members();
    // `viet NAM:no` is the word and Namibia's code, as a query in its plainest form has it.
    let coded = words.iter().any(|word| members.by_code(word).is_some()) && name.chars().any(char::is_lowercase);
    if coded || !lexicon.names().is_name(&name) {
        return None;
    }
    let code = lexicon.names().resolve(&name).map(|id| format!(", or {before}{}{behind}", members.get(id).code));
    let code = code.unwrap_or_default();
    Some(format!("put quotes around a name with a space: write {before}\"{name}\"{behind}{code}"))
}
