//! What there is to choose from, and what is chosen.

use crate::actions::{Action, KeyContext};
use crate::app::columns::ListColumn;
use crate::app::page::Line;
use crate::app::prompt::Question;
use crate::app::session::Grouping;
use crate::record::MemberId;

/// What is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// A member to go to.
    Country(MemberId),
    /// Two members to compare.
    Pair(MemberId, MemberId),
    /// A member and others that it is held against, until there are two.
    Against(Vec<MemberId>),
    /// Two blocs to compare, as expressions; an empty text is no bloc.
    Blocs([String; 2]),
    /// A member whose votes are watched, or none.
    Watch(Option<MemberId>),
    /// An action.
    Action(Action),
    /// A way to group members.
    Group(Grouping),
    /// The position of a column to sort by.
    Sort(usize),
    /// A question to answer.
    Question(Question),
    /// A link to go to.
    Link(String),
}

/// What there is to choose from.
#[derive(Clone, Debug)]
pub(in crate::app) enum PickerSource {
    Countries,
    /// Another member, to compare with this one.
    Others(MemberId),
    /// One more member, to compare the first of these with.
    Against(Vec<MemberId>),
    Watched,
    Actions(KeyContext),
    Groupings,
    Columns(Vec<ListColumn>),
    /// Questions of a view, each with what it is about.
    Questions(QuestionList),
}

/// What a view may ask, and what that is called.
#[derive(Clone, Debug)]
pub(in crate::app) struct QuestionList {
    pub(in crate::app) title: &'static str,
    /// What is said where none fits what is typed.
    pub(in crate::app) empty: &'static str,
    pub(in crate::app) questions: Vec<(String, Question)>,
}

/// A row of a choice.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What it says.
    pub line: Line,
    /// What is to the right of it.
    pub note: String,
    /// What it is.
    pub choice: Choice,
}
