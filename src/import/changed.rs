//! A roll call of a file held against what the record has under its number: another roll call is refused, and what would
//! be lost is said.

use crate::record::{MemberSet, Planes, Record, RollCall, RollCallEntry, State};

use super::built::Built;
use super::findings::{Findings, Odd};

/// Why a file is refused that has, under a number of the record, a roll call that shares neither symbol nor day nor title
/// with the record's.
pub(super) fn another(built: &[Built], base: &Record) -> Option<String> {
    built.iter().find_map(|built| {
        let here = &built.entry.rollcall;
        let there = base.rollcall(base.by_number(here.number)?);
        let is_another = here.body != there.body
            || here.date != there.date && here.title != there.title && !here.symbol.eq_ignore_ascii_case(&there.symbol);
        is_another.then(|| {
            format!(
                "roll call {} is {} of {} here and {} of {} in the record, with another title; correct the \
                 number",
                here.number, here.symbol, here.date, there.symbol, there.date
            )
        })
    })
}

/// Notes what of the record a roll call of a file changes beyond a vote here and there.
pub(super) fn note(entry: &RollCallEntry, base: &Record, findings: &mut Findings) {
    let Some(id) = base.counterpart(&entry.rollcall) else { return note_twin(entry, base, findings) };
    let (here, there) = (&entry.rollcall, base.rollcall(id));
    let texts = other_texts(here, there);
    if !texts.is_empty() {
        findings.note(Odd::OtherText, || format!("{} {}", here.number, texts.join(", ")));
    }
    let before = base.votes().of_rollcall(id);
    let codes = |members: &MemberSet| {
        let codes: Vec<_> = members.iter().take(SPELLED_OUT).map(|id| base.code(id)).collect();
        let more = if members.len() > SPELLED_OUT { " …" } else { "" };
        format!("{} without {}{more}", here.number, codes.join(" "))
    };
    let gone = &before.members() - &entry.votes.members();
    if !gone.is_empty() {
        findings.fewer += gone.len();
        findings.note(Odd::Fewer, || codes(&gone));
    }
    let silent: MemberSet = cast(before).iter().filter(|&id| entry.votes.state(id) == State::Absent).collect();
    if !silent.is_empty() {
        findings.silent += silent.len();
        findings.note(Odd::Silent, || codes(&silent));
    }
}

/// Notes a new roll call that the record has already, under another number: with its symbol, day and votes.
fn note_twin(entry: &RollCallEntry, base: &Record, findings: &mut Findings) {
    let here = &entry.rollcall;
    let is_twin = |there: &RollCall| {
        !here.symbol.is_empty() && here.body == there.body && here.symbol.eq_ignore_ascii_case(&there.symbol)
    };
    let mut known = base.those_of_day(here.date).filter(|(_, there)| is_twin(there));
    let votes = |id| base.votes().of_rollcall(id);
    if let Some((_, there)) = known.find(|&(id, _)| *votes(id) == entry.votes) {
        findings.note(Odd::Twin, || format!("{} of {}, known as {}", here.number, here.symbol, there.number));
    }
}

/// How many members of a roll call are named.
const SPELLED_OUT: usize = 5;

/// Those that cast a vote.
fn cast(votes: &Planes<MemberSet>) -> MemberSet {
    votes.members().iter().filter(|&id| votes.state(id) != State::Absent).collect()
}

/// The symbol, day and title of a roll call that are others than before, each with what it was.
fn other_texts(here: &RollCall, there: &RollCall) -> Vec<String> {
    let mut texts = Vec::new();
    if here.symbol != there.symbol {
        texts.push(format!("{} (was {})", here.symbol, there.symbol));
    }
    if here.date != there.date {
        texts.push(format!("{} (was {})", here.date, there.date));
    }
    if here.title != there.title {
        texts.push(format!("“{}” (was “{}”)", here.title, there.title));
    }
    texts
}
