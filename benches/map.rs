//! How fast the map is: read, flattened, and drawn into cells for a frame of the explorer.
#![expect(clippy::unwrap_used, reason = "a benchmark without a map has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::map::{Chart, Grid, Projection, World};
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

criterion_group!(benches, map);
criterion_main!(benches);
