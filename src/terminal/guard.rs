//! Takes the terminal and gives it back, whatever happens in between.

use std::io::{self, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, style::ResetColor};

use super::mouse;
use super::output::has_title;

/// Whether the terminal is taken; it is given back once.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Has the terminal as long as it lives: raw, on the alternate screen, with pastes as events and,
/// if it is taken then, the mouse. A panic gives
/// the terminal back before it prints its message.
#[derive(Debug)]
#[must_use]
pub struct Guard(());

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// If the terminal can't be set or written; it is as before then.
    pub fn enter() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let before = panic::take_hook();
            panic::set_hook(Box::new(move |panicked| {
                give_back();
                before(panicked);
            }));
        });
        let guard = Self(());
        take()?;
        Ok(guard)
    }

    /// Gives the terminal back while `meanwhile` runs, and takes it again.
    pub(super) fn pause(meanwhile: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        give_back();
        meanwhile()?;
        take()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    keep_title(true)
}

/// Has the terminal keep the title of its window, or bring back the one that it kept.
fn keep_title(keep: bool) -> io::Result<()> {
    if has_title() {
        let mut out = io::stdout();
        out.write_all(if keep { b"\x1b[22;2t" } else { b"\x1b[23;2t" })?;
        out.flush()?;
    }
    Ok(())
}

/// Gives the terminal back, if it is taken. There is nobody to tell of an error: the terminal may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        let _ = execute!(
            out,
            EndSynchronizedUpdate,
            DisableBracketedPaste,
            mouse::Leave,
            ResetColor,
            LeaveAlternateScreen,
            Show
        );
        let _ = keep_title(false);
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}
