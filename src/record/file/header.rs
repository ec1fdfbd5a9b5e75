//! The header of a record's file: which form it has, from where it is, and whose letters a line holds.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::record::member::{Member, NameUsed};
use crate::record::packed::packed;
use crate::record::sets::{Index, MAX_SEATS, MemberId};
use crate::record::source::{Origin, Source};
use crate::record::text::{Text, is_clean};

pub(super) const FORMAT: &str = "plenary-rollcalls";
/// The version of the format that this program writes, and the newest that it reads.
pub(super) const VERSION: u32 = 1;

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
    /// The name and when it is in the source.
    #[serde(flatten)]
    pub used: NameUsed,
}

packed!(SeatName { code, used });

#[derive(Serialize, Deserialize)]
pub(super) struct Header<'a> {
    pub(super) format: Cow<'a, str>,
    pub(super) version: u32,
    pub(super) kind: FileKind,
    pub(super) origin: Origin,
    pub(super) sources: Vec<Source>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) names: Vec<SeatName>,
    pub(super) seats: Vec<Cow<'a, str>>,
}

/// What a header says first; read before the rest, so that a newer version is named as such.
#[derive(Deserialize)]
struct Version<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u32,
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

pub(super) fn read_header(line: &str) -> Result<Header<'_>, String> {
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
pub(super) fn json_error(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.rfind(" at line ").map_or(text.as_str(), |at| &text[..at]);
    format!("column {}: {}", error.column(), what.escape_debug())
}

pub(super) fn unclean(text: &str) -> String {
    format!("a control character in \"{}\"", text.escape_debug())
}

/// The member that each letter of a line is for.
pub(super) fn seat_order(header: &Header<'_>, seats: &mut Vec<Member>) -> Result<Vec<MemberId>, String> {
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
            return Err(format!("seat {code} appears twice in \"seats\""));
        }
        order.push(id);
    }
    add_names(seats, &header.names);
    Ok(order)
}

/// Gives the seats the names that they do not have yet.
pub(in crate::record) fn add_names(seats: &mut [Member], names: &[SeatName]) {
    for SeatName { code, used } in names {
        if let Some(member) = seats.iter_mut().find(|member| member.code == *code)
            && !member.names.contains(used)
        {
            member.names.push(used.clone());
        }
    }
}
