//! The filter line while it is typed, with what is wrong marked in it and said below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::{App, Layout};
use crate::report::text::{cut, width};

use super::theme::Theme;
use super::{fitted, put};

const PROMPT: &str = " / ";
const HINT: &str = "words, since:2022, topic:palestine, USA:no, @EU:split, yes>100, -without, this|that";

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
    let mut caret = 0;
    let mut at = 0;
    let mut spans = Vec::new();
    for (byte, grapheme) in input.value().grapheme_indices(true) {
        if (skipped..skipped + columns).contains(&at) {
            let style = if wrong.contains(&byte) { theme.wrong_word() } else { Style::new() };
            spans.push(Span::styled(grapheme, style));
        }
        at += width(grapheme);
        if byte < wrong.start {
            caret = at.saturating_sub(skipped);
        }
    }
    put(canvas, area, &Line::from(spans));
    if let Some(error) = filter.error() {
        let row = Rect { x: area.x, width: area.width, ..layout.bar };
        put(canvas, row, &Line::styled(pointing(&error.what, caret, columns), theme.wrong()));
    }
    let cursor = input.visual_cursor().saturating_sub(skipped).min(columns) as u16;
    Some(Position { x: area.x + cursor, y: area.y })
}

/// What is wrong, behind or before a caret below the word; alone and cut where there is no room for both.
fn pointing(what: &str, caret: usize, columns: usize) -> String {
    let needed = width(what) + 2;
    if caret + needed <= columns {
        format!("{}^ {what}", " ".repeat(caret))
    } else if needed <= caret + 1 && caret < columns {
        format!("{}{what} ^", " ".repeat(caret + 1 - needed))
    } else {
        cut(what, columns).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_below_the_word() {
        for (caret, columns, shown) in [
            (0, 20, "^ no field"),
            (4, 20, "    ^ no field"),
            (12, 20, "   no field ^"),
            (5, 12, "no field"),
            (5, 6, "no fi…"),
        ] {
            assert_eq!(pointing("no field", caret, columns), shown, "{caret} of {columns}");
        }
    }
}
