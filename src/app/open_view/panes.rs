//! The panes of an open view: its list, its page and what is beside it; which has the keys, and what they are of.

use ratatui::layout::Rect;

use super::OpenView;
use super::about::{About, pane_of};
use crate::app::layout::{Focus, Layout, lines};
use crate::app::page::{LinkTarget, Page};
use crate::app::pane::Pane;
use crate::app::session::Workspace;
use crate::app::views::Room;

impl<'r> OpenView<'r> {
    /// Gives the keys to a pane; there is nothing to read in an empty list.
    pub(in crate::app) fn go(&mut self, focus: Focus) -> bool {
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
    pub(in crate::app) fn enter_page(&mut self) {
        if !self.list.is_empty() {
            (self.focus, self.entered) = (Focus::Page, Focus::Page);
        }
    }

    /// The pane that has the keys, unless it is the list.
    pub(in crate::app) fn pane_mut(&mut self) -> Option<&mut Pane> {
        self.pane_at_mut(self.focus)
    }

    /// A pane, unless it is the list.
    pub(in crate::app) fn pane_at_mut(&mut self, focus: Focus) -> Option<&mut Pane> {
        match focus {
            Focus::List => None,
            Focus::Page => Some(&mut self.page),
            Focus::Aside => Some(&mut self.aside),
        }
    }

    /// Fits the view into its areas, and lays out what is selected now.
    pub(in crate::app) fn fit(&mut self, layout: &Layout, shared: &Workspace<'r>) {
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

    /// The page of what it is about and what is beside it, or at its end where there is no room beside it.
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

    /// The pane that has the keys.
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// The pane that it was opened in.
    pub(in crate::app) fn entered(&self) -> Focus {
        self.entered
    }

    /// The page of the selected row.
    pub fn page(&self) -> &Pane {
        &self.page
    }

    /// What is beside it.
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
