//! The adopted texts of a record, read when they are first asked for.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::packed::{Packable, Packer, Unpacker};
use super::resolution::Resolution;
use super::text::Text;
use crate::carried;

/// Adopted texts: those that the program carries, where it is over them, and those of a file.
#[derive(Clone, Debug, Default)]
pub struct Resolutions {
    /// Whether those that the program carries are among these.
    carried: bool,
    /// Those of a file, which go before the program's own.
    over: Vec<Resolution>,
    read: Arc<OnceLock<Read>>,
    /// One by one, where the program's own are all.
    places: Arc<OnceLock<Vec<CarriedText>>>,
}

#[derive(Debug, Default)]
struct Read {
    all: Vec<Resolution>,
    by_symbol: HashMap<String, usize>,
}

/// A text that the program carries: read when it is asked for.
#[derive(Debug)]
struct CarriedText {
    /// In capitals.
    symbol: Text,
    /// Where it is packed.
    at: usize,
    /// Which of all it is.
    place: usize,
    read: OnceLock<Box<Resolution>>,
}

impl CarriedText {
    fn read(&self) -> &Resolution {
        let bytes = || carried::RESOLUTIONS.get(self.at..).unwrap_or_default();
        self.read.get_or_init(|| Packable::unpack(&mut Unpacker::new(bytes())))
    }
}

impl Packable for CarriedText {
    fn pack(&self, to: &mut Packer) {
        self.symbol.pack(to);
        to.number(self.at as u64);
        to.number(self.place as u64);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let symbol = Text::unpack(from);
        Self { symbol, at: from.number() as usize, place: from.number() as usize, read: OnceLock::new() }
    }
}

/// Adopted texts as the program carries them.
#[derive(Debug)]
pub struct PackedTexts {
    /// The texts.
    pub texts: Vec<u8>,
    /// Where each symbol's is, by symbol.
    pub places: Vec<u8>,
}

impl Resolutions {
    /// Those that the program carries.
    pub(super) fn carried() -> Self {
        Self { carried: true, ..Self::default() }
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
        Self { carried: self.carried, over: all, ..Self::default() }
    }

    /// Those of the file alone.
    pub(super) fn own(&self) -> &[Resolution] {
        &self.over
    }

    /// Whether they are those that the program carries and no others, each of which can be read without the rest.
    fn is_carried_alone(&self) -> bool {
        self.carried && self.over.is_empty()
    }

    pub(super) fn all(&self) -> &[Resolution] {
        &self.read().all
    }

    /// The text of this symbol, in any case.
    pub(super) fn of(&self, symbol: &str) -> Option<&Resolution> {
        let symbol = symbol.to_ascii_uppercase();
        if self.is_carried_alone() {
            return Some(self.place(&symbol)?.read());
        }
        let read = self.read();
        read.by_symbol.get(&symbol).map(|&at| &read.all[at])
    }

    /// The first text of whose symbol `holds` is true, whatever its letters' case; others are not read for it.
    pub(super) fn by_symbol(&self, holds: impl Fn(&str) -> bool) -> Option<usize> {
        if self.is_carried_alone() {
            return self.places().iter().filter(|text| holds(&text.symbol)).map(|text| text.place).min();
        }
        self.all().iter().position(|text| holds(&text.symbol))
    }

    /// The text at a place among all; others are not read for it.
    pub(super) fn one(&self, place: usize) -> &Resolution {
        let carried = || self.places().iter().find(|text| text.place == place);
        let alone = self.is_carried_alone() && self.read.get().is_none();
        let one = if alone { carried().map(CarriedText::read) } else { None };
        one.unwrap_or_else(|| &self.all()[place])
    }

    /// The texts as the program is to carry them.
    pub(super) fn pack(&self, to: &mut Packer) -> PackedTexts {
        let mut places = Vec::new();
        for (place, text) in self.all().iter().enumerate() {
            let symbol = text.symbol.to_ascii_uppercase().into();
            places.push(CarriedText { symbol, at: to.bytes.len(), place, read: OnceLock::new() });
            text.pack(to);
        }
        let texts = to.section();
        places.sort_by(|one, other| one.symbol.cmp(&other.symbol));
        places.pack(to);
        PackedTexts { texts, places: to.section() }
    }

    /// The text of this symbol, in capitals, among those that the program carries.
    fn place(&self, symbol: &str) -> Option<&CarriedText> {
        let places = self.places();
        let at = places.binary_search_by(|place| place.symbol.as_ref().cmp(symbol)).ok()?;
        Some(&places[at])
    }

    fn places(&self) -> &[CarriedText] {
        self.places.get_or_init(|| Packable::unpack(&mut Unpacker::new(carried::TEXT_PLACES)))
    }

    /// Where the text of this symbol is among all, in any case.
    pub(super) fn at(&self, symbol: &str) -> Option<usize> {
        let symbol = symbol.to_ascii_uppercase();
        if self.is_carried_alone() {
            return self.place(&symbol).map(|text| text.place);
        }
        self.read().by_symbol.get(&symbol).copied()
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let mut carried = Vec::new();
            if self.carried {
                let mut from = Unpacker::new(carried::RESOLUTIONS);
                carried.extend((0..self.places().len()).map(|_| Resolution::unpack(&mut from)));
            }
            if self.over.is_empty() {
                return Read { all: carried, by_symbol: HashMap::new() };
            }
            let mut read = Read::default();
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
