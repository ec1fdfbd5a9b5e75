//! Pictures: well-formed, saying what they show in words, filled as the record votes, written over nothing unasked.

use std::collections::{BTreeMap, BTreeSet};

use plenary::analysis::pair;
use plenary::link::Link;
use plenary::picture::draw;
use plenary::query::Query;
use plenary::record::{Index, Origin, Record, RollCallId, State};
use proptest::prelude::*;
use roxmltree::{Document, Node};

use crate::common::{Home, VOTED_NO};
use crate::made;
use crate::query::LEXICON;

const LINKS: [&str; 14] = [
    "world/ES-11/7",
    "world/A/RES/377(V)[A-C]",
    "world/40/161A",
    "world/country/UKR?since:2022",
    "world/country/YUG",
    "world/blocs/@EU;@NATO",
    "world/blocs/@BRICS?until:2009-06-16",
    "show/ES-11/7",
    "compare/ES-11/6,ES-11/7",
    "compare/40/161A,ES-11/1,ES-11/4,ES-11/6,ES-11/7",
    "series/79/7",
    "blocs/USA+RUS+ISR;abstain(ES-11/7)?since:2014",
    "blocs/@EU?year:2024",
    "pair/UKR,ISR?topic:palestine",
];

fn record() -> &'static Record {
    LEXICON.record()
}

fn drawn(link: &str) -> String {
    draw(&LEXICON, &Link::parse(link, &LEXICON).unwrap()).unwrap()
}

/// The text of the first element with this tag.
fn said(document: &Document<'_>, tag: &str) -> String {
    document.descendants().find(|node| node.has_tag_name(tag)).and_then(|node| node.text()).unwrap().to_owned()
}

/// All text that is drawn, an element after the other.
fn texts(document: &Document<'_>) -> String {
    let words = |node: Node<'_, '_>| {
        let parts = node.descendants().filter(Node::is_text).filter_map(|part| part.text());
        parts.collect::<Vec<_>>().join(" ")
    };
    let texts = document.descendants().filter(|node| node.has_tag_name("text")).map(words);
    texts.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

/// By code of the member whose land or mark it is: the classes it is drawn in, and what is told where it is pointed at.
fn land(document: &Document<'_>) -> BTreeMap<String, (BTreeSet<String>, String)> {
    let mut land: BTreeMap<String, (BTreeSet<String>, String)> = BTreeMap::new();
    for node in document.descendants() {
        let Some(code) = node.attribute("data-member") else { continue };
        let class = node.attribute("class").or_else(|| node.parent()?.attribute("class")).unwrap();
        let told = node.children().find(|child| child.has_tag_name("title")).and_then(|child| child.text()).unwrap();
        let entry = land.entry(code.to_owned()).or_default();
        entry.0.insert(class.to_owned());
        told.clone_into(&mut entry.1);
    }
    land
}

#[test]
fn every_picture_is_well_formed_and_says_what_it_shows_and_where_it_is_from() {
    for link in LINKS {
        let text = drawn(link);
        let document = Document::parse(&text).unwrap_or_else(|error| panic!("{link}: {error}"));
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{link}");
        assert_eq!(root.attribute("aria-labelledby"), Some("title desc"), "{link}");
        let [title, told] = ["title", "desc"].map(|tag| said(&document, tag));
        let shown = texts(&document);
        assert!(!title.is_empty() && shown.starts_with(title.split(' ').next().unwrap()), "{link}: {title}");
        assert!(told.len() > 150 && told.contains("Dag Hammarskjöld"), "{link}: {told}");
        for part in ["Source: United Nations", "record to 4 June 2026", "Universe: adopted", "plenary picture "] {
            assert!(shown.contains(part), "{part:?} is not in the picture of {link}");
        }
        assert!(!text.contains("NaN") && !text.contains("inf\""), "{link}");
        // Every fill that is defined elsewhere is defined, and no text begins outside the page.
        for node in document.descendants() {
            if let Some(name) = node.attribute("fill").and_then(|fill| fill.strip_prefix("url(#")?.strip_suffix(')')) {
                assert!(document.descendants().any(|other| other.attribute("id") == Some(name)), "{link}: {name}");
            }
            if let (true, Some(x)) = (node.has_tag_name("text"), node.attribute("x")) {
                assert!((0.0..1200.0).contains(&x.parse::<f64>().unwrap()), "{link}: {x}");
            }
        }
        // The command that it names draws it again.
        let command = shown.rsplit_once("plenary picture ").unwrap().1.trim_matches('\'');
        assert_eq!(drawn(command), text, "{link}");
    }
}

#[test]
fn the_map_of_the_story_can_be_printed_as_it_is() {
    let text = drawn("world/ES-11/7");
    let document = Document::parse(&text).unwrap();
    let shown = texts(&document);
    for part in [
        "Advancing a comprehensive, just and lasting peace in Ukraine",
        "A/RES/ES-11/7 · 24 February 2025 · 11th emergency special session",
        "Yes 93",
        "No 18",
        "Abstaining 65",
        "Absent 17",
        "no position on any dispute",
    ] {
        assert!(shown.contains(part), "{part:?}: {shown}");
    }
    for name in VOTED_NO {
        assert!(shown.contains(name), "{name}: {shown}");
    }
    assert!(said(&document, "desc").contains("Yes (93): Albania, Andorra"));
    assert_eq!(land(&document).len(), 193, "every member is on the map");
    assert!(text.len() < 250_000, "{} bytes", text.len());
}

#[test]
fn an_ended_seat_is_shown_and_named_as_the_notes_say() {
    let text = drawn("world/40/161A");
    let document = Document::parse(&text).unwrap();
    let shown = texts(&document);
    for part in [
        "The seat of Czechoslovakia is shown on the land of today's Czechia, Slovakia.",
        "Seats without land on today's map: German Democratic Republic (DDR), Democratic Yemen (YMD).",
    ] {
        assert!(shown.contains(part), "{part:?}: {shown}");
    }
    let land = land(&document);
    assert_eq!(land["SVK"].1, "Slovakia: yes, by Czechoslovakia");
    assert!(!land.contains_key("KAZ"), "no seat yet, no vote");
}

#[test]
fn agreement_is_that_of_the_pair() {
    let text = drawn("world/country/UKR?topic:palestine since:2000");
    let document = Document::parse(&text).unwrap();
    let land = land(&document);
    let set = Query::parse("topic:palestine since:2000", &LEXICON).unwrap().run(&LEXICON);
    let member = |code: &str| record().members().by_code(code).unwrap();
    assert_eq!(land["UKR"].1, "Ukraine: itself");
    for (code, (classes, told)) in land.iter().filter(|(code, _)| *code != "UKR") {
        let found = pair(record(), member("UKR"), member(code), &set);
        if found.n() >= 20 {
            let share = found.agreement().unwrap() * 100.0;
            assert!(told.ends_with(&format!(": {share:.1} %, n = {}", found.n())), "{told}");
            assert!(classes.iter().all(|class| class.starts_with("step")), "{code}: {classes:?}");
        } else {
            assert_eq!(classes, &BTreeSet::from(["unknown".to_owned()]), "{code}");
        }
    }
    let step = |code: &str| land[code].0.first().unwrap().clone();
    assert!(step("ISR") < step("POL"), "a darker step is a higher agreement");
}

#[test]
fn a_comparison_shows_each_move_once() {
    let text = drawn("compare/ES-11/6,ES-11/7");
    let document = Document::parse(&text).unwrap();
    let told = document.descendants().filter(|node| node.has_tag_name("title")).skip(1).filter_map(|node| node.text());
    let moves: Vec<_> = told.map(|told| told.rsplit_once(": ").unwrap()).collect();
    let count = |what: &str| moves.iter().find(|one| one.0 == what).map_or(0, |one| one.1.parse::<usize>().unwrap());
    assert_eq!(["Yes to Yes", "Yes to Abstaining", "Yes to Absent", "Yes to No"].map(count), [93, 33, 8, 7]);
    assert_eq!(moves.iter().map(|one| one.1.parse::<usize>().unwrap()).sum::<usize>(), 193);
    let shown = texts(&document);
    assert!(shown.contains("60 of the 193 that were members at all of them moved"), "{shown}");
    assert!(shown.contains("From yes to no (7) Haiti, Hungary, Israel, Marshall Islands"), "{shown}");
}

#[test]
fn a_series_and_a_pair_show_their_figures() {
    let series = drawn("series/79/7");
    let document = Document::parse(&series).unwrap();
    assert!(texts(&document).contains("33 recorded votes on this text, 24 November 1992 to 29 October 2025"));
    assert!(said(&document, "desc").contains("2024-10-30 A/RES/79/7: 187–2–1"));
    let pair = drawn("pair/UKR,ISR?topic:palestine");
    let document = Document::parse(&pair).unwrap();
    let shown = texts(&document);
    for part in ["agreement 9.6 %", "n = 1,156", "same vote 17", "one abstained 187", "yes against no 952"] {
        assert!(shown.contains(part), "{part:?}: {shown}");
    }
}

#[test]
fn a_year_without_a_bar_says_why() {
    let said = |link: &str| texts(&Document::parse(&drawn(link)).unwrap());
    let all = said("series/79/7?since:2018");
    assert!(all.contains("– in 2020: no recorded vote: no text was put") && !all.contains("– in 2019"), "{all}");
    let less = said("series/79/7?since:2018 not:year:2019");
    assert!(less.contains("– in 2019: a recorded vote of this text that the query leaves out"), "{less}");
}

#[test]
fn a_picture_is_written_once_and_over_another_only_by_force() {
    let home = Home::new();
    let ran = home.run(&["picture", "world/ES-11/7", "--out", "map.svg"]);
    assert_eq!(ran.answer(), "", "the answer is the file");
    assert!(ran.err().starts_with("plenary: wrote map.svg, "), "{}", ran.err());
    let first = std::fs::read_to_string(home.path("map.svg")).unwrap();
    assert_eq!(first, drawn("world/ES-11/7"));
    home.run(&["picture", "show/ES-11/7", "--out", "map.svg"]).fails(2, &["map.svg", "already exists", "--force"]);
    assert_eq!(std::fs::read_to_string(home.path("map.svg")).unwrap(), first, "untouched");
    home.run(&["picture", "show/ES-11/7", "--out", "map.svg", "--force"]).answer();
    assert_eq!(std::fs::read_to_string(home.path("map.svg")).unwrap(), drawn("show/ES-11/7"));
    home.run(&["picture", "show/ES-11/7", "--out", "new/folder/vote.SVG"]).fails(2, &["there is no folder new/folder"]);
    std::fs::create_dir_all(home.path("new/folder")).unwrap();
    home.run(&["picture", "show/ES-11/7", "--out", "new/folder/vote.SVG"]).answer();
    let files = std::fs::read_dir(home.path("")).unwrap().map(|file| file.unwrap().file_name());
    assert!(files.into_iter().all(|name| !name.to_string_lossy().contains(".part")), "nothing is left behind");
}

#[test]
fn what_can_not_be_drawn_is_said_in_a_line() {
    let home = Home::new();
    for (arguments, code, parts) in [
        (&["picture", "world/ES-11/7", "--out", "map.png"][..], 2, &["map.png", ".svg"][..]),
        (&["picture", "world/ES-11/7", "--out", "map"], 2, &["ends in .svg"]),
        (&["picture", "world/ES-11/7"], 2, &["--out"]),
        (&["picture", "votes", "--out", "a.svg"], 2, &["no picture of votes", "world/ES-11/7"]),
        (&["picture", "world", "--out", "a.svg"], 2, &["no picture of world"]),
        (&["picture", "blocs", "--out", "a.svg"], 2, &["no picture of blocs"]),
        (&["picture", "compare", "--out", "a.svg"], 2, &["no picture of compare"]),
        (&["picture", "wrold/ES-11/7", "--out", "a.svg"], 2, &["did you mean world"]),
        (&["picture", "show/ES-99/9", "--out", "a.svg"], 1, &["ES-99/9"]),
        (&["picture", "pair/UKR,ISR?date:1900-01-01", "--out", "a.svg"], 1, &["date:1900-01-01"]),
        (&["picture", "series/79/7?year:1950", "--out", "a.svg"], 1, &["year:1950"]),
        (&["picture", "world/ES-11/7", "--out", "."], 2, &["ends in .svg"]),
    ] {
        home.run(arguments).fails(code, parts);
    }
    assert!(!home.path("a.svg").exists());
    // A file stands where a folder should.
    home.file("file", "");
    home.run(&["picture", "world/ES-11/7", "--out", "file/map.svg"])
        .fails(2, &["file/map.svg", "can't be written", "file is not a folder"]);
}

#[test]
fn a_record_without_absences_shows_none() {
    let text = "\
{\"format\":\"plenary-rollcalls\",\"version\":1,\"kind\":\"whole\",\"origin\":\"unvotes\",\"sources\":[],\"seats\":[\"USA\",\"RUS\",\"AND\"]}
{\"id\":1,\"symbol\":\"R/1\",\"date\":\"2000-01-02\",\"session\":\"54\",\"title\":\"A <text> & \\\"more\\\"\",\"votes\":\"YN.\"}
{\"id\":2,\"symbol\":\"R/2\",\"date\":\"2001-01-02\",\"session\":\"55\",\"title\":\"Another\",\"votes\":\"NNA\"}
{\"id\":3,\"symbol\":\"R/3\",\"date\":\"2002-01-02\",\"session\":\"56\",\"title\":\"A third\",\"votes\":\"Y.A\"}
";
    let home = Home::new();
    let file = home.file("record.jsonl", text);
    let file = file.to_str().unwrap();
    for link in [
        "world/R/1",
        "show/R/1",
        "compare/R/1,R/2",
        "compare/R/1,R/2,R/3",
        "series/R/1",
        "pair/USA,RUS",
        "blocs/USA+RUS;AND",
    ] {
        home.run(&["picture", link, "--out", "a.svg", "--force", "--record", file]).answer();
        let drawn = std::fs::read_to_string(home.path("a.svg")).unwrap();
        let document = Document::parse(&drawn).unwrap();
        let shown = texts(&document).to_lowercase();
        for unknown in ["absent ", "not a member", "had no seat"] {
            assert!(!shown.contains(unknown), "{link}: {unknown:?} is in {shown}");
        }
    }
    assert_eq!(Record::from_text(text, "made").unwrap().0.origin(), Origin::Unvotes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn land_is_filled_by_the_vote_of_its_seat(at in 0..record().len()) {
        let id = RollCallId::from_index(at);
        let text = drawn(&format!("world/{}", record().rollcall(id).number));
        let document = Document::parse(&text).unwrap();
        let land = land(&document);
        let votes = record().votes().of_rollcall(id);
        for (member, seat) in record().members().iter().filter(|(_, seat)| seat.ended.is_none()) {
            // The plain rule: the state of its own seat, or else of one that it followed.
            let before = seat.predecessors.iter().filter_map(|code| record().members().by_code(code));
            let mut states = std::iter::once(member).chain(before).map(|seat| votes.state(seat));
            let state = states.find(|&state| state != State::NotMember);
            let classes = land.get(seat.code.as_ref()).map(|(classes, _)| classes.iter().cloned().collect::<Vec<_>>());
            prop_assert_eq!(classes, state.map(|state| vec![state.word().to_owned()]), "{}", seat.code);
        }
        let shown = texts(&document);
        let tally = record().tally(id);
        if !record().is_recorded(id) {
            prop_assert!(shown.contains("not recorded"), "{shown}");
            return Ok(());
        }
        for words in [format!("Yes {}", tally.yes), format!("No {}", tally.no), format!("Absent {}", tally.absent)] {
            prop_assert!(shown.contains(&words), "{words}: {shown}");
        }
    }

    #[test]
    fn whatever_a_record_holds_is_drawn(case in made::cases()) {
        let record = case.record();
        let lexicon = made::lexicon(&record);
        let number = |at: usize| record.rollcall(made::id(at)).number;
        let mut links = vec![format!("show/{}", number(0)), format!("world/{}", number(0)), format!("series/{}", number(0))];
        links.extend(["world/country/USA", "pair/USA,RUS", "blocs/@EU;USA+RUS", "world/blocs/@EU"].map(str::to_owned));
        // Those without votes by member can't be compared.
        if record.len() > 1 && [0, 1].into_iter().all(|at| record.is_recorded(made::id(at))) {
            links.push(format!("compare/{},{}", number(0), number(1)));
        }
        for link in links {
            let drawn = draw(&lexicon, &Link::parse(&link, &lexicon).unwrap()).unwrap();
            prop_assert!(Document::parse(&drawn).is_ok() && !drawn.contains("NaN"), "{}", link);
        }
    }
}
