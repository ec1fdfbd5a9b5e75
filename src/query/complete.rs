//! What a half-typed query or expression may become: the ways to finish the word at the cursor, best first.
//!
//! A proposal says what replaces the word and what it means. There are some only where a word has been begun that is
//! not whole yet: the explorer's lines offer them below what is typed, and most of what is typed is plain words.

mod expression;
mod proposals;
mod term;

use std::ops::Range;

use crate::record::fold;

use super::lexicon::Lexicon;

pub use self::expression::complete_expression;

/// How many proposals there are at most where a value is wanted, and where a plain word may be all that is meant.
const MOST: usize = 50;
const MOST_FOR_A_WORD: usize = 12;

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
    /// What stands in the place of the word then.
    pub text: String,
    /// What that means, in a few words.
    pub about: String,
    /// Which characters of `about` were typed, counted from 0, increasing; of a member's name only.
    pub letters: Vec<usize>,
}

impl Completion {
    fn new(text: impl Into<String>, about: impl Into<String>) -> Self {
        Self { text: text.into(), about: about.into(), letters: Vec::new() }
    }
}

impl Completions {
    /// `text` with the proposal at position `at` in it, and the byte at which the cursor stands then.
    pub fn applied(&self, text: &str, at: usize) -> Option<(String, usize)> {
        let item = self.items.get(at)?;
        let (before, behind) = (text.get(..self.span.start)?, text.get(self.span.end..)?);
        Some((format!("{before}{}{behind}", item.text), before.len() + item.text.len()))
    }

    /// At most so many proposals, and none for a word that is one of them already.
    fn new(text: &str, span: Range<usize>, mut items: Vec<Completion>, most: usize) -> Self {
        if items.iter().any(|item| item.text.eq_ignore_ascii_case(text[span.clone()].trim())) {
            items.clear();
        }
        items.truncate(most);
        Self { span, items }
    }
}

/// The ways to finish the word of a query at `cursor`, a byte of `text`.
pub fn complete(text: &str, cursor: usize, lexicon: &Lexicon<'_>) -> Completions {
    let cursor = boundary(text, cursor);
    term::complete(text, cursor, lexicon).unwrap_or(Completions { span: cursor..cursor, items: Vec::new() })
}

/// The last boundary between characters up to `cursor`.
fn boundary(text: &str, cursor: usize) -> usize {
    (0..=cursor.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

/// Whether no quote is left open.
fn quotes_close(text: &str) -> bool {
    text.matches('"').count().is_multiple_of(2)
}

/// How many letters and digits have been typed.
fn letters(typed: &str) -> usize {
    fold(typed).len()
}

/// Whether a word that is known begins as what was typed does.
fn begins(known: &str, typed: &str) -> bool {
    known.get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed))
}
