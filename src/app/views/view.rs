//! What every view answers: whatever is around a view asks through [`View`] and knows none by name.

use std::borrow::Cow;
use std::fmt;

use ratatui::layout::Size;

use crate::actions::{Action, Context};
use crate::app::columns::{ListColumn, PlacedColumn, Sort, place};
use crate::app::event::Effect;
use crate::app::line_editor::LineEditor;
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page};
use crate::app::prompt::Question;
use crate::app::scroll::Step;
use crate::app::session::{Grouping, Workspace};
use crate::link::{LinkOptions, LinkedView};
use crate::query::Query;
use crate::record::{MemberId, RollCallSet};
use crate::report::{Format, Style};

use super::here::{Here, OpenedFrom, Pointed, Room};

/// From how many columns of room on the column that a list is sorted by is shown, whatever it matters otherwise.
const SORTED_FROM: u16 = 34;

/// What all views of a kind have in common.
pub struct ViewKind {
    /// Its name.
    pub name: &'static str,
    /// The keys that it has before those of any list or page.
    pub(in crate::app) keys: Option<Context>,
    /// Its first state; another view's where something must be chosen first.
    pub(in crate::app) first: for<'r> fn(&Workspace<'r>) -> Boxed<'r>,
}

impl PartialEq for ViewKind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for ViewKind {}

impl fmt::Debug for ViewKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A view of some kind.
pub(in crate::app) type Boxed<'r> = Box<dyn View<'r> + 'r>;

impl Clone for Boxed<'_> {
    fn clone(&self) -> Self {
        self.boxed()
    }
}

/// What a view is about, and what it needs to know for its rows and pages.
pub(in crate::app) trait View<'r>: fmt::Debug {
    /// Its kind.
    fn kind(&self) -> &'static ViewKind;

    /// Another one like it.
    fn boxed(&self) -> Boxed<'r>;

    /// Whether it is about members rather than roll calls.
    fn is_about_members(&self) -> bool {
        true
    }

    /// Whether anything is ever shown beside its page.
    fn has_aside(&self) -> bool {
        true
    }

    /// Whether the years of the record are shown below it.
    fn has_years(&self) -> bool {
        false
    }

    /// Whether its page is a drawing of its list.
    fn is_drawn(&self) -> bool {
        false
    }

    /// Whether its list is the roll calls of the filter.
    fn lists_filtered(&self) -> bool {
        false
    }

    /// Whether its pages group members.
    fn has_groups(&self) -> bool {
        false
    }

    /// The terms that any filter of it has besides, as a query writes them.
    fn always(&self) -> &'static str {
        ""
    }

    /// Why it has no filter, where it has none.
    fn unfiltered(&self) -> Option<&'static str> {
        None
    }

    /// The share of its list beside one pane and beside two on a screen of the given number of columns, in percent.
    fn shares(&self, _screen: u16) -> [u16; 2] {
        [57, 46]
    }

    /// Recounts over the roll calls of the filter.
    fn recompute(&mut self, _query: &Query, _set: &RollCallSet, _session: &Workspace<'r>) {}

    /// Puts what was counted into an order that depends on the session.
    fn arrange(&mut self, _session: &Workspace<'_>) {}

    /// The columns of its list.
    fn columns(&self, session: &Workspace<'_>) -> Vec<ListColumn>;

    /// The columns that fit into the given room; one that the user sorted by before others.
    fn placed(&self, session: &Workspace<'_>, room: u16, sorted: Option<usize>) -> Vec<PlacedColumn> {
        let mut columns = self.columns(session);
        if let Some(column) = sorted.and_then(|at| columns.get_mut(at)) {
            column.from = column.from.min(SORTED_FROM);
        }
        place(&columns, room)
    }

    /// What is shown above a column, if not its name.
    fn heading(&self, _session: &Workspace<'_>, _at: PlacedColumn) -> Option<String> {
        None
    }

    /// What its list is sorted by until the user says otherwise.
    fn sort(&self) -> Sort {
        Sort::default()
    }

    /// What its list is sorted by in a grouping, if that changes it.
    fn sorted_by(&self, _grouping: &Grouping) -> Option<Sort> {
        None
    }

    /// The rows of its list.
    fn rows(&self, set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row>;

    /// The cell of a row in a column.
    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line;

    /// Whether a member is pinned on top.
    fn is_pinned(&self, _member: MemberId) -> bool {
        false
    }

    /// Whether its pages are about the view and not about the selected row; none where there is nothing to say.
    fn page_is_whole(&self) -> Option<bool> {
        Some(false)
    }

    /// Its page and what is shown beside it.
    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page);

    /// What its page is about.
    fn title(&self, here: &Here<'_, 'r>) -> String {
        here.row_title()
    }

    /// What chooses the rows of its list.
    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        here.asked(self.is_about_members())
    }

    /// How many rows its list has, or how many roll calls it is over, in full and in short.
    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        here.members()
    }

    /// What its list is over, where that is not roll calls: in a header and on a border.
    fn holdings(&self, _session: &Workspace<'_>) -> Option<(String, &'static str)> {
        None
    }

    /// What is said below the last row of its list, where there is room.
    fn below(&self) -> Option<Cow<'_, str>> {
        None
    }

    /// What an empty list says: what happened and what to do.
    fn empty(&self, here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        here.nothing_matches()
    }

    /// Does what one of its own keys says, or passes it on.
    fn act(&mut self, _action: Action, _here: &Here<'_, 'r>) -> Response<'r> {
        Response::Passed
    }

    /// Whether an action has an effect now, if that differs from other views.
    fn offers(&self, _action: Action) -> Option<bool> {
        None
    }

    /// Puts its cursor on what is drawn at a line and a column of its page.
    fn point(&mut self, _at: (usize, usize), _room: Size, _here: &Here<'_, 'r>) -> Option<Pointed> {
        None
    }

    /// Where the selected row leads, if not to the page beside it.
    fn opens(&self, _here: &Here<'_, 'r>) -> Option<LinkTarget> {
        None
    }

    /// The view that a target of its own pages leads to.
    fn follow(&self, target: &LinkTarget) -> Option<Boxed<'r>> {
        matches!(target, LinkTarget::Part(_)).then(|| self.boxed())
    }

    /// The lines of its own that can be typed.
    fn lines(&self) -> &[LineEditor<'r>] {
        &[]
    }

    /// The same, for typing.
    fn lines_mut(&mut self) -> &mut [LineEditor<'r>] {
        &mut []
    }

    /// Takes the answer to a question of its own, if it is one.
    fn take_answer(&self, _question: &Question, _text: &str, _here: &Here<'_, 'r>) -> Option<Taken<'r>> {
        None
    }

    /// The member that it is about.
    fn member(&self, here: &Here<'_, 'r>) -> Option<MemberId> {
        here.member()
    }

    /// The roll call from which it was opened.
    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Elsewhere
    }

    /// What its link names.
    fn link(&self, here: &Here<'_, 'r>) -> LinkedView;

    /// How it is shown, of what it does not share with other views.
    fn options(&self, _session: &Workspace<'_>) -> LinkOptions {
        LinkOptions::default()
    }

    /// Is shown so; what it has no use for it passes over. Figures must be recomputed.
    fn take_options(&mut self, _options: &LinkOptions, _session: &Workspace<'_>) {}

    /// The command that answers what no link names.
    fn command(&self, _here: &Here<'_, 'r>) -> Option<String> {
        None
    }

    /// What is under the cursor, or else selected, as a line to paste: the figures with their n, window and source.
    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        here.row_as_text()
    }

    /// What a file of it is called, without its ending; none where there is nothing to save.
    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        here.list.selected().map(|_| self.kind().name.to_lowercase())
    }

    /// What a file of it says; none where there is nothing to save.
    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        here.rows_as_file(format, style)
    }
}

/// What a view does when one of its keys is pressed.
#[derive(Debug)]
pub(in crate::app) enum Response<'r> {
    /// It isn't one of its keys.
    Passed,
    /// There is nothing to do.
    Unchanged,
    Select(Row),
    Step(Step),
    /// Only says something.
    Said(String),
    /// Rows and pages must be rebuilt from the same figures.
    Refresh(Option<String>),
    /// Figures, rows and pages must be recomputed.
    Recompute(Option<String>),
    /// Other members are listed; if the selected one disappears, another is selected first.
    Rearranged {
        leave: bool,
        said: String,
    },
    /// Opens another view under the same filter.
    Open(Boxed<'r>, Option<String>),
}

impl Response<'_> {
    /// Pages must be rebuilt if anything changed.
    pub(super) fn shown(changed: bool) -> Self {
        if changed { Self::Refresh(None) } else { Self::Unchanged }
    }
}

/// The result of answering a view's question.
#[derive(Debug)]
pub(in crate::app) enum Taken<'r> {
    Done(Effect),
    /// This is shown in its place; what is said of it.
    Shown(Boxed<'r>, String),
    /// It is asked again, starting with this text; giving the same text again overwrites what is there.
    AskAgain {
        over: Option<String>,
        text: String,
        notice: String,
    },
}
