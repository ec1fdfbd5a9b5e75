//! Plenary: every recorded vote of the UN General Assembly, explored offline.
//!
//! Data goes one way: a file becomes a [`record`]; a query picks a set of roll calls from it; reports make rows of
//! them, which commands print and the explorer shows.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod import;
pub mod query;
pub mod record;
pub mod report;
pub mod store;
pub mod terminal;
pub mod ui;
