//! The places on a page that lead somewhere.

use crate::app::line_editor::Side;
use crate::record::{MemberId, RollCallId, State, TextId};

/// Where a place on a page leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a member.
    Member(MemberId),
    /// To two members beside each other.
    Pair(MemberId, MemberId),
    /// To a roll call.
    RollCall(RollCallId),
    /// To what is shown here, over those roll calls of the window that a term asks for too.
    Part(String),
    /// To where a member cast another vote than the line of the bloc on that side.
    NotWith(Side, MemberId),
    /// To the roll calls of the window that a term asks for too, with the vote of a member beside each.
    Narrow(String, MemberId),
    /// To the members that voted this way on the roll calls side by side, in their order.
    Pattern(Vec<State>),
    /// To the series of a roll call.
    Series(RollCallId),
    /// To the roll calls of the window.
    Window,
    /// To an adopted text.
    Text(TextId),
    /// To the adopted texts that the filter of now asks for.
    Texts,
}

impl LinkTarget {
    /// The member that it is about: the other one, of two.
    pub(in crate::app) fn member(&self) -> Option<MemberId> {
        match self {
            Self::Member(id) | Self::Pair(_, id) | Self::NotWith(_, id) => Some(*id),
            _ => None,
        }
    }
}

/// A place on a page that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its line.
    pub line: usize,
    /// Its first column.
    pub column: usize,
    /// How many columns it takes.
    pub width: usize,
    /// Where it leads.
    pub to: LinkTarget,
}
