//! Members on two axes: their places, their neighbours, and their grouping.

mod page;

use std::borrow::Cow;

use ratatui::layout::Size;

use crate::answer::positions::Placed;
use crate::answer::{Positions, Window};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{MemberId, RollCallId, RollCallSet};
use crate::report::{Format, Style, render};

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece};
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, OpenedFrom, Pointed, Response, Room, View, ViewKind};

/// Members on two axes.
pub(super) static KIND: ViewKind =
    ViewKind { name: "Positions", keys: Some(Context::Positions), first: |_| Box::new(PositionsView::default()) };

/// Goes to it.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Positions).then(|| app.go_to_positions())
}

/// Opens it if a link names it; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    *link == LinkedView::Positions && app.open_first(&KIND, query)
}

/// The columns of members on two axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PositionColumn {
    Name,
    X,
    Y,
}

impl NamedColumn for PositionColumn {
    const ALL: &'static [Self] = &[Self::Name, Self::X, Self::Y];
}

impl PositionColumn {
    fn head(self) -> ListColumn {
        match self {
            Self::Name => ListColumn::text("country", "name", 0, 0),
            Self::X => ListColumn::number("axis 1", "place on axis 1", 7, 23),
            Self::Y => ListColumn::number("axis 2", "place on axis 2", 7, 34),
        }
    }
}

/// Members on two axes over a set of roll calls.
#[derive(Clone, Debug, Default)]
struct PositionsView<'r> {
    /// The roll call whose votes group them, if there is one; by default the last of the set.
    on: Option<RollCallId>,
    last: Option<RollCallId>,
    answer: Option<Positions<'r>>,
}

/// A step to the nearest member on that side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toward {
    Left,
    Right,
    Up,
    Down,
}

impl<'r> PositionsView<'r> {
    /// Groups members by their votes on a roll call.
    fn new(on: Option<RollCallId>) -> Self {
        Self { on, ..Self::default() }
    }

    /// The roll call whose votes group the members, if votes do.
    fn voted(&self) -> Option<RollCallId> {
        self.on.or(self.last)
    }

    fn members(&self) -> &[Placed<'r>] {
        self.answer.as_ref().map_or(&[], |answer| &answer.members)
    }

    fn place(&self, id: MemberId) -> Option<&Placed<'r>> {
        self.members().iter().find(|place| place.member == id)
    }

    /// The nearest member on one side; distance across that direction counts double.
    fn beside(&self, id: MemberId, toward: Toward) -> Option<MemberId> {
        let here = self.place(id)?;
        let ahead = |place: &Placed<'_>| {
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
    fn as_text(&self, id: MemberId) -> Option<String> {
        let (answer, place) = (self.answer.as_ref()?, self.place(id)?);
        let (name, window) = (place.name, answer.window.line());
        Some(format!(
            "{name}: {:.3} on axis 1, {:.3} on axis 2 of classical scaling of 1 − agreement over {window}",
            place.x, place.y
        ))
    }
}

impl<'r> View<'r> for PositionsView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn has_aside(&self) -> bool {
        false
    }

    fn is_drawn(&self) -> bool {
        true
    }

    fn shares(&self, _screen: u16) -> [u16; 2] {
        [27, 22]
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        self.last = set.iter().next_back();
        let window = Window::of(shared.lexicon, query, set);
        self.answer = Some(Positions::new(shared.record(), window, set));
    }

    fn columns(&self, _session: &Workspace<'_>) -> Vec<ListColumn> {
        PositionColumn::ALL.iter().map(|column| column.head()).collect()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        let mut members: Vec<_> =
            shared.by_name.iter().filter_map(|&id| self.place(id).map(|place| (id, place))).collect();
        match PositionColumn::at(sort.column) {
            Some(PositionColumn::X) => members.sort_by(|(_, a), (_, b)| b.x.total_cmp(&a.x)),
            Some(PositionColumn::Y) => members.sort_by(|(_, a), (_, b)| b.y.total_cmp(&a.y)),
            Some(PositionColumn::Name) | None => {}
        }
        if sort.reverse {
            members.reverse();
        }
        members.into_iter().map(|(id, _)| Row::Member(id)).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::Member(id) = row else { return Line::new() };
        match (PositionColumn::at(at.column), self.place(id)) {
            (Some(PositionColumn::Name), _) => vec![Piece::plain(shared.record().name(id).to_owned())],
            (Some(PositionColumn::X), Some(place)) => vec![Piece::plain(format!("{:.3}", place.x))],
            (Some(PositionColumn::Y), Some(place)) => vec![Piece::plain(format!("{:.3}", place.y))],
            _ => Line::new(),
        }
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let page = page::page(here.session, self, room.page, here.member());
        (page, Page::default())
    }

    fn title(&self, _here: &Here<'_, 'r>) -> String {
        "Two axes".to_owned()
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        ("No member can be placed.", "Members need a vote on 30 % of the roll calls; / sets the window.".into())
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Response<'r> {
        let toward = match action {
            Action::Left => Toward::Left,
            Action::Right => Toward::Right,
            Action::Up => Toward::Up,
            Action::Down => Toward::Down,
            _ => return Response::Passed,
        };
        match here.member().filter(|_| !here.in_list()) {
            Some(selected) => {
                self.beside(selected, toward).map_or(Response::Unchanged, |to| Response::Select(Row::Member(to)))
            }
            None => Response::Passed,
        }
    }

    fn point(&mut self, at: (usize, usize), room: Size, here: &Here<'_, 'r>) -> Option<Pointed> {
        Some(Pointed { row: Row::Member(page::at(self, here.session, at, room)?), moved: false })
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.member().map(LinkTarget::Member)
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Picture(self.on)
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Positions
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let text = here.member().and_then(|member| self.as_text(member));
        text.map(|text| here.cited(&text)).or_else(|| here.row_as_text())
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        self.answer.as_ref().map(|answer| render(answer, here.record(), format, style))
    }
}

impl App<'_> {
    /// Opens members on two axes; from a roll call, grouped by their votes on it.
    fn go_to_positions(&mut self) -> bool {
        if self.view().kind() == &KIND {
            return self.view_mut().go(Focus::List);
        }
        let on = self.rollcall_here().or_else(|| self.rollcall_before());
        self.open_here(Box::new(PositionsView::new(on)))
    }
}
