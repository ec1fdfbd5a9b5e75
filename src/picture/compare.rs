//! Roll calls side by side: how many went from which vote to which, and who.

use std::fmt::Write as _;

use crate::answer::moves::{MoveTable, Moves, Pattern};
use crate::record::{Record, RollCallId, RollCallSet, State, StateWords};
use crate::report::counted;
use crate::report::text::day;

use super::look::FillStyle;
use super::names::named;
use super::page::{FAINT, INNER, MARGIN, PicturePage};
use super::subject::Subject;
use super::svg::{Anchor, Px, Type, rect, text};

const HIGH: f64 = 420.0;
/// The width of a stack, and what stays empty between two states of it.
const STACK: f64 = 30.0;
const GAP: f64 = 7.0;
const LABEL: Type = Type::new(15.0);
/// What is left for labels at both ends.
const ENDS: f64 = 170.0;
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
    let said = format!("{some} of {all} that {there} all of them moved");
    let mut page = PicturePage::new(&title, &format!("Votes of the UN General Assembly · {said}"));
    for &id in ids {
        let rollcall = record.rollcall(id);
        page.paragraph(&rollcall.short_symbol(), &format!("{} · {}", rollcall.title, day(rollcall.date)));
    }
    flow(&mut page, record, &moves);
    page.tell("Stacks of members by vote, with bands from each vote to the next one.");
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
        told.push(("Others".to_owned(), format!("{} in other rows of votes", counted(members, "member"))));
    }
    told
}

/// Stacks of members by vote, and bands between them.
fn flow(page: &mut PicturePage, record: &Record, moves: &Moves) {
    let Moves { ids, steps, .. } = moves;
    let words = record.state_words(ids.iter().copied());
    let stacks: Vec<[usize; 5]> = (0..ids.len())
        .map(|at| {
            State::ALL.map(|state| {
                let out = steps.get(at).map(|step| step.sum_from(state));
                let into = at.checked_sub(1).and_then(|before| steps.get(before)).map(|step| step.sum_to(state));
                out.max(into).unwrap_or(0)
            })
        })
        .collect();
    let most = stacks.iter().map(|stack| stack.iter().sum::<usize>()).max().unwrap_or(1).max(1);
    let scale = (HIGH - 4.0 * GAP) / most as f64;
    let top = page.y + 66.0;
    let (left, right) = (MARGIN + ENDS, MARGIN + INNER - ENDS - STACK);
    let x = |at: usize| left + (right - left) * at as f64 / (ids.len() - 1) as f64;
    let tops: Vec<[f64; 5]> = stacks
        .iter()
        .map(|stack| {
            let mut y = top;
            stack.map(|count| {
                let here = y;
                y += count as f64 * scale + if count > 0 { GAP } else { 0.0 };
                here
            })
        })
        .collect();
    // Those that moved stand over those that stayed.
    for (at, step, stayed) in
        [true, false].into_iter().flat_map(|stayed| steps.iter().enumerate().map(move |(at, step)| (at, step, stayed)))
    {
        let (mut out, mut into) = (tops[at], tops[at + 1]);
        for from in State::ALL {
            for to in State::ALL {
                let members = step.count(from, to);
                let high = members as f64 * scale;
                if members > 0 && stayed == (from == to) {
                    let ends = [(x(at) + STACK, out[from as usize]), (x(at + 1), into[to as usize])];
                    let words = format!("{} to {}: {members}", words.heading(from), words.heading(to));
                    band(&mut page.body, ends, high, FillStyle::of(from), stayed, &words);
                }
                out[from as usize] += high;
                into[to as usize] += high;
            }
        }
    }
    for (at, (&id, stack)) in ids.iter().zip(&stacks).enumerate() {
        let rollcall = record.rollcall(id);
        let middle = (x(at) + STACK / 2.0, top - 30.0);
        text(&mut page.body, middle, LABEL.bold().anchor(Anchor::Middle), &rollcall.short_symbol());
        let date = rollcall.date.to_string();
        let below = (middle.0, middle.1 + 18.0);
        text(&mut page.body, below, Type::new(13.0).colour(FAINT).anchor(Anchor::Middle), &date);
        let mut free = f64::NEG_INFINITY;
        for (&count, (&state, &y)) in
            stack.iter().zip(State::ALL.iter().zip(&tops[at])).filter(|(count, _)| **count > 0)
        {
            let high = count as f64 * scale;
            rect(&mut page.body, (x(at), y), (STACK, high), &FillStyle::of(state).fill());
            let base = (y + high / 2.0 + 5.0).max(free + 17.0);
            free = base;
            let label = format!("{} {count}", words.heading(state));
            if at == 0 {
                text(&mut page.body, (x(at) - 10.0, base), LABEL.anchor(Anchor::End), &label);
            } else if at + 1 == ids.len() {
                text(&mut page.body, (x(at) + STACK + 10.0, base), LABEL, &label);
            } else if high >= 14.0 {
                let number = Type::new(12.0).bold().anchor(Anchor::Middle).colour(FillStyle::of(state).ink);
                let room = number.width(&count.to_string()) + 4.0;
                rect(&mut page.body, (middle.0 - room / 2.0, base - 12.5), (room, 15.0), FillStyle::of(state).colour);
                text(&mut page.body, (middle.0, base - 1.0), number, &count.to_string());
            }
        }
    }
    page.y = top + HIGH + 14.0;
}

/// A band of members from one stack to the next.
fn band(out: &mut String, [a, b]: [(f64, f64); 2], high: f64, look: FillStyle, stayed: bool, words: &str) {
    let middle = Px(f64::midpoint(a.0, b.0));
    let [ax, ay, bx, by] = [a.0, a.1, b.0, b.1].map(Px);
    let [a_low, b_low] = [a.1 + high, b.1 + high].map(Px);
    let opacity = if stayed { "0.28" } else { "0.75" };
    let (fill, class) = (look.colour, if stayed { "stayed" } else { "moved" });
    let _ = writeln!(
        out,
        "<path class=\"{class}\" d=\"M{ax} {ay}C{middle} {ay} {middle} {by} {bx} {by}V{b_low}C{middle} {b_low} {middle} {a_low} \
         {ax} {a_low}Z\" fill=\"{fill}\" fill-opacity=\"{opacity}\"><title>{words}</title></path>"
    );
}
