//! What to say where a query finds nothing.

use crate::record::without_resolution;

use super::lex::{self, Token};
use super::lexicon::Lexicon;
use super::term::Term;
use super::{Query, range};

/// That no roll call matches the query, in one line, with what may help.
pub fn nothing_matched(text: &str, lexicon: &Lexicon<'_>) -> String {
    let help = match meant(text, lexicon) {
        Some((word, term)) => format!("\"{}\" is looked for as a word: write {term}", word.escape_debug()),
        None => "try fewer words, or a longer span of time".to_owned(),
    };
    format!("no roll call matches \"{}\"; {help}", text.escape_debug())
}

/// The first plain word of a query that is written as years or a symbol of the record are, `1970s` or `ES-11/7`, with
/// the term that asks for those.
pub fn meant(text: &str, lexicon: &Lexicon<'_>) -> Option<(String, String)> {
    let tokens = lex::tokens(text).ok()?;
    tokens.iter().filter(|token| !token.without).filter_map(Token::bare).find_map(|word| {
        let terms = [years(&word.value), symbol(&word.value)].into_iter().flatten();
        let mut known =
            terms.filter(|term| Query::parse(term, lexicon).is_ok_and(|query| !query.run(lexicon).is_empty()));
        known.next().map(|term| (word.value.clone(), term))
    })
}

/// `1970`, `1970s`, `1970-1979` or `1970..1979` as a term.
fn years(word: &str) -> Option<String> {
    let year = |text: &str| range::number::<i16>(text).filter(|_| text.len() == 4);
    if let Some(first) = word.strip_suffix('s').and_then(|decade| year(decade.trim_end_matches(['\'', '\u{2019}']))) {
        return (first % 10 == 0).then(|| format!("year:{first}..{}", first + 9));
    }
    let ends = ["..", "-", "\u{2013}"].into_iter().find_map(|sign| word.split_once(sign));
    match ends {
        Some((first, last)) => Some(format!("year:{}..{}", year(first)?, year(last)?)),
        None => year(word).map(|year| format!("year:{year}")),
    }
}

/// A symbol, or the beginning of one that no word looks like, as a term.
fn symbol(word: &str) -> Option<String> {
    let start = without_resolution(word);
    let looks_so = start.contains(['/', '-', '(']) && start.contains(|c: char| c.is_ascii_digit());
    looks_so.then(|| Term::Symbol(start.to_ascii_uppercase()).to_string())
}
