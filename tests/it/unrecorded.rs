//! Votes by member that were not recorded: a sixth thing beside the five states, for whole roll calls. No member is in any
//! state there, and no figure counts them.

use std::fs;

use serde_json::Value;

use crate::common::{Home, of_all};
use crate::import::{rollcall, table};

const THREE: [&str; 3] = ["A/RES/39/28A", "A/RES/39/28B", "A/RES/43/62"];

fn symbols(home: &Home, query: &[&str]) -> Vec<String> {
    let ran = home.run(&[&["list", "--format", "json"], query].concat());
    let rows: Value = serde_json::from_str(&ran.out()).unwrap();
    rows.as_array().unwrap().iter().map(|row| row["symbol"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn they_have_no_tally_and_no_member() {
    let home = Home::new();
    for symbol in THREE {
        let shown = home.run(&["show", symbol, "--format", "json"]).json();
        for count in ["yes", "no", "abstain", "absent", "members"] {
            assert_eq!(shown[count], Value::Null, "{symbol} {count}");
        }
        assert_eq!((&shown["votes"], &shown["groups"]), (&serde_json::json!({}), &serde_json::json!([])));
        let said = home.run(&["show", symbol]).answer();
        assert!(said.contains("votes by member not recorded") && !said.contains("Absent ("), "{said}");
    }
    let listed = home.run(&["list", "symbol:39/28", "date:1984-11-30"]).answer();
    assert_eq!(listed.matches("votes by member not recorded").count(), 2, "{listed}");
    let csv = home.run(&["list", "symbol:43/62", "--format", "csv"]).answer();
    assert!(csv.lines().nth(1).unwrap().ends_with(",,,,,,assembly,resolution,adopted"), "{csv}");
}

#[test]
fn no_term_of_a_query_finds_a_vote_or_a_count_there() {
    let home = Home::new();
    for term in [
        "USA:absent",
        "USA:yes",
        "yes<5",
        "no<=0",
        "abstain<1",
        "absent>100",
        "margin<20",
        "margin:..0",
        "unanimous",
        "contested",
        "@EU:unanimous",
        "@EU:split",
        "FRA=GBR",
        "FRA!=GBR",
    ] {
        let found = symbols(&home, &[term, "session:39|session:43"]);
        assert!(!found.iter().any(|symbol| THREE.contains(&symbol.as_str())), "{term}");
    }
    for (key, reverse) in
        [("yes", false), ("no", true), ("abstain", true), ("absent", false), ("margin", true), ("margin", false)]
    {
        let mut query = vec!["year:1984", "--sort", key];
        query.extend(reverse.then_some("--reverse"));
        let found = symbols(&home, &query);
        assert!(found.iter().rev().take(2).all(|symbol| THREE.contains(&symbol.as_str())), "{key}");
    }
}

#[test]
fn nor_does_a_term_that_leaves_votes_out_find_them() {
    let home = Home::new();
    let sessions = "session:39|session:43";
    let all = symbols(&home, &[sessions]);
    assert!(THREE.iter().all(|symbol| all.iter().any(|known| known == symbol)));
    for term in [
        "MEX:yes",
        "@NATO:split",
        "USA=RUS",
        "USA!=IND",
        "KEN=yes=GHA",
        "yes>100",
        "margin<5",
        "alone:USA",
        "unanimous",
        "title:cuba|MEX:no",
    ] {
        let left = symbols(&home, &[&format!("not:{term}"), sessions]);
        assert!(!left.iter().any(|symbol| THREE.contains(&symbol.as_str())), "{term}");
        assert!(!left.is_empty(), "{term}");
    }
    // What is known of them leaves them in.
    for term in ["xylophone", "topic:cuba", "year:1999", "symbol:ES-11", "veto:any"] {
        let left = symbols(&home, &[&format!("not:{term}"), sessions]);
        assert!(THREE.iter().all(|symbol| left.iter().any(|known| known == symbol)), "{term}");
    }
}

#[test]
fn nobody_knows_of_a_veto_where_votes_in_the_council_were_not_recorded() {
    let home = Home::new();
    let rows = |query: &[&str]| {
        let ran = home.run(&[&["list", "--format", "json", "body:council"], query].concat());
        ran.json().as_array().unwrap().clone()
    };
    let unrecorded = |rows: &[Value]| rows.iter().filter(|row| row["yes"].is_null()).count();
    let (all, vetoed, rest) = (rows(&[]), rows(&["veto:any"]), rows(&["not:veto:any"]));
    assert!(unrecorded(&all) > 0);
    assert_eq!(unrecorded(&rest), 0);
    assert_eq!(rest.len() + vetoed.len() + unrecorded(&all) - unrecorded(&vetoed), all.len());
}

#[test]
fn no_figure_counts_them() {
    let home = Home::new();
    for (query, absences) in [("year:1984", 0), ("symbol:43/62", 0)] {
        let country = home.run(&["country", "USA", query, "--format", "json"]);
        let answer: Value = serde_json::from_str(&country.out()).unwrap();
        assert_eq!(answer["absent"], absences, "{query}");
    }
    let said = home.run(&["country", "USA", "year:1984"]).answer();
    assert!(said.contains(&of_all("149 of {all} roll calls · 2 without votes by member")), "{said}");
    for metric in ["state", "agreement", "exact"] {
        let with = home.run(&["agree", "USA", "BRA", "year:1984", "--metric", metric, "--format", "json"]).json();
        let without = [
            "agree",
            "USA",
            "BRA",
            "year:1984",
            "-symbol:39/28A",
            "-symbol:39/28B",
            "--metric",
            metric,
            "--format",
            "json",
        ];
        let mut without = without.to_vec();
        without.insert(4, "--");
        let options: Vec<_> = without.drain(7..).collect();
        without.splice(1..1, options);
        let without = home.run(&without).json();
        for key in ["n", "value", "absent", "matrix"] {
            assert_eq!(with[key], without[key], "{metric} {key}");
        }
    }
    let bloc = home.run(&["bloc", "@EU", "symbol:43/62", "--format", "json"]);
    let answer: Value = serde_json::from_str(&bloc.out()).unwrap();
    assert_eq!(answer["a"]["cohesion"]["n"], 0);
    for call in ["absent(39/28A)", "yes(43/62)", "@EU-abstain(39/28B)"] {
        home.run(&["bloc", call]).fails(2, &["votes by member not recorded; take another roll call"]);
    }
    // In a series the next one is held against the last whose votes are known: 42/25, not 43/62.
    let series = home.run(&["series", "44/104", "--format", "json"]).json();
    let of = |symbol: &str| {
        let found = series.as_array().unwrap().iter().find(|row| row["symbol"] == symbol).unwrap();
        ["left", "joined"].map(|key| found[key].as_array().unwrap().len())
    };
    assert_eq!(of("A/RES/43/62"), [0, 0]);
    assert!(of("A/RES/44/104").iter().all(|&members| members < 20), "{:?}", of("A/RES/44/104"));
    home.run(&["compare", "39/28A", "ES-11/7"])
        .fails(2, &["39/28A", "votes by member not recorded", "compare other roll calls"]);
}

/// The totals of a vote may be known where its members are not.
#[test]
fn totals_without_votes_by_member_are_told_and_not_counted() {
    let home = Home::new();
    let mut rows = rollcall(5_000_003);
    for row in &mut rows {
        "X".clone_into(&mut row[3]);
        for (cell, total) in row[14..19].iter_mut().zip(["2", "1", "0", "0", "3"]) {
            total.clone_into(cell);
        }
    }
    home.file("totals.csv", table(&rows));
    home.run(&["import", "totals.csv"]).answer();
    let shown = home.run(&["show", "81/3", "--format", "json"]).json();
    assert_eq!((&shown["yes"], &shown["note"]), (&Value::Null, &"The source states 2–1–0.".into()));
    assert_eq!(home.run(&["check"]).code(), 0);
    assert_eq!(symbols(&home, &["yes=2", "year:2026"]), Vec::<String>::new());
    rows.truncate(2);
    home.file("cut.csv", table(&rows));
    home.run(&["import", "cut.csv"]).fails(2, &["do not give the stated totals"]);
}

/// A roll call of the kind in a user's file, by whatever way it came there.
#[test]
fn another_roll_call_of_the_kind_is_known_by_its_rows() {
    let home = Home::new();
    let mut rows = [rollcall(5_000_001), rollcall(5_000_002)].concat();
    for row in &mut rows[3..] {
        "X".clone_into(&mut row[3]);
        for (cell, total) in row[14..19].iter_mut().zip(["0", "0", "0", "3", "3"]) {
            total.clone_into(cell);
        }
    }
    home.file("two.csv", table(&rows));
    home.run(&["import", "two.csv"]).answer();
    let shown = home.run(&["show", "81/2", "--format", "json"]).json();
    assert_eq!(
        (&shown["absent"], &shown["members"], &shown["votes"]),
        (&Value::Null, &Value::Null, &serde_json::json!({}))
    );
    assert_eq!(home.run(&["show", "81/1", "--format", "json"]).json()["votes"]["USA"], "no");
    assert_eq!(symbols(&home, &["USA:absent", "year:2026"]), Vec::<String>::new());
    let check = home.run(&["check"]);
    assert!(check.answer().contains("A/RES/81/2"), "{}", check.out());
    // In the program's own format, as an earlier version wrote it, with a letter for each of them.
    let stored = fs::read_to_string(home.record()).unwrap();
    let lines: Vec<_> = stored
        .lines()
        .map(|line| if line.contains("81/2\"") { line.replace("..........", "XXXXXXXXXX") } else { line.to_owned() })
        .collect();
    home.file("old.jsonl", lines.join("\n") + "\n");
    let shown = home.run(&["show", "81/2", "--record", "old.jsonl", "--format", "json"]).json();
    assert_eq!((&shown["absent"], &shown["votes"]), (&Value::Null, &serde_json::json!({})));
    // A file without votes never takes the place of votes that are there.
    for row in &mut rows[..3] {
        "X".clone_into(&mut row[3]);
        for (cell, total) in row[14..19].iter_mut().zip(["0", "0", "0", "3", "3"]) {
            total.clone_into(cell);
        }
    }
    home.file("again.csv", table(&rows));
    let ran = home.run(&["import", "again.csv"]);
    ran.answer();
    assert!(ran.err().contains("1 roll call has no member's vote; the record keeps its own: 5000001"), "{}", ran.err());
    assert_eq!(home.run(&["show", "81/1", "--format", "json"]).json()["votes"]["USA"], "no");
}
