//! The record in use, counted again: whether its parts agree with each other.

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{FileKind, Record, RollCallId, State, Tally};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, NOT_RECORDED, Table, counted};
use crate::answer::{Credit, Window};

/// What a check of a record found.
#[derive(Clone, Debug, Serialize)]
pub struct Check {
    checks: Vec<Recount>,
    checksum: String,
    source: Credit,
}

/// One thing that is counted again.
#[derive(Clone, Debug, Serialize)]
struct Recount {
    name: &'static str,
    /// How many were looked at.
    checked: usize,
    /// How many are odd, and a remark of the record says so.
    remarked: usize,
    /// These, each with the remark.
    remarks: Vec<Finding>,
    /// What is odd, and nothing says so.
    found: Vec<Finding>,
}

/// What is odd.
#[derive(Clone, Debug, Serialize)]
struct Finding {
    /// The record number of the roll call; none for the record as a whole.
    rollcall: Option<u32>,
    symbol: String,
    what: String,
    /// What the record itself says of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
}

impl Recount {
    fn new(name: &'static str, checked: usize) -> Self {
        Self { name, checked, remarked: 0, remarks: Vec::new(), found: Vec::new() }
    }

    fn odd(&mut self, record: &Record, id: RollCallId, what: String) {
        self.doubt(record, id, what, None);
    }

    /// What is odd, unless `remark` says so.
    fn doubt(&mut self, record: &Record, id: RollCallId, what: String, remark: Option<String>) {
        let rollcall = record.rollcall(id);
        let (number, symbol) = (Some(rollcall.number.0), rollcall.symbol.to_string());
        let list = if remark.is_some() { &mut self.remarks } else { &mut self.found };
        list.push(Finding { rollcall: number, symbol, what, remark });
        self.remarked = self.remarks.len();
    }
}

impl Check {
    /// Counts `record` again.
    pub fn new(record: &Record) -> Self {
        let checks = [keys, order, tallies, totals, recorded, turnout, memberships, file];
        let checks = checks.into_iter().map(|check| check(record)).collect();
        Self { checks, checksum: record.checksum(), source: Credit::of(record) }
    }

    /// Whether nothing is odd but what a remark of the record says.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.found.is_empty())
    }
}

impl Check {
    /// What the checks found, or what of it is remarked on.
    fn listed(&self, of: impl Fn(&Recount) -> &Vec<Finding>) -> Table {
        let found = self.checks.iter().flat_map(|check| of(check).iter().map(move |finding| (check.name, finding)));
        let row = |(name, finding): (&'static str, &Finding)| {
            let number = finding.rollcall.map_or(Cell::Undefined, |number| Cell::Count(number.into()));
            let remark = finding.remark.as_deref().map_or(Cell::Undefined, Cell::from);
            vec![name.into(), number, finding.symbol.as_str().into(), finding.what.as_str().into(), remark]
        };
        let columns = ["check", "rollcall", "symbol", "found"].map(Column::new).into_iter();
        Table { columns: columns.chain([Column::giving_way("remark")]).collect(), rows: found.map(row).collect() }
    }
}

/// Each record number is of one roll call, and found by it; of the Assembly's adopted texts each symbol too.
fn keys(record: &Record) -> Recount {
    let mut part = Recount::new("each key is of one roll call", record.len());
    let mut symbols = HashMap::new();
    for (id, rollcall) in record.rollcalls() {
        if record.by_number(rollcall.number) != Some(id) {
            part.odd(record, id, format!("record number {} is of another roll call too", rollcall.number));
        }
        // In the tables of unvotes symbols repeat: paragraphs and amendments have that of the text.
        let keyed = record.origin().has_absences() && record.usual().contains(id);
        if keyed && symbols.insert(&rollcall.symbol, id).is_some() {
            part.odd(record, id, format!("symbol {} is of another roll call too", rollcall.symbol));
        }
    }
    part
}

/// Roll calls stand by their days, and of a day by their numbers: queries on time rely on that.
fn order(record: &Record) -> Recount {
    let mut part = Recount::new("roll calls in the order of their days", record.len());
    let mut before = None;
    for (id, rollcall) in record.rollcalls() {
        let key = (rollcall.date, rollcall.number);
        if before.is_some_and(|before| before >= key) {
            part.odd(record, id, format!("{} comes after a later roll call", rollcall.date));
        }
        before = Some(key);
    }
    part
}

/// Each tally is what its members sum up to, one by one, in the table of members.
fn tallies(record: &Record) -> Recount {
    let mut part = Recount::new("tallies, counted member by member", record.len());
    for (id, _) in record.rollcalls() {
        let mut counts: HashMap<State, u16> = HashMap::new();
        for (member, _) in record.members().iter() {
            let votes = record.votes().of_member(member);
            // A member is in one state at most.
            let states: Vec<_> = State::OF_MEMBERS
                .into_iter()
                .filter(|&state| votes.of(state).is_some_and(|rollcalls| rollcalls.contains(id)))
                .collect();
            match states.as_slice() {
                [] => {}
                [state] => *counts.entry(*state).or_default() += 1,
                _ => part.odd(record, id, format!("{} votes twice", record.members().get(member).code)),
            }
        }
        let count = |state| counts.get(&state).copied().unwrap_or_default();
        let again = Tally {
            yes: count(State::Yes),
            no: count(State::No),
            abstain: count(State::Abstain),
            absent: count(State::Absent),
        };
        let tally = record.tally(id);
        if again != tally {
            part.odd(record, id, format!("the tally is {tally:?}, its members are {again:?}"));
        }
    }
    part
}

/// A roll call's rows give the totals that its source states.
fn totals(record: &Record) -> Recount {
    let mut part = Recount::new("rows that give the stated totals", record.len());
    for (id, _) in record.rollcalls().filter(|&(id, _)| record.is_recorded(id)) {
        if let Some(what) = record.contradicted(id) {
            part.odd(record, id, what);
        }
    }
    part
}

/// Votes were recorded by member. Where not, the record itself marks the roll call, and counts it nowhere.
fn recorded(record: &Record) -> Recount {
    let mut part = Recount::new("votes recorded by member", record.len());
    for (id, _) in record.rollcalls().filter(|&(id, _)| !record.is_recorded(id)) {
        let remarks = record.remarks(id);
        let marked = "marked so, and counted in no figure".to_owned();
        let remark = if remarks.is_empty() { marked } else { remarks.join(" ") };
        part.doubt(record, id, NOT_RECORDED.to_owned(), Some(remark));
    }
    part
}

/// At least half of the members cast a vote on what the Assembly adopted: it decides with a majority of them present.
fn turnout(record: &Record) -> Recount {
    let mut part = Recount::new("tallies of half of the members or more", record.len());
    if !record.origin().has_absences() {
        return Recount { checked: 0, ..part };
    }
    for (id, _) in record.rollcalls().filter(|&(id, _)| record.is_recorded(id) && record.usual().contains(id)) {
        let tally = record.tally(id);
        let (cast, members) = (tally.cast(), tally.members());
        if 2 * cast < members {
            let said = format!("{cast} of {}", counted(members.into(), "member"));
            let Tally { yes, no, abstain, .. } = tally;
            part.doubt(record, id, format!("{yes}–{no}–{abstain}: {said} cast a vote"), remark_on(record, id, &said));
        }
    }
    part
}

/// The remark of the record on a roll call that speaks of `what`.
fn remark_on(record: &Record, id: RollCallId, what: &str) -> Option<String> {
    record.remarks(id).into_iter().find(|remark| remark.contains(what))
}

/// A member has a row on days on which its seat was one.
fn memberships(record: &Record) -> Recount {
    let mut part = Recount::new("rows of members within their membership", record.counts().votes);
    for (id, rollcall) in record.rollcalls() {
        for member in record.votes().of_rollcall(id).members().iter() {
            let seat = record.members().get(member);
            let early = seat.admitted.filter(|&admitted| rollcall.date < admitted);
            let early = early.map(|admitted| format!("{} has a row, but was admitted on {admitted}", seat.code));
            let late = seat.ended.filter(|&ended| rollcall.date > ended);
            let late = late.map(|ended| format!("{} has a row, but its seat ended on {ended}", seat.code));
            let Some(what) = early.or(late) else { continue };
            let remark = remark_on(record, id, &seat.name);
            let year = |day: Option<Date>| day.is_some_and(|day| day.year() == rollcall.date.year());
            let by_day = (year(seat.admitted) || year(seat.ended)).then_some(record.origin().days()).flatten();
            part.doubt(record, id, what, remark.or_else(|| by_day.map(str::to_owned)));
        }
    }
    part
}

/// Written as a file and read again it is the same record.
fn file(record: &Record) -> Recount {
    let mut part = Recount::new("the record's file, written and read again", 1);
    let mut written = Vec::new();
    let again = record.write(&mut written).map_err(|error| error.to_string());
    let again = again.and_then(|()| String::from_utf8(written).map_err(|error| error.to_string()));
    let again = again.and_then(|text| Record::from_text(&text, "the record").map_err(|error| error.to_string()));
    let what = match again {
        Ok((again, FileKind::Whole)) if again.checksum() == record.checksum() => return part,
        Ok(_) => "it has another checksum then".to_owned(),
        Err(error) => error,
    };
    part.found.push(Finding { rollcall: None, symbol: String::new(), what, remark: None });
    part
}

impl Answer for Check {
    fn blocks(&self) -> Vec<Block> {
        let row = |part: &Recount| {
            let remarked = part.remarked as u64;
            let counts = [part.checked as u64, part.found.len() as u64, remarked].map(Cell::Count);
            [Cell::from(part.name)].into_iter().chain(counts).collect()
        };
        let columns = ["what", "checked", "odd", "odd, with a remark"].map(Column::new).into();
        let table = Table { columns, rows: self.checks.iter().map(row).collect() };
        let odd: usize = self.checks.iter().map(|check| check.found.len()).sum();
        let remarked: usize = self.checks.iter().map(|check| check.remarks.len()).sum();
        let result =
            if odd == 0 { "nothing is odd but what a remark says".to_owned() } else { counted(odd, "finding") };
        let mut blocks = vec![
            Block::Title("The record, counted again".to_owned()),
            Block::Facts(vec![("Result", result), ("Checksum", format!("SHA-256 {}", self.checksum))]),
            Block::Table(table),
        ];
        if odd > 0 {
            let found = self.listed(|check| &check.found);
            blocks.extend([Block::Heading(format!("Odd: {}", thousands(odd))), Block::Table(found)]);
        }
        if remarked > 0 {
            let remarks = self.listed(|check| &check.remarks);
            let heading = format!("Odd, with a remark: {}", thousands(remarked));
            blocks.extend([Block::Heading(heading), Block::Table(remarks)]);
        }
        blocks
    }

    fn rows(&self) -> Table {
        let mut all = self.listed(|check| &check.found);
        all.rows.extend(self.listed(|check| &check.remarks).rows);
        all
    }

    fn window(&self) -> Option<&Window> {
        None
    }
}
