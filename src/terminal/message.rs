//! What the threads tell each other.

use std::io;

use crate::app::Event;

/// What reaches the main thread.
#[derive(Debug)]
pub(super) enum Message {
    /// Something the user did.
    Event(Event),
    /// A signal to leave.
    Leave(i32),
    /// A signal to stop until the shell brings the process back.
    Suspend,
    /// The terminal is gone, or can't be read.
    Gone(io::Error),
}
