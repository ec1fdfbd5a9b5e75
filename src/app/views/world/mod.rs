//! The map: members filled by their vote on a roll call, by agreement with one of them, or by the bloc they are in; and
//! the same members as rows.

mod drawing;
mod page;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use crate::answer::WorldReport;
use crate::answer::world::{InBloc, MapValue};
use crate::map::{Chart, Grid, MapWindow};
use crate::record::{MemberId, RollCallId, State};
use crate::report::text::thousands;

use crate::actions::{Action, Context};
use crate::app::App;
use crate::app::bar::mark;
use crate::app::page::{Shade, tenths};
use crate::app::views::ViewKind;

/// The map.
pub(super) static KIND: ViewKind = ViewKind { name: "World", keys: Some(Context::World), first: view::first };

pub(super) use self::view::opens;

/// Goes to it.
pub(super) fn act(app: &mut App<'_>, action: Action) -> Option<bool> {
    (action == Action::World).then(|| app.go_to_map())
}

/// What a map shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum MapContent {
    /// The votes on a roll call; on the last one of the window where none was asked for.
    RollCall(Option<RollCallId>),
    /// Agreement with a member over the filter.
    Country(MemberId),
    /// The members of up to two blocs, on the day of the filter's last roll call.
    Blocs(Vec<String>),
}

/// The factor of one zoom step.
const NEARER: f64 = 1.5;
/// The share of the map that an arrow key pans.
const STEP: f64 = 0.12;

impl MapValue {
    fn shade(self) -> Shade {
        match self {
            Self::Vote(state) => Shade::Vote(state),
            Self::Agreement { value, .. } => Shade::level(value),
            Self::InBloc(InBloc::Both) => Shade::Vote(State::Abstain),
            Self::InBloc(InBloc::A) => Shade::Vote(State::Yes),
            Self::InBloc(InBloc::B) => Shade::Vote(State::No),
            Self::Itself => Shade::Chosen,
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Vote(state) => mark(state).chars().next().unwrap_or(' '),
            Self::Agreement { value, .. } => tenths(value).unwrap_or(' '),
            Self::InBloc(InBloc::Both) => '*',
            Self::InBloc(InBloc::A) => 'A',
            Self::InBloc(InBloc::B) => 'B',
            Self::Itself => '@',
        }
    }

    fn words(self) -> String {
        match self {
            Self::Vote(state) => state.word().to_owned(),
            Self::Agreement { value, n } => format!("agreement {value:.3}, n {}", thousands(n as usize)),
            Self::InBloc(InBloc::Both) => "in A and in B".to_owned(),
            Self::InBloc(InBloc::A) => "in A".to_owned(),
            Self::InBloc(InBloc::B) => "in B".to_owned(),
            Self::Itself => "itself".to_owned(),
        }
    }
}

/// A map, and the part of it that is in sight.
#[derive(Clone, Debug)]
pub(super) struct WorldView {
    /// What was asked for.
    shown: MapContent,
    /// The roll call that it shows, if its content is one: that of the content or, where the window does not have that,
    /// the last of the window; none where the window is empty.
    seen: Option<RollCallId>,
    /// None before anything was counted.
    answer: Option<WorldReport>,
    /// The visible part: the zoom factor, and where its middle is, in shares of the whole.
    zoom: f64,
    middle: (f64, f64),
    /// The cells of the last visible part: most keys leave them unchanged.
    cells: RefCell<Option<CellCache>>,
}

/// The cells of a window at one size or at several.
#[derive(Clone, Debug)]
struct CellCache {
    window: MapWindow,
    grids: Vec<Rc<Grid>>,
}

impl WorldView {
    pub(super) fn new(shown: MapContent) -> Self {
        Self { shown, seen: None, answer: None, zoom: 1.0, middle: (0.5, 0.5), cells: RefCell::default() }
    }

    /// The value of a member.
    fn value(&self, id: MemberId) -> Option<MapValue> {
        self.answer.as_ref()?.values.get(&id).copied()
    }

    /// The cells of a window, so many columns and rows of them.
    fn grid(&self, chart: &Chart, window: MapWindow, columns: usize, rows: usize) -> Rc<Grid> {
        let mut cells = self.cells.borrow_mut();
        let known = cells.take().filter(|known| known.window == window);
        let known = cells.insert(known.unwrap_or(CellCache { window, grids: Vec::new() }));
        let of_size = |grid: &&Rc<Grid>| (grid.columns(), grid.rows()) == (columns, rows);
        if let Some(grid) = known.grids.iter().find(of_size) {
            return Rc::clone(grid);
        }
        let grid = Rc::new(Grid::new(chart, &window, columns, rows));
        known.grids.push(Rc::clone(&grid));
        grid
    }

    /// Zooms in or out; says whether the map changed.
    fn zoom(&mut self, nearer: bool) -> bool {
        let before = self.zoom;
        self.zoom = (if nearer { before * NEARER } else { before / NEARER }).clamp(1.0, 60.0);
        let changed = (self.zoom - before).abs() > f64::EPSILON;
        changed && self.pan(0.0, 0.0)
    }

    /// Shows the whole map.
    fn whole(&mut self) -> bool {
        (self.zoom, self.middle) = (1.0, (0.5, 0.5));
        true
    }

    /// Moves by steps to the right and down, as far as there is land.
    fn pan(&mut self, right: f64, down: f64) -> bool {
        let half = 0.5 / self.zoom;
        let along = |at: f64, by: f64| (at + by * STEP / self.zoom).clamp(half, 1.0 - half);
        self.middle = (along(self.middle.0, right), along(self.middle.1, down));
        true
    }

    fn window(&self, whole: MapWindow) -> MapWindow {
        let at = |middle: f64| {
            // The share of the whole that stays where it is while zooming in.
            if self.zoom > 1.0 { (middle - 0.5 / self.zoom) / (1.0 - 1.0 / self.zoom) } else { 0.5 }
        };
        whole.zoomed(self.zoom, (at(self.middle.0), at(self.middle.1)))
    }
}
