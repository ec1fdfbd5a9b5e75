//! Signals as messages: the terminal is given back before the process obeys one.

use std::io;
use std::sync::mpsc::Sender;

use super::Message;

/// Starts a thread that passes on the signals that end or stop the process.
#[cfg(unix)]
pub(super) fn listen(sender: &Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP])?;
    let sender = sender.clone();
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let message = if signal == SIGTSTP { Message::Suspend } else { Message::Leave(signal) };
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
