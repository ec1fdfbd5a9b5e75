//! What a file has beside what a record has.

use serde::Serialize;

/// A roll call of a file beside that of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The record has no roll call of this number.
    New,
    /// It has, but with another text or other votes.
    Other,
    /// It has just this.
    Same,
}

/// How an import changes a record: counts of roll calls in the imported files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// New to the record.
    pub added: usize,
    /// In the record, but otherwise.
    pub changed: usize,
    /// In the record under a number of the program's own, in whose place the library's comes.
    pub renumbered: usize,
    /// In the record, exactly the same.
    pub same: usize,
}
