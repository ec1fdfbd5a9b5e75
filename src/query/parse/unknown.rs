//! What may be meant by words that the query language does not have.

use crate::record::{State, fold};

use super::super::Query;
use super::super::lex::Sign;
use super::super::lexicon::Lexicon;
use super::super::nearest::nearest;
use super::fields::{FIELDS, body_word, example};

/// Other words for a vote.
const VOTE_WORDS: [(&str, State); 24] = [
    ("y", State::Yes),
    ("ye", State::Yes),
    ("yea", State::Yes),
    ("aye", State::Yes),
    ("for", State::Yes),
    ("pro", State::Yes),
    ("favour", State::Yes),
    ("favor", State::Yes),
    ("in favour", State::Yes),
    ("in favor", State::Yes),
    ("n", State::No),
    ("nay", State::No),
    ("against", State::No),
    ("opposed", State::No),
    ("oppose", State::No),
    ("contra", State::No),
    ("a", State::Abstain),
    ("abs", State::Abstain),
    ("abst", State::Abstain),
    ("abstained", State::Abstain),
    ("abstains", State::Abstain),
    ("abstention", State::Abstain),
    ("abstaining", State::Abstain),
    ("x", State::Absent),
];

/// The vote that another word stands for.
pub(super) fn vote_word(text: &str) -> Option<State> {
    let text = text.trim().to_lowercase();
    VOTE_WORDS.into_iter().find(|(word, _)| *word == text).map(|(_, state)| state)
}

/// Words that people put before a colon, with what the language has for them.
const OTHER_FIELDS: [(&[&str], &str); 13] = [
    (&["from", "after", "start"], "since"),
    (&["to", "before", "till", "end"], "until"),
    (&["on", "day", "when", "month"], "date"),
    (&["years", "yr"], "year"),
    (&["resolution", "res", "number", "id"], "symbol"),
    (&["tag", "issue", "theme", "about", "on-topic"], "topic"),
    (&["subject"], "subjects"),
    (&["text", "name", "word", "titles"], "title"),
    (&["type", "kinds", "category", "doctype"], "kind"),
    (&["chamber", "organ", "bodies", "forum", "council", "assembly"], "body"),
    (&["vetoed", "vetoes", "vetoer"], "veto"),
    (&["author", "authors", "sponsors", "cosponsor", "proposer", "submitted"], "sponsor"),
    (&["committees", "comm"], "committee"),
];

/// Whether a word is one that people put before a colon where the language has another, in small letters.
pub(super) fn is_other_field(head: &str) -> bool {
    head == "by" || OTHER_FIELDS.iter().any(|(words, _)| words.contains(&head))
}

/// What to say of a word before a sign that is a field elsewhere, of members, of blocs or of votes.
fn voted(head: &str, sign: &str, value: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let word = &*fold(head);
    let vote = State::OF_MEMBERS.into_iter().find(|state| value.eq_ignore_ascii_case(state.word()));
    match word {
        "country" | "countries" | "member" | "members" | "state" | "nation" | "voter" => {
            let name = match lexicon.member(value) {
                Ok(id) if vote.is_none() => lexicon.record().code(id),
                _ => "USA",
            };
            let vote = vote.map_or("yes", State::word);
            Some(format!("no field is called \"{head}\"; for how a member voted write {name}:{vote}"))
        }
        "bloc" | "group" | "region" => {
            let name = lexicon.bloc_called(value.trim_start_matches('@')).unwrap_or_else(|| "EU".to_owned());
            let name = super::super::written(&name);
            Some(format!("no field is called \"{head}\"; for how a bloc voted write @{name}:yes or @{name}:split"))
        }
        "result" | "results" | "status" if Query::parse(&format!("outcome:{value}"), lexicon).is_ok() => {
            Some(format!("no field is called \"{head}\"; did you mean outcome:{value}?"))
        }
        "result" | "results" | "passed" | "failed" | "adopted" | "rejected" | "status" => Some(format!(
            "no field is called \"{head}\"; write outcome:adopted, outcome:rejected or outcome:vetoed, or margin<20 for close votes"
        )),
        "vote" | "votes" | "voted" => {
            Some(format!("no field is called \"{head}\"; write USA:no for a member's vote, yes>100 for a count"))
        }
        "for" | "favour" | "favor" | "against" | "abstained" | "abstentions" | "nonvoting" => {
            let state = vote_word(word).unwrap_or(if word == "nonvoting" { State::Absent } else { State::Abstain });
            Some(format!("no field is called \"{head}\"; did you mean {}{sign}{value}?", state.word()))
        }
        _ => None,
    }
}

/// What to say of a word before a sign that is no field, if it is not a member's name in disguise either.
pub(super) fn field(head: &str, sign: Sign, value: &str, lexicon: &Lexicon<'_>) -> Option<String> {
    let word = fold(head);
    let sign = sign.text();
    if let Some(said) = voted(head, sign, value, lexicon) {
        return Some(said);
    }
    let other = OTHER_FIELDS.into_iter().find(|(words, _)| words.contains(&word.as_str()));
    if let Some((_, field)) = other {
        return Some(format!("no field is called \"{head}\"; {}", proposed(field, value, lexicon)));
    }
    if word == "by" {
        return Some("figures by year, session or topic are asked for by an option: --by year".to_owned());
    }
    if sign == ":"
        && let Some(begun) = FIELDS.into_iter().find(|field| word.len() > 2 && field.starts_with(&word))
    {
        let proposed = proposed(begun, value, lexicon);
        return Some(format!("\"{head}\" is neither a field nor a member; {proposed}"));
    }
    // Whoever is nearer: a member with one slip, or a field.
    if lexicon.member(head).is_ok() || lexicon.names().resolve(head).is_err_and(|error| error.is_ambiguous()) {
        return None;
    }
    // A vote is no field's value.
    let is_vote = State::OF_MEMBERS.into_iter().any(|state| value.eq_ignore_ascii_case(state.word()));
    if sign == ":"
        && !is_vote
        && let Some(near) = nearest(head, FIELDS).filter(|_| word.len() > 2)
    {
        return Some(format!("\"{head}\" is neither a field nor a member; did you mean {near}?"));
    }
    None
}

/// What to propose in the place of a field that there is not: the value behind one that there is, where it has such a
/// value, or how that is written.
fn proposed(field: &str, value: &str, lexicon: &Lexicon<'_>) -> String {
    let quoted = if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() };
    if let Some(body) = body_word(value).filter(|_| field == "body") {
        return format!("did you mean body:{}?", body.word());
    }
    let reads = Query::parse(&format!("{field}:{quoted}"), lexicon).is_ok();
    if reads { format!("did you mean {field}:{quoted}?") } else { format!("write it as in {}", example(field)) }
}
