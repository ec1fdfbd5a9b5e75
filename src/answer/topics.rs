//! The topics, their rules and how many roll calls each has.

use serde::Serialize;

use crate::query::{Lexicon, QueryError, Topic};

use super::window::{Credit, Window};

/// All topics of a record.
#[derive(Clone, Debug, Serialize)]
pub struct Topics<'l> {
    pub(crate) topics: Vec<TopicRow<'l>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
}

/// A topic, its rule and how many roll calls it has.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TopicRow<'l> {
    pub(crate) name: &'l str,
    pub(crate) title: &'l str,
    pub(crate) about: &'l str,
    pub(crate) any: &'l [String],
    pub(crate) none: &'l [String],
    pub(crate) rollcalls: usize,
}

impl<'l> Topics<'l> {
    /// The topics, counted over the whole record.
    ///
    /// # Errors
    /// If a rule can't be read, which the tests rule out.
    pub fn new(lexicon: &'l Lexicon<'_>) -> Result<Self, QueryError> {
        let record = lexicon.record();
        let row = |topic: &'l Topic| {
            let rollcalls = topic.rollcalls(lexicon).map_err(Clone::clone)?.count_both(record.usual());
            let Topic { name, title, about, any, none, .. } = topic;
            Ok(TopicRow { name, title, about, any, none, rollcalls })
        };
        let topics = lexicon.topics().iter().map(row).collect::<Result<_, QueryError>>()?;
        let window = Window::new(record, "", record.usual());
        Ok(Self { topics, source: window.credit.clone(), window })
    }
}
