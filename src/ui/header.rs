//! The first row: which record this is, and what it holds.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::report::text::{thousands, width};

use super::put;
use super::theme::Theme;

/// Draws the row, with as much of the record's description as fits.
pub(super) fn draw(app: &App<'_>, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    let name = " plenary";
    put(canvas, row, &Line::styled(name, theme.title()));
    let record = app.record();
    let holds = format!("{} {}", thousands(record.len()), record.origin().universe());
    let mut forms = Vec::new();
    if let Some((first, last)) = record.span(&record.all()) {
        forms.push(format!("{holds} · {first} to {last} "));
        forms.push(format!("{holds} · {} to {} ", first.year(), last.year()));
    }
    forms.push(format!("{holds} "));
    forms.push(format!("{} roll calls ", thousands(record.len())));
    let room = usize::from(row.width).saturating_sub(width(name) + 2);
    if let Some(form) = forms.into_iter().find(|form| width(form) <= room) {
        let taken = width(&form) as u16;
        let area = Rect { x: row.right().saturating_sub(taken), width: taken.min(row.width), ..row };
        put(canvas, area, &Line::styled(form, theme.quiet()));
    }
}
