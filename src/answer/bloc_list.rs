//! The blocs that have a name, built-in and saved.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::query::{Bloc, BlocKind, BlocNameError, Expression, Lexicon, Membership, QueryError};
use crate::record::MemberSet;

use super::window::{Credit, Window};

/// All blocs, with their members on the day of the record's last roll call.
#[derive(Clone, Debug, Serialize)]
pub struct Blocs<'l> {
    pub(crate) blocs: Vec<BlocRow<'l>>,
    pub(crate) window: Window,
    pub(crate) source: Credit,
}

/// A bloc in the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BlocRow<'l> {
    pub(crate) name: Cow<'l, str>,
    pub(crate) title: Cow<'l, str>,
    pub(crate) kind: NamedKind,
    /// Whether its members are those of each roll call's day.
    pub(crate) dated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<&'l str>,
    /// How a saved one was defined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) expr: Option<String>,
    /// None where a saved one can't be used.
    pub(crate) members: Option<Vec<&'l str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<BlocFault>,
}

/// Where a bloc is from, which says how far its members are right for the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedKind {
    BuiltIn(BlocKind),
    Saved,
}

impl NamedKind {
    /// The word for it, as in JSON.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::BuiltIn(kind) => kind.word(),
            Self::Saved => "saved",
        }
    }
}

impl Serialize for NamedKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// Why a saved bloc can't be used.
#[derive(Clone, Debug)]
pub(crate) enum BlocFault {
    /// Its name can't be that of a bloc.
    Name(BlocNameError),
    /// Another saved bloc has the same name, this one.
    Hidden(String),
    /// Its expression can't be read.
    Unreadable(QueryError),
}

impl<'l> Blocs<'l> {
    /// The blocs of `lexicon`.
    ///
    /// # Errors
    /// If the user's own blocs can't be read.
    pub fn new(lexicon: &'l Lexicon<'_>) -> Result<Self, String> {
        let record = lexicon.record();
        let last = record.usual().iter().next_back();
        let codes = |members: &Membership| {
            let members = last.map_or(MemberSet::EMPTY, |last| members.seated(record, last));
            members.iter().map(|id| record.code(id)).collect()
        };
        let built_in = |bloc: &'l Bloc| BlocRow {
            name: Cow::Borrowed(&bloc.name),
            title: Cow::Borrowed(&bloc.title),
            kind: NamedKind::BuiltIn(bloc.kind),
            dated: bloc.is_dated(),
            note: bloc.note.as_deref(),
            expr: None,
            members: Some(codes(&bloc.members)),
            error: None,
        };
        let mut blocs: Vec<_> = lexicon.blocs().iter().map(built_in).collect();
        let saved = lexicon.saved()?;
        for (name, text) in saved.iter() {
            let expression = match (lexicon.can_be_saved(name), saved.get(name)) {
                (Err(error), _) => Err(BlocFault::Name(error)),
                (Ok(()), Some((first, _))) if first != name => Err(BlocFault::Hidden(first.to_owned())),
                _ => Expression::parse(text, lexicon).map_err(BlocFault::Unreadable),
            };
            let members = expression.as_ref().ok().map(Expression::members);
            blocs.push(BlocRow {
                name: Cow::Owned(name.to_owned()),
                title: Cow::Owned(name.to_owned()),
                kind: NamedKind::Saved,
                dated: members.is_some_and(|members| !members.is_constant()),
                note: None,
                expr: Some(text.to_owned()),
                members: members.map(codes),
                error: expression.err(),
            });
        }
        let window = Window::new(record, "", record.usual());
        Ok(Self { blocs, source: window.credit.clone(), window })
    }
}
