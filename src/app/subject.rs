//! What a view is about: which rows and columns its list has, and what it needs to know for them.

use crate::query::Lexicon;
use crate::record::RollCallSet;

use super::columns::{Column, Placed, Sort};
use super::list::Row;
use super::page::{Line, Page};
use super::shared::Shared;
use super::typed::Typed;
use super::{blocs, countries, votes};

/// What a view is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Roll calls.
    Votes,
    /// Members.
    Countries,
    /// Two blocs.
    Blocs,
}

impl Kind {
    /// All that have a number, in its order.
    pub const NUMBERED: [Self; 3] = [Self::Votes, Self::Countries, Self::Blocs];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Votes => "Votes",
            Self::Countries => "Countries",
            Self::Blocs => "Blocs",
        }
    }

    /// The share of its list beside one pane and beside two, in percent, unless the user gave it another.
    pub(super) fn shares(self) -> [u16; 2] {
        match self {
            Self::Votes | Self::Countries => [57, 46],
            Self::Blocs => [42, 36],
        }
    }

    /// What its list is sorted by at first.
    pub(super) fn sort(self) -> Sort {
        match self {
            Self::Votes | Self::Countries => Sort::default(),
            Self::Blocs => blocs::SORT,
        }
    }
}

/// What a view is about, with what it needs for that.
#[derive(Clone, Debug)]
pub(super) enum Subject<'r> {
    /// Roll calls.
    Votes,
    /// Members, and what each cast under the filter.
    Countries(countries::Counts),
    /// Two blocs, and their figures under the filter.
    Blocs(Box<blocs::Blocs<'r>>),
}

impl<'r> Subject<'r> {
    /// A subject of that kind, before anything is known of it.
    pub(super) fn new(kind: Kind, lexicon: &'r Lexicon<'r>) -> Self {
        match kind {
            Kind::Votes => Self::Votes,
            Kind::Countries => Self::Countries(countries::Counts::default()),
            Kind::Blocs => Self::Blocs(Box::new(blocs::Blocs::first(lexicon))),
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Votes => Kind::Votes,
            Self::Countries(_) => Kind::Countries,
            Self::Blocs(_) => Kind::Blocs,
        }
    }

    /// Takes the roll calls that the filter lets through.
    pub(super) fn take(&mut self, set: &RollCallSet, shared: &Shared<'r>) {
        match self {
            Self::Votes => {}
            Self::Countries(counts) => *counts = countries::Counts::new(shared, set),
            Self::Blocs(blocs) => blocs.take(set, shared),
        }
    }

    pub(super) fn columns(&self, shared: &Shared<'_>) -> Vec<Column> {
        match self {
            Self::Votes => votes::columns(shared),
            Self::Countries(_) => countries::COLUMNS.to_vec(),
            Self::Blocs(_) => blocs::COLUMNS.to_vec(),
        }
    }

    pub(super) fn rows(&self, set: &RollCallSet, sort: Sort, shared: &Shared<'_>) -> Vec<Row> {
        match self {
            Self::Votes => votes::rows(shared, set, sort),
            Self::Countries(counts) => countries::rows(shared, counts, sort),
            Self::Blocs(blocs) => blocs::rows(shared, blocs, sort),
        }
    }

    pub(super) fn cell(&self, row: Row, at: Placed, shared: &Shared<'_>) -> Line {
        match (self, row) {
            (Self::Blocs(blocs), Row::RollCall(id)) => blocs::cell(shared, blocs, id, at.column),
            (_, Row::RollCall(id)) => votes::cell(shared, id, at.column, at.width),
            (Self::Countries(counts), Row::Member(id)) => countries::cell(shared, counts, id, at.column, at.width),
            (_, Row::Member(_)) => Line::new(),
        }
    }

    /// Its page and what stands beside it, if it is one thing whatever is selected.
    pub(super) fn pages(
        &self,
        query: &str,
        set: &RollCallSet,
        (columns, beside): (usize, usize),
        shared: &Shared<'_>,
    ) -> (Page, Page) {
        match self {
            Self::Votes | Self::Countries(_) => (Page::default(), Page::default()),
            Self::Blocs(blocs) => {
                (blocs::page(shared, blocs, query, set, columns), blocs::aside(shared, blocs, set, beside))
            }
        }
    }

    /// What an empty list says, if something else than that no roll call is in it.
    pub(super) fn emptiness(&self) -> Option<&'static str> {
        match self {
            Self::Votes | Self::Countries(_) => None,
            Self::Blocs(blocs) => Some(blocs.emptiness()),
        }
    }

    /// The expressions of blocs, as they are typed.
    pub(super) fn blocs(&self) -> &[Typed<'r>] {
        match self {
            Self::Votes | Self::Countries(_) => &[],
            Self::Blocs(blocs) => &blocs.lines,
        }
    }

    pub(super) fn blocs_mut(&mut self) -> &mut [Typed<'r>] {
        match self {
            Self::Votes | Self::Countries(_) => &mut [],
            Self::Blocs(blocs) => &mut blocs.lines,
        }
    }

    /// Puts each bloc in the place of the other; says whether there are two.
    pub(super) fn swap(&mut self) -> bool {
        match self {
            Self::Votes | Self::Countries(_) => false,
            Self::Blocs(blocs) => blocs.swap(),
        }
    }
}
