//! Roll calls: what was voted on, where and when. The votes themselves are in the table of votes.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::session::Session;
use super::text::{Text, Texts};

/// The library's record number: the only key of a roll call that lasts and repeats nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordNumber(pub u32);

impl fmt::Display for RecordNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A recorded vote of the Assembly on one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCall {
    /// The library's record number (in `unvotes`, its `rcid`).
    pub number: RecordNumber,
    /// The symbol of the text, as the source writes it: `A/RES/ES-11/7`. Not a key. May be empty in `unvotes`.
    pub symbol: Text,
    /// The day of the vote.
    pub date: Date,
    /// The session it was held in.
    pub session: Session,
    /// The title, without the cataloguer's ending.
    pub title: Text,
    /// Titles of the agenda items.
    pub agenda: Texts,
    /// The library's subject headings; hardly any before 1983.
    pub subjects: Texts,
    /// Symbols of the meeting's record.
    pub meeting: Texts,
    /// Symbols of the committee's report.
    pub report: Texts,
    /// Symbols of the drafts.
    pub drafts: Texts,
    /// What the source says was decided, where it gives more than a title (`unvotes`).
    pub description: Option<Text>,
    /// The source's remark on the vote, or what the importer found odd.
    pub note: Option<Text>,
    /// Where to read it, if not at the place that the record number gives.
    pub link: Option<Text>,
    /// Whether the vote was on an amendment; none where the source does not say.
    pub amendment: Option<bool>,
    /// Whether the vote was on a paragraph or part; none where the source does not say.
    pub paragraph: Option<bool>,
}

impl RollCall {
    /// The symbol without `A/RES/`: `ES-11/7`; or the record number where there is no symbol.
    pub fn short_symbol(&self) -> Text {
        if self.symbol.is_empty() {
            return Text::Owned(format!("#{}", self.number));
        }
        match &self.symbol {
            Text::Borrowed(symbol) => Text::Borrowed(without_resolution(symbol)),
            Text::Owned(symbol) => Text::Owned(without_resolution(symbol).to_owned()),
        }
    }
}

/// A symbol without the `A/RES/` before it, in any case.
pub fn without_resolution(symbol: &str) -> &str {
    match symbol.get(..6) {
        Some(start) if start.eq_ignore_ascii_case("A/RES/") => &symbol[6..],
        _ => symbol,
    }
}
