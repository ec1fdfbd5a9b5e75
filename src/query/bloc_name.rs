//! Names of blocs: how they are written, and how they are compared.

use thiserror::Error;

use crate::record::fold;

/// Why a name can't be given to a saved bloc.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BlocNameError {
    /// It is empty, too long, or has characters that no name of a bloc has.
    #[error("\"{0}\" can't be the name of a bloc; use up to 40 letters, digits, spaces, - _ and .")]
    Unusable(String),
    /// A built-in bloc has it.
    #[error("\"{name}\" is built in as @{bloc} ({title}); choose another name")]
    BuiltIn {
        /// The name that was asked for.
        name: String,
        /// The bloc's short name.
        bloc: String,
        /// Its title.
        title: String,
    },
    /// It is a word of the query language.
    #[error("\"{0}\" is a word of queries; choose another name for the bloc")]
    QueryWord(String),
    /// It is a member's name or code.
    #[error("\"{0}\" is a member's name; choose another name for the bloc")]
    Member(String),
}

/// A bloc's name as it is written after `@`.
pub fn written(name: &str) -> String {
    if name.chars().all(char::is_alphanumeric) && key(name).len() == name.len() {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

/// A bloc's name as names are compared: without regard to case, accents and spaces.
pub(super) fn key(name: &str) -> String {
    fold(name).replace(' ', "")
}
