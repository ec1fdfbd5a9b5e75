//! The pages of a view: only the lines that are seen, and the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{App, Focus, Layout, Page, Pane, Scroll, lines};

use super::pane::{self, Frame, PaneTitle};
use super::put::{put, styled};
use super::theme::Theme;

/// Draws the page of what is selected and what is beside it.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    let view = app.view();
    let title = view.subject(app.shared());
    for (area, shown, focus, title) in
        [(layout.page, view.page(), Focus::Page, title.as_str()), (layout.aside, view.aside(), Focus::Aside, "")]
    {
        if !area.is_empty() {
            let focused = view.focus() == focus;
            let title = PaneTitle { parts: &[title, view.unread()], short: view.unread() };
            pane::draw(&Frame { area, title, scroll: shown.scroll(), focused }, theme, canvas);
            draw_lines(shown.page(), shown.scroll(), theme, lines(area), canvas);
            if focused {
                cursor(shown, theme, lines(area), canvas);
            }
        }
    }
}

/// Draws the lines that are seen.
pub(super) fn draw_lines(page: &Page, scroll: Scroll, theme: &Theme, area: Rect, canvas: &mut Buffer) {
    for (line, row) in page.lines().iter().skip(scroll.first).zip(area.rows()) {
        put(canvas, row, &styled(line, theme));
    }
}

/// Shows which place the keys are on, or the line that was found.
fn cursor(pane: &Pane, theme: &Theme, area: Rect, canvas: &mut Buffer) {
    if let Some(line) = pane.found() {
        if let Some(row) = line.checked_sub(pane.scroll().first).and_then(|row| area.rows().nth(row)) {
            canvas.set_style(row, theme.selected(true));
        }
        return;
    }
    let Some(target) = pane.cursor() else { return };
    let Some(row) = target.line.checked_sub(pane.scroll().first) else { return };
    let (row, column) = (row as u16, (target.column as u16).min(area.width));
    if row < area.height {
        let width = (target.width as u16).min(area.width - column);
        canvas.set_style(Rect { x: area.x + column, y: area.y + row, width, height: 1 }, theme.selected(true));
    }
}
