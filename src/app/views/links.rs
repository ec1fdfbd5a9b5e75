//! Following links and the targets on pages.

use crate::actions::Action;
use crate::app::App;
use crate::app::list::Row;
use crate::app::open_view::OpenView;
use crate::app::page::LinkTarget;
use crate::link::Link;
use crate::query::{Universe, shell_quoted};
use crate::record::{MemberId, RollCallId, RollCallSet};

use super::pair::PairView;
use super::{Boxed, ViewKind, countries, open_linked, texts, votes};

impl<'r> App<'r> {
    /// Follows a target on a page.
    pub(in crate::app) fn follow(&mut self, to: &LinkTarget) -> bool {
        match to {
            LinkTarget::Member(id) => self.go_to_member(*id),
            LinkTarget::Pair(a, b) => self.go_to_pair(*a, *b, None),
            LinkTarget::RollCall(id) => self.go_to_rollcall(*id),
            LinkTarget::Series(id) => self.go_to_series(*id, ""),
            LinkTarget::Text(id) => {
                texts::go_to_text(self, *id);
            }
            LinkTarget::Texts => {
                texts::act(self, Action::Texts);
            }
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

    /// Opens a view under the current filter and a term.
    fn open_narrowed(&mut self, view: Boxed<'r>, term: &str) {
        let query = self.view().here(&self.shared).narrowed(term);
        self.push(OpenView::of(view, &query, &self.shared));
    }

    /// Opens the page of a member, under the current filter.
    pub(in crate::app) fn go_to_member(&mut self, id: MemberId) {
        let query = self.view().filter().text().to_owned();
        self.dive(&countries::KIND, &query, Row::Member(id));
    }

    /// Opens two members compared, under a filter or the current one.
    pub(in crate::app) fn go_to_pair(&mut self, a: MemberId, b: MemberId, query: Option<&str>) {
        let query = query.unwrap_or_else(|| self.view().filter().text()).to_owned();
        let view = OpenView::of(Box::new(PairView::new(a, b)), &query, &self.shared);
        self.push(view);
    }

    /// Goes to two blocs, as expressions, under the filter of now; an empty text is no bloc.
    pub(in crate::app) fn go_to_blocs(&mut self, texts: [&str; 2]) {
        let query = self.view().filter().text().to_owned();
        let view = self.blocs(texts, &query);
        self.push(view);
    }

    /// How a filter asks for the universe that a set of roll calls is in.
    pub(in crate::app) fn universe_of(&self, set: &RollCallSet) -> &'static str {
        Universe::around(self.record(), set).terms()
    }

    /// Opens a roll call, under the current filter if it contains the roll call.
    pub(in crate::app) fn go_to_rollcall(&mut self, id: RollCallId) {
        let query = if self.view().set().contains(id) {
            self.view().filter().text().to_owned()
        } else {
            self.universe_of(&self.record().only(id)).to_owned()
        };
        self.dive(&votes::KIND, &query, Row::RollCall(id));
    }

    /// Opens a view in the page of one of its rows; says whether the query contains it.
    pub(super) fn dive(&mut self, kind: &ViewKind, query: &str, row: Row) -> bool {
        let mut view = OpenView::new(kind, query, &self.shared);
        let found = view.select(row);
        if found {
            view.enter_page();
            self.push(view);
        }
        found
    }

    /// Opens the view that a link names above the visible one.
    pub(in crate::app) fn open_link(&mut self, link: &Link) {
        open_linked(self, &link.view, &link.query);
        self.show_as(&link.options);
    }

    /// Opens a view of a kind before anything is chosen in it.
    pub(super) fn open_first(&mut self, kind: &ViewKind, query: &str) -> bool {
        self.push(OpenView::new(kind, query, &self.shared));
        true
    }

    /// Opens a view under a query.
    pub(super) fn open_under(&mut self, view: Boxed<'r>, query: &str) -> bool {
        self.push(OpenView::of(view, query, &self.shared));
        true
    }

    /// Opens a view in the page of one of its rows; if the query does not contain the row, without the query, and says
    /// that. Leaving the default universe for that of a roll call needs no message.
    pub(super) fn dive_or_say(&mut self, kind: &ViewKind, query: &str, row: Row) -> bool {
        if !self.dive(kind, query, row) {
            let universe = row.rollcall().map_or("", |id| self.universe_of(&self.record().only(id)));
            if !query.is_empty() {
                self.notice = Some(format!("Not in \"{query}\"; filter cleared"));
            }
            self.dive(kind, universe, row);
        }
        true
    }

    /// Where on the web the record of the roll call is that is under the cursor or selected, or the text.
    pub(in crate::app) fn address(&self) -> Option<String> {
        if let Some(LinkTarget::Text(id)) = self.view().under_cursor() {
            return self.record().text_link(*id);
        }
        match (self.rollcall_here(), self.view().list().selected()) {
            (Some(id), _) => self.record().link(id),
            (None, Some(Row::Text(id))) => self.record().text_link(id),
            (None, _) => None,
        }
    }

    /// The link of the visible view.
    pub fn link(&self) -> Link {
        let view = self.view();
        Link {
            view: view.view().link(&view.here(&self.shared)),
            query: view.filter().text().to_owned(),
            options: self.options(),
        }
    }

    /// The command that opens the visible view, or gives its answer where it has no link.
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
