//! Signals as messages: the terminal is given back before the process obeys one, and no new size is missed.

use std::io;
use std::sync::mpsc::Sender;

use super::Message;

/// Starts a thread that passes on the signals that end or stop the process, and those of a new size of the terminal: the
/// input thread listens for these too, but only once it waits for input.
#[cfg(unix)]
pub(super) fn listen(sender: &Sender<Message>) -> io::Result<()> {
    use ratatui::layout::Size;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use crate::app::Event;

    use super::size::size;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGWINCH])?;
    let sender = sender.clone();
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGTSTP => Message::Suspend,
                SIGWINCH => {
                    let Size { width, height } = size();
                    Message::Event(Event::Resize(width, height))
                }
                _ => Message::Leave(signal),
            };
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    Ok(())
}

/// Ends the process as `signal` would have, so that whoever sent it sees that it did.
#[cfg(unix)]
pub(super) fn die_of(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}

/// Stops the process until the shell brings it back.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

/// Nothing: there are no such signals here.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on systems with signals")]
pub(super) fn listen(_sender: &Sender<Message>) -> io::Result<()> {
    Ok(())
}

/// Nothing: there are no such signals here.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on systems with signals")]
pub(super) fn die_of(_signal: i32) -> io::Result<()> {
    Ok(())
}

/// Nothing: there is no shell here that could bring the process back.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as on systems with signals")]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}
