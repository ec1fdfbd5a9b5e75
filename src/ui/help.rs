//! The help over everything: every key, what works here first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use crate::app::{App, Layout, lines};

use super::line::TypedLine;
use super::pane::{Frame, PaneTitle};
use super::theme::Theme;
use super::{page, pane};

/// Draws the help, if it is open; says where the cursor is, if something is typed.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) -> Option<Position> {
    let help = app.help()?;
    Clear.render(layout.over, canvas);
    canvas.set_style(layout.over, theme.ground());
    let title = PaneTitle { parts: &["Help", "/ searches, Esc closes"], short: "" };
    pane::draw(&Frame { area: layout.over, title, scroll: help.scroll(), focused: true }, theme, canvas);
    let mut area = lines(layout.over);
    let mut cursor = None;
    if let Some(search) = help.search() {
        let row = Rect { height: area.height.min(1), ..area };
        let typed = TypedLine { field: search, label: "/ ", hint: "search keys, queries and terms", wrong: 0..0 };
        cursor = Some(typed.draw(theme, row, canvas).0);
        area = Rect { y: area.y + row.height, height: area.height - row.height, ..area };
    }
    page::draw_lines(help.page(), help.scroll(), theme, area, canvas);
    cursor.filter(|_| help.is_typing())
}
