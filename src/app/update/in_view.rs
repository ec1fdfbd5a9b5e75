//! What an action does to the view that is seen, where nothing is open over it.

use crate::actions::Action;
use crate::app::columns::Sort;
use crate::app::event::Effect;
use crate::app::help::Help;
use crate::app::layout::{Focus, share_within};
use crate::app::picker::{Choice, PickerSource};
use crate::app::scroll::{Step, step_of};
use crate::app::state::{App, Overlay};
use crate::app::views::{Outcome, act_on_any};
use crate::report::counted;

use super::{CHANGED, Done, NOTHING};

/// How much wider or narrower a key makes the list, in percent of the screen.
const SHARE_STEP: i16 = 5;

impl App<'_> {
    pub(super) fn act_in_view(&mut self, action: Action) -> Done {
        if let Some(changed) = self.act_in_seen(action).or_else(|| act_on_any(self, action)) {
            return (changed, None);
        }
        if let Some(step) = step_of(action) {
            return (self.step(step), None);
        }
        let done = self.go_about(action).or_else(|| self.act_on_list(action));
        done.or_else(|| self.ask(action)).or_else(|| self.change_look(action)).unwrap_or(NOTHING)
    }

    /// Does what the view that is seen makes of an action; none if it passes it on.
    fn act_in_seen(&mut self, action: Action) -> Option<bool> {
        let shared = &self.shared;
        let view = self.views.last_mut()?;
        let said = match view.act(action, shared) {
            Outcome::Passed => return None,
            Outcome::Unchanged => return Some(false),
            Outcome::Select(row) => return Some(view.select(row)),
            Outcome::Step(step) => return Some(view.step(step)),
            Outcome::Said(said) => Some(said),
            Outcome::Refresh(said) => {
                view.refresh(shared);
                said
            }
            Outcome::Recompute(said) => {
                view.run(shared);
                said
            }
            Outcome::Rearranged { leave, said } => {
                view.rearrange(shared, leave);
                Some(said)
            }
            Outcome::Open(view, said) => {
                self.open_here(view);
                said
            }
        };
        self.notice = said.or(self.notice.take());
        Some(true)
    }

    /// Goes about in the view, or leaves it.
    fn go_about(&mut self, action: Action) -> Option<Done> {
        let changed = match action {
            Action::Left => {
                let moved = self.view_mut().pane_mut().is_some_and(|pane| pane.sideways(false));
                moved || self.view_mut().go(Focus::List)
            }
            Action::Right => self.view_mut().pane_mut().is_some_and(|pane| pane.sideways(true)),
            Action::PreviousGroup | Action::NextGroup => {
                let next = action == Action::NextGroup;
                self.view_mut().pane_mut().is_some_and(|pane| pane.jump(next))
            }
            Action::PreviousRow => self.view_mut().step(Step::Rows(-1)),
            Action::NextRow => self.view_mut().step(Step::Rows(1)),
            Action::Open => self.open(),
            Action::Leave if self.is_at_the_top() => return Some((false, Some(Effect::Quit))),
            Action::Back | Action::Leave => self.back(),
            Action::SwitchPane => self.switch(true),
            Action::SwitchPaneBack => self.switch(false),
            _ => return None,
        };
        Some((changed, None))
    }

    /// Marks rows, sorts and groups them, or copies what is selected.
    fn act_on_list(&mut self, action: Action) -> Option<Done> {
        Some(match action {
            Action::Mark => (self.mark(), None),
            Action::MarkAll => (self.mark_all(), None),
            Action::Unmark => {
                let marked = counted(self.shared.marks.len(), "mark");
                self.shared.marks.clear();
                (self.say(format!("{marked} taken away")), None)
            }
            Action::Sort | Action::Reverse if !self.view().sorts(&self.shared) => {
                (self.say("Not sortable; o changes the order"), None)
            }
            Action::Reverse => {
                let Sort { column, .. } = self.view().sort();
                self.choose(Choice::Sort(column));
                CHANGED
            }
            Action::Group => {
                self.shared.cycle_grouping();
                self.regroup();
                CHANGED
            }
            Action::CopyCommand => (false, Some(Effect::Copy(self.command()))),
            Action::CopyRow => (false, self.view().view().copy(&self.view().here(&self.shared)).map(Effect::Copy)),
            _ => return None,
        })
    }

    /// Opens what is typed into or chosen from.
    fn ask(&mut self, action: Action) -> Option<Done> {
        Some(match action {
            Action::Filter => {
                self.open_filter();
                CHANGED
            }
            Action::Find => (self.ask_for_name(), None),
            Action::Timeline => (self.open_timeline(), None),
            Action::Export => (self.ask_where_to(), None),
            Action::Pair => self.view().member().map_or(NOTHING, |member| self.pick(PickerSource::Others(member))),
            Action::Country => self.pick(PickerSource::Countries),
            Action::Watch => self.pick(PickerSource::Watched),
            Action::Palette => self.pick(PickerSource::Actions(self.place())),
            Action::GroupBy => self.pick(PickerSource::Groupings),
            Action::Sort => self.pick(PickerSource::Columns(self.view().columns(&self.shared))),
            Action::Help => {
                self.over = Some(Overlay::Help(Help::new(self.place())));
                CHANGED
            }
            _ => return None,
        })
    }

    /// Changes colours, the share of the list, or whose the mouse is.
    fn change_look(&mut self, action: Action) -> Option<Done> {
        Some(match action {
            Action::Theme => {
                self.look.cycle_ground();
                (self.say(format!("theme: {}", self.look.ground.name())), None)
            }
            Action::VoteColours => {
                self.look.cycle_votes();
                (self.say(format!("votes: {}", self.look.votes.name())), None)
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                let said =
                    if self.mouse { "the mouse is the explorer's again" } else { "mouse released; M takes it back" };
                self.say(said);
                (true, Some(Effect::Mouse(self.mouse)))
            }
            Action::Wider => (self.widen(SHARE_STEP), None),
            Action::Narrower => (self.widen(-SHARE_STEP), None),
            _ => return None,
        })
    }

    /// Takes a step in whatever pane has the keys.
    fn step(&mut self, step: Step) -> bool {
        let view = self.view_mut();
        match view.pane_mut() {
            Some(pane) => pane.step(step),
            None => view.step(step),
        }
    }

    /// Goes into what is selected, or where the cursor of a page leads.
    pub(in crate::app) fn open(&mut self) -> bool {
        if let Some(to) = self.view().under_cursor().cloned() {
            return self.follow(&to);
        }
        if let Some(to) = self.view().view().opens(&self.view().here(&self.shared)) {
            return self.follow(&to);
        }
        if self.view().focus() != Focus::List {
            return false;
        }
        self.view_mut().go(Focus::Page)
    }

    /// Gives the keys to the next pane that is shown, or the one before.
    fn switch(&mut self, forward: bool) -> bool {
        let Some(layout) = self.layout() else { return false };
        let mut panes = vec![Focus::List, Focus::Page];
        if !layout.aside.is_empty() {
            panes.push(Focus::Aside);
        }
        let at = panes.iter().position(|&pane| pane == self.view().focus()).unwrap_or_default();
        let by = if forward { 1 } else { panes.len() - 1 };
        self.view_mut().go(panes[(at + by) % panes.len()])
    }

    fn widen(&mut self, by: i16) -> bool {
        let Some(layout) = self.layout() else { return false };
        if layout.page.is_empty() || layout.list.is_empty() {
            return false;
        }
        let now = self.share.unwrap_or_else(|| layout.share(layout.list.right().saturating_sub(1)));
        self.share = Some(share_within(now.saturating_add_signed(by)));
        true
    }
}
