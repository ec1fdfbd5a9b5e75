//! How the explorer changes: an event becomes an action, an action changes what is open.

use ratatui::layout::Size;

use super::done::Done;
use super::event::{Effect, Event};
use super::help::Help;
use super::layout::{Focus, share_within};
use super::page::LinkTarget;
use super::picker::{Choice, Picker, PickerSource};
use super::prompt::{Prompt, Purpose};
use super::scroll::{Step, step_of};
use super::state::{App, Overlay};
use super::views::{Response, act_on_any};
use crate::actions::Key;
use crate::actions::{Action, Context, KeyContext};
use crate::report::counted;

/// How much wider or narrower a key makes the list, in percent of the screen.
const SHARE_STEP: i16 = 5;

impl App<'_> {
    /// Takes an event, and says what is to be done about it: nothing, where nothing changed.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let told = matches!(
            event,
            Event::Told(_)
                | Event::Exists(_)
                | Event::Refused(..)
                | Event::Prepared
                | Event::Resize(..)
                | Event::Background(_)
        );
        let noticed = !told && self.notice.take().is_some();
        let Done { changed, effect } = match event {
            Event::Key(key) => match (self.keys.action(self.place(), key), key.text()) {
                (Some(action), _) => self.act(action),
                (None, Some(character)) if self.context().is_text() => {
                    self.write(character.encode_utf8(&mut [0; 4])).into()
                }
                (None, _) => self.say_where(key).into(),
            },
            Event::Paste(text) => self.paste(&text).into(),
            Event::Mouse(mouse, at) => self.mouse(mouse, at),
            Event::Resize(width, height) => {
                let before = std::mem::replace(&mut self.size, Size { width, height });
                (before != self.size).into()
            }
            Event::Background(background) => {
                let before = std::mem::replace(&mut self.look.answered, background);
                (before != background).into()
            }
            Event::Prepared => {
                self.shared.prepared = true;
                let shared = &self.shared;
                self.views.iter_mut().for_each(|view| view.run(shared));
                Done::CHANGED
            }
            Event::Told(text) => {
                self.notice = Some(text);
                Done::CHANGED
            }
            Event::Refused(path, why) => {
                self.notice = Some(why);
                self.prompt = Some(Prompt::new(Purpose::Export(None), &path.display().to_string()));
                Done::CHANGED
            }
            Event::Exists(path) => {
                self.notice = Some(format!("{} already exists: Enter replaces it, Esc keeps it", path.display()));
                self.prompt = Some(Prompt::new(Purpose::Export(Some(path.clone())), &path.display().to_string()));
                Done::CHANGED
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
        let beside = match place.context {
            Context::List => Context::Page,
            _ => Context::List,
        };
        // In the other pane here, or else in another view.
        let here = self.keys.entry(KeyContext { context: beside, ..place }, key).map(|entry| (beside, entry));
        let elsewhere = || Context::VIEWS.iter().find_map(|&view| Some((view, self.keys.entry(view, key)?)));
        let Some((context, entry)) = here.or_else(elsewhere).filter(|_| in_view) else { return false };
        let mut title = context.title().to_owned();
        title[..1].make_ascii_lowercase();
        self.say(format!("{key} works {title}: {}", entry.help))
    }

    /// Does what an action says where the keys go now.
    pub(super) fn act(&mut self, action: Action) -> Done {
        match action {
            Action::Quit => return Effect::Quit.into(),
            Action::Suspend => return Effect::Suspend.into(),
            Action::Redraw => return Effect::Redraw.into(),
            _ => {}
        }
        match self.context() {
            Context::Timeline => self.act_in_timeline(action),
            Context::Help => self.act_in_help(action).into(),
            Context::Line => self.act_in_line(action),
            Context::Pick => self.act_in_picker(action),
            Context::Filter => self.act_in_filter(action).into(),
            _ => self.act_in_view(action),
        }
    }

    fn act_in_view(&mut self, action: Action) -> Done {
        if let Some(changed) = self.act_in_seen(action).or_else(|| act_on_any(self, action)) {
            return changed.into();
        }
        if let Some(step) = step_of(action) {
            return self.step(step).into();
        }
        let done = self.act_on_view(action).or_else(|| self.ask(action)).or_else(|| self.act_on_program(action));
        done.unwrap_or(Done::NOTHING)
    }

    /// Moves within the view that is seen or away from it, marks or orders its rows; none if the action says nothing of
    /// the kind.
    fn act_on_view(&mut self, action: Action) -> Option<Done> {
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
            Action::Leave if self.is_at_the_top() => return Some(Effect::Quit.into()),
            Action::Back => self.back(),
            Action::Leave => self.leave(),
            Action::ClearFilter => self.clear_filter(),
            Action::SwitchPane => self.switch(true),
            Action::SwitchPaneBack => self.switch(false),
            Action::Timeline => self.open_timeline(),
            Action::Universe => self.next_universe(),
            Action::Mark => self.mark(),
            Action::MarkAll => self.mark_all(),
            Action::Unmark => {
                let marked = counted(self.shared.marks.len(), "mark");
                self.shared.marks.clear();
                self.say(format!("{marked} cleared"))
            }
            Action::Sort | Action::Reverse if !self.view().sorts(&self.shared) => {
                self.say("Not sortable; o changes the order")
            }
            Action::Reverse => {
                let column = self.view().sort().column;
                self.choose(Choice::Sort(column));
                true
            }
            Action::Group => {
                self.shared.cycle_grouping();
                self.regroup();
                true
            }
            Action::Wider => self.widen(SHARE_STEP),
            Action::Narrower => self.widen(-SHARE_STEP),
            _ => return None,
        };
        Some(changed.into())
    }

    /// Opens a line or a choice; none if the action asks for neither.
    fn ask(&mut self, action: Action) -> Option<Done> {
        let among = match action {
            Action::Filter => {
                self.open_filter();
                return Some(Done::CHANGED);
            }
            Action::Find => return Some(self.ask_what_to_find().into()),
            Action::Export => return Some(self.ask_where_to().into()),
            Action::Pair => PickerSource::Others(self.view().member()?),
            Action::Between => PickerSource::Against(self.held_against()?),
            Action::Country => PickerSource::Countries,
            Action::Watch => PickerSource::Watched,
            Action::Palette => PickerSource::Actions(self.place()),
            Action::GroupBy => PickerSource::Groupings,
            Action::Sort => PickerSource::Columns(self.view().columns(&self.shared)),
            _ => return None,
        };
        Some(self.pick(among))
    }

    /// Does what is about the program rather than a view; none if the action is about none of that.
    fn act_on_program(&mut self, action: Action) -> Option<Done> {
        let said = match action {
            Action::Help => {
                self.over = Some(Overlay::Help(Help::new(self.place())));
                return Some(Done::CHANGED);
            }
            Action::Browse => match self.address() {
                Some(address) => return Some(Effect::Browse(address).into()),
                None => "no page on the web for this; select a roll call or a text".to_owned(),
            },
            Action::CopyCommand => return Some(Effect::Copy(self.command()).into()),
            Action::CopyRow => {
                let row = self.view().view().copy(&self.view().here(&self.shared));
                return row.map(|row| Effect::Copy(row).into());
            }
            Action::Theme => {
                self.look.cycle_ground();
                format!("theme: {}", self.look.ground.name())
            }
            Action::VoteColours => {
                self.look.cycle_votes();
                format!("votes: {}", self.look.votes.name())
            }
            Action::Mouse => {
                self.mouse = !self.mouse;
                let said =
                    if self.mouse { "mouse taken back; M releases it" } else { "mouse released; M takes it back" };
                self.say(said);
                return Some(Done { changed: true, effect: Some(Effect::Mouse(self.mouse)) });
            }
            _ => return None,
        };
        Some(self.say(said).into())
    }

    /// Does what the view that is seen makes of an action; none if it passes it on.
    fn act_in_seen(&mut self, action: Action) -> Option<bool> {
        let shared = &self.shared;
        let view = self.views.last_mut()?;
        let said = match view.act(action, shared) {
            Response::Passed => return None,
            Response::Unchanged => return Some(false),
            Response::Select(row) => return Some(view.select(row)),
            Response::Step(step) => return Some(view.step(step)),
            Response::Said(said) => Some(said),
            Response::Refresh(said) => {
                view.refresh(shared);
                said
            }
            Response::Recompute(said) => {
                view.run(shared);
                said
            }
            Response::Rearranged { leave, said } => {
                view.rearrange(shared, leave);
                Some(said)
            }
            Response::Open(view, said) => {
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
        let last = if matches!(among, PickerSource::Actions(_)) { self.last_action.as_str() } else { "" };
        let picker =
            Picker::new(among, self.shared.lexicon(), &self.keys).with(last, self.shared.lexicon(), &self.keys);
        self.over = Some(Overlay::Picker(picker));
        Done::CHANGED
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
