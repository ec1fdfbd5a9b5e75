//! The UN Digital Library's voting data: one row per member and roll call.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;

use crate::record::{
    Adoption, Body, MAX_ROLLCALLS, Member, MemberId, MemberSet, Origin, Outcome, Planes, Record, RecordNumber,
    Resolution, RollCall, RollCallEntry, State, Stated, Texts, clean,
};
use crate::store::place;

use super::built::{Built, There, held_against_totals, renamed};
use super::cells::{count, record_number, rollcall};
use super::changed;
use super::columns::{MemberColumns, RollCallColumns, TableForm};
use super::findings::{Findings, Odd};
use super::imported::{BadInput, Imported, NO_TABLE};
use super::input::Input;
use super::kept::with_known_texts;
use super::outcomes;
use super::seats::Seats;
use super::table::CsvTable;

/// A roll call while its rows come in.
struct Building {
    rollcall: RollCall,
    votes: Planes<MemberSet>,
    /// Adopted without a vote: its rows say who was there, and nothing else.
    without_vote: bool,
    stated: Stated,
    /// The cells of its first row, one after the other, and where each ends.
    first: Vec<u8>,
    ends: Vec<usize>,
    line: u64,
}

pub(super) fn read(paths: &[PathBuf], base: &Record, progress: &mut dyn FnMut(u64)) -> Result<Imported, BadInput> {
    let mut seats = Seats::new(base);
    let mut findings = Findings::default();
    let mut resolutions = Vec::new();
    let mut entries: Vec<RollCallEntry> = Vec::new();
    let mut at: HashMap<RecordNumber, usize> = HashMap::new();
    for path in paths {
        let table = CsvTable::open(Input::open(path, progress)?)?;
        if outcomes::is_one(&table) {
            resolutions.extend(outcomes::read(table, base, &mut findings)?);
            continue;
        }
        for built in read_table(table, base, &mut seats, &mut findings, &mut resolutions)? {
            let number = built.entry.rollcall.number;
            let held = at.get(&number).map(|&at| &entries[at]);
            let there = match held {
                Some(entry) => Some(There::of(&entry.rollcall, &entry.votes)),
                None => There::in_record(base, number),
            };
            let Some(entry) = built.taken(there, &mut findings) else { continue };
            let entry = with_known_texts(entry, base);
            match at.entry(number) {
                Entry::Occupied(slot) => {
                    let before = &mut entries[*slot.get()];
                    if let Some(what) = contradiction(before, &entry) {
                        return Err(BadInput { file: place(path), line: None, column: None, what });
                    }
                    if before.rollcall != entry.rollcall {
                        findings.note(Odd::Twice, || format!("{number} in {}", place(path)));
                    }
                    *before = entry;
                }
                Entry::Vacant(slot) => {
                    slot.insert(entries.len());
                    entries.push(entry);
                }
            }
        }
    }
    for entry in &entries {
        changed::note(entry, base, &mut findings);
    }
    let (seats, names) = seats.finish(base, &mut findings);
    Ok(Imported { origin: Origin::UnLibrary, entries, resolutions, seats, names, findings })
}

/// Why two files are refused of which the later has a roll call of the earlier with other votes, on another day or with
/// another symbol: which of the two is meant is never guessed. Votes that the earlier file lacks altogether contradict
/// nothing.
fn contradiction(before: &RollCallEntry, entry: &RollCallEntry) -> Option<String> {
    let (one, other) = (&before.rollcall, &entry.rollcall);
    let differs = match () {
        () if one.symbol != other.symbol => format!("is {} here and {}", other.symbol, one.symbol),
        () if one.date != other.date => format!("is of {} here and of {}", other.date, one.date),
        () if before.votes.tally().is_recorded() && before.votes != entry.votes => {
            "has other votes here than".to_owned()
        }
        () => return None,
    };
    Some(format!(
        "roll call {} {differs} in an earlier file; import the two separately, the correct one last",
        other.number
    ))
}

fn read_table(
    mut table: CsvTable<'_>,
    base: &Record,
    seats: &mut Seats,
    findings: &mut Findings,
    resolutions: &mut Vec<Resolution>,
) -> Result<Vec<Built>, BadInput> {
    let Some(form) = TableForm::of(&table) else { return Err(table.bad_header(NO_TABLE)) };
    let member = MemberColumns::of(&table, form)?;
    let columns = RollCallColumns::of(&table, form)?;
    let mut building: Vec<Building> = Vec::new();
    let mut by_number: HashMap<RecordNumber, usize> = HashMap::new();
    let mut last: Option<(Vec<u8>, usize)> = None;
    while table.next()? {
        findings.rows += 1;
        let number = table.bytes(columns.number);
        let at = match &last {
            Some((bytes, at)) if bytes == number => *at,
            _ => {
                let at = match by_number.entry(record_number(&table, columns.number)?) {
                    Entry::Occupied(slot) => *slot.get(),
                    Entry::Vacant(slot) => {
                        if building.len() == MAX_ROLLCALLS {
                            return Err(table.bad(None, format!("more than {MAX_ROLLCALLS} roll calls")));
                        }
                        building.push(Building::begin(&table, &columns, *slot.key(), seats, findings)?);
                        *slot.insert(building.len() - 1)
                    }
                };
                last = Some((table.bytes(columns.number).to_vec(), at));
                at
            }
        };
        let rollcall = &mut building[at];
        rollcall.compare(&table, &columns, findings)?;
        let id = seat(&table, &member, rollcall, seats, findings)?;
        let state = vote(&table, &member, form)?;
        if rollcall.votes.state(id) != State::NotMember {
            let code = &seats.get(id).code;
            let what = format!("{code} votes twice in roll call {}", rollcall.rollcall.number);
            return Err(table.bad(Some(member.code), what));
        }
        rollcall.votes.set(id, state);
    }
    if building.is_empty() {
        return Err(table.bad_file("no rows below the header"));
    }
    let building = one_outcome(building, findings);
    let (texts, building): (Vec<_>, Vec<_>) = building.into_iter().partition(|rows| rows.without_vote);
    resolutions.extend(texts.into_iter().map(Building::into_text));
    let built: Vec<_> = building.into_iter().map(|rows| rows.finish(seats)).collect();
    // Another roll call has other members and totals too, and that is no fault of the rows.
    let refused = changed::another(&built, base).or_else(|| held_against_totals(&built, base));
    let refused = refused.or_else(|| renamed(&built, base, seats));
    refused.map_or(Ok(built), |what| Err(table.bad_file(&what)))
}

/// What the member of a row voted.
fn vote(table: &CsvTable<'_>, columns: &MemberColumns, form: TableForm) -> Result<State, BadInput> {
    match table.bytes(columns.vote) {
        b"Y" => Ok(State::Yes),
        b"N" => Ok(State::No),
        b"A" => Ok(State::Abstain),
        b"X" => Ok(State::Absent),
        // Where the votes are known in all, but not by member.
        b"?" if form == TableForm::Drafts => Ok(State::Absent),
        _ => Err(table.bad_cell(columns.vote, "Y, N, A or X")),
    }
}

/// Without those roll calls that are there again with the same symbol, day and votes, but without a majority where the
/// other was vetoed.
fn one_outcome(building: Vec<Building>, findings: &mut Findings) -> Vec<Building> {
    let key = |rows: &Building| (rows.rollcall.symbol.clone(), rows.rollcall.date, rows.votes.clone());
    let vetoed: Vec<_> = building.iter().filter(|rows| rows.rollcall.outcome == Outcome::Vetoed).map(key).collect();
    let again = |rows: &Building| rows.rollcall.outcome == Outcome::Rejected && vetoed.contains(&key(rows));
    let (again, kept): (Vec<_>, Vec<_>) = building.into_iter().partition(again);
    for rows in again {
        findings.leave_out(Odd::TwoOutcomes, || format!("{} of {}", rows.rollcall.number, rows.rollcall.symbol));
    }
    kept
}

/// The seat that a row is of, with its name entered.
fn seat(
    table: &CsvTable<'_>,
    columns: &MemberColumns,
    rollcall: &Building,
    seats: &mut Seats,
    findings: &mut Findings,
) -> Result<MemberId, BadInput> {
    let day = rollcall.rollcall.date;
    let known = seats.by_code(table.bytes(columns.code).trim_ascii());
    if let Some(id) = known {
        let Member { code, admitted, ended, .. } = seats.get(id);
        let (admitted, ended) = (*admitted, *ended);
        if admitted.is_some_and(|admitted| day < admitted) {
            findings.note(Odd::BeforeAdmission, || format!("{code} on {day}"));
        }
        if ended.is_some_and(|ended| day > ended) {
            findings.note(Odd::AfterEnd, || format!("{code} on {day}"));
        }
        if seats.stood_under(id, table.bytes(columns.name), day) {
            return Ok(id);
        }
    }
    let (name, removed) = clean(table.text(columns.name)?);
    let id = match known {
        Some(id) => {
            if let Some(other) = seats.bearer(&name, known) {
                let what = format!("a name of {}; this name is {other}'s", seats.get(id).code);
                return Err(table.bad_cell(columns.name, &what));
            }
            id
        }
        None => {
            let code = table.text(columns.code)?.trim();
            if let Some(other) = seats.by_code_in_any_case(code) {
                return Err(table.bad_cell(columns.code, &format!("{other}, as the record writes it")));
            }
            if code.is_empty() || code.len() > 8 || !code.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return Err(table.bad_cell(columns.code, "a member's code of three letters"));
            }
            if name.is_empty() {
                return Err(table.bad_cell(columns.code, "a code that the record knows, or a name beside it"));
            }
            if let Some(other) = seats.bearer(&name, None) {
                return Err(table.bad_cell(columns.code, &format!("{other}, which has the name \"{name}\"")));
            }
            let added = seats.add(code, &name, findings);
            added.ok_or_else(|| table.bad(Some(columns.code), "more seats than a record can hold".to_owned()))?
        }
    };
    findings.removed += removed;
    if !name.is_empty() && !seats.stood_under(id, name.as_bytes(), day) {
        seats.enter(id, &name, day);
    }
    Ok(id)
}

impl Building {
    fn begin(
        table: &CsvTable<'_>,
        columns: &RollCallColumns,
        number: RecordNumber,
        seats: &Seats,
        findings: &mut Findings,
    ) -> Result<Self, BadInput> {
        let rollcall = rollcall(table, columns, number, seats, findings)?;
        let modality = columns.modality.map(|column| table.text(column)).transpose()?.unwrap_or_default();
        let without_vote = modality.trim().to_lowercase().starts_with("without");
        let mut stated = Stated::default();
        for (stated, &column) in stated.0.iter_mut().zip(&columns.stated) {
            *stated = count(table, column)?;
        }
        let mut first = Vec::new();
        let mut ends = Vec::new();
        for column in columns.repeated() {
            first.extend_from_slice(table.bytes(column));
            ends.push(first.len());
        }
        let votes = Planes::<MemberSet>::EMPTY;
        Ok(Self { rollcall, votes, without_vote, stated, first, ends, line: table.line() })
    }

    /// Holds a row of the roll call against the first one.
    fn compare(
        &self,
        table: &CsvTable<'_>,
        columns: &RollCallColumns,
        findings: &mut Findings,
    ) -> Result<(), BadInput> {
        let mut start = 0;
        for (place, (column, &end)) in columns.repeated().zip(&self.ends).enumerate() {
            let first = &self.first[start..end];
            start = end;
            if first == table.bytes(column) {
                continue;
            }
            table.text(column)?;
            // Symbol, date and session make the roll call; a difference elsewhere is only odd.
            if place < columns.making() {
                let first = String::from_utf8_lossy(first).escape_debug().to_string();
                let expected =
                    format!("\"{first}\" as in line {}, the first of roll call {}", self.line, self.rollcall.number);
                return Err(table.bad_cell(column, &expected));
            }
            findings.note(Odd::Rows, || table.bad(Some(column), self.rollcall.number.to_string()).to_string());
        }
        Ok(())
    }

    /// The text, where it was adopted without a vote.
    fn into_text(self) -> Resolution {
        let rollcall = self.rollcall;
        let details = rollcall.details().clone();
        Resolution {
            adopted: Adoption::WithoutVote,
            symbol: rollcall.symbol,
            id: Some(rollcall.number).filter(|number| !number.is_own()),
            body: rollcall.body,
            date: rollcall.date,
            session: rollcall.session,
            title: rollcall.title,
            agenda: details.agenda,
            subjects: details.subjects,
            meeting: details.meeting,
            report: details.report,
            committee: None,
            drafts: details.drafts,
            sponsors: Texts::new(),
            stated: None,
            source: rollcall.source,
        }
    }

    fn finish(self, seats: &Seats) -> Built {
        let Self { mut rollcall, votes, stated, .. } = self;
        let tally = votes.tally();
        if stated.contradict(tally) {
            rollcall.change_details(|details| details.stated = Some(Box::new(stated)));
        }
        let votes = if tally.is_recorded() { votes } else { Planes::<MemberSet>::EMPTY };
        let seated = match rollcall.body {
            Body::Assembly => seats.on(rollcall.date),
            // Eleven sat on the Council until 1965.
            Body::Council if rollcall.date.year() < 1966 => 11,
            Body::Council => 15,
        };
        Built { entry: RollCallEntry { rollcall, votes }, stated, tally, seated }
    }
}
