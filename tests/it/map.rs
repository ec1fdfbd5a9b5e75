//! The map: every member is on it, cells are what a plain test of points says, ended seats are shown as told.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use plenary::map::{Area, AreaId, Chart, Grid, Projection, Spot, World};
use plenary::record::{MemberId, Record};
use proptest::prelude::*;

use crate::query::LEXICON;

static WORLD: LazyLock<World> = LazyLock::new(|| World::new(record().members()).unwrap());
static CHART: LazyLock<Chart> = LazyLock::new(|| Chart::new(&WORLD, Projection::Plain));

fn record() -> &'static Record {
    LEXICON.record()
}

fn member(code: &str) -> MemberId {
    record().members().by_code(code).unwrap()
}

fn of_today() -> impl Iterator<Item = MemberId> {
    record().members().iter().filter(|(_, member)| member.ended.is_none()).map(|(id, _)| id)
}

/// Whether an odd number of lines stands to the right of a spot.
fn holds(rings: &[Vec<Spot>], spot: Spot) -> bool {
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    let right = edges
        .filter(|(a, b)| (a.y > spot.y) != (b.y > spot.y) && spot.x < a.x + (b.x - a.x) * (spot.y - a.y) / (b.y - a.y));
    right.count() % 2 == 1
}

fn flat(area: &Area, projection: Projection) -> Vec<Vec<Spot>> {
    area.rings.iter().map(|ring| ring.iter().map(|&place| projection.spot(place)).collect()).collect()
}

#[test]
fn every_member_has_land_and_its_label_is_inside_it() {
    for id in of_today() {
        let code = &record().members().get(id).code;
        let land = WORLD.land(id).unwrap_or_else(|| panic!("{code} is not on the map"));
        let area = WORLD.area(land);
        assert_eq!(area.member, Some(id));
        assert!((-169.0..=191.5).contains(&area.at.lon) && (-60.0..=84.0).contains(&area.at.lat), "{code}");
        let inside = holds(&flat(area, Projection::Plain), Projection::Plain.spot(area.at));
        // Two are marked where most of their people live, one is smaller than a point.
        assert!(inside || ["KIR", "TUV", "MCO"].contains(&code.as_ref()), "{code}");
    }
    let members = WORLD.areas().filter(|(_, area)| area.member.is_some()).count();
    assert_eq!(members, of_today().count(), "no land is twice, and none of an ended seat");
}

#[test]
fn every_member_is_in_a_cell_or_said_to_be_unseen() {
    for (columns, rows, most) in
        [(600, 400, 0), (300, 200, 0), (160, 80, 12), (100, 30, 60), (40, 12, 150), (1, 1, 192)]
    {
        let grid = Grid::new(&CHART, &CHART.whole(columns, rows, 1.0), columns, rows);
        let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
        let seen: BTreeSet<AreaId> = cells.filter_map(|(column, row)| grid.at(column, row)).collect();
        let unseen: BTreeSet<AreaId> = grid.unseen().iter().copied().collect();
        for id in of_today() {
            let land = WORLD.land(id).unwrap();
            let code = &record().members().get(id).code;
            assert!(seen.contains(&land) != unseen.contains(&land), "{code} at {columns}x{rows}");
        }
        assert!(unseen.len() <= most, "{} unseen at {columns}x{rows}", unseen.len());
        for &(area, column, row) in grid.marks() {
            assert_eq!(grid.at(column, row), Some(area), "a mark is not covered");
        }
    }
}

#[test]
fn an_ended_seat_is_shown_by_those_that_followed_it_as_long_as_they_had_no_seat() {
    let seat = |day: &str, code: &str| {
        let day = Some(day.parse().unwrap());
        let id = (&record().between(None, day) & record().usual()).iter().next_back().unwrap();
        let present = record().votes().of_rollcall(id).members();
        let land = WORLD.land(member(code)).unwrap();
        let shown = WORLD.seat(land, record().members(), &present);
        let code = |id: MemberId| record().members().get(id).code.to_string();
        let beside: Vec<_> = WORLD.beside(record().members(), &present).iter().map(code).collect();
        (shown.map(code).unwrap_or_default(), beside)
    };
    for (day, land, shown, beside) in [
        ("1985-12-20", "SVK", "CSK", "DDR YMD"),
        ("1985-12-20", "BIH", "YUG", "DDR YMD"),
        ("1985-12-20", "DEU", "DEU", "DDR YMD"),
        ("1985-12-20", "RUS", "RUS", "DDR YMD"),
        ("1985-12-20", "UKR", "UKR", "DDR YMD"),
        ("1985-12-20", "KAZ", "", "DDR YMD"),
        ("1970-12-17", "DEU", "", "YMD"),
        ("2001-12-24", "SRB", "YUG", ""),
        ("2001-12-24", "HRV", "HRV", ""),
        ("2025-02-24", "SRB", "SRB", ""),
    ] {
        let found = seat(day, land);
        assert_eq!((found.0.as_str(), found.1.join(" ").as_str()), (shown, beside), "{land} on {day}");
    }
    let id =
        (&record().between(None, Some("1985-12-20".parse().unwrap())) & record().usual()).iter().next_back().unwrap();
    let stood = WORLD.stood_for(record().members(), &record().votes().of_rollcall(id).members());
    let lands = stood.iter().find(|(seat, _)| *seat == member("CSK")).unwrap();
    assert_eq!(lands.1, ["CZE", "SVK"].map(member));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_cell_is_of_the_area_that_holds_its_middle(
        (columns, rows) in (1_usize..40, 1_usize..20),
        by in 1.0_f64..60.0,
        at in (0.0_f64..1.0, 0.0_f64..1.0),
        away in (-0.5_f64..0.5, -0.5_f64..0.5),
        equal in any::<bool>(),
    ) {
        let projection = if equal { Projection::EqualEarth } else { Projection::Plain };
        let chart = Chart::new(&WORLD, projection);
        let window = chart.whole(columns, rows, 1.0).zoomed(by, at).moved(away.0, away.1);
        let grid = Grid::new(&chart, &window, columns, rows);
        let areas: Vec<_> = WORLD.areas().map(|(id, area)| (id, flat(area, projection))).collect();
        for row in 0..rows {
            for column in 0..columns {
                if grid.marks().iter().any(|&(_, x, y)| (x, y) == (column, row)) {
                    continue;
                }
                let spot = Spot {
                    x: window.from.x + (column as f64 + 0.5) / columns as f64 * window.width,
                    y: window.from.y + (row as f64 + 0.5) / rows as f64 * window.height,
                };
                let within = areas.iter().filter(|(_, rings)| holds(rings, spot)).map(|&(id, _)| id);
                let found: Vec<_> = within.collect();
                prop_assert!(found.is_empty() == grid.at(column, row).is_none(), "{column},{row}: {found:?}");
                prop_assert!(grid.at(column, row).is_none_or(|id| found.contains(&id)), "{column},{row}: {found:?}");
            }
        }
        let back = window.within(chart.bounds());
        prop_assert!(back.width <= chart.bounds().width && back.from.x >= chart.bounds().from.x);
    }
}
