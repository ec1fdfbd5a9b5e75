//! Signs where none has a meaning, which no name has: `USA!:no`, `[USA]:no`, `cuba|!ukraine`. Passed over, they would
//! have the opposite found, or something else than was meant.

use super::super::lex::{NEGATIONS, Sign};
use super::super::lexicon::Lexicon;
use super::super::plain_name::without_signs;
use super::super::several::Several;

/// What to say of the head of a term that has such signs: how the term is written without them.
pub(super) fn misplaced(head: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    if let Some(several) = Several::read(head, lexicon).filter(|_| lexicon.names().exactly(head).is_none()) {
        return Some(several.before_a_sign(head, &format!("{}{value}", sign.text()), lexicon));
    }
    let (at, name) = head.strip_prefix('@').map_or(("", head), |name| ("@", name));
    let mut name = without_signs(name)?;
    if name.contains(' ') {
        name = format!("\"{name}\"");
    }
    let clean = without_signs(value).unwrap_or_else(|| value.to_owned());
    let term = format!("{at}{name}{}{clean}", sign.text());
    if name.is_empty() {
        return Some(format!("nothing that has a name comes before \"{}\"", sign.text()));
    }
    let negated = head.contains(NEGATIONS);
    let of_member = lexicon.names().exactly(name.trim_matches('"')).is_some();
    let member = || of_member && lexicon.names().exactly(&clean).is_some_and(|_| !super::votes::is_vote(&clean));
    Some(match sign {
        Sign::Colon if negated && member() => {
            format!("two members that voted otherwise are written {name}!={clean}")
        }
        Sign::NotEqual => format!("\"{head}\" has a sign too many: write {term}"),
        _ if negated => format!("\"!\" leaves nothing out here: write not:{term}, or {term}"),
        _ if head.starts_with('(') => format!("a query has no parentheses: write {term}"),
        _ => format!("\"{head}\" has a sign too many: write {term}"),
    })
}

/// What to say of a value that begins with a sign by which people leave out.
pub(super) fn negated(head: Option<&str>, value: &str) -> Option<String> {
    let first = value.chars().next().filter(|sign| *sign == '-' || NEGATIONS.contains(sign))?;
    let rest = &value[first.len_utf8()..];
    if !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    match head {
        Some(field @ ("title" | "agenda" | "subjects" | "topic" | "symbol")) => {
            Some(format!("\"{first}\" goes before the field: write not:{field}:{rest}"))
        }
        Some(_) => None,
        None => Some(format!(
            "\"{first}\" leaves out a whole word, not one side of |: write not:{rest} as a term of its own"
        )),
    }
}
