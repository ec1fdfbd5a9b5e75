//! How the explorer changes: an event becomes an action, an action changes what is open.

use ratatui::layout::Size;

use super::event::{Effect, Event};
use super::help::Help;
use super::layout::{Focus, share_within};
use super::page::LinkTarget;
use super::picker::{Choice, Picker, PickerSource};
use super::prompt::{Prompt, Purpose};
use super::scroll::{Step, step_of};
use super::state::{App, Overlay};
use super::views::{Outcome, act_on_any};
use crate::actions::Key;
use crate::actions::{Action, Context, KeyContext};
use crate::report::counted;

/// How much wider or narrower a key makes the list, in percent of the screen.
const SHARE_STEP: i16 = 5;

/// What came of an event: whether anything that is shown changed, and what else is to be done.
pub(super) type Done = (bool, Option<Effect>);

pub(super) const CHANGED: Done = (true, None);
pub(super) const NOTHING: Done = (false, None);

impl App<'_> {
    /// Takes an event, and says what is to be done about it: nothing, where nothing changed.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let told = matches!(
            event,
            Event::Told(_) | Event::Exists(_) | Event::Refused(..) | Event::Prepared | Event::Resize(..)
        );
        let noticed = !told && self.notice.take().is_some();
        let (changed, effect) = match event {
            Event::Key(key) => match (self.keys.action(self.place(), key), key.text()) {
                (Some(action), _) => self.act(action),
                (None, Some(character)) if self.context().is_text() => {
                    (self.write(character.encode_utf8(&mut [0; 4])), None)
                }
                (None, _) => (self.say_where(key), None),
            },
            Event::Paste(text) => (self.paste(&text), None),
            Event::Mouse(mouse, at) => self.mouse(mouse, at),
            Event::Resize(width, height) => {
                let before = std::mem::replace(&mut self.size, Size { width, height });
                (before != self.size, None)
            }
            Event::Prepared => {
                self.shared.prepared = true;
                let shared = &self.shared;
                self.views.iter_mut().for_each(|view| view.run(shared));
                CHANGED
            }
            Event::Told(text) => {
                self.notice = Some(text);
                CHANGED
            }
            Event::Refused(path, why) => {
                self.notice = Some(why);
                self.prompt = Some(Prompt::new(Purpose::Export(None), &path.display().to_string()));
                CHANGED
            }
            Event::Exists(path) => {
                self.notice = Some(format!("{} is there already: Enter replaces it, Esc keeps it", path.display()));
                self.prompt = Some(Prompt::new(Purpose::Export(Some(path.clone())), &path.display().to_string()));
                CHANGED
            }
        };
        let mut effects = Vec::from_iter(effect);
        if changed || noticed {
            self.fit();
            effects.push(Effect::Draw);
        }
        effects
    }

    /// Says where a key works that does nothing here; says nothing of others.
    fn say_where(&mut self, key: Key) -> bool {
        let place = self.place();
        let in_view = matches!(place.context, Context::List | Context::Page);
        let other = match place.context {
            Context::List => Context::Page,
            _ => Context::List,
        };
        let entry = self.keys.entry(KeyContext { context: other, ..place }, key).filter(|_| in_view);
        entry.is_some_and(|entry| self.say(format!("{key} works {}: {}", other.title().to_lowercase(), entry.help)))
    }

    /// Does what an action says where the keys go now.
    pub(super) fn act(&mut self, action: Action) -> Done {
        match action {
            Action::Quit => return (false, Some(Effect::Quit)),
            Action::Suspend => return (false, Some(Effect::Suspend)),
            Action::Redraw => return (false, Some(Effect::Redraw)),
            _ => {}
        }
        match self.context() {
            Context::Timeline => self.act_in_timeline(action),
            Context::Help => (self.act_in_help(action), None),
            Context::Line => self.act_in_line(action),
            Context::Pick => self.act_in_picker(action),
            Context::Filter => (self.act_in_filter(action), None),
            _ => self.act_in_view(action),
        }
    }

    fn act_in_view(&mut self, action: Action) -> Done {
        if let Some(changed) = self.act_in_seen(action).or_else(|| act_on_any(self, action)) {
            return (changed, None);
        }
        if let Some(step) = step_of(action) {
            return (self.step(step), None);
        }
        match action {
            Action::Left => {
                let moved = self.view_mut().pane_mut().is_some_and(|pane| pane.sideways(false));
                (moved || self.view_mut().go(Focus::List), None)
            }
            Action::Right => (self.view_mut().pane_mut().is_some_and(|pane| pane.sideways(true)), None),
            Action::PreviousGroup | Action::NextGroup => {
                let next = action == Action::NextGroup;
                (self.view_mut().pane_mut().is_some_and(|pane| pane.jump(next)), None)
            }
            Action::PreviousRow => (self.view_mut().step(Step::Rows(-1)), None),
            Action::NextRow => (self.view_mut().step(Step::Rows(1)), None),
            Action::Open => (self.open(), None),
            Action::Leave if self.is_at_the_top() => (false, Some(Effect::Quit)),
            Action::Back | Action::Leave => (self.back(), None),
            Action::SwitchPane => (self.switch(true), None),
            Action::SwitchPaneBack => (self.switch(false), None),
            Action::Filter => {
                self.open_filter();
                CHANGED
            }
            Action::Find => (self.ask_for_name(), None),
            Action::Timeline => (self.open_timeline(), None),
            Action::Mark => (self.mark(), None),
            Action::MarkAll => (self.mark_all(), None),
            Action::Pair => match self.view().member() {
                Some(member) => self.pick(PickerSource::Others(member)),
                None => NOTHING,
            },
            Action::Unmark => {
                let marked = counted(self.shared.marks.len(), "mark");
                self.shared.marks.clear();
                (self.say(format!("{marked} taken away")), None)
            }
            Action::Sort | Action::Reverse if !self.view().sorts(&self.shared) => {
                (self.say("Not sortable; o changes the order"), None)
            }
            Action::Reverse => {
                let column = self.view().sort().column;
                self.choose(Choice::Sort(column));
                CHANGED
            }
            Action::Group => {
                self.shared.cycle_grouping();
                self.regroup();
                CHANGED
            }
            Action::Country => self.pick(PickerSource::Countries),
            Action::Watch => self.pick(PickerSource::Watched),
            Action::Palette => self.pick(PickerSource::Actions(self.place())),
            Action::GroupBy => self.pick(PickerSource::Groupings),
            Action::Sort => self.pick(PickerSource::Columns(self.view().columns(&self.shared))),
            Action::Help => {
                self.over = Some(Overlay::Help(Help::new(self.place())));
                CHANGED
            }
            Action::Export => (self.ask_where_to(), None),
            Action::CopyCommand => (false, Some(Effect::Copy(self.command()))),
            Action::CopyRow => (false, self.view().view().copy(&self.view().here(&self.shared)).map(Effect::Copy)),
            Action::Theme => {
                self.look.cycle_ground();
                self.notice = Some(format!("theme: {}", self.look.ground.name()));
                CHANGED
            }
            Action::VoteColours => {
                self.look.cycle_votes();
                self.notice = Some(format!("votes: {}", self.look.votes.name()));
                CHANGED
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                let said =
                    if self.mouse { "the mouse is the explorer's again" } else { "mouse released; M takes it back" };
                self.notice = Some(said.to_owned());
                (true, Some(Effect::Mouse(self.mouse)))
            }
            Action::Wider => (self.widen(SHARE_STEP), None),
            Action::Narrower => (self.widen(-SHARE_STEP), None),
            _ => NOTHING,
        }
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

    /// Takes a step in whatever pane has the keys.
    fn step(&mut self, step: Step) -> bool {
        let view = self.view_mut();
        match view.pane_mut() {
            Some(pane) => pane.step(step),
            None => view.step(step),
        }
    }

    /// Goes into what is selected, or where the cursor of a page leads.
    pub(super) fn open(&mut self) -> bool {
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

    /// The roll call under the cursor, or else the selected one.
    pub(super) fn rollcall_here(&self) -> Option<crate::record::RollCallId> {
        match self.view().under_cursor() {
            Some(LinkTarget::RollCall(id)) => Some(*id),
            _ => self.view().rollcall(),
        }
    }

    pub(super) fn pick(&mut self, among: PickerSource) -> Done {
        self.over = Some(Overlay::Picker(Picker::new(among, self.shared.lexicon(), &self.keys)));
        CHANGED
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
