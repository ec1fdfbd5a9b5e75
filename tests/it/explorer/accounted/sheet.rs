//! A screen whose figures are accounted for: what a command answers is crossed out where it is found, and whatever is left
//! is a figure that no command gave.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::Value;

use super::super::Explorer;

/// The panes of a screen, line by line.
pub(super) struct Sheet {
    segments: Vec<String>,
    compared: usize,
    screen: String,
}

/// A number, with its sign, as it is written.
struct Token {
    at: Range<usize>,
    text: String,
}

fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let digit = |at: usize| chars.get(at).is_some_and(|&(_, c)| c.is_ascii_digit());
    let (mut found, mut at) = (Vec::new(), 0);
    while at < chars.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let signed = at > 0 && "-−+".contains(chars[at - 1].1) && (at == 1 || !chars[at - 2].1.is_alphanumeric());
        let start = chars[at - usize::from(signed)].0;
        while digit(at) || (chars.get(at).is_some_and(|&(_, c)| ",.".contains(c)) && digit(at + 1)) {
            at += 1;
        }
        let end = chars.get(at).map_or(text.len(), |&(byte, _)| byte);
        found.push(Token { at: start..end, text: text[start..end].to_owned() });
    }
    found
}

/// Where a text begins in another, as a word of its own.
fn starts(text: &str, wanted: &str) -> Vec<usize> {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '/');
    let (first, last) = (wanted.chars().next(), wanted.chars().next_back());
    let free = |&at: &usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + wanted.len()..].chars().next());
        let grown = word(first) && word(before) || word(last) && word(after);
        !grown
    };
    text.match_indices(wanted).map(|(at, _)| at).filter(free).collect()
}

fn cross(text: &mut String, at: Range<usize>) {
    let blank: String = text[at.clone()].bytes().map(|byte| if byte.is_ascii() { byte as char } else { '_' }).collect();
    text.replace_range(at, &blank.replace(|c: char| c.is_ascii_digit(), "_"));
}

impl Sheet {
    /// The screen after these keys.
    pub(super) fn after(keys: &str, (width, height): (u16, u16)) -> Self {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(keys);
        let screen = explorer.text();
        let segments = screen.lines().flat_map(|line| line.split(['│', '┃'])).map(str::to_owned).collect();
        let mut sheet = Self { segments, compared: 0, screen };
        sheet.phrases(&["1 Votes", "2 Countries", "3 Blocs", "4 Compare", "5 World", "0 whole"]);
        sheet
    }

    pub(super) fn screen(&self) -> &str {
        &self.screen
    }

    /// Crosses out figures that are written one after the other, after one text and before another, in every pane; says
    /// how often they are there.
    pub(super) fn between(&mut self, before: &str, figures: &[String], after: &str) -> usize {
        let mut times = 0;
        for segment in self.segments.iter_mut().filter(|_| !figures.is_empty()) {
            let found = starts(segment, before).into_iter().find_map(|start| {
                let from = start + before.len();
                let tokens: Vec<_> = tokens(segment).into_iter().filter(|token| token.at.start >= from).collect();
                let all = tokens.windows(figures.len()).find(|window| {
                    let end = window[window.len() - 1].at.end;
                    window.iter().zip(figures).all(|(token, figure)| token.text == *figure)
                        && segment[end..].contains(after)
                })?;
                Some((start..from, all.iter().map(|token| token.at.clone()).collect::<Vec<_>>()))
            });
            if let Some((anchor, all)) = found {
                all.into_iter().chain([anchor]).for_each(|at| cross(segment, at));
                times += 1;
            }
        }
        self.compared += times * figures.len();
        times
    }

    /// The same after a text alone.
    pub(super) fn claim(&mut self, before: &str, figures: &[String]) -> usize {
        self.between(before, figures, "")
    }

    /// The same after the name of a member or the symbol of a roll call, which may be cut.
    pub(super) fn named(&mut self, name: &str, figures: &[String]) -> usize {
        let cut = |columns: usize| name.chars().take(columns - 1).chain(['…']).collect::<String>();
        let mut times = self.claim(name, figures);
        for columns in [10, 28].into_iter().filter(|&columns| name.chars().count() > columns) {
            times += self.claim(&cut(columns), figures);
        }
        times
    }

    /// The same where they must be on the screen.
    #[track_caller]
    pub(super) fn must(&mut self, before: &str, figures: &[String], after: &str) {
        let there = self.between(before, figures, after);
        assert!(there > 0, "{before:?} {figures:?} {after:?} is not in\n{}", self.screen);
    }

    /// Compares a letter at the end of a pane's line that begins with a name.
    pub(super) fn letter(&mut self, name: &str, letter: &str) {
        for segment in &self.segments {
            let row = segment.trim_start_matches(['▸', ' ']);
            if let Some(rest) = row.strip_prefix(name).filter(|rest| rest.starts_with("  ")) {
                assert_eq!(rest.trim(), letter, "{name}\n{}", self.screen);
                self.compared += 1;
            }
        }
    }

    /// Crosses out what is no figure of an answer.
    pub(super) fn phrases(&mut self, phrases: &[&str]) {
        for segment in &mut self.segments {
            for phrase in phrases {
                for start in starts(segment, phrase) {
                    cross(segment, start..start + phrase.len());
                }
            }
        }
    }

    /// Crosses out the lines of a pane that `holds`, with as many figures as it says were compared in each.
    pub(super) fn lines(&mut self, mut holds: impl FnMut(&str) -> Option<usize>) {
        for segment in &mut self.segments {
            if let Some(compared) = holds(segment) {
                self.compared += compared;
                let all = 0..segment.len();
                cross(segment, all);
            }
        }
    }

    /// Crosses out the texts of an answer: titles, symbols, days, and notes, whole or cut or wrapped.
    pub(super) fn texts(&mut self, answer: &Value) {
        let mut texts = BTreeSet::new();
        strings(answer, &mut texts);
        texts.retain(|text| text.contains(|c: char| c.is_ascii_digit()));
        let trimmed = |word: &str| word.trim_matches(|c: char| "()[],.;:→…·".contains(c)).to_owned();
        let mut words = BTreeSet::new();
        for text in &texts {
            let named =
                text.split_whitespace().map(trimmed).filter(|word| word.contains(|c: char| !c.is_ascii_digit()));
            words.extend(named);
            words.insert(text.trim_start_matches("A/RES/").to_owned());
            words.extend(text.parse::<jiff::civil::Date>().map(|day| day.strftime("%-d %B %Y").to_string()));
        }
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| word.len() > 3).collect();
        for segment in &mut self.segments {
            let mut begun = Vec::new();
            let seen = segment.trim().trim_end_matches('…').to_owned();
            for text in texts.iter().filter(|text| text.contains(' ')) {
                if seen.len() >= 8 && text.contains(&seen) {
                    begun.push(0..segment.len());
                }
                let head: String = text.chars().take(8).collect();
                begun.extend(segment.match_indices(&head).map(|(start, _)| {
                    let same = segment[start..].chars().zip(text.chars()).take_while(|(a, b)| a == b);
                    start..start + same.map(|(c, _)| c.len_utf8()).sum::<usize>()
                }));
            }
            for at in begun {
                cross(segment, at);
            }
        }
        self.phrases(&words);
    }

    /// Which figures are left. Where panes are in their list or page, the years of the time line and the ends of an axis are
    /// no figures of an answer.
    #[track_caller]
    pub(super) fn account(mut self, what: &str) -> usize {
        let all = |segment: &str| tokens(segment).into_iter().map(|token| token.text).collect::<Vec<_>>();
        self.lines(|line| {
            let axis = all(line).starts_with(&["0", "0.5", "1"].map(str::to_owned));
            let years = line.contains("1950    ");
            (axis || years || line.starts_with('╰')).then_some(0)
        });
        let left: Vec<_> =
            self.segments.iter().filter(|line| !tokens(line).is_empty()).map(|line| line.trim()).collect();
        assert!(left.is_empty(), "{what}: no command gives\n{}\n\nin\n{}", left.join("\n"), self.screen);
        assert!(self.compared > 0, "{what}: no figure was compared\n{}", self.screen);
        self.compared
    }
}

/// The texts of an answer.
fn strings(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(into.insert(text.clone())),
        Value::Array(all) => all.iter().for_each(|value| strings(value, into)),
        Value::Object(all) => all.values().for_each(|value| strings(value, into)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
