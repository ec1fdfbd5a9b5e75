//! The record of votes: members and their names, roll calls, the table of votes as bit planes, provenance.
//!
//! A record is read once, from the embedded asset and the user's own file, and never changes after. It knows no query
//! and no screen.

mod compared;
mod corrected;
mod file;
mod layers;
mod letters;
mod member;
mod notes;
mod resolution;
mod resolutions;
mod rollcall;
mod session;
mod sets;
mod source;
mod text;
mod voted;
mod votes;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use self::layers::{beside, lay_over};
use self::notes::{Corrected, Notes};
use self::source::places;

pub use self::compared::{Changes, Compared};
pub use self::file::{BadRecord, Contents, FileKind, Heading, RollCallEntry, SeatName, write};
pub use self::member::{Member, Members, NameUsed, parse_day};
pub use self::notes::{Correction, Note};
pub use self::resolution::{Adoption, Committee, Resolution};
pub use self::resolutions::Resolutions;
pub use self::rollcall::{RecordNumber, RollCall, Stated, without_resolution};
pub use self::session::{NoSession, Session};
pub use self::sets::{Index, MAX_ROLLCALLS, MAX_SEATS, MemberId, MemberSet, RollCallId, RollCallSet, Set};
pub use self::source::{Origin, Source, SourceId};
pub use self::text::{Text, Texts, clean, counted, fold, is_clean, thousands};
pub use self::voted::{Body, Outcome, TextKind};
pub use self::votes::{Planes, State, Tally, VoteTable};

static ROLLCALLS: &str = include_str!("../../assets/rollcalls.jsonl");
static COUNCIL: &str = include_str!("../../assets/council.jsonl");
static VOETEN: &str = include_str!("../../assets/voeten.jsonl");
static TEXTS: &str = include_str!("../../assets/texts.jsonl");
static MEMBERS: &str = include_str!("../../assets/members.json");
static NOTES: &str = include_str!("../../assets/notes.json");

/// A record of votes in memory.
#[derive(Debug)]
pub struct Record {
    origin: Origin,
    sources: Vec<Source>,
    names: Vec<SeatName>,
    members: Members,
    rollcalls: Vec<RollCall>,
    votes: VoteTable,
    notes: Notes,
    by_number: HashMap<RecordNumber, RollCallId>,
    resolutions: Resolutions,
    usual: RollCallSet,
    corrected: Vec<Corrected>,
}

/// What a record holds, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Roll calls.
    pub rollcalls: usize,
    /// Rows: a member's state on a roll call on which it was one.
    pub votes: usize,
    /// Seats with at least one row.
    pub members: usize,
}

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
                let what = format!("the record number {} is there twice", rollcall.number);
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

    /// Where the roll calls are from.
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// The sources, to cite.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Names in the source that the program's own table of members lacks.
    pub fn added_names(&self) -> &[SeatName] {
        &self.names
    }

    /// The short name of a member that people use today.
    pub fn name(&self, id: MemberId) -> &str {
        self.members.name(id)
    }

    /// The code of a member's seat.
    pub fn code(&self, id: MemberId) -> &str {
        self.members.code(id)
    }

    /// The seats.
    pub fn members(&self) -> &Members {
        &self.members
    }

    /// Who voted how.
    pub fn votes(&self) -> &VoteTable {
        &self.votes
    }

    /// How many roll calls there are.
    pub fn len(&self) -> usize {
        self.rollcalls.len()
    }

    /// Whether there is no roll call.
    pub fn is_empty(&self) -> bool {
        self.rollcalls.is_empty()
    }

    /// The roll call at `id`.
    pub fn rollcall(&self, id: RollCallId) -> &RollCall {
        &self.rollcalls[id.index()]
    }

    /// All roll calls, by date and then by record number, oldest first.
    pub fn rollcalls(&self) -> impl DoubleEndedIterator<Item = (RollCallId, &RollCall)> {
        self.rollcalls.iter().enumerate().map(|(at, rollcall)| (RollCallId::from_index(at), rollcall))
    }

    /// The roll calls with their votes, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = (&RollCall, &Planes<MemberSet>)> {
        self.rollcalls().map(|(id, rollcall)| (rollcall, self.votes.of_rollcall(id)))
    }

    /// The roll call with this record number.
    pub fn by_number(&self, number: RecordNumber) -> Option<RollCallId> {
        self.by_number.get(&number).copied()
    }

    /// How a roll call and its votes, by the seats of this record, compare with what the record has.
    pub fn compare(&self, rollcall: &RollCall, votes: &Planes<MemberSet>) -> Compared {
        match self.by_number(rollcall.number) {
            None => Compared::New,
            Some(id) if self.rollcall(id) == rollcall && self.votes.of_rollcall(id) == votes => Compared::Same,
            Some(_) => Compared::Other,
        }
    }

    /// The set of all roll calls.
    pub fn all(&self) -> RollCallSet {
        RollCallSet::all(self.len())
    }

    /// What a question is about that does not say otherwise: the adopted resolutions of the Assembly, or all of a record of
    /// another source than the library's.
    pub fn usual(&self) -> &RollCallSet {
        &self.usual
    }

    /// The days of the first and the last roll call of [`usual`](Self::usual).
    pub fn days(&self) -> Option<(Date, Date)> {
        self.span(&self.usual)
    }

    /// The roll calls of which `holds` is true.
    pub fn those(&self, holds: impl Fn(RollCallId, &RollCall) -> bool) -> RollCallSet {
        let mut set = RollCallSet::empty(self.len());
        set.extend(self.rollcalls().filter(|(id, rollcall)| holds(*id, rollcall)).map(|(id, _)| id));
        set
    }

    /// One roll call alone.
    pub fn only(&self, id: RollCallId) -> RollCallSet {
        RollCallSet::range(self.len(), id.index()..id.index() + 1)
    }

    /// The roll calls from `first` to `last`, both included; an open end is none.
    pub fn between(&self, first: Option<Date>, last: Option<Date>) -> RollCallSet {
        let start = first.map_or(0, |first| self.rollcalls.partition_point(|rollcall| rollcall.date < first));
        let end = last.map_or(self.len(), |last| self.rollcalls.partition_point(|rollcall| rollcall.date <= last));
        RollCallSet::range(self.len(), start..end.max(start))
    }

    /// Who was a member of the Assembly on a roll call; where the record does not know, whose seat was there on that day.
    pub fn seated(&self, id: RollCallId) -> MemberSet {
        if self.origin.has_absences() && self.is_recorded(id) {
            return self.votes.of_rollcall(id).members();
        }
        let RollCall { date: day, body, .. } = *self.rollcall(id);
        // Who sat on the Council is known from the rows alone.
        if body == Body::Council {
            return MemberSet::EMPTY;
        }
        let there = |member: &Member| {
            member.admitted.is_none_or(|admitted| admitted <= day) && member.ended.is_none_or(|ended| day <= ended)
        };
        self.members.iter().filter(|(_, member)| there(member)).map(|(id, _)| id).collect()
    }

    /// Whether the votes of a roll call were recorded by member. Where they were not it has no row of anybody: no member
    /// is in any state there, and no figure counts it.
    pub fn is_recorded(&self, id: RollCallId) -> bool {
        self.votes.of_rollcall(id).is_recorded()
    }

    /// The tally of a roll call, from the votes.
    pub fn tally(&self, id: RollCallId) -> Tally {
        self.votes.of_rollcall(id).tally()
    }

    /// Symbols of the drafts of a roll call: the source's own and those of the notes.
    pub fn drafts(&self, id: RollCallId) -> impl Iterator<Item = &str> {
        let rollcall = self.rollcall(id);
        let noted = self.notes.of(rollcall.number).iter().flat_map(|note| &note.drafts);
        rollcall.drafts.iter().chain(noted).map(AsRef::as_ref)
    }

    /// What a reader should know of a roll call: the source's own remark and the remarks of the notes, with their
    /// sources.
    pub fn remarks(&self, id: RollCallId) -> Vec<String> {
        let rollcall = self.rollcall(id);
        let own = rollcall.note.iter().map(ToString::to_string);
        let noted = self.notes.of(rollcall.number).iter();
        let noted = noted.filter_map(|note| note.remark.as_ref().map(|remark| format!("{remark} ({})", note.source)));
        let corrected = self.corrected_in_words(rollcall.number);
        corrected.chain(own).chain(self.contradicted(id)).chain(noted).collect()
    }

    /// The totals that the source states of a roll call beside what its rows count, where they do not give them.
    pub fn contradicted(&self, id: RollCallId) -> Option<String> {
        let (stated, tally) = (self.rollcall(id).stated.as_ref()?, self.tally(id));
        if !tally.is_recorded() {
            let [yes, no, abstain, ..] = stated.0.map(Option::unwrap_or_default);
            return [yes, no, abstain]
                .iter()
                .any(|&total| total > 0)
                .then(|| format!("The source states {yes}–{no}–{abstain}."));
        }
        stated.contradict(tally).then(|| stated.against(tally))
    }

    /// Those members of a roll call that had another name then, in the order of the seats: the name of today, and that one.
    pub fn names_then(&self, id: RollCallId) -> impl Iterator<Item = (&str, &str)> {
        let (date, present) = (self.rollcall(id).date, self.votes.of_rollcall(id).members());
        let members = self.members.iter().filter(move |&(member, _)| present.contains(member));
        members.filter_map(move |(_, seat)| Some((seat.name.as_ref(), seat.name_on(date)?)))
    }

    /// The adopted texts that it knows of, beside the roll calls: those without a vote, and what is known of the drafts of
    /// others.
    pub fn resolutions(&self) -> &[Resolution] {
        self.resolutions.all()
    }

    /// What is known of the text of a roll call beside its votes.
    pub fn resolution(&self, id: RollCallId) -> Option<&Resolution> {
        let rollcall = self.rollcall(id);
        let has_text = rollcall.outcome == Outcome::Adopted && rollcall.kind == TextKind::Resolution;
        self.resolutions.of(&rollcall.symbol).filter(|text| has_text && text.adopted != Adoption::WithoutVote)
    }

    /// The symbols of a roll call's drafts, from all that the record knows: also those of its text.
    pub fn all_drafts(&self, id: RollCallId) -> impl Iterator<Item = &str> {
        let of_text = self.resolution(id).into_iter().flat_map(|text| text.drafts.iter().map(AsRef::as_ref));
        self.drafts(id).chain(of_text)
    }

    /// The first and the last regular session of which it knows adopted texts.
    pub fn sessions_of_texts(&self) -> Option<(Session, Session)> {
        let sessions = self.resolutions().iter().filter_map(|text| text.session);
        let regular = sessions.filter(|session| matches!(session, Session::Regular(_)));
        regular.clone().min().zip(regular.max())
    }

    /// What a sponsor is called: a member by its name, another as it is written.
    pub fn sponsor<'a>(&'a self, written: &'a str) -> &'a str {
        self.members.by_code(written).map_or(written, |id| self.name(id))
    }

    /// Where to read the source's own page of a roll call.
    pub fn link(&self, id: RollCallId) -> Option<String> {
        let rollcall = self.rollcall(id);
        rollcall.link.as_ref().map(ToString::to_string).or_else(|| self.origin.link(rollcall.number))
    }

    /// The days of the first and the last roll call in `set`.
    pub fn span(&self, set: &RollCallSet) -> Option<(Date, Date)> {
        let first = set.iter().next()?;
        let last = set.iter().next_back()?;
        Some((self.rollcall(first).date, self.rollcall(last).date))
    }

    /// How much the record holds.
    pub fn counts(&self) -> Counts {
        let votes = self.entries().map(|(_, votes)| votes.members().len()).sum();
        let seated = |id| {
            State::OF_MEMBERS.iter().any(|&state| self.votes.of_member(id).of(state).is_some_and(|set| !set.is_empty()))
        };
        let members = self.members.iter().filter(|&(id, _)| seated(id)).count();
        Counts { rollcalls: self.len(), votes, members }
    }

    /// Writes the record as a file of its own.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, out: impl io::Write) -> io::Result<()> {
        write(out, &self.heading(FileKind::Whole), self.entries(), self.resolutions())
    }

    /// The header of a file of this record's roll calls.
    pub fn heading(&self, kind: FileKind) -> Heading<'_> {
        Heading {
            kind,
            origin: self.origin,
            sources: &self.sources,
            names: &self.names,
            seats: self.members.iter().map(|(_, member)| member.code.as_ref()).collect(),
        }
    }

    /// The SHA-256 of the record in its own file format, in hexadecimal: what two people compare to know that they
    /// look at the same votes.
    pub fn checksum(&self) -> String {
        let mut hash = Hash(Sha256::new());
        // Writing into a hash can't fail.
        let _ = self.write(&mut hash);
        hash.0.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

struct Hash(Sha256);

impl io::Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What the program carries: the Assembly's roll calls, the Council's, and what the Assembly did not adopt or voted in
/// parts, read beside each other.
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
    contents.resolutions = Resolutions::embedded(TEXTS, read, places);
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
