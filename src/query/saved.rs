//! Blocs that the user saved: names and expressions in one file.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::record::is_clean;

use super::bloc_name::key;

/// The user's own blocs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SavedBlocs(BTreeMap<String, String>);

impl SavedBlocs {
    /// The blocs that a file with this text holds.
    ///
    /// # Errors
    /// If it is none, in the words that go after the name of the file.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let blocs: BTreeMap<String, String> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| format!("is not an object of names and expressions: {error}"))?;
        if let Some(text) = blocs.iter().flat_map(|(name, expression)| [name, expression]).find(|text| !is_clean(text))
        {
            return Err(format!("a control character in \"{}\"", text.escape_debug()));
        }
        Ok(Self(blocs))
    }

    /// Names and expressions, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, expression)| (name.as_str(), expression.as_str()))
    }

    /// The expression saved under `name`, without regard to case and spaces, with the name as it was saved.
    pub fn get(&self, name: &str) -> Option<(&str, &str)> {
        self.iter().find(|(known, _)| key(known) == key(name))
    }

    /// Puts `expression` under `name`, in place of one of the same name.
    pub fn set(&mut self, name: &str, expression: &str) {
        self.remove(name);
        self.0.insert(name.to_owned(), expression.to_owned());
    }

    /// Takes out the bloc of this name; false if there is none.
    pub fn remove(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|known, _| key(known) != key(name));
        self.0.len() < before
    }
}
