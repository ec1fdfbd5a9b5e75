//! Remarks on roll calls and draft symbols that the source lacks, kept by hand, each with where it is from.

use serde::Deserialize;

use super::packed::{Packable, Packer, Unpacker, packed};
use super::rollcall::RecordNumber;
use super::sets::MemberId;
use super::source::Origin;
use super::text::Text;
use super::votes::State;
use crate::carried;

/// What is known of a roll call beyond its source.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The roll call.
    pub id: RecordNumber,
    /// Symbols of drafts that became this text.
    #[serde(default)]
    pub drafts: Vec<Text>,
    /// What a reader should know.
    pub remark: Option<Text>,
    /// A vote that was not what its member had meant.
    pub correction: Option<Correction>,
    /// Where this is from.
    pub source: Text,
}

packed!(Note { id, drafts, remark, correction, source });

/// What a member said later that it had meant to vote.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The code of the member.
    pub member: Text,
    /// The vote in the source.
    pub recorded: State,
    /// The vote that was meant.
    pub intended: State,
}

packed!(Correction { member, recorded, intended });

/// The notes by roll call, those of one together. They are about the UN library's record numbers only.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes(Vec<Note>);

impl Packable for Notes {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(Packable::unpack(from))
    }
}

impl Notes {
    pub(super) fn new(mut notes: Vec<Note>) -> Self {
        notes.sort_by_key(|note| note.id);
        Self(notes)
    }

    /// Those that the program carries, which are about a record of this origin.
    pub(super) fn carried(origin: Origin) -> Self {
        match origin {
            Origin::UnLibrary => Packable::unpack(&mut Unpacker::new(carried::NOTES)),
            Origin::Unvotes => Self::default(),
        }
    }

    pub(super) fn of(&self, number: RecordNumber) -> &[Note] {
        let first = self.0.partition_point(|note| note.id < number);
        let many = self.0[first..].partition_point(|note| note.id == number);
        &self.0[first..first + many]
    }
}

/// A vote as it was meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corrected {
    pub number: RecordNumber,
    pub member: MemberId,
    pub recorded: State,
    pub intended: State,
}
