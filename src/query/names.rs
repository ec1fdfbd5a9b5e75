//! What a person types, to the member that is meant: names of any time, codes, misspellings.
//!
//! A command and a query need one member or a reason why there is none ([`Names::resolve`]); the explorer's finder
//! shows all that may be meant, best first ([`Names::search`]). Both hold the folded text against every code and name
//! of every member, each on its own: exactly, as a beginning, word by word, by letters in order (fuzzy-matcher, which
//! knows subsequences only) and by edits (strsim).

mod error;
mod haystack;
mod letters;
mod misspelt;
mod search;

use std::collections::HashMap;

use crate::record::{Index, MemberId, MemberSet, Members, Text, fold};

use self::haystack::{Haystack, NameKind, Vocabulary, general, key, light, telling};
use self::letters::{Fit, Letters, Tier, begins};

pub use self::error::NameError;
pub use self::search::Found;

/// No name is longer by far; a longer text is not compared with names letter by letter.
const LONGEST: usize = 100;

/// Fewer letters than this are a code or nothing.
const SHORTEST: usize = 3;

/// The names of all members, folded.
#[derive(Debug)]
pub struct Names {
    haystacks: Vec<Haystack>,
    vocabulary: Vocabulary,
    /// The haystacks by their letters, and by their words.
    exact: HashMap<String, Vec<usize>>,
    /// The place of each member in the order of names.
    order: Vec<usize>,
}

/// A text that was typed, folded.
struct Typed {
    glued: Letters,
    key: String,
    words: Vec<Letters>,
    /// What it may cost as part of a longer name: a fifth of its letters.
    few: i64,
}

impl Typed {
    fn new(text: &str) -> Self {
        let folded = fold(&turned(text).unwrap_or_else(|| text.to_owned()));
        let glued = Letters::new(&folded.replace(' ', ""));
        let few = i64::try_from(glued.len() / 5).unwrap_or(i64::MAX);
        Self { glued, key: key(&folded), words: telling(&folded).into_iter().map(Letters::new).collect(), few }
    }
}

/// A name as lists have it that begin with what tells it apart, `Congo (Democratic Republic of the)` or `Korea, Republic
/// of`, as it is said.
fn turned(text: &str) -> Option<String> {
    let (first, rest) = text.trim().split_once([',', '('])?;
    let rest = rest.trim().trim_end_matches(')').trim_end();
    let (first, folded) = (first.trim(), fold(rest));
    let of = folded.ends_with(" of") || folded.ends_with(" of the");
    (of && !first.is_empty() && !rest.contains(['(', ','])).then(|| format!("{rest} {first}"))
}

/// How each typed word fits each word of the vocabulary.
type FitTable = Vec<Vec<Option<Fit>>>;

impl Names {
    /// Folds the names of `members`. It takes about two milliseconds.
    pub fn new(members: &Members) -> Self {
        let mut names =
            Self { haystacks: Vec::new(), vocabulary: Vocabulary::default(), exact: HashMap::new(), order: Vec::new() };
        names.order = vec![0; members.len()];
        for (place, id) in members.by_name().into_iter().enumerate() {
            names.order[id.index()] = place;
        }
        for (id, member) in members.iter() {
            let own = names.haystacks.len();
            names.add(own, id, NameKind::Code, &member.code);
            member.iso2.iter().for_each(|code| names.add(own, id, NameKind::Code, code));
            names.add(own, id, NameKind::Name, &member.name);
            member.official.iter().for_each(|name| names.add(own, id, NameKind::Official, name));
            let others = member.names.iter().map(|used| &used.name).chain(&member.aliases);
            others.for_each(|name| names.add(own, id, NameKind::Other, name));
        }
        names.share(members);
        for (at, haystack) in names.haystacks.iter().enumerate() {
            names.exact.entry(haystack.glued.text.clone()).or_default().push(at);
            if haystack.kind != NameKind::Code && haystack.key != haystack.glued.text {
                names.exact.entry(haystack.key.clone()).or_default().push(at);
            }
        }
        names
    }

    /// Adds a haystack, unless the member has it already among those from `own` on.
    fn add(&mut self, own: usize, member: MemberId, kind: NameKind, text: &Text) {
        let haystack = Haystack::new(&mut self.vocabulary, member, kind, text.clone());
        let known = |other: &Haystack| other.kind != NameKind::Code && other.glued == haystack.glued;
        if !haystack.glued.text.is_empty() && (kind == NameKind::Code || !self.haystacks[own..].iter().any(known)) {
            self.haystacks.push(haystack);
        }
    }

    /// Two states may bear a name in daily use, of which the record gives it to one: `Congo` is what one of them was
    /// called, and also a word of the other's short name. Such a name is held to be both's. (`Korea` is no one's, and
    /// `Guinea`, `Sudan` or `China` are what a state is called today.)
    fn share(&mut self, members: &Members) {
        let words = |haystack: &Haystack| haystack.key.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let plain = |kind| self.haystacks.iter().filter(move |haystack| haystack.kind == kind);
        let today: Vec<_> = plain(NameKind::Name)
            .filter(|name| members.get(name.member).ended.is_none())
            .map(|name| (name.member, words(name)))
            .collect();
        let mut shared = Vec::new();
        for other in plain(NameKind::Other) {
            let wanted = words(other);
            if today.iter().any(|(member, words)| *member == other.member && *words == wanted) {
                continue;
            }
            let bears = |(member, words): &&(MemberId, Vec<String>)| {
                *member != other.member && wanted.iter().all(|word| words.contains(word))
            };
            shared.extend(today.iter().filter(bears).map(|(member, _)| Haystack { member: *member, ..other.clone() }));
        }
        self.haystacks.append(&mut shared);
    }

    /// The member that `text` names.
    ///
    /// A code wins, then a short or official name of today, then a name of any time or another in use; then what only
    /// one member's names have as beginnings of words; then a misspelling that fits one member clearly better than any
    /// other.
    ///
    /// # Errors
    /// If no member has that name, with the nearest names, or if several have it, with all of them.
    pub fn resolve(&self, text: &str) -> Result<MemberId, NameError> {
        let typed = Typed::new(text);
        if let Some(answer) = self.whole(&typed) {
            return answer;
        }
        let length = typed.glued.len();
        if length > LONGEST {
            return Err(NameError::Unknown { nearest: Vec::new() });
        }
        if length < SHORTEST || typed.words.iter().all(|word| light(&word.text) || is_direction(&word.text)) {
            let nearest = if length == 0 { Vec::new() } else { self.search(text) };
            return Err(NameError::Unknown { nearest: nearest.iter().take(3).map(|found| found.member).collect() });
        }
        let table = self.table(&typed, begins);
        if let Some(error) = self.one_general_word(&typed, &table) {
            return Err(error);
        }
        // Names of today say more than the others: "russ" is Russia, though Belarus was White Russia.
        for kinds in [&[NameKind::Name][..], &[NameKind::Official, NameKind::Other]] {
            let fits = |haystack: &&Haystack| {
                let used = assign(haystack, &table).filter(|_| kinds.contains(&haystack.kind));
                used.is_some_and(|(_, used)| self.same_side(&typed, haystack, Some(&used)))
            };
            let mut found: Vec<_> = self.haystacks.iter().filter(fits).collect();
            found.sort_by_key(|haystack| haystack.words.len());
            // One word far inside a long name is not what a person calls a state, even if only one has it.
            let fair = found.iter().any(|haystack| haystack.kind == NameKind::Name || haystack.fair_part(length));
            match one_of(found.into_iter().map(|haystack| haystack.member).collect()) {
                Some(Ok(_)) if !fair => {}
                Some(Ok(member)) => {
                    let beside = self.slips_beside(&typed, member);
                    let candidates: Vec<_> = [member].into_iter().chain(beside).collect();
                    return if candidates.len() > 1 { Err(NameError::Ambiguous { candidates }) } else { Ok(member) };
                }
                Some(answer) => return answer,
                None => {}
            }
        }
        self.misspelt(&typed)
    }

    /// What to say of one word, or its beginning, that only says what kind of state it is, whose, or that it has parts:
    /// nobody calls the United Kingdom `Kingdom` or the Central African Republic `African`.
    fn one_general_word(&self, typed: &Typed, table: &FitTable) -> Option<NameError> {
        let [row] = table.as_slice() else { return None };
        let begun = || (0..row.len()).filter(|&at| row[at].is_some());
        if begun().next().is_none() || !begun().all(|at| general(&self.vocabulary.words[at].text)) {
            return None;
        }
        let has = |haystack: &&Haystack| assign(haystack, table).is_some();
        let mut found: Vec<_> = self.haystacks.iter().filter(has).collect();
        found.sort_by_key(|haystack| (haystack.kind, haystack.words.len(), self.order[haystack.member.index()]));
        let members = found.into_iter().map(|haystack| haystack.member).collect();
        match one_of(members)? {
            Ok(member) => Some(NameError::Unknown { nearest: vec![member] }),
            Err(error) => Some(error),
        }
        .filter(|_| typed.words.len() == 1)
    }

    /// The haystacks that have just these letters or words.
    fn exact(&self, typed: &Typed) -> impl Iterator<Item = &Haystack> {
        let glued = self.exact.get(&typed.glued.text).into_iter().flatten();
        let words = self.exact.get(&typed.key).into_iter().flatten();
        glued.chain(words).map(|&at| &self.haystacks[at])
    }

    /// The only member of which the text is a code or a whole name of any time, if there is one.
    pub fn exactly(&self, text: &str) -> Option<MemberId> {
        self.whole(&Typed::new(text))?.ok()
    }

    /// What a text means that is a code or a whole name: a code wins, then a name of today, then one of any time.
    fn whole(&self, typed: &Typed) -> Option<Result<MemberId, NameError>> {
        [&[NameKind::Code][..], &[NameKind::Name, NameKind::Official], &[NameKind::Other]].into_iter().find_map(
            |kinds| {
                let found = self.exact(typed).filter(|haystack| kinds.contains(&haystack.kind));
                one_of(found.map(|haystack| haystack.member).collect())
            },
        )
    }

    /// Whether the text is a name of any time, small words inside it aside: neither `of Iran` is one nor `Turkey and`.
    pub(super) fn is_name(&self, text: &str) -> bool {
        let typed = Typed::new(text);
        let folded = fold(&turned(text).unwrap_or_else(|| text.to_owned()));
        let ends = [folded.split(' ').next(), folded.split(' ').next_back()];
        let words = |haystack: &Haystack| {
            let telling = haystack.words.iter().filter(|word| !word.light);
            let telling = telling.map(|word| &self.vocabulary.words[word.number]);
            telling.eq(&typed.words)
        };
        let mut named = self.exact(&typed).filter(|haystack| haystack.kind != NameKind::Code);
        !ends.into_iter().flatten().any(light)
            && named.any(|haystack| haystack.glued.text == typed.glued.text || words(haystack))
    }

    /// Whether people call a member that, or several: by a name of any time, or by one without the direction in it, as in
    /// `Korea`.
    pub(super) fn calls_somebody(&self, text: &str) -> bool {
        let folded = fold(text);
        let words = telling(&folded);
        let undirected = |haystack: &&Haystack| {
            let words = haystack.words.iter().filter(|word| !word.light);
            let words: Vec<_> = words.map(|word| self.vocabulary.words[word.number].text.as_str()).collect();
            let left: Vec<_> = words.iter().copied().filter(|word| !is_direction(word)).collect();
            (left.len() < words.len()).then_some(left)
        };
        let names = || self.haystacks.iter().filter(|haystack| haystack.kind != NameKind::Code);
        self.is_name(text)
            || !words.is_empty() && names().any(|name| undirected(&name).is_some_and(|left| left == words))
    }

    /// Whether several words are a name, or begin its words, the first of them too: `Solomon Island`.
    pub(super) fn spells(&self, text: &str) -> bool {
        let typed = Typed::new(text);
        let folded = fold(text);
        let ends = [folded.split(' ').next(), folded.split(' ').next_back()];
        if typed.words.len() < 2 || typed.glued.len() > LONGEST || ends.into_iter().flatten().any(light) {
            return self.is_name(text);
        }
        let table = self.table(&typed, begins);
        let begun = |haystack: &Haystack| {
            let used = assign(haystack, &table).filter(|(_, used)| self.same_side(&typed, haystack, Some(used)));
            used.is_some_and(|(_, used)| used.contains(&0))
        };
        self.is_name(text) || self.haystacks.iter().any(begun)
    }

    /// Whether a text of several words can mean a name as far as directions go: `West Africa` is not South West Africa,
    /// `Eastern Samoa` not Western Samoa. `used` are the words of the name that the typed ones stand for, where known.
    fn same_side(&self, typed: &Typed, haystack: &Haystack, used: Option<&[usize]>) -> bool {
        let word = |at: usize| self.vocabulary.words[haystack.words[at].number].text.as_str();
        let is_in = |typed: &str| {
            let alike = |word: &str| word.starts_with(typed) || typed.starts_with(word);
            (0..haystack.words.len()).any(|at| alike(word(at)))
        };
        let left = used.is_some_and(|used| !used.contains(&0)) && is_direction(word(0));
        let sides = typed.words.iter().filter(|word| is_direction(&word.text)).all(|word| is_in(&word.text));
        typed.words.len() < 2 || sides && !left
    }

    /// Every typed word against every word of the vocabulary.
    fn table(&self, typed: &Typed, fit: impl Fn(&Letters, &Letters) -> Option<Fit>) -> FitTable {
        let row = |typed| self.vocabulary.words.iter().map(|word| fit(typed, word)).collect();
        typed.words.iter().map(row).collect()
    }
}

/// Whether a word is part of names, or before names in speech, and none alone: where a name follows it is hardly looked
/// for in texts.
pub(super) fn is_part(word: &str) -> bool {
    let folded = fold(word);
    folded == "the" || is_direction(&folded) || general(&folded)
}

/// Whether a word says which part of a land is meant.
fn is_direction(word: &str) -> bool {
    const DIRECTIONS: [&str; 14] = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "norte", "nord",
        "norden", "ouest", "oeste",
    ];
    DIRECTIONS.contains(&word)
}

/// The words of a haystack that the typed words stand for, one each, in the order typed.
fn assign(haystack: &Haystack, table: &FitTable) -> Option<(Fit, Vec<usize>)> {
    if haystack.kind == NameKind::Code || table.len() > haystack.words.len() {
        return None;
    }
    let mut all = Fit { tier: Tier::Exact, cost: 0 };
    let mut used = Vec::with_capacity(table.len());
    for row in table {
        let words = haystack.words.iter().enumerate().filter(|(at, _)| !used.contains(at));
        let (fit, at) = words.filter_map(|(at, word)| row[word.number].map(|fit| (fit, at))).min()?;
        all = Fit { tier: all.tier.max(fit.tier), cost: all.cost + fit.cost };
        used.push(at);
    }
    Some((all, used))
}

/// The only member of a list that may have it twice, or the error that it has others; none for an empty one.
fn one_of(mut found: Vec<MemberId>) -> Option<Result<MemberId, NameError>> {
    let mut seen = MemberSet::EMPTY;
    found.retain(|&member| {
        let new = !seen.contains(member);
        seen.insert(member);
        new
    });
    match found.as_slice() {
        [] => None,
        [one] => Some(Ok(*one)),
        _ => Some(Err(NameError::Ambiguous { candidates: found })),
    }
}
