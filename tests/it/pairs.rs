//! `plenary agree`, `matrix`, `positions` and `drift` as run: figures, the shape of their JSON, every format, what is
//! refused and how.

use plenary::record::{Record, State};
use serde_json::{Value, json};

use crate::common::{Home, of_all};

/// A record without absences.
const UNVOTES: &str = r#"{"format":"plenary-rollcalls","version":1,"kind":"whole","origin":"unvotes","sources":[],"seats":["USA","RUS","ISR"]}
{"id":1,"symbol":"R/1","date":"2008-01-01","session":"62","title":"Peace","votes":"YNY"}
"#;

fn keys(value: &Value) -> String {
    value.as_object().unwrap().keys().map(String::from).collect::<Vec<_>>().join(" ")
}

fn answer(home: &Home, arguments: &[&str]) -> Value {
    home.run(&[arguments, &["--format", "json"]].concat()).json()
}

#[test]
fn two_members_are_held_against_each_other() {
    let home = Home::new();
    let found = answer(&home, &["agree", "usa", "Russia", "until:2025"]);
    assert_eq!(keys(&found), "a absent b matrix metric n opposite partial same source value window");
    // Counted by numpy over the record's own file.
    assert_eq!(found["matrix"], json!([[674, 287, 469], [925, 196, 48], [2357, 423, 255]]));
    let counts = ["n", "same", "partial", "opposite", "absent"].map(|key| found[key].as_u64().unwrap());
    assert_eq!(counts, [5634, 1125, 1683, 2826, 61]);
    assert_eq!(found["value"], json!((1125.0 + 1683.0 / 2.0) / 5634.0));
    for (metric, n) in [("exact", 5634), ("yesno", 3755), ("state", 5695), ("s", 5634), ("kappa", 5634), ("pi", 5634)] {
        let found = answer(&home, &["agree", "USA", "RUS", "until:2025", "--metric", metric]);
        assert_eq!((&found["metric"], &found["n"]), (&json!(metric), &json!(n)));
    }
    let years = answer(&home, &["agree", "USA", "RUS", "year:2020..2025", "--by", "year", "--metric", "yesno"]);
    let series = years["series"].as_array().unwrap();
    assert_eq!((series.len(), keys(&series[0]), &series[0]["key"]), (6, "key n value".to_owned(), &json!("2020")));
    let sum: u64 = series.iter().map(|point| point["n"].as_u64().unwrap()).sum();
    assert_eq!(years["n"], json!(sum));
    // A year without a vote of both is left out.
    let young = answer(&home, &["agree", "SSD", "USA", "--by", "year"]);
    assert_eq!(young["series"][0]["key"], "2011");
    // What is unanimous counts unless it is left out, and the window says so.
    let contested = answer(&home, &["agree", "USA", "RUS", "until:2025", "--contested"]);
    assert_eq!(contested["window"]["query"], "until:2025 contested");
    assert!(contested["n"].as_u64() < found["n"].as_u64());
}

#[test]
fn agree_says_the_last_time_of_each_and_which_rule_counts_absences() {
    let home = Home::new();
    let text = home.run(&["agree", "United States", "Russia", "until:2025", "--metric", "exact"]).answer();
    for part in [
        "United States (USA) and Russia (RUS)",
        "exact                 0.200 (n 5,634)",
        "Interval              0.189 to 0.210 (95 %, Wilson)",
        "other pairs with at least 20 shared votes",
        "Absent                one or both did not vote on 61 more",
        "Last alike            2025-12-15 · 80/189 · Report of the Human Rights Council",
        "Last opposed          2025-12-18 · 80/199 · ",
        "Last both no          2025-12-15 · 80/189 · Report of the Human Rights Council",
        "USA      RUS yes  RUS abstain  RUS no",
        "no          2357          423     255",
        "Rule                  the share of equal votes, with its 95 % interval; absences left out",
        "state       0.351  5695  count half  as agreement, and half for an absence",
        &of_all("Window: until:2025 · 5,698 of {all} roll calls"),
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    // The same day by the query language.
    let both = home.run(&["list", "USA=no=RUS", "until:2025", "--limit", "1"]).answer();
    assert!(both.contains("2025-12-15  A/RES/80/189"), "{both}");
    let few = home.run(&["agree", "USA", "RUS", "topic:ukraine", "since:2025"]).answer();
    assert!(few.contains("Percentile            not enough votes to rank the pair"), "{few}");
    assert!(few.contains("never in this window"), "{few}");
    let apart = home.run(&["agree", "YUG", "SSD"]).answer();
    assert!(apart.contains("agreement             – (n 0)"), "{apart}");
    let csv = home.run(&["agree", "USA", "RUS", "until:2025", "--format", "csv"]).answer();
    assert!(
        csv.starts_with("metric,a,b,n,value,same,partial,opposite,absent\r\nagreement,USA,RUS,5634,0.349"),
        "{csv}"
    );
    let csv = home.run(&["agree", "USA", "RUS", "--by", "topic", "--format", "csv"]).answer();
    assert!(csv.starts_with("topic,agreement,n\r\npalestine,"), "{csv}");
    let markdown = home.run(&["agree", "USA", "RUS", "year:2024", "--format", "md"]).answer();
    assert!(
        markdown.contains("| metric | value | n | absences | rule |") && markdown.contains("SHA-256"),
        "{markdown}"
    );
}

#[test]
fn all_pairs_come_as_a_matrix() {
    let home = Home::new();
    let found = answer(&home, &["matrix", "since:2020", "--metric", "kappa"]);
    assert_eq!(keys(&found), "members metric n source value window");
    let members = found["members"].as_array().unwrap();
    assert_eq!(members.len(), 193);
    let at = |code: &str| members.iter().position(|member| member == code).unwrap();
    let (usa, rus) = (at("USA"), at("RUS"));
    let pair = answer(&home, &["agree", "RUS", "USA", "since:2020", "--metric", "kappa"]);
    for (a, b) in [(usa, rus), (rus, usa)] {
        assert_eq!((&found["n"][a][b], &found["value"][a][b]), (&pair["n"], &pair["value"]));
    }
    assert_eq!((&found["n"][usa][usa], &found["value"][usa][usa]), (&Value::Null, &Value::Null));
    let csv = home.run(&["matrix", "since:2020", "--format", "csv"]).answer();
    assert_eq!(csv.lines().count(), 1 + 193 * 192 / 2);
    assert!(csv.starts_with("a,b,n,agreement\r\n"), "{csv}");
    let text = home.run(&["matrix", "since:2020"]).answer();
    for part in ["All pairs by agreement", "pairs with at least 20 shared votes", "Closest pairs", "Farthest pairs"] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let few = home.run(&["matrix", "date:2025-02-24"]).answer();
    assert!(few.contains("not enough votes"), "{few}");
}

#[test]
fn members_stand_on_two_axes() {
    let home = Home::new();
    let found = answer(&home, &["positions", "year:2015..2025"]);
    assert_eq!(keys(&found), "explained members source window");
    let share = |axis: usize| found["explained"][axis].as_f64().unwrap();
    // The share of the positive eigenvalues' sum, by the sum of their sizes (numpy, over the record's own file) and the trace.
    assert!((share(0) - 0.662_78).abs() < 5e-5 && (share(1) - 0.129_36).abs() < 5e-5, "{}", found["explained"]);
    let members = found["members"].as_array().unwrap();
    assert_eq!((members.len(), keys(&members[0]), &members[0]["code"]), (193, "code x y".to_owned(), &json!("USA")));
    let text = home.run(&["positions", "year:2015..2025"]).answer();
    assert!(text.contains("Axis 1   66.3 % of the positive eigenvalues' sum; USA right of CHN"), "{text}");
    assert!(!text.contains("ideal"), "{text}");
    let csv = home.run(&["positions", "year:2015..2025", "--format", "csv"]).answer();
    assert!(csv.starts_with("code,name,x,y\r\nUSA,United States,0.64"), "{csv}");
    let few = answer(&home, &["positions", "date:2025-02-24"]);
    assert_eq!((&few["explained"], &few["members"]), (&json!([null, null]), &json!([])));
}

#[test]
fn those_that_moved_are_ranked_with_a_test_against_chance() {
    let home = Home::new();
    let windows = ["--before", "year:2000..2009", "--after", "year:2010..2025"];
    let found = answer(&home, &[&["drift", "Hungary"], &windows[..]].concat());
    assert_eq!(keys(&found), "after before pairs source");
    assert_eq!(keys(&found["before"]), "first last query rollcalls universe");
    let first = &found["pairs"][0];
    assert_eq!((keys(first), keys(&first["before"])), ("a after b before change p".to_owned(), "n value".to_owned()));
    assert_eq!((&first["a"], &first["b"], &first["before"]["n"]), (&json!("HUN"), &json!("KIR"), &json!(27)));
    let text = home.run(&[&["drift", "HUN"], &windows[..]].concat()).answer();
    for part in [
        "Hungary (HUN) and others: agreement before and after",
        &of_all("Before     year:2000..2009 · 763 of {all} roll calls"),
        "Left out   2 pairs: not enough votes",
        "Russia (RUS)          0.773  745  0.633  1463  -0.140  < 0.001  < 0.001",
        "What the first 5 moved on most",
        "Nicaragua (NIC)   country-rights       0.750   38  0.052   48  -0.698",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let csv = home.run(&[&["drift", "--format", "csv"], &windows[..]].concat()).answer();
    assert!(csv.starts_with("a,b,before,before_n,after,after_n,change,p,p_corrected\r\n"), "{csv}");
    assert!(csv.lines().count() > 15_000);
    let few = home.run(&["drift", "HUN", "--before", "year:1946", "--after", "since:2010"]).answer();
    assert!(few.contains("Not enough votes to say who moved"), "{few}");
}

#[test]
fn what_cannot_be_answered_is_said_in_a_line() {
    let home = Home::new();
    for (arguments, code, said) in [
        (&["agree", "USA"][..], 2, "plenary agree takes two names, as in: plenary agree USA 'Viet Nam'"),
        (&["agree", "USA", "us"], 2, "\"USA\" and \"us\" are both United States; name two members"),
        (&["agree", "USA", "korea"], 2, "South Korea (KOR) or North Korea (PRK)"),
        (&["agree", "USA", "RUS", "yaer:2022"], 2, "query, column 1, at \"yaer:2022\""),
        (&["agree", "USA", "RUS", "xylophone"], 1, "no roll call matches"),
        (&["agree", "USA", "RUS", "--metric", "cosine"], 2, "agreement, exact, yesno, state, s, kappa, pi"),
        (&["matrix", "xylophone"], 1, "no roll call matches"),
        (&["positions", "xylophone"], 1, "no roll call matches"),
        (
            &["drift", "USA", "--before", "until:2010"],
            2,
            "plenary drift takes two windows, as in: plenary drift --before until:2013 --after since:2014",
        ),
        (&["drift", "--before", "until:2010", "--after", "since:2010"], 2, "end --before where --after begins"),
        (&["positions", "-nuclear"], 2, "to leave \"nuclear\" out of a query write not:nuclear"),
        (&["bloc"], 2, "plenary bloc takes a bloc, as in: plenary bloc @EU"),
        (&["drift", "--before", "xylophone", "--after", "since:2010"], 1, "no roll call matches \"xylophone\""),
    ] {
        home.run(arguments).fails(code, &[said]);
    }
    let file = home.file("made.jsonl", UNVOTES);
    let file = file.to_str().unwrap();
    for command in [&["agree", "USA", "RUS"][..], &["matrix"]] {
        let arguments = [command, &["--metric", "state", "--record", file]].concat();
        home.run(&arguments).fails(2, &["counts absences, which this record does not have; use another"]);
    }
    let sorted = home.run(&["list", "--sort", "absent", "--record", file]);
    sorted.fails(2, &["--sort absent counts absences, which this record does not have"]);
    let made = answer(&home, &["agree", "USA", "RUS", "--record", file]);
    assert_eq!((&made["absent"], &made["opposite"]), (&Value::Null, &json!(1)));
    let text = home.run(&["agree", "USA", "RUS", "--record", file]).answer();
    assert!(
        text.contains("Absent                not known in this record") && text.contains("state           –  0"),
        "{text}"
    );
}

/// Venezuela was a member on all 88 roll calls of that year and voted on none.
#[test]
fn absences_make_a_figure_but_rank_nobody() {
    let home = Home::new();
    let state = ["--metric", "state"];
    let pair = home.run(&[&["agree", "VEN", "USA", "year:2023"], &state[..]].concat()).answer();
    assert!(pair.contains("0.500 (n 88)") && pair.contains("not enough votes to rank the pair"), "{pair}");
    // The same pairs as by a metric that leaves absences out.
    let ranked = |metric: &[&str]| {
        let all = home.run(&[&["matrix", "year:2023"], metric].concat()).answer();
        all.lines().find_map(|line| line.strip_prefix("Pairs")).unwrap().trim().to_owned()
    };
    assert_eq!(ranked(&state), "17,708 of 18,528 pairs with at least 20 shared votes");
    assert_eq!(ranked(&state), ranked(&[]));
}

/// The later of equals is not the farther: with more votes a figure says more, from either end.
#[test]
fn among_equals_more_votes_go_first_from_either_end() {
    let home = Home::new();
    for (list, sign) in [("closest", -1.0), ("farthest", 1.0)] {
        let found = answer(&home, &["country", "UKR", "session:79", "--limit", "190"]);
        let found = found[list].as_array().unwrap();
        let key = |row: &Value| (sign * row["agreement"].as_f64().unwrap(), -row["n"].as_f64().unwrap());
        assert!(found.iter().map(key).is_sorted() && found.len() > 150, "{list}");
    }
}

#[test]
fn both_windows_say_their_topics_and_small_figures_are_short() {
    let home = Home::new();
    let windows = ["--before", "topic:palestine until:2009", "--after", "topic:palestine since:2010"];
    let said = home.run(&[&["drift", "HUN"], &windows[..]].concat()).answer();
    assert_eq!(said.matches("topic:palestine: Palestine and Israel, by the rules").count(), 1, "{said}");
    let csv = home.run(&["drift", "--before", "until:2009", "--after", "since:2010", "--format", "csv"]).answer();
    assert!(csv.lines().all(|line| line.len() < 160) && csv.contains("e-"), "{}", csv.lines().nth(1).unwrap());
    // A day on which all voted but nobody shares enough to be placed.
    let day = home.run(&["positions", "date:2025-02-24"]).answer();
    assert!(day.contains("Members  180 that cast") && !day.contains("USA right of CHN"), "{day}");
}

#[test]
fn the_questions_of_the_story_are_one_command_each() {
    let home = Home::new();
    let near = answer(&home, &["country", "ISR", "year:2015..2025", "--limit", "20"]);
    let closest = near["closest"].as_array().unwrap();
    assert_eq!((closest.len(), &closest[0]["code"], &closest[0]["n"]), (20, &json!("USA"), &json!(1037)));
    let text = home.run(&["country", "ISR", "year:2015..2025", "--limit", "20"]).answer();
    assert!(text.contains("exact, 95 %"), "{text}");
    // Hungary beside the line of the others of the Union, year by year.
    let line = answer(&home, &["bloc", "@EU-HUN", "HUN", "year:2010..2025", "--by", "year"]);
    let series = line["series"].as_array().unwrap();
    assert_eq!((series.len(), &series[0]["key"], &series[0]["lines"]["n"]), (16, &json!("2010"), &json!(71)));
}

/// Each year of one against two, counted vote by vote.
#[test]
fn one_against_two_is_what_each_pair_is_by_a_plain_count() {
    let record = Record::embedded().unwrap();
    let answer = Home::new().run(&["agree", "IND", "USA", "RUS", "since:2010", "--format", "json"]).json();
    let of = |code: &str| record.members().by_code(code).unwrap();
    for (other, code) in answer["others"].as_array().unwrap().iter().zip(["USA", "RUS"]) {
        assert_eq!(other["b"], code);
        let series = other["series"].as_array().unwrap();
        assert_eq!(series.len(), 17);
        for point in series {
            let year: i16 = point["key"].as_str().unwrap().parse().unwrap();
            let (mut n, mut sum) = (0_u32, 0.0);
            for id in record.usual().iter().filter(|&id| record.rollcall(id).date.year() == year) {
                let place = |member| match record.votes().state(id, member) {
                    State::Yes => Some(0.0),
                    State::Abstain => Some(0.5),
                    State::No => Some(1.0_f64),
                    _ => None,
                };
                if let (Some(a), Some(b)) = (place(of("IND")), place(of(code))) {
                    n += 1;
                    sum += 1.0 - (a - b).abs();
                }
            }
            assert_eq!(point["n"], n, "{code} {year}");
            assert!((point["value"].as_f64().unwrap() - sum / f64::from(n)).abs() < 1e-12, "{code} {year}");
        }
    }
}
