//! The rows of a list and the selected one, which stays selected whatever happens around it.

use crate::record::{Index, RollCallId, RollCallSet};

use super::scroll::Step;

/// Roll calls newest first, with a selected one as long as there are any.
#[derive(Clone, Debug, Default)]
pub struct List {
    rows: Vec<RollCallId>,
    /// The position of the selected row.
    at: usize,
    /// The first row that is shown.
    first: usize,
    height: usize,
    /// The roll call that the user chose, which may be filtered out for now.
    wanted: Option<RollCallId>,
}

impl List {
    /// Shows the roll calls of `set`: the wanted one is selected, or else the one nearest to it.
    pub fn show(&mut self, set: &RollCallSet) {
        self.rows.clear();
        self.rows.extend(set.iter().rev());
        let wanted = self.wanted.or(self.rows.first().copied());
        let on_screen = self.at - self.first;
        self.at = wanted.map_or(0, |wanted| nearest(&self.rows, wanted));
        // The selected row stays at its height of the screen.
        self.first = self.at.saturating_sub(on_screen);
        self.settle();
    }

    /// Takes a step; says whether the selection moved.
    pub fn step(&mut self, step: Step) -> bool {
        self.select(step.target(self.at, self.rows.len(), self.height))
    }

    /// Selects the row at position `at`; says whether the selection moved.
    pub fn select(&mut self, at: usize) -> bool {
        let Some(&id) = self.rows.get(at) else { return false };
        self.wanted = Some(id);
        let moved = self.at != at;
        self.at = at;
        self.settle();
        moved
    }

    /// Takes the selected roll call for the one that the user wants: it comes back when a filter lets it.
    pub fn choose(&mut self) {
        self.wanted = self.selected().or(self.wanted);
    }

    /// Selects the roll call `id` if it is among the rows.
    pub fn select_rollcall(&mut self, id: RollCallId) {
        if let Some(at) = self.rows.iter().position(|&row| row == id) {
            self.select(at);
        }
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

    /// The selected roll call.
    pub fn selected(&self) -> Option<RollCallId> {
        self.rows.get(self.at).copied()
    }

    /// The rows that are seen, and whether each is the selected one.
    pub fn window(&self) -> impl Iterator<Item = (RollCallId, bool)> {
        let rows = self.rows.iter().enumerate().skip(self.first).take(self.height);
        rows.map(|(at, &id)| (id, at == self.at))
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

/// The position in `rows`, newest first, of the roll call nearest to `wanted`.
fn nearest(rows: &[RollCallId], wanted: RollCallId) -> usize {
    let older = rows.partition_point(|&row| row > wanted);
    let distance = |at: usize| rows.get(at).map(|row| row.index().abs_diff(wanted.index()));
    match (older.checked_sub(1).and_then(distance), distance(older)) {
        (Some(newer), Some(this)) if newer < this => older - 1,
        (Some(_), None) => older - 1,
        _ => older,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(rows: &[usize]) -> RollCallSet {
        let mut set = RollCallSet::empty(100);
        set.extend(rows.iter().map(|&at| RollCallId::from_index(at)));
        set
    }

    #[test]
    fn what_is_selected_stays_selected_and_comes_back() {
        let mut list = List::default();
        list.fit(3);
        list.show(&set(&[1, 5, 9, 20, 21]));
        assert_eq!(list.selected(), Some(RollCallId::from_index(21)));
        list.select(2);
        for (rows, selected) in
            [(&[1, 9][..], Some(9)), (&[1, 7, 20], Some(7)), (&[20, 21], Some(20)), (&[1], Some(1)), (&[], None)]
        {
            list.show(&set(rows));
            assert_eq!(list.selected(), selected.map(RollCallId::from_index), "{rows:?}");
        }
        list.show(&set(&[1, 5, 9, 20, 21]));
        assert_eq!(list.selected(), Some(RollCallId::from_index(9)));
    }

    #[test]
    fn the_selected_row_is_always_seen() {
        let mut list = List::default();
        list.fit(4);
        list.show(&RollCallSet::all(100));
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
