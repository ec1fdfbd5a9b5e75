//! What the panes of an open view are of, and which of them has the keys.

use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::pane::Pane;

/// What the pages of a view are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The selected row.
    Row(Row),
    /// What the view is about.
    Whole,
}

/// The pane that has the keys, unless it is the list.
pub(super) fn pane_of<'p>(focus: Focus, page: &'p Pane, aside: &'p Pane) -> Option<&'p Pane> {
    match focus {
        Focus::List => None,
        Focus::Page => Some(page),
        Focus::Aside => Some(aside),
    }
}
