//! Text measured in columns of a terminal: cut, wrapped, and numbers as people read them.

use std::borrow::Cow;
use std::fmt::Write as _;

use jiff::civil::Date;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use crate::record::thousands;

/// How many columns `text` takes.
pub fn width(text: &str) -> usize {
    plain(text).unwrap_or_else(|| text.width())
}

/// How many columns `text` takes, if each of its characters is by itself in one: letters of Latin, punctuation of
/// ours, bars, borders and braille, which is nearly all that is ever shown.
pub fn plain(text: &str) -> Option<usize> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Some(text.len());
    }
    let mut columns = 0;
    let alone = |letter: char| {
        columns += 1;
        matches!(letter, ' '..='~' | '·' | 'À'..='ɏ' | '–' | '…' | '─'..='●' | '⠀'..='⣿')
    };
    text.chars().all(alone).then_some(columns)
}

/// `text` in at most `columns` columns: cut between graphemes, with `…` where something was cut.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if text.len() <= columns || width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else { return Cow::Borrowed("") };
    let (head, _) = split(text, room);
    Cow::Owned(format!("{}…", head.trim_end()))
}

/// `text` in lines of at most `columns` columns, broken between words, or within one that is longer than a line.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let words = text.split(' ').flat_map(|word| broken(word, columns));
    in_lines(words, |line, word| width(line) + 1 + width(word) <= columns)
}

/// Words in lines: a new one where the next word does not `fit` after a line and a space.
pub fn in_lines<'t>(words: impl Iterator<Item = &'t str>, fit: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if fit(line, word) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A word in parts of at most `columns` columns. A grapheme that is wider than that is left out.
fn broken(mut word: &str, columns: usize) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        while width(word) > columns {
            let (head, tail) = split(word, columns);
            if head.is_empty() {
                word = split_first(tail);
            } else {
                word = tail;
                return Some(head);
            }
        }
        Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())
    })
}

/// The longest beginning of `text` that fits into `columns`, and the rest.
fn split(text: &str, columns: usize) -> (&str, &str) {
    if plain(text).is_some() {
        let end = text.char_indices().nth(columns);
        return text.split_at(end.map_or(text.len(), |(at, _)| at));
    }
    let mut used = 0;
    let end = text.grapheme_indices(true).find(|(_, grapheme)| {
        used += width(grapheme);
        used > columns
    });
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

fn split_first(text: &str) -> &str {
    text.graphemes(true).next().map_or("", |first| &text[first.len()..])
}

/// A figure with three places: `0.123`; one that is not defined is `–`.
pub fn value(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), |figure| format!("{figure:.3}"))
}

/// A share from 0 to 1 in per cent, rounded to one place: `66.7 %`.
pub fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// What is said in a cell as a sentence of its own: "Votes by member not recorded."
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).chain(['.']).collect())
}

/// A day as people write it: `24 February 2025`.
pub fn day(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// `text` in ASCII: what has no letter of its own there gets the nearest.
pub fn transliterated(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '·' => ascii.push('|'),
            '–' => ascii.push('-'),
            // One letter, as wide as what it stands for.
            '…' => ascii.push('~'),
            '→' => ascii.push_str("->"),
            _ if letter.is_ascii() => ascii.push(letter),
            _ => ascii.push_str(deunicode::deunicode_char(letter).unwrap_or("?")),
        }
    }
    ascii
}

/// JSON in ASCII: other characters as their escapes, so that it says the same.
pub fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for unit in json.encode_utf16() {
        match u8::try_from(unit).ok().filter(u8::is_ascii) {
            Some(byte) => escaped.push(char::from(byte)),
            // Writing into a string can't fail.
            None => _ = write!(escaped, "\\u{unit:04x}"),
        }
    }
    escaped
}

/// The text with its first letter a capital.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_cut_between_graphemes_by_the_columns_it_takes() {
        for (text, columns, expected) in [
            ("Ukraine", 7, "Ukraine"),
            ("Ukraine", 6, "Ukrai…"),
            ("Ukraine", 1, "…"),
            ("Ukraine", 0, ""),
            ("of the world", 8, "of the…"),
            ("Türkiye", 4, "Tür…"),
            ("Tu\u{308}rkiye", 3, "Tu\u{308}…"),
            ("国际和平", 6, "国际…"),
            ("国际和平", 8, "国际和平"),
        ] {
            assert_eq!(cut(text, columns), expected, "{text} in {columns}");
        }
    }

    #[test]
    fn text_wraps_between_words() {
        assert_eq!(
            wrap("a comprehensive, just and lasting peace", 16),
            ["a comprehensive,", "just and lasting", "peace"]
        );
        assert_eq!(wrap("A/RES/ES-11/7", 6), ["A/RES/", "ES-11/", "7"]);
        assert_eq!(wrap("国际", 1), Vec::<String>::new());
        assert_eq!(wrap("", 5), Vec::<String>::new());
    }

    #[test]
    fn numbers_and_days_read_as_people_write_them() {
        assert_eq!([0, 14, 999, 5698, 948_063].map(thousands), ["0", "14", "999", "5,698", "948,063"]);
        assert_eq!(day(Date::constant(2025, 2, 24)), "24 February 2025");
    }

    #[test]
    fn what_counts_as_plain_takes_a_column_each_beside_anything() {
        let all = (' '..=char::MAX).filter(|letter| plain(letter.encode_utf8(&mut [0; 4])).is_some());
        let all: Vec<_> = all.collect();
        assert!(all.contains(&'Y') && all.contains(&'é') && all.contains(&'█') && !all.contains(&'国'));
        for &letter in &all {
            let twice = format!("{letter}{letter}");
            assert_eq!((twice.width(), twice.graphemes(true).count()), (2, 2), "{letter:?}");
        }
        let text: String = all.iter().collect();
        assert_eq!((text.width(), text.graphemes(true).count()), (all.len(), all.len()));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_it_may_be(text in ".{0,80}", columns in 0_usize..20) {
            prop_assert!(width(&cut(&text, columns)) <= columns);
            prop_assert!(wrap(&text, columns).iter().all(|line| width(line) <= columns));
        }
    }
}
