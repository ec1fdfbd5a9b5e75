//! Figures of pairs: each metric and each list beside a plain, slow twin on made records, the published figures from the
//! `unvotes` record, positions against ideal points, and the groups of the tree.

use std::collections::HashMap;
use std::fs;

use plenary::analysis::{By, MemberPosition};
use plenary::analysis::{
    Crosstab, ENOUGH, Figure, Matrix, Metric, Windows, crosstab, drift, drift_by_topic, neighbours, pair, places,
    position, shared, slices, standing, tree,
};
use plenary::query::Query;
use plenary::record::{MemberId, Record, RollCallSet, State};
use proptest::prelude::*;

use crate::common::{Home, raw, unvotes};
use crate::made::{Row, SEATS, cases, id, lexicon, mean};
use crate::query::LEXICON;

fn seat(record: &Record, code: &str) -> MemberId {
    record.members().by_code(code).unwrap()
}

/// A metric by its formula, over the rows one after the other.
fn plain(metric: Metric, rows: &[&Row], a: &str, b: &str, absences: bool) -> (u64, Option<f64>) {
    let cast: Vec<_> =
        rows.iter().filter(|row| row.cast(a) && row.cast(b)).map(|row| (row.vote(a), row.vote(b))).collect();
    let value = |vote| match vote {
        'Y' => 1.0,
        'A' => 2.0,
        _ => 3.0_f64,
    };
    let half = |&(x, y): &(char, char)| 1.0 - (value(x) - value(y)).abs() / 2.0;
    let squared = |&(x, y): &(char, char)| (value(x) - value(y)).powi(2);
    let equal = |&(x, y): &(char, char)| if x == y { 1.0 } else { 0.0 };
    let n = cast.len() as u64;
    match metric {
        Metric::Agreement => mean(cast.iter().map(half)),
        Metric::Exact => mean(cast.iter().map(equal)),
        Metric::YesNo => mean(cast.iter().filter(|(x, y)| *x != 'A' && *y != 'A').map(equal)),
        Metric::State if !absences => (0, None),
        Metric::State => {
            let there = rows.iter().filter(|row| row.vote(a) != '.' && row.vote(b) != '.');
            mean(there.map(|row| if row.cast(a) && row.cast(b) { half(&(row.vote(a), row.vote(b))) } else { 0.5 }))
        }
        Metric::S => {
            let (n, agreement) = mean(cast.iter().map(half));
            (n, agreement.map(|agreement| 2.0 * agreement - 1.0))
        }
        Metric::Kappa | Metric::Pi => {
            let mut expected = 0.0;
            // Each vote of the one against each of the other; for pi, of both against both.
            let (left, right): (Vec<_>, Vec<_>) = cast.iter().copied().unzip();
            let both = [left.clone(), right.clone()].concat();
            let (from, to) = if metric == Metric::Pi { (&both, &both) } else { (&left, &right) };
            for &x in from {
                for &y in to {
                    expected += squared(&(x, y));
                }
            }
            let expected = expected / (from.len() * to.len()) as f64;
            let observed = mean(cast.iter().map(squared)).1;
            (n, observed.filter(|_| expected > 0.0).map(|observed| 1.0 - observed / expected))
        }
    }
}

fn near(ours: Figure, (n, value): (u64, Option<f64>)) -> bool {
    let same = match (ours.value, value) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    };
    u64::from(ours.n) == n && same
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_metric_is_what_a_plain_loop_makes_of_its_formula(case in cases()) {
        let (record, set, rows) = (case.record(), case.set(), case.chosen());
        for metric in Metric::ALL {
            let matrix = Matrix::new(&record, metric, &set);
            let mut values = Vec::new();
            for (at, a) in SEATS.into_iter().enumerate() {
                for b in SEATS.into_iter().skip(at + 1) {
                    let (x, y) = (seat(&record, a), seat(&record, b));
                    let plain = plain(metric, &rows, a, b, case.absences);
                    let here = |code: &str| rows.iter().any(|row| row.vote(code) != '.');
                    for figure in [crosstab(&record, x, y, &set).figure(metric), crosstab(&record, y, x, &set).figure(metric)] {
                        prop_assert!(near(figure, plain), "{metric:?} {a} {b}: {figure:?} is not {plain:?}");
                    }
                    if here(a) && here(b) {
                        prop_assert_eq!(matrix.figure(x, y), crosstab(&record, x, y, &set).figure(metric));
                        values.push((x, y, plain));
                    }
                    prop_assert_eq!(matrix.figure(x, y), matrix.figure(y, x));
                }
            }
            prop_assert_eq!(matrix.pairs().count(), values.len());
            let enough: Vec<_> = values.iter().filter(|(x, y, _)| matrix.enough(*x, *y).is_some()).collect();
            // Absences are no shared votes, whatever a metric counts them as.
            let shared = |x: MemberId, y: MemberId| {
                let [a, b] = [x, y].map(|id| record.members().get(id).code.as_ref());
                plain(Metric::Exact, &rows, a, b, case.absences).0
            };
            let many = |n: u64| n >= u64::from(ENOUGH);
            let ranked = values.iter().filter(|(x, y, (n, v))| many(*n) && many(shared(*x, *y)) && v.is_some());
            prop_assert_eq!(enough.len(), ranked.count());
            if let Some((x, y, _)) = enough.first() {
                let own = matrix.enough(*x, *y).unwrap();
                let standing = standing(&record, metric, (*y, *x), &set).unwrap();
                let lower = enough.iter().filter(|(a, b, _)| matrix.enough(*a, *b).unwrap() < own).count();
                prop_assert_eq!((standing.lower as usize, standing.others as usize), (lower, enough.len() - 1));
            }
        }
    }

    #[test]
    fn the_roll_calls_of_a_pair_are_listed_as_a_plain_loop_lists_them(case in cases(), a in 0..SEATS.len(), b in 0..SEATS.len()) {
        let (record, set) = (case.record(), case.set());
        let (a, b) = (SEATS[a], SEATS[b]);
        let found = shared(&record, seat(&record, a), seat(&record, b), &set);
        let rows = || case.rows.iter().enumerate().filter(|(at, _)| case.window[*at]);
        let list = |holds: &dyn Fn(char, char) -> bool| -> Vec<_> {
            rows().filter(|(_, row)| row.cast(a) && row.cast(b) && holds(row.vote(a), row.vote(b))).map(|(at, _)| id(at)).collect()
        };
        let ids = |set: &RollCallSet| set.iter().collect::<Vec<_>>();
        let alike = list(&|x, y| x == y);
        prop_assert_eq!(ids(&found.same()), alike.clone());
        prop_assert_eq!(ids(&found.partial), list(&|x, y| x != y && (x == 'A' || y == 'A')));
        prop_assert_eq!(ids(&found.opposite), list(&|x, y| x != y && x != 'A' && y != 'A'));
        prop_assert_eq!(found.last_alike(), alike.last().copied());
        prop_assert_eq!(found.last_opposed(), found.opposite.iter().last());
        for state in [State::Yes, State::No, State::Abstain] {
            prop_assert_eq!(found.last_both(state), list(&|x, y| x == y && x == state.letter()).last().copied());
        }
        prop_assert_eq!(found.last_both(State::Absent), None);
        let two = pair(&record, seat(&record, a), seat(&record, b), &set);
        let counts = [found.same().len(), found.partial.len(), found.opposite.len()];
        prop_assert_eq!([two.same, two.partial, two.opposite].map(|count| count as usize), counts);
    }

    #[test]
    fn metrics_hold_their_identities(case in cases(), a in 0..SEATS.len(), b in 0..SEATS.len()) {
        let (record, set) = (case.record(), case.set());
        let [a, b] = [a, b].map(|at| seat(&record, SEATS[at]));
        let votes = crosstab(&record, a, b, &set);
        let [agreement, s] = [Metric::Agreement, Metric::S].map(|metric| votes.figure(metric));
        prop_assert_eq!(s.value, agreement.value.map(|agreement| 2.0 * agreement - 1.0));
        prop_assert_eq!(votes.pair(), pair(&record, a, b, &set));
        if let (Some(share), Some((from, to))) = (votes.pair().exact(), votes.pair().interval()) {
            prop_assert!(0.0 <= from && from <= share && share <= to && to <= 1.0);
        }
        // Beside itself a member agrees, and beyond chance too unless its votes are all the same.
        let own = crosstab(&record, a, a, &set);
        let constant = own.cells.iter().enumerate().filter(|(vote, row)| row[*vote] > 0).count() < 2;
        for metric in [Metric::Kappa, Metric::Pi] {
            let expected = (!constant).then_some(1.0);
            prop_assert_eq!(own.figure(metric).value, expected);
        }
    }

    #[test]
    fn places_are_turned_and_fitting(case in cases()) {
        let (record, set) = (case.record(), case.set());
        let found = places(&record, &set);
        let of = |code| found.members.iter().find(|place| place.member == seat(&record, code));
        if let (Some(usa), Some(chn)) = (of("USA"), of("CHN")) {
            prop_assert!(usa.x >= chn.x);
        }
        let cast = |id: MemberId| {
            let code = record.members().get(id).code.to_string();
            case.chosen().iter().filter(|row| row.cast(&code)).count()
        };
        prop_assert!(found.members.iter().all(|place| 10 * cast(place.member) >= 3 * set.len()));
        prop_assert!(found.members.iter().all(|place| place.x.is_finite() && place.y.is_finite()));
        // Axes are centred, and at right angles.
        let sum = |value: &dyn Fn(&MemberPosition) -> f64| found.members.iter().map(value).sum::<f64>();
        prop_assert!(sum(&|place| place.x).abs() < 1e-6 && sum(&|place| place.y).abs() < 1e-6);
        prop_assert!(sum(&|place| place.x * place.y).abs() < 1e-6);
        let [first, second] = found.explained.map(Option::unwrap_or_default);
        prop_assert!(first >= second && second >= 0.0 && first + second <= 1.0 + 1e-9);
    }
}

#[test]
fn beyond_chance_is_undefined_where_chance_gives_no_disagreement() {
    // Both always yes; both always the same; nothing shared; and always opposite, which is defined.
    for (cells, kappa, pi) in [
        ([[5, 0, 0], [0; 3], [0; 3]], None, None),
        ([[0; 3], [0, 7, 0], [0; 3]], None, None),
        ([[0; 3]; 3], None, None),
        ([[0, 0, 5], [0; 3], [0; 3]], Some(0.0), Some(-1.0)),
        ([[5, 0, 0], [0; 3], [0, 0, 5]], Some(1.0), Some(1.0)),
    ] {
        let votes = Crosstab { cells, absent: None };
        let [found_kappa, found_pi] = [Metric::Kappa, Metric::Pi].map(|metric| votes.figure(metric));
        assert_eq!((found_kappa.value, found_pi.value), (kappa, pi), "{cells:?}");
        assert_eq!(found_kappa.n, cells.iter().flatten().sum::<u32>());
    }
    let nothing = Crosstab { cells: [[0; 3]; 3], absent: None };
    assert!(Metric::ALL.into_iter().all(|metric| nothing.figure(metric).value.is_none()));
    assert_eq!(nothing.pair().interval(), None);
    // One that is absent from all 88 votes has a figure by one rule only.
    let away = Crosstab { cells: [[0; 3]; 3], absent: Some(88) };
    assert_eq!(away.figure(Metric::State), Figure { n: 88, value: Some(0.5), shared: 0 });
    assert_eq!(away.figure(Metric::Agreement), Figure::default());
}

#[test]
fn the_interval_is_wilsons() {
    // 84 of 89, as any table of Wilson's interval gives it.
    let cells = [[84, 5, 0], [0; 3], [0; 3]];
    let (from, to) = Crosstab { cells, absent: None }.pair().interval().unwrap();
    assert!((from - 0.875_14).abs() < 5e-5 && (to - 0.975_77).abs() < 5e-5, "{from} {to}");
}

/// The record of the unvotes tables.
fn unvotes_record() -> Record {
    let home = Home::new();
    let file = home.path("unvotes.jsonl");
    let [votes, rollcalls, issues] = &unvotes();
    home.run(&["import", votes, rollcalls, issues, "--to", file.to_str().unwrap()]).answer();
    Record::from_text(&fs::read_to_string(&file).unwrap(), "unvotes.jsonl").unwrap().0
}

/// The correlation of ranks; equal values share the mean of their ranks.
fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |values: Vec<f64>| -> Vec<f64> {
        let below = |own: f64| values.iter().filter(|&&value| value < own).count() as f64;
        let equal = |own: f64| values.iter().filter(|&&value| value.total_cmp(&own).is_eq()).count() as f64;
        values.iter().map(|&own| below(own) + f64::midpoint(equal(own), 1.0)).collect()
    };
    let (x, y) = (ranks(pairs.iter().map(|pair| pair.0).collect()), ranks(pairs.iter().map(|pair| pair.1).collect()));
    let middle = (pairs.len() + 1) as f64 / 2.0;
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum::<f64>();
    product(&x, &y) / (product(&x, &x) * product(&y, &y)).sqrt()
}

#[test]
#[ignore = "needs ../shared/data"]
fn published_figures_come_out_of_the_unvotes_record() {
    let record = unvotes_record();
    let lexicon = lexicon(&record);
    let window = |text: &str| Query::parse(text, &lexicon).unwrap().run(&lexicon);
    let figure = |a: &str, b: &str, set: &RollCallSet, metric| {
        crosstab(&record, seat(&record, a), seat(&record, b), set).figure(metric)
    };
    let metrics = [Metric::Exact, Metric::Agreement, Metric::Kappa, Metric::Pi, Metric::S];
    let set = window("session:74");
    assert_eq!(set.len(), 91);
    for (a, b, n, values) in [
        ("USA", "ISR", 89, [0.9438, 0.9607, 0.9102, 0.9101, 0.9213]),
        ("USA", "CHN", 89, [0.1348, 0.2022, -0.1798, -0.6732, -0.5955]),
        ("RUS", "CHN", 87, [0.7931, 0.8736, 0.7096, 0.7016, 0.7471]),
        ("IND", "PAK", 90, [0.8667, 0.9278, 0.6725, 0.6715, 0.8556]),
    ] {
        for (metric, value) in metrics.into_iter().zip(values) {
            let found = figure(a, b, &set, metric);
            let near = (found.value.unwrap() - value).abs() < 5.1e-5;
            assert!(found.n == n && near, "{metric:?} of {a} and {b}: {found:?} is not {value}");
        }
        assert_eq!(figure(a, b, &set, Metric::State), Figure::default(), "absences are not known");
    }
    // Voeten's dyads, which leave out unanimous votes.
    for (session, value) in [("46", 0.3681), ("60", 0.4388), ("73", 0.5106)] {
        let found = figure("KOR", "USA", &window(&format!("session:{session} contested")), Metric::Agreement);
        assert!((found.value.unwrap() - value).abs() < 5.1e-5, "session {session}: {found:?} is not {value}");
    }
    // Positions rank members as ideal points do, in the same direction.
    let points = fs::read_to_string(raw("ideal_points.csv")).unwrap();
    let ideal: HashMap<_, f64> = points
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<_> = line.split(',').collect();
            (cells[1], cells[cells.len() - 3].parse().unwrap())
        })
        .collect();
    let found = places(&record, &window("session:55 contested"));
    let both = found.members.iter().filter_map(|place| {
        let code: &str = &record.members().get(place.member).code;
        Some((place.x, *ideal.get(code)?))
    });
    let both: Vec<_> = both.collect();
    let rho = spearman(&both);
    assert!(both.len() > 170 && rho >= 0.9, "rho {rho} over {}", both.len());
}

/// Average linkage by looking at every pair of groups each time: the heights of the joints, lowest first.
fn plain_heights(matrix: &Matrix) -> Vec<f64> {
    let mut groups: Vec<Vec<MemberId>> = matrix.members().iter().map(|&member| vec![member]).collect();
    let mut heights = Vec::new();
    let distance = |a: &[MemberId], b: &[MemberId]| {
        let sum: f64 = a.iter().flat_map(|&x| b.iter().map(move |&y| 1.0 - matrix.figure(x, y).value.unwrap())).sum();
        sum / (a.len() * b.len()) as f64
    };
    while groups.len() > 1 {
        let pairs = (1..groups.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let (a, b, height) =
            pairs.map(|(a, b)| (a, b, distance(&groups[a], &groups[b]))).min_by(|x, y| x.2.total_cmp(&y.2)).unwrap();
        heights.push(height);
        let group = groups.swap_remove(b);
        groups[a].extend(group);
    }
    heights
}

#[test]
fn the_tree_groups_members_by_average_linkage() {
    let record = LEXICON.record();
    let set = Query::parse("since:2022", &LEXICON).unwrap().run(&LEXICON);
    // Any two of them share enough votes.
    let often = |id: &MemberId| position(record, *id, &set).cast() as usize * 3 > set.len() * 2;
    let members: Vec<_> = record.members().iter().map(|(id, _)| id).filter(often).step_by(4).collect();
    assert!(members.len() > 30);
    let matrix = Matrix::among(record, Metric::Agreement, members.clone(), &set);
    let tree = tree(&matrix);
    let heights = plain_heights(&matrix);
    let near = tree.heights().iter().zip(&heights).all(|(ours, plain)| (ours - plain).abs() < 1e-9);
    assert!(near && tree.heights().len() == heights.len(), "{:?} is not {heights:?}", tree.heights());
    let sorted = |members: &[MemberId]| {
        let mut members = members.to_vec();
        members.sort();
        members
    };
    assert_eq!(sorted(tree.order()), sorted(&members), "everybody stands in the order once");
    for (at, height) in heights.iter().enumerate() {
        let groups = tree.cut(height + 1e-9);
        assert_eq!(groups.len(), members.len() - at - 1);
        assert_eq!(groups.concat(), tree.order());
    }
    assert_eq!(tree.cut(-1.0).len(), members.len());
    assert_eq!(tree.cut(2.0), [tree.order()]);
}

#[test]
fn pairs_without_enough_votes_stand_in_the_tree_all_the_same() {
    let record = LEXICON.record();
    for text in ["since:2022", "date:2025-02-24", "until:1946-02-01", "xylophone"] {
        let set = Query::parse(text, &LEXICON).unwrap().run(&LEXICON);
        let matrix = Matrix::new(record, Metric::Kappa, &set);
        let tree = tree(&matrix);
        assert_eq!(tree.order().len(), matrix.members().len(), "{text}");
        assert_eq!(tree.cut(0.5).concat(), tree.order(), "{text}");
    }
    // Where no pair has enough votes nobody is put together.
    let set = Query::parse("date:2025-02-24", &LEXICON).unwrap().run(&LEXICON);
    let alone = tree(&Matrix::new(record, Metric::Agreement, &set));
    assert_eq!(alone.cut(2.0).len(), 193);
}

#[test]
fn drift_is_the_change_of_agreement_with_enough_votes_on_both_sides() {
    let record = LEXICON.record();
    let window = |text: &str| Query::parse(text, &LEXICON).unwrap().run(&LEXICON);
    let (before, after) = (window("year:2012..2014"), window("year:2022..2024"));
    let windows = Windows { before: &before, after: &after };
    let all = drift(record, windows, None);
    assert!(all.moved.is_sorted_by(|a, b| a.change.abs() >= b.change.abs()));
    let hungary = seat(record, "HUN");
    let own = drift(record, windows, Some(hungary));
    assert!(own.moved.iter().all(|drift| drift.a == hungary));
    assert_eq!(own.moved.len(), all.moved.iter().filter(|drift| [drift.a, drift.b].contains(&hungary)).count());
    let others = neighbours(record, hungary, &before);
    assert_eq!(own.moved.len() + own.few, others.ranked.len() + others.few.len());
    for drift in &own.moved {
        let [then, now] = [&before, &after].map(|set| pair(record, drift.a, drift.b, set));
        assert_eq!((drift.before, drift.after), (then, now));
        assert!(then.n() >= ENOUGH && now.n() >= ENOUGH && drift.p > 0.0 && drift.corrected >= drift.p);
        let change = now.agreement().unwrap() - then.agreement().unwrap();
        assert!((drift.change - change).abs() < 1e-12);
    }
    let first = own.moved[0];
    let topics = drift_by_topic(&LEXICON, first.a, first.b, windows);
    let parts = slices(&LEXICON, &record.all(), By::Topic);
    for topic in &topics {
        let rollcalls = &parts.iter().find(|part| part.key == topic.topic).unwrap().rollcalls;
        assert_eq!(topic.before, pair(record, first.a, first.b, &(&before & rollcalls)));
        assert!(topic.before.n() >= ENOUGH && topic.after.n() >= ENOUGH);
    }
    assert!(!topics.is_empty() && topics.is_sorted_by(|a, b| a.change.abs() >= b.change.abs()));
    // Of windows that only chance tells apart, next to nothing is left when it is corrected for looking at all pairs.
    let mut halves = [RollCallSet::empty(record.len()), RollCallSet::empty(record.len())];
    for (at, rollcall) in window("year:2012..2014").iter().enumerate() {
        halves[at * 7 % 13 % 2].insert(rollcall);
    }
    let noise = drift(record, Windows { before: &halves[0], after: &halves[1] }, None);
    let stand = noise.moved.iter().filter(|drift| drift.corrected < 0.05).count();
    assert!(noise.moved.len() > 10_000 && stand * 1000 < noise.moved.len(), "{stand} of {}", noise.moved.len());
}
