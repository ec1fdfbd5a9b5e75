//! A line while it is typed, the filter or another, with what is wrong marked in it and said below.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::{App, Layout, LineEditor, MARKERS, TextField, lettered, padded};
use crate::report::text::{cut, width};

use super::put::{fitted, put, styled};
use super::theme::Theme;

/// Draws the line, and says where the cursor is.
pub(super) fn draw(app: &App<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) -> Option<Position> {
    if layout.filter.is_empty() {
        return None;
    }
    if let Some(prompt) = app.prompt() {
        let label = format!(" {}: ", prompt.label());
        let typed = TypedLine { field: prompt.field(), label: &label, hint: prompt.hint(), wrong: 0..0 };
        return Some(typed.draw(theme, layout.filter, canvas).0);
    }
    let line = app.view().line()?;
    proposals(line, theme, layout, canvas);
    let wrong = line.error().map_or(0..0, |error| error.span.clone());
    let typed = TypedLine { field: line.field(), label: line.label(), hint: line.hint(), wrong };
    let (cursor, caret) = typed.draw(theme, layout.filter, canvas);
    if let Some(error) = line.error() {
        let indent = width(line.label()) as u16;
        let width = layout.filter.width.saturating_sub(indent + 1);
        let row = Rect { x: layout.filter.x + indent, width, ..layout.bar };
        put(canvas, row, &Line::styled(pointing(&error.what, caret, row.width.into()), theme.wrong()));
    }
    Some(cursor)
}

/// Draws what the word at the cursor may become, over the panes, from the line upwards.
fn proposals(line: &LineEditor<'_>, theme: &Theme, layout: &Layout, canvas: &mut Buffer) {
    let (found, marked) = line.proposals();
    let (area, first) = layout.proposals(found.items.len(), marked);
    let texts = found.items.iter().map(|item| width(&item.text)).max().unwrap_or_default().clamp(8, 24);
    Clear.render(area, canvas);
    canvas.set_style(area, theme.ground());
    for (area, (at, item)) in area.rows().zip(found.items.iter().enumerate().skip(first)) {
        let mark = if at == marked { MARKERS.0 } else { " " };
        let room = usize::from(area.width).saturating_sub(texts + 6);
        let about = lettered(&cut(&item.about, room), &item.letters);
        let mut line = vec![Span::raw(format!("  {mark} ")), Span::styled(padded(&item.text, texts), theme.accent())];
        line.push(Span::raw("  "));
        let quiet = |span: Span<'_>| Span::styled(span.content.into_owned(), theme.quiet().patch(span.style));
        line.extend(styled(&about, theme).spans.into_iter().map(quiet));
        put(canvas, area, &Line::from(line));
        if at == marked {
            canvas.set_style(area, theme.selected(true));
        }
    }
}

/// A line of text that is typed.
pub(super) struct TypedLine<'l> {
    pub(super) field: &'l TextField,
    /// What is before it.
    pub(super) label: &'l str,
    /// What is there as long as nothing is typed.
    pub(super) hint: &'l str,
    /// The bytes of what is wrong.
    pub(super) wrong: Range<usize>,
}

impl TypedLine<'_> {
    /// Draws the line after its label; says where the cursor is, and at which column `wrong` begins.
    pub(super) fn draw(&self, theme: &Theme, area: Rect, canvas: &mut Buffer) -> (Position, usize) {
        let Self { field, label, hint, wrong } = self;
        put(canvas, area, &Line::styled((*label).to_owned(), theme.accent()));
        let indent = (width(label) as u16).min(area.width);
        let area = Rect { x: area.x + indent, width: area.width.saturating_sub(indent + 1), ..area };
        let columns = usize::from(area.width);
        let skipped = field.skipped(columns);
        if field.text().is_empty() {
            put(canvas, area, &Line::styled(fitted(hint, area), theme.quiet()));
        }
        let mut caret = 0;
        let mut at = 0;
        let mut spans = Vec::new();
        for (byte, grapheme) in field.text().grapheme_indices(true) {
            if (skipped..skipped + columns).contains(&at) {
                let style = match (field.is_selected(), wrong.contains(&byte)) {
                    (true, _) => theme.selected(true),
                    (false, true) => theme.wrong_word(),
                    (false, false) => Style::new(),
                };
                spans.push(Span::styled(grapheme, style));
            }
            at += width(grapheme);
            if byte < wrong.start {
                caret = at.saturating_sub(skipped);
            }
        }
        put(canvas, area, &Line::from(spans));
        let cursor = field.column().saturating_sub(skipped).min(columns) as u16;
        (Position { x: area.x + cursor, y: area.y }, caret)
    }
}

/// What is wrong, after or before a caret below the word; alone and cut where there is no room for both.
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
