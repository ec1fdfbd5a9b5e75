//! Roll calls as rows, in words.

use std::borrow::Cow;

use crate::answer::{RollCallList, RollCallRow, Window};

use super::{Answer, Block, Cell, Column, NOT_RECORDED, Table, tally_in_words};

impl RollCallRow<'_> {
    /// The tally in one line.
    pub(super) fn tally_in_words(&self) -> String {
        self.tally().map_or_else(|| NOT_RECORDED.to_owned(), |tally| tally_in_words(tally, self.absent.is_some()))
    }

    /// The title, and that votes by member were not recorded where that is the case.
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

impl RollCallList<'_> {
    /// The columns of those members, and their cells in a row.
    fn columns_beside(&self) -> impl Iterator<Item = Column> {
        self.beside.iter().map(|code| Column::named(code))
    }

    fn cells_beside(&self, row: &RollCallRow<'_>) -> impl Iterator<Item = Cell> {
        self.beside.iter().map(|code| row.votes_of.get(code).map_or(Cell::Undefined, |vote| vote.word().into()))
    }
}

impl Answer for RollCallList<'_> {
    fn blocks(&self) -> Vec<Block> {
        // The title is last, where it may be as long as it is.
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
        let linked = self.rows.iter().any(|row| row.link.is_some());
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
            let link = linked.then(|| row.link.as_deref().map_or(Cell::Undefined, Cell::from));
            cells.into_iter().chain(self.cells_beside(row)).chain(link).collect()
        };
        let columns = columns.map(Column::new).into_iter().chain(self.columns_beside());
        let columns = columns.chain(linked.then(|| Column::new("link"))).collect();
        Table { columns, rows: self.rows.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
