//! A window over which the record of any member may be asked for.

use std::cell::OnceCell;

use crate::analysis::{By, NEARLY, Scarce, Slice, slices};
use crate::query::Lexicon;
use crate::record::RollCallSet;

use super::window::Window;

/// A window over which the record of any member may be asked for. What is the same for all of them is made once, when the
/// first of them is.
#[derive(Clone, Debug)]
pub struct CountryWindow<'l, 'r> {
    pub(super) lexicon: &'l Lexicon<'r>,
    pub(super) window: Window,
    pub(super) set: RollCallSet,
    has_topics: bool,
    years: OnceCell<Vec<Slice>>,
    topics: OnceCell<Vec<Slice>>,
    scarce: OnceCell<Scarce>,
}

impl<'l, 'r> CountryWindow<'l, 'r> {
    /// Over `set`, which `window` says.
    pub fn new(lexicon: &'l Lexicon<'r>, window: Window, set: RollCallSet) -> Self {
        let (years, topics, scarce) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { lexicon, window, set, has_topics: true, years, topics, scarce }
    }

    /// The same where topics are told of nobody: to find them takes longer than a frame, the first time.
    #[must_use]
    pub fn without_topics(self) -> Self {
        Self { has_topics: false, ..self }
    }

    /// By calendar year.
    pub(super) fn years(&self) -> &[Slice] {
        self.years.get_or_init(|| slices(self.lexicon, &self.set, By::Year))
    }

    /// By topic.
    pub(super) fn topics(&self) -> &[Slice] {
        let topics = || slices(self.lexicon, &self.set, By::Topic);
        if self.has_topics { self.topics.get_or_init(topics) } else { &[] }
    }

    /// The votes that few cast.
    pub(super) fn scarce(&self) -> &Scarce {
        self.scarce.get_or_init(|| Scarce::new(self.lexicon.record(), &self.set, NEARLY))
    }
}
