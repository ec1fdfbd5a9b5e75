//! A page that is read: how far it is scrolled, and where its cursor is.

use super::page::{LinkTarget, Page, Target};
use super::scroll::{Scroll, Step};

/// A page, scrolled, with a cursor on one of the places that lead somewhere.
#[derive(Clone, Debug, Default)]
pub struct Pane {
    page: Page,
    scroll: Scroll,
    /// The place of the cursor among the targets; it may be scrolled out of sight.
    cursor: Option<usize>,
    /// Where the cursor is to go back to when a page with it is shown.
    wanted: Option<LinkTarget>,
    /// The line that was found, until the next step.
    found: Option<usize>,
}

/// A place on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PagePlace {
    /// One that leads somewhere, by its position among those.
    Target(usize),
    /// A line.
    Line(usize),
}

impl PagePlace {
    /// Its line.
    pub(super) fn line(self, page: &Page) -> Option<usize> {
        match self {
            Self::Target(at) => page.targets().get(at).map(|target| target.line),
            Self::Line(line) => Some(line),
        }
    }
}

/// Scroll and cursor position.
#[derive(Clone, Debug)]
pub(super) struct PanePosition {
    wanted: Option<LinkTarget>,
    first: usize,
}

impl Pane {
    /// The position now.
    pub(super) fn spot(&self) -> PanePosition {
        PanePosition { wanted: self.wanted.clone(), first: self.scroll.first }
    }

    /// Goes back there, as far as the page still has it.
    pub(super) fn go_back_to(&mut self, spot: &PanePosition) {
        self.wanted.clone_from(&spot.wanted);
        self.cursor = self.target_of(spot.wanted.as_ref());
        self.scroll.first = spot.first.min(self.scroll.end());
    }

    fn target_of(&self, to: Option<&LinkTarget>) -> Option<usize> {
        to.and_then(|to| self.page.targets().iter().position(|target| target.to == *to))
    }

    /// Shows a page: from its top if it is about something else, or else where the last one was.
    pub(super) fn show(&mut self, page: Page, same: bool) {
        if !same {
            (self.scroll.first, self.wanted) = (0, None);
        }
        self.page = page;
        self.found = None;
        self.cursor = self.target_of(self.wanted.as_ref());
    }

    /// Takes the height of its window.
    pub(super) fn fit(&mut self, height: usize) {
        self.scroll.fit(self.page.lines().len(), height);
    }

    fn put_cursor(&mut self, at: Option<usize>) {
        self.cursor = at;
        self.wanted = at.map(|at| self.page.targets()[at].to.clone());
        self.found = None;
    }

    /// Goes to a place that was found.
    pub(super) fn go_to(&mut self, spot: &PagePlace) {
        match *spot {
            PagePlace::Target(at) => self.select(at),
            PagePlace::Line(line) => {
                let height = self.scroll.height.max(1);
                if !(self.scroll.first..self.scroll.first + height).contains(&line) {
                    self.scroll.first = line.saturating_sub(height / 3).min(self.scroll.end());
                }
                let behind = self.first_from(line).filter(|&at| self.sees(at));
                self.put_cursor(behind);
                self.found = Some(line);
            }
        }
    }

    /// The line that was found, until the next step.
    pub fn found(&self) -> Option<usize> {
        self.found
    }

    /// Puts the cursor on a place, and brings it into sight.
    pub(super) fn select(&mut self, at: usize) {
        if let Some(target) = self.page.targets().get(at) {
            let (line, height) = (target.line, self.scroll.height.max(1));
            if !self.sees(at) {
                // With some lines before it, where there are.
                self.scroll.first = line.saturating_sub(height / 3).min(self.scroll.end());
            }
            self.put_cursor(Some(at));
        }
    }

    /// Whether the line of a place is in sight.
    fn sees(&self, at: usize) -> bool {
        let line = self.page.targets()[at].line;
        (self.scroll.first..self.scroll.first + self.scroll.height.max(1)).contains(&line)
    }

    /// Takes a step: the cursor goes to the next line that leads somewhere if one is in sight, and otherwise the page is
    /// scrolled. Says whether anything changed.
    pub(super) fn step(&mut self, step: Step) -> bool {
        let before = (self.scroll.first, self.cursor);
        self.found = None;
        match step {
            Step::Rows(rows) if rows.abs() == 1 => self.walk(rows > 0),
            _ => {
                self.scroll.step(step);
                self.follow(step);
            }
        }
        before != (self.scroll.first, self.cursor)
    }

    /// Scrolls without regard to the cursor. Says whether anything changed.
    pub(super) fn scroll_by(&mut self, step: Step) -> bool {
        let moved = self.scroll.step(step);
        if moved {
            self.follow(step);
        }
        moved
    }

    /// One line on: to a target if one comes into sight by that.
    fn walk(&mut self, down: bool) {
        let seen = self.cursor.filter(|&at| self.sees(at));
        let next = match seen {
            Some(at) => self.beside(at, down),
            None if down => self.first_from(self.scroll.first),
            None => self.last_to(self.scroll.first + self.scroll.height.saturating_sub(1)),
        };
        match next.filter(|&at| self.sees(at)) {
            Some(at) => self.put_cursor(Some(at)),
            None => {
                self.scroll.step(Step::Rows(if down { 1 } else { -1 }));
                let next = next.filter(|&at| self.sees(at));
                if next.is_some() {
                    self.put_cursor(next);
                }
            }
        }
    }

    /// The target in the next line that has one, in the nearest column.
    fn beside(&self, at: usize, down: bool) -> Option<usize> {
        let targets = self.page.targets();
        let here = &targets[at];
        let line = if down {
            targets[at..].iter().find(|target| target.line > here.line)?.line
        } else {
            targets[..at].iter().rev().find(|target| target.line < here.line)?.line
        };
        let in_line = targets.iter().enumerate().filter(|(_, target)| target.line == line);
        Some(in_line.min_by_key(|(_, target)| target.column.abs_diff(here.column))?.0)
    }

    fn first_from(&self, line: usize) -> Option<usize> {
        self.page.targets().iter().position(|target| target.line >= line)
    }

    fn last_to(&self, line: usize) -> Option<usize> {
        self.page.targets().iter().rposition(|target| target.line <= line)
    }

    /// Brings the cursor into sight after a jump: to the first target that is seen, or the last at the page's end.
    fn follow(&mut self, step: Step) {
        let first = self.scroll.first;
        let last = first + self.scroll.height.saturating_sub(1);
        let wanted = match step {
            Step::Last => self.last_to(last),
            _ => self.first_from(first),
        };
        let seen = wanted.filter(|&at| self.sees(at));
        if self.cursor.is_none_or(|at| !self.sees(at)) || step == Step::Last {
            self.put_cursor(seen);
        }
    }

    /// Goes to the next place in the line, or the one before; says whether there is one.
    pub(super) fn sideways(&mut self, right: bool) -> bool {
        let Some(at) = self.cursor else { return false };
        let targets = self.page.targets();
        let next = if right { at.checked_add(1) } else { at.checked_sub(1) };
        let next = next.filter(|&next| targets.get(next).is_some_and(|target| target.line == targets[at].line));
        if next.is_some() {
            self.put_cursor(next);
        }
        next.is_some()
    }

    /// Goes to the next heading, or the one before, and to the first place after it; says whether anything changed.
    pub(super) fn jump(&mut self, next: bool) -> bool {
        let before = (self.scroll.first, self.cursor);
        // Where the page can't be scrolled to a heading, the cursor says which one it is.
        let here = self.cursor.map_or(self.scroll.first, |at| self.page.targets()[at].line);
        let headings = self.page.headings();
        let current = headings.iter().rposition(|&line| line <= here.max(self.scroll.first));
        let wanted = match (next, current) {
            (true, None) => headings.first(),
            (true, Some(at)) => headings.get(at + 1),
            (false, Some(at)) => at.checked_sub(1).and_then(|at| headings.get(at)),
            (false, None) => None,
        };
        match wanted {
            Some(&line) => {
                self.scroll.first = line.min(self.scroll.end());
                let behind = self.first_from(line).filter(|&at| self.sees(at));
                self.put_cursor(behind);
            }
            None if !next => {
                self.scroll.first = 0;
                self.put_cursor(None);
            }
            None => {}
        }
        before != (self.scroll.first, self.cursor)
    }

    /// Puts the cursor on the first place in sight, if it is on none.
    pub(super) fn enter(&mut self) {
        if self.cursor.is_none() {
            let first = self.first_from(self.scroll.first);
            self.put_cursor(first.filter(|&at| self.sees(at)));
        }
    }

    /// The place at a column of a line of the window.
    pub(super) fn at(&self, column: usize, row: usize) -> Option<usize> {
        let line = self.scroll.first + row;
        let hit =
            |target: &Target| target.line == line && (target.column..target.column + target.width).contains(&column);
        self.page.targets().iter().position(hit)
    }

    /// The page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// How far it is scrolled.
    pub fn scroll(&self) -> Scroll {
        self.scroll
    }

    /// The place that the cursor is on.
    pub fn cursor(&self) -> Option<&Target> {
        self.page.targets().get(self.cursor?)
    }
}
