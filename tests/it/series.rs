//! Series: neighbours held against those found by hand, tallies by year, who left and who joined.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use plenary::analysis::series::{LinkedBy, SeriesIndex, support, turnovers};
use plenary::query::find;
use plenary::record::{MemberSet, Record, RollCallId, State};
use serde_json::{Value, json};

use crate::common::{Home, of_all};
use crate::query::LEXICON;

static INDEX: LazyLock<SeriesIndex> = LazyLock::new(|| SeriesIndex::new(record()).unwrap());

fn record() -> &'static Record {
    LEXICON.record()
}

fn symbol(id: Option<RollCallId>) -> &'static str {
    id.map_or("-", |id| &record().rollcall(id).symbol)
}

/// The symbols of a series, without what they all begin with.
fn series(symbol: &str) -> Vec<&'static str> {
    let ids = INDEX.of(find(record(), symbol).unwrap());
    ids.into_iter().map(|id| record().rollcall(id).symbol.trim_start_matches("A/RES/")).collect()
}

#[test]
fn neighbours_are_those_that_were_found_by_hand() {
    let mut sets: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    for line in include_str!("../neighbours.tsv").lines().filter(|line| !line.starts_with('#')) {
        let [set, name, earlier, later] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let id = find(record(), name).unwrap();
        let (count, wrong) = sets.entry(set).or_default();
        for (expected, found) in [(earlier, INDEX.earlier(id)), (later, INDEX.later(id))] {
            assert!(expected == "-" || find(record(), expected).is_ok(), "{line}");
            *count += 1;
            if symbol(found) != expected {
                wrong.push(format!("{name}: {} for {expected}", symbol(found)));
            }
        }
    }
    assert_eq!(
        sets.iter().map(|(set, (count, _))| (*set, *count)).collect::<Vec<_>>(),
        [("first", 120), ("second", 78)]
    );
    for (set, (count, wrong)) in sets {
        assert!(wrong.len() * 20 <= count, "{set}: {} of {count} wrong: {wrong:#?}", wrong.len());
    }
}

#[test]
fn resolutions_that_return_are_found_through_the_drift_of_their_titles() {
    let embargo = series("79/7");
    assert_eq!((embargo.len(), embargo[0], embargo[32]), (33, "47/19", "80/4"));
    let nazism = series("77/204");
    assert_eq!((nazism.len(), nazism[0], nazism[20]), (21, "60/143", "80/192"));
    let settlements = series("71/97");
    assert_eq!((settlements.len(), settlements[0], settlements[29]), (30, "51/133", "80/81"));
    assert_eq!(series("80/70")[..5], ["3257(XXIX)", "3466(XXX)", "31/66", "32/78", "33/60"], "tests, from 1974 on");
    assert_eq!(series("ES-11/6"), ["ES-11/1", "ES-11/6", "ES-11/7"]);
    assert_eq!(series("ES-11/8"), ["ES-11/8"]);
    // The parts of one title: Jerusalem, told apart from the others by how members voted.
    assert_eq!(series("40/168C")[1..4], ["39/146C", "40/168C", "41/162C"]);
    let third = find(record(), "40/168C").unwrap();
    assert_eq!(INDEX.link_of(third), Some(LinkedBy::Votes));
    assert!(INDEX.undecided(&INDEX.of(third)).contains(&find(record(), "40/168B").unwrap()));
}

#[test]
fn every_roll_call_is_in_one_series_and_no_session_is_twice_in_one_on_a_day() {
    let mut seen = BTreeSet::new();
    for (id, _) in record().rollcalls() {
        assert_eq!(INDEX.earlier(id).and_then(|earlier| INDEX.later(earlier)).unwrap_or(id), id);
        assert_eq!(INDEX.later(id).and_then(|later| INDEX.earlier(later)).unwrap_or(id), id);
        if INDEX.earlier(id).is_some() {
            continue;
        }
        let series = INDEX.of(id);
        assert!(series.is_sorted(), "{series:?}");
        for pair in series.windows(2) {
            let [a, b] = [pair[0], pair[1]].map(|id| record().rollcall(id));
            assert_ne!((a.session, a.date), (b.session, b.date), "{} {}", a.symbol, b.symbol);
        }
        assert!(series.into_iter().all(|id| seen.insert(id)));
    }
    assert_eq!(seen.len(), record().len());
}

#[test]
fn the_list_names_roll_calls_of_the_record_in_their_order() {
    let list: Vec<Value> = serde_json::from_str(include_str!("../../assets/series.json")).unwrap();
    for entry in &list {
        let symbols = entry["symbols"].as_array().unwrap().iter().map(|symbol| symbol.as_str().unwrap());
        let ids: Vec<_> = symbols.map(|symbol| find(record(), symbol).unwrap()).collect();
        assert!(ids.len() > 1 && entry["why"].as_str().unwrap().ends_with('.'), "{entry}");
        for pair in ids.windows(2) {
            assert!(pair[0] < pair[1], "{entry}");
            assert_eq!(
                (INDEX.later(pair[0]), INDEX.link_of(pair[1])),
                (Some(pair[1]), Some(LinkedBy::List)),
                "{entry}"
            );
            assert_eq!(INDEX.reason(pair[1]), entry["why"].as_str());
        }
    }
}

#[test]
fn left_and_joined_are_what_a_plain_loop_over_the_members_gives() {
    for name in ["79/7", "71/97", "37/35", "1514(XV)", "40/168C", "10(I)"] {
        let ids = INDEX.of(find(record(), name).unwrap());
        for (at, turnover) in turnovers(record(), &ids).into_iter().enumerate() {
            assert_eq!(turnover.rollcall, ids[at]);
            let (mut left, mut joined) = (MemberSet::EMPTY, MemberSet::EMPTY);
            for (member, _) in record().members().iter().filter(|_| at > 0) {
                let [before, now] = [ids[at.saturating_sub(1)], ids[at]].map(|id| record().votes().state(id, member));
                match (before, now) {
                    (State::Yes, State::Yes) => {}
                    (State::Yes, _) => left.insert(member),
                    (_, State::Yes) => joined.insert(member),
                    _ => {}
                }
            }
            assert_eq!((turnover.left, turnover.joined), (left, joined), "{name}");
        }
    }
    let tally = |symbol| record().tally(find(record(), symbol).unwrap());
    assert_eq!(support(tally("ES-11/7")), Some(93.0 / 176.0));
    assert_eq!(support(tally("43/62")), None, "the record has a roll call without a vote cast");
}

#[test]
fn series_answers_by_year() {
    let home = Home::new();
    let rows = home.run(&["series", "79/7", "--format", "json"]).json();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 33);
    assert_eq!(
        (&rows[0]["symbol"], &rows[0]["left"], &rows[0]["joined"]),
        (&"A/RES/47/19".into(), &json!([]), &json!([]))
    );
    let of = |symbol: &str| rows.iter().find(|row| row["symbol"] == symbol).unwrap();
    assert_eq!(of("A/RES/74/7")["left"], json!(["BRA", "COL"]));
    assert_eq!(of("A/RES/78/7")["joined"], json!(["BRA", "LBR"]));
    let listed = home.run(&["list", "symbol:79/7", "--format", "json"]).json();
    let listed = listed.as_array().unwrap().iter().find(|row| row["symbol"] == "A/RES/79/7").unwrap();
    for (key, value) in listed.as_object().unwrap() {
        assert_eq!(&of("A/RES/79/7")[key], value, "{key}");
    }
    let text = home.run(&["series", "79/7", "since:2018"]).answer();
    for part in [
        "2020        no recorded vote    –",
        "it passed without a vote; the record can't tell which",
        "2018-11-01  73/8              189   2        0       2   99.0 %     –       –",
        "2019-11-07 left    Brazil (no), Colombia (abstain)",
        "89.7 % on 2025-10-29 (n = 184)",
        "Brazil                        3                   1                   2  6",
        &of_all("Window: series 79/7 since:2018 · 7 of {all} roll calls · 2018-11-01 to 2025-10-29"),
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    // A year whose roll call the query leaves out had one all the same.
    let text = home.run(&["series", "79/7", "since:2018", "not:year:2019"]).answer();
    assert!(text.contains("2019        not asked for"), "{text}");
    let csv = home.run(&["series", "79/7", "year:2019", "--format", "csv"]).answer();
    assert!(
        csv.starts_with("id,symbol,date,session,title,yes,no,abstain,absent,members,body,kind,outcome,left,joined\r\n"),
        "{csv}"
    );
    let empty = home.run(&["series", "79/7", "year:1950", "--format", "json"]);
    assert_eq!(empty.out(), "[]\n");
    empty.fails(1, &["the series of 79/7 has no roll call in \"year:1950\""]);
    home.run(&["series", "79/7", "xylophone"]).fails(1, &["no roll call matches \"xylophone\""]);
    home.run(&["series", "39/146"]).fails(2, &["names 3 roll calls"]);
    home.run(&["series", "A/RES/999/1"]).fails(1, &["no roll call is called"]);
    home.run(&["series", "79/7", "yaer:2022"]).fails(2, &["did you mean year?"]);
}

#[test]
fn the_council_renews_its_mandates_in_series() {
    let home = Home::new();
    let rows = |query: &[&str]| {
        let answer = home.run(&[&["series", "S/RES/2674"], query, &["--format", "json"]].concat()).json();
        answer.as_array().unwrap().iter().map(|row| row["symbol"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // The force in Cyprus: from 1964 on, without a word about the Council.
    let all = rows(&[]);
    assert_eq!((all.first().map(String::as_str), all.len()), (Some("S/RES/192(1964)"), 123));
    assert_eq!(
        rows(&["year:2021..2023"]),
        ["S/RES/2561(2021)", "S/RES/2587(2021)", "S/RES/2618(2022)", "S/RES/2646(2022)", "S/RES/2674(2023)"]
    );
    let said = home.run(&["series", "S/RES/2674", "year:2023"]).answer();
    assert!(said.contains("Universe: Security Council") && !said.contains("General Assembly"), "{said}");
    let mut explorer = crate::explorer::Explorer::new(120, 40, "");
    explorer.press(": series/S/RES/2674 Enter");
    assert!(explorer.text().contains("Series ── body:council ── 123 of 123 roll calls"), "{}", explorer.text());
}

/// The texts adopted without a vote of a series, by their symbols.
fn without_vote(symbol: &str) -> Vec<&'static str> {
    let texts = INDEX.without_vote(&INDEX.of(find(record(), symbol).unwrap()));
    texts.into_iter().map(|id| record().text(id).short_symbol()).collect()
}

/// Judged by their titles: those under the title of a series are of it, where no other of their session could be.
#[test]
fn texts_without_a_vote_are_of_the_series_of_their_titles() {
    for (symbol, texts) in [
        ("75/35", &["76/22", "77/40", "78/19", "79/19"][..]),
        ("76/166", &["77/217", "78/198", "79/171"]),
        ("75/44", &["76/38", "77/46", "78/24", "79/44", "80/30"]),
        ("75/213", &["76/202", "77/162", "78/151", "79/202"]),
        ("77/238", &["79/191"]),
        // Always voted on.
        ("79/7", &[]),
        ("79/90", &[]),
        ("ES-11/7", &[]),
    ] {
        assert_eq!(without_vote(symbol), texts, "{symbol}");
        for text in texts {
            let id = record().text_called(&format!("A/RES/{text}")).unwrap();
            let of = INDEX.of_text(id).unwrap();
            assert!(INDEX.of(of).contains(&find(record(), symbol).unwrap()), "{text}");
        }
    }
    let alone = record().text_called("A/RES/79/1").unwrap();
    assert_eq!(INDEX.of_text(alone), None);
}

/// A text is of one series, and of none that voted in its session.
#[test]
fn no_text_without_a_vote_is_beside_a_roll_call_of_its_session() {
    use plenary::record::Adoption;

    let mut of: BTreeMap<&str, RollCallId> = BTreeMap::new();
    for id in record().usual().iter().filter(|&id| INDEX.later(id).is_none()) {
        let series = INDEX.of(id);
        let sessions: BTreeSet<_> = series.iter().map(|&id| record().rollcall(id).session).collect();
        for text in INDEX.without_vote(&series) {
            let text = record().text(text);
            assert_eq!(text.adopted, Adoption::WithoutVote);
            assert!(!sessions.contains(&text.session), "{} beside {}", text.symbol, symbol(Some(id)));
            assert_eq!(of.insert(&text.symbol, id), None, "{} is of two series", text.symbol);
        }
    }
    assert!(of.len() > 300, "{}", of.len());
}

/// What the command says of them: a row in the table, no gap and no row of the plain rows.
#[test]
fn the_command_tells_of_texts_without_a_vote_and_counts_none() {
    let home = Home::new();
    let said = home.run(&["series", "75/35"]).answer();
    assert!(said.contains("2021-12-06  76/22 without a vote"), "{said}");
    assert!(!said.contains("2021        no recorded vote"), "{said}");
    let rows = home.run(&["series", "75/35", "--format", "json"]).json();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 41);
    assert!(rows.iter().all(|row| row["yes"].is_u64() && row["symbol"] != "A/RES/76/22"));
    // Of a part of the series only what is within it.
    let part = home.run(&["series", "75/35", "until:2020"]).answer();
    assert!(!part.contains("without a vote"), "{part}");
    let picture = home.path("series.svg");
    home.run(&["picture", "series/75/35", "--out", picture.to_str().unwrap()]).answer();
    let picture = std::fs::read_to_string(picture).unwrap();
    assert!(picture.contains("Adopted without a vote: 76/22 (2021), 77/40 (2022)"), "{picture}");
}

/// Who wavers, counted from the votes beside it.
#[test]
fn a_grid_has_every_vote_of_the_series_and_who_wavers() {
    let home = Home::new();
    let grid = home.run(&["series", "79/7", "--grid", "--format", "json"]).json();
    let texts = home.run(&["series", "79/7", "--format", "json"]).json();
    let ids =
        |list: &serde_json::Value| list.as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&grid["rollcalls"]), ids(&texts));
    let members = grid["members"].as_array().unwrap();
    assert_eq!(members.len(), 195);
    let mut before = u64::MAX;
    for member in members {
        let votes: Vec<_> = member["votes"].as_array().unwrap().iter().map(|vote| vote.as_str()).collect();
        let is_cast = |vote: &&str| ["yes", "no", "abstain"].contains(vote);
        let cast: Vec<_> = votes[votes.len() - 6..].iter().flatten().copied().filter(is_cast).collect();
        let mut changes = 0;
        for at in 1..cast.len() {
            changes += u64::from(cast[at] != cast[at - 1]);
        }
        let enough = cast.len() >= 4;
        assert_eq!(member["changes"].as_u64(), enough.then_some(changes), "{member}");
        assert_eq!(member["n"].as_u64(), enough.then(|| cast.len() as u64 - 1), "{member}");
        let ever = |what| votes.iter().filter(|vote| **vote == Some(what)).count() as u64;
        assert_eq!((member["no"].as_u64(), member["abstain"].as_u64()), (Some(ever("no")), Some(ever("abstain"))));
        let [one, last] = [votes[votes.len() - 2], votes[votes.len() - 1]];
        let moved = one.filter(is_cast).zip(last.filter(is_cast)).is_some_and(|(one, last)| one != last);
        assert_eq!(member["moved"].is_array(), moved, "{member}");
        // Who changed most is first, and those with too few votes are last.
        let now = member["changes"].as_u64().map_or(0, |changes| changes + 1);
        assert!(now <= before, "{member}");
        before = now;
    }
    let table = home.run(&["series", "79/7", "--grid"]).answer();
    for said in ["Brazil", "2 of 5", "no word of what will be", ". not a member then, ? votes by member not recorded"] {
        assert!(table.contains(said), "{said}");
    }
    let csv = home.run(&["series", "79/7", "--grid", "--format", "csv"]).answer();
    assert!(csv.starts_with("code,name,group,changes,n,no,abstain,moved,47/19,48/16,"), "{csv}");
    // Where votes were not recorded the column says it, and no member is absent there.
    let unknown = home.run(&["series", "43/62", "--grid", "--format", "json"]).json();
    let at = unknown["rollcalls"].as_array().unwrap().iter().position(|text| text["yes"].is_null()).unwrap();
    let all = unknown["members"].as_array().unwrap();
    assert!(!all.is_empty() && all.iter().all(|member| member["votes"][at] == "not recorded"));
}
