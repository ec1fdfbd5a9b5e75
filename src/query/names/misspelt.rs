//! Whom a misspelling means, if one member's names fit it clearly better than any other's.

use std::collections::BTreeMap;

use fuzzy_matcher::skim::SkimMatcherV2;
use strsim::osa_distance;

use crate::record::{Index, MemberId};

use super::haystack::{Haystack, NameKind};
use super::letters::{Fit, LEAST, Letters, begins, near, slip, slips};
use super::{FitTable, NameError, Names, Typed, assign, is_direction};

impl Names {
    /// The member whose names fit a misspelling clearly better than any other's.
    pub(super) fn misspelt(&self, typed: &Typed) -> Result<MemberId, NameError> {
        let slips = self.slips(typed);
        match clearly(&slips) {
            Some(member) => match self.rivals(typed, member) {
                rivals if rivals.is_empty() => Ok(member),
                rivals => Err(NameError::Ambiguous { candidates: [member].into_iter().chain(rivals).collect() }),
            },
            None if slips.is_empty() => {
                if let Some(member) = self.one_letter_off(typed) {
                    return Ok(member);
                }
                let limit = |typed: &Letters| typed.len() * 3 / 5;
                let nearest = self.costs(typed, limit(&typed.glued), |typed, word| near(typed, word, limit(typed)));
                Err(NameError::Unknown { nearest: nearest.into_iter().take(3).map(|(_, member)| member).collect() })
            }
            None => Err(NameError::Ambiguous { candidates: nearly_as_well(&slips) }),
        }
    }

    /// The members other than `found` that a misspelling may mean as well though its sound is nearer to `found`: where it
    /// is two letters or more off, those with one more; and those whose name of today begins like this but for the last letter.
    fn rivals(&self, typed: &Typed, found: MemberId) -> Vec<MemberId> {
        if typed.words.len() > 1 {
            return Vec::new();
        }
        let plain = || self.haystacks.iter().filter(|it| it.kind != NameKind::Code && !it.capitals);
        let of = |found: MemberId| plain().filter(move |haystack| haystack.member == found);
        let off = |haystack: &Haystack| osa_distance(&typed.glued.text, &haystack.glued.text);
        let own = of(found).map(off).min().unwrap_or_default();
        let sounds = of(found).any(|haystack| typed.glued.sounds_like(&haystack.glued));
        let first = typed.glued.text.get(..1);
        let begun = typed.glued.text.get(..typed.glued.len() - 1).filter(|begun| begun.len() > LEAST);
        let rival = |haystack: &&Haystack| {
            let text = &haystack.glued.text;
            let near = own >= 2 && !sounds && text.get(..1) == first && off(haystack) <= (own + 1).min(4);
            near || haystack.kind == NameKind::Name && begun.is_some_and(|begun| text.starts_with(begun))
        };
        let rivals = plain().filter(|haystack| haystack.member != found).filter(rival);
        let mut rivals: Vec<_> = rivals.map(|haystack| haystack.member).collect();
        rivals.sort_unstable_by_key(|member| self.order[member.index()]);
        rivals.dedup();
        rivals
    }

    /// The member of which the typed text is a name with one slip in its letters behind the first, if no other's is as
    /// near as with two.
    fn one_letter_off(&self, typed: &Typed) -> Option<MemberId> {
        let letters = self.letters_off(typed);
        let near = |most: usize| letters.iter().filter(move |(_, off)| **off <= most).map(|(member, _)| *member);
        let member = near(1).next()?;
        let same_first = |haystack: &Haystack| {
            haystack.member == member && haystack.glued.text.get(..1) == typed.glued.text.get(..1)
        };
        (near(2).count() == 1 && self.haystacks.iter().any(same_first)).then_some(member)
    }

    /// How many letters the typed text is off the nearest name of each member that is at most four off.
    fn letters_off(&self, typed: &Typed) -> BTreeMap<MemberId, usize> {
        let mut letters = BTreeMap::new();
        for haystack in self.haystacks.iter().filter(|it| it.kind != NameKind::Code && !it.capitals) {
            let length = haystack.glued.len();
            if length < LEAST || length.abs_diff(typed.glued.len()) > 4 {
                continue;
            }
            let off = osa_distance(&typed.glued.text, &haystack.glued.text);
            if off <= 4 {
                let known = letters.entry(haystack.member).or_insert(off);
                *known = off.min(*known);
            }
        }
        letters
    }

    /// The members other than `found` of which the typed text, the beginning of a name of `found`, is a whole name with
    /// one slip: `austra` begins Australia, but may as well be Austria.
    pub(super) fn slips_beside(&self, typed: &Typed, found: MemberId) -> Vec<MemberId> {
        let slips = self.slips(typed);
        let near = slips.into_iter().filter(|&(cost, member)| cost <= NEARLY_AS_WELL && member != found);
        near.map(|(_, member)| member).collect()
    }

    /// The members of whose names the typed text may be a misspelling, with what it costs, cheapest first.
    pub(super) fn slips(&self, typed: &Typed) -> Vec<(i64, MemberId)> {
        let matcher = SkimMatcherV2::default();
        self.costs(typed, slips(&typed.glued), |typed, word| slip(&matcher, typed, word))
    }

    /// What the typed text costs as a misspelling of each member, by its best name, cheapest first: all words against
    /// the whole name up to `limit`, or word by word as `fit` has it.
    fn costs(
        &self,
        typed: &Typed,
        limit: usize,
        fit: impl Fn(&Letters, &Letters) -> Option<Fit>,
    ) -> Vec<(i64, MemberId)> {
        let table = self.table(typed, |typed, word| begins(typed, word).or_else(|| fit(typed, word)));
        // Of several words one that is spelt right is hardly a slip of another: `South America` is not South Africa.
        let others = typed.words.iter().filter(|word| !is_direction(&word.text));
        let right: Vec<_> = others.filter(|word| self.vocabulary.has(&word.text)).collect();
        let may_be = |haystack: &Haystack| {
            let has = |typed: &&Letters| {
                let mut words = haystack.words.iter().map(|word| &self.vocabulary.words[word.number]);
                words.any(|word| word == *typed || near(typed, word, 1).is_some())
            };
            typed.words.len() < 2 || right.iter().all(has) && self.same_side(typed, haystack, None)
        };
        let mut best: BTreeMap<MemberId, i64> = BTreeMap::new();
        let haystacks = self.haystacks.iter().filter(|haystack| haystack.kind != NameKind::Code && !haystack.capitals);
        for haystack in haystacks.filter(|haystack| may_be(haystack)) {
            let whole = near(&typed.glued, &haystack.glued, limit).map(|fit| fit.cost);
            let whole = whole.filter(|_| word_by_word(typed, haystack, &table));
            let words = assign(haystack, &table).filter(|(_, used)| self.same_side(typed, haystack, Some(used)));
            let words = words.and_then(|(fit, used)| {
                // Less of a name must be nearer to it.
                let left = haystack.left_over(&used);
                let fair = haystack.fair_part(typed.glued.len()) && fit.cost <= typed.few;
                // `status` may be a slip of `states`, but that alone is no name.
                let telling = used.iter().any(|&at| self.vocabulary.only[haystack.words[at].number].is_some());
                (left == 0 || fair && telling).then_some(fit.cost + left)
            });
            if let Some(cost) = whole.into_iter().chain(words).min() {
                let known = best.entry(haystack.member).or_insert(cost);
                *known = cost.min(*known);
            }
        }
        let mut costs: Vec<_> = best.into_iter().map(|(member, cost)| (cost, member)).collect();
        costs.sort_unstable_by_key(|&(cost, member)| (cost, self.order[member.index()]));
        costs
    }
}

/// Whether each of several words may be a slip of the one in its place: `Western Sahara` is as a whole near to Western
/// Samoa, but `Sahara` is not to Samoa. A text with more words or fewer is compared with the whole alone.
fn word_by_word(typed: &Typed, haystack: &Haystack, table: &FitTable) -> bool {
    let telling: Vec<_> = haystack.words.iter().filter(|word| !word.light).collect();
    let slip = |at: usize| typed.words[at].len() < LEAST || table[at][telling[at].number].is_some();
    typed.words.len() < 2 || typed.words.len() != telling.len() || (0..telling.len()).all(slip)
}

/// What another member's name may cost more and still fit nearly as well: one edit.
const NEARLY_AS_WELL: i64 = 1;

/// The members that fit nearly as well as the first, the first among them; `costs` are cheapest first.
fn nearly_as_well(costs: &[(i64, MemberId)]) -> Vec<MemberId> {
    let best = costs.first().map_or(0, |(cost, _)| *cost);
    costs.iter().take_while(|(cost, _)| *cost <= best + NEARLY_AS_WELL).map(|&(_, member)| member).collect()
}

/// The first of members with their costs, cheapest first, if no other fits nearly as well.
fn clearly(costs: &[(i64, MemberId)]) -> Option<MemberId> {
    match nearly_as_well(costs).as_slice() {
        &[member] => Some(member),
        _ => None,
    }
}
