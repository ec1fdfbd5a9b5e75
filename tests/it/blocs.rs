//! `plenary bloc` and `plenary country` as run: examples with figures counted by another program over the record's own
//! file, the shape of their JSON, how a second expression is told from a query.

use serde_json::{Value, json};

use crate::common::{Home, of_all};

/// A record without absences.
const UNVOTES: &str = r#"{"format":"plenary-rollcalls","version":1,"kind":"whole","origin":"unvotes","sources":[],"seats":["USA","RUS","ISR"]}
{"id":1,"symbol":"R/1","date":"2008-01-01","session":"62","title":"Peace","votes":"YNY"}
"#;

/// The answer of `bloc` as JSON.
fn bloc(home: &Home, arguments: &[&str]) -> Value {
    home.run(&[&["bloc"], arguments, &["--format", "json"]].concat()).json()
}

/// Holds a figure with its n against what it should be, to six decimals.
#[track_caller]
fn is(figure: &Value, n: u64, value: f64) {
    let found = figure["value"].as_f64().or(figure["agreement"].as_f64()).unwrap();
    assert!(figure["n"] == n && (found - value).abs() < 5e-7, "{figure} is not {value} of {n}");
}

fn of<'v>(list: &'v Value, code: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|row| row["code"] == code).unwrap_or(&Value::Null)
}

#[test]
fn the_three_are_held_against_the_abstainers() {
    let home = Home::new();
    // Query, roll calls; n and value of: cohesion of A, of B, lines, pairs; splits; loyalty of Russia; Canada outside.
    for (query, rollcalls, figures, splits, russia, canada) in [
        (
            "",
            5698,
            [(5673, 0.499_824), (5695, 0.850_671), (4612, 0.435_278), (852_036, 0.511_562)],
            2183,
            (4138, 0.203_963),
            (4615, 0.726_652),
        ),
        (
            "topic:ukraine",
            25,
            [(25, 0.49), (25, 0.525_937), (23, 0.608_696), (4314, 0.531_409)],
            0,
            (24, 0.041_667),
            (23, 0.934_783),
        ),
        (
            "topic:palestine",
            1183,
            [(1182, 0.446_701), (1183, 0.879_561), (1029, 0.115_646), (185_374, 0.385_809)],
            897,
            (956, 0.016_736),
            (1028, 0.581_226),
        ),
        (
            "until:2024",
            5506,
            [(5481, 0.501_551), (5503, 0.848_976), (4481, 0.442_870), (821_056, 0.515_905)],
            2083,
            (3980, 0.207_286),
            (4484, 0.736_619),
        ),
        (
            "since:2025",
            192,
            [(192, 0.450_521), (192, 0.899_251), (131, 0.175_573), (30_980, 0.396_449)],
            100,
            (158, 0.120_253),
            (131, 0.385_496),
        ),
    ] {
        let found = bloc(&home, &["USA+RUS+ISR", "abstain(ES-11/7)", query, "until:2025"]);
        assert_eq!(found["window"]["rollcalls"], rollcalls, "{query}");
        for (figure, (n, value)) in
            [&found["a"]["cohesion"], &found["b"]["cohesion"], &found["lines"], &found["pairs"]].iter().zip(figures)
        {
            is(figure, n, value);
        }
        assert_eq!(found["split"].as_array().unwrap().len(), splits, "{query}");
        is(of(&found["a"]["loyalty"], "RUS"), russia.0, russia.1);
        is(of(&found["a"]["outside"], "CAN"), canada.0, canada.1);
    }
}

#[test]
fn blocs_have_the_members_of_each_day() {
    let home = Home::new();
    let found = bloc(&home, &["@EU", "@EU-HUN", "since:2022", "until:2025"]);
    assert_eq!(found["a"]["members"].as_array().unwrap().len(), 27);
    is(&found["a"]["cohesion"], 464, 0.911_366);
    is(&found["b"]["cohesion"], 464, 0.914_307);
    is(&found["lines"], 462, 1.0);
    is(&found["pairs"], 312_952, 0.948_912);
    is(of(&found["a"]["loyalty"], "HUN"), 464, 0.890_086);
    assert_eq!(of(&found["b"]["outside"], "HUN"), &Value::Null, "it is in a bloc that was asked for");
    // Britain left: loyal until then, outside since.
    let found = bloc(&home, &["@EU", "until:2025"]);
    is(of(&found["a"]["loyalty"], "GBR"), 4284, 0.822_129);
    is(of(&found["a"]["outside"], "GBR"), 1092, 0.906_136);
    assert_eq!(of(&found["a"]["outside"], "AUT"), &Value::Null, "a member at the end is not outside");
    let found = bloc(&home, &["@P5", "until:2025"]);
    is(&found["a"]["cohesion"], 5679, 0.510_988);
    is(&found["a"]["rice"], 5475, 0.590_752);
    is(of(&found["a"]["loyalty"], "USA"), 3893, 0.461_084);
    let codes: Vec<_> = found["a"]["loyalty"].as_array().unwrap().iter().map(|row| row["code"].clone()).collect();
    assert_eq!(codes, ["CHN", "RUS", "USA", "GBR", "FRA"], "the least loyal first");
    let found = bloc(&home, &["@ArabLeague", "topic:palestine"]);
    is(&found["a"]["cohesion"], 1183, 0.987_644);
    is(of(&found["a"]["loyalty"], "SYR"), 1172, 0.975_256);
}

#[test]
fn the_json_of_bloc_has_the_shape_of_the_contract() {
    let home = Home::new();
    let keys = |value: &Value| value.as_object().unwrap().keys().map(String::from).collect::<Vec<_>>().join(" ");
    let one = bloc(&home, &["usa + \"Russia\" + Israel", "year:2025"]);
    assert_eq!(keys(&one), "a source window");
    assert_eq!(keys(&one["a"]), "cohesion expr loyalty members outside rice");
    assert_eq!((&one["a"]["expr"], &one["a"]["members"]), (&"USA+RUS+ISR".into(), &json!(["ISR", "RUS", "USA"])));
    assert_eq!(keys(&one["a"]["loyalty"][0]), "code n value");
    assert_eq!(keys(&one["a"]["outside"][0]), "agreement code n");
    let two = bloc(&home, &["USA", "CHN", "year:2025", "--by", "session"]);
    assert_eq!(keys(&two), "a b lines pairs series source split window");
    assert_eq!(keys(&two["split"][0]), "a b date id symbol title");
    assert_eq!(two["window"]["query"], "year:2025");
    let series: Vec<_> = two["series"].as_array().unwrap().iter().map(|point| point["key"].clone()).collect();
    assert_eq!(series, ["79", "80", "ES-10", "ES-11"]);
    assert_eq!(keys(&two["series"][0]), "a b key lines pairs");
    // A bloc of one has no cohesion, and two of one compare as the two members do.
    assert_eq!(two["a"]["cohesion"], json!({"n": 0, "value": null}));
    assert_eq!(two["lines"], two["pairs"]);
    // Members of a time are those that sat then, and a bloc says of which day its members are.
    assert_eq!(bloc(&home, &["all", "date:2025-02-24"])["a"]["members"].as_array().unwrap().len(), 193);
    assert_eq!(bloc(&home, &["all", "until:1946"])["a"]["members"].as_array().unwrap().len(), 54);
    let file = home.file("made.jsonl", UNVOTES);
    let made = bloc(&home, &["all", "--record", file.to_str().unwrap()]);
    assert_eq!(made["a"]["members"].as_array().unwrap().len(), 192, "no row says who sat in 2008, but seats have days");
    assert_eq!(made["a"]["loyalty"].as_array().unwrap().len(), 3, "who never voted is not known to have sat");
    let note = |bloc: &Value| bloc["a"]["notes"].to_string();
    assert!(
        note(&bloc(&home, &["@NAM", "year:2025"]))
            .contains("Members on the day of each roll call. By the participants of its summits")
    );
    assert!(note(&bloc(&home, &["@WEOG+@EU", "year:2025"])).contains("Today's regional group at all times"));
    home.run(&["blocs", "--save", "mine", "@WEOG-USA"]).answer();
    assert!(note(&bloc(&home, &["@mine", "year:2025"])).contains("Today's regional group"), "saved blocs say so too");
}

/// Members of a bloc at the end of a window, and those that are ranked in it.
fn who(home: &Home, arguments: &[&str]) -> [Vec<String>; 2] {
    let found = bloc(home, arguments);
    let codes = |list: &Value, key: Option<&str>| -> Vec<String> {
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| key.map_or(row, |key| &row[key]).as_str().unwrap().to_owned()).collect()
    };
    [codes(&found["a"]["members"], None), codes(&found["a"]["loyalty"], Some("code"))]
}

#[test]
fn large_blocs_are_those_of_each_day_and_rank_nobody_before_the_day_that_is_known() {
    let home = Home::new();
    // Bloc, window, then who is in it at the end, who is not, who is in it but not ranked.
    for (bloc, query, inside, outside, not_ranked) in [
        ("@NAM", "year:1962", "YUG IND CUB ETH", "ZAF KEN JAM ARG", ""),
        ("@NAM", "year:1972", "JAM YMD SGP", "PER ZAF BGD", "CHL ARE"),
        ("@NAM", "year:1980", "IRN PAK ARG BOL", "MMR ZAF BHS VEN", "SUR ECU DJI"),
        ("@NAM", "year:1993", "MMR VEN", "ZAF ARG YUG HND", "MNG UZB"),
        ("@NAM", "year:2010", "ZAF BLR DOM HTI", "CYP MLT AZE FJI SSD", ""),
        ("@NAM", "year:2025", "SSD AZE UZB", "MEX BIH", ""),
        ("@G77", "year:1965", "YUG CYP MEX", "CHN CUB ROU ISR", ""),
        ("@G77", "year:1975", "CUB MEX", "CHN ROU MLT", "GUY BWA FJI"),
        ("@G77", "year:1990", "MLT ROU CUB GUY", "KOR CHN ZAF", "BRN NAM"),
        ("@G77", "year:2006", "CHN ROU", "MEX KOR PLW CYP", "KNA BIH"),
        ("@G77", "year:2024", "NRU SSD CHN ZAF", "ROU BIH PLW NZL", "AZE"),
        ("@CARICOM", "year:1990", "BHS GRD", "SUR HTI", ""),
        ("@OIC", "year:1995", "MOZ", "UZB SUR CIV", "KAZ"),
    ] {
        let [members, ranked] = who(&home, &[bloc, query]);
        let has = |code: &str| members.contains(&code.to_owned());
        let is_ranked = |code: &str| ranked.contains(&code.to_owned());
        assert!(
            inside.split_whitespace().all(|code| has(code) && is_ranked(code)),
            "{bloc} {query}: {members:?} {ranked:?}"
        );
        assert!(outside.split_whitespace().all(|code| !has(code) && !is_ranked(code)), "{bloc} {query}: {members:?}");
        assert!(not_ranked.split_whitespace().all(|code| has(code) && !is_ranked(code)), "{bloc} {query}: {ranked:?}");
    }
    let [members, _] = who(&home, &["@NAM", "date:1961-11-01..1961-12-31"]);
    assert_eq!(members.len(), 24, "the 25 of Belgrade without Algeria, which was no member of the UN: {members:?}");
    // 77 less the Republics of Korea and of Viet-Nam, no members of the UN, and Indonesia, which had left it that year.
    let known = bloc(&home, &["@G77", "year:1965"])["a"]["loyalty"].as_array().unwrap().len();
    assert_eq!(known, 74);
}

#[test]
fn figures_over_days_of_which_a_membership_is_not_known_say_so() {
    let home = Home::new();
    let unknown = "it is not known whether";
    for (arguments, says) in [
        (&["@G77", "year:1972"][..], true),
        (&["@G77-USA", "year:1972"], true),
        (&["all-@G77", "year:1972"], true),
        (&["USA+RUS", "@G77", "year:1972"], true),
        (&["@NAM", "year:2015"], false),
        (&["@NAM", "year:1962"], false),
        (&["@FiveEyes", "year:1956"], true),
        (&["@FiveEyes", "year:1957"], false),
        (&["@OIC", "year:1996"], true),
        (&["@Nordic", "since:1960"], false),
        (&["@Nordic", "year:1952"], true),
        (&["@EU+@NATO"], false),
        (&["USA+RUS", "year:1972 @G77:split"], true),
    ] {
        let command = [&["bloc"], arguments].concat();
        let said = [home.run(&command).answer(), home.run(&[&command[..], &["--format", "json"]].concat()).answer()];
        assert!(said.iter().all(|said| said.contains(unknown) == says), "{arguments:?}: {}", said[0]);
    }
    // Who votes against the line is not said of a member whose membership is not known, on that side or the other.
    let outside = bloc(&home, &["@G77", "year:1972"])["a"]["outside"].to_string();
    assert!(outside.contains("\"ROU\"") && !outside.contains("\"GUY\""), "{outside}");
    // A query that names a bloc says of which day its members are, whatever is counted over it.
    for arguments in [
        &["list", "@ASEAN:split", "--limit", "1"][..],
        &["country", "FJI", "@ASEAN:split"],
        &["agree", "USA", "IND", "@ASEAN:split"],
        &["positions", "@ASEAN:split"],
        &["drift", "IND", "--before", "@ASEAN:split until:2000", "--after", "since:2001"],
    ] {
        let said = home.run(arguments).answer();
        assert!(said.contains("@ASEAN: Members on the day of each roll call."), "{arguments:?}: {said}");
    }
    let said = home.run(&["list", "@WEOG:split @\"Western Asia\":no", "--limit", "1"]).answer();
    assert!(said.contains("@WEOG: Today's regional group at all times."), "{said}");
    assert!(said.contains("@\"Western Asia\": The same at all times."), "{said}");
    let window =
        home.run(&["agree", "USA", "IND", "@G77:split year:1972", "--format", "json"]).json()["window"].clone();
    assert!(window["notes"][0].as_str().unwrap().contains(unknown), "{window}");
    let window = home.run(&["agree", "USA", "IND", "year:1972", "--format", "json"]).json()["window"].clone();
    assert_eq!(window.get("notes"), None, "{window}");
    home.run(&["blocs", "--save", "ours", "@G77-CHN"]).answer();
    let said = home.run(&["list", "@ours:split", "--limit", "1"]).answer();
    assert!(said.contains("@ours: a saved bloc"), "{said}");
    assert!(home.run(&["bloc", "@ours", "year:1972"]).answer().contains(unknown));
}

#[test]
fn a_bloc_is_as_large_wherever_its_size_is_shown() {
    let home = Home::new();
    let blocs = home.run(&["blocs", "--format", "json"]).json();
    for name in
        ["Africa", "AsiaPacific", "EasternEurope", "GRULAC", "\"Western Asia\"", "\"Southern Europe\"", "G77", "EU"]
    {
        let row = blocs["blocs"].as_array().unwrap().iter().find(|row| row["name"] == name.trim_matches('"')).unwrap();
        let members = bloc(&home, &[&format!("@{name}")])["a"]["members"].clone();
        assert_eq!(row["members"], members, "{name}");
    }
    let text = home.run(&["blocs"]).answer();
    for line in ["@Africa  54  today", "@AsiaPacific  54  today", "@EasternEurope  23  today", "@NAM  120  each day"] {
        let found = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        assert!(found.into_iter().any(|found| found.starts_with(&line.replace("  ", " "))), "{line}: {text}");
    }
}

#[test]
fn every_format_of_bloc_says_the_same() {
    let home = Home::new();
    let run =
        |arguments: &[&str]| home.run(&[&["bloc", "USA+RUS+ISR", "abstain(ES-11/7)"], arguments].concat()).answer();
    let csv = run(&["topic:palestine", "since:2025", "--format", "csv"]);
    assert!(csv.starts_with("id,symbol,date,title,a,b\r\n"), "{csv}");
    assert_eq!(csv.lines().count(), 17);
    let csv = run(&["--by", "year", "--format", "csv"]);
    assert!(csv.starts_with("key,a,a_n,b,b_n,lines,lines_n,pairs,pairs_n\r\n1946,"), "{csv}");
    let text = run(&["topic:palestine", "--by", "topic"]);
    for part in [
        "USA+RUS+ISR against abstain(A/RES/ES-11/7)",
        "A     USA+RUS+ISR · 3 members on 2025-12-15: Israel, Russia, United States",
        "lines, A and B  0.116    1029  roll calls",
        "pairs, A and B  0.386  185374  comparisons",
        "Split, one line yes and the other no: 897 roll calls; the first 20",
        &of_all("Window: topic:palestine · 1,183 of {all} roll calls"),
        "adopted resolutions with a recorded vote",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    // Under twenty votes nobody is ranked.
    let text = run(&["topic:ukraine", "since:2025"]);
    let few = "not enough votes to rank: Israel 1.000 (n 1), Russia 0.250 (n 4), United States 1.000 (n 1)";
    assert!(text.contains(few), "{text}");
    let csv = home.run(&["bloc", "@P5", "until:2025", "--format", "csv"]).answer();
    assert!(csv.starts_with("list,code,name,value,n\r\nloyalty,CHN,China,0.42329"), "{csv}");
    let markdown = run(&["year:2025", "--format", "md"]);
    assert!(markdown.contains("| cohesion of A | 0.451 | 192 | roll calls |") && markdown.contains("SHA-256"));
}

#[test]
fn a_second_expression_is_told_from_a_query() {
    let home = Home::new();
    let b = |second: &str| bloc(&home, &["@P5", second, "year:2025"])["b"]["expr"].clone();
    for (second, expression) in [
        ("@EU", json!("@EU")),
        ("(USA)", json!("USA")),
        ("no(ES-11/7)", json!("no(A/RES/ES-11/7)")),
        ("ABSENT(ES-11/7)", json!("absent(A/RES/ES-11/7)")),
        ("usa+isr", json!("USA+ISR")),
        ("@EU&@NATO", json!("@EU&@NATO")),
        ("IND", json!("IND")),
        ("\"india\"", Value::Null),
        ("topic:palestine", Value::Null),
        ("USA:no", Value::Null),
        ("ukrain", Value::Null),
        ("all", json!("all")),
        ("@EU:split", Value::Null),
    ] {
        assert_eq!(b(second), expression, "{second}");
    }
    let empty = home.run(&["bloc", "@EU", "xylophone", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&empty.out()).unwrap()["a"]["cohesion"], json!({"n": 0, "value": null}));
    empty.fails(1, &["no roll call matches \"xylophone\""]);
    for (arguments, said) in [
        (&["USA+@nowhere"][..], "expression, column 5, at \"@nowhere\": no bloc is called"),
        (&["USA", "RUS+XXQ"], "expression, column 5, at \"XXQ\": no member is called"),
        (&["@EU", "abstain(L.10"], "a parenthesis is left open"),
        (&["@EU", "no(39/146)"], "names 3 roll calls"),
        (&["@EU", "yaer:2022"], "query, column 1, at \"yaer:2022\""),
        (&["@EU", "--by", "month"], "possible values: year, session, topic"),
        (&[""], "is missing here"),
        (&[], "plenary bloc takes a bloc, as in: plenary bloc @EU"),
    ] {
        home.run(&[&["bloc"], arguments].concat()).fails(2, &[said]);
    }
}

#[test]
fn country_answers_with_a_members_record() {
    let home = Home::new();
    let country = |arguments: &[&str]| home.run(&[&["country"], arguments, &["--format", "json"]].concat()).json();
    // The count of the story: Ukraine on the texts about Palestine and Israel over ten years.
    let found = country(&["ukraine", "topic:palestine", "date:2015-02-24..2025-02-24", "--limit", "3"]);
    let keys: Vec<_> = found.as_object().unwrap().keys().map(String::as_str).collect();
    let expected =
        ["absent", "abstain", "closest", "code", "farthest", "n", "name", "names", "no", "source", "window", "yes"];
    assert_eq!(keys, expected);
    assert_eq!(["n", "yes", "no", "abstain", "absent"].map(|key| found[key].as_u64().unwrap()), [165, 123, 0, 42, 5]);
    assert_eq!(found["farthest"][0], json!({"code": "ISR", "agreement": 21.0 / 165.0, "n": 165}));
    assert_eq!([&found["closest"], &found["farthest"]].map(|list| list.as_array().unwrap().len()), [3, 3]);
    assert_eq!(
        country(&["Soviet Union", "until:1950"])["names"],
        json!([{"name": "USSR", "from": "1946-01-26", "to": "1991-12-20"},
               {"name": "Russian Federation", "from": "1992-08-25", "to": null}])
    );
    // Too few shared votes rank nobody.
    assert_eq!(country(&["USA", "topic:ukraine", "since:2025"])["closest"], json!([]));
    let text = home.run(&["country", "yugoslavia", "--limit", "2"]).answer();
    for part in [
        "Yugoslavia (YUG)",
        "Ended           2003-02-04",
        "Croatia (HRV)",
        "Attendance      83.2 %, absent from 617 of 3,675 roll calls",
        "Closest by agreement, of 192 members with at least 20 shared votes",
        "1993    0    0   0        0      65       0.0 %",
        "palestine           571  548   3       20     181      75.9 %",
        "Lone and near-lone votes: 1 cast alone, 3 with at most 3 others, the lone ones among them",
        "1992-08-25  A/RES/46/242      no            0  The situation in Bosnia",
        &of_all("Window: all {all} roll calls"),
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let csv = home.run(&["country", "USA", "--limit", "1", "--format", "csv"]).answer();
    let rows: Vec<_> = csv.lines().map(|row| row.split(',').collect::<Vec<_>>()).collect();
    let starts =
        |list: &str| rows.iter().filter(|row| row[0] == list).map(|row| row[..3].join(",")).collect::<Vec<_>>();
    assert_eq!(rows[0].join(","), "list,code,name,agreement,n,yes,no,abstain,absent");
    assert_eq!([starts("closest"), starts("farthest")].concat(), ["closest,ISR,Israel", "farthest,PRK,North Korea"]);
    assert_eq!(starts("year").len(), 80, "{csv}");
    // The years hold all votes, each once.
    let sum = |list: &str| -> u32 {
        rows.iter().filter(|row| row[0] == list).map(|row| row[5].parse::<u32>().unwrap()).sum()
    };
    assert_eq!(sum("year"), sum("all"));
    assert!(sum("all") > 0);
    let file = home.file("made.jsonl", UNVOTES);
    let made = country(&["USA", "--record", file.to_str().unwrap()]);
    assert_eq!((&made["yes"], &made["absent"]), (&1.into(), &Value::Null), "not known is not none");
    let absent = home.run(&["country", "SSD", "until:1990"]).answer();
    assert!(absent.contains("not a member on any of these roll calls"), "{absent}");
    home.run(&["country", "USA", "xylophone"]).fails(1, &["no roll call matches"]);
    for (name, said) in [("korea", "South Korea (KOR) or North Korea (PRK)"), ("atlantis", "no member is called")] {
        home.run(&["country", name]).fails(2, &[said]);
    }
}
