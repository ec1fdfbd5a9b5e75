//! What the explorer writes to the terminal for a key, and how long it looks for it: its own painter beside ratatui's diff
//! and backend for crossterm, on every view, moving down and paging. Drawing the frame is left out, since both need it.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]
#![expect(clippy::print_stdout, reason = "what is compared is printed")]

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::actions::{Key, NamedKey};
use plenary::app::{App, Event, Resources};
use plenary::link::Link;
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;
use plenary::terminal::ShownCells;
use plenary::ui::{Colours, Theme, draw};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

const SIZES: [Size; 2] = [Size { width: 80, height: 24 }, Size { width: 200, height: 60 }];
const VIEWS: [&str; 14] = [
    "votes",
    "votes?topic:palestine",
    "show/ES-11/7",
    "countries",
    "country/UKR",
    "pair/UKR,ISR",
    "blocs/@EU;@BRICS",
    "compare/ES-11/6,ES-11/7",
    "series/79/7",
    "world/ES-11/7",
    "world/country/UKR",
    "matrix",
    "positions",
    "votes?@EU:split",
];
/// A key, and how often it is pressed.
#[derive(Clone, Copy)]
struct Presses {
    key: NamedKey,
    times: usize,
}

const KEYS: [(&str, Presses); 2] =
    [("down", Presses { key: NamedKey::Down, times: 50 }), ("page", Presses { key: NamedKey::PageDown, times: 10 })];
/// How often the frames are gone through to time them; the fastest counts, as what nothing else held up.
const ROUNDS: usize = 25;

/// The frames of a view before and after each key.
struct Frames(Vec<Buffer>);

impl Frames {
    fn of(known: &Resources<'_>, lexicon: &Lexicon<'_>, link: &str, size: Size, presses: Presses) -> Self {
        let mut app = App::new(known, "", size);
        app.update(Event::Prepared);
        app.start_at(&Link::parse(link, lexicon).unwrap());
        let theme = Theme::new(Colours::Palette, app.look());
        let mut frames = Vec::new();
        for _ in 0..=presses.times {
            let mut frame = Buffer::empty(Rect::from((Position::ORIGIN, size)));
            draw(&app, &theme, &mut frame);
            frames.push(frame);
            app.update(Event::Key(Key::named(presses.key)));
        }
        // At the end of a view a key changes nothing.
        frames.dedup();
        Self(frames)
    }

    /// The frames that follow each other, down and up again.
    fn pairs(&self) -> impl Iterator<Item = (&Buffer, &Buffer)> {
        let down = self.0.iter().zip(self.0.iter().skip(1));
        let up = self.0.iter().skip(1).zip(&self.0).rev();
        down.chain(up)
    }

    fn keys(&self) -> usize {
        self.pairs().count()
    }

    /// What the terminal shows before the first key.
    fn shown(&self) -> ShownCells {
        let mut shown = ShownCells::blank(self.0[0].area);
        shown.paint(&self.0[0], &mut Vec::new(), |_| Ok(())).unwrap();
        shown
    }

    /// The bytes of all keys by the program's own painter.
    fn own(&self, shown: &mut ShownCells) -> usize {
        let mut out = Vec::with_capacity(1 << 16);
        let mut bytes = 0;
        for (_, now) in self.pairs() {
            out.clear();
            shown.paint(now, &mut out, |_| Ok(())).unwrap();
            bytes += out.len();
        }
        bytes
    }

    /// The bytes of all keys by ratatui's.
    fn stock(&self) -> usize {
        let mut out = Vec::with_capacity(1 << 16);
        let mut bytes = 0;
        for (before, now) in self.pairs() {
            out.clear();
            CrosstermBackend::new(&mut out).draw(before.diff_iter(now)).unwrap();
            bytes += out.len();
        }
        bytes
    }
}

/// The fastest of some rounds in microseconds, and what they gave.
fn fastest(mut round: impl FnMut() -> usize) -> (f64, usize) {
    let mut found = (f64::INFINITY, 0);
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        let bytes = black_box(round());
        found = (found.0.min(begun.elapsed().as_secs_f64() * 1e6), bytes);
    }
    found
}

fn painters(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let known = Resources::new(&lexicon);
    known.prepare();
    println!("a key: bytes own/stock = ratio, microseconds own/stock = ratio");
    for size in SIZES {
        for (word, presses) in KEYS {
            let mut all = Vec::new();
            let (mut own, mut stock, mut keys) = ((0.0, 0), (0.0, 0), 0);
            let line = |what: &str, keys: usize, own: (f64, usize), stock: (f64, usize)| {
                let each = |sum: f64| sum / keys as f64;
                let (bytes, stock_bytes) = (own.1 as f64, stock.1 as f64);
                println!(
                    "{}x{} {word:<5}{what:<26} {keys:>4} keys  {:>6.0}/{:>6.0} = {:.2}  {:>6.1}/{:>6.1} = {:.2}",
                    size.width,
                    size.height,
                    each(bytes),
                    each(stock_bytes),
                    bytes / stock_bytes,
                    each(own.0),
                    each(stock.0),
                    own.0 / stock.0,
                );
            };
            for link in VIEWS {
                let frames = Frames::of(&known, &lexicon, link, size, presses);
                if frames.keys() == 0 {
                    println!("{}x{} {word:<5}{link:<26} nothing changes", size.width, size.height);
                    continue;
                }
                let mut shown = frames.shown();
                let (a, b) = (fastest(|| frames.own(&mut shown)), fastest(|| frames.stock()));
                line(link, frames.keys(), a, b);
                (own, stock) = ((own.0 + a.0, own.1 + a.1), (stock.0 + b.0, stock.1 + b.1));
                keys += frames.keys();
                all.push((shown, frames));
            }
            line("all views", keys, own, stock);
            let name = |which: &str| format!("painter/{which} {word} {}x{}", size.width, size.height);
            c.bench_function(&name("own"), |b| {
                b.iter(|| all.iter_mut().map(|(shown, frames)| frames.own(shown)).sum::<usize>());
            });
            c.bench_function(&name("stock"), |b| {
                b.iter(|| all.iter().map(|(_, frames)| frames.stock()).sum::<usize>());
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(2));
    targets = painters
}
criterion_main!(benches);
