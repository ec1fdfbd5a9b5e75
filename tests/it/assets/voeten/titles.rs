//! Titles of Voeten's roll calls in sentence case, and the day of each.

use std::collections::HashMap;
use std::sync::LazyLock;

use plenary::record::{Record, TextKind};
use regex::{Captures, Regex};

use super::lists::{INITIALS, NAMES, PHRASES, PLAIN, SHORT};
use super::tables::Theirs;
use super::words::pattern;

static SHORTS: LazyLock<Vec<(Regex, &str)>> =
    LazyLock::new(|| SHORT.iter().map(|(short, long)| (pattern(short), *long)).collect());

/// A text in capitals with its abbreviations spelled out.
pub(super) fn expand(text: &str) -> String {
    static QUOTES: LazyLock<Regex> = LazyLock::new(|| pattern(r#"[\\"]+"#));
    let mut text = QUOTES.replace_all(&text.to_uppercase(), "\"").into_owned();
    for (short, long) in SHORTS.iter() {
        let spelled = |found: &Captures<'_>| {
            let is_none = ["not", "ing"].iter().any(|name| found.name(name).is_some());
            let group = found.get(1).map_or("", |group| group.as_str());
            if is_none { found[0].to_owned() } else { long.replace("$1", group) }
        };
        text = short.replace_all(&text, spelled).into_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words with how they are written.
pub(super) struct Titles {
    names: HashMap<String, String>,
    phrases: Vec<(Regex, &'static str)>,
}

/// A word with what is joined to it by a hyphen or an apostrophe.
const WORD: &str = r"[^\W\d_]+(?:['’-][^\W\d_]+)*";

impl Titles {
    pub(super) fn new(record: &Record) -> Self {
        let word = pattern(WORD);
        let plain: Vec<_> = PLAIN.split(' ').collect();
        let mut names: HashMap<String, String> = HashMap::new();
        for (_, member) in record.members().iter() {
            for name in std::iter::once(&member.name).chain(member.names.iter().map(|used| &used.name)) {
                for found in word.find_iter(name).map(|found| found.as_str()) {
                    if found.chars().count() > 2 && !plain.contains(&found.to_lowercase().as_str()) {
                        let is_capitals = found.to_uppercase() == found;
                        let written = if is_capitals { capital(&found.to_lowercase()) } else { found.to_owned() };
                        names.entry(found.to_uppercase()).or_insert(written);
                    }
                }
            }
        }
        for name in NAMES.split(' ') {
            names.entry(name.to_uppercase()).or_insert_with(|| name.to_owned());
        }
        names.insert("COMMUNIST".to_owned(), "communist".to_owned());
        for initials in INITIALS.split(' ') {
            names.insert(initials.to_owned(), initials.to_owned());
        }
        let whole = |phrase: &&'static str| (pattern(&format!(r"(?i)\b{}\b", regex::escape(phrase))), *phrase);
        Self { names, phrases: PHRASES.iter().map(whole).collect() }
    }

    fn word(&self, word: &str) -> String {
        let capitals = word.to_uppercase();
        let known = |word: &str| self.names.get(word).cloned();
        let of_name = || Some(format!("{}'s", known(capitals.strip_suffix("'S")?)?));
        let joined = || {
            let parts: Vec<_> =
                capitals.split('-').map(|part| known(part).ok_or_else(|| part.to_lowercase())).collect();
            let has_name = parts.len() > 1 && parts.iter().any(Result::is_ok);
            has_name.then(|| parts.into_iter().map(|part| part.unwrap_or_else(|low| low)).collect::<Vec<_>>().join("-"))
        };
        let letter = || (capitals.len() == 1 && capitals != "A" && capitals.is_ascii()).then(|| capitals.clone());
        known(&capitals).or_else(of_name).or_else(joined).or_else(letter).unwrap_or_else(|| word.to_lowercase())
    }

    /// Capitals as a sentence: what is a name stays one.
    fn sentence(&self, text: &str) -> String {
        static TOKEN: LazyLock<Regex> = LazyLock::new(|| pattern(&format!(r"(?s){WORD}|[^\W_]*\d[^\W_]*|.")));
        // Symbols of documents.
        static SYMBOL: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"(?i)\b(?:a|e|s|t|gaor)/[\w./]+(?: and add\.[\d-]+| and corr\.\d+)*"));
        static COMMITTEE: LazyLock<Regex> = LazyLock::new(|| {
            pattern(r"(?i)\b(1st|2nd|3rd|4th|5th|6th|first|second|third|fourth|fifth|sixth) committee\b")
        });
        let text: String = TOKEN.find_iter(text).map(|token| self.word(token.as_str())).collect();
        let text = SYMBOL.replace_all(&text, |found: &Captures<'_>| {
            let mut symbol = found[0].to_uppercase();
            for word in ["Add", "Rev", "Corr"] {
                symbol = pattern(&format!(r"\b{}", word.to_uppercase())).replace_all(&symbol, word).into_owned();
            }
            symbol.replace(" AND ", " and ")
        });
        let text = COMMITTEE.replace_all(&text, |found: &Captures<'_>| {
            let number = match found[1].to_lowercase().as_str() {
                "1st" | "first" => "First",
                "2nd" | "second" => "Second",
                "3rd" | "third" => "Third",
                "4th" | "fourth" => "Fourth",
                "5th" | "fifth" => "Fifth",
                _ => "Sixth",
            };
            format!("{number} Committee")
        });
        let named =
            |text: String, (phrase, written): &(Regex, &'static str)| phrase.replace_all(&text, *written).into_owned();
        beginnings(&self.phrases.iter().fold(text.into_owned(), named))
    }

    /// A short title: `KOREA, BIOLOGICAL WARFARE` as "Korea, biological warfare".
    fn short(&self, text: &str) -> String {
        self.sentence(&expand(text)).trim_matches([' ', '.']).to_owned()
    }

    /// What is decided, without "to adopt" before it and the table's figures after it.
    fn described(&self, text: &str) -> String {
        static ADOPT: LazyLock<Regex> = LazyLock::new(|| pattern(r"^TO (?:ADOPT|APPROVE) (?:(?:THE|A|AN) )?"));
        static FIGURES: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?: [01]){4,}$"));
        static QUOTED: LazyLock<Regex> = LazyLock::new(|| pattern("\"+(.*?)\"+"));
        let text = expand(text);
        let text = FIGURES.replace(&ADOPT.replace(&text, ""), "").into_owned();
        let text = QUOTED.replace_all(&text, "“$1”").replace('"', "");
        self.sentence(&text).trim_matches([' ', '.']).to_owned()
    }

    /// The title of a roll call; `library` is that of the text that bears its symbol.
    pub(super) fn title(&self, of: &Theirs, kind: TextKind, library: Option<&str>) -> String {
        let short = self.short(&of.short);
        if of.is_transcript() || of.descr.is_empty() {
            return in_meeting(of, kind, library, short);
        }
        let described = self.described(&of.descr);
        match (short.is_empty(), described.is_empty()) {
            (false, false) => format!("{short}: {described}"),
            (false, true) => short,
            (true, _) => described,
        }
    }
}

/// Of the words of a meeting's record: the text's title, and which part of it was voted on.
fn in_meeting(of: &Theirs, kind: TextKind, library: Option<&str>, short: String) -> String {
    static ENTITLED: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?s)entitled[_ "]+(.*?)(?:<d3>|["_])"#));
    let entitled = || ENTITLED.captures_iter(&of.descr).last().map(|found| found[1].to_owned());
    let text = library.map(str::to_owned).or_else(entitled).unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut part = part(&of.descr);
    if part.is_empty() {
        let plain = match kind {
            TextKind::Paragraph => "a part of the text",
            TextKind::Amendment => "an amendment",
            TextKind::Unknown if of.descr.to_lowercase().contains("motion") => "a motion",
            _ => "",
        };
        plain.clone_into(&mut part);
    }
    let parts: Vec<_> = [text, part].into_iter().filter(|text| !text.is_empty()).collect();
    match (parts.is_empty(), short.is_empty()) {
        (false, _) => parts.join(": "),
        (true, false) => short,
        (true, true) => "Not known".to_owned(),
    }
}

/// The part that was put to the vote, as the President names it.
fn part(words: &str) -> String {
    static PUT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(concat!(
            r"(?s)put to the ?vote,?\s*(.*?)(?:, on which|,? of draft ?resol| A recorded|\.\s|\.?$| A$)",
            r"|separate,? (?:recorded )?votes? (?:has|have) been requested ?on (.*?)(?:\. |\.?$|,? of draft)"
        ))
    });
    static PART: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"paragraph|section|words|sentence|chapter|part\b|amendment|article"));
    let named = PUT.captures_iter(words).filter_map(|found| {
        let part = found.get(1).or(found.get(2))?.as_str().trim_matches([' ', '.']).to_owned();
        (PART.is_match(&part) && part.chars().count() < 90).then_some(part)
    });
    let part = named.last().unwrap_or_default();
    part.strip_prefix("the ").unwrap_or(&part).to_owned()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// With a capital at the beginning of each sentence.
fn beginnings(text: &str) -> String {
    static FIRST: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\W*)([a-z])"));
    static NEXT: LazyLock<Regex> = LazyLock::new(|| pattern(r"([a-z)]{2}\. )([a-z])"));
    let raised = |found: &Captures<'_>| format!("{}{}", &found[1], found[2].to_uppercase());
    FIRST.replace(&NEXT.replace_all(text, raised), raised).into_owned()
}
