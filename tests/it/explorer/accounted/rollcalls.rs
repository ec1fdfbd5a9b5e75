//! Roll calls: the list, and the page of one of them.

use serde_json::Value;

use super::{SIZE, Sheet, asked, counts, json, n, percent, run, short, typed, window};

const TALLY: [&str; 5] = ["yes", "no", "abstain", "absent", "members"];

/// The votes list over a window, with the page of the first.
pub(super) fn list(query: &str) -> usize {
    let mut sheet = Sheet::after(&format!("/ {} Enter", typed(query)), SIZE);
    let rows = asked(&["list"], query);
    let rows = super::list(&rows);
    listed(&mut sheet, rows, &TALLY[..4]);
    about(&mut sheet, &rows[0]["symbol"]);
    time_line(&mut sheet, rows);
    sheet.texts(&Value::from(rows));
    window(&mut sheet, &asked(&["country", "USA"], query));
    sheet.account(&format!("votes {query}"))
}

/// The page of a roll call in the middle of a window.
pub(super) fn page(query: &str) -> usize {
    let rows = asked(&["list"], query);
    let rows = super::list(&rows);
    let symbol = &rows[rows.len() / 2]["symbol"];
    let keys = format!(": show/{}?{} Enter", short(symbol), typed(query));
    let mut sheet = Sheet::after(&keys, (SIZE.0, 80));
    listed(&mut sheet, rows, &TALLY[..4]);
    about(&mut sheet, symbol);
    time_line(&mut sheet, rows);
    sheet.texts(&Value::from(rows));
    window(&mut sheet, &asked(&["country", "USA"], query));
    sheet.account(&format!("roll call {symbol}"))
}

/// Rows of roll calls with some of their counts.
pub(super) fn listed(sheet: &mut Sheet, rows: &[Value], keys: &[&str]) {
    for row in rows {
        let counts = counts(row, keys);
        // In lists the margin is behind them.
        if let Some((yes, no)) = row["yes"].as_i64().zip(row["no"].as_i64()) {
            sheet.named(short(&row["symbol"]), &[&counts[..], &[n(&Value::from(yes - no))]].concat());
        }
        sheet.named(short(&row["symbol"]), &counts);
    }
}

/// The page of a roll call.
fn about(sheet: &mut Sheet, symbol: &Value) {
    let symbol = symbol.as_str().unwrap();
    let shown = json(&["show", symbol]);
    sheet.must("Y", &counts(&shown, &TALLY), "members");
    if shown["closeness"].is_object() {
        let close = ["margin", "simple", "two_thirds"].map(|key| &shown["closeness"][key]);
        sheet.claim("margin", &close.into_iter().filter(|one| !one.is_null()).map(n).collect::<Vec<_>>());
    }
    for (heading, key) in [("Yes", "yes"), ("No", "no"), ("Abstaining", "abstain"), ("Absent", "absent")] {
        sheet.claim(heading, &[n(&shown[key])]);
    }
    for group in super::list(&shown["groups"]) {
        let [yes, no, abstain] = ["yes", "no", "abstain"].map(|key| group[key].as_f64().unwrap());
        let (most, all) = (yes.max(no).max(abstain), yes + no + abstain);
        let cohesion = (all > 0.0).then(|| format!("{:.2}", (most - (all - most) / 2.0) / all));
        let figures = counts(group, &TALLY[..4]).into_iter().chain(cohesion).collect::<Vec<_>>();
        let name = group["group"].as_str().unwrap();
        sheet.must(if name == "none" { "in no group" } else { name }, &figures, "");
    }
    if let Some(series) = run(&["series", symbol], "json") {
        let series: Value = serde_json::from_str(&series).unwrap();
        let rows = super::list(&series);
        listed(sheet, rows, &TALLY[..3]);
        let at = rows.iter().position(|row| row["symbol"] == symbol).unwrap() as u64 + 1;
        sheet.claim("Series", &[super::count(at), super::count(rows.len() as u64)]);
        sheet.texts(&series);
    }
    sheet.texts(&shown);
    let session = shown["session"].as_str().unwrap().trim_start_matches(|c: char| !c.is_ascii_digit());
    let ordinals = ["st", "nd", "rd", "th"].map(|end| format!("{session}{end}"));
    sheet.phrases(&ordinals.each_ref().map(String::as_str));
}

/// How many roll calls, and which shares of them were broad and contested.
pub(super) fn time_line(sheet: &mut Sheet, rows: &[Value]) {
    let (mut broad, mut contested, all) = (0, 0, rows.len() as u64);
    for row in rows {
        let votes = ["yes", "no", "abstain"].map(|key| row[key].as_u64().unwrap_or_default());
        broad += u64::from(10 * votes[0] > 9 * votes.iter().sum::<u64>());
        contested += u64::from(votes.iter().filter(|&&votes| votes > 0).count() > 1);
    }
    sheet.claim("roll calls", &[super::count(all)]);
    sheet.claim("over 90 % yes", &[percent(broad, all)]);
    sheet.claim("contested", &[percent(contested, all)]);
}
