//! The lines of an open view that are typed: its filter, and those that the view has.

use super::OpenView;
use crate::app::line_editor::{LineEditor, LineKind, Side};
use crate::app::session::Workspace;

impl<'r> OpenView<'r> {
    /// Opens a line for typing, if the view has it and none is open.
    pub(in crate::app) fn open_line(&mut self, says: LineKind) {
        if self.line().is_none() {
            self.before = None;
            // Other blocs are split by other roll calls.
            if says == LineKind::RollCalls {
                self.before = self.list.selected();
            }
            if let Some(line) = self.lines_mut().find(|line| line.says() == says) {
                line.open();
            }
        }
    }

    /// Keeps the line that is typed; says whether it could be read.
    pub(in crate::app) fn keep_line(&mut self, shared: &Workspace<'r>) -> bool {
        let mut kept = true;
        self.change(shared, |line| {
            kept = line.keep();
            kept
        });
        kept
    }

    /// Goes back to the line and the selection from before.
    pub(in crate::app) fn drop_line(&mut self, shared: &Workspace<'r>) {
        if self.line_mut().is_some_and(LineEditor::drop) {
            self.run(shared);
        }
        if let Some(row) = self.before {
            self.list.select_row(row);
        }
    }

    /// Changes the line that is typed; says whether it changed.
    pub(in crate::app) fn change(
        &mut self,
        shared: &Workspace<'r>,
        change: impl FnOnce(&mut LineEditor<'r>) -> bool,
    ) -> bool {
        let Some(line) = self.line_mut() else { return false };
        let before = line.text().to_owned();
        let changed = change(line);
        if before != line.text() {
            self.run(shared);
        }
        changed
    }

    /// Marks another proposal for the line that is typed; says whether there are any.
    pub(in crate::app) fn mark_proposal(&mut self, next: bool) -> bool {
        self.line_mut().is_some_and(|line| line.mark(next))
    }

    fn lines_mut(&mut self) -> impl Iterator<Item = &mut LineEditor<'r>> {
        [&mut self.filter].into_iter().chain(self.view.lines_mut())
    }

    fn line_mut(&mut self) -> Option<&mut LineEditor<'r>> {
        self.lines_mut().find(|line| line.is_open())
    }

    /// The line that is typed, if one is.
    pub fn line(&self) -> Option<&LineEditor<'r>> {
        [&self.filter].into_iter().chain(self.view.lines()).find(|line| line.is_open())
    }

    /// The expression of a bloc as it was last understood, if the view has one there.
    pub fn bloc(&self, side: Side) -> Option<&str> {
        let line = self.view.lines().iter().find(|line| line.says() == LineKind::Members(side))?;
        Some(line.text()).filter(|text| !text.is_empty())
    }
}
