//! The frame of a pane: a border with a title, and the position in what it shows.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::Scroll;
use crate::report::text::{cut, thousands, width};

use super::put::put;
use super::theme::Theme;

/// The frame of a pane.
pub(super) struct Frame<'p> {
    pub(super) area: Rect,
    pub(super) title: PaneTitle<'p>,
    pub(super) scroll: Scroll,
    pub(super) focused: bool,
}

/// The title of a pane.
pub(super) struct PaneTitle<'p> {
    pub(super) parts: &'p [&'p str],
    /// The last part in short.
    pub(super) short: &'p str,
}

/// Draws the border of a pane with its title, and the position in what it shows.
pub(super) fn draw(frame: &Frame<'_>, theme: &Theme, canvas: &mut Buffer) {
    let Frame { area, scroll, focused, .. } = *frame;
    border(area, theme.border(focused), canvas);
    let room = usize::from(area.width.saturating_sub(3));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    put(canvas, inside, &title(&frame.title, room, theme, focused));
    if scroll.lines > scroll.height && scroll.height > 0 {
        bar(area, scroll, theme.border(focused), canvas);
        let last = (scroll.first + scroll.height).min(scroll.lines);
        let place = format!(" {}–{} of {} ", thousands(scroll.first + 1), thousands(last), thousands(scroll.lines));
        let width = (width(&place) as u16).min(inside.width);
        let at = Rect { x: inside.right() - width, y: area.bottom() - 1, width, height: 1 };
        put(canvas, at, &Line::styled(place, theme.quiet()));
    }
}

/// Draws on the right border which part is seen.
fn bar(area: Rect, scroll: Scroll, style: Style, canvas: &mut Buffer) {
    let track = usize::from(area.height.saturating_sub(2));
    let shown = area.intersection(canvas.area);
    if track == 0 || shown.width < 2 || shown != area {
        return;
    }
    let length = (track * scroll.height / scroll.lines).clamp(1, track);
    let (way, hidden) = (track - length, scroll.lines - scroll.height);
    // At an end only where the text is.
    let first = (scroll.first * way).div_ceil(hidden).min(way);
    let first = if scroll.first < hidden && way > 0 { first.min(way - 1) } else { first };
    for y in (first..first + length).filter_map(|at| u16::try_from(at).ok()) {
        canvas[(area.right() - 1, area.y + 1 + y)].set_char(THUMB).set_style(style);
    }
}

/// What the part that is seen has on the border.
const THUMB: char = '┃';

/// Draws a border with round corners, and nothing inside of it: a block of the library goes over every cell.
fn border(area: Rect, style: Style, canvas: &mut Buffer) {
    let Rect { x, y, width, height } = area.intersection(canvas.area);
    if width < 2 || height < 2 {
        return;
    }
    let (right, bottom) = (x + width - 1, y + height - 1);
    let mut draw = |x, y, symbol| {
        canvas[(x, y)].set_char(symbol).set_style(style);
    };
    for (y, [left, middle, end]) in [(y, ['╭', '─', '╮']), (bottom, ['╰', '─', '╯'])] {
        draw(x, y, left);
        (x + 1..right).for_each(|x| draw(x, y, middle));
        draw(right, y, end);
    }
    for y in y + 1..bottom {
        draw(x, y, '│');
        draw(right, y, '│');
    }
}

/// ` Votes ── ukraine since:2022 ── 13 of 5,698 roll calls `. Where that does not fit, the last part is `short`; then the
/// first part goes, as the one that says least; then the first of the rest is cut.
fn title(title: &PaneTitle<'_>, room: usize, theme: &Theme, focused: bool) -> Line<'static> {
    let style = theme.pane_title(focused);
    let PaneTitle { parts, short } = *title;
    let mut parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let needed = |parts: &[&str]| parts.iter().map(|part| width(part) + 4).sum::<usize>().saturating_sub(2);
    if needed(&parts) > room
        && !short.is_empty()
        && let Some(last) = parts.last_mut()
    {
        *last = short;
    }
    if parts.len() > 2 && needed(&parts) > room {
        parts.remove(0);
    }
    let over = needed(&parts).saturating_sub(room);
    let first = parts.first().map_or(Cow::Borrowed(""), |first| cut(first, width(first).saturating_sub(over)));
    if let Some(part) = parts.first_mut() {
        *part = &first;
    }
    let mut spans = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            spans.push(Span::styled("──", theme.border(focused)));
        }
        spans.push(Span::styled(format!(" {part} "), style));
    }
    Line::from(spans)
}
