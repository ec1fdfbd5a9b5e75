//! The filter line: what is typed, what was last understood of it, and what is wrong with it.

use crate::query::{Completions, Lexicon, Query, QueryError, complete};

use super::action::Action;
use super::field::Field;

/// The filter of a view: which roll calls it is over.
#[derive(Clone, Debug)]
pub struct Filter<'r> {
    lexicon: &'r Lexicon<'r>,
    field: Field,
    editing: bool,
    query: Query,
    /// The text of `query`, as it was typed.
    good: String,
    error: Option<QueryError>,
    /// The filter to go back to.
    before: String,
    /// What the word at the cursor may become, and which of it is marked.
    proposals: Completions,
    marked: usize,
}

impl<'r> Filter<'r> {
    /// The filter that `text` is, in the words of `lexicon`.
    pub fn new(lexicon: &'r Lexicon<'r>, text: &str) -> Self {
        let mut filter = Self {
            lexicon,
            field: Field::default(),
            editing: false,
            query: Query::default(),
            good: String::new(),
            error: None,
            before: String::new(),
            proposals: Completions::default(),
            marked: 0,
        };
        filter.set(text);
        filter
    }

    /// Opens the line for typing.
    pub fn open(&mut self) {
        if !self.editing {
            self.editing = true;
            self.before.clone_from(&self.good);
            self.proposals = Completions::default();
        }
    }

    /// Keeps what is typed, unless it can't be read; says whether it could.
    pub fn keep(&mut self) -> bool {
        if self.error.is_none() {
            self.editing = false;
        }
        !self.editing
    }

    /// Goes back to what was there before; says whether the query is another now.
    pub fn drop(&mut self) -> bool {
        self.editing = false;
        let changed = self.good != self.before;
        let before = std::mem::take(&mut self.before);
        self.set(&before);
        changed
    }

    /// Writes a text in the place of everything.
    pub fn set(&mut self, text: &str) {
        self.field = Field::new(text);
        self.read();
    }

    /// Writes a text at the cursor; says whether the line changed.
    pub fn insert(&mut self, text: &str) -> bool {
        let changed = self.field.insert(text);
        if changed {
            self.read();
            self.propose();
        }
        changed
    }

    /// Writes the proposal that is marked in the place of the word; says whether there is one.
    pub fn complete(&mut self) -> bool {
        let Some(proposal) = self.proposals.items.get(self.marked) else { return false };
        self.field.replace(self.proposals.span.clone(), &proposal.text);
        self.read();
        self.propose();
        true
    }

    /// Marks the next proposal, or the one before; says whether there are any.
    pub fn mark(&mut self, next: bool) -> bool {
        let count = self.proposals.items.len();
        if count > 0 {
            self.marked = (self.marked + if next { 1 } else { count - 1 }) % count;
        }
        count > 0
    }

    fn propose(&mut self) {
        self.proposals = complete(self.field.text(), self.field.cursor(), self.lexicon);
        self.marked = 0;
    }

    /// Moves the cursor or deletes; says whether anything changed.
    pub fn edit(&mut self, action: Action) -> bool {
        let (changed, text) = self.field.edit(action);
        if text {
            self.read();
        }
        if changed {
            self.propose();
        }
        changed
    }

    fn read(&mut self) {
        match Query::parse(self.field.text(), self.lexicon) {
            Ok(query) => {
                self.query = query;
                self.good = self.field.text().trim().to_owned();
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
    }

    /// Whether the line is open for typing.
    pub fn is_open(&self) -> bool {
        self.editing
    }

    /// The line as it is typed.
    pub fn field(&self) -> &Field {
        &self.field
    }

    /// What the word at the cursor may become, and which of it is marked.
    pub fn proposals(&self) -> (&Completions, usize) {
        (&self.proposals, self.marked)
    }

    /// The query that was last understood.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The text of the query that was last understood.
    pub fn text(&self) -> &str {
        &self.good
    }

    /// What is wrong with the line as it is typed.
    pub fn error(&self) -> Option<&QueryError> {
        self.error.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use crate::query::SavedBlocs;
    use crate::record::Record;

    use super::*;

    #[test]
    fn a_query_that_cannot_be_read_leaves_the_last_good_one() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        let mut filter = Filter::new(&lexicon, "");
        filter.open();
        for (typed, good, bad) in [
            ("ukraine", "ukraine", false),
            (" since:", "ukraine", true),
            ("2022", "ukraine since:2022", false),
            (" foo:bar", "ukraine since:2022", true),
        ] {
            filter.insert(typed);
            assert_eq!((filter.text(), filter.error().is_some()), (good, bad), "{typed}");
        }
        assert!(!filter.keep());
        filter.edit(Action::DeleteWord);
        filter.drop();
        assert_eq!((filter.text(), filter.field().text(), filter.is_open()), ("", "", false));
    }
}
