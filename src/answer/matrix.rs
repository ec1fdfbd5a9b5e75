//! All pairs of members by a metric, and the members grouped by how far they agree.

use serde::{Serialize, Serializer};

use crate::analysis::{Figure, Matrix, Metric, Tree, tree};
use crate::record::{MemberId, Record, RollCallSet};

use super::window::{Credit, Window};

/// All pairs over a set of roll calls.
#[derive(Clone, Debug)]
pub struct MatrixReport<'r> {
    pub(crate) metric: Metric,
    pub(crate) window: Window,
    pub(crate) source: Credit,
    pub(crate) record: &'r Record,
    matrix: Matrix,
}

/// As the contract of the commands says: squares in the order of the members.
#[derive(Serialize)]
struct Squares<'a> {
    metric: Metric,
    window: &'a Window,
    members: Vec<&'a str>,
    n: Vec<Vec<Option<u32>>>,
    value: Vec<Vec<Option<f64>>>,
    source: &'a Credit,
}

impl<'r> MatrixReport<'r> {
    /// All pairs by `metric` over `set`, which `window` says.
    pub fn new(record: &'r Record, metric: Metric, window: Window, set: &RollCallSet) -> Self {
        Self { metric, source: window.credit.clone(), window, record, matrix: Matrix::new(record, metric, set) }
    }

    /// The members that have a row on a roll call of the window, in the order of the seats.
    pub(crate) fn members(&self) -> &[MemberId] {
        self.matrix.members()
    }

    /// The figure of two members; over no roll call for one beside itself.
    pub(crate) fn figure(&self, a: MemberId, b: MemberId) -> Figure {
        self.matrix.figure(a, b)
    }

    /// Every pair once, in the order of the members.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (MemberId, MemberId, Figure)> {
        self.matrix.pairs()
    }

    /// The members grouped by how far they agree, in the given number of groups.
    pub(crate) fn groups(&self, many: usize) -> Groups {
        let tree = tree(&self.matrix);
        let mut groups = Groups { tree, members: Vec::new(), height: None };
        groups.cut_into(many);
        groups
    }
}

impl Serialize for MatrixReport<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.members();
        let n = |&a: &MemberId| members.iter().map(|&b| (a != b).then(|| self.figure(a, b).n)).collect();
        let value = |&a: &MemberId| members.iter().map(|&b| self.figure(a, b).value).collect();
        let squares = Squares {
            metric: self.metric,
            window: &self.window,
            members: members.iter().map(|&id| self.record.code(id)).collect(),
            n: members.iter().map(n).collect(),
            value: members.iter().map(value).collect(),
            source: &self.source,
        };
        squares.serialize(serializer)
    }
}

/// The members by where the tree of them is cut.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    tree: Tree,
    /// Largest first.
    pub(crate) members: Vec<Vec<MemberId>>,
    /// The distance at which it is cut; none where all are one, or each is alone.
    pub(crate) height: Option<f64>,
}

impl Groups {
    /// Cuts the tree into so many, or fewer where more are joined at one height.
    pub(crate) fn cut_into(&mut self, many: usize) {
        let heights = self.tree.heights();
        // One group for each join above the cut, and one.
        let height = heights.len().checked_sub(many).map(|at| heights[at]);
        let cut = height.unwrap_or(if many > heights.len() { -1.0 } else { f64::MAX });
        self.members = self.tree.cut(cut).into_iter().map(<[MemberId]>::to_vec).collect();
        self.members.sort_by_key(|group| std::cmp::Reverse(group.len()));
        self.height = height.filter(|_| many > 1);
    }

    /// All members, so that those that agree are beside each other.
    pub(crate) fn order(&self) -> &[MemberId] {
        self.tree.order()
    }

    /// The group that a member is in, by its place among them.
    pub(crate) fn of(&self, id: MemberId) -> Option<usize> {
        self.members.iter().position(|group| group.contains(&id))
    }
}
