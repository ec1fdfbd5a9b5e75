//! A tally as a bar: each state as long as its share, told apart by shape and by colour.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::record::{Origin, Record, RollCallId, State, Tally};

use crate::report::text::thousands;

use super::page::{Line, Page, Piece, Role, line_width};

/// The bar of a tally in the given number of columns.
pub(super) fn bar(tally: Tally, columns: usize) -> Line {
    let parts = State::OF_MEMBERS.into_iter().zip(lengths(tally, columns)).filter(|&(_, length)| length > 0);
    parts.map(|(state, length)| Piece::new(run(state, length), Role::Vote(state))).collect()
}

/// The shape of a vote so many times.
fn run(state: State, length: usize) -> Cow<'static, str> {
    /// As long as most bars: a page has hundreds.
    static RUNS: LazyLock<[String; 5]> = LazyLock::new(|| State::ALL.map(|state| shape(state).repeat(128)));
    let shape = shape(state);
    match RUNS[state as usize].get(..length * shape.len()) {
        Some(run) => Cow::Borrowed(run),
        None => Cow::Owned(shape.repeat(length)),
    }
}

/// The shape of a vote in a bar.
pub(super) fn shape(state: State) -> &'static str {
    match state {
        State::Yes => "█",
        State::No => "▒",
        State::Abstain => "░",
        State::Absent => "·",
        State::NotMember => " ",
    }
}

/// The mark of a vote before a name or a count; a member that did not vote has no letter.
pub(super) fn mark(state: State) -> &'static str {
    match state {
        State::Yes => "Y",
        State::No => "N",
        State::Abstain => "A",
        State::Absent => "·",
        State::NotMember => " ",
    }
}

/// The counts of a tally in the states that a source tells apart, as `Y 93   N 18   A 65   · 17` with up to three columns
/// after each, fewer where there is no room for so many.
pub(super) fn counts(tally: Tally, origin: Origin, room: usize) -> Line {
    let spaced = |space: usize| {
        let mut line = Line::new();
        for &state in origin.states() {
            if !line.is_empty() {
                line.push(Piece::plain(" ".repeat(space)));
            }
            line.push(Piece::new(mark(state), Role::Strong(state)));
            line.push(Piece::title(format!(" {}", thousands(tally.of(state).into()))));
        }
        line
    };
    (1..=3).rev().map(spaced).find(|line| line_width(line) <= room).unwrap_or_else(|| spaced(1))
}

/// Adds the bar and the counts of a roll call to a page, or that its votes by member were not recorded.
pub(super) fn tallied(record: &Record, id: RollCallId, page: &mut Page) {
    if record.is_recorded(id) {
        let (tally, columns) = (record.tally(id), page.columns());
        page.push(bar(tally, columns));
        page.push(counts(tally, record.origin(), columns));
    } else {
        page.wrapped(&unrecorded(), Role::Strong(State::NotMember));
    }
}

/// That votes by member were not recorded, as a sentence.
pub(super) fn unrecorded() -> String {
    "Votes by member not recorded: no member's vote is known, and the roll call counts in no figure.".to_owned()
}

/// How many columns each state gets: its share, rounded so that all are used (largest remainder), and at least one if
/// anybody voted this way and there is room.
fn lengths(tally: Tally, columns: usize) -> [usize; 4] {
    let counts = State::OF_MEMBERS.map(|state| usize::from(tally.of(state)));
    let all: usize = counts.iter().sum();
    if all == 0 {
        return [0; 4];
    }
    let least = usize::from(columns >= counts.len());
    let mut lengths = counts.map(|count| (count * columns / all).max(least.min(count)));
    loop {
        let used: usize = lengths.iter().sum();
        // What a state has too much (or, below zero, too little), in parts of a column.
        let excess = |at: usize| (lengths[at] * all).cast_signed() - (counts[at] * columns).cast_signed();
        let states = 0..counts.len();
        let change = match used.cmp(&columns) {
            std::cmp::Ordering::Equal => return lengths,
            std::cmp::Ordering::Less => states.filter(|&at| counts[at] > 0).min_by_key(|&at| excess(at)),
            std::cmp::Ordering::Greater => states.filter(|&at| lengths[at] > least).max_by_key(|&at| excess(at)),
        };
        let Some(at) = change else { return lengths };
        if used < columns { lengths[at] += 1 } else { lengths[at] -= 1 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_bar_is_proportional_and_hides_nobody() {
        for (tally, columns, expected) in [
            ((93, 18, 65, 17), 40, [19, 4, 13, 4]),
            ((141, 0, 0, 0), 10, [10, 0, 0, 0]),
            ((190, 1, 1, 1), 10, [7, 1, 1, 1]),
            ((0, 0, 0, 0), 10, [0, 0, 0, 0]),
            ((1, 1, 1, 1), 0, [0, 0, 0, 0]),
        ] {
            let (yes, no, abstain, absent) = tally;
            assert_eq!(lengths(Tally { yes, no, abstain, absent }, columns), expected, "{tally:?}");
        }
    }

    proptest! {
        #[test]
        fn a_bar_fills_its_columns(counts in proptest::array::uniform4(0_u16..200), columns in 0_usize..200) {
            let [yes, no, abstain, absent] = counts;
            let lengths = lengths(Tally { yes, no, abstain, absent }, columns);
            prop_assert_eq!(lengths.iter().sum::<usize>(), if counts == [0; 4] { 0 } else { columns });
            for (count, length) in counts.iter().zip(lengths) {
                prop_assert!(*count > 0 || length == 0);
                prop_assert!(*count == 0 || length > 0 || columns < 4);
            }
        }
    }
}
