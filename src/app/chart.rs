//! Figures on an axis, a row for each year or topic: where each is, and its value and n beside it.

use crate::answer::{Mean, Metric};
use crate::report::text::{thousands, value, width};

use super::page::{Line, LinkTarget, Page, Piece, Role, padded};

/// Under how many columns an axis says too little.
const LEAST: usize = 8;
/// Over how many it says no more.
const MOST: usize = 60;
/// How many columns a value takes, with a blank before it.
const VALUE: usize = 6;

/// A row.
pub(super) struct ChartRow<'b> {
    /// The year or the topic.
    pub(super) key: &'b str,
    /// Its figures, in the order of the letters.
    pub(super) figures: &'b [Mean],
    /// Where it leads.
    pub(super) to: LinkTarget,
}

/// A letter for each figure: the mark of its place on the axis.
pub(super) type FigureLetters = &'static [(&'static str, Role)];

/// How a chart is drawn.
#[derive(Clone, Copy)]
pub(super) struct Form {
    /// What is above it.
    pub(super) heading: &'static str,
    /// Whether a bar goes up to the first figure.
    pub(super) bars: bool,
    /// Where the axis, which ends at 1, begins: at 0 or at −1.
    pub(super) from: f64,
}

/// Where the axis of a metric begins: at 0, or at −1 where it goes below zero.
pub(super) fn axis_start(metric: Metric) -> f64 {
    let below_zero = matches!(metric, Metric::S | Metric::Kappa | Metric::Pi);
    if below_zero { -1.0 } else { 0.0 }
}

/// Adds the rows under a heading. Where there is no room for an axis and all
/// figures in one line, each figure has a line of its own.
pub(super) fn chart(form: Form, letters: FigureLetters, rows: &[ChartRow<'_>], page: &mut Page) {
    let count = rows.iter().map(|row| row.figures.len()).min().unwrap_or_default();
    let letters = &letters[..count.min(letters.len())];
    if letters.is_empty() {
        return;
    }
    let widest = |at: usize| rows.iter().map(|row| width(&number(row.figures[at]))).max().unwrap_or_default() + 1;
    let counts: Vec<_> = (0..letters.len()).map(widest).collect();
    let keys = rows.iter().map(|row| width(row.key)).max().unwrap_or_default();
    let in_one_line: usize = counts.iter().map(|count| VALUE + count).sum();
    let widest = counts.iter().max().copied().unwrap_or_default();
    let stacked = keys + 1 + LEAST + in_one_line > page.columns();
    // A letter is before an axis of its own.
    let numbers = if stacked { 2 + VALUE + widest } else { in_one_line };
    let keys = keys.min(page.columns().saturating_sub(numbers));
    let room = page.columns().saturating_sub(keys + 1 + numbers);
    let axis = if room < LEAST { 0 } else { room.min(MOST) };
    let drawn = RowWidths { keys, axis, form };
    page.heading([Piece::title(form.heading)]);
    if stacked {
        if axis > 0 {
            page.push([Piece::plain(" ".repeat(keys + 3)), Piece::quiet(scale(axis, form.from))]);
        }
        for row in rows {
            for (at, letter) in letters.iter().enumerate() {
                let key = if at == 0 { row.key } else { "" };
                let mut line = drawn.line(key, &[*letter], &[row.figures[at]], &[widest]);
                line.insert(1, Piece::new(format!(" {}", letter.0), letter.1));
                if at == 0 { page.leading(line, row.to.clone()) } else { page.push(line) }
            }
        }
        return;
    }
    let mut header = vec![Piece::plain(" ".repeat(keys + usize::from(axis > 0))), Piece::quiet(scale(axis, form.from))];
    for ((letter, role), count) in letters.iter().zip(&counts) {
        header.push(Piece::new(format!("{letter:>VALUE$}"), *role));
        header.push(Piece::quiet(format!("{:>count$}", "n")));
    }
    page.push(header);
    for row in rows {
        page.leading(drawn.line(row.key, letters, row.figures, &counts), row.to.clone());
    }
}

/// How wide the parts of a row are drawn.
struct RowWidths {
    keys: usize,
    axis: usize,
    form: Form,
}

impl RowWidths {
    /// A key, figures on their axis, and each as a number with its n in the given number of columns.
    fn line(&self, key: &str, letters: &[(&'static str, Role)], figures: &[Mean], counts: &[usize]) -> Line {
        let mut line = vec![Piece::plain(padded(key, self.keys))];
        if self.axis > 0 {
            line.push(Piece::plain(" "));
            line.extend(track(letters, figures, self.axis, self.form));
        }
        for (mean, count) in figures.iter().zip(counts) {
            line.push(Piece::plain(format!("{:>VALUE$}", value(mean.value))));
            line.push(Piece::quiet(format!("{:>count$}", number(*mean))));
        }
        line
    }
}

/// What a value is over.
pub(super) fn number(mean: Mean) -> String {
    thousands(usize::try_from(mean.n).unwrap_or(usize::MAX))
}

/// What is above an axis: `0    0.5    1`.
fn scale(columns: usize, from: f64) -> String {
    let (first, middle) = if from < 0.0 { ("-1", "0") } else { ("0", "0.5") };
    match columns.checked_sub(first.len() + middle.len() + 1) {
        None => " ".repeat(columns),
        Some(rest) => format!("{first}{}{middle}{}1", " ".repeat(rest / 2), " ".repeat(rest - rest / 2)),
    }
}

/// An axis of the given number of columns with the letter of each figure at its place, `*` where two are at the same.
fn track(letters: &[(&'static str, Role)], figures: &[Mean], columns: usize, form: Form) -> Line {
    // The nearest column: so many middles between two columns lie before the value.
    let place = |value: f64| {
        let share = (value - form.from) / (1.0 - form.from);
        (1..columns).filter(|&at| share * (columns - 1) as f64 >= at as f64 - 0.5).count()
    };
    let mut cells = vec![("·", Role::Quiet); columns];
    if let Some(value) = figures.first().and_then(|mean| mean.value).filter(|_| form.bars) {
        cells[..place(value)].fill(("━", letters[0].1));
    }
    let mut taken = vec![false; columns];
    for (letter, mean) in letters.iter().zip(figures) {
        let Some(at) = mean.value.map(place) else { continue };
        cells[at] = if taken[at] { ("*", Role::Title) } else { *letter };
        taken[at] = true;
    }
    let runs = cells.chunk_by(|a, b| a.1 == b.1);
    runs.map(|run| Piece::new(run.iter().map(|(text, _)| *text).collect::<String>(), run[0].1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_at_its_place_on_the_axis() {
        const AB: FigureLetters = &[("A", Role::Accent), ("B", Role::Title)];
        let mean = |value| Mean { n: 1, value };
        for (a, b, bars, drawn) in [
            (Some(0.0), Some(1.0), false, "A·········B"),
            (Some(0.5), Some(0.5), false, "·····*·····"),
            (Some(0.5), Some(0.2), true, "━━B━━A·····"),
            (None, Some(0.96), true, "··········B"),
            (None, None, false, "···········"),
        ] {
            let line = track(AB, &[mean(a), mean(b)], 11, Form { heading: "", bars, from: 0.0 });
            assert_eq!(line.iter().map(|piece| piece.text.as_ref()).collect::<String>(), drawn);
        }
        assert_eq!(scale(11, 0.0), "0   0.5   1");
        assert_eq!(scale(11, -1.0), "-1   0    1");
    }
}
