//! A set of roll calls, taken apart by year, session or topic: what a series runs over.

use std::collections::BTreeMap;

use crate::query::Lexicon;
use crate::record::{RollCallId, RollCallSet};

/// What a set of roll calls is taken apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The calendar year of the vote.
    Year,
    /// The session, which says nothing about the year.
    Session,
    /// The topics: a roll call may have several, or none.
    Topic,
}

/// A part of a set of roll calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The year (`2022`), the session (`79`, `ES-11`) or the short name of the topic.
    pub key: String,
    /// Its roll calls, at least one.
    pub rollcalls: RollCallSet,
}

/// The parts of `set` that hold a roll call: years oldest first, sessions by kind and number (the Council has none), topics in the order of
/// the lexicon.
pub fn slices(lexicon: &Lexicon<'_>, set: &RollCallSet, by: By) -> Vec<Slice> {
    let record = lexicon.record();
    match by {
        By::Year => grouped(record.len(), set, |id| Some(record.rollcall(id).date.year())),
        By::Session => grouped(record.len(), set, |id| record.rollcall(id).session),
        By::Topic => {
            let topics = lexicon.topics().iter();
            let parts = topics.filter_map(|topic| {
                let rollcalls = topic.rollcalls(lexicon).ok()? & set;
                (!rollcalls.is_empty()).then(|| Slice { key: topic.name.clone(), rollcalls })
            });
            parts.collect()
        }
    }
}

fn grouped<K: Ord + ToString>(
    rollcalls: usize,
    set: &RollCallSet,
    key: impl Fn(RollCallId) -> Option<K>,
) -> Vec<Slice> {
    let mut parts = BTreeMap::new();
    for (key, id) in set.iter().filter_map(|id| Some((key(id)?, id))) {
        parts.entry(key).or_insert_with(|| RollCallSet::empty(rollcalls)).insert(id);
    }
    parts.into_iter().map(|(key, rollcalls)| Slice { key: key.to_string(), rollcalls }).collect()
}
