//! A series as a grid in words: who wavers first, then every vote as a letter.

use crate::answer::Window;
use crate::answer::grid::{GridRow, GridVote, SeriesGrid};
use crate::record::State;

use super::{Answer, Block, Cell, Column, Table};

/// How the members of a grid are ranked, and what is not said by it.
pub const WAVERS: &str = "Wavers: changes from one vote cast to the next over the last six texts, of as many as could \
                          have been; at least four votes cast among them. A count of what was, no word of what will be.";

/// What the letters of a grid are.
pub const GRID_LETTERS: &str =
    "Y yes, N no, A abstained, X absent, . not a member then, ? votes by member not recorded";

impl GridVote {
    /// The letter of a vote, another where there was no member and where votes were not recorded.
    pub(crate) fn letter(self) -> char {
        match self {
            Self::NotRecorded => '?',
            Self::Known(State::NotMember) => '.',
            Self::Known(state) => state.letter(),
        }
    }
}

impl GridRow<'_> {
    /// "2 of 5"; none with too few votes cast.
    pub(crate) fn changes_in_words(&self) -> Option<String> {
        self.changes.zip(self.n).map(|(changes, n)| format!("{changes} of {n}"))
    }

    /// "A to Y"; none where it did not move.
    pub(crate) fn moved_in_letters(&self) -> Option<String> {
        self.moved_last.map(|(from, to)| format!("{}→{}", from.letter(), to.letter()))
    }
}

impl SeriesGrid<'_> {
    fn table(&self, whole: bool) -> Table {
        let facts = if whole {
            vec!["code", "name", "group", "changes", "n", "no", "abstain", "moved"]
        } else {
            vec!["code", "name", "changes", "no", "abstain", "moved"]
        };
        let texts = self.ids.iter().map(|&id| {
            let symbol = self.record.rollcall(id).short_symbol();
            Column::named(&if self.record.is_recorded(id) { symbol.into_owned() } else { format!("{symbol} ?") })
        });
        let columns = facts.into_iter().map(Column::new).chain(texts).collect();
        let text = |text: Option<&str>| text.map_or(Cell::Undefined, Cell::from);
        let row = |row: &GridRow<'_>| {
            let moved = row.moved_in_letters();
            let mut cells = vec![Cell::from(row.code), Cell::from(row.name)];
            if whole {
                let count = |count: Option<u8>| Cell::from(count.map(u32::from));
                cells.extend([text(row.group), count(row.changes), count(row.n)]);
            } else {
                cells.push(text(row.changes_in_words().as_deref()));
            }
            cells.extend([row.no.into(), row.abstain.into(), text(moved.as_deref())]);
            cells.extend(row.votes.iter().map(|vote| Cell::Text(vote.letter().to_string())));
            cells
        };
        Table { columns, rows: self.members.iter().map(row).collect() }
    }
}

impl Answer for SeriesGrid<'_> {
    fn blocks(&self) -> Vec<Block> {
        let title = self.rollcalls.last().map_or_else(String::new, |row| row.title.to_owned());
        let said = [WAVERS, GRID_LETTERS].map(str::to_owned).to_vec();
        vec![Block::Title(title), Block::Table(self.table(false)), Block::Names(said)]
    }

    fn rows(&self) -> Table {
        self.table(true)
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
