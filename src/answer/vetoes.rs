//! Vetoes in the Security Council: by member, by year, and the drafts that failed for them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{MemberId, PERMANENT, Record, RollCallId, RollCallSet};

use super::window::{Credit, Window};

/// The vetoes among a set of roll calls.
#[derive(Clone, Debug, Serialize)]
pub struct Vetoes<'r> {
    pub(crate) window: Window,
    /// How many drafts failed for at least one no of a permanent member.
    pub(crate) drafts: usize,
    /// The permanent members, those with the most vetoes first; each draft counts for everyone that vetoed it.
    pub(crate) members: Vec<MemberVetoes<'r>>,
    /// The years in which there were any, oldest first.
    pub(crate) years: Vec<YearOfVetoes<'r>>,
    pub(crate) source: Credit,
}

/// The vetoes of a member.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MemberVetoes<'r> {
    pub(crate) code: &'r str,
    pub(crate) name: &'r str,
    /// How many drafts it vetoed.
    pub(crate) vetoes: usize,
    /// How many of them nobody else did.
    pub(crate) alone: usize,
    pub(crate) first: Option<Date>,
    pub(crate) last: Option<Date>,
    #[serde(skip)]
    pub(crate) member: MemberId,
    /// The drafts, newest first.
    #[serde(skip)]
    pub(crate) rollcalls: Vec<RollCallId>,
}

/// The vetoes of a year.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct YearOfVetoes<'r> {
    #[serde(rename = "key")]
    pub(crate) year: String,
    /// How many drafts were vetoed.
    pub(crate) drafts: usize,
    /// How many of them by each member, those without any left out.
    pub(crate) vetoes: BTreeMap<&'r str, usize>,
}

impl<'r> Vetoes<'r> {
    /// The vetoes among the roll calls of `set`, which `window` says.
    pub fn new(record: &'r Record, window: Window, set: &RollCallSet) -> Self {
        let vetoed: Vec<RollCallId> = set.iter().filter(|&id| !record.rollcall(id).veto().is_empty()).collect();
        let seats = PERMANENT.iter().filter_map(|code| record.members().by_code(code));
        let mut members: Vec<_> = seats.map(|member| MemberVetoes::new(record, member, &vetoed)).collect();
        members.sort_by_key(|row| std::cmp::Reverse(row.vetoes));
        let mut years: BTreeMap<i16, YearOfVetoes<'r>> = BTreeMap::new();
        for rollcall in vetoed.iter().map(|&id| record.rollcall(id)) {
            let year = rollcall.date.year();
            let entry = years.entry(year).or_insert_with(|| YearOfVetoes {
                year: year.to_string(),
                drafts: 0,
                vetoes: BTreeMap::new(),
            });
            entry.drafts += 1;
            for member in rollcall.veto().iter() {
                *entry.vetoes.entry(record.code(member)).or_default() += 1;
            }
        }
        let source = window.credit.clone();
        Self { window, drafts: vetoed.len(), members, years: years.into_values().collect(), source }
    }

    /// The vetoes of one of the permanent members.
    pub(crate) fn of(&self, member: MemberId) -> Option<&MemberVetoes<'r>> {
        self.members.iter().find(|row| row.member == member)
    }
}

impl<'r> MemberVetoes<'r> {
    fn new(record: &'r Record, member: MemberId, vetoed: &[RollCallId]) -> Self {
        let own = vetoed.iter().rev().copied().filter(|&id| record.rollcall(id).veto().contains(member));
        let rollcalls: Vec<_> = own.collect();
        let day = |id: Option<&RollCallId>| id.map(|&id| record.rollcall(id).date);
        Self {
            code: record.code(member),
            name: record.name(member),
            vetoes: rollcalls.len(),
            alone: rollcalls.iter().filter(|&&id| record.rollcall(id).veto().len() == 1).count(),
            first: day(rollcalls.last()),
            last: day(rollcalls.first()),
            member,
            rollcalls,
        }
    }
}
