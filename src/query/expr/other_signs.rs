//! An expression in the signs of other languages: `USA|RUS`, `@EU without HUN`, `!USA`.

use super::super::lex::{NEGATIONS, is_quote};
use super::super::lexicon::Lexicon;
use super::super::listed::listed;

/// What to say of it, and how it is written here, if it can be read then.
pub(super) fn written_here(text: &str) -> Option<(&'static str, String)> {
    if let Some(rest) = text.trim().strip_prefix("not:").or_else(|| text.trim().strip_prefix(NEGATIONS)) {
        return Some(("all but some members are written", format!("all-{rest}")));
    }
    let mut depth = 0;
    let in_plus_signs = text.chars().map(|letter| {
        depth += i32::from(matches!(letter, '(' | '[')) - i32::from(matches!(letter, ')' | ']'));
        if depth == 0 && matches!(letter, '|' | ',' | ';' | '/') { '+' } else { letter }
    });
    let in_plus_signs: String = in_plus_signs.collect();
    if in_plus_signs != text {
        return Some(("members are joined by +: write", in_plus_signs));
    }
    let (left, right) = text.split_once(" without ").or_else(|| text.split_once(" except "))?;
    Some(("members are left out by -: write", format!("{left}-{right}")))
}

/// The same of names with a space and no quotes, `Costa Rica+PAN`, and of names that nothing joins, `USA and RUS`.
pub(super) fn names_with_spaces(text: &str, lexicon: &Lexicon<'_>) -> Option<(&'static str, String)> {
    let is_sign = |c: char| matches!(c, '+' | '-' | '&' | '(' | ')');
    let (mut whole, mut joined) = (String::new(), false);
    for piece in text.split_inclusive(is_sign) {
        let name = piece.trim_end_matches(is_sign);
        let torn = name.trim().contains(char::is_whitespace) && !name.contains(is_quote);
        match listed(name, lexicon).filter(|_| torn) {
            Some(names) if names.len() > 1 => {
                joined = true;
                whole.extend(["(", &names.join("+"), ")"]);
            }
            Some(names) => whole.extend(names),
            None => whole += name,
        }
        whole += &piece[name.len()..];
    }
    let what =
        if joined { "members are joined by +: write" } else { "a name with a space needs quotes; with codes write" };
    (whole != text).then_some((what, whole))
}
