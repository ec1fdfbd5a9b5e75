//! One roll call: what was voted on, the tally, every member's vote.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::query::{Lexicon, Topic};
use crate::record::{
    Body, Committee, MemberId, MemberSet, PERMANENT, Planes, Record, RollCallId, RollCallRemark, State, Text,
};

use super::closeness::Closeness;
use super::groups::GroupVotes;
use super::list::RollCallRow;
use super::window::{Credit, Window};

/// A roll call with every member's vote.
#[derive(Clone, Debug, Serialize)]
pub struct Show<'r> {
    #[serde(flatten)]
    pub(crate) row: RollCallRow<'r>,
    pub(crate) closeness: Option<Closeness>,
    pub(crate) agenda: Vec<&'r str>,
    pub(crate) subjects: Vec<&'r str>,
    pub(crate) topics: Vec<TopicName<'r>>,
    pub(crate) meeting: Vec<&'r str>,
    pub(crate) report: Vec<&'r str>,
    pub(crate) drafts: Vec<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) amendment: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) paragraph: Option<bool>,
    pub(crate) committee: Option<Committee>,
    pub(crate) sponsors: Vec<&'r str>,
    /// The codes of the permanent members for whose no it failed.
    pub(crate) veto: Vec<&'r str>,
    /// The permanent members that were on the Council, in the order in which they are listed; none on a roll call of the
    /// Assembly.
    #[serde(skip)]
    pub(crate) permanent: Vec<MemberId>,
    #[serde(rename = "note")]
    pub(crate) remarks: Remarks,
    pub(crate) link: Option<String>,
    /// The members that had another name then: the name of today, and that one.
    #[serde(skip)]
    pub(crate) names_then: Vec<(&'r str, &'r str)>,
    pub(crate) votes: VotesByCode<'r>,
    /// The regional groups of today, by name; seats without one last.
    pub(crate) groups: Vec<GroupVotes<'r>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) id: RollCallId,
}

/// A topic that a roll call is on: in JSON its short name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TopicName<'r> {
    pub(crate) name: &'r str,
    pub(crate) title: &'r str,
}

impl Serialize for TopicName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

/// Every member's vote, by code.
#[derive(Clone, Debug)]
pub(crate) struct VotesByCode<'r> {
    pub(crate) record: &'r Record,
    pub(crate) planes: &'r Planes<MemberSet>,
}

impl Serialize for VotesByCode<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.planes.members();
        let mut map = serializer.serialize_map(Some(members.len()))?;
        for (id, member) in self.record.members().iter().filter(|&(id, _)| members.contains(id)) {
            map.serialize_entry(&member.code, &self.planes.state(id))?;
        }
        map.end()
    }
}

/// What a reader should know of a roll call; its JSON is all of it in one text.
#[derive(Clone, Debug)]
pub(crate) struct Remarks(pub(crate) Vec<RollCallRemark>);

/// The permanent members that had a seat on a roll call of the Council.
fn permanent(record: &Record, id: RollCallId) -> Vec<MemberId> {
    if record.rollcall(id).body != Body::Council {
        return Vec::new();
    }
    let seated = record.votes().of_rollcall(id).members();
    let seats = PERMANENT.iter().filter_map(|code| record.members().by_code(code));
    seats.filter(|&seat| seated.contains(seat)).collect()
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(AsRef::as_ref).collect()
}

impl<'r> Show<'r> {
    /// The roll call `id`, asked for as `asked`.
    pub fn new(lexicon: &'r Lexicon<'_>, id: RollCallId, asked: &str) -> Self {
        let topic = |topic: &'r Topic| TopicName { name: &topic.name, title: &topic.title };
        let text = lexicon.record().resolution(id);
        Self {
            topics: lexicon.topics_of(id).map(topic).collect(),
            drafts: lexicon.record().all_drafts(id).collect(),
            committee: text.and_then(|text| text.committee),
            sponsors: text.map_or_else(Vec::new, |text| texts(&text.sponsors)),
            ..Self::without_topics(lexicon.record(), id, asked)
        }
    }

    /// The same without its topics, committee and sponsors: to find them takes longer than a frame, the first time.
    pub fn without_topics(record: &'r Record, id: RollCallId, asked: &str) -> Self {
        let details = record.rollcall(id).details();
        Self {
            row: RollCallRow::new(record, id),
            closeness: Closeness::of(record, id),
            agenda: texts(&details.agenda),
            subjects: texts(&details.subjects),
            topics: Vec::new(),
            meeting: texts(&details.meeting),
            report: texts(&details.report),
            drafts: record.drafts(id).collect(),
            description: details.description.as_deref(),
            amendment: details.amendment,
            paragraph: details.paragraph,
            committee: None,
            sponsors: Vec::new(),
            veto: details.veto.iter().map(|member| record.code(member)).collect(),
            permanent: permanent(record, id),
            remarks: Remarks(record.remarks(id)),
            link: record.link(id),
            names_then: record.names_then(id).collect(),
            votes: VotesByCode { record, planes: record.votes().of_rollcall(id) },
            groups: GroupVotes::regional(record, id),
            window: Window::new(record, asked, &record.only(id)),
            source: Credit::over(record, &record.only(id)),
            id,
        }
    }

    /// Who is in a state, of those that a source tells apart; none where nobody is.
    pub(crate) fn members_in(&self, state: State) -> Option<&'r MemberSet> {
        self.votes.planes.of(state).filter(|members| !members.is_empty())
    }
}
