//! Names of blocs: how they are written, and how they are compared.

use crate::record::fold;

/// A bloc's name as it is written behind `@`.
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
