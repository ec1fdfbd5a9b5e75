//! The map: whose land is where, on a plane and in cells, for a picture and for a terminal alike.
//!
//! It knows the record's seats and no colour: a [`World`] is the areas and the seats that they show, a [`Chart`] is the
//! world on a plane, a [`Grid`] the part of a chart that a [`MapWindow`] holds, in cells. Borders are Natural Earth's and no
//! positions on disputes; `assets/README.md` says what the asset decides.

mod chart;
mod grid;
mod projection;
mod seats;

use std::num::NonZeroU8;

use serde::Deserialize;

use crate::record::{BadRecord, Index, MemberId, Members};

pub use self::chart::{Chart, MapWindow};
pub use self::grid::Grid;
pub use self::projection::{LonLat, Projection, Spot};

static WORLD: &str = include_str!("../../assets/world.json");

/// What a user of the map should be told with it.
pub const BORDERS: &str = "Borders: Natural Earth; no position on any dispute is taken.";

/// An area of a world. Small, so that a cell of a grid is a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId(NonZeroU8);

impl AreaId {
    fn at(index: usize) -> Option<Self> {
        u8::try_from(index + 1).ok().and_then(NonZeroU8::new).map(Self)
    }

    /// Its place among the areas of its world, from 0 on.
    pub fn index(self) -> usize {
        usize::from(self.0.get()) - 1
    }
}

/// The land of a member, or land without a seat.
#[derive(Clone, Debug)]
pub struct Area {
    /// The member whose land it is, if the record has its seat.
    pub member: Option<MemberId>,
    /// Where a label or a mark is best: inside its land.
    pub at: LonLat,
    /// Its outlines, each closed. What an odd number of them surrounds is land. None where it is but a point.
    pub rings: Vec<Vec<LonLat>>,
}

/// All land, and whose it is. Making it takes some milliseconds.
#[derive(Clone, Debug)]
pub struct World {
    areas: Vec<Area>,
    /// By seat, its land.
    land: Vec<Option<AreaId>>,
}

impl World {
    /// The world as the seats of a record see it. Seats that have no land are ended ones, or the record's own.
    ///
    /// # Errors
    /// If the asset can't be read, which the tests rule out for the one that the program is built with.
    pub fn new(members: &Members) -> Result<Self, BadRecord> {
        let bad = |line: Option<usize>, what: String| BadRecord { place: "assets/world.json".to_owned(), line, what };
        let asset: Asset<'_> =
            serde_json::from_str(WORLD).map_err(|error| bad(Some(error.line()), error.to_string()))?;
        let mut land = vec![None; members.len()];
        let mut areas = Vec::with_capacity(asset.areas.len());
        for (at, entry) in asset.areas.into_iter().enumerate() {
            let id = AreaId::at(at).ok_or_else(|| bad(None, "more than 255 areas".to_owned()))?;
            let member = entry.code.and_then(|code| members.by_code(code));
            if let Some(member) = member {
                land[member.index()] = Some(id);
            }
            let [lon, lat] = entry.at.map(|count| f64::from(count) / asset.unit);
            let rings = entry.rings.iter().map(|steps| places(steps, asset.unit)).collect();
            areas.push(Area { member, at: LonLat { lon, lat }, rings });
        }
        Ok(Self { areas, land })
    }

    /// All areas: those of members first.
    pub fn areas(&self) -> impl Iterator<Item = (AreaId, &Area)> {
        self.areas.iter().enumerate().filter_map(|(at, area)| Some((AreaId::at(at)?, area)))
    }

    /// The area `id`.
    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[id.index()]
    }

    /// The member whose land an area is.
    pub fn member(&self, id: AreaId) -> Option<MemberId> {
        self.area(id).member
    }

    /// The land of a member; none of a seat that has ended.
    pub fn land(&self, member: MemberId) -> Option<AreaId> {
        self.land.get(member.index()).copied().flatten()
    }
}

/// The asset as it is written.
#[derive(Deserialize)]
struct Asset<'a> {
    unit: f64,
    #[serde(borrow)]
    areas: Vec<AreaEntry<'a>>,
}

#[derive(Deserialize)]
struct AreaEntry<'a> {
    code: Option<&'a str>,
    at: [i32; 2],
    rings: Vec<Vec<i32>>,
}

/// A ring from its first point and the way to each next one.
fn places(steps: &[i32], unit: f64) -> Vec<LonLat> {
    let (mut lon, mut lat) = (0, 0);
    let place = |step: &[i32]| {
        (lon, lat) = (lon + step[0], lat + step[1]);
        LonLat { lon: f64::from(lon) / unit, lat: f64::from(lat) / unit }
    };
    steps.chunks_exact(2).map(place).collect()
}
