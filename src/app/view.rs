//! A view: a list under a filter, the page of the selected row and what stands beside it, and which of them has the
//! keys.

use ratatui::layout::Rect;

use crate::record::{MemberId, RollCallId, RollCallSet};

use super::columns::{Column, Placed, Sort, place};
use super::filter::Filter;
use super::layout::{Focus, Layout, lines};
use super::list::{List, Row};
use super::page::{Line, Page, To};
use super::pane::Pane;
use super::scroll::Step;
use super::shared::Shared;
use super::subject::{Kind, Subject};
use super::{country, rollcall, votes};

/// The state of a view.
#[derive(Clone, Debug)]
pub struct View<'r> {
    subject: Subject,
    filter: Filter<'r>,
    set: RollCallSet,
    list: List,
    sort: Sort,
    focus: Focus,
    /// The pane that it was opened in: to come back from there is to come back to another view.
    entered: Focus,
    page: Pane,
    aside: Pane,
    /// What the pages are of, and at which columns; none if they are to be made anew.
    shown: Option<(Option<Row>, u16, u16)>,
    /// The last row that the pages were of.
    about: Option<Row>,
    /// What was selected when the filter was opened.
    before: Option<Row>,
}

impl<'r> View<'r> {
    /// A view filtered by `query`; one that can't be read is left open for mending.
    pub(super) fn new(kind: Kind, query: &str, shared: &Shared<'r>) -> Self {
        let mut view = Self {
            subject: Subject::new(kind),
            filter: Filter::new(shared.lexicon, query),
            set: shared.record().all(),
            list: List::default(),
            sort: Sort::default(),
            focus: Focus::List,
            entered: Focus::List,
            page: Pane::default(),
            aside: Pane::default(),
            shown: None,
            about: None,
            before: None,
        };
        if view.filter.error().is_some() {
            view.filter.open();
        }
        view.run(shared);
        view
    }

    /// Runs the query that was last understood.
    fn run(&mut self, shared: &Shared<'_>) {
        self.set = self.filter.query().run(shared.lexicon);
        self.subject.take(&self.set, shared);
        self.refresh(shared);
    }

    /// Makes rows and pages anew, from the same roll calls.
    pub(super) fn refresh(&mut self, shared: &Shared<'_>) {
        self.list.show(self.subject.rows(&self.set, self.sort, shared));
        self.shown = None;
    }

    /// Opens the filter line.
    pub(super) fn open_filter(&mut self) {
        if !self.filter.is_open() {
            self.list.choose();
            self.before = self.list.selected();
            self.filter.open();
        }
    }

    /// Keeps the filter; says whether it could be read.
    pub(super) fn keep_filter(&mut self) -> bool {
        self.filter.keep()
    }

    /// Goes back to the filter and the selection from before.
    pub(super) fn drop_filter(&mut self, shared: &Shared<'_>) {
        if self.filter.drop() {
            self.run(shared);
        }
        if let Some(row) = self.before {
            self.list.select_row(row);
        }
    }

    /// Changes the filter; says whether the line changed.
    pub(super) fn change(&mut self, shared: &Shared<'_>, change: impl FnOnce(&mut Filter<'r>) -> bool) -> bool {
        let before = self.filter.query().clone();
        let changed = change(&mut self.filter);
        if before != *self.filter.query() {
            self.run(shared);
        }
        changed
    }

    /// Marks another proposal for the filter; says whether there are any.
    pub(super) fn mark_proposal(&mut self, next: bool) -> bool {
        self.filter.mark(next)
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
    pub(super) fn sort_by(&mut self, column: usize, shared: &Shared<'_>) {
        let reverse = self.sort.column == column && !self.sort.reverse;
        self.list.choose();
        self.sort = Sort { column, reverse };
        self.refresh(shared);
    }

    /// Sorts so.
    pub(super) fn set_sort(&mut self, sort: Sort, shared: &Shared<'_>) {
        if sort != self.sort && self.columns(shared).get(sort.column).is_some_and(|column| column.sorts) {
            self.sort = sort;
            self.refresh(shared);
        }
    }

    /// Gives the keys to a pane; there is nothing to read in an empty list.
    pub(super) fn go(&mut self, focus: Focus) -> bool {
        if focus != Focus::List && self.list.is_empty() {
            return false;
        }
        self.focus = focus;
        if let Some(pane) = self.pane_mut() {
            pane.enter();
        }
        true
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
    pub(super) fn fit(&mut self, layout: &Layout, shared: &Shared<'_>) {
        let rows = layout.rows();
        if rows.height > 0 {
            self.list.fit(rows.height.into());
        }
        let (page, aside) = (lines(layout.page), lines(layout.aside));
        if self.focus == Focus::Aside && aside.is_empty() {
            self.focus = Focus::Page;
        }
        let selected = self.list.selected();
        let wanted = Some((selected, page.width, aside.width));
        if wanted != self.shown && page.width > 0 {
            let same = self.about == selected;
            let (main, beside) = selected.map_or_else(Default::default, |row| self.pages(row, page, aside, shared));
            self.page.show(main, same);
            self.aside.show(beside, same);
            (self.shown, self.about) = (wanted, selected);
        }
        self.page.fit(page.height.into());
        self.aside.fit(aside.height.into());
        if let Some(pane) = self.pane_mut() {
            pane.enter();
        }
        if selected.is_none() {
            self.focus = Focus::List;
        }
    }

    /// The page of a row and what stands beside it, or at its end where there is no room beside it.
    fn pages(&self, row: Row, page: Rect, aside: Rect, shared: &Shared<'_>) -> (Page, Page) {
        let beside = if aside.is_empty() { page.width } else { aside.width };
        let (columns, beside) = (usize::from(page.width), usize::from(beside));
        let (mut main, beside) = match (row, &self.subject) {
            (Row::RollCall(id), _) => (rollcall::page(shared, id, columns), rollcall::aside(shared, id, beside)),
            (Row::Member(id), Subject::Countries(counts)) => (
                country::page(shared, id, self.filter.text(), &self.set, counts, columns),
                country::aside(shared, id, &self.set, counts, beside),
            ),
            (Row::Member(_), Subject::Votes) => Default::default(),
        };
        if aside.is_empty() {
            main.append(beside);
            return (main, Page::default());
        }
        (main, beside)
    }

    /// What it is about.
    pub fn kind(&self) -> Kind {
        self.subject.kind()
    }

    /// The filter.
    pub fn filter(&self) -> &Filter<'r> {
        &self.filter
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

    /// What the list is sorted by.
    pub fn sort(&self) -> Sort {
        self.sort
    }

    /// What it is called in the trail of views: the row that is open, or the view.
    pub fn title(&self, shared: &Shared<'_>) -> String {
        match self.focus {
            Focus::List => self.kind().name().to_owned(),
            Focus::Page | Focus::Aside => self.subject(shared),
        }
    }

    /// What the page is about.
    pub fn subject(&self, shared: &Shared<'_>) -> String {
        match self.list.selected() {
            Some(Row::RollCall(id)) => {
                let rollcall = shared.record().rollcall(id);
                if rollcall.symbol.is_empty() {
                    rollcall.short_symbol().into_owned()
                } else {
                    rollcall.symbol.to_string()
                }
            }
            Some(Row::Member(id)) => shared.record().members().get(id).name.to_string(),
            None => String::new(),
        }
    }

    /// What stands above a column.
    pub fn heading(&self, shared: &Shared<'_>, column: usize) -> String {
        match (self.kind(), column, shared.watched()) {
            (Kind::Votes, votes::WATCHED, Some(member)) => shared.record().members().get(member).code.to_string(),
            _ => self.columns(shared)[column].name.to_owned(),
        }
    }

    /// The columns of the list.
    pub fn columns(&self, shared: &Shared<'_>) -> Vec<Column> {
        self.subject.columns(shared)
    }

    /// The columns that fit into so much room.
    pub fn placed(&self, shared: &Shared<'_>, room: u16) -> Vec<Placed> {
        place(&self.columns(shared), room)
    }

    /// The cell of a row in a column.
    pub fn cell(&self, shared: &Shared<'_>, row: Row, at: Placed) -> Line {
        self.subject.cell(row, at, shared)
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
        match self.focus {
            Focus::List => None,
            Focus::Page => Some(&self.page),
            Focus::Aside => Some(&self.aside),
        }
    }

    /// Where the place under the cursor leads, in the pane that has the keys.
    pub fn under_cursor(&self) -> Option<&To> {
        Some(&self.pane()?.cursor()?.to)
    }
}
