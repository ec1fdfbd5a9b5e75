//! What the record in use holds: sources, dates, counts, checksum, terms.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{Counts, Record, Source};

use super::window::Credit;

/// What a record holds.
#[derive(Clone, Debug, Serialize)]
pub struct Holdings<'r> {
    pub(crate) rollcalls: usize,
    pub(crate) votes: usize,
    pub(crate) members: usize,
    pub(crate) first: Option<Date>,
    pub(crate) last: Option<Date>,
    pub(crate) sources: &'r [Source],
    pub(crate) checksum: String,
    pub(crate) universe: Cow<'static, str>,
    pub(crate) file: Option<String>,
}

impl<'r> Holdings<'r> {
    /// Counts `record`, read from `file` if it is not the embedded one alone.
    pub fn new(record: &'r Record, file: Option<String>) -> Self {
        let Counts { rollcalls, votes, members } = record.counts();
        let (first, last) = record.span(&record.all()).unzip();
        Self {
            rollcalls,
            votes,
            members,
            first,
            last,
            sources: record.sources(),
            checksum: record.checksum(),
            universe: Credit::whole(record).universe,
            file,
        }
    }
}
