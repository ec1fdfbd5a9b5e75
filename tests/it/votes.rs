//! `plenary votes`: every vote as rows, held against `show` and `record`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::common::Home;

/// The rows of a CSV without quoted cells, by their columns.
fn rows(csv: &str) -> Vec<BTreeMap<&str, &str>> {
    let mut lines = csv.lines();
    let columns: Vec<_> = lines.next().unwrap().split(',').collect();
    lines.map(|line| columns.iter().copied().zip(line.split(',')).collect()).collect()
}

#[test]
fn all_votes_of_the_record_are_there() {
    let home = Home::new();
    let all = home.run(&["votes", "body:any", "kind:any", "outcome:any"]).answer();
    let held = home.run(&["record", "--format", "json"]).json();
    assert_eq!(all.lines().count() as u64 - 1, held["votes"].as_u64().unwrap());
    let dates: Vec<_> = all.lines().skip(1).map(|line| line.rsplit(',').nth(4).unwrap()).collect();
    assert!(dates.is_sorted());
    assert!(dates.iter().all(|date| date.len() == 10));
}

/// A row for each member that `show` has, with the same vote.
#[test]
fn a_roll_call_has_the_votes_that_show_gives() {
    let home = Home::new();
    for symbol in ["ES-11/7", "68/262", "181(II)", "S/RES/2774", "S/2025/115", "3379(XXX)", "62/243"] {
        let shown = home.run(&["show", symbol, "--format", "json"]).json();
        let csv = home.run(&["votes", symbol]).answer();
        let votes: BTreeMap<_, _> = rows(&csv).into_iter().map(|row| (row["code"], row["vote"])).collect();
        let expected: BTreeMap<_, _> = shown["votes"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(code, vote)| (code.as_str(), vote.as_str().unwrap()))
            .collect();
        assert_eq!(votes, expected, "{symbol}");
        assert!(rows(&csv).iter().all(|row| row["symbol"] == shown["symbol"] && row["body"] == shown["body"]));
    }
}

/// Each vote once more as a letter, and nothing where a member has no row.
#[test]
fn wide_and_long_say_the_same() {
    let home = Home::new();
    let query = ["votes", "year:1990..1991", "topic:nuclear"];
    let long = home.run(&query).answer();
    let wide = home.run(&[&query[..], &["--wide"]].concat()).answer();
    let json = home.run(&[&query[..], &["--format", "json"]].concat()).json();
    let wide_json = home.run(&[&query[..], &["--wide", "--format", "json"]].concat()).json();
    let long = rows(&long);
    assert_eq!(json.as_array().unwrap().len(), long.len());
    for (row, json) in long.iter().zip(json.as_array().unwrap()) {
        assert_eq!(
            (row["id"], row["code"], row["vote"]),
            (&*json["id"].to_string(), json["code"].as_str().unwrap(), json["vote"].as_str().unwrap())
        );
    }
    let letters = BTreeMap::from([("yes", "Y"), ("no", "N"), ("abstain", "A"), ("absent", "X")]);
    let votes: BTreeMap<_, _> = long.iter().map(|row| ((row["id"], row["code"]), letters[row["vote"]])).collect();
    let mut found = 0;
    for (row, json) in rows(&wide).iter().zip(wide_json.as_array().unwrap()) {
        for (code, letter) in row.iter().filter(|(code, _)| code.len() == 3) {
            assert_eq!(votes.get(&(row["id"], *code)).copied().unwrap_or_default(), *letter, "{code}");
            let json = &json[*code];
            assert_eq!(json.as_str().unwrap_or_default(), *letter, "{code}");
            assert_eq!(json == &Value::Null, letter.is_empty(), "{code}");
            found += usize::from(!letter.is_empty());
        }
    }
    assert_eq!(found, votes.len());
}

/// The members of a bloc are those of each roll call's day.
#[test]
fn a_bloc_has_its_members_of_the_day() {
    let home = Home::new();
    for (year, members) in
        [("year:1994", 12), ("year:1996", 15), ("year:2010", 27), ("year:2015", 28), ("year:2024", 27)]
    {
        let ran = home.run(&["votes", year, "--members", "@EU"]);
        let csv = ran.answer();
        let mut by_rollcall: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &rows(&csv) {
            *by_rollcall.entry(row["id"]).or_default() += 1;
        }
        assert!(!by_rollcall.is_empty() && by_rollcall.values().all(|&many| many == members), "{year}");
        assert!(ran.err().contains("@EU: Members on the day of each roll call."), "{}", ran.err());
    }
}

#[test]
fn what_has_no_rows_says_why() {
    let home = Home::new();
    let none = home.run(&["votes", "39/28A"]);
    none.fails(1, &["none of these members has a vote that was recorded"]);
    assert_eq!(none.out().trim(), "id,symbol,date,session,body,code,vote");
    home.run(&["votes", "zebra"]).fails(1, &["no roll call matches \"zebra\""]);
    home.run(&["votes", "--members", "@EUU"]).fails(2, &["did you mean EU?"]);
    home.run(&["votes", "since:2000", "--format", "table"])
        .fails(2, &["rows are too many for a table", "--format csv"]);
    let table = home.run(&["votes", "ES-11/7", "--members", "USA+RUS", "--format", "table"]).answer();
    assert!(table.contains("RUS   no") && table.contains("A/RES/ES-11/7"), "{table}");
}
