//! The help over everything: every key, what works here first.

use ratatui::buffer::Buffer;
use ratatui::text::{Line as Row, Span};
use ratatui::widgets::{Clear, Widget};

use crate::app::help::{KEYS, Line};
use crate::app::{App, Layout};

use super::theme::Theme;
use super::{pane, put};

/// Draws the help, if it is open.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    let Some((lines, scroll)) = app.help() else { return };
    Clear.render(layout.help, canvas);
    pane::draw(layout.help, &["Help", "? or Esc closes"], scroll, true, theme, canvas);
    for (line, row) in lines.iter().skip(scroll.first).zip(layout.help_lines().rows()) {
        let line = match line {
            Line::Blank => continue,
            Line::Heading(text) => Row::styled(*text, theme.title()),
            Line::Text(text) => Row::raw(text.as_str()),
            Line::Keys(keys, help) => Row::from(vec![
                Span::styled(format!("  {keys:0$}", KEYS - 2), theme.accent()),
                Span::raw(help.as_str()),
            ]),
        };
        put(canvas, row, &line);
    }
}
