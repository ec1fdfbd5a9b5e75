//! The three tables of the R package `unvotes`: roll calls, votes and issues, told apart by their columns.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::record::{
    Body, Details, MAX_ROLLCALLS, MemberId, MemberSet, Origin, Planes, Record, RecordNumber, RollCall, RollCallEntry,
    Session, State, Text, clean, parse_day,
};
use crate::store::place;

use super::findings::{Findings, Odd};
use super::imported::{BadInput, Imported};
use super::input::Input;
use super::seats::Seats;
use super::table::{ColumnIndex, CsvTable};

const WHAT: &str = "one of the tables of unvotes (un_roll_calls, un_votes, un_roll_call_issues)";

/// What the table of votes calls a vote.
const VOTES: [(&[u8], State); 3] = [(b"yes", State::Yes), (b"no", State::No), (b"abstain", State::Abstain)];

/// Seats that the table of votes goes on with after their end, and whose rows these are: Serbia and Montenegro's and then
/// Serbia's stand there as Yugoslavia's.
const CONTINUED: [(&str, &str); 1] = [("YUG", "SRB")];

/// The roll calls as they come together from the tables.
struct RollCalls {
    entries: Vec<RollCallEntry>,
    at: HashMap<RecordNumber, usize>,
}

pub(super) fn read(paths: &[PathBuf], base: &Record, progress: &mut dyn FnMut(u64)) -> Result<Imported, BadInput> {
    let mut findings = Findings::default();
    let mut seats = Seats::new(base);
    // The roll calls first, whatever the order of the files.
    let kinds = paths.iter().map(|path| Ok((kind(path)?, path))).collect::<Result<Vec<_>, BadInput>>()?;
    let of = |wanted| {
        let mut found = kinds.iter().filter(move |(kind, _)| *kind == wanted).map(|(_, path)| *path);
        match (found.next(), found.next()) {
            (Some(_), Some(again)) => Err(bad_set(again, format!("a second table of {}", wanted.rows()))),
            (found, _) => Ok(found),
        }
    };
    let first = paths.first().map_or(Path::new("unvotes"), PathBuf::as_path);
    let missing = |kind: TableKind| bad_set(first, format!("add the table of {}", kind.rows()));
    let rollcalls = of(TableKind::RollCalls)?.ok_or_else(|| missing(TableKind::RollCalls))?;
    let votes = of(TableKind::Votes)?.ok_or_else(|| missing(TableKind::Votes))?;
    let mut all = read_rollcalls(CsvTable::open(Input::open(rollcalls, progress)?)?, &mut findings)?;
    if let Some(issues) = of(TableKind::Issues)? {
        read_issues(CsvTable::open(Input::open(issues, progress)?)?, &mut all, &mut findings)?;
    }
    read_votes(CsvTable::open(Input::open(votes, progress)?)?, &mut all, &mut seats, &mut findings)?;
    let (seats, names) = seats.finish(base, &mut findings);
    Ok(Imported { origin: Origin::Unvotes, entries: all.entries, resolutions: Vec::new(), seats, names, findings })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TableKind {
    RollCalls,
    Votes,
    Issues,
}

impl TableKind {
    fn rows(self) -> &'static str {
        match self {
            Self::RollCalls => "roll calls (un_roll_calls)",
            Self::Votes => "votes (un_votes)",
            Self::Issues => "issues (un_roll_call_issues)",
        }
    }
}

fn bad_set(path: &Path, what: String) -> BadInput {
    BadInput { file: place(path), line: None, column: None, what }
}

/// Which of the tables has this header; none where it is another's.
fn kind_of(table: &CsvTable<'_>) -> Option<TableKind> {
    match ["rcid", "unres", "vote", "issue"].map(|name| table.has(name)) {
        [true, true, ..] => Some(TableKind::RollCalls),
        [true, _, true, _] => Some(TableKind::Votes),
        [true, .., true] => Some(TableKind::Issues),
        _ => None,
    }
}

/// Whether it is one of the tables.
pub(super) fn is_one(table: &CsvTable<'_>) -> bool {
    kind_of(table).is_some()
}

fn kind(path: &Path) -> Result<TableKind, BadInput> {
    let mut unheard = |_| ();
    let table = CsvTable::open(Input::open(path, &mut unheard)?)?;
    kind_of(&table).ok_or_else(|| table.bad_header(&format!("not {WHAT}; import only these together")))
}

fn number(table: &CsvTable<'_>, column: ColumnIndex) -> Result<RecordNumber, BadInput> {
    let number = table.text(column)?.trim().parse().map(RecordNumber);
    number.map_err(|_| table.bad_cell(column, "the number of a roll call"))
}

/// A cell as text; the tables write NA for nothing.
fn cell(table: &CsvTable<'_>, column: ColumnIndex, findings: &mut Findings) -> Result<Option<Text>, BadInput> {
    let (text, removed) = clean(table.text(column)?);
    findings.removed += removed;
    Ok(Some(text.into_owned()).filter(|text| !text.is_empty() && text != "NA").map(Text::Owned))
}

fn flag(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Option<bool>, BadInput> {
    match table.bytes(column) {
        b"1" => Ok(Some(true)),
        b"0" => Ok(Some(false)),
        b"" | b"NA" => Ok(None),
        _ => Err(table.bad_cell(column, "1, 0 or nothing")),
    }
}

fn read_rollcalls(mut table: CsvTable<'_>, findings: &mut Findings) -> Result<RollCalls, BadInput> {
    let column = |name| table.column(name, WHAT);
    let (rcid, session, date, symbol) = (column("rcid")?, column("session")?, column("date")?, column("unres")?);
    let (amendment, paragraph, short, descr) = (column("amend")?, column("para")?, column("short")?, column("descr")?);
    let mut all = RollCalls { entries: Vec::new(), at: HashMap::new() };
    while table.next()? {
        findings.rows += 1;
        let number = number(&table, rcid)?;
        let day = parse_day(table.text(date)?.trim());
        let description = cell(&table, descr, findings)?;
        let title = cell(&table, short, findings)?;
        let (title, description) = match title {
            Some(title) => (title, description),
            None => (description.unwrap_or_default(), None),
        };
        let (amendment, paragraph) = (flag(&table, amendment)?, flag(&table, paragraph)?);
        let rollcall = RollCall {
            number,
            body: Body::Assembly,
            kind: Origin::Unvotes.kind(amendment, paragraph),
            outcome: Origin::Unvotes.outcome(),
            source: 0,
            symbol: cell(&table, symbol, findings)?.unwrap_or_default(),
            date: day.ok_or_else(|| table.bad_cell(date, "a day such as 2019-12-18"))?,
            session: table
                .text(session)?
                .parse::<Session>()
                .map(Some)
                .map_err(|_| table.bad_cell(session, "the number of a session"))?,
            title,
            details: Details { description, amendment, paragraph, ..Details::default() }.into(),
        };
        if all.at.insert(number, all.entries.len()).is_some() {
            return Err(table.bad(Some(rcid), format!("roll call {number} appears twice")));
        }
        if all.entries.len() == MAX_ROLLCALLS {
            return Err(table.bad(None, format!("more than {MAX_ROLLCALLS} roll calls")));
        }
        all.entries.push(RollCallEntry { rollcall, votes: Planes::<MemberSet>::EMPTY });
    }
    if all.entries.is_empty() {
        return Err(table.bad_file("no rows below the header"));
    }
    Ok(all)
}

fn read_issues(mut table: CsvTable<'_>, all: &mut RollCalls, findings: &mut Findings) -> Result<(), BadInput> {
    let (rcid, issue) = (table.column("rcid", WHAT)?, table.column("issue", WHAT)?);
    while table.next()? {
        findings.rows += 1;
        let number = number(&table, rcid)?;
        let issue = cell(&table, issue, findings)?;
        match (all.at.get(&number), issue) {
            (Some(&at), Some(issue)) => {
                all.entries[at].rollcall.change_details(|details| details.subjects.push(issue));
            }
            (Some(_), None) => {}
            (None, _) => findings.note(Odd::NoRollCall, || number.to_string()),
        }
    }
    for entry in &mut all.entries {
        entry.rollcall.change_details(|details| details.subjects.sort());
    }
    Ok(())
}

/// The seat that a row is of: where the table goes on under the code of a seat that has ended, the one that followed it.
fn continued(id: MemberId, day: Date, seats: &Seats) -> MemberId {
    let seat = seats.get(id);
    let followed = CONTINUED.iter().find(|(ended, _)| *ended == seat.code.as_ref());
    let next = followed.filter(|_| seat.ended.is_some_and(|ended| day > ended));
    next.and_then(|(_, next)| seats.by_code(next.as_bytes())).unwrap_or(id)
}

fn read_votes(
    mut table: CsvTable<'_>,
    all: &mut RollCalls,
    seats: &mut Seats,
    findings: &mut Findings,
) -> Result<(), BadInput> {
    let column = |name| table.column(name, WHAT);
    let (rcid, country, code, vote) = (column("rcid")?, column("country")?, column("country_code")?, column("vote")?);
    let mut known: HashMap<(Vec<u8>, Vec<u8>), MemberId> = HashMap::new();
    let mut rows = 0;
    while table.next()? {
        rows += 1;
        let number = number(&table, rcid)?;
        let key = (table.bytes(code).to_vec(), table.bytes(country).to_vec());
        let id = match known.get(&key) {
            Some(&id) => id,
            None => {
                let iso2 = match table.text(code)?.trim() {
                    // Taiwan's rows are those of the seat of China until 1971.
                    "" | "NA" | "TW" => "",
                    iso2 => iso2,
                };
                let (name, removed) = clean(table.text(country)?);
                findings.removed += removed;
                let found = seats.by_iso2_or_name(iso2, &name);
                let id = found.ok_or_else(|| table.bad_cell(country, "a member that the record knows"))?;
                known.insert(key, id);
                id
            }
        };
        let Some(&at) = all.at.get(&number) else {
            findings.note(Odd::NoRollCall, || number.to_string());
            continue;
        };
        let state = VOTES.iter().find(|(word, _)| *word == table.bytes(vote)).map(|(_, state)| *state);
        let state = state.ok_or_else(|| table.bad_cell(vote, "yes, no or abstain"))?;
        let entry = &mut all.entries[at];
        let day = entry.rollcall.date;
        let id = continued(id, day, seats);
        if entry.votes.state(id) != State::NotMember {
            let what = format!("{} votes twice in roll call {number}", seats.get(id).code);
            return Err(table.bad(Some(country), what));
        }
        let member = seats.get(id);
        if member.ended.is_some_and(|ended| day > ended) {
            findings.note(Odd::AfterEnd, || format!("{} on {day}", member.code));
        }
        entry.votes.set(id, state);
    }
    findings.rows += rows;
    if rows == 0 {
        return Err(table.bad_file("no rows below the header"));
    }
    note_gaps(&all.entries, seats, findings);
    Ok(())
}

/// Notes roll calls that most members have no row of.
fn note_gaps(entries: &[RollCallEntry], seats: &Seats, findings: &mut Findings) {
    // Those who were absent have no row, so that only a large gap says anything.
    for RollCallEntry { rollcall, votes } in entries {
        let there = seats.on(rollcall.date);
        if 2 * votes.members().len() < there {
            findings.note(Odd::Few, || format!("{} has {} of {there}", rollcall.number, votes.members().len()));
        }
    }
}
