//! The words of all roll calls, folded once, to be searched at every key.

use std::collections::HashMap;

use memchr::memmem::Finder;

use crate::carried;
use crate::record::{Packable, Packer, Record, RollCallId, RollCallSet, Text, Unpacker, fold, packed_by_place};

/// The cells of a roll call that are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Title,
    Agenda,
    Subjects,
    /// What `unvotes` says was decided.
    Description,
}

packed_by_place!(Field);

impl Field {
    const ALL: [Self; 4] = [Self::Title, Self::Agenda, Self::Subjects, Self::Description];
}

/// The folded titles, agenda titles and subjects of a record, each different one once. Each word has a space before
/// and after it and each cell a line of its own, so that a phrase never runs from one cell into the next.
#[derive(Debug)]
pub(super) struct Words {
    text: Text,
    cells: Vec<SearchedCell>,
    /// The roll calls of the first cell, of the second, and so on.
    rollcalls: Vec<RollCallId>,
    /// How many roll calls the record has.
    of: usize,
}

#[derive(Debug)]
struct SearchedCell {
    field: Field,
    /// Where its text ends.
    end: usize,
    /// Where its roll calls end.
    last: usize,
}

impl Words {
    /// The words of `record`: folded, unless the build has folded them.
    pub(super) fn new(record: &Record) -> Self {
        let all = record.rollcalls().map(|(id, _)| id);
        if record.is_carried() { Self::carried(record.len()) } else { Self::of(record, all) }
    }

    /// The words of some roll calls of `record`.
    pub(super) fn of(record: &Record, ids: impl Iterator<Item = RollCallId>) -> Self {
        let mut text = String::new();
        let mut cells: Vec<(Field, usize, Vec<RollCallId>)> = Vec::new();
        let mut known: HashMap<(Field, &str), usize> = HashMap::new();
        for id in ids {
            let rollcall = record.rollcall(id);
            let details = rollcall.details();
            let agenda = details.agenda.iter().map(|cell| (Field::Agenda, cell));
            let subjects = details.subjects.iter().map(|cell| (Field::Subjects, cell));
            let description = details.description.iter().map(|cell| (Field::Description, cell));
            let title = [(Field::Title, &rollcall.title)];
            for (field, cell) in title.into_iter().chain(agenda).chain(subjects).chain(description) {
                let at = *known.entry((field, cell)).or_insert_with(|| {
                    text.push_str("\n ");
                    text.push_str(&fold(cell));
                    text.push(' ');
                    cells.push((field, text.len(), Vec::new()));
                    cells.len() - 1
                });
                cells[at].2.push(id);
            }
        }
        let mut rollcalls = Vec::new();
        let cell = |(field, end, of): (Field, usize, Vec<RollCallId>)| {
            rollcalls.extend(of);
            SearchedCell { field, end, last: rollcalls.len() }
        };
        let cells = cells.into_iter().map(cell).collect();
        Self { text: text.into(), cells, rollcalls, of: record.len() }
    }

    fn carried(of: usize) -> Self {
        let mut from = Unpacker::new(carried::CELLS);
        let (mut end, mut last) = (0, 0);
        let cells = (0..from.number()).map(|_| {
            let field = Field::unpack(&mut from);
            end += from.number() as usize;
            last += from.number() as usize;
            SearchedCell { field, end, last }
        });
        let cells = cells.collect();
        Self { text: Text::Borrowed(carried::WORDS), cells, rollcalls: Packable::unpack(&mut from), of }
    }

    /// Packs where each cell ends and whose it is; the folded text.
    pub(super) fn pack(&self, to: &mut Packer) -> String {
        to.number(self.cells.len() as u64);
        let (mut end, mut last) = (0, 0);
        for cell in &self.cells {
            cell.field.pack(to);
            to.number((cell.end - end) as u64);
            to.number((cell.last - last) as u64);
            (end, last) = (cell.end, cell.last);
        }
        self.rollcalls.pack(to);
        self.text.to_string()
    }

    /// The roll calls in which a word, or several in a row, begin as `folded` says, or stand so whole; in one field or
    /// in any.
    pub(super) fn find(&self, folded: &str, whole: bool, field: Option<Field>) -> RollCallSet {
        let mut set = RollCallSet::empty(self.of);
        let wanted = if whole { format!(" {folded} ") } else { format!(" {folded}") };
        let finder = Finder::new(&wanted);
        let mut from = 0;
        while let Some(found) = finder.find(&self.text.as_bytes()[from..]) {
            let at = self.cells.partition_point(|cell| cell.end <= from + found);
            let (cell, first) = (&self.cells[at], at.checked_sub(1).map_or(0, |before| self.cells[before].last));
            if field.is_none_or(|field| field == cell.field) {
                set.extend(self.rollcalls[first..cell.last].iter().copied());
            }
            from = cell.end;
        }
        set
    }
}
