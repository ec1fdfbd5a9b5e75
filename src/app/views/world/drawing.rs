//! The cells of the map on the screen: halves of characters in colours, or letters within outlines.

use std::rc::Rc;

use crate::answer::world::MapValue;
use crate::map::{AreaId, Chart, Grid, World};
use crate::record::MemberId;

use crate::app::map_cells::MapCells;
use crate::app::page::{Page, Piece, Role, Shade};

use super::WorldView;

/// The fewest cells of a land that has room for a letter.
const ROOM: usize = 14;
/// From how many columns on outlines say more than they hide.
const OUTLINED: usize = 80;
/// The dots of a braille character, column by column.
const DOTS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// A cell of the screen: a character, what it is, whose land it is.
type MapCell = (char, Role, Option<MemberId>);

/// A map that is to be drawn in the given number of columns and rows of the screen.
pub(super) struct MapDrawing<'m> {
    pub(super) map: &'m WorldView,
    pub(super) world: &'m World,
    pub(super) chart: &'m Chart,
    pub(super) cells: MapCells,
    pub(super) columns: usize,
    pub(super) height: usize,
    /// The member under the cursor.
    pub(super) at: Option<MemberId>,
    /// For each area the seat that it shows, with its value.
    pub(super) values: Vec<Option<(MemberId, MapValue)>>,
}

/// What is at each place of the screen.
struct ScreenGrid {
    /// The rows of the grid that a row of the screen shows.
    parts: usize,
    grid: Rc<Grid>,
    /// Coasts and borders, eight dots to a character; none where they are not drawn.
    dots: Option<Rc<Grid>>,
}

impl ScreenGrid {
    /// The areas of the upper and of the lower half of a place.
    fn halves(&self, column: usize, row: usize) -> (Option<AreaId>, Option<AreaId>) {
        (self.grid.at(column, row * self.parts), self.grid.at(column, row * self.parts + self.parts - 1))
    }

    /// The coast or border through a place, in dots.
    fn outline(&self, column: usize, row: usize) -> Option<char> {
        let dots = self.dots.as_ref()?;
        let all =
            DOTS.iter().enumerate().flat_map(|(x, bits)| bits.iter().enumerate().map(move |(y, bit)| (x, y, bit)));
        let lines = all.filter(|&(x, y, _)| dots.is_line(2 * column + x, 4 * row + y));
        let bits: u32 = lines.map(|(_, _, bit)| bit).sum();
        char::from_u32(0x2800 + bits).filter(|_| bits > 0)
    }
}

impl MapDrawing<'_> {
    /// Draws the map; gives the members that there was no room for.
    pub(super) fn draw(&self, page: &mut Page) -> Vec<MemberId> {
        let grid = self.grid();
        let mut cells: Vec<Vec<MapCell>> = (0..self.height)
            .map(|row| (0..self.columns).map(|column| self.cell(&grid, column, row)).collect())
            .collect();
        self.put_letters(&grid, &mut cells);
        for line in cells {
            page.land(line.chunk_by(|a, b| a.1 == b.1 && a.2 == b.2).map(|run| {
                let text: String = run.iter().map(|cell| cell.0).collect();
                (Piece::new(text, run[0].1), run[0].2)
            }));
        }
        let unseen = grid.grid.unseen().iter().filter(|&&area| self.value(area).is_some());
        unseen.filter_map(|&area| self.world.member(area)).collect()
    }

    /// Whether it is drawn in letters, which need no colours; halves of a character show twice as much.
    fn in_letters(&self) -> bool {
        matches!(self.cells, MapCells::Letters | MapCells::OutlinedLetters)
    }

    fn grid(&self) -> ScreenGrid {
        let (parts, tall) = if self.in_letters() { (1, 2.0) } else { (2, 1.0) };
        let window = self.map.window(self.chart.whole(self.columns, self.height * parts, tall));
        let grid = self.map.grid(self.chart, window, self.columns, self.height * parts);
        let outlined = self.cells == MapCells::OutlinedLetters && self.columns >= OUTLINED;
        let dots = outlined.then(|| self.map.grid(self.chart, window, self.columns * 2, self.height * 4));
        ScreenGrid { parts, grid, dots }
    }

    /// The seat that an area shows, with its value.
    fn value(&self, area: AreaId) -> Option<(MemberId, MapValue)> {
        self.values.get(area.index()).copied().flatten()
    }

    fn seat(&self, area: AreaId) -> Option<MemberId> {
        self.value(area).map(|(seat, _)| seat)
    }

    fn shade(&self, area: Option<AreaId>) -> Shade {
        let bare = if self.cells == MapCells::HalvesAndDots { Shade::Sea } else { Shade::Land };
        match area {
            None => Shade::Sea,
            Some(area) => self.value(area).map_or(bare, |(_, value)| value.shade()),
        }
    }

    fn cell(&self, grid: &ScreenGrid, column: usize, row: usize) -> MapCell {
        let (top, bottom) = grid.halves(column, row);
        let area = top.or(bottom);
        let member = area.and_then(|area| self.seat(area));
        if let Some(line) = grid.outline(column, row) {
            return (line, Role::Quiet, member);
        }
        if self.in_letters() {
            return match area.map(|area| self.value(area)) {
                None => (' ', Role::Quiet, member),
                Some(None) => ('-', Role::Quiet, member),
                Some(Some((_, value))) => (value.letter(), role(value), member),
            };
        }
        match (self.shade(top), self.shade(bottom)) {
            (Shade::Sea, Shade::Sea) if top.is_some() && bottom.is_some() => ('░', Role::Quiet, None),
            (Shade::Sea, Shade::Sea) => (' ', Role::Plain, None),
            (one, other) if one == other => ('█', Role::Map(one, Shade::Sea), member),
            (Shade::Sea, one) => ('▄', Role::Map(one, Shade::Sea), member),
            (one, other) => ('▀', Role::Map(one, other), member),
        }
    }

    /// The places of each area that it has to itself.
    fn places(&self, grid: &ScreenGrid) -> Vec<Vec<(usize, usize)>> {
        let mut places = vec![Vec::new(); self.world.areas().count()];
        for (row, column) in (0..self.height).flat_map(|row| (0..self.columns).map(move |column| (row, column))) {
            let (top, bottom) = grid.halves(column, row);
            if let Some(land) = top.filter(|_| top == bottom).and_then(|area| places.get_mut(area.index())) {
                land.push((column, row));
            }
        }
        places
    }

    /// A letter where there is room for one, and for each land that is too small to be seen.
    fn put_letters(&self, grid: &ScreenGrid, cells: &mut [Vec<MapCell>]) {
        let small = grid.grid.marks().iter().map(|&(area, column, row)| (area, column, row / grid.parts));
        let here = |area: AreaId| self.at.is_some() && self.seat(area) == self.at;
        // Where there are outlines, they may leave nothing else of a land.
        let room = if grid.dots.is_some() { 1 } else { ROOM };
        let places = self.places(grid);
        let large = self.world.areas().zip(&places).filter(|((area, _), cells)| cells.len() >= room || here(*area));
        let large = large.filter_map(|((area, _), cells)| middle(cells).map(|(column, row)| (area, column, row)));
        for (area, column, row) in large.chain(small) {
            let cell = cells.get_mut(row).and_then(|row| row.get_mut(column));
            if let (Some((seat, value)), Some(cell)) = (self.value(area), cell) {
                let role = if self.at == Some(seat) { Role::Here } else { Role::On(value.shade()) };
                *cell = (value.letter(), role, Some(seat));
            }
        }
    }
}

/// The cell nearest to the middle of some.
fn middle(cells: &[(usize, usize)]) -> Option<(usize, usize)> {
    let mean = |of: fn(&(usize, usize)) -> usize| cells.iter().map(of).sum::<usize>() / cells.len().max(1);
    let (column, row) = (mean(|cell| cell.0), mean(|cell| cell.1));
    cells.iter().copied().min_by_key(|&(x, y)| x.abs_diff(column).pow(2) + 4 * y.abs_diff(row).pow(2))
}

fn role(value: MapValue) -> Role {
    match value {
        MapValue::Vote(state) => Role::Vote(state),
        MapValue::Itself => Role::Title,
        _ => Role::Plain,
    }
}
