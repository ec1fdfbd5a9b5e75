//! Resolutions by their symbols, and by the words in which a title names one.

use std::collections::HashMap;

use crate::record::{Body, Outcome, Record, RollCall, RollCallId, Text, without_resolution};

/// The roll calls by symbol without `A/RES/`, where it names one only.
#[derive(Default)]
pub(super) struct Symbols<'r>(HashMap<&'r str, Option<RollCallId>>);

impl<'r> Symbols<'r> {
    pub(super) fn new(record: &'r Record) -> Self {
        let mut symbols = HashMap::with_capacity(record.len());
        // Texts that were adopted: those of the Council begin with `S/`, and so are never taken for one of the Assembly.
        let is_adopted = |id, rollcall: &RollCall| {
            record.usual().contains(id) || rollcall.outcome == Outcome::Adopted && rollcall.body == Body::Council
        };
        for (id, rollcall) in record.rollcalls().filter(|&(id, rollcall)| is_adopted(id, rollcall)) {
            let symbol: &'r Text = &rollcall.symbol;
            symbols.entry(without_resolution(symbol)).and_modify(|known| *known = None).or_insert(Some(id));
        }
        Self(symbols)
    }

    /// The roll call of this symbol.
    pub(super) fn find(&self, symbol: &str) -> Option<RollCallId> {
        self.0.get(without_resolution(symbol)).copied().flatten()
    }

    /// The resolution that folded words name: `44 104`, `36 97 e`, `3079 xxviii`, `3202 s vi` or `2456 b xxiii`.
    pub(super) fn named(&self, words: &[&str]) -> Option<RollCallId> {
        let words: Vec<_> = words.iter().map(|word| word.to_ascii_uppercase()).collect();
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let written = match *words.as_slice() {
            [session, number] if begins_with_digit(number) => vec![format!("{session}/{number}")],
            [session, number, part, ..] if begins_with_digit(number) => {
                vec![format!("{session}/{number}{part}"), format!("{session}/{number}[{part}]")]
            }
            [number, session] => vec![format!("{number}({session})")],
            [number, "S", session, ..] => vec![format!("{number}(S-{session})")],
            [number, a, b, ..] => vec![format!("{number}({b})[{a}]"), format!("{number}({a})[{b}]")],
            _ => Vec::new(),
        };
        written.iter().find_map(|symbol| self.find(symbol))
    }
}

pub(super) fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
