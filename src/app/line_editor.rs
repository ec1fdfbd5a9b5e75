//! A line that is read as it is typed, a filter or a bloc expression: what was last understood of it, what is wrong with
//! it, what the word at the cursor may become.

use crate::query::{
    Completions, Expression, Lexicon, Query, QueryError, Quoting, complete, complete_expression, hints,
};

use super::field::TextField;
use crate::actions::Action;

/// One of the two blocs that are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
}

impl Side {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The letter that stands for it.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}

/// How the line is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Which roll calls.
    RollCalls,
    /// Which members; an empty line is no bloc.
    Members(Side),
}

impl LineKind {
    /// What is understood of a text: of a query the text to keep, and each of its terms in words.
    fn read(self, text: &str, beside_names: bool, lexicon: &Lexicon<'_>) -> Result<(String, Vec<String>), QueryError> {
        let kept = text.trim().to_owned();
        match self {
            Self::RollCalls => {
                let query = if beside_names {
                    Query::parse_beside_names(text, Quoting::Plain, lexicon)?
                } else {
                    Query::parse(text, lexicon)?
                };
                // A symbol with spaces in it, or a bare number, is one only while nothing else is there.
                let kept = if query.is_a_symbol() { query.to_string() } else { kept };
                // What may be meant otherwise comes first.
                let mut understood = hints(text, lexicon);
                understood.extend(query.sentences(lexicon));
                Ok((kept, understood))
            }
            Self::Members(_) if text.trim().is_empty() => Ok((kept, Vec::new())),
            Self::Members(_) => Expression::parse(text, lexicon).map(|_| (kept, Vec::new())),
        }
    }

    fn complete(self, field: &TextField, lexicon: &Lexicon<'_>) -> Completions {
        match self {
            Self::RollCalls => complete(field.text(), field.cursor(), lexicon),
            Self::Members(_) => complete_expression(field.text(), field.cursor(), lexicon),
        }
    }
}

/// A line that is typed.
#[derive(Clone, Debug)]
pub struct LineEditor<'r> {
    lexicon: &'r Lexicon<'r>,
    says: LineKind,
    /// Whether the view is about members, so that a bare name is hardly a word to look for.
    beside_names: bool,
    field: TextField,
    editing: bool,
    /// What was last understood, as it was typed.
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

    /// Opens the line for typing.
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
            // What is typed next is another word.
            if self.says == LineKind::RollCalls && !self.good.is_empty() {
                self.field.insert(" ");
            }
            self.proposals = Completions::default();
            self.chosen = false;
        }
    }

    /// Keeps what is typed as [`keep`](Self::keep) does, with the proposal that is marked where somebody marked it, or where
    /// the line can be read only so.
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

    /// Keeps what is typed, unless it can't be read; says whether it could.
    pub fn keep(&mut self) -> bool {
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

    fn propose(&mut self) {
        self.proposals = self.says.complete(&self.field, self.lexicon);
        self.marked = 0;
        self.chosen = false;
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
        match self.says.read(self.field.text(), self.beside_names, self.lexicon) {
            Ok((good, understood)) => {
                (self.good, self.understood) = (good, understood);
                self.error = None;
            }
            Err(error) => self.error = Some(error),
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

    /// What the word at the cursor may become, and which of it is marked.
    pub fn proposals(&self) -> (&Completions, usize) {
        (&self.proposals, self.marked)
    }

    /// What was last understood, as it was typed.
    pub fn text(&self) -> &str {
        &self.good
    }

    /// What is wrong with the line as it is typed.
    pub fn error(&self) -> Option<&QueryError> {
        self.error.as_ref()
    }

    /// What stands before the line.
    pub fn label(&self) -> &'static str {
        match self.says {
            LineKind::RollCalls => " / ",
            LineKind::Members(Side::A) => " A: ",
            LineKind::Members(Side::B) => " B: ",
        }
    }

    /// What an empty line proposes.
    pub fn hint(&self) -> &'static str {
        match self.says {
            LineKind::RollCalls => {
                "words, since:2022, topic:palestine, USA:no, @EU:split, yes>100, -without, this|that"
            }
            LineKind::Members(_) => "USA+RUS+ISR, @EU-HUN, @EU&@NATO, abstain(ES-11/7), all-@EU",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::query::SavedBlocs;
    use crate::record::Record;

    use super::*;

    #[test]
    fn a_line_that_cannot_be_read_leaves_the_last_good_one() {
        let record = Record::embedded().unwrap();
        let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
        for (says, steps) in [
            (
                LineKind::RollCalls,
                [
                    ("ukraine", "ukraine", false),
                    (" since:", "ukraine", true),
                    ("2022", "ukraine since:2022", false),
                    (" foo:bar", "ukraine since:2022", true),
                ],
            ),
            (
                LineKind::Members(Side::A),
                [("USA", "USA", false), ("+", "USA", true), ("@EU", "USA+@EU", false), ("-(", "USA+@EU", true)],
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
