//! The commands over pairs of members: `agree`, `matrix`, `positions` and `drift`.

use crate::analysis::{Metric, Windows};
use crate::query::Lexicon;
use crate::record::{Record, RollCallSet};
use crate::report::{Agree, DriftReport, MatrixReport, Positions};

use super::args::{AgreeArgs, DriftArgs, MatrixArgs};
use super::output::Output;
use super::{Failure, knows_absences, lexicon, matched, read_query};

/// Two members beside each other.
pub(super) fn agree(args: &AgreeArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let member = |name: &String| lexicon.member(name).map_err(Failure::Bad);
    let (a, b) = (member(&args.a)?, member(&args.b)?);
    if a == b {
        let [one, two] = [&args.a, &args.b].map(|name| name.escape_debug());
        let name = &record.members().get(a).name;
        return Err(Failure::Bad(format!("\"{one}\" and \"{two}\" are both {name}; name two members")));
    }
    let metric = known(args.metric, record)?;
    let (text, set) = chosen(&args.query, args.contested, &lexicon)?;
    output.write(&Agree::new(&lexicon, (a, b), metric, &text, &set, args.by.map(Into::into)), record)?;
    matched(&text, &set, &lexicon)
}

/// All pairs of members.
pub(super) fn matrix(args: &MatrixArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let metric = known(args.metric, record)?;
    let lexicon = lexicon(record)?;
    let (text, set) = chosen(&args.query, args.contested, &lexicon)?;
    output.write(&MatrixReport::new(record, metric, &text, &set), record)?;
    matched(&text, &set, &lexicon)
}

/// Members on two axes.
pub(super) fn positions(query: &[String], record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let (text, set) = chosen(query, false, &lexicon)?;
    output.write(&Positions::new(record, &text, &set), record)?;
    matched(&text, &set, &lexicon)
}

/// Pairs in two windows.
pub(super) fn drift(args: &DriftArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let member = args.name.as_ref().map(|name| lexicon.member(name).map_err(Failure::Bad)).transpose()?;
    let window = |text: &String| Ok::<_, Failure>(read_query(text, &lexicon)?.run(&lexicon));
    let (before, after) = (window(&args.before)?, window(&args.after)?);
    let both = before.count_both(&after);
    if both > 0 {
        let common = crate::report::counted(both, "roll call");
        return Err(Failure::Bad(format!(
            "{common} are in both windows; end --before where --after begins, as in: --before until:2009 --after since:2010"
        )));
    }
    let windows = Windows { before: &before, after: &after };
    output.write(&DriftReport::new(&lexicon, member, (&args.before, &args.after), windows), record)?;
    matched(&args.before, &before, &lexicon)?;
    matched(&args.after, &after, &lexicon)
}

/// The roll calls of a query, without the unanimous ones if so asked, and the query that says so.
fn chosen(query: &[String], contested: bool, lexicon: &Lexicon<'_>) -> Result<(String, RollCallSet), Failure> {
    let words: Vec<_> = query.iter().map(String::as_str).chain(contested.then_some("contested")).collect();
    let text = words.join(" ");
    let set = read_query(&text, lexicon)?.run(lexicon);
    Ok((text, set))
}

/// The metric, if the record has what it counts.
fn known(metric: Metric, record: &Record) -> Result<Metric, Failure> {
    if metric == Metric::State {
        knows_absences(record, "--metric state", "--metric agreement")?;
    }
    Ok(metric)
}
