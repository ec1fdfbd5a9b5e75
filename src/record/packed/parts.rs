//! What structs are made of, packed: numbers, texts, days, sessions, and several of one kind.

use jiff::civil::Date;
use smallvec::SmallVec;

use super::{Packable, Packer, Unpacker};
use crate::record::session::Session;
use crate::record::text::Text;

macro_rules! packed_number {
    ($($type:ty),+) => {
        $(impl Packable for $type {
            fn pack(&self, to: &mut Packer) {
                to.number(u64::from(*self));
            }
            fn unpack(from: &mut Unpacker) -> Self {
                from.number() as Self
            }
        })+
    };
}

packed_number!(u8, u16, u32, u64);

impl Packable for bool {
    fn pack(&self, to: &mut Packer) {
        to.number(u64::from(*self));
    }
    fn unpack(from: &mut Unpacker) -> Self {
        from.number() == 1
    }
}

impl Packable for Text {
    fn pack(&self, to: &mut Packer) {
        to.text(self);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::Borrowed(from.text())
    }
}

impl Packable for Date {
    fn pack(&self, to: &mut Packer) {
        let [year, month, day] =
            [i64::from(self.year()), self.month().into(), self.day().into()].map(i64::cast_unsigned);
        to.number(year << 9 | month << 5 | day);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let packed = from.number();
        let (year, month, day) = ((packed >> 9) as i16, (packed >> 5 & 15) as i8, (packed & 31) as i8);
        Self::new(year, month, day).unwrap_or_default()
    }
}

impl Packable for Session {
    fn pack(&self, to: &mut Packer) {
        let (number, kind) = match *self {
            Self::Regular(number) => (number, 0),
            Self::Special(number) => (number, 1),
            Self::Emergency(number) => (number, 2),
        };
        to.number(u64::from(number) << 2 | kind);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        let packed = from.number();
        let number = (packed >> 2) as u16;
        match packed & 3 {
            0 => Self::Regular(number),
            1 => Self::Special(number),
            _ => Self::Emergency(number),
        }
    }
}

impl<T: Packable> Packable for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(one) = self {
            one.pack(to);
        }
    }
    fn unpack(from: &mut Unpacker) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<A: Packable, B: Packable> Packable for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl<T: Packable> Packable for Box<T> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::new(T::unpack(from))
    }
}

/// Writes how many there are, and each.
fn pack_all<T: Packable>(all: &[T], to: &mut Packer) {
    to.number(all.len() as u64);
    for one in all {
        one.pack(to);
    }
}

/// Reads as many as are said to be there.
fn unpack_all<T: Packable>(from: &mut Unpacker) -> impl Iterator<Item = T> {
    (0..from.number()).map(|_| T::unpack(from))
}

impl<T: Packable> Packable for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        pack_all(self, to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        unpack_all(from).collect()
    }
}

impl<T: Packable> Packable for SmallVec<[T; 1]> {
    fn pack(&self, to: &mut Packer) {
        pack_all(self, to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        unpack_all(from).collect()
    }
}

impl<T: Packable, const N: usize> Packable for [T; N] {
    fn pack(&self, to: &mut Packer) {
        for one in self {
            one.pack(to);
        }
    }
    fn unpack(from: &mut Unpacker) -> Self {
        std::array::from_fn(|_| T::unpack(from))
    }
}
