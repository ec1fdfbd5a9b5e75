//! What the user may set: looks, keys, where the explorer opens. A file of theirs, optional and never written by the
//! program.

mod look;
mod read;
mod written;

use std::fmt;
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::actions::KeyMap;
use crate::link::{Link, LinkedView};
use crate::query::Lexicon;
use crate::store;

pub use self::look::{Background, Charset, Fills, Ground, Look, VoteColours};
pub use self::written::default_text;

/// The name of the file.
const FILE: &str = "config.toml";

/// All settings.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Theme, colours of votes, whether only ASCII is drawn.
    pub look: Look,
    /// The view that the explorer opens at.
    pub start: Link,
    /// Whether the mouse is the explorer's; otherwise the terminal selects text with it.
    pub mouse: bool,
    /// Which key does what.
    pub keys: KeyMap,
}

impl Default for Settings {
    fn default() -> Self {
        let start = Link::new(LinkedView::Votes, String::new());
        Self { look: Look::default(), start, mouse: true, keys: KeyMap::default() }
    }
}

/// Something in the file that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The name of the file.
    pub file: String,
    /// The line and the column in it, both from 1; none where the file can't be read at all.
    pub place: Option<(usize, usize)>,
    /// What is wrong, and what would work.
    pub what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some((line, _)) => write!(f, "{}, line {line}: {}", self.file, self.what),
            None => write!(f, "{}: {}", self.file, self.what),
        }
    }
}

impl Settings {
    /// The user's file: `$XDG_CONFIG_HOME/plenary/config.toml`, or the platform's place; none without a home.
    pub fn path() -> Option<PathBuf> {
        store::config(FILE)
    }

    /// Reads the user's file, which may name members and roll calls in the words of `lexicon`; none where there is no
    /// file.
    ///
    /// # Errors
    /// All mistakes in it, in the order of its lines.
    pub fn read(lexicon: &Lexicon<'_>) -> Result<Option<Self>, Vec<Mistake>> {
        let Some(path) = Self::path() else { return Ok(None) };
        match store::text(&path) {
            Ok(text) => Self::parse(&text, FILE, lexicon).map(Some),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => {
                Err(vec![Mistake { file: store::place(&path), place: None, what: format!("can't be read: {error}") }])
            }
        }
    }

    /// The user's settings, or the defaults where there are none or they have mistakes, with a line that says so.
    pub fn open(lexicon: &Lexicon<'_>) -> (Self, Option<String>) {
        match Self::read(lexicon) {
            Ok(settings) => (settings.unwrap_or_default(), None),
            Err(mistakes) => {
                let first = mistakes.first().map_or_else(String::new, ToString::to_string);
                let more = match mistakes.len() - 1 {
                    0 => String::new(),
                    more => format!(" (and {more} more: plenary config --check)"),
                };
                (Self::default(), Some(format!("{first}{more}; the defaults are used")))
            }
        }
    }
}
