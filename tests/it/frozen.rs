//! Figures that the program gave before the record had more than the adopted resolutions to December 2025: they stay the
//! same to the last digit, whatever the record holds beside them. `tests/data/until_2025.tsv` has a hash of the figures of
//! each answer; with `PLENARY_WRITE=1` and the program of that time as `PLENARY_BEFORE` it is written anew.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::common::Home;

/// A hash of the figures in an answer. What an answer says of where they are from, in words, may change.
fn hash(json: &str) -> String {
    let mut answer: Value = serde_json::from_str(json).unwrap();
    keep_figures(&mut answer);
    let hash = Sha256::digest(answer.to_string());
    hash.iter().take(12).fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

/// Takes out what an answer says in words: how the query was read, where the votes are from, remarks.
fn keep_figures(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(keep_figures),
        Value::Object(pairs) => {
            pairs.retain(|key, _| !matches!(key.as_str(), "universe" | "source" | "notes" | "query" | "remarks"));
            pairs.values_mut().for_each(keep_figures);
        }
        _ => {}
    }
}

/// Each question is asked of the roll calls to the end of 2025.
fn questions() -> Vec<String> {
    let mut questions = vec!["list until:2025".to_owned(), "list until:2025 contested --sort margin".to_owned()];
    for query in ["USA=no", "yes>150", "abstain>50", "alone:USA", "@EU:split", "unanimous", "session:80", "year:2025"] {
        questions.push(format!("list {query} until:2025"));
    }
    let metrics = ["agreement", "exact", "yesno", "state", "s", "kappa", "pi"];
    for metric in metrics {
        questions.push(format!("matrix until:2025 --metric {metric}"));
        questions.push(format!("matrix since:2011 until:2025 --metric {metric} --contested"));
        questions.push(format!("agree USA RUS until:2025 --metric {metric} --by year"));
        questions.push(format!("agree FRA DEU until:2025 --metric {metric} --by session --contested"));
    }
    for pair in ["CHN IND", "GBR ISR", "ZAF BRA", "YUG RUS", "UKR BLR", "KOR PRK"] {
        questions.push(format!("agree {pair} until:2025 --by session"));
    }
    for member in ["USA", "CHN", "DEU", "SRB", "PLW", "ARG", "EGY", "DDR"] {
        questions.push(format!("country {member} until:2025"));
        questions.push(format!("drift {member} --before until:1999 --after 'since:2000 until:2025'"));
    }
    questions.push("drift --before 'since:2016 until:2020' --after 'since:2021 until:2025'".to_owned());
    for bloc in ["@EU", "@BRICS", "@NATO", "@G77", "@P5", "@Nordic", "@AU", "USA+RUS+ISR"] {
        questions.push(format!("bloc {bloc} until:2025 --by year"));
        questions.push(format!("bloc {bloc} @GRULAC until:2025 --by session"));
    }
    for query in ["until:2025", "since:2011 until:2025", "session:70..80 until:2025"] {
        questions.push(format!("positions {query}"));
    }
    questions
}

/// The words of a question, those between quotes together.
fn words(question: &str) -> Vec<String> {
    let parts = question.split('\'').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

fn table(program: impl Fn(&[String]) -> String) -> String {
    questions().iter().fold(String::new(), |mut table, question| {
        let mut asked = words(question);
        asked.extend(["--format".to_owned(), "json".to_owned()]);
        writeln!(table, "{question}\t{}", hash(&program(&asked))).unwrap();
        table
    })
}

#[test]
fn every_figure_to_the_end_of_2025_is_the_one_that_it_was() {
    let home = Home::new();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/until_2025.tsv");
    if let (Some(_), Some(before)) = (std::env::var_os("PLENARY_WRITE"), std::env::var_os("PLENARY_BEFORE")) {
        let answer = |asked: &[String]| {
            let ran = Command::new(&before).args(asked).env("HOME", home.path("")).output().unwrap();
            assert!(ran.status.success(), "{asked:?}: {}", String::from_utf8_lossy(&ran.stderr));
            String::from_utf8(ran.stdout).unwrap()
        };
        std::fs::write(&path, table(answer)).unwrap();
    }
    let was = std::fs::read_to_string(&path).unwrap();
    let is = table(|asked| home.run(&asked.iter().map(String::as_str).collect::<Vec<_>>()).answer());
    for (was, is) in was.lines().zip(is.lines()) {
        assert_eq!(was, is);
    }
    assert_eq!(was.lines().count(), is.lines().count());
}

/// The figures are hashed, not the words around them: one figure less in the last digit makes another hash.
#[test]
fn a_figure_that_differs_in_its_last_digit_is_seen() {
    let one = r#"{"n":12,"value":0.25,"window":{"query":"until:2025","rollcalls":12}}"#;
    let words = r#"{"n":12,"value":0.25,"window":{"query":"until:2025-12","rollcalls":12,"universe":"all"}}"#;
    let digit = r#"{"n":12,"value":0.2500000000000001,"window":{"query":"until:2025","rollcalls":12}}"#;
    let count = r#"{"n":12,"value":0.25,"window":{"query":"until:2025","rollcalls":13}}"#;
    assert_eq!(hash(one), hash(words));
    assert!([digit, count].iter().all(|other| hash(other) != hash(one)));
}
