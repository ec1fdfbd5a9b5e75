//! Terms about what was voted on and how it ended.

use crate::record::{Body, Committee, MemberSet, Outcome, PERMANENT, TextKind, fold};

use super::super::expr::{Within, bloc_members};
use super::super::lexicon::Lexicon;
use super::super::nearest::did_you_mean;
use super::super::seat::Seat;
use super::super::several::Several;
use super::super::symbol;
use super::super::voted::VotedTerm;
use super::fields::{VotedField, body_word};
use super::votes::{is_vote, seat};

/// The term of a field about what was voted on, and what is behind its colon.
pub(super) fn voted(field: VotedField, text: &str, lexicon: &Lexicon<'_>) -> Result<VotedTerm, String> {
    let seat = |text: &str| member(field, text, "", lexicon);
    match field {
        VotedField::Body if body_word(text).is_some() => {
            let body = body_word(text).map_or("any", Body::word);
            Err(format!("\"{text}\" is not the word here; did you mean body:{body}?"))
        }
        VotedField::Body => one_of(field.name(), text, &Body::ALL.map(|body| (body.word(), body))).map(VotedTerm::Body),
        VotedField::Kind => {
            one_of(field.name(), text, &TextKind::ALL.map(|kind| (kind.word(), kind))).map(VotedTerm::Kind)
        }
        VotedField::Outcome => {
            one_of(field.name(), text, &Outcome::ALL.map(|outcome| (outcome.word(), outcome))).map(VotedTerm::Outcome)
        }
        VotedField::Veto if is_any(text) => Ok(VotedTerm::Veto(None)),
        VotedField::Veto => Ok(VotedTerm::Veto(Some(seat(text)?))),
        VotedField::Alone if text.contains(['>', '=', ':']) && !text.contains("<=") => {
            let name = text.split(['>', '=', ':']).next().filter(|name| is_any(name) || seat(name).is_ok());
            let name = name.unwrap_or("USA");
            let vote = text.rsplit_once(':').map(|(_, vote)| vote).filter(|vote| is_vote(vote) && !is_any(name));
            Err(vote.map_or_else(
                || format!("alone takes the most others that may join the vote: write alone:{name}<=3"),
                |vote| format!("those are two terms: write alone:{name} {name}:{vote}"),
            ))
        }
        VotedField::Alone => {
            let (name, most) = match text.split_once("<=").or_else(|| text.split_once('<')) {
                Some((name, most)) => {
                    let less = u16::from(!text.contains("<="));
                    let most: Option<u16> = most.trim().parse().ok();
                    let most = most.and_then(|most| most.checked_sub(less));
                    (name, most.ok_or_else(|| format!("\"{text}\" has no count; write alone:USA<=3"))?)
                }
                None => (text, 0),
            };
            let behind = &text[name.len()..];
            let seat = |name: &str| member(field, name.trim(), behind, lexicon);
            Ok(VotedTerm::Alone(if is_any(name) { None } else { Some(seat(name)?) }, most))
        }
        VotedField::Draft if symbol::plain(text).trim_matches('/').is_empty() => {
            Err(format!("\"{text}\" is not a draft; write draft:L.10 or draft:A/C.3/79/L.5"))
        }
        VotedField::Draft => Ok(VotedTerm::Draft(symbol::plain(text).to_ascii_uppercase())),
        VotedField::Sponsor => sponsor(text, lexicon).map(VotedTerm::Sponsor),
        VotedField::Committee => {
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
    if is_other_sponsor(&name, lexicon) {
        Ok(Err(name))
    } else {
        member(VotedField::Sponsor, text, "", lexicon).map(Ok)
    }
}

/// Whether a folded name is that of a sponsor which is no member.
pub(super) fn is_other_sponsor(name: &str, lexicon: &Lexicon<'_>) -> bool {
    let mut sponsors = lexicon.record().resolutions().iter().flat_map(|text| &text.sponsors);
    sponsors.any(|sponsor| sponsor.len() != 3 && fold(sponsor) == name)
}

/// The member behind the colon of a field, with what is `behind` its name.
fn member(field: VotedField, text: &str, behind: &str, lexicon: &Lexicon<'_>) -> Result<Seat, String> {
    let name = field.name();
    let exact = lexicon.names().exactly(text);
    if exact.is_none()
        && let Some(several) = Several::read(text, lexicon)
        && let Some(names) = several.members()
    {
        let each = names.iter().map(|code| format!("{name}:{code}{behind}"));
        return Err(format!("\"{text}\" names several members: write {}", each.collect::<Vec<_>>().join("|")));
    }
    if let Some(bloc) = lexicon.bloc_in_place_of_a_member(text) {
        return Err(format!(
            "\"{text}\" is a bloc, and {name} takes members: write {}",
            of_bloc(field, &bloc, lexicon)
        ));
    }
    if let Some((member, vote)) = text.split_once(':')
        && is_vote(vote)
        && let Some(id) = lexicon.names().exactly(member)
    {
        let code = lexicon.record().code(id);
        return Err(format!("those are two terms: write {name}:{code} {code}:{vote}"));
    }
    seat(text, lexicon)
}

/// How a field asks for members of a bloc: any member where it can, and the first two that may be meant.
fn of_bloc(field: VotedField, bloc: &str, lexicon: &Lexicon<'_>) -> String {
    let record = lexicon.record();
    let today = record.days().map(|(_, last)| last);
    let members = bloc_members(bloc, lexicon, &Within::default());
    let members = members.ok().zip(today).map_or(MemberSet::EMPTY, |((_, members), today)| members.on(today));
    let codes: Vec<_> = members.iter().map(|id| record.code(id)).collect();
    let name = field.name();
    let codes: Vec<_> = match field {
        VotedField::Veto => PERMANENT.into_iter().filter(|code| codes.contains(code)).take(2).collect(),
        _ => codes.into_iter().take(2).collect(),
    };
    let some = codes.iter().map(|code| format!("{name}:{code}")).collect::<Vec<_>>().join("|");
    let any = if field == VotedField::Sponsor { String::new() } else { format!("{name}:any") };
    [any, some].into_iter().filter(|way| !way.is_empty()).collect::<Vec<_>>().join(", or ")
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
