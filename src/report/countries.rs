//! Members as rows: how often each voted how over a window.

use serde::Serialize;

use crate::analysis::position;
use crate::record::{MemberId, Record, RollCallSet};

use super::{Answer, Block, Cell, Column, Table};
use crate::answer::{Credit, Window};

/// A member in a list.
#[derive(Clone, Debug, Serialize)]
struct CountryRow<'r> {
    code: &'r str,
    name: &'r str,
    group: Option<&'r str>,
    /// Votes cast.
    n: u32,
    yes: u32,
    no: u32,
    abstain: u32,
    absent: Option<u32>,
}

/// The votes of members over a window.
#[derive(Clone, Debug, Serialize)]
pub struct Countries<'r> {
    members: Vec<CountryRow<'r>>,
    window: Window,
    source: Credit,
}

impl<'r> Countries<'r> {
    /// The members `ids`, in this order, over the roll calls of `set`, which `window` describes.
    pub fn new(record: &'r Record, ids: &[MemberId], set: &RollCallSet, window: Window) -> Self {
        let row = |&id: &MemberId| {
            let member = record.members().get(id);
            let votes = position(record, id, set);
            CountryRow {
                code: &member.code,
                name: &member.name,
                group: member.group.as_deref(),
                n: votes.cast(),
                yes: votes.yes,
                no: votes.no,
                abstain: votes.abstain,
                absent: votes.absent,
            }
        };
        Self { members: ids.iter().map(row).collect(), source: window.credit.clone(), window }
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
            ]
        };
        let columns = ["code", "name", "group", "n", "yes", "no", "abstain", "absent"];
        Table { columns: columns.map(Column::new).into(), rows: self.members.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
