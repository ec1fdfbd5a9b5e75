//! Topics: what a roll call is about, by rules over title, agenda and subjects that a person can read and argue with.

use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;

use crate::record::RollCallSet;

use super::error::QueryError;
use super::lex::{Sign, tokens};

static TOPICS: &str = include_str!("../../assets/topics.json");

/// Read at the first use: pages ask for names at each key.
static TABLE: LazyLock<Vec<Topic>> = LazyLock::new(|| all().unwrap_or_default());

/// A topic: a roll call has it if any rule of `any` holds and none of `none`. A rule is a query.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its short name, as after `topic:`.
    pub name: String,
    /// Its name.
    pub title: String,
    /// What is in and what is out, in a sentence.
    pub about: String,
    /// Rules of which one must hold.
    pub any: Vec<String>,
    /// Rules of which none may hold.
    pub none: Vec<String>,
    /// Its place among all.
    #[serde(skip)]
    pub(super) at: usize,
    #[serde(skip)]
    pub(super) rollcalls: OnceLock<Result<RollCallSet, QueryError>>,
}

/// All topics, in the order of the asset.
///
/// # Errors
/// If the asset can't be read.
pub(super) fn all() -> Result<Vec<Topic>, String> {
    let topics: Vec<Topic> = serde_json::from_str(TOPICS).map_err(|error| format!("assets/topics.json: {error}"))?;
    Ok(topics.into_iter().enumerate().map(|(at, topic)| Topic { at, ..topic }).collect())
}

/// The topics that a query asks for, or leaves out, each once: its short name and its name.
pub fn named(query: &str) -> Vec<(&'static str, &'static str)> {
    let pieces = tokens(query).unwrap_or_default().into_iter().flat_map(|token| token.terms);
    let names = pieces.filter_map(|piece| match piece.head {
        Some((field, Sign::Colon)) if field.eq_ignore_ascii_case("topic") => Some(piece.value),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        return Vec::new();
    }
    let asked = TABLE.iter().filter(|topic| names.iter().any(|name| name.eq_ignore_ascii_case(&topic.name)));
    asked.map(|topic| (topic.name.as_str(), topic.title.as_str())).collect()
}
