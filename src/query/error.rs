//! What was not understood in a query, and where.

use std::fmt;
use std::ops::Range;

use crate::escape::shown;

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

impl QueryError {
    /// The error in one line, with its place in `text`, which is a `part` of what was given: a query, an expression.
    pub fn pointed(&self, part: &str, text: &str) -> String {
        let column = text.get(..self.span.start).unwrap_or(text).chars().count() + 1;
        let at = text.get(self.span.clone()).unwrap_or_default();
        format!("{part}, column {column}, at \"{}\": {self}", at.escape_debug())
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for QueryError {}
