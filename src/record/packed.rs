//! The form in which the program carries its record: numbers in as few bytes as they take, texts as places in one piece.
//!
//! The build writes it and the program reads it, both by the one list of fields that [`packed!`] has of each type.

mod parts;

use std::collections::HashMap;

use crate::carried;

/// What can be packed.
pub trait Packable: Sized {
    /// Writes it behind what is packed.
    fn pack(&self, to: &mut Packer);
    /// Reads it. What lies behind the end is zeros; [`Unpacker::is_damaged`] then says that something was missing.
    fn unpack(from: &mut Unpacker) -> Self;
}

/// What is packed, as it is written.
#[derive(Debug, Default)]
pub struct Packer {
    /// What is read at a start.
    pub bytes: Vec<u8>,
    /// What is read of a roll call when it is asked for.
    pub details: Vec<u8>,
    /// All texts, each different one once.
    pub texts: String,
    known: HashMap<String, usize>,
}

impl Packer {
    /// Writes a number, seven bits a byte.
    pub fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// Writes `later` to what is read when it is asked for, and where it is there.
    pub fn later(&mut self, later: &impl Packable) {
        let at = self.details.len();
        std::mem::swap(&mut self.bytes, &mut self.details);
        later.pack(self);
        std::mem::swap(&mut self.bytes, &mut self.details);
        self.number(at as u64);
    }

    /// What was packed since it was last asked for.
    pub fn section(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    fn text(&mut self, text: &str) {
        let at = match self.known.get(text) {
            Some(&at) => at,
            None => {
                let at = self.texts.len();
                self.texts.push_str(text);
                self.known.insert(text.to_owned(), at);
                at
            }
        };
        self.number(text.len() as u64);
        if !text.is_empty() {
            self.number(at as u64);
        }
    }
}

/// What is packed, as it is read.
#[derive(Debug)]
pub struct Unpacker {
    bytes: &'static [u8],
    damaged: bool,
}

impl Unpacker {
    /// Reads `bytes` from its beginning.
    pub fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, damaged: false }
    }

    /// Reads the details of a roll call that are packed at `at`.
    pub fn details(at: u32) -> Self {
        Self::new(carried::DETAILS.get(at as usize..).unwrap_or_default())
    }

    /// Whether something was missing.
    pub fn is_damaged(&self) -> bool {
        self.damaged
    }

    /// Reads a number.
    pub fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        while let Some((&byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift = (shift + 7) & 63;
        }
        self.damaged = true;
        0
    }

    fn text(&mut self) -> &'static str {
        let length = self.number() as usize;
        if length == 0 {
            return "";
        }
        let at = self.number() as usize;
        carried::TEXTS.get(at..at + length).unwrap_or_else(|| {
            self.damaged = true;
            ""
        })
    }
}

/// Packs and unpacks a struct, field by field.
macro_rules! packed {
    ($type:ty { $($field:ident),+ $(,)? }) => {
        impl $crate::record::Packable for $type {
            fn pack(&self, to: &mut $crate::record::Packer) {
                let Self { $($field),+ } = self;
                $($crate::record::Packable::pack($field, to);)+
            }
            fn unpack(from: &mut $crate::record::Unpacker) -> Self {
                $(let $field = $crate::record::Packable::unpack(from);)+
                Self { $($field),+ }
            }
        }
    };
}

/// Packs and unpacks an enum by its place among all, which begin with the usual one.
macro_rules! packed_by_place {
    ($($type:ty),+) => {
        $(impl $crate::record::Packable for $type {
            fn pack(&self, to: &mut $crate::record::Packer) {
                let at = Self::ALL.iter().position(|one| one == self);
                to.number(at.unwrap_or_default() as u64);
            }
            fn unpack(from: &mut $crate::record::Unpacker) -> Self {
                Self::ALL.get(from.number() as usize).copied().unwrap_or(Self::ALL[0])
            }
        })+
    };
}

pub(crate) use {packed, packed_by_place};
