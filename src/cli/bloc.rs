//! `plenary bloc`: one bloc, or two against each other.

use crate::answer::BlocReport;
use crate::query::{Expression, Lexicon, is_joiner, shell_quoted, written};
use crate::record::{Record, State};

use super::args::BlocArgs;
use super::asked::{Asked, names_in_one_piece, no_joiners};
use super::failure::Failure;
use super::opened::lexicon;
use super::output::Output;

/// One bloc, or two against each other, over the roll calls of a query.
pub(super) fn run(args: &BlocArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let words = || [&args.a].into_iter().chain(&args.rest);
    no_joiners("bloc", words(), 1, &lexicon)?;
    names_in_one_piece("bloc", words(), 1, &lexicon)?;
    let second = args.rest.first().filter(|text| is_expression(text, record));
    let rest = &args.rest[usize::from(second.is_some())..];
    let read =
        |text: &String| Expression::parse(text, &lexicon).map_err(|error| Failure::pointed("expression", text, &error));
    let a = read(&args.a)?;
    let b = second.map(read).transpose()?;
    let asked = Asked::beside_names(rest, &lexicon);
    let written = a.to_string();
    let asked = asked.map_err(|failure| or_bloc(&written, second, rest, failure, &lexicon))?;
    let by: Vec<_> = args.by.map(Into::into).into_iter().collect();
    output.write(&BlocReport::new(&lexicon, (&a, b.as_ref()), asked.window(&lexicon), &asked.set, &by), record)?;
    asked.end(&lexicon)
}

/// Whether the second argument of `bloc` is an expression; if not, the query begins there.
fn is_expression(text: &str, record: &Record) -> bool {
    let call = text.split_once('(').is_some_and(|(word, _)| {
        let word = word.trim();
        State::OF_MEMBERS.iter().any(|state| state.word().eq_ignore_ascii_case(word))
    });
    let bloc = text.starts_with('@') && !text.contains(':') || text.starts_with('(') || text.contains(['+', '&']);
    call || bloc || text.eq_ignore_ascii_case("all") || record.members().by_code(text).is_some()
}

/// The failure to read a query, with what to do if a bloc was meant by its first word.
fn or_bloc(a: &str, b: Option<&String>, rest: &[String], failure: Failure, lexicon: &Lexicon<'_>) -> Failure {
    let (Failure::Bad(message), Some(word)) = (&failure, rest.first().filter(|word| !is_joiner(word))) else {
        return failure;
    };
    let name = match (lexicon.names().exactly(word), lexicon.bloc_called(word.trim_start_matches('@'))) {
        (Some(id), _) => lexicon.record().code(id).to_owned(),
        (None, Some(bloc)) => format!("@{}", written(&bloc)),
        (None, None) => return failure,
    };
    let meant = match b {
        None => format!("for two blocs: plenary bloc {} {}", shell_quoted(a), shell_quoted(&name)),
        Some(b) => format!("for one bloc of all: plenary bloc {}", shell_quoted(&format!("{a}+{b}+{name}"))),
    };
    Failure::Bad(format!("{message}; {meant}"))
}
