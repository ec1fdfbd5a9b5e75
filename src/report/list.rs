//! Roll calls as rows, in the order that is asked for.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};

use serde::{Serialize, Serializer};

use crate::record::{MemberId, Record, RollCallId, RollCallSet, State, Tally, fold};

use super::{Answer, Block, Cell, Column, NOT_RECORDED, Table, tally_in_words};
use crate::answer::{RollCallRow, Window};

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
fn natural(a: &str, b: &str) -> Ordering {
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

impl RollCallRow<'_> {
    /// The tally; none where votes by member were not recorded.
    pub(super) fn tally(&self) -> Option<Tally> {
        let (yes, no, abstain) = (self.yes?, self.no?, self.abstain?);
        Some(Tally { yes, no, abstain, absent: self.absent.unwrap_or_default() })
    }

    /// The tally in one line.
    pub(super) fn tally_in_words(&self) -> String {
        self.tally().map_or_else(|| NOT_RECORDED.to_owned(), |tally| tally_in_words(tally, self.absent.is_some()))
    }

    /// The title, and that votes by member were not recorded where that is so.
    fn marked_title(&self) -> Cow<'_, str> {
        if self.yes.is_some() { self.title.into() } else { format!("{} ({NOT_RECORDED})", self.title).into() }
    }

    /// What people call it among `others`: its symbol, or its record number where it has none or shares it with one of
    /// them.
    pub(super) fn name(&self, others: &[Self]) -> String {
        let is_shared =
            others.iter().any(|other| other.id != self.id && other.symbol.eq_ignore_ascii_case(self.symbol));
        if self.symbol.is_empty() || is_shared { format!("#{}", self.id) } else { self.symbol.to_owned() }
    }
}

/// A list of roll calls.
#[derive(Clone, Debug)]
pub struct RollCallList<'r> {
    rows: Vec<RollCallRow<'r>>,
    /// The codes of members whose votes stand beside each.
    beside: Vec<&'r str>,
    window: Window,
}

impl<'r> RollCallList<'r> {
    /// The roll calls `ids`, of those that the window holds.
    pub fn new(record: &'r Record, ids: &[RollCallId], window: Window) -> Self {
        Self { rows: ids.iter().map(|&id| RollCallRow::new(record, id)).collect(), beside: Vec::new(), window }
    }

    /// The same with the votes of members beside each.
    #[must_use]
    pub fn beside(mut self, record: &'r Record, ids: &[RollCallId], members: &[MemberId]) -> Self {
        let code = |&member: &MemberId| record.members().get(member).code.as_ref();
        for (row, &id) in self.rows.iter_mut().zip(ids) {
            let states = members.iter().map(|member| (code(member), record.votes().state(id, *member)));
            row.votes_of = states.filter(|&(_, state)| state != State::NotMember).collect();
        }
        self.beside = members.iter().map(code).collect();
        self
    }

    /// The columns of those members, and their cells in a row.
    fn columns_beside(&self) -> impl Iterator<Item = Column> {
        self.beside.iter().map(|code| Column::named(code))
    }

    fn cells_beside(&self, row: &RollCallRow<'_>) -> impl Iterator<Item = Cell> {
        self.beside.iter().map(|code| row.votes_of.get(code).map_or(Cell::Undefined, |vote| vote.word().into()))
    }
}

impl Serialize for RollCallList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl Answer for RollCallList<'_> {
    fn blocks(&self) -> Vec<Block> {
        // The title stands last, where it may be as long as it is.
        let columns = ["date", "symbol", "yes", "no", "abstain", "absent"].map(Column::new).into_iter();
        let columns = columns.chain(self.columns_beside()).chain([Column::giving_way("title")]).collect();
        let row = |row: &RollCallRow<'_>| {
            let cells = [
                Cell::Text(row.date.to_string()),
                Cell::Text(row.name(&[])),
                row.yes.into(),
                row.no.into(),
                row.abstain.into(),
                row.absent.into(),
            ];
            cells.into_iter().chain(self.cells_beside(row)).chain([row.marked_title().as_ref().into()]).collect()
        };
        vec![Block::Table(Table { columns, rows: self.rows.iter().map(row).collect() })]
    }

    fn rows(&self) -> Table {
        let columns = [
            "id", "symbol", "date", "session", "title", "yes", "no", "abstain", "absent", "members", "body", "kind",
            "outcome",
        ];
        let row = |row: &RollCallRow<'_>| {
            let cells = [
                Cell::Count(row.id.0.into()),
                row.symbol.into(),
                Cell::Text(row.date.to_string()),
                Cell::Text(row.session.map_or_else(String::new, |session| session.to_string())),
                row.title.into(),
                row.yes.into(),
                row.no.into(),
                row.abstain.into(),
                row.absent.into(),
                row.members.into(),
                row.body.word().into(),
                row.kind.word().into(),
                row.outcome.word().into(),
            ];
            cells.into_iter().chain(self.cells_beside(row)).collect()
        };
        let columns = columns.map(Column::new).into_iter().chain(self.columns_beside()).collect();
        Table { columns, rows: self.rows.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
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
