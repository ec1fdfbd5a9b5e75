//! The views that a link can name.

use std::ops::RangeInclusive;

use crate::record::{MemberId, RollCallId, TextId};

/// How many roll calls fit side by side.
pub const COMPARED: RangeInclusive<usize> = 2..=10;

/// A view of the explorer and what it shows. Views that can be opened before anything is chosen have a form without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkedView {
    /// The list of roll calls.
    Votes,
    /// One roll call.
    Show(RollCallId),
    /// The list of members.
    Countries,
    /// One member.
    Country(MemberId),
    /// Two different members.
    Pair(MemberId, MemberId),
    /// A member and two others, all different.
    Between(MemberId, [MemberId; 2]),
    /// Up to two bloc expressions.
    Blocs(Vec<String>),
    /// Two to ten different roll calls, or none yet.
    Compare(Vec<RollCallId>),
    /// A text through the years.
    Series(RollCallId),
    /// A text through the years as a grid: members by texts.
    Grid(RollCallId),
    /// The map of a roll call, if one is chosen.
    World(Option<RollCallId>),
    /// The map of agreement with a member.
    WorldCountry(MemberId),
    /// The map of one or two bloc expressions.
    WorldBlocs(Vec<String>),
    /// A member and others, before a day and since it.
    Drift(MemberId),
    /// All pairs of members.
    Matrix,
    /// Two axes for every member.
    Positions,
    /// The vetoes in the Council.
    Vetoes,
    /// The adopted texts.
    Texts,
    /// An adopted text of which there is no roll call.
    Text(TextId),
}

impl LinkedView {
    /// Whether it is about members rather than roll calls, so that a bare name in its query is hardly a word of a text.
    pub fn is_about_members(&self) -> bool {
        match self {
            Self::Votes
            | Self::Show(_)
            | Self::Compare(_)
            | Self::Series(_)
            | Self::Grid(_)
            | Self::Texts
            | Self::Text(_) => false,
            Self::Countries
            | Self::Country(_)
            | Self::Pair(..)
            | Self::Between(..)
            | Self::Blocs(_)
            | Self::World(_)
            | Self::WorldCountry(_)
            | Self::WorldBlocs(_)
            | Self::Drift(_)
            | Self::Matrix
            | Self::Positions
            | Self::Vetoes => true,
        }
    }
}
