//! The blocs that have a name, in words.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::answer::Window;
use crate::answer::bloc_list::{BlocFault, BlocRow, Blocs, NamedKind};
use crate::query::{BlocKind, written};

use super::{Answer, Block, Cell, Column, Table};

impl BlocFault {
    /// What is wrong, in a line.
    fn in_words(&self) -> String {
        match self {
            Self::Name(error) => error.to_string(),
            Self::Hidden(other) => format!("hidden by @{}, which has the same name", written(other)),
            Self::Unreadable(error) => error.to_string(),
        }
    }
}

impl Serialize for BlocFault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_words())
    }
}

impl Answer for Blocs<'_> {
    fn blocks(&self) -> Vec<Block> {
        let columns = ["name", "members", "of", "kind"].map(Column::new).into_iter();
        let columns = columns.chain([Column::giving_way("what")]).collect();
        let row = |row: &BlocRow<'_>| {
            let of = match (row.kind, row.dated) {
                (NamedKind::BuiltIn(BlocKind::Group | BlocKind::Subregion), _) => "today",
                (_, true) => "each day",
                (_, false) => "always",
            };
            let what = match (&row.error, &row.expr) {
                (Some(fault), _) => Cow::Owned(fault.in_words()),
                (None, Some(expression)) => Cow::Borrowed(expression.as_str()),
                (None, None) => Cow::Borrowed(row.title.as_ref()),
            };
            let count = row.members.as_ref().map_or(Cell::Undefined, |members| Cell::Count(members.len() as u64));
            vec![
                Cell::Text(format!("@{}", written(&row.name))),
                count,
                of.into(),
                row.kind.word().into(),
                what.as_ref().into(),
            ]
        };
        vec![
            Block::Title("Blocs: members on the day of the last roll call".to_owned()),
            Block::Table(Table { columns, rows: self.blocs.iter().map(row).collect() }),
        ]
    }

    fn rows(&self) -> Table {
        let columns = ["name", "title", "kind", "dated", "expr", "members", "note"].map(Column::new).into();
        let row = |row: &BlocRow<'_>| {
            let members = row.members.as_ref().map(|members| members.join(" "));
            vec![
                row.name.as_ref().into(),
                row.title.as_ref().into(),
                row.kind.word().into(),
                if row.dated { "yes" } else { "no" }.into(),
                row.expr.as_deref().unwrap_or_default().into(),
                members.map_or(Cell::Undefined, Cell::Text),
                row.note.unwrap_or_default().into(),
            ]
        };
        Table { columns, rows: self.blocs.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
