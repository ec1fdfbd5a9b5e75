//! What was not understood in a query, and where.

use std::fmt;
use std::ops::Range;

use crate::record::shown;

/// A query that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// The bytes of the query that are at fault.
    pub span: Range<usize>,
    /// What is wrong and what would work.
    pub what: String,
}

impl QueryError {
    pub(super) fn new(span: Range<usize>, what: impl Into<String>) -> Self {
        // It may repeat what was typed, and goes to a terminal.
        Self { span, what: shown(&what.into()) }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for QueryError {}
