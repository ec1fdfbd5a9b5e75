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

/// The text of the first row of the list.
fn first_row(explorer: &Explorer) -> String {
    let text = explorer.text();
    text.lines().nth(3).unwrap_or_default().split("││").next().unwrap_or_default().to_owned()
}

#[test]
fn countries_are_sorted_by_agreement_with_the_watched_member_and_by_their_last_vote() {
    let closest = Home::new().run(&["country", "ISR", "since:2015", "--format", "json"]).json()["closest"][0].clone();
    let name =
        Home::new().run(&["country", closest["code"].as_str().unwrap(), "--format", "json"]).json()["name"].clone();
    let mut explorer = Explorer::new(250, 60, "since:2015");
    explorer.press("2 w israel Enter s agreement_with Enter g");
    let row = first_row(&explorer);
    assert!(row.contains(name.as_str().unwrap()), "{}", explorer.text());
    assert!(row.contains(&format!("{:.3}", closest["agreement"].as_f64().unwrap())), "{row}");
    assert!(explorer.shows("w ISR"), "{}", explorer.text());
    // The other way round those that can't be ranked still come last.
    explorer.press("S g");
    assert!(!first_row(&explorer).contains("–  "), "{}", explorer.text());
    explorer.press("s last_vote Enter g");
    assert!(first_row(&explorer).contains("2026-06-04"), "{}", explorer.text());
    // Nobody is watched: there is no such column.
    let explorer = {
        let mut explorer = Explorer::new(250, 60, "");
        explorer.press("2");
        explorer
    };
    assert!(!explorer.shows("w ISR") && explorer.shows("voted") && explorer.shows("last vote"), "{}", explorer.text());
}

#[test]
fn the_closest_vote_and_who_was_alone_lead_their_lists() {
    let list = Home::new().run(&["list", "year:2024", "--format", "json"]).json();
    let count = |row: &serde_json::Value, what: &str| row[what].as_u64().unwrap();
    let flips = |row: &serde_json::Value| (count(row, "yes") - count(row, "no")).div_ceil(2);
    let closest = list.as_array().unwrap().iter().min_by_key(|row| flips(row)).unwrap();
    let mut explorer = Explorer::new(270, 60, "year:2024");
    assert!(explorer.shows("alone") && explorer.shows("2/3"), "{}", explorer.text());
    explorer.press("s no_simple_majority Enter g");
    let symbol = closest["symbol"].as_str().unwrap().trim_start_matches("A/RES/");
    assert!(first_row(&explorer).contains(symbol), "{symbol}: {}", explorer.text());
    explorer.press("s who_was_alone Enter g");
    let row = first_row(&explorer);
    assert!([" N ", " A "].iter().any(|letter| row.contains(letter)), "{row}");
    // Its page says both, and claims neither.
    assert!(explorer.shows("from yes to no and it has no simple majority"), "{}", explorer.text());
}
