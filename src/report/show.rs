//! One roll call in words: what was voted on, the tally, every member's vote.

use crate::answer::groups::GroupName;
use crate::answer::show::{Show, VotesByCode};
use crate::answer::{Closeness, Window};
use crate::record::{Body, Outcome, State};

use super::{Answer, Block, Cell, Column, Table};

/// What a member cast on a roll call of a body: "Hungary voted no", "Palau was absent".
pub fn vote_in_words(name: &str, state: State, body: Body) -> String {
    match state {
        State::Yes | State::No => format!("{name} voted {}", state.word()),
        State::Abstain => format!("{name} abstained"),
        State::Absent => format!("{name} was absent"),
        State::NotMember if body == Body::Council => format!("{name} has no vote here: not on the Council then"),
        State::NotMember => format!("{name} has no vote here: not a member then"),
    }
}

/// What members that are in no group are called where others have the name of theirs.
pub const IN_NO_GROUP: &str = "in no group";

impl GroupName<'_> {
    /// What it is called beside its votes.
    pub(crate) fn in_words(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::NoGroup => IN_NO_GROUP,
        }
    }
}

impl Closeness {
    /// "margin 75; 38 from yes to no and it has no simple majority, 20 and no two thirds; which applied is not recorded".
    pub(crate) fn in_words(self) -> String {
        let simple = match self.simple {
            Some(flips) => format!("{flips} from yes to no and it has no simple majority"),
            None => "no simple majority".to_owned(),
        };
        let two_thirds = match (self.two_thirds, self.simple) {
            (Some(flips), _) => format!("{flips} and no two thirds"),
            (None, Some(_)) => "it has no two thirds as it is".to_owned(),
            (None, None) => "nor two thirds".to_owned(),
        };
        let margin = self.margin.to_string().replace('-', "−");
        format!("margin {margin}; {simple}, {two_thirds}; which majority applied is not recorded")
    }
}

impl Show<'_> {
    /// Who put the text, members by their names.
    fn put_by(&self) -> String {
        let record = self.votes.record;
        self.sponsors.iter().map(|sponsor| record.sponsor(sponsor)).collect::<Vec<_>>().join(", ")
    }

    /// How it ended, where that is not that it was adopted: "vetoed by Russia".
    pub(crate) fn outcome_in_words(&self) -> Option<String> {
        let record = self.votes.record;
        match self.row.outcome {
            // Whole records of another source say nothing of how theirs ended.
            Outcome::Adopted | Outcome::Unknown => None,
            Outcome::Vetoed => {
                let by: Vec<_> = self.veto.iter().map(|code| record.sponsor(code)).collect();
                Some(format!("vetoed by {}", by.join(" and ")))
            }
            Outcome::Rejected if self.row.body == Body::Council => {
                Some("rejected: without the majority needed".to_owned())
            }
            Outcome::Rejected => Some("rejected".to_owned()),
        }
    }

    /// What the permanent members of the Council voted: "China yes, …, United States no (veto)".
    fn permanent_in_words(&self) -> String {
        let record = self.votes.record;
        let said = self.permanent.iter().map(|&member| {
            let veto = if self.veto.contains(&record.code(member)) { " (veto)" } else { "" };
            format!("{} {}{veto}", record.name(member), self.votes.planes.state(member).word())
        });
        said.collect::<Vec<_>>().join(", ")
    }

    /// What those of its members were called then that have another name today; none where there are none.
    pub(crate) fn names_in_words(&self) -> Option<String> {
        let names: Vec<_> = self.names_then.iter().map(|(name, then)| format!("{name} ({then})")).collect();
        (!names.is_empty())
            .then(|| format!("Members have today's names; in brackets those of that day: {}.", names.join(", ")))
    }
}

/// A yes, a no, or that nobody knows.
fn known(value: Option<bool>) -> String {
    match value {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => "not known".to_owned(),
    }
}

impl Show<'_> {
    /// What there is to say of the roll call and its text, each under its name.
    fn facts(&self) -> Vec<(&'static str, String)> {
        let row = &self.row;
        let mut facts = vec![
            ("Symbol", if row.symbol.is_empty() { "none".to_owned() } else { row.symbol.to_owned() }),
            ("Date", format!("{}, {}", row.date, row.body.held_in(row.session))),
            ("Tally", row.tally_in_words()),
        ];
        if let Some(close) = self.closeness {
            facts.push(("Closeness", close.in_words()));
        }
        if let Some(outcome) = self.outcome_in_words() {
            facts.push(("Outcome", outcome));
        }
        if !self.permanent.is_empty() {
            facts.push(("Permanent", self.permanent_in_words()));
        }
        if !self.votes.record.origin().has_absences() {
            facts.push(("Amendment", known(self.amendment)));
            facts.push(("Paragraph", known(self.paragraph)));
        }
        let topics = self.topics.iter().map(|topic| topic.name).collect();
        let lists = [
            ("Draft", &self.drafts),
            ("Agenda", &self.agenda),
            ("Subjects", &self.subjects),
            ("Topics", &topics),
            ("Meeting", &self.meeting),
            ("Report", &self.report),
        ];
        facts.extend(
            lists.into_iter().filter(|(_, cells)| !cells.is_empty()).map(|(name, cells)| (name, cells.join(" | "))),
        );
        let texts = [
            ("Committee", self.committee.map(|committee| committee.name().to_owned())),
            ("Submitted by", Some(self.put_by()).filter(|by| !by.is_empty())),
            ("Text", self.description.map(str::to_owned)),
            ("Note", self.remarks.joined()),
            ("Names", self.names_in_words()),
            ("Record number", Some(row.id.to_string())),
            ("Link", self.link.clone()),
        ];
        facts.extend(texts.into_iter().filter_map(|(name, text)| Some((name, text?))));
        facts
    }

    /// Who voted which way, by name.
    fn voters(&self) -> impl Iterator<Item = Block> {
        let record = self.votes.record;
        let by_name = record.members().by_name();
        record.origin().states().iter().filter_map(|&state| Some((state, self.members_in(state)?))).flat_map(
            move |(state, members)| {
                let names = by_name.iter().filter(|&&id| members.contains(id)).map(|&id| record.name(id).to_owned());
                [Block::Heading(format!("{} ({})", state.heading(), members.len())), Block::Names(names.collect())]
            },
        )
    }

    fn by_group(&self) -> Table {
        let columns = ["group", "yes", "no", "abstain", "absent"].map(Column::new).into();
        let rows = self.groups.iter().map(|group| {
            let counts = [Some(group.yes), Some(group.no), Some(group.abstain), group.absent];
            std::iter::once(group.name.word().into()).chain(counts.map(Cell::from)).collect()
        });
        Table { columns, rows: rows.collect() }
    }
}

impl Answer for Show<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Title(self.row.title.to_owned()), Block::Facts(self.facts())];
        blocks.extend(self.voters());
        if !self.groups.is_empty() {
            blocks.push(Block::Heading("Regional groups of today".to_owned()));
            blocks.push(Block::Table(self.by_group()));
        }
        blocks
    }

    fn rows(&self) -> Table {
        let VotesByCode { record, planes } = &self.votes;
        let members = record.members().iter().filter(|&(id, _)| planes.members().contains(id));
        let rows = members.map(|(id, member)| {
            let group = member.group.as_deref().unwrap_or(GroupName::NoGroup.word());
            [member.code.as_ref(), member.name.as_ref(), group, planes.state(id).word()].map(Cell::from).into()
        });
        Table { columns: ["code", "name", "group", "vote"].map(Column::new).into(), rows: rows.collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
