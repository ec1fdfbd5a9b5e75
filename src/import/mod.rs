//! Files of others into a record, with every check, and the record's own file out.
//!
//! Two sources are read: the UN Digital Library's voting data, one CSV row per member and roll call, and the three
//! tables of the R package `unvotes`. Both come plain or gzipped, are told apart by their headers and are streamed.
//! Bad input is an error that says file, line and column; what is merely odd is imported as it is and reported.

mod built;
mod cells;
mod changed;
mod columns;
mod findings;
mod imported;
mod input;
mod kept;
mod outcomes;
mod save;
mod seats;
mod table;
mod title;
mod un;
mod unvotes;

use std::path::PathBuf;

use crate::record::{Origin, Record};

use self::columns::TableForm;
use self::imported::NO_TABLE;
use self::input::Input;
use self::table::CsvTable;

pub use self::findings::Findings;
pub use self::imported::{BadInput, Imported};
pub use self::save::{SaveError, UndoError, save, save_over, undo};

/// What kind of source the files at `paths` are, by the header of the first.
///
/// # Errors
/// If it can't be read or is neither.
pub fn origin(paths: &[PathBuf]) -> Result<Origin, BadInput> {
    let Some(first) = paths.first() else {
        return Err(BadInput { file: "import".into(), line: None, column: None, what: "no file was named".into() });
    };
    let mut unheard = |_| ();
    let table = CsvTable::open(Input::open(first, &mut unheard)?)?;
    if TableForm::of(&table).is_some() || outcomes::is_one(&table) {
        Ok(Origin::UnLibrary)
    } else if unvotes::is_one(&table) {
        Ok(Origin::Unvotes)
    } else {
        Err(table.bad_header(NO_TABLE))
    }
}

/// Reads the files at `paths`, all of one source, against the seats of `base`. `progress` is told the bytes read so
/// far of all files.
///
/// # Errors
/// At the first thing in them that can't be read as it is.
pub fn read(paths: &[PathBuf], base: &Record, progress: &mut dyn FnMut(u64)) -> Result<Imported, BadInput> {
    match base.origin() {
        Origin::UnLibrary => un::read(paths, base, progress),
        Origin::Unvotes => unvotes::read(paths, base, progress),
    }
}
