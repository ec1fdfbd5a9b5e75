//! What a view is called, and what it says of its list.

use std::borrow::Cow;

use crate::query::meant;

use super::columns::PlacedColumn;
use super::layout::Focus;
use super::open_view::OpenView;
use super::session::Workspace;

impl<'r> OpenView<'r> {
    /// What it is called in the trail of views: the row that is open, or the view.
    pub fn title(&self, session: &Workspace<'r>) -> String {
        match self.focus() {
            Focus::List => self.kind().name.to_owned(),
            Focus::Page | Focus::Aside => self.subject(session),
        }
    }

    /// What the page is about.
    pub fn subject(&self, session: &Workspace<'r>) -> String {
        self.view().title(&self.here(session))
    }

    /// What is shown above a column.
    pub fn heading(&self, session: &Workspace<'_>, at: PlacedColumn) -> String {
        let own = self.view().heading(session, at);
        own.unwrap_or_else(|| self.columns(session)[at.column].name.to_string())
    }

    /// What chooses the rows of its list: the filter, or the roll calls side by side.
    pub fn chosen(&self, session: &Workspace<'r>) -> String {
        self.view().chosen(&self.here(session))
    }

    /// What its borders say while a line is typed that can't be read: what they show is not of that line.
    pub fn unread(&self) -> &'static str {
        if self.line().is_some_and(|line| line.error().is_some()) { "line not read" } else { "" }
    }

    /// How many rows its list has, or how many roll calls it is over, in full and in short.
    pub fn count(&self, session: &Workspace<'r>) -> (String, String) {
        self.view().count(&self.here(session))
    }

    /// What its list is over, where that is not roll calls: in a header and on a border.
    pub fn holdings(&self, session: &Workspace<'r>) -> Option<(String, &'static str)> {
        self.view().holdings(session)
    }

    /// What is said below the last row of its list, where there is room.
    pub fn below(&self) -> Option<Cow<'_, str>> {
        self.view().below()
    }

    /// What an empty list says: what happened and what to do.
    pub fn emptiness(&self, session: &Workspace<'r>) -> (&'static str, Cow<'static, str>) {
        let (what, help) = self.view().empty(&self.here(session));
        // What is written as a year or a symbol is first of all looked for as a word.
        match meant(self.filter().text(), session.lexicon()) {
            Some(meant) if self.set().is_empty() && self.view().below().is_none() => {
                (what, format!("{}. {help}", meant.sentence()).into())
            }
            _ => (what, help),
        }
    }
}
