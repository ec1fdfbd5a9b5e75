//! How a group of members voted on a roll call: its tally, its line, who voted otherwise.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::analysis::{cohesion, defectors};
use crate::record::{MemberSet, Record, RollCallId, State, Tally};

/// How the members of a group voted.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GroupVotes<'r> {
    #[serde(rename = "group")]
    pub(crate) name: GroupName<'r>,
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

/// What a group is called; those that are in none too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum GroupName<'r> {
    Named(Cow<'r, str>),
    NoGroup,
}

impl GroupName<'_> {
    /// Its name, as in JSON.
    pub(crate) fn word(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::NoGroup => "none",
        }
    }
}

impl Serialize for GroupName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'r> GroupVotes<'r> {
    /// The votes of `members`, which are called `name`, on the roll call `id`. Of `open` it is not known whether they belong to
    /// them, and nobody says that they left a line.
    pub(crate) fn new(
        record: &Record,
        id: RollCallId,
        name: GroupName<'r>,
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
            let name = name.map_or(GroupName::NoGroup, |name| GroupName::Named(name.into()));
            Self::new(record, id, name, members, &MemberSet::EMPTY)
        };
        groups.map(votes).collect()
    }
}
