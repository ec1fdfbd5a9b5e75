//! Blocs that the user saved: names and expressions in one file.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use crate::record::is_clean;
use crate::store;

use super::blocs::key;

/// The user's own blocs.
#[derive(Clone, Debug, Default)]
pub struct SavedBlocs {
    path: Option<PathBuf>,
    blocs: BTreeMap<String, String>,
}

impl SavedBlocs {
    /// Those of the user's file: `$XDG_CONFIG_HOME/plenary/blocs.json`, or the platform's place; none where there is no
    /// file.
    ///
    /// # Errors
    /// If the file can't be read; it is left as it is.
    pub fn open() -> Result<Self, String> {
        let Some(path) = store::config("blocs.json") else { return Ok(Self::default()) };
        let bad = |what: String| format!("{}: {what}; correct or remove the file", store::place(&path));
        let text = match store::text(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self { path: Some(path), ..Self::default() });
            }
            Err(error) => return Err(bad(format!("can't be read: {error}"))),
        };
        let blocs = Self::from_text(&text).map_err(bad)?;
        Ok(Self { path: Some(path), ..blocs })
    }

    /// Changes those of the user's file, which nobody else writes meanwhile, and says what there is then.
    ///
    /// # Errors
    /// If the file can't be read or written, or those of `change`; what was there stays.
    pub(super) fn change<T>(change: impl FnOnce(&mut Self) -> Result<T, String>) -> Result<(Self, T), String> {
        let path = store::config("blocs.json").ok_or("there is no home folder to keep blocs in")?;
        let _held = store::hold(&path, || ());
        let before = Self::open()?;
        let mut saved = before.clone();
        let answer = change(&mut saved)?;
        if saved.blocs != before.blocs {
            saved.write()?;
        }
        Ok((saved, answer))
    }

    /// The blocs that a file with this text holds; they can't be written.
    ///
    /// # Errors
    /// If it is none, in the words that go behind the name of the file.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let blocs: BTreeMap<String, String> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| format!("is not an object of names and expressions: {error}"))?;
        if let Some(text) = blocs.iter().flat_map(|(name, expression)| [name, expression]).find(|text| !is_clean(text))
        {
            return Err(format!("a control character in \"{}\"", text.escape_debug()));
        }
        Ok(Self { path: None, blocs })
    }

    /// Names and expressions, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.blocs.iter().map(|(name, expression)| (name.as_str(), expression.as_str()))
    }

    /// The expression saved under `name`, without regard to case and spaces, with the name as it was saved.
    pub fn get(&self, name: &str) -> Option<(&str, &str)> {
        self.iter().find(|(known, _)| key(known) == key(name))
    }

    /// Puts `expression` under `name`, in place of one of the same name.
    pub fn set(&mut self, name: &str, expression: &str) {
        self.remove(name);
        self.blocs.insert(name.to_owned(), expression.to_owned());
    }

    /// Takes out the bloc of this name; false if there is none.
    pub(super) fn remove(&mut self, name: &str) -> bool {
        let before = self.blocs.len();
        self.blocs.retain(|known, _| key(known) != key(name));
        self.blocs.len() < before
    }

    /// Writes the user's file.
    fn write(&self) -> Result<(), String> {
        let path = self.path.as_ref().ok_or("there is no home folder to keep blocs in")?;
        let bytes = |out: &mut dyn io::Write| {
            serde_json::to_writer_pretty(&mut *out, &self.blocs).map_err(io::Error::from)?;
            out.write_all(b"\n")
        };
        store::make_folder(path)
            .and_then(|()| store::replace(path, bytes))
            .map_err(|error| format!("{}: can't be written: {error}", store::place(path)))
    }
}
