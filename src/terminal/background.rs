//! Asks the terminal what is behind its text.

use std::fmt;

use ratatui::crossterm::Command;

use crate::settings::{Background, Look};
use crate::ui::Colours;

/// The question; a terminal that does not know it says nothing.
pub(super) struct Ask;

impl Command for Ask {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str("\x1b]11;?\x1b\\")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Whether an answer would change anything.
pub(super) fn is_asked(look: Look, colours: Colours) -> bool {
    look.background == Background::Auto && colours != Colours::None
}
