//! Names without signs that none has.

/// The signs of ASCII that a name may have in it.
const OF_NAMES: &str = "'.,-()&/_";

/// The name without its signs, if it has some that no name has, or has them where none does.
pub(super) fn without_signs(name: &str) -> Option<String> {
    let name = name.trim();
    let odd =
        |c: char| c.is_ascii_punctuation() && !OF_NAMES.contains(c) && c != '"' || matches!(c, '~' | '¬' | '\u{2212}');
    let balanced = name.chars().filter(|&c| c == '(').count() == name.chars().filter(|&c| c == ')').count();
    let begun = name.starts_with(['-', '&', ',', '/', '.', ')', '\u{2013}', '\u{2014}']);
    let ended = name.ends_with(['-', '&', ',', '/', '(', '\u{2013}', '\u{2014}']);
    if name.is_empty() || balanced && !begun && !ended && !name.contains(odd) {
        return None;
    }
    let left = name.chars().filter(|&c| !odd(c) && (balanced || !matches!(c, '(' | ')')));
    let left = left.collect::<String>();
    Some(left.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '.')).to_owned())
}
