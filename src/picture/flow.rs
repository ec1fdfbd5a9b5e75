//! Members by vote on roll calls side by side: a stack for each, and bands from each to the next.

use std::fmt::Write as _;

use crate::answer::moves::Moves;
use crate::record::{Record, RollCallId, State, StateWords};

use super::look::FillStyle;
use super::page::{FAINT, INNER, MARGIN, PicturePage};
use super::svg::{Anchor, Px, Type, rect, text};

const HIGH: f64 = 420.0;
/// The width of a stack, and what stays empty between two states of it.
const STACK: f64 = 30.0;
const GAP: f64 = 7.0;
const LABEL: Type = Type::new(15.0);
/// What is left for labels at both ends.
const ENDS: f64 = 170.0;

/// Where the stacks are.
struct Stacks<'m> {
    record: &'m Record,
    moves: &'m Moves,
    /// How many members are in each state, for each stack.
    counts: Vec<[usize; 5]>,
    /// The height of a member.
    scale: f64,
    top: f64,
}

/// A band of members from one stack to the next.
struct FlowBand {
    ends: [(f64, f64); 2],
    high: f64,
    from: State,
    to: State,
    members: usize,
}

/// Draws stacks of members by vote, and bands between them.
pub(super) fn draw(page: &mut PicturePage, record: &Record, moves: &Moves) {
    let stacks = Stacks::new(record, moves, page.y + 66.0);
    let bands = stacks.bands();
    // Those that moved lie over those that stayed.
    let (below, above): (Vec<_>, Vec<_>) = bands.iter().partition(|band| band.stayed());
    let words = record.state_words(moves.ids.iter().copied());
    below.into_iter().chain(above).for_each(|band| band.draw(words, &mut page.body));
    for (at, &id) in moves.ids.iter().enumerate() {
        stacks.draw_title(at, id, &mut page.body);
        stacks.draw_stack(at, &mut page.body);
    }
    page.y = stacks.top + HIGH + 14.0;
}

impl<'m> Stacks<'m> {
    fn new(record: &'m Record, moves: &'m Moves, top: f64) -> Self {
        let Moves { ids, steps, .. } = moves;
        let counts: Vec<[usize; 5]> = (0..ids.len())
            .map(|at| {
                State::ALL.map(|state| {
                    let out = steps.get(at).map(|step| step.sum_from(state));
                    let into = at.checked_sub(1).and_then(|before| steps.get(before)).map(|step| step.sum_to(state));
                    out.max(into).unwrap_or(0)
                })
            })
            .collect();
        let most = counts.iter().map(|stack| stack.iter().sum::<usize>()).max().unwrap_or(1).max(1);
        Self { record, moves, counts, scale: (HIGH - 4.0 * GAP) / most as f64, top }
    }

    /// The left side of a stack.
    fn x(&self, at: usize) -> f64 {
        let (left, right) = (MARGIN + ENDS, MARGIN + INNER - ENDS - STACK);
        left + (right - left) * at as f64 / (self.counts.len() - 1) as f64
    }

    /// Where each state of a stack begins.
    fn tops(&self, at: usize) -> [f64; 5] {
        let mut y = self.top;
        self.counts[at].map(|count| {
            let here = y;
            y += count as f64 * self.scale + if count > 0 { GAP } else { 0.0 };
            here
        })
    }

    /// The bands between each stack and the next.
    fn bands(&self) -> Vec<FlowBand> {
        let mut bands = Vec::new();
        for (at, step) in self.moves.steps.iter().enumerate() {
            let (mut out, mut into) = (self.tops(at), self.tops(at + 1));
            for (from, to) in State::ALL.into_iter().flat_map(|from| State::ALL.map(|to| (from, to))) {
                let members = step.count(from, to);
                let high = members as f64 * self.scale;
                let ends = [(self.x(at) + STACK, out[from as usize]), (self.x(at + 1), into[to as usize])];
                if members > 0 {
                    bands.push(FlowBand { ends, high, from, to, members });
                }
                out[from as usize] += high;
                into[to as usize] += high;
            }
        }
        bands
    }

    /// The symbol and the day of a roll call, over its stack.
    fn draw_title(&self, at: usize, id: RollCallId, out: &mut String) {
        let rollcall = self.record.rollcall(id);
        let (x, y) = (self.x(at) + STACK / 2.0, self.top - 30.0);
        text(out, (x, y), LABEL.bold().anchor(Anchor::Middle), &rollcall.short_symbol());
        let small = Type::new(13.0).colour(FAINT).anchor(Anchor::Middle);
        text(out, (x, y + 18.0), small, &rollcall.date.to_string());
    }

    /// The states of a stack with their counts: beside those at the ends, on the others where there is room.
    fn draw_stack(&self, at: usize, out: &mut String) {
        let (x, middle) = (self.x(at), self.x(at) + STACK / 2.0);
        let words = self.record.state_words(self.moves.ids.iter().copied());
        let mut free = f64::NEG_INFINITY;
        let parts = State::ALL.into_iter().zip(self.tops(at)).zip(self.counts[at]);
        for ((state, y), count) in parts.filter(|(_, count)| *count > 0) {
            let high = count as f64 * self.scale;
            rect(out, (x, y), (STACK, high), &FillStyle::of(state).fill());
            let base = (y + high / 2.0 + 5.0).max(free + 17.0);
            free = base;
            let label = format!("{} {count}", words.heading(state));
            if at == 0 {
                text(out, (x - 10.0, base), LABEL.anchor(Anchor::End), &label);
            } else if at + 1 == self.counts.len() {
                text(out, (x + STACK + 10.0, base), LABEL, &label);
            } else if high >= 14.0 {
                let number = Type::new(12.0).bold().anchor(Anchor::Middle).colour(FillStyle::of(state).ink);
                let room = number.width(&count.to_string()) + 4.0;
                rect(out, (middle - room / 2.0, base - 12.5), (room, 15.0), FillStyle::of(state).colour);
                text(out, (middle, base - 1.0), number, &count.to_string());
            }
        }
    }
}

impl FlowBand {
    fn stayed(&self) -> bool {
        self.from == self.to
    }

    fn draw(&self, words: StateWords, out: &mut String) {
        let [a, b] = self.ends;
        let middle = Px(f64::midpoint(a.0, b.0));
        let [ax, ay, bx, by] = [a.0, a.1, b.0, b.1].map(Px);
        let [a_low, b_low] = [a.1 + self.high, b.1 + self.high].map(Px);
        let (class, opacity) = if self.stayed() { ("stayed", "0.28") } else { ("moved", "0.75") };
        let fill = FillStyle::of(self.from).colour;
        let [from, to] = [self.from, self.to].map(|state| words.heading(state));
        let words = format!("{from} to {to}: {}", self.members);
        let _ = writeln!(
            out,
            "<path class=\"{class}\" d=\"M{ax} {ay}C{middle} {ay} {middle} {by} {bx} {by}V{b_low}C{middle} {b_low} {middle} {a_low} \
             {ax} {a_low}Z\" fill=\"{fill}\" fill-opacity=\"{opacity}\"><title>{words}</title></path>"
        );
    }
}
