//! What an import leaves untouched: pipes, devices and other files, the old record when it is killed, what another
//! import writes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::Home;
use crate::import::{changes, rollcall, table};

#[test]
fn a_file_that_is_no_input_and_a_place_that_is_no_record_are_left_alone() {
    let home = Home::new();
    home.file("good.csv", table(&rollcall(5_000_001)));
    home.run(&["import", "nowhere.csv"]).fails(2, &["nowhere.csv", "can't be read"]);
    home.run(&["import", "."]).fails(2, &["can't be read"]);
    home.run(&["import", "--new", "good.csv"]).fails(2, &["--to FILE"]);
    home.file("letter.txt", "dear reader");
    home.run(&["import", "good.csv", "--to", "letter.txt"]).fails(2, &["letter.txt", "not a record of plenary"]);
    assert_eq!(fs::read_to_string(home.path("letter.txt")).unwrap(), "dear reader");
    home.file("mine.jsonl", "{\"format\":\"plenary-rollcalls\",\"version\":9}\n");
    home.run(&["list", "--record", "mine.jsonl"]).fails(2, &["mine.jsonl, line 1", "update plenary"]);
    assert!(!home.record().exists());
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_device_is_neither_read_nor_written_over() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let home = Home::new();
    home.file("good.csv", table(&rollcall(5_000_001)));
    let pipe = home.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    home.run(&["import", "pipe"]).fails(2, &["pipe: is a pipe or a device; save it to a file first, which may be .gz"]);
    home.run(&["import", "/dev/null"]).fails(2, &["is a pipe or a device"]);
    home.run(&["import", "-"]).fails(2, &["is a pipe or a device; save it to a file first"]);
    for place in ["pipe", "/dev/null", "."] {
        home.run(&["import", "good.csv", "--to", place])
            .fails(2, &["is not a file; name the file to write the record to"]);
    }
    symlink("pipe", home.path("pipe.svg")).unwrap();
    home.run(&["picture", "show/ES-11/7", "--out", "pipe.svg", "--force"]).fails(2, &["is not a file"]);
    assert!(!fs::metadata(&pipe).unwrap().is_file());
    // A link to a file that is not there yet is followed, and a file keeps who may read it.
    symlink("later.jsonl", home.path("link.jsonl")).unwrap();
    home.run(&["import", "good.csv", "--to", "link.jsonl"]).answer();
    assert!(fs::symlink_metadata(home.path("link.jsonl")).unwrap().is_symlink());
    let later = home.path("later.jsonl");
    fs::set_permissions(&later, fs::Permissions::from_mode(0o600)).unwrap();
    home.run(&["import", "good.csv", "--to", "link.jsonl"]).answer();
    assert_eq!(fs::metadata(&later).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn what_a_killed_write_left_is_cleared_by_a_later_one() {
    let home = Home::new();
    home.file("good.csv", table(&rollcall(5_000_001)));
    let [old, new, other] = ["old", "new", "other"].map(|name| match name {
        "other" => home.file("kept/notes.part", "of somebody else"),
        name => home.file(&format!("kept/.plenary-{name}.part"), "half a record"),
    });
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(7200);
    for file in [&old, &other] {
        fs::File::options().write(true).open(file).unwrap().set_modified(long_ago).unwrap();
    }
    home.run(&["import", "good.csv", "--to", "kept/record.jsonl"]).answer();
    assert!(!old.exists() && new.exists() && other.exists(), "another write may still fill the new one");
}

#[test]
fn killed_at_any_moment_the_old_record_or_the_new_one_is_there() {
    let home = Home::new();
    let many: Vec<_> = (1..=3000).flat_map(|at| rollcall(5_000_000 + at)).collect();
    home.file("old.csv", table(&rollcall(5_000_001)));
    home.file("new.csv", table(&many));
    changes(&home, &["--new", "--to", "new.jsonl", "new.csv"]);
    let new = fs::read(home.path("new.jsonl")).unwrap();
    let folder = |home: &Home| {
        let files = fs::read_dir(home.path(".")).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        files.filter(|name| Path::new(name).extension().is_some_and(|end| end == "part")).count()
    };
    let mut seen = [0, 0];
    // More than a dozen only where they are asked for.
    let rounds = std::env::var("PLENARY_KILLS").map_or(12, |rounds| rounds.parse().unwrap());
    for round in 0..rounds {
        changes(&home, &["--new", "--to", "record.jsonl", "old.csv"]);
        let old = fs::read(home.path("record.jsonl")).unwrap();
        let parts = folder(&home);
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("plenary"))
            .args(["import", "--new", "--to", "record.jsonl", "new.csv"])
            .current_dir(home.path("."))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        // Killed at once, when its file appears, or a little later: never at a time that a clock sets.
        let mut wait = round % 40 * 200;
        while round > 0 && child.try_wait().unwrap().is_none() && (folder(&home) == parts || wait > 0) {
            wait -= i32::from(folder(&home) > parts);
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        let now = fs::read(home.path("record.jsonl")).unwrap();
        assert!(now == old || now == new, "half a record after round {round}");
        seen[usize::from(now == new)] += 1;
    }
    assert!(seen[0] > 0, "no round was killed before it wrote: {seen:?}");
}

#[test]
fn imports_at_once_lose_nothing_of_each_other() {
    let home = Home::new();
    let names: Vec<_> = (1..=6).map(|at| format!("{at}.csv")).collect();
    for (name, id) in names.iter().zip(5_000_001..) {
        home.file(name, table(&rollcall(id)));
    }
    let start = |name: &String| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("plenary"));
        command.args(["import", name]).current_dir(home.path(".")).env("XDG_DATA_HOME", home.path("data"));
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let children: Vec<_> = names.iter().map(start).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    for name in &names {
        assert_eq!(changes(&home, &[name]), [0, 0, 1], "{name} is lost");
    }
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_written_the_import_says_so() {
    let home = Home::new();
    home.file("good.csv", table(&rollcall(5_000_001)));
    home.file("taken", "a file where a folder should be");
    home.run(&["import", "good.csv", "--new", "--to", "taken/record.jsonl"])
        .fails(2, &["taken/record.jsonl", "can't be written"]);
    let mut command = home.command(&["import", "good.csv"]);
    let output = command.env_remove("HOME").env("XDG_DATA_HOME", "/dev/null/x").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
}
