//! One member beside two others: how far it agrees with each, part by part of the window.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::{By, Figure, Metric, crosstab, slices};
use crate::query::Lexicon;
use crate::record::{Member, MemberId, RollCallSet};

use super::agree::{figure_in_words, rule_in_words};
use super::{Answer, Block, Cell, Column, Table};
use crate::answer::{Credit, Window};

/// One member beside two others over a set of roll calls.
#[derive(Clone, Debug, Serialize)]
pub struct Between<'r> {
    metric: Metric,
    a: &'r str,
    others: Vec<Other<'r>>,
    window: Window,
    source: Credit,
    #[serde(skip)]
    member: &'r Member,
    #[serde(skip)]
    by: By,
    /// The keys of the parts, in their order.
    #[serde(skip)]
    keys: Vec<String>,
}

/// One of the two others.
#[derive(Clone, Debug, Serialize)]
struct Other<'r> {
    b: &'r str,
    #[serde(flatten)]
    figure: Figure,
    series: Vec<Point>,
    #[serde(skip)]
    member: &'r Member,
}

/// The figure of a part: a year, a session or a topic.
#[derive(Clone, Debug, Serialize)]
struct Point {
    key: String,
    #[serde(flatten)]
    figure: Figure,
}

impl<'r> Between<'r> {
    /// The member `a` beside each of `others` by `metric` over a set, which `window` says, and over the parts of it.
    pub fn new(
        lexicon: &Lexicon<'r>,
        a: MemberId,
        others: [MemberId; 2],
        metric: Metric,
        window: Window,
        (set, by): (&RollCallSet, By),
    ) -> Self {
        let record = lexicon.record();
        let parts = slices(lexicon, set, by);
        let other = |id: MemberId| {
            let points = parts.iter().map(|part| Point {
                key: part.key.clone(),
                figure: crosstab(record, a, id, &part.rollcalls).figure(metric),
            });
            let member = record.members().get(id);
            let figure = crosstab(record, a, id, set).figure(metric);
            Other { b: &member.code, figure, series: points.filter(|point| point.figure.n > 0).collect(), member }
        };
        let others: Vec<_> = others.map(other).into();
        let has = |key: &String| others.iter().any(|other| other.series.iter().any(|point| point.key == *key));
        let keys = parts.iter().map(|part| part.key.clone()).filter(has).collect();
        let member = record.members().get(a);
        Self { metric, a: &member.code, others, window, source: Credit::of(record), member, by, keys }
    }

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
        vec![Block::Title(title), Block::Table(facts), Block::Heading(by.to_owned()), Block::Table(self.points())]
    }

    fn rows(&self) -> Table {
        self.points()
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
