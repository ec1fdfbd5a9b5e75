//! The frame of a pane: a border with a title, and where one is in what it shows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Widget};

use crate::app::Scroll;
use crate::app::text::{cut, thousands, width};

use super::theme::Theme;

/// Draws the border of a pane: the parts of its title, of which the last and the first are never dropped, and where
/// one is in what it shows.
pub(super) fn draw(area: Rect, parts: &[&str], scroll: Scroll, focused: bool, theme: &Theme, canvas: &mut Buffer) {
    let border = theme.border(focused);
    let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(border);
    let room = usize::from(area.width.saturating_sub(4));
    block = block.title(title(parts, room, theme, focused));
    if scroll.lines > scroll.height && scroll.height > 0 {
        let last = (scroll.first + scroll.height).min(scroll.lines);
        let place = format!(" {}–{} of {} ", thousands(scroll.first + 1), thousands(last), thousands(scroll.lines));
        block = block.title_bottom(Line::styled(place, theme.quiet()).alignment(Alignment::Right));
    }
    block.render(area, canvas);
}

/// ` Votes ── ukraine since:2022 ── 14 of 5,698 `: what is in the middle is cut first, and dropped if little is left.
fn title(parts: &[&str], room: usize, theme: &Theme, focused: bool) -> Line<'static> {
    let style = theme.pane_title(focused);
    let mut parts: Vec<String> = parts.iter().filter(|part| !part.is_empty()).map(|&part| part.to_owned()).collect();
    let needed = |parts: &[String]| parts.iter().map(|part| width(part) + 2).sum::<usize>() + 2 * (parts.len() - 1);
    if parts.len() > 2 {
        let over = needed(&parts).saturating_sub(room);
        let left = width(&parts[1]).saturating_sub(over);
        if over > 0 && left < 4 {
            parts.remove(1);
        } else {
            parts[1] = cut(&parts[1], left).into_owned();
        }
    }
    while parts.len() > 1 && needed(&parts) > room {
        parts.pop();
    }
    let mut spans = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            spans.push(Span::styled("──", theme.border(focused)));
        }
        spans.push(Span::styled(format!(" {} ", cut(part, room.saturating_sub(2))), style));
    }
    Line::from(spans)
}
