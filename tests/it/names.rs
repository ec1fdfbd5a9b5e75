//! Whom a person means by what they type: `tests/spellings.tsv`, a spelling and a code a line, or `?` and several
//! codes where more than one member may be meant.

use plenary::query::{NameError, Names};
use plenary::record::{MemberId, Members, Record};
use proptest::prelude::*;

use crate::common::Home;

static SPELLINGS: &str = include_str!("../spellings.tsv");

fn code(members: &Members, id: MemberId) -> &str {
    members.get(id).code.as_ref()
}

#[test]
fn a_spelling_is_understood_as_a_person_means_it() {
    let record = Record::embedded().unwrap();
    let members = record.members();
    let names = Names::new(members);
    let mut wrong = Vec::new();
    for line in SPELLINGS.lines() {
        let (typed, meant) = line.split_once('\t').unwrap();
        let answer = match names.resolve(typed) {
            Ok(member) => code(members, member).to_owned(),
            Err(NameError::Ambiguous { candidates }) => {
                let mut codes: Vec<_> = candidates.iter().map(|&id| code(members, id)).collect();
                codes.sort_unstable();
                format!("?{}", codes.join(","))
            }
            Err(NameError::Unknown { .. }) => "unknown".to_owned(),
        };
        if answer != meant {
            wrong.push(format!("{typed} is {meant}, not {answer}"));
        }
        // The finder shows whom a command would take before all others.
        let found = names.search(typed);
        let codes: Vec<_> = found.iter().take(4).map(|found| code(members, found.member)).collect();
        if !meant.starts_with('?') && codes.first() != Some(&meant) {
            wrong.push(format!("{typed} is {meant}, but the finder has {codes:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn gibberish_is_no_member() {
    let record = Record::embedded().unwrap();
    let names = Names::new(record.members());
    for text in [
        "",
        " ",
        "e",
        "xx",
        "q",
        "?!",
        "asdf",
        "status",
        "peace",
        "qwerty",
        "xyzzy",
        "zzzz",
        "12345",
        "hello world",
        "nobody",
        "vote",
        "—",
    ] {
        let answer = names.resolve(text);
        assert!(matches!(&answer, Err(NameError::Unknown { nearest }) if nearest.len() <= 3), "{text:?}: {answer:?}");
    }
    let long = "united ".repeat(100_000);
    assert_eq!(names.resolve(&long), Err(NameError::Unknown { nearest: Vec::new() }));
    assert!(names.search(&long).is_empty());
}

#[test]
fn the_right_name_of_something_else_is_no_misspelling() {
    let home = Home::new();
    for place in [
        "Western Sahara",
        "South America",
        "Central America",
        "North America",
        "West Africa",
        "East Africa",
        "Eastern Samoa",
    ] {
        home.run(&["country", place]).fails(2, &[place]);
        home.run(&["list", &format!("\"{place}\":yes")]).fails(2, &[place]);
        home.run(&["agree", place, "Morocco"]).fails(2, &[place]);
    }
    for (slip, code) in [
        ("Sout Africa", "ZAF"),
        ("South Afrika", "ZAF"),
        ("Noth Korea", "PRK"),
        ("Southern Sudan", "SSD"),
        ("United Kingdom of Great Britain", "GBR"),
        ("Guineabissau", "GNB"),
        ("Western Somoa", "WSM"),
        ("phillipines", "PHL"),
        ("khazakstan", "KAZ"),
        ("Holand", "NLD"),
    ] {
        assert_eq!(home.run(&["country", slip, "--format", "json"]).json()["code"], code, "{slip}");
    }
}

#[test]
fn an_error_says_who_may_be_meant() {
    let record = Record::embedded().unwrap();
    let names = Names::new(record.members());
    for (text, message) in [
        ("korea", "\"korea\" may be South Korea (KOR) or North Korea (PRK)"),
        ("congo", "\"congo\" may be Congo Republic (COG) or DR Congo (COD)"),
        ("asdf", "no member is called \"asdf\"; give a name of any time or a code, such as Egypt or EGY"),
        ("", "a member's name or code is missing"),
    ] {
        assert_eq!(names.resolve(text).unwrap_err().message(text, record.members()), message);
    }
    let many = names.resolve("federal").unwrap_err().message("federal", record.members());
    assert!(many.contains(" or one of ") && many.len() < 300, "{many}");
}

proptest! {
    #[test]
    fn whatever_is_typed_is_answered(text in r"\PC{0,40}|[a-zé' -]{0,20}|([a-z]{1,4} ){0,5}") {
        thread_local! {
            static RECORD: (Names, usize) = {
                let record = Record::embedded().unwrap();
                (Names::new(record.members()), record.members().len())
            };
        }
        RECORD.with(|(names, members)| {
            let _ = names.resolve(&text);
            let found = names.search(&text);
            prop_assert!(found.len() <= *members);
            for one in found {
                prop_assert!(one.letters.is_sorted_by(|a, b| a < b));
                prop_assert!(one.letters.last().is_none_or(|&last| last < one.text.chars().count()));
            }
            Ok(())
        })?;
    }
}
