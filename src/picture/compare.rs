//! Roll calls side by side: how many went from which vote to which, and who.

use crate::answer::moves::{MoveTable, Moves, Pattern};
use crate::record::{Record, RollCallId, RollCallSet, State, StateWords};
use crate::report::counted;
use crate::report::text::day;

use super::flow;
use super::names::named;
use super::page::PicturePage;
use super::subject::Subject;

/// More rows of votes than this are counted, not named; and so are members that stayed, where they are more.
const ROWS: usize = 12;
const STAYED: usize = 25;

pub(super) fn rollcalls(of: &Subject<'_, '_>, ids: &[RollCallId]) -> String {
    let record = of.lexicon.record();
    let mut set = RollCallSet::empty(record.len());
    set.extend(ids.iter().copied());
    let symbols: Vec<_> = ids.iter().map(|&id| record.rollcall(id).short_symbol()).collect();
    let moves = Moves::new(record, ids.to_vec());
    let (some, all) = moves.moved_of_all();
    let title = match symbols.as_slice() {
        [first, second] => format!("Who moved from {first} to {second}"),
        _ => format!("Who moved: {}", symbols.join(", ")),
    };
    let there = if record.origin().has_absences() { "were members at" } else { "voted on" };
    let said = format!("{some} of the {all} that {there} all of them moved");
    let mut page = PicturePage::new(&title, &format!("Votes of the {} · {said}", record.bodies(ids.iter().copied())));
    for &id in ids {
        let rollcall = record.rollcall(id);
        page.paragraph(&rollcall.short_symbol(), &format!("{} · {}", rollcall.title, day(rollcall.date)));
    }
    flow::draw(&mut page, record, &moves);
    page.tell("Stacks of members by vote, with bands from each vote to the next.");
    for &id in ids {
        let said = crate::report::rollcall_in_words(record, id);
        page.tell(&format!("{}: {said}.", record.rollcall(id).symbol));
    }
    let words = record.state_words(ids.iter().copied());
    let told =
        if let [step] = moves.steps.as_slice() { by_move(record, words, step) } else { rows(record, &moves.patterns) };
    for (lead, names) in told {
        page.tell(&format!("{lead}: {names}."));
        page.paragraph(&lead, &names);
    }
    let mut notes = Vec::new();
    if ids.len() > 2 {
        let absent = if record.origin().has_absences() { "X absent, " } else { "" };
        let nobody = words.word(State::NotMember);
        notes.push(format!("Y yes, N no, A abstaining, {absent}. {nobody}; in the order of the roll calls."));
    }
    page.finish(record, &set, &of.link, &notes)
}

/// Who went from what to what, with few that stayed.
fn by_move(record: &Record, words: StateWords, step: &MoveTable) -> Vec<(String, String)> {
    let told = step.moves.iter().filter(|one| !one.stayed() || one.members.len() <= STAYED).map(|one| {
        let [from, to] = [one.from, one.to].map(|state| words.word(state));
        let lead = if one.stayed() { format!("Stayed {from}") } else { format!("From {from} to {to}") };
        (one.stayed(), format!("{lead} ({})", one.members.len()), named(record, &one.members))
    });
    let mut told: Vec<_> = told.collect();
    told.sort_by_key(|&(stayed, ..)| stayed);
    told.into_iter().map(|(_, lead, names)| (lead, names)).collect()
}

/// Members that moved, by their rows of votes.
fn rows(record: &Record, all: &[Pattern]) -> Vec<(String, String)> {
    let moved: Vec<_> = all.iter().filter(|pattern| pattern.moved()).collect();
    let letters =
        |states: &[State]| states.iter().map(|state| state.letter().to_string()).collect::<Vec<_>>().join(" ");
    let mut told: Vec<_> = moved
        .iter()
        .take(ROWS)
        .map(|one| (format!("{} ({})", letters(&one.states), one.members.len()), named(record, &one.members)))
        .collect();
    if moved.len() > ROWS {
        let members: usize = moved[ROWS..].iter().map(|one| one.members.len()).sum();
        told.push(("Others".to_owned(), format!("{} in other patterns", counted(members, "member"))));
    }
    told
}
