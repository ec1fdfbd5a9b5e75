//! Drawing: reads the explorer's state and changes nothing. One view a file; colours only in the theme.

mod bar;
mod detail;
mod filter;
mod header;
mod help;
mod keybar;
mod pane;
mod theme;
mod votes;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, SMALLEST};
use crate::report::text::cut;

pub use self::theme::{Colours, Theme};

/// Draws everything.
pub fn draw(app: &App<'_>, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let Some(layout) = app.layout() else {
        too_small(area, frame.buffer_mut());
        return;
    };
    let canvas = frame.buffer_mut();
    // Between a resize and the event that tells of it, the screen may be another one than the layout is for.
    let layout_fits = area.width >= app.size().width && area.height >= app.size().height;
    if !layout_fits {
        return;
    }
    header::draw(app, theme, layout.header, canvas);
    votes::draw(app, theme, &layout, canvas);
    detail::draw(app, theme, &layout, canvas);
    let cursor = filter::draw(app, theme, &layout, canvas);
    if app.votes().filter().error().is_none() || !app.votes().filter().is_open() {
        keybar::draw(app, theme, layout.bar, canvas);
    }
    help::draw(app, theme, &layout, canvas);
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// What a screen too small for anything else says, in as much room as there is.
fn too_small(area: Rect, canvas: &mut Buffer) {
    let text = format!("plenary needs {}×{}; this is {}×{}", SMALLEST.width, SMALLEST.height, area.width, area.height);
    for (line, row) in crate::report::text::wrap(&text, area.width.into()).into_iter().zip(area.rows()) {
        canvas.set_line(row.x, row.y, &Line::raw(line), row.width);
    }
}

/// Draws a line into a row, cut at its end.
fn put(canvas: &mut Buffer, row: Rect, line: &Line<'_>) {
    if !row.is_empty() {
        canvas.set_line(row.x, row.y, line, row.width);
    }
}

/// A text cut to the width of an area.
fn fitted(text: &str, area: Rect) -> String {
    cut(text, area.width.into()).into_owned()
}
