//! Names of several words that lost their quotes.

use crate::record::fold;

use super::super::error::QueryError;
use super::super::lex::{self, Sign, Token, WrittenTerm};
use super::super::lexicon::Lexicon;
use super::fields::{FIELDS, QueryField, VotedField};
use super::voted::is_other_sponsor;

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
    bloc_in_quotes(text, tokens, at, lexicon)?;
    let (Some(first), Some(last)) = (tokens[at].terms.first(), tokens[at].terms.last()) else { return Ok(()) };
    let Some((head, _)) = &first.head else {
        // `Costa Rica|Panama:no`.
        let signed = tokens[at].terms.iter().any(|term| term.head.is_some());
        let begins = signed && !first.quoted;
        return if begins { ends_a_name(tokens, at, (first, &first.value), [""; 2], lexicon) } else { Ok(()) };
    };
    if let Some(behind) = text[first.span.clone()].strip_prefix(head.as_str())
        && !FIELDS.contains(&head.to_ascii_lowercase().as_str())
    {
        let (named, coded) = other_member(text, tokens, at, behind, lexicon);
        ends_a_name(tokens, at, (first, head), [&named, &coded], lexicon)?;
    }
    let Some((head, sign)) = &last.head else { return Ok(()) };
    let field = QueryField::named(head).filter(|field| field.takes_a_member());
    if (matches!(sign, Sign::Equal | Sign::NotEqual) || field.is_some() || last.inherits) && !last.quoted {
        let value = last.value.rsplit('=').next().unwrap_or_default();
        let asked = &text[last.span.start..last.span.end - value.len()];
        let behind = lex::words_after(tokens, at, LONGEST_NAME);
        if field == Some(QueryField::Voted(VotedField::Alone))
            && let Some(what) = name_with_most(value, asked, tokens, at, lexicon)
        {
            return Err(QueryError::new(first.span.clone(), what));
        }
        let is_code = |word: &str| lexicon.names().exactly(word).is_some() && !lexicon.names().is_name(word);
        if value.eq_ignore_ascii_case("the")
            && let Some(word) = behind.first().filter(|word| is_code(&word.value))
            && behind.get(1).is_none_or(|next| !lexicon.names().is_name(&format!("{} {}", word.value, next.value)))
        {
            let what = format!("\"the\" is no part of the name: write {asked}{}", word.value);
            return Err(QueryError::new(last.span.start..word.span.end, what));
        }
        for many in (1..=behind.len()).rev() {
            let words: Vec<_> = [value].into_iter().chain(behind[..many].iter().map(|word| &*word.value)).collect();
            let name = words.join(" ");
            if field == Some(QueryField::Voted(VotedField::Sponsor)) && is_other_sponsor(&fold(&name), lexicon) {
                let what = format!("put quotes around a name with a space: write sponsor:\"{name}\"");
                return Err(QueryError::new(last.span.start..behind[many - 1].span.end, what));
            }
            if field.is_none()
                && let Some(bloc) = lexicon.bloc_called(&name)
            {
                let bloc = super::super::written(&bloc);
                let what = format!("\"{name}\" is a bloc, and only members are compared here; write @{bloc}:no");
                return Err(QueryError::new(last.span.start..behind[many - 1].span.end, what));
            }
            if let Some(what) = name_of(&words, [asked, asked], ["", ""], lexicon) {
                return Err(QueryError::new(last.span.start..behind[many - 1].span.end, what));
            }
        }
    }
    Ok(())
}

/// Refuses a name of which `word`, of the first term of the token `at`, is the last word and others are before it; behind
/// it is written what `behind` has, with quotes and with a code.
fn ends_a_name(
    tokens: &[Token],
    at: usize,
    (first, word): (&WrittenTerm, &str),
    behind: [&str; 2],
    lexicon: &Lexicon<'_>,
) -> Result<(), QueryError> {
    let before = lex::words_before(tokens, at, LONGEST_NAME);
    for many in (1..=before.len()).rev() {
        let words: Vec<_> = before[..many].iter().rev().map(|word| &*word.value).chain([word]).collect();
        // What leaves out is before the first word of the name.
        let start = before[many - 1].span.start;
        let without =
            tokens.iter().any(|token| token.without && token.terms.first().is_some_and(|it| it.span.start == start));
        let not = if without { "not:" } else { "" };
        if let Some(what) = name_of(&words, [not; 2], behind, lexicon) {
            return Err(QueryError::new(before[many - 1].span.start..first.span.end, what));
        }
    }
    Ok(())
}

/// Refuses a bloc's name of several words without quotes, `@Western Asia:no`.
fn bloc_in_quotes(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Result<(), QueryError> {
    let Some(first) = tokens[at].bare().filter(|word| word.value.starts_with('@')) else { return Ok(()) };
    let behind: Vec<_> = tokens[at + 1..].iter().map_while(Token::bare).take(LONGEST_NAME).collect();
    let Some(last) = tokens.get(at + 1 + behind.len()).and_then(|token| token.terms.first()) else { return Ok(()) };
    let Some((head, _)) = &last.head else { return Ok(()) };
    let words = [first.value.trim_start_matches('@')].into_iter().chain(behind.iter().map(|word| &*word.value));
    let name = words.chain([head.as_str()]).collect::<Vec<_>>().join(" ");
    let Some(bloc) = lexicon.bloc_called(&name) else { return Ok(()) };
    let sign = &text[last.span.start + head.len()..last.span.end];
    let what = format!("a bloc's name has no space without quotes: write @{}{sign}", super::super::written(&bloc));
    Err(QueryError::new(first.span.start..last.span.end, what))
}

/// What to say of `alone:Viet Nam<=3`, of which the last word of the name has the count.
fn name_with_most(value: &str, asked: &str, tokens: &[Token], at: usize, lexicon: &Lexicon<'_>) -> Option<String> {
    let words = tokens[at + 1..].iter().map_while(Token::bare).take(LONGEST_NAME).collect::<Vec<_>>();
    let last = tokens.get(at + 1 + words.len())?.terms.first()?;
    let (end, sign) = last.head.as_ref().filter(|(_, sign)| matches!(sign, Sign::Less | Sign::LessOrEqual))?;
    let words: Vec<_> = [value].into_iter().chain(words.iter().map(|word| &*word.value)).chain([&**end]).collect();
    let behind = format!("{}{}", sign.text(), last.value);
    name_of(&words, [asked, asked], [&behind, &behind], lexicon)
}

/// What to say if `words` are a member's name: how the term is written with it in quotes, and with its code.
fn name_of(words: &[&str], before: [&str; 2], behind: [&str; 2], lexicon: &Lexicon<'_>) -> Option<String> {
    let name = words.join(" ");
    let members = lexicon.record().members();
    // `viet NAM:no` is the word and Namibia's code, as a query in its plainest form has it.
    let coded = words.iter().any(|word| members.by_code(word).is_some()) && name.chars().any(char::is_lowercase);
    let alone = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(&name);
    if coded || !lexicon.names().is_name(alone) {
        return None;
    }
    let id = lexicon.names().resolve(&name);
    let code = id.map(|id| format!(", or {}{}{}", before[1], members.get(id).code, behind[1])).unwrap_or_default();
    let name = name.replace(" & ", " and ");
    Some(format!("put quotes around a name with a space: write {}\"{name}\"{}{code}", before[0], behind[0]))
}

/// What is behind the head of the term `at`, as it is written with quotes and with a code, where a name of several words
/// follows its sign: `South Africa=South Korea`.
fn other_member(text: &str, tokens: &[Token], at: usize, behind: &str, lexicon: &Lexicon<'_>) -> (String, String) {
    let whole = || (behind.to_owned(), behind.to_owned());
    let [only] = tokens[at].terms.as_slice() else { return whole() };
    if !matches!(only.head, Some((_, Sign::Equal | Sign::NotEqual))) || only.quoted {
        return whole();
    }
    let value = only.value.rsplit('=').next().unwrap_or_default();
    let sign = &behind[..behind.len() - value.len()];
    let follow: Vec<_> = tokens[at + 1..].iter().map_while(Token::bare).take(LONGEST_NAME).collect();
    let name = (1..=follow.len()).rev().find_map(|many| {
        let name = text[only.span.end - value.len()..follow[many - 1].span.end].to_owned();
        lexicon.names().is_name(&name).then_some(name)
    });
    let Some(name) = name else { return whole() };
    let code = lexicon.names().resolve(&name).map(|id| format!("{sign}{}", lexicon.record().code(id)));
    let named = format!("{sign}\"{name}\"");
    (named.clone(), code.unwrap_or(named))
}
