//! A line of text that is asked for: a name to jump to, a file to write.

use std::path::PathBuf;

use super::App;
use super::event::Effect;
use super::field::TextField;
use super::list::Row;
use super::pane::{Pane, PanePosition};
use super::views::Taken;

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
    /// What stands before the line.
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

    /// What stands before the line.
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
            Purpose::Find(..) => "a name on this page, or letters of it",
            Purpose::Answer(question) => question.hint,
            Purpose::Export(_) => "a file that ends in .csv, .json, .md, .svg (a picture) or screen.svg",
        }
    }

    /// The line as it is typed.
    pub fn field(&self) -> &TextField {
        &self.field
    }
}

impl App<'_> {
    /// Asks what a view wants to know.
    pub(super) fn ask_question(&mut self, question: Question) {
        self.prompt = Some(Prompt::new(Purpose::Answer(question), ""));
    }

    /// Gives the view that is seen the answer to its question.
    pub(super) fn answer(&mut self, question: &Question, text: &str) -> Option<Effect> {
        let view = self.view();
        match view.view().take_answer(question, text, &view.here(&self.shared))? {
            Taken::Done(effect) => Some(effect),
            Taken::AskAgain { over, text, notice } => {
                self.prompt = Some(Prompt::new(Purpose::Answer(Question { over, ..question.clone() }), &text));
                self.notice = Some(notice);
                None
            }
        }
    }

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
