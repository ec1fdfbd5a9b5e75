//! Vetoes in the Security Council: the permanent members as rows, the vetoes of the selected one by year and draft by draft.

mod page;

use std::borrow::Cow;
use std::cmp::Reverse;

use jiff::civil::Date;

use crate::answer::vetoes::MemberVetoes;
use crate::answer::{Vetoes, Window};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{MemberId, RollCallSet, State};
use crate::report::{Format, Style, counted, render};

use crate::actions::Action;
use crate::app::App;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::{Boxed, Here, Room, View, ViewKind};

/// Vetoes.
pub(super) static KIND: ViewKind = ViewKind { name: "Vetoes", keys: None, first: |_| Box::new(VetoesView::default()) };

/// Goes to it.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Vetoes).then(|| app.go_to_vetoes())
}

/// Opens it if a link names it; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    *link == LinkedView::Vetoes && app.open_first(&KIND, query)
}

/// The columns of the permanent members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum VetoColumn {
    Name,
    Vetoes,
    Alone,
    Last,
    First,
}

impl NamedColumn for VetoColumn {
    const ALL: &'static [Self] = &[Self::Name, Self::Vetoes, Self::Alone, Self::Last, Self::First];
}

impl VetoColumn {
    fn head(self) -> ListColumn {
        match self {
            Self::Name => ListColumn::text("country", "name", 0, 0),
            Self::Vetoes => ListColumn::number("vetoes", "vetoes", 7, 20),
            Self::Alone => ListColumn::number("alone", "vetoes alone", 6, 28),
            Self::Last => ListColumn::text("last", "last veto", 10, 40),
            Self::First => ListColumn::text("first", "first veto", 10, 60),
        }
    }

    /// Puts rows into its order, the most or the latest first.
    fn sort(self, rows: &mut [&MemberVetoes<'_>]) {
        match self {
            Self::Name => {}
            Self::Vetoes => rows.sort_by_key(|row| Reverse(row.vetoes)),
            Self::Alone => rows.sort_by_key(|row| Reverse(row.alone)),
            Self::Last => rows.sort_by_key(|row| Reverse(row.last)),
            Self::First => rows.sort_by_key(|row| Reverse(row.first)),
        }
    }

    fn cell(self, row: &MemberVetoes<'_>) -> Piece {
        let count = |count: usize| Piece::new(count.to_string(), Role::Vote(State::No));
        let day = |day: Option<Date>| Piece::quiet(day.map_or_else(|| "–".to_owned(), |day| day.to_string()));
        match self {
            Self::Name => Piece::plain(row.name.to_owned()),
            Self::Vetoes => count(row.vetoes),
            Self::Alone => count(row.alone),
            Self::Last => day(row.last),
            Self::First => day(row.first),
        }
    }
}

/// The vetoes among a set of roll calls.
#[derive(Clone, Debug, Default)]
struct VetoesView<'r> {
    answer: Option<Vetoes<'r>>,
}

impl<'r> VetoesView<'r> {
    fn of(&self, member: MemberId) -> Option<&MemberVetoes<'r>> {
        self.answer.as_ref()?.of(member)
    }
}

impl<'r> View<'r> for VetoesView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn always(&self) -> &'static str {
        "veto:any"
    }

    fn shares(&self, _screen: u16) -> [u16; 2] {
        [38, 30]
    }

    fn has_years(&self) -> bool {
        true
    }

    fn recompute(&mut self, query: &Query, set: &RollCallSet, session: &Workspace<'r>) {
        self.answer = Some(Vetoes::new(session.record(), Window::of(session.lexicon, query, set), set));
    }

    fn columns(&self, _session: &Workspace<'_>) -> Vec<ListColumn> {
        VetoColumn::ALL.iter().map(|column| column.head()).collect()
    }

    fn sort(&self) -> Sort {
        Sort { column: VetoColumn::Vetoes.position(), reverse: false }
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, session: &Workspace<'_>) -> Vec<Row> {
        let Some(answer) = &self.answer else { return Vec::new() };
        let mut rows: Vec<_> = session.by_name.iter().filter_map(|&id| answer.of(id)).collect();
        if let Some(column) = VetoColumn::at(sort.column) {
            column.sort(&mut rows);
        }
        if sort.reverse {
            rows.reverse();
        }
        rows.into_iter().map(|row| Row::Member(row.member)).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, _session: &Workspace<'_>) -> Line {
        let row = row.member().and_then(|id| self.of(id));
        row.zip(VetoColumn::at(at.column)).map_or_else(Line::new, |(row, column)| vec![column.cell(row)])
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let Some(answer) = &self.answer else { return Default::default() };
        let page = here.member().and_then(|id| answer.of(id)).map(|row| page::page(here, answer, row, room.columns()));
        (page.unwrap_or_default(), page::aside(answer, room.beside))
    }

    fn chosen(&self, here: &Here<'_, 'r>) -> String {
        here.asked(true).trim_end_matches(self.always()).trim_end().to_owned()
    }

    fn count(&self, here: &Here<'_, 'r>) -> (String, String) {
        let drafts = self.answer.as_ref().map_or(0, |answer| answer.drafts);
        let short = format!("{drafts} vetoed");
        (format!("{short} of {}", counted(here.within.len(), "roll call")), short)
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        ("This record has no permanent member of the Council.", "The embedded record has all five.".into())
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        here.member().map(LinkTarget::Member)
    }

    fn link(&self, _here: &Here<'_, 'r>) -> LinkedView {
        LinkedView::Vetoes
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let row = self.of(here.member()?)?;
        let window = self.answer.as_ref()?.window.line();
        Some(here.cited(&format!("{}: {}, over {window}", row.name, row.in_words())))
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        self.answer.as_ref().map(|answer| render(answer, here.record(), format, style))
    }
}

impl App<'_> {
    /// Opens the vetoes, under the current filter.
    fn go_to_vetoes(&mut self) -> bool {
        if self.view().kind() == &KIND {
            return self.view_mut().go(Focus::List);
        }
        self.open_here(Box::new(VetoesView::default()))
    }
}
