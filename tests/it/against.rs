//! `plenary check --against`: what another record has otherwise, and the notes that are made of it.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use crate::common::{Home, unvotes};

const ASSET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl");
const NOTES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/notes.json");
/// The source of the notes that are made here, by which they are known again.
const SOURCE: &str = "unvotes 0.3.0, by plenary check --against";

/// The record, each line but the header through `change`, as a file of the home.
fn record(home: &Home, name: &str, change: impl Fn(&mut Value)) {
    let text = fs::read_to_string(ASSET).unwrap();
    let (header, lines) = text.split_once('\n').unwrap();
    let changed = lines.lines().map(|line| {
        let mut line = serde_json::from_str(line).unwrap();
        change(&mut line);
        line.to_string()
    });
    home.file(name, format!("{header}\n{}\n", changed.collect::<Vec<_>>().join("\n")));
}

fn seats() -> Vec<String> {
    let text = fs::read_to_string(ASSET).unwrap();
    let header: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    header["seats"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect()
}

/// Turns a member's vote on a line of the record's file.
fn turn(line: &mut Value, seats: &[String], code: &str, to: char) {
    let at = seats.iter().position(|seat| seat == code).unwrap();
    let mut votes: Vec<char> = line["votes"].as_str().unwrap().chars().collect();
    votes[at] = to;
    line["votes"] = votes.into_iter().collect::<String>().into();
}

#[test]
fn a_record_beside_itself_differs_nowhere() {
    let home = Home::new();
    let answer = home.run(&["check", "--against", ASSET, "--format", "json"]).json();
    assert_eq!(answer["differ"], 0);
    assert_eq!((&answer["rollcalls"], &answer["by"]), (&json!([]), &json!([])));
    // The three whose votes by member were not recorded are not compared; the Council's and Voeten's are only here.
    assert_eq!((&answer["rollcalls_compared"], &answer["votes_compared"]), (&5706.into(), &949_709.into()));
    assert_eq!((&answer["only_here"], &answer["only_there"]), (&4_446.into(), &0.into()));
}

#[test]
fn what_another_record_has_otherwise_is_listed_by_roll_call_and_state() {
    let (home, seats) = (Home::new(), seats());
    record(&home, "other.jsonl", |line| {
        if line["symbol"] == "A/RES/ES-11/7" {
            turn(line, &seats, "USA", 'Y');
            turn(line, &seats, "FRA", 'X');
            turn(line, &seats, "DEU", '.');
        }
        if line["symbol"] == "A/RES/68/262" {
            turn(line, &seats, "FRA", 'X');
        }
    });
    let ran = home.run(&["check", "--against", "other.jsonl", "--format", "json"]);
    let answer = ran.json();
    assert_eq!(answer["differ"], 4);
    let by = answer["by"].as_array().unwrap();
    assert_eq!(by.len(), 3);
    assert_eq!(by[0], json!({"here": "yes", "there": "absent", "votes": 2}));
    assert!(by.contains(&json!({"here": "no", "there": "yes", "votes": 1})), "{by:?}");
    assert!(by.contains(&json!({"here": "yes", "there": null, "votes": 1})), "{by:?}");
    let first = &answer["rollcalls"][0];
    assert_eq!((&first["symbol"], &first["differ"]), (&"A/RES/ES-11/7".into(), &3.into()));
    assert_eq!(
        first["members"],
        json!([
            {"code": "DEU", "here": "yes", "there": null},
            {"code": "FRA", "here": "yes", "there": "absent"},
            {"code": "USA", "here": "no", "there": "yes"},
        ])
    );
    let csv = home.run(&["check", "--against", "other.jsonl", "--format", "csv"]).answer();
    assert!(csv.contains("A/RES/68/262,2014-03-27,FRA,yes,absent"), "{csv}");
    // A record that lacks roll calls, and has one of its own.
    let text = fs::read_to_string(ASSET).unwrap();
    let few: Vec<_> = text.lines().take(11).collect();
    home.file("few.jsonl", few.join("\n") + "\n");
    let answer = home.run(&["check", "--against", "few.jsonl", "--format", "json"]).json();
    assert_eq!((&answer["rollcalls_compared"], &answer["only_there"]), (&10.into(), &0.into()));
    let turned = home.run(&["check", "--against", ASSET, "--record", "few.jsonl", "--format", "json"]).json();
    assert_eq!((&turned["rollcalls_compared"], &turned["only_here"]), (&10.into(), &0.into()));
}

/// Other numbers, as a record of another maker has them: symbols, sessions and votes say what is the same.
#[test]
fn without_a_number_in_common_symbol_session_and_votes_tell() {
    let (home, seats) = (Home::new(), seats());
    record(&home, "other.jsonl", |line| {
        let id = line["id"].as_u64().unwrap();
        line["id"] = (id + 100_000_000).into();
        if line["symbol"] == "A/RES/ES-11/7" {
            line["symbol"] = "R/ES-11/7".into();
            turn(line, &seats, "USA", 'Y');
        }
        // Under no symbol that says which it is, but with votes that do.
        if line["symbol"] == "A/RES/68/262" {
            line["symbol"] = "".into();
        }
        // Under the symbol of another, with other votes.
        if line["symbol"] == "A/RES/77/229" {
            let votes: String = line["votes"]
                .as_str()
                .unwrap()
                .chars()
                .map(|vote| match vote {
                    'Y' => 'N',
                    'N' => 'Y',
                    other => other,
                })
                .collect();
            line["votes"] = votes.into();
        }
    });
    let answer = home.run(&["check", "--against", "other.jsonl", "--format", "json"]).json();
    assert_eq!(answer["rollcalls_compared"], 5705, "{}", answer["only_here"]);
    assert_eq!(answer["differ"], 1, "{}", answer["rollcalls"]);
    assert_eq!(answer["rollcalls"][0]["members"], json!([{"code": "USA", "here": "no", "there": "yes"}]));
}

#[test]
fn what_is_no_record_or_has_nothing_in_common_is_told_in_one_line() {
    let home = Home::new();
    home.run(&["check", "--against", "nowhere.jsonl"]).fails(2, &["nowhere.jsonl", "can't be read"]);
    home.file("letter.txt", "dear reader");
    home.run(&["check", "--against", "letter.txt"]).fails(2, &["letter.txt", "not a record of plenary"]);
    let text = fs::read_to_string(ASSET).unwrap();
    home.file("none.jsonl", text.lines().next().unwrap().to_owned() + "\n");
    let ran = home.run(&["check", "--against", "none.jsonl", "--format", "json"]);
    ran.fails(1, &["the two records have no vote in common"]);
    let answer: Value = serde_json::from_str(&ran.out()).unwrap();
    assert_eq!((&answer["rollcalls_compared"], &answer["only_there"]), (&0.into(), &0.into()));
}

/// The record made of the tables of unvotes, beside the one in use.
fn beside_unvotes() -> Value {
    let home = Home::new();
    let [votes, rollcalls, issues] = &unvotes();
    home.run(&["import", votes, rollcalls, issues, "--to", "unvotes.jsonl"]).answer();
    home.run(&["check", "--against", "unvotes.jsonl", "--format", "json"]).json()
}

/// "32 absent here and yes there, 3 abstain here and yes there".
fn in_words(members: &Value) -> String {
    let place = |state: &Value| ["yes", "no", "abstain", "absent"].iter().position(|word| state == word);
    let mut kinds: BTreeMap<_, (usize, String)> = BTreeMap::new();
    for member in members.as_array().unwrap() {
        let [here, there] = ["here", "there"].map(|key| &member[key]);
        let word = |state: &Value| state.as_str().unwrap_or("not a member").to_owned();
        let said = format!("{} here and {} there", word(here), word(there));
        kinds.entry((place(here), place(there))).or_insert((0, said)).0 += 1;
    }
    let mut kinds: Vec<_> = kinds.into_values().collect();
    kinds.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    kinds.into_iter().map(|(count, said)| format!("{count} {said}")).collect::<Vec<_>>().join(", ")
}

/// Each roll call on which unvotes has ten or more members otherwise has a note that says so. `PLENARY_WRITE=1` writes them.
#[test]
#[ignore = "needs ../shared/data"]
fn where_unvotes_has_many_otherwise_a_note_says_so() {
    let answer = beside_unvotes();
    assert!(answer["rollcalls_compared"].as_u64().unwrap() > 4_700, "{}", answer["rollcalls_compared"]);
    let differ = answer["differ"].as_u64().unwrap();
    assert_eq!(differ, answer["by"].as_array().unwrap().iter().map(|by| by["votes"].as_u64().unwrap()).sum::<u64>());
    assert!((2_500..4_000).contains(&differ), "{differ}");
    let mut notes: Vec<Value> = serde_json::from_str(&fs::read_to_string(NOTES).unwrap()).unwrap();
    notes.retain(|note| note["source"] != SOURCE);
    for rollcall in answer["rollcalls"].as_array().unwrap() {
        let differ = rollcall["differ"].as_u64().unwrap();
        if differ >= 10 {
            let remark = format!("unvotes has {differ} members otherwise: {}.", in_words(&rollcall["members"]));
            notes.push(json!({"id": rollcall["id"], "remark": remark, "source": SOURCE}));
        }
    }
    notes.sort_by_key(|note| note["id"].as_u64());
    let has = |symbol: &str| {
        let rollcalls = answer["rollcalls"].as_array().unwrap();
        rollcalls.iter().any(|rollcall| rollcall["symbol"] == symbol && rollcall["differ"].as_u64().unwrap() >= 10)
    };
    for symbol in ["A/RES/34/24", "A/RES/35/113", "A/RES/34/13", "A/RES/31/44"] {
        assert!(has(symbol), "{symbol}");
    }
    let mut kept: Vec<Value> = serde_json::from_str(&fs::read_to_string(NOTES).unwrap()).unwrap();
    if std::env::var_os("PLENARY_WRITE").is_some() {
        let lines: Vec<_> = notes.iter().map(ToString::to_string).collect();
        fs::write(NOTES, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
        kept.clone_from(&notes);
    }
    assert_eq!(kept, notes, "PLENARY_WRITE=1 writes them anew");
}

#[test]
fn the_notes_are_shown_with_their_source() {
    let home = Home::new();
    for (symbol, said) in
        [("34/24", "37 members otherwise: 32 absent here and yes there"), ("31/44", "16 members otherwise")]
    {
        let shown = home.run(&["show", symbol, "--format", "json"]).json();
        let note = shown["note"].as_str().unwrap();
        assert!(note.contains(said) && note.contains("unvotes 0.3.0"), "{note}");
    }
    for symbol in ["38/17", "ES-7/5"] {
        assert!(home.run(&["show", symbol]).answer().contains("unvotes"), "{symbol}");
    }
}
