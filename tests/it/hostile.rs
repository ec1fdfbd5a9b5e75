//! What strangers hand over: files kept as somebody could write them, and text made at random. `tests/files/refused` has
//! beside each file what is said of it; `PLENARY_WRITE=1` writes that anew, to be read before it is believed.
//! `PROPTEST_CASES` makes the random part longer.

use std::fs;
use std::path::{Path, PathBuf};

use plenary::record::Origin;
use proptest::prelude::*;

use crate::common::{Home, Ran};
use crate::holds;

/// The files of a folder, without what is said of them.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_none_or(|end| end != "says"));
    files.sort();
    assert!(files.len() > 10);
    files
}

/// Where what is said of a file stands.
pub(crate) fn beside(file: &Path) -> PathBuf {
    PathBuf::from(format!("{}.says", file.display()))
}

/// Gives a file to the program as what it is by its ending; with the place of the home.
fn hand_over(file: &Path) -> (Ran, PathBuf) {
    let home = Home::new();
    let name = file.to_str().unwrap();
    let content = fs::read(file).unwrap();
    let ran = match file.extension().and_then(|end| end.to_str()).unwrap() {
        "csv" => home.run(&["import", name, "--new", "--to", "made.jsonl"]),
        "jsonl" => home.run(&["record", "--record", name]),
        "toml" => {
            home.file("config/plenary/config.toml", content);
            home.run(&["config", "--check"])
        }
        "json" => {
            home.file("config/plenary/blocs.json", content);
            home.run(&["list", "@three:split"])
        }
        "txt" => home.run(&["list", "--limit", "1", "--", &String::from_utf8(content).unwrap()]),
        other => unreachable!("nothing reads {other}"),
    };
    (ran, home.path(""))
}

#[test]
fn what_is_refused_is_refused_in_one_line_that_says_why() {
    for file in files("refused") {
        let (ran, home) = hand_over(&file);
        // A check of the settings answers, and what it answers is what is wrong.
        let is_checked = file.extension().is_some_and(|end| end == "toml");
        ran.fails(if is_checked { 1 } else { 2 }, &[]);
        let said = if is_checked { ran.out() } else { ran.err() };
        let said = said.replace(home.to_str().unwrap(), "").replace(file.parent().unwrap().to_str().unwrap(), "");
        let beside = beside(&file);
        if std::env::var_os("PLENARY_WRITE").is_some() {
            fs::write(&beside, &said).unwrap();
        }
        assert_eq!(said, fs::read_to_string(beside).unwrap(), "{}", file.display());
    }
}

#[test]
fn what_is_odd_but_right_is_taken() {
    for file in files("accepted") {
        let (ran, _) = hand_over(&file);
        let message = ran.err();
        assert!(ran.code() < 2 && !message.contains("panicked"), "{}: {message}", file.display());
    }
}

/// Pieces of queries, expressions and links, and what never should be in one.
fn soup() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "ukraine",
        "\"",
        "@EU",
        "@",
        ":",
        "split",
        "year:",
        "..",
        "2015",
        "2022-02-30",
        ">",
        "<=",
        "|",
        "-",
        "not:",
        "USA",
        "=",
        "!=",
        "(",
        ")",
        "topic:",
        "palestine",
        "symbol:",
        "ES-11/7",
        "yes",
        "no(",
        "+",
        "&",
        "/",
        "?",
        ";",
        ",",
        "votes",
        "show/",
        "pair/",
        "world/country/",
        " ",
        " ",
        "é",
        "\u{202e}",
        "\0",
        "\u{1b}[31m",
        "🙂",
        "e\u{301}",
        "99999999999999999999",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

/// `text` with a few places deleted, doubled or overwritten.
fn damaged(text: String) -> impl Strategy<Value = String> {
    let change = (any::<prop::sample::Index>(), 0_usize..6, soup());
    prop::collection::vec(change, 1..4).prop_map(move |changes| {
        let mut letters: Vec<char> = text.chars().collect();
        for (at, many, other) in changes {
            let at = at.index(letters.len() + 1);
            let end = (at + many).min(letters.len());
            letters.splice(at..end, other.chars());
        }
        letters.into_iter().collect()
    })
}

/// The header and two roll calls of the embedded record.
fn record_text() -> String {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl")).unwrap();
    text.split_inclusive('\n').take(3).collect()
}

/// A table as the UN's, of one roll call.
fn table() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/accepted/import-un.csv")).unwrap()
}

/// A settings file with something of everything.
fn settings() -> String {
    plenary::settings::default_text()
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line).to_owned() + "\n")
        .collect()
}

/// What a visit leaves behind.
const VISIT: &str = r#"{"version":1,"link":"country/UKR?topic:palestine","selected":"UKR","marks":[4076672],"divider":40,"grouping":"vote","sort":"country","theme":"dark"}"#;

const BLOCS: &str = r#"{"three":"USA+RUS+ISR","four":"@three+CHN","the rest":"all-@four-\"Guinea-Bissau\""}"#;

proptest! {
    #[test]
    fn any_text_is_a_query_an_expression_and_a_link_or_is_told_where_it_is_none(text in soup()) {
        holds::words(&text);
    }

    #[test]
    fn a_damaged_record_is_read_or_refused(text in damaged(record_text())) {
        holds::record(&text);
    }

    #[test]
    fn damaged_settings_are_read_or_refused(text in damaged(settings())) {
        holds::settings(&text);
    }

    #[test]
    fn a_damaged_visit_is_read_or_forgotten(text in damaged(VISIT.to_owned())) {
        holds::visit(&text);
    }

    #[test]
    fn damaged_blocs_are_read_or_refused(text in damaged(BLOCS.to_owned())) {
        holds::blocs(&text);
    }
}

#[test]
fn a_damaged_table_is_read_or_refused() {
    let home = Home::new();
    proptest!(|(text in damaged(table()))| {
        holds::tables(&[text.as_bytes()], Origin::UnLibrary, &home.path(""));
    });
}
