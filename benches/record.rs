//! How fast the record loads and a query answers. `cargo bench` prints the figures of the README.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::analysis::series::SeriesIndex;
use plenary::query::{Lexicon, Query, SavedBlocs};
use plenary::record::Record;

fn load(c: &mut Criterion) {
    c.bench_function("load/embedded", |b| b.iter(|| black_box(Record::embedded().unwrap())));
    let record = Record::embedded().unwrap();
    let lexicon = || Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    c.bench_function("load/lexicon", |b| b.iter(|| black_box(lexicon())));
    let words = || Query::parse("peace", &lexicon()).unwrap().run(&lexicon());
    c.bench_function("load/words", |b| b.iter(|| black_box(words())));
    let topics = |lexicon: &Lexicon<'_>| {
        lexicon.topics().iter().map(|topic| topic.rollcalls(lexicon).unwrap().len()).sum::<usize>()
    };
    c.bench_function("load/words and all topics", |b| b.iter(|| black_box(topics(&lexicon()))));
    c.bench_function("load/series", |b| b.iter(|| black_box(SeriesIndex::new(&record).unwrap())));
    c.bench_function("load/checksum", |b| b.iter(|| black_box(record.checksum())));
}

fn filter(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    // The last is the worst: words that stand in nearly every roll call.
    for text in [
        "ukraine since:2022",
        "\"human rights\" -palestine",
        "topic:palestine",
        "USA=no=RUS since:2000",
        "@NAM:split @EU:no",
        "a i|o u|e s",
    ] {
        let run = || Query::parse(text, &lexicon).unwrap().run(&lexicon).len();
        c.bench_function(&format!("filter/{text}"), |b| b.iter(|| black_box(run())));
    }
}

criterion_group!(benches, load, filter);
criterion_main!(benches);
