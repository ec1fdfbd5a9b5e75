//! A view: a list under a filter, the page of the selected row and what is beside it, and which of them has the
//! keys.

mod about;
mod panes;
mod rows;
mod typing;

use std::cell::OnceCell;

use ratatui::layout::Size;

use crate::link::LinkOptions;
use crate::query::Query;
use crate::record::RollCallSet;

use self::about::{About, pane_of};
use super::columns::Sort;
use super::layout::Focus;
use super::line_editor::LineEditor;
use super::list::{List, Row};
use super::pane::Pane;
use super::scroll::Step;
use super::session::Workspace;
use super::views::{Boxed, Here, Response, View, ViewKind};
use super::years::Years;
use crate::actions::Action;

/// A view as it is open: its list under a filter, and where the keys are.
#[derive(Clone, Debug)]
pub struct OpenView<'r> {
    view: Boxed<'r>,
    filter: LineEditor<'r>,
    /// The filter that it was opened under.
    came: String,
    /// The filter as it was last understood.
    query: Query,
    /// The roll calls that the filter chooses from, and those that it lets through.
    within: RollCallSet,
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
    /// Why the filter lets no roll call through, where that can be told; if anybody asked.
    why_nothing: OnceCell<Option<String>>,
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
            came: query.trim().to_owned(),
            view,
            query: Query::default(),
            within: shared.record().usual().clone(),
            set: shared.record().usual().clone(),
            list: List::default(),
            focus: Focus::List,
            entered: Focus::List,
            page: Pane::default(),
            aside: Pane::default(),
            shown: None,
            about: None,
            before: None,
            years: OnceCell::new(),
            why_nothing: OnceCell::new(),
        };
        if open.filter.error().is_some() {
            open.filter.open();
        }
        open.run(shared);
        open
    }

    /// Counts anew over what was last understood.
    pub(super) fn run(&mut self, shared: &Workspace<'r>) {
        let text = format!("{} {}", self.filter.text(), self.view.always());
        self.query = Query::parse(&text, shared.lexicon).unwrap_or_default();
        self.within = self.query.universe(shared.record()).rollcalls(shared.record());
        self.set = self.query.among(self.within.clone(), shared.lexicon);
        (self.years, self.why_nothing) = (OnceCell::new(), OnceCell::new());
        self.view.recompute(&self.query, &self.set, shared);
        self.refresh(shared);
    }

    /// Shows this in the place of what it showed, under the same filter.
    pub(super) fn show(&mut self, view: Boxed<'r>, shared: &Workspace<'r>) {
        self.view = view;
        self.run(shared);
    }

    /// Makes rows and pages anew, from the same roll calls.
    pub(super) fn refresh(&mut self, shared: &Workspace<'r>) {
        self.view.arrange(shared);
        self.list.show(self.view.rows(&self.set, self.sort, shared));
        self.shown = None;
    }

    /// Is shown as a link says.
    pub(super) fn take_options(&mut self, options: &LinkOptions, shared: &Workspace<'r>) {
        self.view.take_options(options, shared);
        self.run(shared);
    }

    /// Filters by another text.
    pub(super) fn filter_by(&mut self, text: &str, shared: &Workspace<'r>) {
        self.filter = LineEditor::filter(shared.lexicon, text, self.view.is_about_members());
        self.run(shared);
    }

    /// Filters by the text that another view comes with: to go back is not to go back behind that.
    pub(super) fn come_with(&mut self, text: &str, shared: &Workspace<'r>) {
        self.filter_by(text, shared);
        text.trim().clone_into(&mut self.came);
    }

    /// The filter that it was opened under, if that is another than now.
    pub(super) fn came_with(&self) -> Option<&str> {
        (self.filter.text() != self.came).then_some(self.came.as_str())
    }

    /// What it is about.
    pub fn kind(&self) -> &'static ViewKind {
        self.view.kind()
    }

    /// The filter.
    pub fn filter(&self) -> &LineEditor<'r> {
        &self.filter
    }

    /// The shares of its list on a screen of the given number of columns, beside one pane and beside two.
    pub(super) fn shares(&self, screen: u16) -> [u16; 2] {
        self.view.shares(screen)
    }

    /// The filter as it was last understood.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The roll calls that the filter chooses from.
    pub fn within(&self) -> &RollCallSet {
        &self.within
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
            within: &self.within,
            set: &self.set,
            why_nothing: &self.why_nothing,
            list: &self.list,
            focus: self.focus,
            page: &self.page,
            target: self.under_cursor(),
        }
    }

    /// The view, to be changed, and where it is shown.
    fn parts<'a>(&'a mut self, session: &'a Workspace<'r>) -> (&'a mut Boxed<'r>, Here<'a, 'r>) {
        let Self { view, filter, query, within, set, why_nothing, list, focus, page, aside, .. } = self;
        let target = pane_of(*focus, page, aside).and_then(Pane::cursor).map(|target| &target.to);
        (
            view,
            Here { session, filter: filter.text(), query, within, set, why_nothing, list, focus: *focus, page, target },
        )
    }

    /// Does what one of the view's own keys says.
    pub(super) fn act(&mut self, action: Action, session: &Workspace<'r>) -> Response<'r> {
        let (view, here) = self.parts(session);
        view.act(action, &here)
    }

    /// Puts the cursor on what is drawn at a line and a column of the page, of the given room; says whether it was
    /// there already, none where nothing is drawn that can be pointed at.
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
}
