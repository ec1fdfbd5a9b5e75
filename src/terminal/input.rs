//! The input thread: blocks on the terminal and passes on what the explorer knows.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use ratatui::crossterm::event::{self, Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use crate::app::keys::{Code, Key, Named};
use crate::app::{Event, Mouse};

use super::Message;

/// Starts the thread. It ends with the process, or when nobody listens any more.
pub(super) fn listen(sender: Sender<Message>) {
    thread::spawn(move || {
        let _end = End(sender.clone());
        loop {
            let message = match event::read() {
                Ok(input) => match translate(input) {
                    Some(event) => Message::Event(event),
                    None => continue,
                },
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => Message::Gone(error),
            };
            let ends = matches!(message, Message::Gone(_));
            if sender.send(message).is_err() || ends {
                return;
            }
        }
    });
}

/// Tells that nothing is read any more if the thread ends in the middle.
struct End(Sender<Message>);

impl Drop for End {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Message::Gone(io::Error::other("the terminal's input can't be read any more")));
        }
    }
}

/// What the terminal says, as the explorer's own event; none for what it has no use for.
fn translate(input: Input) -> Option<Event> {
    match input {
        Input::Key(key) if key.is_release() => None,
        Input::Key(key) => translate_key(key).map(Event::Key),
        Input::Paste(text) => Some(Event::Paste(text)),
        Input::Resize(width, height) => Some(Event::Resize(width, height)),
        Input::Mouse(mouse) => {
            let kind = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Click,
                MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
                MouseEventKind::Up(MouseButton::Left) => Mouse::Release,
                MouseEventKind::ScrollUp => Mouse::WheelUp,
                MouseEventKind::ScrollDown => Mouse::WheelDown,
                _ => return None,
            };
            Some(Event::Mouse(kind, Position { x: mouse.column, y: mouse.row }))
        }
        Input::FocusGained | Input::FocusLost => None,
    }
}

fn translate_key(key: KeyEvent) -> Option<Key> {
    let named = |name| Some(Code::Named(name));
    let code = match key.code {
        KeyCode::Char(character) => Some(Code::Char(character)),
        KeyCode::F(number) => Some(Code::F(number)),
        KeyCode::Enter => named(Named::Enter),
        KeyCode::Esc => named(Named::Esc),
        KeyCode::Tab => named(Named::Tab),
        KeyCode::BackTab => named(Named::BackTab),
        KeyCode::Backspace => named(Named::Backspace),
        KeyCode::Delete => named(Named::Delete),
        KeyCode::Insert => named(Named::Insert),
        KeyCode::Up => named(Named::Up),
        KeyCode::Down => named(Named::Down),
        KeyCode::Left => named(Named::Left),
        KeyCode::Right => named(Named::Right),
        KeyCode::PageUp => named(Named::PageUp),
        KeyCode::PageDown => named(Named::PageDown),
        KeyCode::Home => named(Named::Home),
        KeyCode::End => named(Named::End),
        _ => None,
    }?;
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    Some(Key { code, ctrl, alt: key.modifiers.contains(KeyModifiers::ALT) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_the_terminal_is_the_key_that_people_write() {
        for (code, modifiers, written) in [
            (KeyCode::Char('g'), KeyModifiers::NONE, "g"),
            (KeyCode::Char('G'), KeyModifiers::SHIFT, "G"),
            (KeyCode::Char('c'), KeyModifiers::CONTROL, "C-c"),
            (KeyCode::Char(' '), KeyModifiers::NONE, "Space"),
            (KeyCode::Char('x'), KeyModifiers::ALT, "M-x"),
            (KeyCode::BackTab, KeyModifiers::SHIFT, "BackTab"),
            (KeyCode::PageDown, KeyModifiers::NONE, "PageDown"),
            (KeyCode::F(1), KeyModifiers::NONE, "F1"),
        ] {
            let key = translate_key(KeyEvent::new(code, modifiers)).unwrap();
            assert_eq!(key.to_string(), written);
        }
    }
}
