//! The mouse: what a click, the wheel and a drag mean where they are.

use ratatui::layout::Position;

use super::done::Done;
use super::event::Mouse;
use super::layout::{Focus, Layout, lines};
use super::picker::Choice;
use super::scroll::Step;
use super::state::{App, Overlay};
use super::tabs::tab_at;
use crate::actions::Action;

/// How many rows a turn of the wheel moves.
const WHEEL: isize = 3;

impl App<'_> {
    /// Takes what the mouse did at a position of the screen.
    pub(super) fn mouse(&mut self, mouse: Mouse, at: Position) -> Done {
        let Some(layout) = self.layout() else { return Done::NOTHING };
        if mouse != Mouse::Drag {
            self.dragging = false;
        }
        if self.over.is_none()
            && let Some(done) = self.drag_span(mouse, at, &layout)
        {
            return done;
        }
        if mouse == Mouse::Click {
            self.span = None;
        }
        let wheel = match mouse {
            Mouse::WheelUp => Some(Step::Rows(-WHEEL)),
            Mouse::WheelDown => Some(Step::Rows(WHEEL)),
            Mouse::Click | Mouse::Drag | Mouse::Release => None,
        };
        match (wheel, &mut self.over, mouse) {
            (Some(step), Some(Overlay::Help(help)), _) => help.scroll.step(step).into(),
            (Some(step), Some(Overlay::Picker(picker)), _) => picker.step(step).into(),
            (Some(step), None, _) => self.wheel(step, at, &layout).into(),
            (None, Some(_), Mouse::Click) => self.click_over(at, &layout),
            (None, None, Mouse::Click) => self.click(at, &layout).into(),
            (None, None, Mouse::Drag) if self.dragging => {
                let before = self.share.replace(layout.share(at.x));
                (before != self.share).into()
            }
            _ => Done::NOTHING,
        }
    }

    fn wheel(&mut self, step: Step, at: Position, layout: &Layout) -> bool {
        let view = self.view_mut();
        if layout.list.contains(at) {
            return view.step(step);
        }
        let focus = if layout.aside.contains(at) { Focus::Aside } else { Focus::Page };
        let inside = layout.page.contains(at) || layout.aside.contains(at);
        inside && view.pane_at_mut(focus).is_some_and(|pane| pane.scroll_by(step))
    }

    /// A click beside what lies over everything closes it; one on an offer takes it.
    fn click_over(&mut self, at: Position, layout: &Layout) -> Done {
        if !layout.over.contains(at) {
            return self.close().is_some().into();
        }
        let inner = lines(layout.over);
        let row = at.y.checked_sub(inner.y + 1).map(usize::from);
        let hit = match (&mut self.over, row) {
            (Some(Overlay::Picker(picker)), Some(row)) => inner.contains(at) && picker.select_seen(row),
            _ => false,
        };
        if hit { self.act_in_picker(Action::Accept) } else { Done::NOTHING }
    }

    /// A click selects a row, and opens the one that is selected; it follows what leads somewhere on a page, sorts by a
    /// heading, takes hold of the border between list and page; a pane that is clicked has the keys.
    fn click(&mut self, at: Position, layout: &Layout) -> bool {
        if self.prompt.is_some() {
            return false;
        }
        if let Some(taken) = self.click_proposal(at, layout) {
            return taken;
        }
        let shared = &self.shared;
        if !self.views.last_mut().is_none_or(|view| view.keep_line(shared)) {
            return false;
        }
        if let Some(kind) = tab_at(layout.header, self.view().kind(), at) {
            return self.go_to(kind);
        }
        // The borders of both panes are beside each other, and either can be taken hold of.
        let border = Position { x: layout.page.x, ..at };
        if !layout.list.is_empty() && layout.page.contains(border) && (at.x + 1 == border.x || at.x == border.x) {
            self.dragging = true;
            return false;
        }
        let before = self.view().focus();
        let (rows, heading) = (layout.rows(), layout.heading());
        if heading.contains(at) {
            return self.click_heading(at.x - heading.x, heading.width);
        }
        let view = self.view_mut();
        if rows.contains(at) && view.select_seen(at.y - rows.y) == Some(false) && before == Focus::List {
            return self.open();
        }
        let shared = &self.shared;
        let Some(view) = self.views.last_mut() else { return false };
        if layout.list.contains(at) {
            return view.go(Focus::List);
        }
        for (pane, focus) in [(layout.page, Focus::Page), (layout.aside, Focus::Aside)] {
            if pane.contains(at) {
                view.go(focus);
                let inner = lines(pane);
                let spot = inner.contains(at).then(|| (usize::from(at.y - inner.y), usize::from(at.x - inner.x)));
                if let Some(same) = spot.and_then(|spot| view.point(shared, spot, inner.as_size())) {
                    // As in the list: the first click selects, the second opens.
                    return !same || self.open();
                }
                let hit = inner.contains(at).then_some(());
                let target = hit.and_then(|()| {
                    let pane = view.pane_mut()?;
                    let hit = pane.at(usize::from(at.x - inner.x), usize::from(at.y - inner.y))?;
                    let again = pane.cursor() == pane.page().targets().get(hit);
                    pane.select(hit);
                    again.then(|| pane.page().targets()[hit].to.clone())
                });
                // As in the list: the first click selects, the second opens.
                if let Some(to) = target.filter(|_| before == focus) {
                    return self.follow(&to);
                }
                return true;
            }
        }
        false
    }

    /// Takes the proposal at a position; none if there is none.
    fn click_proposal(&mut self, at: Position, layout: &Layout) -> Option<bool> {
        let (found, marked) = self.view().line()?.proposals();
        let (area, first) = layout.proposals(found.items.len(), marked);
        let row = area.contains(at).then(|| first + usize::from(at.y - area.y))?;
        let shared = &self.shared;
        Some(self.views.last_mut()?.change(shared, |line| line.take(row)))
    }

    fn click_heading(&mut self, x: u16, room: u16) -> bool {
        let view = self.view();
        let columns = view.columns(&self.shared);
        let placed = view.placed(&self.shared, room);
        let hit = placed.into_iter().find(|placed| (placed.x..placed.x + placed.width).contains(&x));
        let Some(hit) = hit.filter(|placed| columns[placed.column].sorts) else { return false };
        self.choose(Choice::Sort(hit.column));
        true
    }
}
