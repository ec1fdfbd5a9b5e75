//! The roll calls that a query asks for, term by term, and those that a topic has by its rules, each of them a query.

use jiff::civil::Date;

use crate::carried;
use crate::record::{Body, Index, Planes, Record, RollCallSet, Tally, without_resolution};

use super::error::QueryError;
use super::lexicon::Lexicon;
use super::parts::Query;
use super::seat::Seat;
use super::symbol;
use super::term::Term;
use super::topics::Topic;

impl Query {
    /// The roll calls that it asks for, of the record of the same lexicon.
    pub fn run(&self, lexicon: &Lexicon<'_>) -> RollCallSet {
        let record = lexicon.record();
        self.among(self.universe(record).rollcalls(record), lexicon)
    }

    /// Those of `within` that meet its terms.
    pub fn among(&self, within: RollCallSet, lexicon: &Lexicon<'_>) -> RollCallSet {
        let record = lexicon.record();
        self.parts.iter().fold(within, |set, part| {
            let none = RollCallSet::empty(record.len());
            let found = part.either.iter().fold(none, |found, term| &found | &term.run(lexicon));
            // Where votes by member were not recorded, nobody knows that they were otherwise.
            let asks = |body| part.either.iter().any(|term| term.is_of_votes(body));
            if part.without && Body::ALL.into_iter().any(asks) {
                let known = record.those(|id, rollcall| record.is_recorded(id) || !asks(rollcall.body));
                return &(&set & &known) - &found;
            }
            if part.without { &set - &found } else { &set & &found }
        })
    }
}

impl Topic {
    /// The roll calls that have the topic, found at the first call.
    ///
    /// # Errors
    /// If a rule can't be read, which the tests rule out.
    pub fn rollcalls(&self, lexicon: &Lexicon<'_>) -> Result<&RollCallSet, &QueryError> {
        let rollcalls = self.rollcalls.get_or_init(|| match carried_topic(self, lexicon.record()) {
            Some(carried) => Ok(carried),
            None => Ok(&any(&self.any, lexicon)? - &any(&self.none, lexicon)?),
        });
        rollcalls.as_ref()
    }
}

/// The roll calls of a topic in the record that the program carries, as the build found them.
fn carried_topic(topic: &Topic, record: &Record) -> Option<RollCallSet> {
    let size = RollCallSet::empty(record.len()).to_bytes().len();
    let bytes = carried::TOPICS.get(topic.at * size..)?.get(..size)?;
    record.is_carried().then(|| RollCallSet::from_bytes(bytes))
}

fn any(rules: &[String], lexicon: &Lexicon<'_>) -> Result<RollCallSet, QueryError> {
    let none = RollCallSet::empty(lexicon.record().len());
    rules
        .iter()
        .try_fold(none, |found, rule| Ok(&found | &Query::parse(rule, lexicon)?.among(lexicon.record().all(), lexicon)))
}

impl Term {
    /// The roll calls that meet it.
    fn run(&self, lexicon: &Lexicon<'_>) -> RollCallSet {
        let record = lexicon.record();
        let of = |seat: &Seat| record.votes().of_member(seat.id);
        match self {
            Self::Words { text, whole, field } => lexicon.words().find(text, *whole, *field),
            Self::Year(span) => {
                let first = span.first.map(|year| Date::constant(year, 1, 1));
                record.between(first, span.last.map(|year| Date::constant(year, 12, 31)))
            }
            Self::Since(day) => record.between(Some(day.first()), None),
            Self::Until(day) => record.between(None, Some(day.last())),
            Self::Date(span) => record.between(span.first, span.last),
            Self::Session(span) => {
                record.those(|_, rollcall| rollcall.session.is_some_and(|session| span.has(session)))
            }
            Self::Symbol(start) => {
                record.those(|_, rollcall| symbol::begins_with(start, without_resolution(&rollcall.symbol)))
            }
            Self::WithoutVote(_) => RollCallSet::empty(record.len()),
            Self::Named(named) => {
                let mut set = RollCallSet::empty(record.len());
                set.extend(named.ids.iter().copied());
                set
            }
            Self::Topic(name) => {
                let found = lexicon.topic(name).and_then(|topic| topic.rollcalls(lexicon).ok());
                found.cloned().unwrap_or_else(|| RollCallSet::empty(record.len()))
            }
            Self::Voted(term) => term.run(lexicon),
            Self::Count(count, span) => tallied(lexicon, |tally| span.contains(count.of(tally))),
            Self::Unanimous => tallied(lexicon, |tally| tally.kinds() == 1),
            Self::Contested => tallied(lexicon, |tally| tally.kinds() >= 2),
            Self::Vote(seat, state) => {
                let found = of(seat).of(*state);
                found.cloned().unwrap_or_else(|| RollCallSet::empty(record.len()))
            }
            Self::Alike(a, b) => alike(of(a), of(b)),
            Self::Otherwise(a, b) => &(&of(a).cast() & &of(b).cast()) - &alike(of(a), of(b)),
            Self::AlikeIn(a, state, b) => match (of(a).of(*state), of(b).of(*state)) {
                (Some(a), Some(b)) => a & b,
                _ => RollCallSet::empty(record.len()),
            },
            Self::Bloc { members, mood, .. } => {
                members.rollcalls(record, |id, members| mood.holds(record.votes().of_rollcall(id).tally_among(members)))
            }
        }
    }
}

fn alike(a: &Planes<RollCallSet>, b: &Planes<RollCallSet>) -> RollCallSet {
    &(&(&a.yes & &b.yes) | &(&a.no & &b.no)) | &(&a.abstain & &b.abstain)
}

fn tallied(lexicon: &Lexicon<'_>, holds: impl Fn(Tally) -> bool) -> RollCallSet {
    let tallies = lexicon.tallies();
    // A roll call whose votes were not recorded by member has no tally that anything could hold of.
    lexicon.record().those(|id, _| Some(tallies[id.index()]).is_some_and(|tally| tally.is_recorded() && holds(tally)))
}
