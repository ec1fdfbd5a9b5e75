//! A line that can't be read: it is kept open, what it shows is what was there before, and it says why. And what is read is
//! shown as it was understood.

use std::fmt::Write as _;

use super::{Explorer, each_shows};

/// Lines that are not finished: where, the keys of the line, and what is said of it.
const UNFINISHED: &[(&str, &str, &str)] = &[
    ("/", "usa:", "nothing follows"),
    ("/", "RUS:a", "\"a\" is not"),
    ("/", "CHN:n", "\"n\" is not"),
    ("/", "topic:c", "no topic"),
    ("/", "topic:", "nothing follows"),
    ("/", "@EU:", "nothing follows"),
    ("/", "@BRICS:un", "write @BRICS:yes"),
    ("/", "session:", "nothing follows"),
    ("/", "body:", "nothing follows"),
    ("/", "kind:am", "\"am\""),
    ("/", "outcome:v", "\"v\""),
    ("/", "veto:", "nothing follows"),
    ("/", "alone:", "nothing follows"),
    ("/", "KEN=", "nothing follows"),
    ("2 /", "MEX:", "nothing follows"),
    ("2 /", "topic:d", "no topic"),
    (": country/HUN Enter /", "since:", "nothing follows"),
    ("X /", "@ASEAN:", "nothing follows"),
    ("A /", "FRA:ab", "\"ab\" is not"),
    (": pair/USA,RUS Enter /", "topic:n", "no topic"),
    (": series/79/7 Enter /", "BRA:y", ""),
    (": world/ES-11/7 Enter /", "IND:", "nothing follows"),
    ("2 D /", "committee:", "nothing follows"),
    ("3 b C-u", "@nor", "no bloc"),
    ("3 a C-u", "abstain(", ""),
    ("3 a C-u", "@", ""),
];

#[test]
fn enter_behind_an_unfinished_word_keeps_the_line_open_and_completes_nothing() {
    let mut wrong = String::new();
    for (at, line, said) in UNFINISHED {
        let mut explorer = Explorer::new(140, 40, "");
        explorer.press(&format!("{at} {line}"));
        explorer.press("Enter");
        let open = explorer.app.view().line().map(|line| line.field().text().trim().to_owned());
        if open.as_deref() != Some(line) || !explorer.shows(said) || !explorer.shows("not read") {
            let _ = write!(wrong, "after {at} {line} Enter: {open:?}\n{}\n", explorer.text());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn while_a_line_is_not_read_what_was_there_before_stays() {
    each_shows(
        120,
        40,
        &[
            // No part of the line counts, whatever of it could be read.
            ("/ 2022", "Votes ── {all} ── line not read"),
            ("/ 1945", "Votes ── {all} ── line not read"),
            ("/ ukraine Enter / C-u 2022", "Votes ── ukraine ── 25 of {all} ── line not read"),
            ("/ ukraine Enter / C-u South_Korea:no", "Votes ── ukraine ── 25 of {all} ── line not read"),
            ("2 / GBR", "Countries ── {all} ── line not read"),
            ("2 / viet_nam", "Countries ── {all} ── line not read"),
            ("2 / since:2015 Enter / C-u KEN", "Countries ── since:2015 ── 1,1"),
            ("3 b C-u @EU_Hungary", "USA+RUS+ISR against abstain(A/RES/ES-11/7) ── line not read"),
            ("3 b C-u @NATO-(", "USA+RUS+ISR against abstain(A/RES/ES-11/7) ── line not read"),
            // What is mended is read.
            ("/ 2022 C-u year:2022", "Votes ── year:2022 ── "),
            ("2 / GBR :no", "Countries ── GBR:no ── "),
            ("/ ukraine Enter / C-u 2022 Esc", "Votes ── ukraine ── "),
        ],
    );
    for keys in ["/ 2022 C-u year:2022", "/ 2022 Esc", "3 b C-u @EU_Hungary Esc", "/ usa: Esc"] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.press(keys);
        assert!(!explorer.shows("line not read"), "after {keys}\n{}", explorer.text());
    }
}

#[test]
fn titles_show_what_was_understood() {
    each_shows(
        120,
        40,
        &[
            ("/ Portugl:no Enter", "Votes ── PRT:no ── "),
            ("/ phillipines:abstain Enter", "Votes ── PHL:abstain ── "),
            ("/ \"north_korea\":yes Enter", "Votes ── PRK:yes ── "),
            ("2 / Portugl:no Enter", "Countries ── PRT:no ── "),
            ("/ Swizerland=no Enter", "Votes ── CHE:no ── "),
            (": pair/USA,RUS Enter / Germny:no Enter", "DEU:no"),
            ("3 / Portugl:no Enter", "PRT:no"),
            ("3 a C-u Portugl+Spain Enter", "PRT+ESP against "),
        ],
    );
}

#[test]
fn the_map_is_of_a_vote_of_the_window() {
    each_shows(
        160,
        50,
        &[
            // The last of the window where the vote that was shown is not in it.
            ("5 / topic:cuba Enter", "80/4 · 29 October 2025"),
            (
                "/ symbol:es-11/7 Enter 5 / C-u topic:cuba Enter",
                "ES-11/7 is not in this window; shown is the window's last roll call.",
            ),
            ("/ symbol:es-11/7 Enter 5 / C-u topic:ukraine Enter", "Votes on ES-11/7"),
            ("/ symbol:es-11/7 Enter 5 / C-u topic:ukraine Enter", "topic:ukraine · 25"),
            ("/ topic:cuba Enter X 5", "topic:cuba · "),
            // One that is asked for by name is shown, without the filter.
            (": world/ES-11/7?topic:cuba Enter", "Votes on ES-11/7"),
            (": world/ES-11/7?topic:cuba Enter", "Not in \"topic:cuba\"; filter cleared"),
            // An empty window has none.
            ("/ zzzz Enter 5", "The window has no roll call, so there is nothing to map."),
            ("5 / zzzz", "/ changes the filter; 1 goes to the list of roll calls."),
            ("5 / zzzz Enter n", "the window is empty; / changes the filter"),
            (": world/country/USA?zzzz Enter", "The window has no roll call"),
            (": world/blocs/@EU;@NATO?zzzz Enter", "The window has no roll call"),
            // What was shown before comes back.
            ("/ symbol:es-11/7 Enter 5 / C-u zzzz Esc", "Votes on ES-11/7"),
            ("/ symbol:es-11/7 Enter 5 / C-u zzzz C-u Enter", "Votes on ES-11/7"),
        ],
    );
}
