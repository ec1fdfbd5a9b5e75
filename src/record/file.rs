//! The record's own file: a header line, then one roll call a line with a letter a seat.
//!
//! A person can read, grep and correct it, and a new resolution is one new line in a diff. The embedded record, a
//! user's differences to it and a record of another source all have this form; the header says which it is.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::letters::{SeatOrder, read_votes, write_few};
use super::member::{Member, NameUsed};
use super::resolution::Resolution;
use super::resolutions::Resolutions;
use super::rollcall::{RecordNumber, RollCall, Stated};
use super::session::Session;
use super::sets::{Index, MAX_ROLLCALLS, MAX_SEATS, MemberId, MemberSet};
use super::source::{Origin, Source};
use super::text::{Text, Texts, is_clean};
use super::voted::{Body, Outcome, TextKind};
use super::votes::Planes;

const FORMAT: &str = "plenary-rollcalls";
/// What the line of an adopted text begins with.
const ADOPTED: &str = "{\"adopted\":";
/// The version of the format that this program writes, and the newest that it reads.
const VERSION: u32 = 1;

/// Why a record's file can't be read, in one line.
#[derive(Debug, thiserror::Error)]
#[error("{place}{}: {what}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct BadRecord {
    /// The file.
    pub place: String,
    /// The line, counted from 1.
    pub line: Option<usize>,
    /// What is wrong and what would work.
    pub what: String,
}

/// Whether a file is a record of its own or what differs from the embedded one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileKind {
    /// A record of its own.
    Whole,
    /// Roll calls to lay over the embedded record.
    Differences,
}

/// A name in the record's source that the program's own table of members lacks: of a new seat, or a new name of a
/// known one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeatName {
    /// The seat's code.
    pub code: Text,
    /// The name and when it stands in the source.
    #[serde(flatten)]
    pub used: NameUsed,
}

#[derive(Serialize, Deserialize)]
struct Header<'a> {
    format: Cow<'a, str>,
    version: u32,
    kind: FileKind,
    origin: Origin,
    sources: Vec<Source>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    names: Vec<SeatName>,
    seats: Vec<Cow<'a, str>>,
}

/// What a header says first; read before the rest, so that a newer version is named as such.
#[derive(Deserialize)]
struct Version<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u32,
}

/// One of several texts of a cell. A type of its own, since serde borrows a `Cow` only as a field.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct CellText<'a>(#[serde(borrow)] Cow<'a, str>);

type CellTexts<'a> = SmallVec<[CellText<'a>; 1]>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RollCallLine<'a> {
    id: RecordNumber,
    #[serde(default, skip_serializing_if = "is_default")]
    body: Body,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<TextKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    veto: CellTexts<'a>,
    #[serde(default, skip_serializing_if = "is_default")]
    source: u16,
    #[serde(borrow)]
    symbol: Cow<'a, str>,
    date: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    session: Option<Session>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    agenda: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    subjects: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    meeting: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    report: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    drafts: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    description: Option<CellText<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    note: Option<CellText<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stated: Option<Box<Stated>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    link: Option<CellText<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amendment: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paragraph: Option<bool>,
    #[serde(borrow)]
    votes: Cow<'a, str>,
}

/// Whether a value is the one that is left out.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A roll call with its votes, as a file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCallEntry {
    /// What was voted on.
    pub rollcall: RollCall,
    /// Who voted how.
    pub votes: Planes<MemberSet>,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Contents {
    /// Whether it stands alone.
    pub kind: FileKind,
    /// Where its roll calls are from.
    pub origin: Origin,
    /// The sources, for people.
    pub sources: Vec<Source>,
    /// Names that the program's own table of members lacks.
    pub names: Vec<SeatName>,
    /// Roll calls in the order of the file.
    pub entries: Vec<RollCallEntry>,
    /// Adopted texts in the order of the file.
    pub resolutions: Resolutions,
}

/// Reads a file whose text lives as long as the program, without copying it.
pub(super) fn read_embedded(text: &'static str, seats: &mut Vec<Member>) -> Result<Contents, BadRecord> {
    read(text, "the embedded record", seats, Ok)
}

/// The sources in the header of a text of the program's own.
pub(super) fn sources_of(text: &'static str) -> Result<Vec<Source>, BadRecord> {
    let bad = |what| BadRecord { place: "the embedded record".to_owned(), line: Some(1), what };
    Ok(read_header(text.lines().next().unwrap_or_default()).map_err(bad)?.sources)
}

/// The adopted texts of a text of the program's own.
pub(super) fn resolutions_of(text: &'static str) -> Result<Vec<Resolution>, BadRecord> {
    Ok(read(text, "the embedded record", &mut Vec::new(), Ok)?.resolutions.into_own())
}

/// Reads a user's file. Seats that `seats` lacks are added at its end.
pub(super) fn read_file(text: &str, place: &str, seats: &mut Vec<Member>) -> Result<Contents, BadRecord> {
    read(
        text,
        place,
        seats,
        |text| {
            if is_clean(&text) { Ok(Text::Owned(text.into_owned())) } else { Err(unclean(&text)) }
        },
    )
}

/// How a text of a file becomes one of the record; a user's file may hold what must reach no terminal.
type Keep<'a> = fn(Cow<'a, str>) -> Result<Text, String>;

fn read<'a>(text: &'a str, place: &str, seats: &mut Vec<Member>, keep: Keep<'a>) -> Result<Contents, BadRecord> {
    let bad = |line, what: String| BadRecord { place: place.to_owned(), line: Some(line), what };
    let mut lines = lines(text.trim_start_matches('\u{feff}')).enumerate();
    let (_, first) = lines.next().unwrap_or((0, ""));
    let header = read_header(first).map_err(|what| bad(1, what))?;
    let order = SeatOrder::new(&header.seats, seat_order(&header, seats).map_err(|what| bad(1, what))?);
    let lines: Vec<_> = lines.filter(|(_, line)| !line.trim_ascii().is_empty()).collect();
    if let Some(&(at, _)) = lines.get(MAX_ROLLCALLS) {
        return Err(bad(at + 1, format!("more than {MAX_ROLLCALLS} roll calls")));
    }
    let mut entries = Vec::with_capacity(lines.len());
    let mut numbers = HashSet::with_capacity(lines.len());
    let mut resolutions = Vec::new();
    for (at, line) in lines {
        // An adopted text says how it was adopted, a roll call who voted how.
        if line.starts_with(ADOPTED) {
            resolutions.push(read_resolution(line, &header, keep).map_err(|what| bad(at + 1, what))?);
            continue;
        }
        let line: RollCallLine<'a> = serde_json::from_str(line).map_err(|error| bad(at + 1, json_error(&error)))?;
        let entry = line.into_entry(&header, &order, keep).map_err(|what| bad(at + 1, what))?;
        if !numbers.insert(entry.rollcall.number) {
            return Err(bad(at + 1, format!("the record number {} is there twice", entry.rollcall.number)));
        }
        entries.push(entry);
    }
    Ok(Contents {
        kind: header.kind,
        origin: header.origin,
        sources: header.sources,
        names: header.names,
        entries,
        resolutions: Resolutions::of_file(resolutions),
    })
}

fn read_resolution<'a>(line: &'a str, header: &Header<'_>, keep: Keep<'a>) -> Result<Resolution, String> {
    let mut read: Resolution = serde_json::from_str(line).map_err(|error| json_error(&error))?;
    for text in read.texts_mut() {
        *text = keep(Cow::Owned(std::mem::take(text).into_owned()))?;
    }
    if read.source > 0 && usize::from(read.source) >= header.sources.len() {
        return Err(format!("source {}, where the header has {}", read.source, header.sources.len()));
    }
    Ok(read)
}

/// The lines of `text`, by a search that is faster than the standard library's.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    ends.map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        line
    })
}

fn read_header(line: &str) -> Result<Header<'_>, String> {
    let version: Version<'_> = serde_json::from_str(line).map_err(|_| {
        format!("not a record of plenary: the first line should be a header with \"format\":\"{FORMAT}\"")
    })?;
    if version.format != FORMAT {
        return Err(format!("the format is \"{}\", not \"{FORMAT}\"", version.format.escape_debug()));
    }
    if version.version > VERSION {
        return Err(format!(
            "written by a newer plenary (format version {}, this one reads up to {VERSION}): update plenary",
            version.version
        ));
    }
    let header: Header<'_> = serde_json::from_str(line).map_err(|error| json_error(&error))?;
    let codes = header.seats.iter().map(AsRef::as_ref);
    let names = header.names.iter().flat_map(|name| [name.code.as_ref(), name.used.name.as_ref()]);
    let sources = header.sources.iter().flat_map(|s| [s.name.as_ref(), s.citation.as_ref(), s.terms.as_ref()]);
    if let Some(text) = codes.chain(names).chain(sources).find(|text| !is_clean(text)) {
        return Err(unclean(text));
    }
    Ok(header)
}

/// A JSON error without the line that the parser counted within one line.
fn json_error(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rfind(" at line ").map_or(text.as_str(), |at| &text[..at]);
    format!("column {}: {}", error.column(), what.escape_debug())
}

fn unclean(text: &str) -> String {
    format!("a control character in \"{}\"", text.escape_debug())
}

/// The member that each letter of a line is for.
fn seat_order(header: &Header<'_>, seats: &mut Vec<Member>) -> Result<Vec<MemberId>, String> {
    let mut order = Vec::with_capacity(header.seats.len());
    for code in &header.seats {
        let known = seats.iter().position(|member| member.code == *code);
        let at = match known {
            Some(at) => at,
            None => {
                let name = header.names.iter().find(|name| name.code == *code);
                let name = name.ok_or_else(|| format!("seat {code} has no name: add it to \"names\""))?;
                if let Some(other) = seats.iter().find(|member| member.code.eq_ignore_ascii_case(code)) {
                    return Err(format!("seat {code} differs from {} by capitals alone: make them one", other.code));
                }
                if seats.len() == MAX_SEATS {
                    return Err(format!("more than {MAX_SEATS} seats"));
                }
                seats.push(Member::new(name.code.clone(), name.used.name.clone()));
                seats.len() - 1
            }
        };
        let id = MemberId::from_index(at);
        if order.contains(&id) {
            return Err(format!("seat {code} is there twice in \"seats\""));
        }
        order.push(id);
    }
    add_names(seats, &header.names);
    Ok(order)
}

/// Gives the seats the names that they do not have yet.
pub(super) fn add_names(seats: &mut [Member], names: &[SeatName]) {
    for SeatName { code, used } in names {
        if let Some(member) = seats.iter_mut().find(|member| member.code == *code)
            && !member.names.contains(used)
        {
            member.names.push(used.clone());
        }
    }
}

impl<'a> RollCallLine<'a> {
    fn into_entry(self, header: &Header<'_>, order: &SeatOrder<'_>, keep: Keep<'a>) -> Result<RollCallEntry, String> {
        let votes = read_votes(&self.votes, order)?;
        let mut veto = MemberSet::EMPTY;
        for code in &self.veto {
            let id = order.by_code(&code.0);
            let unknown = || format!("\"{}\" vetoed it and is no seat of this file", code.0.escape_debug());
            veto.insert(id.ok_or_else(unknown)?);
        }
        if self.source > 0 && usize::from(self.source) >= header.sources.len() {
            return Err(format!("source {}, where the header has {}", self.source, header.sources.len()));
        }
        let all = |cells: CellTexts<'a>| cells.into_iter().map(|cell| keep(cell.0)).collect::<Result<Texts, _>>();
        let one = |cell: Option<CellText<'a>>| cell.map(|cell| keep(cell.0)).transpose();
        let (note, stated) = match one(self.note)? {
            Some(note) if self.stated.is_none() => match Stated::noted(&note) {
                Some((stated, rest)) => {
                    let rest = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
                    (rest.map(Text::Owned), Some(Box::new(stated)))
                }
                None => (Some(note), None),
            },
            note => (note, self.stated),
        };
        let rollcall = RollCall {
            number: self.id,
            body: self.body,
            kind: self.kind.unwrap_or_else(|| header.origin.kind(self.amendment, self.paragraph)),
            outcome: self.outcome.unwrap_or_else(|| header.origin.outcome()),
            veto,
            source: self.source,
            symbol: keep(self.symbol)?,
            date: self.date,
            session: self.session,
            title: keep(self.title)?,
            agenda: all(self.agenda)?,
            subjects: all(self.subjects)?,
            meeting: all(self.meeting)?,
            report: all(self.report)?,
            drafts: all(self.drafts)?,
            description: one(self.description)?,
            note,
            stated,
            link: one(self.link)?,
            amendment: self.amendment,
            paragraph: self.paragraph,
        };
        Ok(RollCallEntry { rollcall, votes })
    }

    fn of(rollcall: &'a RollCall, heading: &Heading<'a>, votes: String) -> Self {
        let origin = heading.origin;
        let kind = origin.kind(rollcall.amendment, rollcall.paragraph);
        let borrow = |text: &'a Text| Cow::Borrowed(text.as_ref());
        let all = |texts: &'a [Text]| texts.iter().map(|text| CellText(borrow(text))).collect();
        let one = |text: &'a Option<Text>| text.as_ref().map(|text| CellText(borrow(text)));
        Self {
            id: rollcall.number,
            body: rollcall.body,
            kind: Some(rollcall.kind).filter(|&written| written != kind),
            outcome: Some(rollcall.outcome).filter(|&written| written != origin.outcome()),
            veto: rollcall.veto.iter().map(|id| CellText(heading.seats[id.index()].into())).collect(),
            source: rollcall.source,
            symbol: borrow(&rollcall.symbol),
            date: rollcall.date,
            session: rollcall.session,
            title: borrow(&rollcall.title),
            agenda: all(&rollcall.agenda),
            subjects: all(&rollcall.subjects),
            meeting: all(&rollcall.meeting),
            report: all(&rollcall.report),
            drafts: all(&rollcall.drafts),
            description: one(&rollcall.description),
            note: one(&rollcall.note),
            stated: rollcall.stated.clone(),
            link: one(&rollcall.link),
            amendment: rollcall.amendment,
            paragraph: rollcall.paragraph,
            votes: Cow::Owned(votes),
        }
    }
}

/// What goes into a file's header, beside the seats.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// Whether the file stands alone.
    pub kind: FileKind,
    /// Where its roll calls are from.
    pub origin: Origin,
    /// The sources, for people.
    pub sources: &'a [Source],
    /// Names that the program's own table of members lacks.
    pub names: &'a [SeatName],
    /// Codes of the seats, in the order of their [`MemberId`].
    pub seats: Vec<&'a str>,
}

/// Writes a file: the same content is always the same bytes.
///
/// # Errors
/// Those of `out`.
pub fn write<'a>(
    mut out: impl Write,
    heading: &Heading<'a>,
    rollcalls: impl IntoIterator<Item = (&'a RollCall, &'a Planes<MemberSet>)>,
    resolutions: impl IntoIterator<Item = &'a Resolution>,
) -> io::Result<()> {
    let header = Header {
        format: FORMAT.into(),
        version: VERSION,
        kind: heading.kind,
        origin: heading.origin,
        sources: heading.sources.to_vec(),
        names: heading.names.to_vec(),
        seats: heading.seats.iter().map(|&seat| seat.into()).collect(),
    };
    serde_json::to_writer(&mut out, &header)?;
    out.write_all(b"\n")?;
    for (rollcall, votes) in rollcalls {
        let seats = (0..heading.seats.len()).map(MemberId::from_index);
        let letters = match rollcall.body {
            Body::Assembly => seats.map(|member| votes.state(member).letter()).collect(),
            Body::Council => write_few(votes, &heading.seats),
        };
        serde_json::to_writer(&mut out, &RollCallLine::of(rollcall, heading, letters))?;
        out.write_all(b"\n")?;
    }
    for resolution in resolutions {
        serde_json::to_writer(&mut out, resolution)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
