//! Every vote as rows: one after the other, for what counts on, or as a table.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::answer::Window;
use crate::answer::votes::{RollCallFacts, VoteList};
use crate::record::{RollCallId, State};

use super::csv::{Lines, harmless};
use super::{Answer, Block, Cell, Column, Table};

/// The columns of a roll call's facts.
const FACTS: [&str; 5] = ["id", "symbol", "date", "session", "body"];

impl RollCallFacts<'_> {
    fn texts(&self) -> [String; 5] {
        let session = self.session.map_or_else(String::new, |session| session.to_string());
        [self.id.to_string(), self.symbol.to_owned(), self.date.to_string(), session, self.body.word().to_owned()]
    }

    fn cells(&self) -> [Cell; 5] {
        let [_, symbol, date, session, body] = self.texts().map(Cell::Text);
        [Cell::Count(self.id.0.into()), symbol, date, session, body]
    }
}

/// The same with a roll call a row and a column for each member: `Y N A X`, and nothing where it was no member.
#[derive(Debug)]
pub struct VotesWide<'v, 'r> {
    list: &'v VoteList<'r>,
    codes: Vec<&'r str>,
}

impl<'v, 'r> VotesWide<'v, 'r> {
    /// The votes of a list.
    pub fn new(list: &'v VoteList<'r>) -> Self {
        Self { codes: list.codes(), list }
    }

    /// The state of each member that has a column.
    fn states(&self, id: RollCallId) -> impl Iterator<Item = (&'r str, Option<State>)> {
        let mut votes = self.list.votes(id).peekable();
        self.codes.iter().map(move |&code| (code, votes.next_if(|vote| vote.0 == code).map(|vote| vote.1)))
    }
}

impl Serialize for VotesWide<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.list.rollcalls().iter().map(|&id| WideRow { votes: self, id }))
    }
}

/// A roll call and its column of each member.
struct WideRow<'a, 'v, 'r> {
    votes: &'a VotesWide<'v, 'r>,
    id: RollCallId,
}

impl Serialize for WideRow<'_, '_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facts = self.votes.list.facts(self.id);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &facts.id)?;
        map.serialize_entry("symbol", facts.symbol)?;
        map.serialize_entry("date", &facts.date)?;
        map.serialize_entry("session", &facts.session)?;
        map.serialize_entry("body", &facts.body)?;
        for (code, state) in self.votes.states(self.id) {
            map.serialize_entry(code, &state.map(State::letter))?;
        }
        map.end()
    }
}

/// Rows that are written as they are made: those of the whole record are too many to hold as one text.
pub trait Rows: Serialize {
    /// Hands the cells of each line to `add`, that of the names of the columns first.
    ///
    /// # Errors
    /// Those of `add`.
    fn each(&self, add: impl FnMut(&[Cow<'_, str>]) -> io::Result<()>) -> io::Result<()>;
}

impl Rows for VoteList<'_> {
    fn each(&self, mut add: impl FnMut(&[Cow<'_, str>]) -> io::Result<()>) -> io::Result<()> {
        add(&FACTS.into_iter().chain(["code", "vote"]).map(Cow::Borrowed).collect::<Vec<_>>())?;
        for &id in self.rollcalls() {
            let facts = self.facts(id).texts();
            let [id_text, symbol, date, session, body] = facts.each_ref().map(|text| Cow::Borrowed(text.as_str()));
            let mut line = [id_text, symbol, date, session, body, "".into(), "".into()];
            for (code, vote) in self.votes(id) {
                [line[5], line[6]] = [code, vote.word()].map(Cow::Borrowed);
                add(&line)?;
            }
        }
        Ok(())
    }
}

impl Rows for VotesWide<'_, '_> {
    fn each(&self, mut add: impl FnMut(&[Cow<'_, str>]) -> io::Result<()>) -> io::Result<()> {
        add(&FACTS.iter().chain(&self.codes).map(|&name| Cow::Borrowed(name)).collect::<Vec<_>>())?;
        for &id in self.list.rollcalls() {
            let facts = self.list.facts(id).texts().map(Cow::Owned);
            let letters =
                self.states(id).map(|(_, state)| state.map_or(Cow::Borrowed(""), |it| it.letter().to_string().into()));
            add(&facts.into_iter().chain(letters).collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

/// Writes rows as CSV, or as one JSON value.
///
/// # Errors
/// Those of `to`.
pub fn write_all(rows: &impl Rows, json: bool, mut to: impl Write) -> io::Result<()> {
    if json {
        serde_json::to_writer(&mut to, rows)?;
        return writeln!(to).and_then(|()| to.flush());
    }
    let mut lines = Lines::new();
    rows.each(|cells| {
        lines.add(cells.iter().map(|cell| harmless(cell)));
        lines.flush(&mut to)
    })?;
    to.flush()
}

impl Answer for VoteList<'_> {
    fn blocks(&self) -> Vec<Block> {
        vec![Block::Table(self.rows())]
    }

    fn rows(&self) -> Table {
        let columns = FACTS.into_iter().chain(["code", "vote"]).map(Column::new).collect();
        let rows = self.rollcalls().iter().flat_map(|&id| {
            let facts = self.facts(id).cells();
            self.votes(id)
                .map(move |(code, vote)| facts.iter().cloned().chain([code.into(), vote.word().into()]).collect())
        });
        Table { columns, rows: rows.collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(VoteList::window(self))
    }
}

impl Answer for VotesWide<'_, '_> {
    fn blocks(&self) -> Vec<Block> {
        vec![Block::Table(self.rows())]
    }

    fn rows(&self) -> Table {
        let columns = FACTS.into_iter().map(Column::new).chain(self.codes.iter().map(|code| Column::named(code)));
        let row = |&id: &RollCallId| {
            let letters = self
                .states(id)
                .map(|(_, state)| Cell::Text(state.map_or_else(String::new, |it| it.letter().to_string())));
            self.list.facts(id).cells().into_iter().chain(letters).collect()
        };
        Table { columns: columns.collect(), rows: self.list.rollcalls().iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(self.list.window())
    }
}
