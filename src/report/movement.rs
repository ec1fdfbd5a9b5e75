//! Who moved most and least through a list of roll calls, as blocks of other answers.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::analysis::transition::{Movement, movements, row};
use crate::record::{Record, RollCallId, State};

use super::{Block, Cell, Column, Table, counted};

/// How many of the members that moved are ranked.
const RANKED: usize = 10;

/// The members that changed their votes most, and those that never did, or did least; the names of those that never did
/// where `with_still` asks for them.
pub(super) fn ranking(record: &Record, rollcalls: &[RollCallId], with_still: bool) -> Vec<Block> {
    let movements = movements(record, rollcalls);
    let moved = movements.partition_point(|movement| movement.changes() > 0);
    let (moved, still) = movements.split_at(moved);
    let mut blocks = Vec::new();
    if !moved.is_empty() {
        blocks.push(Block::Heading(
            "Changed most: from one vote cast to the next, of n that could have been changes".to_owned(),
        ));
        blocks.push(table(record, moved.iter().take(RANKED)));
    }
    if still.is_empty() {
        // The same table from its other end.
        let least: Vec<_> = moved.iter().rev().take(RANKED).collect();
        if moved.len() > RANKED {
            blocks.push(Block::Heading("Changed least".to_owned()));
            blocks.push(table(record, least.into_iter()));
        }
    } else {
        let members = counted(still.len(), "member");
        blocks.push(Block::Heading(format!("Never changed: {members} that cast at least two votes")));
        if with_still {
            blocks.push(Block::Entries(entries(record, rollcalls, still)));
        }
    }
    blocks
}

fn table<'m>(record: &Record, movements: impl Iterator<Item = &'m Movement>) -> Block {
    let columns = ["member", "changes", "between yes and no", "to or from abstain", "n"].map(Column::new).into();
    let row = |movement: &Movement| {
        let counts = [movement.changes(), movement.turns, movement.steps, movement.n];
        let name = record.members().get(movement.member).name.as_ref().into();
        std::iter::once(name).chain(counts.map(|count| Cell::Count(count.into()))).collect()
    };
    Block::Table(Table { columns, rows: movements.map(row).collect() })
}

/// Those that always voted alike, by that vote: those that could have changed most often first, with the n of the others.
fn entries(record: &Record, rollcalls: &[RollCallId], still: &[Movement]) -> Vec<(String, String)> {
    let most = still.iter().map(|movement| movement.n).max().unwrap_or_default();
    let mut by_vote: BTreeMap<State, Vec<String>> = BTreeMap::new();
    let mut still = still.to_vec();
    still.sort_by_key(|movement| Reverse(movement.n));
    for movement in &still {
        let states = row(record, rollcalls, movement.member);
        let cast = states.into_iter().find(|state| !matches!(state, State::Absent | State::NotMember));
        let name = &record.members().get(movement.member).name;
        let name = if movement.n == most { name.to_string() } else { format!("{name} (n = {})", movement.n) };
        by_vote.entry(cast.unwrap_or(State::NotMember)).or_default().push(name);
    }
    let entry = |(state, names): (State, Vec<String>)| {
        (format!("always {}: {}", state.word(), names.len()), format!("n = {most}: {}", names.join(", ")))
    };
    by_vote.into_iter().map(entry).collect()
}
