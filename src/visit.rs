//! Where the user was when the explorer was left, and what was marked: a file that the next visit begins with, and that
//! may be lost without harm.

use std::io::{self, ErrorKind};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::record::{RecordNumber, clean, is_clean};
use crate::store;

/// The form of the file: a higher one is of a later program.
const VERSION: u64 = 1;

/// What is kept of a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Visit {
    /// The view that was open.
    pub link: String,
    /// The row that was selected in its list: the record number of a roll call or the code of a member.
    pub selected: Option<String>,
    /// The roll calls that were marked, by record number: one that another record lacks is none there.
    pub marks: Vec<RecordNumber>,
    /// How much of the width is the list's, in percent, if that was set.
    pub divider: Option<u16>,
    /// What members were grouped by.
    pub grouping: String,
    /// What the list was sorted by.
    pub sort: String,
    /// The theme, if another was chosen.
    pub theme: Option<String>,
}

/// The visit as the file has it.
#[derive(Serialize)]
struct Written<'v> {
    version: u64,
    #[serde(flatten)]
    visit: &'v Visit,
}

impl Visit {
    /// The last visit, from `$XDG_STATE_HOME/plenary/visit.json` or the platform's place; none where there was none.
    ///
    /// # Errors
    /// If the file can't be used, in one line; it stays as it is until the next visit is written.
    pub fn open() -> Result<Option<Self>, String> {
        store::state("visit.json").map_or(Ok(None), |path| Self::read(&path))
    }

    /// The visit in the file at `path`; none where there is no file.
    ///
    /// # Errors
    /// If the file can't be used, in one line.
    pub fn read(path: &Path) -> Result<Option<Self>, String> {
        let unused = |what: String| {
            // It may quote the file, which may hold anything.
            format!("could not restore the last session: {}: {}", store::place(path), clean(&what).0)
        };
        let text = match store::text(path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unused(format!("can't be read: {error}"))),
        };
        Self::from_text(&text).map(Some).map_err(unused)
    }

    /// The visit that a file with this text holds.
    ///
    /// # Errors
    /// If it is none, in the words that go after the name of the file.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let no_visit = |error: serde_json::Error| format!("is not a saved session: {error}");
        let mut fields: serde_json::Map<_, _> = serde_json::from_str(text).map_err(no_visit)?;
        match fields.remove("version").and_then(|version| version.as_u64()) {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err("was written by a later version of plenary".to_owned()),
            _ => return Err("is not a saved session: it has no version".to_owned()),
        }
        let visit: Self = serde_json::from_value(fields.into()).map_err(no_visit)?;
        let texts = [&visit.link, &visit.grouping, &visit.sort].into_iter().chain(&visit.theme).chain(&visit.selected);
        if texts.into_iter().any(|text| !is_clean(text)) {
            return Err("is not a saved session: it has control characters".to_owned());
        }
        if visit.divider.is_some_and(|percent| !(1..100).contains(&percent)) {
            return Err("is not a saved session: its divider is not a percentage".to_owned());
        }
        Ok(visit)
    }

    /// Writes the file that the next visit begins with.
    ///
    /// # Errors
    /// If there is no home or the file can't be written, in one line; what was there stays.
    pub fn write(&self) -> Result<(), String> {
        let path = store::state("visit.json").ok_or("there is no home folder to keep this visit in")?;
        self.write_to(&path)
    }

    /// Writes the file at `path`: at any moment the old or the new one is there.
    ///
    /// # Errors
    /// If it can't be written, in one line; what was there stays.
    pub fn write_to(&self, path: &Path) -> Result<(), String> {
        let bytes = |out: &mut dyn io::Write| {
            serde_json::to_writer_pretty(&mut *out, &Written { version: VERSION, visit: self })
                .map_err(io::Error::from)?;
            out.write_all(b"\n")
        };
        store::make_folder(path)
            .and_then(|()| store::replace(path, bytes))
            .map_err(|error| format!("{}: can't be written: {error}", store::place(path)))
    }
}
