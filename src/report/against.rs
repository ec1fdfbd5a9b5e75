//! What another record has otherwise, in words.

use crate::answer::against::{AgainstReport, Differing, StateChange};
use crate::answer::{Credit, Window};
use crate::record::{Record, State};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};

/// From how many members on a roll call is listed by itself.
const MANY: usize = 10;

fn word(state: Option<State>) -> &'static str {
    state.unwrap_or(State::NotMember).word()
}

impl Differing<'_> {
    /// "32 absent here and yes there, 3 abstain here and yes there".
    fn in_words(&self) -> String {
        let said = self.by.iter().map(|&StateChange { here, there, votes }| {
            format!("{votes} {} here and {} there", word(here), word(there))
        });
        said.collect::<Vec<_>>().join(", ")
    }
}

impl Answer for AgainstReport<'_> {
    fn blocks(&self) -> Vec<Block> {
        let compared = format!(
            "{}, {} of their members",
            counted(self.rollcalls_compared, "roll call"),
            counted(self.votes_compared, "row")
        );
        let facts = vec![
            ("Compared", compared),
            ("Different", format!("{} on {}", thousands(self.differ), counted(self.rollcalls.len(), "roll call"))),
            ("Only here", counted(self.only_here, "roll call")),
            ("Only there", counted(self.only_there, "roll call")),
            ("There", self.against.citation.clone()),
        ];
        let by =
            self.by.iter().map(|by| vec![word(by.here).into(), word(by.there).into(), Cell::Count(by.votes as u64)]);
        let by = Table { columns: ["here", "there", "members"].map(Column::new).into(), rows: by.collect() };
        let many: Vec<_> = self.rollcalls.iter().filter(|rollcall| rollcall.differ >= MANY).collect();
        let row = |rollcall: &&Differing<'_>| {
            vec![
                Cell::Text(rollcall.date.to_string()),
                rollcall.symbol.into(),
                Cell::Count(rollcall.differ as u64),
                Cell::Text(rollcall.in_words()),
            ]
        };
        let columns =
            vec![Column::new("date"), Column::new("symbol"), Column::new("members"), Column::giving_way("how")];
        let mut blocks = vec![
            Block::Title(format!("The record compared with {}", self.place)),
            Block::Facts(facts),
            Block::Table(by),
        ];
        if !many.is_empty() {
            blocks.push(Block::Heading(format!(
                "{} or more members differ: {} (the others by --format json or csv)",
                MANY,
                counted(many.len(), "roll call")
            )));
            blocks.push(Block::Table(Table { columns, rows: many.iter().map(row).collect() }));
        }
        blocks
    }

    fn rows(&self) -> Table {
        let rows = self.rollcalls.iter().flat_map(|rollcall| {
            rollcall.members.iter().map(move |member| {
                vec![
                    Cell::Count(rollcall.id.into()),
                    rollcall.symbol.into(),
                    Cell::Text(rollcall.date.to_string()),
                    member.code.into(),
                    word(member.here).into(),
                    word(member.there).into(),
                ]
            })
        });
        let columns = ["id", "symbol", "date", "code", "here", "there"].map(Column::new).into();
        Table { columns, rows: rows.collect() }
    }

    fn window(&self) -> Option<&Window> {
        None
    }

    fn credit(&self, _record: &Record) -> Credit {
        self.source.clone()
    }
}
