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
    /// Where it is to be mended.
    pub(super) place: ErrorPlace,
}

/// Where an error is to be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ErrorPlace {
    /// In what was typed.
    Typed,
    /// In a saved bloc that it names, which the message says.
    SavedBloc,
}

/// Why a bloc can't be read.
#[derive(Debug)]
pub(super) struct BlocError {
    pub what: String,
    pub place: ErrorPlace,
}

impl From<String> for BlocError {
    fn from(what: String) -> Self {
        Self { what, place: ErrorPlace::Typed }
    }
}

impl From<BlocError> for String {
    fn from(error: BlocError) -> Self {
        error.what
    }
}

impl QueryError {
    pub(super) fn new(span: Range<usize>, what: impl Into<String>) -> Self {
        // It may repeat what was typed, and goes to a terminal.
        Self { span, what: shown(&what.into()), place: ErrorPlace::Typed }
    }

    /// An error of a bloc that is named there.
    pub(super) fn of_bloc(span: Range<usize>, error: BlocError) -> Self {
        Self { place: error.place, ..Self::new(span, error.what) }
    }
}

impl QueryError {
    /// The error in one line, with its place in `text`, which is a `part` of what was given: a query, an expression.
    pub fn pointed(&self, part: &str, text: &str) -> String {
        let column = text.get(..self.span.start).unwrap_or(text).chars().count() + 1;
        let at = shown(text.get(self.span.clone()).unwrap_or_default());
        let quote = if at.contains('"') { '\'' } else { '"' };
        format!("{part}, column {column}, at {quote}{at}{quote}: {self}")
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for QueryError {}
