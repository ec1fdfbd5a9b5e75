//! The columns of a list: which there are, which fit, and where each is.

use std::borrow::Cow;

/// A column of a list.
#[derive(Clone, Debug)]
pub struct ListColumn {
    /// What is above it.
    pub name: Cow<'static, str>,
    /// What it is, in words, for choosing what to sort by.
    pub long: Cow<'static, str>,
    /// How many columns of the screen it takes; 0 is what the others leave.
    pub width: u16,
    /// From how many columns of room on it is shown: what matters less goes first, and nothing is squeezed.
    pub from: u16,
    /// Whether it is to the right.
    pub right: bool,
    /// Whether rows can be sorted by it.
    pub sorts: bool,
}

impl ListColumn {
    /// A text of a width, from the given room on.
    pub(super) const fn text(name: &'static str, long: &'static str, width: u16, from: u16) -> Self {
        Self { name: Cow::Borrowed(name), long: Cow::Borrowed(long), width, from, right: false, sorts: true }
    }

    /// A number, to the right.
    pub(super) const fn number(name: &'static str, long: &'static str, width: u16, from: u16) -> Self {
        Self { name: Cow::Borrowed(name), long: Cow::Borrowed(long), width, from, right: true, sorts: true }
    }

    /// What can't be sorted by.
    pub(super) const fn unsorted(mut self) -> Self {
        self.sorts = false;
        self
    }

    /// What is shown in no room, and sorted by only if it is said to be.
    pub(super) const fn hidden(mut self) -> Self {
        self.from = u16::MAX;
        self
    }
}

/// The columns of a list by name. What each sorts by and what its cells are is said of the name, never of a position.
pub(super) trait NamedColumn: Copy + PartialEq + 'static {
    /// All of them, in their order.
    const ALL: &'static [Self];

    /// The column at a position.
    fn at(position: usize) -> Option<Self> {
        Self::ALL.get(position).copied()
    }

    /// Its position.
    fn position(self) -> usize {
        Self::ALL.iter().position(|&column| column == self).unwrap_or_default()
    }
}

/// A column that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedColumn {
    /// Its position among all columns.
    pub column: usize,
    /// Its first column on the screen, counted from the start of the row.
    pub x: u16,
    /// How many columns of the screen it takes.
    pub width: u16,
    /// Whether it is to the right.
    pub right: bool,
}

/// The columns before the first: the mark of the selected row, and the mark that the user set.
pub const MARKS: u16 = 2;

/// What the selected row and a marked one have before their first column, beside each other.
pub const MARKERS: (&str, &str) = ("▸", "●");

/// Places those of `columns` that fit into a row of `room` columns, with one between two.
pub(super) fn place(columns: &[ListColumn], room: u16) -> Vec<PlacedColumn> {
    let shown: Vec<_> = columns.iter().enumerate().filter(|(_, column)| column.from <= room).collect();
    let fixed: u16 = shown.iter().map(|(_, column)| column.width + 1).sum();
    // Behind the last there is a blank, so that nothing touches the border.
    let rest = room.saturating_sub(MARKS + fixed);
    let mut x = MARKS;
    let place = |(at, column): (usize, &ListColumn)| {
        let width = if column.width == 0 { rest } else { column.width };
        let placed = PlacedColumn { column: at, x, width, right: column.right };
        x += width + 1;
        placed
    };
    shown.into_iter().map(place).collect()
}

/// What a list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sort {
    /// The position of the column.
    pub column: usize,
    /// Whether the order is turned round.
    pub reverse: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [ListColumn; 4] = [
        ListColumn::text("date", "", 10, 42),
        ListColumn::text("symbol", "", 10, 57),
        ListColumn::text("title", "", 0, 0),
        ListColumn::number("Y", "", 3, 29),
    ];

    #[test]
    fn columns_are_dropped_before_they_are_squeezed() {
        for (room, places) in [
            (70, &[(0, 2, 10), (1, 13, 10), (2, 24, 41), (3, 66, 3)][..]),
            (56, &[(0, 2, 10), (2, 13, 38), (3, 52, 3)]),
            (41, &[(2, 2, 34), (3, 37, 3)]),
            (28, &[(2, 2, 25)]),
            (0, &[(2, 2, 0)]),
        ] {
            let places: Vec<_> = places
                .iter()
                .map(|&(column, x, width)| PlacedColumn { column, x, width, right: column == 3 })
                .collect();
            assert_eq!(place(&COLUMNS, room), places, "{room}");
        }
    }
}
