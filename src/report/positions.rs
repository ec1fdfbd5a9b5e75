//! Members on two axes by how far they agree.

use serde::Serialize;

use crate::analysis::{Place, places};
use crate::record::{Record, RollCallSet};

use super::text::percent;
use super::window::{Credit, Window};
use super::{Answer, Block, Cell, Column, Table, counted};

/// The places of members over a set of roll calls, from right to left.
#[derive(Clone, Debug, Serialize)]
pub struct Positions<'r> {
    window: Window,
    explained: [Option<f64>; 2],
    members: Vec<Placed<'r>>,
    source: Credit,
    #[serde(skip)]
    many: usize,
    #[serde(skip)]
    few: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Placed<'r> {
    code: &'r str,
    #[serde(skip)]
    name: &'r str,
    x: f64,
    y: f64,
}

impl<'r> Positions<'r> {
    /// The places over `set`, which `window` says.
    pub fn new(record: &'r Record, window: Window, set: &RollCallSet) -> Self {
        let found = places(record, set);
        let placed = |place: &Place| {
            let member = record.members().get(place.member);
            Placed { code: &member.code, name: &member.name, x: place.x, y: place.y }
        };
        let mut members: Vec<_> = found.members.iter().map(placed).collect();
        members.sort_by(|a, b| b.x.total_cmp(&a.x));
        Self {
            window,
            explained: found.explained,
            members,
            source: Credit::of(record),
            many: found.many,
            few: found.few,
        }
    }
}

impl Answer for Positions<'_> {
    fn blocks(&self) -> Vec<Block> {
        let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
        let is_placed = |code| self.members.iter().any(|placed| placed.code == code);
        let turned = if is_placed("USA") && is_placed("CHN") { "; USA right of CHN" } else { "" };
        let mut blocks = vec![
            Block::Title("Positions: axes of this selection, by agreement".to_owned()),
            Block::Facts(vec![
                ("Method", "classical scaling of 1 - agreement; near means voting alike here".to_owned()),
                ("Axis 1", format!("{} of the positive eigenvalues' sum{turned}", share(self.explained[0]))),
                ("Axis 2", format!("{}; whoever lies farthest out is above", share(self.explained[1]))),
                ("Members", format!("{} that cast at least 30 % of the votes; {} did not", self.many, self.few)),
            ]),
        ];
        if self.members.is_empty() {
            let none = format!(
                "Not enough votes: no two members share enough of {}",
                counted(self.window.rollcalls, "roll call")
            );
            blocks.push(Block::Heading(none));
        } else {
            blocks.extend([Block::Heading("From right to left".to_owned()), Block::Table(self.rows())]);
        }
        blocks
    }

    fn rows(&self) -> Table {
        let row = |placed: &Placed<'_>| {
            vec![placed.code.into(), placed.name.into(), Cell::Figure(placed.x), Cell::Figure(placed.y)]
        };
        let columns = [Column::new("code"), Column::giving_way("name"), Column::new("x"), Column::new("y")].into();
        Table { columns, rows: self.members.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
