//! Files that the program keeps for its user: where they are, and how they are read and written.

mod read;

use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use tempfile::NamedTempFile;

use crate::escape::shown;

pub use self::read::{BadLines, Bounds, lines, open, text};

/// A file of data: under `$XDG_DATA_HOME/plenary`, or the platform's place; none without a home.
pub fn data(name: &str) -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.data_dir().join("plenary").join(name))
}

/// A file of settings: under `$XDG_CONFIG_HOME/plenary`, or the platform's place; none without a home.
pub fn config(name: &str) -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join("plenary").join(name))
}

/// A file of state, which may be lost without harm: under `$XDG_STATE_HOME/plenary`, or the platform's place, which is
/// that of data where there is none for state; none without a home.
pub fn state(name: &str) -> Option<PathBuf> {
    let places = choose_base_strategy().ok()?;
    Some(places.state_dir().unwrap_or_else(|| places.data_dir()).join("plenary").join(name))
}

/// A file as a user names it, `~/` for the home folder: a shell leaves that as it is after `=` and within quotes.
pub fn expanded(name: &Path) -> PathBuf {
    let home = name.strip_prefix("~").ok().zip(etcetera::home_dir().ok());
    home.map_or_else(|| name.to_owned(), |(rest, home)| home.join(rest))
}

/// Says that there is no folder for the file `path`, if there is none: one that a user names is not made, which would
/// hide that it is misspelt.
pub fn missing_folder(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| *folder != Path::new("") && !folder.is_dir())?;
    let (name, file) = (place(folder), place(path));
    if folder.exists() {
        return Some(format!("{file} can't be written: {name} is not a folder; name another"));
    }
    Some(format!("there is no folder {name}; make it first, or name another"))
}

/// Makes the folder of a file that the program keeps.
///
/// # Errors
/// Those of the file system.
pub fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(folder(&target(path)))
}

/// The name of a file for a message: never with characters that command a terminal.
pub fn place(path: &Path) -> String {
    shown(&path.display().to_string())
}

/// Writes a file so that the old or the new one is there at any moment, never half of one: `write` fills a new file
/// beside `path`, which then takes its place and its permissions. A link is followed, also one to a file that is not
/// there yet.
///
/// # Errors
/// Those of the file system and of `write`, or that what is there is not a file; it stays as it was.
pub fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let path = &target(path);
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return Err(io::Error::other("is not a file"));
    }
    let file = filled(path, write)?;
    if let Some(there) = there {
        file.as_file().set_permissions(there.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Where a path leads, through links.
pub fn target(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| match fs::read_link(path) {
        Ok(link) => path.parent().unwrap_or(Path::new("")).join(link),
        Err(_) => path.to_owned(),
    })
}

/// Writes a file that is not there yet, whole or not at all. Says whether it did: one that is there stays as it was.
///
/// # Errors
/// Those of the file system and of `write`.
pub fn create(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<bool> {
    match filled(path, write)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

/// Keeps `path` from other programs that ask for it too, until what is given is dropped or the process ends, however
/// it ends; `wait` is called where another has it, before waiting for it. The folder of `path` is made. None where files can't be locked, or where
/// nothing can be written, which the writing itself says better.
pub fn hold(path: &Path, wait: impl FnOnce()) -> Option<File> {
    let path = target(path);
    let name = path.file_name()?.to_string_lossy().into_owned();
    make_folder(&path).ok()?;
    // A file of its own: the one that is written is replaced, and its lock with it.
    let lock = folder(&path).join(format!(".{name}.lock"));
    if fs::metadata(&lock).is_ok_and(|lock| !lock.is_file()) {
        return None;
    }
    let file = File::options().create(true).truncate(false).write(true).open(lock).ok()?;
    if let Err(TryLockError::WouldBlock) = file.try_lock() {
        wait();
        file.lock().ok()?;
    }
    Some(file)
}

/// A new file beside `path`, filled by `write` and safe on the disk.
fn filled(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<NamedTempFile> {
    let folder = folder(path);
    clear(folder);
    let mut file = new_file(folder)?;
    let mut out = BufWriter::with_capacity(1 << 16, file.as_file_mut());
    write(&mut out)?;
    out.flush()?;
    drop(out);
    file.as_file().sync_all()?;
    Ok(file)
}

/// The folder of a file.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| *folder != Path::new("")).unwrap_or_else(|| Path::new("."))
}

/// What a write that was killed left in `folder` an hour ago or earlier, which no write takes, goes.
fn clear(folder: &Path) {
    let left = |name: &str| name.starts_with(PART.0) && name.ends_with(PART.1);
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| file.file_name().to_str().is_some_and(left)) {
        let age = file.metadata().and_then(|file| file.modified()).ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age.as_secs() > 3600) {
            // One that can't be removed is in nobody's way.
            let _ = fs::remove_file(file.path());
        }
    }
}

/// How the name of a file that is not whole yet begins and ends.
const PART: (&str, &str) = (".plenary-", ".part");

/// A file of its own in `folder`, readable as other files that the user makes.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PART.0).suffix(PART.1);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    builder.tempfile_in(folder)
}
