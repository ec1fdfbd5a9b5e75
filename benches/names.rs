//! How fast the names of members are folded, and a keystroke in the finder or in a line with proposals is answered.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::query::{Lexicon, Names, SavedBlocs, complete, complete_expression};
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
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    lexicon.prepare();
    for text in ["ukr", "democratic", "@", "session:", "khazakstan:y"] {
        c.bench_function(&format!("complete/{text}"), |b| b.iter(|| black_box(complete(text, text.len(), &lexicon))));
    }
    for text in ["yes(ES-11/", "yes(rights of"] {
        let complete = || complete_expression(text, text.len(), &lexicon);
        c.bench_function(&format!("complete/{text}"), |b| b.iter(|| black_box(complete())));
    }
}

criterion_group!(benches, names);
criterion_main!(benches);
