//! What comes into the explorer and what it asks for in return.

use ratatui::layout::Position;

use super::keys::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse(Mouse, Position),
    /// The terminal has a new size, in columns and rows.
    Resize(u16, u16),
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left button was pressed.
    Click,
    /// The wheel was turned away from the user.
    WheelUp,
    /// The wheel was turned towards the user.
    WheelDown,
}

/// What the explorer asks of whoever runs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Something that is shown changed.
    Draw,
    /// Stop the process until the shell brings it back.
    Suspend,
    /// Leave the program.
    Quit,
}
