//! How fast the names of members are folded, and a keystroke in the finder is answered.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::query::Names;
use plenary::record::Record;

fn names(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    c.bench_function("names/fold", |b| b.iter(|| black_box(Names::new(record.members()))));
    let names = Names::new(record.members());
    // From one letter, which nearly every name has, to misspellings, for which every word is held against all.
    for text in ["e", "an", "republic", "khazakst", "demokratic republick of the kongo"] {
        c.bench_function(&format!("names/search/{text}"), |b| b.iter(|| black_box(names.search(text))));
    }
    c.bench_function("names/resolve/khazakstan", |b| b.iter(|| black_box(names.resolve("khazakstan"))));
}

criterion_group!(benches, names);
criterion_main!(benches);
