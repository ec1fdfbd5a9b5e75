//! Series: a resolution that returns through the years, found by its title as it drifts.
//!
//! A title is read without what changes from year to year (years, the symbols of other resolutions, the agenda item
//! before a colon, spelling of compounds), and titles that are alike in words are taken for one if no session voted on
//! both. Where a session voted on one roll call of a title the next one follows it. Where it voted on several of the
//! same title on one day (the parts of `A/RES/39/146`) the words do not tell them apart: a part then follows the one that
//! clearly most members voted alike on, or none. `assets/series.json` says what the words do not show.
//!
//! A text that was adopted without a vote is of a series by the same rule, where that tells it from others of its session.
//!
//! A series has at most one roll call a session, unless the same text was voted on again on a later day of it.

mod drift;
mod gap;
mod list;
mod names;
mod order;
mod packed;
mod parts;
mod symbols;
mod title;
mod words;

use std::collections::{HashMap, HashSet};

use crate::record::{Adoption, Index, MemberSet, Record, RollCallId, Tally, Text, TextId};

pub use self::gap::Gap;
pub use self::order::LinkedBy;

use self::drift::JoinedTitle;
use self::symbols::Symbols;
use self::title::Titles;

/// All series of a record. Making it takes some milliseconds; what it answers then takes none.
#[derive(Clone, Debug)]
pub struct SeriesIndex {
    earlier: Vec<Option<(RollCallId, LinkedBy)>>,
    later: Vec<Option<RollCallId>>,
    /// The roll calls whose titles are taken for one, by the number of that title; and the texts without a vote among them.
    titles: Vec<JoinedTitle>,
    title_of: Vec<Option<usize>>,
    /// Texts without a vote that follow a roll call by what their title names, or by the list.
    behind: Vec<(RollCallId, TextId)>,
    /// Why the list lets a roll call follow another.
    reasons: HashMap<RollCallId, Text>,
}

impl SeriesIndex {
    /// Finds the series of `record`.
    ///
    /// # Errors
    /// If the list in the assets can't be read, which the tests rule out.
    pub fn new(record: &Record) -> Result<Self, String> {
        if record.is_carried() { Ok(Self::carried(record.len())) } else { Self::of_words(record) }
    }

    fn of_words(record: &Record) -> Result<Self, String> {
        let list = list::all()?;
        let symbols = Symbols::new(record);
        let titles = Titles::new(record, &symbols);
        let (references, of_texts) = (titles.references, titles.references_of_texts);
        let mut index = Self {
            earlier: vec![None; record.len()],
            later: vec![None; record.len()],
            titles: drift::joined(record, titles.families),
            title_of: vec![None; record.len()],
            behind: Vec::new(),
            reasons: HashMap::new(),
        };
        for at in 0..index.titles.len() {
            for &id in &index.titles[at].rollcalls {
                index.title_of[id.index()] = Some(at);
            }
            for (first, second, link) in parts::links(record, &index.titles[at].rollcalls) {
                index.link(first, second, link);
            }
        }
        for (id, named) in references {
            let other_session = record.rollcall(named).session != record.rollcall(id).session;
            if named < id && other_session && index.earlier(id).is_none() && index.later(named).is_none() {
                index.link(named, id, LinkedBy::Reference);
            }
        }
        let mut placed: HashSet<_> = index.titles.iter().flat_map(|title| &title.texts).copied().collect();
        for (id, named) in of_texts {
            if record.text(id).session != record.rollcall(named).session && placed.insert(id) {
                index.behind.push((named, id));
            }
        }
        for entry in list {
            let listed: Vec<_> = entry.symbols.iter().filter_map(|symbol| symbols.find(symbol)).collect();
            for pair in listed.windows(2) {
                index.link(pair[0], pair[1], LinkedBy::List);
                index.reasons.insert(pair[1], entry.why.clone().into());
            }
            if let Some(&first) = listed.first() {
                let texts = entry.symbols.iter().filter_map(|symbol| record.text_called(symbol));
                let texts = texts.filter(|&id| record.text(id).adopted == Adoption::WithoutVote && placed.insert(id));
                index.behind.extend(texts.map(|id| (first, id)));
            }
        }
        Ok(index)
    }

    /// Lets `second` follow `first`, and neither follow or lead to another.
    fn link(&mut self, first: RollCallId, second: RollCallId, link: LinkedBy) {
        if let Some(other) = self.later[first.index()].replace(second) {
            self.earlier[other.index()] = None;
        }
        if let Some((other, _)) = self.earlier[second.index()].replace((first, link)).filter(|&(id, _)| id != first) {
            self.later[other.index()] = None;
        }
    }

    /// The roll call before `id` in its series.
    pub fn earlier(&self, id: RollCallId) -> Option<RollCallId> {
        self.earlier[id.index()].map(|(earlier, _)| earlier)
    }

    /// The roll call after `id` in its series.
    pub fn later(&self, id: RollCallId) -> Option<RollCallId> {
        self.later[id.index()]
    }

    /// How `id` was found to follow the one before it, if there is one.
    pub fn link_of(&self, id: RollCallId) -> Option<LinkedBy> {
        self.earlier[id.index()].map(|(_, link)| link)
    }

    /// Why the list lets `id` follow the one before it, if it does.
    pub fn reason(&self, id: RollCallId) -> Option<&str> {
        self.reasons.get(&id).map(AsRef::as_ref)
    }

    /// The series of `id`, oldest first: `id` alone where it never returned.
    pub fn of(&self, id: RollCallId) -> Vec<RollCallId> {
        let mut series: Vec<_> = std::iter::successors(Some(id), |&id| self.earlier(id)).collect();
        series.reverse();
        series.extend(std::iter::successors(self.later(id), |&id| self.later(id)));
        series
    }

    /// The titles of roll calls, each once.
    fn titles_of(&self, series: &[RollCallId]) -> Vec<usize> {
        let mut titles: Vec<_> = series.iter().filter_map(|id| self.title_of[id.index()]).collect();
        titles.sort_unstable();
        titles.dedup();
        titles
    }

    /// The texts adopted without a vote that are of a whole series, by the same titles as its roll calls: none of a title
    /// under which roll calls of other series are too.
    pub fn without_vote(&self, series: &[RollCallId]) -> Vec<TextId> {
        let titles = self.titles_of(series).into_iter().map(|at| &self.titles[at]);
        let whole = titles.filter(|title| title.rollcalls.iter().all(|id| series.contains(id)));
        let behind = self.behind.iter().filter(|(first, _)| series.contains(first)).map(|&(_, id)| id);
        whole.flat_map(|title| title.texts.iter().copied()).chain(behind).collect()
    }

    /// A roll call of the series that a text adopted without a vote is of, if it is of one.
    pub fn of_text(&self, id: TextId) -> Option<RollCallId> {
        let title = self.titles.iter().find(|title| title.texts.contains(&id)).and_then(|title| title.rollcalls.last());
        let behind = || self.behind.iter().find(|&&(_, text)| text == id).map(|(first, _)| first);
        let last = *title.or_else(behind)?;
        self.without_vote(&self.of(last)).contains(&id).then_some(last)
    }

    /// Roll calls under the title of any of `series` that are not of it: where a session voted on several under one
    /// title, which of them belongs here may not show. Oldest first.
    pub fn undecided(&self, series: &[RollCallId]) -> Vec<RollCallId> {
        let titles = self.titles_of(series);
        let mut others: Vec<_> = titles.into_iter().flat_map(|at| &self.titles[at].rollcalls).copied().collect();
        others.retain(|id| !series.contains(id));
        others.sort_unstable();
        others
    }
}

/// A roll call of a series against the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// The roll call.
    pub rollcall: RollCallId,
    /// Those that voted yes on the one before and did anything else now, membership ended included.
    pub left: MemberSet,
    /// Those that voted yes now and had done anything else, or were no members.
    pub joined: MemberSet,
}

/// Who left and who joined the yes votes from each of `rollcalls` to the next; nobody at the first, nor at one whose votes
/// by member were not recorded, which the next one passes over.
pub fn turnovers(record: &Record, rollcalls: &[RollCallId]) -> Vec<Turnover> {
    let mut before = None;
    let turnover = |&rollcall: &RollCallId| {
        if !record.is_recorded(rollcall) {
            return Turnover { rollcall, left: MemberSet::EMPTY, joined: MemberSet::EMPTY };
        }
        let now = &record.votes().of_rollcall(rollcall).yes;
        let then = before.replace(now).unwrap_or(now);
        Turnover { rollcall, left: then - now, joined: now - then }
    };
    rollcalls.iter().map(turnover).collect()
}

/// The support of a text: yes among votes cast, from 0 to 1; its n is [`Tally::cast`]. None where nobody cast one.
pub fn support(tally: Tally) -> Option<f64> {
    let cast = tally.cast();
    (cast > 0).then(|| f64::from(tally.yes) / f64::from(cast))
}
