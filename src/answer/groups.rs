//! How a group of members voted on a roll call: its tally, its line, who voted otherwise.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::analysis::{cohesion, defectors};
use crate::record::{MemberSet, Record, RollCallId, State, Tally};

/// What stands for the regional group of a seat that has none, in the place of a name.
pub(crate) const NO_GROUP: &str = "none";

/// How the members of a group voted.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GroupVotes<'r> {
    /// None of those that are in no group.
    #[serde(rename = "group", serialize_with = "or_no_group")]
    pub(crate) name: Option<Cow<'r, str>>,
    pub(crate) yes: u16,
    pub(crate) no: u16,
    pub(crate) abstain: u16,
    pub(crate) absent: Option<u16>,
    #[serde(skip)]
    pub(crate) members: MemberSet,
    #[serde(skip)]
    pub(crate) tally: Tally,
    /// What most of them voted; none where two votes are level.
    #[serde(skip)]
    pub(crate) line: Option<State>,
    /// The Agreement Index over the votes cast; none where there are none.
    #[serde(skip)]
    pub(crate) cohesion: Option<f64>,
    /// Those of them that voted otherwise than the line.
    #[serde(skip)]
    pub(crate) otherwise: MemberSet,
}

fn or_no_group<S: Serializer>(name: &Option<Cow<'_, str>>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(name.as_deref().unwrap_or(NO_GROUP))
}

impl<'r> GroupVotes<'r> {
    /// The votes of `members`, which are called `name`, on the roll call `id`. Of `open` it is not known whether they belong to
    /// them, and nobody says that they left a line.
    pub(crate) fn new(
        record: &Record,
        id: RollCallId,
        name: Option<Cow<'r, str>>,
        members: MemberSet,
        open: &MemberSet,
    ) -> Self {
        let planes = record.votes().of_rollcall(id);
        let tally @ Tally { yes, no, abstain, absent } = planes.tally_among(&members);
        Self {
            name,
            yes,
            no,
            abstain,
            absent: record.origin().has_absences().then_some(absent),
            tally,
            line: tally.line(),
            cohesion: cohesion(tally),
            otherwise: &defectors(planes, &members) - open,
            members,
        }
    }

    /// The regional groups of today on a roll call, by name; seats without one last.
    pub(crate) fn regional(record: &'r Record, id: RollCallId) -> Vec<Self> {
        let members = record.votes().of_rollcall(id).members();
        let groups = record.members().grouped(&members, |member| member.group.as_deref()).into_iter();
        let votes = |(name, members): (Option<&'r str>, _)| {
            Self::new(record, id, name.map(Cow::Borrowed), members, &MemberSet::EMPTY)
        };
        groups.map(votes).collect()
    }
}
