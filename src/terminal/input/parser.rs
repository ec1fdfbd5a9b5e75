//! From the bytes that a terminal sends to what the user did. Nothing that arrives makes it deaf: a sequence ends where its
//! own bytes say, or by silence; what is no key, paste or mouse is swallowed; `C-c` is heard wherever it comes.

use std::time::{Duration, Instant};

use crate::actions::{Code, Key, NamedKey};
use crate::app::Event;

use super::paste::{END as PASTE_END, INTERRUPT, Paste};
use super::sequences;

/// How long the rest of something is waited for.
pub const SILENCE: Duration = Duration::from_millis(100);

/// How long what may follow the Esc key is waited for: terminals send a sequence in one piece, people don't. Less than a
/// frame.
const AFTER_ESC: Duration = Duration::from_millis(25);

const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;

/// The most bytes of a control sequence that can mean something.
const LONGEST_SEQUENCE: usize = 64;

/// What it is in the middle of.
#[derive(Clone, Debug)]
enum ParserState {
    /// Of nothing.
    Ground,
    /// Behind ESC: a key, a key with Alt, or the start of a sequence.
    Escape,
    /// Of a character of several bytes.
    Character { alt: bool },
    /// Of a control sequence: ESC `[` or CSI in one byte, up to a byte from `@` to `~`.
    Control { by_esc: bool },
    /// Of a function key of the Linux console: ESC `[[` and a letter.
    Console,
    /// Of a report of the mouse as of old: ESC `[M` and three bytes.
    Mouse,
    /// Of a key of the keypad: ESC `O`, up to a byte from `@` to `~`.
    Single,
    /// Of an answer in words, begun by this byte after ESC: OSC, DCS, APC, PM and SOS, up to ST or BEL.
    Words { by: u8, is_empty: bool },
    /// Behind ESC in such an answer, begun by this byte.
    WordsEscape { by: u8 },
    /// Of a paste.
    Paste(Paste),
}

/// Reads what a terminal sends, in whatever pieces it comes.
#[derive(Clone, Debug)]
pub struct InputParser {
    state: ParserState,
    /// The bytes of what is not complete.
    held: Vec<u8>,
    /// When the last byte came.
    heard: Option<Instant>,
    /// Whether silence ended a paste whose end has not been seen.
    is_lapsed: bool,
    events: Vec<Event>,
}

impl Default for InputParser {
    fn default() -> Self {
        Self { state: ParserState::Ground, held: Vec::new(), heard: None, is_lapsed: false, events: Vec::new() }
    }
}

impl InputParser {
    /// Takes bytes that came now; gives what is complete by them.
    pub fn read(&mut self, bytes: &[u8], now: Instant) -> Vec<Event> {
        self.heard = Some(now);
        let rest = if self.is_lapsed { self.late(bytes) } else { bytes };
        for &byte in rest {
            self.take(byte);
        }
        std::mem::take(&mut self.events)
    }

    /// When silence completes or drops what is held, unless something is read before; none if nothing is held.
    pub fn until(&self) -> Option<Instant> {
        let patience = match &self.state {
            ParserState::Ground => return None,
            ParserState::Escape => AFTER_ESC,
            // Rather pressed than pasted: who leaves waits no longer than for the silence, with all that leaving takes.
            ParserState::Paste(paste) if paste.ends_interrupted() => SILENCE / 2,
            _ => SILENCE,
        };
        self.heard.map(|heard| heard + patience)
    }

    /// Says that nothing has come up to now; gives what is complete by that.
    pub fn silence(&mut self, now: Instant) -> Vec<Event> {
        if self.until().is_some_and(|until| until <= now) {
            self.give_up();
        }
        std::mem::take(&mut self.events)
    }

    /// The rest of a paste that silence ended, if its end is in it: that was not typed.
    fn late<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let find = |what: &[u8]| bytes.windows(what.len()).position(|window| window == what);
        match find(PASTE_END).filter(|&end| find(b"\x1b[200~").is_none_or(|start| end < start)) {
            Some(end) => {
                self.is_lapsed = false;
                self.pasted(String::from_utf8_lossy(&bytes[..end]).into_owned());
                &bytes[end + PASTE_END.len()..]
            }
            None => bytes,
        }
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            ParserState::Paste(ref mut paste) => {
                if paste.take(byte) {
                    let text = std::mem::take(paste).text();
                    self.pasted(text);
                }
            }
            _ if byte == INTERRUPT => self.again(byte),
            ParserState::Ground => self.begin(byte, false),
            ParserState::Escape => self.take_behind_esc(byte),
            ParserState::Character { alt } => self.take_character(byte, alt),
            ParserState::Control { .. } => match byte {
                b' '..=b'?' => self.hold(byte),
                b'[' if self.held.is_empty() => self.state = ParserState::Console,
                b'M' if self.held.is_empty() => self.state = ParserState::Mouse,
                b'~' if self.held == b"200" => {
                    self.is_lapsed = false;
                    self.turn(ParserState::Paste(Paste::default()));
                }
                b'@'..=b'~' => self.end(sequences::control(&self.held, byte)),
                _ => self.again(byte),
            },
            ParserState::Console => match byte {
                b'A'..=b'E' => self.end(Some(Event::Key(plain(Code::F(byte - b'A' + 1))))),
                _ => self.again(byte),
            },
            ParserState::Mouse => match byte {
                ..b' ' => self.again(byte),
                _ => {
                    self.hold(byte);
                    if let &[how, x, y] = self.held.as_slice() {
                        self.end(sequences::old_mouse(how, x, y));
                    }
                }
            },
            ParserState::Single => match byte {
                b'0'..=b'?' => self.hold(byte),
                b'@'..=b'~' => self.end(sequences::single(&self.held, byte)),
                _ => self.again(byte),
            },
            // ST is ESC and a backslash; ESC and anything else begins something new.
            ParserState::Words { by, .. } => match byte {
                BELL => self.end_words(by),
                ESC => self.state = ParserState::WordsEscape { by },
                _ => {
                    self.hold(byte);
                    self.state = ParserState::Words { by, is_empty: false };
                }
            },
            ParserState::WordsEscape { by } => match byte {
                ESC => {}
                BELL | b'\\' => self.end_words(by),
                _ => {
                    self.turn(ParserState::Escape);
                    self.take_behind_esc(byte);
                }
            },
        }
    }

    /// Ends an answer in words, begun by this byte: only those of an OSC mean something.
    fn end_words(&mut self, by: u8) {
        let is_known = matches!(by, b']' | 0x9d);
        self.end(if is_known { sequences::words(&self.held) } else { None });
    }

    /// Takes a byte that begins something.
    fn begin(&mut self, byte: u8, alt: bool) {
        match byte {
            ESC => self.turn(ParserState::Escape),
            0xc2..=0xf4 => {
                self.turn(ParserState::Character { alt });
                self.held.push(byte);
            }
            0x80.. => self.begin_in_one(byte),
            _ => self.end(Some(Event::Key(Key { alt, ..sequences::byte(byte) }))),
        }
    }

    /// Takes a byte that is ESC and another in one, for terminals that send these, or half of a character that was cut.
    fn begin_in_one(&mut self, byte: u8) {
        self.turn(match byte {
            0x9b => ParserState::Control { by_esc: false },
            0x90 | 0x98 | 0x9d..=0x9f => ParserState::Words { by: byte, is_empty: false },
            _ => ParserState::Ground,
        });
    }

    fn take_behind_esc(&mut self, byte: u8) {
        match byte {
            b'[' => self.turn(ParserState::Control { by_esc: true }),
            b'O' => self.turn(ParserState::Single),
            b'P' | b']' | b'_' | b'^' | b'X' => self.turn(ParserState::Words { by: byte, is_empty: true }),
            // The key, and another thing after it.
            ESC => self.events.push(Event::Key(Key::named(NamedKey::Esc))),
            _ => self.begin(byte, true),
        }
    }

    fn take_character(&mut self, byte: u8, alt: bool) {
        self.held.push(byte);
        match std::str::from_utf8(&self.held) {
            Ok(text) => match text.chars().next() {
                Some(character @ '\u{80}'..='\u{9f}') => self.begin_in_one(character as u8),
                character => self.end(character.map(|character| Event::Key(Key { alt, ..Key::char(character) }))),
            },
            Err(cut) if cut.error_len().is_none() => {}
            // What was cut is dropped; what came in its place is not.
            Err(_) => self.again(byte),
        }
    }

    /// Ends by silence what is held: what may be a key by itself is one, and a paste has ended.
    fn give_up(&mut self) {
        let alt = |character| Some(Event::Key(Key { alt: true, ..Key::char(character) }));
        match self.state {
            ParserState::Escape => self.end(Some(Event::Key(Key::named(NamedKey::Esc)))),
            ParserState::Control { by_esc: true } if self.held.is_empty() => self.end(alt('[')),
            ParserState::Single if self.held.is_empty() => self.end(alt('O')),
            ParserState::Words { by, is_empty: true } => self.end(alt(by.into())),
            ParserState::Paste(ref mut paste) => {
                let (text, is_interrupted) = std::mem::take(paste).cut();
                self.pasted(text);
                self.is_lapsed = true;
                if is_interrupted {
                    self.begin(INTERRUPT, false);
                }
            }
            _ => self.turn(ParserState::Ground),
        }
    }

    fn pasted(&mut self, text: String) {
        self.end((!text.is_empty()).then_some(Event::Paste(text)));
    }

    fn hold(&mut self, byte: u8) {
        if self.held.len() < LONGEST_SEQUENCE {
            self.held.push(byte);
        }
    }

    /// Drops what is held, and takes a byte as the first of something.
    fn again(&mut self, byte: u8) {
        self.begin(byte, false);
    }

    /// Ends what is held, as an event or as nothing.
    fn end(&mut self, event: Option<Event>) {
        self.events.extend(event);
        self.turn(ParserState::Ground);
    }

    fn turn(&mut self, state: ParserState) {
        self.held.clear();
        self.state = state;
    }
}

/// A key without modifiers.
fn plain(code: Code) -> Key {
    Key { code, ctrl: false, alt: false }
}
