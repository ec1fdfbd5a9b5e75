//! How a record comes to be: what the program carries, a file, one laid over another.

use std::sync::OnceLock;

use super::Record;
use super::file::{self, BadRecord, Contents, FileKind, RollCallEntry};
use super::layers::{beside, lay_over};
use super::member::{Member, Members};
use super::notes::Notes;
use super::pack;
use super::resolutions::Resolutions;
use super::rollcall::RollCall;
use super::sets::{Index, RollCallId, RollCallSet};
use super::source::{Origin, places};
use super::table::VoteTable;

/// The texts that the record of the program is made of: those of `assets`.
#[derive(Clone, Copy, Debug)]
pub struct Assets<'a> {
    /// The Assembly's roll calls.
    pub rollcalls: &'a str,
    /// The Council's.
    pub council: &'a str,
    /// What the Assembly did not adopt or voted in parts.
    pub voeten: &'a str,
    /// Adopted texts.
    pub texts: &'a str,
    /// The seats.
    pub members: &'a str,
    /// Remarks on roll calls.
    pub notes: &'a str,
}

impl Record {
    /// The record that these assets hold.
    ///
    /// # Errors
    /// Says which line of which can't be read, and why.
    pub fn from_assets(assets: &Assets<'_>) -> Result<Self, BadRecord> {
        let seats: Vec<Member> = own(assets.members, "assets/members.json")?;
        let read = |text: &str, place: &str| file::read_file(text, place, &mut seats.clone());
        let contents = read(assets.rollcalls, "assets/rollcalls.jsonl")?;
        let contents = beside(contents, read(assets.council, "assets/council.jsonl")?);
        let mut contents = beside(contents, read(assets.voeten, "assets/voeten.jsonl")?);
        let texts = file::read_file(assets.texts, "assets/texts.jsonl", &mut Vec::new())?;
        let places = places(&mut contents.sources, &texts.sources);
        let there: Vec<_> = (0..).take(contents.sources.len()).collect();
        // The Council's texts are among its roll calls.
        contents.resolutions =
            Resolutions::default().with(texts.resolutions, &places).with(contents.resolutions, &there);
        let notes = Notes::new(own(assets.notes, "assets/notes.json")?);
        Self::build(contents, seats, notes, "assets")
    }

    /// A record without roll calls, over the program's own table of members.
    ///
    /// # Errors
    /// As [`Record::embedded`].
    pub fn empty(origin: Origin) -> Result<Self, BadRecord> {
        let contents = Contents {
            kind: FileKind::Whole,
            origin,
            sources: vec![origin.source()],
            names: Vec::new(),
            entries: Vec::new(),
            resolutions: Resolutions::default(),
        };
        let notes = Notes::carried(origin);
        Self::build(contents, pack::seats(), notes, "an empty record")
    }

    /// The record in the text of a file named `place`: on its own or, as its header says, laid over the embedded one.
    ///
    /// # Errors
    /// Says which line of the file is wrong, and why.
    pub fn from_text(text: &str, place: &str) -> Result<(Self, FileKind), BadRecord> {
        let mut seats = pack::seats();
        let contents = file::read_file(text, place, &mut seats)?;
        let kind = contents.kind;
        let contents = match kind {
            FileKind::Whole => contents,
            FileKind::Differences => lay_over(Self::embedded()?.into_contents(), contents, place)?,
        };
        let notes = Notes::carried(contents.origin);
        Ok((Self::build(contents, seats, notes, place)?, kind))
    }

    /// This record with what `over` holds laid over it: a known roll call is replaced, a new one added. `seats` are this
    /// record's, with new ones at the end.
    ///
    /// # Errors
    /// If there are more roll calls than a record can hold.
    pub fn with(&self, over: Contents, mut seats: Vec<Member>) -> Result<Self, BadRecord> {
        file::add_names(&mut seats, &over.names);
        let base = Contents {
            kind: FileKind::Whole,
            origin: self.origin,
            sources: self.sources.clone(),
            names: Vec::new(),
            entries: self
                .entries()
                .map(|(rollcall, votes)| RollCallEntry { rollcall: rollcall.clone(), votes: votes.clone() })
                .collect(),
            resolutions: self.resolutions.clone(),
        };
        let notes = Notes::carried(self.origin);
        Self::build(lay_over(base, over, "the import")?, seats, notes, "the import")
    }

    fn into_contents(self) -> Contents {
        let Self { origin, sources, names, rollcalls, votes, resolutions, .. } = self;
        let entry =
            |(rollcall, at)| RollCallEntry { rollcall, votes: votes.of_rollcall(RollCallId::from_index(at)).clone() };
        let entries = rollcalls.into_iter().zip(0..).map(entry).collect();
        Contents { kind: FileKind::Whole, origin, sources, names, entries, resolutions }
    }

    fn build(contents: Contents, mut seats: Vec<Member>, notes: Notes, place: &str) -> Result<Self, BadRecord> {
        let Contents { origin, sources, names, mut entries, resolutions, .. } = contents;
        // Stable names of a seat are in the order in which they were first used.
        for member in &mut seats {
            member.names.sort_by_key(|used| used.from);
        }
        let order = |entry: &RollCallEntry| (entry.rollcall.date, entry.rollcall.number);
        if !entries.is_sorted_by_key(order) {
            entries.sort_by_key(order);
        }
        // The roll calls stay in the room of the entries, which are read at every start: room not touched yet costs most.
        let mut votes = Vec::with_capacity(entries.len());
        let rollcalls: Vec<_> = entries
            .into_iter()
            .map(|entry| {
                votes.push(entry.votes);
                entry.rollcall
            })
            .collect();
        let mut by_number: Vec<_> = (0..rollcalls.len()).map(RollCallId::from_index).collect();
        let number = |id: &RollCallId| rollcalls[id.index()].number;
        by_number.sort_unstable_by_key(number);
        let twice = by_number.iter().zip(by_number.iter().skip(1)).find(|(one, next)| number(one) == number(next));
        if let Some((twice, _)) = twice {
            let what = format!("the record number {} appears twice", number(twice));
            return Err(BadRecord { place: place.to_owned(), line: None, what });
        }
        let ids = || (0..rollcalls.len()).map(RollCallId::from_index);
        let mut recorded = RollCallSet::empty(rollcalls.len());
        recorded.extend(ids().zip(&votes).filter(|(_, votes)| votes.is_recorded()).map(|(id, _)| id));
        let votes = VoteTable::new(&votes, seats.len());
        let is_usual = |rollcall: &RollCall| {
            let adopted = (rollcall.body, rollcall.kind, rollcall.outcome) == Default::default();
            adopted || origin != Origin::UnLibrary
        };
        let mut usual = RollCallSet::empty(rollcalls.len());
        usual.extend(ids().zip(&rollcalls).filter(|(_, rollcall)| is_usual(rollcall)).map(|(id, _)| id));
        Ok(Self {
            origin,
            sources,
            names,
            members: Members::new(seats),
            rollcalls,
            votes,
            notes,
            by_number,
            resolutions,
            usual,
            recorded,
            corrected: Vec::new(),
            known_drafts: OnceLock::new(),
            carried: None,
        })
    }
}

fn own<'a, T: serde::Deserialize<'a>>(text: &'a str, place: &str) -> Result<T, BadRecord> {
    serde_json::from_str(text).map_err(|error| BadRecord {
        place: place.to_owned(),
        line: Some(error.line()),
        what: error.to_string(),
    })
}
