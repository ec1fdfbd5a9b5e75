//! The help as lines, made from the table of actions: what can be done here first.

use crate::record::Record;
use crate::report::text::{width, wrap};

use super::action::{Action, Context, Entry, TABLE, in_context};
use super::keys::KeyMap;

/// One line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// Where the keys below apply.
    Heading(&'static str),
    /// Keys, and what they do; both may be empty, where the other needs more lines.
    Keys(String, String),
    /// A line of plain text.
    Text(String),
}

/// The columns for the keys.
pub const KEYS: usize = 18;

/// The help, opened in `context`, in lines of `columns`.
pub fn lines(record: &Record, keys: &KeyMap, context: Context, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest: Vec<_> = Context::ALL.into_iter().filter(|&other| other != context).collect();
    rest.insert(0, context);
    let mut said: Vec<&Entry> = Vec::new();
    for context in rest {
        lines.extend([Line::Heading(context.title())]);
        for entry in in_context(context) {
            // What was said of one place is not said again of another.
            if entry.action != Action::NothingBehind && !said.iter().any(|other| std::ptr::eq(*other, entry)) {
                said.push(entry);
                push(&mut lines, &names(keys, entry, context), entry.help, columns);
            }
        }
        lines.push(Line::Blank);
    }
    lines.push(Line::Heading("The record"));
    let mut text = |text: &str| lines.extend(wrap(text, columns).into_iter().map(Line::Text));
    text(&format!("It holds {}.", record.origin().universe()));
    for source in record.sources() {
        text(&format!("{}. {}.", source.citation, source.terms));
    }
    lines
}

fn push(lines: &mut Vec<Line>, keys: &str, help: &str, columns: usize) {
    let mut keys = wrap(keys, KEYS - 2).into_iter();
    let mut help = wrap(help, columns.saturating_sub(KEYS).max(12)).into_iter();
    loop {
        match (keys.next(), help.next()) {
            (None, None) => return,
            (keys, help) => lines.push(Line::Keys(keys.unwrap_or_default(), help.unwrap_or_default())),
        }
    }
}

fn names(keys: &KeyMap, entry: &Entry, context: Context) -> String {
    let names: Vec<_> = keys.keys(entry, context).iter().map(ToString::to_string).collect();
    names.join(" ")
}

/// What the key bar offers in `context`, most useful first: a key and a word.
pub fn bar(keys: &KeyMap, context: Context) -> impl Iterator<Item = (String, &'static str)> {
    let entries = TABLE.iter().filter(move |entry| entry.contexts.contains(&context) && !entry.label.is_empty());
    entries.filter_map(move |entry| Some((keys.keys(entry, context).first()?.to_string(), entry.label)))
}

/// The columns that a part of the key bar takes.
pub fn bar_width((key, label): &(String, &str)) -> usize {
    width(key) + 1 + width(label)
}
