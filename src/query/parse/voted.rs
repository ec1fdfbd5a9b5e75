//! Terms about what was voted on and how it ended.

use crate::record::{Body, Committee, Outcome, TextKind, fold};

use super::super::lexicon::Lexicon;
use super::super::nearest::did_you_mean;
use super::super::seat::Seat;
use super::super::symbol;
use super::super::voted::VotedTerm;
use super::fields::body_word;
use super::votes::seat;

/// The fields of these terms.
pub(super) const VOTED: [&str; 8] = ["body", "kind", "outcome", "veto", "alone", "draft", "sponsor", "committee"];

/// The term of one of [`VOTED`].
pub(super) fn voted(field: &str, text: &str, lexicon: &Lexicon<'_>) -> Result<VotedTerm, String> {
    let seat = |text: &str| seat(text, lexicon);
    match field {
        "body" if body_word(text).is_some() => {
            let body = body_word(text).map_or("any", Body::word);
            Err(format!("\"{text}\" is not the word here; did you mean body:{body}?"))
        }
        "body" => one_of(field, text, &Body::ALL.map(|body| (body.word(), body))).map(VotedTerm::Body),
        "kind" => one_of(field, text, &TextKind::ALL.map(|kind| (kind.word(), kind))).map(VotedTerm::Kind),
        "outcome" => {
            one_of(field, text, &Outcome::ALL.map(|outcome| (outcome.word(), outcome))).map(VotedTerm::Outcome)
        }
        "veto" if is_any(text) => Ok(VotedTerm::Veto(None)),
        "veto" => Ok(VotedTerm::Veto(Some(seat(text)?))),
        "alone" => {
            let (name, most) = match text.split_once("<=").or_else(|| text.split_once('<')) {
                Some((name, most)) => {
                    let less = u16::from(!text.contains("<="));
                    let most: Option<u16> = most.trim().parse().ok();
                    let most = most.and_then(|most| most.checked_sub(less));
                    (name, most.ok_or_else(|| format!("\"{text}\" has no count; write alone:USA<=3"))?)
                }
                None => (text, 0),
            };
            Ok(VotedTerm::Alone(if is_any(name) { None } else { Some(seat(name)?) }, most))
        }
        "draft" if symbol::plain(text).trim_matches('/').is_empty() => {
            Err(format!("\"{text}\" is not a draft; write draft:L.10 or draft:A/C.3/79/L.5"))
        }
        "draft" => Ok(VotedTerm::Draft(symbol::plain(text).to_ascii_uppercase())),
        "sponsor" => sponsor(text, lexicon).map(VotedTerm::Sponsor),
        _ => {
            let known = Committee::ALL.map(|committee| (committee.word(), committee));
            let number = text.parse().ok().and_then(|number: usize| known[..6].get(number.checked_sub(1)?));
            let found = number.or_else(|| known.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)));
            found.map(|(_, committee)| VotedTerm::Committee(*committee)).ok_or_else(|| {
                let near = did_you_mean(text, known.iter().map(|(word, _)| *word));
                format!(
                    "\"{text}\" is not a committee; write committee:first to committee:sixth, or committee:none{near}"
                )
            })
        }
    }
}

/// A member or, as the texts have it, another sponsor.
fn sponsor(text: &str, lexicon: &Lexicon<'_>) -> Result<Result<Seat, String>, String> {
    let name = fold(text);
    let others = lexicon.record().resolutions().iter().flat_map(|text| &text.sponsors);
    if others.clone().any(|sponsor| sponsor.len() != 3 && fold(sponsor) == name) {
        return Ok(Err(name));
    }
    seat(text, lexicon).map(Ok)
}

fn is_any(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case("any")
}

fn one_of<T: Copy>(field: &str, text: &str, known: &[(&str, T)]) -> Result<Option<T>, String> {
    if is_any(text) {
        return Ok(None);
    }
    let found = known.iter().find(|(word, _)| word.eq_ignore_ascii_case(text.trim()));
    found.map(|(_, value)| Some(*value)).ok_or_else(|| {
        let words = known.iter().map(|(word, _)| format!("{field}:{word}")).collect::<Vec<_>>().join(", ");
        let near = did_you_mean(text, known.iter().map(|(word, _)| *word));
        format!("\"{text}\" is not one of {words} or {field}:any{near}")
    })
}
