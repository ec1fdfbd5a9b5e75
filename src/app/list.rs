//! The rows of a list and the selected one, which stays selected whatever happens around it.

use crate::record::{MemberId, RollCallId, TextId};

use super::scroll::{Scroll, Step};

/// What a row of a list stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Row {
    /// A roll call.
    RollCall(RollCallId),
    /// A member.
    Member(MemberId),
    /// An adopted text.
    Text(TextId),
}

impl Row {
    /// The roll call, if it is one.
    pub fn rollcall(self) -> Option<RollCallId> {
        match self {
            Self::RollCall(id) => Some(id),
            Self::Member(_) | Self::Text(_) => None,
        }
    }

    /// The member, if it is one.
    pub fn member(self) -> Option<MemberId> {
        match self {
            Self::Member(id) => Some(id),
            Self::RollCall(_) | Self::Text(_) => None,
        }
    }

    /// The text, if it is one.
    pub fn text(self) -> Option<TextId> {
        match self {
            Self::Text(id) => Some(id),
            Self::RollCall(_) | Self::Member(_) => None,
        }
    }
}

/// Rows in an order, with a selected one as long as there are any.
#[derive(Clone, Debug, Default)]
pub struct List {
    rows: Vec<Row>,
    /// The position of the selected row.
    at: usize,
    /// The first row that is shown.
    first: usize,
    height: usize,
    /// The row that the user chose, which may be filtered out for now.
    wanted: Option<Row>,
}

impl List {
    /// Shows rows: the wanted one is selected, or the first where it is not among them; it comes back when it is.
    pub fn show(&mut self, rows: Vec<Row>) {
        self.rows = rows;
        let on_screen = self.at - self.first;
        let wanted = self.wanted.and_then(|wanted| self.rows.iter().position(|&row| row == wanted));
        self.at = wanted.unwrap_or_default();
        // The wanted row stays at its height of the screen; without one nothing above the first is out of sight.
        self.first = self.at.saturating_sub(on_screen);
        self.settle();
    }

    /// Takes a step; says whether the selection moved. A step out of sight brings some rows more into it, so that most
    /// steps leave the list where it is.
    pub fn step(&mut self, step: Step) -> bool {
        let at = step.target(self.at, self.rows.len(), self.height);
        let (above, below) = (at < self.first, at >= self.first + self.height.max(1));
        let moved = self.select(at);
        match step {
            Step::Rows(_) if above => self.first = self.first.saturating_sub(self.height / 4),
            Step::Rows(_) if below => self.first += self.height / 4,
            _ => {}
        }
        self.settle();
        moved
    }

    /// Selects the row at position `at`; says whether the selection moved.
    pub fn select(&mut self, at: usize) -> bool {
        let Some(&row) = self.rows.get(at) else { return false };
        self.wanted = Some(row);
        let moved = self.at != at;
        self.at = at;
        self.settle();
        moved
    }

    /// Takes the selected row for the one that the user wants: it comes back when a filter lets it.
    pub fn choose(&mut self) {
        self.wanted = self.selected().or(self.wanted);
    }

    /// Whether the user chose the selected row.
    pub fn is_chosen(&self) -> bool {
        self.wanted.is_some() && self.wanted == self.selected()
    }

    /// Selects a row if it is there; says whether it is. Where there are others around it, it is shown among them.
    pub fn select_row(&mut self, row: Row) -> bool {
        let at = self.rows.iter().position(|&other| other == row);
        if let Some(at) = at {
            let far = !(self.first..self.first + self.height.max(1)).contains(&at);
            self.select(at);
            if far {
                self.first = at.saturating_sub(self.height / 3);
                self.settle();
            }
        }
        at.is_some()
    }

    /// Takes a new number of rows that can be seen.
    pub fn fit(&mut self, height: usize) {
        self.height = height;
        self.settle();
    }

    /// Brings the selected row into view, and no blank row below the last.
    fn settle(&mut self) {
        let height = self.height.max(1);
        self.first = self.first.clamp((self.at + 1).saturating_sub(height), self.at);
        self.first = self.first.min(self.rows.len().saturating_sub(height));
    }

    /// The selected row.
    pub fn selected(&self) -> Option<Row> {
        self.rows.get(self.at).copied()
    }

    /// The rows that are seen, and whether each is the selected one.
    pub fn window(&self) -> impl Iterator<Item = (Row, bool)> {
        let rows = self.rows.iter().enumerate().skip(self.first).take(self.height);
        rows.map(|(at, &row)| (row, at == self.at))
    }

    /// All rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Which part of the rows is seen.
    pub fn scroll(&self) -> Scroll {
        Scroll { first: self.first, lines: self.rows.len(), height: self.height }
    }

    /// The position of the first row that is seen.
    pub fn first(&self) -> usize {
        self.first
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use crate::record::Index;

    use super::*;

    fn row(at: usize) -> Row {
        Row::RollCall(RollCallId::from_index(at))
    }

    fn rows(ats: &[usize]) -> Vec<Row> {
        ats.iter().rev().map(|&at| row(at)).collect()
    }

    #[test]
    fn what_is_selected_stays_selected_and_comes_back() {
        let mut list = List::default();
        list.fit(3);
        list.show(rows(&[1, 5, 9, 20, 21]));
        assert_eq!(list.selected(), Some(row(21)));
        list.select(2);
        for (shown, selected) in
            [(&[1, 9][..], Some(9)), (&[1, 7, 20], Some(20)), (&[20, 21], Some(21)), (&[1], Some(1)), (&[], None)]
        {
            list.show(rows(shown));
            assert_eq!(list.selected(), selected.map(row), "{shown:?}");
        }
        list.show(rows(&[1, 5, 9, 20, 21]));
        assert_eq!(list.selected(), Some(row(9)));
    }

    #[test]
    fn the_selected_row_is_always_seen() {
        let mut list = List::default();
        list.fit(4);
        list.show((0..100).map(row).collect());
        for (step, at) in [
            (Step::Last, 99),
            (Step::Rows(-1), 98),
            (Step::First, 0),
            (Step::Rows(-1), 0),
            (Step::Halves(2), 3),
            (Step::Halves(1), 5),
            (Step::Rows(3), 8),
        ] {
            list.step(step);
            assert_eq!((list.at, list.window().count()), (at, 4), "{step:?}");
            assert_eq!(list.window().filter(|&(_, selected)| selected).count(), 1);
        }
        list.fit(200);
        assert_eq!(list.first(), 0);
    }
}
