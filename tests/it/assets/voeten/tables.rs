//! Voeten's roll calls and votes as the raw files have them, beside the record's.

use std::collections::HashMap;
use std::fs;
use std::io::Read as _;

use flate2::read::GzDecoder;
use jiff::civil::Date;
use plenary::record::{Body, Index as _, Member, MemberId, MemberSet, Planes, Record, RollCall, Session, TextKind};

use crate::common::{Home, raw, unvotes};

/// The seat that ended and goes on in the tables, and the one that followed it.
const ENDED: (&str, &str) = ("YUG", "SRB");

/// Roll calls of which the wide table has other members' votes than `unvotes`: its absences are not theirs.
const NOT_THEIRS: [u32; 4] = [411, 427, 449, 495];

/// Who voted how, of those who did: what is compared.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    pub yes: MemberSet,
    pub no: MemberSet,
    pub abstain: MemberSet,
    pub all: MemberSet,
}

impl Cast {
    fn of(votes: &Planes<MemberSet>) -> Self {
        let Planes { yes, no, abstain, .. } = votes.clone();
        let all = &(&yes | &no) | &abstain;
        Self { yes, no, abstain, all }
    }
}

/// How near two roll calls are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Near {
    /// Members that voted on both.
    pub both: usize,
    /// Those of them that voted alike.
    pub equal: usize,
    /// Members that did not: on both and otherwise, or on one alone.
    pub differ: usize,
    /// Members that voted on either.
    pub either: usize,
}

impl Near {
    pub(super) fn of(a: &Cast, b: &Cast) -> Self {
        let both = a.all.count_both(&b.all);
        let equal = a.yes.count_both(&b.yes) + a.no.count_both(&b.no) + a.abstain.count_both(&b.abstain);
        let either = a.all.len() + b.all.len() - both;
        Self { both, equal, differ: either - equal, either }
    }

    /// Whether most members voted on both, and at least so many in a hundred of them alike.
    pub(super) fn is_alike(self, in_hundred: usize) -> bool {
        2 * self.both > self.either && 100 * self.equal >= in_hundred * self.both
    }
}

/// A roll call of the library's.
pub(super) struct Ours {
    pub symbol: String,
    pub date: Date,
    pub session: Option<Session>,
    pub title: String,
    pub cast: Cast,
}

/// A roll call of Voeten's.
pub(super) struct Theirs {
    pub rcid: u32,
    pub symbol: String,
    pub date: Date,
    pub session: Option<Session>,
    pub amendment: bool,
    pub paragraph: bool,
    pub short: String,
    pub descr: String,
    pub cast: Cast,
    pub votes: Planes<MemberSet>,
}

impl Theirs {
    /// Whether the table has it as an amendment or a paragraph.
    pub(super) fn is_flagged(&self) -> bool {
        self.amendment || self.paragraph
    }

    /// Whether it is the words of a meeting's record, not a description.
    pub(super) fn is_transcript(&self) -> bool {
        ["The President", "The Acting President"].iter().any(|start| {
            let behind = self.descr.strip_prefix(start);
            behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        })
    }
}

/// The library's roll calls with votes by member, in the order of the record.
pub(super) fn ours(record: &Record) -> Vec<Ours> {
    let library = |rollcall: &&RollCall| rollcall.body == Body::Assembly && !rollcall.number.is_own();
    let entries = record.entries().filter(|(rollcall, votes)| library(rollcall) && votes.tally().is_recorded());
    entries
        .map(|(rollcall, votes)| Ours {
            symbol: rollcall.symbol.to_string(),
            date: rollcall.date,
            session: rollcall.session,
            title: rollcall.title.to_string(),
            cast: Cast::of(votes),
        })
        .collect()
}

/// Voeten's roll calls, as the program's own importer reads the tables of `unvotes`.
pub(super) fn theirs(record: &Record) -> Vec<Theirs> {
    let home = Home::new();
    let [votes, rollcalls, issues] = unvotes();
    home.run(&["import", &votes, &rollcalls, &issues, "--to", "unvotes.jsonl"]).answer();
    let text = fs::read_to_string(home.path("unvotes.jsonl")).unwrap();
    let (tables, _) = Record::from_text(&text, "unvotes.jsonl").unwrap();
    let order: Vec<MemberId> =
        tables.members().iter().map(|(_, member)| record.members().by_code(&member.code).unwrap()).collect();
    let mut all: Vec<_> = tables.entries().map(|(rollcall, votes)| understood(rollcall, votes, &order)).collect();
    all.sort_by_key(|theirs| theirs.rcid);
    all
}

fn understood(rollcall: &RollCall, votes: &Planes<MemberSet>, order: &[MemberId]) -> Theirs {
    let own = |set: &MemberSet| set.iter().map(|member| order[member.index()]).collect();
    let votes =
        Planes { yes: own(&votes.yes), no: own(&votes.no), abstain: own(&votes.abstain), absent: own(&votes.absent) };
    // The importer has what is decided as the title where the table has no short one.
    let title = rollcall.title.to_string();
    let (short, descr) = match &rollcall.details().description {
        Some(descr) => (title, descr.to_string()),
        None => (String::new(), title),
    };
    Theirs {
        rcid: rollcall.number.0,
        symbol: rollcall.symbol.to_string(),
        date: rollcall.date,
        session: rollcall.session,
        amendment: rollcall.kind == TextKind::Amendment,
        paragraph: rollcall.details().paragraph == Some(true),
        short,
        descr,
        cast: Cast::of(&votes),
        votes,
    }
}

/// The members that were absent, by roll call: 8 in the wide table, which has a column for each seat of today and one for
/// the Republic of China.
pub(super) fn absent(record: &Record) -> HashMap<u32, MemberSet> {
    let mut text = String::new();
    let path = raw("voeten/ungaVoting_003.csv.gz");
    GzDecoder::new(fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
    let mut rows = text.lines();
    let seat = |column: &str| record.members().by_code(if column == "TWN" { "CHN" } else { column });
    let seats: Vec<_> = rows.next().unwrap().split(',').map(seat).collect();
    let of_row = |row: &str| -> Option<(u32, MemberSet)> {
        let rcid = row.split(',').next()?.parse().ok()?;
        let is_absent = |cell: &str| cell.strip_suffix(".0").unwrap_or(cell) == "8";
        let absent = seats.iter().zip(row.split(',')).filter(|(_, cell)| is_absent(cell));
        Some((rcid, absent.filter_map(|(seat, _)| *seat).collect()))
    };
    rows.filter_map(of_row).filter(|(rcid, _)| !NOT_THEIRS.contains(rcid)).collect()
}

/// The day from which on all that voted were members, by the table of members.
pub(super) fn all_admitted(of: &Theirs, record: &Record) -> Option<Date> {
    of.cast.all.iter().filter_map(|id| record.members().get(id).admitted).max()
}

/// The members of a day, by the table of members. A seat that goes on under another's code begins where that one ended.
pub(super) fn members_of(day: Date, record: &Record) -> MemberSet {
    let members = record.members();
    let ended = members.by_code(ENDED.0).and_then(|id| members.get(id).ended);
    let is_member = |member: &Member| {
        let began = if *member.code == *ENDED.1 { ended } else { member.admitted };
        began.is_some_and(|began| began <= day) && member.ended.is_none_or(|ended| day <= ended)
    };
    members.iter().filter(|(_, member)| is_member(member)).map(|(id, _)| id).collect()
}
