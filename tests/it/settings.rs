//! The settings: what a file can say, what is said of one that can't be used, and the commands that help to write it.

use std::fs;

use plenary::actions::Key;
use plenary::actions::{Action, Context, TABLE};
use plenary::settings::{Charset, Ground, VoteColours};
use plenary::settings::{Settings, default_text};
use proptest::prelude::*;

use crate::common::Home;
use crate::query::LEXICON;

fn mistakes(text: &str) -> Vec<String> {
    let mistakes = Settings::parse(text, "config.toml", &LEXICON).err().unwrap_or_default();
    mistakes.iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_sets_what_it_says_and_leaves_the_rest() {
    let text = "theme = 'dark'\nvotes = \"red-green\"\nstart = \"country/ivory coast?since:2015\"\nmouse = false\nascii = true\n\
                [keys]\nfilter = [\"z\", \"C-x\"]\n\"page up\" = []\nhalf-a-page-up = [\"Z\"]\n";
    let settings = Settings::parse(text, "config.toml", &LEXICON).unwrap();
    assert_eq!((settings.look.ground, settings.look.votes), (Ground::Dark, VoteColours::RedGreen));
    assert_eq!((settings.look.charset, settings.mouse), (Charset::Ascii, false));
    assert_eq!(settings.start.to_text(&LEXICON), "country/CIV?since:2015");
    for (key, action) in [
        ("z", Some(Action::Filter)),
        ("C-x", Some(Action::Filter)),
        ("/", None),
        ("PageUp", None),
        ("Z", Some(Action::HalfPageUp)),
        ("c", Some(Action::Country)),
    ] {
        assert_eq!(settings.keys.action(Context::List, key.parse::<Key>().unwrap()), action, "{key}");
    }
    assert_eq!(mistakes(""), [""; 0]);
    assert_eq!(mistakes("\u{feff}# nothing\r\nmouse = true\r\n"), [""; 0]);
}

#[test]
fn a_mistake_is_said_with_its_line_and_what_would_work() {
    for (text, said) in [
        ("\n\n\ntheem = \"dark\"", "config.toml, line 4: no setting is called \"theem\"; did you mean theme?"),
        (
            "colour = 3",
            "line 1: no setting is called \"colour\"; the settings are theme, background, votes, start, mouse, ascii and [keys]",
        ),
        ("theme = \"drak\"", "line 1: theme must be one of \"terminal\", \"dark\", \"light\"; did you mean dark?"),
        ("theme = 1", "theme must be one of \"terminal\", \"dark\", \"light\""),
        ("votes = \"red\"", "votes must be one of \"blue-vermilion\", \"red-green\""),
        ("mouse = \"no\"", "mouse must be true or false, without quotes"),
        ("ascii = 1", "ascii must be true or false"),
        ("start = 1", "start is a link in quotes"),
        ("start = \"vote\"", "no view is called \"vote\"; did you mean votes?"),
        ("start = \"country/korea\"", "line 1: \"korea\" may be"),
        ("start = \"votes?yeer:2020\"", "query, column 1, at \"yeer:2020\""),
        ("mouse = true\nmouse = false", "line 2: duplicate key"),
        ("theme = dark", "line 1: "),
        ("a = \"\n", "line 1: "),
        ("open = [\"x\"]", "\"open\" is an action, not a setting; its keys go below [keys]"),
        ("keys = 3", "keys is a table"),
        ("[keys]\n\nopn = [\"x\"]", "line 3: no action is called \"opn\"; did you mean open?"),
        ("[keys]\nwhatever-it-is = [\"x\"]", "`plenary config --default` lists them"),
        ("[keys]\ntheme = \"dark\"", "keys are a list in brackets"),
        ("[keys]\nmouse = true", "keys are a list in brackets"),
        ("[keys]\nascii = true", "\"ascii\" is a setting, not an action; it goes above [keys]"),
        ("[keys]\nopen = \"x\"", "keys are a list in brackets"),
        ("[keys]\nopen = [1]", "a key is written in quotes"),
        (
            "[keys]\nopen = [\"z\",\n\"Entr\"]",
            "line 3: \"Entr\" is not a key; keys are written g, C-c, M-x, Enter, PageDown, F1; did you mean Enter?",
        ),
        ("[keys]\nopen = [\"enter\"]", "did you mean Enter?"),
        ("[keys]\nkeep-filter = [\"a\"]", "a types a character there; \"keep filter\" needs another key"),
        ("[keys]\nquit-at-once = []", "\"quit at once\" needs a key"),
        ("[keys]\nfilter = [\"c\"]", "line 2: c is the key of \"country\" too, in a list; give one of them another"),
        ("[keys]\nfilter = [\"z\"]\ncountry = [\"z\"]", "z is the key of"),
        ("theme = \"\u{1b}[31m\"", "line 1: "),
    ] {
        let found = mistakes(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].starts_with("config.toml, line ") && found[0].contains(said), "{text}: {}", found[0]);
        assert!(!found[0].chars().any(char::is_control), "{text}: {}", found[0]);
    }
    let found = mistakes("ascii = 1\n[keys]\nopn = []\nopen = [\"Entr\", \"F99\"]\n");
    let lines: Vec<_> = found.iter().map(|mistake| mistake.split(':').next().unwrap()).collect();
    assert_eq!(lines, [1, 3, 4, 4].map(|line| format!("config.toml, line {line}")));
    let place = Settings::parse("ascii = 1", "config.toml", &LEXICON).unwrap_err()[0].place;
    assert_eq!(place, Some((1, 9)));
}

#[test]
fn the_default_file_says_what_holds_without_it() {
    let text = default_text();
    // As it is, and with every line that can be changed taken in.
    let taken = text.lines().map(|line| line.strip_prefix('#').filter(|line| !line.starts_with(' ')).unwrap_or(line));
    let taken: Vec<_> = taken.collect();
    for text in [text.clone(), taken.join("\n")] {
        let settings = Settings::parse(&text, "config.toml", &LEXICON).unwrap();
        let plain = Settings::default();
        assert_eq!((settings.look, settings.mouse, settings.start), (plain.look, plain.mouse, plain.start));
        for entry in TABLE {
            for &context in entry.contexts {
                assert_eq!(settings.keys.keys(entry, context), plain.keys.keys(entry, context), "{}", entry.name);
            }
        }
    }
    assert_eq!(taken.iter().filter(|line| line.contains(" = [")).count(), TABLE.len());
}

#[test]
fn the_commands_help_to_write_a_file() {
    let home = Home::new();
    let default = home.run(&["config", "--default"]).answer();
    assert_eq!(default, default_text());
    assert!(home.run(&["config", "--check"]).answer().starts_with("there is no "));
    let folder = home.path("config/plenary");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("config.toml");
    fs::write(&file, default).unwrap();
    assert!(home.run(&["config", "--check"]).answer().starts_with("config.toml has no mistakes: "));
    fs::write(&file, "theem = 1\nmouse = 2\n").unwrap();
    let ran = home.run(&["config", "--check"]);
    assert_eq!(ran.out().lines().count(), 2);
    assert!(ran.out().contains("config.toml, line 2: mouse must be true or false"), "{}", ran.out());
    ran.fails(1, &["config/plenary/config.toml is ignored until that is corrected"]);
    fs::write(&file, b"\xff\xfe").unwrap();
    let ran = home.run(&["config", "--check"]);
    assert!(ran.out().contains("can't be read"), "{}", ran.out());
    ran.fails(1, &[]);
    home.run(&["config"]).fails(2, &["--default", "--check"]);
    home.run(&["config", "--default", "--check"]).fails(2, &["cannot be used with"]);
    home.run(&["config", "--default", "--format", "json"]).fails(2, &["leave --format out"]);
}

proptest! {
    #[test]
    fn no_file_breaks_it(
        text in "[\\PC\n]{0,80}",
        lines in prop::collection::vec(prop::sample::select(vec![
            "theme", "keys", "[keys]", "open", "=", " = [\"x\"]", "\n", "\"", "\"x\"", "[", "]", "true", "#", "start", "'''", "{", "}", "é",
        ]), 0..12),
    ) {
        for text in [text, lines.concat()] {
            for mistake in Settings::parse(&text, "config.toml", &LEXICON).err().unwrap_or_default() {
                prop_assert!(!mistake.to_string().chars().any(char::is_control));
                let (line, column) = mistake.place.unwrap();
                let found = text.split('\n').nth(line - 1).unwrap();
                prop_assert!(column >= 1 && column <= found.chars().count() + 1);
            }
        }
    }
}
