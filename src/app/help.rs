//! The help as a page, made from the table of actions: what can be done here first; then the query language and the words
//! of the field.

use crate::answer::SourceHoldings;
use crate::query::{Lexicon, Universe};
use crate::record::fold;
use crate::report::not_over;
use crate::report::text::wrap;

use super::field::TextField;
use super::glossary::{EXPRESSIONS, Explained, QUERIES, TERMS};
use super::page::{Page, Piece, Role};
use super::scroll::Scroll;
use crate::actions::KeyMap;
use crate::actions::{ActionEntry, Context, KeyContext, in_context};

/// The help, while it is open.
#[derive(Debug)]
pub struct Help {
    /// Where it was opened.
    place: KeyContext,
    /// The search text.
    search: TextField,
    /// Whether that is being typed.
    pub(super) typing: bool,
    page: Page,
    pub(super) scroll: Scroll,
}

impl Help {
    pub(super) fn new(place: KeyContext) -> Self {
        Self { place, search: TextField::default(), typing: false, page: Page::default(), scroll: Scroll::default() }
    }

    /// The line of what is looked for, to be changed.
    pub(super) fn search_mut(&mut self) -> &mut TextField {
        &mut self.search
    }

    /// The search text, while it is typed or if there is any.
    pub fn search(&self) -> Option<&TextField> {
        (self.typing || !self.search.text().is_empty()).then_some(&self.search)
    }

    /// Whether the search text is being typed.
    pub fn is_typing(&self) -> bool {
        self.typing
    }

    pub(super) fn fit(&mut self, lexicon: &Lexicon<'_>, keys: &KeyMap, columns: usize, height: usize) {
        self.page = page(lexicon, keys, self.place, self.search.text(), columns);
        self.scroll.fit(self.page.lines().len(), height);
    }

    /// The page.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// How far it is scrolled.
    pub fn scroll(&self) -> Scroll {
        self.scroll
    }
}

/// The columns for the keys.
const KEYS: usize = 18;

/// The help, opened in `place`: the entries that contain all words of `search`.
fn page(lexicon: &Lexicon<'_>, keys: &KeyMap, place: KeyContext, search: &str, columns: usize) -> Page {
    let mut page = Page::new(columns);
    let search = fold(search);
    let here: Vec<_> = place.contexts().collect();
    let elsewhere = Context::ALL.into_iter().filter(|other| !here.contains(other));
    // A key that the view has for itself is not said of its list.
    let at = |context: Context| if here.contains(&context) { place } else { context.into() };
    let mut said: Vec<&ActionEntry> = Vec::new();
    for context in here.iter().copied().chain(elsewhere) {
        let entries = in_context(context).filter(|entry| {
            let text = fold(&format!("{} {} {}", entry.name, entry.help, names(keys, entry, at(context))));
            search.split(' ').all(|word| text.contains(word))
        });
        // What was said of one place is not said again of another.
        let fresh: Vec<_> = entries.filter(|entry| !said.iter().any(|other| std::ptr::eq(*other, *entry))).collect();
        if !fresh.is_empty() {
            page.heading([Piece::title(context.title())]);
        }
        for entry in fresh {
            said.push(entry);
            push(&mut page, &names(keys, entry, at(context)), entry.help);
        }
    }
    let explained = explain(&mut page, &search);
    if said.is_empty() && !explained {
        page.wrapped("Nothing matches.", Role::Plain);
    }
    if search.is_empty() {
        let record = lexicon.record();
        page.heading([Piece::title("The record")]);
        page.wrapped(
            &format!("It holds {}.", Universe::around(record, &record.all()).counted(record, &record.all())),
            Role::Plain,
        );
        if let Some(session) = record.unfinished() {
            page.wrapped(&format!("Note: {}.", not_over(session)), Role::Plain);
        }
        for source in SourceHoldings::all(record) {
            page.heading([Piece::title(source.name.to_owned())]);
            page.wrapped(&format!("{}.", source.reach()), Role::Plain);
            page.wrapped(&format!("{}. {}.", source.citation, source.terms), Role::Plain);
            if let Some(renewal) = source.renewal() {
                page.wrapped(&format!("To renew: {renewal}."), Role::Plain);
            }
        }
    }
    page
}

/// Explains the query language and the words of the field, as far as they contain all words of `search`; says whether
/// anything does.
fn explain(page: &mut Page, search: &str) -> bool {
    let sections =
        [("The query language", QUERIES), ("Which members", EXPRESSIONS), ("Glossary: what the words mean", TERMS)];
    let mut any = false;
    for (title, entries) in sections {
        let fits = |entry: &&Explained| {
            let text = fold(&format!("{title} {} {}", entry.name, entry.text));
            search.split(' ').all(|word| text.contains(word))
        };
        let mut entries = entries.iter().filter(fits).peekable();
        if entries.peek().is_some() {
            page.heading([Piece::title(title)]);
            any = true;
        }
        entries.for_each(|entry| push(page, entry.name, entry.text));
    }
    any
}

fn push(page: &mut Page, keys: &str, help: &str) {
    let mut keys = wrap(keys, KEYS - 2).into_iter();
    let mut help = wrap(help, page.columns().saturating_sub(KEYS).max(12)).into_iter();
    loop {
        let (keys, help) = match (keys.next(), help.next()) {
            (None, None) => return,
            (keys, help) => (keys.unwrap_or_default(), help.unwrap_or_default()),
        };
        page.push([Piece::new(format!("  {keys:0$}", KEYS - 2), Role::Accent), Piece::plain(help)]);
    }
}

fn names(keys: &KeyMap, entry: &ActionEntry, place: KeyContext) -> String {
    let names: Vec<_> = keys.keys(entry, place).iter().map(ToString::to_string).collect();
    if names.is_empty() { format!(": {}", entry.name) } else { names.join(" ") }
}
