//! How fast the map is: read, flattened, and drawn into cells for a frame of the explorer; how fast a
//! picture is.
#![expect(clippy::unwrap_used, reason = "a benchmark without a map has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::link::Link;
use plenary::map::{Chart, Grid, Projection, World};
use plenary::picture::draw;
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;

fn map(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let world = World::new(record.members()).unwrap();
    let chart = Chart::new(&world, Projection::Plain);
    c.bench_function("map/read", |b| b.iter(|| black_box(World::new(record.members()).unwrap())));
    c.bench_function("map/flattened", |b| b.iter(|| black_box(Chart::new(&world, Projection::EqualEarth))));
    for (columns, rows) in [(300, 200), (600, 400)] {
        let whole = chart.whole(columns, rows, 1.0);
        c.bench_function(&format!("map/{columns}x{rows}"), |b| {
            b.iter(|| black_box(Grid::new(&chart, &whole, columns, rows)));
        });
        let near = whole.zoomed(4.0, (0.5, 0.3));
        c.bench_function(&format!("map/{columns}x{rows} at four times"), |b| {
            b.iter(|| black_box(Grid::new(&chart, &near, columns, rows)));
        });
    }
}

/// Each with all that its command makes for it, but for the record.
fn pictures(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    for link in [
        "world/ES-11/7",
        "world/country/UKR?since:2022",
        "show/ES-11/7",
        "compare/ES-11/6,ES-11/7",
        "series/79/7",
        "blocs/@EU;@BRICS",
        "pair/UKR,ISR",
    ] {
        let link = Link::parse(link, &lexicon).unwrap();
        let name = format!("picture/{}", link.to_text(&lexicon));
        c.bench_function(&name, |b| b.iter(|| black_box(draw(&lexicon, &link).unwrap())));
    }
}

criterion_group!(benches, map, pictures);
criterion_main!(benches);
