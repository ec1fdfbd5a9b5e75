//! A line of text that is asked for: a name to jump to, a file to write.

use std::path::PathBuf;

use super::App;
use super::field::TextField;
use super::line_editor::Side;
use super::list::Row;
use super::pane::{Pane, PanePosition};

/// What a line is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// To jump to a name on a page, or in the list whose figures it draws; from here.
    Find(Option<Row>, PanePosition),
    /// To save a bloc under a name; in the place of the one of this name, if it is asked for again.
    Save(Side, Option<String>),
    /// To write a file; over this one, if it is asked for again.
    Export(Option<PathBuf>),
}

/// A line that is asked for.
#[derive(Debug)]
pub struct Prompt {
    pub(super) purpose: Purpose,
    pub(super) field: TextField,
}

impl Prompt {
    pub(super) fn new(purpose: Purpose, text: &str) -> Self {
        Self { purpose, field: TextField::new(text) }
    }

    /// What stands before the line.
    pub fn label(&self) -> &'static str {
        match self.purpose {
            Purpose::Find(..) => "find",
            Purpose::Save(Side::A, None) => "save A as",
            Purpose::Save(Side::B, None) => "save B as",
            Purpose::Export(None) => "export to",
            Purpose::Export(Some(_)) | Purpose::Save(_, Some(_)) => "replace",
        }
    }

    /// What an empty line proposes.
    pub fn hint(&self) -> &'static str {
        match self.purpose {
            Purpose::Find(..) => "a name on this page, or letters of it",
            Purpose::Save(..) => "a name for it; @ and the name stand for it from then on",
            Purpose::Export(_) => "a file that ends in .csv, .json, .md, .svg (a picture) or screen.svg",
        }
    }

    /// The line as it is typed.
    pub fn field(&self) -> &TextField {
        &self.field
    }
}

impl App<'_> {
    /// Asks for a name to jump to.
    pub(super) fn ask_for_name(&mut self) -> bool {
        let view = self.view();
        let Some(spot) = view.pane().map(Pane::spot) else { return false };
        let purpose = Purpose::Find(view.list().selected(), spot);
        self.prompt = Some(Prompt::new(purpose, ""));
        true
    }

    /// Goes back to where a name was asked for.
    pub(super) fn go_back_to(&mut self, row: Option<Row>, spot: &PanePosition) {
        let view = self.view_mut();
        if let Some(row) = row.filter(|_| view.list().selected() != row) {
            view.select(row);
        }
        if let Some(pane) = view.pane_mut() {
            pane.go_back_to(spot);
        }
    }

    /// Jumps to the member on the page that fits best what is typed; where the page is a drawing of the list, to its row.
    pub(super) fn find(&mut self) {
        let Some(Prompt { purpose: Purpose::Find(row, spot), field }) = &self.prompt else { return };
        let (row, spot, typed) = (*row, spot.clone(), field.text().trim().to_owned());
        self.go_back_to(row, &spot);
        if typed.is_empty() {
            return;
        }
        let found = self.shared.lexicon().names().search(&typed);
        let is_drawn = self.view().view().is_drawn();
        let view = self.view_mut();
        let mut jump = |member| {
            if is_drawn {
                return view.select(Row::Member(member));
            }
            let Some(pane) = view.pane_mut() else { return false };
            let at = pane.page().targets().iter().position(|target| target.to.member() == Some(member));
            at.inspect(|&at| pane.select(at)).is_some()
        };
        if !found.iter().any(|found| jump(found.member)) {
            self.notice = Some("No matching country on this page".to_owned());
        }
    }
}
