//! Members: the list, and the page of one of them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    RECORD, Sheet, asked, count, counts, figure, name, number_before, percent, rollcalls, run, table, typed, window,
};

/// Countries with the page of Hungary.
pub(super) fn member(query: &str) -> usize {
    let mut sheet = Sheet::after(&format!(": country/HUN?{} Enter", typed(query)), (220, 90));
    let of_all = asked(&["list"], query);
    rollcalls::time_line(&mut sheet, super::list(&of_all));
    for (_, member) in RECORD.members().iter() {
        if sheet.screen().contains(&format!(" {} ", member.code)) {
            row(&mut sheet, &asked(&["country", &member.code], query));
        }
    }
    let hungary = asked(&["country", "HUN"], query);
    page(&mut sheet, &hungary, query);
    sheet.texts(&of_all);
    window(&mut sheet, &hungary);
    sheet.phrases(&["member since 1955-12-14", "under 20", &on_council("HUN")]);
    sheet.account(&format!("countries {query}"))
}

/// When a member sat on the Council, by the roll calls on which it has a row: "1968–1969, 1992–1993: 181 roll calls".
fn on_council(code: &str) -> String {
    let rows = asked(&["list"], &format!("body:council {code}:yes|no|abstain|absent"));
    let rows = super::list(&rows);
    let years: BTreeSet<i32> = rows.iter().map(|row| row["date"].as_str().unwrap()[..4].parse().unwrap()).collect();
    let starts = years.iter().filter(|&year| !years.contains(&(year - 1)));
    let terms = starts.map(|&from| {
        let to = (from..=2100).take_while(|year| years.contains(year)).last().unwrap();
        if from == to { from.to_string() } else { format!("{from}–{to}") }
    });
    format!("{}: {} roll calls", terms.collect::<Vec<_>>().join(", "), rows.len())
}

fn row(sheet: &mut Sheet, of: &Value) {
    let [cast, yes, no, abstain, absent] =
        ["n", "yes", "no", "abstain", "absent"].map(|key| of[key].as_u64().unwrap_or_default());
    let shares = [yes, no, abstain].map(|some| percent(some, cast)).into_iter().filter(|_| cast > 0);
    let attendance = (cast + absent > 0).then(|| percent(cast, cast + absent));
    let voted = (cast + absent > 0).then(|| percent(cast, of["window"]["rollcalls"].as_u64().unwrap()));
    let figures: Vec<_> = [count(cast)].into_iter().chain(attendance).chain(voted).chain(shares).collect();
    sheet.claim(of["code"].as_str().unwrap(), &figures);
}

fn page(sheet: &mut Sheet, of: &Value, query: &str) {
    let votes = ["yes", "no", "abstain", "absent"];
    sheet.must("Y", &counts(of, &votes), "");
    let [cast, yes, no, abstain, absent] = ["n", "yes", "no", "abstain", "absent"].map(|key| of[key].as_u64().unwrap());
    let shares = [yes, no, abstain].map(|some| percent(some, cast));
    sheet.must("", &[shares.to_vec(), vec![count(cast)]].concat(), "cast");
    sheet.must("", &[percent(cast, cast + absent), count(cast + absent)], "as a member");
    for near in ["closest", "farthest"].iter().flat_map(|key| super::list(&of[*key])) {
        sheet.named(name(&near["code"]), &figure(near, "agreement"));
    }
    let words: Vec<_> = ["country", "HUN"].into_iter().chain(query.split_whitespace()).collect();
    let rows = run(&words, "csv").unwrap();
    for row in rows.lines().map(|row| row.split(',').collect::<Vec<_>>()) {
        if let ["year" | "topic", _, key, _, _, votes @ ..] = row.as_slice() {
            let votes: Vec<_> = votes.iter().map(|votes| count(votes.parse().unwrap())).collect();
            let cut: String = key.chars().take(13).chain(['…']).collect();
            let times = sheet.claim(key, &votes) + sheet.claim(&cut, &votes);
            assert!(times > 0, "{row:?} is not in\n{}", sheet.screen());
        }
    }
    lone(sheet, &table(&["country", "HUN"], query));
}

/// Votes that few others cast, and how many members are too few votes away.
fn lone(sheet: &mut Sheet, said: &str) {
    let figures =
        ["cast alone", "with at most"].map(|text| number_before(said, text).unwrap_or_else(|| "0".to_owned()));
    sheet.claim("", &[figures.to_vec(), vec!["3".to_owned()]].concat());
    for line in said.lines() {
        let words: Vec<_> = line.split_whitespace().collect();
        if let [day, symbol, vote @ ("yes" | "no" | "abstain"), others, ..] = words.as_slice() {
            sheet.texts(&Value::from(vec![*day, *symbol]));
            sheet.claim(&vote[..1].to_uppercase(), &[format!("+{others}")]);
        }
    }
    if let Some(few) = said.split("not enough votes to rank ").nth(1).and_then(|rest| rest.split_whitespace().next()) {
        sheet.between("", &[few.to_owned()], "under");
    }
}
