//! The years of the record under the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;

use super::put::{put, styled};
use super::theme::Theme;

/// Draws the charts, if there is room for them.
pub(super) fn draw(app: &App<'_>, theme: &Theme, area: Rect, canvas: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    for (line, row) in app.timeline(area.width).iter().zip(area.rows()) {
        put(canvas, row, &styled(line, theme));
    }
}
