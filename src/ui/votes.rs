//! The list of roll calls: what fits of date, symbol, title and counts, and only the rows that are seen.
//!
//! ```text
//! ╭ Votes ── ukraine since:2022 ── 13 of 5,698 ──────────────╮
//! │   date       symbol     title               Y   N   A    │
//! │ ▸ 2025-02-24 ES-11/7    Advancing a comp…   93  18  65   │
//! ╰──────────────────────────────────────────────── 1–14 ────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::{App, Focus, Layout, Scroll, inside};
use crate::record::{RollCallId, State};
use crate::report::text::{cut, thousands, width, wrap};

use super::theme::{Theme, mark};
use super::{pane, put};

const MARKER: usize = 2;
const DATE: usize = 10;
const SYMBOL: usize = 10;
const COUNT: usize = 4;
const COUNTED: [State; 3] = [State::Yes, State::No, State::Abstain];

/// Which columns there are, and how wide the title is. What matters less goes first: the symbol, then the day, then
/// the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    date: bool,
    symbol: bool,
    counts: bool,
    title: usize,
}

impl Columns {
    fn new(room: usize) -> Self {
        let choices = [(true, true, true, 20), (true, false, true, 16), (false, false, true, 14)];
        let fitting = choices.into_iter().find_map(|(date, symbol, counts, least)| {
            let taken = |shown: bool, columns: usize| if shown { columns } else { 0 };
            let others = MARKER + taken(date, DATE + 1) + taken(symbol, SYMBOL + 1) + taken(counts, 3 * COUNT);
            let title = room.checked_sub(others + 1).filter(|&title| title >= least)?;
            Some(Self { date, symbol, counts, title })
        });
        let title = room.saturating_sub(MARKER);
        fitting.unwrap_or(Self { date: false, symbol: false, counts: false, title })
    }
}

/// Draws the list.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    if layout.list.is_empty() {
        return;
    }
    let (list, filter) = (app.votes().list(), app.votes().filter());
    let rows = layout.rows();
    let focused = app.focus() == Focus::List;
    let all = thousands(app.record().len());
    let count = if filter.query().is_empty() { all } else { format!("{} of {all}", thousands(list.len())) };
    let scroll = Scroll { first: list.first(), lines: list.len(), height: rows.height.into() };
    pane::draw(layout.list, &["Votes", filter.text(), &count], scroll, focused, theme, canvas);
    if list.is_empty() {
        empty(app, theme, rows, canvas);
        return;
    }
    let columns = Columns::new(rows.width.into());
    let heading = Rect { height: 1, ..inside(layout.list) };
    put(canvas, heading, &headings(columns).style(theme.quiet()));
    for ((id, selected), area) in list.window().zip(rows.rows()) {
        let line = row(app, columns, id, selected, theme);
        if selected {
            let style = theme.selected(focused);
            canvas.set_style(area, style);
            put(canvas, area, &plain(line).style(style));
        } else {
            put(canvas, area, &line);
        }
    }
}

fn headings(columns: Columns) -> Line<'static> {
    let title = columns.title;
    let mut spans = vec![Span::raw(" ".repeat(MARKER))];
    if columns.date {
        spans.push(Span::raw(format!("{:DATE$} ", "date")));
    }
    if columns.symbol {
        spans.push(Span::raw(format!("{:SYMBOL$} ", "symbol")));
    }
    spans.push(Span::raw(format!("{:title$}", "title")));
    if columns.counts {
        spans.extend(COUNTED.map(|state| Span::raw(format!("{:>COUNT$}", mark(state)))));
    }
    Line::from(spans)
}

fn row(app: &App<'_>, columns: Columns, id: RollCallId, selected: bool, theme: &Theme) -> Line<'static> {
    let rollcall = app.record().rollcall(id);
    let mut spans = vec![Span::raw(if selected { "▸ " } else { "  " })];
    if columns.date {
        spans.push(Span::styled(format!("{} ", rollcall.date), theme.quiet()));
    }
    if columns.symbol {
        spans.push(Span::raw(padded(&rollcall.short_symbol(), SYMBOL) + " "));
    }
    spans.push(Span::raw(padded(&rollcall.title, columns.title)));
    if columns.counts {
        let tally = app.record().tally(id);
        for state in COUNTED {
            spans.push(Span::styled(format!("{:>COUNT$}", tally.of(state)), theme.vote(state)));
        }
    }
    Line::from(spans)
}

/// A line without the colours of its parts, so that a selected row is one bar.
fn plain(mut line: Line<'static>) -> Line<'static> {
    for span in &mut line.spans {
        span.style = Style::new();
    }
    line
}

/// A text in exactly so many columns.
fn padded(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let space = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(space))
}

/// What an empty list says.
fn empty(app: &App<'_>, theme: &Theme, area: Rect, canvas: &mut Buffer) {
    let area = area.inner(ratatui::layout::Margin::new(1, 0));
    let filter = app.votes().filter().text();
    let (first, rest) = if filter.is_empty() {
        ("No roll call is in this record.", "Import one: plenary import FILE")
    } else {
        (
            "No roll call matches.",
            "Try fewer words, or the start of one: ukrain finds Ukraine and Ukrainian, in titles, agenda and subjects. \
             Time: year:2022, since:2014. About: topic:palestine. Votes: USA:no, @EU:split, yes>100.",
        )
    };
    let columns = usize::from(area.width);
    let first = wrap(first, columns).into_iter().map(|line| Line::styled(line, theme.title()));
    let rest = wrap(rest, columns).into_iter().map(|line| Line::styled(line, theme.quiet()));
    for (line, row) in first.chain([Line::default()]).chain(rest).zip(area.rows()) {
        put(canvas, row, &line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_dropped_before_they_are_squeezed() {
        for (room, date, symbol, counts, title) in [
            (100, true, true, true, 63),
            (57, true, true, true, 20),
            (56, true, false, true, 30),
            (42, true, false, true, 16),
            (41, false, false, true, 26),
            (29, false, false, true, 14),
            (28, false, false, false, 26),
        ] {
            assert_eq!(Columns::new(room), Columns { date, symbol, counts, title }, "{room}");
        }
    }
}
