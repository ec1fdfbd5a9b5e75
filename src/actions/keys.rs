//! Keys as people write them, and which action each means where.
//!
//! A key is independent of the terminal library, so that the explorer runs without a terminal and a key can be read
//! from text: `Enter`, `C-c`, `g`.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use super::action::{Action, ActionEntry, Context, KeyContext};
use super::table::TABLE;

/// What is pressed, without the modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A key that writes a character; Shift is in the character.
    Char(char),
    /// A key with a name.
    Named(NamedKey),
    /// A function key, counted from 1.
    F(u8),
}

macro_rules! named {
    ($($name:ident),*) => {
        /// The keys that have a name rather than a character.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "each is the name on the key")]
        pub enum NamedKey { $($name),* }

        impl NamedKey {
            const ALL: &[(Self, &str)] = &[$((Self::$name, stringify!($name))),*];

            /// The names of the keys that have one.
            pub fn names() -> impl Iterator<Item = &'static str> {
                Self::ALL.iter().map(|(_, name)| *name)
            }
        }
    };
}

named!(Enter, Esc, Tab, BackTab, Backspace, Delete, Insert, Up, Down, Left, Right, PageUp, PageDown, Home, End);

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What is pressed.
    pub code: Code,
    /// With Ctrl: `C-`.
    pub ctrl: bool,
    /// With Alt: `M-`.
    pub alt: bool,
}

impl Key {
    /// A character without modifiers.
    pub fn char(character: char) -> Self {
        Self { code: Code::Char(character), ctrl: false, alt: false }
    }

    /// A named key without modifiers.
    pub fn named(name: NamedKey) -> Self {
        Self { code: Code::Named(name), ctrl: false, alt: false }
    }

    /// The character that the key writes into a line of text, if it writes one.
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(character) if !self.ctrl && !self.alt && !character.is_control() => Some(character),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.ctrl { "C-" } else { "" })?;
        f.write_str(if self.alt { "M-" } else { "" })?;
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(character) => write!(f, "{character}"),
            Code::Named(named) => {
                let name = NamedKey::ALL.iter().find(|(key, _)| *key == named);
                f.write_str(name.map_or("", |(_, name)| name))
            }
            Code::F(number) => write!(f, "F{number}"),
        }
    }
}

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a key; keys are written g, C-c, M-x, Enter, PageDown, F1")]
pub struct NoKey(String);

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let (ctrl, rest) = text.strip_prefix("C-").filter(|rest| !rest.is_empty()).map_or((false, text), |r| (true, r));
        let (alt, rest) = rest.strip_prefix("M-").filter(|rest| !rest.is_empty()).map_or((false, rest), |r| (true, r));
        let mut characters = rest.chars();
        let code = match (characters.next(), characters.as_str()) {
            (Some(character), "") => Code::Char(character),
            _ if rest == "Space" => Code::Char(' '),
            (Some('F'), number) if number.parse().is_ok_and(|number: u8| (1..=24).contains(&number)) => {
                Code::F(number.parse().unwrap_or_default())
            }
            _ => {
                let named = NamedKey::ALL.iter().find(|(_, name)| *name == rest);
                Code::Named(named.ok_or_else(|| NoKey(text.to_owned()))?.0)
            }
        };
        Ok(Self { code, ctrl, alt })
    }
}

/// Keys in the place of those of the table, by the name of an entry.
pub type OwnKeys = HashMap<&'static str, Vec<Key>>;

/// A key that would do two things in one place.
#[derive(Clone, Copy, Debug)]
pub struct Clash {
    /// The key.
    pub key: Key,
    /// Where it would.
    pub context: Context,
    /// Both entries, in the order of the table.
    pub entries: [&'static ActionEntry; 2],
}

/// Which key does what, and which keys do it.
#[derive(Clone, Debug)]
pub struct KeyMap {
    actions: HashMap<(Context, Key), &'static ActionEntry>,
    own: OwnKeys,
}

impl Default for KeyMap {
    /// The keys of the table.
    fn default() -> Self {
        Self::with(OwnKeys::new()).0
    }
}

impl KeyMap {
    /// The keys of the table, but for the entries that have `own` ones; and those that would do two things at once.
    pub fn with(own: OwnKeys) -> (Self, Vec<Clash>) {
        let mut map = Self { actions: HashMap::new(), own };
        let mut clashes = Vec::new();
        for entry in TABLE {
            for key in map.keys_of(entry) {
                for &context in entry.contexts.iter().filter(|&&context| works(key, context)) {
                    if let Some(other) = map.actions.insert((context, key), entry)
                        && other.action != entry.action
                    {
                        clashes.push(Clash { key, context, entries: [other, entry] });
                    }
                }
            }
        }
        (map, clashes)
    }

    /// What `key` does in a place.
    pub fn action(&self, place: impl Into<KeyContext>, key: Key) -> Option<Action> {
        self.entry(place, key).map(|entry| entry.action)
    }

    /// What the table says of what `key` does in a place.
    pub fn entry(&self, place: impl Into<KeyContext>, key: Key) -> Option<&'static ActionEntry> {
        place.into().contexts().find_map(|context| self.actions.get(&(context, key))).copied()
    }

    /// The keys that do what `entry` says in a place, in the order of the table.
    pub fn keys(&self, entry: &ActionEntry, place: impl Into<KeyContext>) -> Vec<Key> {
        let place = place.into();
        self.keys_of(entry).into_iter().filter(|&key| self.action(place, key) == Some(entry.action)).collect()
    }

    fn keys_of(&self, entry: &ActionEntry) -> Vec<Key> {
        self.own.get(entry.name).map_or_else(|| default_keys(entry).collect(), Clone::clone)
    }
}

/// Whether a key can do anything in `context`: in a line of text a character is text, whatever it does elsewhere.
pub fn works(key: Key, context: Context) -> bool {
    !context.is_text() || key.text().is_none()
}

/// The default keys of an entry. A test says that all of them can be read.
fn default_keys(entry: &ActionEntry) -> impl Iterator<Item = Key> {
    entry.keys.iter().filter_map(|key| key.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_as_it_is_written() {
        for text in ["g", "G", "/", "?", "C-c", "M-x", "C-M-x", "Enter", "PageDown", "Space", "F1", "F12", "-", "C--"] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        for text in ["", "Entr", "F0", "F99", "Ctrl-c", "gg"] {
            assert_eq!(text.parse::<Key>(), Err(NoKey(text.to_owned())));
        }
    }

    #[test]
    fn own_keys_take_the_place_of_those_of_the_table() {
        let entry = |name| TABLE.iter().find(|entry| entry.name == name).unwrap();
        let (z, slash) = (Key::char('z'), Key::char('/'));
        let (map, clashes) = KeyMap::with(OwnKeys::from([("filter", vec![z])]));
        assert!(clashes.is_empty());
        let actions = [z, slash].map(|key| map.action(Context::List, key));
        assert_eq!(actions, [Some(Action::Filter), None]);
        assert_eq!(map.keys(entry("filter"), Context::Page), [z]);
        let (_, clashes) = KeyMap::with(OwnKeys::from([("help", vec![slash])]));
        let clash = clashes[0];
        assert_eq!((clash.key, clash.entries.map(|entry| entry.name)), (slash, ["filter", "help"]));
    }

    #[test]
    fn every_key_of_the_table_is_one_and_means_one_thing_where_it_applies() {
        let map = KeyMap::default();
        for entry in TABLE {
            for text in entry.keys {
                let key: Key = text.parse().unwrap();
                for &context in entry.contexts {
                    let action = map.action(context, key);
                    let is_text = context.is_text() && key.text().is_some();
                    assert_eq!(action, (!is_text).then_some(entry.action), "{text} in {context:?}");
                }
            }
            for &context in entry.contexts.iter().filter(|_| !entry.keys.is_empty()) {
                assert!(!map.keys(entry, context).is_empty(), "{} has no key in {context:?}", entry.name);
            }
        }
    }
}
