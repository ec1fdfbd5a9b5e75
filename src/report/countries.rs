//! Members as rows, in words.

use crate::answer::countries::{Countries, CountryRow};
use crate::answer::{Position, Window};
use crate::record::State;

use super::text::percent;
use super::{Answer, Block, Cell, Column, Table};

/// "74.5 % yes, 0.0 % no, 25.5 % abstaining": shares of the votes cast.
pub fn shares_in_words(votes: Position) -> String {
    let share = |state| votes.share(state).map(percent);
    match [State::Yes, State::No, State::Abstain].map(share) {
        [Some(yes), Some(no), Some(abstain)] => format!("{yes} yes, {no} no, {abstain} abstaining"),
        _ => "no share is defined".to_owned(),
    }
}

impl Answer for Countries<'_> {
    fn blocks(&self) -> Vec<Block> {
        vec![Block::Table(self.rows())]
    }

    fn rows(&self) -> Table {
        let count = |count: u32| Cell::Count(count.into());
        let row = |row: &CountryRow<'_>| {
            vec![
                row.code.into(),
                row.name.into(),
                row.group.unwrap_or_default().into(),
                count(row.n),
                count(row.yes),
                count(row.no),
                count(row.abstain),
                row.absent.map_or(Cell::Undefined, count),
                row.last.map_or(Cell::Undefined, |day| Cell::Text(day.to_string())),
            ]
        };
        let columns = ["code", "name", "group", "n", "yes", "no", "abstain", "absent", "last"];
        Table { columns: columns.map(Column::new).into(), rows: self.members.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
