//! What is shown, as a file: the list or the page that has the keys as CSV, JSON or Markdown; a picture of it, or the
//! screen, as SVG.

use std::path::{Path, PathBuf};

use crate::report::{Format, Style};
use crate::settings::Charset;
use crate::store;

use super::event::{Content, Effect};
use super::prompt::{Prompt, Purpose};
use super::state::App;

impl App<'_> {
    /// Asks where to write what is shown.
    pub(super) fn ask_where_to(&mut self) -> bool {
        let view = self.view();
        match view.view().file_name(&view.here(&self.shared)) {
            Some(name) => {
                self.prompt = Some(Prompt::selected(Purpose::Export(None), &format!("{}.csv", name.to_lowercase())));
            }
            None => self.notice = Some("nothing to save here".to_owned()),
        }
        true
    }

    /// Writes what is shown into the file `name`; over the one that is there if it is `over`, which was asked.
    pub(super) fn write_export(&mut self, name: &str, over: Option<PathBuf>) -> Option<Effect> {
        let path = store::expanded(Path::new(name));
        let Some(content) = self.content(&path) else {
            self.notice = Some("name a file that ends in .csv, .json, .md, .svg (a picture) or screen.svg".to_owned());
            self.prompt = Some(Prompt::new(Purpose::Export(None), name));
            return None;
        };
        let replace = over.is_some_and(|over| over == path);
        Some(Effect::Write { path, content, replace })
    }

    fn content(&self, path: &Path) -> Option<Content> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let format = match ending.as_str() {
            "csv" => Format::Csv,
            "json" => Format::Json,
            "md" => Format::Markdown,
            "svg" => return Some(self.picture(path)),
            _ => return None,
        };
        let style = Style { ascii: self.look.charset == Charset::Ascii, ..Style::default() };
        let view = self.view();
        let text = view.view().export(&view.here(&self.shared), format, style)?;
        let for_excel = format == Format::Csv && stem_ends_with(path, "excel");
        Some(Content::Text(if for_excel { format!("{BYTE_ORDER_MARK}{text}") } else { text }))
    }

    /// The picture of what is shown, or of the screen where the name says so.
    fn picture(&self, path: &Path) -> Content {
        if stem_ends_with(path, "screen") { Content::Screen } else { Content::Picture(self.link()) }
    }
}

/// What Excel takes for the sign that a file is UTF-8; without it accents are garbled there.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Whether the name of a file ends so, without its ending.
fn stem_ends_with(path: &Path, word: &str) -> bool {
    path.file_stem().is_some_and(|stem| stem.to_string_lossy().to_lowercase().ends_with(word))
}
