//! Drawing: reads the explorer's state and changes nothing. It knows lists, pages and lines, and not what they are
//! about; colours only in the theme.

mod ascii;
mod colours;
mod header;
mod help;
mod keybar;
mod line;
mod list;
mod page;
mod pane;
mod picker;
mod put;
mod svg;
mod theme;
mod timeline;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;

use crate::app::{App, SMALLEST};

pub use self::colours::Colours;
pub use self::svg::svg;
pub use self::theme::Theme;

/// Draws everything; says where the cursor is, if something is typed.
pub fn draw(app: &App<'_>, theme: &Theme, canvas: &mut Buffer) -> Option<Position> {
    let area = canvas.area;
    let ground = theme.ground();
    if ground != Style::new() {
        canvas.set_style(area, ground);
    }
    let cursor = match app.layout() {
        None => {
            too_small(area, canvas);
            None
        }
        Some(layout) => {
            header::draw(app, theme, layout.header, canvas);
            list::draw(app, theme, &layout, canvas);
            page::draw(app, theme, &layout, canvas);
            list::credit(app, theme, &layout, canvas);
            timeline::draw(app, theme, layout.timeline, canvas);
            let typed = line::draw(app, theme, &layout, canvas);
            keybar::draw(app, theme, layout.bar, canvas);
            let over = help::draw(app, theme, &layout, canvas).or(picker::draw(app, theme, &layout, canvas));
            if app.help().is_some() || app.picker().is_some() { over } else { typed }
        }
    };
    if app.look().is_in_ascii() {
        ascii::write(canvas);
    }
    cursor
}

/// The message on a screen that is too small for anything else.
fn too_small(area: Rect, canvas: &mut Buffer) {
    let text = format!("plenary needs {}×{}; this is {}×{}", SMALLEST.width, SMALLEST.height, area.width, area.height);
    for (line, row) in crate::report::text::wrap(&text, area.width.into()).into_iter().zip(area.rows()) {
        canvas.set_line(row.x, row.y, &Line::raw(line), row.width);
    }
}
