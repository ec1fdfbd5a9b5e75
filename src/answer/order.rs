//! The order of roll calls, by what they are sorted.

use std::cmp::{Ordering, Reverse};

use crate::record::{Record, RollCallId, RollCallSet, Tally, fold};

/// What roll calls are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SortKey {
    /// Newest first.
    #[default]
    Date,
    /// By symbol, numbers in it by their value.
    Symbol,
    /// By title, without regard to case and accents.
    Title,
    /// Most yes votes first.
    Yes,
    /// Most no votes first.
    No,
    /// Most abstentions first.
    Abstain,
    /// Most absent first.
    Absent,
    /// Largest margin of yes over no first.
    Margin,
}

/// The roll calls of `set` by `key`, ties newest first; the other way round if `reverse`.
pub fn order(record: &Record, set: &RollCallSet, key: SortKey, reverse: bool) -> Vec<RollCallId> {
    // Newest first, and on one day the higher record number: the reverse of the record's own order.
    let mut ids: Vec<_> = set.iter().rev().collect();
    let most = |ids: &mut Vec<RollCallId>, value: &dyn Fn(Tally) -> i32| {
        ids.sort_by_key(|id| Reverse(value(record.tally(*id))));
    };
    match key {
        SortKey::Date => {}
        SortKey::Symbol => ids.sort_by(|a, b| natural(&record.rollcall(*a).symbol, &record.rollcall(*b).symbol)),
        SortKey::Title => ids.sort_by_cached_key(|id| fold(&record.rollcall(*id).title)),
        SortKey::Yes => most(&mut ids, &|tally| tally.yes.into()),
        SortKey::No => most(&mut ids, &|tally| tally.no.into()),
        SortKey::Abstain => most(&mut ids, &|tally| tally.abstain.into()),
        SortKey::Absent => most(&mut ids, &|tally| tally.absent.into()),
        SortKey::Margin => most(&mut ids, &Tally::margin),
    }
    if reverse {
        ids.reverse();
    }
    // What has no tally is neither the largest nor the smallest.
    if !matches!(key, SortKey::Date | SortKey::Symbol | SortKey::Title) {
        ids.sort_by_key(|&id| !record.is_recorded(id));
    }
    ids
}

/// Compares texts with the numbers in them by value: ES-11/9 before ES-11/10.
pub fn natural(a: &str, b: &str) -> Ordering {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (mut a, mut b) = (a, b);
    loop {
        let (long, wide) = (digits(a), digits(b));
        if long > 0 && wide > 0 {
            let (x, y) = (a[..long].trim_start_matches('0'), b[..wide].trim_start_matches('0'));
            match x.len().cmp(&y.len()).then(x.cmp(y)) {
                Ordering::Equal => (a, b) = (&a[long..], &b[wide..]),
                other => return other,
            }
            continue;
        }
        let (mut rest_a, mut rest_b) = (a.chars(), b.chars());
        match (rest_a.next(), rest_b.next()) {
            (Some(x), Some(y)) if x == y => (a, b) = (rest_a.as_str(), rest_b.as_str()),
            (x, y) => return x.cmp(&y),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_sort_by_the_numbers_in_them() {
        let mut symbols =
            ["A/RES/ES-11/10", "A/RES/9/1", "A/RES/ES-11/9", "A/RES/39/146B", "A/RES/39/146A", "A/RES/39/9"];
        symbols.sort_by(|a, b| natural(a, b));
        let sorted = ["A/RES/9/1", "A/RES/39/9", "A/RES/39/146A", "A/RES/39/146B", "A/RES/ES-11/9", "A/RES/ES-11/10"];
        assert_eq!(symbols, sorted);
    }
}
