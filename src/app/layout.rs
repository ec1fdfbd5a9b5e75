//! Where things are on the screen, for a size: what drawing, scrolling and the mouse all go by.
//!
//! ```text
//! ┌ header ──────────────────────┐
//! │ list           │ detail      │   under 60 columns only the one in focus
//! ├ filter, while it is typed ───┤
//! └ key bar ─────────────────────┘
//! ```

use ratatui::layout::{Margin, Rect, Size};

/// What keys go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The list of roll calls.
    List,
    /// The selected roll call.
    Detail,
}

/// The smallest size at which anything but a remark is shown.
pub const SMALLEST: Size = Size { width: 30, height: 8 };
/// From how many columns on there are two panes.
const TWO_PANES: u16 = 60;
/// Under how many rows the header makes place.
const WITH_HEADER: u16 = 12;

/// The areas of the screen; one that is not shown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The program and its record.
    pub header: Rect,
    /// The pane of the list, with its border.
    pub list: Rect,
    /// The pane of the selected roll call, with its border.
    pub detail: Rect,
    /// The line of the filter.
    pub filter: Rect,
    /// The key bar, or what is wrong with the filter.
    pub bar: Rect,
    /// The help, with its border, over everything.
    pub help: Rect,
}

impl Layout {
    /// The layout for a size; none if it is too small.
    pub fn new(size: Size, focus: Focus, filtering: bool) -> Option<Self> {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return None;
        }
        let row = |y, height| Rect { x: 0, y, width: size.width, height };
        let top = u16::from(size.height >= WITH_HEADER);
        let typed = u16::from(filtering);
        let bottom = size.height - 1;
        let panes = row(top, bottom - typed - top);
        let (list, detail) = if size.width < TWO_PANES {
            match focus {
                Focus::List => (panes, Rect::default()),
                Focus::Detail => (Rect::default(), panes),
            }
        } else {
            let width = size.width * 57 / 100;
            let (x, rest) = (width, size.width - width);
            (Rect { width, ..panes }, Rect { x, width: rest, ..panes })
        };
        let help = Rect { width: size.width.min(78), height: size.height.min(40), ..Rect::default() };
        Some(Self {
            header: row(0, top),
            list,
            detail,
            filter: row(bottom - typed, typed),
            bar: row(bottom, 1),
            help: Rect { x: (size.width - help.width) / 2, y: (size.height - help.height) / 2, ..help },
        })
    }

    /// The rows of the list: its pane without border and heading.
    pub fn rows(&self) -> Rect {
        let inner = inside(self.list);
        let heading = inner.height.min(1);
        Rect { y: inner.y + heading, height: inner.height - heading, ..inner }
    }

    /// The lines of the selected roll call: its pane without border and a column on either side.
    pub fn lines(&self) -> Rect {
        self.detail.inner(Margin::new(2, 1))
    }

    /// The lines of the help.
    pub fn help_lines(&self) -> Rect {
        self.help.inner(Margin::new(2, 1))
    }
}

/// A pane without its border.
pub fn inside(pane: Rect) -> Rect {
    pane.inner(Margin::new(1, 1))
}
