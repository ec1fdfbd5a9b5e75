//! What another record has otherwise.

use jiff::civil::Date;
use serde::Serialize;

use crate::analysis::against::{Against, Otherwise};
use crate::record::{Record, State};

use super::window::Credit;

/// Two records compared, roll call by roll call and member by member.
#[derive(Clone, Debug, Serialize)]
pub struct AgainstReport<'r> {
    pub(crate) rollcalls_compared: usize,
    pub(crate) votes_compared: usize,
    pub(crate) differ: usize,
    pub(crate) by: Vec<StateChange>,
    pub(crate) rollcalls: Vec<Differing<'r>>,
    pub(crate) only_here: usize,
    pub(crate) only_there: usize,
    pub(crate) against: Credit,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) place: String,
}

/// How many members are in one state here and in another there; none is no member.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct StateChange {
    pub(crate) here: Option<State>,
    pub(crate) there: Option<State>,
    pub(crate) votes: usize,
}

/// A roll call that the other record has otherwise.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Differing<'r> {
    pub(crate) id: u32,
    pub(crate) symbol: &'r str,
    pub(crate) date: Date,
    pub(crate) differ: usize,
    pub(crate) members: Vec<Otherwise<'r>>,
    /// The same by their states, most first.
    #[serde(skip)]
    pub(crate) by: Vec<StateChange>,
}

/// How many members are in which state here and which there, most first.
fn state_changes<'a, 'r: 'a>(members: impl Iterator<Item = &'a Otherwise<'r>>) -> Vec<StateChange> {
    let mut kinds: Vec<StateChange> = Vec::new();
    for &Otherwise { here, there, .. } in members {
        match kinds.iter_mut().find(|kind| (kind.here, kind.there) == (here, there)) {
            Some(kind) => kind.votes += 1,
            None => kinds.push(StateChange { here, there, votes: 1 }),
        }
    }
    kinds.sort_by(|a, b| b.votes.cmp(&a.votes).then((a.here, a.there).cmp(&(b.here, b.there))));
    kinds
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
            let members = against.otherwise(pair);
            let rollcall = here.rollcall(pair.here);
            if !members.is_empty() {
                rollcalls.push(Differing {
                    id: rollcall.number.0,
                    symbol: &rollcall.symbol,
                    date: rollcall.date,
                    differ: members.len(),
                    by: state_changes(members.iter()),
                    members,
                });
            }
        }
        rollcalls.sort_by_key(|rollcall| std::cmp::Reverse(rollcall.differ));
        Self {
            rollcalls_compared: pairs.len(),
            votes_compared: pairs.iter().map(|&pair| against.rows(pair)).sum(),
            differ: rollcalls.iter().map(|rollcall| rollcall.differ).sum(),
            by: state_changes(rollcalls.iter().flat_map(|rollcall| &rollcall.members)),
            rollcalls,
            only_here: recorded(here) - pairs.len(),
            only_there: recorded(there) - pairs.len(),
            against: Credit::whole(there),
            source: Credit::whole(here),
            place,
        }
    }

    /// Whether no roll call was found in both.
    pub fn is_empty(&self) -> bool {
        self.rollcalls_compared == 0
    }
}
