//! A folder a view: its state, its rows and columns, its pages.

pub(super) mod blocs;
pub(super) mod compare;
pub(super) mod countries;
pub(super) mod drift;
pub(super) mod matrix;
mod most_changed;
pub(super) mod pair;
pub(super) mod positions;
pub(super) mod series;
pub(super) mod votes;
pub(super) mod world;
