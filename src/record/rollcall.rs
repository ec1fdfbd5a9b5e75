//! Roll calls: what was voted on, where and when. The votes themselves are in the table of votes.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::details::{Details, LaterDetails};
use super::packed::{Packable, Packer, Unpacker, packed};
use super::session::Session;
use super::sets::MemberSet;
use super::stated::Stated;
use super::text::Text;
use super::voted::{Body, Outcome, TextKind};

/// The library's record number: the only key of a roll call that lasts and repeats nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordNumber(pub u32);

impl Packable for RecordNumber {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Self(u32::unpack(from))
    }
}

/// Record numbers from here on are the program's own, where the library's is not known.
pub(super) const FIRST_OWN_NUMBER: u32 = 8_000_000;

impl fmt::Display for RecordNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A recorded vote on one text, or on a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCall {
    /// The library's record number (in `unvotes`, its `rcid`).
    pub number: RecordNumber,
    /// The body whose members voted.
    pub body: Body,
    /// What the vote was on.
    pub kind: TextKind,
    /// How it ended.
    pub outcome: Outcome,
    /// Which of the record's sources has it.
    pub source: u16,
    /// The symbol of the text, as the source writes it: `A/RES/ES-11/7`, `S/RES/2774(2025)`, `S/2025/115`. Not a key. May be
    /// empty in `unvotes`.
    pub symbol: Text,
    /// The day of the vote.
    pub date: Date,
    /// The session of the Assembly that it was held in; the Council has none.
    pub session: Option<Session>,
    /// The title, without the cataloguer's ending.
    pub title: Text,
    /// What is rarely asked of it.
    pub details: LaterDetails,
}

packed!(RollCall { number, body, kind, outcome, source, symbol, date, session, title, details });

impl RollCall {
    /// What is rarely asked of it.
    pub fn details(&self) -> &Details {
        self.details.all()
    }

    /// Enters what is rarely asked of it.
    pub fn change_details(&mut self, change: impl FnOnce(&mut Details)) {
        let mut details = self.details().clone();
        change(&mut details);
        self.details = details.into();
    }

    /// The permanent members for whose no it failed, as the source has it; nobody unless it was vetoed.
    pub fn veto(&self) -> &MemberSet {
        &self.details.rare().veto
    }

    /// Symbols of the drafts, as its own source has them.
    pub fn drafts(&self) -> &[Text] {
        &self.details.rare().drafts
    }

    /// The totals that the source states, where its rows do not give them.
    pub fn stated(&self) -> Option<&Stated> {
        self.details.rare().stated.as_deref()
    }

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

/// A symbol as people say it: without the `A/RES/` before it, in any case, and without the year after a resolution of
/// the Council.
pub fn without_resolution(symbol: &str) -> &str {
    let begins = |start: &str| symbol.get(..6).is_some_and(|begins| begins.eq_ignore_ascii_case(start));
    if begins("A/RES/") {
        &symbol[6..]
    } else if begins("S/RES/") {
        symbol.split('(').next().unwrap_or(symbol).trim_end()
    } else {
        symbol
    }
}
