//! Remarks on roll calls and draft symbols that the source lacks, kept by hand, each with where it is from.

use std::collections::HashMap;

use serde::Deserialize;

use super::rollcall::RecordNumber;
use super::sets::MemberId;
use super::text::Text;
use super::votes::State;

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

/// The notes by roll call. They are about the UN library's record numbers only.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes(HashMap<RecordNumber, Vec<Note>>);

impl Notes {
    pub(super) fn new(notes: Vec<Note>) -> Self {
        let mut by_number: HashMap<_, Vec<Note>> = HashMap::new();
        for note in notes {
            by_number.entry(note.id).or_default().push(note);
        }
        Self(by_number)
    }

    pub(super) fn of(&self, number: RecordNumber) -> &[Note] {
        self.0.get(&number).map_or(&[], Vec::as_slice)
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
