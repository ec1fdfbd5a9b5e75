//! What an answer is made of: titles, facts, names, tables and their cells, and what is below all of it.

use std::borrow::Cow;

use serde::Serialize;

use crate::answer::{Credit, Window};

use crate::record::Record;

use super::text::{percent, transliterated};

/// A part of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the answer is about.
    Title(String),
    /// What the next block is about.
    Heading(String),
    /// A name and what it is, each on a line.
    Facts(Vec<(&'static str, String)>),
    /// Names, one after the other.
    Names(Vec<String>),
    /// What is under a key of its own, each on a line.
    Entries(Vec<(String, String)>),
    /// Rows.
    Table(Table),
}

impl Block {
    /// The block with every text of it in ASCII.
    pub(super) fn in_ascii(self) -> Self {
        let plain = |text: String| transliterated(&text);
        match self {
            Self::Title(text) => Self::Title(plain(text)),
            Self::Heading(text) => Self::Heading(plain(text)),
            Self::Facts(facts) => Self::Facts(facts.into_iter().map(|(name, fact)| (name, plain(fact))).collect()),
            Self::Names(names) => Self::Names(names.into_iter().map(plain).collect()),
            Self::Entries(entries) => {
                Self::Entries(entries.into_iter().map(|(key, entry)| (plain(key), plain(entry))).collect())
            }
            Self::Table(Table { mut columns, mut rows }) => {
                for column in &mut columns {
                    column.name = Cow::Owned(transliterated(&column.name));
                }
                for cell in rows.iter_mut().flatten() {
                    if let Cell::Text(text) = cell {
                        *text = transliterated(text);
                    }
                }
                Self::Table(Table { columns, rows })
            }
        }
    }
}

/// Rows under named columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// A cell for each column in each row.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, as in CSV.
    pub name: Cow<'static, str>,
    /// Whether it gives way where the screen is narrow.
    pub gives_way: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text, to the left.
    Text(String),
    /// A count, to the right.
    Count(u64),
    /// A figure, to the right: three decimals for people, unrounded in CSV.
    Figure(f64),
    /// A share from 0 to 1, to the right: in per cent for people, unrounded in CSV.
    Share(f64),
    /// What is not known or not defined: `–`, and nothing in CSV.
    Undefined,
}

impl Table {
    /// Whether the column at this place holds counts, which stand to the right.
    pub(super) fn is_of_counts(&self, at: usize) -> bool {
        self.rows.first().is_some_and(|row| !matches!(row[at], Cell::Text(_)))
    }
}

impl Column {
    /// A column that keeps its width.
    pub const fn new(name: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), gives_way: false }
    }

    /// A column whose texts are cut where the screen is narrow.
    pub const fn giving_way(name: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), gives_way: true }
    }

    /// A column that keeps its width, under a name from the record.
    pub fn named(name: &str) -> Self {
        Self { name: Cow::Owned(name.to_owned()), gives_way: false }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Option<u16>> for Cell {
    fn from(count: Option<u16>) -> Self {
        count.map_or(Self::Undefined, |count| Self::Count(count.into()))
    }
}

impl From<u16> for Cell {
    fn from(count: u16) -> Self {
        Self::Count(count.into())
    }
}

impl From<Option<u32>> for Cell {
    fn from(count: Option<u32>) -> Self {
        count.map_or(Self::Undefined, Self::from)
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<Option<f64>> for Cell {
    fn from(figure: Option<f64>) -> Self {
        figure.map_or(Self::Undefined, Self::Figure)
    }
}

impl Cell {
    /// The cell as people read it.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Figure(figure) => format!("{figure:.3}"),
            Self::Share(share) => percent(*share),
            Self::Undefined => "–".to_owned(),
        }
    }
}

/// What a command answers.
pub trait Answer: Serialize {
    /// The answer for people, part by part.
    fn blocks(&self) -> Vec<Block>;
    /// The answer's rows, for CSV.
    fn rows(&self) -> Table;
    /// Which roll calls it is over, if it is over any.
    fn window(&self) -> Option<&Window>;
    /// Where its figures are from: the sources of its window or, where it has none, of the whole record.
    fn credit(&self, record: &Record) -> Credit {
        self.window().map_or_else(|| Credit::whole(record), |window| window.credit.clone())
    }
    /// How its query was understood where that must be said, and what is to be known of its topics and blocs: a line each.
    fn notes(&self) -> Vec<String> {
        self.window().map(Window::notes).unwrap_or_default()
    }
}

/// What is below the blocks of an answer, so that its figures can be checked.
pub(super) struct Footer<'a> {
    pub window: Option<&'a Window>,
    pub notes: Vec<String>,
    pub credit: &'a Credit,
}

impl<'a> Footer<'a> {
    pub(super) fn of(answer: &'a impl Answer, credit: &'a Credit) -> Self {
        Self { window: answer.window(), notes: answer.notes(), credit }
    }
}
