//! The line of a roll call in a record's file.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::record::details::Details;
use crate::record::letters::{SeatOrder, read_votes};
use crate::record::rollcall::{RecordNumber, RollCall};
use crate::record::session::Session;
use crate::record::sets::{Index, MemberSet};
use crate::record::stated::Stated;
use crate::record::text::{Text, Texts};
use crate::record::voted::{Body, Outcome, TextKind};
use crate::record::votes::Planes;

use super::header::{Header, Heading};

/// How a text of a file becomes one of the record; a user's file may hold what must reach no terminal.
pub(super) type Keep<'a> = fn(Cow<'a, str>) -> Result<Text, String>;

/// One of several texts of a cell. A type of its own, since serde borrows a `Cow` only as a field.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct CellText<'a>(#[serde(borrow)] Cow<'a, str>);

type CellTexts<'a> = SmallVec<[CellText<'a>; 1]>;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RollCallLine<'a> {
    id: RecordNumber,
    #[serde(default, skip_serializing_if = "is_default")]
    body: Body,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    kind: Option<TextKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    veto: CellTexts<'a>,
    #[serde(default, skip_serializing_if = "is_default")]
    source: u16,
    #[serde(borrow)]
    symbol: Cow<'a, str>,
    date: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    session: Option<Session>,
    #[serde(borrow)]
    title: Cow<'a, str>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    agenda: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    subjects: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    meeting: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    report: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "CellTexts::is_empty")]
    drafts: CellTexts<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    description: Option<CellText<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    note: Option<CellText<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stated: Option<Box<Stated>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    link: Option<CellText<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amendment: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    paragraph: Option<bool>,
    #[serde(borrow)]
    votes: Cow<'a, str>,
}

/// Whether a value is the one that is left out.
pub(in crate::record) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A roll call with its votes, as a file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCallEntry {
    /// What was voted on.
    pub rollcall: RollCall,
    /// Who voted how.
    pub votes: Planes<MemberSet>,
}

impl<'a> RollCallLine<'a> {
    /// The roll call that the line is of.
    pub(super) fn into_entry(
        self,
        header: &Header<'_>,
        order: &SeatOrder<'_>,
        keep: Keep<'a>,
    ) -> Result<RollCallEntry, String> {
        let votes = read_votes(&self.votes, order)?;
        let mut veto = MemberSet::EMPTY;
        for code in &self.veto {
            let id = order.by_code(&code.0);
            let unknown = || format!("\"{}\" vetoed it and is no seat of this file", code.0.escape_debug());
            veto.insert(id.ok_or_else(unknown)?);
        }
        if self.source > 0 && usize::from(self.source) >= header.sources.len() {
            return Err(format!("source {}, where the header has {}", self.source, header.sources.len()));
        }
        let all = |cells: CellTexts<'a>| cells.into_iter().map(|cell| keep(cell.0)).collect::<Result<Texts, _>>();
        let one = |cell: Option<CellText<'a>>| cell.map(|cell| keep(cell.0)).transpose();
        let (note, stated) = match one(self.note)? {
            Some(note) if self.stated.is_none() => match Stated::noted(&note) {
                Some((stated, rest)) => {
                    let rest = Some(rest.to_owned()).filter(|rest| !rest.is_empty());
                    (rest.map(Text::Owned), Some(Box::new(stated)))
                }
                None => (Some(note), None),
            },
            note => (note, self.stated),
        };
        let details = Details {
            veto,
            agenda: all(self.agenda)?,
            subjects: all(self.subjects)?,
            meeting: all(self.meeting)?,
            report: all(self.report)?,
            drafts: all(self.drafts)?,
            description: one(self.description)?,
            note,
            stated,
            link: one(self.link)?,
            amendment: self.amendment,
            paragraph: self.paragraph,
        };
        let rollcall = RollCall {
            number: self.id,
            body: self.body,
            kind: self.kind.unwrap_or_else(|| header.origin.kind(self.amendment, self.paragraph)),
            outcome: self.outcome.unwrap_or_else(|| header.origin.outcome()),
            source: self.source,
            symbol: keep(self.symbol)?,
            date: self.date,
            session: self.session,
            title: keep(self.title)?,
            details: details.into(),
        };
        Ok(RollCallEntry { rollcall, votes })
    }

    /// The line of a roll call.
    pub(super) fn of(rollcall: &'a RollCall, heading: &Heading<'a>, votes: String) -> Self {
        let origin = heading.origin;
        let details = rollcall.details();
        let kind = origin.kind(details.amendment, details.paragraph);
        let borrow = |text: &'a Text| Cow::Borrowed(text.as_ref());
        let all = |texts: &'a [Text]| texts.iter().map(|text| CellText(borrow(text))).collect();
        let one = |text: &'a Option<Text>| text.as_ref().map(|text| CellText(borrow(text)));
        Self {
            id: rollcall.number,
            body: rollcall.body,
            kind: Some(rollcall.kind).filter(|&written| written != kind),
            outcome: Some(rollcall.outcome).filter(|&written| written != origin.outcome()),
            veto: details.veto.iter().map(|id| CellText(heading.seats[id.index()].into())).collect(),
            source: rollcall.source,
            symbol: borrow(&rollcall.symbol),
            date: rollcall.date,
            session: rollcall.session,
            title: borrow(&rollcall.title),
            agenda: all(&details.agenda),
            subjects: all(&details.subjects),
            meeting: all(&details.meeting),
            report: all(&details.report),
            drafts: all(&details.drafts),
            description: one(&details.description),
            note: one(&details.note),
            stated: details.stated.clone(),
            link: one(&details.link),
            amendment: details.amendment,
            paragraph: details.paragraph,
            votes: Cow::Owned(votes),
        }
    }
}
