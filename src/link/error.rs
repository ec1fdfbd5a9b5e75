//! Why a link can't be read.

/// Why a link can't be read, in one line: what is not understood, and what would work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It names a roll call that the record lacks.
    #[error("{0}")]
    Nothing(String),
    /// It is none.
    #[error("{0}")]
    Bad(String),
}

impl From<String> for LinkError {
    fn from(what: String) -> Self {
        Self::Bad(what)
    }
}
