//! All members that a text may mean, best first, with the letters that say why.

use std::cmp::Reverse;

use fuzzy_matcher::skim::SkimMatcherV2;

use crate::record::{Index, MemberId};

use super::haystack::{Haystack, NameKind, light};
use super::letters::{Fit, Letters, Tier, begins, fuzzy, near, shared, slip_so_far, slips};
use super::{FitTable, LONGEST, Names, SHORTEST, Typed, assign};

/// How many members a plain word may mean by names that are not of today: `republic` begins half of these.
const FEW: usize = 6;

/// A member that a text may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The member.
    pub member: MemberId,
    /// The name or code of it that fits best, as it is written.
    pub text: String,
    /// Whether that is the short name of today.
    pub is_name: bool,
    /// Which characters of `text` fit, counted from 0, increasing: what a screen shows in bold.
    pub letters: Vec<usize>,
}

/// A haystack that fits. The derived order is the order on the screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Hit {
    fit: Fit,
    /// A name of today before others.
    name: Reverse<bool>,
    /// Shorter before longer.
    length: usize,
    /// By name.
    order: usize,
    haystack: usize,
}

impl Names {
    /// All members that `text` may mean, each once, under the name that fits best.
    ///
    /// Exact before beginnings of names, before beginnings of words, before letters in order, before misspellings,
    /// which are looked for only if there is nothing better than letters in order; then the member that
    /// [`Names::resolve`] takes the text for, if there is one, is first. Within these, names of today come
    /// before others, shorter before longer, then by name. A text without letters gives all members by name.
    pub fn search(&self, text: &str) -> Vec<Found> {
        let typed = Typed::new(text);
        if typed.words.is_empty() {
            return self.all();
        }
        // Passed over, a sign that leaves out would have the opposite found.
        let negated = text.trim_start().starts_with(['-', '!', '\u{2212}', '¬']);
        if negated || typed.glued.len() > LONGEST {
            return Vec::new();
        }
        let matcher = SkimMatcherV2::default();
        let in_order = |typed: &Letters, word: &Letters| begins(typed, word).or_else(|| fuzzy(&matcher, typed, word));
        let mut table = self.table(&typed, in_order);
        let mut hits = self.hits(|haystack| fit(haystack, &typed, &table, 0));
        if hits.first().is_none_or(|hit| hit.fit.tier > Tier::Words) {
            for (row, typed) in table.iter_mut().zip(&typed.words) {
                for (fit, word) in row.iter_mut().zip(&self.vocabulary.words) {
                    *fit = fit.or_else(|| slip_so_far(&matcher, typed, word));
                }
            }
            let limit = slips(&typed.glued);
            hits = self.hits(|haystack| fit(haystack, &typed, &table, limit));
            // Whom a command would take comes first here too, whatever else has these letters in order.
            if let Ok(meant) = self.misspelt(&typed) {
                match hits.iter().position(|hit| self.haystacks[hit.haystack].member == meant) {
                    Some(at) => hits[..=at].rotate_right(1),
                    None => hits.splice(..0, self.hit_of(meant)).for_each(drop),
                }
            }
        }
        hits.iter().map(|hit| self.show(hit, &typed, &table, &matcher)).collect()
    }

    fn all(&self) -> Vec<Found> {
        let mut names: Vec<_> = self.haystacks.iter().filter(|haystack| haystack.kind == NameKind::Name).collect();
        names.sort_by_key(|haystack| self.order[haystack.member.index()]);
        names.into_iter().map(|haystack| haystack.found(Vec::new())).collect()
    }

    /// The members of whom a code, a name or a word of a name begins as `text` does, each once, under the one that fits
    /// best, in the order of [`Names::search`]. Where a member is not `wanted` but may be what a plain word means, of
    /// names that are not of today only those count of which a fair part is there, and only if they are few.
    pub(in crate::query) fn beginning(&self, text: &str, wanted: bool) -> Vec<Found> {
        let typed = Typed::new(text);
        let length = typed.glued.len();
        let says_nothing = !wanted && typed.words.iter().all(|word| light(&word.text));
        if length == 0 || length > LONGEST || says_nothing {
            return Vec::new();
        }
        let matcher = SkimMatcherV2::default();
        let table = self.table(&typed, begins);
        let mut hits = self.hits(|haystack| {
            if haystack.kind == NameKind::Code && haystack.glued.len() > length {
                let code = haystack.glued.text.starts_with(&typed.glued.text);
                return code.then_some(Fit { tier: Tier::Begins, cost: 1 });
            }
            let fits = fit(haystack, &typed, &table, 0)?;
            let plainly = haystack.kind <= NameKind::Name && fits.tier < Tier::Words;
            (plainly || haystack.fair_part(length) || wanted && length >= SHORTEST).then_some(fits)
        });
        let of_today = |hit: &Hit| self.haystacks[hit.haystack].kind <= NameKind::Name;
        if !wanted && hits.iter().filter(|hit| !of_today(hit)).count() > FEW {
            hits.retain(of_today);
        }
        hits.iter().map(|hit| self.show(hit, &typed, &table, &matcher)).collect()
    }

    /// The best haystack of every member that has one that fits, best member first.
    fn hits(&self, fit: impl Fn(&Haystack) -> Option<Fit>) -> Vec<Hit> {
        let mut best: Vec<Option<Hit>> = vec![None; self.order.len()];
        for (at, haystack) in self.haystacks.iter().enumerate() {
            let Some(fit) = fit(haystack) else { continue };
            let member = haystack.member.index();
            let name = Reverse(haystack.kind == NameKind::Name);
            let hit = Hit { fit, name, length: haystack.glued.len(), order: self.order[member], haystack: at };
            best[member] = best[member].into_iter().chain([hit]).min();
        }
        let mut hits: Vec<_> = best.into_iter().flatten().collect();
        hits.sort_unstable();
        hits
    }

    /// A member under its name of today, a slip away.
    fn hit_of(&self, member: MemberId) -> Option<Hit> {
        let named = |haystack: &Haystack| haystack.member == member && haystack.kind == NameKind::Name;
        let haystack = self.haystacks.iter().position(named)?;
        let (length, order) = (self.haystacks[haystack].glued.len(), self.order[member.index()]);
        Some(Hit { fit: Fit { tier: Tier::Near, cost: 1 }, name: Reverse(true), length, order, haystack })
    }

    fn show(&self, hit: &Hit, typed: &Typed, table: &FitTable, matcher: &SkimMatcherV2) -> Found {
        let haystack = &self.haystacks[hit.haystack];
        if haystack.glued.text.starts_with(&typed.glued.text) {
            return haystack.found((0..typed.glued.len()).collect());
        }
        let Some((_, used)) = assign(haystack, table) else {
            return haystack.found(shared(matcher, &typed.glued.text, &haystack.glued.text));
        };
        let mut letters = Vec::new();
        for (typed, at) in typed.words.iter().zip(used) {
            let word = haystack.words[at];
            let text = &self.vocabulary.words[word.number].text;
            letters.extend(shared(matcher, &typed.text, text).into_iter().map(|letter| word.start + letter));
        }
        haystack.found(letters)
    }
}

impl Haystack {
    fn found(&self, letters: Vec<usize>) -> Found {
        let letters = self.characters(letters);
        Found { member: self.member, text: self.text.to_string(), is_name: self.kind == NameKind::Name, letters }
    }
}

/// How a typed text fits one haystack at its best. Whole names count as misspelt up to `limit`.
fn fit(haystack: &Haystack, typed: &Typed, table: &FitTable, limit: usize) -> Option<Fit> {
    if haystack.glued.text == typed.glued.text || haystack.kind != NameKind::Code && haystack.key == typed.key {
        return Some(Fit { tier: Tier::Exact, cost: 0 });
    }
    if haystack.kind == NameKind::Code {
        return None;
    }
    if haystack.glued.text.starts_with(&typed.glued.text) {
        return Some(Fit { tier: Tier::Begins, cost: 0 });
    }
    let words = assign(haystack, table).map(|(fit, used)| {
        let left = haystack.left_over(&used);
        match fit.tier {
            // Some of the words, whole: a beginning of the name in another order.
            Tier::Exact | Tier::Begins | Tier::Words => Fit { tier: Tier::Words, cost: fit.cost },
            Tier::Fuzzy => fit,
            Tier::Near => Fit { cost: fit.cost + left, ..fit },
        }
    });
    let words = words.filter(|fit| !haystack.capitals || fit.tier <= Tier::Words);
    let whole = if haystack.capitals { None } else { near(&typed.glued, &haystack.glued, limit) };
    words.into_iter().chain(whole).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    fn found(text: &str) -> Vec<(String, String)> {
        let record = Record::embedded().unwrap();
        let lit = |found: Found| {
            let lit = found.text.chars().enumerate().filter(|(at, _)| found.letters.contains(at));
            (lit.map(|(_, letter)| letter).collect(), found.text)
        };
        Names::new(record.members()).search(text).into_iter().map(lit).collect()
    }

    #[test]
    fn the_best_comes_first_and_shows_the_letters_that_fit() {
        for (typed, first) in [
            // A code, then names that begin like this.
            ("us", &[("US", "US")][..]),
            ("niger", &[("Niger", "Niger"), ("Niger", "Nigeria")]),
            // Beginnings of names before beginnings of words, shorter before longer.
            (
                "guin",
                &[
                    ("Guin", "Guinea"),
                    ("Guin", "Guinea-Bissau"),
                    ("Guin", "Guinea Ecuatorial"),
                    ("Guin", "Papua New Guinea"),
                ],
            ),
            ("ira", &[("Ira", "Iran"), ("Ira", "Iraq")]),
            ("cote di", &[("CôtedI", "Côte d'Ivoire")]),
            ("korea south", &[("SouthKorea", "South Korea")]),
            ("afr so", &[("SoAfr", "South Africa")]),
            ("congo", &[("Congo", "Congo"), ("Congo", "Congo")]),
            // Letters in order, then misspellings.
            ("kzkhst", &[("Kzkhst", "Kazakhstan")]),
            ("zair", &[("Zair", "Zaire")]),
            ("phillipines", &[("Philpines", "Philippines")]),
        ] {
            let found = found(typed);
            assert!(!found.is_empty(), "{typed}");
            for ((lit, text), (wanted, name)) in found.iter().zip(first) {
                assert_eq!((lit.as_str(), text.as_str()), (*wanted, *name), "{typed}");
            }
        }
    }

    #[test]
    fn a_sign_that_leaves_out_finds_nobody() {
        for typed in ["-USA", "!kenya", " \u{2212}ghana"] {
            assert_eq!(found(typed), [], "{typed}");
        }
        assert!(!found("guinea-bissau").is_empty());
    }

    #[test]
    fn nothing_typed_gives_everyone_by_name() {
        let record = Record::embedded().unwrap();
        let found = Names::new(record.members()).search(" ");
        let members: Vec<_> = found.iter().map(|found| found.member).collect();
        assert_eq!(members, record.members().by_name());
        assert!(found.iter().all(|found| found.is_name && found.letters.is_empty()));
    }

    #[test]
    fn a_misspelling_is_found_while_it_is_typed() {
        let record = Record::embedded().unwrap();
        let names = Names::new(record.members());
        for at in 1..="khazakstan".len() {
            let found = names.search(&"khazakstan"[..at]);
            assert!(!found.is_empty(), "{at} letters");
            if at > 5 {
                assert_eq!(record.code(found[0].member), "KAZ", "{at} letters");
            }
        }
    }
}
