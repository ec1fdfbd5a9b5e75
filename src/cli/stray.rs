//! What to say of arguments that are one too many, too few, or two in one.

use crate::query::{Expression, Lexicon, find, listed, shell_quoted, written};
use crate::record::Record;
use crate::user::open_blocs;

use super::sides;

/// How many roll calls `compare` takes.
const MOST_COMPARED: usize = 10;

/// What to say where arguments are missing: how the command is written, with those that are there if they are two in one.
pub(super) fn missing(name: &str, given: &[String]) -> Option<String> {
    let behind = given.iter().skip_while(|word| *word != name).skip(1).take_while(|word| !word.starts_with('-'));
    let behind: Vec<_> = behind.map(String::as_str).collect();
    if name == "agree"
        && let [both] = behind.as_slice()
        && let Some(names) = with_lexicon(|lexicon| listed(both, lexicon)).flatten().filter(|names| names.len() > 1)
    {
        return Some(format!("each name is an argument of its own; write: {}", sides::command(&names, &[])));
    }
    let (wants, example) = match name {
        "show" => ("a symbol", "plenary show ES-11/7"),
        "series" => ("a symbol", "plenary series ES-11/7"),
        "compare" => ("2 to 10 symbols", "plenary compare ES-11/6 ES-11/7"),
        "country" => ("a name", "plenary country Kenya"),
        "agree" => ("two names", "plenary agree USA 'Viet Nam'"),
        "bloc" => ("a bloc", "plenary bloc @EU"),
        "drift" => ("two windows", "plenary drift --before until:2013 --after since:2014"),
        "picture" => ("a link and a file", "plenary picture show/ES-11/7 --out vote.svg"),
        "import" => ("a file", "plenary import voting.csv"),
        "completions" => ("a shell", "plenary completions bash"),
        "config" => ("--default or --check", "plenary config --check"),
        _ => return None,
    };
    Some(format!("plenary {name} takes {wants}, as in: {example}"))
}

/// What a lexicon of the record that the program has says; none where that can't be read.
pub(super) fn with_lexicon<T>(ask: impl FnOnce(&Lexicon<'_>) -> T) -> Option<T> {
    let record = Record::embedded().ok()?;
    let lexicon = Lexicon::new(&record, Ok(open_blocs().unwrap_or_default())).ok()?;
    Some(ask(&lexicon))
}

/// What to say of an argument after a command that takes none, or fewer.
pub(super) fn stray(word: &str, name: Option<&str>, given: &[String]) -> Option<String> {
    let word = word.escape_debug();
    Some(match name? {
        "blocs" => {
            let known = with_lexicon(|lexicon| {
                let name = lexicon.bloc_called(word.to_string().trim_start_matches('@'))?;
                Some(shell_quoted(&format!("@{}", written(&name))))
            });
            match known.flatten() {
                Some(bloc) => {
                    format!("plenary blocs lists them all; for the figures of one write: plenary bloc {bloc}")
                }
                None if given.iter().any(|word| word == "--save") => saved_in_pieces(given),
                None => format!(
                    "plenary blocs lists them all, and none is called \"{word}\"; to save one: plenary blocs \
                     --save {} KEN+GHA",
                    shell_quoted(&word.to_string())
                ),
            }
        }
        "topics" => {
            let meant = with_lexicon(|lexicon| lexicon.topic_meant(&word.to_string()).map(str::to_owned)).flatten();
            match meant {
                Some(topic) => {
                    format!(
                        "plenary topics lists them all; for the roll calls of one write: plenary list topic:{topic}"
                    )
                }
                None => format!(
                    "plenary topics lists them all, and none is called \"{word}\"; to look for the word write: plenary \
                     list {}",
                    shell_quoted(&word.to_string())
                ),
            }
        }
        "record" | "check" => format!("\"{word}\" is one argument too many; for another record write --record {word}"),
        "show" => several_symbols(given),
        "picture" => format!("\"{word}\" is one argument too many; the file goes after --out, as in: --out map.svg"),
        "drift" => format!(
            "\"{word}\" is one argument too many; put a name of several words in quotes, and each window into one \
             argument: --before 'year:2015..2019 topic:palestine'"
        ),
        _ => return None,
    })
}

/// What to say of several symbols, or of one that a shell has parted, behind `show`.
fn several_symbols(given: &[String]) -> String {
    let behind = given.iter().skip_while(|word| *word != "show").skip(1).filter(|word| !word.starts_with('-'));
    let symbols: Vec<_> = behind.map(String::as_str).collect();
    let whole = |symbol: &str| symbol.contains('/') && symbol.contains(|c: char| c.is_ascii_digit());
    let whole = symbols.iter().all(|symbol| whole(symbol));
    // A text without a vote has nothing to be compared.
    let voted = with_lexicon(|lexicon| symbols.iter().all(|symbol| find(lexicon.record(), symbol).is_ok()));
    if whole && voted.unwrap_or(true) && symbols.len() <= MOST_COMPARED {
        let each = symbols.join(" ");
        format!("plenary show takes one symbol; to compare several: plenary compare {}", each.escape_debug())
    } else if whole {
        let each: Vec<_> = symbols.iter().map(|symbol| format!("plenary show {symbol}")).collect();
        format!("plenary show takes one symbol at a time: {}", each.join(", then ").escape_debug())
    } else {
        format!(
            "plenary show takes one symbol: put one with spaces in quotes, '{}'",
            one_symbol(&symbols).escape_debug()
        )
    }
}

/// What to say of `blocs --save five USA RUS`, whose expression is in several arguments.
pub(super) fn saved_in_pieces(given: &[String]) -> String {
    let behind = given.iter().skip_while(|word| *word != "--save").skip(1);
    let behind = behind.take_while(|word| *word == "-" || !word.starts_with('-'));
    let behind: Vec<_> = behind.map(String::as_str).collect();
    let written = behind.split_first().and_then(|(name, pieces)| {
        let whole = with_lexicon(|lexicon| {
            // Names of which one lost its quotes, or an expression with spaces.
            let whole = pieces.join(" ");
            let names = listed(&whole, lexicon).map(|names| names.join("+"));
            names.or_else(|| Some(Expression::parse(&whole, lexicon).ok()?.to_string()))
        });
        Some(format!("{} {}", shell_quoted(name), shell_quoted(&whole.flatten()?)))
    });
    let written = written.unwrap_or_else(|| "mine USA+RUS".to_owned());
    format!("an expression is one argument, its members joined by +: plenary blocs --save {written}")
}

/// A symbol that a shell has parted, as it is written: `ES 11/1`, `A/RES 68/262`, `181 (II)`.
fn one_symbol(parts: &[&str]) -> String {
    let mut whole = String::new();
    for part in parts {
        let letters = whole.chars().next_back().is_some_and(char::is_alphabetic);
        let number = part.starts_with(|c: char| c.is_ascii_digit());
        let sign = match (letters && number, whole.contains('/')) {
            _ if whole.is_empty() => "",
            (true, true) => "/",
            (true, false) => "-",
            (false, _) => " ",
        };
        whole += sign;
        whole += part;
    }
    whole
}
