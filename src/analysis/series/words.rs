//! The words of a title that stay when it comes back: without years, symbols, articles and the like, and with what is written
//! short in full.

use std::borrow::Cow;

use crate::record::RollCallId;

use super::symbols::{Symbols, begins_with_digit};

/// What is written short here and in full there.
const SHORT: [(&str, &str); 3] = [
    ("un", "united nations"),
    ("unrwa", "united nations relief works agency palestine refugees near east"),
    ("st", "saint"),
];
/// Words before the symbol of a resolution that the title carries out.
const CARRIED_OUT: [&str; 3] = ["implementation", "general", "assembly"];
/// The words of a folded title that stay, and the resolution that it names.
pub(super) fn read<'f>(folded: &'f str, symbols: &Symbols<'_>) -> (Vec<Cow<'f, str>>, Option<RollCallId>) {
    let mut rest = folded.split(' ').peekable();
    let mut words: Vec<Cow<'f, str>> = Vec::new();
    let mut named = None;
    while let Some(word) = rest.next() {
        match word {
            "resolution" | "resolutions" if rest.peek().is_some_and(|next| begins_with_digit(next)) => {
                let mut parts = vec![rest.next().unwrap_or_default()];
                let is_part = |part: &&str| begins_with_digit(part) || part.len() == 1 || is_roman(part);
                while let Some(part) = rest.next_if(is_part) {
                    parts.push(part);
                }
                named = named.or_else(|| symbols.named(&parts));
                while words.last().is_some_and(|last| CARRIED_OUT.contains(&last.as_ref())) {
                    words.pop();
                }
                rest.next_if(|next| ["concerning", "entitled"].contains(next));
            }
            "co" => words.push(Cow::Owned(format!("co{}", rest.next().unwrap_or_default()))),
            "i" | "v" | "x" => words.push(Cow::Borrowed(word)),
            _ if word.len() <= 1 || says_nothing(word) || is_number(word) => {}
            _ => match SHORT.iter().find(|(short, _)| *short == word) {
                Some((_, long)) => words.extend(long.split(' ').map(Cow::Borrowed)),
                None => words.push(Cow::Borrowed(word)),
            },
        }
    }
    (words, named)
}

/// Whether it is a word that says nothing of what a text is on.
fn says_nothing(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "of"
            | "in"
            | "on"
            | "and"
            | "an"
            | "to"
            | "for"
            | "by"
            | "with"
            | "its"
            | "their"
            | "at"
            | "from"
            | "or"
            | "as"
            | "that"
            | "which"
            | "question"
            | "questions"
    )
}

/// Whether it has a digit and does not count, as `3rd` does.
fn is_number(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit()) && !is_ordinal(word)
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|letter| b"ivxlc".contains(&letter))
}

/// Whether it counts: `3rd`, `10th`.
fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    ending.len() < word.len() && ["st", "nd", "rd", "th"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::fold;

    #[test]
    fn titles_are_read_without_what_changes_from_year_to_year() {
        let read = |title: &str| read(&fold(title), &Symbols::default()).0.join(" ");
        for (title, words) in [
            ("Law of the sea", "law sea"),
            ("LAW OF THE SEA.", "law sea"),
            ("Questions of Côte d'Ivoire", "cote ivoire"),
            ("Working Capital Fund for the biennium 1986-1987", "working capital fund biennium"),
            ("Co-operation with the UN", "cooperation united nations"),
            ("St. Helena", "saint helena"),
            (
                "Information transmitted under Article 73 e of the Charter",
                "information transmitted under article charter",
            ),
            (
                "Information transmitted under Article 73e of the Charter",
                "information transmitted under article charter",
            ),
            ("Report of the 3rd session", "report 3rd session"),
            (
                "Implementation of General Assembly resolution 3079 (XXVIII) concerning Additional Protocol II",
                "additional protocol ii",
            ),
            ("Implementation of General Assembly resolution 32/78", ""),
            ("Peaceful means of dispute resolution", "peaceful means dispute resolution"),
            ("", ""),
        ] {
            assert_eq!(read(title), words, "{title}");
        }
    }
}
