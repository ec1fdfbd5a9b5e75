//! Roll calls side by side as a view: what is listed, said, copied and written of them, and what their keys do.

use std::borrow::Cow;

use crate::actions::Action;
use crate::answer::Compare;
use crate::app::columns::{ListColumn, MARKS, PlacedColumn, Sort};
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page};
use crate::app::session::{Grouping, Workspace};
use crate::app::views::{Boxed, Here, OpenedFrom, Response, Room, View, ViewKind};
use crate::link::{LinkOptions, LinkedView};
use crate::record::{MemberId, MemberSet, RollCallSet};
use crate::report::{Format, Style, counted, render};

use super::rows::CompareColumn;
use super::{BORDERS, CompareView, KIND, NARROW, SHORT_NAME, page};

impl<'r> View<'r> for CompareView {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn is_about_members(&self) -> bool {
        false
    }

    fn has_groups(&self) -> bool {
        true
    }

    fn unfiltered(&self) -> Option<&'static str> {
        Some("marks choose what is compared; press 1 to filter roll calls")
    }

    fn shares(&self, screen: u16) -> [u16; 2] {
        let needed = MARKS + SHORT_NAME + self.ids().len() as u16 * (NARROW + 1) + BORDERS;
        let least = (u32::from(needed) * 100).div_ceil(u32::from(screen.max(1))).min(100) as u16;
        [46, 40].map(|share: u16| share.max(least))
    }

    fn columns(&self, shared: &Workspace<'_>) -> Vec<ListColumn> {
        self.all_columns(shared)
    }

    fn placed(&self, shared: &Workspace<'_>, room: u16, _sorted: Option<usize>) -> Vec<PlacedColumn> {
        self.fitted_columns(shared, room)
    }

    fn heading(&self, _session: &Workspace<'_>, at: PlacedColumn) -> Option<String> {
        self.narrow_heading(at)
    }

    fn sort(&self) -> Sort {
        Sort { column: self.position(CompareColumn::Same), reverse: false }
    }

    // Members of a group together, or without groups those of one row of votes.
    fn sorted_by(&self, grouping: &Grouping) -> Option<Sort> {
        let column = if *grouping == Grouping::Vote { CompareColumn::Same } else { CompareColumn::Group };
        Some(Sort { column: self.position(column), reverse: false })
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, shared: &Workspace<'_>) -> Vec<Row> {
        self.members_by(sort, shared)
    }

    fn cell(&self, row: Row, at: PlacedColumn, shared: &Workspace<'_>) -> Line {
        row.member().map_or_else(Line::new, |id| self.cell_of(id, at, shared))
    }

    fn is_pinned(&self, member: MemberId) -> bool {
        self.pinned.contains(member)
    }

    fn page_is_whole(&self) -> Option<bool> {
        (!self.ids().is_empty()).then_some(true)
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        (page::page(here.session, self, room.columns()), page::aside(here.session, self, room.beside))
    }

    fn title(&self, here: &Here<'_, 'r>) -> String {
        match self.ids().len() {
            2 => self.symbols(here.record(), " → "),
            more => counted(more, "roll call"),
        }
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        self.symbols(here.record(), ", ")
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let hidden = self.hidden.len();
        let hidden = if hidden > 0 { format!(", {hidden} hidden") } else { String::new() };
        let members = counted(here.list.len(), "member");
        let count = match &self.only {
            Some(only) => {
                let said = here.record().state_words(self.ids().iter().copied());
                let words: Vec<_> = only.iter().map(|&state| said.word(state)).collect();
                format!("{}: {members}{hidden}", words.join(" → "))
            }
            None if self.moved => format!("{members} that moved{hidden}"),
            None => format!("{members}{hidden}"),
        };
        (count.clone(), count)
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        if self.ids().is_empty() {
            return (
                "Nothing to compare yet.",
                "Go to the roll calls (1), mark two to ten of them with Space, and press v. On any roll call V compares \
                 it with the earlier text of its series."
                    .into(),
            );
        }
        ("No member is shown.", "Z shows hidden members; m shows all, not only those that moved.".into())
    }

    fn act(&mut self, action: Action, here: &Here<'_, 'r>) -> Response<'r> {
        let (record, selected) = (here.record(), here.member());
        let said = match (action, selected) {
            (Action::Moved, _) => self.toggle_moved().to_owned(),
            (Action::Order, _) => self.cycle_order(record).to_owned(),
            (Action::ShowHidden, _) => {
                if self.show_hidden() { "all members" } else { "no member is hidden" }.to_owned()
            }
            (Action::Hide | Action::Pin, None) => "no member is selected".to_owned(),
            (Action::Hide, Some(member)) => {
                self.hidden.insert(member);
                let said = format!("{} is hidden; Z shows all again", record.name(member));
                return Response::Rearranged { leave: true, said };
            }
            (Action::Pin, Some(member)) => {
                self.pin(member);
                let stays = self.pinned.contains(member);
                let how = if stays { "pinned on top" } else { "no longer pinned" };
                format!("{} {how}", record.name(member))
            }
            _ => return Response::Passed,
        };
        Response::Rearranged { leave: false, said }
    }

    fn options(&self, _session: &Workspace<'_>) -> LinkOptions {
        // The order of the roll calls is that of the link.
        LinkOptions { moved: self.moved, ..LinkOptions::default() }
    }

    fn take_options(&mut self, options: &LinkOptions, _session: &Workspace<'_>) {
        self.moved = options.moved;
    }

    fn offers(&self, action: Action) -> Option<bool> {
        (action == Action::CompareMarked).then_some(false)
    }

    fn follow(&self, target: &LinkTarget) -> Option<Boxed<'r>> {
        // The same with the members of one row of votes only.
        let LinkTarget::Pattern(states) = target else { return None };
        let only = Some(states.clone());
        Some(Box::new(Self { only, moved: false, hidden: MemberSet::EMPTY, ..self.clone() }))
    }

    fn origin(&self) -> OpenedFrom {
        OpenedFrom::Selected
    }

    // One alone is not side by side yet.
    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Compare(if self.ids().len() > 1 { self.ids().to_vec() } else { Vec::new() })
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        match here.target {
            Some(LinkTarget::RollCall(id)) => Some(here.rollcall_as_text(*id)),
            Some(LinkTarget::Pattern(states)) => Some(self.pattern_as_text(here, states)),
            Some(LinkTarget::Member(member)) => Some(self.member_as_text(here, *member)),
            _ => here.member().map(|member| self.member_as_text(here, member)),
        }
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let Some(index) = here.session.series().ok().filter(|_| !self.ids().is_empty()) else {
            return here.rows_as_file(format, style);
        };
        let asked: Vec<_> = self.ids().iter().map(|&id| here.session.lexicon.symbol(id)).collect();
        let report = Compare::new(here.record(), index, self.ids(), &asked.join(" "), self.moved);
        Some(render(&report, here.record(), format, style))
    }
}
