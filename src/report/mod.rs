//! Answers as rows, and rows as table, JSON, CSV or Markdown: one source for panes, commands and exports.
//!
//! An answer knows its JSON and its [`Block`]s; how they are laid out is decided here, once for all of them. Every
//! answer says its window and its source, but for CSV and the JSON of plain rows.

mod against;
mod agree;
mod between;
mod bloc;
mod blocs;
mod changes;
mod check;
mod compare;
mod countries;
mod country;
mod csv;
mod drift;
mod holdings;
mod layout;
mod list;
mod markdown;
mod matrix;
mod movement;
mod paint;
mod positions;
mod series;
mod show;
pub mod text;
mod topics;
mod window;

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::Serialize;

use crate::record::{Record, RollCallId, Tally};

use self::text::{percent, transliterated};

pub use crate::answer::{
    Agree, Between, BlocReport, Compare, Country, Credit, DriftReport, MatrixReport, Positions, RollCallRow, Series,
    Window,
};

pub use self::against::{AgainstReport, MANY};
pub use self::agree::{absences, figure_in_words, published, rule, rule_in_words, standing_in_words};
pub use self::blocs::Blocs;
pub use self::check::Check;
pub use self::countries::Countries;
pub use self::country::lone_in_words;
pub use self::drift::p_in_words;
pub use self::holdings::Holdings;
pub use self::layout::Style;
pub use self::list::{RollCallList, SortKey, order};
pub use self::show::Show;
pub use self::topics::Topics;
pub use crate::record::counted;

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Aligned columns for people.
    Table,
    /// One JSON value, as the contract of the commands says.
    Json,
    /// The rows alone, for spreadsheets and programs.
    Csv,
    /// A piece of Markdown to paste, with citation, date and checksum.
    Markdown,
}

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
    /// What stands under a key of its own, each on a line.
    Entries(Vec<(String, String)>),
    /// Rows.
    Table(Table),
}

impl Block {
    /// The block with every text of it in ASCII.
    fn in_ascii(self) -> Self {
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
    fn is_of_counts(&self, at: usize) -> bool {
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
    /// How its query was understood where that must be said, and what is to be known of its topics and blocs: a line each.
    fn notes(&self) -> Vec<String> {
        self.window().map(Window::notes).unwrap_or_default()
    }
}

/// What stands below the blocks of an answer, so that its figures can be checked.
struct Footer<'a> {
    window: Option<&'a Window>,
    notes: Vec<String>,
    credit: &'a Credit,
}

impl<'a> Footer<'a> {
    fn of(answer: &'a impl Answer, credit: &'a Credit) -> Self {
        Self { window: answer.window(), notes: answer.notes(), credit }
    }
}

/// Writes `answer`, over `record`, in `format`.
pub fn render(answer: &impl Answer, record: &Record, format: Format, style: Style) -> String {
    let credit = Credit::of(record);
    let text = match format {
        // These types hold nothing that JSON can't; a failure would be a fault of this program.
        Format::Json => serde_json::to_string(answer).map_or_else(|error| error.to_string(), |json| json + "\n"),
        Format::Csv => csv::write(&answer.rows()),
        Format::Markdown => markdown::write(&answer.blocks(), &Footer::of(answer, &credit), record),
        // Before it is laid out: what is another letter in ASCII need not be as wide.
        Format::Table if style.ascii => {
            let blocks: Vec<_> = answer.blocks().into_iter().map(Block::in_ascii).collect();
            layout::write(&blocks, &Footer::of(answer, &credit), style)
        }
        Format::Table => layout::write(&answer.blocks(), &Footer::of(answer, &credit), style),
    };
    match format {
        _ if !style.ascii || text.is_ascii() => text,
        Format::Json => text::escaped(&text),
        _ => transliterated(&text),
    }
}

/// What stands for the tally of a roll call whose votes by member were not recorded.
pub const NOT_RECORDED: &str = "votes by member not recorded";

/// The tally of a roll call in one line, or that its votes by member were not recorded.
pub fn rollcall_in_words(record: &Record, id: RollCallId) -> String {
    if record.is_recorded(id) {
        tally_in_words(record.tally(id), record.origin().has_absences())
    } else {
        NOT_RECORDED.to_owned()
    }
}

/// The counts of yes, no and abstentions of a roll call, as 141–7–32, or that they were not recorded by member.
pub fn counts_in_words(record: &Record, id: RollCallId) -> String {
    let Tally { yes, no, abstain, .. } = record.tally(id);
    if record.is_recorded(id) { format!("{yes}–{no}–{abstain}") } else { NOT_RECORDED.to_owned() }
}

/// A tally in one line: "93 yes, 18 no, 65 abstaining, 17 absent, of 193 members".
pub fn tally_in_words(tally: Tally, absences: bool) -> String {
    let Tally { yes, no, abstain, absent } = tally;
    let mut text = format!("{yes} yes, {no} no, {abstain} abstaining");
    if absences {
        let _ = write!(text, ", {absent} absent, of {}", counted(tally.members().into(), "member"));
    }
    text
}
