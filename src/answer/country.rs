//! A member's record: its names, its votes by year and by topic, lone votes, closest and farthest members.

use serde::Serialize;

use crate::analysis::{Lone, Neighbour, Position, Slice, lone, lone_counts, neighbours, position};
use crate::query::Lexicon;
use crate::record::{Member, MemberId, Record, RollCallSet};

use super::country_window::CountryWindow;
use super::on_council::OnCouncil;
use super::window::{Credit, Window};

/// A member over a set of roll calls.
#[derive(Clone, Debug, Serialize)]
pub struct Country<'r> {
    pub(crate) code: &'r str,
    pub(crate) name: &'r str,
    pub(crate) names: Vec<VotedName<'r>>,
    pub(crate) window: Window,
    pub(crate) n: u32,
    pub(crate) yes: u32,
    pub(crate) no: u32,
    pub(crate) abstain: u32,
    pub(crate) absent: Option<u32>,
    pub(crate) closest: Vec<Near<'r>>,
    pub(crate) farthest: Vec<Near<'r>>,
    /// Its time on the Security Council over all of the record, whatever the window.
    #[serde(skip)]
    pub(crate) council: Option<OnCouncil>,
    pub(crate) source: Credit,
    #[serde(skip)]
    pub(crate) more: CountryContext<'r>,
}

/// A name that the seat voted under.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct VotedName<'r> {
    pub(crate) name: &'r str,
    pub(crate) from: String,
    pub(crate) to: Option<String>,
}

/// Another member and how far both agree.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Near<'r> {
    pub(crate) code: &'r str,
    #[serde(skip)]
    pub(crate) name: &'r str,
    pub(crate) agreement: Option<f64>,
    pub(crate) n: u32,
    #[serde(skip)]
    pub(crate) other: Neighbour,
}

/// What the answer tells people beside its JSON.
#[derive(Clone, Debug)]
pub(crate) struct CountryContext<'r> {
    pub(crate) record: &'r Record,
    pub(crate) member: &'r Member,
    pub(crate) id: MemberId,
    pub(crate) position: Position,
    /// Why it has no votes, where it has none.
    pub(crate) none: Option<NoVotes>,
    pub(crate) ranked: usize,
    pub(crate) few: usize,
    pub(crate) years: Vec<(String, Position)>,
    pub(crate) topics: Vec<(String, Position)>,
    pub(crate) lone: LoneVotes,
    pub(crate) limit: usize,
}

/// Votes that few others cast, the newest first.
#[derive(Clone, Debug)]
pub struct LoneVotes {
    pub(crate) votes: Vec<Lone>,
    /// How many nobody else cast.
    pub(crate) alone: usize,
    /// How many at most [`NEARLY`](super::NEARLY) others cast, those that nobody else did among them.
    pub(crate) nearly: usize,
}

impl LoneVotes {
    /// With how many of `votes` were cast alone and nearly alone.
    pub(crate) fn of(votes: Vec<Lone>) -> Self {
        let (alone, nearly) = lone_counts(&votes);
        Self { votes, alone, nearly }
    }
}

/// Why a member has no votes in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoVotes {
    /// It holds no roll call.
    NoRollCall,
    /// The votes by member were not recorded on any of its roll calls.
    NotRecorded,
    /// It was not a member on any of them.
    NotMember,
    /// It was not on the Council on any of them, which are all the Council's.
    NotOnCouncil,
    /// It cast none, in a record that doesn't know who was a member.
    NoneCast,
}

impl NoVotes {
    fn of(votes: Position, window: &Window) -> Option<Self> {
        match window.rollcalls {
            _ if votes.is_any() => None,
            0 => Some(Self::NoRollCall),
            _ if window.is_unrecorded() => Some(Self::NotRecorded),
            _ if window.council => Some(Self::NotOnCouncil),
            _ if votes.absent.is_some() => Some(Self::NotMember),
            _ => Some(Self::NoneCast),
        }
    }
}

impl<'r> Country<'r> {
    /// The record of `id` over `set`, which `window` says; at most `limit` closest and farthest members.
    pub fn new(lexicon: &Lexicon<'r>, id: MemberId, window: Window, set: &RollCallSet, limit: usize) -> Self {
        Self::over(&CountryWindow::new(lexicon, window, set.clone()), id, limit)
    }

    /// The same over a window that others are asked for too.
    pub fn over(over: &CountryWindow<'_, 'r>, id: MemberId, limit: usize) -> Self {
        let CountryWindow { lexicon, window, set, .. } = over;
        let record = lexicon.record();
        let member = record.members().get(id);
        let by = |parts: &[Slice]| {
            let parts = parts.iter().map(|part| (part.key.clone(), position(record, id, &part.rollcalls)));
            parts.filter(|(_, position)| position.is_any()).collect()
        };
        let others = neighbours(record, id, set);
        let near = |other: &Neighbour| {
            let Member { code, name, .. } = record.members().get(other.member);
            Near { code, name, agreement: other.pair.agreement(), n: other.pair.n(), other: *other }
        };
        let own = position(record, id, set);
        let names = member.names.iter().map(|used| VotedName {
            name: &used.name,
            from: used.from.to_string(),
            to: used.to.map(|to| to.to_string()),
        });
        Self {
            code: &member.code,
            name: &member.name,
            names: names.collect(),
            source: window.credit.clone(),
            window: window.clone(),
            n: own.cast(),
            yes: own.yes,
            no: own.no,
            abstain: own.abstain,
            absent: own.absent,
            closest: others.ranked.iter().take(limit).map(near).collect(),
            farthest: others.farthest().into_iter().take(limit).map(near).collect(),
            council: OnCouncil::new(record, id),
            more: CountryContext {
                record,
                member,
                id,
                position: own,
                none: NoVotes::of(own, window),
                ranked: others.ranked.len(),
                few: others.few.len(),
                years: by(over.years()),
                topics: by(over.topics()),
                lone: LoneVotes::of(lone(record, id, over.scarce())),
                limit,
            },
        }
    }
}
