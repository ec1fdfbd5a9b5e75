//! Signals as messages: the terminal is given back before the process obeys one, and no new size is missed. And who would
//! bring back a process that stops.

use std::io;
use std::sync::mpsc::Sender;

use super::message::Message;

/// Starts a thread that passes on the signals that end or stop the process, and those of a new size of the terminal.
#[cfg(unix)]
pub(super) fn listen(sender: &Sender<Message>) -> io::Result<()> {
    use ratatui::layout::Size;
    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2,
        SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::iterator::Signals;

    use crate::app::Event;

    use super::size::size;

    let mut signals = Signals::new([
        SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGABRT, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ,
        SIGSYS, SIGTRAP, SIGTSTP, SIGWINCH,
    ])?;
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

/// Stops the process until the shell brings it back, with all that is of its job, as the key does where the terminal
/// itself obeys it: a script that waits for the process would keep the shell from seeing that it stopped.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?)
}

/// Whether nobody would resume the process if it stopped: no process of its session outside its group waits for it, as
/// a shell does for a job. The system itself stops no such group by a key.
#[cfg(unix)]
pub(super) fn is_orphaned() -> bool {
    use rustix::process::{getpgid, getpgrp, getppid, getsid};

    let group = getpgrp();
    let Ok(session) = getsid(None) else { return true };
    // Those with who leads the session have nobody above them in it.
    if group == session {
        return true;
    }
    // A script between the shell and this process is of the same job.
    let mut parent = getppid();
    while let Some(above) = parent {
        match getpgid(Some(above)) {
            Ok(other) if other == group => parent = parent_of(above),
            Ok(_) => return getsid(Some(above)) != Ok(session),
            Err(_) => return true,
        }
    }
    false
}

/// The parent of another process, where the system says it in a file.
#[cfg(unix)]
fn parent_of(process: rustix::process::Pid) -> Option<rustix::process::Pid> {
    let said = std::fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).ok()?;
    // Behind the name, which may hold anything: the state, and the parent.
    let (_, behind) = said.rsplit_once(')')?;
    rustix::process::Pid::from_raw(behind.split_ascii_whitespace().nth(1)?.parse().ok()?)
}

/// Nobody knows of jobs here.
#[cfg(not(unix))]
pub(super) fn is_orphaned() -> bool {
    true
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
