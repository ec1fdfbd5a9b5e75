//! The UN Digital Library's voting data: one row per member and roll call.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::record::{
    Adoption, Body, MAX_ROLLCALLS, Member, MemberId, MemberSet, Origin, Outcome, Planes, Record, RecordNumber,
    Resolution, RollCall, RollCallEntry, Session, State, Stated, Text, TextKind, Texts, clean, parse_day,
};
use crate::store::place;

use super::built::{Built, There, held_against_totals, renamed};
use super::columns::{MemberColumns, RollCallColumns, TableForm};
use super::findings::{Findings, Odd};
use super::imported::{BadInput, Imported, NO_TABLE};
use super::input::Input;
use super::seats::Seats;
use super::table::{ColumnIndex, CsvTable};
use super::title::{of_the_council, without_code, without_ending};

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
        for built in read_table(table, base, &mut seats, &mut findings, &mut resolutions)? {
            let number = built.entry.rollcall.number;
            let held = at.get(&number).map(|&at| &entries[at]);
            let there = match held {
                Some(entry) => Some(There::of(&entry.rollcall, &entry.votes)),
                None => There::in_record(base, number),
            };
            let Some(entry) = built.taken(there, &mut findings) else { continue };
            match at.entry(number) {
                Entry::Occupied(slot) => {
                    let before = &mut entries[*slot.get()];
                    if before.votes != entry.votes {
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
    let (seats, names) = seats.finish(base, &mut findings);
    Ok(Imported { origin: Origin::UnLibrary, entries, resolutions, seats, names, findings })
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
        let state = match table.bytes(member.vote) {
            b"Y" => State::Yes,
            b"N" => State::No,
            b"A" => State::Abstain,
            b"X" => State::Absent,
            // Where the votes are known in all, but not by member.
            b"?" if form == TableForm::Drafts => State::Absent,
            _ => return Err(table.bad_cell(member.vote, "Y, N, A or X")),
        };
        if rollcall.votes.state(id) != State::NotMember {
            let code = &seats.get(id).code;
            let what = format!("{code} votes twice in roll call {}", rollcall.rollcall.number);
            return Err(table.bad(Some(member.code), what));
        }
        rollcall.votes.set(id, state);
    }
    if building.is_empty() {
        return Err(table.bad_file("no row below the header"));
    }
    let building = one_outcome(building, findings);
    let (texts, building): (Vec<_>, Vec<_>) = building.into_iter().partition(|rows| rows.without_vote);
    resolutions.extend(texts.into_iter().map(Building::into_text));
    let built: Vec<_> = building.into_iter().map(|rows| rows.finish(seats)).collect();
    let refused = held_against_totals(&built, base).or_else(|| renamed(&built, base, seats));
    refused.map_or(Ok(built), |what| Err(table.bad_file(&what)))
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

/// What a row says of its roll call.
fn rollcall(
    table: &CsvTable<'_>,
    columns: &RollCallColumns,
    number: RecordNumber,
    seats: &Seats,
    findings: &mut Findings,
) -> Result<RollCall, BadInput> {
    let form = columns.form;
    let mut text = |column: Option<ColumnIndex>| -> Result<Text, BadInput> {
        let Some(column) = column else { return Ok(Text::default()) };
        let (text, removed) = clean(table.text(column)?);
        findings.removed += removed;
        Ok(Text::Owned(text.into_owned()))
    };
    let title = text(Some(columns.title))?;
    let symbol = text(Some(columns.symbol))?;
    let note = Some(text(columns.note)?).filter(|note| !note.is_empty());
    let link = text(columns.link)?;
    let [agenda, subjects, meeting, report, drafts] =
        [columns.agenda, columns.subjects, columns.meeting, columns.report, columns.drafts].map(&mut text);
    let cells = |text: Result<Text, BadInput>| -> Result<Texts, BadInput> {
        let text = text?;
        let cells = text.split('|').map(str::trim).filter(|cell| !cell.is_empty());
        Ok(cells.map(|cell| Text::Owned(cell.to_owned())).collect())
    };
    let agenda = cells(agenda)?;
    let begins = |start: &&str| symbol.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    if symbol.is_empty() || form.symbols().is_some_and(|starts| !starts.iter().any(begins)) {
        return Err(table.bad_cell(columns.symbol, "the symbol of a resolution or decision"));
    }
    let (outcome, veto) = outcome(table, columns, seats)?;
    Ok(RollCall {
        number,
        body: form.body(),
        kind: if symbol.contains("mendment") && !symbol.contains('/') {
            TextKind::Amendment
        } else {
            TextKind::Resolution
        },
        outcome,
        veto,
        source: form.source(number) as u16,
        symbol,
        date: day(table, columns.date)?,
        session: columns.session.map(|column| session(table, column)).transpose()?,
        title: match form.body() {
            Body::Assembly => Text::Owned(without_ending(&title).to_owned()),
            Body::Council => Text::Owned(of_the_council(&title)),
        },
        agenda: match form.body() {
            Body::Assembly => agenda,
            Body::Council => {
                agenda.iter().filter_map(|item| without_code(item)).map(|item| Text::Owned(item.to_owned())).collect()
            }
        },
        subjects: cells(subjects)?,
        meeting: cells(meeting)?,
        report: cells(report)?,
        drafts: cells(drafts)?,
        description: None,
        note,
        stated: None,
        link: Some(link).filter(|link| !link.is_empty() && Origin::UnLibrary.link(number).as_deref() != Some(link)),
        amendment: None,
        paragraph: None,
    })
}

/// How the vote ended and who vetoed it: what a table of adopted texts says by being one.
fn outcome(table: &CsvTable<'_>, columns: &RollCallColumns, seats: &Seats) -> Result<(Outcome, MemberSet), BadInput> {
    let mut veto = MemberSet::EMPTY;
    let (Some(outcome), Some(vetoed_by)) = (columns.outcome, columns.veto) else { return Ok((Outcome::Adopted, veto)) };
    for code in table.text(vetoed_by)?.split_whitespace() {
        let id = seats.by_code(code.as_bytes());
        veto.insert(id.ok_or_else(|| table.bad_cell(vetoed_by, "codes of permanent members, with a space between"))?);
    }
    match (table.text(outcome)?.trim(), veto.is_empty()) {
        ("vetoed", false) => Ok((Outcome::Vetoed, veto)),
        ("no majority", true) => Ok((Outcome::Rejected, veto)),
        ("vetoed", true) => Err(table.bad_cell(vetoed_by, "who vetoed it")),
        ("no majority", false) => Err(table.bad_cell(vetoed_by, "nothing, where there was no majority")),
        _ => Err(table.bad_cell(outcome, "vetoed, or no majority")),
    }
}

/// The day in a cell, on which there was a UN.
fn day(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Date, BadInput> {
    let day = parse_day(table.text(column)?.trim()).filter(|day| (1946..2100).contains(&day.year()));
    day.ok_or_else(|| table.bad_cell(column, "a day such as 2025-02-24"))
}

fn session(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Session, BadInput> {
    table.text(column)?.parse().map_err(|_| table.bad_cell(column, "a session such as 79, 6sp or 11emsp"))
}

/// A count of members, or nothing. Some of the library's tables write whole numbers as others write fractions.
fn count(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Option<u16>, BadInput> {
    let cell = table.text(column)?.trim();
    let cell = cell.strip_suffix(".0").unwrap_or(cell);
    if cell.is_empty() {
        return Ok(None);
    }
    cell.parse().map(Some).map_err(|_| table.bad_cell(column, "a count of members, or nothing"))
}

fn record_number(table: &CsvTable<'_>, column: ColumnIndex) -> Result<RecordNumber, BadInput> {
    let text = table.text(column)?.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if digits && number > 0 => Ok(RecordNumber(number)),
        _ => Err(table.bad_cell(column, "the library's record number")),
    }
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
                let what = format!("a name of {}; this one is of {other}", seats.get(id).code);
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
                return Err(table.bad_cell(columns.code, &format!("{other}, whose name \"{name}\" is")));
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
        Resolution {
            adopted: Adoption::WithoutVote,
            symbol: rollcall.symbol,
            id: Some(rollcall.number).filter(|number| !number.is_own()),
            body: rollcall.body,
            date: rollcall.date,
            session: rollcall.session,
            title: rollcall.title,
            agenda: rollcall.agenda,
            subjects: rollcall.subjects,
            meeting: rollcall.meeting,
            report: rollcall.report,
            committee: None,
            drafts: rollcall.drafts,
            sponsors: Texts::new(),
            source: rollcall.source,
        }
    }

    fn finish(self, seats: &Seats) -> Built {
        let Self { mut rollcall, votes, stated, .. } = self;
        let tally = votes.tally();
        if stated.contradict(tally) {
            rollcall.stated = Some(Box::new(stated));
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
