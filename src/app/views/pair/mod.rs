//! Two members compared over the roll calls of a filter: where both voted as rows; a metric, the table of
//! their votes, and when they last voted alike as a page.

mod page;

use std::borrow::Cow;

use crate::answer::pair::PairPoint;
use crate::answer::{Agree, By, Comparison, Metric, SortKey, Window, order};
use crate::link::{LinkOptions, LinkedView};
use crate::query::Query;
use crate::record::{MemberId, Record, RollCallSet};
use crate::report::text::thousands;
use crate::report::{Format, Style, render};

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::bar::mark;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::shown::{metric_of, metric_option};
use crate::app::views::votes::{self, fact};
use crate::app::views::{Boxed, Here, Response, Room, View, ViewKind};

/// Two members.
pub(super) static KIND: ViewKind = ViewKind { name: "Pair", keys: Some(Context::Pair), first: votes::first };

/// Opens two members if a link names them; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Pair(a, b) = link else { return false };
    app.open_under(Box::new(PairView::new(*a, *b)), query)
}

/// The columns of the roll calls on which both voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PairColumn {
    Fact(SortKey),
    /// The vote of the first or of the second.
    Vote(usize),
}

impl NamedColumn for PairColumn {
    const ALL: &'static [Self] = &[
        Self::Fact(SortKey::Date),
        Self::Fact(SortKey::Symbol),
        Self::Fact(SortKey::Title),
        Self::Vote(0),
        Self::Vote(1),
        Self::Fact(SortKey::Yes),
        Self::Fact(SortKey::No),
        Self::Fact(SortKey::Abstain),
    ];
}

/// Which of the roll calls on which both voted are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Which {
    #[default]
    All,
    Alike,
    BothNo,
    Opposite,
    Half,
}

impl Which {
    fn next(self) -> Self {
        match self {
            Self::All => Self::Alike,
            Self::Alike => Self::BothNo,
            Self::BothNo => Self::Opposite,
            Self::Opposite => Self::Half,
            Self::Half => Self::All,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::All => "both voted",
            Self::Alike => "alike",
            Self::BothNo => "both no",
            Self::Opposite => "yes against no",
            Self::Half => "one abstained",
        }
    }
}

/// Two members over a set of roll calls.
#[derive(Clone, Debug)]
pub(super) struct PairView<'r> {
    members: [MemberId; 2],
    metric: Metric,
    which: Which,
    /// Over the set, by year; none before anything was counted.
    answer: Option<Agree<'r>>,
    topics: Vec<PairPoint>,
}

impl PairView<'_> {
    pub(super) fn new(a: MemberId, b: MemberId) -> Self {
        Self { members: [a, b], metric: Metric::default(), which: Which::default(), answer: None, topics: Vec::new() }
    }

    /// "Hungary and Ukraine".
    fn names(&self, record: &Record) -> String {
        self.members.map(|id| record.name(id).to_owned()).join(" and ")
    }

    fn codes(&self, record: &Record) -> [String; 2] {
        self.members.map(|id| record.code(id).to_owned())
    }

    /// Switches to the next metric; says which.
    fn cycle_metric(&mut self) -> String {
        self.metric = self.metric.next();
        format!("metric: {}", self.metric.name())
    }

    /// Switches to the next kind of roll calls to list; says which.
    fn cycle_which(&mut self) -> String {
        self.which = self.which.next();
        format!("roll calls: {}", self.which.words())
    }

    /// The two as a line of text, with the metric, its n and the window.
    fn as_text(&self, answer: &Agree<'_>) -> String {
        let value = answer.figure.value.map_or_else(|| "not defined".to_owned(), |value| format!("{value:.3}"));
        format!(
            "{}: {} {value} (n {}), over {}",
            self.names(answer.more.record),
            answer.metric.name(),
            thousands(answer.figure.n as usize),
            answer.window.line()
        )
    }
}

impl<'r> View<'r> for PairView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        let (lexicon, [a, b]) = (shared.lexicon, self.members);
        let window = Window::of(lexicon, query, set);
        let over = Comparison { metric: self.metric, set, window };
        self.answer = Some(Agree::new(lexicon, (a, b), over, Some(By::Year)));
        // Topics take longer than a frame to find, and come when they are known.
        let topics = || PairPoint::counted(lexicon, (a, b), self.metric, set, By::Topic);
        self.topics = if shared.prepared { topics() } else { Vec::new() };
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let codes = self.codes(shared.record());
        let head = |&column: &PairColumn| match column {
            PairColumn::Vote(which) => ListColumn {
                long: format!("vote of {}", codes[which]).into(),
                name: codes[which].clone().into(),
                ..ListColumn::text("", "", 4, 0).unsorted()
            },
            PairColumn::Fact(key) => match key {
                SortKey::Date => ListColumn::text("date", "date", 10, 42),
                SortKey::Symbol => ListColumn::text("symbol", "symbol", 10, 57),
                SortKey::Title => ListColumn::text("title", "title", 0, 0),
                SortKey::Yes => ListColumn::number("Y", "yes votes", 3, 50),
                SortKey::No => ListColumn::number("N", "no votes", 3, 50),
                SortKey::Abstain => ListColumn::number("A", "abstentions", 3, 50),
                SortKey::Absent => ListColumn::number("·", "absent", 3, 50),
                SortKey::Margin => ListColumn::number("Y−N", "margin", 4, 50),
            },
        };
        PairColumn::ALL.iter().map(head).collect()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        let Some(together) = self.answer.as_ref().map(|answer| &answer.more.shared) else { return Vec::new() };
        let set = match self.which {
            Which::All => together.cast(),
            Which::Alike => together.same(),
            Which::BothNo => together.no.clone(),
            Which::Opposite => together.opposite.clone(),
            Which::Half => together.partial.clone(),
        };
        let key = match PairColumn::at(sort.column) {
            Some(PairColumn::Fact(key)) => key,
            _ => SortKey::default(),
        };
        order(shared.record(), &set, key, sort.reverse).into_iter().map(Row::RollCall).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::RollCall(id) = row else { return Line::new() };
        let record = shared.record();
        match PairColumn::at(at.column) {
            Some(PairColumn::Fact(key)) => fact(record, id, key),
            Some(PairColumn::Vote(which)) => {
                let state = record.votes().state(id, self.members[which]);
                vec![Piece::new(mark(state), Role::Strong(state))]
            }
            None => Line::new(),
        }
    }

    fn page_is_whole(&self) -> Option<bool> {
        Some(true)
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let page = page::page(here.session, self, room.columns());
        (page, page::aside(self, room.beside))
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        self.names(here.record())
    }

    /// "HUN UKR alike".
    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        let [a, b] = self.codes(here.record());
        format!("{a} {b} {} {}", self.which.words(), here.asked(true)).trim_end().to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        Here::some_of(here.list.len(), here.set.len())
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        ("No such roll call in this window.", "t lists others; / sets the window.".into())
    }

    fn act(&mut self, action: Action, _here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::Metric => Response::Recompute(Some(self.cycle_metric())),
            Action::Which => Response::Refresh(Some(self.cycle_which())),
            _ => Response::Passed,
        }
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.rollcall().filter(|_| here.in_list()).map(LinkTarget::RollCall)
    }

    fn member(&self, _here: &Here<'_, 'r>) -> Option<MemberId> {
        Some(self.members[0])
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        let [a, b] = self.members;
        LinkedView::Pair(a, b)
    }

    fn options(&self, _session: &Workspace<'_>) -> LinkOptions {
        LinkOptions { metric: metric_option(self.metric), ..LinkOptions::default() }
    }

    fn take_options(&mut self, options: &LinkOptions, _session: &Workspace<'_>) {
        self.metric = metric_of(options);
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let text = match here.target {
            _ if here.in_list() => None,
            Some(LinkTarget::RollCall(id)) => return Some(here.rollcall_as_text(*id)),
            Some(LinkTarget::Part(term)) => here.part(term).map(|(query, set)| {
                let window = Window::new(here.record(), &query, &set);
                let (lexicon, [a, b]) = (here.session.lexicon, self.members);
                let over = Comparison { metric: self.metric, set: &set, window };
                self.as_text(&Agree::new(lexicon, (a, b), over, None))
            }),
            _ => self.answer.as_ref().map(|answer| self.as_text(answer)),
        };
        text.map(|text| here.cited(&text)).or_else(|| here.row_as_text())
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        if here.in_list() {
            // The list is of roll calls, as any.
            return here.list.selected().map(|_| here.rollcalls_as_file(&self.members, format, style));
        }
        self.answer.as_ref().map(|answer| render(answer, here.record(), format, style))
    }
}
