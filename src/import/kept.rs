//! What a record knows of a roll call and a newer file leaves out: it stays.

use crate::record::{Record, RollCallEntry, RollCallId, Texts};

/// A roll call of a file, with the agenda, subjects, meeting, report and drafts that `base` has of it where the file has none.
pub(super) fn with_known_texts(mut entry: RollCallEntry, base: &Record) -> RollCallEntry {
    let Some(id) = base.by_number(entry.rollcall.number).or_else(|| renumbered(&entry, base)) else { return entry };
    let (here, there) = (&mut entry.rollcall, base.rollcall(id));
    let keep = |cells: &mut Texts, known: &Texts| {
        if cells.is_empty() {
            cells.clone_from(known);
        }
    };
    keep(&mut here.agenda, &there.agenda);
    keep(&mut here.subjects, &there.subjects);
    keep(&mut here.meeting, &there.meeting);
    keep(&mut here.report, &there.report);
    keep(&mut here.drafts, &there.drafts);
    entry
}

/// The roll call of `base` under a number of our own that this one, with the library's number, takes the place of.
fn renumbered(entry: &RollCallEntry, base: &Record) -> Option<RollCallId> {
    let here = &entry.rollcall;
    let of_day = base.between(Some(here.date), Some(here.date));
    let mut same = of_day.iter().filter(|&id| base.rollcall(id).symbol.eq_ignore_ascii_case(&here.symbol));
    let id = same.next()?;
    (same.next().is_none() && base.rollcall(id).number.is_own() && !here.number.is_own()).then_some(id)
}
