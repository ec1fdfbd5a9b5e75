//! The embedded record: what it holds, that the votes are those of the source, and that its own format loses nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::sync::LazyLock;

use plenary::query;
use plenary::record::{
    Counts, FileKind, Index, MemberId, MemberSet, Origin, Planes, Record, RecordNumber, RollCallId, RollCallSet, State,
    Tally,
};
use proptest::prelude::*;
use serde_json::Value;

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());

fn asset(name: &str) -> String {
    fs::read_to_string(format!("{}/assets/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn find(symbol: &str) -> RollCallId {
    query::find(&RECORD, symbol).unwrap()
}

/// Codes of the members in `state`.
fn codes(symbol: &str, state: State) -> Vec<&'static str> {
    let planes = RECORD.votes().of_rollcall(find(symbol));
    planes.of(state).unwrap().iter().map(|id| RECORD.members().get(id).code.as_ref()).collect()
}

#[test]
fn it_holds_every_recorded_vote_since_1946() {
    assert_eq!(RECORD.counts(), Counts { rollcalls: 10_159, votes: 1_155_882, members: 198 });
    assert_eq!(RECORD.usual().len(), 5709);
    let (first, last) = RECORD.days().unwrap();
    assert_eq!((first.to_string(), last.to_string()), ("1946-01-26".into(), "2026-06-04".into()));
    let usual = || RECORD.usual().iter().map(|id| RECORD.rollcall(id));
    let with = |cells: fn(&plenary::record::RollCall) -> bool| usual().filter(|rollcall| cells(rollcall)).count();
    assert_eq!(with(|rollcall| rollcall.details().subjects.is_empty()), 1785);
    assert_eq!(with(|rollcall| rollcall.details().agenda.is_empty()), 53);
    assert_eq!(with(|rollcall| rollcall.details().meeting.is_empty()), 4);
    assert_eq!(with(|rollcall| rollcall.details().report.is_empty()), 1131);
    assert_eq!(with(|rollcall| rollcall.title.is_empty() || rollcall.symbol.is_empty()), 0);
    assert_eq!(with(|rollcall| rollcall.title.contains("General Assembly") && rollcall.title.contains(" / ")), 0);
}

#[test]
fn oddities_of_the_source_are_kept_and_noted() {
    assert_eq!(RECORD.rollcall(find("37/84")).date.to_string(), "1982-02-21");
    let early = RECORD.members().iter().flat_map(|(id, member)| {
        let rows = RECORD.votes().of_member(id);
        let rows = &(&(&rows.yes | &rows.no) | &rows.abstain) | &rows.absent;
        let before = RECORD.between(None, Some(member.admitted.unwrap().yesterday().unwrap()));
        (&rows & &before).iter().map(|id| (RECORD.rollcall(id).number, member.code.as_ref())).collect::<Vec<_>>()
    });
    let early: Vec<_> = early.collect();
    assert_eq!(early.len(), 16);
    assert_eq!(
        early.iter().map(|(_, code)| *code).collect::<BTreeSet<_>>(),
        BTreeSet::from(["ARE", "DMA", "JPN", "MNG", "WSM"])
    );
    for (number, code) in early {
        let id = RECORD.by_number(number).unwrap();
        assert_eq!(RECORD.votes().state(id, RECORD.members().by_code(code).unwrap()), State::Absent);
        assert!(RECORD.remarks(id).iter().any(|remark| remark.in_words().contains("admitted only on")));
    }
    for symbol in ["37/84", "ES-10/21", "A/DEC/80/506", "620(VII)[A]", "ES-11/8"] {
        assert!(!RECORD.remarks(find(symbol)).is_empty(), "{symbol}");
    }
    let seat = |code| RECORD.members().by_code(code).unwrap();
    let rows = |code| {
        let Planes { yes, no, abstain, absent } = RECORD.votes().of_member(seat(code));
        let all = &(&(yes | no) | abstain) | absent;
        RECORD.span(&all).map(|(first, last)| (first.to_string(), last.to_string())).unwrap()
    };
    assert_eq!(rows("SRB").0, "2003-06-18");
    assert_eq!(rows("YUG").1, "2002-12-20");
    assert_eq!(rows("EAZ"), ("1963-12-16".into(), "1963-12-17".into()));
}

#[test]
fn the_story_of_february_2025_is_in_it() {
    let tally = |symbol| RECORD.tally(find(symbol));
    assert_eq!(tally("A/ES-11/L.10"), Tally { yes: 93, no: 18, abstain: 65, absent: 17 });
    assert_eq!(find("A/ES-11/L.10"), find("A/RES/ES-11/7"));
    assert_eq!(find("A/ES-11/L.11"), find("ES-11/8"));
    assert_eq!(tally("ES-11/8"), Tally { yes: 93, no: 8, abstain: 73, absent: 19 });
    assert_eq!(tally("ES-11/6"), Tally { yes: 141, no: 7, abstain: 32, absent: 13 });
    assert_eq!(tally("ES-10/21"), Tally { yes: 120, no: 14, abstain: 45, absent: 14 });
    assert_eq!(tally("A/DEC/80/506"), Tally { yes: 142, no: 10, abstain: 12, absent: 29 });
    assert_eq!(
        codes("ES-11/7", State::No),
        [
            "BDI", "BFA", "BLR", "CAF", "ERI", "GNQ", "HTI", "HUN", "ISR", "MHL", "MLI", "NER", "NIC", "PLW", "PRK",
            "RUS", "SDN", "USA"
        ]
    );
    for code in ["CHN", "IRN", "ARE"] {
        assert!(codes("ES-11/7", State::Abstain).contains(&code));
    }
    assert!(codes("ES-11/8", State::Abstain).contains(&"USA"));
    let israel = RECORD.members().by_code("ISR").unwrap();
    let votes = (1..=7).map(|n| RECORD.votes().state(find(&format!("ES-11/{n}")), israel).letter());
    assert_eq!(votes.collect::<String>(), "YYYYAYN");
    // Who moved between the two, of the 141 that voted yes in 2023.
    let (earlier, later) = (RECORD.votes().of_rollcall(find("ES-11/6")), RECORD.votes().of_rollcall(find("ES-11/7")));
    assert_eq!(later.tally_among(&earlier.yes), Tally { yes: 93, no: 7, abstain: 33, absent: 8 });
    let turned = (&earlier.yes & &later.no).iter().map(|id| RECORD.members().get(id).code.as_ref()).collect::<Vec<_>>();
    assert_eq!(turned, ["HTI", "HUN", "ISR", "MHL", "NER", "PLW", "USA"]);
    let syria = RECORD.members().by_code("SYR").unwrap();
    assert_eq!((earlier.state(syria), later.state(syria)), (State::No, State::Abstain));
}

#[test]
fn people_find_members_by_the_names_they_use() {
    let members = RECORD.members();
    let known: HashMap<String, &str> = members
        .iter()
        .flat_map(|(_, member)| {
            let names = member.names.iter().map(|used| &used.name).chain(&member.aliases);
            let names = names.chain([&member.name]).chain(&member.official);
            names.map(|name| (plenary::record::fold(name), member.code.as_ref()))
        })
        .collect();
    for (name, code) in [
        ("UK", "GBR"),
        ("USA", "USA"),
        ("America", "USA"),
        ("DPRK", "PRK"),
        ("North Korea", "PRK"),
        ("Burma", "MMR"),
        ("Ivory Coast", "CIV"),
        ("Holland", "NLD"),
        ("Czech Republic", "CZE"),
        ("Swaziland", "SWZ"),
        ("Turkey", "TUR"),
        ("USSR", "RUS"),
        ("DRC", "COD"),
        ("Byelorussian SSR", "BLR"),
        ("Côte d’Ivoire", "CIV"),
    ] {
        let code_of = known.get(&plenary::record::fold(name)).copied().or_else(|| members.by_code(name).map(|_| code));
        assert_eq!(code_of, Some(code), "{name}");
    }
    let russia = members.get(members.by_code("RUS").unwrap());
    let names: Vec<_> = russia.names.iter().map(|used| (used.name.as_ref(), used.from.to_string())).collect();
    assert_eq!(names, [("USSR", "1946-01-26".to_owned()), ("Russian Federation", "1992-08-25".to_owned())]);
    for (_, member) in members.iter() {
        assert_eq!(member.code.len(), 3);
        assert!(member.admitted.is_some() && !member.names.is_empty() && member.subregion.is_some());
        assert!(member.ended.is_none_or(|ended| Some(ended) > member.admitted), "{}", member.code);
        for seat in member.predecessors.iter().chain(&member.successors) {
            assert!(members.by_code(seat).is_some(), "{seat}");
        }
    }
}

#[test]
fn the_tables_beside_the_record_name_only_what_is_in_it() {
    for note in serde_json::from_str::<Vec<Value>>(&asset("notes.json")).unwrap() {
        let number = RecordNumber(note["id"].as_u64().unwrap().try_into().unwrap());
        assert!(RECORD.by_number(number).is_some(), "{note}");
        assert!(note["source"].is_string(), "{note}");
    }
    let blocs: Vec<Value> = serde_json::from_str(&asset("blocs.json")).unwrap();
    assert_eq!(blocs.len(), 19);
    for bloc in blocs {
        let mut until: BTreeMap<String, String> = BTreeMap::new();
        for member in bloc["members"].as_array().unwrap() {
            let code = member["code"].as_str().unwrap();
            assert!(RECORD.members().by_code(code).is_some(), "{member}");
            // Each day has a source: of its own, or that of the bloc.
            for (day, source) in [("from", "joined"), ("to", "left")] {
                let named = member[source].as_str().map(|source| bloc["sources"][source].is_string());
                let whole = bloc["source"].is_string() && bloc["sources"].is_null();
                assert!(member[day].is_null() || named == Some(true) || whole, "{} {member}", bloc["name"]);
            }
            assert!(member["from"].is_string(), "{} {member}", bloc["name"]);
            // What is known lies within what may be, and nobody belongs twice at a time.
            let days = ["from", "surely_from", "surely_to", "to"].map(|day| member[day].as_str());
            let days: Vec<_> = days.into_iter().flatten().collect();
            assert!(days.iter().all(|day| day.parse::<jiff::civil::Date>().is_ok()), "{member}");
            assert!(days.is_sorted(), "{} {member}", bloc["name"]);
            let to = member["to"].as_str().unwrap_or("9999").to_owned();
            let before = until.insert(code.to_owned(), to);
            assert!(
                before.is_none_or(|before| days.first().is_some_and(|from| before.as_str() <= *from)),
                "{} {member}",
                bloc["name"]
            );
        }
    }
}

#[test]
fn its_own_format_gives_back_the_same_bytes() {
    let text = asset("rollcalls.jsonl");
    let (library, _) = Record::from_text(&text, "the asset").unwrap();
    let mut written = Vec::new();
    library.write(&mut written).unwrap();
    assert!(text.as_bytes() == written, "the asset is not what the program writes");
    assert!(text.lines().all(plenary::record::is_clean));
    // And so does the whole, with what else the program carries.
    let mut whole = Vec::new();
    RECORD.write(&mut whole).unwrap();
    let (again, kind) = Record::from_text(&String::from_utf8(whole).unwrap(), "the whole").unwrap();
    assert_eq!((again.checksum(), kind), (RECORD.checksum(), FileKind::Whole));
}

#[test]
#[ignore = "needs ../shared/data"]
fn every_name_stands_in_the_source_from_and_to_the_days_it_says() {
    let path = crate::common::raw("names.csv");
    let mut said: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    for (_, member) in RECORD.members().iter() {
        for used in &member.names {
            let to = used.to.map_or_else(|| "2025-12-18".to_owned(), |to| to.to_string());
            let (name, from) = (used.name.to_lowercase(), used.from.to_string());
            said.insert((member.code.to_string(), name), (from, to));
        }
    }
    let mut raw = BTreeMap::new();
    for line in fs::read_to_string(path).unwrap().lines().skip(1) {
        let (code, rest) = line.split_once(',').unwrap();
        let mut cells = rest.rsplitn(4, ',');
        let (_, last, first) = (cells.next(), cells.next().unwrap(), cells.next().unwrap());
        let name = cells.next().unwrap().trim_matches('"').to_lowercase();
        // The two spellings of Laos that differ in case are one name.
        let days = raw.entry((code.to_owned(), name)).or_insert((first.to_owned(), last.to_owned()));
        *days = (days.0.clone().min(first.to_owned()), days.1.clone().max(last.to_owned()));
    }
    assert_eq!(said, raw);
}

/// The votes as a plain reading of the asset gives them: roll call, member, letter.
static PLAIN: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let text = asset("rollcalls.jsonl");
    let mut lines = text.lines();
    let header: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    let codes = RECORD.members().iter().map(|(_, member)| member.code.as_ref());
    assert!(header["seats"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).eq(codes));
    lines
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["votes"].as_str().unwrap().chars().collect())
        .collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_planes_say_what_a_plain_recount_says(rollcall in 0..RECORD.usual().len(), member in 0..RECORD.members().len(), start in 0..RECORD.usual().len()) {
        let row = &PLAIN[rollcall];
        let count = |state: State| row.iter().filter(|&&letter| letter == state.letter()).count() as u16;
        let [yes, no, abstain, absent, _] = State::ALL.map(count);
        let id = RECORD.usual().iter().nth(rollcall).unwrap();
        prop_assert_eq!(RECORD.tally(id), Tally { yes, no, abstain, absent });
        let seat = MemberId::from_index(member);
        prop_assert_eq!(RECORD.votes().state(id, seat).letter(), row[member]);
        let mut window = RollCallSet::empty(RECORD.len());
        let (from, until) = (start.min(rollcall), start.max(rollcall));
        window.extend(RECORD.usual().iter().skip(from).take(until - from));
        let by_member = RECORD.votes().of_member(seat);
        for state in State::OF_MEMBERS {
            let plain = (start.min(rollcall)..start.max(rollcall)).filter(|&at| PLAIN[at][member] == state.letter()).count();
            prop_assert_eq!(by_member.of(state).unwrap().count_both(&window), plain);
        }
    }

    #[test]
    fn sets_of_bits_are_sets(a in prop::collection::btree_set(0_usize..198, 0..60), b in prop::collection::btree_set(0_usize..198, 0..60)) {
        let set = |of: &BTreeSet<usize>| of.iter().copied().map(MemberId::from_index).collect::<MemberSet>();
        let list = |of: &MemberSet| of.iter().map(Index::index).collect::<BTreeSet<_>>();
        let (x, y) = (set(&a), set(&b));
        prop_assert_eq!(list(&(&x & &y)), &a & &b);
        prop_assert_eq!(list(&(&x | &y)), &a | &b);
        prop_assert_eq!(list(&(&x - &y)), &a - &b);
        prop_assert_eq!(x.len(), a.len());
        prop_assert_eq!(x.count_both(&y), (&a & &b).len());
        let mut gone = x;
        for id in y.iter() {
            gone.remove(id);
        }
        prop_assert_eq!(gone, &x - &y);
        prop_assert_eq!(gone.is_empty(), a.is_subset(&b));
    }
}

#[test]
fn a_broken_file_is_refused_with_its_line_and_the_reason() {
    let text = asset("rollcalls.jsonl");
    let header = text.lines().next().unwrap();
    let line = text.lines().nth(1).unwrap();
    let edit = |from: &str, to: &str| format!("{header}\n{line}\n{}\n", line.replacen(from, to, 1));
    for (file, said) in [
        (String::new(), "line 1: not a record of plenary"),
        ("{}\n".to_owned(), "line 1: not a record of plenary"),
        (header.replacen("\"version\":1", "\"version\":2", 1), "update plenary"),
        (header.replacen("plenary-rollcalls", "other", 1), "the format is \"other\""),
        (header.replacen("\"AFG\"", "\"ZZZ\"", 1), "seat ZZZ has no name"),
        (header.replacen("\"AFG\"", "\"AGO\"", 1), "seat AGO appears twice"),
        (edit("\"date\":\"1946-01-26\"", "\"date\":\"1946-13-26\""), "line 3: column"),
        (edit("\"votes\":\".", "\"votes\":\"Z"), "line 3: the vote 'Z' is not Y"),
        (edit("\"votes\":\".", "\"votes\":\""), "line 3: 197 letters of votes for 198 seats"),
        (edit("\"title\":\"", "\"title\":\"\\u001b[31m"), "line 3: a control character"),
        (edit("{\"id\":671205", "{\"id\":671206"), ""),
        (edit("", ""), "line 3: the record number 671205 appears twice"),
        (edit("\"symbol\"", "\"cymbal\""), "line 3: column"),
        (edit("}", ""), "line 3: column"),
    ] {
        match Record::from_text(&file, "mine.jsonl") {
            Ok(_) => assert!(said.is_empty(), "{said} was not said"),
            Err(error) => {
                let message = error.to_string();
                assert!(!said.is_empty() && message.contains(said) && message.starts_with("mine.jsonl"), "{message}");
                assert!(!message.contains(char::is_control), "{message:?}");
            }
        }
    }
}

#[test]
fn a_new_seat_lives_in_the_file_that_brought_it() {
    let text = asset("rollcalls.jsonl");
    let header = text.lines().next().unwrap().replacen("\"EAZ\"", "\"NEW\"", 1).replacen(
        "\"seats\"",
        "\"names\":[{\"code\":\"NEW\",\"name\":\"NEWLAND\",\"from\":\"2026-01-01\"}],\"seats\"",
        1,
    );
    let line = text.lines().nth(1).unwrap();
    let at = RECORD.members().by_code("EAZ").unwrap().index();
    let votes = line.find("\"votes\":\"").unwrap() + 9 + at;
    let line = format!("{}Y{}", &line[..votes], &line[votes + 1..]);
    let (record, _) = Record::from_text(&format!("{header}\n{line}\n"), "new.jsonl").unwrap();
    let new = record.members().by_code("NEW").unwrap();
    assert_eq!(record.members().get(new).name, "NEWLAND");
    assert_eq!(record.votes().state(RollCallId::from_index(0), new), State::Yes);
    let mut written = Vec::new();
    record.write(&mut written).unwrap();
    let (again, _) = Record::from_text(std::str::from_utf8(&written).unwrap(), "again").unwrap();
    assert_eq!(again.checksum(), record.checksum());
    assert_eq!(again.origin(), Origin::UnLibrary);
}
