//! Data goes one way through the rooms of `src`: each room uses only those before it. What is counted is counted in
//! `analysis`, which nobody but `answer` asks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// What each room may use.
const MAY_USE: [(&str, &[&str]); 20] = [
    ("escape", &[]),
    ("carried", &[]),
    ("actions", &[]),
    ("record", &["escape", "carried"]),
    ("store", &["escape"]),
    ("map", &["record"]),
    ("query", &["escape", "carried", "record"]),
    ("link", &["record", "query"]),
    ("analysis", &["carried", "record", "query"]),
    ("answer", &["record", "query", "analysis"]),
    ("import", &["record", "store"]),
    ("user", &["record", "store", "query"]),
    ("report", &["record", "query", "answer"]),
    ("picture", &["escape", "record", "query", "link", "answer", "report", "map"]),
    ("visit", &["record", "store"]),
    ("app", &["record", "query", "link", "answer", "report", "map", "store", "actions", "settings", "visit"]),
    ("settings", &["query", "link", "report", "store", "actions"]),
    ("ui", &["escape", "record", "report", "actions", "settings", "app"]),
    (
        "terminal",
        &["record", "query", "link", "report", "picture", "store", "user", "actions", "settings", "visit", "app", "ui"],
    ),
    (
        "cli",
        &[
            "record", "query", "link", "answer", "report", "picture", "import", "store", "user", "settings", "ui",
            "terminal", "app",
        ],
    ),
];

/// The rooms that a text uses: `use crate::room…`, `use crate::{room, …}` and `crate::room::…` in place.
fn used(text: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    for rest in code.split("crate::").skip(1) {
        let word = |text: &str| text.chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect::<String>();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut names = vec![String::new()];
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => names.push(String::new()),
                    _ => names.last_mut().unwrap().push(c),
                }
                if depth == 0 {
                    break;
                }
            }
            rooms.extend(names.iter().map(|name| word(name.trim())).filter(|name| !name.is_empty()));
        } else {
            rooms.insert(word(rest));
        }
    }
    rooms
}

/// Every file below `folder` with its room.
pub(super) fn files(folder: &Path, room: Option<&str>, found: &mut Vec<(String, String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let room = room.unwrap_or(&name);
        if path.is_dir() {
            files(&path, Some(room), found);
        } else if path.extension().is_some_and(|end| end == "rs") && room != "lib" {
            found.push((room.to_owned(), path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn each_room_uses_only_those_before_it() {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), None, &mut found);
    let mut arrows: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (room, path, text) in found {
        for other in used(&text).into_iter().filter(|other| *other != room) {
            arrows.entry((room.clone(), other)).or_default().push(path.clone());
        }
    }
    let rooms: BTreeSet<&str> = MAY_USE.iter().map(|&(room, _)| room).collect();
    let mut wrong = Vec::new();
    for ((from, to), paths) in &arrows {
        assert!(rooms.contains(from.as_str()), "src/{from} is a new room: say in MAY_USE what it may use");
        let may = MAY_USE.iter().any(|(room, others)| room == from && others.contains(&to.as_str()));
        if !may {
            wrong.push(format!("{from} uses {to}: {}", paths.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_room_is_seen_however_it_is_named() {
    let text = "use crate::record::Record;\nuse crate::{analysis, report::{Table, text}, store};\n\
                // crate::picture is only talked of\nfn a() { crate::map::b(); }\npub(in crate::query) fn c() {}";
    let expected = ["analysis", "map", "query", "record", "report", "store"].map(str::to_owned);
    assert_eq!(used(text), BTreeSet::from(expected));
}
