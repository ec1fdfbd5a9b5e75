//! Where things are on the screen, for a size: what drawing, scrolling and the mouse all go by.
//!
//! ```text
//! ┌ header ───────────────────────────────────┐
//! │ list           │ page        │ aside      │   aside from 160 columns on, at the end of the page before;
//! ├ years, under roll calls and members ──────┤   from 30 rows on
//! ├ filter, while it is typed ────────────────┤   under 60 only the pane that has the keys
//! └ key bar ──────────────────────────────────┘
//! ```

use ratatui::layout::{Margin, Rect, Size};

/// The pane that keys go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The list.
    #[default]
    List,
    /// The page of what is selected.
    Page,
    /// What is beside the page, where there is room.
    Aside,
}

/// The smallest size at which anything but a remark is shown.
pub const SMALLEST: Size = Size { width: 30, height: 8 };
/// From how many columns on there are two panes.
const TWO_PANES: u16 = 60;
/// From how many columns on there are three.
const THREE_PANES: u16 = 160;
/// From how many rows on there is room for the years of the record, and how many rows they take.
const WITH_YEARS: u16 = 30;
const YEARS: u16 = 4;
/// Under how many rows the header makes place.
const WITH_HEADER: u16 = 12;
/// The most proposals that are seen at once.
const PROPOSALS: usize = 8;
/// The shares that a user can give the list.
const SHARE_RANGE: std::ops::RangeInclusive<u16> = 20..=80;

/// The areas of the screen; one that is not shown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The program and the current view.
    pub header: Rect,
    /// The pane of the list, with its border.
    pub list: Rect,
    /// The pane of what is selected, with its border.
    pub page: Rect,
    /// The pane beside it, with its border.
    pub aside: Rect,
    /// The years of the record.
    pub timeline: Rect,
    /// The line of the filter or of another text.
    pub filter: Rect,
    /// The key bar, or what is wrong with the filter.
    pub bar: Rect,
    /// The help or a choice, with its border, over everything.
    pub over: Rect,
}

/// What there is to be shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The pane that keys go to.
    pub focus: Focus,
    /// The shares of the list beside one pane and beside two, in percent.
    pub shares: [u16; 2],
    /// Whether a line is typed.
    pub typing: bool,
    /// Whether the view has a second page.
    pub has_aside: bool,
    /// Whether it has the years of the record below.
    pub has_years: bool,
}

impl Layout {
    /// The layout for a size; none if it is too small.
    pub fn new(size: Size, shown: &Shown) -> Option<Self> {
        let Shown { focus, shares, .. } = *shown;
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return None;
        }
        let row = |y, height| Rect { x: 0, y, width: size.width, height };
        let top = u16::from(size.height >= WITH_HEADER);
        let typed = u16::from(shown.typing);
        let bottom = size.height - 1;
        let years = if shown.has_years && size.height >= WITH_YEARS { YEARS } else { 0 };
        let panes = row(top, bottom - typed - years - top);
        let [list, page, aside] = split(panes, focus, shares, shown.has_aside);
        let over = Rect { width: size.width.min(90), height: size.height.min(40), ..Rect::default() };
        Some(Self {
            header: row(0, top),
            list,
            page,
            aside,
            timeline: row(bottom - typed - years, years),
            filter: row(bottom - typed, typed),
            bar: row(bottom, 1),
            over: Rect { x: (size.width - over.width) / 2, y: (size.height - over.height) / 2, ..over },
        })
    }

    /// The rows of the list: its pane without border and heading.
    pub fn rows(&self) -> Rect {
        let inner = inside(self.list);
        let heading = inner.height.min(1);
        Rect { y: inner.y + heading, height: inner.height - heading, ..inner }
    }

    /// The heading of the list.
    pub fn heading(&self) -> Rect {
        let inner = inside(self.list);
        Rect { height: inner.height.min(1), ..inner }
    }

    /// Where the given number of proposals for the typed line go, and which of them is the first visible: over the
    /// panes, from the line upwards.
    pub fn proposals(&self, count: usize, marked: usize) -> (Rect, usize) {
        let room = usize::from(self.filter.y.saturating_sub(self.header.bottom())).min(PROPOSALS);
        let shown = count.min(room);
        let height = shown as u16;
        (Rect { y: self.filter.y.saturating_sub(height), height, ..self.filter }, (marked + 1).saturating_sub(shown))
    }

    /// The share of the list, in percent, if its border were at column `x`.
    pub fn share(&self, x: u16) -> u16 {
        let width = self.header.width.max(self.bar.width).max(1);
        share_within(((u32::from(x) + 1) * 100 / u32::from(width)).min(100) as u16)
    }
}

/// A share that a user can give the list, in percent: the nearest to `share`.
pub(super) fn share_within(share: u16) -> u16 {
    share.clamp(*SHARE_RANGE.start(), *SHARE_RANGE.end())
}

fn split(panes: Rect, focus: Focus, shares: [u16; 2], beside: bool) -> [Rect; 3] {
    let none = Rect::default();
    if panes.width < TWO_PANES {
        return match focus {
            Focus::List => [panes, none, none],
            Focus::Page | Focus::Aside => [none, panes, none],
        };
    }
    let three = panes.width >= THREE_PANES;
    let share = share_within(shares[usize::from(three)]);
    let part = |of: u16, share: u16| (u32::from(of) * u32::from(share) / 100) as u16;
    let width = part(panes.width, share);
    let list = Rect { width, ..panes };
    let rest = Rect { x: width, width: panes.width - width, ..panes };
    if !(three && beside) {
        return [list, rest, none];
    }
    let width = part(rest.width, 55);
    let page = Rect { width, ..rest };
    [list, page, Rect { x: rest.x + width, width: rest.width - width, ..rest }]
}

/// A pane without its border.
pub fn inside(pane: Rect) -> Rect {
    pane.inner(Margin::new(1, 1))
}

/// The lines of a page: its pane without border and a column on either side.
pub fn lines(pane: Rect) -> Rect {
    pane.inner(Margin::new(2, 1))
}
