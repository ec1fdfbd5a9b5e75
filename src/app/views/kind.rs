//! What all views of a kind have in common.

use std::fmt;

use super::Boxed;
use crate::app::App;
use crate::app::action::{Action, Context};
use crate::app::session::Workspace;
use crate::query::LinkedView;

/// What all views of a kind have in common.
pub struct ViewKind {
    /// Its name.
    pub name: &'static str,
    /// The keys that it has before those of any list or page.
    pub(in crate::app) keys: Option<Context>,
    /// It, before anything is chosen; another view where that takes a choice.
    pub(in crate::app) first: for<'r> fn(&Workspace<'r>) -> Boxed<'r>,
    /// Opens it on what was chosen for it by marks; says whether anything was.
    pub(in crate::app) marked: fn(&mut App<'_>) -> bool,
    /// Opens what a link names under a query, if the link is one of its own; says whether it is.
    pub(super) opens: fn(&mut App<'_>, &LinkedView, &str) -> bool,
    /// Goes to it from whatever is seen, or does what else is done with it from there; none if that isn't what the action
    /// says.
    pub(super) act: fn(&mut App<'_>, Action) -> Option<bool>,
}

impl PartialEq for ViewKind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ViewKind {}

impl fmt::Debug for ViewKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
