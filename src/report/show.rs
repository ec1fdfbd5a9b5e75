//! One roll call: what was voted on, the tally, every member's vote.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::query::{Lexicon, drafts_of};
use crate::record::{
    Body, Committee, MemberId, MemberSet, Outcome, Planes, Record, RollCallId, RollCallSet, Session, State, Tally, Text,
};

use super::{Answer, Block, Cell, Column, Table};
use crate::answer::{Credit, RollCallRow, Window};

/// What stands for the regional group of a seat that has none.
const NO_GROUP: &str = "none";

/// A roll call with every member's vote.
#[derive(Clone, Debug, Serialize)]
pub struct Show<'r> {
    #[serde(flatten)]
    row: RollCallRow<'r>,
    agenda: Vec<&'r str>,
    subjects: Vec<&'r str>,
    topics: Vec<&'r str>,
    meeting: Vec<&'r str>,
    report: Vec<&'r str>,
    drafts: Vec<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    amendment: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<bool>,
    committee: Option<Committee>,
    sponsors: Vec<&'r str>,
    veto: Vec<&'r str>,
    note: Option<String>,
    link: Option<String>,
    #[serde(skip)]
    names_then: Option<String>,
    votes: Votes<'r>,
    groups: Vec<GroupVotes<'r>>,
    window: Window,
    source: Credit,
}

/// How the members of a regional group of today voted.
#[derive(Clone, Debug, Serialize)]
struct GroupVotes<'r> {
    #[serde(rename = "group")]
    name: &'r str,
    yes: u16,
    no: u16,
    abstain: u16,
    absent: Option<u16>,
}

/// Every member's vote, by code.
#[derive(Clone, Debug)]
struct Votes<'r> {
    record: &'r Record,
    planes: &'r Planes<MemberSet>,
}

impl Serialize for Votes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.planes.members();
        let mut map = serializer.serialize_map(Some(members.len()))?;
        for (id, member) in self.record.members().iter().filter(|&(id, _)| members.contains(id)) {
            map.serialize_entry(&member.code, &self.planes.state(id))?;
        }
        map.end()
    }
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(AsRef::as_ref).collect()
}

impl<'r> Show<'r> {
    /// The roll call `id`, asked for as `asked`.
    pub fn new(lexicon: &'r Lexicon<'r>, id: RollCallId, asked: &str) -> Self {
        let record = lexicon.record();
        let rollcall = record.rollcall(id);
        let planes = record.votes().of_rollcall(id);
        let remarks = record.remarks(id);
        let mut set = RollCallSet::empty(record.len());
        set.insert(id);
        Self {
            row: RollCallRow::new(record, id),
            agenda: texts(&rollcall.agenda),
            subjects: texts(&rollcall.subjects),
            topics: lexicon.topics_of(id).map(|topic| topic.name.as_str()).collect(),
            meeting: texts(&rollcall.meeting),
            report: texts(&rollcall.report),
            drafts: drafts_of(record, id).collect(),
            committee: record.resolution(id).and_then(|text| text.committee),
            sponsors: record.resolution(id).map_or_else(Vec::new, |text| texts(&text.sponsors)),
            veto: rollcall.veto.iter().map(|member| record.code(member)).collect(),
            description: rollcall.description.as_deref(),
            amendment: rollcall.amendment,
            paragraph: rollcall.paragraph,
            note: (!remarks.is_empty()).then(|| remarks.join(" ")),
            link: record.link(id),
            names_then: record.names_then(id),
            votes: Votes { record, planes },
            groups: groups(record, planes),
            window: Window::new(record, asked, &set),
            source: Credit::over(record, &set),
        }
    }

    /// Who put the text, members by their names.
    fn put_by(&self) -> String {
        let record = self.votes.record;
        let name = |sponsor: &&'r str| record.members().by_code(sponsor).map_or(*sponsor, |id| record.name(id));
        self.sponsors.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    /// How it ended, where that is not that it was adopted.
    fn outcome_in_words(&self) -> Option<String> {
        let record = self.votes.record;
        let name = |code: &&'r str| record.members().by_code(code).map_or(*code, |id| record.name(id));
        match self.row.outcome {
            Outcome::Adopted => None,
            Outcome::Vetoed => {
                Some(format!("vetoed by {}", self.veto.iter().map(name).collect::<Vec<_>>().join(" and ")))
            }
            Outcome::Rejected if self.row.body == Body::Council => {
                Some("rejected: without the majority needed".to_owned())
            }
            Outcome::Rejected => Some("rejected".to_owned()),
            Outcome::Unknown => Some("not known".to_owned()),
        }
    }

    /// The short names of the members in `state`, in the order of `by_name`.
    fn members_in(&self, state: State, by_name: &[MemberId]) -> Vec<String> {
        let Votes { record, planes } = &self.votes;
        let holds = |id: &&MemberId| planes.of(state).is_some_and(|plane| plane.contains(**id));
        by_name.iter().filter(holds).map(|&id| record.members().get(id).name.to_string()).collect()
    }
}

/// The tallies of the regional groups of today, by name; seats without one last.
fn groups<'r>(record: &'r Record, planes: &Planes<MemberSet>) -> Vec<GroupVotes<'r>> {
    let known = record.origin().has_absences();
    let group = |(group, members): (Option<&'r str>, MemberSet)| {
        let Tally { yes, no, abstain, absent } = planes.tally_among(&members);
        GroupVotes { name: group.unwrap_or(NO_GROUP), yes, no, abstain, absent: known.then_some(absent) }
    };
    let groups = record.members().grouped(&planes.members(), |member| member.group.as_deref());
    groups.into_iter().map(group).collect()
}

impl Answer for Show<'_> {
    fn blocks(&self) -> Vec<Block> {
        let row = &self.row;
        let mut facts = vec![
            ("Symbol", if row.symbol.is_empty() { "none".to_owned() } else { row.symbol.to_owned() }),
            (
                "Date",
                format!(
                    "{}, {}",
                    row.date,
                    row.session.map_or_else(|| "Security Council".to_owned(), Session::in_words)
                ),
            ),
            ("Tally", row.tally_in_words()),
        ];
        if let Some(outcome) = self.outcome_in_words() {
            facts.push(("Outcome", outcome));
        }
        let flag = |value: Option<bool>| match value {
            Some(true) => "yes".to_owned(),
            Some(false) => "no".to_owned(),
            None => "not known".to_owned(),
        };
        if !self.votes.record.origin().has_absences() {
            facts.push(("Amendment", flag(self.amendment)));
            facts.push(("Paragraph", flag(self.paragraph)));
        }
        let lists = [
            ("Draft", &self.drafts),
            ("Agenda", &self.agenda),
            ("Subjects", &self.subjects),
            ("Topics", &self.topics),
            ("Meeting", &self.meeting),
            ("Report", &self.report),
        ];
        facts.extend(
            lists.into_iter().filter(|(_, cells)| !cells.is_empty()).map(|(name, cells)| (name, cells.join(" | "))),
        );
        let texts = [
            ("Committee", self.committee.map(|committee| committee.name().to_owned())),
            ("Put by", Some(self.put_by()).filter(|by| !by.is_empty())),
            ("Text", self.description.map(str::to_owned)),
            ("Note", self.note.clone()),
            ("Names", self.names_then.clone()),
            ("Record number", Some(row.id.to_string())),
            ("Link", self.link.clone()),
        ];
        facts.extend(texts.into_iter().filter_map(|(name, text)| Some((name, text?))));
        let mut blocks = vec![Block::Title(row.title.to_owned()), Block::Facts(facts)];
        let by_name = self.votes.record.members().by_name();
        for &state in self.votes.record.origin().states() {
            let members = self.members_in(state, &by_name);
            if !members.is_empty() {
                blocks.push(Block::Heading(format!("{} ({})", state.heading(), members.len())));
                blocks.push(Block::Names(members));
            }
        }
        let columns = ["group", "yes", "no", "abstain", "absent"].map(Column::new).into();
        let rows = self.groups.iter().map(|group| {
            let counts = [Some(group.yes), Some(group.no), Some(group.abstain), group.absent];
            std::iter::once(group.name.into()).chain(counts.map(Cell::from)).collect()
        });
        if !self.groups.is_empty() {
            blocks.push(Block::Heading("Regional groups of today".to_owned()));
            blocks.push(Block::Table(Table { columns, rows: rows.collect() }));
        }
        blocks
    }

    fn rows(&self) -> Table {
        let Votes { record, planes } = &self.votes;
        let members = record.members().iter().filter(|&(id, _)| planes.members().contains(id));
        let rows = members.map(|(id, member)| {
            let group = member.group.as_deref().unwrap_or(NO_GROUP);
            [member.code.as_ref(), member.name.as_ref(), group, planes.state(id).word()].map(Cell::from).into()
        });
        Table { columns: ["code", "name", "group", "vote"].map(Column::new).into(), rows: rows.collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
