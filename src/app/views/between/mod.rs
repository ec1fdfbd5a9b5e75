//! A member against two others: how far it agrees with each year by year, and with which of them it voted.

mod page;

use std::borrow::Cow;

use crate::answer::between::Sides;
use crate::answer::{Between, By, Comparison, Metric, SortKey, Window, order};
use crate::link::{LinkOptions, LinkedView};
use crate::query::Query;
use crate::record::{MemberId, Record, RollCallSet};
use crate::report::{Format, Style, figure_in_words, render};

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

/// A member against two others.
pub(super) static KIND: ViewKind = ViewKind { name: "Between", keys: Some(Context::Pair), first: votes::first };

/// Opens a member against two others if a link names them; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Between(a, others) = link else { return false };
    app.open_under(Box::new(BetweenView::new(*a, *others)), query)
}

/// The columns of the roll calls on which all three voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BetweenColumn {
    Fact(SortKey),
    /// The vote of the one, of the first other, of the second.
    Vote(usize),
}

impl NamedColumn for BetweenColumn {
    const ALL: &'static [Self] = &[
        Self::Fact(SortKey::Date),
        Self::Fact(SortKey::Symbol),
        Self::Fact(SortKey::Title),
        Self::Vote(0),
        Self::Vote(1),
        Self::Vote(2),
    ];
}

/// Which of the roll calls on which all three voted are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ListedSides {
    /// Those on which the two others voted differently.
    #[default]
    Parted,
    /// Those of them on which the one voted as the first did, or as the second.
    With(usize),
    All,
}

impl ListedSides {
    fn next(self) -> Self {
        match self {
            Self::Parted => Self::With(0),
            Self::With(0) => Self::With(1),
            Self::With(_) => Self::All,
            Self::All => Self::Parted,
        }
    }
}

/// A member against two others over a set of roll calls.
#[derive(Clone, Debug)]
struct BetweenView<'r> {
    /// The one, and the two others.
    members: [MemberId; 3],
    metric: Metric,
    which: ListedSides,
    /// Over the set, by year and by topic; none before anything was counted.
    years: Option<Between<'r>>,
    topics: Option<Between<'r>>,
    sides: Option<Sides>,
}

impl<'r> BetweenView<'r> {
    fn new(a: MemberId, [b, c]: [MemberId; 2]) -> Self {
        let (metric, which) = (Metric::default(), ListedSides::default());
        Self { members: [a, b, c], metric, which, years: None, topics: None, sides: None }
    }

    fn codes(&self, record: &Record) -> [String; 3] {
        self.members.map(|id| record.code(id).to_owned())
    }

    /// "USA and RUS differ", "with USA, not RUS".
    fn words(&self, record: &Record) -> String {
        let [_, b, c] = self.codes(record);
        match self.which {
            ListedSides::Parted => format!("{b} and {c} differ"),
            ListedSides::With(0) => format!("with {b}, not {c}"),
            ListedSides::With(_) => format!("with {c}, not {b}"),
            ListedSides::All => "all three voted".to_owned(),
        }
    }

    /// "India between United States and Russia".
    fn names(&self, record: &Record) -> String {
        let [a, b, c] = self.members.map(|id| record.name(id));
        format!("{a} between {b} and {c}")
    }

    fn counted(&self, set: &RollCallSet, window: Window, by: By, shared: &Workspace<'r>) -> Between<'r> {
        let [a, b, c] = self.members;
        let over = Comparison { metric: self.metric, set, window };
        Between::new(shared.lexicon, a, [b, c], over, by)
    }

    /// The three as a line of text, with the metric, both figures with their n, and the window.
    fn as_text(&self, answer: &Between<'_>, record: &Record) -> String {
        let figures = answer.others.iter().map(|other| format!("{} {}", other.b, figure_in_words(other.figure)));
        let figures = figures.collect::<Vec<_>>().join(", ");
        format!("{}: {} {figures}, over {}", self.names(record), answer.metric.name(), answer.window.line())
    }
}

impl<'r> View<'r> for BetweenView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        let window = Window::of(shared.lexicon, query, set);
        let [a, b, c] = self.members;
        self.sides = Some(Sides::new(shared.record(), a, [b, c], set));
        self.years = Some(self.counted(set, window.clone(), By::Year, shared));
        // Topics take longer than a frame to find, and come when they are known.
        self.topics = shared.prepared.then(|| self.counted(set, window, By::Topic, shared));
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let codes = self.codes(shared.record());
        let head = |&column: &BetweenColumn| match column {
            BetweenColumn::Vote(which) => ListColumn {
                long: format!("vote of {}", codes[which]).into(),
                name: codes[which].clone().into(),
                ..ListColumn::text("", "", 4, 0)
            },
            BetweenColumn::Fact(SortKey::Date) => ListColumn::text("date", "date", 10, 46),
            BetweenColumn::Fact(SortKey::Symbol) => ListColumn::text("symbol", "symbol", 10, 61),
            BetweenColumn::Fact(_) => ListColumn::text("title", "title", 0, 0),
        };
        BetweenColumn::ALL.iter().map(head).collect()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        let Some(sides) = &self.sides else { return Vec::new() };
        let set = match self.which {
            ListedSides::All => &sides.all,
            ListedSides::Parted => &sides.parted,
            ListedSides::With(at) => &sides.with[at],
        };
        let record = shared.record();
        let (key, vote) = match BetweenColumn::at(sort.column) {
            Some(BetweenColumn::Fact(key)) => (key, None),
            Some(BetweenColumn::Vote(which)) => (SortKey::default(), Some(self.members[which])),
            None => (SortKey::default(), None),
        };
        let mut ids = order(record, set, key, sort.reverse && vote.is_none());
        if let Some(member) = vote {
            ids.sort_by_key(|&id| record.votes().state(id, member));
            if sort.reverse {
                ids.reverse();
            }
        }
        ids.into_iter().map(Row::RollCall).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        let Row::RollCall(id) = row else { return Line::new() };
        let record = shared.record();
        match BetweenColumn::at(at.column) {
            Some(BetweenColumn::Fact(key)) => fact(record, id, key),
            Some(BetweenColumn::Vote(which)) => {
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
        (page::page(here.record(), self, room.page), page::aside(self, room.beside))
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        self.names(here.record())
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        let [a, ..] = self.codes(here.record());
        format!("{a} {} {}", self.words(here.record()), here.asked(true)).trim_end().to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        Here::some_of(here.list.len(), here.set.len())
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        ("No such roll call in this window.", "t lists others; / sets the window.".into())
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::Metric => {
                self.metric = self.metric.next();
                Response::Recompute(Some(format!("metric: {}", self.metric.name())))
            }
            Action::Which => {
                self.which = self.which.next();
                Response::Refresh(Some(format!("roll calls: {}", self.words(here.record()))))
            }
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
        let [a, b, c] = self.members;
        LinkedView::Between(a, [b, c])
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
                self.as_text(&self.counted(&set, window, By::Year, here.session), here.record())
            }),
            _ => self.years.as_ref().map(|answer| self.as_text(answer, here.record())),
        };
        text.map(|text| here.cited(&text)).or_else(|| here.row_as_text())
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        if here.in_list() {
            // The list is of roll calls, as any.
            return here.list.selected().map(|_| here.rollcalls_as_file(&self.members, format, style));
        }
        self.years.as_ref().map(|answer| render(answer, here.record(), format, style))
    }
}

impl App<'_> {
    /// Opens a member against two others, under the filter of now.
    pub(in crate::app) fn go_between(&mut self, a: MemberId, others: [MemberId; 2]) {
        self.open_here(Box::new(BetweenView::new(a, others)));
    }

    /// The member that is to be held against two others, and the first of these where there is one.
    pub(in crate::app) fn held_against(&self) -> Option<Vec<MemberId>> {
        match self.link().view {
            LinkedView::Pair(a, b) | LinkedView::Between(a, [b, _]) => Some(vec![a, b]),
            _ => self.view().member().map(|one| vec![one]),
        }
    }
}
