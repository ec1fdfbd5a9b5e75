//! The fields that there are, and words looked for in them.

use crate::record::fold;

use super::super::term::Term;
use super::super::words::Field;

/// The fields that a term can name: completion and proposals are made from this.
pub(in crate::query) const FIELDS: [&str; 15] = [
    "year", "since", "until", "date", "session", "symbol", "topic", "title", "agenda", "subjects", "yes", "no",
    "abstain", "absent", "margin",
];

/// What to say of a query about absences where they are not known.
pub(super) const NO_ABSENCES: &str = "this record does not know who was absent";

/// A word or a phrase; a full stop behind it says that its last word is whole.
pub(super) fn words(value: &str, field: Option<Field>) -> Result<Term, String> {
    let text = fold(value);
    if text.is_empty() {
        return Err(format!("\"{value}\" has no letter or digit to look for"));
    }
    Ok(Term::Words { text, whole: value.ends_with('.'), field })
}
