//! Two members held against each other: which keys lead there, and that its figures are those of a plain count.

use plenary::app::Effect;

use super::{Explorer, RECORD, each_shows};

#[test]
fn keys_hold_two_members_against_each_other() {
    each_shows(
        120,
        60,
        &[
            // From a country: another one by name, or one of the closest and farthest.
            ("c hung Enter v ukr Enter", "Pair ── HUN UKR both voted ── "),
            ("c hung Enter v ukr Enter", "Votes of HUN (rows) against UKR"),
            ("c hung Enter v hung Enter", "a pair needs two different members"),
            ("c hung Enter v ukr Enter Esc", "› Hungary"),
            ("c hung Enter f poland Enter Enter", "Hungary and Poland"),
            (": pair/USA,RUS?since:2015 Enter", "since:2015 · 1,1"),
            // When did the two last vote no together?
            (": pair/USA,RUS Enter", "both no      2026-"),
            (": pair/USA,RUS Enter Tab f both_no Enter", "both no      2026-"),
            // The metric changes, and the page says how it counts absences.
            (": pair/USA,RUS Enter", "absences left out"),
            (": pair/USA,RUS Enter m", "95 % interval "),
            (": pair/USA,RUS Enter m m m", "and half for an absence"),
            (": pair/USA,RUS Enter m m m m m", "kappa  "),
            (": pair/USA,RUS Enter m m m m m m m", "agreement  "),
            // Which roll calls are listed.
            (": pair/USA,RUS Enter t", "USA RUS alike"),
            (": pair/USA,RUS Enter t t t", "USA RUS yes against no"),
            (": pair/USA,RUS Enter t t t t", "USA RUS one abstained"),
            (": pair/USA,RUS Enter Enter", "Votes › Pair › A/RES/"),
            // One against two: from a country, from a pair, by a link; the lines have their n.
            ("c india Enter B united_states Enter russia Enter", "Between ── IND USA and RUS differ ── "),
            (": pair/IND,USA Enter B russia Enter", "India between United States and Russia"),
            (": pair/IND,USA Enter B united_states", "Against the second of two others"),
            (": between/IND,USA,RUS?since:2020 Enter", "B with United States  0."),
            (": between/IND,USA,RUS?since:2020 Enter", " n B "),
            (": between/IND,USA,RUS?since:2020 Enter", "USA and RUS voted differently on "),
            (": between/IND,USA,RUS?since:2020 Enter", "By year"),
            (": between/IND,USA,RUS Enter m m m m", "s: "),
            (": between/IND,USA,RUS Enter t", "IND with USA, not RUS"),
            (": between/IND,USA,RUS Enter t t", "IND with RUS, not USA"),
            (": between/IND,USA,RUS Enter t t t", "all three voted"),
            (": between/IND,USA,RUS Enter B kenya Enter", "India between United States and Kenya"),
            (": between/IND,USA,RUS Enter Tab Down Enter", "Votes of IND (rows) against USA"),
            // A count leads to its roll calls, a topic to its part, a name to the member.
            (": pair/USA,RUS Enter Tab Enter", "› United States"),
            (": pair/USA,RUS Enter Tab Down Down Down Enter", "USA:yes RUS:yes"),
        ],
    );
}

#[test]
fn what_is_copied_of_two_members_has_metric_n_and_window() {
    let effects = Explorer::new(120, 40, "").press(": pair/USA,RUS?topic:palestine Enter Tab Down Down Down y");
    let Some(Effect::Copy(text)) = effects.first() else { panic!("{effects:?}") };
    for part in ["United States and Russia: agreement 0.", "(n ", "topic:palestine", "roll calls", "United Nations"] {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
    // What the cursor is on: a roll call, a part of the window.
    for (keys, start, part) in
        [("Tab ] ]", "A/RES/", "yes, "), ("Tab ] ] ]", "United States and Russia: agreement 0.", "topic:")]
    {
        let effects = Explorer::new(120, 40, "").press(&format!(": pair/USA,RUS Enter {keys} y"));
        let Some(Effect::Copy(text)) = effects.first() else { panic!("{keys}: {effects:?}") };
        assert!(text.starts_with(start) && text.contains(part), "{keys}: {text:?}");
    }
}

/// Counted vote by vote.
#[test]
fn the_table_of_votes_is_that_of_a_plain_count() {
    let code = |code| RECORD.members().by_code(code).unwrap();
    let [usa, rus] = ["USA", "RUS"].map(code);
    let mut explorer = Explorer::new(200, 60, "");
    explorer.press(": pair/USA,RUS Enter");
    for vote in ["yes", "no", "abstain"] {
        let says = |id, member| RECORD.votes().state(id, member).word() == vote;
        let count = RECORD.usual().iter().filter(|&id| says(id, usa) && says(id, rus)).count();
        let last = RECORD.rollcall(RECORD.usual().iter().rfind(|&id| says(id, usa) && says(id, rus)).unwrap());
        let text = explorer.text().replace(',', "");
        assert!(text.contains(&format!(" {count}")), "{vote} {count}\n{text}");
        let row = format!("both {vote:<8}{}", last.date);
        assert!(text.contains(&row), "{row:?} is not in\n{text}");
    }
}
