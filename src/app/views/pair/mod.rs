//! Two members held against each other over the roll calls of a filter: where both voted as rows; a metric, the table of
//! their votes, and when they last voted alike as a page.

mod page;

use crate::analysis::{By, Crosstab, Figure, Matrix, Mean, Metric, Standing, crosstab, slices};
use crate::analysis::{Shared as Together, shared as together};
use crate::record::{MemberId, Record, RollCallId, RollCallSet};
use crate::report::text::thousands;
use crate::report::{SortKey, Window, order};

use crate::app::bar::mark;
use crate::app::columns::{Column, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, Piece, Role};
use crate::app::session::Session;
use crate::app::views::votes::fact;

pub(in crate::app) use self::page::{aside, page};

/// The column of the vote of the first.
const VOTE: usize = 3;

/// Which of the roll calls on which both voted are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Which {
    #[default]
    All,
    Alike,
    Opposite,
    Half,
}

impl Which {
    fn next(self) -> Self {
        match self {
            Self::All => Self::Alike,
            Self::Alike => Self::Opposite,
            Self::Opposite => Self::Half,
            Self::Half => Self::All,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::All => "both voted",
            Self::Alike => "alike",
            Self::Opposite => "yes against no",
            Self::Half => "one abstained",
        }
    }
}

/// Two members over a set of roll calls.
#[derive(Clone, Debug)]
pub(in crate::app) struct PairView {
    members: [MemberId; 2],
    metric: Metric,
    which: Which,
    figures: Option<Figures>,
}

/// What is known of them over the set.
#[derive(Clone, Debug)]
struct Figures {
    together: Together,
    crosstab: Crosstab,
    standing: Option<Standing>,
    /// The metric by year and by topic.
    years: Vec<(String, Mean)>,
    topics: Vec<(String, Mean)>,
}

impl PairView {
    pub(in crate::app) fn new(a: MemberId, b: MemberId) -> Self {
        Self { members: [a, b], metric: Metric::default(), which: Which::default(), figures: None }
    }

    /// The two.
    pub(in crate::app) fn members(&self) -> [MemberId; 2] {
        self.members
    }

    /// The metric.
    pub(in crate::app) fn metric(&self) -> Metric {
        self.metric
    }

    /// "Hungary and Ukraine".
    pub(in crate::app) fn names(&self, record: &Record) -> String {
        self.members.map(|id| record.members().get(id).name.to_string()).join(" and ")
    }

    /// "HUN UKR alike".
    pub(in crate::app) fn chosen(&self, record: &Record) -> String {
        let [a, b] = self.codes(record);
        format!("{a} {b} {}", self.which.words())
    }

    fn codes(&self, record: &Record) -> [String; 2] {
        self.members.map(|id| record.members().get(id).code.to_string())
    }

    /// Goes on to the next metric; says which it is.
    pub(in crate::app) fn turn_metric(&mut self) -> String {
        self.metric = self.metric.next();
        format!("metric: {}", self.metric.name())
    }

    /// Goes on to the next kind of roll calls to list; says which it is.
    pub(in crate::app) fn turn_which(&mut self) -> String {
        self.which = self.which.next();
        format!("roll calls: {}", self.which.words())
    }

    /// Counts over a set.
    pub(in crate::app) fn take(&mut self, set: &RollCallSet, shared: &Session<'_>) {
        let record = shared.record();
        let [a, b] = self.members;
        let metric = self.metric;
        let part = |by| {
            let parts = slices(shared.lexicon, set, by).into_iter();
            let figure = |set: &RollCallSet| mean(crosstab(record, a, b, set).figure(metric));
            let parts = parts.map(|part| (figure(&part.rollcalls), part.key)).filter(|(mean, _)| mean.n > 0);
            parts.map(|(mean, key)| (key, mean)).collect()
        };
        self.figures = Some(Figures {
            together: together(record, a, b, set),
            crosstab: crosstab(record, a, b, set),
            standing: Matrix::new(record, metric, set).standing(a, b),
            years: part(By::Year),
            topics: if shared.prepared { part(By::Topic) } else { Vec::new() },
        });
    }

    /// The columns of the list.
    pub(in crate::app) fn columns(&self, record: &Record) -> Vec<Column> {
        let [a, b] = self.codes(record);
        let vote = |code: String| Column {
            long: format!("vote of {code}").into(),
            name: code.into(),
            ..Column::text("", "", 4, 0).unsorted()
        };
        vec![
            Column::text("date", "date", 10, 42),
            Column::text("symbol", "symbol", 10, 57),
            Column::text("title", "title", 0, 0),
            vote(a),
            vote(b),
            Column::number("Y", "yes votes", 3, 50),
            Column::number("N", "no votes", 3, 50),
            Column::number("A", "abstentions", 3, 50),
        ]
    }

    /// The roll calls that are listed, sorted.
    pub(in crate::app) fn rows(&self, record: &Record, sort: Sort) -> Vec<Row> {
        let Some(Figures { together, .. }) = &self.figures else { return Vec::new() };
        let set = match self.which {
            Which::All => &(&together.same() | &together.partial) | &together.opposite,
            Which::Alike => together.same(),
            Which::Opposite => together.opposite.clone(),
            Which::Half => together.partial.clone(),
        };
        let key = key(sort.column).unwrap_or_default();
        order(record, &set, key, sort.reverse).into_iter().map(Row::RollCall).collect()
    }

    /// The cell of a roll call in a column.
    pub(in crate::app) fn cell(&self, record: &Record, id: RollCallId, column: usize) -> Line {
        match key(column) {
            Some(key) => fact(record, id, key),
            None => {
                let state = record.votes().state(id, self.members[usize::from(column != VOTE)]);
                vec![Piece::new(mark(state), Role::Strong(state))]
            }
        }
    }

    /// The two as a line of text, with the metric, its n and the window.
    pub(in crate::app) fn as_text(&self, record: &Record, query: &str, set: &RollCallSet) -> Option<String> {
        let figure = self.figures.as_ref()?.crosstab.figure(self.metric);
        let value = figure.value.map_or_else(|| "not defined".to_owned(), |value| format!("{value:.3}"));
        let window = Window::new(record, query, set).line();
        Some(format!(
            "{}: {} {value} (n {}), over {window}",
            self.names(record),
            self.metric.name(),
            thousands(figure.n as usize)
        ))
    }
}

fn mean(figure: Figure) -> Mean {
    Mean { n: figure.n.into(), value: figure.value }
}

/// What a column is of, if it is of the roll call alone.
fn key(column: usize) -> Option<SortKey> {
    Some(match column {
        0 => SortKey::Date,
        1 => SortKey::Symbol,
        2 => SortKey::Title,
        5 => SortKey::Yes,
        6 => SortKey::No,
        7 => SortKey::Abstain,
        _ => return None,
    })
}
