//! What a line says, and so how it is parsed: which roll calls, or which members.

use crate::app::field::TextField;
use crate::query::{
    Completions, Expression, Lexicon, Query, QueryError, Quoting, complete, complete_expression, hints,
};

/// One of the two blocs that are compared.
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
    /// What is understood of a text: the text to keep, which of a bloc is its plainest form; of a query each of its terms
    /// in words.
    pub(super) fn read(
        self,
        text: &str,
        beside_names: bool,
        lexicon: &Lexicon<'_>,
    ) -> Result<(String, Vec<String>), QueryError> {
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
            Self::Members(_) => Expression::parse(text, lexicon).map(|bloc| (bloc.to_string(), Vec::new())),
        }
    }

    pub(super) fn complete(self, field: &TextField, lexicon: &Lexicon<'_>) -> Completions {
        match self {
            Self::RollCalls => complete(field.text(), field.cursor(), lexicon),
            Self::Members(_) => complete_expression(field.text(), field.cursor(), lexicon),
        }
    }

    /// What is before the line.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::RollCalls => " / ",
            Self::Members(Side::A) => " A: ",
            Self::Members(Side::B) => " B: ",
        }
    }

    /// What an empty line proposes.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::RollCalls => "words, since:2022, topic:palestine, USA:no, @EU:split, yes>100, -without, this|that",
            Self::Members(_) => "USA+RUS+ISR, @EU-HUN, @EU&@NATO, abstain(ES-11/7), all-@EU",
        }
    }
}
