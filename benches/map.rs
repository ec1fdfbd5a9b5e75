//! How fast the map is: read, flattened, and drawn into cells for a frame of the explorer; how fast a
//! key of the World view is, and a picture.
#![expect(clippy::unwrap_used, reason = "a benchmark without a map has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::app::keys::{Key, Named};
use plenary::app::{App, Event, Known};
use plenary::map::{Chart, Grid, Projection, World};
use plenary::picture::draw;
use plenary::query::{Lexicon, Link, SavedBlocs};
use plenary::record::Record;
use plenary::ui::{Colours, Theme, draw as draw_screen};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

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

/// A key on the World view and the frame that it gives, at a size larger than most screens.
fn view(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let known = Known::new(&lexicon);
    known.prepare();
    let size = Size { width: 300, height: 100 };
    for link in ["world/ES-11/7", "world/country/UKR?since:2022"] {
        let mut app = App::new(&known, "", size);
        app.update(Event::Prepared);
        app.start_at(&Link::parse(link, &lexicon).unwrap());
        let theme = Theme::new(Colours::Palette, app.look());
        let mut canvas = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let mut down = true;
        c.bench_function(&format!("view/{link} 300x100"), |b| {
            b.iter(|| {
                let key = Key::named(if down { Named::Down } else { Named::Up });
                down = !down;
                black_box(app.update(Event::Key(key)));
                black_box(draw_screen(&app, &theme, &mut canvas));
            });
        });
    }
}

criterion_group!(benches, map, view, pictures);
criterion_main!(benches);
