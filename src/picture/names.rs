//! Members by name, as paragraphs and descriptions list them.

use crate::record::{MemberSet, Record};

/// The short names of some members in alphabetical order, with commas between them.
pub(super) fn named(record: &Record, members: &MemberSet) -> String {
    let ids = record.members().by_name().into_iter().filter(|&id| members.contains(id));
    ids.map(|id| record.name(id)).collect::<Vec<_>>().join(", ")
}
