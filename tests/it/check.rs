//! `plenary check`: what it counts again, and what it finds in a record that was tampered with.

use std::fs;

use crate::common::Home;

/// The embedded record's oddities are those that its notes say.
#[test]
fn the_embedded_record_holds() {
    let home = Home::new();
    let ran = home.run(&["check", "--format", "json"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let answer = ran.json();
    let checks = answer["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 5);
    assert!(checks.iter().all(|check| check["found"].as_array().unwrap().is_empty()), "{answer}");
    let checked = |name: &str| {
        let check = checks.iter().find(|check| check["name"].as_str().unwrap().contains(name)).unwrap();
        (check["checked"].as_u64().unwrap(), check["remarked"].as_u64().unwrap())
    };
    assert_eq!(checked("tallies"), (5_698, 0));
    // Rows before the member's admission, each with its note.
    assert_eq!(checked("membership"), (948_063, 16));
    assert_eq!(answer["checksum"], home.run(&["record", "--format", "json"]).json()["checksum"]);
}

/// The record as a file of its own, changed by `change`, and what `check` says of it.
fn changed(change: impl FnOnce(String) -> String) -> (i32, String) {
    let home = Home::new();
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl")).unwrap();
    let file = home.file("changed.jsonl", change(text));
    let ran = home.run(&["check", "--record", file.to_str().unwrap()]);
    (ran.code(), ran.out() + &ran.err())
}

#[test]
fn a_changed_record_is_found_out() {
    // Two roll calls of one symbol.
    let (code, said) = changed(|text| text.replacen("A/RES/ES-11/8", "A/RES/ES-11/7", 1));
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("symbol A/RES/ES-11/7 is of another roll call too"), "{said}");
    // A vote of Palau's, a member since 1994, on a roll call of 1946.
    let (code, said) = changed(|text| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        let header: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
        let seats = header["seats"].as_array().unwrap();
        let palau = seats.iter().position(|code| code == "PLW").unwrap();
        let mut line: serde_json::Value = serde_json::from_str(&lines[1]).unwrap();
        let mut votes: Vec<char> = line["votes"].as_str().unwrap().chars().collect();
        votes.resize(seats.len().max(votes.len()), '.');
        votes[palau] = 'Y';
        line["votes"] = votes.into_iter().collect::<String>().into();
        lines[1] = line.to_string();
        lines.join("\n") + "\n"
    });
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("PLW has a row, but was admitted on 1994-12-15"), "{said}");
}

#[test]
fn the_tables_of_unvotes_hold_too() {
    let home = Home::new();
    let names = ["un_votes", "un_roll_calls", "un_roll_call_issues"];
    let raw: Option<Vec<_>> = names.iter().map(|name| crate::common::raw(&format!("unvotes/{name}.csv.gz"))).collect();
    let Some(raw) = raw else { return };
    let mut arguments = vec!["import"];
    arguments.extend(raw.iter().map(|path| path.to_str().unwrap()));
    let to = home.path("unvotes.jsonl");
    arguments.extend(["--to", to.to_str().unwrap()]);
    assert_eq!(home.run(&arguments).code(), 0);
    let ran = home.run(&["check", "--record", to.to_str().unwrap(), "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
    let odd: Vec<_> =
        answer["checks"].as_array().unwrap().iter().map(|check| check["found"].as_array().unwrap().len()).collect();
    // All but rows of Yugoslavia after its end, which the table has and the importer reports.
    assert_eq!((odd[0], odd[1], odd[2], odd[4]), (0, 0, 0, 0), "{answer}");
    assert!(odd[3] > 0 && ran.code() == 1);
}
