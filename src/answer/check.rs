//! The record in use, counted again: whether its parts agree with each other.

mod finding;

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{FileKind, Index, Record, RollCallId, RollCallSet, State, Tally, counted};

use super::window::Credit;

pub(crate) use self::finding::{CheckedPart, Finding, Oddity, OddityRemark, Recount};

/// What a check of a record found.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    pub(crate) checks: Vec<Recount>,
    pub(crate) checksum: String,
    pub(crate) source: Credit,
}

impl Check {
    /// Counts `record` again.
    pub fn new(record: &Record) -> Self {
        let checks = [keys, order, tallies, totals, recorded, turnout, memberships, file];
        let checks = checks.into_iter().map(|check| check(record)).collect();
        Self { checks, checksum: record.checksum(), source: Credit::whole(record) }
    }

    /// Whether nothing is odd but what a remark of the record says.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.found.is_empty())
    }
}

/// Each record number is of one roll call, and found by it; of the Assembly's adopted texts each symbol too.
fn keys(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Keys, record.len());
    let mut symbols = HashMap::new();
    for (id, rollcall) in record.rollcalls() {
        if record.by_number(rollcall.number) != Some(id) {
            part.odd(record, id, Oddity::SameNumber(rollcall.number));
        }
        // In the tables of unvotes symbols repeat: paragraphs and amendments have that of the text.
        let keyed = record.origin().has_absences() && record.usual().contains(id);
        if keyed && symbols.insert(&rollcall.symbol, id).is_some() {
            part.odd(record, id, Oddity::SameSymbol(rollcall.symbol.to_string()));
        }
    }
    part
}

/// Roll calls stand by their days, and of a day by their numbers: queries on time rely on that.
fn order(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Order, record.len());
    let mut before = None;
    for (id, rollcall) in record.rollcalls() {
        let key = (rollcall.date, rollcall.number);
        if before.is_some_and(|before| before >= key) {
            part.odd(record, id, Oddity::OutOfOrder(rollcall.date));
        }
        before = Some(key);
    }
    part
}

/// Each tally is what its members sum up to, one by one, in the table of members.
fn tallies(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Tallies, record.len());
    let mut counts = vec![[0_u16; State::ALL.len()]; record.len()];
    let mut twice = BTreeSet::new();
    for (member, _) in record.members().iter() {
        let votes = record.votes().of_member(member);
        let mut met = RollCallSet::empty(record.len());
        for state in State::OF_MEMBERS {
            for id in votes.of(state).into_iter().flat_map(RollCallSet::iter) {
                // A member is in one state at most.
                if met.contains(id) {
                    twice.insert((id, member));
                }
                met.insert(id);
                counts[id.index()][state as usize] += 1;
            }
        }
    }
    for ((id, _), counts) in record.rollcalls().zip(counts) {
        for &(_, member) in twice.iter().filter(|(of, _)| *of == id) {
            part.odd(record, id, Oddity::VotesTwice(record.code(member).to_owned()));
        }
        let [yes, no, abstain, absent] = State::OF_MEMBERS.map(|state| counts[state as usize]);
        let counted = Tally { yes, no, abstain, absent };
        let stored = record.tally(id);
        if counted != stored {
            part.odd(record, id, Oddity::OtherTally { stored, counted });
        }
    }
    part
}

/// A roll call's rows give the totals that its source states.
fn totals(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Totals, record.len());
    for (id, _) in record.rollcalls().filter(|&(id, _)| record.is_recorded(id)) {
        if let Some(totals) = record.other_totals(id) {
            part.odd(record, id, Oddity::Totals(totals));
        }
    }
    part
}

/// Votes were recorded by member. Where not, the record itself marks the roll call, and counts it nowhere.
fn recorded(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Recorded, record.len());
    for (id, _) in record.rollcalls().filter(|&(id, _)| !record.is_recorded(id)) {
        let remarks = record.remarks(id);
        let remark = if remarks.is_empty() { OddityRemark::Marked } else { OddityRemark::Said(remarks) };
        part.doubt(record, id, Oddity::NotRecorded, Some(remark));
    }
    part
}

/// At least half of the members cast a vote: the Assembly decides with a majority of them present.
fn turnout(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Turnout, record.len());
    if !record.origin().has_absences() {
        return Recount { checked: 0, ..part };
    }
    for id in record.usual().iter().filter(|&id| record.is_recorded(id)) {
        let tally = record.tally(id);
        let (cast, members) = (tally.cast(), tally.members());
        if 2 * cast < members {
            let said = format!("{cast} of {}", counted(members.into(), "member"));
            part.doubt(record, id, Oddity::FewCast(tally), remark_on(record, id, &said));
        }
    }
    part
}

/// The remark of the record on a roll call that speaks of `what`.
fn remark_on(record: &Record, id: RollCallId, what: &str) -> Option<OddityRemark> {
    let remark = record.remarks(id).into_iter().find(|remark| remark.names(what))?;
    Some(OddityRemark::Said(vec![remark]))
}

/// A member has a row on days on which its seat was one.
fn memberships(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::Memberships, record.counts().votes);
    for (id, rollcall) in record.rollcalls() {
        for member in record.votes().of_rollcall(id).members().iter() {
            let seat = record.members().get(member);
            let early = seat.admitted.filter(|&admitted| rollcall.date < admitted);
            let code = || seat.code.to_string();
            let early = early.map(|admitted| Oddity::BeforeAdmission { code: code(), admitted });
            let late = seat.ended.filter(|&ended| rollcall.date > ended);
            let late = late.map(|ended| Oddity::AfterEnd { code: code(), ended });
            let Some(what) = early.or(late) else { continue };
            let remark = remark_on(record, id, &seat.name);
            let year = |day: Option<Date>| day.is_some_and(|day| day.year() == rollcall.date.year());
            let by_day = (year(seat.admitted) || year(seat.ended)).then_some(record.origin().days()).flatten();
            part.doubt(record, id, what, remark.or_else(|| by_day.map(OddityRemark::ByDay)));
        }
    }
    part
}

/// Written as a file and read again it is the same record.
fn file(record: &Record) -> Recount {
    let mut part = Recount::new(CheckedPart::File, 1);
    let mut written = Vec::new();
    let again = record.write(&mut written).map_err(|error| error.to_string());
    let again = again.and_then(|()| String::from_utf8(written).map_err(|error| error.to_string()));
    let again = again.and_then(|text| Record::from_text(&text, "the record").map_err(|error| error.to_string()));
    let what = match again {
        Ok((again, FileKind::Whole)) if again.checksum() == record.checksum() => return part,
        Ok(_) => Oddity::OtherChecksum,
        Err(error) => Oddity::Unreadable(error),
    };
    part.found.push(Finding { rollcall: None, symbol: String::new(), what, remark: None });
    part
}
