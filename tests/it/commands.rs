//! Commands as run: answers, formats, exit codes, pipes.

use std::process::{Command, Stdio};

use crate::common::{Home, LEN, of_all};
use serde_json::{Value, json};

#[test]
fn list_answers_what_the_query_asks_for() {
    let home = Home::new();
    let count = |query: &[&str]| {
        let list = home.run(&[&["list", "--format", "json"], query].concat());
        serde_json::from_str::<Value>(&list.out()).unwrap().as_array().unwrap().len()
    };
    // Counted over the raw file by another program.
    for (query, expected) in [
        (vec![], *LEN),
        (vec!["year:2022"], 89),
        (vec!["year:2015..2024"], 918),
        (vec!["since:2022-02-24", "until:2025-02-24"], 274),
        (vec!["date:2025-02-24"], 2),
        (vec!["session:ES-11"], 9),
        (vec!["session:79"], 113),
        (vec!["session:70..79"], 928),
        (vec!["session:S-6"], 1),
        (vec!["symbol:ES-11"], 9),
        (vec!["symbol:a/res/es-11/7"], 1),
        (vec!["ukraine since:2022"], 14),
        (vec!["\"human rights\" ukraine"], 11),
        (vec!["embargo cuba"], 33),
        (vec!["cuba|ukraine"], 65),
        (vec!["ukraine", "not:nuclear"], 23),
    ] {
        assert_eq!(count(&query), expected, "{query:?}");
    }
}

#[test]
fn list_is_newest_first_and_sorts_by_what_it_is_told() {
    let home = Home::new();
    let symbols = |arguments: &[&str]| {
        let list = home.run(&[&["list", "--format", "json", "symbol:ES-11"], arguments].concat()).json();
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| row["symbol"].as_str().unwrap().trim_start_matches("A/RES/ES-11/").to_owned())
            .collect::<String>()
    };
    assert_eq!(symbols(&[]), "987654321");
    assert_eq!(symbols(&["--reverse"]), "123456789");
    assert_eq!(symbols(&["--sort", "no"]), "375986421");
    assert_eq!(symbols(&["--sort", "margin", "--limit", "3"]), "412");
    assert_eq!(symbols(&["--sort", "symbol"]), "123456789");
}

#[test]
fn every_format_has_the_same_rows() {
    let home = Home::new();
    let arguments = ["list", "symbol:ES-11/7"];
    let run = |format| home.run(&[&arguments[..], &["--format", format]].concat()).answer();
    let expected = json!([{
        "id": 4_076_672, "symbol": "A/RES/ES-11/7", "date": "2025-02-24", "session": "ES-11",
        "title": "Advancing a comprehensive, just and lasting peace in Ukraine",
        "yes": 93, "no": 18, "abstain": 65, "absent": 17, "members": 193,
        "body": "assembly", "kind": "resolution", "outcome": "adopted"
    }]);
    assert_eq!(serde_json::from_str::<Value>(&run("json")).unwrap(), expected);
    assert_eq!(
        run("csv"),
        "id,symbol,date,session,title,yes,no,abstain,absent,members,body,kind,outcome\r\n4076672,A/RES/ES-11/7,2025-02-24,ES-11,\
         \"Advancing a comprehensive, just and lasting peace in Ukraine\",93,18,65,17,193,assembly,resolution,adopted\r\n"
    );
    let table = run("table");
    assert!(
        table.contains("2025-02-24  A/RES/ES-11/7   93  18       65      17  Advancing a comprehensive"),
        "{table}"
    );
    assert!(table.contains(&of_all("Window: symbol:ES-11/7 · 1 of {all} roll calls · 2025-02-24")), "{table}");
    let markdown = run("md");
    assert!(
        markdown.contains("| 2025-02-24 | A/RES/ES-11/7 | 93 | 18 | 65 | 17 | Advancing a comprehensive"),
        "{markdown}"
    );
    assert!(markdown.contains("| --- | --- | ---: | ---: | ---: | ---: | --- |"), "{markdown}");
    for text in [table, markdown] {
        assert!(text.contains("Dag Hammarskjöld Library") && text.contains("© United Nations"), "{text}");
        assert!(text.contains("adopted resolutions with a recorded vote"), "{text}");
    }
}

#[test]
fn show_gives_one_roll_call_by_any_of_its_names() {
    let home = Home::new();
    let shown = home.run(&["show", "ES-11/7", "--format", "json"]).json();
    for name in ["A/RES/ES-11/7", "a/res/es-11/7", "A/ES-11/L.10", "a/es-11/l.10", "4076672"] {
        let mut other = home.run(&["show", name, "--format", "json"]).json();
        other["window"]["query"] = "ES-11/7".into();
        assert_eq!(other, shown, "{name}");
    }
    assert_eq!(shown["votes"].as_object().unwrap().len(), 193);
    assert_eq!(shown["votes"]["HUN"], "no");
    assert_eq!(shown["votes"]["VEN"], "absent");
    assert!(shown["votes"].get("YUG").is_none());
    assert_eq!(shown["groups"][4], json!({"group": "WEOG", "yes": 27, "no": 2, "abstain": 0, "absent": 0}));
    assert_eq!(
        shown["window"],
        json!({
            "query": "ES-11/7",
            "first": "2025-02-24",
            "last": "2025-02-24",
            "rollcalls": 1,
            "universe": "adopted resolutions with a recorded vote"
        })
    );
    assert_eq!(shown["drafts"], json!(["A/ES-11/L.10"]));
    assert_eq!(shown["link"], "https://digitallibrary.un.org/record/4076672");
    let text = home.run(&["show", "ES-11/7"]).answer();
    assert!(text.contains("93 yes, 18 no, 65 abstaining, 17 absent, of 193 members"), "{text}");
    assert!(text.contains(
        "No (18)\n  Belarus, Burkina Faso, Burundi, Central African Republic, Equatorial Guinea, Eritrea, Haiti, Hungary, \
         Israel, Mali, Marshall Islands, Nicaragua, Niger, North Korea, Palau, Russia, Sudan, United States\n"
    ));
    let csv = home.run(&["show", "ES-11/7", "--format", "csv"]).answer();
    assert_eq!(csv.lines().count(), 194);
    assert!(csv.contains("\r\nUSA,United States,WEOG,no\r\n"));
    // Members have their names of today, and those of then are said.
    let text = home.run(&["show", "3535(XXX)"]).answer();
    assert!(text.contains("Burkina Faso (Upper Volta)") && text.contains("Eswatini (Swaziland)"), "{text}");
    assert!(!text.contains("Iran (") && !text.contains("Netherlands ("), "the name is the same: {text}");
    // A whole symbol wins over the base that it also is; the base lists what it names.
    assert_eq!(home.run(&["show", "A/RES/39/146", "--format", "json"]).json()["yes"], 100);
    home.run(&["show", "39/146"]).fails(2, &["names 3 roll calls", "A/RES/39/146, A/RES/39/146B, A/RES/39/146C"]);
}

#[test]
fn record_says_what_it_holds_and_on_what_terms() {
    let home = Home::new();
    let held = home.run(&["record", "--format", "json"]).json();
    assert_eq!(
        (&held["rollcalls"], &held["votes"], &held["members"]),
        (&10_159.into(), &1_155_882.into(), &198.into())
    );
    assert_eq!((&held["first"], &held["last"]), (&"1946-01-01".into(), &"2026-06-04".into()));
    assert_eq!(held["checksum"].as_str().unwrap().len(), 64);
    assert!(held["sources"][0]["citation"].as_str().unwrap().contains("record/4060887"));
    let text = home.run(&["record"]).answer();
    assert!(text.contains("© United Nations, free for non-commercial use with attribution"), "{text}");
    let markdown = home.run(&["show", "ES-11/7", "--format", "md"]).answer();
    assert!(markdown.contains(&format!("SHA-256 `{}`", held["checksum"].as_str().unwrap())));
}

#[test]
fn nothing_matched_is_1_and_wrong_usage_is_2_each_in_one_line() {
    let home = Home::new();
    let empty = home.run(&["list", "xylophone", "--format", "json"]);
    assert_eq!(empty.out(), "[]\n");
    empty.fails(1, &["no roll call matches \"xylophone\""]);
    for (arguments, code, said) in [
        (vec!["show", "A/RES/999/1"], 1, "no roll call is called \"A/RES/999/1\""),
        (vec!["show", ""], 1, "no roll call is called"),
        (
            vec!["list", "yaer:2022"],
            2,
            "column 1, at \"yaer:2022\": \"yaer\" is neither a field nor a member; did you mean year?",
        ),
        (vec!["list", "peace year:twenty"], 2, "column 7, at \"year:twenty\": \"twenty\": that is not a year"),
        (vec!["list", "year:2024..2015"], 2, "the range ends before it begins: write year:2015..2024"),
        (vec!["list", "since:2022-02-30"], 2, "is not a year, a month or a day"),
        (vec!["list", "session:70..ES-11"], 2, "is not a session"),
        (vec!["list", "\"open quote"], 2, "a quote is left open"),
        (vec!["list", "peace|"], 2, "a word is missing here"),
        (vec!["list", "year:"], 2, "nothing follows \"year:\""),
        (vec!["list", "—"], 2, "no letter or digit"),
        (vec!["list", "--sort", "size"], 2, "possible values"),
        (vec!["list", "--limit", "few"], 2, "--limit"),
        (vec!["list", "ukraine", "--limit", "0"], 2, "--limit"),
        (vec!["country", "USA", "--limit", "0"], 2, "--limit"),
        (vec!["--fresh", "record"], 2, "put the query after the command, as in: plenary list ukraine"),
        (vec!["bloc", "@NATO", "-TUR"], 2, "to leave members out of a bloc write it in one argument: '@NATO - TUR'"),
        (vec!["list", "-nuclear"], 2, "to leave \"nuclear\" out of a query write not:nuclear"),
        (vec!["show"], 2, "plenary show takes a symbol, as in: plenary show ES-11/7"),
        (vec!["show", "ES-11/7", "--format", "xml"], 2, "possible values"),
        (vec!["record", "--bogus"], 2, "no option is called --bogus"),
        (vec!["list", "--record", "no-such-file.jsonl"], 2, "no-such-file.jsonl: can't be read"),
        (vec!["yaer:2022"], 2, "did you mean year?"),
    ] {
        home.run(&arguments).fails(code, &[said]);
    }
}

#[test]
fn a_year_or_a_symbol_that_is_looked_for_as_a_word_is_told_how_to_be_asked_for() {
    let home = Home::new();
    for (query, said) in [
        ("embargo 1970s", "\"1970s\" is looked for as a word: write year:1970..1979"),
        ("embargo 1970-1979", "write year:1970..1979"),
        ("embargo 1970–1979", "write year:1970..1979"),
        ("xylophone 2025", "write year:2025"),
        ("peace ES-11", "write symbol:ES-11"),
        ("xylophone since", "write since:2014"),
        ("xylophone", "try fewer words"),
        ("xylophone 1812", "xylophone alone finds nothing there"),
        ("xylophone 999/7", "no roll call is called \"999/7\""),
        ("xylophone \"1970s\"", "xylophone alone finds nothing there"),
    ] {
        home.run(&["list", query]).fails(1, &["no roll call matches", said]);
        home.run(&["positions", query]).fails(1, &[said]);
    }
    home.run(&["picture", "blocs/@EU?peace 1970s", "--out", "eu.svg"]).fails(1, &["write year:1970..1979"]);
}

#[test]
fn an_unknown_symbol_is_1_in_a_link_too() {
    let home = Home::new();
    for link in ["show/99/999", "series/99/999", "world/99/999", "compare/ES-11/6,99/999"] {
        home.run(&["picture", link, "--out", "x.svg"]).fails(1, &["no roll call is called \"99/999\""]);
        home.run(&["--at", link]).fails(1, &["no roll call is called \"99/999\""]);
    }
    home.run(&["picture", "show/39/146", "--out", "x.svg"]).fails(2, &["names 3 roll calls"]);
    home.run(&["picture", "country/atlantis", "--out", "x.svg"]).fails(2, &["no member is called"]);
}

#[test]
fn a_query_commands_no_terminal_in_any_answer() {
    let home = Home::new();
    let query = "\u{1b}]0;owned\u{7}\u{1b}[31mcuba\nembargo";
    for command in [vec!["list"], vec!["agree", "USA", "RUS"], vec!["country", "USA"], vec!["bloc", "@EU"]] {
        for format in ["table", "md", "json"] {
            let said = home.run(&[&command[..], &[query, "--format", format]].concat()).out();
            assert!(!said.is_empty());
            assert!(!said.contains(['\u{1b}', '\u{7}']) && !said.contains("cuba\nembargo"), "{said:?}");
        }
    }
    home.run(&["series", "79/7 \n", "year:1950"]).fails(1, &["the series of 79/7 has no roll call"]);
    home.run(&["show", "\u{1b}[31mES-11/7"]).fails(1, &["no roll call is called"]);
}

#[test]
fn a_record_of_ones_own_that_is_broken_says_the_way_out() {
    let home = Home::new();
    home.file("data/plenary/rollcalls.jsonl", "garbage\n");
    home.run(&["list"])
        .fails(2, &["rollcalls.jsonl, line 1", "; correct or remove the file, which holds what you imported"]);
    let version = home.run(&["--version"]);
    version.fails(2, &["correct or remove the file"]);
    assert_eq!(version.out(), concat!("plenary ", env!("CARGO_PKG_VERSION"), "\n"));
    home.run(&["config", "--check"]).answer();
    home.run(&["config", "--check", "--record", "data/plenary/rollcalls.jsonl"]).fails(2, &["not a record"]);
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/accepted/import-un.csv");
    home.run(&["import", table]).fails(2, &["correct or remove the file"]);
    // Left empty by a full disk it holds nothing, and is written over.
    home.file("data/plenary/rollcalls.jsonl", "");
    assert!(home.run(&["--version"]).answer().contains("10,159 roll calls"));
    home.run(&["import", table]).answer();
    assert!(home.run(&["record"]).answer().contains("rollcalls.jsonl"));
    // One that was named is never taken for none.
    let empty = home.file("empty.jsonl", "");
    home.run(&["list", "--record", empty.to_str().unwrap()]).fails(2, &["not a record of plenary"]);
}

#[test]
fn roll_calls_of_one_symbol_are_told_apart_by_number() {
    let header = r#"{"format":"plenary-rollcalls","version":1,"kind":"whole","origin":"un-library","sources":[],"seats":["USA","RUS"]}"#;
    let line = |id: u32, symbol: &str| {
        format!(
            r#"{{"id":{id},"symbol":"{symbol}","date":"2026-01-05","session":"80","title":"Peace","votes":"Y{}"}}"#,
            if id == 9_000_001 { "Y" } else { "N" }
        )
    };
    let mut lines = vec![header.to_owned(), line(9_000_001, "A/RES/80/999"), line(9_000_002, "A/RES/80/999")];
    lines.push(line(9_000_003, "A/RES/80/5(A"));
    lines.extend((9_000_100..9_000_130).map(|id| line(id, &format!("A/RES/80/77[{}]", id - 9_000_100))));
    let home = Home::new();
    let file = home.file("two.jsonl", lines.join("\n") + "\n");
    let run = |arguments: &[&str]| home.run(&[arguments, &["--record", file.to_str().unwrap()]].concat());
    run(&["show", "80/999"]).fails(2, &["names 2 roll calls; name one of 9000001 (2026-01-05), 9000002 (2026-01-05)"]);
    run(&["show", "80/77"]).fails(2, &["names 30 roll calls", "or 22 more, which `plenary list` shows"]);
    run(&["blocs", "--save", "dd", "yes(9000001)"]).answer();
    assert_eq!(run(&["bloc", "@dd", "--format", "json"]).json()["a"]["members"], json!(["RUS", "USA"]));
    run(&["blocs", "--save", "open", "yes(9000003)"]).answer();
    assert_eq!(run(&["bloc", "@open", "--format", "json"]).json()["a"]["members"], json!(["USA"]));
    run(&["picture", "blocs/yes(9000001)", "--out", "d.svg"]).answer();
}

#[test]
fn options_of_every_command_stand_before_it_too() {
    let home = Home::new();
    let behind = home.run(&["list", "ukraine", "--limit", "1", "--format", "json"]).json();
    assert_eq!(home.run(&["--format", "json", "list", "ukraine", "--limit", "1"]).json(), behind);
    let record = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/rollcalls.jsonl");
    assert!(home.run(&["--record", record, "--ascii", "record"]).answer().contains(&of_all("{all}")));
}

/// What is wider in ASCII is written so before it is laid out.
#[test]
fn columns_stay_under_each_other_in_ascii() {
    let home = Home::new();
    let text = home.run(&["agree", "USA", "RUS", "--ascii"]).answer();
    let rules = text.lines().skip_while(|line| !line.starts_with("metric")).take(8);
    let at: Vec<_> = rules.map(|line| line.find("rule").or(line.rfind("  ").map(|at| at + 2)).unwrap()).collect();
    assert!(at.len() == 8 && at.iter().all(|&place| place == at[0]), "{text}");
}

#[test]
fn roll_calls_without_a_symbol_of_their_own_go_by_number() {
    let record = concat!(
        r#"{"format":"plenary-rollcalls","version":1,"kind":"whole","origin":"unvotes","sources":[],"seats":["USA","RUS"]}"#,
        "\n",
        r#"{"id":7,"symbol":"","date":"2008-01-01","session":"62","title":"Peace","votes":"YN"}"#,
        "\n",
        r#"{"id":8,"symbol":"R/61/77","date":"2008-01-02","session":"62","title":"Peace","votes":"YN"}"#,
        "\n",
        r#"{"id":9,"symbol":"R/61/77","date":"2008-01-03","session":"62","title":"Peace","votes":"NN"}"#,
        "\n",
    );
    let home = Home::new();
    let file = home.file("made.jsonl", record);
    let run = |arguments: &[&str]| home.run(&[arguments, &["--record", file.to_str().unwrap()]].concat()).answer();
    assert!(run(&["list"]).contains("2008-01-01  #7"));
    assert!(run(&["compare", "7", "9", "--format", "csv"]).starts_with("code,name,#7,R/61/77\r\n"));
    assert!(run(&["compare", "8", "9", "--format", "csv"]).starts_with("code,name,#8,#9\r\n"));
    assert!(run(&["compare", "8", "9"]).starts_with("Who moved: #8, #9\n"));
}

#[test]
fn colour_is_asked_for_or_not_there() {
    let home = Home::new();
    let escapes =
        |arguments: &[&str]| home.run(&[&["show", "ES-11/7"], arguments].concat()).answer().contains('\u{1b}');
    assert!(!escapes(&[]), "a pipe gets plain text");
    assert!(escapes(&["--color", "always"]));
    let mut command = home.command(&["record", "--color", "always"]);
    let out = command.env("NO_COLOR", "1").output().unwrap().stdout;
    assert!(String::from_utf8(out).unwrap().contains('\u{1b}'), "--color beats NO_COLOR");
    for format in ["table", "json", "csv", "md"] {
        let [ascii, whole] = [&["--ascii"][..], &[]]
            .map(|flag| home.run(&[&["show", "ES-11/7", "--format", format], flag].concat()).answer());
        assert!(ascii.is_ascii() && !whole.is_ascii(), "{format}");
        assert_eq!(ascii.lines().count(), whole.lines().count(), "{format}");
    }
    let [ascii, whole] =
        [&["--ascii"][..], &[]].map(|flag| home.run(&[&["show", "ES-11/7", "--format", "json"], flag].concat()).json());
    assert_eq!(ascii, whole, "escapes say the same");
    let loud = home.run(&["show", "ES-11/7", "--ascii", "--color", "always"]).answer();
    assert!(loud.contains("\u{1b}[1mYes (93)\u{1b}[0m\n  Albania, "), "{loud}");
    assert!(!home.run(&["show", "ES-11/7"]).answer().is_ascii());
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let home = Home::new();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("plenary"))
        .args(["list", "--format", "csv"])
        .env("HOME", home.path("."))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn help_tells_a_newcomer_how_to_ask() {
    let home = Home::new();
    for arguments in [&["--help"][..], &["list", "--help"]] {
        let help = home.run(arguments).answer();
        for part in ["year:2022", "since:2014", "session:ES-11", "not:nuclear", "© United Nations"] {
            assert!(help.contains(part), "{part} is not in {help}");
        }
    }
}

#[test]
fn topics_and_blocs_are_explained_and_counted() {
    let home = Home::new();
    let topics = home.run(&["topics", "--format", "json"]).json();
    let of =
        |name: &str| topics["topics"].as_array().unwrap().iter().find(|topic| topic["name"] == name).unwrap().clone();
    for name in ["palestine", "cuba"] {
        let list = home.run(&["list", &format!("topic:{name}"), "--format", "json"]).json();
        assert_eq!(of(name)["rollcalls"], list.as_array().unwrap().len());
    }
    let rules = [
        "ukrain",
        "crimea|sevastopol",
        "body:council malaysia-airlines|mh17",
        "body:council symbol:S/2022/231",
        "body:council symbol:S/2022/821",
    ];
    assert_eq!(of("ukraine")["any"], json!(rules));
    let text = home.run(&["topics"]).answer();
    assert!(text.contains("topic:palestine · Palestine and Israel · 1,183 roll calls"), "{text}");
    let shown = home.run(&["show", "ES-11/7", "--format", "json"]).json();
    assert_eq!(shown["topics"], json!(["ukraine"]));
    let blocs = home.run(&["blocs", "--format", "json"]).json();
    let of = |name: &str| blocs["blocs"].as_array().unwrap().iter().find(|bloc| bloc["name"] == name).unwrap().clone();
    assert_eq!(of("P5")["members"], json!(["CHN", "FRA", "GBR", "RUS", "USA"]));
    assert_eq!(
        (&of("EU")["dated"], &of("NAM")["dated"], &of("WEOG")["kind"]),
        (&true.into(), &true.into(), &"group".into())
    );
    for name in "EU NATO BRICS ASEAN GCC CSTO FiveEyes G7 G77 NAM Nordic MERCOSUR CARICOM P5 ArabLeague AU OIC Africa \
                 AsiaPacific EasternEurope GRULAC WEOG"
        .split_whitespace()
    {
        assert!(!of(name)["members"].as_array().unwrap().is_empty(), "{name}");
    }
}

#[test]
fn a_bloc_of_ones_own_is_saved_used_and_removed() {
    let home = Home::new();
    let file = home.path("config/plenary/blocs.json");
    let count = |query: &str| home.run(&["list", query, "--format", "json"]).json().as_array().unwrap().len();
    home.run(&["blocs", "--save", "three", "usa + Russia+ISR"]).answer();
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"USA+RUS+ISR\""));
    assert_eq!(count("@three:no year:2025"), count("@THREE:no year:2025"));
    assert_eq!(count("@three:unanimous date:2025-02-24"), 1);
    home.run(&["blocs", "--save", "the four", "@three+HUN"]).answer();
    assert_eq!(count("@\"the four\":unanimous date:2025-02-24"), 1);
    let text = home.run(&["blocs"]).answer();
    assert!(text.contains("@\"the four\"") && text.contains("@three+HUN"), "{text}");
    let before = std::fs::read(&file).unwrap();
    for (arguments, code, said) in [
        (vec!["blocs", "--save", "EU", "USA"], 2, "is built in as @EU"),
        (vec!["blocs", "--save", "a+b", "USA"], 2, "can't be the name of a bloc"),
        (vec!["blocs", "--save", "", "USA"], 2, "can't be the name of a bloc"),
        (vec!["blocs", "--save", "x", "USA+@nowhere"], 2, "expression, column 5, at \"@nowhere\": no bloc is called"),
        (vec!["blocs", "--save", "three", "@three+HUN"], 2, "is defined by itself"),
        (vec!["blocs", "--save", "three", "@\"the four\"-HUN"], 2, "is defined by itself"),
        (vec!["blocs", "--remove", "nowhere"], 1, "no saved bloc is called"),
        (vec!["blocs", "--save", "x"], 2, "--save"),
    ] {
        home.run(&arguments).fails(code, &[said]);
        assert_eq!(std::fs::read(&file).unwrap(), before, "{arguments:?}");
    }
    home.run(&["blocs", "--remove", "@The Four"]).answer();
    home.run(&["list", "@\"the four\":no"]).fails(2, &["no bloc is called \"the four\""]);
    // A broken file is said where it matters, and left as it is.
    std::fs::write(&file, "{").unwrap();
    assert_eq!(count("@EU:split year:2025"), count("@eu:split year:2025"));
    home.run(&["list", "@three:no"]).fails(2, &["blocs.json", "correct or remove the file"]);
    home.run(&["blocs", "--save", "x", "USA"]).fails(2, &["blocs.json", "correct or remove the file"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{");
}

#[test]
fn several_blocs_are_saved_at_once_or_none() {
    let home = Home::new();
    let file = home.path("config/plenary/blocs.json");
    home.run(&["blocs", "--save", "aa", "USA+RUS", "--save", "bb", "CHN"]).answer();
    let saved = std::fs::read_to_string(&file).unwrap();
    assert!(saved.contains("\"aa\": \"USA+RUS\"") && saved.contains("\"bb\": \"CHN\""), "{saved}");
    home.run(&["blocs", "--save", "cc", "USA", "--save", "dd", "Atlantis"]).fails(2, &["no member is called"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), saved);
    // By several programs too.
    let names: Vec<_> = (0..8).map(|at| format!("n{at}")).collect();
    let start = |name: &String| {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("plenary"));
        command.args(["blocs", "--save", name, "USA+RUS"]).env_clear().env("HOME", home.path("."));
        command.env("XDG_CONFIG_HOME", home.path("config")).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let children: Vec<_> = names.iter().map(start).collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let saved = std::fs::read_to_string(&file).unwrap();
    for name in &names {
        assert!(saved.contains(name), "{name} is lost: {saved}");
    }
}

#[test]
fn a_saved_bloc_that_cannot_be_used_says_why() {
    let home = Home::new();
    let row = |name: &str| {
        let blocs = home.run(&["blocs", "--format", "json"]).json();
        let rows = blocs["blocs"].as_array().unwrap().iter();
        rows.filter(|row| row["kind"] == "saved").find(|row| row["name"] == name).cloned().unwrap()
    };
    // A file of another program's, with the mark that some editors put first.
    home.file(
        "config/plenary/blocs.json",
        "\u{feff}{\"EU\":\"USA\",\"My Bloc\":\"RUS\",\"mybloc\":\"CHN\",\"q\\\"x\":\"USA\",\"fine\":\"USA\"}",
    );
    for (name, said) in
        [("EU", "is built in as @EU"), ("mybloc", "hidden by @\"My Bloc\""), ("q\"x", "the name of a bloc")]
    {
        let row = row(name);
        assert!(row["members"].is_null() && row["error"].as_str().unwrap().contains(said), "{row}");
    }
    assert_eq!(row("My Bloc")["members"], json!(["RUS"]));
    assert_eq!(row("fine")["members"], json!(["USA"]));
    // Blocs within blocs are read as deep as they are, up to a limit, and none is said to be in itself that is not.
    let chain = |length: usize| {
        let link =
            |at: usize| if at == 0 { "\"b0\":\"USA\"".to_owned() } else { format!("\"b{at}\":\"@b{}+RUS\"", at - 1) };
        format!("{{{}}}", (0..length).map(link).collect::<Vec<_>>().join(","))
    };
    home.file("config/plenary/blocs.json", chain(16));
    assert_eq!(row("b15")["members"], json!(["RUS", "USA"]));
    home.file("config/plenary/blocs.json", chain(40));
    home.run(&["bloc", "@b39"]).fails(2, &["saved blocs nest too deep at @b23"]);
    // What was made of one that is gone is named.
    home.file("config/plenary/blocs.json", "{\"cc\":\"@EU+USA\",\"dd\":\"@cc-USA\",\"broken\":\"@nowhere\"}");
    let removed = home.run(&["blocs", "--remove", "cc"]);
    removed.answer();
    assert_eq!(removed.err(), "plenary: @dd was defined by it and can no longer be read\n");
}

#[test]
fn what_a_journalist_writes_from_the_help_works() {
    let home = Home::new();
    let list = home.run(&["list", "USA=no=RUS", "since:2000", "--format", "json"]).json();
    let votes = |row: &Value| home.run(&["show", &row["id"].to_string(), "--format", "json"]).json()["votes"].clone();
    let rows = list.as_array().unwrap();
    assert!(rows.len() > 20);
    for row in rows.iter().take(3) {
        let votes = votes(row);
        assert_eq!((&votes["USA"], &votes["RUS"]), (&"no".into(), &"no".into()));
    }
    let help = home.run(&["list", "--help"]).answer();
    for term in [
        "USA=no=RUS",
        "USA!=ISR",
        "CHN:abstain|absent",
        "@EU:split",
        "yes>100",
        "margin<20",
        "topic:palestine",
        "contested",
    ] {
        assert!(help.contains(term), "{term} is not in the help");
    }
}

#[test]
fn a_topic_of_the_window_is_named_beside_it() {
    let home = Home::new();
    let said = "topic:palestine: Palestine and Israel, by the rules of plenary topics";
    for format in ["table", "md"] {
        let answer = home.run(&["country", "UKR", "not:topic:palestine", "--format", format]).answer();
        assert!(answer.contains(said), "{answer}");
        assert!(!home.run(&["country", "UKR", "palestine", "--format", format]).answer().contains("by the rules"));
    }
}

#[test]
fn the_version_says_which_record_answers() {
    let home = Home::new();
    let record = home.run(&["record", "--format", "json"]).json();
    let said = home.run(&["--version"]).answer();
    assert!(said.starts_with(concat!("plenary ", env!("CARGO_PKG_VERSION"), "\n")), "{said}");
    for part in ["checksum", "first", "last"] {
        assert!(said.contains(record[part].as_str().unwrap()), "{part} is not in {said}");
    }
}

#[test]
fn every_shell_gets_its_completions() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = home.run(&["completions", shell]).answer();
        assert!(script.contains("plenary") && script.contains("positions"), "{shell}");
    }
    home.run(&["completions", "tcsh"]).fails(2, &["tcsh", "bash"]);
}

#[test]
fn corrections_count_only_where_they_are_asked_for_and_every_answer_says_so() {
    let home = Home::new();
    let tally = |arguments: &[&str]| {
        let shown = home.run(&[&["show", "ES-10/21", "--format", "json"], arguments].concat()).json();
        ["yes", "no", "abstain"].map(|state| shown[state].as_u64().unwrap())
    };
    assert_eq!(tally(&[]), [120, 14, 45]);
    assert_eq!(tally(&["--corrections"]), [121, 14, 44]);
    let said = home.run(&["show", "ES-10/21", "--corrections"]).answer();
    for part in ["1 vote as corrected later", "Iraq yes, recorded abstain"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    assert!(home.run(&["agree", "IRQ", "USA", "--corrections"]).answer().contains("1 vote as corrected later"));
    assert!(!home.run(&["agree", "IRQ", "USA"]).answer().contains("corrected"));
    let holds = home.run(&["check", "--corrections"]);
    assert_eq!(holds.code(), 0, "{}", holds.err());
    // An import lies over what is recorded, whatever is asked for.
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/accepted/import-un.csv");
    assert_eq!(home.run(&["import", table, "--corrections"]).code(), 0);
    assert_eq!(tally(&[]), [120, 14, 45]);
}

#[test]
fn a_roll_call_says_how_close_it_was_by_both_majorities() {
    let home = Home::new();
    let show = |symbol: &str| home.run(&["show", symbol, "--format", "json"]).json()["closeness"].clone();
    // 93 to 18.
    assert_eq!(show("ES-11/7"), serde_json::json!({"margin": 75, "simple": 38, "two_thirds": 20}));
    assert!(show("S/RES/2774").is_null() && show("43/62").is_null());
    let said = home.run(&["show", "ES-11/7"]).answer();
    assert!(
        said.contains("margin 75; 38 from yes to no and it has no simple majority, 20 and no two thirds"),
        "{said}"
    );
    assert!(said.contains("which majority applied is not recorded"), "{said}");
}
