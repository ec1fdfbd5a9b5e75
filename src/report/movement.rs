//! Who moved most and least through a list of roll calls, as blocks of other answers.

use crate::answer::moves::{Least, Movement, Ranking, Still};
use crate::record::Record;

use super::{Block, Cell, Column, Table, counted};

/// The members that changed their votes most, and those that never did, or did least; the names of those that never did
/// where `with_still` asks for them.
pub(super) fn ranking(record: &Record, ranking: &Ranking, with_still: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !ranking.moved.is_empty() {
        blocks.push(Block::Heading("Moved most: changes from one vote cast to the next, of n possible".to_owned()));
        blocks.push(table(record, ranking.most().iter()));
    }
    match ranking.least() {
        Least::NoOthers => {}
        Least::Less(least) => {
            blocks.push(Block::Heading("Moved least".to_owned()));
            blocks.push(table(record, least.into_iter()));
        }
        Least::Never(_) => {
            let members = counted(ranking.still.len(), "member");
            blocks.push(Block::Heading(format!("Never moved: {members} that cast at least two votes")));
            if with_still {
                blocks.push(Block::Entries(entries(record, ranking)));
            }
        }
    }
    blocks
}

fn table<'m>(record: &Record, movements: impl Iterator<Item = &'m Movement>) -> Block {
    let columns = ["member", "changes", "between yes and no", "to or from abstain", "n"].map(Column::new).into();
    let row = |movement: &Movement| {
        let counts = [movement.changes(), movement.turns, movement.steps, movement.n];
        let name = record.name(movement.member).into();
        std::iter::once(name).chain(counts.map(|count| Cell::Count(count.into()))).collect()
    };
    Block::Table(Table { columns, rows: movements.map(row).collect() })
}

/// Those that always voted alike, by that vote: those that could have changed most often first, with the n of the others.
fn entries(record: &Record, ranking: &Ranking) -> Vec<(String, String)> {
    let most = ranking.still.iter().map(|movement| movement.n).max().unwrap_or_default();
    let with_n = |movement: &Movement| {
        let name = record.name(movement.member);
        if movement.n == most { name.to_owned() } else { format!("{name} (n = {})", movement.n) }
    };
    let entry = |Still { state, members }: &Still| {
        let names: Vec<_> = members.iter().map(with_n).collect();
        (format!("always {}: {}", state.word(), names.len()), format!("n = {most}: {}", names.join(", ")))
    };
    ranking.still_by_vote().iter().map(entry).collect()
}
