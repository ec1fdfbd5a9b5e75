//! Topics held against Erik Voeten's issue codes, where the table is at hand.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;

use plenary::record::{RecordNumber, RollCallId, parse_day};

use crate::common::raw;
use crate::query::LEXICON;

/// A code, the topics that together stand for it, the last year in which it means what it says, and the F1 that they
/// reach since 1971 until then and over all: the levels to hold.
const CODES: [(&str, &[&str], &str, f64, f64); 6] = [
    ("me", &["palestine"], "2023", 0.955, 0.955),
    ("nu", &["nuclear"], "2023", 0.941, 0.941),
    ("di", &["disarmament"], "2023", 0.874, 0.874),
    ("hr", &["human-rights"], "2023", 0.833, 0.833),
    // From session 73 on he codes no decolonisation text so, and from 74 on texts on disarmament.
    ("co", &["decolonisation", "self-determination"], "2017", 0.819, 0.738),
    // He codes the "development" of weapons and the arms "trade" as economic; from session 74 on, texts on disarmament.
    ("ec", &["development", "budget"], "2018", 0.720, 0.639),
];

/// How topics agree with a code, in counts of roll calls.
#[derive(Default)]
struct Measure {
    both: u32,
    ours: u32,
    his: u32,
    /// Whether ours, and the title.
    misses: BTreeMap<(bool, &'static str), usize>,
}

impl Measure {
    /// The harmonic mean of precision and recall.
    fn f1(&self) -> f64 {
        f64::from(2 * self.both) / f64::from(2 * self.both + self.ours + self.his)
    }
}

/// The share of `both` in itself and `one`.
pub(crate) fn share(both: u32, one: u32) -> f64 {
    f64::from(both) / f64::from(both + one)
}

/// Holds topics against roll calls, each with whether it bears the code.
fn measure(topics: &[&str], coded: impl Iterator<Item = (RollCallId, bool)>) -> Measure {
    let sets: Vec<_> = topics.iter().map(|name| LEXICON.topic(name).unwrap().rollcalls(&LEXICON).unwrap()).collect();
    let mut measure = Measure::default();
    for (id, his) in coded {
        let ours = sets.iter().any(|set| set.contains(id));
        match (ours, his) {
            (true, true) => measure.both += 1,
            (true, false) => measure.ours += 1,
            (false, true) => measure.his += 1,
            (false, false) => {}
        }
        if ours != his {
            *measure.misses.entry((ours, &LEXICON.record().rollcall(id).title)).or_default() += 1;
        }
    }
    measure
}

#[test]
#[ignore = "needs ../shared/data"]
fn topics_agree_with_voetens_codes_as_far_as_they_did() {
    let record = LEXICON.record();
    let text = fs::read_to_string(raw("issue_codes.csv")).unwrap();
    // undl_id, symbol, date, voeten_rcid, issues: no cell before the issues holds a comma.
    let rows = text.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()).filter(|cells| cells[2] >= "1971");
    let coded: HashMap<_, HashSet<&str>> = rows
        .map(|cells| {
            let id = record.by_number(RecordNumber(cells[0].parse().unwrap())).unwrap();
            (id, cells[4].split_whitespace().collect())
        })
        .collect();
    let mut said = String::new();
    let mut short = Vec::new();
    for (code, topics, last, sound, all) in CODES {
        for (until, level) in [(last, sound), ("2023", all)] {
            let until = record.between(None, parse_day(&format!("{until}-12-31")));
            let coded =
                coded.iter().filter(|(id, _)| until.contains(**id)).map(|(&id, codes)| (id, codes.contains(code)));
            let found = measure(topics, coded);
            let f1 = found.f1();
            if f1 < level {
                short.push(format!("{code} reaches {f1:.4}, less than {level}"));
            }
            let Measure { both, ours, his, .. } = found;
            let topics = topics.join(" + ");
            let (precision, recall) = (share(both, ours), share(both, his));
            let _ = writeln!(
                said,
                "{code} ~ {topics}: precision {precision:.3}, recall {recall:.3}, F1 {f1:.3} (n = {})",
                both + ours + his
            );
            let mut worst: Vec<_> = found.misses.into_iter().collect();
            worst.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
            for ((here, title), count) in worst.into_iter().take(5) {
                let whose = if here { "ours" } else { "his" };
                let _ = writeln!(said, "  {count} times only {whose}: {title}");
            }
            if until.len() == record.between(None, parse_day("2023-12-31")).len() {
                break;
            }
        }
    }
    // Past the test runner, which keeps what a passing test prints to itself.
    std::io::stderr().write_all(said.as_bytes()).unwrap();
    assert!(short.is_empty(), "{short:?}");
}
