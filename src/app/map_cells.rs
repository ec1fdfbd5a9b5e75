//! The kinds of cells that the map is drawn with on the user's terminal.

use crate::settings::{Fills, Look};

/// The kinds of cells that the map is drawn with.
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
    /// The cells for an appearance.
    pub(super) fn of(look: Look) -> Self {
        match look.fills {
            _ if look.is_in_ascii() => Self::Letters,
            Fills::None => Self::OutlinedLetters,
            Fills::Few => Self::HalvesAndDots,
            Fills::Many => Self::Halves,
        }
    }
}
