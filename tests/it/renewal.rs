//! Where the record is from, how far it reaches, how it is renewed, and which sessions it has in part.

use plenary::record::{Record, Session};
use serde_json::Value;

use crate::common::Home;
use crate::explorer::Explorer;

#[test]
fn the_record_lists_its_sources_with_counts_days_and_terms() {
    let home = Home::new();
    let held = home.run(&["record", "--format", "json"]).json();
    let sources = held["sources"].as_array().unwrap();
    let sum: u64 = sources.iter().map(|source| source["rollcalls"].as_u64().unwrap()).sum();
    assert_eq!(Some(sum), held["rollcalls"].as_u64());
    let texts: u64 = sources.iter().map(|source| source["texts"].as_u64().unwrap()).sum();
    assert_eq!(Some(texts), held["texts"].as_u64());
    let of = |name: &str| sources.iter().find(|source| source["name"].as_str().unwrap().contains(name)).unwrap();
    for (name, body, rollcalls, first, last, terms) in [
        ("General Assembly Voting Data", "assembly", 5_698, "1946-01-26", "2025-12-18", "non-commercial"),
        ("Security Council Voting Data", "council", 2_755, "1946-01-25", "2025-10-31", "non-commercial"),
        ("UNSC votes since 1946", "council", 406, "1946-02-16", "2025-12-29", "CC BY 4.0"),
        ("machine-readable resolutions", "assembly", 11, "2026-03-10", "2026-06-04", "the UN to be named"),
    ] {
        let source = of(name);
        let keys = ["body", "rollcalls", "first", "last"].map(|key| source[key].clone());
        let said: [Value; 4] = [body.into(), rollcalls.into(), first.into(), last.into()];
        assert_eq!(keys, said, "{name}");
        assert!(source["terms"].as_str().unwrap().contains(terms), "{source}");
    }
    assert!(of("UNSC votes")["citation"].as_str().unwrap().contains("changed: 16 seats mended"));
    let table = home.run(&["record"]).answer();
    for part in [
        "5,709 adopted resolutions to 2026-06-04",
        "11 roll calls, 2026-03-10 to 2026-06-04",
        "https://digitallibrary.un.org/record/4060887, then plenary import FILE",
        "https://digitallibrary.un.org/record/4055387, then plenary import FILE",
        "https://doi.org/10.21410/7E4/Z0KECE",
        "session 80 is not over in this record",
        "some texts of sessions 74, ES-10, ES-11 are missing",
    ] {
        assert!(table.contains(part), "{part}: {table}");
    }
}

#[test]
fn an_answer_over_the_councils_drafts_names_whose_database_it_is() {
    let home = Home::new();
    for asked in [&["list", "veto:any", "year:2024"][..], &["show", "S/2025/115"], &["agree", "USA", "RUS", "veto:RUS"]]
    {
        let answer = home.run(asked).answer();
        for part in ["Sciences Po", "CC BY 4.0", "changed: 16 seats mended"] {
            assert!(answer.contains(part), "{part}: {answer}");
        }
    }
    // So do pictures of them.
    for link in ["show/S/2025/115", "world/S/2025/116", "compare/S/2025/115,S/2025/116", "pair/USA,RUS?veto:RUS"] {
        let file = home.path("draft.svg");
        home.run(&["picture", link, "--out", file.to_str().unwrap(), "--force"]).answer();
        let picture = std::fs::read_to_string(file).unwrap();
        assert!(picture.contains("changed: 16 seats mended"), "{link}: {picture}");
    }
    let answer = home.run(&["list", "year:2026"]).answer();
    assert!(answer.contains("Department for General Assembly and Conference Management"), "{answer}");
    assert!(!answer.contains("Sciences Po") && !answer.contains("4060887"), "{answer}");
}

#[test]
fn figures_over_a_part_of_a_session_say_so() {
    let home = Home::new();
    let (said, other) = ("session 80 is not over in this record", "session 79 is not over");
    for (asked, is_said) in [
        ("agree USA RUS since:2025 --by session", true),
        ("agree USA RUS since:2025 --by year", false),
        ("agree USA RUS session:70..79 --by session", false),
        ("agree USA RUS session:80 topic:ukraine --by session", true),
        ("bloc @EU since:2020 --by session", true),
        ("bloc @EU until:2024 --by session", false),
        ("texts --by session", true),
        ("texts session:75..79 --by session", false),
    ] {
        let answer = home.run(&asked.split(' ').collect::<Vec<_>>()).answer();
        assert_eq!(answer.contains(said), is_said, "{asked}: {answer}");
        assert!(!answer.contains(other), "{answer}");
    }
    let texts = home.run(&["texts", "--by", "session"]).answer();
    let row = |session: &str| texts.lines().find(|line| line.trim_start().starts_with(session)).unwrap();
    assert!(row("74").ends_with("in part") && row("80").ends_with("not over"), "{texts}");
    assert!(["75", "76", "77", "78", "79"].iter().all(|session| row(session).trim_end().ends_with(char::is_numeric)));
}

#[test]
fn a_session_is_over_once_the_record_reaches_its_end() {
    let record = Record::embedded().unwrap();
    assert_eq!(record.unfinished(), Some(Session::Regular(80)));
    let home = Home::new();
    home.file("next.csv", crate::import::table(&crate::import::rollcall(5_000_001)));
    home.run(&["import", "next.csv"]).answer();
    let texts = home.run(&["texts", "--by", "session"]).answer();
    assert!(!texts.contains("session 80 is not over"), "{texts}");
}

#[test]
fn the_help_says_how_far_each_source_reaches_and_how_to_renew_it() {
    let mut explorer = Explorer::new(120, 60, "");
    explorer.press("? End");
    for part in [
        "5,698 roll calls, 1946-01-26 to 2025-12-18",
        "plenary import FILE",
        "11 roll calls, 2026-03-10",
        "16 seats mended",
    ] {
        assert!(explorer.shows(part), "{part}: {}", explorer.text());
    }
}
