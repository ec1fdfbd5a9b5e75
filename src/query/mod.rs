//! Text into a set of roll calls or a set of members; says what it did not understand.
//!
//! The same parser serves the commands and the explorer's filter line. The terms of a query are joined by AND, `a|b` is
//! either and binds tighter, `-` or `not:` before a term, or before several joined by `|`, leaves out.

mod blocs;
mod complete;
mod error;
mod expr;
mod lex;
mod lexicon;
mod link;
mod membership;
mod missed;
mod names;
mod parse;
mod range;
mod saved;
mod shell;
mod strays;
mod symbol;
mod term;
mod time;
mod topics;
mod understood;
mod words;

use std::fmt;

use crate::record::RollCallSet;

use self::term::Term;

pub(crate) use self::lexicon::did_you_mean;

pub use self::blocs::{Bloc, BlocKind, remarks as bloc_remarks};
pub use self::complete::{Completion, Completions, complete, complete_expression};
pub use self::error::QueryError;
pub use self::expr::{Expression, written};
pub use self::lexicon::Lexicon;
pub use self::link::{COMPARED, Link, LinkError, LinkedView};
pub use self::membership::{Belonging, Membership};
pub use self::missed::{Meant, hints, meant, nothing_matched};
pub use self::names::{Found, NameError, Names};
pub use self::saved::SavedBlocs;
pub use self::shell::shell_quoted;
pub use self::strays::{Quoting, is_joiner, names_one, torn_name};
pub use self::symbol::{SymbolError, find};
pub use self::topics::{Topic, named as topics_named};

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

impl Part {
    fn names_a_member(&self) -> bool {
        self.either.first().is_some_and(Term::names_a_member)
    }
}

impl Query {
    /// Reads a query, in the words of `lexicon`.
    ///
    /// # Errors
    /// At the first word that is not understood: where it is and what would be.
    pub fn parse(text: &str, lexicon: &Lexicon<'_>) -> Result<Self, QueryError> {
        Self::read(text, None, lexicon)
    }

    /// Reads a query of a view or a command that is about members: as [`parse`](Self::parse), but a bare word that names a
    /// member or a bloc, alone or with those beside it, is refused, since it is hardly meant as a word of a text.
    ///
    /// # Errors
    /// As for `parse`; at such a name, with the ways to write what may be meant.
    pub fn parse_beside_names(text: &str, quoting: Quoting, lexicon: &Lexicon<'_>) -> Result<Self, QueryError> {
        Self::read(text, Some(quoting), lexicon)
    }

    fn read(text: &str, beside_names: Option<Quoting>, lexicon: &Lexicon<'_>) -> Result<Self, QueryError> {
        let whole = || 0..text.len();
        let symbol = parse::only_a_symbol(text, lexicon).map_err(|what| QueryError::new(whole(), what))?;
        if let Some(symbol) = symbol {
            return Ok(Self { parts: vec![Part { without: false, either: vec![symbol] }] });
        }
        let tokens = lex::tokens(text)?;
        if let Some(quoting) = beside_names {
            strays::no_strays(&tokens, quoting, lexicon)?;
        }
        let mut parts = Vec::with_capacity(tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            parse::name_in_quotes(text, &tokens, at, lexicon)?;
            parse::no_names_beside(text, &tokens, at, lexicon)?;
            let either = parse::terms(text, token, lexicon)?;
            parts.push(Part { without: token.without, either });
        }
        Ok(Self { parts })
    }

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
        let is_time = |part: &&Part| !part.without && part.either.iter().all(Term::is_time);
        Self { parts: self.parts.iter().filter(|part| !is_time(part)).cloned().collect() }
    }

    /// The query as a text that [`parse_beside_names`](Self::parse_beside_names) reads as the same: words that are names
    /// in quotes.
    pub fn to_text_beside_names(&self, lexicon: &Lexicon<'_>) -> String {
        let quoting_words = |quote: &dyn Fn(&str) -> bool| {
            let parts = self.parts.iter().map(|part| {
                let terms = part.either.iter().map(|term| match term {
                    Term::Words { text, whole, field: None } if quote(text) => {
                        format!("\"{text}{}\"", if *whole { "." } else { "" })
                    }
                    term => term.to_string(),
                });
                format!("{}{}", if part.without { "-" } else { "" }, terms.collect::<Vec<_>>().join("|"))
            });
            parts.collect::<Vec<_>>().join(" ")
        };
        let text = quoting_words(&|word| word.contains(' ') || strays::is_stray(word, lexicon));
        // Two words may be a name that neither is.
        let reads = Self::parse_beside_names(&text, Quoting::Plain, lexicon).is_ok();
        if reads { text } else { quoting_words(&|_| true) }
    }

    /// The roll calls that it asks for, of the record of the same lexicon.
    pub fn run(&self, lexicon: &Lexicon<'_>) -> RollCallSet {
        self.parts.iter().fold(lexicon.record().all(), |set, part| {
            let none = RollCallSet::empty(lexicon.record().len());
            let found = part.either.iter().fold(none, |found, term| &found | &term.run(lexicon));
            if part.without { &set - &found } else { &set & &found }
        })
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
                        if part.either.len() == 1 && next.is_some_and(Part::names_a_member) && names::is_part(text) =>
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
