//! What comes into the explorer and what it asks for in return.

use std::path::PathBuf;

use ratatui::layout::Position;

use crate::link::Link;
use crate::query::Expression;
use crate::settings::Background;

use crate::actions::Key;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse(Mouse, Position),
    /// The terminal says what is behind the text.
    Background(Background),
    /// The terminal has a new size, in columns and rows.
    Resize(u16, u16),
    /// What takes longer than a frame is ready to be shown.
    Prepared,
    /// Something that was asked for is done, or is not: a word about it.
    Told(String),
    /// A file that was to be written is there already.
    Exists(PathBuf),
    /// A file could not be written: why.
    Refused(PathBuf, String),
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The left button was pressed.
    Click,
    /// The mouse was moved with the left button down.
    Drag,
    /// The left button was let go.
    Release,
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
    /// Draw everything, whatever the terminal shows.
    Redraw,
    /// Hand a text to the clipboard.
    Copy(String),
    /// Show a page of the web.
    Browse(String),
    /// Write a file, over one that is there only if `replace` says so.
    Write {
        /// Where, as the user wrote it.
        path: PathBuf,
        /// What.
        content: Content,
        /// Whether it may take the place of another.
        replace: bool,
    },
    /// Keep a bloc expression under a name.
    Save {
        /// The name, as after `@`.
        name: String,
        /// What it stands for.
        expression: Expression,
    },
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Stop the process until the shell brings it back.
    Suspend,
    /// Leave the program.
    Quit,
}

/// What is written into a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A text.
    Text(String),
    /// The picture of what a link names, as `plenary picture` draws it; of the screen where there is none.
    Picture(Link),
    /// The screen as a picture.
    Screen,
}
