//! The library's table of outcomes: a row a text, with a vote or without one.

use serde_json::{Value, json};

use crate::common::{Home, LEN};

const HEADER: &str = "undl_id,resolution,session,date,title,modality,draft,committee_report,meeting,agenda_title,\
                      subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link";

/// A table of these rows, each number, symbol, day, modality and the five totals.
fn table(rows: &[(u32, &str, &str, &str, &str)]) -> String {
    let row = |(id, symbol, day, modality, totals): &(u32, &str, &str, &str, &str)| {
        let session = symbol.split('/').nth(2).unwrap();
        format!(
            "{id},{symbol},{session},{day},A text on {id} : resolution / adopted by the General Assembly,\"{modality}\",\
             A/{session}/L.1|A/{session}/L.2,,A/{session}/PV.9,An item.|Another.,LAW|PEACE,,{totals},"
        )
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

#[test]
fn texts_with_and_without_a_vote_come_into_the_record() {
    let home = Home::new();
    home.file(
        "outcomes.csv",
        table(&[
            (5_000_001, "A/RES/39/900", "1984-12-17", "Vote, non-recorded", "110.0,2.0,30.0,17.0,159.0"),
            (5_000_002, "A/RES/81/2", "2026-11-02", "Without a vote", ",,,,"),
            (5_000_003, "A/DEC/81/501", "2026-11-03", "Vote, recorded", "90,10,5,88,193"),
            (5_000_004, "A/RES/81/3", "2026-11-03", "", ",,,,"),
        ]),
    );
    let before = home.run(&["record", "--format", "json"]).json();
    let imported = home.run(&["import", "outcomes.csv", "--format", "json"]).json();
    assert_eq!(imported["texts"], json!({"added": 4, "changed": 0, "renumbered": 0, "same": 0}), "{imported}");
    assert_eq!((&imported["added"], &imported["rows"]), (&json!(0), &json!(4)));
    let after = home.run(&["record", "--format", "json"]).json();
    assert_eq!(after["rollcalls"], before["rollcalls"]);
    assert_eq!(after["texts"].as_u64().unwrap(), before["texts"].as_u64().unwrap() + 4);
    // No vote by member: a text with totals, not a roll call.
    let shown = home.run(&["show", "39/900"]).answer();
    for part in [
        "A text on 5000001\n",
        "by a vote that was not recorded by member: 110 yes, 2 no, 30 abstaining",
        "An item. | Another.",
        "LAW | PEACE",
        "General Assembly outcomes",
    ] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
    let shown = home.run(&["show", "39/900", "--format", "json"]).json();
    assert_eq!((&shown["adopted"], &shown["stated"]), (&json!("vote"), &json!([110, 2, 30, 17, 159])));
    assert_eq!(home.run(&["list", "symbol:39/900"]).code(), 1);
    let shown = home.run(&["show", "81/2", "--format", "json"]).json();
    assert_eq!((&shown["adopted"], &shown["draft"]), (&json!("without a vote"), &json!("A/81/L.1")));
    let rows = home.run(&["texts", "session:81", "--by", "session", "--format", "json"]).json();
    assert_eq!(rows, json!([{"key": "81", "texts": 3, "voted": 1}]));
    // The same file again changes nothing, and what was there before comes back.
    let again = home.run(&["import", "outcomes.csv", "--format", "json"]).json();
    assert_eq!((&again["texts"]["same"], &again["written"]), (&json!(4), &json!(null)));
    home.run(&["import", "--undo"]).answer();
    assert_eq!(home.run(&["show", "81/2"]).code(), 1);
}

#[test]
fn what_the_record_knows_of_a_text_stays_beside_what_the_table_says() {
    let home = Home::new();
    let was = home.run(&["show", "79/1", "--format", "json"]).json();
    home.file("outcomes.csv", table(&[(5_000_001, "A/RES/79/1", "2024-09-22", "Without a vote", ",,,,")]));
    let ran = home.run(&["import", "outcomes.csv"]);
    assert!(ran.answer().contains("0 added, 1 changed, 0 the same"), "{}", ran.out());
    let is = home.run(&["show", "79/1", "--format", "json"]).json();
    assert_eq!((&is["title"], &is["sponsors"]), (&json!("A text on 5000001"), &was["sponsors"]));
    assert_eq!(is["committee"], was["committee"]);
}

#[test]
fn a_text_never_contradicts_the_votes_that_the_record_has() {
    let home = Home::new();
    let shown = home.run(&["show", "ES-11/7", "--format", "json"]).json();
    let id = u32::try_from(shown["id"].as_u64().unwrap()).unwrap();
    let rows = |modality, totals| table(&[(id, "A/RES/ES-11/7", "2025-02-24", modality, totals)]);
    home.file("without.csv", rows("Without a vote", ",,,,"));
    let ran = home.run(&["import", "without.csv"]);
    assert!(ran.err().contains("adopted without a vote, but the record has members' votes; left out"), "{}", ran.err());
    assert!(ran.answer().contains("Written  nothing"), "{}", ran.out());
    home.file("totals.csv", rows("Vote, recorded", "94,18,65,16,193"));
    let ran = home.run(&["import", "totals.csv", "--dry-run"]);
    assert!(ran.err().contains("94-18-65-16-193") && ran.err().contains("93-18-65-17-193"), "{}", ran.err());
    assert_eq!(home.run(&["show", "ES-11/7", "--format", "json"]).json()["yes"], 93);
}

#[test]
fn a_table_of_outcomes_that_can_not_be_right_is_refused_in_one_line() {
    let home = Home::new();
    let right = (5_000_001, "A/RES/81/2", "2026-11-02", "Without a vote", ",,,,");
    let cases = [
        (
            table(&[(0, right.1, right.2, right.3, right.4)]),
            "column undl_id: \"0\"; expected the library's record number",
        ),
        (table(&[(7, "S/RES/9/1", right.2, right.3, right.4)]), "expected the symbol of a resolution or decision"),
        (table(&[(7, right.1, "yesterday", right.3, right.4)]), "column date"),
        (table(&[(7, right.1, right.2, "By acclamation", right.4)]), "expected Vote, recorded; Vote, non-recorded; or"),
        (table(&[(7, right.1, right.2, right.3, "2.5,,,,")]), "column total_yes"),
        (table(&[right, right]), "line 3, column undl_id: \"5000001\"; expected a number other than that of line 2"),
        (format!("{HEADER}\n"), "no rows below the header"),
        (table(&[right]).replacen(",subjects", ",words", 1), "subjects"),
    ];
    for (content, says) in cases {
        home.file("outcomes.csv", content);
        home.run(&["import", "outcomes.csv"]).fails(2, &[says, "outcomes.csv"]);
        assert!(!home.record().exists());
    }
}

/// The rows of a roll call of the record under this number, with symbol, day and title and nothing else about it.
fn bare(shown: &Value, number: u32) -> String {
    let text = |key: &str| shown[key].as_str().map_or_else(|| shown[key].to_string(), str::to_owned);
    let row = |(code, vote): (&String, &Value)| {
        let letter = match vote.as_str().unwrap() {
            "yes" => "Y",
            "no" => "N",
            "abstain" => "A",
            _ => "X",
        };
        let mut row = crate::import::row(5_000_001, code, "", letter);
        row[0] = number.to_string();
        row[4..7].clone_from_slice(&[text("date"), text("session"), text("symbol")]);
        row[7..10].fill(String::new());
        row[10] = text("title");
        row[11..14].fill(String::new());
        row[14..19].clone_from_slice(&["yes", "no", "abstain", "absent", "members"].map(text));
        row[19] = String::new();
        row
    };
    let rows: Vec<_> = shown["votes"].as_object().unwrap().iter().map(row).collect();
    crate::import::table(&rows)
}

/// A file in which a roll call is bare takes nothing away from what the record knows, under its own number or where the
/// library's comes in the place of one of ours.
#[test]
fn a_bare_roll_call_keeps_its_agenda() {
    let home = Home::new();
    for (symbol, number, same) in [("79/287", None, 1), ("80/250", Some(4_200_000), 0)] {
        let was = home.run(&["show", symbol, "--format", "json"]).json();
        assert_eq!(was["meeting"].as_array().map(Vec::len), Some(1), "{was}");
        let number = number.unwrap_or_else(|| u32::try_from(was["id"].as_u64().unwrap()).unwrap());
        home.file("bare.csv", bare(&was, number));
        let imported = home.run(&["import", "bare.csv", "--format", "json"]).json();
        assert_eq!(imported["same"], same, "{imported}");
        let is = home.run(&["show", symbol, "--format", "json"]).json();
        for key in ["agenda", "subjects", "meeting", "report", "drafts", "votes"] {
            assert_eq!(is[key], was[key], "{symbol} {key}");
        }
        assert_eq!(is["id"], number);
    }
    // Nothing appears twice.
    assert_eq!(home.run(&["list", "--format", "json"]).json().as_array().unwrap().len(), *LEN);
}
