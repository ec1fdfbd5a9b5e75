//! The filter line while it is typed, with what is wrong marked in it and said below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::text::{cut, width};
use crate::app::{App, Layout};

use super::theme::Theme;
use super::{fitted, put};

const PROMPT: &str = " / ";
const HINT: &str = "words of the title, year:2022, since:2014, session:ES-11, -without, this|that";

/// Draws the line, and says where the cursor is.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) -> Option<Position> {
    let filter = app.votes().filter();
    if layout.filter.is_empty() || app.help().is_some() {
        return None;
    }
    put(canvas, layout.filter, &Line::styled(PROMPT, theme.accent()));
    let indent = width(PROMPT) as u16;
    let area = layout.filter;
    let area = Rect { x: area.x + indent, width: area.width.saturating_sub(indent + 1), ..area };
    let input = filter.input();
    let columns = usize::from(area.width);
    let skipped = input.visual_scroll(columns);
    if input.value().is_empty() {
        put(canvas, area, &Line::styled(fitted(HINT, area), theme.quiet()));
    }
    let wrong = filter.error().map_or(0..0, |error| error.span.clone());
    let mut at = 0;
    let mut spans = Vec::new();
    for (byte, grapheme) in input.value().grapheme_indices(true) {
        if (skipped..skipped + columns).contains(&at) {
            let style = if wrong.contains(&byte) { theme.wrong_word() } else { Style::new() };
            spans.push(Span::styled(grapheme, style));
        }
        at += width(grapheme);
    }
    put(canvas, area, &Line::from(spans));
    if let Some(error) = filter.error() {
        let row = Rect { x: area.x, width: area.width, ..layout.bar };
        put(canvas, row, &Line::styled(cut(&error.what, columns), theme.wrong()));
    }
    let cursor = input.visual_cursor().saturating_sub(skipped).min(columns) as u16;
    Some(Position { x: area.x + cursor, y: area.y })
}
