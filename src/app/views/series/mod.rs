//! A resolution that returns: its roll calls as rows, oldest first, and how to go from one to another.

mod acts;
mod page;

use crate::actions::Action;
use crate::answer::Series;
use crate::app::App;
use crate::app::columns::{ListColumn, PlacedColumn, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, Page};
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, OpenedFrom, Room, View, ViewKind, votes};
use crate::link::LinkedView;
use crate::record::RollCallSet;
use crate::report::{Format, Style, render};

/// A resolution that returns.
pub(super) use self::acts::act;

pub(super) static KIND: ViewKind = ViewKind { name: "Series", keys: None, first: votes::first };

/// Opens a series if a link names one of its roll calls; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    let LinkedView::Series(id) = link else { return false };
    app.go_to_series(*id, query);
    true
}

/// The whole series, whichever of its roll calls the filter lets through.
#[derive(Clone, Debug)]
struct SeriesView<'r> {
    whole: Series<'r>,
}

impl<'r> View<'r> for SeriesView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn is_about_members(&self) -> bool {
        false
    }

    fn lists_filtered(&self) -> bool {
        true
    }

    fn has_groups(&self) -> bool {
        true
    }

    fn columns(&self, session: &Workspace<'_>) -> Vec<ListColumn> {
        votes::columns(session)
    }

    fn heading(&self, session: &Workspace<'_>, at: PlacedColumn) -> Option<String> {
        votes::heading(session, at)
    }

    fn rows(&self, set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row> {
        let mut series = RollCallSet::empty(session.record().len());
        series.extend(self.whole.ids().filter(|&id| set.contains(id)));
        votes::rows(session, &series, sort)
    }

    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line {
        row.rollcall().map_or_else(Line::new, |id| votes::cell(session, id, at))
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let Some(id) = here.rollcall() else { return Default::default() };
        let page = page::page(here.session, &self.whole, id, room.columns());
        (page, page::aside(here.session, &self.whole, id, room.beside))
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        here.filtered(here.list.len(), self.whole.ids().len())
    }

    fn offers(&self, action: Action) -> Option<bool> {
        (action == Action::Series).then_some(false)
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Selected
    }

    fn link(&self, here: &Here<'_, 'r>) -> LinkedView {
        let id = here.rollcall().or(self.whole.ids().next_back());
        id.map_or(LinkedView::Votes, LinkedView::Series)
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let (lexicon, index) = (here.session.lexicon, here.session.series().ok());
        let Some((index, id)) = index.zip(self.whole.ids().next_back()) else {
            return here.rows_as_file(format, style);
        };
        let report = Series::new(here.record(), index, (id, &lexicon.symbol(id)), here.window(), here.set);
        Some(render(&report, here.record(), format, style))
    }
}
