//! What a record knows of a roll call and a newer file leaves out: it stays.

use crate::record::{Record, RollCallEntry, Texts};

/// A roll call of a file, with the agenda, subjects, meeting, report and drafts that `base` has of it where the file has none.
pub(super) fn with_known_texts(mut entry: RollCallEntry, base: &Record) -> RollCallEntry {
    let number = entry.rollcall.number;
    // A number of our own over one of the library's comes from a source with texts of its own.
    let kept = base.counterpart(&entry.rollcall).filter(|&id| base.rollcall(id).number == number || !number.is_own());
    let Some(id) = kept else { return entry };
    let there = base.rollcall(id).details();
    let keep = |cells: &mut Texts, known: &Texts| {
        if cells.is_empty() {
            cells.clone_from(known);
        }
    };
    entry.rollcall.change_details(|here| {
        keep(&mut here.agenda, &there.agenda);
        keep(&mut here.subjects, &there.subjects);
        keep(&mut here.meeting, &there.meeting);
        keep(&mut here.report, &there.report);
        keep(&mut here.drafts, &there.drafts);
    });
    entry
}
