//! A line of text that is asked for: a name to jump to, a file to write.

use std::path::PathBuf;

use super::field::TextField;
use super::line_editor::Side;
use super::list::Row;
use super::pane::PanePosition;

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
