//! The symbols that a text which names none may have meant.

use strsim::osa_distance;

use crate::record::{Record, without_resolution};

/// How many are proposed at most.
const MOST: usize = 3;

/// The symbols nearest to `wanted`: those of the same letters and digits, other parts of the same text, those of which it
/// is the end, then those one slip away. Without `A/RES/`, newest first.
pub(super) fn nearest(record: &Record, wanted: &str) -> Vec<String> {
    let whole = wanted;
    let wanted = key(wanted);
    if wanted.len() < 3 || !wanted.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let behind =
        |symbol: &str| symbol.strip_suffix(&*wanted).is_some_and(|start| start.chars().all(char::is_alphabetic));
    // Of two numbers each is as likely as its neighbours: a slip is looked for only in other symbols.
    let is_numbers = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '/');
    let slip = |symbol: &str| {
        !is_numbers(&wanted) && wanted.contains('/') && symbol.contains('/') && osa_distance(symbol, &wanted) == 1
    };
    // Parts of one text, `[A]` and `[A-C]`.
    let whole = whole.to_ascii_uppercase();
    let base = whole.split_once('[').map(|(base, _)| key(base));
    let part = |symbol: &str| {
        let rest = base.as_ref().filter(|base| !base.is_empty()).and_then(|base| symbol.strip_prefix(&**base));
        rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(char::is_alphabetic))
    };
    let rules: [&dyn Fn(&str) -> bool; 4] = [&|symbol| *symbol == *wanted, &part, &behind, &slip];
    rules
        .into_iter()
        .find_map(|rule| {
            let symbols = record.rollcalls().map(|(_, rollcall)| without_resolution(&rollcall.symbol));
            let mut found: Vec<_> = symbols.filter(|symbol| rule(&key(symbol))).map(str::to_owned).collect();
            found.reverse();
            found.dedup();
            found.truncate(MOST);
            (!found.is_empty()).then_some(found)
        })
        .unwrap_or_default()
}

/// Letters, digits and slashes, in capitals.
fn key(symbol: &str) -> String {
    symbol.chars().filter(|c| c.is_alphanumeric() || *c == '/').map(|c| c.to_ascii_uppercase()).collect()
}
