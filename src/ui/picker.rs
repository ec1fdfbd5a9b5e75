//! The picker, over everything else: the typed line and what matches it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::app::{App, Layout, MARKERS, cut_line, lines};
use crate::report::text::{width, wrap};

use super::line::TypedLine;
use super::pane::{self, Frame, PaneTitle};
use super::put::{fitted, put, styled};
use super::theme::Theme;

/// Draws the picker, if it is open; says where the cursor is.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) -> Option<Position> {
    let picker = app.picker()?;
    Clear.render(layout.over, canvas);
    canvas.set_style(layout.over, theme.ground());
    let title = PaneTitle { parts: &[picker.title()], short: "" };
    pane::draw(&Frame { area: layout.over, title, scroll: picker.scroll(), focused: true }, theme, canvas);
    let area = lines(layout.over);
    let row = Rect { height: area.height.min(1), ..area };
    let typed = TypedLine { field: picker.field(), label: "> ", hint: "type to find", wrong: 0..0 };
    let (cursor, _) = typed.draw(theme, row, canvas);
    let area = Rect { y: area.y + row.height, height: area.height - row.height, ..area };
    if picker.scroll().lines == 0 {
        for (text, row) in wrap(picker.empty(), area.width.into()).into_iter().zip(area.rows()) {
            put(canvas, row, &Line::styled(text, theme.quiet()));
        }
    }
    for ((offer, marked), row) in picker.window().zip(area.rows()) {
        let note = width(&offer.note) as u16;
        let text = Rect { x: row.x + 2, width: row.width.saturating_sub(note + 4), ..row };
        put(canvas, text, &styled(&cut_line(offer.line.clone(), text.width.into()), theme));
        if note > 0 && note < row.width {
            let area = Rect { x: row.right() - note, width: note, ..row };
            put(canvas, area, &Line::styled(fitted(&offer.note, area), theme.accent()));
        }
        if marked {
            put(canvas, row, &Line::raw(MARKERS.0));
            canvas.set_style(row, theme.selected(true));
        }
    }
    Some(cursor)
}
