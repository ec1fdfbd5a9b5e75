//! What an importer read, or why it could not.

use crate::record::{
    BadRecord, Changes, Compared, Contents, FileKind, Member, Origin, Record, Resolution, Resolutions, RollCall,
    RollCallEntry, SeatName, SourceId,
};

use super::findings::Findings;

/// What is said of a table that is none of those that are imported.
pub(super) const NO_TABLE: &str = "not a table that plenary knows; it imports the UN's General Assembly voting data \
                                   (undl_id, ms_code, ms_vote …), its Security Council voting data, its General \
                                   Assembly outcomes (undl_id, modality …) and the tables of unvotes (rcid …)";

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
    /// Adopted texts, in the order of the files.
    pub resolutions: Vec<Resolution>,
    /// The seats of the base record, and new ones at the end.
    pub seats: Vec<Member>,
    /// Names that the program's own table of members lacks.
    pub names: Vec<SeatName>,
    /// What was odd.
    pub findings: Findings,
}

impl Imported {
    /// How the import changes `base`.
    pub fn changes(&self, base: &Record) -> Changes {
        let mut changes = Changes::default();
        for RollCallEntry { rollcall, votes } in &self.entries {
            let there = base.counterpart(rollcall).map(|id| base.rollcall(id).number);
            let there = there.filter(|number| *number == rollcall.number || self.is_alone(rollcall));
            let number = there.unwrap_or(rollcall.number);
            if number.is_own() && !rollcall.number.is_own() {
                changes.renumbered += 1;
                continue;
            }
            // Files count their sources otherwise than the record does.
            let source = base.by_number(number).map_or(rollcall.source, |id| base.rollcall(id).source);
            match base.compare(&RollCall { number, source, ..rollcall.clone() }, votes) {
                Compared::New => changes.added += 1,
                Compared::Other => changes.changed += 1,
                Compared::Same => changes.same += 1,
            }
        }
        changes
    }

    /// Whether no other roll call of the files has its symbol and date.
    fn is_alone(&self, rollcall: &RollCall) -> bool {
        let same = |other: &&RollCallEntry| {
            other.rollcall.date == rollcall.date && other.rollcall.symbol.eq_ignore_ascii_case(&rollcall.symbol)
        };
        self.entries.iter().filter(same).count() == 1
    }

    /// `base` with what was read laid over it.
    ///
    /// # Errors
    /// If that is more than a record can hold.
    pub fn over(self, base: &Record) -> Result<Record, BadRecord> {
        let sources = match self.origin {
            Origin::UnLibrary => SourceId::ALL.map(SourceId::source).into(),
            Origin::Unvotes => vec![self.origin.source()],
        };
        let over = Contents {
            kind: FileKind::Differences,
            origin: self.origin,
            sources,
            names: self.names,
            entries: self.entries,
            resolutions: Resolutions::of_file(self.resolutions),
        };
        base.with(over, self.seats)
    }
}
