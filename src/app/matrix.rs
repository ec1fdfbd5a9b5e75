//! All members against all: in which order they stand, into how many groups the tree of them is cut, which pair is under
//! the cursor.

mod page;

use crate::analysis::{Matrix, Metric, Tree, tree};
use crate::record::{MemberId, Record, RollCallSet};
use crate::report::text::thousands;
use crate::report::{Window, figure_in_words};

use super::columns::Column;
use super::list::Row;
use super::page::{Line, Piece, Role};
use super::shared::Shared;

pub(super) use self::page::{at, page};

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
pub(super) struct AllPairs {
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
    /// The members in their order.
    order: Vec<MemberId>,
}

impl AllPairs {
    pub(super) fn new() -> Self {
        Self { metric: Metric::default(), order: Order::default(), across: 1, groups: GROUPS.0, found: None }
    }

    /// Counts over a set.
    pub(super) fn take(&mut self, set: &RollCallSet, shared: &Shared<'_>) {
        let across = self.across();
        let matrix = Matrix::new(shared.record(), self.metric, set);
        let tree = tree(&matrix);
        self.found = Some(Found { matrix, tree, order: Vec::new() });
        self.arrange(shared);
        self.point(across);
    }

    /// Puts the members into their order.
    pub(super) fn arrange(&mut self, shared: &Shared<'_>) {
        let Some(Found { matrix, tree, order }) = &mut self.found else { return };
        let named = || shared.by_name.iter().copied().filter(|id| matrix.members().contains(id));
        *order = match self.order {
            Order::Tree => tree.order().to_vec(),
            Order::Name => named().collect(),
            Order::Group => {
                let last = shared.record().rollcalls().next_back().map(|(_, rollcall)| rollcall.date);
                let all = matrix.members().iter().copied().collect();
                let groups = last.map(|day| shared.grouped(&all, day)).unwrap_or_default();
                groups.into_iter().flat_map(|(_, members)| shared.named(members).collect::<Vec<_>>()).collect()
            }
            Order::With(member) => {
                let mut members: Vec<_> = named().collect();
                let value = |id: MemberId| matrix.enough(member, id).unwrap_or(f64::NEG_INFINITY);
                members.sort_by(|&a, &b| (b == member).cmp(&(a == member)).then(value(b).total_cmp(&value(a))));
                members
            }
        };
    }

    /// Goes on to the next metric; says which it is. What it gives is to be counted anew.
    pub(super) fn turn_metric(&mut self) -> String {
        self.metric = self.metric.next();
        format!("metric: {}", self.metric.name())
    }

    /// Goes on to the next order, of agreement with `selected` where that is the next; says which it is.
    pub(super) fn turn_order(&mut self, selected: Option<MemberId>, shared: &Shared<'_>) -> String {
        self.order = match (self.order, selected) {
            (Order::Tree, _) => Order::Group,
            (Order::Group, Some(member)) => Order::With(member),
            (Order::Group, None) | (Order::With(_), _) => Order::Name,
            (Order::Name, _) => Order::Tree,
        };
        let across = self.across();
        self.arrange(shared);
        self.point(across);
        format!("order: {}", self.order_in_words(shared))
    }

    fn order_in_words(&self, shared: &Shared<'_>) -> String {
        match self.order {
            Order::Tree => "like beside like".to_owned(),
            Order::Group if matches!(shared.grouping, super::Grouping::Vote) => "regional group".to_owned(),
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
    pub(super) fn across(&self) -> Option<MemberId> {
        self.order().get(self.across).copied()
    }

    /// Puts the column of the cursor on a member.
    pub(super) fn point(&mut self, member: Option<MemberId>) {
        let at = self.order().iter().position(|&other| Some(other) == member);
        self.across = at.unwrap_or(self.across.min(self.order().len().saturating_sub(1)));
    }

    /// Moves the cursor by so many columns; says whether it moved.
    pub(super) fn go_across(&mut self, by: isize) -> bool {
        let before = self.across;
        let last = self.order().len().saturating_sub(1);
        self.across = before.saturating_add_signed(by).min(last);
        before != self.across
    }

    /// Cuts the tree into more groups, or fewer; says how many there are.
    pub(super) fn turn_groups(&mut self, more: bool) -> String {
        let by = if more { 1 } else { -1 };
        self.groups = self.groups.saturating_add_signed(by).clamp(1, GROUPS.1);
        let (groups, height) = self.cut();
        format!("{} groups{}", groups.len(), height.map(|at| format!(", cut at {at:.3}")).unwrap_or_default())
    }

    /// The groups of the tree, largest first, and the distance at which it is cut; none where all are one.
    fn cut(&self) -> (Vec<&[MemberId]>, Option<f64>) {
        let Some(Found { tree, .. }) = &self.found else { return (Vec::new(), None) };
        let heights = tree.heights();
        // One group for each join above the cut, and one.
        let height = heights.len().checked_sub(self.groups).map(|at| heights[at]);
        let mut groups = tree.cut(height.unwrap_or(if self.groups > heights.len() { -1.0 } else { f64::MAX }));
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        (groups, height.filter(|_| self.groups > 1))
    }

    /// The members of the group that a member is in.
    pub(super) fn group_of(&self, member: MemberId) -> Option<&[MemberId]> {
        self.cut().0.into_iter().find(|group| group.contains(&member))
    }

    /// A member and that of the column under the cursor as a line of text, with the metric, its n and the window.
    pub(super) fn as_text(&self, record: &Record, id: MemberId, query: &str, set: &RollCallSet) -> Option<String> {
        let (found, across) = self.found.as_ref().zip(self.across().filter(|&across| across != id))?;
        let [a, b] = [id, across].map(|id| record.members().get(id).name.as_ref());
        let figure = figure_in_words(found.matrix.figure(id, across));
        Some(format!("{a} and {b}: {} {figure}, over {}", self.metric.name(), Window::new(record, query, set).line()))
    }

    /// The metric.
    pub(super) fn metric(&self) -> Metric {
        self.metric
    }

    /// The columns of the list.
    pub(super) fn columns(&self, record: &Record) -> Vec<Column> {
        let across = self.across().map(|id| record.members().get(id).code.to_string()).unwrap_or_default();
        let value =
            Column { name: across.into(), ..Column::number("", "value with the member under the cursor", 6, 24) };
        vec![
            Column::text("country", "name", 0, 0).unsorted(),
            Column::text("group", "group", 5, 32).unsorted(),
            value.unsorted(),
            Column::number("n", "votes that both cast", 5, 38).unsorted(),
        ]
    }

    /// The members in their order.
    pub(super) fn rows(&self) -> Vec<Row> {
        self.order().iter().copied().map(Row::Member).collect()
    }

    /// The cell of a member in a column.
    pub(super) fn cell(&self, record: &Record, id: MemberId, column: usize) -> Line {
        let found = self.found.as_ref().zip(self.across());
        let figure = found.filter(|&(_, across)| across != id).map(|(found, across)| found.matrix.figure(id, across));
        match (column, figure) {
            (0, _) => vec![Piece::plain(record.members().get(id).name.to_string())],
            (1, _) => {
                let at = self.cut().0.into_iter().position(|group| group.contains(&id));
                at.map_or_else(Line::new, |at| vec![Piece::plain(format!("  {}", letter(at)))])
            }
            (2, Some(figure)) => {
                vec![Piece::plain(figure.value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}")))]
            }
            (3, Some(figure)) => vec![Piece::new(thousands(figure.n as usize), Role::Quiet)],
            _ => Line::new(),
        }
    }
}

/// What a group is called.
fn letter(group: usize) -> char {
    char::from(b'A' + group.min(GROUPS.1 - 1) as u8)
}
