//! What came of an event or an action.

use super::event::Effect;

/// What came of an event or an action.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Done {
    /// Whether anything that is shown changed.
    pub changed: bool,
    /// What else is to be done.
    pub effect: Option<Effect>,
}

impl Done {
    /// Nothing came of it.
    pub(super) const NOTHING: Self = Self { changed: false, effect: None };
    /// Something that is shown changed.
    pub(super) const CHANGED: Self = Self { changed: true, effect: None };
}

impl From<bool> for Done {
    /// Whether anything that is shown changed.
    fn from(changed: bool) -> Self {
        Self { changed, effect: None }
    }
}

impl From<Effect> for Done {
    /// Something is to be done, and nothing that is shown changed.
    fn from(effect: Effect) -> Self {
        Self { changed: false, effect: Some(effect) }
    }
}
