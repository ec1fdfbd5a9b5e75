//! Adopted texts in words and as rows: one, a list of them, how many of a session went to a vote.

use serde::{Serialize, Serializer};

use crate::answer::texts::{AdoptedText, SessionGap, SessionTexts, TextFacts, TextList, TextRow};
use crate::answer::{Credit, Window};
use crate::record::{Adoption, Committee, Record, Session, Stated, counted, thousands};

use super::holdings::{missing_texts, not_over};
use super::{Answer, Block, Cell, Column, Table};

impl TextList<'_> {
    /// What a reader should know of where texts are known from.
    pub fn known_in_words(&self) -> String {
        let of = self.known.map_or_else(String::new, |(first, last)| {
            let part = if self.in_part.contains(&first) { " (in part)" } else { "" };
            format!(" of sessions {first}{part} to {last}")
        });
        format!("The record knows adopted texts{of}, and those of the Security Council that it adopted without a vote.")
    }
}

impl SessionTexts {
    /// Which share of them went to a vote.
    pub fn share_in_words(&self) -> String {
        format!("{:.1} %", 100.0 * self.voted as f64 / self.texts as f64)
    }

    /// What is said beside the texts of a session that are not all there.
    pub fn note(&self) -> Option<&'static str> {
        Some(match self.gap? {
            SessionGap::InPart => "in part",
            SessionGap::NotOver => "not over",
        })
    }
}

/// The columns of what is known of a text.
const TEXT_COLUMNS: [&str; 8] = ["symbol", "date", "session", "title", "adopted", "draft", "committee", "sponsors"];

impl TextFacts<'_> {
    fn cells(&self) -> [Cell; 8] {
        [
            self.symbol.into(),
            Cell::Text(self.date.to_string()),
            Cell::Text(self.session.map_or_else(String::new, |session| session.to_string())),
            self.title.into(),
            self.adopted.word().into(),
            self.draft.unwrap_or_default().into(),
            self.committee.map_or("", Committee::word).into(),
            Cell::Text(self.sponsors.join(" | ")),
        ]
    }
}

impl AdoptedText<'_> {
    /// What is known of it beside its title, each with what it is.
    pub fn in_words(&self) -> Vec<(&'static str, String)> {
        let held = self.body.held_in(self.facts.session);
        let totals = self.stated.map_or_else(String::new, |Stated([yes, no, abstain, ..])| {
            let [yes, no, abstain] = [yes, no, abstain].map(|count| count.map_or("–".to_owned(), |n| n.to_string()));
            format!(": {yes} yes, {no} no, {abstain} abstaining")
        });
        let adopted = format!("{}{totals}", self.facts.adopted.words());
        let mut facts = vec![
            ("Symbol", self.facts.symbol.to_owned()),
            ("Date", format!("{}, {held}", self.facts.date)),
            ("Adopted", adopted),
        ];
        let put_by = self.put_by.join(", ");
        let texts = [
            ("Draft", self.facts.draft.map(str::to_owned)),
            ("Committee", self.facts.committee.map(|committee| committee.name().to_owned())),
            ("Submitted by", Some(put_by).filter(|by| !by.is_empty())),
            ("Agenda", Some(self.agenda.join(" | ")).filter(|cells| !cells.is_empty())),
            ("Subjects", Some(self.subjects.join(" | ")).filter(|cells| !cells.is_empty())),
            ("Meeting", Some(self.meeting.join(" | ")).filter(|cells| !cells.is_empty())),
            ("Report", Some(self.report.join(" | ")).filter(|cells| !cells.is_empty())),
        ];
        facts.extend(texts.into_iter().filter_map(|(name, text)| Some((name, text?))));
        facts
    }

    /// Why there is no roll call of it, where that is known.
    pub fn why_no_rollcall(&self) -> Option<&'static str> {
        match self.facts.adopted {
            Adoption::WithoutVote => Some("adopted without a vote: no figure counts it"),
            Adoption::VoteNotRecorded => Some("who voted how is not known: no figure counts it"),
            Adoption::Vote | Adoption::Unknown => None,
        }
    }
}

impl Answer for AdoptedText<'_> {
    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Title(self.facts.title.to_owned()), Block::Facts(self.in_words())];
        if let Some(why) = self.why_no_rollcall() {
            blocks.push(Block::Heading("No roll call".to_owned()));
            blocks.push(Block::Names(vec![why.to_owned()]));
        }
        blocks
    }

    fn rows(&self) -> Table {
        Table { columns: TEXT_COLUMNS.map(Column::new).into(), rows: vec![self.facts.cells().into()] }
    }

    fn window(&self) -> Option<&Window> {
        None
    }

    fn credit(&self, _record: &Record) -> Credit {
        AdoptedText::credit(self)
    }
}

impl Serialize for TextList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.rows.serialize(serializer)
    }
}

impl Answer for TextList<'_> {
    fn blocks(&self) -> Vec<Block> {
        let columns = ["date", "symbol", "adopted"].map(Column::new).into_iter();
        let columns = columns.chain([Column::giving_way("title")]).collect();
        let row = |TextRow { facts, .. }: &TextRow<'_>| {
            vec![
                Cell::Text(facts.date.to_string()),
                facts.symbol.into(),
                facts.adopted.word().into(),
                facts.title.into(),
            ]
        };
        let mut facts = vec![("Texts", format!("{} of {}", thousands(self.rows.len()), counted(self.of, "text")))];
        if !self.query.is_empty() {
            facts.insert(0, ("Query", self.query.clone()));
        }
        facts.push(("Known", self.known_in_words()));
        vec![Block::Table(Table { columns, rows: self.rows.iter().map(row).collect() }), Block::Facts(facts)]
    }

    fn rows(&self) -> Table {
        let columns = TEXT_COLUMNS.into_iter().chain(["id"]).map(Column::new).collect();
        let row = |row: &TextRow<'_>| {
            let id = row.id.map_or(Cell::Text(String::new()), |id| Cell::Count(id.0.into()));
            row.facts.cells().into_iter().chain([id]).collect()
        };
        Table { columns, rows: self.rows.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        None
    }

    fn credit(&self, _record: &Record) -> Credit {
        self.credit.clone()
    }
}

/// The texts by session: which share went to a vote.
#[derive(Clone, Debug)]
pub struct TextsBySession<'l, 'r> {
    list: &'l TextList<'r>,
    sessions: Vec<SessionTexts>,
}

impl<'l, 'r> TextsBySession<'l, 'r> {
    /// The texts of `list` by session.
    pub fn new(list: &'l TextList<'r>) -> Self {
        Self { list, sessions: list.by_session() }
    }

    /// The sessions, in order.
    pub fn sessions(&self) -> &[SessionTexts] {
        &self.sessions
    }

    /// Of which of them the texts are not all there, and why.
    pub fn gaps_in_words(&self) -> impl Iterator<Item = String> {
        let shown = |session: &&Session| self.sessions.iter().any(|row| row.key == session.to_string());
        let in_part: Vec<_> = self.list.in_part.iter().filter(shown).copied().collect();
        let unfinished = self.list.unfinished.as_ref().filter(shown);
        unfinished.map(|session| not_over(*session)).into_iter().chain(missing_texts(&in_part))
    }
}

impl Serialize for TextsBySession<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.sessions.serialize(serializer)
    }
}

impl Answer for TextsBySession<'_, '_> {
    fn blocks(&self) -> Vec<Block> {
        let columns = ["session", "texts", "by a vote", "share", "not said how", "note"].map(Column::new).into();
        let row = |row: &SessionTexts| {
            vec![
                row.key.as_str().into(),
                Cell::Count(row.texts as u64),
                Cell::Count(row.voted as u64),
                Cell::Text(row.share_in_words()),
                Cell::Count(row.unknown as u64),
                row.note().unwrap_or_default().into(),
            ]
        };
        let mut facts = vec![("Known", self.list.known_in_words())];
        facts.extend(self.gaps_in_words().map(|gap| ("In part", gap)));
        vec![Block::Table(Table { columns, rows: self.sessions.iter().map(row).collect() }), Block::Facts(facts)]
    }

    fn rows(&self) -> Table {
        let columns = ["key", "texts", "voted"].map(Column::new).into();
        let row = |row: &SessionTexts| {
            vec![row.key.as_str().into(), Cell::Count(row.texts as u64), Cell::Count(row.voted as u64)]
        };
        Table { columns, rows: self.sessions.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        None
    }

    fn credit(&self, _record: &Record) -> Credit {
        self.list.credit.clone()
    }
}
