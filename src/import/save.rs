//! A record's file, written only over nothing or over another record, and what was there before an import.
//!
//! What was there before lies beside the record, in a file whose name says which content of the record it is from before:
//! at whatever moment a write is killed, the record and what is to be undone fit together.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::store;

/// Why a record was not written; what was there before still is.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The place is a folder, a pipe or a device.
    #[error("{0}: is not a file; name the file to write the record to")]
    NoFile(String),
    /// The place is taken by something that is no record.
    #[error("{0}: exists and is not a record of plenary; name another file")]
    Taken(String),
    /// The file system refused.
    #[error("{0}: can't be written: {1}")]
    Io(String, #[source] io::Error),
}

/// Why an import is not undone; nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// No import is there to be undone.
    #[error("nothing to undo: there is no copy of {0} from before an import")]
    Nothing(String),
    /// The record is not as the last import left it.
    #[error(
        "{0}: has been changed since the last import; undoing the import would lose that change, so nothing was done"
    )]
    Changed(String),
    /// The file system refused.
    #[error("{0}: can't be undone: {1}")]
    Io(String, #[source] io::Error),
}

/// Writes a record to `path` atomically. An existing file is replaced only if it is a record itself.
///
/// # Errors
/// If something else is there or the file system refuses; the file that was there stays as it was.
pub fn save(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), SaveError> {
    free(path)?;
    store::replace(path, write).map_err(|error| SaveError::Io(store::place(path), error))
}

/// The same, and keeps what was there for [`undo`].
///
/// # Errors
/// As [`save`].
pub fn save_over(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), SaveError> {
    free(path)?;
    keep_and_replace(path, write).map_err(|error| SaveError::Io(store::place(path), error))
}

fn keep_and_replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut new = Vec::new();
    write(&mut new)?;
    let old = content(path)?;
    if old == new {
        return Ok(());
    }
    let before = before(path, &new);
    store::replace(&before, |out| out.write_all(&old))?;
    if let Ok(there) = fs::metadata(path) {
        fs::set_permissions(&before, there.permissions())?;
    }
    store::replace(path, |out| out.write_all(&new))?;
    for other in kept(path).into_iter().filter(|other| *other != before) {
        // One that can't be removed is of other content, and is never taken.
        let _ = fs::remove_file(other);
    }
    Ok(())
}

/// Brings back what was at `path` before the last import, which may be nothing.
///
/// # Errors
/// If there is nothing to undo, the file has changed since, or the file system refuses; the file stays as it was.
pub fn undo(path: &Path) -> Result<(), UndoError> {
    let failed = |error| UndoError::Io(store::place(path), error);
    let before = before(path, &content(path).map_err(failed)?);
    let old = match fs::read(&before) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let why = if kept(path).is_empty() { UndoError::Nothing } else { UndoError::Changed };
            return Err(why(store::place(path)));
        }
        Err(error) => return Err(failed(error)),
    };
    if old.is_empty() {
        fs::remove_file(store::target(path)).map_err(failed)?;
    } else {
        store::replace(path, |out| out.write_all(&old)).map_err(failed)?;
    }
    // One import is undone and no more, also where one that was killed left what was before an earlier one.
    kept(path).into_iter().try_for_each(fs::remove_file).map_err(failed)
}

/// What is at `path`; empty where nothing is.
fn content(path: &Path) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        content => content,
    }
}

/// The file that keeps what was at `path` before `content` came there.
fn before(path: &Path, content: &[u8]) -> PathBuf {
    let hash = Sha256::digest(content);
    let short = hash.iter().take(8).fold(0_u64, |short, &byte| short << 8 | u64::from(byte));
    let path = store::target(path);
    path.with_file_name(format!("{}{short:016x}", begin(&path)))
}

/// How the names of such files begin.
fn begin(path: &Path) -> String {
    format!(".{}.before-", path.file_name().unwrap_or_default().to_string_lossy())
}

/// All such files of `path`.
fn kept(path: &Path) -> Vec<PathBuf> {
    let path = store::target(path);
    let begin = begin(&path);
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or_else(|| Path::new("."));
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_kept = |file: &fs::DirEntry| file.file_name().to_string_lossy().starts_with(&begin);
    files.filter(is_kept).map(|file| path.with_file_name(file.file_name())).collect()
}

/// Whether `path` may be written: nothing is there, or a record.
fn free(path: &Path) -> Result<(), SaveError> {
    let failed = |error| SaveError::Io(store::place(path), error);
    match fs::metadata(path) {
        // Reading a pipe would wait for ever, and renaming over a device would end it.
        Ok(there) if !there.is_file() => return Err(SaveError::NoFile(store::place(path))),
        Ok(_) if !is_record(path).map_err(failed)? => return Err(SaveError::Taken(store::place(path))),
        _ => {}
    }
    Ok(())
}

/// Whether the file begins as a record of ours does, or is empty.
fn is_record(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(64).read_to_end(&mut start)?;
    Ok(start.is_empty() || start.starts_with(b"{\"format\":\"plenary-"))
}
