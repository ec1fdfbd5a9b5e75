//! The record's own file, written so that the old or the new one is there at any moment, never half of one.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::place;

/// Why a record was not written; what was there before still is.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The place is taken by something that is no record.
    #[error("{0}: exists and is not a record of plenary; name another file")]
    Taken(String),
    /// The file system refused.
    #[error("{0}: can't be written: {1}")]
    Io(String, #[source] io::Error),
}

/// Writes a file atomically: `write` fills a new file beside `path`, which then takes its place. Missing folders are
/// made. An existing file is replaced only if it is a record itself.
///
/// # Errors
/// If something else is there or the file system refuses; the file that was there stays as it was.
pub fn save(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), SaveError> {
    let failed = |error| SaveError::Io(place(path), error);
    // A link is followed, so that the record it points at is replaced, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if path.exists() && !is_record(path).map_err(failed)? {
        return Err(SaveError::Taken(place(path)));
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = new_file(folder).map_err(failed)?;
    let mut out = BufWriter::with_capacity(1 << 16, file.as_file_mut());
    write(&mut out).and_then(|()| out.flush()).map_err(failed)?;
    drop(out);
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// A file of its own in `folder`, readable as other files that the user makes.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plenary-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    builder.tempfile_in(folder)
}

/// Whether the file begins as a record of ours does, or is empty.
fn is_record(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    BufReader::new(File::open(path)?).take(64).read_to_end(&mut start)?;
    Ok(start.is_empty() || start.starts_with(b"{\"format\":\"plenary-"))
}
