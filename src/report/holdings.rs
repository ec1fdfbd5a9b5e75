//! What the record in use holds, in words: counts, and of each source how far it reaches and how to renew it.

use jiff::civil::Date;

use crate::answer::{Holdings, SourceHoldings, Window};
use crate::record::{Session, SourceId};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};

/// What is said of figures over a session that goes on after the record ends.
pub fn not_over(session: Session) -> String {
    format!("session {session} is not over in this record")
}

/// Sessions whose texts are known in part, in words; none where there is none.
pub fn missing_texts(sessions: &[Session]) -> Option<String> {
    let names: Vec<_> = sessions.iter().map(ToString::to_string).collect();
    let plural = if names.len() == 1 { "" } else { "s" };
    (!names.is_empty()).then(|| format!("some texts of session{plural} {} are missing", names.join(", ")))
}

fn span((first, last): (Date, Date)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

impl SourceHoldings<'_> {
    /// How much is from it and to which day it reaches: "11 roll calls, 2026-03-10 to 2026-06-04".
    pub fn reach(&self) -> String {
        let mut parts = Vec::new();
        if let (true, Some(days)) = (self.rollcalls > 0, self.first.zip(self.last)) {
            parts.push(format!("{}, {}", counted(self.rollcalls, "roll call"), span(days)));
        }
        if let Some(days) = self.text_days {
            parts.push(format!("{}, {}", counted(self.texts, "adopted text"), span(days)));
        }
        if parts.is_empty() { "nothing in this record".to_owned() } else { parts.join("; ") }
    }

    /// Where its next file is published, and what to do with it.
    pub fn renewal(&self) -> Option<&'static str> {
        Some(match self.id? {
            SourceId::AssemblyData => {
                "download the CSV by hand from https://digitallibrary.un.org/record/4060887, then plenary import FILE"
            }
            SourceId::CouncilData => {
                "download the CSV by hand from https://digitallibrary.un.org/record/4055387, then plenary import FILE"
            }
            SourceId::AssemblyOutcomes => {
                "download the CSV by hand from https://digitallibrary.un.org, then plenary import FILE"
            }
            SourceId::CouncilDatabase => {
                "its adopted texts: see the Council's voting data; its drafts: https://doi.org/10.21410/7E4/Z0KECE, \
                 and with the next plenary"
            }
            SourceId::AssemblyManagement => {
                "its votes: see General Assembly Voting Data; its texts: import the library's General Assembly outcomes"
            }
            SourceId::Voeten => "with the next plenary",
        })
    }
}

impl Holdings<'_> {
    /// A row a source: how much is from it, from when to when.
    fn table(&self) -> Block {
        let columns = ["body", "roll calls", "texts", "first", "last"].map(Column::new).into_iter();
        let columns = columns.chain([Column::giving_way("source")]).collect();
        let day = |day: Option<Date>| Cell::Text(day.map_or_else(String::new, |day| day.to_string()));
        let row = |source: &SourceHoldings<'_>| {
            vec![
                source.body.map_or("", |body| body.word()).into(),
                Cell::Count(source.rollcalls as u64),
                Cell::Count(source.texts as u64),
                day(source.first),
                day(source.last),
                source.name.into(),
            ]
        };
        Block::Table(Table { columns, rows: self.sources.iter().map(row).collect() })
    }
}

impl Answer for Holdings<'_> {
    fn blocks(&self) -> Vec<Block> {
        let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let mut facts = vec![
            ("Roll calls", format!("{} ({})", thousands(self.rollcalls), self.universe)),
            ("Votes", format!("{} of a member on a roll call", counted(self.votes, "row"))),
            ("Members", counted(self.members, "seat")),
            ("First", day(self.first)),
            ("Last", day(self.last)),
            ("Texts", counted(self.texts, "adopted text")),
            ("Checksum", format!("SHA-256 {}", self.checksum)),
            ("File", self.file.clone().unwrap_or_else(|| "embedded in the program".to_owned())),
        ];
        let (usual, last) = self.usual;
        if usual != self.rollcalls {
            facts.insert(1, ("Assembly", format!("{} to {}", counted(usual, "adopted resolution"), day(last))));
        }
        let gaps = self.unfinished.map(not_over).into_iter().chain(missing_texts(&self.in_part));
        facts.extend(gaps.map(|gap| ("In part", gap)));
        let mut blocks = vec![Block::Title("The record of votes".to_owned()), Block::Facts(facts)];
        blocks.extend([Block::Heading("Sources".to_owned()), self.table()]);
        for source in &self.sources {
            let mut facts = vec![
                ("Holds", source.reach()),
                ("Cite", source.citation.to_owned()),
                ("Terms", source.terms.to_owned()),
            ];
            facts.extend(source.renewal().map(|renewal| ("To renew", renewal.to_owned())));
            blocks.extend([Block::Heading(source.name.to_owned()), Block::Facts(facts)]);
        }
        blocks
    }

    fn rows(&self) -> Table {
        let counts =
            [("rollcalls", self.rollcalls), ("votes", self.votes), ("members", self.members), ("texts", self.texts)];
        let count = |count: usize| Cell::Count(count as u64);
        let day = |day: Option<Date>| day.map_or(Cell::Undefined, |day| Cell::Text(day.to_string()));
        let mut rows: Vec<Vec<Cell>> = counts.map(|(name, number)| vec![name.into(), count(number)]).into();
        rows.push(vec!["first".into(), day(self.first)]);
        rows.push(vec!["last".into(), day(self.last)]);
        rows.push(vec!["checksum".into(), self.checksum.as_str().into()]);
        for source in &self.sources {
            rows.push(vec!["source".into(), source.citation.into()]);
            rows.push(vec!["source rollcalls".into(), count(source.rollcalls)]);
            rows.push(vec!["source first".into(), day(source.first)]);
            rows.push(vec!["source last".into(), day(source.last)]);
            rows.push(vec!["terms".into(), source.terms.into()]);
        }
        Table { columns: ["name", "value"].map(Column::new).into(), rows }
    }

    fn window(&self) -> Option<&Window> {
        None
    }
}
