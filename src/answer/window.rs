//! Which roll calls an answer is over and where they are from: what every figure is read with.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use crate::query::{BlocRemark, Lexicon, Query, bloc_remarks};
use crate::record::{Record, RollCallSet, clean};

/// The roll calls that an answer is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// The query that chose them, as it was understood.
    pub query: String,
    /// The day of the first.
    pub first: Option<Date>,
    /// The day of the last.
    pub last: Option<Date>,
    /// How many there are.
    pub rollcalls: usize,
    /// Which votes the record holds.
    pub universe: Cow<'static, str>,
    /// What is to be known of the blocs that the query names: of which day their members are, of whom that is not known.
    #[serde(rename = "notes", skip_serializing_if = "Vec::is_empty")]
    pub blocs: Vec<BlocRemark>,
    /// How many the record has.
    #[serde(skip)]
    pub of: usize,
    /// What a reader must be told of how the query was understood, a sentence each.
    #[serde(skip)]
    pub understood: Vec<String>,
    /// How many of them have no votes by member, and so count in no figure.
    #[serde(skip)]
    pub unrecorded: usize,
}

impl Window {
    /// The window of `set`, which `query` asks for.
    pub fn of(lexicon: &Lexicon<'_>, query: &Query, set: &RollCallSet) -> Self {
        let window = Self::new(lexicon.record(), &query.to_string(), set);
        Self { understood: query.remarks(lexicon), ..window }
    }

    /// Whether it holds roll calls and none of them has votes by member.
    pub(crate) fn is_unrecorded(&self) -> bool {
        self.rollcalls > 0 && self.rollcalls == self.unrecorded
    }

    /// The window of `set`, chosen by what `query` says, whether that is a query or not.
    pub fn new(record: &Record, query: &str, set: &RollCallSet) -> Self {
        let (first, last) = record.span(set).unzip();
        let unrecorded = set.iter().filter(|&id| !record.is_recorded(id)).count();
        // It goes to terminals, and in a table it has one line.
        let query = clean(query).0.into_owned();
        let universe = record.universe();
        let blocs = bloc_remarks(&query, record, set);
        let of = record.len();
        Self { query, first, last, rollcalls: set.len(), universe, blocs, of, understood: Vec::new(), unrecorded }
    }
}

/// The source of a record's votes, as an answer names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Credit {
    /// Which votes the record holds.
    pub universe: Cow<'static, str>,
    /// The sources, to cite.
    pub citation: String,
    /// On what terms the data may be used.
    pub terms: String,
}

impl Credit {
    /// The credit of `record`.
    pub fn of(record: &Record) -> Self {
        let join = |texts: Vec<&str>| texts.join("; ");
        Self {
            universe: record.universe(),
            citation: join(record.sources().iter().map(|source| source.citation.as_ref()).collect()),
            terms: join(record.sources().iter().map(|source| source.terms.as_ref()).collect()),
        }
    }
}
