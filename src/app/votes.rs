//! The view of roll calls: the list, filtered as one types, and the selected one beside it.

use ratatui::layout::Rect;

use crate::query::Lexicon;
use crate::record::{MemberId, RollCallId};

use super::action::Action;
use super::document::Document;
use super::filter::Filter;
use super::list::List;
use super::scroll::{Scroll, Step};

/// The state of the view.
#[derive(Debug)]
pub struct Votes<'r> {
    lexicon: &'r Lexicon<'r>,
    by_name: Vec<MemberId>,
    filter: Filter<'r>,
    list: List,
    document: Document,
    /// What `document` shows, and at how many columns.
    shown: Option<(RollCallId, u16)>,
    scroll: Scroll,
    /// What was selected when the filter was opened.
    before: Option<RollCallId>,
}

impl<'r> Votes<'r> {
    /// The view of the record of `lexicon`, filtered by `query`; one that can't be read is left open for mending.
    pub fn new(lexicon: &'r Lexicon<'r>, query: &str) -> Self {
        let mut votes = Self {
            lexicon,
            by_name: lexicon.record().members().by_name(),
            filter: Filter::new(lexicon),
            list: List::default(),
            document: Document::default(),
            shown: None,
            scroll: Scroll::default(),
            before: None,
        };
        votes.filter.set(query);
        if votes.filter.error().is_some() {
            votes.filter.open();
        }
        votes.run();
        votes
    }

    /// Makes what a filter by words needs, so that the first key does not wait for it.
    pub fn prepare(&self) {
        self.lexicon.prepare();
    }

    /// Runs the query that was last understood.
    fn run(&mut self) {
        self.list.show(&self.filter.query().run(self.lexicon));
    }

    /// Opens the filter line.
    pub fn open_filter(&mut self) {
        if !self.filter.is_open() {
            self.list.choose();
            self.before = self.list.selected();
            self.filter.open();
        }
    }

    /// Keeps the filter; says whether it could be read.
    pub fn keep_filter(&mut self) -> bool {
        self.filter.keep()
    }

    /// Goes back to the filter and the selection from before.
    pub fn drop_filter(&mut self) {
        if self.filter.drop() {
            self.run();
        }
        if let Some(id) = self.before {
            self.list.select_rollcall(id);
        }
    }

    /// Writes into the filter line; says whether it changed.
    pub fn write(&mut self, text: &str) -> bool {
        self.change(|filter| filter.insert(text))
    }

    /// Edits the filter line; says whether it changed.
    pub fn edit(&mut self, action: Action) -> bool {
        self.change(|filter| filter.edit(action))
    }

    fn change(&mut self, change: impl FnOnce(&mut Filter<'r>) -> bool) -> bool {
        let before = self.filter.query().clone();
        let changed = change(&mut self.filter);
        if before != *self.filter.query() {
            self.run();
        }
        changed
    }

    /// Takes a step in the list; says whether the selection moved.
    pub fn step(&mut self, step: Step) -> bool {
        self.list.step(step)
    }

    /// Selects the row at a position of the window; says whether the selection moved, or nothing if there is no such
    /// row.
    pub fn select_seen(&mut self, row: u16) -> Option<bool> {
        let at = self.list.first() + usize::from(row);
        (at < self.list.len()).then(|| self.list.select(at))
    }

    /// Scrolls the selected roll call; says whether anything moved.
    pub fn scroll_by(&mut self, step: Step) -> bool {
        self.scroll.step(step)
    }

    /// Scrolls to the next heading, or the one before; says whether anything moved.
    pub fn to_heading(&mut self, next: bool) -> bool {
        let from = self.scroll.first;
        let heading = if next {
            self.document.headings().find(|&at| at > from)
        } else {
            self.document.headings().rev().find(|&at| at < from).or(Some(0))
        };
        let before = self.scroll.first;
        self.scroll.first = heading.unwrap_or(from).min(self.scroll.end());
        self.scroll.first != before
    }

    /// Fits the view into its areas, and lays out the roll call that is selected now.
    pub fn fit(&mut self, rows: Rect, lines: Rect) {
        if rows.height > 0 {
            self.list.fit(rows.height.into());
        }
        let selected = self.list.selected();
        let wanted = selected.map(|id| (id, lines.width));
        if wanted != self.shown && lines.width > 0 {
            if self.shown.map(|(id, _)| id) != selected {
                self.scroll.first = 0;
            }
            self.document = selected.map_or_else(Document::default, |id| {
                Document::new(self.lexicon.record(), id, &self.by_name, lines.width.into())
            });
            self.shown = wanted;
        }
        self.scroll.fit(self.document.lines().len(), lines.height.into());
    }

    /// The list.
    pub fn list(&self) -> &List {
        &self.list
    }

    /// The filter.
    pub fn filter(&self) -> &Filter<'r> {
        &self.filter
    }

    /// The selected roll call, laid out.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// How far the selected roll call is scrolled.
    pub fn scroll(&self) -> Scroll {
        self.scroll
    }
}
