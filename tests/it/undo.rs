//! `plenary import --undo`: what was there before the last import comes back, at whatever moment something was killed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::Home;
use crate::import::{rollcall, table};

fn import(home: &Home, ids: std::ops::Range<u32>) {
    let name = format!("{}.csv", ids.start);
    home.file(&name, table(&ids.flat_map(rollcall).collect::<Vec<_>>()));
    home.run(&["import", &name]).answer();
}

/// What else lies in the folder of the record.
fn beside(home: &Home) -> usize {
    let files = fs::read_dir(home.record().parent().unwrap()).unwrap();
    files.filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().contains(".before-")).count()
}

#[test]
fn what_was_there_before_the_last_import_comes_back() {
    let home = Home::new();
    home.run(&["import", "--undo"]).fails(1, &["nothing to undo"]);
    assert!(!home.path("data").exists(), "nothing is made where there is nothing");
    // Before the first one there was no record.
    import(&home, 5_000_001..5_000_003);
    let said = home.run(&["import", "--undo"]).answer();
    assert!(said.contains("The last import is undone") && said.contains("10,159 roll calls"), "{said}");
    assert!(!home.record().exists());
    home.run(&["import", "--undo"]).fails(1, &["nothing to undo"]);
    // Of two the last, and once.
    import(&home, 5_000_001..5_000_003);
    let first = fs::read(home.record()).unwrap();
    import(&home, 5_000_010..5_000_012);
    assert_eq!(beside(&home), 1);
    let answer = home.run(&["import", "--undo", "--format", "json"]).json();
    assert_eq!(answer["rollcalls"], 10_161);
    assert_eq!(fs::read(home.record()).unwrap(), first);
    home.run(&["import", "--undo"]).fails(1, &["nothing to undo"]);
    assert_eq!((fs::read(home.record()).unwrap(), beside(&home)), (first, 0));
    // An import that changes nothing leaves the one before it to be undone.
    import(&home, 5_000_010..5_000_012);
    import(&home, 5_000_010..5_000_012);
    assert_eq!(home.run(&["import", "--undo", "--format", "json"]).json()["rollcalls"], 10_161);
}

#[test]
fn a_record_that_was_changed_since_stays() {
    let home = Home::new();
    import(&home, 5_000_001..5_000_003);
    let changed = fs::read_to_string(home.record()).unwrap().replace("A text", "Another text");
    fs::write(home.record(), &changed).unwrap();
    home.run(&["import", "--undo"]).fails(2, &["has been changed since the last import"]);
    assert_eq!(fs::read_to_string(home.record()).unwrap(), changed);
    for wrong in [vec!["import", "--undo", "5000001.csv"], vec!["import", "--undo", "--dry-run"], vec!["import"]] {
        assert_eq!(home.run(&wrong).code(), 2, "{wrong:?}");
    }
}

#[test]
fn a_record_named_by_its_file_is_undone_there() {
    let home = Home::new();
    home.file("mine.csv", table(&rollcall(5_000_001)));
    home.run(&["import", "mine.csv", "--new", "--to", "mine.jsonl"]).answer();
    let before = fs::read(home.path("mine.jsonl")).unwrap();
    home.file("more.csv", table(&rollcall(5_000_002)));
    home.run(&["import", "more.csv", "--record", "mine.jsonl"]).answer();
    assert_ne!(fs::read(home.path("mine.jsonl")).unwrap(), before);
    home.run(&["import", "--undo", "--record", "mine.jsonl"]).answer();
    assert_eq!(fs::read(home.path("mine.jsonl")).unwrap(), before);
    assert!(!home.record().exists());
}

/// Killed at any moment, an import and its undoing leave a record that is one of the two, and what can be undone fits it.
#[test]
fn killed_at_any_moment_the_record_and_what_is_undone_fit_together() {
    let home = Home::new();
    import(&home, 5_000_001..5_000_003);
    let oldest = fs::read(home.record()).unwrap();
    import(&home, 5_000_010..5_000_012);
    let old = fs::read(home.record()).unwrap();
    home.file("new.csv", table(&(5_001_000..5_002_500).flat_map(rollcall).collect::<Vec<_>>()));
    let folder = home.record().parent().unwrap().to_owned();
    let names = |folder: &Path| fs::read_dir(folder).unwrap().count();
    let rounds: i32 = std::env::var("PLENARY_KILLS").map_or(12, |rounds| rounds.parse().unwrap());
    let mut undone = [0, 0];
    for round in 0..rounds {
        let files = names(&folder);
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("plenary"))
            .args(["import", "new.csv"])
            .current_dir(home.path("."))
            .env("XDG_DATA_HOME", home.path("data"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Killed when its first file appears, or a little later: never at a time that a clock sets.
        let mut wait = round % 12 * 60;
        while child.try_wait().unwrap().is_none() && (names(&folder) == files || wait > 0) {
            wait -= i32::from(names(&folder) > files);
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        let was_new = fs::read(home.record()).unwrap() != old;
        home.run(&["import", "--undo"]).answer();
        let now = fs::read(home.record()).unwrap();
        assert!(now == if was_new { old.clone() } else { oldest.clone() }, "round {round}");
        undone[usize::from(was_new)] += 1;
        if was_new {
            // What could be undone before the last import is gone with it.
            home.run(&["import", "--undo"]).fails(1, &["nothing to undo"]);
            fs::remove_file(home.record()).unwrap();
            home.run(&["import", "5000001.csv"]).answer();
        }
        home.run(&["import", "5000010.csv"]).answer();
        assert_eq!(fs::read(home.record()).unwrap(), old);
    }
    assert_eq!(undone[0] + undone[1], rounds);
}
