//! What an import changed or would change, and what undoing one brings back.

use serde::Serialize;

use crate::record::{Changes, Record};

/// The outcome of an import.
#[derive(Clone, Debug, Serialize)]
pub struct ImportOutcome {
    /// How it changes the record.
    #[serde(flatten)]
    pub changes: Changes,
    /// How it changes the adopted texts.
    pub texts: Changes,
    /// Roll calls that were not taken.
    pub left_out: usize,
    /// Rows read.
    pub rows: u64,
    /// The file that now holds the record, if one was written.
    pub written: Option<String>,
    /// Whether nothing was to be written.
    pub dry_run: bool,
    /// What was odd, a line each.
    pub warnings: Vec<String>,
}

/// An import that was undone.
#[derive(Clone, Debug, Serialize)]
pub struct Undone {
    /// The file whose record is again the one from before the import.
    pub undone: String,
    /// How many roll calls it has.
    pub rollcalls: usize,
}

impl Undone {
    /// The record in `file` is `record` again.
    pub fn new(record: &Record, file: String) -> Self {
        Self { undone: file, rollcalls: record.len() }
    }
}
