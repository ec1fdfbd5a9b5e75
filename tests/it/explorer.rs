//! The explorer without a terminal: what keys, mouse, pastes and resizes show, and that nothing breaks it.

mod accounted;
mod around;
mod blocs;
mod compare;
mod council;
mod figures;
mod glance;
mod keys;
mod members;
mod pair;
mod pictures;
mod taking;
mod texts;
mod timeline;
mod unread;
mod walk;
mod world;

use std::fmt::Write as _;
use std::sync::LazyLock;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier};

use crate::common::of_all;
use plenary::actions::Key;
use plenary::app::{App, Effect, Event, Resources};
use plenary::link::Link;
use plenary::query::{Lexicon, SavedBlocs};
use plenary::record::Record;
use plenary::settings::Look;
use plenary::ui::{Colours, Theme, draw};

static RECORD: LazyLock<Record> = LazyLock::new(|| Record::embedded().unwrap());
static LEXICON: LazyLock<Lexicon<'static>> =
    LazyLock::new(|| Lexicon::new(&RECORD, Ok(SavedBlocs::default())).unwrap());
static KNOWN: LazyLock<Resources<'static>> = LazyLock::new(|| Resources::new(&LEXICON));

/// Presses the keys of each case in an explorer of its own of that size; says of all at once which did not show what they
/// should.
#[track_caller]
fn each_shows<'c>(width: u16, height: u16, cases: impl IntoIterator<Item = &'c (&'c str, &'c str)>) {
    let mut missing = String::new();
    for (keys, shown) in cases {
        let mut explorer = Explorer::new(width, height, "");
        explorer.press(keys);
        if !explorer.shows(shown) {
            let _ = writeln!(missing, "after {keys:?}, {shown:?} is not in\n{}", explorer.text());
        }
    }
    assert!(missing.is_empty(), "{missing}");
}

/// The explorer on a screen that can be read.
pub(crate) struct Explorer {
    app: App<'static>,
    screen: Buffer,
    theme: Theme,
}

impl Explorer {
    pub(crate) fn new(width: u16, height: u16, query: &str) -> Self {
        let app = App::new(&KNOWN, query, Size { width, height });
        let mut explorer =
            Self { app, screen: Buffer::default(), theme: Theme::new(Colours::Palette, Look::default()) };
        explorer.send(Event::Prepared);
        explorer
    }

    /// One over another record, on a link.
    fn over(record: &str, link: &str) -> Self {
        // An explorer of a test lives as long as the test.
        let record: &'static Record = Box::leak(Box::new(Record::from_text(record, "made.jsonl").unwrap().0));
        let lexicon: &'static _ = Box::leak(Box::new(Lexicon::new(record, Ok(SavedBlocs::default())).unwrap()));
        let app = App::new(Box::leak(Box::new(Resources::new(lexicon))), "", Size::new(160, 40));
        let mut explorer =
            Self { app, screen: Buffer::default(), theme: Theme::new(Colours::Palette, Look::default()) };
        explorer.send(Event::Prepared);
        explorer.app.start_at(&Link::parse(link, lexicon).unwrap());
        explorer.draw();
        explorer
    }

    fn draw(&mut self) {
        self.screen = Buffer::empty(Rect::from((Position::ORIGIN, self.app.size())));
        draw(&self.app, &self.theme, &mut self.screen);
    }

    fn send(&mut self, event: Event) -> Vec<Effect> {
        let effects = self.app.update(event);
        if effects.contains(&Effect::Draw) {
            self.draw();
        }
        effects
    }

    /// Presses keys, written with spaces between them; what is no key is typed letter by letter.
    pub(crate) fn press(&mut self, keys: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for word in keys.split_whitespace() {
            match word.parse() {
                Ok(key) => effects = self.send(Event::Key(key)),
                Err(_) => {
                    for letter in word.replace('_', " ").chars() {
                        effects = self.send(Event::Key(Key::char(letter)));
                    }
                }
            }
        }
        effects
    }

    pub(crate) fn text(&self) -> String {
        let width = usize::from(self.screen.area.width).max(1);
        let rows = self.screen.content.chunks(width).map(|row| row.iter().map(Cell::symbol).collect());
        let rows: Vec<String> = rows.map(|row: String| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    /// The screen's text and, below it, how each character looks: a letter for each look, explained at the end.
    pub(crate) fn text_and_looks(&self) -> String {
        let mut looks = Vec::new();
        let mut grid = String::new();
        let width = usize::from(self.screen.area.width).max(1);
        for row in self.screen.content.chunks(width) {
            let mut line = String::new();
            for cell in row {
                let look = (cell.fg, cell.bg, cell.modifier);
                let at = looks.iter().position(|&known| known == look).unwrap_or_else(|| {
                    looks.push(look);
                    looks.len() - 1
                });
                line.push(if at == 0 { '.' } else { char::from(b'a' + at as u8 - 1) });
            }
            grid += line.trim_end_matches('.');
            grid.push('\n');
        }
        let explain = |(at, (fg, bg, how)): (usize, &(Color, Color, Modifier))| {
            let letter = if at == 0 { '.' } else { char::from(b'a' + at as u8 - 1) };
            format!("{letter} = {fg} on {bg} {how:?}\n")
        };
        let legend: String = looks.iter().enumerate().map(explain).collect();
        format!("{}\n\n{grid}\n{legend}", self.text())
    }

    pub(crate) fn shows(&self, expected: &str) -> bool {
        self.text().contains(&of_all(expected))
    }
}
