//! The UN Digital Library's General Assembly outcomes: a row a text, adopted by a vote or without one.

use std::collections::HashMap;

use crate::record::{Adoption, Body, Changes, Record, RecordNumber, Resolution, SourceId, Stated, Text, Texts, clean};

use super::cells::{count, day, record_number, session};
use super::columns::STATED;
use super::findings::{Findings, Odd};
use super::imported::{BadInput, Imported};
use super::table::{ColumnIndex, CsvTable};
use super::title::without_ending;

/// What the table is called in messages.
const NAME: &str = "the UN's General Assembly outcomes";

/// The columns that are read.
struct OutcomeColumns {
    number: ColumnIndex,
    symbol: ColumnIndex,
    session: ColumnIndex,
    date: ColumnIndex,
    title: ColumnIndex,
    modality: ColumnIndex,
    drafts: ColumnIndex,
    report: ColumnIndex,
    meeting: ColumnIndex,
    agenda: ColumnIndex,
    subjects: ColumnIndex,
    stated: [ColumnIndex; 5],
}

/// Whether it is such a table: it says how a text was adopted, and nothing of members.
pub(super) fn is_one(table: &CsvTable<'_>) -> bool {
    table.has("modality") && table.has("undl_id") && !table.has("ms_code") && !table.has("ms_vote")
}

impl OutcomeColumns {
    fn of(table: &CsvTable<'_>) -> Result<Self, BadInput> {
        let column = |name| table.column(name, NAME);
        let [yes, no, abstain, absent, members] = STATED;
        Ok(Self {
            number: column("undl_id")?,
            symbol: column("resolution")?,
            session: column("session")?,
            date: column("date")?,
            title: column("title")?,
            modality: column("modality")?,
            drafts: column("draft")?,
            report: column("committee_report")?,
            meeting: column("meeting")?,
            agenda: column("agenda_title")?,
            subjects: column("subjects")?,
            stated: [column(yes)?, column(no)?, column(abstain)?, column(absent)?, column(members)?],
        })
    }
}

/// The texts of a table, with what `base` knows of them beside it.
pub(super) fn read(
    mut table: CsvTable<'_>,
    base: &Record,
    findings: &mut Findings,
) -> Result<Vec<Resolution>, BadInput> {
    let columns = OutcomeColumns::of(&table)?;
    let known = by_symbol(base);
    let mut lines: HashMap<RecordNumber, u64> = HashMap::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut texts: Vec<Resolution> = Vec::new();
    while table.next()? {
        findings.rows += 1;
        let number = record_number(&table, columns.number)?;
        if let Some(line) = lines.insert(number, table.line()) {
            return Err(table.bad_cell(
                columns.number,
                &format!("a number other than that of line {line}, since each row is one text"),
            ));
        }
        let text = text(&table, &columns, number, findings)?;
        if !agrees(&text, number, base, findings) {
            continue;
        }
        let symbol = text.symbol.to_ascii_uppercase();
        let text = match known.get(&symbol) {
            Some(known) => beside(text, known),
            None => text,
        };
        match at.get(&symbol) {
            Some(&at) => {
                findings.note(Odd::TextTwice, || text.symbol.to_string());
                texts[at] = text;
            }
            None => {
                at.insert(symbol, texts.len());
                texts.push(text);
            }
        }
    }
    if lines.is_empty() {
        return Err(table.bad_file("no rows below the header"));
    }
    Ok(texts)
}

fn by_symbol(record: &Record) -> HashMap<String, &Resolution> {
    record.resolutions().iter().map(|text| (text.symbol.to_ascii_uppercase(), text)).collect()
}

/// The text that a row is about.
fn text(
    table: &CsvTable<'_>,
    columns: &OutcomeColumns,
    number: RecordNumber,
    findings: &mut Findings,
) -> Result<Resolution, BadInput> {
    let mut cleaned = |column: ColumnIndex| -> Result<String, BadInput> {
        let (text, removed) = clean(table.text(column)?);
        findings.removed += removed;
        Ok(text.into_owned())
    };
    let (symbol, title) = (cleaned(columns.symbol)?, cleaned(columns.title)?);
    let mut cells = |column: ColumnIndex| -> Result<Texts, BadInput> {
        let text = cleaned(column)?;
        let cells = text.split('|').map(str::trim).filter(|cell| !cell.is_empty());
        Ok(cells.map(|cell| Text::Owned(cell.to_owned())).collect())
    };
    let (agenda, subjects, meeting) = (cells(columns.agenda)?, cells(columns.subjects)?, cells(columns.meeting)?);
    let (report, drafts) = (cells(columns.report)?, cells(columns.drafts)?);
    let begins = |start: &str| symbol.get(..start.len()).is_some_and(|it| it.eq_ignore_ascii_case(start));
    if !begins("A/RES/") && !begins("A/DEC/") {
        return Err(table.bad_cell(columns.symbol, "the symbol of a resolution or decision"));
    }
    let adopted = adoption(table, columns.modality)?;
    let mut stated = Stated::default();
    for (stated, &column) in stated.0.iter_mut().zip(&columns.stated) {
        *stated = count(table, column)?;
    }
    Ok(Resolution {
        adopted,
        symbol: Text::Owned(symbol),
        id: Some(number).filter(|number| !number.is_own()),
        body: Body::Assembly,
        date: day(table, columns.date)?,
        session: Some(session(table, columns.session)?),
        title: Text::Owned(without_ending(&title).to_owned()),
        agenda,
        subjects,
        meeting,
        report,
        drafts,
        committee: None,
        sponsors: Texts::new(),
        stated: Some(stated).filter(|stated| adopted.is_by_vote() && !stated.is_empty()),
        source: SourceId::AssemblyOutcomes as u16,
    })
}

/// How a text was adopted, as the library writes it.
fn adoption(table: &CsvTable<'_>, column: ColumnIndex) -> Result<Adoption, BadInput> {
    let words = table.text(column)?.to_lowercase();
    match words.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect::<Vec<_>>().as_slice() {
        ["vote", "recorded"] => Ok(Adoption::Vote),
        ["vote", "non", "recorded"] => Ok(Adoption::VoteNotRecorded),
        ["without", "a", "vote"] => Ok(Adoption::WithoutVote),
        [] => Ok(Adoption::Unknown),
        _ => Err(table.bad_cell(column, "Vote, recorded; Vote, non-recorded; or Without a vote")),
    }
}

/// Whether a text is adopted as the roll call of its number says: one that was voted on by name was not adopted without a
/// vote. Other totals than the roll call's are only said.
fn agrees(text: &Resolution, number: RecordNumber, base: &Record, findings: &mut Findings) -> bool {
    let Some(id) = base.by_number(number).filter(|&id| base.is_recorded(id)) else { return true };
    if text.adopted == Adoption::WithoutVote {
        findings.note(Odd::TextVoted, || format!("{number} {}", text.symbol));
        return false;
    }
    if let Some(stated) = text.stated.filter(|stated| stated.contradict(base.tally(id))) {
        findings.note(Odd::TextTotals, || format!("{number} {}", stated.against(base.tally(id))));
    }
    true
}

/// A text with what is known of it already and the table leaves out.
fn beside(text: Resolution, known: &Resolution) -> Resolution {
    let or = |cells: Texts, known: &Texts| if cells.is_empty() { known.clone() } else { cells };
    Resolution {
        adopted: if text.adopted == Adoption::Unknown { known.adopted } else { text.adopted },
        agenda: or(text.agenda, &known.agenda),
        subjects: or(text.subjects, &known.subjects),
        meeting: or(text.meeting, &known.meeting),
        report: or(text.report, &known.report),
        drafts: or(text.drafts, &known.drafts),
        committee: known.committee,
        sponsors: known.sponsors.clone(),
        ..text
    }
}

impl Imported {
    /// How the import changes the adopted texts of `base`.
    pub fn text_changes(&self, base: &Record) -> Changes {
        let mut changes = Changes::default();
        if self.resolutions.is_empty() {
            return changes;
        }
        let known = by_symbol(base);
        for text in &self.resolutions {
            match known.get(&text.symbol.to_ascii_uppercase()) {
                None => changes.added += 1,
                Some(&known) if Resolution { source: known.source, ..text.clone() } == *known => changes.same += 1,
                Some(_) => changes.changed += 1,
            }
        }
        changes
    }
}
