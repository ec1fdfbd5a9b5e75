//! The state of the last visit: read as it was written, ignored with a word if it can't be, never lost before its time.

use std::fs;

use plenary::record::RecordNumber;
use plenary::visit::Visit;
use proptest::prelude::*;

use crate::common::Home;

#[test]
fn a_visit_is_read_as_it_was_written_over_whatever_was_there() {
    let home = Home::new();
    let path = home.path("state/plenary/visit.json");
    assert_eq!(Visit::read(&path), Ok(None));
    let visit = Visit {
        selected: Some("4076672".to_owned()),
        link: "show/A/RES/ES-11/7?topic:ukraine".to_owned(),
        marks: vec![RecordNumber(4_076_672), RecordNumber(1)],
        divider: Some(60),
        grouping: "@\"Western Asia\"".to_owned(),
        sort: "-yes".to_owned(),
        theme: Some("dark".to_owned()),
    };
    visit.write_to(&path).unwrap();
    assert_eq!(Visit::read(&path), Ok(Some(visit.clone())));
    for broken in ["", "{", "{\"version\":2,\"link\":\"votes\"}"] {
        fs::write(&path, broken).unwrap();
        assert!(Visit::read(&path).is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), broken, "reading changes nothing");
        visit.write_to(&path).unwrap();
        assert_eq!(Visit::read(&path), Ok(Some(visit.clone())));
    }
    let others: Vec<_> =
        fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(others, ["visit.json"]);
}

#[test]
fn a_file_that_is_no_visit_is_ignored_with_a_word() {
    let home = Home::new();
    for (content, said) in [
        ("", "is not a saved session: EOF"),
        ("[]", "is not a saved session: invalid type"),
        ("{\"link\":\"votes\"}", "is not a saved session: it has no version"),
        ("{\"version\":\"1\"}", "is not a saved session: it has no version"),
        ("{\"version\":0}", "is not a saved session: it has no version"),
        ("{\"version\":2,\"panes\":[1,2]}", "was written by a later version of plenary"),
        ("{\"version\":1,\"panes\":[]}", "unknown field"),
        ("{\"version\":1,\"\\u001b[31m\\u0007\":[]}", "unknown field"),
        ("{\"version\":1,\"link\":7}", "is not a saved session: invalid type"),
        ("{\"version\":1,\"divider\":0}", "is not a saved session: its divider is not a percentage"),
        ("{\"version\":1,\"divider\":100}", "its divider is not a percentage"),
        ("{\"version\":1,\"marks\":[-1]}", "is not a saved session"),
        ("{\"version\":1,\"link\":\"\\u001b[31m\"}", "it has control characters"),
        ("{\"version\":1,\"theme\":\"\\u202edark\"}", "it has control characters"),
    ] {
        let error = Visit::read(&home.file("visit.json", content)).expect_err(content);
        assert!(error.contains("visit.json: ") && error.contains(said), "{content}: {error}");
        assert!(error.starts_with("could not restore the last session: "), "{error}");
        assert!(!error.chars().any(char::is_control), "{error}");
    }
    assert_eq!(Visit::read(&home.file("visit.json", "{\"version\":1}")), Ok(Some(Visit::default())));
    let error = Visit::read(&home.file("visit.json", b"\xff")).unwrap_err();
    assert!(error.contains("can't be read"), "{error}");
    let error = Visit::default().write_to(&home.path("visit.json/inside")).unwrap_err();
    assert!(error.contains("can't be written"), "{error}");
    assert_eq!(fs::read(home.path("visit.json")).unwrap(), b"\xff");
}

proptest! {
    // Each writes a file, and waits for the disk.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_visit_comes_back(
        link in "\\PC{0,40}",
        marks in prop::collection::vec(any::<u32>(), 0..20),
        divider in prop::option::of(1_u16..100),
        theme in prop::option::of("[a-z]{0,8}"),
        content in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        prop_assume!(plenary::record::is_clean(&link));
        let home = Home::new();
        let marks = marks.into_iter().map(RecordNumber).collect();
        let visit = Visit { link, marks, divider, theme, ..Visit::default() };
        visit.write_to(&home.path("visit.json")).unwrap();
        prop_assert_eq!(Visit::read(&home.path("visit.json")), Ok(Some(visit)));
        // Whatever stands there is an answer or a line, never a panic.
        let _ = Visit::read(&home.file("visit.json", content));
    }
}
