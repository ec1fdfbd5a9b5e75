//! What another record has otherwise.

use serde::Serialize;

use crate::analysis::against::{Against, Otherwise};
use crate::record::{Record, State};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};
use crate::answer::{Credit, Window};

/// From how many members on a roll call is listed by itself, and deserves a note.
pub const MANY: usize = 10;

/// Two records held against each other, roll call by roll call and member by member.
#[derive(Clone, Debug, Serialize)]
pub struct AgainstReport<'r> {
    rollcalls_compared: usize,
    votes_compared: usize,
    differ: usize,
    by: Vec<StateChange>,
    rollcalls: Vec<Differing<'r>>,
    only_here: usize,
    only_there: usize,
    against: Credit,
    source: Credit,
    #[serde(skip)]
    place: String,
}

/// How many members are in one state here and in another there; none is no member.
#[derive(Clone, Copy, Debug, Serialize)]
struct StateChange {
    here: Option<State>,
    there: Option<State>,
    votes: usize,
}

/// A roll call that the other record has otherwise.
#[derive(Clone, Debug, Serialize)]
struct Differing<'r> {
    id: u32,
    symbol: &'r str,
    date: String,
    differ: usize,
    members: Vec<ComparedMember<'r>>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct ComparedMember<'r> {
    code: &'r str,
    here: Option<State>,
    there: Option<State>,
}

fn word(state: Option<State>) -> &'static str {
    state.unwrap_or(State::NotMember).word()
}

/// How many stand how here and how there, most first.
fn kinds<'a, 'r: 'a>(members: impl Iterator<Item = &'a ComparedMember<'r>>) -> Vec<StateChange> {
    let mut kinds: Vec<StateChange> = Vec::new();
    for &ComparedMember { here, there, .. } in members {
        match kinds.iter_mut().find(|kind| (kind.here, kind.there) == (here, there)) {
            Some(kind) => kind.votes += 1,
            None => kinds.push(StateChange { here, there, votes: 1 }),
        }
    }
    kinds.sort_by(|a, b| b.votes.cmp(&a.votes).then((a.here, a.there).cmp(&(b.here, b.there))));
    kinds
}

impl Differing<'_> {
    /// "32 absent here and yes there, 3 abstain here and yes there".
    fn in_words(&self) -> String {
        let kinds = kinds(self.members.iter()).into_iter();
        let said = kinds
            .map(|StateChange { here, there, votes }| format!("{votes} {} here and {} there", word(here), word(there)));
        said.collect::<Vec<_>>().join(", ")
    }
}

impl<'r> AgainstReport<'r> {
    /// What `there`, the record in the file `place`, has otherwise than `here`.
    pub fn new(here: &'r Record, there: &'r Record, place: String) -> Self {
        // Those without votes by member have nothing to compare.
        let recorded = |record: &Record| record.rollcalls().filter(|&(id, _)| record.is_recorded(id)).count();
        let against = Against::new(here, there);
        let pairs = against.pairs();
        let mut rollcalls: Vec<Differing<'r>> = Vec::new();
        for &pair in pairs {
            let member = |Otherwise { code, here, there }| ComparedMember { code, here, there };
            let members: Vec<_> = against.otherwise(pair).into_iter().map(member).collect();
            let rollcall = here.rollcall(pair.here);
            if !members.is_empty() {
                rollcalls.push(Differing {
                    id: rollcall.number.0,
                    symbol: &rollcall.symbol,
                    date: rollcall.date.to_string(),
                    differ: members.len(),
                    members,
                });
            }
        }
        rollcalls.sort_by_key(|rollcall| std::cmp::Reverse(rollcall.differ));
        Self {
            rollcalls_compared: pairs.len(),
            votes_compared: pairs.iter().map(|&pair| against.rows(pair)).sum(),
            differ: rollcalls.iter().map(|rollcall| rollcall.differ).sum(),
            by: kinds(rollcalls.iter().flat_map(|rollcall| &rollcall.members)),
            rollcalls,
            only_here: recorded(here) - pairs.len(),
            only_there: recorded(there) - pairs.len(),
            against: Credit::of(there),
            source: Credit::of(here),
            place,
        }
    }

    /// Whether no roll call was found in both.
    pub fn is_empty(&self) -> bool {
        self.rollcalls_compared == 0
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
            ("Otherwise", format!("{} on {}", thousands(self.differ), counted(self.rollcalls.len(), "roll call"))),
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
                Cell::Text(rollcall.date.clone()),
                rollcall.symbol.into(),
                Cell::Count(rollcall.differ as u64),
                Cell::Text(rollcall.in_words()),
            ]
        };
        let columns =
            vec![Column::new("date"), Column::new("symbol"), Column::new("members"), Column::giving_way("how")];
        let mut blocks =
            vec![Block::Title(format!("The record beside {}", self.place)), Block::Facts(facts), Block::Table(by)];
        if !many.is_empty() {
            blocks.push(Block::Heading(format!(
                "{} or more members otherwise: {} (the others by --format json or csv)",
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
                    Cell::Text(rollcall.date.clone()),
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
}
