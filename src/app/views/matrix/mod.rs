//! All members against all: in which order they stand, into how many groups the tree of them is cut, which pair is under
//! the cursor.

mod page;

use std::borrow::Cow;

use jiff::civil::Date;
use ratatui::layout::Size;

use crate::analysis::{Matrix, Metric, Tree, tree};
use crate::query;
use crate::record::{MemberId, MemberSet, Record, RollCallSet};
use crate::report::text::{thousands, value};
use crate::report::{Format, MatrixReport, Style, Window, counted, figure_in_words, render};

use crate::app::App;
use crate::app::action::{Action, Context};
use crate::app::columns::{Column, Placed, Sort};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::page::{Line, Page, Piece};
use crate::app::session::{Grouping, Session};
use crate::app::update::step;
use crate::app::views::blocs::BlocsView;
use crate::app::views::{Boxed, Here, Kind, Origin, Outcome, Pointed, Room, View};

/// All members against all.
pub(super) static KIND: Kind = Kind {
    name: "Matrix",
    action: Some(Action::Matrix),
    keys: Some(Context::Matrix),
    first: |_| Box::new(MatrixView::new()),
    marked: |_| false,
    go: |app| app.go_to_matrix(),
};

/// How many groups there are at first, and at most.
const GROUPS: (usize, usize) = (4, 26);

/// In which order members stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// Like beside like: the leaves of the tree.
    #[default]
    Tree,
    /// By regional group, or as members are grouped.
    Group,
    /// By how far they agree with the member that was selected then.
    With(MemberId),
    Name,
}

/// All pairs over a set of roll calls.
#[derive(Clone, Debug)]
struct MatrixView {
    metric: Metric,
    order: Order,
    /// The member of the column under the cursor, by its place in the order.
    across: usize,
    groups: usize,
    found: Option<Found>,
}

/// What is known of them over the set.
#[derive(Clone, Debug)]
struct Found {
    matrix: Matrix,
    tree: Tree,
    groups: Groups,
    /// The day of the last roll call: of a bloc the members of that day stand together.
    last: Option<Date>,
    /// The members in their order.
    order: Vec<MemberId>,
}

/// The members by where the tree of them is cut.
#[derive(Clone, Debug)]
struct Groups {
    /// Largest first.
    members: Vec<Vec<MemberId>>,
    /// The distance at which it is cut; none where all are one, or each is alone.
    height: Option<f64>,
}

impl Groups {
    /// The tree cut into so many, or fewer where more are joined at one height.
    fn new(tree: &Tree, many: usize) -> Self {
        let heights = tree.heights();
        // One group for each join above the cut, and one.
        let height = heights.len().checked_sub(many).map(|at| heights[at]);
        let cut = height.unwrap_or(if many > heights.len() { -1.0 } else { f64::MAX });
        let mut members: Vec<_> = tree.cut(cut).into_iter().map(<[MemberId]>::to_vec).collect();
        members.sort_by_key(|group| std::cmp::Reverse(group.len()));
        Self { members, height: height.filter(|_| many > 1) }
    }

    /// What the group of a member is called.
    fn letter(&self, id: MemberId) -> char {
        let at = self.members.iter().position(|group| group.contains(&id));
        at.and_then(|at| ('A'..='Z').nth(at)).unwrap_or(' ')
    }

    /// "4 groups, cut at 0.274".
    fn in_words(&self) -> String {
        let cut = self.height.map(|height| format!(", cut at {height:.3}")).unwrap_or_default();
        format!("{} groups{cut}", self.members.len())
    }
}

impl MatrixView {
    fn new() -> Self {
        Self { metric: Metric::default(), order: Order::default(), across: 1, groups: GROUPS.0, found: None }
    }

    /// Goes on to the next metric; says which it is. What it gives is to be counted anew.
    fn turn_metric(&mut self) -> String {
        self.metric = self.metric.next();
        format!("metric: {}", self.metric.name())
    }

    /// Goes on to the next order, of agreement with `selected` where that is the next; says which it is.
    fn turn_order(&mut self, selected: Option<MemberId>, shared: &Session<'_>) -> String {
        self.order = match (self.order, selected) {
            (Order::Tree, _) => Order::Group,
            (Order::Group, Some(member)) => Order::With(member),
            (Order::Group, None) | (Order::With(_), _) => Order::Name,
            (Order::Name, _) => Order::Tree,
        };
        format!("order: {}", self.order_in_words(shared))
    }

    fn order_in_words(&self, shared: &Session<'_>) -> String {
        match self.order {
            Order::Tree => "like beside like".to_owned(),
            Order::Group if shared.grouping == Grouping::Vote => "regional group".to_owned(),
            Order::Group => shared.grouping.name(),
            Order::With(member) => {
                format!("{} with {}", self.metric.name(), shared.record().members().get(member).name)
            }
            Order::Name => "name".to_owned(),
        }
    }

    /// The members in their order.
    fn order(&self) -> &[MemberId] {
        self.found.as_ref().map_or(&[], |found| &found.order)
    }

    /// The member of the column under the cursor.
    fn across(&self) -> Option<MemberId> {
        self.order().get(self.across).copied()
    }

    /// Puts the column of the cursor on a member.
    fn point_at(&mut self, member: Option<MemberId>) {
        let at = self.order().iter().position(|&other| Some(other) == member);
        self.across = at.unwrap_or(self.across.min(self.order().len().saturating_sub(1)));
    }

    /// Moves the cursor by so many columns; says whether it moved.
    fn go_across(&mut self, by: isize) -> bool {
        let before = self.across;
        let last = self.order().len().saturating_sub(1);
        self.across = before.saturating_add_signed(by).min(last);
        before != self.across
    }

    /// Cuts the tree into more groups, or fewer; says how many there are.
    fn turn_groups(&mut self, more: bool) -> String {
        let by = if more { 1 } else { -1 };
        self.groups = self.groups.saturating_add_signed(by).clamp(1, GROUPS.1);
        let Some(found) = &mut self.found else { return String::new() };
        found.groups = Groups::new(&found.tree, self.groups);
        found.groups.in_words()
    }

    /// The members of the group that a member is in.
    fn group_of(&self, member: MemberId) -> Option<&[MemberId]> {
        self.found.as_ref()?.groups.members.iter().find(|group| group.contains(&member)).map(Vec::as_slice)
    }

    /// A member and that of the column under the cursor as a line of text, with the metric, its n and the window.
    fn as_text(&self, record: &Record, id: MemberId, query: &str, set: &RollCallSet) -> Option<String> {
        let (found, across) = self.found.as_ref().zip(self.across().filter(|&across| across != id))?;
        let [a, b] = [id, across].map(|id| record.members().get(id).name.as_ref());
        let figure = figure_in_words(found.matrix.figure(id, across));
        Some(format!("{a} and {b}: {} {figure}, over {}", self.metric.name(), Window::new(record, query, set).line()))
    }
}

impl<'r> View<'r> for MatrixView {
    fn kind(&self) -> &'static Kind {
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

    fn recompute(&mut self, set: &RollCallSet, shared: &Session<'r>) {
        let record = shared.record();
        let matrix = Matrix::new(record, self.metric, set);
        let tree = tree(&matrix);
        let groups = Groups::new(&tree, self.groups);
        let last = set.iter().next_back().map(|id| record.rollcall(id).date);
        // By the order from before the column under the cursor is found again.
        let order = self.found.take().map(|found| found.order).unwrap_or_default();
        self.found = Some(Found { matrix, tree, groups, last, order });
    }

    fn arrange(&mut self, shared: &Session<'_>) {
        let across = self.across();
        let Some(Found { matrix, tree, last, order, .. }) = &mut self.found else { return };
        let all: MemberSet = matrix.members().iter().copied().collect();
        *order = match self.order {
            Order::Tree => tree.order().to_vec(),
            Order::Name => shared.named(all).collect(),
            Order::Group => {
                let groups = last.map(|day| shared.grouped(&all, day)).unwrap_or_default();
                groups.into_iter().flat_map(|(_, members)| shared.named(members)).collect()
            }
            Order::With(member) => {
                let mut members: Vec<_> = shared.named(all).collect();
                let value = |id: MemberId| matrix.enough(member, id).unwrap_or(f64::NEG_INFINITY);
                members.sort_by(|&a, &b| (b == member).cmp(&(a == member)).then(value(b).total_cmp(&value(a))));
                members
            }
        };
        self.point_at(across);
    }

    fn columns(&self, shared: &Session<'_>) -> Vec<Column> {
        let record = shared.record();
        let across = self.across().map(|id| record.members().get(id).code.to_string()).unwrap_or_default();
        let value =
            Column { name: across.into(), ..Column::number("", "value with the member under the cursor", 6, 24) };
        vec![
            Column::text("country", "name", 0, 0).unsorted(),
            Column::text("group", "group", 5, 32).unsorted(),
            value.unsorted(),
            Column::number("n", "votes that both cast", 5, 28).unsorted(),
        ]
    }

    fn rows(&self, _set: &RollCallSet, _sort: Sort, _session: &Session<'_>) -> Vec<Row> {
        self.order().iter().copied().map(Row::Member).collect()
    }

    fn cell(&self, row: Row, at: Placed, shared: &Session<'_>) -> Line {
        let Row::Member(id) = row else { return Line::new() };
        let (record, column) = (shared.record(), at.column);
        let Some((found, across)) = self.found.as_ref().zip(self.across()) else { return Line::new() };
        let figure = found.matrix.figure(id, across);
        match column {
            0 => vec![Piece::plain(record.members().get(id).name.to_string())],
            1 => vec![Piece::plain(format!("  {}", found.groups.letter(id)))],
            _ if id == across => Line::new(),
            // On few votes it has no rank, and the n beside it says why.
            2 => vec![Piece::plain(value(figure.enough()))],
            _ => vec![Piece::quiet(thousands(figure.n as usize))],
        }
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let page = page::page(here.session, self, here.filter, here.set, room.page, here.member());
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
        ("Nobody has a vote in this window.", "/ sets the window.".into())
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Outcome<'r> {
        match action {
            Action::Metric => Outcome::Recompute(Some(self.turn_metric())),
            Action::Order => Outcome::Refresh(Some(self.turn_order(here.member(), here.session))),
            Action::MoreGroups | Action::FewerGroups => {
                Outcome::Refresh(Some(self.turn_groups(action == Action::MoreGroups)))
            }
            Action::GroupBloc => self.groups_as_blocs(here),
            _ if here.in_list() || here.member().is_none() => Outcome::Passed,
            Action::Left | Action::Right => {
                Outcome::shown(self.go_across(if action == Action::Right { 1 } else { -1 }))
            }
            _ => step(action).map_or(Outcome::Passed, Outcome::Step),
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

    fn origin(&self) -> Origin {
        Origin::Picture(None)
    }

    fn link(&self, _here: &Here<'_, 'r>) -> query::View {
        query::View::Matrix
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let text = here.member().and_then(|member| self.as_text(here.record(), member, here.filter, here.set));
        text.map(|text| here.cited(&text)).or_else(|| here.row_as_text())
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let report = MatrixReport::new(here.record(), self.metric, here.window(), here.set);
        Some(render(&report, here.record(), format, style))
    }
}

impl MatrixView {
    /// The group of the selected member and that of the column under the cursor, as two blocs.
    fn groups_as_blocs<'r>(&self, here: &Here<'_, 'r>) -> Outcome<'r> {
        let Some(row) = here.member() else { return Outcome::Unchanged };
        let record = here.record();
        let a = self.group_of(row).map(|group| expression(record, group)).unwrap_or_default();
        let other = self.across().and_then(|across| self.group_of(across)).filter(|group| !group.contains(&row));
        let b = other.map(|group| expression(record, group)).unwrap_or_default();
        let said = b.is_empty().then(|| "one group; a column of another group makes it the second bloc".to_owned());
        Outcome::Open(Box::new(BlocsView::new(here.session.lexicon, [&a, &b])), said)
    }
}

/// Members as an expression.
fn expression(record: &Record, members: &[MemberId]) -> String {
    let codes: Vec<_> = members.iter().map(|&id| record.members().get(id).code.as_ref()).collect();
    codes.join("+")
}

impl App<'_> {
    /// Goes to all pairs.
    fn go_to_matrix(&mut self) -> bool {
        if self.view().kind() == &KIND {
            return self.view_mut().go(Focus::List);
        }
        self.open_here(Box::new(MatrixView::new()))
    }
}
