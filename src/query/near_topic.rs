//! Topics that another word may mean.

use crate::record::fold;

use super::nearest::nearest;
use super::topics::Topic;

/// Words in use for a topic that none of its rules has.
const ALIASES: [(&[&str], &str); 17] = [
    (&["nuke", "bomb", "npt", "ctbt", "tpnw", "missile", "wmd"], "nuclear"),
    (&["arms", "disarm", "weapon", "armament", "landmine", "mine"], "disarmament"),
    (&["woman", "women", "gender", "girl", "child", "kid", "feminism"], "women-children"),
    (&["gaza", "israel", "palestinian", "hamas", "unrwa", "jerusalem", "golan"], "palestine"),
    (&["crimea", "russia", "donbas", "kyiv"], "ukraine"),
    (&["embargo", "castro"], "cuba"),
    (&["colony", "colonial", "colonialism", "independence"], "decolonisation"),
    (&["mandela", "namibia", "rhodesia"], "apartheid"),
    (&["aid", "sdg", "poverty", "trade", "debt", "economy"], "development"),
    (&["ocean", "fishery", "maritime", "unclos"], "sea"),
    (&["satellite", "orbit", "outer space"], "space"),
    (&["terror", "terrorist"], "terrorism"),
    (&["racist", "race", "nazi", "nazism"], "racism"),
    (&["internet", "hacking", "hacker", "ict", "ai", "digital"], "cyber"),
    (&["peacekeeper", "mission", "blue helmet", "unifil"], "peacekeeping"),
    (&["money", "finance", "financing", "scale"], "budget"),
    (&["torture", "execution", "freedom", "liberty", "hr"], "human-rights"),
];

/// The topics that another word may mean, best first, three at most: of the same letters, of which it is the beginning,
/// whose title or rules have it, another word in use for it, or one that is a slip away from any of these.
pub(super) fn near_topics<'l>(text: &str, topics: &'l [Topic]) -> Vec<&'l str> {
    let wanted = fold(text);
    if wanted.len() < 2 {
        return Vec::new();
    }
    let mut found = by_name(&wanted, topics);
    // `womens`, `nukes`: the word in the singular.
    let singular = wanted.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = singular.or_else(|| wanted.strip_suffix('s').map(str::to_owned)).filter(|word| word.len() > 2);
    let forms: Vec<_> = [Some(wanted.clone()), singular].into_iter().flatten().collect();
    if found.is_empty() {
        found = forms.iter().flat_map(|form| by_alias(form, topics)).collect();
    }
    if found.is_empty() && wanted.len() > 2 {
        found = forms.iter().flat_map(|form| by_rule(form, topics)).collect();
    }
    if found.is_empty() && wanted.len() > 3 {
        found = by_slip(&wanted, topics);
    }
    found.dedup();
    found.truncate(3);
    found
}

fn those(topics: &[Topic], rule: impl Fn(&Topic) -> bool) -> Vec<&str> {
    topics.iter().filter(|topic| rule(topic)).map(|topic| topic.name.as_str()).collect()
}

/// Whether a word of `text` begins with `wanted`.
fn has(text: &str, wanted: &str) -> bool {
    format!(" {}", fold(text)).contains(&format!(" {wanted}"))
}

/// By its short name or its title.
fn by_name<'l>(wanted: &str, topics: &'l [Topic]) -> Vec<&'l str> {
    let glued = |text: &str| fold(text).replace(' ', "");
    let own = glued(wanted);
    let same = those(topics, |topic| glued(&topic.name) == own);
    if !same.is_empty() || own.len() < 3 {
        return same;
    }
    those(topics, |topic| glued(&topic.name).starts_with(&own) || has(&topic.title, wanted))
}

fn by_alias<'l>(wanted: &str, topics: &'l [Topic]) -> Vec<&'l str> {
    let named = ALIASES.iter().find(|(words, _)| words.contains(&wanted)).map(|(_, topic)| *topic);
    those(topics, |topic| Some(topic.name.as_str()) == named)
}

/// By a slip of its name, a word of its rules, or what is said of it.
fn by_rule<'l>(wanted: &str, topics: &'l [Topic]) -> Vec<&'l str> {
    let mut found: Vec<_> = nearest(wanted, topics.iter().map(|topic| topic.name.as_str())).into_iter().collect();
    found.extend(those(topics, |topic| topic.any.iter().any(|rule| has(rule, wanted))));
    if found.is_empty() { those(topics, |topic| has(&topic.about, wanted)) } else { found }
}

/// By a slip of any word that its name, its rules or other words for it have.
fn by_slip<'l>(wanted: &str, topics: &'l [Topic]) -> Vec<&'l str> {
    let words = |topic: &Topic| {
        let texts = topic.any.iter().chain([&topic.name, &topic.title]).map(|text| fold(text));
        let others = ALIASES.iter().filter(|(_, name)| *name == topic.name).flat_map(|(words, _)| words.iter());
        let words = texts.flat_map(|text| text.split(' ').map(str::to_owned).collect::<Vec<_>>());
        words.chain(others.map(|word| (*word).to_owned())).filter(|word| word.len() > 3).collect::<Vec<_>>()
    };
    let slips = |word: &str| strsim::osa_distance(word, wanted);
    let nearest = topics.iter().filter_map(|topic| Some((words(topic).iter().map(|word| slips(word)).min()?, topic)));
    let near: Vec<_> = nearest.filter(|(slips, _)| *slips <= 1 + usize::from(wanted.len() > 6)).collect();
    let least = near.iter().map(|(slips, _)| *slips).min();
    near.iter().filter(|(slips, _)| Some(*slips) == least).map(|(_, topic)| topic.name.as_str()).collect()
}

/// What to say of a word that is no topic's name.
pub(super) fn no_topic(text: &str, topics: &[Topic]) -> String {
    let near = near_topics(text, topics);
    let shown = text.escape_debug();
    if near.is_empty() {
        return format!(
            "no topic is called \"{shown}\"; `plenary topics` lists them; to look for the word leave topic: out"
        );
    }
    format!("no topic is called \"{shown}\"; `plenary topics` lists them; did you mean {}?", near.join(" or "))
}
