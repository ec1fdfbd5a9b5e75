//! How fast the figures of a member and of two blocs are counted over the whole record.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::analysis::{By, neighbours, position, positions, slices};
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;

fn member(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let (all, usa) = (record.all(), record.members().by_code("USA").unwrap());
    c.bench_function("member/against all others", |b| b.iter(|| black_box(neighbours(&record, usa, &all))));
    c.bench_function("member/counts of every member", |b| b.iter(|| black_box(positions(&record, &all))));
    let by_year = || {
        let years = slices(&lexicon, &all, By::Year);
        years.iter().map(|year| position(&record, usa, &year.rollcalls)).collect::<Vec<_>>()
    };
    c.bench_function("member/counts by year", |b| b.iter(|| black_box(by_year())));
}

criterion_group!(benches, member);
criterion_main!(benches);
