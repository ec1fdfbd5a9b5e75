//! `plenary check`: what it counts again, and what it finds in a record that was tampered with.

use std::fs;

use crate::common::{Home, unvotes};

/// The embedded record's oddities are those that its notes say.
#[test]
fn the_embedded_record_holds() {
    let home = Home::new();
    let ran = home.run(&["check", "--format", "json"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let answer = ran.json();
    let checks = answer["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 8);
    assert!(checks.iter().all(|check| check["found"].as_array().unwrap().is_empty()), "{answer}");
    let checked = |name: &str| {
        let check = checks.iter().find(|check| check["name"].as_str().unwrap().contains(name)).unwrap();
        (check["checked"].as_u64().unwrap(), check["remarked"].as_u64().unwrap())
    };
    assert_eq!(checked("tallies"), (10_159, 0));
    // Rows before the member's admission, each with its note.
    assert_eq!(checked("membership"), (1_155_882, 16));
    // What the record itself doubts: each is listed, with what it says of it.
    assert_eq!((checked("recorded by member"), checked("half of the members")), ((10_159, 7), (10_159, 5)));
    let csv = home.run(&["check", "--format", "csv"]).answer();
    for said in
        ["A/RES/39/28A", "A/RES/39/28B", "A/RES/43/62", "64–1–0: 65 of 192 members cast a vote", "WSM has a row"]
    {
        assert!(csv.lines().any(|line| line.contains(said) && !line.ends_with(',')), "{said}: {csv}");
    }
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
    assert!(said.contains("symbol A/RES/ES-11/7 belongs to another roll call too"), "{said}");
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
#[ignore = "needs ../shared/data"]
fn the_tables_of_unvotes_hold_too() {
    let home = Home::new();
    let [votes, rollcalls, issues] = &unvotes();
    let to = home.path("unvotes.jsonl");
    home.run(&["import", votes, rollcalls, issues, "--to", to.to_str().unwrap()]).answer();
    let ran = home.run(&["check", "--record", to.to_str().unwrap(), "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&ran.out()).unwrap();
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let checks = answer["checks"].as_array().unwrap();
    assert!(checks.iter().all(|check| check["found"].as_array().unwrap().is_empty()), "{answer}");
    // Rows a little before or after a membership, by days that are not those of the votes: listed, with that remark.
    let memberships = checks.iter().find(|check| check["name"].as_str().unwrap().contains("membership")).unwrap();
    let remarks = memberships["remarks"].as_array().unwrap();
    assert!(
        !remarks.is_empty() && remarks.iter().all(|one| one["remark"].as_str().unwrap().starts_with("days in unvotes"))
    );
    // Serbia's rows stand in the table as Yugoslavia's, since 2003.
    let votes = |member: &str, query: &str| {
        let ran = home.run(&["country", member, query, "--record", to.to_str().unwrap(), "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&ran.out()).unwrap()["n"].as_u64().unwrap()
    };
    assert_eq!(votes("YUG", "since:2003-02-05"), 0);
    assert_eq!(votes("SRB", "until:2003-02-04"), 0);
    assert!(votes("YUG", "until:1992-06-30") > 3_000);
    assert!(votes("SRB", "date:2003-06-01..2006-06-03") > 200 && votes("SRB", "since:2007") > 1_100);
}

/// A tally that no remark explains is odd; so are totals.
#[test]
fn a_tally_of_few_without_a_remark_is_odd() {
    let (code, said) = changed(|text| {
        let lines = text.lines().map(|line| {
            if line.contains("\"A/RES/ES-11/7\"") {
                let (head, votes) = line.split_once("\"votes\":").unwrap();
                format!("{head}\"votes\":{}", votes.replace(['Y', 'A'], "X"))
            } else {
                line.to_owned()
            }
        });
        lines.collect::<Vec<_>>().join("\n") + "\n"
    });
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("0–18–0: 18 of 193 members cast a vote"), "{said}");
}
