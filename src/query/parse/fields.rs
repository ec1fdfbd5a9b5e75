//! The fields that there are, and words looked for in them.

use crate::record::{Body, fold};

use super::super::term::Term;
use super::super::words::Field;

/// The fields that a term can name: completion and proposals are made from this.
pub(in crate::query) const FIELDS: [&str; 23] = [
    "year",
    "since",
    "until",
    "date",
    "session",
    "symbol",
    "topic",
    "title",
    "agenda",
    "subjects",
    "yes",
    "no",
    "abstain",
    "absent",
    "margin",
    "body",
    "kind",
    "outcome",
    "veto",
    "alone",
    "draft",
    "sponsor",
    "committee",
];

/// How a field is written.
pub(in crate::query) fn example(field: &str) -> String {
    let value = match field {
        "year" => "year:2022",
        "since" => "since:2014",
        "until" => "until:2020",
        "date" => "date:2025-02-24",
        "session" => "session:79",
        "symbol" => "symbol:ES-11",
        "topic" => "topic:palestine",
        "title" => "title:cuba",
        "agenda" => "agenda:cuba",
        "subjects" => "subjects:cuba",
        "margin" => "margin<20",
        "body" => "body:council",
        "kind" => "kind:amendment",
        "outcome" => "outcome:rejected",
        "veto" => "veto:RUS",
        "alone" => "alone:USA",
        "draft" => "draft:L.10",
        "sponsor" => "sponsor:CUB",
        "committee" => "committee:first",
        count => return format!("{count}>10"),
    };
    value.to_owned()
}

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

/// The body that another word is used for.
pub(super) fn body_word(text: &str) -> Option<Body> {
    match fold(text).as_str() {
        "ga" | "unga" | "general" | "general assembly" => Some(Body::Assembly),
        "sc" | "unsc" | "security" | "security council" => Some(Body::Council),
        _ => None,
    }
}
