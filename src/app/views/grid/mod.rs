//! A series as a grid: members as rows, its texts as columns, all of them, scrolling sideways; who wavers.

mod page;

use std::cell::Cell;
use std::cmp::Reverse;

use crate::actions::{Action, Context};
use crate::answer::grid::GridVote;
use crate::answer::grid::{GridRow, SeriesGrid};
use crate::answer::{Series, Window};
use crate::app::App;
use crate::app::bar::mark;
use crate::app::columns::{ListColumn, MARKS, PlacedColumn, Sort, place};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, OpenedFrom, Response, Room, View, ViewKind, votes};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{MemberId, RollCallId, RollCallSet};
use crate::report::{Format, Style, counted, render};

/// A series as a grid.
pub(super) static KIND: ViewKind = ViewKind { name: "Grid", keys: Some(Context::Grid), first: votes::first };

/// Goes to the grid of a series.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Grid).then(|| match app.rollcall_here().or_else(|| app.rollcall_before()) {
        Some(id) => {
            app.go_to_grid(id, "");
            true
        }
        None => app.say("select a roll call to see the grid of its series"),
    })
}

/// Opens the grid of a series if a link names it; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Grid(id) = link else { return false };
    app.go_to_grid(*id, query);
    true
}

/// What a column is of. Those before the texts are always the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GridColumn {
    Name,
    Wavers,
    No,
    Abstain,
    Moved,
    Group,
    Text(usize),
}

/// The columns before those of the texts.
const FACTS: [GridColumn; 6] =
    [GridColumn::Name, GridColumn::Wavers, GridColumn::No, GridColumn::Abstain, GridColumn::Moved, GridColumn::Group];
/// The columns of a text, and how many of a name there are at least and at most.
const TEXT: u16 = 2;
const NAME: (u16, u16) = (13, 24);

impl GridColumn {
    fn at(position: usize) -> Self {
        FACTS.get(position).copied().unwrap_or_else(|| Self::Text(position.saturating_sub(FACTS.len())))
    }
}

/// The grid of a series within the filter.
#[derive(Clone, Debug)]
struct GridView<'r> {
    /// The roll call from which it was opened.
    from: RollCallId,
    found: Option<SeriesGrid<'r>>,
    /// How many of the last texts are out of sight to the right, and how many fitted when it was last drawn.
    after: usize,
    fitted: Cell<usize>,
}

impl<'r> GridView<'r> {
    fn row(&self, member: MemberId) -> Option<&GridRow<'r>> {
        self.found.as_ref().and_then(|found| found.of(member))
    }

    fn texts(&self) -> &[RollCallId] {
        self.found.as_ref().map_or(&[], |found| &found.ids)
    }

    /// Shows earlier or later texts; says which are seen.
    fn scroll(&mut self, later: bool) -> Response<'r> {
        let most = self.texts().len().saturating_sub(self.fitted.get());
        let step = (self.fitted.get() / 2).max(1);
        let to = if later { self.after.saturating_sub(step) } else { (self.after + step).min(most) };
        let changed = to != self.after;
        self.after = to;
        Response::shown(changed)
    }

    /// A member as a line of text: its changes with their n, and every vote.
    fn as_text(&self, here: &Here<'_, 'r>, row: &GridRow<'_>) -> String {
        let votes: String = row.votes.iter().map(|vote| vote.letter()).collect();
        let changes = row.changes_in_words().unwrap_or_else(|| "not enough votes to count".to_owned());
        let window = self.found.as_ref().map(|found| found.window.line()).unwrap_or_default();
        here.cited(&format!("{}: {votes}, changes over the last six texts {changes}, over {window}", row.name))
    }
}

impl<'r> View<'r> for GridView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn is_about_members(&self) -> bool {
        false
    }

    fn has_aside(&self) -> bool {
        false
    }

    fn shares(&self, _screen: u16) -> [u16; 2] {
        [68, 68]
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, shared: &Workspace<'r>) {
        let Ok(index) = shared.series() else { return };
        let (lexicon, window) = (shared.lexicon, Window::of(shared.lexicon, query, set));
        let named = lexicon.symbol(self.from);
        let series = Series::new(shared.record(), index, (self.from, &named), window, set);
        self.found = Some(SeriesGrid::new(&series));
        self.after = 0;
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        let fact = |column: &GridColumn| match column {
            GridColumn::Name | GridColumn::Text(_) => ListColumn::text("country", "name", 0, 0),
            GridColumn::Wavers => ListColumn::number("moves", "wavers: changes over the last six texts", 6, 30),
            GridColumn::No => ListColumn::number("N", "ever voted no", 3, 50),
            GridColumn::Abstain => ListColumn::number("A", "ever abstained", 3, 50),
            GridColumn::Moved => ListColumn::text("last", "moved last time", 4, 60),
            GridColumn::Group => ListColumn::text("group", "regional group", 16, 150),
        };
        let text = |&id: &RollCallId| {
            let rollcall = shared.record().rollcall(id);
            let year = rollcall.date.year().rem_euclid(100);
            let recorded = shared.record().is_recorded(id);
            let name = if recorded { format!("{year:02}") } else { "??".to_owned() };
            let unknown = if recorded { "" } else { ", votes by member not recorded" };
            let long = format!("vote on {}, {}{unknown}", rollcall.short_symbol(), rollcall.date);
            ListColumn { name: name.into(), long: long.into(), ..ListColumn::text("", "", TEXT, 0) }
        };
        FACTS.iter().map(fact).chain(self.texts().iter().map(text)).collect()
    }

    /// The facts that fit, and as many texts as there is room for beside a name.
    fn placed(&self, shared: &Workspace<'_>, room: u16, _sorted: Option<usize>) -> Vec<PlacedColumn> {
        let mut columns = self.columns(shared);
        let texts = self.texts().len();
        let facts: u16 = columns[1..FACTS.len()].iter().filter(|one| one.from <= room).map(|one| one.width + 1).sum();
        let fits = room.saturating_sub(MARKS + NAME.0 + 1 + facts) / (TEXT + 1);
        let fits = usize::from(fits).min(texts);
        self.fitted.set(fits);
        let last = texts - self.after.min(texts - fits);
        for (at, column) in columns[FACTS.len()..].iter_mut().enumerate() {
            if !(last - fits..last).contains(&at) {
                column.from = u16::MAX;
            }
        }
        let used = MARKS + facts + fits as u16 * (TEXT + 1) + 1;
        columns[0].width = room.saturating_sub(used).clamp(1, NAME.1);
        place(&columns, room)
    }

    fn sort(&self) -> Sort {
        Sort { column: 1, reverse: false }
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, _session: &Workspace<'_>) -> Vec<Row> {
        let Some(found) = &self.found else { return Vec::new() };
        let mut rows: Vec<_> = found.members.iter().collect();
        match GridColumn::at(sort.column) {
            // As they were found.
            GridColumn::Wavers => {}
            GridColumn::Name => rows.sort_by_key(|row| row.name),
            GridColumn::No => rows.sort_by_key(|row| Reverse(row.no)),
            GridColumn::Abstain => rows.sort_by_key(|row| Reverse(row.abstain)),
            GridColumn::Moved => rows.sort_by_key(|row| (row.moved_last.is_none(), row.moved_last)),
            GridColumn::Group => rows.sort_by_key(|row| (row.group.is_none(), row.group, row.name)),
            GridColumn::Text(at) => rows.sort_by_key(|row| {
                row.votes.get(at).map(|vote| match vote {
                    GridVote::Known(state) => (0, Some(*state)),
                    GridVote::NotRecorded => (1, None),
                })
            }),
        }
        if sort.reverse {
            rows.reverse();
        }
        rows.into_iter().map(|row| Row::Member(row.member)).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, _session: &Workspace<'_>) -> Line {
        let Some(row) = row.member().and_then(|id| self.row(id)) else { return Line::new() };
        let count = |count: u32| vec![if count > 0 { Piece::plain(count.to_string()) } else { Piece::quiet("–") }];
        match GridColumn::at(at.column) {
            GridColumn::Name => vec![Piece::plain(row.name.to_owned())],
            GridColumn::Wavers => vec![match row.changes.zip(row.n) {
                Some((changes, n)) => Piece::plain(format!("{changes} of {n}")),
                None => Piece::quiet("–"),
            }],
            GridColumn::No => count(row.no),
            GridColumn::Abstain => count(row.abstain),
            GridColumn::Moved => row.moved_in_letters().map_or_else(Line::new, |moved| vec![Piece::plain(moved)]),
            GridColumn::Group => vec![Piece::quiet(row.group.unwrap_or("–").to_owned())],
            GridColumn::Text(text) => match row.votes.get(text) {
                Some(GridVote::Known(state)) => vec![Piece::new(mark(*state), Role::Strong(*state))],
                Some(GridVote::NotRecorded) => vec![Piece::quiet("?")],
                None => Line::new(),
            },
        }
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let row = here.member().and_then(|member| self.row(member));
        (page::page(here.record(), self.found.as_ref(), row, room.columns()), Page::default())
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        here.row_title()
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        format!("{} {}", here.session.lexicon.symbol(self.from), here.asked(false)).trim_end().to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let (members, texts) = (counted(here.list.len(), "member"), counted(self.texts().len(), "text"));
        let fits = self.fitted.get();
        let last = self.texts().len().saturating_sub(self.after);
        let seen = if (1..self.texts().len()).contains(&fits) {
            format!(", {}–{last} seen", last.saturating_sub(fits) + 1)
        } else {
            String::new()
        };
        (format!("{members}, {texts}{seen}"), format!("{texts}{seen}"))
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::Left | Action::Right if here.in_list() => self.scroll(action == Action::Right),
            _ => Response::Passed,
        }
    }

    fn offers(&self, action: Action) -> Option<bool> {
        (action == Action::Grid).then_some(false)
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.member().filter(|_| here.in_list()).map(LinkTarget::Member)
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Picture(Some(self.from))
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Grid(self.from)
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        match here.target {
            Some(LinkTarget::RollCall(id)) if !here.in_list() => Some(here.rollcall_as_text(*id)),
            _ => here.member().and_then(|member| self.row(member)).map(|row| self.as_text(here, row)),
        }
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        self.found.as_ref().map(|found| render(found, here.record(), format, style))
    }
}

impl App<'_> {
    /// Opens the grid of the series of a roll call, under a filter or in the universe that it is in.
    fn go_to_grid(&mut self, id: RollCallId, query: &str) {
        match self.shared.series().map(|index| Series::whole(self.record(), index, id)) {
            Ok(whole) => {
                let mut set = RollCallSet::empty(self.record().len());
                set.extend(whole.ids());
                let query = if query.is_empty() { self.universe_of(&set) } else { query }.to_owned();
                let view = GridView { from: id, found: None, after: 0, fitted: Cell::new(0) };
                self.open_under(Box::new(view), &query);
            }
            Err(error) => self.notice = Some(error.to_owned()),
        }
    }
}
