//! A bloc over a set of roll calls: who belongs, cohesion, who is loyal and who is near outside.

use serde::Serialize;

use crate::analysis::{BlocVotes, ENOUGH, Loyalty, Mean, Neighbour, Neighbours, Ranked};
use crate::query::{BlocRemark, Expression, Lexicon, Nobody};
use crate::record::{Member, MemberId, MemberSet, Record, RollCallId, RollCallSet, State, fold};

/// A bloc.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocSide<'r> {
    pub(crate) expr: String,
    pub(crate) members: Vec<&'r str>,
    /// Of which day the members are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) notes: Vec<BlocRemark>,
    pub(crate) cohesion: Mean,
    pub(crate) rice: Mean,
    pub(crate) loyalty: Vec<Loyal<'r>>,
    pub(crate) outside: Vec<Outside<'r>>,
    #[serde(skip)]
    pub(crate) names: Vec<&'r str>,
    /// Why it has no members on that day, where it has none.
    #[serde(skip)]
    pub(crate) nobody: Option<Nobody>,
    /// The members on the day of the last roll call.
    #[serde(skip)]
    pub(crate) at_end: MemberSet,
    #[serde(skip)]
    pub(super) votes: BlocVotes<'r>,
}

/// A member of a bloc beside the line of the others. The least loyal first; those with too few votes to rank last.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Loyal<'r> {
    #[serde(flatten)]
    pub(crate) seat: BlocSeat<'r>,
    pub(crate) value: Option<f64>,
}

/// Somebody of no bloc beside the line of one. The nearest first; those with too few votes to rank last.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Outside<'r> {
    #[serde(flatten)]
    pub(crate) seat: BlocSeat<'r>,
    pub(crate) agreement: Option<f64>,
}

/// A member and how many votes its figure is over.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocSeat<'r> {
    pub(crate) code: &'r str,
    #[serde(skip)]
    pub(crate) name: &'r str,
    pub(crate) n: u32,
    #[serde(skip)]
    pub(crate) member: MemberId,
}

impl BlocSeat<'_> {
    /// Whether its figure is over enough votes to rank it.
    pub(crate) fn is_ranked(&self) -> bool {
        self.n >= ENOUGH
    }
}

impl<'r> BlocSide<'r> {
    pub(super) fn new(
        lexicon: &Lexicon<'r>,
        expression: &Expression,
        votes: BlocVotes<'r>,
        other: Option<&BlocVotes<'r>>,
        set: &RollCallSet,
    ) -> Self {
        let record = lexicon.record();
        let at_end = votes.at_end(set);
        let seats = || at_end.iter().map(|id| record.members().get(id));
        let mut names: Vec<_> = seats().map(|member| member.name.as_ref()).collect();
        names.sort_by_cached_key(|name| fold(name));
        Self {
            expr: expression.to_string(),
            members: seats().map(|member| member.code.as_ref()).collect(),
            notes: expression.remarks(lexicon, set),
            cohesion: votes.cohesion(set),
            rice: votes.rice(set),
            loyalty: loyalty(record, votes.loyalty(set)),
            outside: outside(record, votes.outside(other, set)),
            nobody: names.is_empty().then(|| expression.nobody()),
            names,
            at_end,
            votes,
        }
    }

    /// Its line on a roll call: the plurality of its votes.
    pub(crate) fn line(&self, id: RollCallId) -> Option<State> {
        self.votes.tally(id).line()
    }

    /// The roll calls of `set` on which a member of it cast another vote than its line.
    pub(crate) fn defections(&self, member: MemberId, set: &RollCallSet) -> RollCallSet {
        self.votes.defections(member, set)
    }
}

fn seat(record: &Record, member: MemberId, n: u32) -> BlocSeat<'_> {
    let Member { code, name, .. } = record.members().get(member);
    BlocSeat { code, name, n, member }
}

fn loyalty(record: &Record, members: Ranked<Loyalty>) -> Vec<Loyal<'_>> {
    let loyal = |member: Loyalty| Loyal { seat: seat(record, member.member, member.n), value: member.value() };
    members.ranked.into_iter().chain(members.few).map(loyal).collect()
}

fn outside(record: &Record, others: Neighbours) -> Vec<Outside<'_>> {
    let outside = |other: Neighbour| Outside {
        seat: seat(record, other.member, other.pair.n()),
        agreement: other.pair.agreement(),
    };
    others.ranked.into_iter().chain(others.few).map(outside).collect()
}
