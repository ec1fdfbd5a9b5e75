//! How the explorer changes: an event becomes an action, an action changes what is open.

mod in_view;

use ratatui::layout::Size;

use super::event::{Effect, Event};
use super::page::LinkTarget;
use super::picker::{Picker, PickerSource};
use super::prompt::{Prompt, Purpose};
use super::state::{App, Overlay};
use crate::actions::{Action, Context, Key, KeyContext};

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
}
