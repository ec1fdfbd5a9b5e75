//! Roll calls: what was voted on, where and when. The votes themselves are in the table of votes.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::session::Session;
use super::sets::MemberSet;
use super::text::{Text, Texts};
use super::voted::{Body, Outcome, TextKind};
use super::votes::Tally;

/// The library's record number: the only key of a roll call that lasts and repeats nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordNumber(pub u32);

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
    /// The permanent members for whose no it failed, as the source has it; nobody unless it was vetoed.
    pub veto: MemberSet,
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
    /// The totals that the source states, where its rows do not give them.
    pub stated: Option<Box<Stated>>,
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

/// The totals that a source states of a roll call: yes, no, abstaining, not voting, members; none where it states none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stated(pub [Option<u16>; 5]);

impl Stated {
    /// How a remark of the importer of earlier versions began and ended, which kept the totals there.
    const NOTED: (&str, &str) = ("the source states ", " (yes, no, abstaining, not voting, members), its rows count ");

    /// Whether rows that give this tally do not give these totals.
    pub fn contradict(&self, tally: Tally) -> bool {
        self.0.iter().zip(counts(tally)).any(|(stated, counted)| stated.is_some_and(|stated| stated != counted))
    }

    /// How many members there were: as stated, or as the other totals sum up to.
    pub fn members(&self) -> Option<u32> {
        let [yes, no, abstain, absent, members] = self.0.map(|total| total.map(u32::from));
        members.or_else(|| Some(yes? + no? + abstain? + absent?))
    }

    /// Whether anything is stated.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// What is stated beside what the rows count, in words.
    pub fn against(&self, tally: Tally) -> String {
        let list = |counts: [Option<u16>; 5]| {
            counts.map(|count| count.map_or_else(|| "–".to_owned(), |count| count.to_string())).join("-")
        };
        let (begin, middle) = Self::NOTED;
        format!("{begin}{}{middle}{}", list(self.0), list(counts(tally).map(Some)))
    }

    /// The totals that a remark of an earlier version's importer holds, and what else the remark says.
    pub(super) fn noted(note: &str) -> Option<(Self, &str)> {
        let (begin, middle) = Self::NOTED;
        let (before, rest) = note.rsplit_once(begin)?;
        let (totals, _) = rest.split_once(middle)?;
        let mut stated = [None; 5];
        let mut parts = totals.split('-');
        for total in &mut stated {
            *total = match parts.next()? {
                "–" => None,
                count => Some(count.parse().ok()?),
            };
        }
        parts.next().is_none().then(|| (Self(stated), before.trim_end_matches("; ")))
    }
}

/// What a source's totals count, of a tally.
fn counts(tally: Tally) -> [u16; 5] {
    [tally.yes, tally.no, tally.abstain, tally.absent, tally.members()]
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
