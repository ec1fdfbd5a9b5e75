//! What an import says of files that contradict themselves, each other or the record.

use std::fs;

use crate::common::Home;
use crate::import::{COLUMNS, changes, many, rollcall, row, table, with_totals, write_into};

#[test]
fn rows_that_do_not_give_their_totals_never_take_the_place_of_those_that_do() {
    let home = Home::new();
    home.file("good.csv", table(&many().concat()));
    assert_eq!(changes(&home, &["good.csv"]), [21, 0, 0]);
    let before = fs::read(home.record()).unwrap();
    // Changed, cut at the end of a line, cut in the middle, with totals left out.
    let mut turned = many();
    "Y".clone_into(&mut turned[4][2][3]);
    let mut cut = many();
    cut[20].truncate(2);
    let mut lacking = many();
    lacking[0].remove(1);
    let mut silent = many();
    silent[7] = with_totals(silent[7].clone(), &["Y", "N", "A"], [""; 5]);
    silent[7].truncate(2);
    let mut summed = many();
    summed[9] = with_totals(summed[9].clone(), &["Y", "N", "A"], ["1", "0", "0", "0", "1"]);
    summed[9].truncate(1);
    for (case, rows, id) in [
        ("turned", turned, 5_000_005),
        ("cut", cut, 5_000_021),
        ("lacking", lacking, 5_000_001),
        ("silent", silent, 5_000_008),
        ("summed", summed, 5_000_010),
    ] {
        home.file("bad.csv", table(&rows.concat()));
        let ran = home.run(&["import", "bad.csv", "--format", "json"]);
        let answer = ran.json();
        assert_eq!((&answer["changed"], &answer["left_out"]), (&0.into(), &1.into()), "{case}: {answer}");
        assert!(
            ran.err().contains(&format!("do not give its totals; the record keeps its own: {id}")),
            "{case}: {}",
            ran.err()
        );
        assert_eq!(fs::read(home.record()).unwrap(), before, "{case}");
    }
    // A roll call that the record lacks is left out where rows are missing, and taken with a mark where none is.
    let mut new = (5_000_101..5_000_122).map(rollcall).collect::<Vec<_>>();
    "Y".clone_into(&mut new[3][2][3]);
    home.file("new.csv", table(&new.concat()));
    let ran = home.run(&["import", "new.csv"]);
    ran.answer();
    assert!(ran.err().contains("1 roll call states totals that its rows contradict: 5000104"), "{}", ran.err());
    let shown = home.run(&["show", "5000104", "--format", "json"]).json();
    assert!(shown["note"].as_str().unwrap().contains("the source states 1-1-1-0-3"), "{}", shown["note"]);
    let check = home.run(&["check", "--format", "csv"]);
    assert_eq!(check.code(), 1);
    assert!(check.out().contains("rows that give the stated totals,5000104"), "{}", check.out());
    let mut new = (5_000_201..5_000_222).map(rollcall).collect::<Vec<_>>();
    new[20].truncate(1);
    home.file("cut.csv", table(&new.concat()));
    let ran = home.run(&["import", "cut.csv"]);
    ran.answer();
    assert!(
        ran.err().contains("lacks rows and is left out; if the file was cut off, fetch it again: 5000221"),
        "{}",
        ran.err()
    );
    home.run(&["show", "5000221"]).fails(1, &[]);
    // What contradicts its totals gives way to what does not.
    let right = with_totals(rollcall(5_000_104), &["Y", "N", "Y"], ["2", "1", "0", "0", "3"]);
    home.file("right.csv", table(&right));
    assert_eq!(changes(&home, &["right.csv"]), [0, 1, 0]);
    assert_eq!(home.run(&["check"]).code(), 0);
}

#[test]
fn a_file_of_which_more_than_one_roll_call_in_twenty_is_so_is_refused_whole() {
    let home = Home::new();
    home.file("good.csv", table(&many().concat()));
    home.run(&["import", "good.csv"]).answer();
    let before = fs::read(home.record()).unwrap();
    let only = |code: &str| many().concat().into_iter().filter(|row| row[1] == code).collect::<Vec<_>>();
    let without = |code: &str| many().concat().into_iter().filter(|row| row[1] != code).collect::<Vec<_>>();
    let mut two = many();
    two[3].truncate(2);
    two[9].truncate(1);
    for rows in [only("USA"), only("CHN"), without("FRA"), two.concat(), rollcall(5_000_001)[..2].to_vec()] {
        home.file("part.csv", table(&rows));
        for arguments in [vec!["import", "part.csv"], vec!["import", "part.csv", "--new", "--to", "made.jsonl"]] {
            let said = ["part.csv: the rows of ", "do not give the stated totals", "import the whole file"];
            home.run(&arguments).fails(2, &said);
        }
        assert_eq!(fs::read(home.record()).unwrap(), before);
        assert!(!home.path("made.jsonl").exists());
    }
    // A table that writes its totals as fractions says the same.
    let rows = with_totals(rollcall(5_000_001), &["Y", "N", "A"], ["1.0", "1.0", "1.0", "0.0", "3.0"]);
    home.file("fractions.csv", table(&rows));
    assert_eq!(changes(&home, &["fractions.csv"]), [0, 0, 1]);
}

/// A record into which an earlier version let rows of one country: its totals are in a remark.
#[test]
fn what_an_earlier_version_noted_of_totals_is_seen_by_check() {
    let home = Home::new();
    home.file("good.csv", table(&rollcall(5_000_001)));
    home.run(&["import", "good.csv"]).answer();
    let stored = fs::read_to_string(home.record()).unwrap();
    let said =
        "a remark; the source states 9-1-1-0-11 (yes, no, abstaining, not voting, members), its rows count 1-1-1-0-3";
    home.file("data/plenary/rollcalls.jsonl", stored.replace("\"votes\":", &format!("\"note\":\"{said}\",\"votes\":")));
    let check = home.run(&["check"]);
    assert_eq!(check.code(), 1);
    assert!(check.out().contains("the source states 9-1-1-0-11"), "{}", check.out());
    let note = home.run(&["show", "81/1", "--format", "json"]).json()["note"].clone();
    assert!(note.as_str().unwrap().starts_with("a remark the source states 9-1-1-0-11"), "{note}");
    assert_eq!(changes(&home, &["good.csv"]), [0, 1, 0]);
    assert_eq!(home.run(&["check"]).code(), 0);
}

#[test]
fn two_files_that_contradict_each_other_are_refused() {
    let home = Home::new();
    home.file("one.csv", table(&rollcall(5_000_001)));
    home.file("two.csv", table(&with_totals(rollcall(5_000_001), &["N", "N", "A"], ["0", "2", "1", "0", "3"])));
    let with = |column: &str, value: &str| {
        let at = COLUMNS.iter().position(|known| *known == column).unwrap();
        let mut rows = rollcall(5_000_001);
        write_into(&mut rows, at, value);
        table(&rows)
    };
    home.file("day.csv", with("date", "2026-11-03"));
    home.file("symbol.csv", with("resolution", "A/RES/81/2"));
    for (file, said) in [
        ("two.csv", "roll call 5000001 has other votes here than in an earlier file"),
        ("day.csv", "is of 2026-11-03 here and of 2026-11-02 in an earlier file"),
        ("symbol.csv", "is A/RES/81/2 here and A/RES/81/1 in an earlier file"),
    ] {
        home.run(&["import", "one.csv", file]).fails(2, &[file, said, "import the two separately"]);
        assert!(!home.record().exists());
    }
    // Other words about the same votes are said, and the same twice contradicts nothing.
    home.file("title.csv", with("title", "Another title"));
    let ran = home.run(&["import", "one.csv", "title.csv"]);
    assert!(ran.err().contains("in two files with the same votes and another description"), "{}", ran.err());
    assert!(ran.err().contains("5000001 in title.csv"), "{}", ran.err());
    home.run(&["import", "two.csv"]).answer();
    let ran = home.run(&["import", "two.csv", "two.csv"]);
    assert!(!ran.err().contains("file"), "{}", ran.err());
}

/// A roll call of twelve members with these votes, and the totals that they give.
fn twelve(id: u32, votes: &str) -> Vec<Vec<String>> {
    const MEMBERS: [(&str, &str); 12] = [
        ("FRA", "FRANCE"),
        ("USA", "UNITED STATES"),
        ("CHN", "CHINA"),
        ("MEX", "MEXICO"),
        ("BRA", "BRAZIL"),
        ("IND", "INDIA"),
        ("CUB", "CUBA"),
        ("PER", "PERU"),
        ("NOR", "NORWAY"),
        ("POL", "POLAND"),
        ("EGY", "EGYPT"),
        ("LBN", "LEBANON"),
    ];
    let of = |letter: char| votes.chars().filter(|&vote| vote == letter).count().to_string();
    let [yes, no, abstain, absent] = ['Y', 'N', 'A', 'X'].map(of);
    let members = votes.len().to_string();
    let row = |((code, name), vote): (&(&str, &str), char)| row(id, code, name, &vote.to_string());
    let rows = MEMBERS.iter().zip(votes.chars()).map(row).collect::<Vec<_>>();
    let letters: Vec<_> = votes.chars().map(String::from).collect();
    let letters: Vec<_> = letters.iter().map(String::as_str).collect();
    with_totals(rows, &letters, [&yes, &no, &abstain, &absent, &members])
}

#[test]
fn another_roll_call_under_a_known_number_is_refused_and_another_text_is_said() {
    let home = Home::new();
    home.file("good.csv", table(&twelve(5_000_001, "YYYYYYNNNAAX")));
    home.run(&["import", "good.csv"]).answer();
    let before = fs::read(home.record()).unwrap();
    let with = |cells: &[(&str, &str)]| {
        let mut rows = twelve(5_000_001, "YYYYYYNNNAAX");
        for (column, value) in cells {
            let at = COLUMNS.iter().position(|known| known == column).unwrap();
            write_into(&mut rows, at, value);
        }
        table(&rows)
    };
    let (day, symbol, title) = (("date", "2026-11-05"), ("resolution", "A/RES/81/77"), ("title", "Another text"));
    home.file("another.csv", with(&[day, symbol, title]));
    let said = ["another.csv: roll call 5000001 is A/RES/81/77 of 2026-11-05 here", "A/RES/81/1 of 2026-11-02 in the"];
    home.run(&["import", "another.csv"]).fails(2, &said);
    assert_eq!(fs::read(home.record()).unwrap(), before);
    for (cells, said) in [
        (vec![day], "5000001 2026-11-05 (was 2026-11-02)"),
        (vec![symbol], "5000001 A/RES/81/77 (was A/RES/81/1)"),
        (vec![title], "5000001 “Another text” (was “A text”)"),
        (vec![day, title], "2026-11-05 (was 2026-11-02), “Another text” (was “A text”)"),
    ] {
        home.file("other.csv", with(&cells));
        let ran = home.run(&["import", "other.csv"]);
        assert!(ran.err().contains("another symbol, day or title than the record had"), "{}", ran.err());
        assert!(ran.err().contains(said), "{said}: {}", ran.err());
        home.run(&["import", "--undo"]).answer();
    }
    // Of the embedded record too.
    let mut rows = twelve(5_000_001, "YYYYYYNNNAAX");
    write_into(&mut rows, 0, "4076672");
    home.file("embedded.csv", table(&rows));
    home.run(&["import", "embedded.csv"]).fails(2, &["roll call 4076672"]);
}

#[test]
fn members_and_votes_that_are_gone_are_counted() {
    let home = Home::new();
    home.file("good.csv", table(&twelve(5_000_001, "YYYYYYNNNAAX")));
    home.run(&["import", "good.csv"]).answer();
    // One member fewer with totals that agree: the last row goes.
    home.file("fewer.csv", table(&twelve(5_000_001, "YYYYYYNNNAA")));
    let ran = home.run(&["import", "fewer.csv"]);
    assert!(ran.err().contains("1 member fewer than before on 1 roll call: 5000001 without LBN"), "{}", ran.err());
    home.run(&["import", "--undo"]).answer();
    home.file("silent.csv", table(&twelve(5_000_001, "YYYYXXNNNAAX")));
    let ran = home.run(&["import", "silent.csv"]);
    assert!(
        ran.err().contains("2 votes cast before, absent now, on 1 roll call: 5000001 without BRA IND"),
        "{}",
        ran.err()
    );
    home.run(&["import", "--undo"]).answer();
    // Nearly all of them: that is no correction.
    for votes in ["YXXXXXXXXXXX", "YYXXXXXXNAXX"] {
        home.file("nearly.csv", table(&twelve(5_000_001, votes)));
        home.run(&["import", "nearly.csv"]).fails(2, &["votes that the record has are missing (roll call 5000001"]);
        let mut many = many();
        many[0] = twelve(5_000_001, votes);
        home.file("among.csv", table(&many.concat()));
        let ran = home.run(&["import", "among.csv"]);
        assert!(ran.err().contains("less than half of the votes cast that the record has"), "{}", ran.err());
        assert_eq!(ran.code(), 0);
        home.run(&["import", "--undo"]).answer();
    }
}

#[test]
fn the_number_of_the_library_in_the_place_of_our_own_is_no_addition() {
    let home = Home::new();
    let own = |votes: &str| {
        let mut rows = twelve(5_000_001, votes);
        write_into(&mut rows, 0, "8900123");
        table(&rows)
    };
    home.file("own.csv", own("YYYYYYNNNAAX"));
    assert_eq!(changes(&home, &["own.csv"]), [1, 0, 0]);
    let before = home.run(&["record", "--format", "json"]).json()["rollcalls"].clone();
    home.file("library.csv", table(&twelve(5_000_001, "YYYYYYNNNAAX")));
    let answer = home.run(&["import", "library.csv", "--format", "json"]).json();
    assert_eq!((&answer["added"], &answer["renumbered"]), (&0.into(), &1.into()), "{answer}");
    assert_eq!(home.run(&["record", "--format", "json"]).json()["rollcalls"], before);
    home.run(&["show", "5000001"]).answer();
    // The other way the library's number stays.
    assert_eq!(changes(&home, &["own.csv"]), [0, 1, 0]);
    assert_eq!(changes(&home, &["own.csv"]), [0, 0, 1]);
    home.run(&["show", "5000001"]).answer();
}
