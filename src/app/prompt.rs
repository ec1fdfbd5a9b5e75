//! A line of text that is asked for: a name to jump to, a file to write.

use std::path::PathBuf;

use super::App;
use super::field::Field;
use super::pane::Pane;
use super::typed::Side;

/// What a line is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// To jump to a name on a page, which was so before.
    Find(Box<Pane>),
    /// To save a bloc under a name; in the place of the one of this name, if it is asked for again.
    Save(Side, Option<String>),
    /// To write a file; over this one, if it is asked for again.
    Export(Option<PathBuf>),
}

/// A line that is asked for.
#[derive(Debug)]
pub struct Prompt {
    pub(super) purpose: Purpose,
    pub(super) field: Field,
}

impl Prompt {
    pub(super) fn new(purpose: Purpose, text: &str) -> Self {
        Self { purpose, field: Field::new(text) }
    }

    /// What stands before the line.
    pub fn label(&self) -> &'static str {
        match self.purpose {
            Purpose::Find(_) => "find",
            Purpose::Save(Side::A, None) => "save A as",
            Purpose::Save(Side::B, None) => "save B as",
            Purpose::Export(None) => "export to",
            Purpose::Export(Some(_)) | Purpose::Save(_, Some(_)) => "replace",
        }
    }

    /// What an empty line proposes.
    pub fn hint(&self) -> &'static str {
        match self.purpose {
            Purpose::Find(_) => "a name on this page, or letters of it",
            Purpose::Save(..) => "a name for it; @ and the name stand for it from then on",
            Purpose::Export(_) => "a file that ends in .csv, .json, .md, .svg (a picture) or screen.svg",
        }
    }

    /// The line as it is typed.
    pub fn field(&self) -> &Field {
        &self.field
    }
}

impl App<'_> {
    /// Asks for a name to jump to.
    pub(super) fn ask_for_name(&mut self) -> bool {
        let Some(pane) = self.view().pane().cloned() else { return false };
        self.prompt = Some(Prompt::new(Purpose::Find(Box::new(pane)), ""));
        true
    }

    /// Jumps to the member on the page that fits best what is typed.
    pub(super) fn find(&mut self) {
        let Some(Prompt { purpose: Purpose::Find(before), field }) = &self.prompt else { return };
        let found = self.shared.lexicon().names().search(field.text());
        let targets = before.page().targets();
        let at = |member| targets.iter().position(|target| target.to.member() == Some(member));
        let best = found.iter().filter(|_| !field.text().trim().is_empty()).find_map(|found| at(found.member));
        let mut pane = (**before).clone();
        match best {
            Some(at) => pane.select(at),
            None if field.text().trim().is_empty() => {}
            None => self.notice = Some("nobody on this page has such a name".to_owned()),
        }
        if let Some(now) = self.view_mut().pane_mut() {
            *now = pane;
        }
    }
}
