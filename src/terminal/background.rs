//! What is behind the terminal's text: asked for once the first frame is there. The answer is an event like any other, and
//! the theme follows it.

use std::io;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use ratatui::crossterm::style::Print;

use crate::app::Event;
use crate::settings::{Background, Look};
use crate::ui::Colours;

use super::message::Message;
use super::output::Screen;

/// How long after the question who leaves waits for its answer, which the shell would take for typed.
const ANSWERED_WITHIN: Duration = Duration::from_millis(300);
/// How long that takes at most.
const PATIENCE: Duration = Duration::from_millis(40);

/// Asks, where an answer changes anything; says when. A terminal that does not know the question says nothing.
///
/// # Errors
/// Those of the terminal.
pub(super) fn ask(look: Look, colours: Colours) -> io::Result<Option<Instant>> {
    let in_console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
    if look.background != Background::Auto || colours == Colours::None || in_console {
        return Ok(None);
    }
    Screen::command(Print("\x1b]11;?\x1b\\"))?;
    Ok(Some(Instant::now()))
}

/// Waits for the answer to a question that was asked just now.
pub(super) fn wait_for_answer(asked: Instant, messages: &Receiver<Message>) {
    if asked.elapsed() > ANSWERED_WITHIN {
        return;
    }
    let until = Instant::now() + PATIENCE;
    while let Ok(message) = messages.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if matches!(message, Message::Event(Event::Background(_)) | Message::Gone(_)) {
            return;
        }
    }
}
