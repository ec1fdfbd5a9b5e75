//! The adopted texts of a record, read when they are first asked for.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::packed::{Packable, Unpacker};
use super::resolution::Resolution;
use crate::carried;

/// Adopted texts: those that the program carries, where it is over them, and those of a file.
#[derive(Clone, Debug, Default)]
pub struct Resolutions {
    /// Reads those that the program carries, if they are among these.
    carried: Option<fn() -> Vec<Resolution>>,
    /// Those of a file, which go before the program's own.
    over: Vec<Resolution>,
    read: Arc<OnceLock<Read>>,
}

#[derive(Debug, Default)]
struct Read {
    all: Vec<Resolution>,
    by_symbol: HashMap<String, usize>,
}

impl Resolutions {
    /// Those that the program carries.
    pub(super) fn carried() -> Self {
        let read = || Packable::unpack(&mut Unpacker::new(carried::RESOLUTIONS));
        Self { carried: Some(read), ..Self::default() }
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
        Self { carried: self.carried, over: all, read: Arc::default() }
    }

    /// Those of the file alone.
    pub(super) fn own(&self) -> &[Resolution] {
        &self.over
    }

    pub(super) fn all(&self) -> &[Resolution] {
        &self.read().all
    }

    /// The text of this symbol, in any case.
    pub(super) fn of(&self, symbol: &str) -> Option<&Resolution> {
        let read = self.read();
        read.by_symbol.get(&symbol.to_ascii_uppercase()).map(|&at| &read.all[at])
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let mut read = Read::default();
            let carried = self.carried.map(|read| read()).unwrap_or_default();
            for text in carried.into_iter().chain(self.over.iter().cloned()) {
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
