//! The record that the program carries: packed by the build, and opened at a start.

use std::sync::OnceLock;

use super::Record;
use super::file::BadRecord;
use super::member::{Member, Members};
use super::notes::Notes;
use super::packed::{Packable, Packer, Unpacker};
use super::resolutions::{PackedTexts, Resolutions};
use super::source::Origin;
use super::table::VoteTable;
use super::text::Text;
use crate::carried;

/// A record as the program carries it, in pieces.
#[derive(Debug)]
pub struct Pack {
    /// What is read at a start.
    pub record: Vec<u8>,
    /// The seats.
    pub seats: Vec<u8>,
    /// Remarks on roll calls.
    pub notes: Vec<u8>,
    /// The adopted texts.
    pub resolutions: PackedTexts,
    /// The drafts.
    pub drafts: Vec<u8>,
    /// The votes by member.
    pub planes: Vec<u8>,
    /// The counts of each roll call.
    pub tallies: Vec<u8>,
}

impl Record {
    /// The record that the program carries.
    ///
    /// # Errors
    /// If what it carries is damaged.
    pub fn embedded() -> Result<Self, BadRecord> {
        let mut from = Unpacker::new(carried::RECORD);
        let checksum = Packable::unpack(&mut from);
        let sources = Packable::unpack(&mut from);
        let names = Packable::unpack(&mut from);
        let rollcalls: Vec<_> = Packable::unpack(&mut from);
        let seats = seats();
        let record = Self {
            origin: Origin::UnLibrary,
            sources,
            names,
            votes: VoteTable::carried(rollcalls.len(), seats.len()),
            members: Members::new(seats),
            rollcalls,
            notes: Notes::carried(Origin::UnLibrary),
            by_number: Packable::unpack(&mut from),
            usual: Packable::unpack(&mut from),
            recorded: Packable::unpack(&mut from),
            resolutions: Resolutions::carried(),
            corrected: Vec::new(),
            known_drafts: OnceLock::new(),
            carried: Some(checksum),
        };
        let what = || "the record that the program carries is damaged: install plenary again".to_owned();
        if from.is_damaged() || record.is_empty() {
            return Err(BadRecord { place: "the embedded record".to_owned(), line: None, what: what() });
        }
        Ok(record)
    }

    /// The record as the program is to carry it.
    pub fn pack(&self, to: &mut Packer) -> Pack {
        let seats: Vec<Member> = self.members.iter().map(|(_, member)| member.clone()).collect();
        // Codes first: they are what is named most, and a place near the beginning takes fewest bytes.
        seats.pack(to);
        let seats = to.section();
        Text::Owned(self.checksum()).pack(to);
        self.sources.pack(to);
        self.names.pack(to);
        self.rollcalls.pack(to);
        self.by_number.pack(to);
        self.usual.pack(to);
        self.recorded.pack(to);
        let record = to.section();
        self.notes.pack(to);
        let notes = to.section();
        // Makes the list.
        self.known_drafts().for_each(drop);
        self.known_drafts.get().into_iter().for_each(|known| known.pack(to));
        let drafts = to.section();
        Pack {
            record,
            seats,
            notes,
            drafts,
            resolutions: self.resolutions.pack(to),
            planes: self.votes.packed(),
            tallies: self.votes.packed_tallies(),
        }
    }

    /// Whether it is the one that the program carries, so that what the build found out of that holds of it.
    pub(crate) fn is_carried(&self) -> bool {
        self.carried.is_some()
    }
}

/// The seats that the program carries.
pub(super) fn seats() -> Vec<Member> {
    Packable::unpack(&mut Unpacker::new(carried::SEATS))
}
