//! What a half-typed query or expression may become: the ways to finish the word at the cursor, best first.
//!
//! A proposal says what replaces the word and what it means. There are some only where a word has been begun that is
//! not whole yet: the explorer's lines offer them below what is typed, and most of what is typed is plain words.

mod completion;
mod expression;
mod proposals;
mod term;
mod voted;

use super::lexicon::Lexicon;

use self::completion::boundary;

pub use self::completion::{Completion, Completions};
pub use self::expression::complete_expression;

/// The ways to finish the word of a query at `cursor`, a byte of `text`.
pub fn complete(text: &str, cursor: usize, lexicon: &Lexicon<'_>) -> Completions {
    let cursor = boundary(text, cursor);
    term::complete(text, cursor, lexicon).unwrap_or(Completions { span: cursor..cursor, items: Vec::new() })
}
