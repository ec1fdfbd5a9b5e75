//! The record's own file: a header line, then one roll call a line with a letter a seat.
//!
//! A person can read, grep and correct it, and a new resolution is one new line in a diff. The embedded record, a
//! user's differences to it and a record of another source all have this form; the header says which it is.

mod header;
mod line;

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use self::header::{FORMAT, Header, VERSION, json_error, read_header, seat_order, unclean};
use self::line::{Keep, RollCallLine};
use super::letters::{SeatOrder, write_few, write_letters};
use super::member::Member;
use super::resolution::Resolution;
use super::resolutions::Resolutions;
use super::rollcall::RollCall;
use super::sets::{MAX_ROLLCALLS, MemberSet};
use super::source::{Origin, Source};
use super::text::{Text, is_clean};
use super::voted::Body;
use super::votes::Planes;

pub(super) use self::header::add_names;
pub use self::header::{FileKind, Heading, SeatName};
pub use self::line::RollCallEntry;
pub(super) use self::line::is_default;

/// What the line of an adopted text begins with.
const ADOPTED: &str = "{\"adopted\":";

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
            return Err(bad(at + 1, format!("the record number {} appears twice", entry.rollcall.number)));
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
        let letters = match rollcall.body {
            Body::Assembly => write_letters(votes, heading.seats.len()),
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
