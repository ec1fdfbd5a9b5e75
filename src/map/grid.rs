//! A window of a chart in cells: which area each cell is of, lines between areas, and marks for states too small to see.

use std::ops::Range;

use super::AreaId;
use super::chart::{AreaShape, Chart, MapWindow};

/// Fewer cells than this do not show a member: it gets a mark.
const SEEN: u32 = 2;
/// An area with as few cells as this gives none of them to the mark of another.
const SPARE: u32 = 6;
/// How far from its place a mark may stand, nearest first: in cells.
const NEAR: [(isize, isize); 9] = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)];

/// Cells of a window, row by row from its left upper corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    columns: usize,
    rows: usize,
    cells: Vec<Option<AreaId>>,
    marks: Vec<(AreaId, usize, usize)>,
    unseen: Vec<AreaId>,
}

impl Grid {
    /// The part of `chart` in `window`, in `columns` × `rows` cells. A cell is of the area that holds its middle; members
    /// that would have less than two cells are marked in one at or beside their place.
    pub fn new(chart: &Chart, window: &MapWindow, columns: usize, rows: usize) -> Self {
        let mut grid = Self { columns, rows, cells: vec![None; columns * rows], marks: Vec::new(), unseen: Vec::new() };
        let mut crossings = Vec::new();
        let mut counts = vec![0; chart.shapes.len()];
        for (shape, count) in chart.shapes.iter().zip(&mut counts) {
            *count = grid.fill(shape, window, &mut crossings);
        }
        for shape in chart.shapes.iter().filter(|shape| shape.is_member) {
            if counts[shape.id.index()] < SEEN {
                grid.mark(shape, window, &mut counts);
            }
        }
        grid
    }

    /// The columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// The rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The area of a cell; none for the sea and outside.
    pub fn at(&self, column: usize, row: usize) -> Option<AreaId> {
        let inside = column < self.columns && row < self.rows;
        inside.then(|| self.cells[row * self.columns + column])?
    }

    /// The marks of members too small to see: the cell of each, by column and row.
    pub fn marks(&self) -> &[(AreaId, usize, usize)] {
        &self.marks
    }

    /// Members in the window that there was no room to mark.
    pub fn unseen(&self) -> &[AreaId] {
        &self.unseen
    }

    /// Whether a line runs along the cell: it is of another area than the one to its right or the one below.
    pub fn is_line(&self, column: usize, row: usize) -> bool {
        let own = self.at(column, row);
        let other = |column: usize, row: usize| {
            column < self.columns && row < self.rows && self.cells[row * self.columns + column] != own
        };
        other(column + 1, row) || other(column, row + 1)
    }

    /// Fills a shape, and says how many cells it got.
    fn fill(&mut self, shape: &AreaShape, window: &MapWindow, crossings: &mut Vec<(usize, f64)>) -> u32 {
        crossings.clear();
        for (bounds, ring) in &shape.rings {
            let (left, top) = window.cell(bounds.from, self.columns, self.rows);
            let high = bounds.height / window.height * self.rows as f64;
            let wide = bounds.width / window.width * self.columns as f64;
            let outside = left > self.columns as f64 || top > self.rows as f64 || left + wide < 0.0 || top + high < 0.0;
            if outside {
                continue;
            }
            let Some(&last) = ring.last() else { continue };
            let mut from = window.cell(last, self.columns, self.rows);
            for &spot in ring {
                let to = window.cell(spot, self.columns, self.rows);
                for row in middles(from.1.min(to.1), from.1.max(to.1), self.rows) {
                    let part = (row as f64 + 0.5 - from.1) / (to.1 - from.1);
                    crossings.push((row, from.0 + part * (to.0 - from.0)));
                }
                from = to;
            }
        }
        crossings.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut count = 0;
        // Every row is crossed an even number of times.
        for pair in crossings.chunks_exact(2) {
            let span = middles(pair[0].1, pair[1].1, self.columns);
            count += span.len() as u32;
            let start = pair[0].0 * self.columns;
            self.cells[start + span.start..start + span.end].fill(Some(shape.id));
        }
        count
    }

    /// Marks a member near its place, in the sea or on land that can spare it.
    fn mark(&mut self, shape: &AreaShape, window: &MapWindow, counts: &mut [u32]) {
        let (x, y) = window.cell(shape.at, self.columns, self.rows);
        let (x, y) = (x.floor() as isize, y.floor() as isize);
        let inside = |x: isize, y: isize| {
            let (column, row) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
            (column < self.columns && row < self.rows).then_some((column, row))
        };
        if inside(x, y).is_none() {
            return;
        }
        let spare = |&(column, row): &(usize, usize)| {
            let owner = self.cells[row * self.columns + column];
            owner.is_none_or(|owner| owner == shape.id || counts[owner.index()] > SPARE)
        };
        let free = NEAR.iter().filter_map(|&(dx, dy)| inside(x + dx, y + dy)).find(spare);
        match free {
            Some((column, row)) => {
                let cell = &mut self.cells[row * self.columns + column];
                if let Some(owner) = cell.replace(shape.id) {
                    counts[owner.index()] -= 1;
                }
                counts[shape.id.index()] += 1;
                self.marks.push((shape.id, column, row));
            }
            None if counts[shape.id.index()] == 0 => self.unseen.push(shape.id),
            None => {}
        }
    }
}

/// The cells of `all` whose middles lie from `low` up to `high`.
#[expect(clippy::cast_sign_loss, reason = "brought to 0 or more")]
fn middles(low: f64, high: f64, all: usize) -> Range<usize> {
    let cell = |edge: f64| (edge - 0.5).ceil().clamp(0.0, all as f64) as usize;
    let (low, high) = (cell(low), cell(high));
    low..high.max(low)
}
