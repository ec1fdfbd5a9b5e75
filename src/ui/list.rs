//! The list of a view: the columns that fit, and only the rows that are seen.
//!
//! ```text
//! ╭ Votes ── ukraine since:2022 ── 13 of 5,698 ──────────────╮
//! │  date▾     symbol     title               Y   N   A      │
//! │▸ 2025-02-24 ES-11/7   Advancing a comp…   93  18  65     │
//! ╰──────────────────────────────────────────────── 1–14 ────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, Focus, Layout, MARKERS, MARKS, PlacedColumn, Row, cut_line, line_width};
use crate::record::Origin;
use crate::report::text::{cut, width, wrap};

use super::pane::{self, Frame, PaneTitle};
use super::put::{put, styled};
use super::theme::Theme;

/// The columns of " 1–31 of 5,709 ".
const PLACE: usize = 16;

/// Draws the list.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    if layout.list.is_empty() {
        return;
    }
    let (view, shared) = (app.view(), app.shared());
    let focused = view.focus() == Focus::List;
    // First, for a title may say which columns are seen.
    let columns = view.placed(shared, layout.rows().width);
    let (count, short) = view.count(shared);
    // That the line is not read is said before how much there is of what it is not about.
    let (count, last) = if view.unread().is_empty() { (count, short) } else { (short, "not read".to_owned()) };
    let parts = [view.kind().name, &view.chosen(shared), &count, view.unread()];
    let title = PaneTitle { parts: &parts, short: &last };
    pane::draw(&Frame { area: layout.list, title, scroll: view.list().scroll(), focused }, theme, canvas);
    let rows = layout.rows();
    if view.list().is_empty() {
        empty(app, theme, rows, canvas);
        return;
    }
    headings(app, &columns, theme, layout.heading(), canvas);
    for ((row, selected), area) in view.list().window().zip(rows.rows()) {
        let drawn = DrawnRow { row, columns: &columns, selected: selected.then_some(focused) };
        drawn.draw(app, theme, area, canvas);
    }
    let room = rows.rows().nth(view.list().len() + 1);
    if let Some((area, below)) = room.zip(view.below()) {
        let area = area.inner(ratatui::layout::Margin::new(MARKS, 0));
        put(canvas, area, &Line::styled(cut(&below, area.width.into()), theme.quiet()));
    }
}

/// The universe, in the lower border, and the source of the data if there is room; or, more important, that corrections
/// are counted.
pub(super) fn credit(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    let (record, universe) = (app.record(), app.universe());
    let (credit, style) = match record.origin() {
        _ if record.is_corrected() => (Some("corrected"), theme.accent()),
        Origin::UnLibrary if universe.is_default() => (Some("data © United Nations"), theme.quiet()),
        Origin::UnLibrary => (None, theme.quiet()),
        Origin::Unvotes => (Some("data: unvotes, CC0"), theme.quiet()),
    };
    let holdings = app.view().holdings(app.shared());
    let universe = holdings.map_or_else(|| universe.in_short(record.origin()).to_string(), |(_, what)| what.to_owned());
    let long = credit.map(|credit| format!(" {universe} · {credit} "));
    let short = if record.is_corrected() { " corrected ".to_owned() } else { format!(" {universe} ") };
    let forms: Vec<String> = long.into_iter().chain([short]).collect();
    let mut panes = [layout.list, layout.page].into_iter().filter(|pane| !pane.is_empty());
    let fits = |pane: Rect| {
        // To the right is the place in the list.
        let room = usize::from(pane.width).saturating_sub(4 + PLACE);
        forms.iter().find(|form| width(form) <= room).map(|form| (pane, form))
    };
    if let Some((pane, text)) = panes.find_map(fits) {
        let area = Rect { x: pane.x + 2, y: pane.bottom() - 1, width: width(text) as u16, height: 1 };
        put(canvas, area, &Line::styled(text.as_str(), style));
    }
}

fn headings(app: &App<'_>, columns: &[PlacedColumn], theme: &Theme, area: Rect, canvas: &mut Buffer) {
    let all = app.view().columns(app.shared());
    let sort = app.view().sort();
    for at in columns {
        let column = &all[at.column];
        let name = app.view().heading(app.shared(), *at);
        let is_sorted = sort.column == at.column && column.sorts;
        let style = if is_sorted { theme.title() } else { theme.quiet() };
        let room = usize::from(at.width);
        let mark = match (is_sorted, sort.reverse) {
            (true, false) => "▾",
            (true, true) => "▴",
            // A symbol that just fits says more than that it sorts.
            (false, _) if column.sorts && width(&name) < room => "▿",
            (false, _) => "",
        };
        // Whatever the name loses, the mark of the order is seen.
        let name = if is_sorted { cut(&name, room.saturating_sub(1)).into_owned() } else { name };
        let text = if column.right { format!("{:>room$}", format!("{mark}{name}")) } else { format!("{name}{mark}") };
        put(canvas, cell(area, *at), &Line::styled(text, style));
    }
}

fn cell(row: Rect, at: PlacedColumn) -> Rect {
    Rect { x: row.x + at.x.min(row.width), width: at.width.min(row.width.saturating_sub(at.x)), ..row }
}

/// A row of the list.
struct DrawnRow<'r> {
    row: Row,
    columns: &'r [PlacedColumn],
    /// For the selected row, whether the keys go to the list.
    selected: Option<bool>,
}

impl DrawnRow<'_> {
    fn draw(&self, app: &App<'_>, theme: &Theme, area: Rect, canvas: &mut Buffer) {
        let (view, shared) = (app.view(), app.shared());
        if self.selected.is_some() {
            put(canvas, area, &Line::raw(MARKERS.0));
        }
        if view.is_marked(shared, self.row) {
            put(
                canvas,
                Rect { x: area.x + 1, width: (MARKS - 1).min(area.width), ..area },
                &Line::styled(MARKERS.1, theme.accent()),
            );
        }
        for at in self.columns {
            let area = cell(area, *at);
            let pieces = view.cell(shared, self.row, *at);
            let width = usize::from(area.width);
            let pieces = cut_line(pieces, width);
            let space = if at.right { width.saturating_sub(line_width(&pieces)) as u16 } else { 0 };
            let area = Rect { x: area.x + space, width: area.width.saturating_sub(space), ..area };
            put(canvas, area, &styled(&pieces, theme));
        }
        if let Some(focused) = self.selected {
            canvas.set_style(area, theme.selected(focused));
        }
    }
}

/// What an empty list says.
fn empty(app: &App<'_>, theme: &Theme, area: Rect, canvas: &mut Buffer) {
    let area = area.inner(ratatui::layout::Margin::new(1, 0));
    let (first, rest) = app.view().emptiness(app.shared());
    let columns = usize::from(area.width);
    let first = wrap(first, columns).into_iter().map(|line| Line::styled(line, theme.title()));
    let rest = wrap(&rest, columns).into_iter().map(|line| Line::styled(line, theme.quiet()));
    for (line, row) in first.chain([Line::default()]).chain(rest).zip(area.rows()) {
        put(canvas, row, &line);
    }
}
