//! The UN Digital Library's voting data: one row per member and roll call.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;

use crate::record::{
    MAX_ROLLCALLS, Member, MemberId, MemberSet, Origin, Planes, Record, RecordNumber, RollCall, RollCallEntry, State,
    Stated, Text, Texts, clean, parse_day,
};
use crate::store::place;

use super::built::{Built, There, held_against_totals, renamed};
use super::findings::{Findings, Odd};
use super::imported::{BadInput, Imported};
use super::input::Input;
use super::seats::Seats;
use super::table::{ColumnIndex, CsvTable};
use super::title::without_ending;

const WHAT: &str = "the UN's General Assembly voting data";
const STATED: [&str; 5] = ["total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms"];

/// The columns that say who voted how.
struct MemberColumns {
    code: ColumnIndex,
    name: ColumnIndex,
    vote: ColumnIndex,
}

/// The columns that say on what: the same on every row of a roll call.
struct RollCallColumns {
    number: ColumnIndex,
    symbol: ColumnIndex,
    date: ColumnIndex,
    session: ColumnIndex,
    title: ColumnIndex,
    agenda: ColumnIndex,
    subjects: ColumnIndex,
    meeting: ColumnIndex,
    report: ColumnIndex,
    drafts: ColumnIndex,
    note: ColumnIndex,
    link: ColumnIndex,
    stated: [ColumnIndex; 5],
}

impl RollCallColumns {
    fn of(table: &CsvTable<'_>) -> Result<Self, BadInput> {
        let column = |name| table.column(name, WHAT);
        let [yes, no, abstain, absent, members] = STATED;
        Ok(Self {
            number: column("undl_id")?,
            symbol: column("resolution")?,
            date: column("date")?,
            session: column("session")?,
            title: column("title")?,
            agenda: column("agenda_title")?,
            subjects: column("subjects")?,
            meeting: column("meeting")?,
            report: column("committee_report")?,
            drafts: column("draft")?,
            note: column("vote_note")?,
            link: column("undl_link")?,
            stated: [column(yes)?, column(no)?, column(abstain)?, column(absent)?, column(members)?],
        })
    }

    /// All but the number: those that a roll call's first row is compared with.
    fn repeated(&self) -> impl Iterator<Item = ColumnIndex> + '_ {
        let texts = [
            self.symbol,
            self.date,
            self.session,
            self.title,
            self.agenda,
            self.subjects,
            self.meeting,
            self.report,
            self.drafts,
            self.note,
            self.link,
        ];
        texts.into_iter().chain(self.stated)
    }
}

impl MemberColumns {
    fn of(table: &CsvTable<'_>) -> Result<Self, BadInput> {
        let column = |name| table.column(name, WHAT);
        Ok(Self { code: column("ms_code")?, name: column("ms_name")?, vote: column("ms_vote")? })
    }
}

/// A roll call while its rows come in.
struct Building {
    rollcall: RollCall,
    votes: Planes<MemberSet>,
    stated: Stated,
    /// The cells of its first row, one after the other, and where each ends.
    first: Vec<u8>,
    ends: Vec<usize>,
    line: u64,
}

pub(super) fn read(paths: &[PathBuf], base: &Record, progress: &mut dyn FnMut(u64)) -> Result<Imported, BadInput> {
    let mut seats = Seats::new(base);
    let mut findings = Findings::default();
    let mut entries: Vec<RollCallEntry> = Vec::new();
    let mut at: HashMap<RecordNumber, usize> = HashMap::new();
    for path in paths {
        let table = CsvTable::open(Input::open(path, progress)?)?;
        for built in read_table(table, base, &mut seats, &mut findings)? {
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
    Ok(Imported { origin: Origin::UnLibrary, entries, seats, names, findings })
}

fn read_table(
    mut table: CsvTable<'_>,
    base: &Record,
    seats: &mut Seats,
    findings: &mut Findings,
) -> Result<Vec<Built>, BadInput> {
    let member = MemberColumns::of(&table)?;
    let columns = RollCallColumns::of(&table)?;
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
                        building.push(Building::begin(&table, &columns, *slot.key(), findings)?);
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
    let built: Vec<_> = building.into_iter().map(|rows| rows.finish(seats)).collect();
    let refused = held_against_totals(&built, base).or_else(|| renamed(&built, base, seats));
    refused.map_or(Ok(built), |what| Err(table.bad_file(&what)))
}

fn record_number(table: &CsvTable<'_>, column: ColumnIndex) -> Result<RecordNumber, BadInput> {
    let text = table.text(column)?.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if digits && number > 0 => Ok(RecordNumber(number)),
        _ => Err(table.bad_cell(column, "the library's record number")),
    }
}

/// The totals that a row states of its roll call.
fn stated_in(table: &CsvTable<'_>, columns: &RollCallColumns) -> Result<Stated, BadInput> {
    let mut stated = Stated::default();
    for (stated, &column) in stated.0.iter_mut().zip(&columns.stated) {
        let cell = table.text(column)?.trim();
        // Some of the library's tables write whole numbers as others write fractions.
        let cell = cell.strip_suffix(".0").unwrap_or(cell);
        if !cell.is_empty() {
            *stated = Some(cell.parse().map_err(|_| table.bad_cell(column, "a count of members, or nothing"))?);
        }
    }
    Ok(stated)
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
        findings: &mut Findings,
    ) -> Result<Self, BadInput> {
        let mut text = |column| -> Result<Text, BadInput> {
            let (text, removed) = clean(table.text(column)?);
            findings.removed += removed;
            Ok(Text::Owned(text.into_owned()))
        };
        let title = text(columns.title)?;
        let symbol = text(columns.symbol)?;
        let note = Some(text(columns.note)?).filter(|note| !note.is_empty());
        let link = text(columns.link)?;
        let mut cells = |column| -> Result<Texts, BadInput> {
            let text = text(column)?;
            let cells = text.split(" | ").map(str::trim).filter(|cell| !cell.is_empty());
            Ok(cells.map(|cell| Text::Owned(cell.to_owned())).collect())
        };
        let date = table.text(columns.date)?.trim();
        let session = table.text(columns.session)?;
        let rollcall = RollCall {
            number,
            symbol,
            date: parse_day(date).ok_or_else(|| table.bad_cell(columns.date, "a day such as 2025-02-24"))?,
            session: session
                .parse()
                .map_err(|_| table.bad_cell(columns.session, "a session such as 79, 6sp or 11emsp"))?,
            title: Text::Owned(without_ending(&title).to_owned()),
            agenda: cells(columns.agenda)?,
            subjects: cells(columns.subjects)?,
            meeting: cells(columns.meeting)?,
            report: cells(columns.report)?,
            drafts: cells(columns.drafts)?,
            description: None,
            note,
            stated: None,
            link: Some(link).filter(|link| !link.is_empty() && Origin::UnLibrary.link(number).as_deref() != Some(link)),
            amendment: None,
            paragraph: None,
        };
        let is_symbol =
            |start: &str| rollcall.symbol.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
        if !["A/RES/", "A/DEC/"].into_iter().any(is_symbol) {
            return Err(table.bad_cell(columns.symbol, "the symbol of a resolution or decision"));
        }
        let stated = stated_in(table, columns)?;
        let mut first = Vec::new();
        let mut ends = Vec::new();
        for column in columns.repeated() {
            first.extend_from_slice(table.bytes(column));
            ends.push(first.len());
        }
        let votes = Planes::<MemberSet>::EMPTY;
        Ok(Self { rollcall, votes, stated, first, ends, line: table.line() })
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
            if place < 3 {
                let first = String::from_utf8_lossy(first).escape_debug().to_string();
                let expected =
                    format!("\"{first}\" as in line {}, the first of roll call {}", self.line, self.rollcall.number);
                return Err(table.bad_cell(column, &expected));
            }
            findings.note(Odd::Rows, || table.bad(Some(column), self.rollcall.number.to_string()).to_string());
        }
        Ok(())
    }

    fn finish(self, seats: &Seats) -> Built {
        let Self { mut rollcall, votes, stated, .. } = self;
        let tally = votes.tally();
        if stated.contradict(tally) {
            rollcall.stated = Some(Box::new(stated));
        }
        let votes = if tally.is_recorded() { votes } else { Planes::<MemberSet>::EMPTY };
        let seated = seats.on(rollcall.date);
        Built { entry: RollCallEntry { rollcall, votes }, stated, tally, seated }
    }
}
