//! Members on two axes by how far they agree.

use crate::answer::Window;
use crate::answer::positions::{Placed, Positions};

use super::text::percent;
use super::{Answer, Block, Cell, Column, Table, counted};

impl Answer for Positions<'_> {
    fn blocks(&self) -> Vec<Block> {
        let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
        let is_placed = |code| self.members.iter().any(|placed| placed.code == code);
        let turned = if is_placed("USA") && is_placed("CHN") { "; USA right of CHN" } else { "" };
        let mut blocks = vec![
            Block::Title("Positions: axes of this selection, by agreement".to_owned()),
            Block::Facts(vec![
                ("Method", "classical scaling of 1 - agreement; members close together vote alike here".to_owned()),
                ("Axis 1", format!("{} of the positive eigenvalues' sum{turned}", share(self.explained[0]))),
                ("Axis 2", format!("{}; the member farthest out is at the top", share(self.explained[1]))),
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
