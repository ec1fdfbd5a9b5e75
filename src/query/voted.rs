//! Terms about what was voted on and how it ended: `body:council`, `kind:amendment`, `outcome:vetoed`, `veto:RUS`,
//! `alone:USA`, `draft:L.10`, `sponsor:CUB`, `committee:first`.

use std::fmt;

use crate::record::{
    Body, Committee, MemberId, Outcome, Planes, Record, Resolution, RollCall, RollCallId, RollCallSet, State, TextKind,
    fold,
};

use super::lexicon::Lexicon;
use super::seat::Seat;
use super::symbol;

/// A condition on what was voted on, or on how the vote ended. None is any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum VotedTerm {
    Body(Option<Body>),
    Kind(Option<TextKind>),
    Outcome(Option<Outcome>),
    /// Vetoed by a member, or by anybody.
    Veto(Option<Seat>),
    /// A vote that at most the given number of others cast too; of a member, or of anybody.
    Alone(Option<Seat>, u16),
    /// The end of a draft's symbol.
    Draft(String),
    /// A member that put the text, or another sponsor by its name.
    Sponsor(Result<Seat, String>),
    Committee(Committee),
}

impl VotedTerm {
    /// The roll calls that meet it.
    pub(super) fn run(&self, lexicon: &Lexicon<'_>) -> RollCallSet {
        let record = lexicon.record();
        let of = |holds: &dyn Fn(RollCallId, &RollCall) -> bool| record.those(holds);
        let text = |id| record.resolution(id);
        match self {
            Self::Body(body) => of(&|_, rollcall| body.is_none_or(|body| body == rollcall.body)),
            Self::Kind(kind) => of(&|_, rollcall| kind.is_none_or(|kind| kind == rollcall.kind)),
            Self::Outcome(outcome) => of(&|_, rollcall| outcome.is_none_or(|outcome| outcome == rollcall.outcome)),
            Self::Veto(seat) => of(&|_, rollcall| match seat {
                Some(seat) => rollcall.veto().contains(seat.id),
                None => !rollcall.veto().is_empty(),
            }),
            Self::Alone(seat, most) => of(&|id, _| match seat {
                Some(seat) => is_alone(record, id, seat.id, *most),
                None => is_anybody_alone(record, id, *most),
            }),
            Self::Draft(end) => of(&|id, _| record.all_drafts(id).any(|draft| symbol::ends_with(end, draft))),
            Self::Sponsor(sponsor) => of(&|id, _| text(id).is_some_and(|text| has_put(text, sponsor))),
            Self::Committee(committee) => of(&|id, _| text(id).is_some_and(|text| text.committee == Some(*committee))),
        }
    }

    /// Whether an adopted text meets it; none where that is no question of a text.
    pub(super) fn holds_of(&self, text: &Resolution) -> Option<bool> {
        match self {
            Self::Body(body) => Some(body.is_none_or(|body| body == text.body)),
            Self::Draft(end) => Some(text.drafts.iter().any(|draft| symbol::ends_with(end, draft))),
            Self::Sponsor(sponsor) => Some(has_put(text, sponsor)),
            Self::Committee(committee) => Some(text.committee == Some(*committee)),
            Self::Kind(kind) => Some(kind.is_none_or(|kind| kind == TextKind::Resolution)),
            Self::Outcome(outcome) => Some(outcome.is_none_or(|outcome| outcome == Outcome::Adopted)),
            Self::Veto(_) | Self::Alone(..) => None,
        }
    }

    /// The member that it names.
    pub(super) fn seat(&self) -> Option<&Seat> {
        match self {
            Self::Veto(seat) | Self::Alone(seat, _) => seat.as_ref(),
            Self::Sponsor(sponsor) => sponsor.as_ref().ok(),
            _ => None,
        }
    }

    /// Which of the facts that only some sessions have it asks for.
    pub(super) fn known_in_part(&self) -> Option<&'static str> {
        match self {
            Self::Draft(_) => Some("drafts"),
            Self::Sponsor(_) => Some("sponsors"),
            Self::Committee(_) => Some("committees"),
            _ => None,
        }
    }
}

fn has_put(text: &Resolution, sponsor: &Result<Seat, String>) -> bool {
    match sponsor {
        Ok(seat) => text.sponsors.contains(&seat.code),
        Err(name) => text.sponsors.iter().any(|put| fold(put) == *name),
    }
}

/// Whether a member cast a vote that at most the given number of others cast.
fn is_alone(record: &Record, id: RollCallId, member: MemberId, most: u16) -> bool {
    let votes = record.votes().of_rollcall(id);
    let vote = votes.state(member);
    CAST.contains(&vote) && votes.tally().of(vote) <= most + 1
}

fn is_anybody_alone(record: &Record, id: RollCallId, most: u16) -> bool {
    let tally = Planes::tally(record.votes().of_rollcall(id));
    CAST.iter().any(|&vote| (1..=most + 1).contains(&tally.of(vote)))
}

const CAST: [State; 3] = [State::Yes, State::No, State::Abstain];

impl fmt::Display for VotedTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seat = |seat: &Option<Seat>| seat.as_ref().map_or_else(|| "any".to_owned(), |seat| seat.code.to_string());
        match self {
            Self::Body(body) => write!(f, "body:{}", body.map_or("any", Body::word)),
            Self::Kind(kind) => write!(f, "kind:{}", kind.map_or("any", TextKind::word)),
            Self::Outcome(outcome) => write!(f, "outcome:{}", outcome.map_or("any", Outcome::word)),
            Self::Veto(by) => write!(f, "veto:{}", seat(by)),
            Self::Alone(by, 0) => write!(f, "alone:{}", seat(by)),
            Self::Alone(by, most) => write!(f, "alone:{}<={most}", seat(by)),
            Self::Draft(end) => write!(f, "draft:{end}"),
            Self::Sponsor(Ok(seat)) => write!(f, "sponsor:{}", seat.code),
            Self::Sponsor(Err(name)) => write!(f, "sponsor:\"{name}\""),
            Self::Committee(committee) => write!(f, "committee:{}", committee.word()),
        }
    }
}
