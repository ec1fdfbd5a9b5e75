//! Files that the user asked for: never over another without asking.

use std::io;
use std::path::Path;

use crate::app::{Content, Event};
use crate::report::text::thousands;
use crate::store;

/// Writes a file, and says what came of it.
pub(super) fn write(
    path: &Path,
    content: Content,
    replace: bool,
    picture: impl FnOnce() -> io::Result<String>,
) -> Event {
    if !replace && path.exists() {
        return Event::Exists(path.to_owned());
    }
    let written = match content {
        Content::Text(text) => Ok(text),
        Content::Screen => picture(),
    };
    let written = written.and_then(|text| {
        store::replace(path, |out| out.write_all(text.as_bytes()))?;
        Ok(text.len())
    });
    let place = store::place(path);
    Event::Told(match written {
        Ok(bytes) => format!("wrote {place}, {} bytes", thousands(bytes)),
        Err(error) => format!("{place} could not be written: {error}"),
    })
}
