//! The Security Council, drafts that failed, and texts that were adopted without a vote.

use serde_json::{Value, json};

use crate::common::{Home, LEN};

fn symbols(home: &Home, query: &[&str]) -> Vec<String> {
    let rows = home.run(&[&["list"], query, &["--format", "json"]].concat());
    let rows: Value = serde_json::from_str(&rows.out()).unwrap();
    rows.as_array().unwrap().iter().map(|row| row["symbol"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_council_is_asked_for_and_never_comes_by_itself() {
    let home = Home::new();
    assert_eq!(symbols(&home, &["date:2025-02-24"]), ["A/RES/ES-11/8", "A/RES/ES-11/7"]);
    assert_eq!(symbols(&home, &["body:council", "date:2025-02-24"]), ["S/2025/116", "S/2025/115", "S/RES/2774(2025)"]);
    assert_eq!(symbols(&home, &["body:any", "date:2025-02-24"]).len(), 5);
    for (query, count) in [
        ("body:council", 3_161),
        ("body:council outcome:adopted", 2_769),
        ("outcome:vetoed", 270),
        ("body:council outcome:rejected", 122),
        ("veto:any", 270),
        ("veto:RUS", 159),
        ("veto:USA", 96),
        ("veto:GBR", 32),
        ("veto:CHN", 21),
        ("veto:FRA", 17),
        ("not:body:council", *LEN),
        ("not:veto:RUS", *LEN),
        ("body:council USA=yes=RUS FRA:abstain GBR:abstain", 14),
        ("body:assembly", *LEN),
        ("kind:any outcome:any", *LEN + 1_289),
        ("kind:amendment", 236),
        ("kind:any", *LEN + 1_289),
        ("outcome:rejected", 55),
        ("body:assembly -kind:amendment", *LEN),
    ] {
        assert_eq!(symbols(&home, &[query]).len(), count, "{query}");
    }
}

#[test]
fn an_answer_over_the_council_says_so_and_names_its_sources() {
    let home = Home::new();
    let answer = home.run(&["agree", "USA", "GBR", "body:council", "year:2025", "--format", "json"]).json();
    assert_eq!(answer["window"]["universe"], "Security Council: everything that it voted on");
    let cited = answer["source"]["citation"].as_str().unwrap();
    assert!(cited.contains("Security Council Voting Data") && cited.contains("changed: 16 seats mended"), "{cited}");
    assert!(!cited.contains("General Assembly"), "{cited}");
    // What is said of the whole record is said of both bodies.
    let whole = home.run(&["record"]).answer();
    assert!(whole.contains("Security Council: everything that it voted on"), "{whole}");
    let usual = home.run(&["agree", "USA", "GBR", "year:2025", "--format", "json"]).json();
    assert!(!usual["source"]["citation"].as_str().unwrap().contains("Council"));
}

#[test]
fn a_roll_call_of_the_council_says_who_sat_there_and_how_it_ended() {
    let home = Home::new();
    let adopted = home.run(&["show", "S/RES/2774", "--format", "json"]).json();
    assert_eq!((&adopted["yes"], &adopted["no"], &adopted["abstain"]), (&10.into(), &0.into(), &5.into()));
    assert_eq!(
        (&adopted["body"], &adopted["session"], &adopted["outcome"]),
        (&"council".into(), &Value::Null, &"adopted".into())
    );
    let votes = adopted["votes"].as_object().unwrap();
    assert_eq!(votes.len(), 15, "who had no seat there is not listed");
    for code in ["DNK", "FRA", "GRC", "SVN", "GBR"] {
        assert_eq!(votes[code], "abstain");
    }
    let vetoed = home.run(&["show", "S/2025/115", "--format", "json"]).json();
    assert_eq!((&vetoed["outcome"], &vetoed["veto"]), (&"vetoed".into(), &json!(["RUS"])));
    let said = home.run(&["show", "S/2025/116"]).answer();
    assert!(said.contains("vetoed by Russia"), "{said}");
    // The four of which nobody's vote is known, and the draft that the source has twice.
    for symbol in ["S/516", "S/1148", "S/1158", "S/1159"] {
        assert_eq!(home.run(&["show", symbol, "--format", "json"]).json()["yes"], Value::Null, "{symbol}");
    }
    assert_eq!(symbols(&home, &["body:council symbol:S/5134"]).len(), 1);
}

#[test]
fn a_number_of_both_bodies_asks_which() {
    let home = Home::new();
    home.run(&["show", "2774"]).fails(2, &["names 2 roll calls", "A/RES/2774(XXVI)", "S/RES/2774(2025)"]);
    assert_eq!(home.run(&["show", "A/RES/2774", "--format", "json"]).json()["body"], "assembly");
    home.run(&["show", "L.10"]).fails(2, &["is the end of 34 drafts", "plenary texts draft:L.10"]);
}

#[test]
fn a_text_without_a_vote_is_shown_as_that() {
    let home = Home::new();
    let text = home.run(&["show", "79/1", "--format", "json"]).json();
    assert_eq!((&text["symbol"], &text["adopted"]), (&"A/RES/79/1".into(), &"without a vote".into()));
    assert_eq!((&text["date"], &text["draft"]), (&"2024-09-22".into(), &"A/79/L.2".into()));
    assert!(text["agenda"].as_array().unwrap().iter().all(|item| item.as_str().unwrap().starts_with("A/")), "{text}");
    let said = home.run(&["show", "79/1"]).answer();
    assert!(said.contains("no figure counts it"), "{said}");
    // It is from another source than the roll calls.
    assert!(said.contains("machine-readable resolutions") && !said.contains("Voting Data"), "{said}");
    let texts = home.run(&["texts", "--by", "session", "--format", "json"]).json();
    let of = |key: &str| texts.as_array().unwrap().iter().find(|row| row["key"] == key).unwrap().clone();
    assert_eq!((&of("78")["texts"], &of("78")["voted"]), (&328.into(), &85.into()));
    let put = home.run(&["list", "sponsor:CUB", "session:79", "--format", "json"]).json();
    assert!(put.as_array().unwrap().iter().any(|row| row["symbol"] == "A/RES/79/7"), "{put}");
    let said = home.run(&["list", "committee:first", "session:79", "yes>170"]);
    assert!(said.answer().contains("committees are known for sessions 74 to 80 only"), "{}", said.out());
}

/// A symbol finds its text in a list of texts, however it is written, and terms about texts choose among them.
#[test]
fn texts_are_found_by_symbol_draft_sponsor_and_committee() {
    let home = Home::new();
    let texts = |query: &str| {
        let rows = home.run(&["texts", query, "--format", "json"]).json();
        rows.as_array().unwrap().clone()
    };
    for (query, symbol) in [
        ("79/1", "A/RES/79/1"),
        ("a/res/78/3", "A/RES/78/3"),
        ("A/79/L.2", "A/RES/79/1"),
        ("https://docs.un.org/en/A/RES/79/1", "A/RES/79/1"),
        ("S/RES/2034", "S/RES/2034(2012)"),
        ("S/RES/2034 (2012)", "S/RES/2034(2012)"),
        ("79/7", "A/RES/79/7"),
        ("79/1 session:79", "A/RES/79/1"),
    ] {
        let found = texts(query);
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found[0]["symbol"], symbol, "{query}");
    }
    home.run(&["texts", "79/1 session:78"]).fails(1, &["no adopted text matches"]);
    home.run(&["texts", "99/1"]).fails(1, &["no adopted text matches"]);
    // What is left out by a symbol is that text alone.
    let others = |query: &str| texts(query).len();
    assert_eq!(others("session:79 not:79/7"), others("session:79") - 1);
    for (query, key, value) in [("sponsor:CUB", "sponsors", "CUB"), ("committee:third", "committee", "third")] {
        let found = texts(query);
        assert!(found.len() > 20, "{query}");
        for how in ["vote", "without a vote"] {
            assert!(found.iter().any(|row| row["adopted"] == how), "{query}: {how}");
        }
        for row in &found {
            let has = row[key] == value || row[key].as_array().is_some_and(|all| all.iter().any(|one| one == value));
            assert!(has, "{query}: {row}");
        }
    }
    for row in texts("draft:L.10") {
        assert!(row["draft"].as_str().is_some_and(|draft| draft.ends_with("/L.10")), "{row}");
    }
}

#[test]
fn who_was_alone_is_found() {
    let home = Home::new();
    let rows = home.run(&["list", "alone:ISR", "since:2020", "--format", "json"]).json();
    let rows = rows.as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        let shown = home.run(&["show", &row["id"].to_string(), "--format", "json"]).json();
        let vote = shown["votes"]["ISR"].as_str().unwrap().to_owned();
        assert_eq!(shown[&vote], 1, "{row}");
    }
    home.run(&["list", "alone:USA<x"]).fails(2, &["write alone:USA<=3"]);
}

#[test]
fn the_elected_members_of_a_day_are_those_that_sat_beside_the_permanent_ones() {
    use plenary::query::{Expression, Lexicon, SavedBlocs};
    use plenary::record::{Body, PERMANENT, Record};

    let record = Record::embedded().unwrap();
    let lexicon = Lexicon::new(&record, Ok(SavedBlocs::default())).unwrap();
    let [permanent, elected] = ["@P5", "@E10"].map(|bloc| Expression::parse(bloc, &lexicon).unwrap());
    let mut otherwise = Vec::new();
    for (id, rollcall) in record.rollcalls().filter(|(_, rollcall)| rollcall.body == Body::Council) {
        let seated = record.votes().of_rollcall(id).members();
        if seated.is_empty() {
            continue;
        }
        let of = |bloc: &Expression| bloc.members().belonging(rollcall.date).inside;
        let codes: Vec<_> = of(&permanent).iter().map(|member| record.code(member)).collect();
        assert_eq!(codes, PERMANENT, "{}", rollcall.symbol);
        if of(&elected) != &seated - &of(&permanent) {
            otherwise.push(rollcall.symbol.to_string());
        }
    }
    // There the source has Yemen's name for the seat that Democratic Yemen still held.
    assert_eq!(otherwise, ["S/21084"]);
}

#[test]
fn a_member_knows_its_years_on_the_council() {
    let home = Home::new();
    let answer = |code: &str| home.run(&["country", code, "--limit", "1"]).answer();
    let france = answer("FRA");
    assert!(france.contains("On the Council  permanent member, 1946–2025: 3,157 roll calls, 17 vetoes"), "{france}");
    let costa_rica = answer("CRI");
    assert!(costa_rica.contains("On the Council  1974–1975, 1997–1998, 2008–2009: "), "{costa_rica}");
    assert!(!answer("ISR").contains("On the Council"));
}

#[test]
fn what_the_assembly_did_not_adopt_names_its_source_and_whether_its_day_is_known() {
    let home = Home::new();
    let rejected = home.run(&["list", "outcome:rejected", "korea"]).answer();
    assert!(rejected.contains("Erik Voeten") && !rejected.contains("Dag Hammarskjöld"), "{rejected}");
    let shown = home.run(&["show", "8100003", "--format", "json"]).json();
    assert_eq!((&shown["kind"], &shown["outcome"]), (&"amendment".into(), &"unknown".into()));
    assert_eq!((&shown["yes"], &shown["no"], &shown["abstain"]), (&29.into(), &18.into(), &4.into()));
    assert!(shown["title"].as_str().unwrap().starts_with("Amendments, rules of procedure: Cuban amendment to the UK"));
    let said = home.run(&["show", "8100003"]).answer();
    assert!(said.contains("gives the month of this vote, not its day"), "{said}");
}

#[test]
fn pictures_say_whose_votes_they_show() {
    let home = Home::new();
    for (link, said, not) in [
        ("pair/USA,RUS?body:council", "UN Security Council · n = ", "UN General Assembly"),
        ("blocs/@P5;@E10?body:council", "UN Security Council · ", "UN General Assembly"),
        ("compare/S/2025/115,S/2025/116", "Votes of the UN Security Council", "UN General Assembly"),
        ("compare/S/2025/115,ES-11/7", "Votes of the UN General Assembly and Security Council", "nobody"),
        (
            "world/country/USA?body:council",
            "Agreement with United States in the UN Security Council",
            "UN General Assembly",
        ),
        ("series/S/RES/2674", "UN Security Council · 123 recorded votes on this text", "UN General Assembly"),
        ("series/79/7", "UN General Assembly · ", "Security Council"),
    ] {
        home.run(&["picture", link, "--out", "p.svg", "--force"]).answer();
        let picture = std::fs::read_to_string(home.path("p.svg")).unwrap();
        assert!(picture.contains(said) && !picture.contains(not), "{link}: {said}\n{}", &picture[..600]);
    }
}

#[test]
fn the_address_of_a_record_is_a_record_number_and_nothing_else() {
    let home = Home::new();
    let shown = |symbol: &str| home.run(&["show", symbol, "--format", "json"]).json()["symbol"].clone();
    assert_eq!(shown("https://digitallibrary.un.org/record/4076672"), "A/RES/ES-11/7");
    assert_eq!(shown("#4076672"), "A/RES/ES-11/7");
    // 242 is a resolution of the Council, 3379 one of the Assembly; neither is a record number.
    for number in ["242", "3379", "1", "79/1"] {
        home.run(&["show", &format!("https://digitallibrary.un.org/record/{number}")])
            .fails(1, &["no roll call is called"]);
    }
    home.run(&["compare", "ES-11/7", "79/1"])
        .fails(1, &["79/1 was adopted without a recorded vote", "plenary show 79/1"]);
    assert_eq!(symbols(&home, &["symbol:S/2025/11"]), Vec::<String>::new());
    assert_eq!(symbols(&home, &["symbol:S/RES/2774"]), ["S/RES/2774(2025)"]);
    let torn = home.run(&["list", "veto:RUS", "body:assembly"]);
    assert!(
        torn.out().contains("none: the query asks for votes of the Assembly and of the Council at once"),
        "{}",
        torn.out()
    );
}
