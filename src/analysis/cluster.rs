//! Members grouped by how far they agree: average linkage, an order in which like is beside like, and groups.

use kodama::{Method, linkage};

use crate::record::MemberId;

use super::matrix::Matrix;

/// A tree of members: at the leaves each alone, at the root all.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The members, ordered so that those that agree are next to each other.
    order: Vec<MemberId>,
    /// Between each two that stand beside each other, the height at which their groups are joined.
    heights: Vec<f64>,
}

/// The tree of the members of `matrix` by average linkage (Sokal and Michener 1958) over the distance 1 − value. A pair
/// without enough votes takes the mean of what is the mean distance of each of the two to all others, as positions do;
/// where no pair has enough, everybody stays alone.
pub fn tree(matrix: &Matrix) -> Tree {
    let n = matrix.members().len();
    let Some(distances) = matrix.distances().filter(|_| n > 1) else {
        let heights = vec![f64::INFINITY; n.saturating_sub(1)];
        return Tree { order: matrix.members().to_vec(), heights };
    };
    let mut upper: Vec<f64> = (0..n).flat_map(|a| distances[a * n + a + 1..(a + 1) * n].iter().copied()).collect();
    let joined = linkage(&mut upper, n, Method::Average);
    // Each group as a row of its leaves and of the heights between them.
    let mut groups: Vec<(Vec<usize>, Vec<f64>)> = (0..n).map(|leaf| (vec![leaf], Vec::new())).collect();
    for step in joined.steps() {
        let [mut a, mut b] = [step.cluster1, step.cluster2].map(|group| std::mem::take(&mut groups[group]));
        // Of the four ways to lay two rows end to end, the one whose ends are nearest; of equals the first.
        let ends = |(row, _): &(Vec<usize>, Vec<f64>)| [row[row.len() - 1], row[0]];
        let mut ways = [(false, false), (false, true), (true, false), (true, true)].map(|(turn_a, turn_b)| {
            let gap = distances[ends(&a)[usize::from(turn_a)] * n + ends(&b)[usize::from(!turn_b)]];
            (gap, turn_a, turn_b)
        });
        ways.sort_by(|x, y| x.0.total_cmp(&y.0));
        for (group, turned) in [(&mut a, ways[0].1), (&mut b, ways[0].2)] {
            if turned {
                group.0.reverse();
                group.1.reverse();
            }
        }
        a.0.append(&mut b.0);
        a.1.push(step.dissimilarity);
        a.1.append(&mut b.1);
        groups.push(a);
    }
    let (order, heights) = groups.pop().unwrap_or_default();
    Tree { order: order.into_iter().map(|leaf| matrix.members()[leaf]).collect(), heights }
}

impl Tree {
    /// All members, in an order in which each group is together.
    pub fn order(&self) -> &[MemberId] {
        &self.order
    }

    /// The groups that are left when the tree is cut at a distance: no two members of different groups are joined at
    /// or below it. In the order of the leaves.
    pub fn cut(&self, height: f64) -> Vec<&[MemberId]> {
        let mut groups = Vec::new();
        let mut start = 0;
        for (at, &joined) in self.heights.iter().enumerate() {
            if joined > height {
                groups.push(&self.order[start..=at]);
                start = at + 1;
            }
        }
        if start < self.order.len() {
            groups.push(&self.order[start..]);
        }
        groups
    }

    /// The heights at which groups are joined, lowest first: where a cut changes something.
    pub fn heights(&self) -> Vec<f64> {
        let mut heights: Vec<_> = self.heights.iter().copied().filter(|height| height.is_finite()).collect();
        heights.sort_by(f64::total_cmp);
        heights
    }
}
