//! Files that are read: nothing but files, and no more of one than anybody could mean.
//!
//! A pipe that nobody writes to would be waited for and a device has no end, so that neither is opened at all.

use std::fs::{self, File, FileType};
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The most bytes of a file that the program keeps for its user, such as the settings.
const KEPT: u64 = 4 << 20;

/// What a list of lines may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The most bytes of the file.
    pub file: u64,
    /// The most bytes of a line.
    pub line: u64,
}

/// Why lines can't be read.
#[derive(Debug)]
pub enum BadLines {
    /// The file itself.
    File(io::Error),
    /// A line, counted from 1, that is longer than any may be.
    Line(usize),
}

impl From<io::Error> for BadLines {
    fn from(error: io::Error) -> Self {
        Self::File(error)
    }
}

/// Opens a file to read it; a link is followed.
///
/// # Errors
/// Those of the file system, or that it is something else than a file.
pub fn open(path: &Path) -> io::Result<File> {
    // Before it is opened, which of a pipe waits for who writes to it; and after, should it have become another.
    is_file(fs::metadata(path)?.file_type())?;
    let file = File::open(path)?;
    is_file(file.metadata()?.file_type())?;
    Ok(file)
}

/// The text of a file that the program keeps for its user.
///
/// # Errors
/// Those of the file system; or that it is something else than a file, larger than such a file ever is, or no text.
pub fn text(path: &Path) -> io::Result<String> {
    let file = open(path)?;
    not_larger(file.metadata()?.len(), KEPT)?;
    let mut bytes = Vec::new();
    file.take(KEPT + 1).read_to_end(&mut bytes)?;
    not_larger(bytes.len() as u64, KEPT)?;
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))
}

/// The bytes of a file of lines. What is wrong in it is found before all of it is in memory.
///
/// # Errors
/// As [`open`]; or that the file or a line of it is longer than `bounds`.
pub fn lines(path: &Path, bounds: Bounds) -> Result<Vec<u8>, BadLines> {
    let file = open(path)?;
    let length = file.metadata()?.len();
    not_larger(length, bounds.file)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    let mut reader = BufReader::with_capacity(1 << 16, file);
    for line in 1.. {
        let read = reader.by_ref().take(bounds.line).read_until(b'\n', &mut bytes)?;
        not_larger(bytes.len() as u64, bounds.file)?;
        if read as u64 == bounds.line && !bytes.ends_with(b"\n") && !reader.fill_buf()?.is_empty() {
            return Err(BadLines::Line(line));
        }
        if read == 0 {
            break;
        }
    }
    Ok(bytes)
}

/// What is not a file, by the name that it has.
fn is_file(kind: FileType) -> io::Result<()> {
    let what = match kind {
        kind if kind.is_file() => return Ok(()),
        kind if kind.is_dir() => "a folder",
        #[cfg(unix)]
        kind if std::os::unix::fs::FileTypeExt::is_fifo(&kind) => "a pipe",
        #[cfg(unix)]
        kind if std::os::unix::fs::FileTypeExt::is_socket(&kind) => "a socket",
        _ => "a device",
    };
    Err(io::Error::other(format!("it is {what}, not a file")))
}

fn not_larger(length: u64, most: u64) -> io::Result<()> {
    if length > most {
        return Err(io::Error::other(format!("it is larger than {} MB, too large for such a file", most >> 20)));
    }
    Ok(())
}
