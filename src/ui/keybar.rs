//! The last row: what works now. A part that does not fit is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use crate::actions::Context;
use crate::app::{App, LineEditor, Prompt};
use crate::report::text::{cut, width, wrap};

use super::put::{fitted, put};
use super::theme::Theme;

/// The most rows that are said at once.
const MOST: usize = 4;

/// Draws what is said, over as many rows as it needs.
fn said(notice: &str, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    let columns = usize::from(row.width.saturating_sub(2)).max(1);
    let mut lines = wrap(notice, columns);
    if lines.len() > MOST {
        let rest = lines.split_off(MOST - 1).join(" ");
        lines.push(cut(&rest, columns).into_owned());
    }
    let more = (lines.len().saturating_sub(1) as u16).min(row.y);
    let area = Rect { y: row.y - more, height: row.height + more, ..row };
    if more > 0 {
        Clear.render(area, canvas);
        canvas.set_style(area, theme.ground());
    }
    for (line, row) in lines.iter().zip(area.rows()) {
        put(canvas, row, &Line::styled(fitted(&format!(" {line}"), row), theme.title()));
    }
}

/// Draws the row.
pub(super) fn draw(app: &App<'_>, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    if let Some(notice) = app.notice() {
        said(notice, theme, row, canvas);
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
    let understood = app.prompt().and_then(Prompt::about).or(understood);
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
