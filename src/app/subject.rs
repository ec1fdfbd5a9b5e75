//! What a view is about: which rows and columns its list has, and what it needs to know for them.

use ratatui::layout::Rect;

use crate::record::{RollCallId, RollCallSet};

use super::action::Context;
use super::columns::{Column, Placed, Sort, place};
use super::line_editor::LineEditor;
use super::list::Row;
use super::page::{Line, Page};
use super::session::Session;
use super::view::About;
use super::views::compare::CompareView;
use super::views::drift::{self, DriftView};
use super::views::matrix::{self, MatrixView};
use super::views::pair::{self, PairView};
use super::views::positions::{self, PositionsView};
use super::views::world::{self, Shown, WorldView};
use super::views::{blocs, compare, countries, series, votes};

/// What a view is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Roll calls.
    Votes,
    /// Members.
    Countries,
    /// Two blocs.
    Blocs,
    /// Roll calls side by side.
    Compare,
    /// The map.
    World,
    /// Two members; it has no number.
    Pair,
    /// All members against all; it has no number.
    Matrix,
    /// Members on two axes; it has no number.
    Positions,
    /// A member and others before a year and since it; it has no number.
    Drift,
    /// A resolution that returns; it has no number.
    Series,
}

impl Kind {
    /// All that have a number, in its order.
    pub const NUMBERED: [Self; 5] = [Self::Votes, Self::Countries, Self::Blocs, Self::Compare, Self::World];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Votes => "Votes",
            Self::Countries => "Countries",
            Self::Blocs => "Blocs",
            Self::Compare => "Compare",
            Self::World => "World",
            Self::Pair => "Pair",
            Self::Matrix => "Matrix",
            Self::Positions => "Positions",
            Self::Drift => "Drift",
            Self::Series => "Series",
        }
    }

    /// The keys that it has before those of any list or page.
    pub(super) fn context(self) -> Option<Context> {
        match self {
            Self::Blocs => Some(Context::Blocs),
            Self::Compare => Some(Context::Compare),
            Self::Countries => Some(Context::Countries),
            Self::Pair => Some(Context::Pair),
            Self::Matrix => Some(Context::Matrix),
            Self::Positions => Some(Context::Positions),
            Self::Drift => Some(Context::Drift),
            Self::World => Some(Context::World),
            Self::Votes | Self::Series => None,
        }
    }

    /// Whether anything ever stands beside its page.
    pub(super) fn has_aside(self) -> bool {
        !matches!(self, Self::World | Self::Matrix | Self::Positions | Self::Drift)
    }

    /// Whether the years of the record stand below it.
    pub(super) fn has_years(self) -> bool {
        matches!(self, Self::Votes | Self::Countries)
    }

    /// The share of its list beside one pane and beside two, in percent, unless the user gave it another.
    pub(super) fn shares(self) -> [u16; 2] {
        match self {
            Self::Blocs => [42, 36],
            Self::World | Self::Matrix | Self::Positions => [27, 22],
            Self::Compare => [46, 40],
            _ => [57, 46],
        }
    }
}

/// What a view is about, with what it needs for that.
#[derive(Clone, Debug)]
pub(super) enum Subject<'r> {
    /// Roll calls.
    Votes,
    /// Members, and what each cast under the filter.
    Countries(countries::CountriesView),
    /// Two blocs, and their figures under the filter.
    Blocs(Box<blocs::BlocsView<'r>>),
    /// Roll calls side by side.
    Compare(Box<CompareView>),
    /// The map.
    World(Box<WorldView>),
    /// Two members, and their votes under the filter.
    Pair(Box<PairView>),
    /// All members against all.
    Matrix(Box<MatrixView>),
    /// Members on two axes.
    Positions(Box<PositionsView>),
    /// A member and others, before a year and since it.
    Drift(Box<DriftView>),
    /// The roll calls of a series, oldest first.
    Series(Vec<RollCallId>),
}

impl<'r> Subject<'r> {
    /// Whether it is about members rather than roll calls.
    pub(super) fn is_about_members(&self) -> bool {
        match self {
            Self::Countries(_)
            | Self::Blocs(_)
            | Self::Pair(_)
            | Self::Matrix(_)
            | Self::Positions(_)
            | Self::Drift(_) => true,
            Self::World(map) => !matches!(map.shown(), Shown::RollCall(_)),
            Self::Votes | Self::Compare(_) | Self::Series(_) => false,
        }
    }

    /// A subject of that kind, before anything is known of it.
    pub(super) fn new(kind: Kind, shared: &Session<'r>) -> Self {
        match kind {
            // A member or two are to be named; without them there are the roll calls.
            Kind::Votes | Kind::Pair | Kind::Drift => Self::Votes,
            Kind::Matrix => Self::Matrix(Box::new(MatrixView::new())),
            Kind::Positions => Self::Positions(Box::default()),
            Kind::Countries => Self::Countries(countries::CountriesView::default()),
            Kind::Blocs => Self::Blocs(Box::new(blocs::BlocsView::first(shared.lexicon))),
            Kind::Compare => Self::Compare(Box::new(CompareView::new(shared.record(), Vec::new(), false))),
            Kind::Series => Self::Series(Vec::new()),
            Kind::World => {
                let last = shared.record().rollcalls().next_back();
                last.map_or(Self::Votes, |(id, _)| Self::World(Box::new(WorldView::new(Shown::RollCall(id)))))
            }
        }
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Votes => Kind::Votes,
            Self::Countries(_) => Kind::Countries,
            Self::Blocs(_) => Kind::Blocs,
            Self::Compare(_) => Kind::Compare,
            Self::World(_) => Kind::World,
            Self::Pair(_) => Kind::Pair,
            Self::Matrix(_) => Kind::Matrix,
            Self::Positions(_) => Kind::Positions,
            Self::Drift(_) => Kind::Drift,
            Self::Series(_) => Kind::Series,
        }
    }

    /// Takes the roll calls that the filter lets through.
    pub(super) fn take(&mut self, set: &RollCallSet, shared: &Session<'r>) {
        match self {
            Self::Votes | Self::Compare(_) | Self::Series(_) => {}
            Self::Countries(counts) => *counts = countries::CountriesView::new(shared, set),
            Self::Blocs(blocs) => blocs.take(set, shared),
            Self::World(map) => map.take(set, shared),
            Self::Pair(couple) => couple.take(set, shared),
            Self::Matrix(pairs) => pairs.take(set, shared),
            Self::Positions(scatter) => scatter.take(set, shared),
            Self::Drift(moved) => moved.take(set, shared),
        }
    }

    /// Puts what it took into an order that depends on what all views share.
    pub(super) fn arrange(&mut self, shared: &Session<'_>) {
        if let Self::Matrix(pairs) = self {
            pairs.arrange(shared);
        }
    }

    pub(super) fn columns(&self, shared: &Session<'_>) -> Vec<Column> {
        match self {
            Self::Votes | Self::Series(_) => votes::columns(shared),
            Self::Countries(_) => countries::COLUMNS.to_vec(),
            Self::Blocs(blocs) => blocs.columns(shared.record()),
            Self::Compare(compared) => compared.columns(shared),
            Self::World(map) => map.columns(),
            Self::Pair(couple) => couple.columns(shared.record()),
            Self::Matrix(pairs) => pairs.columns(shared.record()),
            Self::Positions(_) => positions::COLUMNS.to_vec(),
            Self::Drift(_) => drift::COLUMNS.to_vec(),
        }
    }

    /// The columns that fit into so much room.
    pub(super) fn placed(&self, shared: &Session<'_>, room: u16) -> Vec<Placed> {
        match self {
            Self::Compare(compared) => compared.placed(shared, room),
            _ => place(&self.columns(shared), room),
        }
    }

    /// What its list is sorted by until the user says otherwise.
    pub(super) fn sort(&self) -> Sort {
        match self {
            Self::Compare(compared) => Sort { column: compared.same(), reverse: false },
            Self::Blocs(blocs) => blocs.sort(),
            Self::Drift(_) => DriftView::sort(),
            _ => Sort::default(),
        }
    }

    pub(super) fn rows(&self, set: &RollCallSet, sort: Sort, shared: &Session<'_>) -> Vec<Row> {
        match self {
            Self::Votes => votes::rows(shared, set, sort),
            Self::Countries(counts) => countries::rows(shared, counts, sort),
            Self::Blocs(blocs) => blocs::rows(shared, blocs, set, sort),
            Self::Compare(compared) => compared.rows(shared, sort),
            Self::World(map) => map.rows(shared, sort),
            Self::Pair(couple) => couple.rows(shared.record(), sort),
            Self::Matrix(pairs) => pairs.rows(),
            Self::Positions(scatter) => scatter.rows(shared, sort),
            Self::Drift(moved) => moved.rows(shared, sort),
            Self::Series(whole) => votes::rows(shared, &series::within(whole, set, shared.record().len()), sort),
        }
    }

    pub(super) fn cell(&self, row: Row, at: Placed, shared: &Session<'_>) -> Line {
        match (self, row) {
            (Self::Pair(couple), Row::RollCall(id)) => couple.cell(shared.record(), id, at.column),
            (Self::Blocs(blocs), Row::RollCall(id)) => blocs::cell(shared, blocs, id, at.column),
            (_, Row::RollCall(id)) => votes::cell(shared, id, at.column, at.width),
            (Self::Countries(counts), Row::Member(id)) => countries::cell(shared, counts, id, at.column, at.width),
            (Self::World(map), Row::Member(id)) => map.cell(shared.record(), id, at.column),
            (Self::Matrix(pairs), Row::Member(id)) => pairs.cell(shared.record(), id, at.column),
            (Self::Positions(scatter), Row::Member(id)) => scatter.cell(shared.record(), id, at.column),
            (Self::Drift(moved), Row::Member(id)) => moved.cell(shared.record(), id, at.column),
            (Self::Compare(compared), Row::Member(id)) => compared.cell(shared, id, at.column),
            (_, Row::Member(_)) => Line::new(),
        }
    }

    /// What its pages are of, when that row is selected; none if there is nothing to say.
    pub(super) fn about(&self, selected: Option<Row>) -> Option<About> {
        match self {
            Self::Blocs(_) | Self::Pair(_) => Some(About::Subject),
            Self::Compare(compared) => (!compared.ids().is_empty()).then_some(About::Subject),
            _ => selected.map(About::Row),
        }
    }

    /// The page of what it is about, and what stands beside it.
    pub(super) fn pages(
        &self,
        about: About,
        query: &str,
        set: &RollCallSet,
        [page, aside]: [Rect; 2],
        shared: &Session<'_>,
    ) -> (Page, Page) {
        let beside = if aside.is_empty() { page.width } else { aside.width };
        let (columns, beside) = (usize::from(page.width), usize::from(beside));
        let member = match about {
            About::Row(row) => row.member(),
            About::Subject => None,
        };
        let alone = |page| (page, Page::default());
        match (self, about) {
            (Self::World(map), _) => alone(world::page(shared, map, query, set, (columns, page.height), member)),
            (Self::Matrix(pairs), _) => alone(matrix::page(shared, pairs, query, set, page.as_size(), member)),
            (Self::Positions(at), _) => alone(positions::page(shared, at, query, set, page.as_size(), member)),
            (Self::Drift(moved), _) => alone(drift::page(shared, moved, query, columns, member)),
            (Self::Blocs(blocs), _) => {
                (blocs::page(shared, blocs, query, set, columns), blocs::aside(shared, blocs, set, beside))
            }
            (Self::Pair(couple), _) => (pair::page(shared, couple, query, set, columns), pair::aside(couple, beside)),
            (Self::Compare(compared), _) => {
                (compare::page(shared, compared, columns), compare::aside(shared, compared, beside))
            }
            (Self::Series(whole), About::Row(Row::RollCall(id))) => {
                (series::page(shared, whole, id, columns), series::aside(shared, whole, id, beside))
            }
            (_, About::Row(Row::RollCall(id))) => (votes::page(shared, id, columns), votes::aside(shared, id, beside)),
            (Self::Countries(counts), About::Row(Row::Member(id))) => (
                countries::page(shared, id, query, set, counts, columns),
                countries::aside(shared, id, set, counts, beside),
            ),
            _ => Default::default(),
        }
    }

    /// The expressions of blocs, as they are typed.
    pub(super) fn blocs(&self) -> &[LineEditor<'r>] {
        match self {
            Self::Blocs(blocs) => &blocs.lines,
            _ => &[],
        }
    }

    pub(super) fn blocs_mut(&mut self) -> &mut [LineEditor<'r>] {
        match self {
            Self::Blocs(blocs) => &mut blocs.lines,
            _ => &mut [],
        }
    }

    /// Puts each bloc in the place of the other; says whether there are two.
    pub(super) fn swap(&mut self) -> bool {
        match self {
            Self::Blocs(blocs) => blocs.swap(),
            _ => false,
        }
    }
}
