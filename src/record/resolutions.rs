//! The adopted texts of a record, read when they are first asked for.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::resolution::Resolution;

/// Adopted texts: those that the program carries, where it is over them, and those of a file.
#[derive(Clone, Debug, Default)]
pub struct Resolutions {
    embedded: Option<Embedded>,
    /// Those of a file, which go before the program's own.
    over: Vec<Resolution>,
    read: Arc<OnceLock<Read>>,
}

/// The texts that the program carries, and where their sources are among the record's.
#[derive(Clone, Debug)]
struct Embedded {
    text: &'static str,
    /// Reads the text; nothing if it can't be read, which the tests rule out for what the program is built with.
    read: fn(&'static str) -> Vec<Resolution>,
    places: Vec<u16>,
}

#[derive(Debug, Default)]
struct Read {
    all: Vec<Resolution>,
    by_symbol: HashMap<String, usize>,
}

impl Resolutions {
    /// Those that `read` finds in `text`, whose sources are at `places` among the record's.
    pub(super) fn embedded(text: &'static str, read: fn(&'static str) -> Vec<Resolution>, places: Vec<u16>) -> Self {
        Self { embedded: Some(Embedded { text, read, places }), ..Self::default() }
    }

    /// Those of a file.
    pub fn of_file(over: Vec<Resolution>) -> Self {
        Self { over, ..Self::default() }
    }

    /// These with those of `over` in their place or added; `places` says where their sources are.
    pub(super) fn with(self, over: Self, places: &[u16]) -> Self {
        let mut all = self.over;
        let added = over.over.into_iter().map(|text| Resolution { source: places[usize::from(text.source)], ..text });
        all.extend(added);
        Self { embedded: self.embedded, over: all, read: Arc::default() }
    }

    /// Those of the file alone.
    pub(super) fn own(&self) -> &[Resolution] {
        &self.over
    }

    /// Those of the file alone.
    pub(super) fn into_own(self) -> Vec<Resolution> {
        self.over
    }

    pub(super) fn all(&self) -> &[Resolution] {
        &self.read().all
    }

    /// The text of this symbol, in any case.
    pub(super) fn of(&self, symbol: &str) -> Option<&Resolution> {
        let read = self.read();
        read.by_symbol.get(&symbol.to_ascii_uppercase()).map(|&at| &read.all[at])
    }

    /// Where the text of this symbol is among all, in any case.
    pub(super) fn at(&self, symbol: &str) -> Option<usize> {
        self.read().by_symbol.get(&symbol.to_ascii_uppercase()).copied()
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let mut read = Read::default();
            let own = self.embedded.iter().flat_map(|Embedded { text, read, places }| {
                read(text).into_iter().map(|text| Resolution { source: places[usize::from(text.source)], ..text })
            });
            for text in own.chain(self.over.iter().cloned()) {
                let symbol = text.symbol.to_ascii_uppercase();
                match read.by_symbol.get(&symbol) {
                    Some(&at) => read.all[at] = text,
                    None => {
                        read.by_symbol.insert(symbol, read.all.len());
                        read.all.push(text);
                    }
                }
            }
            read
        })
    }
}
