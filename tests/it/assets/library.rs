//! `rollcalls.jsonl`: the Assembly's adopted resolutions with a recorded vote, from the library's file and that of 2026,
//! with agenda, subjects, meeting, report and draft of those roll calls of late 2025 that lack them in the library's.

use std::fs;

use plenary::record::{FileKind, Record, RollCall, Text, Texts, write};

use crate::common::{Home, raw};

use super::is_made;
use super::unresolutions::{Machine, read};

/// Fills what a roll call lacks. Whether it lacked anything.
fn fill(rollcall: &mut RollCall, text: &Machine) -> bool {
    let texts = |texts: &[String]| texts.iter().map(|text| Text::Owned(text.clone())).collect::<Texts>();
    let mut filled = false;
    let mut take = |cells: &mut Texts, from: &[String]| {
        if cells.is_empty() && !from.is_empty() {
            *cells = texts(from);
            filled = true;
        }
    };
    take(&mut rollcall.agenda, &text.agenda);
    take(&mut rollcall.subjects, &text.subjects);
    take(&mut rollcall.meeting, &text.meeting);
    take(&mut rollcall.report, &text.report);
    take(&mut rollcall.drafts, &text.drafts);
    filled
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_assembly_is_made_from_the_librarys_file_and_filled_from_the_resolutions() {
    let home = Home::new();
    let [until_2025, in_2026] = ["ga_voting.csv.gz", "ga_2026.csv.gz"].map(raw);
    let [until_2025, in_2026] = [&until_2025, &in_2026].map(|path| path.to_str().unwrap());
    home.run(&["import", until_2025, in_2026, "--new", "--to", "made.jsonl"]).answer();
    let (record, _) = Record::from_text(&fs::read_to_string(home.path("made.jsonl")).unwrap(), "made").unwrap();
    let texts = read(&record);
    let mut filled = Vec::new();
    let rollcalls: Vec<RollCall> = record
        .rollcalls()
        .map(|(_, rollcall)| {
            let mut rollcall = rollcall.clone();
            let bare = rollcall.agenda.is_empty() || rollcall.meeting.is_empty();
            let text = texts.iter().find(|text| text.symbol == rollcall.symbol).filter(|_| bare);
            if text.is_some_and(|text| fill(&mut rollcall, text)) {
                filled.push(rollcall.symbol.to_string());
            }
            rollcall
        })
        .collect();
    // All of the late 2025 ones but two that the source does not have, and 79/287.
    assert_eq!(filled.iter().filter(|symbol| symbol.starts_with("A/RES/80/")).count(), 155, "{filled:?}");
    assert!(filled.contains(&"A/RES/79/287".to_owned()), "{filled:?}");
    let mut made = Vec::new();
    let entries = rollcalls.iter().zip(record.entries()).map(|(rollcall, (_, votes))| (rollcall, votes));
    write(&mut made, &record.heading(FileKind::Whole), entries, []).unwrap();
    is_made("rollcalls.jsonl", &made);
}
