//! All members against all: their order, the number of groups into which their tree is cut, the pair under the cursor.

mod page;
mod view;

use crate::answer::matrix::Groups;
use crate::answer::{MatrixReport, Metric};
use crate::link::LinkedView;
use crate::record::{MemberId, Record};
use crate::report::{counted, figure_in_words};

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::session::{Grouping, Workspace};
use crate::app::views::ViewKind;

/// All members against all.
pub(super) static KIND: ViewKind =
    ViewKind { name: "Matrix", keys: Some(Context::Matrix), first: |_| Box::new(MatrixView::new()) };

/// Goes to it.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Matrix).then(|| app.go_to_matrix())
}

/// Opens it if a link names it; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    *link == LinkedView::Matrix && app.open_first(&KIND, query)
}

/// How many groups there are at first, and at most.
const GROUPS: (usize, usize) = (4, 26);

/// The order of members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    /// Similar members next to each other: the leaves of the tree.
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
struct MatrixView<'r> {
    metric: Metric,
    order: Order,
    /// The member of the column under the cursor, by its place in the order.
    across: usize,
    groups: usize,
    found: Option<MatrixFigures<'r>>,
}

/// The figures over the set.
#[derive(Clone, Debug)]
struct MatrixFigures<'r> {
    answer: MatrixReport<'r>,
    groups: Groups,
    /// The members in their order.
    order: Vec<MemberId>,
}

/// What the group of a member is called.
fn letter(groups: &Groups, id: MemberId) -> char {
    groups.of(id).and_then(|at| ('A'..='Z').nth(at)).unwrap_or(' ')
}

/// "4 groups, cut at 0.274".
fn groups_in_words(groups: &Groups) -> String {
    let cut = groups.height.map(|height| format!(", cut at {height:.3}")).unwrap_or_default();
    format!("{}{cut}", counted(groups.members.len(), "group"))
}

impl MatrixView<'_> {
    fn new() -> Self {
        Self { metric: Metric::default(), order: Order::default(), across: 1, groups: GROUPS.0, found: None }
    }

    /// Switches to the next metric; says which. The figures must be recomputed.
    fn cycle_metric(&mut self) -> String {
        self.metric = self.metric.next();
        format!("metric: {}", self.metric.name())
    }

    /// Switches to the next order, which may be by agreement with `selected`; says which.
    fn cycle_order(&mut self, selected: Option<MemberId>, shared: &Workspace<'_>) -> String {
        self.order = match (self.order, selected) {
            (Order::Tree, _) => Order::Group,
            (Order::Group, Some(member)) => Order::With(member),
            (Order::Group, None) | (Order::With(_), _) => Order::Name,
            (Order::Name, _) => Order::Tree,
        };
        format!("order: {}", self.order_in_words(shared))
    }

    fn order_in_words(&self, shared: &Workspace<'_>) -> String {
        match self.order {
            Order::Tree => "like beside like".to_owned(),
            Order::Group if shared.grouping == Grouping::Vote => "regional group".to_owned(),
            Order::Group => shared.grouping.name(),
            Order::With(member) => {
                format!("{} with {}", self.metric.name(), shared.record().name(member))
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
    fn step_groups(&mut self, more: bool) -> String {
        let by = if more { 1 } else { -1 };
        self.groups = self.groups.saturating_add_signed(by).clamp(1, GROUPS.1);
        let Some(found) = &mut self.found else { return String::new() };
        found.groups.cut_into(self.groups);
        groups_in_words(&found.groups)
    }

    /// The members of the group that a member is in.
    fn group_of(&self, member: MemberId) -> Option<&[MemberId]> {
        self.found.as_ref()?.groups.members.iter().find(|group| group.contains(&member)).map(Vec::as_slice)
    }

    /// A member and that of the column under the cursor as a line of text, with the metric, its n and the window.
    fn as_text(&self, record: &Record, id: MemberId) -> Option<String> {
        let (found, across) = self.found.as_ref().zip(self.across().filter(|&across| across != id))?;
        let [a, b] = [id, across].map(|id| record.name(id));
        let (metric, window) = (found.answer.metric.name(), found.answer.window.line());
        Some(format!("{a} and {b}: {metric} {}, over {window}", figure_in_words(found.answer.figure(id, across))))
    }
}
