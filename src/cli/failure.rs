//! Why a command gave no answer.

use crate::import::{BadInput, SaveError};
use crate::link::LinkError;
use crate::query::{QueryError, SymbolError};
use crate::record::{BadRecord, Record};

/// Why a command gave no answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// Nothing matched: exit 1.
    Nothing(String),
    /// Wrong usage or bad input: exit 2.
    Bad(String),
    /// Stdout went away: exit 0.
    ReaderGone,
}

impl Failure {
    pub(super) fn bad(error: impl Into<String>) -> Self {
        Self::Bad(error.into())
    }

    /// An error of a text, with the place in it.
    pub(super) fn pointed(what: &str, text: &str, error: &QueryError) -> Self {
        Self::Bad(error.pointed(what, text))
    }

    /// No roll call, or several, by a symbol.
    pub(super) fn no_symbol(record: &Record, symbol: &str, error: &SymbolError) -> Self {
        let message = error.message(record, symbol);
        match error {
            SymbolError::Unknown => Self::Nothing(message),
            SymbolError::Several(_) | SymbolError::Drafts(_) => Self::Bad(message),
        }
    }
}

impl From<BadRecord> for Failure {
    fn from(error: BadRecord) -> Self {
        Self::Bad(error.to_string())
    }
}

impl From<BadInput> for Failure {
    fn from(error: BadInput) -> Self {
        Self::Bad(error.to_string())
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::Bad(error.to_string())
    }
}

impl From<LinkError> for Failure {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Nothing(what) => Self::Nothing(what),
            LinkError::Bad(what) => Self::Bad(what),
        }
    }
}
