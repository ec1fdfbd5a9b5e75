//! Texts of the record: kept as the source has them, but never with characters that command a terminal.

use std::borrow::Cow;

use smallvec::SmallVec;

use crate::escape::is_control;

/// A text of the record: borrowed from the program itself for the embedded record, owned for one read from a file.
pub type Text = Cow<'static, str>;

/// The texts of a cell that may hold several: nearly always one, which then needs no room of its own.
pub type Texts = SmallVec<[Text; 1]>;

/// A cell of a source without its control sequences, and how many characters were taken out.
///
/// Newlines and tabs become one space. Control characters (C0, DEL, C1), whole escape sequences and the characters
/// that turn the writing direction (U+202A to U+202E, U+2066 to U+2069) are taken out. White space around is trimmed,
/// which is not counted.
pub fn clean(cell: &str) -> (Cow<'_, str>, usize) {
    let around = [' ', '\n', '\r', '\t'];
    let cell = cell.trim_matches(around);
    if is_clean(cell) {
        return (Cow::Borrowed(cell), 0);
    }
    let mut kept = String::with_capacity(cell.len());
    let mut removed = 0;
    let mut rest = cell.chars();
    while let Some(next) = rest.next() {
        match next {
            '\n' | '\r' | '\t' => {
                if !kept.ends_with(' ') {
                    kept.push(' ');
                }
            }
            '\u{1b}' | '\u{90}' | '\u{9b}' | '\u{9d}' => {
                let sequence = escape_sequence(next, rest.as_str());
                removed += 1 + sequence;
                rest = rest.as_str()[sequence..].chars();
            }
            _ if is_control(next) => removed += 1,
            _ => kept.push(next),
        }
    }
    (Cow::Owned(kept.trim_matches(around).to_owned()), removed)
}

/// Whether a text has nothing that [`clean`] would change.
pub fn is_clean(text: &str) -> bool {
    // Nearly every text is printable ASCII; only others are looked at character by character.
    text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.chars().any(is_control)
}

/// The bytes of `rest` that belong to the escape sequence that `start` opens: all of them ASCII.
fn escape_sequence(start: char, rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let (kind, skip) = match start {
        '\u{9b}' => (Some(b'['), 0),
        '\u{90}' | '\u{9d}' => (Some(b']'), 0),
        _ => (bytes.first().copied(), 1),
    };
    let body = bytes.get(skip..).unwrap_or_default();
    match kind {
        Some(b'[') => {
            let parameters = body.iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
            let ends = body.get(parameters).is_some_and(|byte| matches!(byte, 0x40..=0x7e));
            skip + parameters + usize::from(ends)
        }
        // A string runs to BEL or ST. Without an end only its opening goes, so that no title is swallowed.
        Some(b']' | b'P' | b'X' | b'^' | b'_') => {
            let end = body.iter().position(|&byte| byte == 7 || byte == 0x1b);
            match end.filter(|&end| body[..end].is_ascii()) {
                Some(end) if body[end] == 7 => skip + end + 1,
                Some(end) if body.get(end + 1) == Some(&b'\\') => skip + end + 2,
                _ => skip,
            }
        }
        Some(0x20..=0x7e) => skip,
        _ => 0,
    }
}

/// A text as its words are compared: lower case, without accents, one space where anything but letters and digits
/// stood.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let ascii = if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(deunicode::deunicode(text)) };
    for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded.make_ascii_lowercase();
    folded
}

/// A number with its thousands apart: `5,698`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "1 roll call", "25 roll calls".
pub fn counted(count: usize, one: &str) -> String {
    let many = if count == 1 { "" } else { "s" };
    format!("{} {one}{many}", thousands(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_reaches_no_terminal_as_a_command() {
        for (cell, kept, removed) in [
            ("plain", "plain", 0),
            ("  Türkiye’s  text ", "Türkiye’s  text", 0),
            ("two\r\nlines\tand a tab", "two lines and a tab", 0),
            ("red \u{1b}[31mtext\u{1b}[0m", "red text", 9),
            ("title\u{1b}]0;owned\u{7} end", "title end", 10),
            ("title\u{1b}]8;;x\u{1b}\\link", "titlelink", 8),
            ("open \u{1b}]0;never ended", "open 0;never ended", 2),
            ("bell\u{7}, nul\0, del\u{7f}, c1\u{85}", "bell, nul, del, c1", 4),
            ("c1 \u{9b}31mred", "c1 red", 4),
            ("turn \u{202e}gnorw\u{202c} \u{2066}x\u{2069}", "turn gnorw x", 4),
            ("\u{1b}", "", 1),
            ("\u{1b}ü", "ü", 1),
        ] {
            let (text, count) = clean(cell);
            assert_eq!((text.as_ref(), count), (kept, removed), "{cell:?}");
            assert!(is_clean(&text));
        }
    }

    #[test]
    fn words_compare_without_case_accents_and_marks() {
        for (text, folded) in [
            ("Côte d'Ivoire", "cote d ivoire"),
            ("Côte d’Ivoire", "cote d ivoire"),
            ("TÜRKİYE", "turkiye"),
            ("  Guinea-Bissau ", "guinea bissau"),
            ("UKRAINE--POLITICAL CONDITIONS", "ukraine political conditions"),
            ("—", ""),
        ] {
            assert_eq!(fold(text), folded);
        }
    }
}
