//! The console's events, where a console has events in the place of bytes.

use std::io;
use std::sync::mpsc::Sender;

use ratatui::crossterm::event::{self, Event as Input, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};
use ratatui::layout::Position;

use crate::actions::{Code, Key, NamedKey};
use crate::app::{Event, Mouse};

use super::super::message::Message;

/// Whether there is a console: one is always taken to be.
pub(super) fn can_be_read() -> bool {
    true
}

/// Passes on what the user does until nothing can be read any more; says why not.
pub(super) fn pass_on(sender: &Sender<Message>) -> Message {
    loop {
        match event::read() {
            Ok(input) => {
                let Some(event) = translate(input) else { continue };
                if sender.send(Message::Event(event)).is_err() {
                    return Message::Gone(io::Error::other("nobody listens any more"));
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Message::Gone(error),
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
        KeyCode::Enter => named(NamedKey::Enter),
        KeyCode::Esc => named(NamedKey::Esc),
        KeyCode::Tab => named(NamedKey::Tab),
        KeyCode::BackTab => named(NamedKey::BackTab),
        KeyCode::Backspace => named(NamedKey::Backspace),
        KeyCode::Delete => named(NamedKey::Delete),
        KeyCode::Insert => named(NamedKey::Insert),
        KeyCode::Up => named(NamedKey::Up),
        KeyCode::Down => named(NamedKey::Down),
        KeyCode::Left => named(NamedKey::Left),
        KeyCode::Right => named(NamedKey::Right),
        KeyCode::PageUp => named(NamedKey::PageUp),
        KeyCode::PageDown => named(NamedKey::PageDown),
        KeyCode::Home => named(NamedKey::Home),
        KeyCode::End => named(NamedKey::End),
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
