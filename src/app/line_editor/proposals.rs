//! What the word at the cursor of a line may become, and which of it is marked.

use super::LineEditor;
use crate::app::field::TextField;
use crate::query::Completions;

impl LineEditor<'_> {
    /// Keeps what is typed as [`keep`](Self::keep) does, with the proposal that is marked where somebody marked it, or where
    /// the line can be read only that way.
    pub fn accept(&mut self) -> bool {
        let wanted = match self.completed() {
            Some(line) => {
                self.chosen || self.error.is_some() && !self.names_a_member() && self.understands(line.text())
            }
            None => false,
        };
        if wanted {
            self.complete();
        }
        self.keep();
        true
    }

    /// Whether the proposal that is marked is a member: which one a name means is never guessed.
    fn names_a_member(&self) -> bool {
        self.proposals.items.get(self.marked).is_some_and(|item| {
            let name = item.text.trim_end_matches([':', '=']).trim_matches('"');
            self.lexicon.names().exactly(name).is_some()
        })
    }

    /// Writes the proposal that is marked in the place of the word; says whether there is one.
    pub fn complete(&mut self) -> bool {
        let Some(line) = self.completed() else { return false };
        self.field = line;
        self.read();
        self.propose();
        true
    }

    /// The line with the proposal that is marked.
    fn completed(&self) -> Option<TextField> {
        let proposal = self.proposals.items.get(self.marked)?;
        let mut line = self.field.clone();
        line.replace(self.proposals.span.clone(), &proposal.text);
        Some(line)
    }

    /// Marks the next proposal, or the one before; says whether there are any.
    pub fn mark(&mut self, next: bool) -> bool {
        let count = self.proposals.items.len();
        if count > 0 {
            self.marked = (self.marked + if next { 1 } else { count - 1 }) % count;
            self.chosen = true;
        }
        count > 0
    }

    /// Marks a proposal, and writes it; says whether there is one.
    pub fn take(&mut self, at: usize) -> bool {
        self.marked = at;
        self.complete()
    }

    pub(super) fn propose(&mut self) {
        self.proposals = self.says.complete(&self.field, self.lexicon);
        self.marked = 0;
        self.chosen = false;
    }

    /// What the word at the cursor may become, and which of it is marked.
    pub fn proposals(&self) -> (&Completions, usize) {
        (&self.proposals, self.marked)
    }
}
