//! All pairs, two axes, before and after a year: which keys lead there and what they do, and that what is drawn is what the
//! commands say.

use plenary::app::{Content, Effect};
use serde_json::Value;

use super::{Explorer, each_shows};
use crate::common::Home;

fn json(arguments: &[&str]) -> Value {
    Home::new().run(&[arguments, &["--format", "json"]].concat()).json()
}

#[test]
fn keys_walk_the_matrix_two_axes_and_drift() {
    each_shows(
        140,
        60,
        &[
            ("X", "Agreement of all pairs"),
            ("X", "{all} roll calls · 1946-01-26"),
            ("X", "absences left out"),
            ("X X", "Agreement of all pairs"),
            ("/ since:2015 Enter X", "since:2015 · 1,121 of {all} roll calls"),
            // The rule of the metric stands beside it.
            ("X m", "Exact of all pairs"),
            ("X m m m m m", "agreement beyond chance, given each member's habits"),
            // In every order.
            ("X", "order: like beside like"),
            ("X o", "order: regional group"),
            ("t t X o", "order: subregion"),
            // Turning the grouping turns the order.
            ("X o t t", "▸ Australia and "),
            ("X o t t", "order: subregion"),
            ("X o t", "order: regional group"),
            ("c ukr Enter Esc Esc X o o", "order: agreement with "),
            ("X o o o", "order: name"),
            ("X o o o Tab", "▸ Afghanistan and United Kingdom: "),
            ("X o o o Tab Right Right Left Down", "▸ Albania and United States: "),
            ("X Tab Left", " beside itself"),
            ("X o o o Tab Enter", "Votes of AFG (rows) against GBR"),
            ("X o o o Tab Enter Esc", "▸ Afghanistan and United Kingdom: "),
            // Groups of the tree become blocs.
            ("X", "4 groups, cut at 0."),
            ("X +", "5 groups, cut at 0."),
            ("X - - -", "like beside like · 1 group "),
            ("/ since:2015 Enter X b", "Blocs ── since:2015"),
            ("A", "Positions by agreement"),
            ("A", "axis 1 of this selection (across) "),
            ("A t", "letters: regional group, of today"),
            (": show/ES-11/7 Enter A", "letters: votes on ES-11/7"),
            ("A", "of the positive eigenvalues' sum"),
            // Through other pictures the roll call that one came from is kept.
            (": show/ES-10/21 Enter X A", "letters: votes on ES-10/21"),
            (": show/68/262 Enter A 5", "68/262 · 27 March 2014"),
            (": show/68/262 Enter X 5", "68/262 · 27 March 2014"),
            (": show/68/262 Enter 5 X A 5", "68/262 · 27 March 2014"),
            (": show/75/29 Enter A X A", "letters: votes on 75/29"),
            ("/ symbol:75/29 Enter / C-u since:2000 Enter X A", "letters: votes on "),
            // The rule says whose figures it gives, and whose not.
            (": pair/USA,ISR Enter m m", "the State Department's printed figures (other votes)"),
            (": pair/USA,ISR Enter m m m", "the State Department's own for 2022 and 2023"),
            ("X m m", "not the State Department's printed figures"),
            ("/ ES-11/7 Enter A", "No member can be placed."),
            ("/ since:2015 Enter A Tab Enter", "Votes › Two axes › Afghanistan"),
            (": positions?symbol:ES-11/7 Enter", "Positions"),
            ("c hung Enter D", "Hungary and others until "),
            ("c hung Enter D", "p: of all ways to deal"),
            // Each part of the window is named by what chooses it.
            (": country/HUN?since:2000 Enter D", "since:2000 until:2013 · 1,042 of {all}"),
            (": country/HUN?since:2000 Enter D + + +", "until 20"),
            (": country/HUN?since:2000 Enter D Tab Enter", "Votes of HUN (rows)"),
            (": pair/HUN,UKR Enter D", "Hungary and others"),
            // Any day starts the later part.
            ("c hung Enter D a 2010-05-29 Enter", "until 2010-05-28, and since 2010-05-29"),
            ("c hung Enter D a 2010-05 Enter", "until 2010-04-30, and since 2010-05-01"),
            ("c hung Enter D a 2010 Enter", "until 2009, and since 2010"),
            ("c hung Enter D a 2010-05-29 Enter +", "until 2010, and since 2011"),
            ("c hung Enter D a 2010-05-29 Enter -", "until 2009, and since 2010"),
            ("c hung Enter D a then Enter", "is no day; write 2014-01-01"),
            ("c hung Enter D a 1900 Enter", "the window goes from 1946-"),
            (": drift/HUN?since:2000#split=2010-05-29 Enter", "since:2000 until:2010-05-28 · "),
            // A series as a grid.
            (": series/79/7 Enter W", "Grid ── A/RES/79/7 ── 195 members, 33 texts, "),
            (": series/79/7#grid Enter", "▸ Brazil"),
            (": series/79/7#grid Enter", "2 of 5 changes over the last six texts"),
            (": series/79/7#grid Enter", "How to read it"),
            (": series/79/7#grid Enter Left", " seen"),
            (": series/79/7#grid Enter s ever_voted_no Enter", "▸ Israel"),
            (": series/79/7#grid Enter s name Enter", "▸ Afghanistan"),
            (": series/79/7#grid Enter Enter", "› Brazil"),
            (": series/43/62#grid Enter", "??"),
        ],
    );
}

/// The legend of two axes counts the members of a vote as the roll call does, and says who of them is not shown.
#[test]
fn whoever_is_left_out_of_two_axes_is_said_where_the_vote_is_counted() {
    for (symbol, query) in
        [("ES-10/21", ""), ("68/262", "until:1991"), ("75/29", "since:2015"), ("3379(XXX)", "until:1980")]
    {
        let votes = json(&["show", symbol])["votes"].as_object().unwrap().clone();
        let placed = json(&["positions", query])["members"].clone();
        let placed: Vec<_> = placed.as_array().unwrap().iter().map(|place| place["code"].clone()).collect();
        let mut explorer = Explorer::new(200, 60, query);
        explorer.press(&format!(": show/{symbol} Enter A"));
        if !query.is_empty() {
            let typed = query.replace(' ', "_");
            explorer.press(&format!("/ C-u {typed} Enter"));
        }
        for state in ["yes", "no", "abstain"] {
            let of: Vec<_> =
                votes.iter().filter(|(_, vote)| *vote == state).map(|(code, _)| Value::from(code.as_str())).collect();
            let shown = of.iter().filter(|code| placed.contains(code)).count();
            let said = match of.len() {
                0 => continue,
                all if all == shown => format!(" {state} ({shown})"),
                all => format!(" {state} ({shown} of {all}; "),
            };
            assert!(explorer.shows(&said), "{symbol} {query}: {said}\n{}", explorer.text());
        }
    }
}

/// On a small screen the pairs are what is left.
#[test]
fn a_small_screen_shows_pairs_and_places() {
    let mut explorer = Explorer::new(40, 12, "since:2015");
    explorer.press("X Enter");
    assert!(explorer.shows("USA C \\94444"), "{}", explorer.text());
    let mut explorer = Explorer::new(40, 12, "since:2015");
    explorer.press("A Enter Esc Tab");
    assert!(explorer.shows("▸ Afghanistan"), "{}", explorer.text());
}

#[test]
fn what_reopens_the_matrix_and_the_axes_is_their_link() {
    for (keys, command) in [("X Y", "plenary --at matrix"), ("A Y", "plenary --at positions")] {
        let effects = Explorer::new(120, 40, "").press(keys);
        assert!(matches!(effects.first(), Some(Effect::Copy(text)) if text == command), "{effects:?}");
    }
}

/// What is written of a view is what its command answers over the same window.
#[test]
fn what_is_exported_is_the_answer_of_the_command() {
    for (keys, arguments) in [
        ("/ since:2020 Enter X m e C-u f.json Enter", vec!["matrix", "since:2020", "--metric", "exact"]),
        ("/ since:2020 Enter A e C-u f.json Enter", vec!["positions", "since:2020"]),
        (
            ": pair/HUN,UKR?since:2020 Enter Tab e C-u f.json Enter",
            vec!["agree", "HUN", "UKR", "since:2020", "--by", "year"],
        ),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let written = effects.iter().find_map(|effect| match effect {
            Effect::Write { content: Content::Text(text), .. } => Some(text),
            _ => None,
        });
        let text = written.unwrap_or_else(|| panic!("nothing is written after {keys:?}"));
        let written: Value = serde_json::from_str(text).unwrap();
        assert!(written == json(&arguments), "what is written after {keys:?} is not what {arguments:?} answers");
    }
}

#[test]
fn what_is_copied_has_its_figure_n_and_window() {
    for (keys, parts) in [
        ("/ since:2020 Enter X o o o y", vec!["Afghanistan and ", ": agreement 0.", "(n ", "since:2020 · "]),
        ("/ since:2020 Enter A y", vec!["Afghanistan: ", "on axis 1", "since:2020 · "]),
        (
            ": country/HUN?since:2000 Enter D y",
            vec!["Hungary and ", "(n ", " before 20", "change ", ", p ", "since:2000 · "],
        ),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let Some(Effect::Copy(text)) = effects.first() else { panic!("after {keys:?}: {effects:?}") };
        for part in parts.into_iter().chain(["United Nations"]) {
            assert!(text.contains(part), "after {keys:?}, {part:?} is not in {text:?}");
        }
    }
}
