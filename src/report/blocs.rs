//! The blocs that have a name, built-in and saved.

use std::borrow::Cow;

use serde::Serialize;

use crate::query::{Bloc, Expression, Lexicon, Membership, written};
use crate::record::MemberSet;

use super::{Answer, Block, Cell, Column, Table};
use crate::answer::{Credit, Window};

/// All blocs, with their members on the day of the record's last roll call.
#[derive(Clone, Debug, Serialize)]
pub struct Blocs<'l> {
    blocs: Vec<BlocRow<'l>>,
    window: Window,
    source: Credit,
}

#[derive(Clone, Debug, Serialize)]
struct BlocRow<'l> {
    name: Cow<'l, str>,
    title: Cow<'l, str>,
    /// `bloc`, `group`, `subregion` or `saved`.
    kind: &'static str,
    /// Whether its members are those of each roll call's day.
    dated: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'l str>,
    /// How a saved one was defined.
    #[serde(skip_serializing_if = "Option::is_none")]
    expr: Option<String>,
    /// None where a saved one can't be used.
    members: Option<Vec<&'l str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl<'l> Blocs<'l> {
    /// The blocs of `lexicon`.
    ///
    /// # Errors
    /// If the user's own blocs can't be read.
    pub fn new(lexicon: &'l Lexicon<'_>) -> Result<Self, String> {
        let record = lexicon.record();
        let last = record.usual().iter().next_back();
        let at_end = |members: &Membership| last.map_or(MemberSet::EMPTY, |last| members.seated(record, last));
        let codes = |members: MemberSet| members.iter().map(|id| record.members().get(id).code.as_ref()).collect();
        let built_in = |bloc: &'l Bloc| BlocRow {
            name: Cow::Borrowed(&bloc.name),
            title: Cow::Borrowed(&bloc.title),
            kind: bloc.kind.word(),
            dated: bloc.is_dated(),
            note: bloc.note.as_deref(),
            expr: None,
            members: Some(codes(at_end(&bloc.members))),
            error: None,
        };
        let mut blocs: Vec<_> = lexicon.blocs().iter().map(built_in).collect();
        let saved = lexicon.saved()?;
        for (name, text) in saved.iter() {
            let expression = match (lexicon.can_be_saved(name), saved.get(name)) {
                (Err(error), _) => Err(error),
                (Ok(()), Some((first, _))) if first != name => {
                    Err(format!("hidden by @{}, which is called the same", written(first)))
                }
                _ => Expression::parse(text, lexicon).map_err(|error| error.to_string()),
            };
            let members = expression.as_ref().ok().map(Expression::members);
            blocs.push(BlocRow {
                name: Cow::Owned(name.to_owned()),
                title: Cow::Owned(name.to_owned()),
                kind: "saved",
                dated: members.is_some_and(|members| !members.is_constant()),
                note: None,
                expr: Some(text.to_owned()),
                members: members.map(|members| codes(at_end(members))),
                error: expression.err(),
            });
        }
        Ok(Self { blocs, window: Window::new(record, "", record.usual()), source: Credit::of(record) })
    }
}

impl Answer for Blocs<'_> {
    fn blocks(&self) -> Vec<Block> {
        let columns = ["name", "members", "of", "kind"].map(Column::new).into_iter();
        let columns = columns.chain([Column::giving_way("what")]).collect();
        let row = |row: &BlocRow<'_>| {
            let of = match (row.kind, row.dated) {
                ("group" | "subregion", _) => "today",
                (_, true) => "each day",
                (_, false) => "always",
            };
            let what = match (&row.error, &row.expr) {
                (Some(error), _) => error,
                (None, Some(expression)) => expression,
                (None, None) => row.title.as_ref(),
            };
            let count = row.members.as_ref().map_or(Cell::Undefined, |members| Cell::Count(members.len() as u64));
            vec![Cell::Text(format!("@{}", written(&row.name))), count, of.into(), row.kind.into(), what.into()]
        };
        vec![
            Block::Title("Blocs: members on the day of the last roll call".to_owned()),
            Block::Table(Table { columns, rows: self.blocs.iter().map(row).collect() }),
        ]
    }

    fn rows(&self) -> Table {
        let columns = ["name", "title", "kind", "dated", "expr", "members", "note"].map(Column::new).into();
        let row = |row: &BlocRow<'_>| {
            let members = row.members.as_ref().map(|members| members.join(" "));
            vec![
                row.name.as_ref().into(),
                row.title.as_ref().into(),
                row.kind.into(),
                if row.dated { "yes" } else { "no" }.into(),
                row.expr.as_deref().unwrap_or_default().into(),
                members.map_or(Cell::Undefined, Cell::Text),
                row.note.unwrap_or_default().into(),
            ]
        };
        Table { columns, rows: self.blocs.iter().map(row).collect() }
    }

    fn window(&self) -> Option<&Window> {
        Some(&self.window)
    }
}
