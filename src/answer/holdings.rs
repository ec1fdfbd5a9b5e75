//! What the record in use holds: sources, dates, counts, checksum, terms.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use crate::record::{Body, Counts, Record, Session, Source, SourceId};

use super::window::Credit;

/// What a record holds.
#[derive(Clone, Debug, Serialize)]
pub struct Holdings<'r> {
    pub(crate) rollcalls: usize,
    pub(crate) votes: usize,
    pub(crate) members: usize,
    pub(crate) first: Option<Date>,
    pub(crate) last: Option<Date>,
    /// How many of the roll calls a question is about that does not say otherwise, and the day of the last.
    #[serde(skip)]
    pub(crate) usual: (usize, Option<Date>),
    pub(crate) sources: Vec<SourceHoldings<'r>>,
    pub(crate) texts: usize,
    pub(crate) checksum: String,
    pub(crate) universe: Cow<'static, str>,
    pub(crate) file: Option<String>,
    /// The session that is not over in the record.
    #[serde(skip)]
    pub(crate) unfinished: Option<Session>,
    /// The sessions whose texts are known in part.
    #[serde(skip)]
    pub(crate) in_part: Vec<Session>,
}

/// What of a record is from one source.
#[derive(Clone, Debug, Serialize)]
pub struct SourceHoldings<'r> {
    /// Its name.
    pub name: &'r str,
    /// How to cite it.
    pub citation: &'r str,
    /// On what terms its data may be used.
    pub terms: &'r str,
    /// The body whose votes or texts they are; none if there are none.
    pub body: Option<Body>,
    /// How many roll calls.
    pub rollcalls: usize,
    /// How many adopted texts.
    pub texts: usize,
    /// The day of the first roll call, or of the first text where there is no roll call.
    pub first: Option<Date>,
    /// The day of the last.
    pub last: Option<Date>,
    /// The days of the first and the last text.
    #[serde(skip)]
    pub text_days: Option<(Date, Date)>,
    /// Which of the sources that importers know it is.
    #[serde(skip)]
    pub id: Option<SourceId>,
}

impl<'r> SourceHoldings<'r> {
    /// What of `record` is from each of its sources, in their order.
    pub fn all(record: &'r Record) -> Vec<Self> {
        record.sources().iter().zip(0..).map(|(source, at)| Self::of(record, source, at)).collect()
    }

    fn of(record: &'r Record, source: &'r Source, at: u16) -> Self {
        let rollcalls = record.rollcalls().map(|(_, rollcall)| (rollcall.date, rollcall.body, rollcall.source));
        let rollcalls: Vec<_> = rollcalls.filter(|(.., source)| *source == at).collect();
        let texts = record.resolutions().iter().map(|text| (text.date, text.body, text.source));
        let texts: Vec<_> = texts.filter(|(.., source)| *source == at).collect();
        let days = |of: &[(Date, Body, u16)]| {
            let days = || of.iter().map(|(date, ..)| *date);
            days().min().zip(days().max())
        };
        let text_days = days(&texts);
        let (first, last) = days(&rollcalls).or(text_days).unzip();
        let body = rollcalls.iter().chain(&texts).map(|(_, body, _)| *body).next();
        Self {
            name: &source.name,
            citation: &source.citation,
            terms: &source.terms,
            body,
            rollcalls: rollcalls.len(),
            texts: texts.len(),
            first,
            last,
            text_days,
            id: SourceId::of(source),
        }
    }
}

impl<'r> Holdings<'r> {
    /// Counts `record`, read from `file` if it is not the embedded one alone.
    pub fn new(record: &'r Record, file: Option<String>) -> Self {
        let Counts { rollcalls, votes, members } = record.counts();
        let (first, last) = record.span(&record.all()).unzip();
        Self {
            rollcalls,
            votes,
            members,
            first,
            last,
            usual: (record.usual().len(), record.days().map(|(_, last)| last)),
            sources: SourceHoldings::all(record),
            texts: record.resolutions().len(),
            checksum: record.checksum(),
            universe: Credit::whole(record).universe,
            file,
            unfinished: record.unfinished(),
            in_part: record.texts_in_part(),
        }
    }
}
