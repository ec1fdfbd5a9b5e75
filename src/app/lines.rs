//! Figures through the years as lines: an axis with a scale, a line for each series in quarters of a cell, a letter where
//! there is room, and n below.

use crate::answer::Mean;
use crate::report::text::width;

use super::chart::number;
use super::page::{Line, Page, Piece, Role, add};

/// The columns before the plot, and those of the letter after it.
const SCALE: usize = 5;
const AFTER: usize = 2;
/// The fewest columns and lines of a plot that says something.
const LEAST: (usize, usize) = (12, 3);
/// The most columns that a year takes.
const WIDEST: usize = 6;
/// The columns of a year from which on its points have a letter, and its n a place below.
const LETTERED: usize = 3;
const COUNTED: usize = 4;

/// The quarters of a cell that are filled: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// A line: its letter, and its figure in each year.
pub(super) struct Plotted {
    pub(super) letter: char,
    pub(super) role: Role,
    pub(super) figures: Vec<Mean>,
}

impl Plotted {
    fn value(&self, year: usize) -> Option<f64> {
        self.figures.get(year).and_then(|figure| figure.value)
    }
}

/// Where a plot is drawn.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    /// How many lines it takes, without what is below.
    pub(super) rows: usize,
    /// Where its scale, which ends at 1, begins.
    pub(super) from: f64,
}

/// A cell: whose letter it has, and which quarters of which line.
#[derive(Clone, Copy, Default)]
struct PlotCell {
    letter: Option<(char, Role)>,
    quarters: usize,
    role: Option<Role>,
}

/// Adds lines through the years with their scale and, where there is room, n; says whether there was room for them.
pub(super) fn lines(plot: Plot, years: &[String], all: &[Plotted], page: &mut Page) -> bool {
    let room = page.columns().saturating_sub(SCALE + AFTER);
    if room < LEAST.0 || plot.rows < LEAST.1 || years.len() < 2 {
        return false;
    }
    let columns = room.min(years.len() * WIDEST);
    let mut cells = vec![vec![PlotCell::default(); columns]; plot.rows];
    let place = |year: usize| (2 * columns - 2) * year / (years.len() - 1);
    for line in all {
        trace(plot, line, years.len(), &place, &mut cells);
    }
    let each = columns / years.len();
    let last = all.iter().map(|line| (0..years.len()).rev().find(|&year| line.value(year).is_some()));
    let last: Vec<_> = last.collect();
    for (line, last) in all.iter().zip(&last) {
        let lettered = (0..years.len()).filter(|&year| each >= LETTERED || Some(year) == *last);
        for (year, value) in lettered.filter_map(|year| Some((year, line.value(year)?))) {
            let cell = &mut cells[high(plot, value) / 2][place(year) / 2];
            cell.letter = Some(if cell.letter.is_some() { ('*', Role::Title) } else { (line.letter, line.role) });
        }
    }
    for (row, cells) in cells.into_iter().enumerate() {
        let mut drawn = vec![Piece::quiet(format!("{:>4} ", scale(plot, row)))];
        drawn.extend(drawn_cells(cells));
        page.push(drawn);
    }
    below(years, all, columns, &place, page);
    true
}

/// The pixel line of a value: the higher, the nearer to 0.
#[expect(clippy::cast_sign_loss, reason = "it is clamped")]
fn high(plot: Plot, value: f64) -> usize {
    let share = ((value - plot.from) / (1.0 - plot.from)).clamp(0.0, 1.0);
    ((1.0 - share) * (2 * plot.rows - 1) as f64).round() as usize
}

/// What is before a row of the plot: the ends of the scale and its middle.
fn scale(plot: Plot, row: usize) -> &'static str {
    match row {
        0 => "1",
        row if row + 1 == plot.rows => ["0", "-1"][usize::from(plot.from < 0.0)],
        row if 2 * row + 1 == plot.rows || 2 * row == plot.rows => ["0.5", "0"][usize::from(plot.from < 0.0)],
        _ => "",
    }
}

/// Fills the quarters from each year to the next that both have a figure.
fn trace(plot: Plot, line: &Plotted, years: usize, place: &dyn Fn(usize) -> usize, cells: &mut [Vec<PlotCell>]) {
    let mut before: Option<(usize, usize)> = None;
    for year in 0..years {
        let here = line.value(year).map(|value| (place(year), high(plot, value)));
        if let Some((x, y)) = here {
            let (from, at) = before.unwrap_or((x, y));
            let steps = (x - from).max(y.abs_diff(at)).max(1);
            for step in 0..=steps {
                let column = from + (x - from) * step / steps;
                let row = if y >= at { at + (y - at) * step / steps } else { at - (at - y) * step / steps };
                let cell = &mut cells[row / 2][column / 2];
                cell.quarters |= 1 << (column % 2 + 2 * (row % 2));
                cell.role = Some(if cell.role.is_some_and(|role| role != line.role) { Role::Plain } else { line.role });
            }
        }
        before = here;
    }
}

fn drawn_cells(cells: Vec<PlotCell>) -> Line {
    let mut drawn = Line::new();
    for cell in cells {
        let (letter, role) = cell.letter.unwrap_or((QUARTERS[cell.quarters], cell.role.unwrap_or(Role::Plain)));
        add(&mut drawn, letter, role);
    }
    drawn
}

/// The years below the plot, as many as have room, and n of each line where every year has.
fn below(years: &[String], all: &[Plotted], columns: usize, place: &dyn Fn(usize) -> usize, page: &mut Page) {
    let put = |label: &str, texts: &[String], page: &mut Page| {
        page.push([Piece::quiet(format!("{label:>4} "))]);
        let mut free = SCALE;
        for (year, text) in texts.iter().enumerate() {
            let middle = SCALE + place(year) / 2;
            let at = middle.saturating_sub(width(text) / 2).max(SCALE);
            let end = (at + width(text)).min(page.columns());
            if at >= free && at + width(text) == end {
                page.put_at(at, [Piece::quiet(text.clone())]);
                free = end + 1;
            }
        }
    };
    put("", years, page);
    let counts: Vec<Vec<String>> = all.iter().map(|line| line.figures.iter().copied().map(number).collect()).collect();
    let widest = counts.iter().flatten().map(|text| width(text)).max().unwrap_or_default();
    if columns / years.len() >= COUNTED.max(widest + 1) {
        for (line, counts) in all.iter().zip(&counts) {
            put(&format!("n {}", line.letter), counts, page);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plotted(letter: char, values: &[Option<f64>]) -> Plotted {
        let figures = values.iter().map(|&value| Mean { n: 40, value }).collect();
        Plotted { letter, role: Role::Accent, figures }
    }

    fn drawn(columns: usize, rows: usize, values: &[&[Option<f64>]]) -> Vec<String> {
        let years: Vec<_> = (0..values[0].len()).map(|year| (2000 + year).to_string()).collect();
        let all: Vec<_> = values.iter().zip('B'..).map(|(values, letter)| plotted(letter, values)).collect();
        let mut page = Page::new(columns);
        assert!(lines(Plot { rows, from: 0.0 }, &years, &all, &mut page));
        let text = |line: &Line| line.iter().map(|piece| piece.text.as_ref()).collect::<String>();
        page.lines().iter().map(text).collect()
    }

    #[test]
    fn a_line_goes_through_its_values_and_a_gap_is_none() {
        let lines = drawn(40, 5, &[&[Some(1.0), Some(0.0), None, Some(0.5)], &[Some(1.0), None, None, None]]);
        assert!(lines[0].starts_with("   1 *"), "{lines:?}");
        assert!(lines[2].starts_with(" 0.5 ") && lines[2].trim_end().ends_with('B'), "{lines:?}");
        assert!(lines[4].starts_with("   0 ") && lines[4].contains('B'), "{lines:?}");
        // Nothing leads through the year without a figure.
        let at = |line: &str, from: usize| line.chars().skip(from).take(6).collect::<String>();
        assert!(lines[..5].iter().all(|line| at(line, 5 + 13).trim().is_empty()), "{lines:?}");
        assert!(lines[5].contains("2000") && lines[5].contains("2003") && lines[6].starts_with(" n B "), "{lines:?}");
        assert!(lines[6].contains("40") && lines[7].starts_with(" n C 40"), "{lines:?}");
    }

    #[test]
    fn no_line_is_longer_than_its_room() {
        let values: Vec<_> = (0..80).map(|year| Some(f64::from(year % 7) / 6.0)).collect();
        for columns in [19, 33, 60, 118] {
            assert!(drawn(columns, 8, &[&values]).iter().all(|line| width(line) <= columns), "{columns}");
        }
        let mut page = Page::new(18);
        assert!(!lines(Plot { rows: 8, from: 0.0 }, &["1".to_owned(), "2".to_owned()], &[], &mut page));
    }
}
