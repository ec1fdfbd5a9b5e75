//! Members: what their pages say where there is nothing to count.

use super::Explorer;
use crate::common::Home;

/// A record without absences, in which nobody knows who was a member.
const UNVOTES: &str = r#"{"format":"plenary-rollcalls","version":1,"kind":"whole","origin":"unvotes","sources":[],"seats":["USA","RUS","ISR"]}
{"id":1,"symbol":"R/1","date":"2008-01-01","session":"62","title":"Peace","votes":"YN."}
"#;

#[test]
fn why_a_member_has_no_votes_is_said_alike_by_its_page_and_the_command() {
    let home = Home::new();
    for (member, query, why) in [
        ("SSD", "until:1990", "ot a member on any of these roll calls"),
        ("SWE", "symbol:A/RES/39/28A", "otes by member not recorded"),
    ] {
        let mut explorer = Explorer::new(200, 60, "");
        explorer.press(&format!(": country/{member}?{query} Enter"));
        assert!(explorer.shows(&format!("{why}.")), "{member} {query}\n{}", explorer.text());
        let said = home.run(&["country", member, query]).answer();
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn who_cast_no_vote_where_absences_are_not_known_is_not_called_no_member() {
    let explorer = Explorer::over(UNVOTES, "country/ISR");
    assert!(explorer.shows("No vote cast on any of these roll calls."), "{}", explorer.text());
    assert!(!explorer.shows("ot a member"), "{}", explorer.text());
    let home = Home::new();
    let made = home.file("made.jsonl", UNVOTES);
    let said = home.run(&["country", "ISR", "--record", made.to_str().unwrap()]).answer();
    assert!(said.contains("not known in this record") && !said.contains("not a member"), "{said}");
}
