//! A line that is read as it is typed, a filter or a bloc expression: what was understood of it, what is wrong with it,
//! what the word at the cursor may become.

mod kind;
mod proposals;

use crate::query::{Completions, Lexicon, Query, QueryError};

use super::field::{LineChange, TextField};
use crate::actions::Action;

pub use self::kind::{LineKind, Side};

/// A line that is typed.
#[derive(Clone, Debug)]
pub struct LineEditor<'r> {
    lexicon: &'r Lexicon<'r>,
    says: LineKind,
    /// Whether the view is about members, so that a bare name is hardly a word to look for.
    beside_names: bool,
    field: TextField,
    editing: bool,
    /// What counts, as it was typed: the line if it can be read, and what was there before it was opened if not. A part of
    /// a line that can't be read is a question that nobody asked.
    good: String,
    /// Its terms in words.
    understood: Vec<String>,
    error: Option<QueryError>,
    /// What to go back to.
    before: String,
    /// What the word at the cursor may become, and which of it is marked.
    proposals: Completions,
    marked: usize,
    /// Whether somebody marked it.
    chosen: bool,
}

impl<'r> LineEditor<'r> {
    /// The line `text`, in the words of `lexicon`.
    pub fn new(lexicon: &'r Lexicon<'r>, says: LineKind, text: &str) -> Self {
        let mut line = Self {
            lexicon,
            says,
            beside_names: false,
            field: TextField::default(),
            editing: false,
            good: String::new(),
            understood: Vec::new(),
            error: None,
            before: String::new(),
            proposals: Completions::default(),
            marked: 0,
            chosen: false,
        };
        line.set(text);
        line
    }

    /// The filter of a view, as another view hands it on: there a name may have been meant as a word, and still is.
    pub fn filter(lexicon: &'r Lexicon<'r>, text: &str, beside_names: bool) -> Self {
        Self { beside_names, ..Self::new(lexicon, LineKind::RollCalls, text) }
    }

    /// Opens the line for typing: what it says is selected, unless it is to be mended.
    pub fn open(&mut self) {
        if !self.editing {
            self.editing = true;
            self.before.clone_from(&self.good);
            // A name that another view had as a word is one here only in quotes.
            if self.error.is_none()
                && !self.understands(&self.good)
                && let Ok(query) = Query::parse(&self.good, self.lexicon)
            {
                self.field = TextField::new(&query.to_text_beside_names(self.lexicon));
            }
            if self.error.is_none() {
                self.field = TextField::selected(self.field.text());
            }
            self.proposals = Completions::default();
            self.chosen = false;
        }
    }

    /// Keeps what is typed, unless it can't be read; says whether it could.
    pub fn keep(&mut self) -> bool {
        if self.is_unfinished() {
            self.read_whole();
        }
        if self.error.is_none() {
            self.editing = false;
        }
        !self.editing
    }

    /// Goes back to what was there before; says whether that is another line.
    pub fn drop(&mut self) -> bool {
        self.editing = false;
        let changed = self.good != self.before;
        let before = std::mem::take(&mut self.before);
        self.set(&before);
        changed
    }

    /// Writes a text in the place of everything.
    pub fn set(&mut self, text: &str) {
        self.field = TextField::new(text);
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

    /// Moves the cursor or deletes; says whether anything changed.
    pub fn edit(&mut self, action: Action) -> bool {
        let selected = self.field.is_selected();
        let change = self.field.edit(action);
        // What is typed behind a filter that is kept is another word.
        if selected && self.says == LineKind::RollCalls && matches!(action, Action::CursorRight | Action::CursorEnd) {
            self.field.insert(" ");
        }
        if change == LineChange::Text {
            self.read();
        }
        if change.is_any() {
            self.propose();
        }
        change.is_any()
    }

    /// Reads what is typed; a name of a bloc that is still being typed changes nothing.
    fn read(&mut self) {
        if self.editing && self.is_unfinished() {
            self.error = None;
        } else {
            self.read_whole();
        }
    }

    /// Whether the cursor is behind a part of a name in an expression: what it may become is proposed, not taken for meant.
    fn is_unfinished(&self) -> bool {
        let text = self.field.text();
        if self.says == LineKind::RollCalls || self.field.cursor() < text.len() {
            return false;
        }
        let name = text.rsplit(['+', '-', '&', '(', ')']).next().unwrap_or_default().trim();
        let is_part = !name.is_empty() && !name.contains(['@', '"', '/']) && !name.eq_ignore_ascii_case("all");
        // Two or three small letters are the start of many a name, and rarely meant as a code.
        let may_go_on = name.len() <= 3 && name.chars().any(char::is_lowercase);
        is_part && (may_go_on || self.lexicon.names().exactly(name).is_none())
    }

    fn read_whole(&mut self) {
        match self.says.read(self.field.text(), self.beside_names, self.lexicon) {
            Ok((good, understood)) => {
                (self.good, self.understood) = (good, understood);
                self.error = None;
            }
            Err(error) => {
                if self.editing {
                    self.good.clone_from(&self.before);
                }
                self.error = Some(error);
            }
        }
    }

    fn understands(&self, text: &str) -> bool {
        self.says.read(text, self.beside_names, self.lexicon).is_ok()
    }

    /// What is understood of the line, in words; empty where nothing is asked or it can't be read.
    pub fn in_words(&self) -> String {
        if self.error.is_some() { String::new() } else { self.understood.join("; ") }
    }

    /// Whether the line is open for typing.
    pub fn is_open(&self) -> bool {
        self.editing
    }

    /// What the line says.
    pub fn says(&self) -> LineKind {
        self.says
    }

    /// The line as it is typed.
    pub fn field(&self) -> &TextField {
        &self.field
    }

    /// What counts: the line as it was typed or, while it can't be read, what was there before it was opened.
    pub fn text(&self) -> &str {
        &self.good
    }

    /// What is shown before the line.
    pub fn label(&self) -> &'static str {
        self.says.label()
    }

    /// What an empty line proposes.
    pub fn hint(&self) -> &'static str {
        self.says.hint()
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
    fn a_line_that_cannot_be_read_counts_for_nothing() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        for (says, steps) in [
            (
                LineKind::RollCalls,
                [
                    ("ukraine", "ukraine", false),
                    (" since:", "", true),
                    ("2022", "ukraine since:2022", false),
                    (" foo:bar", "", true),
                ],
            ),
            (
                LineKind::Members(Side::A),
                [("USA", "USA", false), ("+", "", true), ("@EU", "USA+@EU", false), ("-(", "", true)],
            ),
        ] {
            let mut line = LineEditor::new(&lexicon, says, "");
            line.open();
            for (typed, good, bad) in steps {
                line.insert(typed);
                assert_eq!((line.text(), line.error().is_some()), (good, bad), "{typed}");
            }
            assert!(!line.keep());
            line.edit(Action::DeleteWord);
            line.drop();
            assert_eq!((line.text(), line.field().text(), line.is_open()), ("", "", false));
        }
    }
}
