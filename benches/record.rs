//! How fast the record loads and a query answers. `cargo bench` prints the figures of the README.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::query::{Query, Words};
use plenary::record::Record;

fn load(c: &mut Criterion) {
    c.bench_function("load/embedded", |b| b.iter(|| black_box(Record::embedded().unwrap())));
    let record = Record::embedded().unwrap();
    c.bench_function("load/words", |b| b.iter(|| black_box(Words::new(&record))));
    c.bench_function("load/checksum", |b| b.iter(|| black_box(record.checksum())));
}

fn filter(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let words = Words::new(&record);
    // The last is the worst: words that stand in nearly every roll call.
    for text in ["ukraine since:2022", "\"human rights\" -palestine", "session:70..79 nuclear", "a i|o u|e s"] {
        let run = || Query::parse(text).unwrap().run(&record, &words).len();
        c.bench_function(&format!("filter/{text}"), |b| b.iter(|| black_box(run())));
    }
}

criterion_group!(benches, load, filter);
criterion_main!(benches);
