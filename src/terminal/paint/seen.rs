//! The visible part of a cell: its text and its style.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::report::text::width as columns_of;

/// What is seen of a cell, in a third of its room: all cells are compared with what they were at every frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// Its text where that takes at most four bytes, otherwise [`Self::LONG`] and how wide it is.
    pub(super) text: u32,
    pub(super) look: CellLook,
}

impl Seen {
    /// No text begins with this byte.
    const LONG: u32 = 0xFF00_0000;
    const BLANK: u32 = b' ' as u32;
    /// `█`.
    const FULL: u32 = 0xE2_96_88;
    /// `▄`.
    const LOWER: u32 = 0xE2_96_84;
    /// `▀`.
    const UPPER: u32 = 0xE2_96_80;

    pub(super) fn of(cell: &Cell) -> Self {
        let text = cell.symbol();
        let bytes = match *text.as_bytes() {
            [] => 0,
            [letter] => u32::from(letter),
            [a, b] => u32::from_be_bytes([0, 0, a, b]),
            [a, b, c] => u32::from_be_bytes([0, a, b, c]),
            [a, b, c, d] => u32::from_be_bytes([a, b, c, d]),
            _ => Self::LONG | text.width() as u32,
        };
        let how = cell.modifier;
        match bytes {
            Self::BLANK if !how.intersects(SEEN_ON_BLANKS) => Self { text: bytes, look: CellLook::blank(cell.bg) },
            // Letters leave seams in some terminals, grounds in none: a full block is a blank on a ground of its colour,
            // which takes a third of the bytes too, and a lower half is one, all but its upper half.
            Self::FULL if cell.fg != Color::Reset && how.is_empty() => {
                Self { text: Self::BLANK, look: CellLook::blank(cell.fg) }
            }
            Self::LOWER if cell.fg != Color::Reset && how.is_empty() => {
                Self { text: Self::UPPER, look: CellLook::of(cell.fg, cell.bg, Modifier::REVERSED) }
            }
            _ => Self { text: bytes, look: CellLook::of(cell.fg, cell.bg, how) },
        }
    }

    /// The text written for its `cell`.
    pub(super) fn written(self, cell: &Cell) -> &str {
        match self.text {
            Self::BLANK => " ",
            Self::UPPER => "▀",
            _ => cell.symbol(),
        }
    }

    /// Whether it says what the text is.
    pub(super) fn is_known(self) -> bool {
        self.text < Self::LONG
    }

    pub(super) fn width(self) -> usize {
        match self.text {
            0..=0x7F => 1,
            Self::LONG.. => (self.text - Self::LONG) as usize,
            text => {
                let bytes = text.to_be_bytes();
                let first = bytes.iter().position(|&byte| byte != 0).unwrap_or_default();
                std::str::from_utf8(&bytes[first..]).map_or(1, columns_of)
            }
        }
    }
}

/// What shows where nothing is written.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED);

/// What a cell looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CellLook {
    pub(super) ink: Color,
    pub(super) ground: Color,
    pub(super) how: Modifier,
    /// Whether nothing is written, so that the ink is not seen.
    pub(super) blank: bool,
}

impl CellLook {
    fn of(ink: Color, ground: Color, how: Modifier) -> Self {
        Self { ink, ground, how, blank: false }
    }

    fn blank(ground: Color) -> Self {
        Self { ink: Color::Reset, ground, how: Modifier::empty(), blank: true }
    }

    /// Whether a cell of this look can be written in another.
    pub(super) fn fits(self, other: Self) -> bool {
        self == other || self.blank && self.ground == other.ground && !other.how.intersects(SEEN_ON_BLANKS)
    }
}
