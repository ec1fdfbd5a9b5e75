//! Sessions of which the record can't have all: one that is not over, and those whose texts it has in part.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::session::Session;
use super::sets::RollCallSet;
use super::{Body, Record};

/// In a session whose texts are known one in this many may be missing: numbers that were never given, or a gap in the
/// source.
const GAPS: usize = 20;

impl Session {
    /// Whether it may go on after this day: a regular session, which ends as the next one opens, in September.
    fn goes_on_after(self, day: Date) -> bool {
        let Self::Regular(number) = self else { return false };
        let ends = i16::try_from(number).ok().and_then(|number| Date::new(1946 + number, 9, 1).ok());
        ends.is_some_and(|ends| day < ends)
    }
}

impl Record {
    /// The last regular session, if the record ends before it does.
    pub fn unfinished(&self) -> Option<Session> {
        let (day, session) = self.last_of_regular_session(self.usual())?;
        // The texts may go on beyond the votes.
        let texts = || self.resolutions().iter().filter(|text| text.session == Some(session)).map(|text| text.date);
        (session.goes_on_after(day) && session.goes_on_after(texts().max().unwrap_or(day))).then_some(session)
    }

    /// The regular session of the last roll call in `set` that is of one, if the record ends before it does.
    pub fn unfinished_in(&self, set: &RollCallSet) -> Option<Session> {
        let (_, last) = self.last_of_regular_session(set)?;
        let (day, session) = self.last_of_regular_session(self.usual())?;
        (last == session && session.goes_on_after(day)).then_some(session)
    }

    fn last_of_regular_session(&self, set: &RollCallSet) -> Option<(Date, Session)> {
        set.iter().rev().find_map(|id| {
            let rollcall = self.rollcall(id);
            let session = rollcall.session.filter(|session| matches!(session, Session::Regular(_)))?;
            Some((rollcall.date, session))
        })
    }

    /// The sessions of which some adopted texts are known and more than a few are not, by the numbers that resolutions have.
    pub fn texts_in_part(&self) -> Vec<Session> {
        let mut known: BTreeMap<Session, BTreeSet<usize>> = BTreeMap::new();
        for text in self.resolutions().iter().filter(|text| text.body == Body::Assembly) {
            if let (Some(session), Some(number)) = (text.session, number(&text.symbol)) {
                known.entry(session).or_default().insert(number);
            }
        }
        let mut last: BTreeMap<Session, usize> = BTreeMap::new();
        for rollcall in self.usual().iter().map(|id| self.rollcall(id)) {
            if let (Some(session), Some(number)) = (rollcall.session, number(&rollcall.symbol)) {
                let last = last.entry(session).or_default();
                *last = number.max(*last);
            }
        }
        let in_part = known.into_iter().filter(|(session, numbers)| {
            let of_votes = last.get(session).copied().unwrap_or_default();
            let last = numbers.last().copied().unwrap_or_default().max(of_votes);
            GAPS * (last - numbers.len()) > last
        });
        in_part.map(|(session, _)| session).collect()
    }
}

/// The number of a resolution within its session: 84 of `A/RES/80/84A`. Decisions are counted apart.
fn number(symbol: &str) -> Option<usize> {
    let (_, end) = symbol.strip_prefix("A/RES/")?.split_once('/')?;
    let digits = end.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(end.len());
    end[..digits].parse().ok().filter(|number| (1..10_000).contains(number))
}
