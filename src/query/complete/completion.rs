//! What a word may become, and what of it has been typed.

use std::ops::Range;

use crate::record::fold;

/// How many proposals there are at most where a value is wanted, and where a plain word may be all that is meant.
pub(super) const MOST: usize = 50;
pub(super) const MOST_FOR_A_WORD: usize = 12;

/// The ways to finish the word at the cursor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The bytes of the text that a proposal replaces: the part of the word in which the cursor is.
    pub span: Range<usize>,
    /// The proposals, best first.
    pub items: Vec<Completion>,
}

/// A way to finish a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is in the place of the word then.
    pub text: String,
    /// What that means, in a few words.
    pub about: String,
    /// Which characters of `about` were typed, counted from 0, increasing; of a member's name only.
    pub letters: Vec<usize>,
}

impl Completion {
    pub(super) fn new(text: impl Into<String>, about: impl Into<String>) -> Self {
        Self { text: text.into(), about: about.into(), letters: Vec::new() }
    }
}

impl Completions {
    /// `text` with the proposal at position `at` in it, and the byte at which the cursor is then.
    pub fn applied(&self, text: &str, at: usize) -> Option<(String, usize)> {
        let item = self.items.get(at)?;
        let (before, behind) = (text.get(..self.span.start)?, text.get(self.span.end..)?);
        Some((format!("{before}{}{behind}", item.text), before.len() + item.text.len()))
    }

    /// At most so many proposals, and none for a word that is one of them already.
    pub(super) fn new(text: &str, span: Range<usize>, mut items: Vec<Completion>, most: usize) -> Self {
        if items.iter().any(|item| item.text.eq_ignore_ascii_case(text[span.clone()].trim())) {
            items.clear();
        }
        items.truncate(most);
        Self { span, items }
    }
}

/// The last boundary between characters up to `cursor`.
pub(super) fn boundary(text: &str, cursor: usize) -> usize {
    (0..=cursor.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// Whether no quote is left open.
pub(super) fn quotes_close(text: &str) -> bool {
    text.matches('"').count().is_multiple_of(2)
}

/// How many letters and digits have been typed.
pub(super) fn letters(typed: &str) -> usize {
    fold(typed).len()
}

/// Whether a word that is known begins as what was typed does.
pub(super) fn begins(known: &str, typed: &str) -> bool {
    known.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
}
