//! The words of all roll calls, folded once, to be searched at every key.

use memchr::memmem::Finder;

use crate::record::{Index, Record, RollCallId, RollCallSet, fold};

/// The folded titles, agenda titles and subjects of a record, one after the other. Each word has a space before it and
/// each cell a line of its own, so that a phrase never runs from one cell into the next.
#[derive(Debug)]
pub struct Words {
    text: String,
    /// Where the text of each roll call ends.
    ends: Vec<usize>,
}

impl Words {
    /// Folds the words of `record`.
    pub fn new(record: &Record) -> Self {
        let mut text = String::new();
        let mut ends = Vec::with_capacity(record.len());
        for (_, rollcall) in record.rollcalls() {
            let cells = rollcall.agenda.iter().chain(&rollcall.subjects).chain(&rollcall.description);
            for cell in std::iter::once(&rollcall.title).chain(cells) {
                text.push('\n');
                text.push(' ');
                text.push_str(&fold(cell));
            }
            ends.push(text.len());
        }
        Self { text, ends }
    }

    /// The roll calls in which a word, or several in a row, begin as `folded` says.
    pub fn find(&self, folded: &str) -> RollCallSet {
        let mut set = RollCallSet::empty(self.ends.len());
        let wanted = format!(" {folded}");
        let finder = Finder::new(&wanted);
        let mut from = 0;
        while let Some(at) = finder.find(&self.text.as_bytes()[from..]) {
            let rollcall = self.ends.partition_point(|&end| end <= from + at);
            set.insert(RollCallId::from_index(rollcall));
            from = self.ends[rollcall];
        }
        set
    }
}
