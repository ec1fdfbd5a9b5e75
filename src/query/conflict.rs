//! Why nothing is found: a term that nothing meets, or two that nothing meets together.

use crate::record::{PERMANENT, RollCallSet};

use super::lexicon::Lexicon;
use super::parts::{Part, Query};
use super::term::Term;
use super::voted::VotedTerm;

/// Of how many terms each pair is looked at.
const MOST: usize = 12;

/// The first term of a query that no roll call meets, or the first two that none meets together.
pub(super) fn conflict(query: &Query, lexicon: &Lexicon<'_>) -> Option<String> {
    if let Some(no_veto) = query.parts.iter().find_map(without_veto) {
        return Some(no_veto);
    }
    if !(2..=MOST).contains(&query.parts.len()) {
        return None;
    }
    let universe = query.universe(lexicon.record()).rollcalls(lexicon.record());
    let only = |part: &Part| Query { parts: vec![part.clone()] };
    let all = || lexicon.record().all();
    let within = |part: &Part| if sets_universe(part) { all() } else { universe.clone() };
    let met: Vec<_> = query.parts.iter().map(|part| only(part).among(within(part), lexicon)).collect();
    if let Some(at) = met.iter().position(RollCallSet::is_empty) {
        return Some(format!("{} alone finds nothing there", only(&query.parts[at])));
    }
    let pairs = (0..met.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
    let (a, b) = pairs.into_iter().find(|&(a, b)| (&met[a] & &met[b]).is_empty())?;
    let (a, b) = (&query.parts[a], &query.parts[b]);
    let (one, other) = (only(a), only(b));
    let either = format!("{one}|{other}");
    let alike = |a: &Term, b: &Term| std::mem::discriminant(a) == std::mem::discriminant(b) && !a.is_word();
    let is_alike = !a.without && !b.without && a.either.iter().all(|a| b.either.iter().all(|b| alike(a, b)));
    let or = if is_alike && Query::parse(&either, lexicon).is_ok() {
        format!("; for either write {either}")
    } else {
        String::new()
    };
    Some(format!("nothing meets both {one} and {other}{or}"))
}

/// Whether it says itself among which votes it looks.
fn sets_universe(part: &Part) -> bool {
    let sets =
        |term: &Term| matches!(term, Term::Voted(VotedTerm::Body(_) | VotedTerm::Kind(_) | VotedTerm::Outcome(_)));
    part.either.iter().any(sets)
}

/// Whether all terms are about when: what contradicts then is told before what the record has.
pub(super) fn is_about_time(query: &Query) -> bool {
    let when = |term: &Term| term.is_time() || matches!(term, Term::Session(_));
    query.parts.iter().all(|part| part.either.iter().all(when))
}

/// That a member has no veto.
fn without_veto(part: &Part) -> Option<String> {
    let [Term::Voted(VotedTerm::Veto(Some(seat)))] = part.either.as_slice() else { return None };
    let has = PERMANENT.contains(&&*seat.code);
    (!has && !part.without).then(|| format!("only the permanent members have a veto: {}", PERMANENT.join(", ")))
}
