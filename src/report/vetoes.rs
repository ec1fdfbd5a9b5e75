//! Vetoes in words: by member, and by year.

use crate::answer::Window;
use crate::answer::vetoes::{MemberVetoes, Vetoes, YearOfVetoes};

use super::country::vetoes_in_words;
use super::{Answer, Block, Cell, Column, Table, counted};

impl MemberVetoes<'_> {
    /// "159 vetoes, 131 of them alone; the first on 1946-02-16, the last on 2025-02-24".
    pub(crate) fn in_words(&self) -> String {
        let days = match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => format!("; on {first}"),
            (Some(first), Some(last)) => format!("; the first on {first}, the last on {last}"),
            _ => String::new(),
        };
        let alone = match (self.vetoes, self.alone) {
            (0 | 1, 0) => String::new(),
            (1, 1) => ", alone".to_owned(),
            (_, alone) => format!(", {alone} of them alone"),
        };
        format!("{}{alone}{days}", vetoes_in_words(self.vetoes))
    }
}

impl Vetoes<'_> {
    /// What the counts are of: "270 drafts failed for the no of a permanent member; one that several vetoed counts for each".
    pub(crate) fn in_words(&self) -> String {
        format!(
            "{} failed for the no of a permanent member; where several vetoed, each counts",
            counted(self.drafts, "draft")
        )
    }
}

impl Answer for Vetoes<'_> {
    fn blocks(&self) -> Vec<Block> {
        let columns = ["code", "vetoes", "alone", "first", "last"].map(Column::new);
        let day = |day: Option<jiff::civil::Date>| day.map_or(Cell::Undefined, |day| Cell::Text(day.to_string()));
        let row = |row: &MemberVetoes<'_>| {
            let counts = [row.vetoes, row.alone].map(|count| Cell::Count(count as u64));
            let days = [row.first, row.last].map(day);
            [row.name.into(), row.code.into()].into_iter().chain(counts).chain(days).collect()
        };
        vec![
            Block::Title("Vetoes in the Security Council".to_owned()),
            Block::Names(vec![self.in_words()]),
            Block::Table(Table {
                columns: [Column::giving_way("member")].into_iter().chain(columns).collect(),
                rows: self.members.iter().map(row).collect(),
            }),
            Block::Heading("By year".to_owned()),
            Block::Table(self.rows()),
        ]
    }

    fn rows(&self) -> Table {
        let mut codes: Vec<_> = self.members.iter().map(|row| row.code).collect();
        codes.sort_unstable();
        let columns = ["year", "drafts"].into_iter().chain(codes.iter().copied()).map(Column::named);
        let row = |year: &YearOfVetoes<'_>| {
            let by = codes.iter().map(|code| year.vetoes.get(code).copied().unwrap_or_default());
            let counts = [year.drafts].into_iter().chain(by).map(|count| Cell::Count(count as u64));
            [Cell::Text(year.year.clone())].into_iter().chain(counts).collect()
        };
        Table { columns: columns.collect(), rows: self.years.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
