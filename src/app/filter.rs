//! The filter line: what is typed, what was last understood of it, and what is wrong with it.

use std::borrow::Cow;

use tui_input::{Input, InputRequest};

use crate::query::{Lexicon, Query, QueryError};
use crate::record::{self, is_clean};

use super::action::Action;

/// How many characters a filter can have: more than anybody types, less than what a wrong paste brings.
const LONGEST: usize = 1000;

/// The filter of a list.
#[derive(Debug)]
pub struct Filter<'r> {
    lexicon: &'r Lexicon<'r>,
    input: Input,
    editing: bool,
    query: Query,
    /// The text of `query`, as it was typed.
    good: String,
    error: Option<QueryError>,
    /// The filter to go back to.
    before: String,
}

impl<'r> Filter<'r> {
    /// An empty filter, in the words of `lexicon`.
    pub fn new(lexicon: &'r Lexicon<'r>) -> Self {
        Self {
            lexicon,
            input: Input::default(),
            editing: false,
            query: Query::default(),
            good: String::new(),
            error: None,
            before: String::new(),
        }
    }

    /// Opens the line for typing.
    pub fn open(&mut self) {
        if !self.editing {
            self.editing = true;
            self.before.clone_from(&self.good);
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
        self.input = Input::new(clean(text, LONGEST));
        self.read();
    }

    /// Writes a text at the cursor; says whether the line changed.
    pub fn insert(&mut self, text: &str) -> bool {
        let line = self.input.value();
        let text = clean(text, LONGEST.saturating_sub(line.chars().count()));
        if text.is_empty() {
            return false;
        }
        let at = line.char_indices().nth(self.input.cursor()).map_or(line.len(), |(at, _)| at);
        let cursor = self.input.cursor() + text.chars().count();
        let line = format!("{}{text}{}", &line[..at], &line[at..]);
        self.input = std::mem::take(&mut self.input).with_value(line).with_cursor(cursor);
        self.read();
        true
    }

    /// Moves the cursor or deletes; says whether anything changed.
    pub fn edit(&mut self, action: Action) -> bool {
        let request = match action {
            Action::CursorLeft => InputRequest::GoToPrevChar,
            Action::CursorRight => InputRequest::GoToNextChar,
            Action::CursorStart => InputRequest::GoToStart,
            Action::CursorEnd => InputRequest::GoToEnd,
            Action::DeleteBefore => InputRequest::DeletePrevChar,
            Action::DeleteAfter => InputRequest::DeleteNextChar,
            Action::DeleteWord => InputRequest::DeletePrevWord,
            Action::DeleteToStart => InputRequest::DeleteFromStart,
            Action::DeleteToEnd => InputRequest::DeleteTillEnd,
            _ => return false,
        };
        let changed = self.input.handle(request);
        if changed.as_ref().is_some_and(|changed| changed.value) {
            self.read();
        }
        changed.is_some()
    }

    fn read(&mut self) {
        match Query::parse(self.input.value(), self.lexicon) {
            Ok(query) => {
                self.query = query;
                self.good = self.input.value().trim().to_owned();
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
    pub fn input(&self) -> &Input {
        &self.input
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

/// A text as one line of at most `longest` characters. The spaces around it stay: one of them may be what was typed.
fn clean(text: &str, longest: usize) -> String {
    let text = if is_clean(text) { Cow::Borrowed(text) } else { record::clean(text).0 };
    text.chars().take(longest).collect()
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
        let mut filter = Filter::new(&lexicon);
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
        assert_eq!((filter.text(), filter.input().value(), filter.is_open()), ("", "", false));
    }

    #[test]
    fn a_pasted_text_becomes_one_line_without_commands() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        let mut filter = Filter::new(&lexicon);
        filter.insert("ab");
        filter.edit(Action::CursorLeft);
        filter.insert("1\n2\u{1b}[31m3\u{7}");
        assert_eq!(filter.input().value(), "a1 23b");
        filter.insert(&"x".repeat(5000));
        assert_eq!(filter.input().value().chars().count(), LONGEST);
        assert!(!filter.insert("x"));
    }
}
