//! What keys do where figures are drawn: on the map, in the matrix, on two axes, with two members, before and after a year.

use ratatui::layout::Size;

use crate::record::{MemberId, Record};

use super::App;
use super::action::Action;
use super::layout::Focus;
use super::list::Row;
use super::session::Session;
use super::subject::{Kind, Subject};
use super::update::step;
use super::view::View;
use super::views::blocs::BlocsView;
use super::views::drift::DriftView;
use super::views::matrix::{self, MatrixView};
use super::views::positions::{self, PositionsView, Toward};

impl App<'_> {
    /// Moves within what is drawn; none if that is not what the action does here.
    pub(super) fn move_within(&mut self, action: Action) -> Option<bool> {
        self.move_map(action).or_else(|| self.move_cursor(action))
    }

    /// Moves the map, or goes nearer or farther away; none if that is not what the action does here.
    fn move_map(&mut self, action: Action) -> Option<bool> {
        let pans = self.view().focus() != Focus::List;
        let shared = &self.shared;
        let view = self.views.last_mut()?;
        view.turn(shared, false, |subject| {
            let Subject::World(map) = subject else { return None };
            Some(match action {
                Action::Nearer => map.zoom(true),
                Action::Farther => map.zoom(false),
                Action::Whole => map.whole(),
                Action::Left if pans => map.pan(-1.0, 0.0),
                Action::Right if pans => map.pan(1.0, 0.0),
                Action::Up if pans => map.pan(0.0, -1.0),
                Action::Down if pans => map.pan(0.0, 1.0),
                _ => return None,
            })
        })
    }

    /// Moves the cursor of the matrix, or to the nearest member on two axes; none if that is not what the action does.
    fn move_cursor(&mut self, action: Action) -> Option<bool> {
        let view = self.view();
        let selected = view.member()?;
        if view.focus() == Focus::List {
            return None;
        }
        match view.about() {
            Subject::Matrix(_) => {
                let by = match action {
                    Action::Left => -1,
                    Action::Right => 1,
                    _ => return Some(self.view_mut().step(step(action)?)),
                };
                let shared = &self.shared;
                self.views.last_mut()?.turn(shared, false, |subject| match subject {
                    Subject::Matrix(pairs) => Some(pairs.go_across(by)),
                    _ => None,
                })
            }
            Subject::Positions(scatter) => {
                let toward = match action {
                    Action::Left => Toward::Left,
                    Action::Right => Toward::Right,
                    Action::Up => Toward::Up,
                    Action::Down => Toward::Down,
                    _ => return None,
                };
                let to = scatter.beside(selected, toward);
                Some(to.is_some_and(|to| self.view_mut().select(Row::Member(to))))
            }
            _ => None,
        }
    }

    /// Changes what figures are shown, and says so; none if that is not what the action does here.
    pub(super) fn turn_figures(&mut self, action: Action) -> Option<bool> {
        let selected = self.view().member();
        let shared = &self.shared;
        let count = !matches!(action, Action::Which | Action::Order | Action::MoreGroups | Action::FewerGroups);
        let said = self.views.last_mut()?.turn(shared, count, |subject| {
            Some(match (subject, action) {
                (Subject::Pair(couple), Action::Metric) => couple.turn_metric(),
                (Subject::Pair(couple), Action::Which) => couple.turn_which(),
                (Subject::Matrix(pairs), Action::Metric) => pairs.turn_metric(),
                (Subject::Matrix(pairs), Action::Order) => pairs.turn_order(selected, shared),
                (Subject::Matrix(pairs), Action::MoreGroups | Action::FewerGroups) => {
                    pairs.turn_groups(action == Action::MoreGroups)
                }
                (Subject::Drift(moved), Action::LaterYear | Action::EarlierYear) => {
                    moved.turn_year(action == Action::LaterYear)
                }
                _ => return None,
            })
        })?;
        self.notice = Some(said);
        Some(true)
    }

    /// Goes to all pairs.
    pub(super) fn go_to_matrix(&mut self) -> bool {
        if self.view().kind() == Kind::Matrix {
            return self.view_mut().go(Focus::List);
        }
        self.open_here(Subject::Matrix(Box::new(MatrixView::new())))
    }

    /// Goes to members on two axes; from a roll call they are told apart by their votes on it.
    pub(super) fn go_to_positions(&mut self) -> bool {
        if self.view().kind() == Kind::Positions {
            return self.view_mut().go(Focus::List);
        }
        let on = self.rollcall_here().or_else(|| self.rollcall_before());
        self.open_here(Subject::Positions(Box::new(PositionsView::new(on))))
    }

    /// Goes to those that moved toward the selected member, or the first of two, or away from it.
    pub(super) fn go_to_drift(&mut self) -> bool {
        let member = match self.view().about() {
            Subject::Pair(couple) => Some(couple.members()[0]),
            _ => self.view().member(),
        };
        member.is_some_and(|member| self.open_here(Subject::Drift(Box::new(DriftView::new(member)))))
    }

    /// Holds the group of the selected member against that of the column under the cursor.
    pub(super) fn go_to_groups(&mut self) -> bool {
        let (Subject::Matrix(pairs), Some(row)) = (self.view().about(), self.view().member()) else { return false };
        let record = self.record();
        let a = pairs.group_of(row).map(|group| expression(record, group)).unwrap_or_default();
        let other = pairs.across().and_then(|across| pairs.group_of(across)).filter(|group| !group.contains(&row));
        let b = other.map(|group| expression(record, group)).unwrap_or_default();
        self.open_here(Subject::Blocs(Box::new(BlocsView::new(self.shared.lexicon, [&a, &b]))));
        if b.is_empty() {
            self.notice = Some("one group; a column of another group makes it the second bloc".to_owned());
        }
        true
    }
}

impl<'r> View<'r> {
    /// Puts the cursor on what is drawn at a line and a column of the page, of so much room; says whether it was there
    /// already, none where nothing is drawn that can be pointed at.
    pub(super) fn point(&mut self, shared: &Session<'r>, at: (usize, usize), room: Size) -> Option<bool> {
        let selected = self.member();
        let (member, across) = match self.about() {
            Subject::World(_) => (self.page().page().land_at(at.0 + self.page().scroll().first, at.1)?, None),
            Subject::Matrix(pairs) => {
                let (row, across) = matrix::at(pairs, selected, at, room)?;
                (row, Some(across))
            }
            Subject::Positions(scatter) => (positions::at(scatter, shared, at, room)?, None),
            _ => return None,
        };
        // In the matrix the column moves too.
        let moved = self.turn(shared, false, |subject| match subject {
            Subject::Matrix(pairs) if pairs.across() != across => {
                pairs.point(across);
                Some(())
            }
            _ => None,
        });
        self.select(Row::Member(member));
        Some(selected == Some(member) && moved.is_none())
    }
}

/// Members as an expression.
fn expression(record: &Record, members: &[MemberId]) -> String {
    let codes: Vec<_> = members.iter().map(|&id| record.members().get(id).code.as_ref()).collect();
    codes.join("+")
}
