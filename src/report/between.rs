//! One member beside two others: how far it agrees with each, part by part of the window.

use std::collections::BTreeMap;

use crate::answer::between::Between;
use crate::answer::{By, Figure, Window};
use crate::record::Member;

use super::agree::{figure_in_words, rule_in_words};
use super::holdings::not_over;
use super::{Answer, Block, Cell, Column, Table};

impl Between<'_> {
    /// A row a part, with the figure and n of each other.
    fn points(&self) -> Table {
        let key = match self.by {
            By::Session => "session",
            By::Topic => "topic",
            By::Year => "year",
        };
        let columns = self.others.iter().flat_map(|other| [other.b.to_owned(), format!("n {}", other.b)]);
        let by_key: Vec<BTreeMap<&str, Figure>> = self
            .others
            .iter()
            .map(|other| other.series.iter().map(|point| (point.key.as_str(), point.figure)).collect())
            .collect();
        let row = |key: &String| {
            let figures = by_key.iter().map(|points| points.get(key.as_str()).copied());
            let cells = figures.flat_map(|figure| {
                [figure.and_then(|figure| figure.value).into(), figure.map_or(0, |figure| figure.n).into()]
            });
            [Cell::Text(key.clone())].into_iter().chain(cells).collect()
        };
        let columns = [key.to_owned()].into_iter().chain(columns).map(|name| Column::named(&name)).collect();
        Table { columns, rows: self.keys.iter().map(row).collect() }
    }
}

impl Answer for Between<'_> {
    fn blocks(&self) -> Vec<Block> {
        let name = |member: &Member| format!("{} ({})", member.name, member.code);
        let others: Vec<_> = self.others.iter().map(|other| name(other.member)).collect();
        let title = format!("{} with {}", name(self.member), others.join(" and with "));
        let mut facts: Vec<_> =
            self.others.iter().map(|other| (other.b.to_owned(), figure_in_words(other.figure))).collect();
        facts.push(("Metric".to_owned(), format!("{}: {}", self.metric.name(), rule_in_words(self.metric))));
        let by = match self.by {
            By::Topic => "By topic; a roll call may have several",
            By::Session => "By session",
            By::Year => "By year",
        };
        let facts = Table {
            columns: ["with", "figure"].map(Column::new).into(),
            rows: facts.into_iter().map(|(with, figure)| vec![Cell::Text(with), Cell::Text(figure)]).collect(),
        };
        let blocks =
            [Block::Title(title), Block::Table(facts), Block::Heading(by.to_owned()), Block::Table(self.points())];
        let unfinished = self.window.unfinished.filter(|_| self.by == By::Session);
        blocks.into_iter().chain(unfinished.map(|session| Block::Names(vec![not_over(session)]))).collect()
    }

    fn rows(&self) -> Table {
        self.points()
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
