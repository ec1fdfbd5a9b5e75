//! What a complete sequence of a terminal says: a key with its modifiers, or the mouse. None for whatever else a terminal
//! tells: answers to questions, the focus, keys that nothing knows.

use ratatui::layout::Position;

use crate::actions::{Code, Key, NamedKey};
use crate::app::{Event, Mouse};
use crate::settings::Background;

/// The modifiers of a key, as they are sent: one more than the sum of these.
const SHIFT: u32 = 1;
const ALT: u32 = 2;
const CTRL: u32 = 4;

/// A key's event, where there are more than presses.
const RELEASED: u32 = 3;

/// The key that sends one byte below 0x80.
pub(super) fn byte(byte: u8) -> Key {
    let ctrl = |character: u8| Key { ctrl: true, ..Key::char(character.into()) };
    match byte {
        0 => ctrl(b' '),
        b'\t' => Key::named(NamedKey::Tab),
        b'\r' => Key::named(NamedKey::Enter),
        0x1b => Key::named(NamedKey::Esc),
        0x01..=0x1a => ctrl(byte + b'a' - 1),
        0x1c..=0x1f => ctrl(byte - 0x1c + b'4'),
        0x7f.. => Key::named(NamedKey::Backspace),
        _ => Key::char(byte.into()),
    }
}

/// A control sequence: what is between ESC `[` and the last byte, and that.
pub(super) fn control(parameters: &[u8], last: u8) -> Option<Event> {
    if let Some(report) = parameters.strip_prefix(b"<") {
        return mouse(&Numbers::read(report)?, last);
    }
    let numbers = Numbers::read(parameters)?;
    match last {
        b'M' => old_report(&numbers),
        b'~' if numbers.get(0) == Some(27) => key(coded(numbers.get(2)?)?, None, numbers.modifiers(1)),
        b'~' => key(numbered(numbers.get(0)?)?, None, numbers.modifiers(1)),
        b'u' => key(coded(numbers.get(0)?)?, numbers.shifted(), numbers.modifiers(1)),
        // With numbers this is where the cursor is.
        b'R' if !parameters.is_empty() => None,
        _ => key(lettered(last)?, None, numbers.modifiers(1)),
    }
}

/// A key of the keypad, or a function key: what is between ESC `O` and the last byte, and that.
pub(super) fn single(parameters: &[u8], last: u8) -> Option<Event> {
    let numbers = Numbers::read(parameters)?;
    let code = match last {
        b'M' => Code::Named(NamedKey::Enter),
        b'X' => Code::Char('='),
        b'j'..=b'y' => Code::Char(b"*+,-./0123456789"[usize::from(last - b'j')].into()),
        _ => lettered(last)?,
    };
    key(code, None, numbers.modifiers(numbers.len().saturating_sub(1)))
}

/// An answer in words: of those, only that on the colour behind the text means something, `11;rgb:ffff/ffff/ffff` or
/// `11;#ffffff`, in one to four hexadecimal digits for each of red, green and blue.
pub(super) fn words(words: &[u8]) -> Option<Event> {
    let colour = std::str::from_utf8(words).ok()?.strip_prefix("11;")?;
    let share = |digits: &str| {
        let known = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let most = 16_u32.pow(digits.len() as u32 * u32::from(known)) - 1;
        known.then(|| u32::from_str_radix(digits, 16).ok()).flatten().map(|share| f64::from(share) / f64::from(most))
    };
    let shares: Vec<_> = match colour.split_once(':') {
        // Behind the three may be how opaque it is.
        Some(("rgb" | "rgba", shares)) => shares.split('/').take(3).map(share).collect::<Option<_>>()?,
        _ => {
            let digits = colour.strip_prefix('#').filter(|digits| digits.is_ascii() && digits.len() % 3 == 0)?;
            let long = digits.len() / 3;
            (0..3).map(|at| share(&digits[at * long..(at + 1) * long])).collect::<Option<_>>()?
        }
    };
    Some(Event::Background(Background::of(shares.try_into().ok()?)))
}

/// A report of the mouse in three bytes.
pub(super) fn old_mouse(how: u8, x: u8, y: u8) -> Option<Event> {
    let at = |byte: u8| u32::from(byte).checked_sub(32);
    used(at(how)?, at(x)?, at(y)?, false)
}

/// A report of the mouse as by rxvt: the bytes of the old one as numbers.
fn old_report(numbers: &Numbers) -> Option<Event> {
    used(numbers.get(0)?.checked_sub(32)?, numbers.get(1)?, numbers.get(2)?, false)
}

/// A report of the mouse that says by its last byte whether a button was let go.
fn mouse(numbers: &Numbers, last: u8) -> Option<Event> {
    let is_release = match last {
        b'M' => false,
        b'm' => true,
        _ => return None,
    };
    used(numbers.get(0)?, numbers.get(1)?, numbers.get(2)?, is_release)
}

/// What was done with the mouse, and where, counted from 1: what the explorer has no use for is none.
fn used(how: u32, x: u32, y: u32, is_release: bool) -> Option<Event> {
    let is_moved = how & 0x20 != 0;
    let button = how & 0b11 | (how & 0b1100_0000) >> 4;
    let mouse = match (button, is_moved) {
        (0, false) if is_release => Mouse::Release,
        (0, false) => Mouse::Click,
        (0, true) => Mouse::Drag,
        // Which button is not said.
        (3, false) => Mouse::Release,
        (4, false) => Mouse::WheelUp,
        (5, false) => Mouse::WheelDown,
        _ => return None,
    };
    let at = |place: u32| u16::try_from(place.checked_sub(1)?).ok();
    Some(Event::Mouse(mouse, Position { x: at(x)?, y: at(y)? }))
}

/// The key with this last byte.
fn lettered(last: u8) -> Option<Code> {
    let named = match last {
        b'A' => NamedKey::Up,
        b'B' => NamedKey::Down,
        b'C' => NamedKey::Right,
        b'D' => NamedKey::Left,
        b'F' => NamedKey::End,
        b'H' => NamedKey::Home,
        b'Z' => NamedKey::BackTab,
        b'P'..=b'S' => return Some(Code::F(last - b'P' + 1)),
        _ => return None,
    };
    Some(Code::Named(named))
}

/// The key with this number before `~`.
fn numbered(number: u32) -> Option<Code> {
    let function = |first: u32, key: u8| Some(Code::F(u8::try_from(number - first).ok()? + key));
    let named = match number {
        1 | 7 => NamedKey::Home,
        2 => NamedKey::Insert,
        3 => NamedKey::Delete,
        4 | 8 => NamedKey::End,
        5 => NamedKey::PageUp,
        6 => NamedKey::PageDown,
        11..=15 => return function(11, 1),
        17..=21 => return function(17, 6),
        23..=26 => return function(23, 11),
        28..=29 => return function(28, 15),
        31..=34 => return function(31, 17),
        _ => return None,
    };
    Some(Code::Named(named))
}

/// The key that has this code, where keys are sent by code.
fn coded(code: u32) -> Option<Code> {
    let named = match code {
        9 => NamedKey::Tab,
        13 | 57_414 => NamedKey::Enter,
        27 => NamedKey::Esc,
        8 | 127 => NamedKey::Backspace,
        57_417 => NamedKey::Left,
        57_418 => NamedKey::Right,
        57_419 => NamedKey::Up,
        57_420 => NamedKey::Down,
        57_421 => NamedKey::PageUp,
        57_422 => NamedKey::PageDown,
        57_423 => NamedKey::Home,
        57_424 => NamedKey::End,
        57_425 => NamedKey::Insert,
        57_426 => NamedKey::Delete,
        57_376..=57_387 => return Some(Code::F(u8::try_from(code - 57_376).ok()? + 13)),
        // The keypad: digits, and what is around them.
        57_399..=57_408 => return char::from_digit(code - 57_399, 10).map(Code::Char),
        57_409..=57_413 => return "./*-+".chars().nth(usize::try_from(code - 57_409).ok()?).map(Code::Char),
        57_415 => return Some(Code::Char('=')),
        // Other keys without a character.
        57_344..=63_743 => return None,
        _ => return char::from_u32(code).filter(|character| !character.is_control()).map(Code::Char),
    };
    Some(Code::Named(named))
}

/// A key with its modifiers, and the character that it writes with Shift, if that is known; none where it is let go.
fn key(code: Code, shifted: Option<char>, (modifiers, event): (u32, u32)) -> Option<Event> {
    let held = modifiers.saturating_sub(1);
    let (shift, ctrl) = (held & SHIFT != 0, held & CTRL != 0);
    let code = match code {
        Code::Char(character) if ctrl => Code::Char(character.to_ascii_lowercase()),
        Code::Char(character) if shift => Code::Char(shifted.unwrap_or_else(|| capital(character))),
        Code::Named(NamedKey::Tab) if shift => Code::Named(NamedKey::BackTab),
        other => other,
    };
    (event != RELEASED).then_some(Event::Key(Key { code, ctrl, alt: held & ALT != 0 }))
}

/// The capital of a letter, if that is one character.
fn capital(character: char) -> char {
    let mut capitals = character.to_uppercase();
    capitals.next().filter(|_| capitals.next().is_none()).unwrap_or(character)
}

/// The numbers of a sequence, parted by `;`, and those within one by `:`.
struct Numbers(Vec<Vec<Option<u32>>>);

impl Numbers {
    /// Reads them; none if there is anything else, or a number too large to mean something.
    fn read(parameters: &[u8]) -> Option<Self> {
        let number = |digits: &[u8]| match std::str::from_utf8(digits) {
            Ok("") => Some(None),
            Ok(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok().map(Some),
            _ => None,
        };
        let parted = |part: &[u8]| part.split(|&byte| byte == b':').map(number).collect();
        parameters.split(|&byte| byte == b';').map(parted).collect::<Option<_>>().map(Self)
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn within(&self, at: usize, within: usize) -> Option<u32> {
        self.0.get(at)?.get(within).copied().flatten()
    }

    fn get(&self, at: usize) -> Option<u32> {
        self.within(at, 0)
    }

    /// The modifiers of a key, and whether it was pressed, held or let go.
    fn modifiers(&self, at: usize) -> (u32, u32) {
        (self.get(at).unwrap_or(1), self.within(at, 1).unwrap_or(1))
    }

    /// The character that a key writes with Shift, if that is sent.
    fn shifted(&self) -> Option<char> {
        self.within(0, 1).and_then(char::from_u32).filter(|character| !character.is_control())
    }
}
