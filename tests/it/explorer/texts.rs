//! Adopted texts without a vote: found by symbol, by words and by link, read, listed beside those with one, and told of in
//! their series.

use plenary::app::{Content, Effect};
use serde_json::Value;

use super::{Explorer, each_shows};
use crate::common::Home;

fn json(arguments: &[&str]) -> Value {
    Home::new().run(&[arguments, &["--format", "json"]].concat()).json()
}

/// How many rows an answer has.
fn rows(arguments: &[&str]) -> usize {
    json(arguments).as_array().unwrap().len()
}

#[test]
fn a_symbol_or_words_lead_to_a_text_without_a_vote() {
    each_shows(
        120,
        40,
        &[
            ("/ 79/1", "79/1 was adopted without a vote: The Pact for the"),
            ("/ 79/1 Enter Enter", "A/RES/79/1 ───"),
            ("/ 79/1 Enter R", "Texts ── \"79 1\" ── 1 of 2,235 texts"),
            ("/ A/RES/78/3 Enter Enter", "A/RES/78/3 ───"),
            // So do a draft and the address of a document.
            ("/ a/79/l.2 Enter Enter", "A/RES/79/1 ───"),
            ("/ https://docs.un.org/en/A/RES/79/1 Enter Enter", "A/RES/79/1 ───"),
            // The Council's too.
            ("/ S/RES/2034 Enter Enter", "The date of election to fill a vacancy in the"),
            ("/ \"pact_for_the_future\" Enter R End", "Submitted by: President"),
            // Where there are several, their list; where there are roll calls, below them.
            ("/ \"middle-income_countries\"_since:2019 Enter", " texts without a recorded vote"),
            ("/ antimicrobial Enter Enter", "Texts ── antimicrobial ── "),
            // Palette and links.
            (": 79/1 Enter", "A/RES/79/1 ───"),
            (": text/79/1 Enter", "adopted without a vote: no figure counts it"),
            (": show/79/1 Enter", "A/RES/79/1 ───"),
            (": text/ES-11/7 Enter", "93 "),
            (": texts?sponsor:CUB_committee:none Enter", "Texts ── sponsor:CUB committee:none ── "),
            (": compare/79/1,79/2 Enter", "79/1 was adopted without a recorded vote"),
            (": series/79/1 Enter", "79/1 was adopted without a recorded vote"),
            (": world/79/1 Enter", "79/1 was adopted without a recorded vote"),
            ("/ 99/9999 Enter Enter", "No roll call matches."),
        ],
    );
}

/// Texts are offered beside what asks for texts: no vote is asked of them, and no figure counts them.
#[test]
fn texts_are_never_counted_among_roll_calls() {
    for query in ["USA=no=ISR_\"the_pact\"", "yes>190_antimicrobial", "79/1_CHN:yes"] {
        let mut explorer = Explorer::new(120, 40, "");
        explorer.press(&format!("/ {query} Enter"));
        assert!(explorer.shows("No roll call matches."), "{}", explorer.text());
        for offered in ["Enter opens it", "Enter lists them", "R: "] {
            assert!(!explorer.shows(offered), "{}", explorer.text());
        }
    }
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press("/ \"middle-income_countries\"_since:2019 Enter");
    let voted = rows(&["list", "\"middle-income countries\"", "since:2019"]);
    assert!(explorer.shows(&format!(" {voted} of ")), "{}", explorer.text());
    let texts = json(&["texts", "\"middle-income countries\"", "since:2019"]);
    let beside = texts.as_array().unwrap().iter().filter(|row| row["id"].is_null()).count();
    assert!(beside > 1 && explorer.shows(&format!("R: {beside} texts without a recorded vote")), "{}", explorer.text());
}

#[test]
fn the_list_of_texts_is_that_of_the_command() {
    for query in
        ["", "session:79", "sponsor:CUB", "committee:third since:2024", "draft:L.10", "body:council", "climate"]
    {
        let answer = json(&["texts", query]);
        let answer = answer.as_array().unwrap();
        let mut explorer = Explorer::new(200, 60, "");
        explorer.press(&format!(": texts?{} Enter", query.replace(' ', "_")));
        let screen = explorer.text();
        let short = |row: &Value| {
            row["symbol"].as_str().unwrap().trim_start_matches("A/RES/").split('(').next().unwrap().to_owned()
        };
        for row in answer.iter().take(40) {
            let how = match row["adopted"].as_str() {
                Some("vote") => "by vote",
                Some("without a vote") => "no vote",
                _ => "unknown",
            };
            let line = screen.lines().find(|line| line.contains(&format!(" {} ", short(row))));
            assert!(line.is_some_and(|line| line.contains(how)), "{query}: {row}\n{screen}");
        }
        let by = json(&["texts", query, "--by", "session"]);
        for row in by.as_array().unwrap() {
            let (texts, voted) = (row["texts"].as_u64().unwrap(), row["voted"].as_u64().unwrap());
            let share = 100.0 * voted as f64 / texts as f64;
            let line =
                format!("{:<8} {texts:>6} {voted:>7} {:>7}", row["key"].as_str().unwrap(), format!("{share:.1} %"));
            assert!(screen.contains(&line), "{query}: {line}\n{screen}");
        }
        let count = plenary::record::thousands(answer.len());
        assert!(screen.contains(&format!("── {count} ")), "{query}: {count}\n{screen}");
    }
}

#[test]
fn texts_are_sorted_by_each_column_and_open_what_they_are() {
    each_shows(
        120,
        40,
        &[
            ("R", "▸ 2026-06-04 80/267"),
            ("R S Home", "▸ 1991-08-09"),
            (": texts?session:79 Enter s symbol Enter Home", "▸ 2024-09-22 79/1 "),
            (": texts?session:79 Enter s title Enter", "title▾"),
            (": texts?session:79 Enter s adopted Enter S", "adopted▴"),
            // A text that went to a vote opens its roll call.
            (": texts?79/7 Enter Enter", "Y 187   N 2   A 1"),
            (": texts?79/1 Enter Enter", "▸ 2024-09-22 79/1 "),
            (": texts?79/1 Enter Tab", "adopted without a vote"),
            (": texts?zzzz Enter", "No adopted text matches."),
            ("R u", "body:council keeps the Council's"),
            ("R Space", "only roll calls can be marked"),
            ("R", "Adopted texts, with a vote or without one"),
        ],
    );
}

#[test]
fn a_text_is_copied_exported_and_opened_again() {
    for (keys, command) in [
        ("R Y", "plenary --at texts"),
        (": texts?sponsor:CUB Enter Y", "plenary --at 'texts?sponsor:CUB'"),
        (": text/79/1 Enter Y", "plenary --at text/A/RES/79/1"),
        (": text/S/RES/2034 Enter Y", "plenary --at 'text/S/RES/2034(2012)'"),
        (": texts?79/7 Enter Tab Y", "plenary --at 'show/A/RES/79/7?79/7'"),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let Some(Effect::Copy(text)) = effects.first() else { panic!("{keys}: {effects:?}") };
        assert_eq!(text, command, "{keys}");
    }
    let effects = Explorer::new(120, 40, "").press(": text/79/1 Enter y");
    let said = "A/RES/79/1, The Pact for the Future, 22 September 2024: adopted without a vote. United Nations";
    assert!(matches!(effects.first(), Some(Effect::Copy(text)) if text.starts_with(said)), "{effects:?}");
    for (keys, arguments) in [
        (": texts?session:79 Enter e C-u f.json Enter", vec!["texts", "session:79"]),
        (": text/79/1 Enter e C-u f.json Enter", vec!["show", "79/1"]),
        (": texts?79/7 Enter Tab e C-u f.json Enter", vec!["show", "A/RES/79/7"]),
    ] {
        let effects = Explorer::new(120, 40, "").press(keys);
        let written = effects.iter().find_map(|effect| match effect {
            Effect::Write { content: Content::Text(text), .. } => Some(text),
            _ => None,
        });
        let written: Value = serde_json::from_str(written.expect(keys)).unwrap();
        assert_eq!(written, json(&arguments), "{keys}");
    }
}

/// From a series to a text of it that went to no vote, and back.
#[test]
fn a_series_leads_to_its_texts_without_a_vote_and_they_lead_back() {
    each_shows(
        120,
        60,
        &[
            (": series/75/35 Enter", "2021-12-06 76/22     without a vote"),
            (": text/76/22 Enter", "▸ its votes in other years"),
            (": text/76/22 Enter f", "find"),
            (": text/76/22 Enter Enter", "Series ── 41 roll calls"),
        ],
    );
}

/// A visit ends on a text, and the next begins there.
#[test]
fn a_visit_comes_back_to_its_text() {
    let mut explorer = Explorer::new(120, 40, "");
    explorer.press(": texts?session:79 Enter End");
    let visit = explorer.app.visit();
    let mut again = Explorer::new(120, 40, "");
    again.app.take_up(&visit, true);
    again.press("Up Down");
    assert_eq!(again.app.visit().selected, visit.selected);
    assert!(visit.selected.is_some_and(|symbol| symbol.starts_with("A/RES/79/")));
}
