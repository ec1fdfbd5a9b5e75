//! What fits what is typed, the best first.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::choice::{Choice, Offer};
use crate::actions::{Action, KeyContext, KeyMap, TABLE, other_words};
use crate::app::page::{Piece, lettered};
use crate::app::session::Grouping;
use crate::query::{Lexicon, written};
use crate::record::{MemberId, fold};

/// Members by any of their names, and the bloc of that name, which comes first unless a member has that code or name too.
/// `beside` is the member to compare the bloc with, if any.
pub(super) fn countries(
    lexicon: &Lexicon<'_>,
    text: &str,
    beside: Option<MemberId>,
    choice: impl Fn(MemberId) -> Choice,
) -> Vec<Offer> {
    let mut offers = members(lexicon, text, choice);
    let bloc = lexicon.bloc_called(text.trim().trim_start_matches('@'));
    if let Some(bloc) = bloc {
        let title = lexicon.bloc(&bloc).map_or_else(String::new, |bloc| format!("{DASH}{}", bloc.title));
        let expression = format!("@{}", written(&bloc));
        let line = vec![Piece::plain(expression.clone()), Piece::quiet(title)];
        let beside = beside.map(|id| lexicon.record().code(id).to_owned());
        let blocs = match beside {
            Some(member) => [member, expression],
            None => [expression, String::new()],
        };
        let at = usize::from(lexicon.names().exactly(text).is_some()).min(offers.len());
        offers.insert(at, Offer { line, note: "bloc".to_owned(), choice: Choice::Blocs(blocs) });
    }
    offers
}

/// Members by any of their names; one that is not today's is after the member it belongs to.
fn members(lexicon: &Lexicon<'_>, text: &str, choice: impl Fn(MemberId) -> Choice) -> Vec<Offer> {
    let members = lexicon.record().members();
    let offer = |found: crate::query::Found| {
        let member = members.get(found.member);
        let matched = lettered(&found.text, &found.letters);
        let line = if found.is_name {
            matched
        } else {
            let mut line = vec![Piece::plain(member.name.to_string()), Piece::quiet(" · ")];
            line.extend(matched);
            line
        };
        let ended = member.ended.map_or_else(String::new, |day| format!("until {} ", day.year()));
        Offer { line, note: format!("{ended}{}", member.code), choice: choice(found.member) }
    };
    lexicon.names().search(text).into_iter().map(offer).collect()
}

/// Members that the first is not compared with yet.
pub(super) fn against(lexicon: &Lexicon<'_>, text: &str, chosen: &[MemberId]) -> Vec<Offer> {
    let choice = |other| Choice::Against(chosen.iter().copied().chain([other]).collect());
    let is_new = |offer: &Offer| !matches!(&offer.choice, Choice::Against(all) if all.last().is_some_and(|last| chosen.contains(last)));
    members(lexicon, text, choice).into_iter().filter(is_new).collect()
}

/// What can be done in a place, each action once.
pub(super) fn actions(keys: &KeyMap, place: KeyContext, text: &str) -> Vec<Offer> {
    let entries = TABLE.iter().filter(|entry| entry.applies(place) && entry.action != Action::Palette);
    let offers = entries.map(|entry| {
        let key = keys.keys(entry, place).first().map(ToString::to_string).unwrap_or_default();
        let line = format!("{}{DASH}{}", entry.name, entry.help);
        Candidate { line, note: key, choice: Choice::Action(entry.action), words: other_words(entry.action) }
    });
    ranked(offers, text)
}

pub(super) fn groupings(lexicon: &Lexicon<'_>, text: &str) -> Vec<Offer> {
    let own = [Grouping::Vote, Grouping::Group, Grouping::Subregion];
    let own = own.into_iter().map(|grouping| (grouping.name(), String::new(), Choice::Group(grouping)));
    let bloc = |name: &str, title: &str| {
        (format!("@{name}{DASH}{title}"), String::new(), Choice::Group(Grouping::Bloc(name.to_owned())))
    };
    let saved = lexicon.saved().ok();
    let saved = saved.iter().flat_map(|saved| saved.iter()).map(|(name, expression)| bloc(name, expression));
    let built_in = lexicon.blocs().iter().map(|built_in| bloc(&built_in.name, &built_in.title));
    fuzzy(own.chain(saved).chain(built_in), text)
}

/// What is between the name of an offer and what it says of itself.
const DASH: &str = " — ";

/// Something that may fit: what it says, what is to the right of it, what it is, and other words for it.
struct Candidate {
    line: String,
    note: String,
    choice: Choice,
    words: &'static str,
}

/// Those that fit what is typed, as [`ranked`] has it.
pub(super) fn fuzzy(offers: impl Iterator<Item = (String, String, Choice)>, text: &str) -> Vec<Offer> {
    ranked(offers.map(|(line, note, choice)| Candidate { line, note, choice, words: "" }), text)
}

/// How well a typed word fits; a better fit goes before any number of worse ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum WordFit {
    /// The name has its letters in order.
    Strewn,
    /// Somewhere in the sentence behind the name.
    Within,
    /// The start of a word of the sentence, or of another word for it.
    Other,
    /// One of those words as a whole.
    OtherWord,
    /// The start of a word of the name.
    Start,
    /// A word of the name as a whole.
    Word,
    /// All of the name.
    Name,
}

/// Those of which the name has the letters of every typed word in order, or the sentence behind it or another word for it
/// begins so; the best first.
fn ranked(offers: impl Iterator<Item = Candidate>, text: &str) -> Vec<Offer> {
    let matcher = SkimMatcherV2::default();
    let whole = fold(text);
    let mut found: Vec<_> = offers
        .filter_map(|Candidate { line, note, choice, words }| {
            let mut letters = Vec::new();
            let mut score = 0;
            // As good as the typed word that fits worst.
            let mut worst = WordFit::Name;
            for word in text.split_whitespace() {
                let (fit, points, at) = fit(&matcher, &line, words, word)?;
                worst = worst.min(fit);
                score += points;
                letters.extend(at);
            }
            let name = line.split_once(DASH).map_or(line.as_str(), |(name, _)| name);
            if !whole.is_empty() && fold(name) == whole {
                worst = WordFit::Name;
            } else {
                worst = worst.min(WordFit::Word);
            }
            letters.sort_unstable();
            letters.dedup();
            Some(((worst, score), Offer { line: lettered(&line, &letters), note, choice }))
        })
        .collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, offer)| offer).collect()
}

/// How a typed word fits a line that begins with a name, and which of its characters do.
fn fit(matcher: &SkimMatcherV2, line: &str, words: &str, typed: &str) -> Option<(WordFit, i64, Vec<usize>)> {
    let (name, sentence) = line.split_once(DASH).unwrap_or((line, ""));
    let folded = fold(typed);
    let has = |text: &str, whole: bool| {
        let text = fold(text);
        let fits = |word: &str| if whole { word == folded } else { word.starts_with(&folded) };
        !folded.is_empty() && text.split(' ').any(fits)
    };
    let in_name = matcher.fuzzy_indices(name, typed);
    // Where the sentence has it; letters that are strewn over a sentence say nothing.
    let in_sentence = || {
        let at = sentence.to_lowercase().find(&typed.to_lowercase())?;
        let before = name.chars().count() + DASH.chars().count() + sentence.get(..at)?.chars().count();
        Some((before..before + typed.chars().count()).collect::<Vec<_>>())
    };
    let (points, letters) = in_name.clone().unwrap_or_default();
    match () {
        () if has(name, true) => Some((WordFit::Word, points, letters)),
        () if has(name, false) => Some((WordFit::Start, points, letters)),
        () if has(words, true) || has(sentence, true) => {
            Some((WordFit::OtherWord, 0, in_sentence().unwrap_or_default()))
        }
        () if has(words, false) || has(sentence, false) => Some((WordFit::Other, 0, in_sentence().unwrap_or_default())),
        () => {
            let strewn = in_name.map(|(points, letters)| (WordFit::Strewn, points, letters));
            strewn.or_else(|| in_sentence().map(|letters| (WordFit::Within, 0, letters)))
        }
    }
}
