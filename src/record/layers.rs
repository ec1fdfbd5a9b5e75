//! Contents of files beside each other and over each other.

use std::collections::HashMap;

use jiff::civil::Date;

use super::file::{BadRecord, Contents, RollCallEntry};
use super::rollcall::{FIRST_OWN_NUMBER, RecordNumber, RollCall};
use super::sets::MAX_ROLLCALLS;
use super::source::places;

/// Those of `more` as well, none of which is among those of `contents`.
pub(super) fn beside(mut contents: Contents, more: Contents) -> Contents {
    let places = places(&mut contents.sources, &more.sources);
    contents.entries.reserve(more.entries.len());
    contents.entries.extend(more.entries.into_iter().map(|mut entry| {
        entry.rollcall.source = places.get(usize::from(entry.rollcall.source)).copied().unwrap_or_default();
        entry
    }));
    contents.resolutions = contents.resolutions.with(more.resolutions, &places);
    contents
}

/// The roll calls of `base` with those of `over` in their place or added, and so the texts.
///
/// A roll call is known by its record number or, where one of the two has none of the library's, by its symbol and date
/// where exactly one on each side bears them; the library's number takes its place.
pub(super) fn lay_over(base: Contents, over: Contents, place: &str) -> Result<Contents, BadRecord> {
    let bad = |what: String| BadRecord { place: place.to_owned(), line: None, what };
    if base.origin != over.origin {
        return Err(bad("its votes are of another source than the record's: the two are never mixed".to_owned()));
    }
    let Contents { kind, origin, mut sources, mut names, mut entries, resolutions } = base;
    let used = |source: usize| {
        let has = |at: u16| usize::from(at) == source;
        over.entries.iter().any(|entry| has(entry.rollcall.source))
            || over.resolutions.own().iter().any(|text| has(text.source))
    };
    let places = over
        .sources
        .iter()
        .enumerate()
        .map(|(at, source)| if used(at) { places(&mut sources, std::slice::from_ref(source))[0] } else { 0 });
    let places: Vec<_> = places.collect();
    let at: HashMap<_, _> = entries.iter().enumerate().map(|(at, entry)| (entry.rollcall.number, at)).collect();
    // Only what no number finds is looked for by its symbol, so that a start with known numbers alone makes no index.
    let mut numbers = over.entries.iter().map(|entry| entry.rollcall.number);
    let (ours, theirs) = if numbers.all(|number| at.contains_key(&number)) {
        Default::default()
    } else {
        (by_symbol(&entries), by_symbol(&over.entries))
    };
    for mut entry in over.entries {
        entry.rollcall.source = places.get(usize::from(entry.rollcall.source)).copied().unwrap_or_default();
        let number = entry.rollcall.number;
        let same = || {
            let key = key(&entry.rollcall);
            let [at] = ours.get(&key)?.as_slice() else { return None };
            let alone = theirs.get(&key).is_some_and(|theirs| theirs.len() == 1);
            (alone && number.is_own() != entries[*at].rollcall.number.is_own()).then_some(*at)
        };
        match at.get(&number).copied().or_else(same) {
            Some(at) => {
                if number.is_own() {
                    entry.rollcall.number = entries[at].rollcall.number;
                }
                entries[at] = entry;
            }
            None => entries.push(entry),
        }
    }
    if entries.len() > MAX_ROLLCALLS {
        return Err(bad(format!("more than {MAX_ROLLCALLS} roll calls")));
    }
    names.extend(over.names);
    let resolutions = resolutions.with(over.resolutions, &places);
    Ok(Contents { kind, origin, sources, names, entries, resolutions })
}

pub(super) type SymbolAndDay = (String, Date);

pub(super) fn key(rollcall: &RollCall) -> SymbolAndDay {
    (rollcall.symbol.to_ascii_uppercase(), rollcall.date)
}

fn by_symbol(entries: &[RollCallEntry]) -> HashMap<SymbolAndDay, Vec<usize>> {
    let mut bearing: HashMap<_, Vec<_>> = HashMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.rollcall.symbol.is_empty()) {
        bearing.entry(key(&entry.rollcall)).or_default().push(at);
    }
    bearing
}

impl RecordNumber {
    /// Whether it is one of the program's own, where the library's is not known.
    pub fn is_own(self) -> bool {
        self.0 >= FIRST_OWN_NUMBER
    }
}
