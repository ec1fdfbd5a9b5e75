//! Text into a set of roll calls, and a symbol into one; says what it did not understand.
//!
//! The same parser serves the commands and the explorer's filter line. Terms are joined by AND, `a|b` is either and
//! binds tighter, `-` or `not:` before a term leaves out.

mod error;
mod lex;
mod range;
mod symbol;
mod term;
mod words;

use std::fmt;

use crate::record::{Record, RollCallSet};

use self::lex::tokens;
use self::term::Term;

pub use self::error::QueryError;
pub use self::symbol::{SymbolError, find};
pub use self::words::Words;

/// Which roll calls: a text that was understood.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    parts: Vec<Part>,
}

/// What one word of a query asks: any of its terms, or none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    without: bool,
    either: Vec<Term>,
}

impl Query {
    /// Reads a query.
    ///
    /// # Errors
    /// At the first word that is not understood: where it is and what would be.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let mut parts = Vec::new();
        for token in tokens(text)? {
            let either = token.terms.iter().map(Term::parse).collect::<Result<_, _>>()?;
            parts.push(Part { without: token.without, either });
        }
        Ok(Self { parts })
    }

    /// Whether it asks nothing, so that every roll call is in it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The roll calls of `record` that it asks for. `words` are those of the same record.
    pub fn run(&self, record: &Record, words: &Words) -> RollCallSet {
        self.parts.iter().fold(record.all(), |set, part| {
            let none = RollCallSet::empty(record.len());
            let found = part.either.iter().fold(none, |found, term| &found | &term.run(record, words));
            if part.without { &set - &found } else { &set & &found }
        })
    }
}

impl fmt::Display for Query {
    /// The query in its plainest form, which reads as the same query again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            let without = if part.without { "-" } else { "" };
            write!(f, "{space}{without}")?;
            for (at, term) in part.either.iter().enumerate() {
                let or = if at == 0 { "" } else { "|" };
                write!(f, "{or}{term}")?;
            }
        }
        Ok(())
    }
}
