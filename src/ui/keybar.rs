//! The last row: what works now, and whose data this is. A part that does not fit is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::app::action::Context;
use crate::app::help::{bar, bar_width};
use crate::record::Origin;
use crate::report::text::width;

use super::theme::Theme;
use super::{fitted, put};

/// Draws the row.
pub(super) fn draw(app: &App<'_>, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    let credit = match app.record().origin() {
        Origin::UnLibrary => "data © United Nations ",
        Origin::Unvotes => "data: unvotes, CC0 ",
    };
    if let Some(notice) = app.notice() {
        put(canvas, row, &Line::styled(fitted(&format!(" {notice}"), row), theme.title()));
        return;
    }
    let room = usize::from(row.width);
    let mut used = 1;
    let mut spans = vec![Span::raw(" ")];
    for part in bar(app.keys(), app.context()) {
        let space = if used > 1 { 2 } else { 0 };
        let needed = space + bar_width(&part);
        if used + needed > room {
            continue;
        }
        used += needed;
        let (key, label) = part;
        spans.push(Span::raw(" ".repeat(space)));
        spans.push(Span::styled(key, theme.accent().patch(theme.title())));
        spans.push(Span::styled(format!(" {label}"), theme.quiet()));
    }
    put(canvas, row, &Line::from(spans));
    let taken = width(credit);
    if used + 3 + taken <= room && app.context() != Context::Filter {
        let area = Rect { x: row.right() - taken as u16, width: taken as u16, ..row };
        put(canvas, area, &Line::styled(credit, theme.quiet()));
    }
}
