//! Two members held against each other over the roll calls of a filter: where both voted as rows; a metric, the table of
//! their votes, and when they last voted alike as a page.

use crate::analysis::{By, Crosstab, Figure, Matrix, Mean, Metric, Standing, crosstab, slices};
use crate::analysis::{Shared as Together, shared as together};
use crate::record::{MemberId, Record, RollCallId, RollCallSet, State};
use crate::report::text::thousands;
use crate::report::{SortKey, Window, counted, order, rule_in_words, standing_in_words};

use super::bar::mark;
use super::chart::{Form, Letters, Row as Bar, chart};
use super::columns::{Column, Sort};
use super::list::Row;
use super::page::{Line, Page, Piece, Role, To};
use super::shared::Shared;
use super::votes::fact;

/// Votes cast, in the order of the table's rows and columns.
const VOTES: [State; 3] = [State::Yes, State::Abstain, State::No];
/// The most columns of the table before its numbers, and of each number; and the fewest of a number.
const TABLE: (usize, usize) = (22, 9);
const NUMBER: usize = 6;
/// The column of the vote of the first.
const VOTE: usize = 3;
const LETTERS: Letters = &[("●", Role::Accent)];

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
pub(super) struct Couple {
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

impl Couple {
    pub(super) fn new(a: MemberId, b: MemberId) -> Self {
        Self { members: [a, b], metric: Metric::default(), which: Which::default(), figures: None }
    }

    /// The two.
    pub(super) fn members(&self) -> [MemberId; 2] {
        self.members
    }

    /// The metric.
    pub(super) fn metric(&self) -> Metric {
        self.metric
    }

    /// "Hungary and Ukraine".
    pub(super) fn names(&self, record: &Record) -> String {
        self.members.map(|id| record.members().get(id).name.to_string()).join(" and ")
    }

    /// "HUN UKR alike".
    pub(super) fn chosen(&self, record: &Record) -> String {
        let [a, b] = self.codes(record);
        format!("{a} {b} {}", self.which.words())
    }

    fn codes(&self, record: &Record) -> [String; 2] {
        self.members.map(|id| record.members().get(id).code.to_string())
    }

    /// Goes on to the next metric; says which it is.
    pub(super) fn turn_metric(&mut self) -> String {
        self.metric = self.metric.next();
        format!("metric: {}", self.metric.name())
    }

    /// Goes on to the next kind of roll calls to list; says which it is.
    pub(super) fn turn_which(&mut self) -> String {
        self.which = self.which.next();
        format!("roll calls: {}", self.which.words())
    }

    /// Counts over a set.
    pub(super) fn take(&mut self, set: &RollCallSet, shared: &Shared<'_>) {
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
    pub(super) fn columns(&self, record: &Record) -> Vec<Column> {
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
    pub(super) fn rows(&self, record: &Record, sort: Sort) -> Vec<Row> {
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
    pub(super) fn cell(&self, record: &Record, id: RollCallId, column: usize) -> Line {
        match key(column) {
            Some(key) => fact(record, id, key),
            None => {
                let state = record.votes().state(id, self.members[usize::from(column != VOTE)]);
                vec![Piece::new(mark(state), Role::Strong(state))]
            }
        }
    }

    /// The two as a line of text, with the metric, its n and the window.
    pub(super) fn as_text(&self, record: &Record, query: &str, set: &RollCallSet) -> Option<String> {
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

/// The metric, the table of votes, the last of each, and the metric by topic.
pub(super) fn page(shared: &Shared<'_>, couple: &Couple, query: &str, set: &RollCallSet, columns: usize) -> Page {
    let record = shared.record();
    let mut page = Page::new(columns);
    let Some(figures) = &couple.figures else { return page };
    for id in couple.members {
        let member = record.members().get(id);
        let line = vec![Piece::title(member.name.to_string()), Piece::quiet(format!(" · {}", member.code))];
        page.leading(line, To::Member(id));
    }
    page.blank();
    let window = Window::new(record, query, set);
    page.leading_text(&window.line(), Role::Accent, To::Window);
    window.blocs.iter().for_each(|note| page.wrapped(note, Role::Quiet));
    page.blank();
    measured(couple, figures, &mut page);
    table(record, couple, &figures.crosstab, &mut page);
    last(record, &figures.together, &mut page);
    parts(couple, &figures.topics, "topic", &mut page);
    page
}

/// The metric by year.
pub(super) fn aside(couple: &Couple, columns: usize) -> Page {
    let mut page = Page::new(columns);
    if let Some(figures) = &couple.figures {
        parts(couple, &figures.years, "year", &mut page);
    }
    page
}

fn measured(couple: &Couple, figures: &Figures, page: &mut Page) {
    let figure = figures.crosstab.figure(couple.metric);
    let value = figure.value.map_or_else(|| "not defined".to_owned(), |value| format!("{value:.3}"));
    page.push([
        Piece::plain(couple.metric.name()),
        Piece::title(format!("  {value}")),
        Piece::quiet(format!("  n {}", thousands(figure.n as usize))),
    ]);
    page.wrapped(&rule_in_words(couple.metric), Role::Quiet);
    if let (Metric::Exact, Some((from, to))) = (couple.metric, figures.crosstab.pair().interval()) {
        page.wrapped(&format!("95 % interval {from:.3} to {to:.3} (Wilson)"), Role::Quiet);
    }
    if let Some(absent) = figures.crosstab.absent.filter(|&absent| absent > 0) {
        page.wrapped(&format!("{} with one or both absent", counted(absent as usize, "roll call")), Role::Quiet);
    }
    page.wrapped(&standing_in_words(figures.standing), Role::Quiet);
}

/// The votes of the first as rows against those of the second as columns; a count leads to its roll calls.
fn table(record: &Record, couple: &Couple, crosstab: &Crosstab, page: &mut Page) {
    let [a, b] = couple.codes(record);
    let least = a.len() + 2;
    let wide = (page.columns().saturating_sub(least) / 4).clamp(NUMBER, TABLE.1);
    let label = page.columns().saturating_sub(4 * wide).clamp(least, TABLE.0.max(least));
    page.heading([Piece::title(format!("Votes of {a} (rows) against {b}"))]);
    let heads = VOTES.map(|state| Piece::new(format!("{:>wide$}", mark(state)), Role::Strong(state)));
    let head = [Piece::plain(" ".repeat(label))].into_iter().chain(heads);
    page.push(head.chain([Piece::quiet(format!("{:>wide$}", "all"))]).collect::<Line>());
    for (from, counts) in VOTES.into_iter().zip(crosstab.cells) {
        page.push([Piece::new(format!("{a} {}", mark(from)), Role::Strong(from))]);
        for (at, (to, count)) in VOTES.into_iter().zip(counts).enumerate() {
            let number = thousands(count as usize);
            let place = label + at * wide + wide.saturating_sub(number.len());
            if count > 0 {
                let term = format!("{a}:{} {b}:{}", from.word(), to.word());
                page.leading_at(place, [Piece::plain(number)], To::Narrow(term, couple.members[0]));
            } else {
                page.put_at(place, [Piece::quiet(number)]);
            }
        }
        let all = thousands(counts.iter().sum::<u32>() as usize);
        page.put_at(label + 3 * wide, [Piece::quiet(format!("{all:>wide$}"))]);
    }
}

/// When they last did what.
fn last(record: &Record, together: &Together, page: &mut Page) {
    page.heading([Piece::title("The last time")]);
    let both = VOTES.map(|vote| (format!("both {}", vote.word()), together.last_both(vote)));
    let rows = [("alike".to_owned(), together.last_alike()), ("opposed".to_owned(), together.last_opposed())];
    for (what, id) in rows.into_iter().chain(both) {
        let start = Piece::plain(format!("{what:<13}"));
        match id {
            None => page.push([start, Piece::quiet("never in this window")]),
            Some(id) => {
                let rollcall = record.rollcall(id);
                let when = Piece::quiet(format!("{} ", rollcall.date));
                let symbol = Piece::new(format!("{} ", rollcall.short_symbol()), Role::Accent);
                page.leading([start, when, symbol, Piece::plain(rollcall.title.to_string())], To::RollCall(id));
            }
        }
    }
}

fn parts(couple: &Couple, parts: &[(String, Mean)], field: &'static str, page: &mut Page) {
    let heading = if field == "year" { "By year" } else { "By topic" };
    let row = |(key, mean): &'_ (String, Mean)| (To::Part(format!("{field}:{key}")), [*mean]);
    let rows: Vec<_> = parts.iter().map(row).collect();
    let bars = parts.iter().zip(&rows).map(|((key, _), (to, figures))| Bar { key, figures, to: to.clone() });
    let mut bars: Vec<_> = bars.collect();
    if field == "year" {
        bars.reverse();
    }
    let below_zero = matches!(couple.metric, Metric::S | Metric::Kappa | Metric::Pi);
    let form = Form { heading, bars: field == "topic", from: if below_zero { -1.0 } else { 0.0 } };
    chart(form, LETTERS, &bars, page);
}
