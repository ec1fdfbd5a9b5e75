//! The explorer without a screen: the table of actions, the key map, what is open and how it changes.
//!
//! [`App::update`] takes an event and returns effects for whoever runs the explorer to carry out; it reads and writes
//! nothing else, so that all of it runs in a test.

pub mod action;
mod document;
mod event;
mod filter;
pub mod help;
pub mod keys;
mod layout;
mod list;
mod scroll;
mod update;
mod votes;

use ratatui::layout::Size;

use crate::query::Lexicon;
use crate::record::Record;

use self::action::Context;
use self::keys::KeyMap;

pub use self::document::{Document, Line};
pub use self::event::{Effect, Event, Mouse};
pub use self::filter::Filter;
pub use self::layout::{Focus, Layout, SMALLEST, inside};
pub use self::list::List;
pub use self::scroll::{Scroll, Step};
pub use self::votes::Votes;

/// What is open, and where.
#[derive(Debug)]
pub struct App<'r> {
    lexicon: &'r Lexicon<'r>,
    keys: KeyMap,
    size: Size,
    focus: Focus,
    votes: Votes<'r>,
    help: Option<Help>,
    notice: Option<&'static str>,
}

/// The help, while it is open.
#[derive(Debug)]
struct Help {
    /// Where it was opened.
    context: Context,
    lines: Vec<help::Line>,
    scroll: Scroll,
}

impl<'r> App<'r> {
    /// The explorer on the record of `lexicon`, filtered by `query`, on a screen of `size`.
    pub fn new(lexicon: &'r Lexicon<'r>, query: &str, size: Size) -> Self {
        let mut app = Self {
            lexicon,
            keys: KeyMap::default(),
            size,
            focus: Focus::List,
            votes: Votes::new(lexicon, query),
            help: None,
            notice: None,
        };
        app.fit();
        app
    }

    /// Makes what the next keys may need, while nobody waits.
    pub fn prepare(&self) {
        self.votes.prepare();
    }

    /// Where a key would be pressed now.
    pub fn context(&self) -> Context {
        match self.focus {
            _ if self.help.is_some() => Context::Help,
            _ if self.votes.filter().is_open() => Context::Filter,
            Focus::List => Context::List,
            Focus::Detail => Context::Detail,
        }
    }

    /// Where things are; none if the screen is too small.
    pub fn layout(&self) -> Option<Layout> {
        Layout::new(self.size, self.focus, self.votes.filter().is_open())
    }

    /// Fits everything into the size of the screen.
    fn fit(&mut self) {
        let Some(layout) = self.layout() else { return };
        self.votes.fit(layout.rows(), layout.lines());
        if let Some(help) = &mut self.help {
            let area = layout.help_lines();
            help.lines = help::lines(self.lexicon.record(), &self.keys, help.context, area.width.into());
            help.scroll.fit(help.lines.len(), area.height.into());
        }
    }

    /// The record.
    pub fn record(&self) -> &'r Record {
        self.lexicon.record()
    }

    /// Which key does what.
    pub fn keys(&self) -> &KeyMap {
        &self.keys
    }

    /// The size of the screen.
    pub fn size(&self) -> Size {
        self.size
    }

    /// What keys go to.
    pub fn focus(&self) -> Focus {
        self.focus
    }

    /// The view of roll calls.
    pub fn votes(&self) -> &Votes<'r> {
        &self.votes
    }

    /// The lines of the help and how far they are scrolled, while it is open.
    pub fn help(&self) -> Option<(&[help::Line], Scroll)> {
        self.help.as_ref().map(|help| (help.lines.as_slice(), help.scroll))
    }

    /// A word to the user, until the next key.
    pub fn notice(&self) -> Option<&'static str> {
        self.notice
    }
}
