//! A line of text that is asked for: a name to jump to, a file to write.

use std::path::PathBuf;

use super::field::TextField;
use super::list::Row;
use super::pane::PanePosition;

/// What a line is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// To jump to a name on a page, or in the list whose figures it draws; from here.
    Find(Option<Row>, PanePosition),
    /// To answer what the view asks that is seen.
    Answer(Question),
    /// To write a file; over this one, if it is asked for again.
    Export(Option<PathBuf>),
}

/// What a view asks for: a line that it takes itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is before the line.
    pub(super) label: &'static str,
    /// What an empty line proposes.
    pub(super) hint: &'static str,
    /// Which of the view's questions it is.
    pub(super) which: usize,
    /// What the same line, if it is given again, is written over.
    pub(super) over: Option<String>,
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

    /// One with a text that is selected.
    pub(super) fn selected(purpose: Purpose, text: &str) -> Self {
        Self { purpose, field: TextField::selected(text) }
    }

    /// What is before the line.
    pub fn label(&self) -> &'static str {
        match &self.purpose {
            Purpose::Find(..) => "find",
            Purpose::Export(None) => "export to",
            Purpose::Export(Some(_)) | Purpose::Answer(Question { over: Some(_), .. }) => "replace",
            Purpose::Answer(question) => question.label,
        }
    }

    /// What an empty line proposes.
    pub fn hint(&self) -> &'static str {
        match &self.purpose {
            Purpose::Find(..) => "part of a name on this page",
            Purpose::Answer(question) => question.hint,
            Purpose::Export(_) => "a file that ends in .csv, .json, .md, .svg (a picture) or screen.svg",
        }
    }

    /// The line as it is typed.
    pub fn field(&self) -> &TextField {
        &self.field
    }
}
