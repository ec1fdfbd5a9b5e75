//! Files that the user asked for: never over another without asking.

use std::io::Write;
use std::path::Path;

use crate::app::{Content, Event};
use crate::picture::draw;
use crate::query::Lexicon;
use crate::report::counted;
use crate::store;

/// Writes a file, and says what came of it.
pub(super) fn write(
    path: &Path,
    content: Content,
    replace: bool,
    lexicon: &Lexicon<'_>,
    screen: impl FnOnce() -> String,
) -> Event {
    let text = match content {
        Content::Text(text) => Some(text),
        Content::Picture(link) => draw(lexicon, &link).ok(),
        Content::Screen => None,
    };
    let (what, text) = text.map_or_else(|| (" with the screen", screen()), |text| ("", text));
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

#[cfg(test)]
mod tests {
    use crate::link::Link;
    use crate::query::SavedBlocs;
    use crate::record::Record;

    use super::*;

    #[test]
    fn a_picture_is_that_of_the_command_and_the_screen_where_there_is_none() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        let folder = tempfile::tempdir().unwrap();
        for (link, is_drawn) in [("show/ES-11/7", true), ("votes", false)] {
            let link = Link::parse(link, &lexicon).unwrap();
            let drawn = draw(&lexicon, &link).ok();
            assert_eq!(drawn.is_some(), is_drawn);
            let path = folder.path().join("p.svg");
            let told = write(&path, Content::Picture(link), true, &lexicon, || "the screen".to_owned());
            assert!(matches!(told, Event::Told(_)), "{told:?}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), drawn.unwrap_or_else(|| "the screen".to_owned()));
        }
    }
}
