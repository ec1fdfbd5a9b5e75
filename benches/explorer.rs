//! How fast a key is in the explorer: what it changes and the frame that it gives, without the way to the terminal, on
//! each view at 200×60 and on the map at 300×100.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::actions::{Key, NamedKey};
use plenary::app::{App, Event, Resources};
use plenary::link::Link;
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;
use plenary::ui::{Colours, Theme, draw};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

const USUAL: Size = Size { width: 200, height: 60 };
/// Larger than most screens.
const LARGE: Size = Size { width: 300, height: 100 };

fn keys(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let known = Resources::new(&lexicon);
    known.prepare();
    for (link, size) in [
        ("votes", USUAL),
        ("countries", USUAL),
        ("countries?since:2022", USUAL),
        ("blocs/USA+RUS+ISR;abstain(ES-11/7)", USUAL),
        ("compare/ES-11/6,ES-11/7", USUAL),
        ("series/79/7", USUAL),
        ("series/79/7#grid", USUAL),
        ("between/IND,USA,RUS", USUAL),
        ("pair/UKR,ISR", USUAL),
        ("world/ES-11/7", USUAL),
        ("matrix", USUAL),
        ("positions", USUAL),
        ("world/ES-11/7", LARGE),
        ("world/country/UKR?since:2022", LARGE),
    ] {
        let mut app = App::new(&known, "", size);
        app.update(Event::Prepared);
        app.start_at(&Link::parse(link, &lexicon).unwrap());
        let theme = Theme::new(Colours::Palette, app.look());
        let mut canvas = Buffer::empty(Rect::from((Position::ORIGIN, size)));
        let mut down = true;
        c.bench_function(&format!("key/{link} {}x{}", size.width, size.height), |b| {
            b.iter(|| {
                let key = Key::named(if down { NamedKey::Down } else { NamedKey::Up });
                down = !down;
                black_box(app.update(Event::Key(key)));
                black_box(draw(&app, &theme, &mut canvas));
            });
        });
    }
}

criterion_group!(benches, keys);
criterion_main!(benches);
