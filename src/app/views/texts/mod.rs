//! Adopted texts, with a vote or without one, as rows; what is known of the selected one, and which share of each session
//! went to a vote.

mod page;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::answer::texts::{AdoptedText, TextList, TextRow};
use crate::answer::{Show, natural};
use crate::link::LinkedView;
use crate::query::Query;
use crate::record::{Adoption, Committee, RollCallSet, TextId, fold};
use crate::report::text::{day, thousands};
use crate::report::{Format, Style, counted, render};

use crate::actions::Action;
use crate::app::App;
use crate::app::columns::{ListColumn, NamedColumn, PlacedColumn, Sort};
use crate::app::layout::Focus;
use crate::app::list::Row;
use crate::app::page::{Line, LinkTarget, Page, Piece, Role};
use crate::app::session::Workspace;
use crate::app::views::exported::file_name_of;
use crate::app::views::{Boxed, Here, Response, Room, View, ViewKind};

/// Adopted texts.
pub(super) static KIND: ViewKind = ViewKind { name: "Texts", keys: None, first: |_| Box::new(TextsView::default()) };

/// Goes to them, under the filter of now.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::Texts).then(|| {
        if app.view().kind() == &KIND {
            return app.view_mut().go(Focus::List);
        }
        app.open_here(Box::new(TextsView::default()))
    })
}

/// Opens them, or one of them, if a link names that; says whether it does.
pub(super) fn opens(app: &mut App<'_>, link: &LinkedView, query: &str) -> bool {
    match link {
        LinkedView::Texts => app.open_first(&KIND, query),
        LinkedView::Text(id) => app.dive_or_say(&KIND, query, Row::Text(*id)),
        _ => false,
    }
}

/// Goes to a text, among those of the filter of now if it is one of them.
pub(super) fn go_to_text(app: &mut App<'_>, id: TextId) -> bool {
    let query = app.view().filter().text().to_owned();
    app.dive(&KIND, &query, Row::Text(id)) || app.dive(&KIND, "", Row::Text(id))
}

/// The columns of texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TextColumn {
    Date,
    Symbol,
    Title,
    Adopted,
    Committee,
    Draft,
}

impl NamedColumn for TextColumn {
    const ALL: &'static [Self] = &[Self::Date, Self::Symbol, Self::Title, Self::Adopted, Self::Committee, Self::Draft];
}

impl TextColumn {
    fn head(self) -> ListColumn {
        match self {
            Self::Date => ListColumn::text("date", "date", 10, 52),
            Self::Symbol => ListColumn::text("symbol", "symbol", 10, 26),
            Self::Title => ListColumn::text("title", "title", 0, 0),
            Self::Adopted => ListColumn::text("adopted", "how it was adopted", 8, 36),
            Self::Committee => ListColumn::text("committee", "committee", 10, 79),
            Self::Draft => ListColumn::text("draft", "draft", 16, 96),
        }
    }

    /// Puts rows, which are the newest first, into its order.
    fn sort(self, rows: &mut [&TextRow<'_>]) {
        match self {
            Self::Date => {}
            Self::Symbol => rows.sort_by(|a, b| natural(a.facts.symbol, b.facts.symbol)),
            Self::Title => rows.sort_by_cached_key(|row| fold(row.facts.title)),
            Self::Adopted => rows.sort_by_key(|row| row.facts.adopted),
            Self::Committee => rows.sort_by_key(|row| (row.facts.committee.is_none(), row.facts.committee)),
            Self::Draft => rows.sort_by(|a, b| {
                let none = a.facts.draft.is_none().cmp(&b.facts.draft.is_none());
                none.then_with(|| natural(a.facts.draft.unwrap_or_default(), b.facts.draft.unwrap_or_default()))
            }),
        }
    }

    fn cell(self, row: &TextRow<'_>, record: &crate::record::Record) -> Piece {
        let facts = &row.facts;
        match self {
            Self::Date => Piece::quiet(facts.date.to_string()),
            Self::Symbol => Piece::plain(record.text(row.text).short_symbol().to_owned()),
            Self::Title => Piece::plain(facts.title.to_owned()),
            Self::Adopted if facts.adopted.is_by_vote() => Piece::new("by vote", Role::Accent),
            Self::Adopted if facts.adopted == Adoption::WithoutVote => Piece::quiet("no vote"),
            Self::Adopted => Piece::quiet("unknown"),
            Self::Committee => Piece::quiet(facts.committee.map_or("–", Committee::word)),
            Self::Draft => Piece::quiet(facts.draft.unwrap_or("–").to_owned()),
        }
    }
}

/// The adopted texts that a filter asks for.
#[derive(Clone, Debug, Default)]
struct TextsView<'r> {
    list: Option<TextList<'r>>,
    /// Where each text is among them.
    at: HashMap<TextId, usize>,
}

impl<'r> TextsView<'r> {
    fn of(&self, row: Row) -> Option<&TextRow<'r>> {
        self.list.as_ref()?.rows.get(*self.at.get(&row.text()?)?)
    }

    fn selected(&self, here: &Here<'_, 'r>) -> Option<&TextRow<'r>> {
        self.of(here.list.selected()?)
    }
}

impl<'r> View<'r> for TextsView<'r> {
    fn kind(&self) -> &'static ViewKind {
        &KIND
    }

    fn boxed(&self) -> Boxed<'r> {
        Box::new(self.clone())
    }

    fn is_about_members(&self) -> bool {
        false
    }

    fn recompute(&mut self, query: &Query, _set: &RollCallSet, session: &Workspace<'r>) {
        let list = TextList::new(session.lexicon, query);
        self.at = list.rows.iter().enumerate().map(|(at, row)| (row.text, at)).collect();
        self.list = Some(list);
    }

    fn columns(&self, _session: &Workspace<'_>) -> Vec<ListColumn> {
        TextColumn::ALL.iter().map(|column| column.head()).collect()
    }

    fn rows(&self, _set: &RollCallSet, sort: Sort, _session: &Workspace<'_>) -> Vec<Row> {
        let mut rows: Vec<_> = self.list.iter().flat_map(|list| &list.rows).collect();
        if let Some(column) = TextColumn::at(sort.column) {
            column.sort(&mut rows);
        }
        if sort.reverse {
            rows.reverse();
        }
        rows.into_iter().map(|row| Row::Text(row.text)).collect()
    }

    fn cell(&self, row: Row, at: PlacedColumn, session: &Workspace<'_>) -> Line {
        let row = self.of(row).zip(TextColumn::at(at.column));
        row.map_or_else(Line::new, |(row, column)| vec![column.cell(row, session.record())])
    }

    fn pages(&self, here: &Here<'_, 'r>, room: Room) -> (Page, Page) {
        let (Some(list), Some(row)) = (&self.list, self.selected(here)) else { return Default::default() };
        (page::page(here, row, room.columns()), page::aside(list, room.beside))
    }

    fn count(&self, _here: &Here<'_, 'r>) -> (String, String) {
        let (some, all) = self.list.as_ref().map_or((0, 0), |list| (list.rows.len(), list.of));
        let short = thousands(some);
        if some == all {
            (counted(all, "text"), short)
        } else {
            (format!("{short} of {}", counted(all, "text")), short)
        }
    }

    fn holdings(&self, _session: &Workspace<'_>) -> Option<(String, &'static str)> {
        let list = self.list.as_ref()?;
        Some((counted(list.of, "adopted text"), "Adopted texts, with a vote or without one"))
    }

    fn empty(&self, _here: &Here<'_, 'r>) -> (&'static str, Cow<'static, str>) {
        let known = self.list.as_ref().map_or_else(String::new, TextList::known_in_words);
        let help = "Try fewer words, or the start of one. By symbol: 79/1. By who put it: sponsor:CUB, committee:third, \
                    draft:L.10. Time: session:79, since:2024.";
        ("No adopted text matches.", format!("{known} {help}").into())
    }

    fn act(&mut self, action: Action, _here: &Here<'_, 'r>) -> Response<'r> {
        match action {
            Action::Universe => Response::Said("all adopted texts are listed; body:council keeps the Council's".into()),
            _ => Response::Passed,
        }
    }

    fn offers(&self, action: Action) -> Option<bool> {
        matches!(action, Action::Universe | Action::Mark | Action::MarkAll | Action::Series).then_some(false)
    }

    fn opens(&self, here: &Here<'_, 'r>) -> Option<LinkTarget> {
        self.selected(here).filter(|_| here.in_list())?.rollcall.map(LinkTarget::RollCall)
    }

    fn link(&self, here: &Here<'_, 'r>) -> LinkedView {
        match self.selected(here).filter(|_| !here.in_list()) {
            Some(row) => row.rollcall.map_or(LinkedView::Text(row.text), LinkedView::Show),
            None => LinkedView::Texts,
        }
    }

    fn copy(&self, here: &Here<'_, 'r>) -> Option<String> {
        let row = self.selected(here)?;
        if let Some(id) = row.rollcall {
            return Some(here.rollcall_as_text(id));
        }
        let (facts, credit) = (&row.facts, AdoptedText::new(here.record(), row.text).credit());
        let (symbol, title, day) = (facts.symbol, facts.title, day(facts.date));
        Some(format!("{symbol}, {title}, {day}: {}. {}", facts.adopted.sentence(), credit.citation))
    }

    fn file_name(&self, here: &Here<'_, 'r>) -> Option<String> {
        let row = self.selected(here)?;
        if here.in_list() {
            return Some("texts".to_owned());
        }
        let symbol = here.record().text(row.text).short_symbol();
        Some(file_name_of(symbol))
    }

    fn export(&self, here: &Here<'_, 'r>, format: Format, style: Style) -> Option<String> {
        let record = here.record();
        let row = self.selected(here)?;
        Some(match row.rollcall {
            _ if here.in_list() => render(self.list.as_ref()?, record, format, style),
            Some(id) => render(&Show::new(here.session.lexicon, id, row.facts.symbol), record, format, style),
            None => render(&AdoptedText::new(record, row.text), record, format, style),
        })
    }
}
