//! How the explorer changes: an event becomes an action, an action changes what is open.

use ratatui::layout::{Position, Rect, Size};

use super::action::{Action, Context};
use super::event::{Effect, Event, Mouse};
use super::layout::Focus;
use super::scroll::{Scroll, Step};
use super::{App, Help};

/// How many rows a turn of the wheel moves.
const WHEEL: isize = 3;

impl App<'_> {
    /// Takes an event, and says what is to be done about it: nothing, where nothing changed.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        let noticed = self.notice.take().is_some();
        let (changed, effect) = match event {
            Event::Key(key) => match self.keys.action(self.context(), key) {
                Some(Action::Quit) => return vec![Effect::Quit],
                Some(Action::Suspend) => (false, Some(Effect::Suspend)),
                Some(action) => (self.act(action), None),
                None if self.context() == Context::Filter => match key.text() {
                    Some(character) => (self.votes.write(character.encode_utf8(&mut [0; 4])), None),
                    None => (false, None),
                },
                None => (false, None),
            },
            Event::Paste(text) => (self.paste(&text), None),
            Event::Mouse(mouse, at) => (self.mouse(mouse, at), None),
            Event::Resize(width, height) => {
                let before = std::mem::replace(&mut self.size, Size { width, height });
                (before != self.size, None)
            }
        };
        let mut effects = Vec::from_iter(effect);
        if changed || noticed {
            self.fit();
            effects.push(Effect::Draw);
        }
        effects
    }

    /// Does what an action says where the keys go now; says whether anything changed.
    fn act(&mut self, action: Action) -> bool {
        match action {
            Action::Up => self.step(Step::Rows(-1)),
            Action::Down => self.step(Step::Rows(1)),
            Action::PageUp => self.step(Step::Halves(-2)),
            Action::PageDown => self.step(Step::Halves(2)),
            Action::HalfPageUp => self.step(Step::Halves(-1)),
            Action::HalfPageDown => self.step(Step::Halves(1)),
            Action::First => self.step(Step::First),
            Action::Last => self.step(Step::Last),
            Action::PreviousGroup => self.votes.to_heading(false),
            Action::NextGroup => self.votes.to_heading(true),
            Action::PreviousRollCall => self.votes.step(Step::Rows(-1)),
            Action::NextRollCall => self.votes.step(Step::Rows(1)),
            Action::Open => self.go(Focus::Detail),
            Action::Back => self.go(Focus::List),
            Action::SwitchPane => self.go(match self.focus {
                Focus::List => Focus::Detail,
                Focus::Detail => Focus::List,
            }),
            Action::Filter => {
                self.focus = Focus::List;
                self.votes.open_filter();
                true
            }
            Action::KeepFilter => {
                self.votes.keep_filter();
                true
            }
            Action::DropFilter => {
                self.votes.drop_filter();
                true
            }
            Action::Help => {
                self.help = Some(Help { context: self.context(), lines: Vec::new(), scroll: Scroll::default() });
                true
            }
            Action::CloseHelp => self.help.take().is_some(),
            Action::NothingBehind => {
                self.notice = Some("nothing to go back to; q leaves the program");
                true
            }
            Action::CursorLeft
            | Action::CursorRight
            | Action::CursorStart
            | Action::CursorEnd
            | Action::DeleteBefore
            | Action::DeleteAfter
            | Action::DeleteWord
            | Action::DeleteToStart
            | Action::DeleteToEnd => self.votes.edit(action),
            // Those leave the explorer, which `update` sees to.
            Action::Quit | Action::Suspend => false,
        }
    }

    /// Takes a step in whatever has the keys.
    fn step(&mut self, step: Step) -> bool {
        match (&mut self.help, self.focus) {
            (Some(help), _) => help.scroll.step(step),
            (None, Focus::List) => self.votes.step(step),
            (None, Focus::Detail) => self.votes.scroll_by(step),
        }
    }

    /// Goes to a pane; there is no roll call to go to in an empty list.
    fn go(&mut self, focus: Focus) -> bool {
        if focus == Focus::Detail && self.votes.list().is_empty() {
            return false;
        }
        self.focus = focus;
        true
    }

    /// A paste is a filter, wherever it lands.
    fn paste(&mut self, text: &str) -> bool {
        if self.help.is_some() {
            return false;
        }
        self.focus = Focus::List;
        self.votes.open_filter();
        self.votes.write(text);
        true
    }

    fn mouse(&mut self, mouse: Mouse, at: Position) -> bool {
        let Some(layout) = self.layout() else { return false };
        let wheel = match mouse {
            Mouse::Click => None,
            Mouse::WheelUp => Some(Step::Rows(-WHEEL)),
            Mouse::WheelDown => Some(Step::Rows(WHEEL)),
        };
        match (wheel, &mut self.help) {
            (Some(step), Some(help)) => help.scroll.step(step),
            (None, Some(_)) => !layout.help.contains(at) && self.help.take().is_some(),
            (Some(step), None) if layout.list.contains(at) => self.votes.step(step),
            (Some(step), None) if layout.detail.contains(at) => self.votes.scroll_by(step),
            (Some(_), None) => false,
            (None, None) => self.click(at, layout.rows(), layout.list, layout.detail),
        }
    }

    /// A click selects a row, and opens the one that is selected; a pane that is clicked has the keys.
    fn click(&mut self, at: Position, rows: Rect, list: Rect, detail: Rect) -> bool {
        if self.votes.filter().is_open() && !self.votes.keep_filter() {
            return false;
        }
        let before = self.focus;
        if rows.contains(at) && self.votes.select_seen(at.y - rows.y) == Some(false) && before == Focus::List {
            return self.go(Focus::Detail);
        }
        if list.contains(at) {
            return self.go(Focus::List);
        }
        detail.contains(at) && self.go(Focus::Detail)
    }
}
