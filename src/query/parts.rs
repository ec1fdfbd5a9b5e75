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
            let without = if part.without { "-" } else { "" };
            write!(f, "{space}{without}")?;
            for (which, term) in part.either.iter().enumerate() {
                let or = if which == 0 { "" } else { "|" };
                match term {
                    Term::Words { text, whole, field: None } if self.may_mislead(text, at, which) => {
                        let whole = if *whole { "." } else { "" };
                        write!(f, "{or}\"{text}{whole}\"")?;
                    }
                    term => write!(f, "{or}{term}")?,
                }
            }
        }
        Ok(())
    }
}

impl Query {
    /// Whether a plain word would be taken for something else without quotes, beside what is around it.
    fn may_mislead(&self, text: &str, at: usize, which: usize) -> bool {
        let either = &self.parts[at].either;
        let last = which + 1 == either.len();
        // A number alone would be a symbol, or a year.
        let number = self.parts.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit());
        // Before a name it may be part of it.
        let part = last && self.parts.get(at + 1).is_some_and(Part::names_a_member) && is_part(text);
        // Beside a term with a sign it may lack its own, or end a name that is begun before.
        let beside_sign = !either.iter().all(Term::is_word);
        number || part || beside_sign
    }
}
