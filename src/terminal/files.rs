//! Files that the user asked for: never over another without asking.

use std::io::Write;
use std::path::Path;

use crate::app::{Content, Event};
use crate::report::counted;
use crate::store;

/// Writes a file, and says what came of it.
pub(super) fn write(path: &Path, content: Content, replace: bool, picture: impl FnOnce() -> String) -> Event {
    let (what, text) = match content {
        Content::Text(text) => ("", text),
        Content::Screen => (" with the screen", picture()),
    };
    let place = store::place(path);
    let refused = |why: String| Event::Refused(path.to_owned(), why);
    if path.is_dir() {
        return refused(format!("{place} is a folder; name a file in it"));
    }
    if let Some(why) = store::missing_folder(path) {
        return refused(why);
    }
    let bytes = |out: &mut dyn Write| out.write_all(text.as_bytes());
    let written = if replace { store::replace(path, bytes).map(|()| true) } else { store::create(path, bytes) };
    Event::Told(match written {
        Ok(true) => format!("wrote {place}{what}, {}", counted(text.len(), "byte")),
        Ok(false) => return Event::Exists(path.to_owned()),
        Err(error) => return refused(format!("{place} could not be written: {error}")),
    })
}
