//! The record of votes: members and their names, roll calls, the table of votes as bit planes, provenance.
//!
//! A record is read once, from the embedded asset and the user's own file, and never changes after. It knows no query
//! and no screen.

mod adopted;
mod build;
mod compared;
mod complete;
mod corrected;
mod counterpart;
mod details;
mod file;
mod known_draft;
mod layers;
mod letters;
mod member;
mod notes;
mod pack;
mod packed;
mod remark;
mod resolution;
mod resolutions;
mod rollcall;
mod session;
mod sets;
mod source;
mod state_words;
mod stated;
mod table;
mod text;
mod voted;
mod votes;
mod written;

use std::sync::OnceLock;

use jiff::civil::Date;

use self::known_draft::KnownDraft;
use self::notes::{Corrected, Notes};

pub use self::build::Assets;
pub use self::compared::{Changes, Compared};
pub use self::details::{Details, LaterDetails};
pub use self::file::{BadRecord, Contents, FileKind, Heading, RollCallEntry, SeatName, write};
pub use self::member::{HeldBefore, Member, Members, NameUsed, parse_day};
pub use self::notes::{Correction, Note};
pub use self::pack::Pack;
pub use self::packed::{Packable, Packer, Unpacker};
pub(crate) use self::packed::{packed, packed_by_place};
pub use self::remark::{OtherTotals, RollCallRemark};
pub use self::resolution::{Adoption, Committee, Resolution};
pub use self::resolutions::{PackedTexts, Resolutions};
pub use self::rollcall::{RecordNumber, RollCall, without_resolution};
pub use self::session::{NoSession, Session};
pub use self::sets::{Index, MAX_ROLLCALLS, MAX_SEATS, MemberId, MemberSet, RollCallId, RollCallSet, Set, TextId};
pub use self::source::{Origin, Source, SourceId, document_link};
pub use self::state_words::StateWords;
pub use self::stated::Stated;
pub use self::table::VoteTable;
pub use self::text::{Text, Texts, clean, counted, fold, is_clean, thousands};
pub use self::voted::{Body, Outcome, PERMANENT, TextKind};
pub use self::votes::{Planes, State, Tally};

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
    /// The roll calls by their record numbers.
    by_number: Vec<RollCallId>,
    resolutions: Resolutions,
    usual: RollCallSet,
    /// Those of which the votes were recorded by member.
    recorded: RollCallSet,
    corrected: Vec<Corrected>,
    known_drafts: OnceLock<Vec<KnownDraft>>,
    /// The checksum, if it is the one that the program carries.
    carried: Option<Text>,
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

    /// The roll calls of a day.
    pub(crate) fn those_of_day(&self, day: Date) -> impl Iterator<Item = (RollCallId, &RollCall)> {
        let first = self.rollcalls.partition_point(|rollcall| rollcall.date < day);
        self.rollcalls().skip(first).take_while(move |(_, rollcall)| rollcall.date == day)
    }

    /// The roll calls with their votes, oldest first.
    pub fn entries(&self) -> impl Iterator<Item = (&RollCall, &Planes<MemberSet>)> {
        self.rollcalls().map(|(id, rollcall)| (rollcall, self.votes.of_rollcall(id)))
    }

    /// The roll call with this record number.
    pub fn by_number(&self, number: RecordNumber) -> Option<RollCallId> {
        let found = self.by_number.binary_search_by_key(&number, |&id| self.rollcall(id).number);
        found.ok().map(|at| self.by_number[at])
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
        self.recorded.contains(id)
    }

    /// The tally of a roll call, from the votes.
    pub fn tally(&self, id: RollCallId) -> Tally {
        self.votes.tally(id)
    }

    /// Symbols of the drafts of a roll call: the source's own and those of the notes.
    pub fn drafts(&self, id: RollCallId) -> impl Iterator<Item = &str> {
        let rollcall = self.rollcall(id);
        let noted = self.notes.of(rollcall.number).iter().flat_map(|note| &note.drafts);
        rollcall.drafts().iter().chain(noted).map(AsRef::as_ref)
    }

    /// The notes on a roll call.
    fn notes_of(&self, number: RecordNumber) -> impl Iterator<Item = &Note> {
        self.notes.of(number).iter()
    }

    /// Those members of a roll call that had another name then, in the order of the seats: the name of today, and that one.
    pub fn names_then(&self, id: RollCallId) -> impl Iterator<Item = (&str, &str)> {
        let (date, present) = (self.rollcall(id).date, self.votes.of_rollcall(id).members());
        let members = self.members.iter().filter(move |&(member, _)| present.contains(member));
        members.filter_map(move |(_, seat)| Some((seat.name.as_ref(), seat.name_on(date)?)))
    }

    /// Where to read the source's own page of a roll call.
    pub fn link(&self, id: RollCallId) -> Option<String> {
        let rollcall = self.rollcall(id);
        rollcall.details().link.as_ref().map(ToString::to_string).or_else(|| self.origin.link(rollcall.number))
    }

    /// Where to read an adopted text.
    pub fn text_link(&self, id: TextId) -> Option<String> {
        document_link(&self.text(id).symbol)
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
}
