//! The words of all roll calls, folded once, to be searched at every key.

use std::collections::HashMap;

use memchr::memmem::Finder;

use crate::record::{Record, RollCallId, RollCallSet, Text, fold};

/// The cells of a roll call that are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Title,
    Agenda,
    Subjects,
    /// What `unvotes` says was decided.
    Description,
}

/// The folded titles, agenda titles and subjects of a record, each different one once. Each word has a space before
/// and after it and each cell a line of its own, so that a phrase never runs from one cell into the next.
#[derive(Debug)]
pub(super) struct Words {
    text: String,
    cells: Vec<SearchedCell>,
    rollcalls: usize,
}

#[derive(Debug)]
struct SearchedCell {
    field: Field,
    /// Where its text ends.
    end: usize,
    rollcalls: Vec<RollCallId>,
}

impl Words {
    /// Folds the words of `record`.
    pub(super) fn new(record: &Record) -> Self {
        let mut words = Self { text: String::new(), cells: Vec::new(), rollcalls: record.len() };
        let mut known: HashMap<(Field, &str), usize> = HashMap::new();
        for (id, rollcall) in record.rollcalls() {
            let agenda = rollcall.agenda.iter().map(|cell| (Field::Agenda, cell));
            let subjects = rollcall.subjects.iter().map(|cell| (Field::Subjects, cell));
            let description = rollcall.description.iter().map(|cell| (Field::Description, cell));
            for (field, cell) in
                [(Field::Title, &rollcall.title)].into_iter().chain(agenda).chain(subjects).chain(description)
            {
                let at = *known.entry((field, cell)).or_insert_with(|| words.add(field, cell));
                words.cells[at].rollcalls.push(id);
            }
        }
        words
    }

    fn add(&mut self, field: Field, cell: &Text) -> usize {
        self.text.push('\n');
        self.text.push(' ');
        self.text.push_str(&fold(cell));
        self.text.push(' ');
        self.cells.push(SearchedCell { field, end: self.text.len(), rollcalls: Vec::new() });
        self.cells.len() - 1
    }

    /// The roll calls in which a word, or several in a row, begin as `folded` says, or stand so whole; in one field or
    /// in any.
    pub(super) fn find(&self, folded: &str, whole: bool, field: Option<Field>) -> RollCallSet {
        let mut set = RollCallSet::empty(self.rollcalls);
        let wanted = if whole { format!(" {folded} ") } else { format!(" {folded}") };
        let finder = Finder::new(&wanted);
        let mut from = 0;
        while let Some(at) = finder.find(&self.text.as_bytes()[from..]) {
            let cell = &self.cells[self.cells.partition_point(|cell| cell.end <= from + at)];
            if field.is_none_or(|field| field == cell.field) {
                set.extend(cell.rollcalls.iter().copied());
            }
            from = cell.end;
        }
        set
    }
}
