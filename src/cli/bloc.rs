//! `plenary bloc`: one bloc, or two against each other.

use crate::query::{Expression, Lexicon, Query};
use crate::record::{Record, State};
use crate::report::BlocReport;

use super::args::BlocArgs;
use super::output::Output;
use super::{Failure, lexicon, matched, pointed, read_query};

/// One bloc, or two against each other, over the roll calls of a query.
pub(super) fn run(args: &BlocArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let second = args.rest.first().filter(|text| is_expression(text, record));
    let text = args.rest[usize::from(second.is_some())..].join(" ");
    let read = |text: &String| Expression::parse(text, &lexicon).map_err(|error| pointed("expression", text, &error));
    let a = read(&args.a)?;
    let b = second.map(|text| read(text).map_err(|failure| or_query(text, failure, &lexicon))).transpose()?;
    let set = read_query(&text, &lexicon)?.run(&lexicon);
    output.write(&BlocReport::new(&lexicon, (&a, b.as_ref()), &text, &set, args.by.map(Into::into)), record)?;
    matched(&text, &set, &lexicon)
}

/// Whether the second argument of `bloc` is an expression; if not, the query begins there.
fn is_expression(text: &str, record: &Record) -> bool {
    let call = text.split_once('(').is_some_and(|(word, _)| {
        let word = word.trim();
        State::OF_MEMBERS.iter().any(|state| state.word().eq_ignore_ascii_case(word))
    });
    call || text.starts_with(['@', '(']) || text.contains(['+', '&']) || record.members().by_code(text).is_some()
}

/// The failure to read an expression, with what to do if a query such as @EU:split was meant.
fn or_query(text: &str, failure: Failure, lexicon: &Lexicon<'_>) -> Failure {
    match failure {
        Failure::Bad(message) if text.starts_with('@') && Query::parse(text, lexicon).is_ok() => {
            let text = text.escape_debug();
            Failure::Bad(format!("{message}; if it is a query, put a term before it, as in: since:1946 '{text}'"))
        }
        failure => failure,
    }
}
