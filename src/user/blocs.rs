//! The file of the user's own blocs.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use crate::query::{Expression, Lexicon, SavedBlocs};
use crate::store;

/// The name of the file.
const FILE: &str = "blocs.json";

/// The blocs of the user's file: `$XDG_CONFIG_HOME/plenary/blocs.json`, or the platform's place; none where there is no
/// file.
///
/// # Errors
/// If the file can't be read; it is left as it is.
pub fn open_blocs() -> Result<SavedBlocs, String> {
    let Some(path) = store::config(FILE) else { return Ok(SavedBlocs::default()) };
    let bad = |what: String| format!("{}: {what}; correct or remove the file", store::place(&path));
    match store::text(&path) {
        Ok(text) => SavedBlocs::from_text(&text).map_err(bad),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(SavedBlocs::default()),
        Err(error) => Err(bad(format!("can't be read: {error}"))),
    }
}

/// Keeps `expression` under `name`, in the user's file and in `lexicon`.
///
/// # Errors
/// In one line: what is wrong with the name, or with the expression under that name, or with the file.
pub fn save_bloc(lexicon: &Lexicon<'_>, name: &str, expression: &Expression) -> Result<(), String> {
    lexicon.can_be_named(name).map_err(|error| error.to_string())?;
    change(lexicon, |saved| {
        saved.set(name, &expression.to_string());
        // Among the saved ones it may have come to be defined by itself.
        let after = Lexicon::new(lexicon.record(), Ok(saved.clone()))?;
        Expression::parse(&format!("@\"{name}\""), &after).map(|_| ()).map_err(|error| error.to_string())
    })
}

/// Forgets the user's bloc of this name, and says which others were made of it and can't be read any more; none where
/// no bloc has that name.
///
/// # Errors
/// If the file can't be read or written.
pub fn remove_bloc(lexicon: &Lexicon<'_>, name: &str) -> Result<Option<Vec<String>>, String> {
    change(lexicon, |saved| {
        let before = saved.clone();
        if !saved.remove(name) {
            return Ok(None);
        }
        let [before, after] = [before, saved.clone()].map(|saved| Lexicon::new(lexicon.record(), Ok(saved)));
        let (before, after) = (before?, after?);
        let reads = |text: &str, lexicon: &Lexicon<'_>| Expression::parse(text, lexicon).is_ok();
        let lost = saved.iter().filter(|(_, text)| reads(text, &before) && !reads(text, &after));
        Ok(Some(lost.map(|(name, _)| name.to_owned()).collect()))
    })
}

/// Changes the blocs of the user's file, which nobody else writes meanwhile, and those of the lexicon with them.
///
/// # Errors
/// If the file can't be read or written, or those of `change`; what was there stays.
fn change<T>(lexicon: &Lexicon<'_>, change: impl FnOnce(&mut SavedBlocs) -> Result<T, String>) -> Result<T, String> {
    let path = store::config(FILE).ok_or("there is no home folder to keep blocs in")?;
    let _held = store::hold(&path, || ());
    let before = open_blocs()?;
    let mut saved = before.clone();
    let answer = change(&mut saved)?;
    if saved != before {
        write(&path, &saved)?;
    }
    lexicon.take_saved(saved);
    Ok(answer)
}

fn write(path: &Path, saved: &SavedBlocs) -> Result<(), String> {
    let bytes = |out: &mut dyn Write| {
        serde_json::to_writer_pretty(&mut *out, saved).map_err(io::Error::from)?;
        out.write_all(b"\n")
    };
    store::make_folder(path)
        .and_then(|()| store::replace(path, bytes))
        .map_err(|error| format!("{}: can't be written: {error}", store::place(path)))
}
