//! Topics and words held against roll calls of the Council and of Voeten's that were judged by hand: what they reach is what
//! `assets/README.md` says.

use std::collections::HashSet;

use plenary::query::Query;
use plenary::record::{Body, RecordNumber, RollCallId, RollCallSet};

use crate::query::LEXICON;
use crate::topics::share;

/// From a number of Voeten's to a record number.
const VOETEN: u32 = 8_100_000;

/// Roll calls drawn at random: their name in the table of `assets/README.md`, the topics that each was judged to have, and
/// what is added to a row's number.
const SAMPLES: [(&str, &str, u32); 4] = [
    ("Council", include_str!("../data/council_topics.csv"), 0),
    ("Voeten", include_str!("../data/voeten_topics.csv"), VOETEN),
    ("Council, afresh", include_str!("../data/council_topics_fresh.csv"), 0),
    ("Voeten, afresh", include_str!("../data/voeten_topics_fresh.csv"), VOETEN),
];

/// Themes: their name in the table, what was judged to lie in them, and what a user writes to find it.
const THEMES: [(&str, &str, &str); 4] = [
    ("Ukraine", include_str!("../data/ukraine.csv"), "topic:ukraine"),
    ("southern Africa", include_str!("../data/southern_africa.csv"), "topic:apartheid"),
    ("Korea", include_str!("../data/korea.csv"), "korea not:admission not:\"for membership\""),
    ("admission", include_str!("../data/admission.csv"), "admission|\"for membership\""),
];

/// How far what is found is what was judged right.
#[derive(Default)]
struct Agreement {
    both: u32,
    found_alone: u32,
    right_alone: u32,
    wrong: Vec<String>,
}

impl Agreement {
    fn count(&mut self, is_found: bool, is_right: bool, of: impl Fn() -> String) {
        match (is_found, is_right) {
            (true, true) => self.both += 1,
            (true, false) => self.found_alone += 1,
            (false, true) => self.right_alone += 1,
            (false, false) => {}
        }
        if is_found != is_right {
            self.wrong.push(format!("{}: found {is_found}", of()));
        }
    }

    /// Precision and recall, as in the table.
    fn cells(&self) -> String {
        let [precision, recall] = [self.found_alone, self.right_alone].map(|alone| share(self.both, alone));
        format!("{precision:.3} | {recall:.3}")
    }
}

/// The rows of a judged table. Titles are quoted where they hold a comma.
fn judged(text: &str) -> Vec<Vec<String>> {
    let cells = |row: &str| {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for letter in row.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(letter),
            }
        }
        cells
    };
    text.lines().skip(1).map(cells).collect()
}

fn number(row: &[String]) -> u32 {
    row[0].parse().unwrap()
}

fn rollcall(number: u32) -> RollCallId {
    LEXICON.record().by_number(RecordNumber(number)).unwrap()
}

fn has(topic: &str, id: RollCallId) -> bool {
    LEXICON.topic(topic).unwrap().rollcalls(&LEXICON).unwrap().contains(id)
}

/// What a query finds in the Council, or among all of the Assembly.
fn everywhere(query: &str) -> RollCallSet {
    let found = |whose: &str| Query::parse(&format!("{whose} {query}"), &LEXICON).unwrap().run(&LEXICON);
    &found("body:council") | &found("body:assembly kind:any outcome:any")
}

#[test]
fn vetoes_of_the_united_states_on_palestine_are_those_that_were_found_by_hand() {
    let rows = judged(include_str!("../data/us_vetoes_palestine.csv"));
    assert_eq!((rows.len(), rows.iter().filter(|row| row[4] == "yes").count()), (96, 53));
    let is_wrong = |row: &&Vec<String>| has("palestine", rollcall(number(row))) != (row[4] == "yes");
    let wrong: Vec<_> = rows.iter().filter(is_wrong).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn topics_of_the_council_and_of_voetens_roll_calls_are_as_right_as_assets_readme_says() {
    let readme = include_str!("../../assets/README.md");
    let mut seen = HashSet::new();
    for (name, verdicts, plus) in SAMPLES {
        let rows = judged(verdicts);
        assert_eq!(rows.len(), 60);
        let mut agreement = Agreement::default();
        for row in &rows {
            let number = number(row) + plus;
            assert!(seen.insert(number), "{number} is judged twice");
            let right: HashSet<&str> = row.last().unwrap().split_whitespace().collect();
            assert!(right.iter().all(|name| LEXICON.topic(name).is_some()), "{right:?}");
            for topic in LEXICON.topics() {
                let is_right = right.contains(topic.name.as_str());
                agreement.count(has(&topic.name, rollcall(number)), is_right, || format!("{number} {}", topic.name));
            }
        }
        let said = format!("| {name} | 60 | {} |", agreement.cells());
        assert!(readme.contains(&said), "{said} {:#?}", agreement.wrong);
    }
}

#[test]
fn themes_are_found_as_far_as_assets_readme_says() {
    let readme = include_str!("../../assets/README.md");
    for (name, verdicts, query) in THEMES {
        let found = everywhere(query);
        let (council, voeten): (Vec<_>, Vec<_>) = judged(verdicts)
            .into_iter()
            .map(|row| (rollcall(number(&row)), row))
            .partition(|&(id, _)| LEXICON.record().rollcall(id).body == Body::Council);
        for (whose, rows) in [("Council", council), ("Voeten", voeten)] {
            let mut agreement = Agreement::default();
            for (id, row) in &rows {
                agreement.count(found.contains(*id), row[4] == "yes", || row[..4].join(" "));
            }
            let within = agreement.both + agreement.right_alone;
            if within > 0 {
                let said = format!("| {name} | {whose} | {} | {within} | {} |", rows.len(), agreement.cells());
                assert!(readme.contains(&said), "{said} {:#?}", agreement.wrong);
            }
            // Where no roll call lies in a theme, none is to be found.
            assert!(within > 0 || agreement.wrong.is_empty(), "{name}, {whose}: {:#?}", agreement.wrong);
        }
    }
}

#[test]
fn what_words_alone_find_has_a_topic_too() {
    let themes = [
        (include_str!("../data/korea.csv"), "topic:conflicts|nuclear"),
        (include_str!("../data/admission.csv"), "topic:membership"),
    ];
    for (verdicts, query) in themes {
        let found = everywhere(query);
        let rows = judged(verdicts);
        let right = rows.iter().filter(|row| row[4] == "yes");
        let lacking: Vec<_> = right.filter(|row| !found.contains(rollcall(number(row)))).collect();
        assert!(lacking.is_empty(), "{query}: {lacking:#?}");
    }
}
