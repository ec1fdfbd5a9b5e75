//! Files that the user asked for: never over another without asking.

use std::path::Path;

use crate::app::{Content, Event};
use crate::report::text::thousands;
use crate::store;

/// Writes a file, and says what came of it.
pub(super) fn write(path: &Path, content: Content, replace: bool, picture: impl FnOnce() -> String) -> Event {
    if !replace && path.exists() {
        return Event::Exists(path.to_owned());
    }
    let text = match content {
        Content::Text(text) => text,
        Content::Screen => picture(),
    };
    let written = store::replace(path, |out| out.write_all(text.as_bytes()));
    let place = store::place(path);
    Event::Told(match written {
        Ok(()) => format!("wrote {place}, {} bytes", thousands(text.len())),
        Err(error) => format!("{place} could not be written: {error}"),
    })
}
