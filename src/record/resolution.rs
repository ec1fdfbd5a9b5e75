//! Texts that were adopted, with a vote or without one: what is known of them beside the roll call, if there was one.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::packed::{packed, packed_by_place};
use super::rollcall::{RecordNumber, without_resolution};
use super::session::Session;
use super::stated::Stated;
use super::text::{Text, Texts};
use super::voted::Body;

/// How a text was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Adoption {
    /// By a vote.
    #[serde(rename = "vote")]
    Vote,
    /// By a vote of which only the totals are known.
    #[serde(rename = "vote, not recorded")]
    VoteNotRecorded,
    /// Without a vote.
    #[serde(rename = "without a vote")]
    WithoutVote,
    /// The source does not say.
    #[serde(rename = "unknown")]
    Unknown,
}

packed_by_place!(Adoption, Committee);

impl Adoption {
    /// All, in the order in which they are listed.
    const ALL: [Self; 4] = [Self::Vote, Self::VoteNotRecorded, Self::WithoutVote, Self::Unknown];

    /// Whether there was a vote.
    pub fn is_by_vote(self) -> bool {
        matches!(self, Self::Vote | Self::VoteNotRecorded)
    }

    /// As an answer has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Vote | Self::VoteNotRecorded => "vote",
            Self::WithoutVote => "without a vote",
            Self::Unknown => "unknown",
        }
    }

    /// As a sentence: "adopted without a vote".
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Vote => "adopted by a recorded vote",
            Self::VoteNotRecorded => "adopted by a vote that was not recorded by member",
            Self::WithoutVote => "adopted without a vote",
            Self::Unknown => "adopted; the source does not say how",
        }
    }

    /// As a sentence ends: "adopted without a vote".
    pub fn words(self) -> &'static str {
        match self {
            Self::Vote => "by a recorded vote",
            Self::VoteNotRecorded => "by a vote that was not recorded by member",
            Self::WithoutVote => "without a vote",
            Self::Unknown => "the source does not say how",
        }
    }
}

/// The Main Committee of the Assembly that a text came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Committee {
    /// Disarmament and international security.
    First,
    /// Economic and financial.
    Second,
    /// Social, humanitarian and cultural.
    Third,
    /// Special political and decolonisation.
    Fourth,
    /// Administrative and budgetary.
    Fifth,
    /// Legal.
    Sixth,
    /// Put to the plenary itself.
    None,
}

impl Committee {
    /// All, in order.
    pub const ALL: [Self; 7] =
        [Self::First, Self::Second, Self::Third, Self::Fourth, Self::Fifth, Self::Sixth, Self::None];

    /// As a query writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Fifth => "fifth",
            Self::Sixth => "sixth",
            Self::None => "none",
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "First Committee",
            Self::Second => "Second Committee",
            Self::Third => "Third Committee",
            Self::Fourth => "Fourth Committee",
            Self::Fifth => "Fifth Committee",
            Self::Sixth => "Sixth Committee",
            Self::None => "no Main Committee",
        }
    }
}

/// An adopted text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// How it was adopted.
    pub adopted: Adoption,
    /// Its symbol, as the source writes it.
    pub symbol: Text,
    /// The library's record number, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RecordNumber>,
    /// The body that adopted it.
    #[serde(default, skip_serializing_if = "super::file::is_default")]
    pub body: Body,
    /// The day on which it was adopted.
    pub date: Date,
    /// The session of the Assembly; the Council has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
    /// The title; empty where it is that of the roll call.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub title: Text,
    /// Titles of the agenda items.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub agenda: Texts,
    /// Subject headings.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub subjects: Texts,
    /// Symbols of the meeting's record.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub meeting: Texts,
    /// Symbols of the committee's report.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub report: Texts,
    /// Symbols of the drafts.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub drafts: Texts,
    /// The committee that it came from; none where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<Committee>,
    /// Who put it: codes of members, else names as the source has them; empty where the source names nobody.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub sponsors: Texts,
    /// The totals that the source states of a vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
    /// Which of the record's sources has it.
    #[serde(default, skip_serializing_if = "super::file::is_default")]
    pub source: u16,
}

packed!(Resolution {
    adopted,
    symbol,
    id,
    body,
    date,
    session,
    title,
    agenda,
    subjects,
    meeting,
    report,
    drafts,
    committee,
    sponsors,
    stated,
    source
});

impl Resolution {
    /// The symbol without `A/RES/`, or the year in brackets behind that of the Council.
    pub fn short_symbol(&self) -> &str {
        without_resolution(&self.symbol)
    }

    /// All that is text in it.
    pub(super) fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let cells = [
            &mut self.agenda,
            &mut self.subjects,
            &mut self.meeting,
            &mut self.report,
            &mut self.drafts,
            &mut self.sponsors,
        ];
        [&mut self.symbol, &mut self.title].into_iter().chain(cells.into_iter().flatten())
    }
}
