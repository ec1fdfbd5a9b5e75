//! Sets of roll calls and sets of members, as bits.
//!
//! Every filter gives a [`RollCallSet`] and every figure takes one; a bloc, the abstainers of a roll call and a
//! search result are all a [`MemberSet`]. Both are the same code over words of 64 bits, so that combining them is
//! AND and OR and counting is popcount.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, Range, Sub};

use super::packed::{Packable, Packer, Unpacker};

/// The position of something in its table: no bare `usize` crosses a room's wall.
pub trait Index: Copy + Ord {
    /// The thing at position `at`.
    fn from_index(at: usize) -> Self;
    /// Its position.
    fn index(self) -> usize;
}

macro_rules! index {
    ($(#[$doc:meta])* $name:ident($word:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($word);

        impl Index for $name {
            fn from_index(at: usize) -> Self {
                Self(at as $word)
            }
            fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

index! {
    /// A member's seat in the record, counted from 0 in the order of the record's seats.
    MemberId(u8)
}
index! {
    /// A roll call in the record, counted from 0, oldest first. It changes when the record does: what lasts is
    /// the [`RecordNumber`](super::RecordNumber).
    RollCallId(u16)
}
index! {
    /// An adopted text that the record knows of, counted from 0; it changes when the record does.
    TextId(u16)
}

/// How many seats a record can hold: what a [`MemberSet`] has room for.
pub const MAX_SEATS: usize = 256;
/// How many roll calls a record can hold: what a [`RollCallId`] can count.
pub const MAX_ROLLCALLS: usize = 1 << 16;

/// A set of things of a table, a bit each.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Set<W, I> {
    words: W,
    of: PhantomData<I>,
}

/// A set of members. Small enough to copy.
pub type MemberSet = Set<[u64; MAX_SEATS / 64], MemberId>;
/// A set of roll calls, sized for one record.
pub type RollCallSet = Set<Box<[u64]>, RollCallId>;

impl MemberSet {
    /// No member.
    pub const EMPTY: Self = Self::from_words([0; MAX_SEATS / 64]);

    pub(super) const fn from_words(words: [u64; MAX_SEATS / 64]) -> Self {
        Self { words, of: PhantomData }
    }
}

impl Default for MemberSet {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Packable for MemberSet {
    fn pack(&self, to: &mut Packer) {
        self.words.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::from_words(Packable::unpack(from))
    }
}

impl Packable for RollCallSet {
    fn pack(&self, to: &mut Packer) {
        self.words.to_vec().pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self::from_words(Vec::unpack(from).into())
    }
}

impl Packable for RollCallId {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(Packable::unpack(from))
    }
}

impl Packable for TextId {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(Packable::unpack(from))
    }
}

impl RollCallSet {
    /// The set that [`to_bytes`](Self::to_bytes) wrote.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let words = bytes.chunks(8).map(|word| word.first_chunk().map_or(0, |&word| u64::from_le_bytes(word)));
        Self::from_words(words.collect())
    }

    /// Its words, the lowest byte of each first.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.words.iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    pub(super) fn from_words(words: Box<[u64]>) -> Self {
        Self { words, of: PhantomData }
    }

    /// No roll call, with room for a record of `rollcalls`.
    pub fn empty(rollcalls: usize) -> Self {
        Self { words: vec![0; rollcalls.div_ceil(64)].into(), of: PhantomData }
    }

    /// The first `rollcalls` roll calls: all of a record that has so many.
    pub fn all(rollcalls: usize) -> Self {
        Self::range(rollcalls, 0..rollcalls)
    }

    /// The roll calls at the positions `span`, in a record of `rollcalls`.
    pub fn range(rollcalls: usize, span: Range<usize>) -> Self {
        let mut set = Self::empty(rollcalls);
        for (at, word) in set.words.iter_mut().enumerate() {
            let low = span.start.saturating_sub(at * 64).min(64);
            let high = span.end.saturating_sub(at * 64).min(64);
            if low < high {
                *word = (u64::MAX >> (64 - (high - low))) << low;
            }
        }
        set
    }
}

impl<W: AsRef<[u64]> + AsMut<[u64]>, I: Index> Set<W, I> {
    /// Whether `thing` is in the set.
    pub fn contains(&self, thing: I) -> bool {
        let at = thing.index();
        self.words.as_ref().get(at / 64).is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Puts `thing` into the set. A thing of another, larger table is not taken.
    pub fn insert(&mut self, thing: I) {
        let at = thing.index();
        if let Some(word) = self.words.as_mut().get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// Takes `thing` out of the set.
    pub fn remove(&mut self, thing: I) {
        let at = thing.index();
        if let Some(word) = self.words.as_mut().get_mut(at / 64) {
            *word &= !(1 << (at % 64));
        }
    }

    /// How many things are in the set.
    pub fn len(&self) -> usize {
        self.words.as_ref().iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.words.as_ref().iter().all(|&word| word == 0)
    }

    /// How many things are in both sets, without making the set of them.
    pub fn count_both(&self, other: &Self) -> usize {
        let pairs = self.words.as_ref().iter().zip(other.words.as_ref());
        pairs.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// What is in the set, lowest position first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = I> + '_ {
        let words = self.words.as_ref().iter().enumerate();
        words.flat_map(|(at, &word)| Bits(word).map(move |bit| I::from_index(at * 64 + bit)))
    }

    /// The words from the first to the last in which there is something: a year has two of ninety.
    pub(crate) fn span(&self) -> Range<usize> {
        let words = self.words.as_ref();
        let first = words.iter().position(|&word| word != 0).unwrap_or_default();
        first..words.iter().rposition(|&word| word != 0).map_or(first, |last| last + 1)
    }

    /// The bits, for counts over several sets at once.
    pub(crate) fn words(&self) -> &[u64] {
        self.words.as_ref()
    }

    pub(super) fn words_mut(&mut self) -> &mut [u64] {
        self.words.as_mut()
    }
}

impl<W: AsRef<[u64]> + AsMut<[u64]> + Clone, I: Index> Set<W, I> {
    fn with(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut set = self.clone();
        for (word, &theirs) in set.words.as_mut().iter_mut().zip(other.words.as_ref()) {
            *word = join(*word, theirs);
        }
        set
    }
}

/// The bits of a word that are set, lowest first: a step each, since most words of most sets have few.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = self.0.trailing_zeros();
        // Without the lowest; a word of none stays one.
        self.0 &= self.0.wrapping_sub(1);
        (bit < 64).then_some(bit as usize)
    }
}

impl DoubleEndedIterator for Bits {
    fn next_back(&mut self) -> Option<usize> {
        let bit = 63_u32.checked_sub(self.0.leading_zeros())?;
        self.0 &= !(1 << bit);
        Some(bit as usize)
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $join:expr) => {
        impl<W: AsRef<[u64]> + AsMut<[u64]> + Clone, I: Index> $trait for &Set<W, I> {
            type Output = Set<W, I>;
            fn $method(self, other: Self) -> Set<W, I> {
                self.with(other, $join)
            }
        }
    };
}

operator!(BitAnd, bitand, |a, b| a & b);
operator!(BitOr, bitor, |a, b| a | b);
operator!(Sub, sub, |a, b| a & !b);

impl<W: AsRef<[u64]> + AsMut<[u64]>, I: Index> Extend<I> for Set<W, I> {
    fn extend<T: IntoIterator<Item = I>>(&mut self, things: T) {
        for thing in things {
            self.insert(thing);
        }
    }
}

impl FromIterator<MemberId> for MemberSet {
    fn from_iter<T: IntoIterator<Item = MemberId>>(members: T) -> Self {
        let mut set = Self::EMPTY;
        set.extend(members);
        set
    }
}

impl<W: AsRef<[u64]> + AsMut<[u64]>, I: Index> fmt::Debug for Set<W, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Index::index)).finish()
    }
}
