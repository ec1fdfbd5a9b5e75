//! Roll calls side by side and series in the explorer: which keys show what, and that its counts are those of the record.

use plenary::actions::Key;
use plenary::app::{Content, Effect};
use plenary::record::{Index, RollCallId, State};
use proptest::prelude::*;

use super::{Explorer, each_shows};
use crate::query::LEXICON;

#[test]
fn keys_put_roll_calls_side_by_side() {
    each_shows(
        120,
        40,
        &[
            // From marks.
            ("v", "mark two to ten roll calls with Space, then v compares them"),
            ("Space v", "mark two to ten roll calls"),
            ("4", "Nothing to compare yet."),
            ("/ symbol:ES-11/6 Enter Space / C-u symbol:ES-11/7 Enter v", "Compare ── ES-11/6, ES-11/7 ── 193 members"),
            ("/ ukr Enter Space Down Space Down Space 4", "ES-11/9, 80/111, 80/223 ── 193 members"),
            ("/ ukr Enter Space Down Space Down Space v o", "80/223, 80/111, ES-11/9 ── 193 members"),
            ("/ ukr Enter Space Down Space v Esc", "Votes ── ukr ── 26 of {all}"),
            ("/ ukr Enter Space Down Space v 1 4", "80/111, 80/223 ── 193 members"),
            ("/ ukr Enter +", "10 roll calls marked; 16 more in the list left unmarked, as 10 is the limit"),
            ("/ ukr Enter + v", " 1▿ 2▿ 3▿ 4▿ 5▿ 6▿ 7▿ 8▿ 9▿ 10"),
            ("/ ukr Enter + / C-u palestine Enter Space v", "comparing the first 10 of 11 marked"),
            // From the series, from a link.
            ("/ symbol:ES-11/7 Enter V", "ES-11/6 → ES-11/7"),
            ("/ symbol:ES-11/8 Enter V", "no earlier text in this series"),
            (": compare/ES-11/6,ES-11/7 Enter", "Compare ── ES-11/6, ES-11/7 ── 193 members"),
            (": compare/ES-11/7,ES-11/6 Enter", "Compare ── ES-11/7, ES-11/6 ── 193 members"),
            // What is to be read of two.
            (": compare/ES-11/6,ES-11/7 Enter", "60 of 193 members at both moved"),
            (": compare/ES-11/6,ES-11/7 Enter", "Y yes             93    7   33    8    0  141"),
            (": compare/ES-11/6,ES-11/7 Enter", "Of one series of 3 roll calls, none between"),
            (": compare/ES-11/6,ES-11/7 Enter Enter Enter", "23 February 2023 · 11th emergency special"),
            // A count of the table opens the members that it counts, and Esc leads back.
            (
                ": compare/ES-11/6,ES-11/7 Enter Enter ] Right Enter",
                "Compare ── ES-11/6, ES-11/7 ── yes → no: 7 members",
            ),
            (": compare/ES-11/6,ES-11/7 Enter Enter ] Right Enter", "▸ Haiti"),
            (": compare/ES-11/6,ES-11/7 Enter Enter ] Right Enter Esc", "193 members"),
            (": compare/ES-11/6,ES-11/7 Enter Enter f hung Enter Enter", "Countries"),
            // Which members are seen, and in which order.
            (": compare/ES-11/6,ES-11/7 Enter m", "60 members that moved"),
            (": compare/ES-11/6,ES-11/7 Enter m m", "193 members"),
            (": compare/ES-11/6,ES-11/7 Enter z", "192 members, 1 hidden"),
            (": compare/ES-11/6,ES-11/7 Enter z", "▸ Andorra"),
            (": compare/ES-11/6,ES-11/7 Enter z Z", "193 members"),
            (": compare/ES-11/6,ES-11/7 Enter G P g", "▸●Syria"),
            (": compare/ES-11/6,ES-11/7 Enter s ES-11/7 Enter S g", "▸ Afghanistan"),
            (": compare/ES-11/6,ES-11/7 Enter s name Enter g", "country▾"),
            (": compare/ES-11/6,ES-11/7 Enter /", "marks choose what is compared"),
            (": compare/ES-11/6,ES-11/7 Enter Enter ] Down Right Right Enter z", "No member is shown."),
            // Of more than two: rows of votes, and who moved most.
            (": compare/ES-11/1,ES-11/6,ES-11/7 Enter", "Y Y Y: "),
            (": compare/ES-11/1,ES-11/6,ES-11/7 Enter Enter G", "Never moved"),
            (": compare/ES-11/1,ES-11/6,ES-11/7 Enter Enter ] Enter", "yes → yes → yes: "),
            // The series of a roll call.
            ("/ symbol:ES-11/7 Enter p", "A/RES/ES-11/6"),
            ("/ symbol:ES-11/7 Enter p", "2 of 3 in its series"),
            ("/ ukr Enter Down Down Down Down p", "▸ 2023-02-23 ES-11/6"),
            ("/ ukr Enter Down Down Down Down p n", "▸ 2025-02-24 ES-11/7"),
            ("/ symbol:ES-11/7 Enter n", "no later text in this series"),
            ("/ symbol:ES-11/7 Enter Enter G", "Series 3 of 3"),
            ("/ symbol:ES-11/7 Enter r", "Series ── 3 roll calls"),
            (": series/ES-11/7 Enter", "Left the yes votes of ES-11/6: 48"),
            (": series/79/7 Enter", "Series ── 33 roll calls"),
            // By group: members of one stand together, with their rows of votes.
            ("/ uk Enter Down Down Down Down V t", "│  Angola"),
            ("/ uk Enter Down Down Down Down V t", "African Group 54 · "),
            ("/ uk Enter Down Down Down Down V t t", "subregion"),
            ("/ uk Enter Down Down Down Down V T brics Enter", "@BRICS 10 · "),
            ("/ uk Enter + v t", "African Group 54 · "),
            (": series/79/7 Enter", "98.4 % support: yes among 190 votes cast"),
            (": series/79/7 Enter G", "The first of its series in the record."),
            (": series/79/7 Enter / since:2022 Enter", "Series ── since:2022 ── 4 of 33 roll calls"),
        ],
    );
}

#[test]
fn the_seven_that_went_from_yes_to_no_are_named_in_under_ten_keys() {
    let keys = "/ last Enter V ]";
    let pressed: usize =
        keys.split_whitespace().map(|word| if word.parse::<Key>().is_ok() { 1 } else { word.len() }).sum();
    assert!(pressed < 10, "{pressed}");
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press(keys);
    let text = explorer.text();
    let (_, behind) = text.split_once("yes → no 7").unwrap_or_else(|| panic!("{text}"));
    for name in ["Haiti", "Hungary", "Israel", "Marshall Islands", "Niger", "Palau", "United States"] {
        assert!(behind.contains(&format!("N {name}")), "{name}\n{text}");
    }
}

#[test]
fn who_was_no_member_then_is_shown_as_such() {
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press(": compare/47/19,79/7 Enter s 47/19 Enter S g");
    let text = explorer.text();
    let row = text.lines().find(|line| line.contains("South Sudan")).unwrap_or_else(|| panic!("{text}"));
    let cells: Vec<_> = row.split_whitespace().collect();
    assert!(cells.windows(3).any(|cells| cells == ["Sudan", "–", "Y"]), "{row}");
    explorer.press("Enter f south_sud Enter");
    assert!(explorer.text().contains("not a member → yes "), "{}", explorer.text());
}

#[test]
fn what_is_copied_and_written_is_what_is_compared() {
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press("/ symbol:ES-11/7 Enter Enter Esc / C-u Enter V");
    let copied = |effects: &[Effect]| match effects.first() {
        Some(Effect::Copy(text)) => text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(copied(&explorer.press("Y")), "plenary --at compare/A/RES/ES-11/6,A/RES/ES-11/7");
    let text = copied(&explorer.press("f hung Enter y"));
    assert!(text.starts_with("Hungary: yes on A/RES/ES-11/6 (23 February 2023), no on A/RES/ES-11/7 ("), "{text}");
    for (name, part) in [("o.md", "yes → no (7)"), ("o.csv", "HUN,Hungary,yes,no"), ("o.json", "\"transitions\":")] {
        let effects = explorer.press(&format!("e C-u {name} Enter"));
        let Some(Effect::Write { content: Content::Text(text), .. }) = effects.first() else { panic!("{effects:?}") };
        assert!(text.contains(part), "{part} is not in {text}");
    }
    explorer.press("Esc Esc r");
    assert_eq!(copied(&explorer.press("Y")), "plenary --at series/A/RES/ES-11/7");
    let effects = explorer.press("e C-u o.md Enter");
    assert!(format!("{effects:?}").contains("Left and joined"), "{effects:?}");
}

/// The counts of the last row of the table that begins like this; none if there is no such row.
fn counts(text: &str, row: &str) -> Vec<usize> {
    let rows = text.lines().filter_map(|line| Some(line.split_once(row)?.1));
    let words =
        rows.map(|line| line.split_whitespace().map_while(|word| word.parse().ok()).take(6).collect::<Vec<_>>());
    words.rev().find(|counts| counts.len() == 6).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn the_rows_and_columns_of_the_table_add_up_to_the_tallies(first in 0_usize..5_600, second in 0_usize..5_600) {
        prop_assume!(first != second);
        let record = LEXICON.record();
        let ids = [first, second].map(RollCallId::from_index);
        // Those without votes by member can't be compared.
        prop_assume!(ids.iter().all(|&id| record.is_recorded(id)));
        let [a, b] = ids.map(|id| record.rollcall(id).number);
        let mut explorer = Explorer::new(200, 60, "");
        explorer.press(&format!(": compare/{a},{b} Enter"));
        let text = explorer.text();
        let sums = counts(&text, "all  ");
        prop_assert_eq!(sums.len(), 6, "{}", text);
        for (at, (state, row)) in State::OF_MEMBERS.into_iter().zip(["Y yes", "N no ", "A abstain", "· absent"]).enumerate() {
            let counts = counts(&text, row);
            prop_assert_eq!(counts.len(), 6, "{}", text);
            prop_assert_eq!(counts[..5].iter().sum::<usize>(), counts[5]);
            prop_assert_eq!(counts[5], usize::from(record.tally(ids[0]).of(state)));
            prop_assert_eq!(sums[at], usize::from(record.tally(ids[1]).of(state)));
        }
    }
}

#[test]
fn pictures_of_roll_calls_side_by_side() {
    for (name, width, height, keys) in [
        ("compare_80x24", 80, 24, ": compare/ES-11/6,ES-11/7 Enter Enter ]"),
        ("compare_200x60", 200, 60, ": compare/ES-11/6,ES-11/7 Enter m"),
        ("compare_five_80x24", 80, 24, ": compare/ES-11/1,ES-11/2,ES-11/4,ES-11/6,ES-11/7 Enter"),
        ("series_200x60", 200, 60, ": series/79/7 Enter Down"),
    ] {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(keys);
        insta::assert_snapshot!(name, explorer.text());
    }
}
