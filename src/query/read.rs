//! Reading a query, and writing it so that it is read again.

use super::error::QueryError;
use super::lex::Token;
use super::lexicon::Lexicon;
use super::parts::{Part, Query};
use super::strays::{self, Quoting};
use super::term::Term;
use super::{lex, parse, relative};

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
        let mut tokens = lex::tokens(text).map_err(|error| parse::with_spaces(text, error, lexicon))?;
        if let Some(quoting) = beside_names {
            strays::no_strays(&tokens, quoting, lexicon)?;
        }
        if let Some(provisional) = relative::provisional(&tokens) {
            let record = lexicon.record();
            let universe = Self::of(text, &provisional, lexicon)?.universe(record);
            relative::resolve(&mut tokens, record, &universe.rollcalls(record))?;
        }
        Self::of(text, &tokens, lexicon)
    }

    /// The query that the words of `text` are.
    fn of(text: &str, tokens: &[Token], lexicon: &Lexicon<'_>) -> Result<Self, QueryError> {
        let mut parts = Vec::with_capacity(tokens.len());
        // A name that lost its quotes is told of before what its pieces can't be.
        for at in 0..tokens.len() {
            parse::name_in_quotes(text, tokens, at, lexicon)?;
        }
        for (at, token) in tokens.iter().enumerate() {
            parse::no_names_beside(text, tokens, at, lexicon)?;
            let either = parse::terms(text, token, tokens.len() == 1, lexicon)?;
            parts.push(Part { without: token.without, either });
        }
        lex::no_joiners(tokens)?;
        Ok(Self { parts })
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
}
