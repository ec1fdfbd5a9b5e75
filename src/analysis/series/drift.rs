//! Titles that drift: families of titles that are alike in words are taken for one.
//!
//! Two titles are alike by the words that they share out of the words of both, rare words counting for more (Jaccard's
//! index weighted by inverse document frequency, each word as its first six letters, which endings and most misprints
//! leave alone). A common item of the agenda speaks for them; years between, and a place that only one names, speak
//! against; two different places, or a session that voted on both, rule it out.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::record::{Record, RollCallId, Session, TextId, packed};

use super::names::places;
use super::order::when;
use super::title::{AgendaItem, Family};

/// From which score on two titles are taken for one.
const ALIKE: f64 = 0.65;
/// What a common item of the agenda, or that one has none, adds.
const SAME_ITEM: f64 = 0.1;
/// What a year between takes away.
const YEAR: f64 = 0.01;
/// What a place that only one of them names takes away.
const PLACE: f64 = 0.1;
/// The most years that may lie between them.
const YEARS: f64 = 8.5;
/// A word that only one title has may be a misprint: it weighs as one that so many have.
const MISPRINT: usize = 20;
/// How much of a word counts, in bytes.
const STEM: usize = 6;

/// What is compared of a family.
struct Profile<'f> {
    stems: Vec<usize>,
    places: BTreeSet<&'f str>,
    items: &'f BTreeSet<AgendaItem>,
    /// When they were voted on, oldest first.
    years: Vec<f64>,
    weight: f64,
}

/// Two families by their numbers, and how alike they are.
type Likeness = (f64, usize, usize);

/// The roll calls of families that are taken for one, and the texts without a vote that come back among them.
#[derive(Clone, Debug, Default)]
pub(super) struct JoinedTitle {
    /// Oldest first.
    pub rollcalls: Vec<RollCallId>,
    /// Those of sessions that voted on none of the roll calls, one a session.
    pub texts: Vec<TextId>,
}

packed!(JoinedTitle { rollcalls, texts });

/// The families with those that are taken for one in one.
pub(super) fn joined(record: &Record, families: Vec<Family>) -> Vec<JoinedTitle> {
    let (pairs, of_texts) = pairs(record, &families);
    let mut sessions: Vec<BTreeSet<Session>> =
        families.iter().map(|family| family.rollcalls.iter().filter_map(|&id| when(record, id).0).collect()).collect();
    let is_of_texts: Vec<_> = families.iter().map(|family| family.rollcalls.is_empty()).collect();
    let mut joined: Vec<_> =
        families.into_iter().map(|Family { rollcalls, texts, .. }| JoinedTitle { rollcalls, texts }).collect();
    let mut into: Vec<_> = (0..joined.len()).collect();
    for (_, a, b) in pairs {
        let (a, b) = (into[a], into[b]);
        if a == b || !sessions[a].is_disjoint(&sessions[b]) {
            continue;
        }
        let (kept, gone) = (a.min(b), a.max(b));
        let theirs = std::mem::take(&mut sessions[gone]);
        sessions[kept].extend(theirs);
        let theirs = std::mem::take(&mut joined[gone]);
        joined[kept].rollcalls.extend(theirs.rollcalls);
        joined[kept].texts.extend(theirs.texts);
        for root in into.iter_mut().filter(|root| **root == gone) {
            *root = kept;
        }
    }
    // Texts under words of their own go to the title that is most alike; none is a title of roll calls by itself.
    let mut placed = vec![false; joined.len()];
    for (_, title, texts) in of_texts {
        let title = into[title];
        let free = joined[texts].texts.iter().all(|&id| !is_voted_on(record, id, &sessions[title]));
        if is_of_texts[texts] && free && !std::mem::replace(&mut placed[texts], true) {
            let theirs = std::mem::take(&mut joined[texts].texts);
            joined[title].texts.extend(theirs);
        }
    }
    for (title, sessions) in joined.iter_mut().zip(&sessions) {
        title.rollcalls.sort_unstable();
        let session = |id: TextId| record.text(id).session;
        let all = title.texts.clone();
        let alone = |id: TextId| all.iter().filter(|&&other| session(other) == session(id)).count() == 1;
        title.texts.retain(|&id| alone(id) && !is_voted_on(record, id, sessions));
    }
    joined.retain(|title| !title.rollcalls.is_empty());
    joined
}

/// Whether the session of a text is one of those that voted.
fn is_voted_on(record: &Record, id: TextId, sessions: &BTreeSet<Session>) -> bool {
    record.text(id).session.is_none_or(|session| sessions.contains(&session))
}

/// All pairs of families that are alike enough, the most alike first: those of roll calls, and beside them each with one
/// of texts alone.
fn pairs(record: &Record, families: &[Family]) -> (Vec<Likeness>, Vec<Likeness>) {
    let (profiles, weights) = profiles(record, families);
    let mut holding: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
    let mut shared = vec![0.0; families.len()];
    let mut pairs = Vec::new();
    for (at, profile) in profiles.iter().enumerate() {
        let mut touched = Vec::new();
        for &stem in &profile.stems {
            for &other in &holding[stem] {
                if shared[other] == 0.0 {
                    touched.push(other);
                }
                shared[other] += weights[stem];
            }
            // Texts alone are compared with roll calls, and not with each other.
            if !families[at].rollcalls.is_empty() {
                holding[stem].push(at);
            }
        }
        for other in touched {
            let common = std::mem::take(&mut shared[other]);
            let alike = common / (profile.weight + profiles[other].weight - common);
            let score = (alike + SAME_ITEM >= ALIKE).then(|| score(alike, &profiles[other], profile)).flatten();
            pairs.extend(score.filter(|&score| score >= ALIKE).map(|score| (score, other, at)));
        }
    }
    let order = |a: &Likeness, b: &Likeness| b.0.partial_cmp(&a.0).unwrap_or(Ordering::Equal);
    pairs.sort_by(|a, b| order(a, b).then((a.1, a.2).cmp(&(b.1, b.2))));
    pairs.into_iter().partition(|&(_, _, second)| !families[second].rollcalls.is_empty())
}

/// How alike two families are that share so much of their words; none if they can't be one.
fn score(alike: f64, a: &Profile<'_>, b: &Profile<'_>) -> Option<f64> {
    let (ours, theirs) = (a.places.is_subset(&b.places), b.places.is_subset(&a.places));
    let years = years_between(&a.years, &b.years);
    if years > YEARS || !ours && !theirs {
        return None;
    }
    let same_item = a.items.is_empty() || b.items.is_empty() || !a.items.is_disjoint(b.items);
    let item = if same_item { SAME_ITEM } else { 0.0 };
    let place = if ours && theirs { 0.0 } else { PLACE };
    Some(alike + item - place - YEAR * years)
}

/// The years between the nearest two, of two rows that are both in order.
fn years_between(mut a: &[f64], mut b: &[f64]) -> f64 {
    let mut nearest = f64::INFINITY;
    while let (&[first, ref rest_a @ ..], &[second, ref rest_b @ ..]) = (a, b) {
        nearest = nearest.min((first - second).abs());
        if first < second { a = rest_a } else { b = rest_b }
    }
    nearest
}

/// When the roll calls of a family were, or else its texts, in order.
fn years(record: &Record, family: &Family) -> Vec<f64> {
    if !family.rollcalls.is_empty() {
        return family.rollcalls.iter().map(|&id| in_years(when(record, id).1)).collect();
    }
    let mut years: Vec<_> = family.texts.iter().map(|&id| in_years(record.text(id).date)).collect();
    years.sort_by(f64::total_cmp);
    years
}

fn in_years(day: Date) -> f64 {
    f64::from(day.year()) + f64::from(day.day_of_year()) / 366.0
}

/// What is compared of each family, and the weight of each stem.
fn profiles<'f>(record: &Record, families: &'f [Family]) -> (Vec<Profile<'f>>, Vec<f64>) {
    let places = places(record.members());
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut counts: Vec<usize> = Vec::new();
    let mut profiles = Vec::with_capacity(families.len());
    for family in families {
        let mut stems = Vec::new();
        for word in &family.words {
            let stem = word.get(..STEM).unwrap_or(word);
            let next = known.len();
            stems.push(*known.entry(stem).or_insert(next));
        }
        stems.sort_unstable();
        stems.dedup();
        counts.resize(known.len(), 0);
        // What texts without a vote are called weighs nothing in what roll calls are.
        for &stem in stems.iter().filter(|_| !family.rollcalls.is_empty()) {
            counts[stem] += 1;
        }
        profiles.push(Profile {
            stems,
            places: family.words.iter().map(String::as_str).filter(|word| places.contains(*word)).collect(),
            items: &family.items,
            years: years(record, family),
            weight: 0.0,
        });
    }
    let voted = families.iter().filter(|family| !family.rollcalls.is_empty()).count();
    let weight = |&count: &usize| {
        let count = if count <= 1 { MISPRINT } else { count };
        (1.0 + voted as f64 / count as f64).ln()
    };
    let weights: Vec<_> = counts.iter().map(weight).collect();
    for profile in &mut profiles {
        profile.weight = profile.stems.iter().map(|&stem| weights[stem]).sum();
    }
    (profiles, weights)
}
