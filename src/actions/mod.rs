//! What can be done, where, and with which keys: one table that key bar, help, palette, settings and documents are made
//! from.

mod action;
mod keys;
mod table;
mod words;

pub use self::action::{Action, ActionEntry, ActionGroup, Context, KeyContext};
pub use self::keys::{Clash, Code, Key, KeyMap, NamedKey, NoKey, OwnKeys, works};
pub use self::table::{TABLE, in_context};
pub use self::words::other_words;
