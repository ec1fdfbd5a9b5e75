//! What the map is made of on the user's terminal.

use crate::settings::{Fills, Look};

/// What the map is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum MapCells {
    /// Halves of characters in colours.
    #[default]
    Halves,
    /// The same, but for dots where land shows nothing.
    HalvesAndDots,
    /// Letters within coasts and borders.
    OutlinedLetters,
    /// Letters, since there are no characters for anything else.
    Letters,
}

impl MapCells {
    /// What it is made of where things look like this.
    pub(super) fn of(look: Look) -> Self {
        match look.fills {
            _ if look.is_in_ascii() => Self::Letters,
            Fills::None => Self::OutlinedLetters,
            Fills::Few => Self::HalvesAndDots,
            Fills::Many => Self::Halves,
        }
    }
}
