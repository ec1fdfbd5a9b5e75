//! The first row: the views, and those before the current view or, at the top, what the record holds.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{App, NAME, tabs};
use crate::report::counted;
use crate::report::text::{cut, width};

use super::put::put;
use super::theme::Theme;

/// Draws the row.
pub(super) fn draw(app: &App<'_>, theme: &Theme, row: Rect, canvas: &mut Buffer) {
    if row.is_empty() {
        return;
    }
    put(canvas, row, &Line::styled(NAME, theme.title()));
    let current = app.view().kind();
    let mut used = width(NAME);
    for tab in tabs(row, current) {
        let style = theme.tab(tab.kind == current);
        put(canvas, tab.area, &Line::styled(tab.label, style));
        used = usize::from(tab.area.right() - row.x);
    }
    let room = usize::from(row.width).saturating_sub(used + 3);
    let trail = trail(app);
    let text = if app.trail().len() > 1 && room > 8 { Some(last(&trail, room)) } else { holds(app, room) };
    if let Some(text) = text {
        let taken = width(&text) as u16;
        let area = Rect { x: row.right().saturating_sub(taken + 1), width: taken.min(row.width), ..row };
        put(canvas, area, &Line::styled(text, theme.quiet()));
    }
}

/// The current view and those before it: `Votes › ES-11/7 › Hungary`.
fn trail(app: &App<'_>) -> String {
    let mut names: Vec<_> = app.trail().iter().map(|view| view.title(app.shared())).collect();
    names.dedup();
    names.join(" › ")
}

/// The end of a text, which says more than its start.
fn last(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once(" › ") {
        rest = behind;
        if width(rest) + 4 <= room {
            return format!("… › {rest}");
        }
    }
    cut(rest, room).into_owned()
}

/// What the record holds, in as many words as fit.
fn holds(app: &App<'_>, room: usize) -> Option<String> {
    let record = app.record();
    if let Some((holds, _)) = app.view().holdings(app.shared()) {
        return Some(holds).filter(|form| width(form) <= room);
    }
    let universe = app.universe();
    let set = app.view().within();
    let holds = match set.len() {
        1 => counted(1, "roll call"),
        _ => universe.counted(record, set),
    };
    let mut forms = Vec::new();
    if let Some((first, last)) = record.span(set) {
        forms.push(format!("{holds} · {first} to {last}"));
        forms.push(format!("{holds} · {} to {}", first.year(), last.year()));
    }
    forms.push(holds);
    forms.push(format!("{}: {}", universe.bodies(), counted(set.len(), "roll call")));
    forms.push(counted(set.len(), "roll call"));
    forms.into_iter().find(|form| width(form) <= room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_trail_keeps_its_end() {
        for (room, shown) in [
            (40, "Votes › ES-11/7 › Hungary"),
            (24, "… › ES-11/7 › Hungary"),
            (12, "… › Hungary"),
            (7, "Hungary"),
            (5, "Hung…"),
        ] {
            assert_eq!(last("Votes › ES-11/7 › Hungary", room), shown, "{room}");
        }
    }
}
