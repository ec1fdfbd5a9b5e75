//! What is above a series: how it was found, how its support went, what may belong to it.

use crate::answer::series::{HowFound, LinkedBy, Series, Support, SupportRange};
use crate::report::counted;
use crate::report::text::percent;

/// How many roll calls under the same title are named; more are counted.
const NAMED: usize = 10;

/// The facts of a series.
pub(super) fn facts(series: &Series<'_>) -> Vec<(&'static str, String)> {
    let mut facts = vec![("Found", series.found.in_words())];
    facts.extend(series.support().map(|support| ("Support", support.in_words())));
    if !series.undecided.is_empty() {
        let others = counted(series.undecided.len(), "other roll call");
        let symbols = series.symbols(&series.undecided);
        let named = if symbols.len() <= NAMED { format!(": {}", symbols.join(", ")) } else { String::new() };
        facts.push(("Same title", format!("{others} not told apart by title from this series{named}")));
    }
    facts
}

impl HowFound {
    /// How the roll calls of a series were found to be one.
    fn in_words(&self) -> String {
        if self.rollcalls < 2 {
            return "alone: no other roll call is known to be on the same text".to_owned();
        }
        let words = |way| match way {
            LinkedBy::Words => "by the words of their titles",
            LinkedBy::Reference => "by a title that names the previous text",
            LinkedBy::Votes => "among several of one title by how members voted",
            LinkedBy::List => "by a list kept by hand",
        };
        let parts: Vec<_> = self.ways.iter().map(|&(way, count)| format!("{count} {}", words(way))).collect();
        format!("{}; each follows the previous text: {}", counted(self.rollcalls, "roll call"), parts.join(", "))
    }
}

impl SupportRange {
    /// The share of yes among votes cast at both ends, and where it was lowest and highest.
    fn in_words(&self) -> String {
        let said = |&Support { share, n, date }: &Support| format!("{} on {date} (n = {n})", percent(share));
        let last = if self.of > 1 { format!(", {}", said(&self.last)) } else { String::new() };
        let between = match self.of {
            0..=2 => String::new(),
            _ => format!("; lowest {}, highest {}", said(&self.lowest), said(&self.highest)),
        };
        format!("yes among votes cast: {}{last}{between}", said(&self.first))
    }
}
