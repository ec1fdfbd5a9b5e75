//! What the record in use holds, in words.

use jiff::civil::Date;

use crate::answer::{Holdings, Window};

use super::text::thousands;
use super::{Answer, Block, Cell, Column, Table, counted};

impl Answer for Holdings<'_> {
    fn blocks(&self) -> Vec<Block> {
        let day = |day: Option<Date>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let mut facts = vec![
            ("Roll calls", format!("{} ({})", thousands(self.rollcalls), self.universe)),
            ("Votes", format!("{} of a member on a roll call", counted(self.votes, "row"))),
            ("Members", counted(self.members, "seat")),
            ("First", day(self.first)),
            ("Last", day(self.last)),
            ("Checksum", format!("SHA-256 {}", self.checksum)),
            ("File", self.file.clone().unwrap_or_else(|| "embedded in the program".to_owned())),
        ];
        for source in self.sources {
            facts.push(("Source", source.name.to_string()));
            facts.push(("Terms", source.terms.to_string()));
        }
        vec![Block::Title("The record of votes".to_owned()), Block::Facts(facts)]
    }

    fn rows(&self) -> Table {
        let counts = [("rollcalls", self.rollcalls), ("votes", self.votes), ("members", self.members)];
        let counts = counts.map(|(name, count)| vec![name.into(), Cell::Count(count as u64)]);
        let day = |day: Option<Date>| day.map_or(Cell::Undefined, |day| Cell::Text(day.to_string()));
        let mut rows: Vec<Vec<Cell>> = counts.into();
        rows.push(vec!["first".into(), day(self.first)]);
        rows.push(vec!["last".into(), day(self.last)]);
        rows.push(vec!["checksum".into(), self.checksum.as_str().into()]);
        for source in self.sources {
            rows.push(vec!["source".into(), source.citation.as_ref().into()]);
            rows.push(vec!["terms".into(), source.terms.as_ref().into()]);
        }
        Table { columns: ["name", "value"].map(Column::new).into(), rows }
    }

    fn window(&self) -> Option<&Window> {
        None
    }
}
