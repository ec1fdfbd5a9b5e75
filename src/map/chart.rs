//! The world on a plane, and the part of it that is looked at.

use super::projection::{Projection, Spot};
use super::{AreaId, World};

/// The world on a plane.
#[derive(Clone, Debug)]
pub struct Chart {
    /// In the order of the world's areas.
    pub(super) shapes: Vec<AreaShape>,
    bounds: MapWindow,
}

/// An area on the plane.
#[derive(Clone, Debug)]
pub(super) struct AreaShape {
    pub id: AreaId,
    pub is_member: bool,
    pub at: Spot,
    pub rings: Vec<(MapWindow, Vec<Spot>)>,
}

/// A part of the plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapWindow {
    /// The left upper corner.
    pub from: Spot,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

impl Chart {
    /// The world, flattened.
    pub fn new(world: &World, projection: Projection) -> Self {
        let shapes: Vec<_> = world
            .areas()
            .map(|(id, area)| {
                let ring = |ring: &Vec<_>| ring.iter().map(|&place| projection.spot(place)).collect::<Vec<_>>();
                let rings = area.rings.iter().map(ring).map(|ring| (MapWindow::around(&ring), ring)).collect();
                AreaShape { id, is_member: area.member.is_some(), at: projection.spot(area.at), rings }
            })
            .collect();
        let corners = shapes.iter().flat_map(|shape| &shape.rings).flat_map(|(bounds, _)| bounds.corners());
        let bounds = MapWindow::around(&corners.collect::<Vec<_>>());
        Self { shapes, bounds }
    }

    /// The least window that holds all land.
    pub fn bounds(&self) -> MapWindow {
        self.bounds
    }

    /// The window with all land in the middle of `columns` × `rows` cells, `tall` times as high as they are wide.
    pub fn whole(&self, columns: usize, rows: usize, tall: f64) -> MapWindow {
        let shape = rows as f64 * tall / columns.max(1) as f64;
        let MapWindow { from, width, height } = self.bounds;
        let (wide, high) = if height > width * shape { (height / shape, height) } else { (width, width * shape) };
        let from = Spot { x: from.x - (wide - width) / 2.0, y: from.y - (high - height) / 2.0 };
        MapWindow { from, width: wide, height: high }
    }

    /// Where the label of an area is best.
    pub fn label(&self, id: AreaId) -> Spot {
        self.shapes[id.index()].at
    }

    /// The outlines of an area.
    pub fn outlines(&self, id: AreaId) -> impl Iterator<Item = &[Spot]> {
        self.shapes[id.index()].rings.iter().map(|(_, ring)| ring.as_slice())
    }
}

impl MapWindow {
    /// The least window around some spots.
    fn around(spots: &[Spot]) -> Self {
        let least = |of: fn(&Spot) -> f64| spots.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Spot) -> f64| spots.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let from = Spot { x: least(|spot| spot.x), y: least(|spot| spot.y) };
        Self { from, width: most(|spot| spot.x) - from.x, height: most(|spot| spot.y) - from.y }
    }

    fn corners(&self) -> [Spot; 2] {
        [self.from, Spot { x: self.from.x + self.width, y: self.from.y + self.height }]
    }

    /// The window `by` times as near, the spot at `at` (shares of its width and height) staying where it is.
    #[must_use]
    pub fn zoomed(self, by: f64, at: (f64, f64)) -> Self {
        let (width, height) = (self.width / by, self.height / by);
        let from =
            Spot { x: self.from.x + (self.width - width) * at.0, y: self.from.y + (self.height - height) * at.1 };
        Self { from, width, height }
    }

    /// The window moved by shares of its width and height, to the right and down.
    #[must_use]
    pub fn moved(self, right: f64, down: f64) -> Self {
        let from = Spot { x: self.from.x + right * self.width, y: self.from.y + down * self.height };
        Self { from, ..self }
    }

    /// The window brought back inside `whole`, which it becomes where it is larger.
    #[must_use]
    pub fn within(self, whole: Self) -> Self {
        if self.width >= whole.width || self.height >= whole.height {
            return whole;
        }
        let x = self.from.x.clamp(whole.from.x, whole.from.x + whole.width - self.width);
        let y = self.from.y.clamp(whole.from.y, whole.from.y + whole.height - self.height);
        Self { from: Spot { x, y }, ..self }
    }

    /// Where a spot is, counted in cells of the window from its left upper corner.
    pub(super) fn cell(&self, spot: Spot, columns: usize, rows: usize) -> (f64, f64) {
        let x = (spot.x - self.from.x) / self.width * columns as f64;
        let y = (spot.y - self.from.y) / self.height * rows as f64;
        (x, y)
    }
}
