//! A record's file, written only over nothing or over another record.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::store;

/// Why a record was not written; what was there before still is.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The place is a folder, a pipe or a device.
    #[error("{0}: is no file; name one to write the record to")]
    NoFile(String),
    /// The place is taken by something that is no record.
    #[error("{0}: exists and is not a record of plenary; name another file")]
    Taken(String),
    /// The file system refused.
    #[error("{0}: can't be written: {1}")]
    Io(String, #[source] io::Error),
}

/// Writes a record to `path` atomically. An existing file is replaced only if it is a record itself.
///
/// # Errors
/// If something else is there or the file system refuses; the file that was there stays as it was.
pub fn save(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), SaveError> {
    let failed = |error| SaveError::Io(store::place(path), error);
    match fs::metadata(path) {
        // Reading a pipe would wait for ever, and renaming over a device would end it.
        Ok(there) if !there.is_file() => return Err(SaveError::NoFile(store::place(path))),
        Ok(_) if !is_record(path).map_err(failed)? => return Err(SaveError::Taken(store::place(path))),
        _ => {}
    }
    store::replace(path, write).map_err(failed)
}

/// Whether the file begins as a record of ours does, or is empty.
fn is_record(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(64).read_to_end(&mut start)?;
    Ok(start.is_empty() || start.starts_with(b"{\"format\":\"plenary-"))
}
