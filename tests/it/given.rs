//! What a user names: files that are none, folders that are missing, `~/`; and where answers go that can't be taken.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use plenary::query::SavedBlocs;

use crate::common::{Home, Ran};

/// Long enough for any command, short for one that waits.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs a command that must end by itself.
#[track_caller]
fn run(home: &Home, arguments: &[&str]) -> Ran {
    Ran::of(home.command(arguments).timeout(PATIENCE))
}

/// Puts something at a path.
type Put = fn(&Path);

/// What is not a file: what it is called, and how it comes to lie at a path. Nobody listens at the socket any more.
const NO_FILES: [(&str, Put); 4] = [
    ("a pipe", |path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success())),
    ("a folder", |path| fs::create_dir(path).unwrap()),
    ("a socket", |path| drop(UnixListener::bind(path).unwrap())),
    ("a device", |path| symlink("/dev/zero", path).unwrap()),
];

fn folder_of(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
}

fn away(path: &Path) {
    if path.is_dir() { fs::remove_dir(path).unwrap() } else { fs::remove_file(path).unwrap() }
}

#[test]
fn what_is_no_file_is_named_and_nobody_waits_for_it() {
    let home = Home::new();
    let record = home.path("r.jsonl");
    let cases: [(PathBuf, Vec<&str>); 5] = [
        (home.record(), vec!["list", "cuba"]),
        (record, vec!["check", "--record", "r.jsonl"]),
        (home.path("config/plenary/blocs.json"), vec!["bloc", "@mine"]),
        (home.path("config/plenary/blocs.json"), vec!["blocs", "--save", "us", "USA"]),
        (home.path("in.csv"), vec!["import", "in.csv"]),
    ];
    for (path, arguments) in cases {
        folder_of(&path);
        for (what, make) in NO_FILES {
            make(&path);
            let ran = run(&home, &arguments);
            let name = path.file_name().unwrap().to_str().unwrap();
            let what = match what {
                _ if arguments[0] != "import" => what,
                "a folder" => "directory",
                _ => "is a pipe or a device",
            };
            ran.fails(2, &[name, what]);
            away(&path);
        }
    }
    for device in ["/dev/zero", "/dev/null", "/dev/tty"] {
        run(&home, &["list", "--record", device]).fails(2, &[device, "it is a device, not a file"]);
    }
    // A link to a file is one.
    fs::write(home.path("b.json"), "{\"two\":\"USA+RUS\"}").unwrap();
    symlink(home.path("b.json"), home.path("config/plenary/blocs.json")).unwrap();
    assert!(run(&home, &["blocs"]).answer().contains("USA+RUS"));
}

#[test]
fn settings_that_are_no_file_are_a_mistake_like_another() {
    let home = Home::new();
    let path = home.path("config/plenary/config.toml");
    folder_of(&path);
    for (what, make) in NO_FILES {
        make(&path);
        let ran = run(&home, &["config", "--check"]);
        assert!(ran.out().contains("can't be read") && ran.out().contains(what), "{}", ran.out());
        ran.fails(1, &["is ignored until that is corrected"]);
        away(&path);
    }
}

#[test]
fn a_file_is_read_as_far_as_anybody_could_mean_it() {
    let home = Home::new();
    // Nothing of these is on the disk, nor is it to be in memory.
    let hollow = |name: &str, begin: &str, length: u64| {
        fs::write(home.file(name, ""), begin).unwrap();
        fs::File::options().write(true).open(home.path(name)).unwrap().set_len(length).unwrap();
    };
    let header = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl")).unwrap();
    let header = header.lines().next().unwrap();
    hollow("line.jsonl", &format!("{header}\n\n{{\"id\":1,\"title\":\""), 200 << 20);
    run(&home, &["list", "--record", "line.jsonl"]).fails(2, &["line.jsonl, line 3: longer than 1 MB"]);
    hollow("first.jsonl", "{", 3 << 20);
    run(&home, &["list", "--record", "first.jsonl"]).fails(2, &["first.jsonl, line 1: longer than 1 MB"]);
    hollow("large.jsonl", header, 1 << 30);
    run(&home, &["list", "--record", "large.jsonl"])
        .fails(2, &["large.jsonl: can't be read: it is larger than 256 MB"]);
    hollow("config/plenary/blocs.json", "{", 1 << 30);
    run(&home, &["blocs"]).fails(2, &["blocs.json", "it is larger than 4 MB"]);
    away(&home.path("config/plenary/blocs.json"));
    hollow("config/plenary/config.toml", "#", 5 << 20);
    assert!(run(&home, &["config", "--check"]).out().contains("larger than 4 MB"));
    // A blank line and one without an end are no fault.
    home.file("short.jsonl", format!("{header}\n\n"));
    run(&home, &["list", "--record", "short.jsonl"]).fails(1, &["no roll call"]);
    home.file("open.jsonl", header);
    run(&home, &["list", "--record", "open.jsonl"]).fails(1, &["no roll call"]);
    assert!(SavedBlocs::from_text("{}").is_ok());
}

#[test]
fn a_home_is_known_behind_an_equals_sign() {
    let home = Home::new();
    fs::create_dir(home.path("maps")).unwrap();
    run(&home, &["picture", "world/ES-11/7", "--out=~/maps/a.svg"]).answer();
    run(&home, &["picture", "show/79/7", "--out", "~/b.svg"]).answer();
    assert!(home.path("maps/a.svg").is_file() && home.path("b.svg").is_file() && !home.path("~").exists());
    let asset = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl");
    fs::copy(asset, home.path("maps/r.jsonl")).unwrap();
    run(&home, &["list", "cuba", "--record=~/maps/r.jsonl"]).answer();
    run(&home, &["import", "~/maps/none.csv"]).fails(2, &[&home.path("maps/none.csv").display().to_string()]);
    // A folder that is called so is named with its place, and another's home is none.
    fs::create_dir(home.path("~")).unwrap();
    run(&home, &["picture", "show/79/7", "--out=./~/c.svg"]).answer();
    assert!(home.path("~/c.svg").is_file());
    run(&home, &["picture", "show/79/7", "--out=~else/c.svg"]).fails(2, &["there is no folder ~else"]);
    run(&home, &["picture", "show/79/7", "--out=maps~/c.svg"]).fails(2, &["there is no folder maps~"]);
}

#[test]
fn no_folder_is_made_for_a_file_that_is_named() {
    let home = Home::new();
    let table = home.file("in.csv", "undl_id,ms_code,ms_vote\n");
    let table = table.display().to_string();
    for arguments in [
        vec!["picture", "world/ES-11/7", "--out=new/map.svg"],
        vec!["picture", "world/ES-11/7", "--out", "~/new/map.svg", "--force"],
        vec!["picture", "show/79/7", "--out", "new/deep/a.svg"],
        vec!["import", &table, "--new", "--to=new/r.jsonl"],
        vec!["import", &table, "--to", "~/new/r.jsonl"],
    ] {
        run(&home, &arguments).fails(2, &["there is no folder", "make it first, or name another"]);
        assert!(!home.path("new").exists() && !home.path("~").exists());
    }
    run(&home, &["import", &table, "--to", "in.csv/r.jsonl"]).fails(2, &["in.csv is not a folder"]);
    // What the program keeps by itself has its folders made.
    run(&home, &["blocs", "--save", "ours", "USA"]).answer();
    assert!(home.path("config/plenary/blocs.json").is_file());
}

/// The end and the messages of a command whose answer goes to `out`.
fn into(home: &Home, arguments: &[&str], out: Stdio) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
    command.env_clear().env("HOME", home.path("")).current_dir(home.path("")).args(arguments);
    let ran = command.stdin(Stdio::null()).stdout(out).stderr(Stdio::piped()).output().unwrap();
    (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
}

#[test]
fn an_answer_that_cannot_be_written_is_an_error_and_a_reader_that_left_is_none() {
    let home = Home::new();
    for arguments in [
        &["--help"][..],
        &["-h"],
        &["list", "--help"],
        &["import", "-h"],
        &["--version"],
        &["-V"],
        &["completions", "bash"],
        &["completions", "powershell"],
        &["config", "--default"],
        &["config", "--check"],
        &["list", "symbol:ES-11"],
        &["list", "zzzz", "--format", "json"],
        &["show", "ES-11/7", "--format", "csv"],
        &["country", "KEN", "year:2020", "--format", "md"],
        &["agree", "USA", "RUS", "year:2020"],
        &["compare", "ES-11/6", "ES-11/7"],
        &["series", "79/7"],
        &["bloc", "@EU", "year:2020"],
        &["blocs"],
        &["record"],
        &["check"],
        &["topics"],
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let (code, said) = into(&home, arguments, full.into());
        assert_eq!((code, said.lines().count()), (Some(2), 1), "{arguments:?}: {said}");
        assert!(said.starts_with("plenary: stdout can't be written: "), "{arguments:?}: {said}");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (code, said) = into(&home, arguments, writer.into());
        assert_eq!((code, said.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn the_explorer_opens_whatever_lies_where_its_files_should() {
    for (name, said) in [
        ("config/plenary/config.toml", "the defaults are used"),
        ("state/plenary/visit.json", "could not restore the last session"),
    ] {
        let home = Home::new();
        let path = home.path(name);
        folder_of(&path);
        for (what, make) in NO_FILES {
            make(&path);
            let mut terminal = termlens::bin!(
                "plenary",
                size(200, 40),
                env("TERM", "xterm-256color"),
                env("HOME", home.path("")),
                env("XDG_CONFIG_HOME", home.path("config")),
                env("XDG_STATE_HOME", home.path("state")),
                current_dir(home.path("")),
                args(["symbol:ES-11/7"])
            )
            .unwrap();
            terminal.wait_until(|screen| screen.contains(said) && screen.contains(what)).unwrap();
            terminal.send_str("q").unwrap();
            assert!(terminal.wait_exit().unwrap().success());
            away(&path);
        }
    }
}

#[test]
fn an_export_goes_home_and_makes_no_folder() {
    let home = Home::new();
    let mut terminal = termlens::bin!(
        "plenary",
        size(120, 40),
        env("TERM", "xterm-256color"),
        env("HOME", home.path("")),
        current_dir("/"),
        args(["symbol:ES-11/7"])
    )
    .unwrap();
    terminal.wait_until(|screen| screen.contains("▸ 2025-02-24 ES-11/7")).unwrap();
    for (name, said) in [
        ("~/new/map.svg", "there is no folder"),
        ("~/new/deep/votes.md", "there is no folder"),
        ("~/votes.json", "wrote"),
    ] {
        terminal.send_str("e").unwrap();
        terminal.wait_until(|screen| screen.contains("export to: ")).unwrap();
        terminal.send(termlens::Key::Ctrl('u')).unwrap();
        terminal.send_str(name).unwrap();
        terminal.wait_until(|screen| screen.contains(name)).unwrap();
        terminal.send(termlens::Key::Enter).unwrap();
        terminal.wait_until(|screen| screen.contains(said)).unwrap();
        if said != "wrote" {
            terminal.send(termlens::Key::Esc).unwrap();
        }
        terminal.wait_until(|screen| !screen.contains("export to: ")).unwrap();
    }
    assert!(home.path("votes.json").is_file() && !home.path("new").exists());
    terminal.send(termlens::Key::Ctrl('c')).unwrap();
    assert!(terminal.wait_exit().unwrap().success());
}
