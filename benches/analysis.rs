//! How fast the figures of a member and of two blocs are counted over the whole record.
#![expect(clippy::unwrap_used, reason = "a benchmark without a record has nothing to measure")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use plenary::analysis::{
    BlocVotes, By, Matrix, Metric, Slice, TwoBlocs, Windows, drift, neighbours, places, position, slices, tree,
};
use plenary::query::{Expression, Lexicon, SavedBlocs};
use plenary::record::Record;

fn member(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let (all, usa) = (record.all(), record.members().by_code("USA").unwrap());
    c.bench_function("member/against all others", |b| b.iter(|| black_box(neighbours(&record, usa, &all))));
    let counts = || record.members().iter().map(|(id, _)| position(&record, id, &all)).collect::<Vec<_>>();
    c.bench_function("member/counts of every member", |b| b.iter(|| black_box(counts())));
    let by_year = || {
        let years = slices(&lexicon, &all, By::Year);
        years.iter().map(|year| position(&record, usa, &year.rollcalls)).collect::<Vec<_>>()
    };
    c.bench_function("member/counts by year", |b| b.iter(|| black_box(by_year())));
}

fn pairs(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let all = record.all();
    for metric in Metric::ALL {
        let matrix = || Matrix::new(&record, metric, &all);
        c.bench_function(&format!("pairs/all by {}", metric.name()), |b| b.iter(|| black_box(matrix())));
    }
    c.bench_function("pairs/positions with the pairs", |b| b.iter(|| black_box(places(&record, &all))));
    let matrix = Matrix::new(&record, Metric::Agreement, &all);
    c.bench_function("pairs/tree", |b| b.iter(|| black_box(tree(&matrix))));
    let usa = record.members().by_code("USA").unwrap();
    let half = record.rollcall(all.iter().nth(record.len() / 2).unwrap()).date;
    let before = record.between(None, Some(half));
    let after = &all - &before;
    let windows = Windows { before: &before, after: &after };
    c.bench_function("pairs/drift of one member", |b| b.iter(|| black_box(drift(&record, windows, Some(usa)))));
    c.bench_function("pairs/drift of all", |b| b.iter(|| black_box(drift(&record, windows, None))));
}

/// All that the blocs view shows of two expressions, counted anew as after each key that is typed.
fn two_blocs(lexicon: &Lexicon<'_>, a: &str, b: &str) -> f64 {
    let record = lexicon.record();
    let all = record.all();
    let [a, b] = [a, b].map(|text| BlocVotes::new(record, Expression::parse(text, lexicon).unwrap().members()));
    let two = TwoBlocs::new(record, &a, &b);
    let over = |part: &Slice| {
        let set = &part.rollcalls;
        let means = [a.cohesion(set), b.cohesion(set), a.rice(set), b.rice(set), two.pairs(set)];
        means.into_iter().filter_map(|mean| mean.value).sum::<f64>() + two.lines(set).agreement().unwrap_or_default()
    };
    let parts = [By::Year, By::Topic].map(|by| slices(lexicon, &all, by).iter().map(over).sum::<f64>());
    let loyal: f64 =
        [&a, &b].map(|bloc| bloc.loyalty(&all).ranked.iter().filter_map(|member| member.value()).sum()).iter().sum();
    let outside = a.outside(Some(&b), &all).ranked.len() + b.outside(Some(&a), &all).ranked.len();
    parts.iter().sum::<f64>() + loyal + outside as f64 + two.splits(&all).len() as f64
}

fn blocs(c: &mut Criterion) {
    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    // The topics are found once for a record.
    black_box(slices(&lexicon, &record.all(), By::Topic));
    for (a, b) in [("USA+RUS+ISR", "abstain(ES-11/7)"), ("@EU", "@EU-HUN"), ("@AU+@OIC+@EU", "@NAM+@NATO")] {
        let all_of_it = || two_blocs(&lexicon, a, b);
        c.bench_function(&format!("blocs/{a} against {b}"), |bench| bench.iter(|| black_box(all_of_it())));
    }
}

criterion_group!(benches, member, pairs, blocs);
criterion_main!(benches);
