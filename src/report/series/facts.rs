//! What stands above a series: how it was found, how its support went, what may belong to it.

use jiff::civil::Date;

use crate::analysis::series::{LinkedBy, SeriesIndex, support};
use crate::record::{Record, RollCallId};
use crate::report::counted;
use crate::report::text::percent;

/// How many roll calls under the same title are named; more are counted.
const NAMED: usize = 10;

/// The facts of the series `whole`, of which the roll calls `shown` were asked for.
pub(super) fn facts(
    record: &Record,
    index: &SeriesIndex,
    whole: &[RollCallId],
    shown: &[RollCallId],
) -> Vec<(&'static str, String)> {
    let mut facts = vec![("Found", found_by(index, whole))];
    facts.extend(supported(record, shown).map(|text| ("Support", text)));
    let undecided = index.undecided(whole);
    if !undecided.is_empty() {
        let others = counted(undecided.len(), "other roll call");
        let symbols: Vec<_> = undecided.iter().map(|&id| record.rollcall(id).short_symbol()).collect();
        let named = if symbols.len() <= NAMED { format!(": {}", symbols.join(", ")) } else { String::new() };
        facts.push(("Same title", format!("{others} not told apart by title from this series{named}")));
    }
    facts
}

/// How the roll calls of a series were found to be one.
fn found_by(index: &SeriesIndex, series: &[RollCallId]) -> String {
    if series.len() < 2 {
        return "alone: no other roll call is known to be on the same text".to_owned();
    }
    let ways = [
        (LinkedBy::Words, "by the words of their titles"),
        (LinkedBy::Reference, "by a title that names the one before"),
        (LinkedBy::Votes, "among several of one title by how members voted"),
        (LinkedBy::List, "by a list kept by hand"),
    ];
    let parts = ways.into_iter().filter_map(|(link, words)| {
        let count = series.iter().filter(|&&id| index.link_of(id) == Some(link)).count();
        (count > 0).then(|| format!("{count} {words}"))
    });
    let parts: Vec<_> = parts.collect();
    format!("{}; each follows the one before: {}", counted(series.len(), "roll call"), parts.join(", "))
}

/// The share of yes among votes cast at both ends, and where it was lowest and highest.
fn supported(record: &Record, rollcalls: &[RollCallId]) -> Option<String> {
    let share = |&id: &RollCallId| {
        let tally = record.tally(id);
        Some((support(tally)?, tally.cast(), record.rollcall(id).date))
    };
    let shares: Vec<_> = rollcalls.iter().filter_map(share).collect();
    let said = |&(share, n, date): &(f64, u16, Date)| format!("{} on {date} (n = {n})", percent(share));
    let by_share = |a: &&(f64, u16, Date), b: &&(f64, u16, Date)| a.0.total_cmp(&b.0);
    let (low, high) = (shares.iter().min_by(by_share)?, shares.iter().max_by(by_share)?);
    let ends = match shares.as_slice() {
        [first] => said(first),
        [first, .., last] => format!("{}, {}", said(first), said(last)),
        [] => return None,
    };
    let between = match shares.len() {
        0..=2 => String::new(),
        _ => format!("; lowest {}, highest {}", said(low), said(high)),
    };
    Some(format!("yes among votes cast: {ends}{between}"))
}

/// Why the list has roll calls of a series follow others: those with the same reason in a row together.
pub(super) fn reasons(record: &Record, index: &SeriesIndex, series: &[RollCallId]) -> Vec<(String, String)> {
    let listed = series.iter().filter_map(|&id| Some((id, index.reason(id)?)));
    let listed: Vec<_> = listed.collect();
    let same = listed.chunk_by(|a, b| a.1 == b.1).map(|same| {
        let symbols: Vec<_> = same.iter().map(|&(id, _)| record.rollcall(id).short_symbol()).collect();
        (symbols.join(", "), same[0].1.to_owned())
    });
    same.collect()
}
