//! The record and the words that a command answers from.

use std::path::Path;

use crate::query::Lexicon;
use crate::record::Record;
use crate::user::{Open, open_blocs};

use super::args::Options;
use super::failure::Failure;

/// The record that the options ask for.
pub(super) fn open_as(options: &Options) -> Result<Open, Failure> {
    let open = open(options.record.as_deref())?;
    if !options.corrections {
        return Ok(open);
    }
    Ok(Open { record: open.record.corrected(), ..open })
}

pub(super) fn open(file: Option<&Path>) -> Result<Open, Failure> {
    Ok(Open::new(file)?)
}

pub(super) fn lexicon(record: &Record) -> Result<Lexicon<'_>, Failure> {
    Lexicon::new(record, open_blocs()).map_err(Failure::Bad)
}

/// Refuses what counts absences on a record that does not know them, and proposes another.
pub(super) fn knows_absences(record: &Record, asked: &str, other: &str) -> Result<(), Failure> {
    if record.origin().has_absences() {
        return Ok(());
    }
    Err(Failure::Bad(format!("{asked} counts absences, which this record does not have; use another, such as {other}")))
}
