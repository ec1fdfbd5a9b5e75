//! What may be meant by words that the query language does not have.

use crate::record::{State, fold};

use super::super::lex::Sign;
use super::super::lexicon::Lexicon;
use super::super::nearest::nearest;
use super::fields::FIELDS;

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
const OTHER_FIELDS: [(&[&str], &str); 8] = [
    (&["from", "after", "start"], "since"),
    (&["to", "before", "till", "end"], "until"),
    (&["on", "day", "when", "month"], "date"),
    (&["years", "yr"], "year"),
    (&["resolution", "res", "number", "id"], "symbol"),
    (&["tag", "issue", "theme", "about", "on-topic"], "topic"),
    (&["subject"], "subjects"),
    (&["text", "name", "word"], "title"),
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
        "result" | "passed" | "failed" | "adopted" | "rejected" | "status" => Some(format!(
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
        return Some(format!("no field is called \"{head}\"; did you mean {field}:{value}?"));
    }
    if word == "by" {
        return Some("figures by year, session or topic are asked for by an option: --by year".to_owned());
    }
    if sign == ":"
        && let Some(begun) = FIELDS.into_iter().find(|field| word.len() > 2 && field.starts_with(&word))
    {
        return Some(format!("\"{head}\" is neither a field nor a member; did you mean {begun}:{value}?"));
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

/// The topics that another word may mean, best first, three at most: of the same letters, of which it is the beginning,
/// whose title or rules have it, or one slip away.
pub(in crate::query) fn near_topics<'l>(text: &str, lexicon: &'l Lexicon<'_>) -> Vec<&'l str> {
    let wanted = fold(text);
    if wanted.len() < 3 {
        return Vec::new();
    }
    let glued = |text: &str| fold(text).replace(' ', "");
    let has = |text: &str| format!(" {}", fold(text)).contains(&format!(" {wanted}"));
    let topics = lexicon.topics();
    let named = |rule: &dyn Fn(&super::super::Topic) -> bool| {
        topics.iter().filter(|topic| rule(topic)).map(|topic| topic.name.as_str()).collect::<Vec<_>>()
    };
    let mut found = named(&|topic| glued(&topic.name) == glued(text));
    if found.is_empty() {
        found = named(&|topic| glued(&topic.name).starts_with(&glued(text)) || has(&topic.title));
    }
    if found.is_empty() {
        found.extend(nearest(text, topics.iter().map(|topic| topic.name.as_str())));
        found.extend(named(&|topic| topic.any.iter().any(|rule| has(rule))));
    }
    if found.is_empty() {
        found = named(&|topic| has(&topic.about));
    }
    found.dedup();
    found.truncate(3);
    found
}
