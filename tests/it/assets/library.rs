//! `rollcalls.jsonl`: the Assembly's adopted resolutions with a recorded vote, from the library's file and that of 2026,
//! with agenda, subjects, meeting, report and draft of those roll calls of 2025 that have none of them in the library's.

use std::collections::HashMap;
use std::fs;

use plenary::record::{FileKind, Record, RollCall, Text, Texts, fold, write};

use crate::common::{Home, raw};

use super::is_made;
use super::unresolutions::{Machine, read};

/// The texts by the symbols that a roll call may have: a text in parts, "A/RES/80/84 A-B", is that of each part.
fn by_symbol(texts: &[Machine]) -> HashMap<String, &Machine> {
    let mut by: HashMap<String, &Machine> = HashMap::new();
    for text in texts {
        let parts = text.symbol.rsplit_once(' ').and_then(|(base, parts)| Some((base, parts.split_once('-')?)));
        let Some((base, (first, last))) = parts else { continue };
        let letter = |part: &str| part.chars().next().unwrap();
        by.extend((letter(first)..=letter(last)).map(|part| (format!("{base}{part}"), text)));
    }
    by.extend(texts.iter().map(|text| (text.symbol.clone(), text)));
    by
}

/// Fills a roll call of which no more is known than its title.
fn fill(rollcall: &mut RollCall, text: &Machine) {
    let texts = |texts: &[String]| texts.iter().map(|text| Text::Owned(text.clone())).collect::<Texts>();
    rollcall.change_details(|details| {
        details.agenda = texts(&text.agenda);
        details.subjects = texts(&text.subjects);
        details.meeting = texts(&text.meeting);
        details.report = texts(&text.report);
        details.drafts = texts(&text.drafts);
    });
}

fn is_bare(rollcall: &RollCall) -> bool {
    let details = rollcall.details();
    details.agenda.is_empty() && details.meeting.is_empty() && details.subjects.is_empty()
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
    let texts = by_symbol(&texts);
    let mut rollcalls: Vec<RollCall> = record.rollcalls().map(|(_, rollcall)| rollcall.clone()).collect();
    let bare = |rollcall: &&mut RollCall| is_bare(rollcall) && rollcall.date.year() == 2025;
    let mut filled: Vec<String> = Vec::new();
    for rollcall in rollcalls.iter_mut().filter(bare) {
        if let Some(text) = texts.get(&*rollcall.symbol) {
            fill(rollcall, text);
            filled.push(rollcall.symbol.to_string());
        }
    }
    // All of late 2025 but two that the source does not have, and one of April.
    assert_eq!(filled.len(), 156);
    assert_eq!(filled[0], "A/RES/79/287");
    let left: Vec<_> = rollcalls.iter().filter(|rollcall| is_bare(rollcall)).map(|it| it.symbol.as_ref()).collect();
    assert_eq!(left[left.len() - 2..], ["A/RES/ES-11/9", "A/RES/80/107"]);
    let mut made = Vec::new();
    let entries = rollcalls.iter().zip(record.entries()).map(|(rollcall, (_, votes))| (rollcall, votes));
    write(&mut made, &record.heading(FileKind::Whole), entries, []).unwrap();
    is_made("rollcalls.jsonl", &made);
}

#[test]
#[ignore = "needs ../shared/data"]
fn roll_calls_of_2026_are_the_texts_that_the_department_has() {
    let record = Record::embedded().unwrap();
    let texts = read(&record);
    let texts = by_symbol(&texts);
    let of_2026 = record.rollcalls().map(|(_, rollcall)| rollcall).filter(|rollcall| rollcall.date.year() == 2026);
    let of_2026: Vec<_> = of_2026.collect();
    assert_eq!(of_2026.len(), 11);
    for rollcall in of_2026 {
        let text = texts[&*rollcall.symbol];
        assert_eq!((rollcall.date, fold(&rollcall.title)), (text.date, fold(&text.title)), "{}", rollcall.symbol);
        assert_eq!(rollcall.details().meeting.iter().collect::<Vec<_>>(), text.meeting.iter().collect::<Vec<_>>());
        assert!(rollcall.number.is_own());
    }
}
