//! Roll calls side by side: the figures of the story, sums that are the tallies, members of one day only.

use std::collections::{BTreeMap, BTreeSet};

use plenary::analysis::transition::{Movement, Transitions, movements, patterns, row};
use plenary::record::{Index, MemberId, Record, RollCallId, State};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{Home, unvotes};
use crate::query::LEXICON;

const TURNED: [&str; 7] = ["Haiti", "Hungary", "Israel", "Marshall Islands", "Niger", "Palau", "United States"];

fn record() -> &'static Record {
    LEXICON.record()
}

fn members() -> impl Iterator<Item = MemberId> {
    record().members().iter().map(|(id, _)| id)
}

#[test]
fn the_story_of_february_2025_is_told() {
    let home = Home::new();
    let answer = home.run(&["compare", "ES-11/6", "ES-11/7", "--format", "json"]).json();
    let transitions = answer["transitions"].as_array().unwrap();
    let count = |from: &str, to: &str| {
        let of = |one: &&Value| one["from"] == from && one["to"] == to;
        transitions.iter().find(of).map_or(0, |one| one["members"].as_array().unwrap().len())
    };
    assert_eq!(["yes", "abstain", "absent", "no"].map(|to| count("yes", to)), [93, 33, 8, 7]);
    assert_eq!(["no", "abstain", "absent"].map(|from| count(from, "yes")), [0, 0, 0], "nobody moved to yes");
    let sizes: Vec<_> = transitions.iter().map(|one| one["members"].as_array().unwrap().len()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b) && sizes.iter().sum::<usize>() == 193, "{sizes:?}");
    let turned = transitions.iter().find(|one| one["from"] == "yes" && one["to"] == "no").unwrap();
    assert_eq!(turned["members"], json!(["HTI", "HUN", "ISR", "MHL", "NER", "PLW", "USA"]));
    let of = |code: &str| answer["members"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap();
    assert_eq!(of("SYR"), &json!({"code": "SYR", "name": "Syria", "votes": ["no", "abstain"]}));
    assert_eq!(answer["members"].as_array().unwrap().len(), 193);
    assert_eq!(answer["rollcalls"][1]["symbol"], "A/RES/ES-11/7");
    assert_eq!(answer["window"]["rollcalls"], 2);
}

#[test]
fn a_journalist_pastes_the_table_and_the_names() {
    let home = Home::new();
    let text = home.run(&["compare", "ES-11/6", "ES-11/7", "--format", "md"]).answer();
    for part in [
        "- A/RES/ES-11/7: Advancing a comprehensive, just and lasting peace in Ukraine · 24 February 2025 · 93 yes, 18 no",
        "### From ES-11/6 (rows) to ES-11/7 (columns): 60 of 193 members at both moved",
        "| from / to | yes | no | abstain | absent | all |\n| --- | ---: | ---: | ---: | ---: | ---: |\n| yes | 93 | 7 | 33 | 8 | 141 |",
        "| all | 93 | 18 | 65 | 17 | 193 |",
        &format!("### yes → no (7)\n\n{}\n", TURNED.join(", ")),
        "### no → abstain (1)\n\nSyria\n",
        "### stayed no (6)",
        "of one series of 3 roll calls, none between them",
        "SHA-256",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let headings: Vec<_> = text.lines().filter(|line| line.contains(" → ")).collect();
    assert_eq!(headings[..3], ["### yes → abstain (33)", "### yes → absent (8)", "### yes → no (7)"], "largest first");
    let moved = home.run(&["compare", "ES-11/6", "ES-11/7", "--moved"]).answer();
    assert!(moved.contains("yes → no (7)") && !moved.contains("stayed"), "{moved}");
    let moved = home.run(&["compare", "ES-11/6", "ES-11/7", "--moved", "--format", "json"]).json();
    assert_eq!(moved["members"].as_array().unwrap().len(), 60);
    assert!(moved["transitions"].as_array().unwrap().iter().all(|one| one["from"] != one["to"]));
    assert!(home.run(&["compare", "ES-11/6", "ES-11/7", "--ascii"]).answer().contains("yes -> no (7)"));
}

#[test]
fn more_than_two_are_grouped_by_pattern_and_ranked_by_movement() {
    let home = Home::new();
    let symbols = ["compare", "ES-11/1", "ES-11/4", "ES-11/6", "ES-11/7"];
    let text = home.run(&symbols).answer();
    assert!(text.contains("\nY Y Y Y: "), "{text}");
    assert!(text.contains(&format!("Y Y Y N: 7 members   {}", TURNED.join(", "))), "{text}");
    assert!(text.contains("Moved most: ") && text.contains("always no: 3        n = 3: Belarus, North Korea, Russia"));
    let moved = home.run(&[&symbols[..], &["--moved"]].concat()).answer();
    assert!(moved.contains("Y Y Y A: 29 members") && !moved.contains("Y Y Y Y"), "{moved}");
    let json = home.run(&[&symbols[..], &["--format", "json"]].concat()).json();
    assert!(json.get("transitions").is_none(), "only for two");
    let csv = home.run(&[&symbols[..], &["--format", "csv"]].concat()).answer();
    assert!(csv.starts_with("code,name,A/RES/ES-11/1,A/RES/ES-11/4,A/RES/ES-11/6,A/RES/ES-11/7\r\n"));
    assert!(csv.contains("\r\nSYR,Syria,no,no,no,abstain\r\n"), "{csv}");
}

#[test]
fn a_member_of_one_day_only_is_shown_as_such() {
    let home = Home::new();
    let answer = home.run(&["compare", "1514(XV)", "79/114", "--format", "json"]).json();
    let votes = |code: &str| {
        let members = answer["members"].as_array().unwrap();
        members.iter().find(|one| one["code"] == code).map(|one| one["votes"].clone())
    };
    assert_eq!(votes("UKR"), Some(json!(["yes", "abstain"])));
    assert_eq!(votes("DZA"), Some(json!([null, "yes"])), "Algeria joined in 1962");
    assert_eq!(votes("CSK"), Some(json!(["yes", null])), "Czechoslovakia ended in 1992");
    assert_eq!(votes("DDR"), None, "the GDR was a member at neither");
    let of_both = answer["transitions"].as_array().unwrap().iter().flat_map(|one| one["members"].as_array().unwrap());
    let codes: BTreeSet<_> = of_both.map(|code| code.as_str().unwrap()).collect();
    assert!(codes.contains("UKR") && !codes.contains("DZA") && !codes.contains("CSK"));
    let text = home.run(&["compare", "1514(XV)", "79/114"]).answer();
    assert!(text.contains("yes → not a member (2)\n  Czechoslovakia, Yugoslavia\n"), "{text}");
    let csv = home.run(&["compare", "1514(XV)", "79/114", "--format", "csv"]).answer();
    assert!(csv.contains("\r\nDZA,Algeria,,yes\r\n"), "{csv}");
}

#[test]
fn what_can_not_be_compared_is_said_in_a_line() {
    let home = Home::new();
    let many: Vec<_> = (1..=9).map(|n| format!("ES-11/{n}")).chain(["79/7".into(), "78/7".into()]).collect();
    let many: Vec<_> = std::iter::once("compare").chain(many.iter().map(String::as_str)).collect();
    for (arguments, code, said) in [
        (vec!["compare"], 2, "compare takes 2 to 10 roll calls, not 0"),
        (vec!["compare", "ES-11/7"], 2, "compare takes 2 to 10 roll calls, not 1"),
        (many.clone(), 2, "compare takes 2 to 10 roll calls, not 11"),
        (
            vec!["compare", "ES-11/7", "A/ES-11/L.10"],
            2,
            "\"ES-11/7\" and \"A/ES-11/L.10\" are the same roll call, A/RES/ES-11/7",
        ),
        (vec!["compare", "39/146", "ES-11/7"], 2, "name one of A/RES/39/146, A/RES/39/146B, A/RES/39/146C"),
        (vec!["compare", "ES-11/7", "999/1"], 1, "no roll call is called \"999/1\""),
    ] {
        home.run(&arguments).fails(code, &[said]);
    }
    home.run(&many[..11]).answer();
}

#[test]
#[ignore = "needs ../shared/data"]
fn where_absences_are_unknown_they_stay_so() {
    let home = Home::new();
    let [votes, rollcalls, issues] = &unvotes();
    let file = home.path("unvotes.jsonl");
    let file = file.to_str().unwrap();
    home.run(&["import", votes, rollcalls, issues, "--to", file]).answer();
    let answer = home.run(&["compare", "5000", "5001", "--record", file, "--format", "json"]).json();
    assert_eq!((&answer["rollcalls"][0]["absent"], &answer["rollcalls"][0]["members"]), (&Value::Null, &Value::Null));
    let votes = answer["members"].as_array().unwrap().iter().flat_map(|one| one["votes"].as_array().unwrap());
    assert!(votes.clone().any(Value::is_null) && votes.clone().all(|vote| vote != "absent"));
    let text = home.run(&["compare", "5000", "5001", "--record", file]).answer();
    assert!(text.contains("not known") && !text.contains("not a member") && !text.contains("absent  "), "{text}");
    home.run(&["series", "5000", "--record", file]).answer();
}

fn rollcalls(count: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Vec<RollCallId>> {
    let ids = (0..record().len()).prop_map(RollCallId::from_index);
    prop::collection::vec(ids, count)
}

/// How a member moved, vote by vote.
fn plain_movement(member: MemberId, ids: &[RollCallId]) -> Option<Movement> {
    let mut last = None;
    let mut movement = Movement { member, n: 0, turns: 0, steps: 0 };
    for &id in ids {
        let vote = match record().votes().state(id, member) {
            State::Yes => 1_i32,
            State::Abstain => 0,
            State::No => -1,
            State::Absent | State::NotMember => continue,
        };
        if let Some(last) = last.replace(vote) {
            movement.n += 1;
            movement.turns += u32::from((vote - last).abs() == 2);
            movement.steps += u32::from((vote - last).abs() == 1);
        }
    }
    (movement.n > 0).then_some(movement)
}

proptest! {
    #[test]
    fn rows_and_columns_add_up_to_the_tallies(ids in rollcalls(2..=2)) {
        let transitions = Transitions::new(record(), ids[0], ids[1]);
        let mut plain: BTreeMap<(State, State), Vec<MemberId>> = BTreeMap::new();
        for member in members() {
            let [from, to] = [ids[0], ids[1]].map(|id| record().votes().state(id, member));
            plain.entry((from, to)).or_default().push(member);
        }
        for from in State::ALL {
            for to in State::ALL {
                let cell: Vec<_> = transitions.of(from, to).iter().collect();
                prop_assert_eq!(cell, plain.get(&(from, to)).cloned().unwrap_or_default());
            }
        }
        for state in State::OF_MEMBERS {
            let sum = |cells: [usize; 5]| cells.iter().sum::<usize>();
            let row = sum(State::ALL.map(|to| transitions.of(state, to).len()));
            let column = sum(State::ALL.map(|from| transitions.of(from, state).len()));
            prop_assert_eq!(row, usize::from(record().tally(ids[0]).of(state)));
            prop_assert_eq!(column, usize::from(record().tally(ids[1]).of(state)));
        }
        plain.remove(&(State::NotMember, State::NotMember));
        let moves = transitions.moves();
        prop_assert_eq!(moves.len(), plain.len());
        prop_assert!(moves.is_sorted_by_key(|one| std::cmp::Reverse(one.members.len())));
        for one in moves {
            prop_assert_eq!(&one.members.iter().collect::<Vec<_>>(), &plain[&(one.from, one.to)]);
        }
    }

    #[test]
    fn patterns_hold_every_member_once_under_its_row(ids in rollcalls(2..=10)) {
        let patterns = patterns(record(), &ids);
        prop_assert!(patterns.is_sorted_by_key(|pattern| std::cmp::Reverse(pattern.members.len())));
        for member in members() {
            let states = row(record(), &ids, member);
            let holding: Vec<_> = patterns.iter().filter(|pattern| pattern.members.contains(member)).collect();
            let seated: Vec<_> = states.iter().filter(|&&state| state != State::NotMember).collect();
            prop_assert_eq!(holding.len(), usize::from(!seated.is_empty()));
            for pattern in holding {
                prop_assert_eq!(&pattern.states, &states);
                prop_assert_eq!(pattern.moved(), seated.iter().any(|state| *state != seated[0]));
            }
        }
    }

    #[test]
    fn movement_is_counted_from_vote_to_vote(ids in rollcalls(1..=12)) {
        let found = movements(record(), &ids);
        let plain: Vec<_> = members().filter_map(|member| plain_movement(member, &ids)).collect();
        prop_assert_eq!(found.len(), plain.len());
        for movement in plain {
            prop_assert!(found.contains(&movement), "{:?}", movement);
        }
        prop_assert!(found.is_sorted_by_key(|movement| (std::cmp::Reverse(movement.way()), movement.n)));
    }
}
