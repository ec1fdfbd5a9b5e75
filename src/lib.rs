//! Plenary: every recorded vote of the UN General Assembly, explored offline.
//!
//! Data goes one way: a file becomes a [`record`]; a [`query`] picks a set of roll calls from it; the [`analysis`] counts
//! over the set; an [`answer`] holds what was counted; a [`report`] makes rows of that and a [`picture`] draws it, which
//! commands print or write and the explorer shows.

pub mod actions;
pub mod analysis;
pub mod answer;
pub mod app;
mod carried;
pub mod cli;
pub mod escape;
pub mod import;
pub mod link;
pub mod map;
pub mod picture;
pub mod query;
pub mod record;
pub mod report;
pub mod settings;
pub mod store;
pub mod terminal;
pub mod ui;
pub mod user;
pub mod visit;
