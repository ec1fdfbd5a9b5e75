//! What is open, and where.

use ratatui::layout::Size;

use crate::actions::{Context, KeyContext, KeyMap};
use crate::query::Universe;
use crate::record::Record;
use crate::settings::Look;

use super::help::Help;
use super::layout::{Focus, Layout, Shown, lines};
use super::map_cells::MapCells;
use super::open_view::OpenView;
use super::picker::Picker;
use super::prompt::{LastFind, Prompt};
use super::session::Workspace;
use super::years::ChosenYears;

/// What is open, and where.
#[derive(Debug)]
pub struct App<'r> {
    pub(super) shared: Workspace<'r>,
    pub(super) keys: KeyMap,
    pub(super) size: Size,
    /// The views below the one that is seen, which is the last. Never empty.
    pub(super) views: Vec<OpenView<'r>>,
    /// Views that were left, to be found as they were.
    pub(super) left: Vec<OpenView<'r>>,
    pub(super) over: Option<Overlay>,
    pub(super) prompt: Option<Prompt>,
    pub(super) notice: Option<String>,
    /// What was typed in the palette the last time that something was chosen there.
    pub(super) last_action: String,
    pub(super) last_find: LastFind,
    /// The share of the list that the user chose, in percent.
    pub(super) share: Option<u16>,
    /// The span of years that is being chosen.
    pub(super) span: Option<ChosenYears>,
    /// Whether the border between list and page follows the mouse.
    pub(super) dragging: bool,
    /// Whether the mouse is the explorer's.
    pub(super) mouse: bool,
    pub(super) look: Look,
}

/// What lies over everything.
#[derive(Debug)]
pub(super) enum Overlay {
    Help(Help),
    Picker(Picker),
}

impl<'r> App<'r> {
    /// Where a key would be pressed now.
    pub fn context(&self) -> Context {
        match (&self.over, &self.prompt, self.view().focus()) {
            (Some(Overlay::Help(help)), ..) if help.is_typing() => Context::Line,
            (Some(Overlay::Help(_)), ..) => Context::Help,
            (Some(Overlay::Picker(_)), ..) => Context::Pick,
            (None, Some(_), _) => Context::Line,
            (None, None, _) if self.view().line().is_some() => Context::Filter,
            (None, None, _) if self.span.is_some() => Context::Timeline,
            (None, None, Focus::List) => Context::List,
            (None, None, Focus::Page | Focus::Aside) => Context::Page,
        }
    }

    /// Where the keys go, the view's own before those of any list or page.
    pub fn place(&self) -> KeyContext {
        let context = self.context();
        let in_view = matches!(context, Context::List | Context::Page);
        KeyContext { view: self.view().kind().keys.filter(|_| in_view), context }
    }

    /// Where things are; none if the screen is too small.
    pub fn layout(&self) -> Option<Layout> {
        let typing = self.prompt.is_some() || self.view().line().is_some();
        let shares = self.share.map_or_else(|| self.view().shares(self.size.width), |share| [share; 2]);
        let (focus, view) = (self.view().focus(), self.view().view());
        let shown = Shown { focus, shares, typing, has_aside: view.has_aside(), has_years: view.has_years() };
        Layout::new(self.size, &shown)
    }

    /// Fits everything into the size of the screen.
    pub(super) fn fit(&mut self) {
        let Some(layout) = self.layout() else { return };
        if layout.timeline.is_empty() {
            self.span = None;
        }
        let (shared, keys) = (&self.shared, &self.keys);
        if let Some(view) = self.views.last_mut() {
            view.fit(&layout, shared);
        }
        let inner = lines(layout.over);
        match &mut self.over {
            Some(Overlay::Help(help)) => {
                let searched = u16::from(help.search().is_some());
                let height = usize::from(inner.height.saturating_sub(searched));
                help.fit(shared.lexicon(), keys, inner.width.into(), height);
            }
            // The first line is the one that is typed.
            Some(Overlay::Picker(picker)) => picker.fit(usize::from(inner.height.saturating_sub(1))),
            None => {}
        }
    }

    /// The votes that the view is about before its filter chooses.
    pub fn universe(&self) -> Universe {
        self.view().query().universe(self.record())
    }

    /// The record.
    pub fn record(&self) -> &'r Record {
        self.shared.record()
    }

    /// What all views share.
    pub fn shared(&self) -> &Workspace<'r> {
        &self.shared
    }

    /// Which key does what.
    pub fn keys(&self) -> &KeyMap {
        &self.keys
    }

    /// The size of the screen.
    pub fn size(&self) -> Size {
        self.size
    }

    /// The view that is seen.
    pub fn view(&self) -> &OpenView<'r> {
        // There is always one; the first stands for what can't be.
        self.views.last().unwrap_or(&self.views[0])
    }

    /// The views that were opened on the way, the one that is seen last.
    pub fn trail(&self) -> &[OpenView<'r>] {
        &self.views
    }

    /// The help, while it is open.
    pub fn help(&self) -> Option<&Help> {
        match &self.over {
            Some(Overlay::Help(help)) => Some(help),
            _ => None,
        }
    }

    /// A choice, while it is open.
    pub fn picker(&self) -> Option<&Picker> {
        match &self.over {
            Some(Overlay::Picker(picker)) => Some(picker),
            _ => None,
        }
    }

    /// A line that is asked for.
    pub fn prompt(&self) -> Option<&Prompt> {
        self.prompt.as_ref()
    }

    /// A word to the user, until the next key.
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// Sets the appearance.
    pub fn set_look(&mut self, look: Look) {
        self.look = look;
        let before = std::mem::replace(&mut self.shared.cells, MapCells::of(look));
        if before != self.shared.cells {
            let shared = &self.shared;
            self.views.iter_mut().for_each(|view| view.refresh(shared));
            self.fit();
        }
    }

    /// The appearance.
    pub fn look(&self) -> Look {
        self.look
    }
}
