//! Lines and pieces onto the canvas.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::Piece;
use crate::report::text::{cut, plain};

use super::theme::Theme;

/// Draws a line into a row, cut at its end.
pub(super) fn put(canvas: &mut Buffer, row: Rect, line: &Line<'_>) {
    if row.is_empty() {
        return;
    }
    let mut x = row.x;
    for span in line {
        if x >= row.right() {
            return;
        }
        let style = line.style.patch(span.style);
        let room = row.right() - x;
        let Some(columns) = plain(&span.content) else {
            (x, _) = canvas.set_stringn(x, row.y, &span.content, room.into(), style);
            continue;
        };
        // A character is a column there, which spares looking for graphemes.
        let from = canvas.index_of(x, row.y);
        let columns = columns.min(room.into());
        for (cell, letter) in canvas.content[from..from + columns].iter_mut().zip(span.content.chars()) {
            // A third of what is written is blanks, nearly all of them over blanks.
            if letter != ' ' || cell.symbol() != " " {
                cell.set_char(letter);
            }
            cell.set_style(style);
        }
        x += columns as u16;
    }
}

/// Pieces in the look of their roles.
pub(super) fn styled<'a>(pieces: &'a [Piece], theme: &Theme) -> Line<'a> {
    pieces.iter().map(|piece| Span::styled(piece.text.as_ref(), theme.role(piece.role))).collect()
}

/// A text cut to the width of an area.
pub(super) fn fitted(text: &str, area: Rect) -> String {
    cut(text, area.width.into()).into_owned()
}
