//! The explorer without a screen: the table of actions, the key map, what is open and how it changes.
//!
//! [`App::update`] takes an event and returns effects for whoever runs the explorer to carry out; it reads and writes
//! nothing else, so that all of it runs in a test. Views are data: columns and cells of a list, pages of lines whose
//! pieces have a role, so that drawing knows nothing of what they are about.

mod bar;
mod chart;
mod columns;
mod event;
mod export;
mod field;
mod help;
mod key_hints;
mod layout;
mod line_editor;
mod list;
mod map_cells;
mod marks;
mod mouse;
mod navigate;
mod open_view;
mod page;
mod pane;
mod picker;
mod prompt;
mod resources;
mod restore;
mod scroll;
mod session;
mod tabs;
mod timeline;
mod titles;
mod update;
mod views;
mod writing;

use ratatui::layout::Size;

use self::map_cells::MapCells;
use crate::record::Record;
use crate::settings::Look;

use self::timeline::ChosenYears;
use self::views::NUMBERED;
use crate::actions::KeyMap;
use crate::actions::{Context, KeyContext};

pub use self::columns::{ListColumn, MARKERS, MARKS, PlacedColumn, Sort};
pub use self::event::{Content, Effect, Event, Mouse};
pub use self::field::TextField;
pub use self::help::Help;
pub use self::layout::{Focus, Layout, SMALLEST, inside, lines};
pub use self::line_editor::{LineEditor, LineKind, Side};
pub use self::list::{List, Row};
pub use self::open_view::OpenView;
pub use self::page::{Line, LinkTarget, Page, Piece, Role, Shade, Target, cut_line, lettered, line_width, padded};
pub use self::pane::Pane;
pub use self::picker::{Offer, Picker};
pub use self::prompt::Prompt;
pub use self::resources::Resources;
pub use self::scroll::{Scroll, Step};
pub use self::session::{Grouping, Workspace};
pub use self::tabs::{NAME, Tab, tabs};
pub use self::views::ViewKind;

/// What is open, and where.
#[derive(Debug)]
pub struct App<'r> {
    shared: Workspace<'r>,
    keys: KeyMap,
    size: Size,
    /// The views below the one that is seen, which is the last. Never empty.
    views: Vec<OpenView<'r>>,
    /// Views that were left, to be found as they were.
    left: Vec<OpenView<'r>>,
    over: Option<Overlay>,
    prompt: Option<Prompt>,
    notice: Option<String>,
    /// The share of the list that the user chose, in percent.
    share: Option<u16>,
    /// The span of years that is being chosen.
    span: Option<ChosenYears>,
    /// Whether the border between list and page follows the mouse.
    dragging: bool,
    /// Whether the mouse is the explorer's.
    mouse: bool,
    look: Look,
}

/// What lies over everything.
#[derive(Debug)]
enum Overlay {
    Help(Help),
    Picker(Picker),
}

impl<'r> App<'r> {
    /// The explorer on what is `known` of a record, filtered by `query`, on a screen of `size`.
    pub fn new(known: &'r Resources<'r>, query: &str, size: Size) -> Self {
        let shared = Workspace::new(known);
        let view = OpenView::new(NUMBERED[0], query, &shared);
        let mut app = Self {
            shared,
            keys: KeyMap::default(),
            size,
            views: vec![view],
            left: Vec::new(),
            over: None,
            prompt: None,
            notice: None,
            share: None,
            span: None,
            dragging: false,
            mouse: true,
            look: Look::default(),
        };
        app.fit();
        app
    }

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
        let view = self.view().view();
        Layout::new(self.size, self.view().focus(), typing, shares, view.has_aside(), view.has_years())
    }

    /// Fits everything into the size of the screen.
    fn fit(&mut self) {
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
