//! The user's file, compared with what can be set: every mistake with its line and the nearest that would work.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::look::{Background, Charset, Ground, VoteColours};
use crate::actions::{Action, ActionEntry, TABLE};
use crate::actions::{Clash, Key, KeyMap, NamedKey, OwnKeys, works};
use crate::link::Link;
use crate::query::{Lexicon, did_you_mean};

use super::{Mistake, Settings};

/// The settings outside of `[keys]`.
const SETTINGS: [&str; 6] = ["theme", "background", "votes", "start", "mouse", "ascii"];
const KEYS: &str = "keys";

impl Settings {
    /// Reads the text of a file that is called `file`, which may name members and roll calls in the words of `lexicon`.
    ///
    /// # Errors
    /// All mistakes in it, in the order of its lines.
    pub fn parse(text: &str, file: &str, lexicon: &Lexicon<'_>) -> Result<Self, Vec<Mistake>> {
        let mut reader = Reader { text, file, mistakes: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let end = text.trim_end().len();
            reader.wrong(error.span().unwrap_or(end..end), error.message());
        }
        let mut settings = Self::default();
        // What could be read of a file that is no TOML is not what was meant.
        if errors.is_empty() {
            for (name, value) in table.get_ref() {
                reader.setting(name, value, &mut settings, lexicon);
            }
        }
        reader.mistakes.sort_by_key(|mistake| mistake.place);
        if reader.mistakes.is_empty() { Ok(settings) } else { Err(reader.mistakes) }
    }
}

struct Reader<'t> {
    text: &'t str,
    file: &'t str,
    mistakes: Vec<Mistake>,
}

type Name<'i> = Spanned<DeString<'i>>;
type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    fn wrong(&mut self, span: Range<usize>, what: impl AsRef<str>) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        // What the file holds may be anything; the message is one line.
        let what = what.as_ref().split(char::is_control).collect::<Vec<_>>().join(" ");
        self.mistakes.push(Mistake { file: self.file.to_owned(), place: Some((line, column)), what });
    }

    fn setting(&mut self, name: &Name<'_>, value: &Value<'_>, settings: &mut Settings, lexicon: &Lexicon<'_>) {
        match name.get_ref().as_ref() {
            "theme" => {
                let known = Ground::ALL.map(Ground::name);
                let theme = self.choice("theme", value, &known).and_then(Ground::from_name);
                settings.look.ground = theme.unwrap_or_default();
            }
            "background" => {
                let known = Background::ALL.map(Background::name);
                let background = self.choice("background", value, &known).and_then(Background::from_name);
                settings.look.background = background.unwrap_or_default();
            }
            "votes" => {
                let known = VoteColours::ALL.map(VoteColours::name);
                let votes = self.choice("votes", value, &known).and_then(VoteColours::from_name);
                settings.look.votes = votes.unwrap_or_default();
            }
            "mouse" => settings.mouse = self.yes_or_no("mouse", value).unwrap_or(settings.mouse),
            "ascii" => match self.yes_or_no("ascii", value) {
                Some(true) => settings.look.charset = Charset::Ascii,
                Some(false) => settings.look.charset = Charset::Unicode,
                None => {}
            },
            "start" => match value.get_ref().as_str().map(|text| Link::parse(text, lexicon)) {
                Some(Ok(link)) => settings.start = link,
                Some(Err(error)) => self.wrong(value.span(), error.to_string()),
                None => self.wrong(value.span(), "start is a link in quotes, such as \"votes?since:2022\""),
            },
            KEYS => match value.get_ref().as_table() {
                Some(table) => settings.keys = self.keys(table),
                None => self.wrong(value.span(), "keys is a table: write [keys], and below it open = [\"Enter\"]"),
            },
            other => {
                let what = if entry(other).is_some() {
                    format!("\"{other}\" is an action, not a setting; its keys go below [keys]")
                } else {
                    let near = did_you_mean(other, SETTINGS.into_iter().chain([KEYS]));
                    let known = if near.is_empty() {
                        format!("; the settings are {} and [keys]", SETTINGS.join(", "))
                    } else {
                        near
                    };
                    format!("no setting is called \"{other}\"{known}")
                };
                self.wrong(name.span(), what);
            }
        }
    }

    /// One of the words that a setting can be.
    fn choice<'v>(&mut self, name: &str, value: &'v Value<'_>, known: &[&'static str]) -> Option<&'v str> {
        let word = value.get_ref().as_str();
        if word.is_some_and(|word| known.contains(&word)) {
            return word;
        }
        let near = word.map_or_else(String::new, |word| did_you_mean(word, known.iter().copied()));
        self.wrong(value.span(), format!("{name} must be one of \"{}\"{near}", known.join("\", \"")));
        None
    }

    fn yes_or_no(&mut self, name: &str, value: &Value<'_>) -> Option<bool> {
        let is = value.get_ref().as_bool();
        if is.is_none() {
            self.wrong(value.span(), format!("{name} must be true or false, without quotes"));
        }
        is
    }

    /// The keys that the table says, over the program's own.
    fn keys(&mut self, table: &DeTable<'_>) -> KeyMap {
        let mut own = OwnKeys::new();
        let mut spans: Vec<(&ActionEntry, Key, Range<usize>)> = Vec::new();
        for (name, value) in table {
            let Some(entry) = self.entry(name) else { continue };
            let Some(list) = value.get_ref().as_array() else {
                self.wrong(value.span(), "keys are a list in brackets, such as [\"Enter\", \"l\"]");
                continue;
            };
            let keys = self.key_list(entry, list);
            if list.is_empty() && entry.action == Action::Quit {
                self.wrong(value.span(), format!("\"{}\" needs a key: it is the only way out", entry.name));
            }
            own.insert(entry.name, keys.iter().map(|(key, _)| *key).collect());
            spans.extend(keys.into_iter().map(|(key, span)| (entry, key, span)));
        }
        let (map, clashes) = KeyMap::with(own);
        let mut said: Vec<(Key, [&str; 2])> = Vec::new();
        for Clash { key, context, entries } in clashes {
            let names = entries.map(|entry| entry.name);
            let span = spans.iter().rfind(|(entry, own, _)| *own == key && names.contains(&entry.name));
            if let Some((entry, _, span)) = span.filter(|_| !said.contains(&(key, names))) {
                said.push((key, names));
                let other = if names[0] == entry.name { names[1] } else { names[0] };
                let place = context.title().to_lowercase();
                let what = format!("{key} is the key of \"{other}\" too, {place}; give one of them another");
                self.wrong(span.clone(), what);
            }
        }
        map
    }

    /// The action of a name, with spaces or hyphens.
    fn entry(&mut self, name: &Name<'_>) -> Option<&'static ActionEntry> {
        let known = entry(name.get_ref());
        if known.is_none() {
            let text = name.get_ref();
            let what = if SETTINGS.contains(&text.as_ref()) {
                format!("\"{text}\" is a setting, not an action; it goes above [keys]")
            } else {
                let names: Vec<_> = TABLE.iter().map(written_name).collect();
                let near = did_you_mean(text, names.iter().map(String::as_str));
                let near = if near.is_empty() { "; `plenary config --default` lists them".to_owned() } else { near };
                format!("no action is called \"{text}\"{near}")
            };
            self.wrong(name.span(), what);
        }
        known
    }

    fn key_list(&mut self, entry: &ActionEntry, list: &DeArray<'_>) -> Vec<(Key, Range<usize>)> {
        let mut keys = Vec::new();
        for item in list {
            match item.get_ref().as_str().map(str::parse::<Key>) {
                None => self.wrong(item.span(), "a key is written in quotes: \"g\", \"C-c\", \"Enter\""),
                Some(Err(error)) => {
                    let near = did_you_mean(item.get_ref().as_str().unwrap_or_default(), NamedKey::names());
                    self.wrong(item.span(), format!("{error}{near}"));
                }
                Some(Ok(key)) if !entry.contexts.iter().any(|&context| works(key, context)) => {
                    self.wrong(
                        item.span(),
                        format!("{key} types a character there; \"{}\" needs another key", entry.name),
                    );
                }
                Some(Ok(key)) => keys.push((key, item.span())),
            }
        }
        keys
    }
}

/// The entry of a name, with spaces or hyphens.
fn entry(name: &str) -> Option<&'static ActionEntry> {
    TABLE.iter().find(|entry| entry.name == name || written_name(entry) == name)
}

/// An entry's name as the settings write it.
pub(super) fn written_name(entry: &ActionEntry) -> String {
    entry.name.replace(' ', "-")
}
