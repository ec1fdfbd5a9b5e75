//! What a view is told of where it is shown, and what it says to a key.

use std::borrow::Cow;
use std::cell::OnceCell;

use ratatui::layout::Size;

use crate::answer::Window;
use crate::app::layout::Focus;
use crate::app::list::{List, Row};
use crate::app::page::LinkTarget;
use crate::app::pane::Pane;
use crate::app::session::Workspace;
use crate::query::{Query, Quoting, why_nothing};
use crate::record::{MemberId, Record, RollCallId, RollCallSet};
use crate::report::counted;
use crate::report::text::{capitalised, thousands};

/// Where a view is shown: under which filter, with which list, and where its cursor is.
#[derive(Clone, Copy)]
pub(in crate::app) struct Here<'a, 'r> {
    pub session: &'a Workspace<'r>,
    /// The filter as it is typed, as it was last understood, and the roll calls that it lets through.
    pub filter: &'a str,
    pub query: &'a Query,
    /// The roll calls that it chooses from.
    pub within: &'a RollCallSet,
    pub set: &'a RollCallSet,
    /// Why it lets none through: worked out once, since it may ask for several queries, and a frame is drawn often.
    pub why_nothing: &'a OnceCell<Option<String>>,
    pub list: &'a List,
    pub focus: Focus,
    pub page: &'a Pane,
    /// Where the place under the cursor leads, in the pane that has the keys.
    pub target: Option<&'a LinkTarget>,
}

/// The room of a page, and the columns of what is beside it.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Room {
    pub page: Size,
    pub beside: usize,
}

impl Room {
    /// The columns of the page.
    pub(super) fn columns(self) -> usize {
        self.page.width.into()
    }
}

/// A row that was pointed at, and whether the cursor moved within it.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Pointed {
    pub row: Row,
    pub moved: bool,
}

/// Which roll call a view was opened from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum OpenedFrom {
    /// A picture of the whole Assembly, of a roll call or of none.
    Picture(Option<RollCallId>),
    /// The one that is selected in it.
    Selected,
    /// It can't tell.
    Elsewhere,
}

impl<'r> Here<'_, 'r> {
    pub(super) fn record(&self) -> &'r Record {
        self.session.record()
    }

    /// Whether the list has the keys.
    pub(super) fn in_list(&self) -> bool {
        self.focus == Focus::List
    }

    /// The selected member, if the list is of members.
    pub(super) fn member(&self) -> Option<MemberId> {
        self.list.selected()?.member()
    }

    /// The selected roll call, if the list is of roll calls.
    pub(super) fn rollcall(&self) -> Option<RollCallId> {
        self.list.selected()?.rollcall()
    }

    /// The window with its query.
    pub(super) fn window(&self) -> Window {
        Window::of(self.session.lexicon, self.query, self.set)
    }

    /// The filter as it was understood, for titles: names as codes. In a view about members a word that is also a name has
    /// quotes, unless it came without them from another view; the case is as it was typed.
    pub(super) fn asked(&self, beside_names: bool) -> String {
        let lexicon = self.session.lexicon;
        let quoted = beside_names && Query::parse_beside_names(self.filter, Quoting::Plain, lexicon).is_ok();
        let asked = if quoted { self.query.to_text_beside_names(lexicon) } else { self.query.to_string() };
        if asked.eq_ignore_ascii_case(self.filter) { self.filter.to_owned() } else { asked }
    }

    /// The text of the filter with the words of a term that are not in it yet.
    pub(super) fn narrowed(&self, term: &str) -> String {
        let there: Vec<_> = self.filter.split_whitespace().collect();
        let new = term.split_whitespace().filter(|word| !there.contains(word));
        there.iter().copied().chain(new).collect::<Vec<_>>().join(" ")
    }

    /// The part of the window that a term asks for: the query of it, and its roll calls.
    pub(super) fn part(&self, term: &str) -> Option<(String, RollCallSet)> {
        let query = self.narrowed(term);
        let set = Query::parse(&query, self.session.lexicon).ok()?.run(self.session.lexicon);
        Some((query, set))
    }

    /// What the selected row is called.
    pub(super) fn row_title(&self) -> String {
        match self.list.selected() {
            Some(Row::RollCall(id)) => {
                let rollcall = self.record().rollcall(id);
                if rollcall.symbol.is_empty() {
                    rollcall.short_symbol().into_owned()
                } else {
                    rollcall.symbol.to_string()
                }
            }
            Some(Row::Member(id)) => self.record().name(id).to_owned(),
            Some(Row::Text(id)) => self.record().text(id).symbol.to_string(),
            None => String::new(),
        }
    }

    /// "193 members".
    pub(super) fn members(&self) -> (String, String) {
        (counted(self.list.len(), "member"), thousands(self.list.len()))
    }

    /// "12 of 5,698 roll calls" and "12 of 5,698".
    pub(super) fn some_of(some: usize, all: usize) -> (String, String) {
        let some = thousands(some);
        (format!("{some} of {}", counted(all, "roll call")), format!("{some} of {}", thousands(all)))
    }

    /// The roll calls of the filter among all, which are not parted where there is no filter.
    pub(super) fn filtered(&self, some: usize, all: usize) -> (String, String) {
        if self.query.is_empty() { (counted(all, "roll call"), thousands(all)) } else { Self::some_of(some, all) }
    }

    /// What an empty list of roll calls says.
    pub(super) fn nothing_matches(&self) -> (&'static str, Cow<'static, str>) {
        if self.filter.is_empty() {
            return ("This record has no roll calls.", "Import one: plenary import FILE".into());
        }
        let text = "Try fewer words, or the start of one: ukrain finds Ukraine and Ukrainian, in titles, agenda and \
                    subjects. A resolution: symbol:ES-11/7. Time: year:2022, since:2014. About: topic:palestine. Votes: \
                    USA:no, @EU:split, yes>100.";
        let why = self.why_nothing.get_or_init(|| why_nothing(self.filter, self.session.lexicon()));
        match why {
            Some(why) => ("No roll call matches.", format!("{}. {text}", capitalised(why)).into()),
            None => ("No roll call matches.", text.into()),
        }
    }
}
