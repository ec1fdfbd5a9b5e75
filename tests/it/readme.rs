//! The README shows what the program shows: its picture and its keys are made here and compared.

use std::fmt::Write as _;
use std::fs;

use plenary::actions::{Context, TABLE};
use plenary::record::thousands;

use crate::common::Home;
use crate::explorer::Explorer;

/// Compares what lies between the markers of `name` in a page with `made`; with `PLENARY_WRITE` set it is written there.
#[track_caller]
pub(crate) fn holds(page: &str, name: &str, made: &str) {
    let path = format!("{}/{page}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap();
    let marker = format!("<!-- made: {name} -->\n");
    let start = text.find(&marker).unwrap() + marker.len();
    let end = start + text[start..].find("<!-- end -->").unwrap();
    let made = format!("{}\n", made.trim_end());
    if std::env::var_os("PLENARY_WRITE").is_some() {
        fs::write(path, format!("{}{made}{}", &text[..start], &text[end..])).unwrap();
    } else {
        assert!(text[start..end] == made, "{page}, {name}, should say:\n{made}");
    }
}

#[test]
fn the_picture_is_the_screen() {
    let mut explorer = Explorer::new(120, 24, "ukraine since:2022");
    explorer.press("Down Down Down");
    holds("README.md", "screen", &format!("```text\n{}\n```", explorer.text()));
}

#[test]
fn the_map_is_the_picture_of_the_command() {
    let home = Home::new();
    let ran = home.run(&["picture", "world/ES-11/7", "--out", "map.svg"]);
    assert_eq!(ran.code(), 0, "{}", ran.err());
    let made = fs::read(home.path("map.svg")).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/es-11-7.svg");
    if std::env::var_os("PLENARY_WRITE").is_some() {
        fs::write(path, &made).unwrap();
    }
    assert!(fs::read(path).is_ok_and(|there| there == made), "assets/es-11-7.svg is not what the command draws");
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let tally = "Map of the vote on A/RES/ES-11/7: yes 93, no 18, abstaining 65, absent 17";
    assert!(readme.contains(&format!("![{tally}](assets/es-11-7.svg)")));
}

#[test]
fn the_sources_are_those_of_the_record() {
    let held = Home::new().run(&["record", "--format", "json"]).json();
    let number = |value: &serde_json::Value| thousands(usize::try_from(value.as_u64().unwrap()).unwrap());
    let mut table = format!(
        "{} roll calls, {} votes of members, {} seats, {} adopted texts:\n\n\
         | source | of the | roll calls | texts | from | to |\n| --- | --- | ---: | ---: | --- | --- |\n",
        number(&held["rollcalls"]),
        number(&held["votes"]),
        number(&held["members"]),
        number(&held["texts"])
    );
    for source in held["sources"].as_array().unwrap() {
        let text = |key: &str| source[key].as_str().unwrap_or_default();
        let counts = [number(&source["rollcalls"]), number(&source["texts"])].join(" | ");
        let body = if text("body") == "council" { "Security Council" } else { "General Assembly" };
        let _ = writeln!(table, "| {} | {body} | {counts} | {} | {} |", text("name"), text("first"), text("last"));
    }
    holds("README.md", "sources", &table);
}

#[test]
fn the_keys_are_those_of_the_action_table() {
    let mut table = "| key | what it does |\n| --- | --- |\n".to_owned();
    let first = [
        "filter",
        "country",
        "open",
        "back",
        "mark",
        "compare",
        "blocs of a vote",
        "switch pane",
        "copy command",
        "export",
        "palette",
        "help",
        "leave",
    ];
    for name in first {
        let entry = TABLE.iter().find(|entry| entry.name == name).unwrap();
        let _ = writeln!(table, "| `{}` | {} |", entry.keys[0], entry.help);
    }
    holds("README.md", "keys", &table);
    let mut table = "| keys | what they do | where |\n| --- | --- | --- |\n".to_owned();
    for entry in TABLE {
        // What has no key is found in the palette.
        let only = format!("`: {}`", entry.name);
        let keys: Vec<_> = entry.keys.iter().map(|key| format!("`{key}`")).collect();
        let keys = if keys.is_empty() { vec![only] } else { keys };
        let contexts: Vec<_> = entry.contexts.iter().map(|context| context.title().to_lowercase()).collect();
        let contexts = if contexts.len() == Context::ALL.len() { "everywhere".to_owned() } else { contexts.join(", ") };
        let _ = writeln!(table, "| {} | {} | {contexts} |", keys.join(" "), entry.help);
    }
    holds("docs/keys.md", "every key", &table);
}

#[test]
fn the_figures_of_blocs_are_those_of_the_command() {
    let home = Home::new();
    let mut table = "\
| `plenary bloc` | roll calls | cohesion of A | of B | lines | pairs |
| --- | ---: | ---: | ---: | ---: | ---: |
"
    .to_owned();
    let figure = |mean: &serde_json::Value| {
        let value = mean["value"].as_f64().map_or("–".to_owned(), |value| format!("{value:.3}"));
        if mean.is_null() { String::new() } else { format!("{value} (n {})", mean["n"]) }
    };
    let (three, abstainers) = ("USA+RUS+ISR", "'abstain(ES-11/7)'");
    for arguments in [
        &["@EU", "since:2022"][..],
        &["@EU-HUN", "since:2022"],
        &["@P5"],
        &["@ArabLeague", "topic:palestine"],
        &[three, abstainers],
        &[three, abstainers, "topic:ukraine"],
        &[three, abstainers, "topic:palestine"],
        &[three, abstainers, "until:2024"],
        &[three, abstainers, "since:2025"],
    ] {
        let typed: Vec<_> = arguments.iter().map(|argument| argument.trim_matches('\'')).collect();
        let found = home.run(&[&["bloc", "--format", "json"], &typed[..]].concat()).json();
        let figures = [&found["a"]["cohesion"], &found["b"]["cohesion"], &found["lines"], &found["pairs"]].map(figure);
        let rollcalls = &found["window"]["rollcalls"];
        let _ = writeln!(table, "| `{}` | {rollcalls} | {} |", arguments.join(" "), figures.join(" | "));
    }
    holds("docs/blocs-and-pairs.md", "blocs", &table);
}

#[test]
fn the_answers_about_pairs_are_those_of_the_commands() {
    let home = Home::new();
    let json = |arguments: &[&str]| home.run(&[arguments, &["--format", "json"]].concat()).json();
    let figure = |value: &serde_json::Value, n: &serde_json::Value| format!("{:.3} (n {n})", value.as_f64().unwrap());
    let agree = home.run(&["agree", "USA", "RUS"]).answer();
    let fact = |name: &str| agree.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_owned();
    let near = json(&["country", "ISR", "since:2015", "--limit", "20"]);
    let near: Vec<_> = near["closest"].as_array().unwrap()[..4]
        .iter()
        .map(|other| format!("{} {}", other["code"].as_str().unwrap(), figure(&other["agreement"], &other["n"])))
        .collect();
    let line = json(&["bloc", "@EU-HUN", "HUN", "since:2010", "--by", "year"]);
    let years = line["series"].as_array().unwrap();
    let years = [&years[0], &years[years.len() - 1]].map(|year| {
        let lines = &year["lines"];
        format!("{} {}", year["key"].as_str().unwrap(), figure(&lines["value"], &lines["n"]))
    });
    let moved = json(&["drift", "Hungary", "--before", "year:2000..2009", "--after", "since:2010"]);
    let pairs = moved["pairs"].as_array().unwrap();
    let usa = pairs.iter().find(|pair| pair["b"] == "USA").unwrap();
    let side = |side: &str| figure(&usa[side]["value"], &usa[side]["n"]);
    let mut table = "\
| question | command | answer |
| --- | --- | --- |
"
    .to_owned();
    for (question, command, answer) in [
        ("When did the US and Russia last vote no together?", "agree USA RUS", fact("Last both no")),
        ("Who votes most like Israel?", "country ISR since:2015 --limit 20", near.join(", ") + ", …"),
        (
            "How far is Hungary from the line of the EU's others?",
            "bloc @EU-HUN HUN since:2010 --by year",
            format!("agreement of the lines: {}, {}", years[0], years[1]),
        ),
        (
            "From whom did Hungary move away, and towards whom?",
            "drift Hungary --before year:2000..2009 --after since:2010",
            format!("{} ranked; the US from {} to {}", pairs.len(), side("before"), side("after")),
        ),
    ] {
        let _ = writeln!(table, "| {question} | `plenary {command}` | {answer} |");
    }
    holds("docs/blocs-and-pairs.md", "pairs", &table);
}

/// What is special in a manual's source, as itself.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}

#[test]
fn the_manual_is_made_from_the_arguments_and_the_action_table() {
    let mut made = Vec::new();
    let manual = clap_mangen::Man::new(plenary::cli::command()).date("").source("plenary");
    manual.render(&mut made).unwrap();
    let mut made = String::from_utf8(made).unwrap();
    // What stands at the end of a command's help is not in its part of the manual.
    for (name, title) in [("list", "QUERIES"), ("bloc", "BLOC EXPRESSIONS"), ("agree", "METRICS"), ("drift", "DRIFT")] {
        let help = plenary::cli::command().find_subcommand(name).unwrap().get_after_help().unwrap().to_string();
        let lines: Vec<_> = help.lines().map(roff).collect();
        let _ = writeln!(made, ".SH \"{title}\"\n.nf\n{}\n.fi", lines.join("\n"));
    }
    made += ".SH \"KEYS OF THE EXPLORER\"\n";
    for context in Context::ALL {
        let _ = writeln!(made, ".SS \"{}\"", context.title());
        for entry in TABLE.iter().filter(|entry| entry.contexts.contains(&context)) {
            let keys = if entry.keys.is_empty() { format!(": {}", entry.name) } else { entry.keys.join(" ") };
            let _ = writeln!(made, ".TP\n{}\n{}", roff(&keys), roff(entry.help));
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/plenary.1");
    if std::env::var_os("PLENARY_WRITE").is_some() {
        fs::write(path, &made).unwrap();
    }
    assert!(fs::read_to_string(path).is_ok_and(|text| text == made), "assets/plenary.1 is not what the tables make");
}

#[test]
fn every_metric_is_in_the_help_and_in_the_method() {
    use plenary::answer::Metric;

    let help = crate::common::Home::new().run(&["agree", "--help"]).out();
    let readme = include_str!("../../README.md");
    let method = readme.split("## Method").nth(1).unwrap();
    for metric in Metric::ALL {
        let name = metric.name();
        assert!(help.contains(name), "{name} is not in the help of agree");
        assert!(method.contains(&format!("`{name}`")), "{name} is not in the README's Method");
    }
}
