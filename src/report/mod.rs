//! Answers as rows, and rows as table, JSON, CSV or Markdown: one source for panes, commands and exports.
//!
//! An answer knows its JSON and its [`Block`]s; how they are laid out is decided here, once for all of them. Every
//! answer says its window and its source, but for CSV and the JSON of plain rows.

mod against;
mod agree;
mod between;
mod bloc;
mod bloc_remark;
mod blocs;
mod changes;
mod check;
mod compare;
mod countries;
mod country;
mod csv;
mod drift;
mod grid;
mod holdings;
mod layout;
mod list;
mod markdown;
mod matrix;
mod movement;
mod paint;
mod parts;
mod positions;
mod remark;
mod series;
mod show;
pub mod text;
mod texts;
mod topics;
mod vetoes;
mod votes;
mod window;

use std::fmt::Write as _;

use crate::record::{Record, RollCallId, Tally};

use self::parts::Footer;
use self::text::transliterated;

pub use self::agree::{absences, figure_in_words, published, rule, rule_and_source, rule_in_words, standing_in_words};
pub use self::countries::shares_in_words;
pub use self::country::{few_in_words, lone_in_words, vetoes_in_words};
pub use self::drift::p_in_words;
pub use self::grid::{GRID_LETTERS, WAVERS};
pub use self::holdings::{missing_texts, not_over};
pub use self::layout::Style;
pub use self::parts::{Answer, Block, Cell, Column, Table};
pub use self::show::{IN_NO_GROUP, vote_in_words};
pub use self::texts::TextsBySession;
pub use self::votes::{Rows, VotesWide, write_all};
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

/// Writes `answer`, over `record`, in `format`.
pub fn render(answer: &impl Answer, record: &Record, format: Format, style: Style) -> String {
    let credit = answer.credit(record);
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
