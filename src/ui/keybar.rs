//! The last row: what works now. A part that does not fit is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::actions::Context;
use crate::app::{App, LineEditor};
use crate::report::text::{cut, width};

use super::put::{fitted, put};
use super::theme::Theme;

/// Draws the row.
pub(super) fn draw(app: &App<'_>, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    if let Some(notice) = app.notice() {
        put(canvas, row, &Line::styled(fitted(&format!(" {notice}"), row), theme.title()));
        return;
    }
    if app.context() == Context::Filter && app.view().line().is_some_and(|line| line.error().is_some()) {
        // What is wrong is said here, under the word.
        return;
    }
    let room = usize::from(row.width);
    let mut used = 1;
    let mut spans = vec![Span::raw(" ")];
    // What is understood of a line comes before the keys that end it.
    let understood = app.view().line().map(LineEditor::in_words).filter(|_| app.context() == Context::Filter);
    if let Some(understood) = understood.filter(|words| !words.is_empty()) {
        let words = cut(&understood, room.saturating_sub(2)).into_owned();
        used += width(&words);
        spans.push(Span::styled(words, theme.title()));
    }
    for (key, label) in app.offers() {
        let space = if used > 1 { 2 } else { 0 };
        let needed = space + width(&key) + 1 + width(&label);
        if used + needed > room {
            continue;
        }
        used += needed;
        spans.push(Span::raw(" ".repeat(space)));
        spans.push(Span::styled(key, theme.accent().patch(theme.title())));
        spans.push(Span::styled(format!(" {label}"), theme.quiet()));
    }
    put(canvas, row, &Line::from(spans));
}
