//! The list of an open view: which row is selected, what it is sorted by, what its columns hold.

use super::OpenView;
use crate::app::columns::{ListColumn, PlacedColumn, Sort};
use crate::app::list::{List, Row};
use crate::app::page::Line;
use crate::app::scroll::Step;
use crate::app::session::Workspace;
use crate::record::{MemberId, RollCallId};

impl<'r> OpenView<'r> {
    /// Takes a step in the list; says whether the selection moved.
    pub(in crate::app) fn step(&mut self, step: Step) -> bool {
        self.list.step(step)
    }

    /// Selects a row of the window; says whether the selection moved, or nothing if there is no such row.
    pub(in crate::app) fn select_seen(&mut self, row: u16) -> Option<bool> {
        let at = self.list.first() + usize::from(row);
        (at < self.list.len()).then(|| self.list.select(at))
    }

    /// Selects a row; says whether it is among those of the list.
    pub(in crate::app) fn select(&mut self, row: Row) -> bool {
        self.list.select_row(row)
    }

    /// Sorts by a column, or turns the order round if it is sorted by that one; what is first then is selected.
    pub(in crate::app) fn sort_by(&mut self, column: usize, shared: &Workspace<'r>) {
        let reverse = self.sort.column == column && !self.sort.reverse;
        self.sort = Sort { column, reverse };
        self.refresh(shared);
        self.list.step(Step::First);
    }

    /// Sorts by a column in an order.
    pub(in crate::app) fn set_sort(&mut self, sort: Sort, shared: &Workspace<'r>) {
        if sort != self.sort && self.columns(shared).get(sort.column).is_some_and(|column| column.sorts) {
            self.sort = sort;
            self.refresh(shared);
        }
    }

    /// What the list is sorted by.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// The columns of the list.
    pub fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        self.view.columns(shared)
    }

    /// Whether its rows can be sorted by a column.
    pub(in crate::app) fn sorts(&self, shared: &Workspace<'_>) -> bool {
        self.columns(shared).iter().any(|column| column.sorts)
    }

    /// The columns that fit into the given room.
    pub fn placed(&self, shared: &Workspace<'_>, room: u16) -> Vec<PlacedColumn> {
        let sorted = Some(self.sort.column).filter(|&column| column != self.view.sort().column);
        self.view.placed(shared, room, sorted)
    }

    /// The cell of a row in a column.
    pub fn cell(&self, shared: &Workspace<'_>, row: Row, at: PlacedColumn) -> Line {
        self.view.cell(row, at, shared)
    }

    /// Whether a row has a mark: a roll call that is marked, a member that stays above others.
    pub fn is_marked(&self, shared: &Workspace<'_>, row: Row) -> bool {
        match row {
            Row::RollCall(id) => shared.marks().contains(&id),
            Row::Member(id) => self.view.is_pinned(id),
            Row::Text(_) => false,
        }
    }

    /// The list.
    pub fn list(&self) -> &List {
        &self.list
    }

    /// The selected roll call, if the list is of roll calls.
    pub fn rollcall(&self) -> Option<RollCallId> {
        self.list.selected()?.rollcall()
    }

    /// Whether the user chose the selected row.
    pub(in crate::app) fn is_chosen(&self) -> bool {
        self.list.is_chosen()
    }

    /// The member that it is about, or that the user chose in it.
    pub(in crate::app) fn chosen_member(&self, shared: &Workspace<'r>) -> Option<MemberId> {
        let member = self.view.member(&self.here(shared));
        member.filter(|_| self.is_chosen() || self.list.selected().and_then(Row::member) != member)
    }

    /// The selected member, if the list is of members.
    pub fn member(&self) -> Option<MemberId> {
        self.list.selected()?.member()
    }
}
