//! Where the user's own record is, and which record a command is to use.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::record::{BadRecord, FileKind, Record};
use crate::store::{self, BadLines, Bounds};

/// Limits of a record: the assets have 6 MB and lines under 2 KB, and no imported row makes 1 MB.
const BOUNDS: Bounds = Bounds { file: 256 << 20, line: 1 << 20 };

/// The user's own record: `$XDG_DATA_HOME/plenary/rollcalls.jsonl`, or the platform's place for data; none without a
/// home.
pub fn user_file() -> Option<PathBuf> {
    store::data("rollcalls.jsonl")
}

/// A record and the file it was read from, if it was not the embedded one alone.
#[derive(Debug)]
pub struct Open {
    /// The record.
    pub record: Record,
    /// The file.
    pub file: Option<PathBuf>,
    /// Whether the file is a record of its own or holds differences to the embedded one, as the user's own file does.
    pub kind: FileKind,
}

impl Open {
    fn embedded() -> Result<Self, BadRecord> {
        Ok(Self { record: Record::embedded()?, file: None, kind: FileKind::Differences })
    }

    /// The record to use: that of `choice`, or the user's own, or else the embedded one.
    ///
    /// # Errors
    /// If the file can't be read; it is left as it is.
    pub fn new(choice: Option<&Path>) -> Result<Self, BadRecord> {
        let (path, chosen) = match choice {
            Some(path) => (path.to_owned(), true),
            None => match user_file() {
                Some(path) => (path, false),
                None => return Self::embedded(),
            },
        };
        let place = store::place(&path);
        match store::lines(&path, BOUNDS) {
            // As a full disk or an editor may leave it.
            Ok(bytes) if !chosen && bytes.trim_ascii().is_empty() => Self::embedded(),
            Ok(bytes) => Self::read(bytes, &place, path),
            Err(BadLines::File(error)) if error.kind() == ErrorKind::NotFound && !chosen => Self::embedded(),
            Err(BadLines::File(error)) => Err(BadRecord { place, line: None, what: format!("can't be read: {error}") }),
            Err(BadLines::Line(line)) => {
                let what = format!("longer than {} MB, too long for a line of a record", BOUNDS.line >> 20);
                Err(BadRecord { place, line: Some(line), what })
            }
        }
        .map_err(|error| {
            let way_out = if chosen { "" } else { "; correct or remove the file, which holds what you imported" };
            BadRecord { what: error.what + way_out, ..error }
        })
    }

    fn read(bytes: Vec<u8>, place: &str, path: PathBuf) -> Result<Self, BadRecord> {
        let text = String::from_utf8(bytes).map_err(|error| bad_utf8(place, &error))?;
        let (record, kind) = Record::from_text(&text, place)?;
        Ok(Self { record, file: Some(path), kind })
    }
}

fn bad_utf8(place: &str, error: &std::string::FromUtf8Error) -> BadRecord {
    let until = error.utf8_error().valid_up_to();
    let line = error.as_bytes()[..until].split(|&byte| byte == b'\n').count();
    BadRecord { place: place.to_owned(), line: Some(line), what: "not UTF-8; a record is UTF-8 text".to_owned() }
}
