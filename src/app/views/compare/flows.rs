//! The flows between two roll calls as a chart: a band for each move, from left to right, as wide as its count.
//!
//! ```text
//! Y 141 ██████████████████  93 Y
//!       █████████▒▒▒▒▒▒▒▒▒  18 N
//!       █████░░░░░░░░░░░░░  65 A
//! ```

use crate::answer::moves::MoveTable;
use crate::record::State;

use super::letter;
use crate::app::bar::shape;
use crate::app::page::{Line, Piece, Role};

/// How many rows all members together take, about: a band has at least one.
const ROWS: usize = 18;
/// The columns of a letter with its count.
const LABEL: usize = 6;
/// The columns of a node.
const NODE: usize = 2;
/// The least and the most columns between the nodes.
const BETWEEN: std::ops::RangeInclusive<usize> = 8..=64;

/// Members that went from one state to another: a band.
#[derive(Clone, Copy, Debug)]
struct Band {
    from: State,
    to: State,
    rows: usize,
    /// Its first row on the left and on the right.
    ends: [usize; 2],
}

/// A state on one side: how many members, and which rows it takes.
#[derive(Clone, Copy, Debug)]
struct FlowNode {
    state: State,
    count: usize,
    first: usize,
    rows: usize,
}

/// The chart in the given number of columns; no line where these are too few.
pub(in crate::app) fn chart(step: &MoveTable, columns: usize) -> Vec<Line> {
    let between = columns.saturating_sub(2 * (LABEL + NODE)).min(*BETWEEN.end());
    if between < *BETWEEN.start() {
        return Vec::new();
    }
    let (mut bands, counts) = bands(step);
    let left = stack(&mut bands, &counts, 0);
    let right = stack(&mut bands, &counts, 1);
    let height = [&left, &right].into_iter().filter_map(|side| side.last()).map(|node| node.first + node.rows).max();
    let mut cells = vec![vec![None; between]; height.unwrap_or_default()];
    // Thin bands lie over wide ones, so that none is lost.
    bands.sort_by_key(|band| std::cmp::Reverse(band.rows));
    for band in &bands {
        draw(band, &mut cells);
    }
    let line = |(row, cells): (usize, Vec<Option<State>>)| {
        let mut line = side(&left, row, true);
        for run in cells.chunk_by(|a, b| a == b) {
            let piece = match run[0] {
                Some(state) => Piece::new(filled(state).repeat(run.len()), Role::Vote(state)),
                None => Piece::plain(" ".repeat(run.len())),
            };
            line.push(piece);
        }
        line.extend(side(&right, row, false));
        line
    };
    cells.into_iter().enumerate().map(line).collect()
}

/// The bands in the order of the left side, and the count of each.
fn bands(step: &MoveTable) -> (Vec<Band>, Vec<usize>) {
    let pairs = State::ALL.into_iter().flat_map(|from| State::ALL.map(|to| (from, to)));
    let counted = pairs.map(|(from, to)| (from, to, step.count(from, to))).filter(|(.., count)| *count > 0);
    let counted: Vec<_> = counted.collect();
    let all: usize = counted.iter().map(|(.., count)| count).sum();
    let rows = |count: usize| ((2 * count * ROWS + all) / (2 * all)).max(1);
    let bands = counted.iter().map(|&(from, to, count)| Band { from, to, rows: rows(count), ends: [0, 0] });
    (bands.collect(), counted.iter().map(|(.., count)| *count).collect())
}

/// Stacks the ends of the bands on the left (0) or the right (1), a row between two nodes, and makes the nodes.
fn stack(bands: &mut [Band], counts: &[usize], end: usize) -> Vec<FlowNode> {
    let mut nodes = Vec::new();
    let mut at = 0;
    for state in State::ALL {
        let mut node = FlowNode { state, count: 0, first: at, rows: 0 };
        for (band, count) in bands.iter_mut().zip(counts) {
            if [band.from, band.to][end] == state {
                band.ends[end] = at;
                at += band.rows;
                (node.count, node.rows) = (node.count + count, node.rows + band.rows);
            }
        }
        if node.rows > 0 {
            nodes.push(node);
            at += 1;
        }
    }
    nodes
}

/// Fills the cells of a band: level at both ends and steepest in the middle.
fn draw(band: &Band, cells: &mut [Vec<Option<State>>]) {
    let between = cells.first().map_or(0, Vec::len);
    let [from, to] = band.ends;
    let mut before = from;
    let steps = between.max(2) - 1;
    for column in 0..between {
        // A part x of the way across it is 3x² − 2x³ of the way down or up, rounded.
        let whole = steps.pow(3);
        let way = column * column * (3 * steps - 2 * column);
        let shift = (2 * to.abs_diff(from) * way + whole) / (2 * whole);
        let row = if to > from { from + shift } else { from - shift };
        // Where it is steep its cells hang together.
        let (first, last) = match row.cmp(&before) {
            std::cmp::Ordering::Greater => (before + 1, row),
            std::cmp::Ordering::Less => (row, before - 1),
            std::cmp::Ordering::Equal => (row, row),
        };
        for line in cells.iter_mut().take(last + band.rows).skip(first) {
            line[column] = Some(band.to);
        }
        before = row;
    }
}

/// A row of the nodes on the left or the right, with letter and count beside the first row of each.
fn side(nodes: &[FlowNode], row: usize, left: bool) -> Line {
    let node = nodes.iter().find(|node| (node.first..node.first + node.rows).contains(&row));
    let Some(node) = node else { return vec![Piece::plain(" ".repeat(if left { LABEL + NODE } else { NODE }))] };
    let bar = Piece::new(filled(node.state).repeat(NODE), Role::Strong(node.state));
    let label = match (row == node.first, left) {
        (false, true) => " ".repeat(LABEL),
        (false, false) => String::new(),
        (true, true) => format!("{} {:>3} ", letter(node.state), node.count),
        (true, false) => format!(" {:>3} {}", node.count, letter(node.state)),
    };
    let label = Piece::new(label, Role::Strong(node.state));
    if left { vec![label, bar] } else { vec![bar, label] }
}

/// The shape that fills a band; members without a vote have a visible one too.
fn filled(state: State) -> &'static str {
    if state == State::NotMember { "-" } else { shape(state) }
}

#[cfg(test)]
mod tests {
    use crate::record::{Index, Record, RollCallId};

    use super::*;
    use crate::app::page::line_width;

    #[test]
    fn a_chart_shows_every_move_and_fits() {
        let record = Record::embedded().unwrap();
        for (first, second) in [(0, 1), (10, 5600), (3000, 3001), (5000, 5690)] {
            let ids = [first, second].map(RollCallId::from_index);
            let step = MoveTable::new(&record, ids[0], ids[1]);
            for columns in [24, 31, 47, 120] {
                let chart = chart(&step, columns);
                assert!(chart.iter().all(|line| line_width(line) <= columns), "{columns}");
                let (bands, _) = bands(&step);
                for band in bands {
                    let shown = |line: &Line| line.iter().any(|piece| piece.role == Role::Vote(band.to));
                    assert!(chart.iter().any(shown), "{band:?}");
                }
            }
        }
        let ids = [0, 1].map(RollCallId::from_index);
        assert!(chart(&MoveTable::new(&record, ids[0], ids[1]), 20).is_empty());
    }
}
