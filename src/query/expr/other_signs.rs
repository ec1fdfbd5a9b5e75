//! An expression in the signs of other languages: `USA|RUS`, `@EU without HUN`, `!USA`.

use super::super::lex::NEGATIONS;

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
