//! A line of text that is asked for: what to jump to, a file to write.

use std::path::PathBuf;

use super::field::TextField;
use super::list::Row;
use super::pane::PanePosition;
use crate::store::place;

/// What a line is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// To jump to a row of the list or a place on the page; from here.
    Find(FoundFrom),
    /// To answer what the view asks that is seen.
    Answer(Question),
    /// To write a file; over this one, if it is asked for again.
    Export(Option<PathBuf>),
}

/// Where a search begins, and how many of the places that fit it is to pass over.
#[derive(Clone, Debug)]
pub(super) struct FoundFrom {
    /// The selected row.
    pub(super) row: Option<Row>,
    /// Where the page was, if it has the keys.
    pub(super) spot: Option<PanePosition>,
    pub(super) at: usize,
}

/// What was looked for the last time, and which of the places that fit was gone to.
#[derive(Debug, Default)]
pub(super) struct LastFind {
    pub(super) text: String,
    pub(super) at: usize,
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

    /// Another text is looked for: from the first place that fits on.
    pub(super) fn start_anew(&mut self) {
        if let Purpose::Find(from) = &mut self.purpose {
            from.at = 0;
        }
    }

    /// What is before the line.
    pub fn label(&self) -> &'static str {
        match &self.purpose {
            Purpose::Find(_) => "find",
            Purpose::Export(None) => "export to",
            Purpose::Export(Some(_)) | Purpose::Answer(Question { over: Some(_), .. }) => "replace",
            Purpose::Answer(question) => question.label,
        }
    }

    /// What an empty line proposes.
    pub fn hint(&self) -> &'static str {
        match &self.purpose {
            Purpose::Find(_) => "part of a name, a title or a word; Down goes to the next",
            Purpose::Answer(question) => question.hint,
            Purpose::Export(_) => "a file that ends in .csv, .json, .md, .svg (a picture) or screen.svg",
        }
    }

    /// What is said below the line: of a file, in which folder it will be, and which endings there are.
    pub fn about(&self) -> Option<String> {
        matches!(self.purpose, Purpose::Export(_)).then(|| {
            let folder = std::env::current_dir().map_or_else(|_| "this folder".to_owned(), |folder| place(&folder));
            format!(".csv (-excel.csv for Excel) .json .md .svg (-screen.svg: the screen), into {folder}")
        })
    }

    /// The line as it is typed.
    pub fn field(&self) -> &TextField {
        &self.field
    }
}
