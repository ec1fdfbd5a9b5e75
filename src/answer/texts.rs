//! Adopted texts, with a vote or without one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::query::{Lexicon, Query, TextFilter};
use crate::record::{
    Adoption, Body, Committee, Index, Record, RecordNumber, Resolution, RollCallId, Session, Source, Stated, Text,
    TextId,
};

use super::window::Credit;

/// What is known of an adopted text, in a list and alone.
#[derive(Clone, Debug, Serialize)]
pub struct TextFacts<'r> {
    /// Its symbol.
    pub symbol: &'r str,
    /// The day on which it was adopted.
    pub date: Date,
    /// The session of the Assembly; the Council has none.
    pub session: Option<Session>,
    /// The title.
    pub title: &'r str,
    /// How it was adopted.
    #[serde(serialize_with = "word")]
    pub adopted: Adoption,
    /// The draft's symbol, where the source gives it.
    pub draft: Option<&'r str>,
    /// The committee that it came from, where the source gives it.
    pub committee: Option<Committee>,
    /// Who put it: codes of members, else names.
    pub sponsors: Vec<&'r str>,
}

/// A vote is a vote, whether it was recorded by member or not: that there is no roll call says the rest.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn word<S: Serializer>(adopted: &Adoption, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(adopted.word())
}

/// An adopted text in a list.
#[derive(Clone, Debug, Serialize)]
pub struct TextRow<'r> {
    /// What is known of it.
    #[serde(flatten)]
    pub facts: TextFacts<'r>,
    /// The roll call, if there was one and the record has it.
    pub id: Option<RecordNumber>,
    /// Which text it is.
    #[serde(skip)]
    pub text: TextId,
    /// The roll call, in the record.
    #[serde(skip)]
    pub rollcall: Option<RollCallId>,
}

impl<'r> TextFacts<'r> {
    fn of(text: &'r Resolution) -> Self {
        Self {
            symbol: &text.symbol,
            date: text.date,
            session: text.session,
            title: &text.title,
            adopted: text.adopted,
            draft: text.drafts.first().map(AsRef::as_ref),
            committee: text.committee,
            sponsors: text.sponsors.iter().map(AsRef::as_ref).collect(),
        }
    }
}

impl<'r> TextRow<'r> {
    /// The row of a text; `rollcall` is its roll call, if the record has one.
    fn new(record: &'r Record, text: TextId, rollcall: Option<RollCallId>) -> Self {
        let facts = TextFacts::of(record.text(text));
        let voted = rollcall.map(|id| record.rollcall(id));
        // A text whose roll call the record has is kept without a title of its own.
        let title = voted.filter(|_| facts.title.is_empty()).map_or(facts.title, |rollcall| &*rollcall.title);
        Self { facts: TextFacts { title, ..facts }, id: voted.map(|rollcall| rollcall.number), text, rollcall }
    }
}

/// The texts that a query asks for, newest first.
#[derive(Clone, Debug)]
pub struct TextList<'r> {
    /// The texts.
    pub rows: Vec<TextRow<'r>>,
    /// The query, as it was understood.
    pub query: String,
    /// Of how many texts they are.
    pub of: usize,
    /// The first and the last session of the Assembly of which the record knows texts.
    pub known: Option<(Session, Session)>,
    /// The sessions of which it knows some texts and lacks others.
    pub in_part: Vec<Session>,
    /// The session that goes on after the record ends.
    pub unfinished: Option<Session>,
    /// Where the texts are from.
    pub credit: Credit,
}

/// How many texts of a session were adopted, and how many of them by a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SessionTexts {
    /// The session; "Council" for the Council's texts.
    pub key: String,
    /// How many were adopted.
    pub texts: usize,
    /// How many of them by a vote.
    pub voted: usize,
    /// How many of them the source does not say how.
    #[serde(skip)]
    pub unknown: usize,
    /// Why texts of the session are missing, if any are.
    #[serde(skip)]
    pub gap: Option<SessionGap>,
}

/// Why the texts of a session are not all there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionGap {
    /// The record lacks some.
    InPart,
    /// The session goes on after the record ends.
    NotOver,
}

impl<'r> TextList<'r> {
    /// The adopted texts that `query` asks for.
    pub fn new(lexicon: &'r Lexicon<'_>, query: &Query) -> Self {
        let record = lexicon.record();
        let rollcalls = rollcalls(record);
        let set = query.run(lexicon);
        let all = record.resolutions();
        let filter = TextFilter::new(query, lexicon);
        let asked = |(at, text): (TextId, &Resolution)| match rollcalls[at.index()] {
            Some(id) => set.contains(id),
            None => filter.holds(text),
        };
        let asked = record.texts().filter(|&text| asked(text));
        let mut rows: Vec<_> = asked.map(|(at, _)| TextRow::new(record, at, rollcalls[at.index()])).collect();
        rows.sort_by_key(|row: &TextRow<'_>| Reverse((row.facts.date, row.facts.symbol)));
        let mut used: Vec<u16> = all.iter().map(|text| text.source).collect();
        used.sort_unstable();
        used.dedup();
        let credit = Credit::of_texts(used.iter().filter_map(|&at| record.sources().get(usize::from(at))));
        Self {
            rows,
            query: query.to_string(),
            of: all.len(),
            known: record.sessions_of_texts(),
            in_part: record.texts_in_part(),
            unfinished: record.unfinished(),
            credit,
        }
    }

    fn gap(&self, session: Session) -> Option<SessionGap> {
        let not_over = (self.unfinished == Some(session)).then_some(SessionGap::NotOver);
        not_over.or_else(|| self.in_part.contains(&session).then_some(SessionGap::InPart))
    }

    /// The texts by session, in order; those of the Council last.
    pub fn by_session(&self) -> Vec<SessionTexts> {
        let mut by: BTreeMap<(bool, Option<Session>), (usize, usize, usize)> = BTreeMap::new();
        for TextRow { facts, .. } in &self.rows {
            let counts = by.entry((facts.session.is_none(), facts.session)).or_default();
            counts.0 += 1;
            counts.1 += usize::from(facts.adopted.is_by_vote());
            counts.2 += usize::from(facts.adopted == Adoption::Unknown);
        }
        let row = |((_, session), (texts, voted, unknown)): ((bool, Option<Session>), (usize, usize, usize))| {
            let key = session.map_or_else(|| "Council".to_owned(), |session| session.to_string());
            SessionTexts { key, texts, voted, unknown, gap: session.and_then(|session| self.gap(session)) }
        };
        by.into_iter().map(row).collect()
    }
}

/// The roll call of each text, by its place among them; none where there was none or the record lacks it.
fn rollcalls(record: &Record) -> Vec<Option<RollCallId>> {
    let mut rollcalls = vec![None; record.resolutions().len()];
    for id in record.usual().iter() {
        if let Some(text) = record.text_called(&record.rollcall(id).symbol) {
            rollcalls[text.index()] = Some(id);
        }
    }
    rollcalls
}

/// The adopted texts without a roll call that a query asks for, the newest first: those of which a list of roll calls does
/// not tell. A query that asks for nothing, or for votes, asks for none of them.
pub fn texts_beside(lexicon: &Lexicon<'_>, query: &Query) -> Vec<TextId> {
    if query.is_empty() {
        return Vec::new();
    }
    let record = lexicon.record();
    let rollcalls = rollcalls(record);
    let alone = record.texts().filter(|(at, _)| rollcalls[at.index()].is_none());
    let filter = TextFilter::new(query, lexicon);
    let mut found: Vec<_> = alone.filter(|(_, text)| filter.holds(text)).collect();
    found.sort_by_key(|(_, text)| Reverse(text.date));
    found.into_iter().map(|(at, _)| at).collect()
}

/// One text, and what is known of it.
#[derive(Clone, Debug, Serialize)]
pub struct AdoptedText<'r> {
    /// What a list has of it too.
    #[serde(flatten)]
    pub facts: TextFacts<'r>,
    /// Titles of the agenda items.
    pub agenda: Vec<&'r str>,
    /// Subject headings.
    pub subjects: Vec<&'r str>,
    /// Symbols of the meeting's record.
    pub meeting: Vec<&'r str>,
    /// Symbols of the committee's report.
    pub report: Vec<&'r str>,
    /// The body that adopted it.
    pub body: Body,
    /// The totals that the source states, where there was a vote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stated: Option<Stated>,
    /// Who put it, members by their names.
    #[serde(skip)]
    pub put_by: Vec<&'r str>,
    /// Where this is from.
    pub source: Option<&'r Source>,
}

impl<'r> AdoptedText<'r> {
    /// Where it is from.
    pub fn credit(&self) -> Credit {
        Credit::of_texts(self.source.into_iter())
    }

    /// What the record knows of a text.
    pub fn new(record: &'r Record, id: TextId) -> Self {
        let text = record.text(id);
        let all = |texts: &'r [Text]| texts.iter().map(AsRef::as_ref).collect();
        Self {
            facts: TextFacts::of(text),
            agenda: all(&text.agenda),
            subjects: all(&text.subjects),
            meeting: all(&text.meeting),
            report: all(&text.report),
            body: text.body,
            stated: text.stated,
            put_by: text.sponsors.iter().map(|sponsor| record.sponsor(sponsor)).collect(),
            source: record.sources().get(usize::from(text.source)),
        }
    }
}
