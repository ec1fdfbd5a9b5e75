//! The topics in words: what each is about, its rule, how many roll calls it has.

use crate::answer::Window;
use crate::answer::topics::{TopicRow, Topics};

use super::{Answer, Block, Cell, Column, Table, counted};

impl Answer for Topics<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Title("Topics: a roll call may have several, or none".to_owned())];
        for TopicRow { name, title, about, any, none, rollcalls } in &self.topics {
            blocks.push(Block::Heading(format!("topic:{name} · {title} · {}", counted(*rollcalls, "roll call"))));
            let mut facts = vec![("About", (*about).to_owned()), ("Any of", any.join(", "))];
            if !none.is_empty() {
                facts.push(("None of", none.join(", ")));
            }
            blocks.push(Block::Facts(facts));
        }
        blocks.push(Block::Heading("Reading a rule".to_owned()));
        blocks.push(Block::Names(vec![
            "words are looked for in title, agenda and subjects, or in the one that is named; a-b is words in a row"
                .to_owned(),
            "a full stop ends a word that must be whole; a|b is either; -a leaves out".to_owned(),
        ]));
        blocks
    }

    fn rows(&self) -> Table {
        let columns = ["name", "title", "rollcalls", "about", "any", "none"].map(Column::new).into();
        let row = |row: &TopicRow<'_>| {
            vec![
                row.name.into(),
                row.title.into(),
                Cell::Count(row.rollcalls as u64),
                row.about.into(),
                row.any.join(", ").as_str().into(),
                row.none.join(", ").as_str().into(),
            ]
        };
        Table { columns, rows: self.topics.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
