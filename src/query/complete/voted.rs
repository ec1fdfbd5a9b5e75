//! What can follow `body:`, `kind:`, `outcome:`, `committee:`, `veto:`, `alone:` and `sponsor:`.

use crate::record::{Body, Committee, Outcome, TextKind};

use super::super::lexicon::Lexicon;
use super::completion::{Completion, begins};
use super::proposals::members;

/// The values of a field that begin like this; none where it has no list of them.
pub(super) fn voted(field: &str, typed: &str, lexicon: &Lexicon<'_>) -> Option<Vec<Completion>> {
    const ANY: (&str, &str) = ("any", "all of them");
    let words: Vec<(&str, &str)> = match field {
        "body" => Body::ALL.map(|body| (body.word(), body.name())).into_iter().chain([ANY]).collect(),
        "kind" => {
            let about = |kind| match kind {
                TextKind::Resolution => "a whole text",
                TextKind::Amendment => "an amendment to a text",
                TextKind::Paragraph => "a paragraph or another part",
                TextKind::Unknown => "the source does not say",
            };
            TextKind::ALL.map(|kind| (kind.word(), about(kind))).into_iter().chain([ANY]).collect()
        }
        "outcome" => {
            let about = |outcome| match outcome {
                Outcome::Adopted => "it was adopted",
                Outcome::Rejected => "it did not get the votes that it needed",
                Outcome::Vetoed => "a permanent member's no kept it from adoption",
                Outcome::Unknown => "the source does not say",
            };
            Outcome::ALL.map(|outcome| (outcome.word(), about(outcome))).into_iter().chain([ANY]).collect()
        }
        "committee" => Committee::ALL.map(|committee| (committee.word(), committee.name())).into(),
        "veto" | "alone" => {
            let any =
                Some(ANY).filter(|(word, _)| begins(word, typed)).map(|(word, about)| Completion::new(word, about));
            return Some(any.into_iter().chain(members(typed, true, lexicon)).collect());
        }
        "sponsor" => return Some(members(typed, true, lexicon)),
        _ => return None,
    };
    let begun = words.into_iter().filter(|(word, _)| begins(word, typed));
    Some(begun.map(|(word, about)| Completion::new(word, about)).collect())
}
