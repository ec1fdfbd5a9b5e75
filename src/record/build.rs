//! How a record comes to be: what the program carries, a file, one laid over another.

use std::collections::HashMap;

use super::Record;
use super::file::{self, BadRecord, Contents, FileKind, RollCallEntry};
use super::layers::{beside, lay_over};
use super::member::{Member, Members};
use super::notes::Notes;
use super::resolutions::Resolutions;
use super::rollcall::RollCall;
use super::sets::{Index, RollCallId, RollCallSet};
use super::source::{Origin, places};
use super::votes::VoteTable;

static ROLLCALLS: &str = include_str!("../../assets/rollcalls.jsonl");
static COUNCIL: &str = include_str!("../../assets/council.jsonl");
static VOETEN: &str = include_str!("../../assets/voeten.jsonl");
static TEXTS: &str = include_str!("../../assets/texts.jsonl");
static MEMBERS: &str = include_str!("../../assets/members.json");
static NOTES: &str = include_str!("../../assets/notes.json");

impl Record {
    /// The record that the program carries.
    ///
    /// # Errors
    /// If an asset can't be read, which the tests rule out for the ones that the program is built with.
    pub fn embedded() -> Result<Self, BadRecord> {
        let seats = own_seats()?;
        Self::build(embedded_contents(&seats)?, seats, "the embedded record")
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
        Self::build(contents, own_seats()?, "an empty record")
    }

    /// The record in the text of a file named `place`: on its own or, as its header says, laid over the embedded one.
    ///
    /// # Errors
    /// Says which line of the file is wrong, and why.
    pub fn from_text(text: &str, place: &str) -> Result<(Self, FileKind), BadRecord> {
        let own = own_seats()?;
        let mut seats = own.clone();
        let contents = file::read_file(text, place, &mut seats)?;
        let kind = contents.kind;
        let contents = match kind {
            FileKind::Whole => contents,
            FileKind::Differences => lay_over(embedded_contents(&own)?, contents, place)?,
        };
        Ok((Self::build(contents, seats, place)?, kind))
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
        Self::build(lay_over(base, over, "the import")?, seats, "the import")
    }

    fn build(contents: Contents, mut seats: Vec<Member>, place: &str) -> Result<Self, BadRecord> {
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
        let mut by_number = HashMap::with_capacity(rollcalls.len());
        for (at, rollcall) in rollcalls.iter().enumerate() {
            if by_number.insert(rollcall.number, RollCallId::from_index(at)).is_some() {
                let what = format!("the record number {} appears twice", rollcall.number);
                return Err(BadRecord { place: place.to_owned(), line: None, what });
            }
        }
        let notes = match origin {
            Origin::UnLibrary => Notes::new(own(NOTES, "assets/notes.json")?),
            Origin::Unvotes => Notes::default(),
        };
        let votes = VoteTable::new(votes, seats.len());
        let is_usual = |rollcall: &RollCall| {
            let adopted = (rollcall.body, rollcall.kind, rollcall.outcome) == Default::default();
            adopted || origin != Origin::UnLibrary
        };
        let mut usual = RollCallSet::empty(rollcalls.len());
        let ids = (0..rollcalls.len()).map(RollCallId::from_index);
        usual.extend(ids.zip(&rollcalls).filter(|(_, rollcall)| is_usual(rollcall)).map(|(id, _)| id));
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
            corrected: Vec::new(),
        })
    }
}

/// What the program carries: the Assembly's roll calls, the Council's, and what the Assembly did not adopt or voted in parts,
/// read beside each other.
fn embedded_contents(seats: &[Member]) -> Result<Contents, BadRecord> {
    let read = |text: &'static str| file::read_embedded(text, &mut seats.to_vec());
    let (assembly, council, voeten) = std::thread::scope(|scope| {
        let [council, voeten] = [COUNCIL, VOETEN].map(|text| scope.spawn(move || read(text)));
        (read(ROLLCALLS), council.join(), voeten.join())
    });
    let contents = beside(assembly?, council.unwrap_or_else(|_| read(COUNCIL))?);
    let mut contents = beside(contents, voeten.unwrap_or_else(|_| read(VOETEN))?);
    let places = places(&mut contents.sources, &file::sources_of(TEXTS)?);
    let read = |text| file::resolutions_of(text).unwrap_or_default();
    // The Council's texts stand among its roll calls.
    let there: Vec<_> = (0..).take(contents.sources.len()).collect();
    contents.resolutions = Resolutions::embedded(TEXTS, read, places).with(contents.resolutions, &there);
    Ok(contents)
}

fn own_seats() -> Result<Vec<Member>, BadRecord> {
    own(MEMBERS, "assets/members.json")
}

fn own<'a, T: serde::Deserialize<'a>>(text: &'a str, place: &str) -> Result<T, BadRecord> {
    serde_json::from_str(text).map_err(|error| BadRecord {
        place: place.to_owned(),
        line: Some(error.line()),
        what: error.to_string(),
    })
}
