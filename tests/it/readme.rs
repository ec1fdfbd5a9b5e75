//! The README shows what the program shows: its picture and its keys are made here and compared.

use std::fmt::Write as _;
use std::fs;

use plenary::app::action::{Context, TABLE};

use crate::explorer::Explorer;

/// Holds the part of the README behind `heading` against `made`; with `PLENARY_WRITE` set it is written there.
#[track_caller]
fn holds(heading: &str, made: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let text = fs::read_to_string(path).unwrap();
    let start = text.find(heading).unwrap() + heading.len();
    let end = start + text[start..].find("\n## ").unwrap();
    let made = format!("\n\n{}\n", made.trim_end());
    if std::env::var_os("PLENARY_WRITE").is_some() {
        fs::write(path, format!("{}{made}{}", &text[..start], &text[end..])).unwrap();
    } else {
        assert!(text[start..end] == made, "behind {heading:?} the README should say:{made}");
    }
}

#[test]
fn the_picture_is_the_screen() {
    let mut explorer = Explorer::new(120, 24, "ukraine since:2022");
    explorer.press("Down Down");
    holds("with its count and its source.", &format!("```text\n{}\n```", explorer.text()));
}

#[test]
fn the_keys_are_those_of_the_action_table() {
    let mut table = "| keys | what they do | where |\n| --- | --- | --- |\n".to_owned();
    for entry in TABLE {
        // What has no key is found in the palette.
        let only = format!("`: {}`", entry.name);
        let keys: Vec<_> = entry.keys.iter().map(|key| format!("`{key}`")).collect();
        let keys = if keys.is_empty() { vec![only] } else { keys };
        let contexts: Vec<_> = entry.contexts.iter().map(|context| context.title().to_lowercase()).collect();
        let contexts = if contexts.len() == Context::ALL.len() { "everywhere".to_owned() } else { contexts.join(", ") };
        let _ = writeln!(table, "| {} | {} | {contexts} |", keys.join(" "), entry.help);
    }
    holds("## Keys", &table);
}
