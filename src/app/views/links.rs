//! Where links and the places on pages lead.

use crate::app::App;
use crate::app::list::Row;
use crate::app::open_view::OpenView;
use crate::app::page::LinkTarget;
use crate::link::{Link, LinkedView};
use crate::query::shell_quoted;
use crate::record::{MemberId, RollCallId};

use super::compare::CompareView;
use super::pair::PairView;
use super::world::{MapContent, WorldView};
use super::{Boxed, ViewKind, blocs, countries, matrix, positions, votes, world};

impl<'r> App<'r> {
    /// Goes where a place on a page leads.
    pub(in crate::app) fn follow(&mut self, to: &LinkTarget) -> bool {
        match to {
            LinkTarget::Member(id) => self.go_to_member(*id),
            LinkTarget::Pair(a, b) => self.go_to_pair(*a, *b, None),
            LinkTarget::RollCall(id) => self.go_to_rollcall(*id),
            LinkTarget::Series(id) => self.go_to_series(*id, ""),
            LinkTarget::Narrow(term, member) => {
                self.watch(Some(*member));
                self.open_narrowed(votes::first(&self.shared), term);
                self.say_watched();
            }
            LinkTarget::Window => self.open_narrowed(votes::first(&self.shared), ""),
            LinkTarget::Part(term) => {
                let Some(view) = self.view().view().follow(to) else { return false };
                let row = self.view().list().selected();
                self.open_narrowed(view, term);
                if let Some(row @ Row::Member(_)) = row {
                    self.view_mut().select(row);
                }
            }
            LinkTarget::NotWith(..) | LinkTarget::Pattern(_) => {
                let Some(view) = self.view().view().follow(to) else { return false };
                self.open_here(view);
            }
        }
        true
    }

    /// Opens a view under the filter of now and a term.
    fn open_narrowed(&mut self, view: Boxed<'r>, term: &str) {
        let query = self.view().here(&self.shared).narrowed(term);
        self.push(OpenView::of(view, &query, &self.shared));
    }

    /// Goes to the page of a member, under the filter of now.
    pub(in crate::app) fn go_to_member(&mut self, id: MemberId) {
        let query = self.view().filter().text().to_owned();
        self.dive(&countries::KIND, &query, Row::Member(id));
    }

    /// Goes to two members beside each other, under a filter or that of now.
    pub(in crate::app) fn go_to_pair(&mut self, a: MemberId, b: MemberId, query: Option<&str>) {
        let query = query.unwrap_or_else(|| self.view().filter().text()).to_owned();
        let view = OpenView::of(Box::new(PairView::new(a, b)), &query, &self.shared);
        self.push(view);
    }

    /// Goes to a roll call, under the filter of now if that lets it through.
    pub(in crate::app) fn go_to_rollcall(&mut self, id: RollCallId) {
        let query = if self.view().set().contains(id) { self.view().filter().text().to_owned() } else { String::new() };
        self.dive(&votes::KIND, &query, Row::RollCall(id));
    }

    /// Opens a view in the page of one of its rows; says whether that is among those that the query lets through.
    fn dive(&mut self, kind: &ViewKind, query: &str, row: Row) -> bool {
        let mut view = OpenView::new(kind, query, &self.shared);
        let found = view.select(row);
        if found {
            view.enter_page();
            self.push(view);
        }
        found
    }

    fn map_of(&self, shown: MapContent, query: &str) -> OpenView<'r> {
        OpenView::of(Box::new(WorldView::new(shown)), query, &self.shared)
    }

    /// Opens the view that a link names over the one that is seen.
    pub(in crate::app) fn open_link(&mut self, link: &Link) {
        let query = &link.query;
        let view = match &link.view {
            LinkedView::Show(id) => return self.dive_or_say(&votes::KIND, query, Row::RollCall(*id)),
            LinkedView::Country(id) => return self.dive_or_say(&countries::KIND, query, Row::Member(*id)),
            LinkedView::Series(id) => return self.go_to_series(*id, query),
            LinkedView::Pair(a, b) => return self.go_to_pair(*a, *b, Some(query)),
            LinkedView::Votes => OpenView::new(&votes::KIND, query, &self.shared),
            LinkedView::Countries => OpenView::new(&countries::KIND, query, &self.shared),
            LinkedView::World(None) => OpenView::new(&world::KIND, query, &self.shared),
            LinkedView::World(Some(id)) => self.map_of(MapContent::RollCall(*id), query),
            LinkedView::WorldCountry(id) => self.map_of(MapContent::Country(*id), query),
            LinkedView::WorldBlocs(texts) => self.map_of(MapContent::Blocs(texts.clone()), query),
            LinkedView::Blocs(texts) => match texts.as_slice() {
                [] => OpenView::new(&blocs::KIND, query, &self.shared),
                [a, rest @ ..] => self.blocs([a, rest.first().map_or("", String::as_str)], query),
            },
            LinkedView::Compare(ids) => {
                let compared = CompareView::new(self.record(), ids.clone(), false);
                OpenView::of(Box::new(compared), query, &self.shared)
            }
            LinkedView::Matrix => OpenView::new(&matrix::KIND, query, &self.shared),
            LinkedView::Positions => OpenView::new(&positions::KIND, query, &self.shared),
        };
        self.push(view);
    }

    /// Opens a view in the page of one of its rows; without the query, and saying so, where that does not let it through.
    fn dive_or_say(&mut self, kind: &ViewKind, query: &str, row: Row) {
        if !self.dive(kind, query, row) {
            self.notice = Some(format!("Not in \"{query}\"; filter cleared"));
            self.dive(kind, "", row);
        }
    }

    /// The link of the view that is seen.
    pub fn link(&self) -> Link {
        let view = self.view();
        Link { view: view.view().link(&view.here(&self.shared)), query: view.filter().text().to_owned() }
    }

    /// The command that opens the view that is seen, or answers it where no link does.
    pub(in crate::app) fn command(&self) -> String {
        let corrected = if self.shared.record().is_corrected() { " --corrections" } else { "" };
        let view = self.view();
        let command = view.view().command(&view.here(&self.shared)).unwrap_or_else(|| {
            let link = self.link().to_text(self.shared.lexicon());
            format!("plenary --at {}", shell_quoted(&link))
        });
        format!("{command}{corrected}")
    }
}
