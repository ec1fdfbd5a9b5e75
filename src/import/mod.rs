//! Files of others into a record, with every check, and the record's own file out.
//!
//! Two sources are read: the UN Digital Library's voting data, one CSV row per member and roll call, and the three
//! tables of the R package `unvotes`. Both come plain or gzipped, are told apart by their headers and are streamed.
//! Bad input is an error that says file, line and column; what is merely odd is imported as it stands and reported.

mod built;
mod findings;
mod input;
mod save;
mod seats;
mod table;
mod title;
mod un;
mod unvotes;

use std::path::PathBuf;

use crate::record::{BadRecord, Changes, Compared, Member, Origin, Record, RollCallEntry, SeatName};

use self::input::Input;
use self::table::CsvTable;

pub use self::findings::Findings;
pub use self::save::{SaveError, UndoError, save, save_over, undo};

/// Why a file can't be imported, in one line: where, what and what would work.
#[derive(Debug, thiserror::Error)]
#[error("{file}{}{}: {what}", line.map(|line| format!(", line {line}")).unwrap_or_default(),
    column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default())]
pub struct BadInput {
    /// The file.
    pub file: String,
    /// The line on which the row begins, counted from 1.
    pub line: Option<u64>,
    /// The name of the column.
    pub column: Option<String>,
    /// What is wrong and what was expected.
    pub what: String,
}

/// What the importer read.
#[derive(Debug)]
pub struct Imported {
    /// The kind of source.
    pub origin: Origin,
    /// The roll calls, in the order in which the files have them first.
    pub entries: Vec<RollCallEntry>,
    /// The seats of the base record, and new ones at the end.
    pub seats: Vec<Member>,
    /// Names that the program's own table of members lacks.
    pub names: Vec<SeatName>,
    /// What was odd.
    pub findings: Findings,
}

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
    // A column or two may be missing, which its reader then names.
    let of_library = ["undl_id", "ms_code", "ms_name", "ms_vote"].iter().filter(|name| table.has(name)).count() > 1;
    if of_library {
        Ok(Origin::UnLibrary)
    } else if unvotes::is_one(&table) {
        Ok(Origin::Unvotes)
    } else {
        Err(table.bad_header(
            "not a table that plenary knows; it imports the UN's General Assembly voting data (undl_id, ms_code, \
             ms_vote …) and the tables of unvotes (rcid …)",
        ))
    }
}

/// Reads the files at `paths`, all of one source, against the seats of `base`. `progress` is told the bytes read so
/// far of all files.
///
/// # Errors
/// At the first thing in them that can't be read as it stands.
pub fn read(paths: &[PathBuf], base: &Record, progress: &mut dyn FnMut(u64)) -> Result<Imported, BadInput> {
    match base.origin() {
        Origin::UnLibrary => un::read(paths, base, progress),
        Origin::Unvotes => unvotes::read(paths, base, progress),
    }
}

impl Imported {
    /// How the import changes `base`.
    pub fn changes(&self, base: &Record) -> Changes {
        let mut changes = Changes::default();
        for RollCallEntry { rollcall, votes } in &self.entries {
            match base.compare(rollcall, votes) {
                Compared::New => changes.added += 1,
                Compared::Other => changes.changed += 1,
                Compared::Same => changes.same += 1,
            }
        }
        changes
    }

    /// `base` with what was read laid over it.
    ///
    /// # Errors
    /// If that is more than a record can hold.
    pub fn over(self, base: &Record) -> Result<Record, BadRecord> {
        base.with(self.entries, self.seats, self.names)
    }
}
