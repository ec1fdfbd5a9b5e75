//! All pairs as a view: what is listed, said, copied and written of them, and what their keys do.

use std::borrow::Cow;

use ratatui::layout::Size;

use crate::actions::Action;
use crate::answer::{MatrixReport, Window};
use crate::app::App;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::page::{Line, Page, Piece};
use crate::app::scroll::step_of;
use crate::app::session::Workspace;
use crate::app::views::blocs::BlocsView;
use crate::app::views::shown::{metric_of, metric_option};
use crate::app::views::{Boxed, Here, OpenedFrom, Pointed, Response, Room, View, ViewKind};
use crate::link::{LinkOptions, LinkedView};
use crate::query::Query;
use crate::record::{MemberId, MemberSet, Record, RollCallSet};
use crate::report::text::{thousands, value};
use crate::report::{Format, Style, counted, render};

use super::{KIND, MatrixFigures, MatrixView, Order, letter, page};

/// The columns of members in the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MatrixColumn {
    Name,
    Group,
    /// The value with the member under the cursor, and the votes that both cast.
    Value,
    Shared,
}

impl NamedColumn for MatrixColumn {
    const ALL: &'static [Self] = &[Self::Name, Self::Group, Self::Value, Self::Shared];
}

impl<'r> View<'r> for MatrixView<'r> {
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
        let record = shared.record();
        let answer = MatrixReport::new(record, self.metric, Window::of(shared.lexicon, query, set), set);
        let groups = answer.groups(self.groups);
        // By the order from before the column under the cursor is found again.
        let order = self.found.take().map(|found| found.order).unwrap_or_default();
        self.found = Some(MatrixFigures { answer, groups, order });
    }

    fn arrange(&mut self, shared: &Workspace<'_>) {
        let across = self.across();
        let Some(MatrixFigures { answer, groups, order }) = &mut self.found else { return };
        let all: MemberSet = answer.members().iter().copied().collect();
        *order = match self.order {
            Order::Tree => groups.order().to_vec(),
            Order::Name => shared.named(all).collect(),
            Order::Group => {
                // Of a bloc the members of the day of the last roll call are beside each other.
                let groups = answer.window.last.map(|day| shared.grouped(&all, day)).unwrap_or_default();
                groups.into_iter().flat_map(|(_, members)| shared.named(members)).collect()
            }
            Order::With(member) => {
                let mut members: Vec<_> = shared.named(all).collect();
                let value = |id: MemberId| answer.figure(member, id).enough().unwrap_or(f64::NEG_INFINITY);
                members.sort_by(|&a, &b| (b == member).cmp(&(a == member)).then(value(b).total_cmp(&value(a))));
                members
            }
        };
        self.point_at(across);
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let across = self.across().map(|id| shared.record().code(id).to_owned()).unwrap_or_default();
        let head = |&column: &MatrixColumn| match column {
            MatrixColumn::Name => ListColumn::text("country", "name", 0, 0),
            MatrixColumn::Group => ListColumn::text("group", "group", 5, 32),
            MatrixColumn::Value => {
                let value = ListColumn::number("", "value with the member under the cursor", 6, 24);
                ListColumn { name: across.clone().into(), ..value }
            }
            MatrixColumn::Shared => ListColumn::number("n", "votes that both cast", 5, 28),
        };
        MatrixColumn::ALL.iter().map(|column| head(column).unsorted()).collect()
    }

    fn rows(&self, _set: &RollCallSet, _sort: Sort, _session: &Workspace<'_>) -> Vec<Row> {
        self.order().iter().copied().map(Row::Member).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::Member(id) = row else { return Line::new() };
        let Some((found, across)) = self.found.as_ref().zip(self.across()) else { return Line::new() };
        let figure = found.answer.figure(id, across);
        match MatrixColumn::at(at.column) {
            Some(MatrixColumn::Name) => vec![Piece::plain(shared.record().name(id).to_owned())],
            Some(MatrixColumn::Group) => vec![Piece::plain(format!("  {}", letter(&found.groups, id)))],
            _ if id == across => Line::new(),
            // On few votes it has no rank, and the n beside it says why.
            Some(MatrixColumn::Value) => vec![Piece::plain(value(figure.enough()))],
            Some(MatrixColumn::Shared) => vec![Piece::quiet(thousands(figure.n as usize))],
            None => Line::new(),
        }
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let page = page::page(here.session, self, room.page, here.member());
        (page, Page::default())
    }

    fn title(&self, _here: &Here<'_, 'r>) -> String {
        "All pairs".to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let (listed, metric) = (here.list.len(), self.metric.name());
        (format!("{}, {metric}", counted(listed, "member")), format!("{}, {metric}", thousands(listed)))
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        ("No member has a vote in this window.", "/ sets the window.".into())
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::Metric => Response::Recompute(Some(self.cycle_metric())),
            Action::Order => Response::Refresh(Some(self.cycle_order(here.member(), here.session))),
            Action::MoreGroups | Action::FewerGroups => {
                Response::Refresh(Some(self.step_groups(action == Action::MoreGroups)))
            }
            Action::GroupBloc => self.groups_as_blocs(here),
            _ if here.in_list() || here.member().is_none() => Response::Passed,
            Action::Left | Action::Right => {
                Response::shown(self.go_across(if action == Action::Right { 1 } else { -1 }))
            }
            _ => step_of(action).map_or(Response::Passed, Response::Step),
        }
    }

    fn point(&mut self, at: (usize, usize), room: Size, here: &Here<'_, 'r>) -> Option<Pointed> {
        let (row, across) = page::at(self, here.member(), at, room)?;
        let moved = self.across() != Some(across);
        if moved {
            self.point_at(Some(across));
        }
        Some(Pointed { row: Row::Member(row), moved })
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Picture(None)
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Matrix
    }

    fn options(&self, session: &Workspace<'_>) -> LinkOptions {
        let order = match self.order {
            Order::Tree => None,
            Order::Group => Some("group".to_owned()),
            Order::With(member) => Some(session.record().code(member).to_owned()),
            Order::Name => Some("name".to_owned()),
        };
        LinkOptions { metric: metric_option(self.metric), order, ..LinkOptions::default() }
    }

    fn take_options(&mut self, options: &LinkOptions, session: &Workspace<'_>) {
        self.metric = metric_of(options);
        self.order = match options.order.as_deref() {
            Some("group") => Order::Group,
            Some("name") => Order::Name,
            Some(code) => session.record().members().by_code(code).map_or(Order::Tree, Order::With),
            None => Order::Tree,
        };
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let text = here.member().and_then(|member| self.as_text(here.record(), member));
        text.map(|text| here.cited(&text)).or_else(|| here.row_as_text())
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        self.found.as_ref().map(|found| render(&found.answer, here.record(), format, style))
    }
}

impl MatrixView<'_> {
    /// The group of the selected member and that of the column under the cursor, as two blocs.
    fn groups_as_blocs<'r>(&self, here: &Here<'_, 'r>) -> Response<'r> {
        let Some(row) = here.member() else { return Response::Unchanged };
        let record = here.record();
        let a = self.group_of(row).map(|group| expression(record, group)).unwrap_or_default();
        let other = self.across().and_then(|across| self.group_of(across)).filter(|group| !group.contains(&row));
        let b = other.map(|group| expression(record, group)).unwrap_or_default();
        let said = b
            .is_empty()
            .then(|| "only one group here; put the cursor on a column of another group for the second bloc".to_owned());
        Response::Open(Box::new(BlocsView::new(here.session.lexicon, [&a, &b])), said)
    }
}

/// Members as an expression.
fn expression(record: &Record, members: &[MemberId]) -> String {
    let codes: Vec<_> = members.iter().map(|&id| record.code(id)).collect();
    codes.join("+")
}

impl App<'_> {
    /// Goes to all pairs.
    pub(super) fn go_to_matrix(&mut self) -> bool {
        if self.view().kind() == &KIND {
            return self.view_mut().go(Focus::List);
        }
        self.open_here(Box::new(MatrixView::new()))
    }
}
