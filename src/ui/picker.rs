//! A choice over everything: the line that is typed, and what fits it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

use crate::app::{App, Layout, MARKERS, cut_line, lines};
use crate::report::text::{width, wrap};

use super::put::{fitted, put, styled};
use super::theme::Theme;
use super::{line, pane};

/// Draws the choice, if one is open; says where the cursor is.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) -> Option<Position> {
    let picker = app.picker()?;
    Clear.render(layout.over, canvas);
    canvas.set_style(layout.over, theme.ground());
    pane::draw(layout.over, &[picker.title()], "", picker.scroll(), true, theme, canvas);
    let area = lines(layout.over);
    let row = Rect { height: area.height.min(1), ..area };
    let (cursor, _) = line::field(picker.field(), "> ", "type to find", 0..0, theme, row, canvas);
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
