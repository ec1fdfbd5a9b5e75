//! One text under which a member can be found, folded once.

use std::collections::HashMap;

use deunicode::deunicode_char;

use crate::record::{MemberId, Text};

use super::letters::Letters;

/// What a text is to its member, the strongest claim first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameKind {
    /// Three or two letters.
    Code,
    /// The short name of today.
    Name,
    /// The official name.
    Official,
    /// A name of any time, or another that people use.
    Other,
}

/// A name or code of a member.
#[derive(Clone, Debug)]
pub(super) struct Haystack {
    pub member: MemberId,
    pub kind: NameKind,
    /// As it is written.
    pub text: Text,
    /// Its letters and digits without what is between.
    pub glued: Letters,
    /// Where each of them is in `text`, in characters.
    pub places: Vec<usize>,
    /// Its words.
    pub words: Vec<Word>,
    /// See [`key`].
    pub key: String,
    /// Whether it is capitals only (`USSR`), which nobody misspells into another.
    pub capitals: bool,
}

/// A word of a haystack.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its place in the vocabulary.
    pub number: usize,
    /// Where it begins among the glued letters.
    pub start: usize,
    /// Whether it says little: `of`, `the`, `and`.
    pub light: bool,
}

/// The different words of all haystacks, so that each is compared with what is typed once.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub words: Vec<Letters>,
    /// The member in whose names each word is, if it is in no other's: what tells it from the others.
    pub only: Vec<Option<MemberId>>,
    numbers: HashMap<String, usize>,
}

impl Vocabulary {
    /// Whether a word is in some name.
    pub(super) fn has(&self, word: &str) -> bool {
        self.numbers.contains_key(word)
    }

    fn number(&mut self, word: &str, member: MemberId) -> usize {
        if let Some(&number) = self.numbers.get(word) {
            self.only[number] = self.only[number].filter(|&only| only == member);
            return number;
        }
        self.numbers.insert(word.to_owned(), self.words.len());
        self.words.push(Letters::new(word));
        self.only.push(Some(member));
        self.words.len() - 1
    }
}

impl Haystack {
    pub(super) fn new(vocabulary: &mut Vocabulary, member: MemberId, kind: NameKind, text: Text) -> Self {
        let (folded, places) = fold_with_places(&text);
        let mut words = Vec::new();
        let mut start = 0;
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            words.push(Word { number: vocabulary.number(word, member), start, light: light(word) });
            start += word.len();
        }
        let capitals = !text.chars().any(char::is_lowercase);
        let glued = Letters::new(&folded.replace(' ', ""));
        Self { member, kind, glued, places, words, key: key(&folded), capitals, text }
    }

    /// The characters of the text from which these of its glued letters come: increasing, each once.
    pub(super) fn characters(&self, mut glued: Vec<usize>) -> Vec<usize> {
        glued.sort_unstable();
        let mut characters: Vec<_> = glued.into_iter().filter_map(|at| self.places.get(at).copied()).collect();
        characters.dedup();
        characters
    }

    /// How many telling words are not among those `used`: each counts like an edit when a name is misspelt.
    pub(super) fn left_over(&self, used: &[usize]) -> i64 {
        let left = |(at, word): &(usize, &Word)| !word.light && !used.contains(at);
        self.words.iter().enumerate().filter(left).map(|_| 1).sum()
    }

    /// Whether so many letters are a fair part of it: of a long name nobody means one word far inside.
    pub(super) fn fair_part(&self, letters: usize) -> bool {
        3 * letters >= self.glued.len()
    }
}

/// Whether a word says little.
pub(super) fn light(word: &str) -> bool {
    matches!(word, "of" | "the" | "and")
}

/// Whether a word of names says only what kind of state one is, whose, how many or which of several: alone it is no
/// name.
pub(super) fn general(word: &str) -> bool {
    const GENERAL: [&str; 36] = [
        "african",
        "american",
        "arab",
        "coast",
        "commonwealth",
        "democratic",
        "dominican",
        "duchy",
        "empire",
        "federal",
        "federated",
        "federation",
        "free",
        "grand",
        "great",
        "independent",
        "island",
        "islands",
        "islamic",
        "kingdom",
        "new",
        "people",
        "peoples",
        "principality",
        "rep",
        "republic",
        "saint",
        "socialist",
        "st",
        "state",
        "states",
        "sultanate",
        "union",
        "united",
        "upper",
        "lower",
    ];
    GENERAL.contains(&word)
}

/// The words of a folded text that say something.
pub(super) fn telling(folded: &str) -> Vec<&str> {
    let all = || folded.split(' ').filter(|word| !word.is_empty());
    let telling: Vec<_> = all().filter(|word| !light(word)).collect();
    if telling.is_empty() { all().collect() } else { telling }
}

/// What two texts have in common that have the same words in any order, `of`, `the` and `and` aside.
pub(super) fn key(folded: &str) -> String {
    let mut words = telling(folded);
    words.sort_unstable();
    words.join(" ")
}

/// A text folded as [`crate::record::fold`] does it, with the place in the text of each character that is no space.
fn fold_with_places(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len());
    let mut between = false;
    for (at, character) in text.chars().enumerate() {
        for letter in deunicode_char(character).unwrap_or(" ").chars() {
            if !letter.is_ascii_alphanumeric() {
                between = true;
                continue;
            }
            if between && !folded.is_empty() {
                folded.push(' ');
            }
            between = false;
            folded.push(letter.to_ascii_lowercase());
            places.push(at);
        }
    }
    (folded, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Record, fold};

    #[test]
    fn places_belong_to_the_same_folding_as_everywhere() {
        let record = Record::embedded().unwrap();
        for (_, member) in record.members().iter() {
            let names = member.names.iter().map(|used| &used.name);
            for text in names.chain(&member.aliases).chain(&member.official).chain([&member.name]) {
                let (folded, places) = fold_with_places(text);
                assert_eq!(folded, fold(text));
                assert_eq!(places.len(), folded.replace(' ', "").len());
            }
        }
        let (folded, places) = fold_with_places("Æ’ß\u{10ffff}北x");
        assert_eq!((folded.as_str(), places), ("ae ss bei x", vec![0, 0, 2, 2, 4, 4, 4, 5]));
    }
}
