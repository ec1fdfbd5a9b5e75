//! The table of all votes as bit planes, laid out twice: by roll call and by member.

use std::sync::OnceLock;

use super::sets::{Index, MAX_SEATS, MemberId, MemberSet, RollCallId, RollCallSet};
use super::votes::{Planes, State, Tally};
use crate::carried;

/// How many roll calls are turned from one layout into the other at once: the bits of a word.
const BLOCK: usize = 64;

/// The votes of the roll calls of a block.
type BlockVotes = Box<[Planes<MemberSet>]>;

/// All votes of a record, laid out twice: by roll call and by member. Of what the program carries each is made when it is
/// first asked for.
#[derive(Clone, Debug)]
pub struct VoteTable {
    rollcalls: usize,
    by_rollcall: Box<[OnceLock<BlockVotes>]>,
    by_member: Box<[OnceLock<Planes<RollCallSet>>]>,
}

impl VoteTable {
    /// The table of roll calls in the record's order, over `seats` members.
    pub(super) fn new(by_rollcall: &[Planes<MemberSet>], seats: usize) -> Self {
        let rollcalls = by_rollcall.len();
        let empty = || RollCallSet::empty(rollcalls);
        let mut by_member: Vec<_> =
            (0..seats).map(|_| Planes { yes: empty(), no: empty(), abstain: empty(), absent: empty() }).collect();
        for (block, rollcalls) in by_rollcall.chunks(BLOCK).enumerate() {
            for state in State::OF_MEMBERS {
                transpose(rollcalls, state, block, &mut by_member);
            }
        }
        let blocks = by_rollcall.chunks(BLOCK).map(|block| OnceLock::from(Box::from(block)));
        Self {
            rollcalls,
            by_rollcall: blocks.collect(),
            by_member: by_member.into_iter().map(OnceLock::from).collect(),
        }
    }

    /// The table that the program carries.
    pub(super) fn carried(rollcalls: usize, seats: usize) -> Self {
        Self {
            rollcalls,
            by_rollcall: (0..rollcalls.div_ceil(BLOCK)).map(|_| OnceLock::new()).collect(),
            by_member: (0..seats).map(|_| OnceLock::new()).collect(),
        }
    }

    /// How every member voted on `rollcall`.
    pub fn of_rollcall(&self, rollcall: RollCallId) -> &Planes<MemberSet> {
        let (block, at) = (rollcall.index() / BLOCK, rollcall.index() % BLOCK);
        &self.by_rollcall[block].get_or_init(|| self.carried_block(block))[at]
    }

    /// The counts of all members on `rollcall`. Of what the program carries the build has counted them: years and orders
    /// ask for those of every roll call.
    pub fn tally(&self, rollcall: RollCallId) -> Tally {
        let (block, at) = (rollcall.index() / BLOCK, rollcall.index() % BLOCK);
        self.by_rollcall[block].get().map_or_else(|| carried_tally(rollcall), |votes| votes[at].tally())
    }

    /// How `member` voted on every roll call.
    pub fn of_member(&self, member: MemberId) -> &Planes<RollCallSet> {
        self.by_member[member.index()].get_or_init(|| {
            let plane = |state| RollCallSet::from_words(self.carried_words(member.index(), state));
            let [yes, no, abstain, absent] = [0, 1, 2, 3].map(plane);
            Planes { yes, no, abstain, absent }
        })
    }

    /// The state of `member` on `rollcall`.
    pub fn state(&self, rollcall: RollCallId, member: MemberId) -> State {
        self.of_rollcall(rollcall).state(member)
    }

    /// The votes of all members, as the program carries them: of each plane where its words begin and which of them are
    /// not empty, then those words. Two in five are empty, most of them of years before a member was one.
    pub(super) fn packed(&self) -> Vec<u8> {
        let (mut places, mut words): (Vec<u64>, Vec<u64>) = (Vec::new(), Vec::new());
        for member in (0..self.by_member.len()).map(MemberId::from_index) {
            let votes = self.of_member(member);
            for plane in State::OF_MEMBERS.iter().filter_map(|&state| votes.of(state)) {
                places.push(words.len() as u64);
                let some = |chunk: &[u64]| chunk.iter().rev().fold(0, |bits, &word| bits << 1 | u64::from(word != 0));
                places.extend(plane.words().chunks(64).map(some));
                words.extend(plane.words().iter().filter(|&&word| word != 0));
            }
        }
        places.into_iter().chain(words).flat_map(u64::to_le_bytes).collect()
    }

    /// The tallies of all roll calls, as the program carries them: four bytes each, for a record has at most 256 seats.
    pub(super) fn packed_tallies(&self) -> Vec<u8> {
        let ids = (0..self.rollcalls).map(RollCallId::from_index);
        let counts = |Tally { yes, no, abstain, absent }| [yes, no, abstain, absent].map(|count| count as u8);
        ids.flat_map(|id| counts(self.tally(id))).collect()
    }

    /// How many words the place of a plane takes.
    fn place(&self) -> usize {
        1 + self.by_rollcall.len().div_ceil(64)
    }

    /// Where the place of a plane is, and where its words begin.
    fn carried_plane(&self, member: usize, state: usize) -> (usize, usize) {
        let planes = self.by_member.len() * State::OF_MEMBERS.len();
        let at = (member * State::OF_MEMBERS.len() + state) * self.place();
        (at, planes * self.place() + carried_number(at) as usize)
    }

    /// A plane that the program carries.
    fn carried_words(&self, member: usize, state: usize) -> Box<[u64]> {
        let mut words = vec![0; self.by_rollcall.len()].into_boxed_slice();
        let (at, mut next) = self.carried_plane(member, state);
        for (chunk, at) in words.chunks_mut(64).zip(at + 1..) {
            let some = carried_number(at);
            for (bit, word) in chunk.iter_mut().enumerate() {
                if some >> bit & 1 == 1 {
                    *word = carried_number(next);
                    next += 1;
                }
            }
        }
        words
    }

    /// A word of a plane that the program carries.
    fn carried_word(&self, member: usize, state: usize, block: usize) -> u64 {
        let (at, first) = self.carried_plane(member, state);
        let some = carried_number(at + 1 + block / 64);
        if some >> (block % 64) & 1 == 0 {
            return 0;
        }
        let before: u32 = (0..block / 64).map(|chunk| carried_number(at + 1 + chunk).count_ones()).sum();
        let within = (some & ((1 << (block % 64)) - 1)).count_ones();
        carried_number(first + (before + within) as usize)
    }

    /// The roll calls of a block, turned from what the program carries by member.
    fn carried_block(&self, block: usize) -> BlockVotes {
        let many = BLOCK.min(self.rollcalls - block * BLOCK);
        let mut rollcalls = vec![Planes::<MemberSet>::EMPTY; many].into_boxed_slice();
        for (at, state) in State::OF_MEMBERS.into_iter().enumerate() {
            for group in 0..MAX_SEATS / 64 {
                let mut square = [0_u64; 64];
                for (row, member) in square.iter_mut().zip(group * 64..self.by_member.len()) {
                    *row = self.carried_word(member, at, block);
                }
                transpose_square(&mut square);
                for (votes, word) in rollcalls.iter_mut().zip(square) {
                    if let Some(plane) = votes.of_mut(state) {
                        plane.words_mut()[group] = word;
                    }
                }
            }
        }
        rollcalls
    }
}

/// The tally of a roll call of those that the program carries.
fn carried_tally(rollcall: RollCallId) -> Tally {
    let bytes = carried::TALLIES.get(rollcall.index() * 4..).and_then(<[u8]>::first_chunk);
    let [yes, no, abstain, absent] = bytes.copied().unwrap_or_default().map(u16::from);
    Tally { yes, no, abstain, absent }
}

/// A number of the planes that the program carries, by its place among all.
fn carried_number(at: usize) -> u64 {
    let bytes = carried::PLANES.get(at * 8..).and_then(<[u8]>::first_chunk);
    bytes.map_or(0, |&bytes| u64::from_le_bytes(bytes))
}

/// Turns up to 64 roll calls' sets of members into one word of each member's set of roll calls.
fn transpose(rollcalls: &[Planes<MemberSet>], state: State, block: usize, members: &mut [Planes<RollCallSet>]) {
    for (group, seats) in members.chunks_mut(64).enumerate() {
        let mut square = [0_u64; 64];
        for (row, votes) in square.iter_mut().zip(rollcalls) {
            *row = votes.of(state).map_or(0, |plane| plane.words()[group]);
        }
        transpose_square(&mut square);
        for (votes, word) in seats.iter_mut().zip(square) {
            if let Some(plane) = votes.of_mut(state) {
                plane.words_mut()[block] = word;
            }
        }
    }
}

/// Mirrors a square of 64 by 64 bits at its diagonal, by swapping ever smaller blocks (Hacker's Delight, 7-3).
fn transpose_square(square: &mut [u64; 64]) {
    let mut half = 32;
    let mut mask = 0x0000_0000_FFFF_FFFF_u64;
    while half != 0 {
        let mut row = 0;
        while row < 64 {
            let swap = ((square[row] >> half) ^ square[row + half]) & mask;
            square[row] ^= swap << half;
            square[row + half] ^= swap;
            row = (row + half + 1) & !half;
        }
        half >>= 1;
        mask ^= mask << half;
    }
}
