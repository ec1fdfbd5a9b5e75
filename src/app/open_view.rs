//! A view: a list under a filter, the page of the selected row and what stands beside it, and which of them has the
//! keys.

use std::cell::OnceCell;

use ratatui::layout::{Rect, Size};

use crate::query::Query;
use crate::record::{MemberId, RollCallId, RollCallSet};

use super::columns::{ListColumn, PlacedColumn, Sort};
use super::layout::{Focus, Layout, lines};
use super::line_editor::{LineEditor, LineKind, Side};
use super::list::{List, Row};
use super::page::{Line, LinkTarget, Page};
use super::pane::Pane;
use super::scroll::Step;
use super::session::Workspace;
use super::views::{Boxed, Here, Outcome, Room, View, ViewKind};
use super::years::Years;
use crate::actions::Action;

/// What the pages of a view are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// The selected row.
    Row(Row),
    /// What the view is about.
    Whole,
}

/// A view as it is open: its list under a filter, and where the keys are.
#[derive(Clone, Debug)]
pub struct OpenView<'r> {
    view: Boxed<'r>,
    filter: LineEditor<'r>,
    /// The filter as it was last understood.
    query: Query,
    set: RollCallSet,
    list: List,
    sort: Sort,
    focus: Focus,
    /// The pane that it was opened in: to come back from there is to come back to another view.
    entered: Focus,
    page: Pane,
    aside: Pane,
    /// What the pages are of, and at which columns; none if they are to be made anew.
    shown: Option<(Option<About>, Size, Size)>,
    /// What the pages were last of.
    about: Option<About>,
    /// What was selected when the line that is typed was opened.
    before: Option<Row>,
    /// What there is in each year of what the filter lets through, whatever days it names; if anybody asked.
    years: OnceCell<Years>,
}

impl<'r> OpenView<'r> {
    /// A view filtered by `query`; one that can't be read is left open for mending.
    pub(super) fn new(kind: &ViewKind, query: &str, shared: &Workspace<'r>) -> Self {
        Self::of((kind.first)(shared), query, shared)
    }

    /// `view`, filtered by `query`.
    pub(super) fn of(view: Boxed<'r>, query: &str, shared: &Workspace<'r>) -> Self {
        let mut open = Self {
            sort: view.sort(),
            filter: LineEditor::filter(shared.lexicon, query, view.is_about_members()),
            view,
            query: Query::default(),
            set: shared.record().all(),
            list: List::default(),
            focus: Focus::List,
            entered: Focus::List,
            page: Pane::default(),
            aside: Pane::default(),
            shown: None,
            about: None,
            before: None,
            years: OnceCell::new(),
        };
        if open.filter.error().is_some() {
            open.filter.open();
        }
        open.run(shared);
        open
    }

    /// Counts anew over what was last understood.
    pub(super) fn run(&mut self, shared: &Workspace<'r>) {
        self.query = Query::parse(self.filter.text(), shared.lexicon).unwrap_or_default();
        self.set = self.query.run(shared.lexicon);
        self.years = OnceCell::new();
        self.view.recompute(&self.query, &self.set, shared);
        self.refresh(shared);
    }

    /// Makes rows and pages anew, from the same roll calls.
    pub(super) fn refresh(&mut self, shared: &Workspace<'r>) {
        self.view.arrange(shared);
        self.list.show(self.view.rows(&self.set, self.sort, shared));
        self.shown = None;
    }

    /// Filters by another text.
    pub(super) fn filter_by(&mut self, text: &str, shared: &Workspace<'r>) {
        self.filter = LineEditor::filter(shared.lexicon, text, self.view.is_about_members());
        self.run(shared);
    }

    /// Opens a line for typing, if the view has it and none is open.
    pub(super) fn open_line(&mut self, says: LineKind) {
        if self.line().is_none() {
            self.before = None;
            // Other blocs are split by other roll calls.
            if says == LineKind::RollCalls {
                self.before = self.list.selected();
            }
            if let Some(line) = self.lines_mut().find(|line| line.says() == says) {
                line.open();
            }
        }
    }

    /// Keeps the line that is typed; says whether it could be read.
    pub(super) fn keep_line(&mut self) -> bool {
        self.line_mut().is_none_or(LineEditor::keep)
    }

    /// Goes back to the line and the selection from before.
    pub(super) fn drop_line(&mut self, shared: &Workspace<'r>) {
        if self.line_mut().is_some_and(LineEditor::drop) {
            self.run(shared);
        }
        if let Some(row) = self.before {
            self.list.select_row(row);
        }
    }

    /// Changes the line that is typed; says whether it changed.
    pub(super) fn change(&mut self, shared: &Workspace<'r>, change: impl FnOnce(&mut LineEditor<'r>) -> bool) -> bool {
        let Some(line) = self.line_mut() else { return false };
        let before = line.text().to_owned();
        let changed = change(line);
        if before != line.text() {
            self.run(shared);
        }
        changed
    }

    /// Marks another proposal for the line that is typed; says whether there are any.
    pub(super) fn mark_proposal(&mut self, next: bool) -> bool {
        self.line_mut().is_some_and(|line| line.mark(next))
    }

    fn lines_mut(&mut self) -> impl Iterator<Item = &mut LineEditor<'r>> {
        [&mut self.filter].into_iter().chain(self.view.lines_mut())
    }

    fn line_mut(&mut self) -> Option<&mut LineEditor<'r>> {
        self.lines_mut().find(|line| line.is_open())
    }

    /// Takes a step in the list; says whether the selection moved.
    pub(super) fn step(&mut self, step: Step) -> bool {
        self.list.step(step)
    }

    /// Selects a row of the window; says whether the selection moved, or nothing if there is no such row.
    pub(super) fn select_seen(&mut self, row: u16) -> Option<bool> {
        let at = self.list.first() + usize::from(row);
        (at < self.list.len()).then(|| self.list.select(at))
    }

    /// Selects a row; says whether it is among those of the list.
    pub(super) fn select(&mut self, row: Row) -> bool {
        self.list.select_row(row)
    }

    /// Sorts by a column, or turns the order round if it is sorted by that one.
    pub(super) fn sort_by(&mut self, column: usize, shared: &Workspace<'r>) {
        let reverse = self.sort.column == column && !self.sort.reverse;
        self.list.choose();
        self.sort = Sort { column, reverse };
        self.refresh(shared);
    }

    /// Sorts by a column in an order.
    pub(super) fn set_sort(&mut self, sort: Sort, shared: &Workspace<'r>) {
        if sort != self.sort && self.columns(shared).get(sort.column).is_some_and(|column| column.sorts) {
            self.sort = sort;
            self.refresh(shared);
        }
    }

    /// Gives the keys to a pane; there is nothing to read in an empty list.
    pub(super) fn go(&mut self, focus: Focus) -> bool {
        if focus != Focus::List && self.about_now().is_none() {
            return false;
        }
        if focus != Focus::List {
            // Who reads of a row wants it.
            self.list.choose();
        }
        self.focus = focus;
        if let Some(pane) = self.pane_mut() {
            pane.enter();
        }
        true
    }

    /// What its pages are of now; none where nothing is selected that they could be of.
    fn about_now(&self) -> Option<About> {
        if self.view.page_is_whole()? { Some(About::Whole) } else { self.list.selected().map(About::Row) }
    }

    /// Opens it in the page of its selected row: whoever goes back from there goes to another view.
    pub(super) fn enter_page(&mut self) {
        if !self.list.is_empty() {
            (self.focus, self.entered) = (Focus::Page, Focus::Page);
        }
    }

    /// The pane that has the keys, unless it is the list.
    pub(super) fn pane_mut(&mut self) -> Option<&mut Pane> {
        self.pane_at_mut(self.focus)
    }

    /// A pane, unless it is the list.
    pub(super) fn pane_at_mut(&mut self, focus: Focus) -> Option<&mut Pane> {
        match focus {
            Focus::List => None,
            Focus::Page => Some(&mut self.page),
            Focus::Aside => Some(&mut self.aside),
        }
    }

    /// Fits the view into its areas, and lays out what is selected now.
    pub(super) fn fit(&mut self, layout: &Layout, shared: &Workspace<'r>) {
        let rows = layout.rows();
        if rows.height > 0 {
            self.list.fit(rows.height.into());
        }
        let (page, aside) = (lines(layout.page), lines(layout.aside));
        if self.focus == Focus::Aside && aside.is_empty() {
            self.focus = Focus::Page;
        }
        let about = self.about_now();
        let wanted = Some((about, page.as_size(), aside.as_size()));
        if wanted != self.shown && page.width > 0 {
            let same = self.about == about;
            let (main, beside) = if about.is_some() { self.pages(page, aside, shared) } else { Default::default() };
            self.page.show(main, same);
            self.aside.show(beside, same);
            (self.shown, self.about) = (wanted, about);
        }
        self.page.fit(page.height.into());
        self.aside.fit(aside.height.into());
        if let Some(pane) = self.pane_mut() {
            pane.enter();
        }
        if about.is_none() {
            self.focus = Focus::List;
        }
    }

    /// The page of what it is about and what stands beside it, or at its end where there is no room beside it.
    fn pages(&self, page: Rect, aside: Rect, shared: &Workspace<'r>) -> (Page, Page) {
        let beside = if aside.is_empty() { page.width } else { aside.width };
        let room = Room { page: page.as_size(), beside: beside.into() };
        let (mut main, beside) = self.view.pages(&self.here(shared), room);
        if aside.is_empty() {
            main.append(beside);
            return (main, Page::default());
        }
        (main, beside)
    }

    /// What it is about.
    pub fn kind(&self) -> &'static ViewKind {
        self.view.kind()
    }

    /// The filter.
    pub fn filter(&self) -> &LineEditor<'r> {
        &self.filter
    }

    /// The shares of its list on a screen of so many columns, beside one pane and beside two.
    pub(super) fn shares(&self, screen: u16) -> [u16; 2] {
        self.view.shares(screen)
    }

    /// The filter as it was last understood.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The line that is typed, if one is.
    pub fn line(&self) -> Option<&LineEditor<'r>> {
        [&self.filter].into_iter().chain(self.view.lines()).find(|line| line.is_open())
    }

    /// The expression of a bloc as it was last understood, if the view has one there.
    pub fn bloc(&self, side: Side) -> Option<&str> {
        let line = self.view.lines().iter().find(|line| line.says() == LineKind::Members(side))?;
        Some(line.text()).filter(|text| !text.is_empty())
    }

    /// What it is about.
    pub(super) fn view(&self) -> &dyn View<'r> {
        &*self.view
    }

    /// What it is about, for a view of its own.
    pub(super) fn boxed(&self) -> Boxed<'r> {
        self.view.boxed()
    }

    /// Where the view is shown.
    pub(super) fn here<'a>(&'a self, session: &'a Workspace<'r>) -> Here<'a, 'r> {
        Here {
            session,
            filter: self.filter.text(),
            query: &self.query,
            set: &self.set,
            list: &self.list,
            focus: self.focus,
            page: &self.page,
            target: self.under_cursor(),
        }
    }

    /// The view, to be changed, and where it is shown.
    fn parts<'a>(&'a mut self, session: &'a Workspace<'r>) -> (&'a mut Boxed<'r>, Here<'a, 'r>) {
        let Self { view, filter, query, set, list, focus, page, aside, .. } = self;
        let target = pane_of(*focus, page, aside).and_then(Pane::cursor).map(|target| &target.to);
        (view, Here { session, filter: filter.text(), query, set, list, focus: *focus, page, target })
    }

    /// Does what one of the view's own keys says.
    pub(super) fn act(&mut self, action: Action, session: &Workspace<'r>) -> Outcome<'r> {
        let (view, here) = self.parts(session);
        view.act(action, &here)
    }

    /// Puts the cursor on what is drawn at a line and a column of the page, of so much room; says whether it was there
    /// already, none where nothing is drawn that can be pointed at.
    pub(super) fn point(&mut self, session: &Workspace<'r>, at: (usize, usize), room: Size) -> Option<bool> {
        let selected = self.list.selected();
        let (view, here) = self.parts(session);
        let pointed = view.point(at, room, &here)?;
        if pointed.moved {
            self.refresh(session);
        }
        self.select(pointed.row);
        Some(selected == Some(pointed.row) && !pointed.moved)
    }

    /// Lists other members of the same view: from the first on, where the selected one is not among them.
    pub(super) fn rearrange(&mut self, session: &Workspace<'r>, leave: bool) {
        if leave {
            let _ = self.step(Step::Rows(1)) || self.step(Step::Rows(-1));
        }
        self.list.choose();
        let before = self.list.selected();
        self.refresh(session);
        if self.list.selected() != before {
            self.list.select(0);
        }
    }

    /// What there is in each year of what the filter lets through, whatever days it names.
    pub(super) fn years(&self, shared: &Workspace<'_>) -> &Years {
        let of_all_days = || self.query.without_time().run(shared.lexicon);
        self.years.get_or_init(|| Years::new(shared.record(), &of_all_days()))
    }

    /// The roll calls that the filter lets through.
    pub fn set(&self) -> &RollCallSet {
        &self.set
    }

    /// The list.
    pub fn list(&self) -> &List {
        &self.list
    }

    /// The selected roll call, if the list is of roll calls.
    pub fn rollcall(&self) -> Option<RollCallId> {
        self.list.selected()?.rollcall()
    }

    /// The selected member, if the list is of members.
    pub fn member(&self) -> Option<MemberId> {
        self.list.selected()?.member()
    }

    /// Whether a row has a mark: a roll call that is marked, a member that stays above others.
    pub fn is_marked(&self, shared: &Workspace<'_>, row: Row) -> bool {
        match row {
            Row::RollCall(id) => shared.marks().contains(&id),
            Row::Member(id) => self.view.is_pinned(id),
        }
    }

    /// What the list is sorted by.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// The columns of the list.
    pub fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        self.view.columns(shared)
    }

    /// Whether its rows can be sorted by a column.
    pub(super) fn sorts(&self, shared: &Workspace<'_>) -> bool {
        self.columns(shared).iter().any(|column| column.sorts)
    }

    /// The columns that fit into so much room.
    pub fn placed(&self, shared: &Workspace<'_>, room: u16) -> Vec<PlacedColumn> {
        self.view.placed(shared, room)
    }

    /// The cell of a row in a column.
    pub fn cell(&self, shared: &Workspace<'_>, row: Row, at: PlacedColumn) -> Line {
        self.view.cell(row, at, shared)
    }

    /// The pane that has the keys.
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// The pane that it was opened in.
    pub(super) fn entered(&self) -> Focus {
        self.entered
    }

    /// The page of the selected row.
    pub fn page(&self) -> &Pane {
        &self.page
    }

    /// What stands beside it.
    pub fn aside(&self) -> &Pane {
        &self.aside
    }

    /// The pane that has the keys, unless it is the list.
    pub fn pane(&self) -> Option<&Pane> {
        pane_of(self.focus, &self.page, &self.aside)
    }

    /// Where the place under the cursor leads, in the pane that has the keys.
    pub fn under_cursor(&self) -> Option<&LinkTarget> {
        Some(&self.pane()?.cursor()?.to)
    }
}

/// The pane that has the keys, unless it is the list.
fn pane_of<'p>(focus: Focus, page: &'p Pane, aside: &'p Pane) -> Option<&'p Pane> {
    match focus {
        Focus::List => None,
        Focus::Page => Some(page),
        Focus::Aside => Some(aside),
    }
}
