//! The commands: arguments in, an answer on stdout, messages on stderr, an exit code.
//!
//! 0 is answered, 1 is nothing matched, 2 is wrong usage or bad input, said in one line. A reader that goes away before
//! the end is no failure.

mod args;
mod asked;
mod bloc;
mod compare;
mod config;
mod import;
mod letters;
mod output;
mod pairs;
mod picture;
mod usage;

use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use crate::answer::{Country, Window};
use crate::import::{BadInput, SaveError};
use crate::query::{self, Expression, Lexicon, Link, LinkError, QueryError, SymbolError, written};
use crate::record::{BadRecord, Record};
use crate::report::{AgainstReport, Blocs, Check, Holdings, RollCallList, Show, Topics, order};
use crate::store;
use crate::terminal::{self, Opening};
use crate::ui::Colours;
use crate::user::{Open, open_blocs, remove_bloc, save_bloc};

use self::args::{Args, BlocsArgs, Command, CountryArgs, Options, SortArg, When};
use self::asked::{Asked, member, names_in_one_piece};
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

impl From<LinkError> for Failure {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::Nothing(what) => Self::Nothing(what),
            LinkError::Bad(what) => Self::Bad(what),
        }
    }
}

/// The program's arguments, for its manual and for completions.
pub fn command() -> clap::Command {
    Args::command()
}

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

/// What a script learns from an answer.
fn exit(answer: Result<(), Failure>) -> ExitCode {
    match answer {
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
            "--at, --fresh and a query before a command are for the explorer; leave them out, or put the query behind the \
             command, as in: plenary list ukraine",
        ));
    }
    let file = args.options.record.as_deref();
    let open = || open_as(&args.options);
    match &args.command {
        Some(Command::List(list)) => {
            let record = open()?.record;
            if matches!(list.sort, SortArg::Absent) {
                knows_absences(&record, "--sort absent", "--sort abstain")?;
            }
            let lexicon = lexicon(&record)?;
            let asked = Asked::new(&list.query, &lexicon)?;
            let mut ids = order(&record, &asked.set, list.sort.into(), list.reverse);
            ids.truncate(list.limit.map_or(usize::MAX, NonZeroUsize::get));
            output.write(&RollCallList::new(&record, &ids, asked.window(&lexicon)), &record)?;
            asked.end(&lexicon)
        }
        Some(Command::Show { symbol }) => {
            let record = open()?.record;
            let id = query::find(&record, symbol).map_err(|error| no_symbol(&record, symbol, &error))?;
            output.write(&Show::new(&lexicon(&record)?, id, symbol), &record)
        }
        Some(Command::Country(args)) => country(args, &open()?.record, output),
        Some(Command::Agree(args)) => pairs::agree(args, &open()?.record, output),
        Some(Command::Matrix(args)) => pairs::matrix(args, &open()?.record, output),
        Some(Command::Positions { query }) => pairs::positions(query, &open()?.record, output),
        Some(Command::Drift(args)) => pairs::drift(args, &open()?.record, output),
        Some(Command::Bloc(args)) => bloc::run(args, &open()?.record, output),
        Some(Command::Compare { symbols, moved }) => compare::compare(symbols, *moved, &open()?.record, output),
        Some(Command::Series { symbol, query }) => compare::series(symbol, query, &open()?.record, output),
        Some(Command::Picture(args)) => picture::run(args, &open()?.record),
        Some(Command::Record) => {
            let Open { record, file, .. } = open()?;
            output.write(&Holdings::new(&record, file.as_deref().map(store::place)), &record)
        }
        Some(Command::Check { against: Some(file) }) => {
            let (record, other) = (open()?.record, Open::new(Some(file))?.record);
            let report = AgainstReport::new(&record, &other, store::place(file));
            output.write(&report, &record)?;
            if report.is_empty() {
                return Err(Failure::Nothing("no roll call of the two is the same vote".to_owned()));
            }
            Ok(())
        }
        Some(Command::Check { against: None }) => {
            let record = open()?.record;
            let check = Check::new(&record);
            output.write(&check, &record)?;
            if check.holds() { Ok(()) } else { Err(Failure::Nothing("the record check failed; see above".to_owned())) }
        }
        Some(Command::Topics) => {
            let record = open()?.record;
            let lexicon = lexicon(&record)?;
            let topics = Topics::new(&lexicon).map_err(|error| Failure::Bad(error.to_string()))?;
            output.write(&topics, &record)
        }
        Some(Command::Blocs(change)) => blocs(change, &open()?.record, output),
        Some(Command::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut command(), "plenary", &mut script);
            output::print(&String::from_utf8_lossy(&script))
        }
        Some(Command::Config(what)) => config::run(what, file, output),
        Some(Command::Import(import)) => import::run(import, file, output),
        None => {
            let record = open()?.record;
            explore(args, &lexicon(&record)?)
        }
    }
}

/// Opens the explorer.
fn explore(args: &Args, lexicon: &Lexicon<'_>) -> Result<(), Failure> {
    let asked = Asked::new(&args.query, lexicon);
    if let Some(word) = args.query.first().filter(|_| asked.as_ref().map_or(true, |asked| asked.set.is_empty()))
        && let Some(meant) = usage::command_meant(word)
    {
        let word = word.escape_debug();
        return Err(Failure::Bad(format!("no command is called \"{word}\"; did you mean plenary {meant}?")));
    }
    let asked = asked?;
    let link = match &args.at {
        Some(link) => Some(Link::parse(link, lexicon)?),
        None => asked.link(),
    };
    let colours = match args.options.color {
        When::Never => Some(Colours::None),
        When::Always => Some(Colours::of(|name| std::env::var(name).ok().filter(|_| name != "NO_COLOR"))),
        When::Auto => None,
    };
    let opening =
        Opening { link, fresh: args.fresh, ascii: args.options.ascii, few_letters: letters::are_few(), colours };
    let lost = terminal::run(lexicon, &opening).map_err(|error| Failure::bad(error.to_string()))?;
    if let Some(lost) = lost {
        output::say(&lost);
    }
    Ok(())
}

/// A member's record over the roll calls of a query.
fn country(args: &CountryArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    names_in_one_piece("country", [&args.name].into_iter().chain(&args.query), 1, &lexicon)?;
    let member = member(&args.name, &lexicon)?;
    let asked = Asked::beside_names(&args.query, &lexicon)?;
    let country = Country::new(&lexicon, member, asked.window(&lexicon), &asked.set, args.limit.get());
    output.write(&country, record)?;
    asked.end(&lexicon)
}

/// Saves or removes a bloc of the user's, then lists all of them.
fn blocs(change: &BlocsArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = Lexicon::new(record, Ok(open_blocs().map_err(Failure::Bad)?)).map_err(Failure::Bad)?;
    // All are read before one is kept.
    let mut wanted = Vec::new();
    for pair in change.save.chunks_exact(2) {
        let (name, text) = (&pair[0], &pair[1]);
        lexicon.can_be_saved(name).map_err(Failure::Bad)?;
        if let Some(taken) = lexicon.taken_name(name) {
            return Err(Failure::Bad(taken));
        }
        let expression = Expression::parse(text, &lexicon).map_err(|error| pointed("expression", text, &error))?;
        wanted.push((name, expression));
    }
    for (name, expression) in wanted {
        save_bloc(&lexicon, name, &expression).map_err(Failure::Bad)?;
    }
    if let Some(name) = &change.remove {
        let name = name.trim_start_matches('@');
        match remove_bloc(&lexicon, name).map_err(Failure::Bad)? {
            None => return Err(Failure::Nothing(format!("no saved bloc is called \"{}\"", name.escape_debug()))),
            Some(lost) => {
                for other in lost {
                    output::say(&format!("@{} was defined by it and can no longer be read", written(&other)));
                }
            }
        }
    }
    output.write(&Blocs::new(&lexicon).map_err(Failure::Bad)?, record)
}

/// The record that the options ask for.
fn open_as(options: &Options) -> Result<Open, Failure> {
    let open = open(options.record.as_deref())?;
    if !options.corrections {
        return Ok(open);
    }
    Ok(Open { record: open.record.corrected(), ..open })
}

fn open(file: Option<&Path>) -> Result<Open, Failure> {
    Ok(Open::new(file)?)
}

fn lexicon(record: &Record) -> Result<Lexicon<'_>, Failure> {
    Lexicon::new(record, open_blocs()).map_err(Failure::Bad)
}

/// An error of a text, with the place in it.
fn pointed(what: &str, text: &str, error: &QueryError) -> Failure {
    Failure::Bad(error.pointed(what, text))
}

/// Refuses what counts absences on a record that does not know them, and proposes another.
fn knows_absences(record: &Record, asked: &str, other: &str) -> Result<(), Failure> {
    if record.origin().has_absences() {
        return Ok(());
    }
    Err(Failure::Bad(format!(
        "{asked} counts absences, which this record does not know; take another, such as {other}"
    )))
}

fn no_symbol(record: &Record, symbol: &str, error: &SymbolError) -> Failure {
    let message = error.message(record, symbol);
    match error {
        SymbolError::Unknown => Failure::Nothing(message),
        SymbolError::Several(_) => Failure::Bad(message),
    }
}
