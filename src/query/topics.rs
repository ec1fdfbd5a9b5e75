//! Topics: what a roll call is about, by rules over title, agenda and subjects that a person can read and argue with.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::record::RollCallSet;

use super::{Lexicon, Query, QueryError};

static TOPICS: &str = include_str!("../../assets/topics.json");

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
