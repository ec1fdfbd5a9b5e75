//! The input thread: waits for the terminal and passes on what the user did.
//!
//! Terminals answer questions late, cut what they send, and send what nobody asked for. The event reader of the terminal
//! library goes deaf on some of it and types the rest, so on Unix the bytes are read here.

#[cfg(not(unix))]
mod console;
mod parser;
mod paste;
mod sequences;
#[cfg(unix)]
mod tty;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

#[cfg(not(unix))]
use self::console::{can_be_read, pass_on};
#[cfg(unix)]
use self::tty::{can_be_read, pass_on};

use super::message::Message;

pub use self::parser::{InputParser, SILENCE};

/// Whether there is a terminal that keys can come from.
pub(super) fn is_there() -> bool {
    can_be_read()
}

/// Starts the thread. It ends with the process, when nobody listens any more, or when there is nothing more to read.
pub(super) fn listen(sender: Sender<Message>) {
    thread::spawn(move || {
        let _end = EndSignal(sender.clone());
        // Nobody listens any more where it can't be sent.
        let _ = sender.send(pass_on(&sender));
    });
}

/// Tells that nothing is read any more if the thread ends in the middle.
struct EndSignal(Sender<Message>);

impl Drop for EndSignal {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Message::Gone(io::Error::other("the terminal's input can no longer be read")));
        }
    }
}
