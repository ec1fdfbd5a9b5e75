//! Which roll calls an answer is over and where they are from: what every figure is read with.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::query::{BlocRemark, Lexicon, Query, QueryRemark, Universe, bloc_remarks};
use crate::record::{Body, Record, RollCallSet, Session, Source, clean};

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
    /// Which votes the query is about, before its terms choose.
    pub universe: Cow<'static, str>,
    /// Remarks on the blocs that the query names: which day's members they have, and of whom that is not known.
    #[serde(rename = "notes", skip_serializing_if = "Vec::is_empty")]
    pub blocs: Vec<BlocRemark>,
    /// How many its universe has.
    #[serde(skip)]
    pub of: usize,
    /// The sources of its roll calls.
    #[serde(skip)]
    pub credit: Credit,
    /// What a reader must be told of how the query was understood.
    #[serde(skip)]
    pub understood: Vec<QueryRemark>,
    /// Whether there are any and all of them are the Council's.
    #[serde(skip)]
    pub council: bool,
    /// The session of its last roll calls, if that goes on after the record ends: its figures by session are of a part.
    #[serde(skip)]
    pub unfinished: Option<Session>,
    /// How many of them have no votes by member, and so count in no figure.
    #[serde(skip)]
    pub unrecorded: usize,
}

impl Window {
    /// The window of `set`, which `query` asks for.
    pub fn of(lexicon: &Lexicon<'_>, query: &Query, set: &RollCallSet) -> Self {
        let record = lexicon.record();
        let window = Self::within(record, query.universe(record), &query.to_string(), set);
        Self { understood: query.remarks(lexicon), ..window }
    }

    /// Whether it holds roll calls and none of them has votes by member.
    pub(crate) fn is_unrecorded(&self) -> bool {
        self.rollcalls > 0 && self.rollcalls == self.unrecorded
    }

    /// The window of `set`, chosen by what `query` says, whether that is a query or not.
    pub fn new(record: &Record, query: &str, set: &RollCallSet) -> Self {
        Self::within(record, Universe::around(record, set), query, set)
    }

    /// The window of `set`, part of `universe`.
    fn within(record: &Record, universe: Universe, query: &str, set: &RollCallSet) -> Self {
        let (first, last) = record.span(set).unzip();
        let unrecorded = set.iter().filter(|&id| !record.is_recorded(id)).count();
        // It goes to terminals, and in a table it has one line.
        let query = clean(query).0.into_owned();
        let within = universe.rollcalls(record);
        let of = within.len();
        let universe: Cow<'static, str> = universe.in_words(record).into();
        let blocs = bloc_remarks(&query, record, set);
        // Where nothing is found, what was searched is credited.
        let searched = if set.is_empty() { &within } else { set };
        let credit = Credit { universe: Cow::clone(&universe), ..Credit::over(record, searched) };
        let (understood, unfinished) = (Vec::new(), record.unfinished_in(set));
        let rollcalls = set.len();
        let council = !set.is_empty() && set.iter().all(|id| record.rollcall(id).body == Body::Council);
        Self { query, first, last, rollcalls, universe, blocs, of, credit, understood, council, unfinished, unrecorded }
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
    /// The credit of all of a record.
    pub fn whole(record: &Record) -> Self {
        Self::over(record, &record.all())
    }

    /// The credit of adopted texts from these sources.
    pub(super) fn of_texts<'s>(sources: impl Iterator<Item = &'s Source>) -> Self {
        let sources: Vec<_> = sources.collect();
        Self::citing("adopted texts, with a vote or without one".into(), &sources)
    }

    /// The credit of the roll calls of `set`: of all sources if there are none.
    pub fn over(record: &Record, set: &RollCallSet) -> Self {
        let used: BTreeSet<u16> = set.iter().map(|id| record.rollcall(id).source).collect();
        let sources = record.sources().iter().zip(0..).filter(|(_, at)| used.is_empty() || used.contains(at));
        let sources: Vec<_> = sources.map(|(source, _)| source).collect();
        Self::citing(Universe::around(record, set).in_words(record).into(), &sources)
    }

    fn citing(universe: Cow<'static, str>, sources: &[&Source]) -> Self {
        let join = |of: fn(&Source) -> &str| sources.iter().map(|source| of(source)).collect::<Vec<_>>().join("; ");
        Self { universe, citation: join(|source| &source.citation), terms: join(|source| &source.terms) }
    }
}
