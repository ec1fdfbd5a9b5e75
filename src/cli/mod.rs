//! The commands: arguments in, an answer on stdout, messages on stderr, an exit code.
//!
//! 0 is answered, 1 is nothing matched, 2 is wrong usage or bad input, said in one line. A reader that goes away before
//! the end is no failure.

mod args;
mod import;
mod output;

use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::import::{BadInput, SaveError};
use crate::query::{self, Query, SymbolError, Words};
use crate::record::{BadRecord, Open, Record};
use crate::report::{Holdings, List, Show, Window, order};
use crate::terminal;

use self::args::{Args, Command};
use self::output::Output;

/// Why a command gave no answer.
#[derive(Debug)]
enum Failure {
    /// Nothing matched: exit 1.
    Nothing(String),
    /// Wrong usage or bad input: exit 2.
    Bad(String),
    /// Stdout went away: exit 0.
    ReaderGone,
}

impl Failure {
    fn bad(error: impl Into<String>) -> Self {
        Self::Bad(error.into())
    }
}

impl From<BadRecord> for Failure {
    fn from(error: BadRecord) -> Self {
        Self::Bad(error.to_string())
    }
}

impl From<BadInput> for Failure {
    fn from(error: BadInput) -> Self {
        Self::Bad(error.to_string())
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::Bad(error.to_string())
    }
}

/// Runs the program with the arguments it was started with.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return output::usage(&error),
    };
    let output = Output::new(&args.options);
    match answer(&args, &output) {
        Ok(()) | Err(Failure::ReaderGone) => ExitCode::SUCCESS,
        Err(Failure::Nothing(message)) => {
            output::say(&message);
            ExitCode::from(1)
        }
        Err(Failure::Bad(message)) => {
            output::say(&message);
            ExitCode::from(2)
        }
    }
}

fn answer(args: &Args, output: &Output) -> Result<(), Failure> {
    let file = args.options.record.as_deref();
    match &args.command {
        Some(Command::List(list)) => {
            let record = open(file)?.record;
            let text = list.query.join(" ");
            let query = read_query(&text)?;
            let set = query.run(&record, &Words::new(&record));
            let mut ids = order(&record, &set, list.sort.into(), list.reverse);
            ids.truncate(list.limit.unwrap_or(usize::MAX));
            let list = List::new(&record, &ids, Window::new(&record, &text, &set));
            output.write(&list, &record)?;
            if list.is_empty() { Err(Failure::Nothing(nothing_matched(&text))) } else { Ok(()) }
        }
        Some(Command::Show { symbol }) => {
            let record = open(file)?.record;
            let id = query::find(&record, symbol).map_err(|error| no_symbol(&record, symbol, &error))?;
            output.write(&Show::new(&record, id, symbol), &record)
        }
        Some(Command::Record) => {
            let Open { record, file, .. } = open(file)?;
            output.write(&Holdings::new(&record, file.as_deref()), &record)
        }
        Some(Command::Import(import)) => import::run(import, file, output),
        None => {
            let record = open(file)?.record;
            let query = args.query.join(" ");
            read_query(&query)?;
            terminal::run(&record, &query).map_err(|error| Failure::bad(error.to_string()))
        }
    }
}

fn open(file: Option<&Path>) -> Result<Open, Failure> {
    Ok(Open::new(file)?)
}

fn read_query(text: &str) -> Result<Query, Failure> {
    Query::parse(text).map_err(|error| {
        let (before, at) = (&text[..error.span.start], &text[error.span.clone()]);
        let column = before.chars().count() + 1;
        Failure::Bad(format!("query, column {column}, at \"{}\": {error}", at.escape_debug()))
    })
}

fn nothing_matched(query: &str) -> String {
    format!("no roll call matches \"{}\"; try fewer words, or a longer span of time", query.escape_debug())
}

fn no_symbol(record: &Record, symbol: &str, error: &SymbolError) -> Failure {
    let symbol = symbol.escape_debug();
    match error {
        SymbolError::Unknown => Failure::Nothing(format!(
            "no roll call is called \"{symbol}\"; name a resolution (ES-11/7), a draft (A/ES-11/L.10) or a record number, \
             or look with `plenary list`"
        )),
        SymbolError::Several(ids) => {
            let symbols: Vec<_> = ids.iter().map(|&id| record.rollcall(id).symbol.as_ref()).collect();
            Failure::Bad(format!("\"{symbol}\" names {} roll calls; name one of {}", ids.len(), symbols.join(", ")))
        }
    }
}
