//! What to say of arguments that no command takes: how what they were meant for is written.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::query::{Query, shell_quoted};

use super::args::command;
use super::stray::{missing, saved_in_pieces, stray, with_lexicon};

/// The other ways in which people write options, and what they are called here.
const OTHER_NAMES: [(&[&str], &str); 6] = [
    (&["-n", "-l", "--count", "--head", "--top", "--max", "--first"], "limit"),
    (&["-f", "--output-format", "--as"], "format"),
    (&["-s", "--order", "--sort-by", "--orderby", "--order-by"], "sort"),
    (&["-r", "--desc", "--descending", "--asc", "--ascending", "--rev"], "reverse"),
    (&["-o", "--output", "--file", "--save-as"], "out"),
    (&["-m", "--measure"], "metric"),
];

/// The forms of answers, which people ask for as options.
const FORMS: [(&str, &str); 5] =
    [("json", "json"), ("csv", "csv"), ("md", "md"), ("markdown", "md"), ("table", "table")];

/// Fields of the query that people write as options, with a value that shows how they are written.
const FIELDS: [(&str, &str); 34] = [
    ("year", "year:2022"),
    ("since", "since:2014"),
    ("from", "since:2014"),
    ("after", "since:2014"),
    ("until", "until:2020"),
    ("to", "until:2020"),
    ("before", "until:2020"),
    ("date", "date:2025-02-24"),
    ("session", "session:79"),
    ("symbol", "symbol:ES-11"),
    ("topic", "topic:palestine"),
    ("title", "title:cuba"),
    ("agenda", "agenda:cuba"),
    ("subjects", "subjects:cuba"),
    ("subject", "subjects:cuba"),
    ("yes", "yes>100"),
    ("no", "no>100"),
    ("abstain", "abstain>50"),
    ("absent", "absent>30"),
    ("margin", "margin<20"),
    ("body", "body:council"),
    ("organ", "body:council"),
    ("chamber", "body:council"),
    ("kind", "kind:amendment"),
    ("type", "kind:amendment"),
    ("outcome", "outcome:rejected"),
    ("status", "outcome:rejected"),
    ("result", "outcome:rejected"),
    ("veto", "veto:RUS"),
    ("vetoed-by", "veto:RUS"),
    ("alone", "alone:USA"),
    ("draft", "draft:L.10"),
    ("sponsor", "sponsor:CUB"),
    ("committee", "committee:first"),
];

/// What to say of an error of clap's, in one line; none where clap's own words do. `given` are the arguments after the
/// program's name.
pub(super) fn mended(error: &clap::Error, given: &[String]) -> Option<String> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let name = given.iter().find(|word| command().find_subcommand(word).is_some()).map(String::as_str);
    if error.kind() == ErrorKind::MissingRequiredArgument {
        return missing(name?, given);
    }
    let wrong = text(ContextKind::InvalidArg)?;
    match error.kind() {
        ErrorKind::UnknownArgument => unknown(wrong, name, given),
        ErrorKind::ValueValidation | ErrorKind::InvalidValue if wrong.starts_with("--limit") => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default().escape_debug().to_string();
            Some(format!("--limit takes a number of 1 or more, not \"{value}\", as in --limit 5"))
        }
        _ => None,
    }
}

fn unknown(wrong: &str, name: Option<&str>, given: &[String]) -> Option<String> {
    let (option, attached) = wrong.split_once('=').map_or((wrong, None), |(option, value)| (option, Some(value)));
    let at = given.iter().position(|word| word == wrong || word.split('=').next() == Some(option));
    let at = at.or_else(|| given.iter().position(|word| wrong.len() == 2 && word.starts_with(wrong)));
    let written = at.map_or(wrong, |at| given[at].as_str());
    let value = attached
        .or_else(|| written.split_once('=').map(|(_, value)| value))
        .or_else(|| given.get(at? + 1).map(String::as_str).filter(|next| !next.starts_with('-') || is_back(next)));
    let before = at.and_then(|at| given.get(at.checked_sub(1)?)).map(String::as_str);
    if let Some(said) = before.and_then(|before| value_of(before, written)) {
        return Some(said);
    }
    if option == "-" && given.iter().any(|word| word == "--save") {
        return Some(saved_in_pieces(given));
    }
    if !option.starts_with('-') {
        return stray(option, name, given);
    }
    let word = option.trim_start_matches('-').to_lowercase();
    if let Some((_, form)) = FORMS.iter().find(|(other, _)| *other == word || option == "-j" && *other == "json") {
        return Some(format!("no option is called {option}; write --format {form}"));
    }
    if ["nocolor", "no-color", "no-colour", "nocolour"].contains(&word.as_str()) {
        return Some(format!("no option is called {option}; write --color never"));
    }
    // `-n5` and `-fcsv` are options with their values, `-nuclear` is a word.
    let left = written.trim_start_matches('-');
    let glued = left.get(1..).filter(|glued| !glued.is_empty() && !written.starts_with("--"));
    let is_value = |glued: &str| glued.parse::<u32>().is_ok() || FORMS.iter().any(|(form, _)| *form == glued);
    if let Some((_, known)) = OTHER_NAMES.iter().find(|(others, _)| others.contains(&option))
        && glued.is_none_or(|glued| is_value(glued) || glued.starts_with('='))
    {
        let value = glued.map(|glued| glued.trim_start_matches('=')).or(value);
        return Some(renamed(option, known, value, name));
    }
    if let Some(said) = part_of_the_query(option, value) {
        return Some(said);
    }
    if ["country", "member", "state"].contains(&word.as_str()) {
        let value = value.unwrap_or("USA").escape_debug().to_string();
        return Some(format!(
            "{option} is not an option; for a member: plenary country {value}, for its votes {value}:yes"
        ));
    }
    if option.starts_with("--") {
        return Some(long(option, &word, name));
    }
    if let Some(said) = short_option(option, left, name) {
        return Some(said);
    }
    let bloc = before.filter(|it| *it != "bloc").unwrap_or("@EU");
    Some(left_out(left, bloc, name))
}

/// What to say of a long option that this command has not, in small letters in `word`.
fn long(option: &str, word: &str, name: Option<&str>) -> String {
    let plenary = command();
    let known = plenary.get_subcommands().flat_map(|it| it.get_arguments().cloned().collect::<Vec<_>>());
    let known: Vec<_> = known.filter_map(|it| it.get_long().map(str::to_owned)).collect();
    if known.iter().any(|known| known == word) {
        let has = |it: &&clap::Command| it.get_arguments().any(|it| it.get_long() == Some(word));
        let of: Vec<_> = plenary.get_subcommands().filter(has).map(|it| it.get_name().to_owned()).collect();
        let here = name.map_or_else(|| "the explorer".to_owned(), str::to_owned);
        let of = of.join(", ");
        return format!("{here} has no {option}, an option of {of}; see `plenary{} --help`", spaced(name));
    }
    let slips = if word.len() > 5 { 2 } else { 1 };
    let near = known.iter().find(|known| strsim::osa_distance(known, word) <= slips && word.len() > 3);
    let near = near.map_or_else(String::new, |near| format!("; did you mean --{near}?"));
    format!("no option is called {option}{near}; see `plenary{} --help`", spaced(name))
}

/// What to say of a word after a minus sign, which leaves out in other programs; the bloc is the word before it.
fn left_out(word: &str, bloc: &str, name: Option<&str>) -> String {
    match name {
        Some("bloc" | "blocs") => {
            let (bloc, word) = (bloc.escape_debug(), word.escape_debug());
            format!("to leave members out of a bloc write it in one argument: '{bloc} - {word}'")
        }
        // A code can hardly be meant as a word.
        _ if word.len() < 4 && word.chars().all(|c| c.is_ascii_uppercase()) => {
            format!(
                "\"{word}\" can't be left out as a word; for roll calls on which it did not vote yes write \
                 not:{word}:yes"
            )
        }
        _ => {
            let term = format!("not:{word}");
            let error = with_lexicon(|lexicon| Query::parse(&term, lexicon).err().map(|error| error.what)).flatten();
            let shown = word.escape_debug();
            match error {
                Some(what) => format!("to leave \"{shown}\" out of a query: {what}"),
                None => format!("to leave \"{shown}\" out of a query write {}", shell_quoted(&term)),
            }
        }
    }
}

/// What to say of an option of one letter, or of a number.
fn short_option(option: &str, left: &str, name: Option<&str>) -> Option<String> {
    let plenary = command();
    let limited = name.and_then(|name| plenary.find_subcommand(name));
    let limited = limited.is_some_and(|it| it.get_arguments().any(|it| it.get_long() == Some("limit")));
    let see = spaced(name);
    match left.parse::<u32>() {
        Ok(year) if (1900..2100).contains(&year) => {
            return Some(format!("to leave the year out write not:year:{year}; to end before it until:{}", year - 1));
        }
        Ok(1..) if limited => return Some(format!("no option is called -{left}; write --limit {left}")),
        Ok(_) => return Some(format!("no option is called -{left}; see `plenary{see} --help`")),
        Err(_) => {}
    }
    match left {
        _ if left.chars().count() > 1 => None,
        "v" => Some("no option is called -v; for the version write plenary --version".to_owned()),
        "?" => Some(format!("no option is called -?; write plenary{see} --help")),
        _ => Some(format!("no option is called {option}; see `plenary{see} --help`")),
    }
}

/// Whether a value only looks like an option: `-10y`, a time that counts back.
fn is_back(value: &str) -> bool {
    value.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit())
}

/// What to say of what was taken for an option and is the value of the one before it.
fn value_of(option: &str, written: &str) -> Option<String> {
    match option {
        "--limit" => {
            let value = written.escape_debug();
            Some(format!("--limit takes a number of 1 or more, not \"{value}\", as in --limit 5"))
        }
        "--sort" => {
            let key = written.trim_start_matches('-').escape_debug();
            Some(format!("--sort takes a column: --sort {key}; --reverse reverses the order"))
        }
        _ => None,
    }
}

/// What to say of a field of the query that is written as an option.
fn part_of_the_query(option: &str, value: Option<&str>) -> Option<String> {
    let (field, example) = FIELDS.iter().find(|(field, _)| option == format!("--{field}"))?;
    let head = example.trim_end_matches(|c: char| c != ':' && c != '<' && c != '>');
    let quoted = |value: &str| if value.contains(' ') { format!("\"{value}\"") } else { value.to_owned() };
    let term = value.map(|value| format!("{head}{}", quoted(value)));
    let term = term.filter(|term| with_lexicon(|lexicon| Query::parse(term, lexicon).is_ok()).unwrap_or(true));
    let form = if value.is_some() && term.is_none() { " it as in" } else { "" };
    let term = term.unwrap_or_else(|| (*example).to_owned());
    let term = if term.contains(['<', '>', ' ']) { format!("'{term}'") } else { term };
    Some(format!("--{field} is not an option but part of the query: write{form} {term}"))
}

/// What to say of an option that has another name here, or is not one of this command.
fn renamed(option: &str, known: &str, value: Option<&str>, name: Option<&str>) -> String {
    let plenary = command();
    let of = name.and_then(|name| plenary.find_subcommand(name));
    let has = |command: &clap::Command| command.get_arguments().any(|it| it.get_long() == Some(known));
    if !of.is_some_and(has) && !has(&plenary) {
        let instead = match known {
            "out" => "; to write an answer to a file use your shell: > answer.txt",
            _ => "",
        };
        return format!("no option is called {option}{instead}; see `plenary{} --help`", spaced(name));
    }
    let takes = of.into_iter().chain([&plenary]).flat_map(clap::Command::get_arguments);
    let takes = takes.filter(|it| it.get_long() == Some(known)).any(|it| it.get_action().takes_values());
    let value = match (takes, known) {
        (false, _) => String::new(),
        (true, _) if value.is_some() => format!(" {}", value.unwrap_or_default().escape_debug()),
        (true, "limit") => " 5".to_owned(),
        (true, "format") => " json".to_owned(),
        (true, "sort") => " yes".to_owned(),
        (true, "out") => " map.svg".to_owned(),
        (true, _) => " kappa".to_owned(),
    };
    format!("no option is called {option}; write --{known}{value}")
}

fn spaced(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" {name}"))
}

/// The command that a first word of the explorer's query may be meant as: one that is one edit away, or another word for
/// one.
pub(super) fn command_meant(word: &str) -> Option<String> {
    let written = word;
    let word = word.to_lowercase();
    match word.as_str() {
        "search" | "find" | "query" | "grep" => return Some("list".to_owned()),
        "vote" | "view" | "open" => return Some("show".to_owned()),
        "version" => return Some("--version".to_owned()),
        _ => {}
    }
    let plenary = command();
    let names = plenary.get_subcommands().map(|command| command.get_name().to_owned());
    let names: Vec<_> = names.chain(["help".to_owned()]).collect();
    let slip = |name: &&String| {
        let distance = strsim::osa_distance(name, &word);
        distance == 1 || distance == 0 && written != word
    };
    names.iter().find(slip).cloned()
}
