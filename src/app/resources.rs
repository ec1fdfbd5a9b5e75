//! What the explorer knows of a record whatever is shown: what words mean in it, and its series. What takes longer than a
//! frame to find is found once, beside the first frame or when it is first asked for.

use std::sync::OnceLock;

use crate::answer::SeriesIndex;
use crate::map::{Chart, Projection, World};
use crate::query::Lexicon;

/// What is known of a record whatever is shown.
#[derive(Debug)]
pub struct Resources<'r> {
    lexicon: &'r Lexicon<'r>,
    series: OnceLock<Result<SeriesIndex, String>>,
    map: OnceLock<Option<(World, Chart)>>,
}

impl<'r> Resources<'r> {
    /// Nothing is looked for yet.
    pub fn new(lexicon: &'r Lexicon<'r>) -> Self {
        Self { lexicon, series: OnceLock::new(), map: OnceLock::new() }
    }

    /// Finds topics, words, names and series, while nobody waits for it.
    pub fn prepare(&self) {
        self.lexicon.prepare();
        // A list that can't be read says so where a series is asked for.
        let _ = self.series();
    }

    /// All land, flat; none if the asset can't be read, which the tests rule out.
    pub fn map(&self) -> Option<(&World, &Chart)> {
        let made = self.map.get_or_init(|| {
            let world = World::new(self.lexicon.record().members()).ok()?;
            let chart = Chart::new(&world, Projection::Plain);
            Some((world, chart))
        });
        made.as_ref().map(|(world, chart)| (world, chart))
    }

    /// What words mean in the record.
    pub fn lexicon(&self) -> &'r Lexicon<'r> {
        self.lexicon
    }

    /// The series of its roll calls.
    ///
    /// # Errors
    /// If the list in the assets can't be read, which the tests rule out.
    pub fn series(&self) -> Result<&SeriesIndex, &str> {
        self.series.get_or_init(|| SeriesIndex::new(self.lexicon.record())).as_ref().map_err(String::as_str)
    }
}
