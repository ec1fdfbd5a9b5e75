//! The commands over pairs of members: `agree`, `matrix`, `positions` and `drift`.

use crate::answer::{Agree, Between, By, Comparison, DriftReport, MatrixReport, Metric, Positions, Windows};
use crate::query::{Lexicon, is_joiner, listed, names_one, shell_quoted};
use crate::record::{MemberId, Record};

use super::args::{AgreeArgs, DriftArgs, MatrixArgs};
use super::asked::{Asked, are_codes, member, names_in_one_piece, no_joiners};
use super::failure::Failure;
use super::opened::{knows_absences, lexicon};
use super::output::Output;
use super::sides::{command, several};

/// Two members beside each other, or one beside two others.
pub(super) fn agree(args: &AgreeArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let words = || [&args.a, &args.b].into_iter().chain(&args.query);
    let arguments: Vec<_> = words().map(String::as_str).collect();
    if !are_codes(&arguments, 2, &lexicon)
        && let Some(said) = several(&arguments, &lexicon)
    {
        return Err(Failure::Bad(said));
    }
    no_joiners("agree", words(), 2, &lexicon)?;
    names_in_one_piece("agree", words(), 2, &lexicon)?;
    let third = args.query.first().filter(|name| !is_joiner(name) && names_one(name, &lexicon));
    if third.is_some() {
        names_in_one_piece("agree", words(), 3, &lexicon)?;
    }
    let names: Vec<_> = [&args.a, &args.b].into_iter().chain(third).collect();
    let members = names.iter().map(|name| member(name, &[], &lexicon)).collect::<Result<Vec<_>, _>>()?;
    different(&names, &members, record)?;
    let metric = known(args.metric, record)?;
    let asked = Asked::beside_names(&args.query[names.len() - 2..], &lexicon)?;
    let asked = if args.contested { asked.contested(&lexicon)? } else { asked };
    let over = Comparison { metric, set: &asked.set, window: asked.window(&lexicon) };
    match members.as_slice() {
        &[a, b, c] => {
            let by = args.by.map_or(By::Year, Into::into);
            output.write(&Between::new(&lexicon, a, [b, c], over, by), record)?;
        }
        _ => {
            let by = args.by.map(Into::into);
            output.write(&Agree::new(&lexicon, (members[0], members[1]), over, by), record)?;
        }
    }
    asked.end(&lexicon)
}

/// Refuses one member under two names.
fn different(names: &[&String], members: &[MemberId], record: &Record) -> Result<(), Failure> {
    for (at, member) in members.iter().enumerate() {
        if let Some(same) = members[..at].iter().position(|other| other == member) {
            let [one, two] = [names[same], names[at]].map(|name| name.escape_debug());
            let name = record.name(*member);
            let many = if names.len() == 2 { "two" } else { "three" };
            return Err(Failure::Bad(format!("\"{one}\" and \"{two}\" are both {name}; name {many} members")));
        }
    }
    Ok(())
}

/// All pairs of members.
pub(super) fn matrix(args: &MatrixArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let metric = known(args.metric, record)?;
    let lexicon = lexicon(record)?;
    let asked = Asked::beside_names(&args.query, &lexicon)?;
    let asked = if args.contested { asked.contested(&lexicon)? } else { asked };
    output.write(&MatrixReport::new(record, metric, asked.window(&lexicon), &asked.set), record)?;
    asked.end(&lexicon)
}

/// Members on two axes.
pub(super) fn positions(query: &[String], record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    let asked = Asked::beside_names(query, &lexicon)?;
    output.write(&Positions::new(record, asked.window(&lexicon), &asked.set), record)?;
    asked.end(&lexicon)
}

/// Pairs in two windows.
pub(super) fn drift(args: &DriftArgs, record: &Record, output: &Output) -> Result<(), Failure> {
    let lexicon = lexicon(record)?;
    if let Some(said) = args.name.as_ref().and_then(|name| not_one(name, args, &lexicon)) {
        return Err(Failure::Bad(said));
    }
    let member = args.name.as_ref().map(|name| member(name, &[], &lexicon)).transpose()?;
    let [before, after] =
        [&args.before, &args.after].map(|text| Asked::beside_names(std::slice::from_ref(text), &lexicon));
    let (before, after) = (before?, after?);
    let both = before.set.count_both(&after.set);
    if both > 0 {
        let common = crate::report::counted(both, "roll call");
        return Err(Failure::Bad(format!(
            "{common} are in both windows; end --before where --after begins, as in: --before until:2009 --after since:2010"
        )));
    }
    let windows = Windows { before: &before.set, after: &after.set };
    let parts = [before.window(&lexicon), after.window(&lexicon)];
    let moved = DriftReport::new(record, member, parts, windows).with_topics(&lexicon, windows);
    output.write(&moved, record)?;
    before.end(&lexicon)?;
    after.end(&lexicon)
}

/// What to say of a name before two windows that is a bloc, or several members: commands with both windows.
fn not_one(name: &str, args: &DriftArgs, lexicon: &Lexicon<'_>) -> Option<String> {
    lexicon.record().members().by_code(name).is_none().then_some(())?;
    let one = |name: &str| lexicon.names().exactly(name).is_some();
    let names = listed(name, lexicon).filter(|_| !one(name))?;
    let shown = name.escape_debug();
    let [before, after] = [&args.before, &args.after].map(|window| shell_quoted(window));
    if names.iter().all(|name| one(name)) && names.len() > 1 {
        let each = names.iter().map(|name| format!("plenary drift {name} --before {before} --after {after}"));
        return Some(format!(
            "\"{shown}\" is several members; one at a time: {}",
            each.collect::<Vec<_>>().join(", then ")
        ));
    }
    let each = [&args.before, &args.after].map(|window| command(&names, &[window]));
    Some(format!("\"{shown}\" is not one member; for a bloc in each window: {}", each.join(", then ")))
}

/// The metric, if the record has what it counts.
fn known(metric: Metric, record: &Record) -> Result<Metric, Failure> {
    if metric == Metric::State {
        knows_absences(record, "--metric state", "--metric agreement")?;
    }
    Ok(metric)
}
