//! The view of two blocs: what keys show, that its figures are those of the command, what it writes.

use serde_json::Value;

use plenary::app::{Content, Effect};

use super::{Explorer, each_shows};
use crate::common::Home;
use crate::common::of_all;

/// From the start to the three against the abstainers.
const STORY: &str = "3";
/// To other two.
const OTHERS: &str = ": blocs/@EU;@BRICS Enter";

#[test]
fn keys_show_what_they_promise() {
    each_shows(
        120,
        40,
        &[
            // By number, with something to look at; under the filter of now.
            ("3", "USA+RUS+ISR against abstain(A/RES/ES-11/7)"),
            (OTHERS, "@EU against @BRICS"),
            ("3", "roll calls split them"),
            ("/ topic:palestine Enter 3", "topic:palestine · 1,183 of {all} roll calls"),
            ("3 Esc", "Votes ── {all} roll calls"),
            // From a roll call: who voted no against its abstainers, over everything.
            ("/ symbol:es-11/7 Enter b", "no(A/RES/ES-11/7) against abstain(A/RES/ES-11/7)"),
            ("/ symbol:es-11/7 Enter b", "over all roll calls; / filters"),
            ("/ symbol:es-11/7 Enter b", "18 members: Belarus"),
            ("/ symbol:es-11/7 Enter b Esc", "Votes ── symbol:es-11/7"),
            // As the member under the cursor voted; abstainers stand against those that voted yes.
            ("/ symbol:es-11/7 Enter Enter f hung Enter b", "no(A/RES/ES-11/7) against abstain("),
            ("/ symbol:es-11/7 Enter Enter f fran Enter b", "yes(A/RES/ES-11/7) against abstain("),
            ("/ symbol:es-11/7 Enter Enter f china Enter b", "abstain(A/RES/ES-11/7) against yes("),
            ("2 b", "3 goes to Blocs"),
            // Edited in place: counted anew at each key, completed, the last good one kept where it can't be read.
            ("/ symbol:es-11/7 Enter b a C-u USA+RUS+ISR Enter", "USA+RUS+ISR against abstain(A/RES/ES-11/7)"),
            (STORY, "▸ 2023-12-04 78/50"),
            ("3 a C-u @P5", "A: @P5"),
            (&format!("{OTHERS} a C-u @P5"), "@P5 against @BRICS"),
            (&format!("{OTHERS} a C-u @P5+"), "@EU against @BRICS ── line not read"),
            ("3 a C-u @P5+", "^ a member, a bloc such as @EU or a vote such as yes(ES-11/6) is missing here"),
            (&format!("{OTHERS} b C-u @nato Esc"), "@EU against @BRICS"),
            (&format!("{OTHERS} b C-u @nord Tab Enter"), "@EU against @Nordic"),
            ("3 b C-u hunga", "▸ HUN"),
            ("3 a C-u Enter", "A  no bloc"),
            ("3 a C-u Enter", "Enter two blocs"),
            ("3 b C-u HUN Enter / zzzz", "No roll call of this window has one line yes"),
            (&format!("{OTHERS} x"), "@BRICS against @EU"),
            ("3 b C-u Enter x", "no two blocs to swap"),
            // The window.
            ("3 / year:2025", "year:2025 · 192 of {all} roll calls"),
            // What splits them, sorted by any column; Enter opens a roll call.
            (&format!("{STORY} Enter"), "A/RES/78/50"),
            (&format!("{STORY} Enter Esc"), "2,186 of {all} roll calls split them"),
            (&format!("{STORY} : sort Enter date Enter g"), "▸ 2026-06-04"),
            (&format!("{STORY} S g"), "▴A×B"),
            (&format!("{STORY} Space 1"), "mark (1)"),
            // The figures, part by part; Enter goes to a part and to a member.
            (&format!("{STORY} Tab"), "pairs          0.511 853,576 comparisons"),
            (&format!("{STORY} Tab Enter"), "Votes ── {all} roll calls"),
            (&format!("{STORY} Tab Down Enter"), "topic:palestine · 1,183 of {all} roll calls"),
            (&format!("{STORY} Tab Down Enter"), "USA+RUS+ISR against abstain(A/RES/ES-11/7)"),
            (&format!("{STORY} Tab ] ]"), "Russia                       0.204  4,146"),
            // Where one voted otherwise than its bloc, and back.
            (&format!("{STORY} Tab ] ] ] Enter"), "Blocs ── RUS not with A ── "),
            (&format!("{STORY} / topic:palestine Enter Tab ] ] ] Enter"), "RUS not with A topic:pal"),
            (&format!("{STORY} Tab ] ] ] Enter Esc"), "2,186 of {all} roll calls split them"),
            (&format!("{STORY} Tab ] ] ] ] Enter"), "› Canada"),
            (&format!("{STORY} Tab ] ] ]"), "Canada                       0.726  4,619"),
            (&format!("{STORY} / since:2025_topic:ukraine Enter Tab ] ]"), "3 members with under 20 votes: not enough"),
            // Who is in both, who in neither.
            ("3 a C-u @EU Enter b C-u @NATO Enter", "In both 23: "),
            (STORY, "No member in both; in neither 125; on 4 June 2026"),
            (&format!("{STORY} Tab G [ ["), "In neither: 125 members on 2026-06-04"),
            (&format!("{OTHERS} Tab G"), "@BRICS: Members on the day of each roll call."),
            // Views by link, as they were left, and through the palette.
            (": blocs/@P5;@EU-HUN?since:2022 Enter", "@P5 against @EU-HUN"),
            (": blocs/@P5 Enter", "cohesion of A  0.511 5,690 roll calls"),
            (&format!("{OTHERS} a C-u @P5 Enter Esc 3"), "@P5 against @BRICS"),
            // Saving: asked which, and before another is replaced.
            (&format!("{OTHERS} s"), "@BRICS"),
            (&format!("{OTHERS} s Enter"), "save A as:"),
            (&format!("{OTHERS} s Enter a/b Enter"), "can't be the name of a bloc"),
            (&format!("{OTHERS} s Enter nato Enter"), "is built in"),
            (&format!("{OTHERS} b C-u Enter s"), "save A as:"),
            ("3 e", "export to: blocs.csv"),
            ("3 a C-u Enter b C-u Enter e", "nothing to save here"),
        ],
    );
}

/// A figure as the view writes it: `0.512 852,036`.
fn written(figure: &Value) -> (String, String) {
    let value = figure["value"].as_f64().or(figure["agreement"].as_f64());
    let digits = figure["n"].as_u64().unwrap().to_string();
    let grouped: Vec<_> = digits.as_bytes().rchunks(3).rev().map(|part| str::from_utf8(part).unwrap()).collect();
    (value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}")), grouped.join(","))
}

#[test]
fn the_story_is_told_in_under_ten_keys_with_the_figures_of_the_command() {
    let home = Home::new();
    for (query, keys) in [
        ("", STORY.to_owned()),
        ("topic:palestine", format!("{STORY} Tab Down Enter")),
        ("topic:ukraine", format!("{STORY} Tab Down Down Enter")),
        ("until:2024", format!("{STORY} / until:2024 Enter")),
        ("since:2025", format!("{STORY} / since:2025 Enter")),
    ] {
        // By topic and by year; before and after a day is typed.
        assert!(query.contains("20") || keys.split(' ').count() < 10);
        let mut explorer = Explorer::new(120, 300, "");
        explorer.press(&keys);
        let text = explorer.text();
        let command =
            |by| home.run(&["bloc", "USA+RUS+ISR", "abstain(ES-11/7)", query, "--by", by, "--format", "json"]).json();
        let found = command("topic");
        let mut rows = vec![
            ("cohesion of A", vec![&found["a"]["cohesion"]]),
            ("Rice of A", vec![&found["a"]["rice"]]),
            ("cohesion of B", vec![&found["b"]["cohesion"]]),
            ("Rice of B", vec![&found["b"]["rice"]]),
            ("lines ", vec![&found["lines"]]),
            ("pairs ", vec![&found["pairs"]]),
        ];
        let by_year = command("year");
        for point in found["series"].as_array().unwrap().iter().chain(by_year["series"].as_array().unwrap()) {
            let key = point["key"].as_str().unwrap();
            rows.push((key, vec![&point["lines"], &point["pairs"]]));
            rows.push((key, vec![&point["a"], &point["b"]]));
        }
        for (name, figures) in rows {
            let figures: Vec<_> = figures.into_iter().map(written).collect();
            let says = |line: &str| {
                let line = line.replace('┃', "│");
                let line = line.rsplit_once("││ ").map_or("", |(_, line)| line);
                let words: Vec<_> = line.split_whitespace().collect();
                let said = |(value, n): &(String, String)| words.windows(2).any(|pair| pair == [value, n]);
                line.starts_with(name) && figures.iter().all(said)
            };
            assert!(text.lines().any(says), "{query}: {name} {figures:?} is not in\n{text}");
        }
        let split = found["split"].as_array().unwrap().len();
        let says = |form: &str| text.replace(',', "").contains(&format!("{split} {form}"));
        assert!(says("of ") || says("split"), "{query}: {split} in\n{text}");
    }
}

#[test]
fn what_is_copied_and_written_are_the_figures_of_the_blocs() {
    let copied = Explorer::new(120, 40, "").press(&format!("{STORY} Tab Down y"));
    let Some(Effect::Copy(text)) = copied.first() else { panic!("{copied:?}") };
    for part in [
        "USA+RUS+ISR against abstain(A/RES/ES-11/7): cohesion of A 0.447 (n 1,182), cohesion of B 0.880 (n 1,183)",
        "lines 0.116 (n 1,029), pairs 0.386 (n 185,374)",
        &of_all("topic:palestine · 1,183 of {all} roll calls"),
        "adopted resolutions with a recorded vote",
        "United Nations",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
    // From the top it is the figures of the whole window.
    let copied = Explorer::new(120, 40, "").press(&format!("{STORY} Tab y"));
    let Some(Effect::Copy(text)) = copied.first() else { panic!("{copied:?}") };
    assert!(
        text.contains("cohesion of A 0.499 (n 5,684)") && text.contains(&of_all("all {all} roll calls")),
        "{text:?}"
    );
    for (keys, start) in [
        ("e C-u o.csv Enter", "id,symbol,date,title,a,b\r\n4029013,"),
        ("e C-u o.json Enter", "{\"window\":{\"query\":\"\""),
        ("e C-u o.md Enter", "## USA+RUS+ISR against"),
        ("Tab e C-u o.csv Enter", "key,a,a_n,b,b_n,lines,lines_n,pairs,pairs_n\r\n1946,"),
    ] {
        let effects = Explorer::new(120, 40, "").press(&format!("{STORY} {keys}"));
        let Some(Effect::Write { content: Content::Text(text), .. }) = effects.first() else {
            panic!("{keys}: {effects:?}")
        };
        assert!(text.starts_with(start), "{keys}: {start:?} is not the start of {}", &text[..200]);
    }
    let saved = Explorer::new(120, 40, "").press(&format!("{STORY} s Enter @three Enter"));
    let Some(Effect::Save { name, expression }) = saved.first() else { panic!("{saved:?}") };
    assert_eq!((name.as_str(), expression.to_string().as_str()), ("three", "USA+RUS+ISR"));
}

#[test]
fn pictures() {
    for (name, width, height, keys) in [
        ("blocs_80x24", 80, 24, STORY.to_owned()),
        ("blocs_120x40", 120, 40, format!("{STORY} Tab")),
        ("blocs_200x60", 200, 60, STORY.to_owned()),
        ("blocs_edited_80x24", 80, 24, "3 a +abs".to_owned()),
        ("blocs_narrow_40x12", 40, 12, format!("{STORY} Tab ]")),
    ] {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(&keys);
        insta::assert_snapshot!(name, explorer.text_and_looks());
    }
}
