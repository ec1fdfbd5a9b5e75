//! What the cells of a row say of its roll call.

use jiff::civil::Date;

use crate::record::{
    Body, Details, MemberSet, Origin, Outcome, RecordNumber, RollCall, Session, Text, TextKind, Texts, clean, parse_day,
};

use super::columns::RollCallColumns;
use super::findings::Findings;
use super::imported::BadInput;
use super::seats::Seats;
use super::table::{ColumnIndex, CsvTable};
use super::title::{of_the_council, without_code, without_ending};

/// What a row says of its roll call.
pub(super) fn rollcall(
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
    let agenda = items(&agenda?, form.body());
    let begins = |start: &&str| symbol.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    if symbol.is_empty() || form.symbols().is_some_and(|starts| !starts.iter().any(begins)) {
        return Err(table.bad_cell(columns.symbol, "the symbol of a resolution or decision"));
    }
    let (outcome, veto) = outcome(table, columns, seats)?;
    let details = Details {
        veto,
        agenda,
        subjects: parts(&subjects?),
        meeting: parts(&meeting?),
        report: parts(&report?),
        drafts: parts(&drafts?),
        note,
        link: Some(link).filter(|link| !link.is_empty() && Origin::UnLibrary.link(number).as_deref() != Some(link)),
        ..Details::default()
    };
    Ok(RollCall {
        number,
        body: form.body(),
        kind: if symbol.contains("mendment") && !symbol.contains('/') {
            TextKind::Amendment
        } else {
            TextKind::Resolution
        },
        outcome,
        source: form.source(number) as u16,
        symbol,
        date: day(table, columns.date)?,
        session: columns.session.map(|column| session(table, column)).transpose()?,
        title: match form.body() {
            Body::Assembly => Text::Owned(without_ending(&title).to_owned()),
            Body::Council => Text::Owned(of_the_council(&title)),
        },
        details: details.into(),
    })
}

/// The parts of a cell that holds several.
fn parts(cell: &Text) -> Texts {
    let parts = cell.split('|').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Text::Owned(part.to_owned())).collect()
}

/// The items of the agenda, those of the Council without their codes.
fn items(cell: &Text, body: Body) -> Texts {
    let items = parts(cell);
    match body {
        Body::Assembly => items,
        Body::Council => {
            items.iter().filter_map(|item| without_code(item)).map(|item| Text::Owned(item.to_owned())).collect()
        }
    }
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
pub(super) fn day(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Date, BadInput> {
    let day = parse_day(table.text(column)?.trim()).filter(|day| (1946..2100).contains(&day.year()));
    day.ok_or_else(|| table.bad_cell(column, "a day such as 2025-02-24"))
}

pub(super) fn session(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Session, BadInput> {
    table.text(column)?.parse().map_err(|_| table.bad_cell(column, "a session such as 79, 6sp or 11emsp"))
}

/// A count of members, or nothing. Some of the library's tables write whole numbers as others write fractions.
pub(super) fn count(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Option<u16>, BadInput> {
    let cell = table.text(column)?.trim();
    let cell = cell.strip_suffix(".0").unwrap_or(cell);
    if cell.is_empty() {
        return Ok(None);
    }
    cell.parse().map(Some).map_err(|_| table.bad_cell(column, "a count of members, or nothing"))
}

pub(super) fn record_number(table: &CsvTable<'_>, column: ColumnIndex) -> Result<RecordNumber, BadInput> {
    let text = table.text(column)?.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse() {
        Ok(number) if digits && number > 0 => Ok(RecordNumber(number)),
        _ => Err(table.bad_cell(column, "the library's record number")),
    }
}
