//! The views that have a number, in the header: where each is, for drawing and for the mouse.

use ratatui::layout::{Position, Rect};

use crate::report::text::width;

use super::views::{NUMBERED, ViewKind};

/// The name of the program, with a blank on either side.
pub const NAME: &str = " plenary ";

/// A view in the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Which one.
    pub kind: &'static ViewKind,
    /// What it says: `1 Votes`, or only `1` where there is no room for names.
    pub label: String,
    /// Where.
    pub area: Rect,
}

/// The views that have a number, as far as they fit into the header.
pub fn tabs(header: Rect, current: &ViewKind) -> Vec<Tab> {
    let room = usize::from(header.width);
    let label = |at: usize, kind: &ViewKind, named: bool| {
        if named || kind == current { format!("{} {}", at + 1, kind.name) } else { (at + 1).to_string() }
    };
    let labels = |named| NUMBERED.into_iter().enumerate().map(move |(at, kind)| (kind, label(at, kind, named)));
    let needed: usize = labels(true).map(|(_, label)| width(&label) + 2).sum();
    let named = width(NAME) + needed <= room;
    let mut x = header.x + width(NAME) as u16;
    let mut tabs = Vec::new();
    for (kind, label) in labels(named) {
        let taken = width(&label) as u16;
        if x + 1 + taken >= header.right() || header.is_empty() {
            break;
        }
        tabs.push(Tab { kind, label, area: Rect { x: x + 1, width: taken, ..header } });
        x += taken + 2;
    }
    tabs
}

/// The view at a position of the header.
pub(super) fn tab_at(header: Rect, current: &ViewKind, at: Position) -> Option<&'static ViewKind> {
    tabs(header, current).into_iter().find(|tab| tab.area.contains(at)).map(|tab| tab.kind)
}
