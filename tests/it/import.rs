//! Importers by files: what is taken, what is refused and with which words, and that nothing is ever lost.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use crate::common::{Home, raw, unvotes};
use crate::hostile::{beside, files};

pub(crate) const COLUMNS: [&str; 20] = [
    "undl_id",
    "ms_code",
    "ms_name",
    "ms_vote",
    "date",
    "session",
    "resolution",
    "draft",
    "committee_report",
    "meeting",
    "title",
    "agenda_title",
    "subjects",
    "vote_note",
    "total_yes",
    "total_no",
    "total_abstentions",
    "total_non_voting",
    "total_ms",
    "undl_link",
];

/// A row of the UN's file: a member's vote in a roll call, with totals for the three members of [`table`].
pub(crate) fn row(id: u32, code: &str, name: &str, vote: &str) -> Vec<String> {
    let link = format!("https://digitallibrary.un.org/record/{id}");
    let symbol = format!("A/RES/81/{}", id - 5_000_000);
    [
        &id.to_string(),
        code,
        name,
        vote,
        "2026-11-02",
        "81",
        &symbol,
        "A/81/L.1 | A/81/L.2",
        "A/81/100",
        "A/81/PV.9",
        "A text : resolution / adopted by the General Assembly",
        "An item. | Another.",
        "LAW--PEACE",
        "",
        "1",
        "1",
        "1",
        "0",
        "3",
        &link,
    ]
    .map(str::to_owned)
    .into()
}

pub(crate) fn rollcall(id: u32) -> Vec<Vec<String>> {
    vec![row(id, "FRA", "FRANCE", "Y"), row(id, "USA", "UNITED STATES", "N"), row(id, "CHN", "CHINA", "A")]
}

/// Writes a value into a column of all rows.
pub(crate) fn write_into(rows: &mut [Vec<String>], column: usize, value: &str) {
    for row in rows {
        value.clone_into(&mut row[column]);
    }
}

/// The rows of a roll call with other votes and other totals.
pub(crate) fn with_totals(mut rows: Vec<Vec<String>>, votes: &[&str], totals: [&str; 5]) -> Vec<Vec<String>> {
    for (row, vote) in rows.iter_mut().zip(votes) {
        (*vote).clone_into(&mut row[3]);
        for (cell, total) in row[14..19].iter_mut().zip(totals) {
            total.clone_into(cell);
        }
    }
    rows
}

/// Twenty-one roll calls, of which a slip in one is no more than a slip.
pub(crate) fn many() -> Vec<Vec<Vec<String>>> {
    (5_000_001..5_000_022).map(rollcall).collect()
}

#[test]
fn a_name_of_another_member_of_any_time_is_refused() {
    let home = Home::new();
    for (code, name, said) in [
        ("QQQ", "AFGHANISTAN", "expected AFG"),
        ("QQQ", "Upper Volta", "expected BFA"),
        ("XZX", "Russian Federation", "expected RUS"),
        ("ZAR", "ZAIRE", "expected COD"),
        ("BUR", "burma", "expected MMR"),
        ("CIX", "CÔTE D'IVOIRE", "expected CIV"),
        ("USA", "FRANCE", "this name is FRA's"),
        ("GBR", "Soviet Union", "this name is RUS's"),
    ] {
        let mut rows = rollcall(5_000_001);
        code.clone_into(&mut rows[1][1]);
        name.clone_into(&mut rows[1][2]);
        home.file("named.csv", table(&rows));
        home.run(&["import", "named.csv"]).fails(2, &["named.csv, line 3, column ms_", said]);
    }
    assert!(!home.record().exists());
    // By a name that nobody knows: the record has the member there, and the file does not.
    home.file("good.csv", table(&rollcall(5_000_001)));
    home.run(&["import", "good.csv"]).answer();
    let mut rows = rollcall(5_000_001);
    "QQQ".clone_into(&mut rows[1][1]);
    "STATES IN UNION".clone_into(&mut rows[1][2]);
    home.file("named.csv", table(&rows));
    home.run(&["import", "named.csv"]).fails(2, &["a row for QQQ", "none for USA", "correct the code"]);
}

/// The rows as CSV, with the columns in this order.
pub(crate) fn csv(columns: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = columns.join(",") + "\n";
    for row in rows {
        let cells = columns.iter().map(|column| match COLUMNS.iter().position(|known| known == column) {
            Some(at) => format!("\"{}\"", row[at].replace('"', "\"\"")),
            None => "unknown".to_owned(),
        });
        let _ = writeln!(text, "{}", cells.collect::<Vec<_>>().join(","));
    }
    text
}

pub(crate) fn table(rows: &[Vec<String>]) -> String {
    csv(&COLUMNS, rows)
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// What an import says it changed: added, changed, same.
pub(crate) fn changes(home: &Home, arguments: &[&str]) -> [u64; 3] {
    let arguments = [&["import", "--format", "json"], arguments].concat();
    let json = home.run(&arguments).json();
    ["added", "changed", "same"].map(|name| json[name].as_u64().unwrap())
}

/// A dry run says what the import would, where that refuses too.
#[test]
fn a_dry_run_refuses_what_the_import_refuses() {
    let home = Home::new();
    home.file("new.csv", table(&rollcall(5_000_001)));
    for arguments in [&["import", "--new", "new.csv"][..], &["import", "--new", "new.csv", "--dry-run"]] {
        home.run(arguments).fails(2, &["add --to FILE"]);
    }
}

#[test]
fn a_second_number_of_a_known_roll_call_is_remarked_on() {
    let home = Home::new();
    home.file("one.csv", table(&rollcall(5_000_001)));
    home.run(&["import", "one.csv"]).answer();
    let mut again = rollcall(5_000_002);
    write_into(&mut again, 6, "A/RES/81/1");
    home.file("again.csv", table(&again));
    let ran = home.run(&["import", "again.csv"]);
    ran.answer();
    let said = "with the same symbol, day and votes under another number; both are kept: 5000002 of A/RES/81/1, known as 5000001";
    assert!(ran.err().contains(said), "{}", ran.err());
    let mut other = rollcall(5_000_003);
    write_into(&mut other, 6, "A/RES/81/1");
    let other = with_totals(other, &["Y", "Y", "Y"], ["3", "0", "0", "0", "3"]);
    home.file("other.csv", table(&other));
    let ran = home.run(&["import", "other.csv"]);
    assert!(!ran.err().contains("under another number"), "{}", ran.err());
}

#[test]
fn new_roll_calls_go_over_the_embedded_record_and_stay() {
    let home = Home::new();
    home.file("new.csv", table(&rollcall(5_000_001)));
    assert_eq!(changes(&home, &["--dry-run", "new.csv"]), [1, 0, 0]);
    assert!(!home.record().exists());
    assert_eq!(changes(&home, &["new.csv"]), [1, 0, 0]);
    assert_eq!(changes(&home, &["new.csv"]), [0, 0, 1]);
    let shown = home.run(&["show", "81/1", "--format", "json"]).json();
    assert_eq!(shown["title"], "A text");
    assert_eq!(shown["agenda"], serde_json::json!(["An item.", "Another."]));
    assert_eq!(shown["drafts"], serde_json::json!(["A/81/L.1", "A/81/L.2"]));
    assert_eq!(shown["votes"], serde_json::json!({"CHN": "abstain", "FRA": "yes", "USA": "no"}));
    assert_eq!(shown["note"], serde_json::Value::Null);
    assert_eq!(home.run(&["show", "A/81/L.2", "--format", "json"]).json()["id"], 5_000_001);
    let held = home.run(&["record", "--format", "json"]).json();
    assert_eq!((&held["rollcalls"], &held["last"]), (&10_160.into(), &"2026-11-02".into()));
    // The file holds the difference alone, a line a roll call.
    assert_eq!(fs::read_to_string(home.record()).unwrap().lines().count(), 2);
    // A correction of a known record number replaces it; the others stay.
    let rows = with_totals(rollcall(5_000_001), &["Y", "N", "Y"], ["2", "1", "0", "0", "3"]);
    home.file("again.csv", table(&[rows, rollcall(5_000_002)].concat()));
    assert!(home.run(&["import", "again.csv"]).answer().contains("Changed  1 roll call"));
    let shown = home.run(&["show", "81/1", "--format", "json"]).json();
    assert_eq!((&shown["yes"], &shown["votes"]["CHN"]), (&2.into(), &"yes".into()));
    assert_eq!(home.run(&["record", "--format", "json"]).json()["rollcalls"], 10_161);
}

#[test]
fn tables_of_unvotes_that_lack_most_members_are_said_to() {
    let home = Home::new();
    home.file(
        "u.csv",
        "rcid,session,importantvote,date,unres,amend,para,short,descr\n9,60,0,2005-11-01,R/60/1,0,0,A,A\n",
    );
    home.file("v.csv", "rcid,country,country_code,vote\n9,France,FR,yes\n9,Canada,CA,no\n");
    let ran = home.run(&["import", "u.csv", "v.csv", "--to", "u.1"]);
    assert!(ran.err().contains("1 roll call has votes of fewer than half of the members"), "{}", ran.err());
    assert!(ran.err().contains("9 has 2 of 191"), "{}", ran.err());
    ran.answer();
}

#[test]
fn the_same_table_is_read_in_every_form_it_comes_in() {
    let plain = table(&[rollcall(5_000_001), rollcall(5_000_002)].concat());
    let shuffled: Vec<_> = COLUMNS.iter().rev().copied().chain(["new_column"]).collect();
    let rows = [rollcall(5_000_001), rollcall(5_000_002)].concat();
    let interleaved: Vec<_> = (0..3).flat_map(|at| [rows[at].clone(), rows[at + 3].clone()]).collect();
    let forms: Vec<(&str, Vec<u8>)> = vec![
        ("as published", plain.clone().into()),
        ("gzip", gzip(plain.as_bytes())),
        ("gzip in two parts", [gzip(&plain.as_bytes()[..300]), gzip(&plain.as_bytes()[300..])].concat()),
        ("byte order mark", format!("\u{feff}{plain}").into()),
        ("CRLF", plain.replace('\n', "\r\n").into()),
        ("no newline at the end", plain.trim_end().into()),
        ("other columns in another order", csv(&shuffled, &rows).into()),
        ("rows of two roll calls in turn", table(&interleaved).into()),
        ("newline in a cell", plain.replace("A text", "A\ntext").into()),
    ];
    let home = Home::new();
    let mut written = Vec::new();
    for (form, bytes) in forms {
        home.file("in.csv", bytes);
        assert_eq!(changes(&home, &["--new", "--to", "out.jsonl", "in.csv"]), [2, 0, 0], "{form}");
        written.push(fs::read_to_string(home.path("out.jsonl")).unwrap());
        assert_eq!(written.first(), written.last(), "{form}");
    }
}

/// A file that must be refused, and what is to be said of it.
type BadFile = (&'static str, Vec<u8>, Vec<&'static str>);

fn bad_files() -> Vec<BadFile> {
    let good = table(&rollcall(5_000_001));
    let edit = |row: usize, column: &str, value: &str| {
        let mut rows = [rollcall(5_000_001), rollcall(5_000_002)].concat();
        let at = COLUMNS.iter().position(|known| *known == column).unwrap();
        value.clone_into(&mut rows[row][at]);
        table(&rows)
    };
    let without = |column: &str| {
        let columns: Vec<_> = COLUMNS.into_iter().filter(|known| *known != column).collect();
        csv(&columns, &rollcall(5_000_001))
    };
    let mut latin = edit(1, "title", "Caf?").into_bytes();
    let at = latin.windows(4).position(|bytes| bytes == b"Caf?").unwrap();
    latin[at + 3] = 0xe9;
    let header = COLUMNS.join(",");
    vec![
        (
            "a missing column",
            without("ms_vote").into(),
            vec!["line 1", "no column \"ms_vote\", which the UN's General Assembly voting data has"],
        ),
        ("no letter", edit(1, "ms_vote", "").into(), vec!["line 3, column ms_vote", "\"\"; expected"]),
        ("no symbol", edit(0, "resolution", "").into(), vec!["line 2, column resolution"]),
        ("a bad total", edit(0, "total_yes", "many").into(), vec!["line 2, column total_yes", "\"many\""]),
        ("two symbols", edit(2, "resolution", "A/RES/81/9").into(), vec!["line 4, column resolution", "A/RES/81/1"]),
        (
            "an unknown code without a name",
            {
                let mut rows = rollcall(5_000_001);
                rows.push(row(5_000_001, "ZZZ", "", "Y"));
                table(&rows).into()
            },
            vec!["line 5, column ms_code", "\"ZZZ\"; expected a code that the record knows, or a name"],
        ),
        ("broken UTF-8", latin, vec!["line 3", "is not UTF-8; save the table as CSV in UTF-8"]),
        (
            "a few rows without totals",
            table(&with_totals(rollcall(5_000_050), &["Y", "N", "A"], [""; 5])).into(),
            vec!["it has 3 rows, where 193 were members"],
        ),
        (
            "another column for the symbol",
            edit(0, "resolution", "A/81/PV.12").into(),
            vec!["the symbol of a resolution"],
        ),
        (
            "bytes behind a gzip",
            [gzip(good.as_bytes()), b"\0\0 more".to_vec()].concat(),
            vec!["bytes that are not gzip follow the gzip data; unpack it"],
        ),
        (
            "a truncated gzip",
            {
                let mut bytes = gzip(good.as_bytes());
                bytes.truncate(bytes.len() - 20);
                bytes
            },
            vec!["gzip file ends early"],
        ),
        (
            "a damaged gzip",
            {
                let mut bytes = gzip(good.as_bytes());
                bytes[15] ^= 0xff;
                bytes[16] ^= 0xff;
                bytes
            },
            vec!["gzip"],
        ),
        ("a cell of 10 MB", edit(1, "title", &"x".repeat(10_000_000)).into(), vec!["line 3", "longer than 256 KiB"]),
        ("an open quote", format!("{header}\n\"{}", "x\n".repeat(1_000_000)).into(), vec!["line 2", "quote left open"]),
        ("no CSV at all", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), vec!["is not text; save"]),
        ("JSON", b"{\"votes\": []}".to_vec(), vec!["is JSON; plenary imports CSV"]),
        ("JSON of many lines", b"\n [1,\n 2]".to_vec(), vec!["is JSON; plenary imports CSV"]),
        ("a web page", b"<!DOCTYPE html>\n<html>".to_vec(), vec!["is a web page or XML; download the data as CSV"]),
        ("gzip in gzip", gzip(&gzip(good.as_bytes())), vec!["is gzipped twice; unpack it once"]),
        ("JSON in gzip", gzip(b"{}"), vec!["is JSON"]),
        ("bzip2", b"BZh91AY&SY".to_vec(), vec!["is packed with bzip2; unpack it"]),
        ("another table", b"city,people\nRome,1\n".to_vec(), vec!["line 1: not a table that plenary knows"]),
        (
            "a wide table of unvotes",
            b"rcid,USA,CAN\n3,1,2\n".to_vec(),
            vec!["line 1: not a table that plenary knows", "the tables of unvotes (rcid …)"],
        ),
        ("UTF-16 without its mark", b"u\0n\0d\0l\0".to_vec(), vec!["is UTF-16; save it as CSV in UTF-8"]),
        ("a ZIP archive", b"PK\x03\x04\x14\0".to_vec(), vec!["is a ZIP archive or a spreadsheet; unpack it"]),
        ("UTF-16", b"\xff\xfeu\0n\0".to_vec(), vec!["is UTF-16; save it as CSV in UTF-8"]),
        ("UTF-32", b"\xff\xfe\0\0u\0\0\0n\0\0\0".to_vec(), vec!["is UTF-32; save it as CSV in UTF-8"]),
        (
            "UTF-32 of the other order",
            b"\0\0\xfe\xff\0\0\0u\0\0\0n".to_vec(),
            vec!["is UTF-32; save it as CSV in UTF-8"],
        ),
        ("UTF-32 without its mark", b"u\0\0\0n\0\0\0".to_vec(), vec!["is UTF-32; save it as CSV in UTF-8"]),
        ("semicolons", good.replace(',', ";").into(), vec!["line 1: the cells are separated by semicolons"]),
        ("tabs", COLUMNS.join("\t").into(), vec!["line 1: the cells are separated by tabs"]),
    ]
}

#[test]
fn bad_input_is_refused_in_one_line_and_the_record_that_was_there_stays() {
    let home = Home::new();
    home.file("good.csv", table(&rollcall(5_000_001)));
    changes(&home, &["good.csv"]);
    let before = fs::read(home.record()).unwrap();
    for (case, bytes, said) in bad_files() {
        home.file("bad.csv", bytes);
        home.run(&["import", "bad.csv"]).fails(2, &[vec!["bad.csv"], said].concat());
        assert_eq!(fs::read(home.record()).unwrap(), before, "{case}");
    }
    let tables = files("refused").into_iter().filter(|file| file.extension().is_some_and(|end| end == "csv"));
    for file in tables {
        let said = fs::read_to_string(beside(&file)).unwrap();
        // Behind the folder, which is not that of this machine.
        let (_, said) = said.trim_end().split_once('/').unwrap();
        home.run(&["import", file.to_str().unwrap()]).fails(2, &[said]);
        assert_eq!(fs::read(home.record()).unwrap(), before, "{}", file.display());
    }
}

#[test]
fn a_code_in_small_letters_is_no_new_seat() {
    let home = Home::new();
    let mut rows = rollcall(5_000_001);
    rows[1][1] = "usa".to_owned();
    home.file("small.csv", table(&rows));
    home.run(&["import", "small.csv"])
        .fails(2, &["line 3, column ms_code: \"usa\"; expected USA, as the record writes it"]);
    assert!(!home.record().exists());
    rows[1][1] = "USA ".to_owned();
    home.file("wide.csv", table(&rows));
    home.run(&["import", "wide.csv"]).answer();
    assert_eq!(home.run(&["show", "81/1", "--format", "json"]).json()["votes"]["USA"], "no");
    let two = r#"{"format":"plenary-rollcalls","version":1,"kind":"whole","origin":"un-library","sources":[],"names":[{"code":"usa","name":"US","from":"2000-01-01","to":null}],"seats":["USA","usa"]}"#;
    home.file("two.jsonl", two);
    home.run(&["list", "--record", "two.jsonl"]).fails(2, &["seat usa differs from USA by capitals alone"]);
}

#[test]
fn a_roll_call_that_stands_twice_is_told_by_its_line() {
    let home = Home::new();
    let asset = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl");
    let text = fs::read_to_string(asset).unwrap();
    let mut lines = text.lines();
    let header = lines.next().unwrap().replace("\"whole\"", "\"differences\"");
    let known = lines.next().unwrap();
    home.file("twice.jsonl", format!("{header}\n{known}\n\n{known}\n"));
    home.run(&["list", "--record", "twice.jsonl"])
        .fails(2, &["twice.jsonl, line 4: the record number", "appears twice"]);
}

#[test]
fn a_line_is_counted_as_an_editor_does_whatever_ends_it() {
    let home = Home::new();
    let mut rows = rollcall(5_000_001);
    rows[1][4] = "2026-13-45".to_owned();
    let text = table(&rows);
    for (ends, line) in [("\n", 3), ("\r\n", 3), ("\n\n", 5), ("\r\n\r\n", 5)] {
        home.file("day.csv", text.replace('\n', ends));
        home.run(&["import", "day.csv"]).fails(2, &[&format!("line {line}, column date: \"2026-13-45\"")]);
    }
}

#[test]
fn text_that_commands_a_terminal_is_taken_out_counted_and_never_printed() {
    let home = Home::new();
    let mut rows = rollcall(5_000_001);
    for row in &mut rows {
        row[10] =
            "Red \u{1b}[31malert\u{7} and \u{202e}turned\u{202c} text : resolution / adopted by the General Assembly"
                .to_owned();
        row[11] = "two\nlines\tand a tab".to_owned();
    }
    home.file("loud.csv", table(&rows));
    let ran = home.run(&["import", "loud.csv"]);
    ran.answer();
    assert!(ran.err().contains("8 control characters or direction marks taken out"), "{}", ran.err());
    let shown = home.run(&["show", "81/1", "--format", "json"]).json();
    assert_eq!(shown["title"], "Red alert and turned text");
    assert_eq!(shown["agenda"], serde_json::json!(["two lines and a tab"]));
    let stored = fs::read_to_string(home.record()).unwrap();
    assert!(!stored.contains(|c: char| c.is_control() && c != '\n') && !stored.contains('\u{202e}'));
}

#[test]
fn a_seat_or_a_name_that_nobody_knew_is_taken_and_reported() {
    let home = Home::new();
    let mut rows = rollcall(5_000_001);
    rows.push(row(5_000_001, "XKX", "KOSOVO", "Y"));
    let mut rows = with_totals(rows, &["Y", "N", "A", "Y"], ["2", "1", "1", "0", "4"]);
    rows[1][2] = "UNITED STATES OF SOMETHING".to_owned();
    home.file("seats.csv", table(&rows));
    let ran = home.run(&["import", "seats.csv"]);
    ran.answer();
    assert!(ran.err().contains("1 new seat: XKX KOSOVO"), "{}", ran.err());
    assert!(ran.err().contains("1 new name of a known seat: USA UNITED STATES OF SOMETHING"), "{}", ran.err());
    let shown = home.run(&["show", "81/1", "--format", "json"]).json();
    assert_eq!(shown["votes"]["XKX"], "yes");
    assert_eq!(home.run(&["record", "--format", "json"]).json()["members"], 199);
    assert_eq!(changes(&home, &["seats.csv"]), [0, 0, 1]);
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_un_file_makes_the_same_record_twice_and_changes_nothing_of_the_embedded_one() {
    let home = Home::new();
    let path = raw("ga_voting.csv.gz");
    let path = path.to_str().unwrap();
    assert_eq!(changes(&home, &["--new", "--to", "made.jsonl", path]), [5698, 0, 0]);
    assert_eq!(changes(&home, &["--new", "--to", "again.jsonl", path]), [5698, 0, 0]);
    assert!(fs::read(home.path("made.jsonl")).unwrap() == fs::read(home.path("again.jsonl")).unwrap());
    assert_eq!(changes(&home, &["--dry-run", path]), [0, 0, 5698]);
}

#[test]
#[ignore = "needs ../shared/data"]
fn the_unvotes_tables_become_a_record_of_their_own() {
    let home = Home::new();
    let [votes, rollcalls, issues] = &unvotes();
    home.run(&["import", votes, rollcalls, issues]).fails(2, &["--to FILE"]);
    home.run(&["import", votes, "--to", "u.jsonl"]).fails(2, &["add the table of roll calls (un_roll_calls)"]);
    assert_eq!(changes(&home, &["--to", "u.jsonl", votes, rollcalls, issues]), [6203, 0, 0]);
    let held = home.run(&["record", "--record", "u.jsonl", "--format", "json"]).json();
    assert_eq!((&held["rollcalls"], &held["votes"]), (&6203.into(), &870_109.into()));
    assert!(held["universe"].as_str().unwrap().contains("absences unknown"));
    let shown = home.run(&["show", "3", "--record", "u.jsonl", "--format", "json"]).json();
    assert_eq!(
        (&shown["amendment"], &shown["paragraph"], &shown["absent"]),
        (&true.into(), &false.into(), &serde_json::Value::Null)
    );
    assert_eq!(shown["members"], serde_json::Value::Null);
    // Rows under the name and the code of Taiwan are of China's seat, those of West Germany of Germany's.
    assert_eq!(shown["votes"]["CHN"], "no");
    let west = home.run(&["list", "year:1980", "--limit", "1", "--record", "u.jsonl", "--format", "json"]).json();
    let west = home.run(&["show", &west[0]["id"].to_string(), "--record", "u.jsonl", "--format", "json"]).json();
    assert!(west["votes"]["DEU"].is_string() && west["votes"]["YEM"].is_string());
    let undated = home.run(&["show", "9147", "--record", "u.jsonl", "--format", "json"]).json();
    assert!(undated.get("amendment").is_none(), "unknown is unknown");
    // The two universes never mix.
    home.file("good.csv", table(&rollcall(5_000_001)));
    home.run(&["import", "good.csv", "--record", "u.jsonl"]).fails(2, &["never mixed"]);
}
