//! What the build finds out of a record for the program to carry: its folded words, and the roll calls of each topic.

use crate::record::Packer;

use super::blocs;
use super::lexicon::Lexicon;

/// What the program carries of a lexicon, in pieces.
#[derive(Debug)]
pub struct LexiconPack {
    /// The folded words.
    pub words: String,
    /// Which part of the words is of which cell of which roll calls.
    pub cells: Vec<u8>,
    /// The roll calls of each topic.
    pub topics: Vec<u8>,
}

impl Lexicon<'_> {
    /// What the program is to carry of it.
    ///
    /// # Errors
    /// If the blocs or a rule of a topic can't be read.
    pub fn pack(&self, to: &mut Packer) -> Result<LexiconPack, String> {
        blocs::built_in(self.record().members())?;
        let words = self.words().pack(to);
        let mut topics = Vec::new();
        for topic in self.topics() {
            let rollcalls = topic.rollcalls(self).map_err(|error| format!("topic {}: {error}", topic.name))?;
            topics.extend(rollcalls.to_bytes());
        }
        Ok(LexiconPack { words, cells: to.section(), topics })
    }
}
