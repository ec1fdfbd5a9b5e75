//! Going from one view to another and back.

use ratatui::layout::Size;

use crate::actions::KeyMap;
use crate::link::Link;
use crate::record::{MemberId, RollCallId};
use crate::settings::Look;

use super::layout::Focus;
use super::list::Row;
use super::open_view::OpenView;
use super::picker::{Choice, PickerSource};
use super::prompt::LastFind;
use super::resources::Resources;
use super::session::Workspace;
use super::state::{App, Overlay};
use super::views::{Boxed, NUMBERED, OpenedFrom, ViewKind, open_marked};

/// What a step back leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WayBack {
    /// The list beside the page.
    List,
    /// This filter in the place of the one that the view has now.
    Filter(String),
    /// The view before.
    View,
}

/// How many views can be gone back through.
const DEEPEST: usize = 100;

impl<'r> App<'r> {
    /// The explorer on what is `known` of a record, filtered by `query`, on a screen of `size`.
    pub fn new(known: &'r Resources<'r>, query: &str, size: Size) -> Self {
        let shared = Workspace::new(known);
        let view = OpenView::new(NUMBERED[0], query, &shared);
        let mut app = Self {
            shared,
            keys: KeyMap::default(),
            size,
            views: vec![view],
            left: Vec::new(),
            over: None,
            prompt: None,
            notice: None,
            last_action: String::new(),
            last_find: LastFind::default(),
            share: None,
            span: None,
            dragging: false,
            mouse: true,
            look: Look::default(),
        };
        app.fit();
        app
    }

    /// Says a word; something changed by that.
    pub(super) fn say(&mut self, word: impl Into<String>) -> bool {
        self.notice = Some(word.into());
        true
    }

    pub(super) fn view_mut(&mut self) -> &mut OpenView<'r> {
        let last = self.views.len() - 1;
        &mut self.views[last]
    }

    /// Opens a view over the one that is seen.
    pub(super) fn push(&mut self, mut view: OpenView<'r>) {
        // Whoever comes from a member finds it selected.
        if let Some(member) = self.view().chosen_member(&self.shared).filter(|_| !view.is_chosen()) {
            view.select(Row::Member(member));
        }
        if self.views.len() == DEEPEST {
            self.views.remove(0);
        }
        self.views.push(view);
    }

    /// Goes to a view that has a number: back to it if it is below this one, and otherwise to it as it was left; under the filter
    /// of now, unless that is of roll calls side by side, which have none.
    pub(super) fn go_to(&mut self, kind: &'static ViewKind) -> bool {
        if open_marked(self, kind) {
            return true;
        }
        if self.view().kind() == kind {
            return self.view_mut().go(Focus::List);
        }
        let query = self.view().filter().text().to_owned();
        if let Some(at) = self.views.iter().rposition(|view| view.kind() == kind) {
            let filtered = self.view().view().unfiltered().is_none();
            self.left.extend(self.views.drain(at + 1..));
            let shared = &self.shared;
            if let Some(view) = self.views.last_mut().filter(|view| filtered && view.filter().text() != query) {
                view.come_with(&query, shared);
            }
        } else {
            let at = self.left.iter().rposition(|view| view.kind() == kind);
            let view = match at.map(|at| self.left.swap_remove(at)) {
                None => OpenView::new(kind, &query, &self.shared),
                Some(left) => {
                    let mut view = OpenView::of(left.boxed(), &query, &self.shared);
                    view.set_sort(left.sort(), &self.shared);
                    if let Some(row) = left.list().selected() {
                        view.select(row);
                    }
                    view
                }
            };
            self.push(view);
        }
        self.left.drain(..self.left.len().saturating_sub(NUMBERED.len()));
        true
    }

    /// Goes back by a step: from a page to the list beside it; to the filter that the view was opened under, which at the
    /// top is none; to the view that this one was opened from.
    pub(super) fn back(&mut self) -> bool {
        match self.way_back() {
            WayBack::List => self.view_mut().go(Focus::List),
            WayBack::Filter(text) => {
                let said = match text.as_str() {
                    "" => "filter cleared".to_owned(),
                    text => format!("filter: {text}"),
                };
                self.refilter(&text);
                self.say(said)
            }
            WayBack::View => self.leave(),
        }
    }

    /// What the next step back leads to.
    pub(super) fn way_back(&self) -> WayBack {
        let view = self.view();
        if view.focus() != Focus::List && !self.is_dive() {
            return WayBack::List;
        }
        let at_the_top = self.views.len() == 1;
        let before = if at_the_top { Some("").filter(|_| !view.filter().text().is_empty()) } else { view.came_with() };
        before.map_or(WayBack::View, |text| WayBack::Filter(text.to_owned()))
    }

    /// Filters the visible view by another text.
    pub(super) fn refilter(&mut self, text: &str) {
        let shared = &self.shared;
        if let Some(view) = self.views.last_mut() {
            view.filter_by(text, shared);
        }
    }

    /// Whether whoever leaves the page leaves the view.
    fn is_dive(&self) -> bool {
        let view = self.view();
        view.focus() != Focus::List && view.entered() != Focus::List && self.views.len() > 1
    }

    /// Goes to the view that this one was opened from, or from a page to the list beside it.
    pub(super) fn leave(&mut self) -> bool {
        if self.view().focus() != Focus::List && !self.is_dive() {
            return self.view_mut().go(Focus::List);
        }
        if self.views.len() > 1 {
            self.left.extend(self.views.pop());
            // What is shared may have changed since.
            let shared = &self.shared;
            if let Some(view) = self.views.last_mut() {
                view.refresh(shared);
            }
            return true;
        }
        self.notice = Some("nothing to go back to; / filters, q quits".to_owned());
        true
    }

    /// The roll call that this view was opened from: that of the pictures before, or the one from which the first of them was opened.
    pub(super) fn rollcall_before(&self) -> Option<RollCallId> {
        let mut pictures = true;
        for view in self.trail().iter().rev() {
            match view.view().origin() {
                OpenedFrom::Picture(Some(id)) => return Some(id),
                OpenedFrom::Picture(None) => {}
                // A list that is only below is another matter than the roll call that was left open.
                OpenedFrom::Selected => return view.rollcall().filter(|_| pictures || view.focus() != Focus::List),
                OpenedFrom::Elsewhere => pictures = false,
            }
        }
        None
    }

    /// Opens a view under the filter of now.
    pub(super) fn open_here(&mut self, view: Boxed<'r>) -> bool {
        let query = self.view().filter().text().to_owned();
        let view = OpenView::of(view, &query, &self.shared);
        self.push(view);
        true
    }

    /// Opens the view that a link names in the place of all others.
    pub fn start_at(&mut self, link: &Link) {
        self.open_link(link);
        self.views.drain(..self.views.len() - 1);
        self.fit();
    }

    /// Watches the votes of a member, or of none.
    pub(super) fn watch(&mut self, member: Option<MemberId>) {
        self.shared.watched = member;
        let shared = &self.shared;
        self.views.iter_mut().for_each(|view| view.refresh(shared));
    }

    /// Says whose vote is beside each roll call.
    pub(super) fn say_watched(&mut self) {
        let name = self.shared.watched.map(|member| self.record().name(member));
        self.notice = Some(match name {
            Some(name) => format!("watching {name}; w chooses another, or none"),
            None => "no country is watched".to_owned(),
        });
    }

    /// Takes what was chosen.
    pub(super) fn choose(&mut self, choice: Choice) {
        match choice {
            Choice::Country(id) => self.go_to_member(id),
            Choice::Pair(a, b) if a == b => self.notice = Some("a pair needs two different members".to_owned()),
            Choice::Pair(a, b) => self.go_to_pair(a, b, None),
            Choice::Against(members) => match *members.as_slice() {
                [a, b, c] => self.go_between(a, [b, c]),
                _ => {
                    self.pick(PickerSource::Against(members));
                }
            },
            Choice::Blocs([a, b]) => self.go_to_blocs([&a, &b]),
            Choice::Watch(member) => {
                self.watch(member);
                self.say_watched();
            }
            Choice::Group(grouping) => {
                self.shared.group_by(grouping);
                self.regroup();
            }
            Choice::Sort(column) => {
                let shared = &self.shared;
                if let Some(view) = self.views.last_mut() {
                    view.sort_by(column, shared);
                }
            }
            Choice::Question(question) => self.ask_question(question),
            // A symbol alone is the roll call of that symbol.
            Choice::Link(text) => match Link::parse(&text, self.shared.lexicon())
                .or_else(|error| Link::parse(&format!("show/{text}"), self.shared.lexicon()).map_err(|_| error))
            {
                Ok(link) => self.open_link(&link),
                Err(error) => self.notice = Some(error.to_string()),
            },
            // Whoever opened the choice does what it says.
            Choice::Action(_) => {}
        }
    }

    /// Lays out what depends on the grouping, and says which it is.
    pub(super) fn regroup(&mut self) {
        let shared = &self.shared;
        for view in &mut self.views {
            let sort = view.view().sorted_by(&shared.grouping);
            match sort.filter(|sort| *sort != view.sort()) {
                Some(sort) => view.set_sort(sort, shared),
                None => view.refresh(shared),
            }
        }
        let name = self.shared.grouping.name();
        let here = self.view().view().has_groups();
        let where_else = if here { "" } else { " on the page of a roll call, in Compare and in Series" };
        self.notice = Some(format!("members by {name}{where_else}"));
    }

    /// Closes what lies over everything; says whether anything did.
    pub(super) fn close(&mut self) -> Option<Overlay> {
        self.over.take()
    }
}
