//! Every figure that is on the screen, in every view and over several windows, is one that the view's command answers: what
//! the command does not give is a fault, and so is a view of which nothing was compared.

mod blocs;
mod maps;
mod members;
mod moves;
mod pairs;
mod rollcalls;
mod sheet;

use serde_json::Value;

use self::sheet::Sheet;
use super::RECORD;
use crate::common::{Home, LEN};
use plenary::record::thousands;

/// What an answer on a screen of this size is compared over.
const SIZE: (u16, u16) = (220, 44);

fn run(arguments: &[&str], format: &str) -> Option<String> {
    let home = Home::new();
    // What begins with a minus is a query, not an option.
    let ran = home.run(&[arguments, &["--format", format]].concat());
    (ran.code() == 0).then(|| ran.out())
}

#[track_caller]
fn json(arguments: &[&str]) -> Value {
    let out = run(arguments, "json");
    assert!(out.is_some(), "no answer to {arguments:?}");
    serde_json::from_str(&out.unwrap()).unwrap()
}

/// The answer of a command and its words, each an argument.
#[track_caller]
fn asked(command: &[&str], query: &str) -> Value {
    json(&[command, &query.split_whitespace().collect::<Vec<_>>()].concat())
}

/// The answer as people read it.
#[track_caller]
fn table(command: &[&str], query: &str) -> String {
    run(&[command, &query.split_whitespace().collect::<Vec<_>>()].concat(), "table").unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A count as it is written on the screen.
fn n(value: &Value) -> String {
    count(value.as_u64().unwrap_or_default())
}

fn count(number: u64) -> String {
    thousands(number as usize)
}

/// Counts under some keys; nothing where they are not known.
fn counts(row: &Value, keys: &[&str]) -> Vec<String> {
    keys.iter().filter(|key| row[**key].is_u64()).map(|key| n(&row[*key])).collect()
}

/// A figure with its n: a value that is not defined is a dash, which is no number.
fn figure(of: &Value, value: &str) -> Vec<String> {
    of[value].as_f64().map(|value| format!("{value:.3}")).into_iter().chain([n(&of["n"])]).collect()
}

fn percent(some: u64, all: u64) -> String {
    format!("{:.1}", some as f64 / all as f64 * 100.0)
}

fn short(symbol: &Value) -> &str {
    symbol.as_str().unwrap().trim_start_matches("A/RES/")
}

fn name(code: &Value) -> &'static str {
    let members = RECORD.members();
    members.by_code(code.as_str().unwrap()).map(|id| members.get(id).name.as_ref()).unwrap()
}

/// The number before a text in another.
fn number_before(text: &str, after: &str) -> Option<String> {
    let end = text.find(after)?;
    text[..end].split_whitespace().next_back().map(str::to_owned)
}

/// Compares a view over a window; says how many of its figures.
type Compared = fn(&str) -> usize;

/// What a window says of itself: how many roll calls of how many, from when to when.
fn window(sheet: &mut Sheet, answer: &Value) {
    let (some, all) = (n(&answer["window"]["rollcalls"]), count(*LEN as u64));
    sheet.between("", &[some.clone(), all.clone()], "roll calls");
    sheet.between("all", std::slice::from_ref(&all), "roll calls");
    sheet.between("", std::slice::from_ref(&all), "roll calls");
    sheet.between("", &[some], "roll calls");
    sheet.between("", &[all], "adopted resolutions");
    // The first and the last day of the record stand in the header.
    sheet.texts(&asked(&["country", "USA"], ""));
    sheet.texts(answer);
}

/// The keys that type a query.
fn typed(query: &str) -> String {
    query.replace(' ', "_")
}

/// A check that crossed out whatever there is would find no fault.
#[test]
fn a_figure_that_no_command_gives_is_found() {
    let fault =
        |sheet: Sheet| std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| sheet.account("a test"))).is_err();
    let pair = asked(&["agree", "HUN", "UKR"], "since:2015");
    let mut sheet = Sheet::after(": pair/HUN,UKR?since:2015 Enter", SIZE);
    window(&mut sheet, &pair);
    assert!(fault(sheet));
    let mut sheet = Sheet::after(": pair/HUN,UKR?since:2015 Enter", SIZE);
    let [value, of] = figure(&pair, "value").try_into().unwrap();
    assert_eq!(sheet.claim("agreement", &["0.123".to_owned(), of.clone()]), 0);
    assert_eq!(sheet.claim("agreement", &[value, "1".to_owned()]), 0);
    assert_eq!(sheet.claim("Votes of", &[of]), 0);
}

#[test]
#[expect(clippy::print_stdout, reason = "how much was compared is what the test has to say")]
fn every_figure_on_the_screen_is_one_of_the_command() {
    const WINDOWS: [&str; 3] = ["since:2024", "year:1975", "topic:palestine year:2000..2012"];
    let views: [(&str, Compared); 12] = [
        ("votes", rollcalls::list),
        ("roll call", rollcalls::page),
        ("countries and member", members::member),
        ("pair", pairs::pair),
        ("blocs", blocs::blocs),
        ("compare", moves::compare),
        ("series", moves::series),
        ("world by vote", maps::votes),
        ("world by agreement", maps::agreement),
        ("matrix", pairs::matrix),
        ("positions", maps::positions),
        ("drift", pairs::drift),
    ];
    let mut wrong = Vec::new();
    for (view, compared) in views {
        // All that is wrong is said at once.
        let of: Vec<_> = WINDOWS.iter().map(|query| std::panic::catch_unwind(|| compared(query)).ok()).collect();
        println!("{view}: {} figures, {of:?} over {WINDOWS:?}", of.iter().flatten().sum::<usize>());
        wrong.extend(of.contains(&None).then_some(view));
    }
    assert!(wrong.is_empty(), "not all figures are those of the commands: {wrong:?}");
}
