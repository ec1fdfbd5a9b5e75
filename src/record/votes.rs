//! Who voted how: five states, the tally of a roll call, and the table of all votes as bit planes.

use serde::{Deserialize, Serialize};

use super::packed::packed_by_place;
use super::sets::{Index, MemberId, MemberSet, Set};

/// A member's state on a roll call. Nothing merges two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Voted in favour.
    Yes,
    /// Voted against.
    No,
    /// Cast an abstention.
    Abstain,
    /// A member then that did not vote: not an abstention.
    Absent,
    /// No row in the source: not a member then or, in a record without absences, not known.
    #[serde(rename = "not a member")]
    NotMember,
}

packed_by_place!(State);

impl State {
    /// All five, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Yes, Self::No, Self::Abstain, Self::Absent, Self::NotMember];
    /// The four of a member.
    pub const OF_MEMBERS: [Self; 4] = [Self::Yes, Self::No, Self::Abstain, Self::Absent];

    /// Whether it is a vote: yes, no or an abstention.
    pub const fn is_cast(self) -> bool {
        matches!(self, Self::Yes | Self::No | Self::Abstain)
    }

    /// The letter in the record's file: `Y N A X`, and `.` for no member.
    pub const fn letter(self) -> char {
        match self {
            Self::Yes => 'Y',
            Self::No => 'N',
            Self::Abstain => 'A',
            Self::Absent => 'X',
            Self::NotMember => '.',
        }
    }

    /// The state that a letter of the record's file stands for.
    pub fn from_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.letter() == letter)
    }

    /// The word for it, as in commands and their JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::Absent => "absent",
            Self::NotMember => "not a member",
        }
    }

    /// What is above those in it, or beside their number.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
            Self::Abstain => "Abstaining",
            Self::Absent => "Absent",
            Self::NotMember => "Not a member",
        }
    }
}

/// How a set of members voted on one roll call: counts of members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Votes in favour.
    pub yes: u16,
    /// Votes against.
    pub no: u16,
    /// Abstentions.
    pub abstain: u16,
    /// Members that did not vote.
    pub absent: u16,
}

impl Tally {
    /// All that were members then.
    pub fn members(self) -> u16 {
        self.cast() + self.absent
    }

    /// Whether the votes were recorded by member: an Assembly that decides casts votes, so a tally of a whole roll call
    /// without any is that of a vote whose members nobody wrote down. It counts nowhere.
    pub fn is_recorded(self) -> bool {
        self.cast() > 0
    }

    /// How many different votes were cast, of yes, no and abstentions.
    pub fn kinds(self) -> usize {
        [self.yes, self.no, self.abstain].iter().filter(|&&votes| votes > 0).count()
    }

    /// Votes cast: yes, no and abstentions.
    pub fn cast(self) -> u16 {
        self.yes + self.no + self.abstain
    }

    /// Yes less no.
    pub fn margin(self) -> i32 {
        i32::from(self.yes) - i32::from(self.no)
    }

    /// The line: the plurality among yes, no and abstentions. A tie is no line, nor are no votes.
    pub fn line(self) -> Option<State> {
        let votes = [State::Yes, State::No, State::Abstain];
        let most = votes.map(|vote| self.of(vote)).into_iter().max().filter(|&most| most > 0)?;
        let mut lines = votes.into_iter().filter(|&vote| self.of(vote) == most);
        lines.next().filter(|_| lines.next().is_none())
    }

    /// The states of members in the order in which they are news: the fewest of yes, no and abstentions first, of as many
    /// no before abstentions before yes; the absent last.
    pub fn fewest_first(self) -> [State; 4] {
        let mut states = [State::No, State::Abstain, State::Yes, State::Absent];
        states[..3].sort_by_key(|&state| self.of(state));
        states
    }

    /// The count of one state; 0 for [`State::NotMember`], which a tally does not hold.
    pub fn of(self, state: State) -> u16 {
        match state {
            State::Yes => self.yes,
            State::No => self.no,
            State::Abstain => self.abstain,
            State::Absent => self.absent,
            State::NotMember => 0,
        }
    }
}

/// Votes as four sets that share nothing: of one roll call over members, or of one member over roll calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planes<S> {
    /// Yes votes.
    pub yes: S,
    /// No votes.
    pub no: S,
    /// Abstentions.
    pub abstain: S,
    /// Members that did not vote.
    pub absent: S,
}

impl<S> Planes<S> {
    /// The set of one state, if it is one of the four of a member.
    pub fn of(&self, state: State) -> Option<&S> {
        match state {
            State::Yes => Some(&self.yes),
            State::No => Some(&self.no),
            State::Abstain => Some(&self.abstain),
            State::Absent => Some(&self.absent),
            State::NotMember => None,
        }
    }

    /// The set of one state, to enter something.
    pub(crate) fn of_mut(&mut self, state: State) -> Option<&mut S> {
        match state {
            State::Yes => Some(&mut self.yes),
            State::No => Some(&mut self.no),
            State::Abstain => Some(&mut self.abstain),
            State::Absent => Some(&mut self.absent),
            State::NotMember => None,
        }
    }
}

impl<W: AsRef<[u64]> + AsMut<[u64]> + Clone, I: Index> Planes<Set<W, I>> {
    /// The members that cast a vote, or the roll calls on which a member did.
    pub fn cast(&self) -> Set<W, I> {
        &(&self.yes | &self.no) | &self.abstain
    }
}

impl Planes<MemberSet> {
    /// No votes.
    pub const EMPTY: Self =
        Self { yes: MemberSet::EMPTY, no: MemberSet::EMPTY, abstain: MemberSet::EMPTY, absent: MemberSet::EMPTY };

    /// Enters a member's state.
    pub(crate) fn set(&mut self, member: MemberId, state: State) {
        if let Some(plane) = self.of_mut(state) {
            plane.insert(member);
        }
    }

    /// Enters another state of a member than it had.
    pub(crate) fn turn(&mut self, member: MemberId, to: State) {
        if let Some(plane) = self.of_mut(self.state(member)) {
            plane.remove(member);
        }
        self.set(member, to);
    }

    /// The state of one member.
    pub fn state(&self, member: MemberId) -> State {
        let held = |state: &State| self.of(*state).is_some_and(|plane| plane.contains(member));
        State::OF_MEMBERS.into_iter().find(held).unwrap_or(State::NotMember)
    }

    /// All that were members then.
    pub fn members(&self) -> MemberSet {
        &self.cast() | &self.absent
    }

    /// Whether anybody cast a vote. Of a whole roll call: whether its votes were recorded by member.
    pub(crate) fn is_recorded(&self) -> bool {
        !(self.yes.is_empty() && self.no.is_empty() && self.abstain.is_empty())
    }

    /// The counts of all.
    pub fn tally(&self) -> Tally {
        self.counts(MemberSet::len)
    }

    /// The counts of those in `among`.
    pub fn tally_among(&self, among: &MemberSet) -> Tally {
        self.counts(|plane| plane.count_both(among))
    }

    fn counts(&self, count: impl Fn(&MemberSet) -> usize) -> Tally {
        let count = |plane| count(plane) as u16;
        Tally { yes: count(&self.yes), no: count(&self.no), abstain: count(&self.abstain), absent: count(&self.absent) }
    }
}
