//! Times that count from the last day of the votes that are asked for, against days counted by hand from the rows.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::common::Home;

/// The rows of a query as it is answered.
fn rows(home: &Home, query: &[&str]) -> Vec<Value> {
    let ran = home.run(&[&["list", "--format", "json"], query].concat());
    serde_json::from_str(&ran.answer()).unwrap()
}

fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or_default()
}

fn ids<'v>(rows: impl IntoIterator<Item = &'v Value>) -> BTreeSet<String> {
    rows.into_iter().map(|row| row["id"].to_string()).collect()
}

const LENGTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

fn length(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    LENGTHS[month as usize - 1] + u32::from(leap && month == 2)
}

/// The day before which nothing counts, found by going back a day, a month or a year at a time.
fn back(day: &str, many: u32, unit: char) -> String {
    let part = |range: std::ops::Range<usize>| day[range].parse::<u32>().unwrap();
    let (mut year, mut month, mut date) = (part(0..4), part(5..7), part(8..10));
    for _ in 0..many {
        match unit {
            'y' => year -= 1,
            'm' if month == 1 => (year, month) = (year - 1, 12),
            'm' => month -= 1,
            _ if date > 1 => date -= 1,
            _ => {
                (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
                date = length(year, month);
            }
        }
    }
    format!("{year:04}-{month:02}-{:02}", date.min(length(year, month)))
}

#[test]
fn the_last_of_each_and_the_ways_back_are_those_of_the_votes_asked_for() {
    let home = Home::new();
    for universe in [&[][..], &["body:council"], &["body:any"], &["kind:any", "outcome:any"]] {
        let all = rows(&home, universe);
        let last = all.iter().map(|row| text(row, "date")).max().unwrap().to_owned();
        let of = |term: &str| ids(&rows(&home, &[&[term], universe].concat()));
        let those = |holds: &dyn Fn(&Value) -> bool| ids(all.iter().filter(|row| holds(row)));
        assert_eq!(of("year:last"), those(&|row| text(row, "date")[..4] == last[..4]), "{universe:?}");
        for (term, many, unit) in
            [("10y", 10, 'y'), ("1y", 1, 'y'), ("6m", 6, 'm'), ("14m", 14, 'm'), ("30d", 30, 'd'), ("400d", 400, 'd')]
        {
            let day = back(&last, many, unit);
            assert_eq!(
                of(&format!("since:-{term}")),
                those(&|row| text(row, "date") >= &*day),
                "{universe:?} {term} {day}"
            );
            assert_eq!(
                of(&format!("not:since:-{term}")),
                those(&|row| text(row, "date") < &*day),
                "{universe:?} {term}"
            );
        }
        let regular = |row: &Value| text(row, "session").parse::<u32>().ok();
        if let Some(session) = all.iter().filter_map(regular).max() {
            assert_eq!(of("session:last"), those(&|row| regular(row) == Some(session)), "{universe:?}");
        }
    }
}

#[test]
fn what_a_term_lets_through_does_not_move_the_day_that_is_counted_from() {
    let home = Home::new();
    let council = rows(&home, &["body:council"]);
    let last = council.iter().map(|row| text(row, "date")).max().unwrap();
    let day = back(last, 3, 'y');
    let vetoes = rows(&home, &["veto:any"]);
    let late = ids(vetoes.iter().filter(|row| text(row, "date") >= &*day));
    assert!(!late.is_empty() && late.len() < vetoes.len());
    assert_eq!(ids(&rows(&home, &["veto:any", "since:-3y"])), late);
}

#[test]
fn both_ends_of_a_month_are_within() {
    let home = Home::new();
    let all = rows(&home, &[]);
    for month in ["2025-02", "2024-12", "1996-11", "2020-02"] {
        let until: BTreeSet<_> = ids(all.iter().filter(|row| &text(row, "date")[..7] <= month));
        let since: BTreeSet<_> = ids(all.iter().filter(|row| &text(row, "date")[..7] >= month));
        assert_eq!(ids(&rows(&home, &[&format!("until:{month}")])), until, "{month}");
        assert_eq!(ids(&rows(&home, &[&format!("since:{month}")])), since, "{month}");
    }
}

#[test]
fn the_window_shows_the_days_that_were_found() {
    let home = Home::new();
    let last = text(&rows(&home, &["--limit", "1"])[0], "date").to_owned();
    let said = home.run(&["list", "year:last", "KEN:yes"]).answer();
    assert!(said.contains(&format!("Window: year:{} KEN:yes", &last[..4])), "{said}");
    let said = home.run(&["agree", "KEN", "GHA", "since:-6m", "--format", "json"]).json();
    assert_eq!(said["window"]["query"], format!("since:{}", back(&last, 6, 'm')));
    let said = home.run(&["list", "session:last|ES-11"]).answer();
    assert!(said.contains("session:80|session:ES-11"), "{said}");
}
