//! How a typed word fits a word of a name: as its beginning, by its letters in order, or by a slip of the hand or ear.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use strsim::osa_distance;

/// A word of fewer letters is no slip of another.
pub(super) const LEAST: usize = 4;

/// How close a match is, closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    /// The same letters, or the same words in another order.
    Exact,
    /// The name begins like this.
    Begins,
    /// Every typed word begins a word of the name.
    Words,
    /// Every typed word's letters stand in a word of the name, in order.
    Fuzzy,
    /// Some edits away.
    Near,
}

/// A match and what it costs: the lower the closer, within a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    pub tier: Tier,
    pub cost: i64,
}

/// A folded word, and how it sounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    pub text: String,
    sound: String,
    /// Which letters and digits it has, a bit each.
    bits: u64,
}

impl Letters {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), sound: sound(text), bits: bits(text) }
    }

    /// Whether it is spelt otherwise and sounds the same.
    pub(super) fn sounds_like(&self, other: &Self) -> bool {
        self.sound == other.sound
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }
}

fn bits(text: &str) -> u64 {
    text.bytes().fold(0, |bits, letter| bits | 1 << (letter & 63))
}

/// A rough skeleton of how a word sounds: one sign for all vowels, one for each kind of consonant, nothing doubled and
/// no `h` but the first. Who misspells the name of a country mostly writes another vowel, a double letter or a `k` for a `c`.
fn sound(text: &str) -> String {
    let text = text.strip_suffix("ue").filter(|rest| rest.ends_with('q')).unwrap_or(text);
    let mut sound = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let like = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' => 'a',
            'c' | 'q' => 'k',
            'z' => 's',
            'p' if letters.peek() == Some(&'h') => 'f',
            'v' | 'w' => 'f',
            'd' if letters.peek() == Some(&'j') => continue,
            'h' if !sound.is_empty() => continue,
            other => other,
        };
        if !sound.ends_with(like) {
            sound.push(like);
        }
    }
    sound
}

/// The word is the typed one or begins with it.
pub(super) fn begins(typed: &Letters, word: &Letters) -> Option<Fit> {
    let tier = if word.len() == typed.len() { Tier::Exact } else { Tier::Words };
    word.text.starts_with(&typed.text).then_some(Fit { tier, cost: i64::from(tier == Tier::Words) })
}

/// The typed letters are in the word, in their order. One letter alone is nearly everywhere.
pub(super) fn fuzzy(matcher: &SkimMatcherV2, typed: &Letters, word: &Letters) -> Option<Fit> {
    if typed.len() < 2 || word.len() <= typed.len() || !subsequence(&typed.text, &word.text) {
        return None;
    }
    matcher.fuzzy_match(&word.text, &typed.text).map(|score| Fit { tier: Tier::Fuzzy, cost: -score })
}

/// The typed word is the word with slips: two in five letters, or half of them if what is left is in its order.
pub(super) fn slip(matcher: &SkimMatcherV2, typed: &Letters, word: &Letters) -> Option<Fit> {
    let in_order = typed.len() < word.len()
        && typed.text.as_bytes().first() == word.text.as_bytes().first()
        && fuzzy(matcher, typed, word).is_some();
    near(typed, word, if in_order { typed.len() / 2 } else { slips(typed) })
}

/// As [`slip`], for a word that is still being typed, where less has been seen and more is forgiven.
pub(super) fn slip_so_far(matcher: &SkimMatcherV2, typed: &Letters, word: &Letters) -> Option<Fit> {
    let whole = slip(matcher, typed, word);
    if whole.is_some() || word.len() <= typed.len() || typed.text.as_bytes().first() != word.text.as_bytes().first() {
        return whole;
    }
    let start = word.text.get(..typed.len())?;
    let limit = typed.len() * 3 / 4;
    let likely = edits(typed, start, bits(start), limit).is_some();
    let fit = if likely { near(typed, &Letters::new(start), limit) } else { None };
    fit.map(|fit| Fit { cost: fit.cost + 1, ..fit })
}

/// How much a text of this length may cost and still be a misspelling. A long one has no more slips than some.
pub(super) fn slips(typed: &Letters) -> usize {
    (typed.len() * 2 / 5).min(6)
}

/// The edits between two words, by letter and by sound together, if they are at most `limit`.
pub(super) fn near(typed: &Letters, word: &Letters, limit: usize) -> Option<Fit> {
    let mut cost = edits(typed, &word.text, word.bits, limit)?;
    // Nobody errs in the first sound without a reason: it counts for one more. Vowels sound alike but in front.
    let first =
        |letters: &Letters| (letters.sound.as_bytes().first().copied(), letters.text.as_bytes().first().copied());
    let ((sound, letter), (other_sound, other_letter)) = (first(typed), first(word));
    cost += usize::from(sound != other_sound || sound == Some(b'a') && letter != other_letter);
    if cost <= limit {
        cost += osa_distance(&typed.sound, &word.sound);
    }
    let cost = if cost > limit { None } else { i64::try_from(cost).ok() };
    cost.map(|cost| Fit { tier: Tier::Near, cost })
}

/// The edits between two words by letter, if they are at most `limit` and leave most of the longer one.
fn edits(typed: &Letters, word: &str, bits: u64, limit: usize) -> Option<usize> {
    let limit = limit.min((typed.len().max(word.len()) / 3).max(2));
    // An edit changes at most two of the letters that a word has: this rules out nearly all words without counting.
    let least = ((typed.bits ^ bits).count_ones() as usize).div_ceil(2).max(word.len().abs_diff(typed.len()));
    if typed.len() < LEAST || least > limit {
        return None;
    }
    Some(osa_distance(&typed.text, word)).filter(|&edits| edits <= limit)
}

fn subsequence(typed: &str, word: &str) -> bool {
    let mut letters = word.bytes();
    typed.bytes().all(|wanted| letters.any(|letter| letter == wanted))
}

/// The places in `word` of the letters that `typed` shares with it.
pub(super) fn shared(matcher: &SkimMatcherV2, typed: &str, word: &str) -> Vec<usize> {
    if let Some((_, places)) = matcher.fuzzy_indices(word, typed) {
        return places;
    }
    let same = |(a, b): &(u8, u8)| a == b;
    let start = typed.bytes().zip(word.bytes()).take_while(same).count();
    let left = (typed.len().min(word.len())) - start;
    let end = typed.bytes().rev().zip(word.bytes().rev()).take(left).take_while(same).count();
    (0..start).chain(word.len() - end..word.len()).collect()
}
