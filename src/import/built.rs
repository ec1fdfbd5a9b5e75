//! A roll call as its rows give it, compared with the totals that its source states and against what is there already: rows
//! that are not all there never take the place of those that are.

use crate::record::{
    Index, MemberId, MemberSet, Planes, Record, RecordNumber, RollCall, RollCallEntry, Stated, Tally, counted,
};

use super::findings::{Findings, Odd};
use super::seats::Seats;

/// One roll call in this many may contradict its totals, as a slip of the source; if more do, the file is wrong.
const SLIPS: usize = 20;

/// A roll call whose rows have all come in.
pub(super) struct Built {
    pub entry: RollCallEntry,
    /// The totals that the file states.
    pub stated: Stated,
    /// What its rows count, votes recorded or not.
    pub tally: Tally,
    /// How many were members on its day.
    pub seated: usize,
}

/// What is there of a roll call before a file is laid over it.
#[derive(Clone, Copy)]
pub(super) struct There {
    members: usize,
    is_recorded: bool,
    cast: usize,
    gives_totals: bool,
}

impl There {
    pub(super) fn of(rollcall: &RollCall, votes: &Planes<MemberSet>) -> Self {
        let tally = votes.tally();
        Self {
            members: votes.members().len(),
            is_recorded: tally.is_recorded(),
            cast: cast(tally),
            gives_totals: rollcall.stated().is_none(),
        }
    }

    pub(super) fn in_record(record: &Record, number: RecordNumber) -> Option<Self> {
        let id = record.by_number(number)?;
        Some(Self::of(record.rollcall(id), record.votes().of_rollcall(id)))
    }
}

/// How many cast a vote.
fn cast(tally: Tally) -> usize {
    usize::from(tally.yes) + usize::from(tally.no) + usize::from(tally.abstain)
}

impl Built {
    /// Whether its rows are not what the file says of them or, beside what is there, can't be all.
    fn is_wrong(&self, there: Option<There>) -> bool {
        // Where nobody's vote was recorded by member the totals may well be known.
        let is_unrecorded = !self.tally.is_recorded() && !self.is_cut();
        let contradicts = self.entry.rollcall.stated().is_some() && !is_unrecorded;
        contradicts || self.lacks_rows() || there.is_some_and(|there| self.loses(there))
    }

    /// Whether it lacks so many rows that the record has, or has so many absent that cast a vote there, that this is no
    /// correction. Where it has no vote at all its source may know none.
    fn loses(&self, there: There) -> bool {
        if self.is_silent(there) {
            return true;
        }
        let (rows, known) = (usize::from(self.tally.members()), there.members);
        if self.stated.members().is_none() { rows < known } else { 10 * rows < 9 * known }
    }

    /// Whether the members are there, but fewer than half of those that cast a vote in what is there cast one here.
    fn is_silent(&self, there: There) -> bool {
        let has_rows = 10 * usize::from(self.tally.members()) >= 9 * there.members;
        has_rows && self.tally.is_recorded() && 2 * cast(self.tally) < there.cast
    }

    /// Whether, where the source does not say how many members there were, it has rows of far fewer than there were.
    fn lacks_rows(&self) -> bool {
        self.stated.members().is_none() && 10 * usize::from(self.tally.members()) < 9 * self.seated
    }

    /// Whether some of its rows are missing.
    fn is_cut(&self) -> bool {
        self.lacks_rows() || self.stated.members().is_some_and(|members| u32::from(self.tally.members()) < members)
    }

    /// The roll call, if it may take the place of what is there, or a place of its own.
    pub(super) fn taken(self, there: Option<There>, findings: &mut Findings) -> Option<RollCallEntry> {
        let is_wrong = self.is_wrong(there);
        let number = self.entry.rollcall.number;
        let said = || match self.entry.rollcall.stated() {
            Some(stated) => format!("{number} {}", stated.against(self.tally)),
            None => format!("{number} has {}", counted(self.tally.members().into(), "row")),
        };
        match there {
            Some(there) if self.is_silent(there) => {
                let cast = counted(cast(self.tally), "vote");
                findings
                    .leave_out(Odd::KeptCast, || format!("{number} has {cast} where the record has {}", there.cast));
            }
            Some(there) if is_wrong && (there.gives_totals || self.loses(there)) => findings.leave_out(Odd::Kept, said),
            Some(there) if there.is_recorded && !self.tally.is_recorded() => {
                findings.leave_out(Odd::KeptVotes, || number.to_string());
            }
            _ if is_wrong && self.is_cut() => findings.leave_out(Odd::Cut, said),
            _ => {
                if is_wrong {
                    findings.note(Odd::Tally, said);
                }
                return Some(self.entry);
            }
        }
        None
    }
}

/// Why a file is refused that has a new seat on a roll call where a member that the record has there is missing: it is that
/// member by another code.
pub(super) fn renamed(built: &[Built], base: &Record, seats: &Seats) -> Option<String> {
    let is_new = |id: &MemberId| id.index() >= base.members().len();
    built.iter().find_map(|built| {
        let number = built.entry.rollcall.number;
        let rows = built.entry.votes.members();
        let new = rows.iter().find(is_new)?;
        let known = base.votes().of_rollcall(base.by_number(number)?).members();
        let missing = (&known - &rows).iter().next()?;
        Some(format!(
            "roll call {number} has a row for {}, which the record does not know, and none \
             for {}, which the record has there; correct the code",
            seats.get(new).code,
            base.code(missing)
        ))
    })
}

/// Why a file is refused whose rows do not give the totals that it states, if that is no slip of its source.
pub(super) fn held_against_totals(built: &[Built], base: &Record) -> Option<String> {
    let is_wrong = |built: &&Built| built.is_wrong(There::in_record(base, built.entry.rollcall.number));
    let wrong: Vec<_> = built.iter().filter(is_wrong).collect();
    let first = wrong.first()?;
    let there = There::in_record(base, first.entry.rollcall.number);
    (SLIPS * wrong.len() > built.len()).then(|| {
        if let Some(there) = there.filter(|&there| first.is_silent(there)) {
            return format!(
                "in {} of {} votes that the record has are missing (roll call {}: {} cast here, {} in the record); \
                 import the file as the library publishes it",
                wrong.len(),
                counted(built.len(), "roll call"),
                first.entry.rollcall.number,
                cast(first.tally),
                there.cast
            );
        }
        let said = match first.entry.rollcall.stated() {
            Some(stated) => stated.against(first.tally),
            None => {
                format!("it has {}, where {} were members", counted(first.tally.members().into(), "row"), first.seated)
            }
        };
        format!(
            "the rows of {} of {} do not give the stated totals (roll call {}: {said}); import the whole file, with \
             the rows of all members, as the library publishes it",
            wrong.len(),
            counted(built.len(), "roll call"),
            first.entry.rollcall.number
        )
    })
}
