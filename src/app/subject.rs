//! What a view is about: which rows and columns its list has, and what it needs to know for them.

use crate::record::RollCallSet;

use super::columns::{Column, Placed, Sort};
use super::list::Row;
use super::page::Line;
use super::shared::Shared;
use super::{countries, votes};

/// What a view is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Roll calls.
    Votes,
    /// Members.
    Countries,
}

impl Kind {
    /// All that have a number, in its order.
    pub const NUMBERED: [Self; 2] = [Self::Votes, Self::Countries];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Votes => "Votes",
            Self::Countries => "Countries",
        }
    }
}

/// What a view is about, with what it needs for that.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// Roll calls.
    Votes,
    /// Members, and what each cast under the filter.
    Countries(countries::Counts),
}

impl Subject {
    /// A subject of that kind, before anything is known of it.
    pub(super) fn new(kind: Kind) -> Self {
        match kind {
            Kind::Votes => Self::Votes,
            Kind::Countries => Self::Countries(countries::Counts::default()),
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Votes => Kind::Votes,
            Self::Countries(_) => Kind::Countries,
        }
    }

    /// Takes the roll calls that the filter lets through.
    pub(super) fn take(&mut self, set: &RollCallSet, shared: &Shared<'_>) {
        match self {
            Self::Votes => {}
            Self::Countries(counts) => *counts = countries::Counts::new(shared, set),
        }
    }

    pub(super) fn columns(&self, shared: &Shared<'_>) -> Vec<Column> {
        match self {
            Self::Votes => votes::columns(shared),
            Self::Countries(_) => countries::COLUMNS.to_vec(),
        }
    }

    pub(super) fn rows(&self, set: &RollCallSet, sort: Sort, shared: &Shared<'_>) -> Vec<Row> {
        match self {
            Self::Votes => votes::rows(shared, set, sort),
            Self::Countries(counts) => countries::rows(shared, counts, sort),
        }
    }

    pub(super) fn cell(&self, row: Row, at: Placed, shared: &Shared<'_>) -> Line {
        match (self, row) {
            (_, Row::RollCall(id)) => votes::cell(shared, id, at.column, at.width),
            (Self::Countries(counts), Row::Member(id)) => countries::cell(shared, counts, id, at.column, at.width),
            (Self::Votes, Row::Member(_)) => Line::new(),
        }
    }
}
