//! A query that was understood: its parts and their terms.

use std::fmt;

use super::names::is_part;
use super::term::Term;

/// Which roll calls: a text that was understood.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Query {
    pub(super) parts: Vec<Part>,
}

/// What one word of a query asks: any of its terms, or none of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub without: bool,
    pub either: Vec<Term>,
}

impl Part {
    fn names_a_member(&self) -> bool {
        self.either.first().is_some_and(Term::names_a_member)
    }
}

impl Query {
    /// Whether it asks nothing, so that every roll call is in it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether it asks for the roll calls of a symbol and nothing else.
    pub fn is_a_symbol(&self) -> bool {
        matches!(self.parts.as_slice(), [Part { without: false, either }] if matches!(either[..], [Term::Named(_)]))
    }

    /// What it asks but for the days on which: `year:`, `since:`, `until:` and `date:`, unless they leave out or stand beside
    /// another term.
    #[must_use]
    pub fn without_time(&self) -> Self {
        self.less(Term::is_time)
    }

    /// What it asks but for the sessions, unless they are left out or beside another term.
    #[must_use]
    pub(super) fn without_sessions(&self) -> Self {
        self.less(|term| matches!(term, Term::Session(_)))
    }

    /// It without the words of which every term is such a one.
    fn less(&self, such: impl Fn(&Term) -> bool) -> Self {
        let is_such = |part: &&Part| !part.without && part.either.iter().all(&such);
        Self { parts: self.parts.iter().filter(|part| !is_such(part)).cloned().collect() }
    }
}

impl fmt::Display for Query {
    /// The query in its plainest form, which reads as the same query again.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.parts.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            let next = self.parts.get(at + 1);
            let without = if part.without { "-" } else { "" };
            write!(f, "{space}{without}")?;
            for (at, term) in part.either.iter().enumerate() {
                let or = if at == 0 { "" } else { "|" };
                match term {
                    // Before a name it may be part of it.
                    Term::Words { text, whole: false, field: None }
                        if part.either.len() == 1 && next.is_some_and(Part::names_a_member) && is_part(text) =>
                    {
                        write!(f, "{or}\"{text}\"")?;
                    }
                    // A number alone would be a symbol, or a year.
                    Term::Words { text, whole: false, field: None }
                        if self.parts.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit()) =>
                    {
                        write!(f, "{or}\"{text}\"")?;
                    }
                    term => write!(f, "{or}{term}")?,
                }
            }
        }
        Ok(())
    }
}
