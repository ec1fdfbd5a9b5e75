//! What was voted on, by whom and how it ended.

use serde::{Deserialize, Serialize};

use super::packed::packed_by_place;
use super::session::Session;

/// The body whose members voted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Body {
    /// The General Assembly.
    #[default]
    Assembly,
    /// The Security Council.
    Council,
}

/// What a roll call was on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextKind {
    /// A whole text: a resolution, a decision, a draft of one.
    #[default]
    Resolution,
    /// An amendment to a text.
    Amendment,
    /// A paragraph or another part of a text.
    Paragraph,
    /// The source does not say.
    Unknown,
}

/// How a vote ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// What was voted on was adopted.
    #[default]
    Adopted,
    /// It did not get the votes that it needed.
    Rejected,
    /// It got them in the Council, and failed for the no of a permanent member.
    Vetoed,
    /// The source does not say.
    Unknown,
}

packed_by_place!(Body, TextKind, Outcome);

impl Body {
    /// Both, in the order in which they are listed.
    pub const ALL: [Self; 2] = [Self::Assembly, Self::Council];

    /// As a query writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Assembly => "assembly",
            Self::Council => "council",
        }
    }

    /// Where a text was voted on or adopted, in words: the session of the Assembly, or the Council.
    pub fn held_in(self, session: Option<Session>) -> String {
        session.map_or_else(|| self.name().to_owned(), Session::in_words)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Assembly => "General Assembly",
            Self::Council => "Security Council",
        }
    }
}

/// The codes of the seats that are always on the Council (Charter of the United Nations, Article 23), in the order in which
/// they are listed.
pub const PERMANENT: [&str; 5] = ["CHN", "FRA", "GBR", "RUS", "USA"];

impl TextKind {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Resolution, Self::Amendment, Self::Paragraph, Self::Unknown];

    /// As a query writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Amendment => "amendment",
            Self::Paragraph => "paragraph",
            Self::Unknown => "unknown",
        }
    }
}

impl Outcome {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Adopted, Self::Rejected, Self::Vetoed, Self::Unknown];

    /// As a query writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Rejected => "rejected",
            Self::Vetoed => "vetoed",
            Self::Unknown => "unknown",
        }
    }
}
