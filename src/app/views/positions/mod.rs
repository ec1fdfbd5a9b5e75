//! Members on two axes: where each stands, which stands beside which, and by what they are told apart.

mod page;

use crate::analysis::{Place, Places, places};
use crate::record::{MemberId, Record, RollCallId, RollCallSet};
use crate::report::Window;

use crate::app::columns::{Column, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, Piece};
use crate::app::session::Session;

pub(in crate::app) use self::page::{at, page};

/// The columns of members on two axes.
pub(in crate::app) const COLUMNS: [Column; 3] = [
    Column::text("country", "name", 0, 0),
    Column::number("axis 1", "place on axis 1", 6, 22),
    Column::number("axis 2", "place on axis 2", 6, 32),
];

/// Members on two axes over a set of roll calls.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct PositionsView {
    /// The roll call by whose votes they are told apart, if that is wanted; else the last of the set.
    on: Option<RollCallId>,
    last: Option<RollCallId>,
    found: Option<Places>,
}

/// A step to the nearest member on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Toward {
    Left,
    Right,
    Up,
    Down,
}

impl PositionsView {
    /// With the votes on a roll call to tell members apart by.
    pub(in crate::app) fn new(on: Option<RollCallId>) -> Self {
        Self { on, ..Self::default() }
    }

    /// Counts over a set.
    pub(in crate::app) fn take(&mut self, set: &RollCallSet, shared: &Session<'_>) {
        self.last = set.iter().next_back();
        self.found = Some(places(shared.record(), set));
    }

    /// The roll call by whose votes they are told apart, if that was wanted.
    pub(in crate::app) fn wanted(&self) -> Option<RollCallId> {
        self.on
    }

    /// The roll call by whose votes members are told apart, if they are by votes.
    fn voted(&self) -> Option<RollCallId> {
        self.on.or(self.last)
    }

    fn members(&self) -> &[Place] {
        self.found.as_ref().map_or(&[], |found| &found.members)
    }

    fn place(&self, id: MemberId) -> Option<&Place> {
        self.members().iter().find(|place| place.member == id)
    }

    /// The nearest on a side of a member: what lies aside counts twice.
    pub(in crate::app) fn beside(&self, id: MemberId, toward: Toward) -> Option<MemberId> {
        let here = self.place(id)?;
        let ahead = |place: &Place| {
            let (x, y) = (place.x - here.x, place.y - here.y);
            let (along, aside) = match toward {
                Toward::Left => (-x, y),
                Toward::Right => (x, y),
                Toward::Up => (y, x),
                Toward::Down => (-y, x),
            };
            (along > 1e-9).then_some(along.hypot(2.0 * aside))
        };
        let others = self.members().iter().filter_map(|place| Some((ahead(place)?, place.member)));
        others.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, member)| member)
    }

    /// A member as a line of text, with its place and the window.
    pub(in crate::app) fn as_text(
        &self,
        record: &Record,
        id: MemberId,
        query: &str,
        set: &RollCallSet,
    ) -> Option<String> {
        let place = self.place(id)?;
        let name = &record.members().get(id).name;
        let window = Window::new(record, query, set).line();
        Some(format!(
            "{name}: {:.3} on axis 1, {:.3} on axis 2 of classical scaling of 1 − agreement over {window}",
            place.x, place.y
        ))
    }

    /// The members, sorted.
    pub(in crate::app) fn rows(&self, shared: &Session<'_>, sort: Sort) -> Vec<Row> {
        let mut members: Vec<_> =
            shared.by_name.iter().filter_map(|&id| self.place(id).map(|place| (id, [place.x, place.y]))).collect();
        if let Some(axis) = sort.column.checked_sub(1) {
            members.sort_by(|a, b| b.1[axis].total_cmp(&a.1[axis]));
        }
        if sort.reverse {
            members.reverse();
        }
        members.into_iter().map(|(id, _)| Row::Member(id)).collect()
    }

    /// The cell of a member in a column.
    pub(in crate::app) fn cell(&self, record: &Record, id: MemberId, column: usize) -> Line {
        match (column, self.place(id)) {
            (0, _) => vec![Piece::plain(record.members().get(id).name.to_string())],
            (1, Some(place)) => vec![Piece::plain(format!("{:.3}", place.x))],
            (2, Some(place)) => vec![Piece::plain(format!("{:.3}", place.y))],
            _ => Line::new(),
        }
    }
}
