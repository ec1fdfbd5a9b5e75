//! The terminal's bytes, as they come.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::os::fd::{AsFd, AsRawFd};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use filedescriptor::{POLLIN, poll, pollfd};
use signal_hook::consts::SIGHUP;

use super::super::message::Message;
use super::parser::InputParser;

/// How many bytes are read at once.
const AT_ONCE: usize = 4096;

/// Passes on what the user does until there is nothing more to read; says why not.
pub(super) fn pass_on(sender: &Sender<Message>) -> Message {
    match read(sender) {
        // A terminal that is gone says so by the end of input or by an error, and to whom it belongs by a signal as well.
        Ok(()) => Message::Leave(SIGHUP),
        Err(error) if error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error()) => Message::Leave(SIGHUP),
        Err(error) => Message::Gone(error),
    }
}

/// Reads up to the end of input.
fn read(sender: &Sender<Message>) -> io::Result<()> {
    let mut terminal = open()?;
    let mut parser = InputParser::default();
    let mut bytes = [0; AT_ONCE];
    loop {
        let events = if is_ready(&terminal, parser.until())? {
            match terminal.read(&mut bytes) {
                Ok(0) => return Ok(()),
                Ok(count) => parser.read(&bytes[..count], Instant::now()),
                Err(error) if is_passing(&error) => continue,
                Err(error) => return Err(error),
            }
        } else {
            parser.silence(Instant::now())
        };
        for event in events {
            if sender.send(Message::Event(event)).is_err() {
                return Ok(());
            }
        }
    }
}

/// Whether there is a terminal that keys come from.
pub(super) fn can_be_read() -> bool {
    open().is_ok()
}

/// The terminal that keys come from, which is not the standard input where that is a pipe or a file.
fn open() -> io::Result<File> {
    let input = io::stdin();
    if input.is_terminal() { input.as_fd().try_clone_to_owned().map(File::from) } else { File::open("/dev/tty") }
}

/// Waits until there is something to read, at most up to a moment.
fn is_ready(terminal: &File, until: Option<Instant>) -> io::Result<bool> {
    let mut waited_for = [pollfd { fd: terminal.as_raw_fd(), events: POLLIN, revents: 0 }];
    // What is waited is cut to milliseconds: one more, or the rest of one would be waited for without waiting.
    let wait = until.map(|until| until.saturating_duration_since(Instant::now()) + Duration::from_millis(1));
    match poll(&mut waited_for, wait) {
        Ok(ready) => Ok(ready > 0),
        Err(error) => {
            let error = match error {
                filedescriptor::Error::Poll(error) | filedescriptor::Error::Io(error) => error,
                other => io::Error::other(other),
            };
            if is_passing(&error) { Ok(false) } else { Err(error) }
        }
    }
}

/// Whether the next try may do.
fn is_passing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock)
}
