//! Topics: what a roll call is about, by rules over title, agenda and subjects that a person can read and argue with.

use std::sync::{LazyLock, OnceLock};

use serde::Deserialize;

use crate::record::RollCallSet;

use super::lex::{Sign, tokens};
use super::{Lexicon, Query, QueryError};

static TOPICS: &str = include_str!("../../assets/topics.json");

/// Read at the first use: pages ask for names at each key.
static TABLE: LazyLock<Vec<Topic>> = LazyLock::new(|| all().unwrap_or_default());

/// A topic: a roll call has it if any rule of `any` holds and none of `none`. A rule is a query.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its short name, as behind `topic:`.
    pub name: String,
    /// Its name.
    pub title: String,
    /// What is in and what is out, in a sentence.
    pub about: String,
    /// Rules of which one must hold.
    pub any: Vec<String>,
    /// Rules of which none may hold.
    pub none: Vec<String>,
    #[serde(skip)]
    rollcalls: OnceLock<Result<RollCallSet, QueryError>>,
}

/// All topics, in the order of the asset.
///
/// # Errors
/// If the asset can't be read.
pub(super) fn all() -> Result<Vec<Topic>, String> {
    serde_json::from_str(TOPICS).map_err(|error| format!("assets/topics.json: {error}"))
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

impl Topic {
    /// The roll calls that have the topic, found at the first call.
    ///
    /// # Errors
    /// If a rule can't be read, which the tests rule out.
    pub fn rollcalls(&self, lexicon: &Lexicon<'_>) -> Result<&RollCallSet, &QueryError> {
        self.rollcalls.get_or_init(|| Ok(&any(&self.any, lexicon)? - &any(&self.none, lexicon)?)).as_ref()
    }
}

fn any(rules: &[String], lexicon: &Lexicon<'_>) -> Result<RollCallSet, QueryError> {
    let none = RollCallSet::empty(lexicon.record().len());
    rules.iter().try_fold(none, |found, rule| Ok(&found | &Query::parse(rule, lexicon)?.run(lexicon)))
}
