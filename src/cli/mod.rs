//! The commands: arguments in, an answer on stdout, messages on stderr, an exit code.
//!
//! 0 is answered, 1 is nothing matched, 2 is wrong usage or bad input, said in one line. A reader that goes away before
//! the end is no failure.

mod args;
mod asked;
mod bloc;
mod blocs;
mod compare;
mod config;
mod explore;
mod failure;
mod import;
mod letters;
mod links;
mod opened;
mod output;
mod pairs;
mod picture;
mod sides;
mod stray;
mod usage;
mod votes;

use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use crate::answer::texts::{AdoptedText, TextList};
use crate::answer::{AgainstReport, Check, Country, Holdings, RollCallList, Show, Topics, Window, order};
use crate::query::{self, SymbolError};
use crate::record::Record;
use crate::report::TextsBySession;
use crate::store;
use crate::user::Open;

use self::args::{Args, Command, CountryArgs, ListArgs, SortArg, TextsArgs, TextsByArg};
use self::asked::{Asked, member, names_in_one_piece};
use self::failure::Failure;
use self::opened::{knows_absences, lexicon, open, open_as};
use self::output::{Output, exit};

pub use self::args::command;

/// Runs the program with the arguments it was started with.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) if error.kind() == ErrorKind::DisplayVersion => return exit(version()),
        Err(error) => return output::usage(&error),
    };
    let output = Output::new(&args.options);
    exit(answer(&args, &output))
}

/// The program's version, and which record it answers from.
fn version() -> Result<(), Failure> {
    // Whatever is wrong with the record: who reports that is asked for the version.
    output::print(concat!("plenary ", env!("CARGO_PKG_VERSION"), "\n"))?;
    let record = open(None)?.record;
    let window = Window::new(&record, "", &record.all());
    output::print(&letters::fitting(&format!("record: {}\nSHA-256 {}\n", window.line(), record.checksum())))
}

fn answer(args: &Args, output: &Output) -> Result<(), Failure> {
    if args.command.is_some() && (args.fresh || args.at.is_some() || !args.query.is_empty()) {
        return Err(Failure::bad(
            "--at, --fresh and a query before a command are for the explorer; leave them out, or put the query after \
             the command, as in: plenary list ukraine",
        ));
    }
    let file = args.options.record.as_deref();
    let open = || open_as(&args.options);
    match &args.command {
        Some(Command::List(args)) => list(args, &open()?.record, output),
        Some(Command::Show { symbol }) => {
            let record = open()?.record;
            let found = query::find(&record, symbol);
            if found == Err(SymbolError::Unknown)
                && let Some(text) = query::find_text(&record, symbol)
            {
                return output.write(&AdoptedText::new(&record, text), &record);
            }
            let id = found.map_err(|error| Failure::no_symbol(&record, symbol, &error))?;
            output.write(&Show::new(&lexicon(&record)?.about(id), id, symbol), &record)
        }
        Some(Command::Country(args)) => country(args, &open()?.record, output),
        Some(Command::Agree(args)) => pairs::agree(args, &open()?.record, output),
        Some(Command::Matrix(args)) => pairs::matrix(args, &open()?.record, output),
        Some(Command::Positions { query }) => pairs::positions(query, &open()?.record, output),
        Some(Command::Drift(args)) => pairs::drift(args, &open()?.record, output),
        Some(Command::Bloc(args)) => bloc::run(args, &open()?.record, output),
        Some(Command::Compare { symbols, moved }) => compare::compare(symbols, *moved, &open()?.record, output),
        Some(Command::Series { symbol, query, grid }) => {
            compare::series((symbol, query), *grid, &open()?.record, output)
        }
        Some(Command::Picture(args)) => picture::run(args, &open()?.record),
        Some(Command::Record) => {
            let Open { record, file, .. } = open()?;
            output.write(&Holdings::new(&record, file.as_deref().map(store::place)), &record)
        }
        Some(Command::Check { against: Some(file) }) => against(file, &open()?.record, output),
        Some(Command::Check { against: None }) => check(&open()?.record, output),
        Some(Command::Votes(args)) => votes::run(args, &open()?.record, output),
        Some(Command::Texts(args)) => texts(args, &open()?.record, output),
        Some(Command::Topics) => topics(&open()?.record, output),
        Some(Command::Blocs(change)) => blocs::run(change, &open()?.record, output),
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command(), "plenary", &mut script);
            output::print(&String::from_utf8_lossy(&script))
        }
        Some(Command::Config(what)) => config::run(what, file, output),
        Some(Command::Import(import)) => import::run(import, file, output),
        None => {
            let record = open()?.record;
            explore::explore(args, &lexicon(&record)?)
        }
    }
}

/// The roll calls of a query.
fn list(args: &ListArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    if matches!(args.sort, SortArg::Absent) {
        knows_absences(record, "--sort absent", "--sort abstain")?;
    }
    let lexicon = lexicon(record)?;
    let asked = Asked::new(&args.query, &lexicon)?;
    let mut ids = order(record, &asked.set, args.sort.into(), args.reverse);
    ids.truncate(args.limit.map_or(usize::MAX, NonZeroUsize::get));
    output.write(&RollCallList::new(record, &ids, asked.window(&lexicon)), record)?;
    asked.end(&lexicon)
}

/// A member's record over the roll calls of a query.
fn country(args: &CountryArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    names_in_one_piece("country", [&args.name].into_iter().chain(&args.query), 1, &lexicon)?;
    let member = member(&args.name, &args.query, &lexicon)?;
    let asked = Asked::beside_names(&args.query, &lexicon)?;
    let country = Country::new(&lexicon, member, asked.window(&lexicon), &asked.set, args.limit.get());
    output.write(&country, record)?;
    asked.end(&lexicon)
}

/// The record counted again.
fn check(record: &Record, output: &Output) -> Result<(), Failure> {
    let check = Check::new(record);
    output.write(&check, record)?;
    if check.holds() { Ok(()) } else { Err(Failure::Nothing("the record check failed; see above".to_owned())) }
}

/// The record beside another.
fn against(file: &Path, record: &Record, output: &Output) -> Result<(), Failure> {
    let other = Open::new(Some(file))?.record;
    let report = AgainstReport::new(record, &other, store::place(file));
    output.write(&report, record)?;
    if report.is_empty() {
        return Err(Failure::Nothing("the two records have no vote in common".to_owned()));
    }
    Ok(())
}

fn texts(args: &TextsArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let asked = Asked::new(&args.query, &lexicon)?;
    let list = TextList::new(&lexicon, asked.query());
    match args.by {
        Some(TextsByArg::Session) => output.write(&TextsBySession::new(&list), record)?,
        None => output.write(&list, record)?,
    }
    if list.rows.is_empty() {
        return Err(Failure::Nothing("no adopted text matches; try fewer words, or a longer span of time".to_owned()));
    }
    Ok(())
}

/// The topics.
fn topics(record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let topics = Topics::new(&lexicon).map_err(|error| Failure::Bad(error.to_string()))?;
    output.write(&topics, record)
}
